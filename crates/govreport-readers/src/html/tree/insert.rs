//! Puts elements and text where they belong, and closes elements.

use super::build::Builder;
use super::known::Said;
use super::stack::{Behind, Element, Entry, Inside, Position, Space};
use super::{Kind, NONE, Place, Text, Words};
use crate::html::entities::{self, Within};
use crate::html::look::{self, Look, Rise, Seen};
use crate::html::style::{Ancestors, Display, Length, NO_ELEMENT, Side, Style};
use crate::html::tag::Tag;
use crate::html::tokens::{Attribute, Attributes, Name};
use crate::raised::{self, is_figure, raised};

/// Stands for a character of which it is not known whether it is shown.
const UNKNOWN: char = char::REPLACEMENT_CHARACTER;

/// Where something goes, and what it takes from there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    pub(super) place: Place,
    pub(super) hidden: bool,
    pub(super) lines: bool,
    pub(super) look: Look,
    pub(super) ancestors: Ancestors,
    /// The element that it is in, and the one that it is put before, as selectors see them.
    pub(super) recorded: u32,
    pub(super) before: u32,
}

impl From<&Entry> for Spot {
    fn from(entry: &Entry) -> Self {
        let Entry { place, hidden, lines, look, ancestors, recorded, .. } = *entry;
        Self { place, hidden, lines, look, ancestors, recorded, before: NO_ELEMENT }
    }
}

impl<'s> Builder<'s> {
    /// Where what comes next goes.
    #[inline]
    pub(super) fn spot(&self) -> Spot {
        let top = self.stack.top();
        if self.fostering && top.space == Space::Html && top.tag.fosters() {
            self.foster_spot()
        } else {
            top.into()
        }
    }

    /// Before the table that is open ("foster parenting").
    #[inline(never)]
    fn foster_spot(&self) -> Spot {
        let (table, template) = (self.stack.last(Tag::Table), self.stack.last(Tag::Template));
        let outer = match (table, template) {
            (Some(table), template) if template.is_none_or(|template| table > template) => {
                // The root is below every table.
                self.stack.get(table.saturating_sub(1))
            }
            (_, Some(template)) => self.stack.get(template),
            (_, None) => self.stack.get(0),
        };
        let mut spot = Spot::from(outer.unwrap_or(self.stack.top()));
        let node = table.filter(|table| template.is_none_or(|template| *table > template));
        if let Some(entry) = node.and_then(|table| self.stack.get(table))
            && let Some(node) = self.tree.node(entry.node)
        {
            spot.place = Place { parent: node.parent, before: entry.node };
            spot.before = entry.recorded;
        }
        spot
    }

    /// Opens the element of a start tag.
    pub(super) fn open(&mut self, name: Name<'s>) {
        let mut spot = self.spot();
        if let Some(hidden) = self.unfolded(name.tag) {
            spot.hidden = hidden;
        }
        let element = self.record(name, &spot);
        let said = self.style(name, &spot, element);
        let Said { style, ancestors, kind, before, behind } = &*said;
        let attributes = &self.tokens.attributes;
        let in_line = matches!(name.tag, Tag::Option | Tag::Optgroup) && self.drops_down();
        let kind = kind.filter(|_| !in_line);
        let href = if name.tag == Tag::A { attributes.raw(Attribute::Href) } else { None };
        let shown = style.display != Some(Display::None) && !shows_nothing(name.tag, attributes);
        let folds = name.tag == Tag::Details && !attributes.has(Attribute::Open);
        let lines = matches!(name.tag, Tag::Pre | Tag::Listing | Tag::Plaintext | Tag::Textarea | Tag::Xmp);
        let hidden = spot.hidden || !shown;
        let look = spot.look.inside(name.tag, style, kind.is_none());
        let apart = kind.is_none() && !hidden && look.stands_apart(style);
        if apart {
            self.append_blank(spot.place);
        }
        let link = if let Some(target) = href.and_then(target)
            && !hidden
        {
            let target = self.tree.keep(target);
            self.tree.insert(Kind::LinkStart(target), spot.place);
            true
        } else {
            false
        };
        self.put(
            name,
            Element {
                tag: name.tag,
                space: Space::Html,
                node: NONE,
                place: spot.place,
                hidden,
                lines: style.lines.unwrap_or(spot.lines || lines),
                behind: Behind { link, blank: apart, put: None },
                look,
                ancestors: *ancestors,
                recorded: element,
                inside: Inside::Ordinary,
            },
            kind,
        );
        if style.is_reordered && self.is_in_cell() {
            self.stack.doubt_order();
        }
        if style.may_vanish && look::is_part_of_table(name.tag) {
            self.stack.doubt_table();
        }
        if (before.is_some() || behind.is_some()) && !hidden {
            self.put_words_of(&said);
        }
        if folds {
            self.stack.fold_top();
        }
    }

