//! What holds of any reading, judged without knowing what the page says: for tests, fuzzing and benches.
//!
//! The laws of one reading are judged by [`judge`], from the report and the document it was read from, or by [`judge_text`] where only
//! the text is left. The relations between two readings ([`relations`]) change the document, read it again and compare.
//!
//! Nothing here asks the reader how it reads: numbers, headings and dashes are told by small readers of this crate's own
//! ([`number`](mod@number)), so that a habit of the engine is no excuse for itself.

mod headings;
mod law;
mod laws;
mod marks;
pub mod number;
pub mod relations;
mod violation;

pub use law::Law;
pub use violation::{Seen, Violation};

use govreport_core::document::Document;
use govreport_core::model::Report;

/// Judges a report against the document it was read from.
pub fn judge(document: &Document<'_>, report: &Report) -> Vec<Violation> {
    let mut violations = judge_text(document.text(), report);
    laws::blank::judge(document, report, &mut violations);
    violations
}

/// Judges a report against its text alone. Whether a `blank` has an empty cell in the source is not asked: that takes the cells of the
/// document.
pub fn judge_text(text: &str, report: &Report) -> Vec<Violation> {
    let mut violations = Vec::new();
    laws::spans::judge(report, &mut violations);
    laws::place::judge(text, report, &mut violations);
    laws::value::judge(text, report, &mut violations);
    laws::status::judge(text, report, &mut violations);
    violations
}
