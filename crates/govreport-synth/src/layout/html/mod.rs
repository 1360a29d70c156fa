//! 网页: the markups that reports have on web pages, one file each.

mod made;
mod page;
mod plain;
mod site;
mod unclosed;
mod unseen;
mod word;

pub(super) use page::write;

use crate::article::Part;
use crate::sheet::{Aside, Slot};

/// A web page (网页).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Html {
    /// How it is marked up.
    pub markup: Markup,
    /// The encoding that it declares, such as `gb2312`; who writes the page to a file encodes it.
    pub charset: &'static str,
}

/// How a web page is marked up (网页写法).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Markup {
    /// Tidy, every element closed.
    Plain,
    /// Pasted from Word or WPS: a `font` and a `span` around every few characters, `<o:p>`, conditional comments, `&nbsp;` cells.
    Word,
    /// Cells, rows and paragraphs never closed, tags in upper case, attributes without quotation marks.
    Unclosed,
    /// Inside a page of a site: navigation, a table of metadata, scripts and styles, hidden copies, links, footer.
    Site,
}

impl Markup {
    /// All members.
    pub const ALL: [Self; 4] = [Self::Plain, Self::Word, Self::Unclosed, Self::Site];
}

/// The text with the characters of markup escaped and its line breaks as elements.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\n', "<br>")
}

/// What stands before and behind the text of a cell in its markup. Editors write the same thing in many ways; the length of the text
/// decides which, so that a report has several.
fn asides(slot: &Slot) -> (String, String) {
    let way = slot.text.len() + slot.columns;
    match &slot.aside {
        None => (String::new(), String::new()),
        Some(Aside::Struck(figure)) => {
            let figure = match way % 5 {
                0 => format!("<s>{figure}</s>"),
                1 => format!("<del>{figure}</del>"),
                2 => format!("<strike>{figure}</strike>"),
                3 => format!("<span style=\"text-decoration: line-through\">{figure}</span>"),
                _ => format!("<span style='text-decoration-line:line-through'>{figure}</span>"),
            };
            (figure, String::new())
        }
        Some(Aside::Raised(mark)) => {
            let mark = match way % 3 {
                0 => format!("<sup>{mark}</sup>"),
                1 => format!("<span style=\"vertical-align: super\">{mark}</span>"),
                _ => format!("<sup><font size=1>{mark}</font></sup>"),
            };
            (String::new(), mark)
        }
        Some(Aside::Hidden(figure)) => {
            let figure = match way % 4 {
                0 => format!("<span style=\"display:none\">{figure}</span>"),
                1 => format!("<span hidden>{figure}</span>"),
                2 => format!("<span style=\"font-size:0\">{figure}</span>"),
                _ => format!("<span style=\"visibility: hidden\">{figure}</span>"),
            };
            (figure, String::new())
        }
    }
}

/// The attributes of a cell that covers more than one place, each behind a space.
fn spans(slot: &Slot) -> String {
    [("colspan", slot.columns), ("rowspan", slot.rows)]
        .into_iter()
        .filter(|(_, covered)| *covered > 1)
        .map(|(name, covered)| format!(" {name}=\"{covered}\""))
        .collect::<Vec<_>>()
        .concat()
        + unseen::of_cell(slot)
}

/// The title in one line.
fn title(parts: &[Part]) -> String {
    let lines = parts.iter().find_map(|part| match part {
        Part::Title(lines) => Some(lines.concat()),
        _ => None,
    });
    lines.unwrap_or_default()
}