    /// Opens the body. Scripts show what is hidden of it as a whole: only its colours count.
    pub(super) fn open_body(&mut self, name: Name<'s>) {
        let spot = self.spot();
        let element = self.record(name, &spot);
        self.records &= self.sheets.sheet.asks();
        let said = self.style(name, &spot, element);
        let look = spot.look.inside(Tag::Body, &said.style.colours(), false);
        self.put(
            name,
            Element {
                tag: Tag::Body,
                space: Space::Html,
                node: NONE,
                place: spot.place,
                hidden: spot.hidden,
                lines: spot.lines,
                behind: Behind::default(),
                look,
                ancestors: said.ancestors,
                recorded: element,
                inside: Inside::Ordinary,
            },
            None,
        );
    }

    /// Opens an element that no tag of the page opens.
    pub(super) fn open_implied(&mut self, tag: Tag) {
        let spot = self.spot();
        let written = match tag {
            Tag::Tbody => "tbody",
            Tag::Tr => "tr",
            Tag::Body => "body",
            Tag::P => "p",
            Tag::Head => "head",
            Tag::Colgroup => "colgroup",
            _ => "",
        };
        let name = Name { tag, written };
        let element = self.record_as(name, "", &spot);
        if tag == Tag::Body {
            self.records &= self.sheets.sheet.asks();
        }
        let (mut style, mut ancestors, mut hidden) = (Style::default(), spot.ancestors, false);
        if !self.sheets.sheet.is_empty() && !written.is_empty() {
            let none = std::mem::take(&mut self.tokens.attributes);
            let named = std::mem::replace(&mut self.tokens.named, usize::MAX);
            let said = self.style(name, &spot, element);
            (style, ancestors) = (said.style, said.ancestors);
            self.tokens.attributes = none;
            self.tokens.named = named;
            if tag == Tag::Body {
                style = style.colours();
            }
            hidden = style.display == Some(Display::None);
        }
        let kind = kind(tag, &Attributes::default(), &style);
        let element = Element {
            tag,
            space: Space::Html,
            node: NONE,
            place: spot.place,
            hidden: spot.hidden || hidden,
            lines: spot.lines,
            behind: Behind::default(),
            look: spot.look.inside(tag, &style, kind.is_none()),
            ancestors,
            recorded: element,
            inside: Inside::Ordinary,
        };
        self.put(name, element, kind);
    }

    #[inline]
    fn put(&mut self, name: Name<'_>, mut element: Element, kind: Option<Kind<'s>>) {
        if let Some(kind) = kind.filter(|_| !element.hidden) {
            if matches!(kind, Kind::Table { .. }) {
                self.mark_outer_table();
            }
            element.node = self.tree.insert(kind, element.place);
            element.place = Place { parent: element.node, before: NONE };
        }
        self.stack.push(element, name);
    }

    /// The table around the one that begins here holds a table.
    fn mark_outer_table(&mut self) {
        if let Some(outer) = self.stack.last(Tag::Table).and_then(|table| self.stack.get(table))
            && let Some(node) = self.tree.node_mut(outer.node)
        {
            node.kind = Kind::Table { holds_table: true };
        }
    }

    /// Puts a picture, if it is shown.
    pub(super) fn picture(&mut self, name: Name<'s>) {
        let spot = self.spot();
        let element = self.record(name, &spot);
        let said = self.style(name, &spot, element);
        let look = spot.look.inside(name.tag, &said.style, true);
        if said.style.display != Some(Display::None) && look.shows() && !spot.hidden {
            let words = self.value(Attribute::Alt).unwrap_or_default();
            let words = self.tree.keep(words);
            self.leaf(Kind::Picture(words));
        }
    }

