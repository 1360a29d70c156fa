//! How words look: what elements take over from those around them, and what of it a reader of the page sees.

use super::style::{Baseline, Cutting, Display, Paint, Position, Side, Style};
use super::tag::Tag;
use crate::colour::Colour;
use crate::raised::Raised;

/// How words look that stand in an element.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing of its own that is seen or not")]
pub(super) struct Look {
    /// The size of the font, in pixels.
    size: f32,
    /// The colour of the words; `None` if it is not known.
    colour: Option<Colour>,
    ground: Ground,
    visible: bool,
    absence: Absence,
    rise: Rise,
    right_to_left: bool,
    order: Order,
    /// Nothing can be said of grounds elsewhere.
    is_complete: bool,
    /// It is not known what is seen.
    is_doubtful: bool,
}

/// Why words are not there, whatever their colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Absence {
    None,
    /// Moved off the page as the first line of a paragraph, which another may take back.
    Indented,
    /// Struck out, faded, clipped or off the page: nothing in it can undo that.
    Gone,
}

/// The colour that words stand on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Ground {
    colour: Colour,
    /// Otherwise it is that which a page has where nothing else is said.
    is_known: bool,
}

/// Where words stand beside the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rise {
    None,
    /// As a mark.
    Mark(Raised),
    /// Moved by some length, which means something only beside words that are not.
    Moved(Moved),
}

/// Where words are moved from their place in the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moved {
    /// Above or below it, as marks are.
    To(Raised),
    /// To one side, so that they and those beside them lie on each other.
    Aside,
}

/// In which order the letters of words are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    AsWritten,
    Reversed,
    /// Turned, and turned again inside: it is not followed where they come to stand.
    Unknown,
}

/// What is seen of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) rise: Rise,
    /// It is not known whether they can be read: headings can, and numbers are withheld.
    pub(super) is_doubtful: bool,
    /// It is not known whether they are there at all: signs of a number are withheld too.
    pub(super) may_be_absent: bool,
    /// Their letters are shown from the last to the first.
    pub(super) is_reversed: bool,
}

impl Seen {
    /// As they are written.
    pub(super) fn is_plain(self) -> bool {
        self.rise == Rise::None && !self.is_doubtful && !self.is_reversed
    }
}

/// How far off the page something is that is moved so far, in pixels.
/// Measured: with 375, no cell changes.
const FAR: f32 = 500.0;
/// Margins and places to the right are off the page from here on. Pages are centred by margins of half their width.
/// Measured: with 1500, no cell changes.
const VERY_FAR: f32 = 2000.0;

impl Look {
    /// That of a page that says nothing. `complete` where nothing can be said of its ground elsewhere.
    pub(super) fn of_page(complete: bool) -> Self {
        Self {
            size: 16.0,
            colour: Some(Colour::BLACK),
            ground: Ground { colour: Colour::WHITE, is_known: complete },
            visible: true,
            absence: Absence::None,
            rise: Rise::None,
            right_to_left: false,
            order: Order::AsWritten,
            is_complete: complete,
            is_doubtful: false,
        }
    }

    /// The ground may be coloured by rules that are not known.
    pub(super) fn doubt_ground(&mut self) {
        self.ground.is_known = false;
        self.is_complete = false;
    }

    /// It is not known what is seen.
    pub(super) fn doubt(&mut self) {
        self.is_doubtful = true;
    }

    /// Whether it is said to be visible.
    pub(super) fn is_visible(&self) -> bool {
        self.visible
    }

    /// Whether pictures and the like are seen.
    pub(super) fn shows(&self) -> bool {
        self.visible && self.absence != Absence::Gone
    }

    /// What is seen of words; `None` where nothing is.
    pub(super) fn seen(&self) -> Option<Seen> {
        if !self.visible || self.absence != Absence::None || self.size < 1.0 {
            return None;
        }
        let is_lost = self.colour.is_some_and(|colour| colour.is_lost_on(self.ground.colour));
        let clear = self.colour.is_some_and(|colour| colour.cover == 0);
        if is_lost && (self.ground.is_known || clear) {
            return None;
        }
        // Dark words are there to be read on a ground that is not known.
        let is_pale = || self.colour.is_some_and(|colour| colour.is_lost_on(Colour::WHITE));
        Some(Seen {
            rise: self.rise,
            is_doubtful: is_lost && is_pale() || self.order == Order::Unknown || self.is_doubtful,
            may_be_absent: self.is_doubtful,
            is_reversed: self.order == Order::Reversed,
        })
    }

