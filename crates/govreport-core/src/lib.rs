//! The core of govreport: from the extracted text of an annual report on government-information disclosure
//! (政府信息公开工作年度报告) to a typed report, and from there to findings.
//!
//! It does no input or output and knows no file format. [`document`] is where readers hand over,
//! [`Report::from_document`](model::Report::from_document) makes the [`Report`](model::Report), [`check`] judges it, [`notices`] is
//! what reading and checking have to say, [`form`] is the statutory form as data.

pub mod check;
pub mod document;
pub mod form;
pub mod model;
pub mod notices;
mod outline;
mod parse;
mod rules;
mod span;
mod tables;
mod text;

pub use outline::Attachment;
pub use parse::ParseError;
pub use span::Span;
pub use tables::{Verdict, verdict};
