//! Excel 工作簿: the one sheet of a workbook. [`package`] packs it with the parts it refers to.

mod address;
mod cell;
mod package;
mod worksheet;

pub(crate) use package::package;
pub(super) use worksheet::write;

/// The text with the characters of markup escaped.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