    /// The look with what makes one look out of another, where both are alike so far.
    pub(super) fn changed(mut self, from: &Self, to: &Self) -> Self {
        fn change<T: PartialEq + Copy>(own: &mut T, from: T, to: T) {
            if from != to && *own == from {
                *own = to;
            }
        }
        change(&mut self.size, from.size, to.size);
        change(&mut self.colour, from.colour, to.colour);
        change(&mut self.ground, from.ground, to.ground);
        change(&mut self.visible, from.visible, to.visible);
        change(&mut self.absence, from.absence, to.absence);
        change(&mut self.rise, from.rise, to.rise);
        change(&mut self.order, from.order, to.order);
        change(&mut self.is_doubtful, from.is_doubtful, to.is_doubtful);
        self
    }

    /// Whether an element that stands in the line and looks like this is parted from what is beside it: as a box of some width,
    /// or by blank space as wide as a blank.
    pub(super) fn stands_apart(&self, style: &Style) -> bool {
        const BLANK: f32 = 0.25;
        let is_wide = |side| {
            style
                .side(side)
                .is_some_and(|length| length.pixels(self.size, 1000.0) >= BLANK * self.size.max(1.0))
        };
        style.floats
            || style.position == Some(Position::Placed)
            || style.display == Some(Display::Apart) && is_wide(Side::Width)
            || [Side::MarginLeft, Side::MarginRight, Side::PaddingLeft, Side::PaddingRight]
                .into_iter()
                .any(is_wide)
    }

    /// The same words above or below the line.
    pub(super) fn raised(mut self, raised: Raised) -> Self {
        self.rise = Rise::Mark(raised);
        self
    }

    /// The look in an element: `is_inline` if it stands in the line.
    pub(super) fn inside(&self, tag: Tag, style: &Style, is_inline: bool) -> Self {
        if style.is_silent() && !matches!(tag, Tag::Sup | Tag::Sub) {
            return *self;
        }
        let mut look = *self;
        look.is_doubtful |= style.is_doubtful;
        if let Some(size) = style.size {
            look.size = size.pixels(self.size, self.size).max(0.0);
        }
        look.paint(style);
        // Sheets in other files colour the boxes of a page, which hide the ground of the page.
        if style.ground.is_some() && !self.is_complete && !is_inline && !is_part_of_table(tag)
            || tag == Tag::Body
        {
            look.ground.is_known &= self.is_complete;
        }
        look.visible = style.visible.unwrap_or(self.visible);
        if style.cut(Cutting::Fading)
            || style.struck == Some(true)
            || is_away(tag, style, is_inline, look.size)
        {
            look.absence = Absence::Gone;
        } else if let Some(indent) = style.indent
            && self.absence != Absence::Gone
        {
            let away = indent.pixels(look.size, 1000.0) <= -FAR;
            look.absence = if away { Absence::Indented } else { Absence::None };
        }
        if let Some(rise) = self.rise_of(tag, style, is_inline, look.size) {
            look.rise = rise;
        }
        look.right_to_left = style.right_to_left.unwrap_or(self.right_to_left);
        if style.overrides == Some(true) {
            look.order = match (self.order, look.right_to_left) {
                (Order::AsWritten, false) => Order::AsWritten,
                (Order::AsWritten | Order::Reversed, true) => Order::Reversed,
                (Order::Reversed, false) | (Order::Unknown, _) => Order::Unknown,
            };
        }
        look
    }

    fn paint(&mut self, style: &Style) {
        match style.fill.or(style.colour) {
            Some(Paint::Of(colour)) => self.colour = Some(colour),
            Some(Paint::Unknown) => self.colour = None,
            Some(Paint::Inherited) | None => {}
        }
        let below = self.ground;
        match style.ground {
            Some(Paint::Of(Colour { cover: 0, .. })) | None => {}
            Some(Paint::Of(colour)) => {
                self.ground = Ground {
                    colour: colour.on(below.colour),
                    is_known: below.is_known || colour.cover == u8::MAX,
                };
            }
            Some(Paint::Inherited) => match self.colour {
                Some(colour) => self.ground = Ground { colour: colour.on(below.colour), is_known: true },
                None => self.ground.is_known = false,
            },
            Some(Paint::Unknown) => self.ground.is_known = false,
        }
        if style.pictured == Some(true) {
            self.ground.is_known = false;
        }
    }

