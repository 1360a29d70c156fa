//! Writes annual reports on government-information disclosure (政府信息公开工作年度报告) in the layouts they come in, and knows
//! the truth of every cell it printed: for tests, benchmarks and demonstrations.
//!
//! ```
//! use govreport_core::form::Edition;
//! use govreport_synth::{Layout, Scale, Spec, write};
//!
//! let written = write(&Spec::new(Layout::Paragraphs, Edition::E2021, Scale::County, 7));
//! assert!(written.text.contains("年度报告"));
//! assert_eq!(written.truth.len(), 200);
//! for cell in &written.truth {
//!     let place = cell.place.clone().expect("a plain report prints every number");
//!     assert_eq!(written.text[place], cell.value.expect("and says every number").to_string());
//! }
//! ```
//!
//! A [`Spec`] says what to write: [`Figures`], [`Prose`], a [`Layout`], the writing of numbers and labels, [`Entry`]s for cells
//! that hold no plain number, and [`Damage`]. [`write()`] makes a [`Written`] of it, [`write_file()`] the bytes of a file. The same
//! spec always gives the same.
//!
//! All bodies are invented, and so is everything they say.

mod article;
mod compose;
mod damage;
mod draft;
mod encoding;
mod entry;
mod figures;
mod file;
mod layout;
mod ledger;
mod numbers;
mod oracle;
mod paper;
mod prose;
mod random;
mod sheet;
mod spec;
mod truth;
mod workbook;
mod write;

pub use damage::{Damage, DamageKind};
pub use encoding::Encoding;
pub use entry::Entry;
pub use figures::{Editions, Figures, Scale};
pub use file::{WrittenFile, write_encoded, write_file};
pub use layout::{Docx, DocxHeadings, HeadingMarks, Html, Layout, Markup, Merged, Print};
pub use numbers::{NumberStyle, Padding};
pub use oracle::determined;
pub use prose::{Body, OverviewText, PartStyle, PeriodForm, Prose, TitleForm};
pub use random::Random;
pub use rust_decimal::Decimal;
pub use sheet::{HeaderOrder, Punctuation, Wording};
pub use spec::Spec;
pub use truth::{Answer, TruthCell, Verdict, Written};
pub use write::write;
