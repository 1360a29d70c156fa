//! What is said of how an element is shown: by the standard, by its attributes, by style sheets.

use std::borrow::Cow;
use std::rc::Rc;

use super::build::{Builder, Mode};
use super::insert::{Spot, kind};
use super::known::{Asked, Said};
use crate::colour::Colour;
use crate::html::entities;
use crate::html::style::{
    Ancestors, Declaration, Described, Display, Length, Paint, Side, Style, Told, colour, read,
};
use crate::html::tag::Tag;
use crate::html::tokens::{Attribute, Attributes, Name, attribute_named};

impl<'s> Builder<'s> {
    /// All that is said of the element that begins, and what the elements in it can be told to stand in.
    pub(super) fn style(&mut self, name: Name<'s>, spot: &Spot, element: u32) -> Rc<Said> {
        let met = self.meet(name, element);
        let in_ruby = self.stack.last(Tag::Ruby).is_some();
        let is_told = name.tag != Tag::Other && !self.sheets.sheet.puts_attributes();
        let number = self.tokens.attributes.number().filter(|_| is_told);
        let asked =
            number.map(|attributes| Asked { tag: name.tag, attributes, in_ruby, outer: spot.ancestors, met });
        if let Some(known) = asked.and_then(|asked| self.known.get(&asked)) {
            return known;
        }
        let said = Rc::new(self.read_style(name, in_ruby, spot.ancestors, met));
        if let Some(asked) = asked {
            self.known.keep(asked, Rc::clone(&said));
        }
        said
    }

    fn read_style(&mut self, name: Name<'s>, in_ruby: bool, outer: Ancestors, met: u32) -> Said {
        let attributes = &self.tokens.attributes;
        let mut style = Style::default();
        by_standard(name.tag, attributes, &mut style);
        // What is read aloud stands above the words, and brackets stand for it where that cannot be shown.
        if in_ruby && matches!(name.tag, Tag::Rt | Tag::Rp | Tag::Rtc) {
            style.take(Declaration::Display(Some(Display::None)));
        }
        let (id, classes) =
            (with_references(attributes, Attribute::Id), with_references(attributes, Attribute::Class));
        let element = Described {
            name: name.written,
            id: id.as_deref(),
            classes: classes.as_deref(),
            any_case: self.quirks,
        };
        let mut own = Vec::new();
        let list = with_references(attributes, Attribute::Style).unwrap_or_default();
        let list = self.sheets.sheet.with_values(&list);
        read(&list, |said, important| own.push((important, said)));
        let written = self.tokens.written();
        let value = |name: &str| attribute_named(written, name).map(entities::of_attribute);
        let sheet = &mut self.sheets.sheet;
        let Told { style, before, behind } = sheet.tell(&element, outer, met, (style, &own), &value);
        let ancestors = sheet.ancestors(&element, outer);
        let kind = kind(name.tag, &self.tokens.attributes, &style);
        Said { style, ancestors, kind, before, behind }
    }

    /// The number of the rules about an element that depend on others around it.
    #[inline]
    fn meet(&mut self, name: Name<'s>, id: u32) -> u32 {
        if self.records && self.sheets.sheet.asks() { self.meet_rules(name, id) } else { 0 }
    }

    #[inline(never)]
    fn meet_rules(&mut self, name: Name<'s>, id: u32) -> u32 {
        let kept = self.tokens.attributes.number().filter(|_| name.tag != Tag::Other);
        let kept = kept.map(|attributes| (name.tag, attributes));
        let known = kept.and_then(|kept| self.known.candidates.get(&kept).map(Rc::clone));
        let candidates = known.unwrap_or_else(|| self.find_candidates(name, kept));
        if candidates.is_empty() {
            return 0;
        }
        self.sheets.sheet.meet(&candidates, &self.elements, self.quirks, id)
    }

    fn find_candidates(&mut self, name: Name<'s>, kept: Option<(Tag, u32)>) -> Rc<[u32]> {
        let attributes = &self.tokens.attributes;
        let (id, classes) =
            (with_references(attributes, Attribute::Id), with_references(attributes, Attribute::Class));
        let (id, classes) = (id.as_deref(), classes.as_deref());
        let element = Described { name: name.written, id, classes, any_case: self.quirks };
        let candidates = self.sheets.sheet.candidates(&element);
        if let Some(kept) = kept {
            self.known.keep_candidates(kept, Rc::clone(&candidates));
        }
        candidates
    }

    /// What the elements of the page can be told to stand in, by what is known of its root.
    pub(super) fn describe_root(&mut self) {
        if self.sheets.sheet.is_empty() {
            return;
        }
        let (id, classes) = (self.root.0.as_deref(), self.root.1.as_deref());
        let element = Described { name: "html", id, classes, any_case: self.quirks };
        self.stack.set_root(self.sheets.sheet.ancestors(&element, Ancestors::default()));
    }

    /// The tag of the root was met.
    pub(super) fn read_root(&mut self) {
        if self.root != (None, None) {
            return;
        }
        let attributes = &self.tokens.attributes;
        self.root =
            (with_references(attributes, Attribute::Id), with_references(attributes, Attribute::Class));
        if self.records {
            self.elements.write_root(self.tokens.written());
        }
        self.describe_root();
    }

    /// A style sheet of the page.
    pub(super) fn read_sheet(&mut self, media: Option<&'s str>, sheet: &str) {
        if self.sheets.is_whole {
            return;
        }
        let was_incomplete = self.sheets.sheet.is_incomplete;
        let kept = self.sheets.sheet.len();
        self.sheets.sheet.read_for(media, sheet);
        self.known.forget();
        self.describe_root();
        let is_in_head = matches!(self.mode, Mode::BeforeHead | Mode::InHead | Mode::AfterHead);
        self.sheets.is_late |= !is_in_head && self.sheets.sheet.may_hide_from(kept);
        // Rules about elements of which nothing was noted.
        self.sheets.is_late |= !self.records && self.sheets.sheet.asks();
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

/// The value of an attribute, with its references read.
fn with_references<'s>(attributes: &Attributes<'s>, attribute: Attribute) -> Option<Cow<'s, str>> {
    attributes.raw(attribute).map(entities::of_attribute)
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