    /// Whether the words stand above or below the line; `None` where that is as around.
    fn rise_of(&self, tag: Tag, style: &Style, is_inline: bool, size: f32) -> Option<Rise> {
        // Those of the standard for notes are marks, whatever sheets do to their places.
        match tag {
            Tag::Sup => return Some(Rise::Mark(Raised::Above)),
            Tag::Sub => return Some(Rise::Mark(Raised::Below)),
            _ => {}
        }
        if !is_inline {
            return None;
        }
        let is_small = size < self.size * 0.8;
        let by = |up: f32| {
            let raised = if up > 0.0 { Raised::Above } else { Raised::Below };
            (up.abs() >= self.size.min(size) * 0.2 && up.abs() >= 2.0)
                .then_some(Rise::Moved(Moved::To(raised)))
        };
        let aligned = match style.baseline {
            Some(Baseline::Above) => Some(Rise::Mark(Raised::Above)),
            Some(Baseline::Below) => Some(Rise::Mark(Raised::Below)),
            Some(Baseline::Top) if is_small => Some(Rise::Mark(Raised::Above)),
            Some(Baseline::Bottom) if is_small => Some(Rise::Mark(Raised::Below)),
            // Shares are of the height of the line.
            Some(Baseline::By(length)) => by(length.pixels(size, size * 1.2)),
            Some(Baseline::Line | Baseline::Top | Baseline::Bottom) | None => None,
        };
        let moved = || {
            let pixels = |side| style.side(side).map(|length| length.pixels(size, 0.0));
            by(pixels(Side::Top).map(|down| -down).or_else(|| pixels(Side::Bottom))?)
        };
        let is_moved = style.position == Some(Position::Relative);
        aligned
            .or_else(|| is_moved.then(moved).flatten())
            .or_else(|| is_moved_aside(style, is_moved, size).then_some(Rise::Moved(Moved::Aside)))
    }
}

/// Whether words in the line are moved or pulled to one side by more than the half of a figure.
fn is_moved_aside(style: &Style, is_moved: bool, size: f32) -> bool {
    let most = 0.3 * size.max(1.0);
    let pixels = |side| style.side(side).map_or(0.0, |length| length.pixels(size, 0.0));
    is_moved && [Side::Left, Side::Right].into_iter().any(|side| pixels(side).abs() > most)
        || [Side::MarginLeft, Side::MarginRight].into_iter().any(|side| pixels(side) < -most)
}

/// Whether it is cut away, or stands off the page.
fn is_away(tag: Tag, style: &Style, is_inline: bool, size: f32) -> bool {
    let pixels = |side| style.side(side).map(|length| length.pixels(size, 1000.0));
    let position = style.position.unwrap_or(Position::Static);
    let is_box = position == Position::Placed
        || style.floats
        || style.display == Some(Display::Apart)
        || !is_inline && !is_part_of_table(tag);
    let moved = position != Position::Static
        && ([Side::Left, Side::Top, Side::Right, Side::Bottom]
            .into_iter()
            .any(|side| pixels(side).is_some_and(|pixels| pixels <= -FAR))
            || [Side::Left, Side::Right]
                .into_iter()
                .any(|side| pixels(side).is_some_and(|pixels| pixels >= VERY_FAR)));
    let pushed = pixels(Side::MarginLeft).is_some_and(|pixels| pixels <= -VERY_FAR);
    let empty = style.clips
        && is_box
        && [Side::Width, Side::Height]
            .into_iter()
            .any(|side| pixels(side).is_some_and(|pixels| pixels <= 1.0));
    moved
        || pushed
        || empty
        || style.cut(Cutting::Clip) && position == Position::Placed
        || style.cut(Cutting::Path)
        || style.cut(Cutting::Filter)
        || style.cut(Cutting::Transform) && is_box
}

/// Sizes and places mean something else in tables.
pub(super) fn is_part_of_table(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Table
            | Tag::Td
            | Tag::Th
            | Tag::Tr
            | Tag::Tbody
            | Tag::Thead
            | Tag::Tfoot
            | Tag::Col
            | Tag::Colgroup
            | Tag::Caption
            | Tag::Body
            | Tag::Html
    )
}