    /// Puts something without content.
    pub(super) fn leaf(&mut self, kind: Kind<'s>) {
        let spot = self.spot();
        if !spot.hidden {
            self.tree.insert(kind, spot.place);
        }
    }

    /// Text, in whose words references are to be read.
    pub(super) fn append_text(&mut self, raw: &'s str) {
        let spot = self.spot();
        self.note_words(&spot, raw);
        if spot.hidden || raw.is_empty() {
            return;
        }
        let Some(seen) = self.seen(&spot, raw) else { return };
        if entities::is_plain(raw) && seen.is_plain() {
            self.tree.insert(
                Kind::Text(Text { words: Words::Written(raw), lines: spot.lines, ..Text::NONE }),
                spot.place,
            );
            return;
        }
        let start = self.tree.read.len();
        entities::read(raw, Within::Text, &mut self.tree.read);
        self.append_read(start, &spot, seen);
    }

    /// Text without references.
    pub(super) fn append_verbatim(&mut self, raw: &'s str) {
        let spot = self.spot();
        self.note_words(&spot, raw);
        if spot.hidden || raw.is_empty() {
            return;
        }
        let Some(seen) = self.seen(&spot, raw) else { return };
        let start = self.tree.read.len();
        entities::plain(raw, &mut self.tree.read);
        self.append_read(start, &spot, seen);
    }

    /// Text that does not stand in the page as text.
    pub(super) fn append_own(&mut self, words: &str) {
        let spot = self.spot();
        if spot.hidden || words.is_empty() {
            return;
        }
        let Some(seen) = self.seen(&spot, words) else { return };
        let start = self.tree.read.len();
        self.tree.read.push_str(words);
        self.append_read(start, &spot, seen);
    }

    /// A blank between what stands apart.
    pub(super) fn append_blank(&mut self, place: Place) {
        self.tree.insert(Kind::Text(Text { words: Words::Written(" "), ..Text::NONE }), place);
    }

    fn seen(&mut self, spot: &Spot, words: &str) -> Option<Seen> {
        let seen = self.look_going_on(spot.look).seen();
        self.sheets.lost |= seen.is_none() && !words.trim_ascii().is_empty();
        seen
    }

    /// Puts the text that was read from `start` on, as it is seen.
    pub(super) fn append_read(&mut self, start: usize, spot: &Spot, seen: Seen) {
        let is_in_cell = self.is_in_cell();
        let read = &mut self.tree.read;
        let words = read.get(start..).unwrap_or_default();
        let withheld = seen.is_doubtful && is_figure(words);
        if seen.may_be_absent && is_in_cell && is_sign(words) {
            let veiled: String = words.chars().map(|c| if c.is_whitespace() { c } else { UNKNOWN }).collect();
            read.truncate(start);
            read.push_str(&veiled);
        }
        let words = read.get(start..).unwrap_or_default();
        let mark = if let Rise::Mark(raised) = seen.rise { Some(raised) } else { None };
        if withheld || mark.is_some() {
            let change = |c| if withheld { raised::withheld(c) } else { c };
            let change = |c| mark.map_or(change(c), |mark| raised(change(c), mark));
            let words: String = words.chars().map(change).collect();
            read.truncate(start);
            read.push_str(&words);
        }
        let moved = if let Rise::Moved(moved) = seen.rise { Some(moved) } else { None };
        self.tree.has_moved |= moved.is_some();
        // The page is shorter than half of this (see `document`), and no reference grows that much.
        let number = |at: usize| u32::try_from(at).unwrap_or(NONE);
        let words = Words::Read(number(start), number(self.tree.read.len()));
        let text = Text { words, lines: spot.lines, moved, is_reversed: seen.is_reversed };
        self.tree.insert(Kind::Text(text), spot.place);
    }

    /// Closes the element on top.
    pub(super) fn pop(&mut self) {
        let Some(entry) = self.stack.pop() else { return };
        self.interrupt(&entry);
        if !self.selects.is_empty() {
            self.close_control(&entry);
        }
        if let Some(put) = entry.behind.put {
            self.put_words_behind(put, entry.place);
        }
        if entry.behind.link {
            self.tree.insert(Kind::LinkEnd, entry.place);
        }
        if entry.behind.blank {
            self.append_blank(entry.place);
        }
    }

