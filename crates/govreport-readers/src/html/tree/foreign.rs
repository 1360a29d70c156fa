//! SVG and `MathML` inside a page.

use super::NONE;
use super::build::Builder;
use super::formula::{Formula, Part};
use super::stack::{Behind, Element, Inside, Space};
use crate::html::style::{Display, Style, read};
use crate::html::tag::Tag;
use crate::html::tokens::{Attribute, Closing, Name, attribute_named};

impl Space {
    /// Whether start tags and text inside are read as those of HTML.
    fn holds_html(self) -> bool {
        matches!(self, Self::Html | Self::SvgHtml | Self::MathHtml)
    }

    /// Whether text inside is read as that of HTML.
    pub(super) fn holds_html_text(self) -> bool {
        self.holds_html() || self == Self::MathText
    }

    fn is_svg(self) -> bool {
        matches!(self, Self::Svg | Self::SvgHtml)
    }
}

impl<'s> Builder<'s> {
    /// Whether a start tag belongs to SVG or `MathML` here.
    pub(super) fn reads_as_foreign_tag(&self, name: Name<'_>) -> bool {
        match self.stack.top().space {
            space if space.holds_html() => false,
            Space::MathText => matches!(&*name.written.to_ascii_lowercase(), "mglyph" | "malignmark"),
            Space::MathAnnotation => name.tag != Tag::Svg,
            _ => true,
        }
    }

    /// A start tag in SVG or `MathML`; `false` if it leads out of them.
    #[inline(never)]
    pub(super) fn foreign_start(&mut self, name: Name<'s>, closing: Closing) -> bool {
        let attributes = &self.tokens.attributes;
        let styled = [Attribute::Color, Attribute::Face, Attribute::Size];
        let leaves = match name.tag {
            Tag::Font => styled.into_iter().any(|attribute| attributes.has(attribute)),
            tag => tag.breaks_out(),
        };
        if leaves {
            self.leave_foreign();
            return false;
        }
        let space = if self.stack.top().space.is_svg() { Space::Svg } else { Space::Math };
        self.open_foreign(name, space, closing);
        true
    }

    fn leave_foreign(&mut self) {
        while !self.stack.top().space.holds_html_text() {
            self.pop();
        }
    }

    /// What becomes of the element that begins, as a part of the formula it stands in.
    fn formula_part(&mut self) -> Part {
        let inside = self.stack.top().inside;
        let number = self.stack.count_child();
        match inside {
            Inside::Formula(formula) => formula.part(number),
            _ => Part::default(),
        }
    }

    /// Opens an element of SVG or `MathML`.
    pub(super) fn open_foreign(&mut self, name: Name<'s>, space: Space, closing: Closing) {
        let part = self.formula_part();
        let spot = self.spot();
        let number = self.record(name, &spot);
        if !part.before.is_empty() && !spot.hidden {
            self.append_own(part.before);
        }
        if closing == Closing::Itself {
            return;
        }
        let lower = name.written.to_ascii_lowercase();
        let html = || {
            self.tokens.attributes.raw(Attribute::Encoding).is_some_and(|encoding| {
                encoding.eq_ignore_ascii_case("text/html")
                    || encoding.eq_ignore_ascii_case("application/xhtml+xml")
            })
        };
        let space = match (space, lower.as_str()) {
            (Space::Svg, "foreignobject" | "desc" | "title") => Space::SvgHtml,
            (Space::Math, "mi" | "mo" | "mn" | "ms" | "mtext") => Space::MathText,
            (Space::Math, "annotation-xml") if html() => Space::MathHtml,
            (Space::Math, "annotation-xml") => Space::MathAnnotation,
            (space, _) => space,
        };
        // Nobody sees these: they are for machines, or shown when pointed at.
        let unseen = part.is_hidden
            || match space {
                Space::Svg | Space::SvgHtml => {
                    matches!(
                        lower.as_str(),
                        "script"
                            | "style"
                            | "title"
                            | "desc"
                            | "metadata"
                            | "defs"
                            | "symbol"
                            | "mask"
                            | "clippath"
                            | "pattern"
                            | "marker"
                            | "filter"
                    )
                }
                _ => matches!(lower.as_str(), "annotation" | "annotation-xml" | "mphantom"),
            };
        // Elements of HTML of the same name mean nothing here: a template of SVG shows its words.
        let said = self.style(Name { tag: Tag::Other, ..name }, &spot, number);
        let by_attributes = if space == Space::Svg { self.drawn() } else { Style::default() };
        let look = spot.look.inside(Tag::Other, &by_attributes, true).inside(Tag::Other, &said.style, true);
        let look = part.raised.map_or(look, |raised| look.raised(raised));
        let hidden = spot.hidden
            || unseen
            || said.style.display == Some(Display::None)
            || by_attributes.display == Some(Display::None);
        // Each text of a drawing has a place of its own.
        let apart = space == Space::Svg && matches!(lower.as_str(), "text" | "tspan") && !hidden;
        if apart {
            self.append_blank(spot.place);
        }
        if matches!(lower.as_str(), "msqrt" | "mroot") && !hidden {
            self.append_own("√");
        }
        let element = Element {
            tag: Tag::Other,
            space,
            node: NONE,
            place: spot.place,
            hidden,
            lines: spot.lines,
            behind: Behind { link: false, blank: apart, put: None },
            look,
            ancestors: said.ancestors,
            recorded: number,
            inside: Formula::named(&lower)
                .filter(|_| space == Space::Math)
                .map_or(Inside::Ordinary, Inside::Formula),
        };
        self.stack.push(element, name);
    }

    /// What the attributes of a drawing say of how it is shown.
    fn drawn(&self) -> Style {
        const SAID: [(&str, &str); 5] = [
            ("display", "display"),
            ("visibility", "visibility"),
            ("opacity", "opacity"),
            ("font-size", "font-size"),
            ("fill", "color"),
        ];
        let mut style = Style::default();
        for (attribute, property) in SAID {
            let Some(value) = attribute_named(self.tokens.written(), attribute) else { continue };
            let value = if value == "none" && property == "color" { "transparent" } else { value };
            read(&format!("{property}:{value}"), |said, _| style.take(said));
        }
        style
    }

    /// An end tag in SVG or `MathML`; `false` if it belongs to an element of HTML around them.
    #[inline(never)]
    pub(super) fn foreign_end(&mut self, name: Name<'s>) -> bool {
        if matches!(name.tag, Tag::P | Tag::Br) {
            self.leave_foreign();
            return false;
        }
        match self.stack.last_foreign(name) {
            Some(open) => {
                self.close(open);
                true
            }
            None => false,
        }
    }
}
