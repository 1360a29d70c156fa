//! What is said of how an element is shown: by the standard, by its attributes, by style sheets.

use std::rc::Rc;

use super::build::Builder;
use super::insert::{Spot, kind};
use super::known::{Asked, Said};
use crate::colour::Colour;
use crate::html::style::{
    Ancestors, Declaration, Described, Display, Length, Paint, Side, Style, colour, read,
};
use crate::html::tag::Tag;
use crate::html::tokens::{Attribute, Attributes, Name};

impl<'s> Builder<'s> {
    /// All that is said of the element that begins, and what the elements in it can be told to stand in.
    pub(super) fn style(&mut self, name: Name<'s>, spot: &Spot) -> Rc<Said> {
        let in_ruby = self.stack.last(Tag::Ruby).is_some();
        let number = self.tokens.attributes.number().filter(|_| name.tag != Tag::Other);
        let asked =
            number.map(|attributes| Asked { tag: name.tag, attributes, in_ruby, outer: spot.ancestors });
        if let Some(known) = asked.and_then(|asked| self.known.get(&asked)) {
            return known;
        }
        let said = Rc::new(self.read_style(name, in_ruby, spot.ancestors));
        if let Some(asked) = asked {
            self.known.keep(asked, Rc::clone(&said));
        }
        said
    }

    fn read_style(&mut self, name: Name<'s>, in_ruby: bool, outer: Ancestors) -> Said {
        let attributes = &self.tokens.attributes;
        let mut style = Style::default();
        by_standard(name.tag, attributes, &mut style);
        // What is read aloud stands above the words, and brackets stand for it where that cannot be shown.
        if in_ruby && matches!(name.tag, Tag::Rt | Tag::Rp | Tag::Rtc) {
            style.take(Declaration::Display(Some(Display::None)));
        }
        let element = Described {
            name: name.written,
            id: attributes.raw(Attribute::Id),
            classes: attributes.raw(Attribute::Class),
            any_case: self.quirks,
        };
        let mut own = Vec::new();
        let list = attributes.raw(Attribute::Style).unwrap_or_default();
        read(list, |said, important| own.push((important, said)));
        self.sheets.sheet.say(&element, outer, &own, |said| style.take(said));
        let ancestors = self.sheets.sheet.ancestors(&element, outer);
        Said { style, ancestors, kind: kind(name.tag, &self.tokens.attributes, &style) }
    }

    /// A style sheet of the page.
    pub(super) fn read_sheet(&mut self, media: Option<&'s str>, sheet: &str) {
        if self.sheets.is_whole || !media.is_none_or(crate::html::style::is_for_screens) {
            return;
        }
        let was_incomplete = self.sheets.sheet.is_incomplete;
        let kept = self.sheets.sheet.len();
        self.sheets.sheet.read(sheet);
        self.known.forget();
        self.sheets.is_late |= self.tree.nodes.len() > 1 && self.sheets.sheet.may_hide_from(kept);
        if !was_incomplete && self.sheets.sheet.is_incomplete {
            self.doubt_grounds();
        }
    }

    /// Grounds may be coloured by a style sheet in another file.
    pub(super) fn doubt_grounds(&mut self) {
        if self.sheets.is_whole {
            return;
        }
        self.sheets.sheet.is_incomplete = true;
        self.sheets.is_late |= self.sheets.lost;
        self.stack.doubt_grounds();
    }
}

/// What the standard says of elements and attributes, which style sheets may change.
fn by_standard(tag: Tag, attributes: &Attributes<'_>, style: &mut Style) {
    let none = Declaration::Display(Some(Display::None));
    match tag {
        Tag::S | Tag::Strike | Tag::Del => style.take(Declaration::Struck(true)),
        Tag::Bdo => style.take(Declaration::Overrides(true)),
        Tag::Small | Tag::Sup | Tag::Sub => style.take(Declaration::Size(Length::Fonts(0.83))),
        Tag::Big => style.take(Declaration::Size(Length::Fonts(1.2))),
        Tag::Datalist | Tag::Template => style.take(none),
        Tag::Dialog if !attributes.has(Attribute::Open) => style.take(none),
        Tag::A if attributes.has(Attribute::Href) => {
            style.take(Declaration::Colour(Paint::Of(colour::OF_LINKS)));
        }
        // These are boxes, whose words are not glued to those beside them.
        Tag::Input | Tag::Select | Tag::Textarea => {
            style.take(Declaration::Display(Some(Display::Apart)));
            style.take(Declaration::Side(Side::Width, Length::Fonts(1.0)));
            style.take(Declaration::Colour(Paint::Of(Colour::BLACK)));
            style.take(Declaration::Ground(Paint::Of(Colour::WHITE)));
        }
        _ => {}
    }
    if attributes.is_empty() {
        return;
    }
    if attributes.has(Attribute::Hidden) || attributes.has(Attribute::Popover) {
        style.take(none);
    }
    let colour = |attribute| attributes.raw(attribute).and_then(colour::of_attribute).map(Paint::Of);
    let words = match tag {
        Tag::Font => Attribute::Color,
        _ => Attribute::Text,
    };
    if matches!(tag, Tag::Font | Tag::Body)
        && let Some(paint) = colour(words)
    {
        style.take(Declaration::Colour(paint));
    }
    if tag == Tag::Font
        && let Some(size) = attributes.raw(Attribute::Size).and_then(font_size)
    {
        style.take(Declaration::Size(size));
    }
    if matches!(
        tag,
        Tag::Body
            | Tag::Table
            | Tag::Tbody
            | Tag::Thead
            | Tag::Tfoot
            | Tag::Tr
            | Tag::Td
            | Tag::Th
            | Tag::Marquee
    ) {
        if let Some(paint) = colour(Attribute::Bgcolor) {
            style.take(Declaration::Ground(paint));
        }
        if attributes.raw(Attribute::Background).is_some_and(|picture| !picture.trim_ascii().is_empty()) {
            style.take(Declaration::Pictured(true));
        }
    }
    if let Some(direction) = attributes.raw(Attribute::Dir) {
        style.take(Declaration::RightToLeft(direction.trim_ascii().eq_ignore_ascii_case("rtl")));
    }
}

/// `size` of `font`: 1 to 7, or a change of the usual 3.
fn font_size(value: &str) -> Option<Length> {
    const SIZES: [f32; 7] = [10.0, 13.0, 16.0, 18.0, 24.0, 32.0, 48.0];
    let value = value.trim_ascii();
    let number: i32 = value.trim_start_matches('+').parse().ok()?;
    let size = if value.starts_with(['+', '-']) { number.saturating_add(3) } else { number };
    let place = usize::try_from(size.clamp(1, 7) - 1).ok()?;
    SIZES.get(place).map(|pixels| Length::Pixels(*pixels))
}