    /// Closes elements until the one at this position is closed.
    pub(super) fn close(&mut self, position: Position) {
        while self.stack.len() > position.max(1) {
            self.pop();
        }
    }

    /// Closes elements whose end is implied, but not those with the tag `except`.
    pub(super) fn close_implied(&mut self, except: Option<Tag>) {
        while self.stack.top().space == Space::Html
            && self.stack.top().tag.is_implied()
            && Some(self.stack.top().tag) != except
        {
            self.pop();
        }
    }

    /// Closes the `p` that is open, if one is.
    pub(super) fn close_p(&mut self) {
        if let Some(p) = self.stack.p_in_scope() {
            self.close(p);
        }
    }
}

/// Whether words are so few that they may be the sign or the unit of a number beside them.
fn is_sign(words: &str) -> bool {
    /// Measured: with 1, no cell changes.
    const MOST: usize = 2;
    let may_be = |c: char| !c.is_alphabetic() || "万亿千百十零约负".contains(c);
    (1..=MOST).contains(&words.trim().chars().take(MOST + 1).count()) && words.trim().chars().all(may_be)
}

/// Whether what is in an element stands for it only where it cannot be shown itself.
fn shows_nothing(tag: Tag, attributes: &Attributes<'_>) -> bool {
    match tag {
        Tag::Template | Tag::Progress | Tag::Meter | Tag::Video | Tag::Audio | Tag::Canvas => true,
        Tag::Object => attributes.has(Attribute::Data),
        _ => false,
    }
}

/// Whether a row has no height of its own, as the one by which Word tells the widths of columns.
fn is_flat(attributes: &Attributes<'_>, style: &Style) -> bool {
    let of_attribute = || attributes.raw(Attribute::Height).and_then(Length::read);
    matches!(style.side(Side::Height).or_else(of_attribute), Some(Length::Pixels(height)) if height <= 0.0)
}

/// The node that an element leaves.
pub(super) fn kind(tag: Tag, attributes: &Attributes<'_>, style: &Style) -> Option<Kind<'static>> {
    match tag {
        Tag::Table => return Some(Kind::Table { holds_table: false }),
        Tag::Thead | Tag::Tbody => return Some(Kind::Section { foot: false }),
        Tag::Tfoot => return Some(Kind::Section { foot: true }),
        Tag::Tr => return Some(Kind::Row { flat: is_flat(attributes, style) }),
        Tag::Caption => return Some(Kind::Caption),
        Tag::Td | Tag::Th => {
            let columns = span(attributes.raw(Attribute::Colspan)).filter(|columns| *columns > 0);
            let rows = span(attributes.raw(Attribute::Rowspan));
            return Some(Kind::Cell {
                columns: columns.unwrap_or(1).min(1000),
                rows: rows.unwrap_or(1).min(65534),
            });
        }
        _ => {}
    }
    if attributes.raw(Attribute::Role).is_some_and(|role| role.eq_ignore_ascii_case("heading")) {
        let level = attributes.raw(Attribute::AriaLevel).and_then(|level| level.trim().parse().ok());
        return Some(Kind::Heading(level.unwrap_or(2)));
    }
    match style.display {
        Some(Display::Inline) => None,
        Some(Display::Block) if !tag.is_block() => Some(Kind::Block),
        _ if tag == Tag::P => Some(Kind::Paragraph),
        _ => match tag.heading() {
            Some(level) => Some(Kind::Heading(level)),
            None => tag.is_block().then_some(Kind::Block),
        },
    }
}

/// A number of rows or columns, by the standard's rules for parsing non-negative integers.
fn span(value: Option<&str>) -> Option<u16> {
    let value = value?.trim_ascii_start();
    let digits = value.strip_prefix('+').unwrap_or(value);
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    // Beyond what fits it is beyond every bound of the standard, too.
    (length > 0).then(|| digits.get(..length).and_then(|digits| digits.parse().ok()).unwrap_or(u16::MAX))
}

/// The target of a link that leads to another page.
fn target(href: &str) -> Option<String> {
    let mut target = String::new();
    entities::read(href.trim_ascii(), Within::Attribute, &mut target);
    let script = target.get(..11).is_some_and(|scheme| scheme.eq_ignore_ascii_case("javascript:"));
    (!target.is_empty() && !target.starts_with('#') && !script).then_some(target)
}
