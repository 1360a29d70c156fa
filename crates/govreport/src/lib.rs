//! govreport: China's annual reports on government-information disclosure (政府信息公开工作年度报告) as typed, checked, traceable
//! data. This is the door for Rust users: it reads files and hands out [`model::Report`]s.
//!
//! ```
//! use govreport::prelude::*;
//!
//! let text = "\
//! 青榆县桐岭镇人民政府2023年政府信息公开工作年度报告
//!
//! 二、主动公开政府信息情况
//!
//! 第二十条第（一）项
//! 信息内容\t本年制发件数\t本年废止件数\t现行有效件数
//! 规章\t0\t0\t0
//! 行政规范性文件\t3\t1\t12
//! 第二十条第（五）项
//! 信息内容\t本年处理决定数量
//! 行政许可\t1,306
//! ";
//!
//! let reading = Reading::from_text(text, &Options::default())?;
//! let report = &reading.report;
//! assert_eq!(report.year.as_ref().map(|year| year.value), Some(2023));
//!
//! // Every number says how it came to be and where it stands.
//! let cell = report.cell(CellRef::new(RowKey::Licensing, ColumnKey::Decisions)).unwrap();
//! assert_eq!((cell.value, cell.status), (Some(Decimal::from(1306)), Status::Read));
//! let span = cell.span.unwrap();
//! assert_eq!(reading.slice(span), "1,306");
//! assert_eq!(reading.line_column(span.start).to_string(), "11:6");
//!
//! // What the source does not have is absent, never zero, and the findings say so.
//! let cell = report.cell(CellRef::new(RowKey::Penalties, ColumnKey::Decisions)).unwrap();
//! assert_eq!((cell.value, cell.status), (None, Status::Absent));
//! assert!(report.findings.iter().any(|finding| finding.rule() == Rule::TableMissing));
//! # Ok::<(), Error>(())
//! ```

mod error;
mod json;
mod options;
pub mod prelude;
mod reading;
pub mod render;
mod source;

pub use error::Error;
pub use govreport_core::{ParseError, Span, check, document, form, model, notices};
pub use govreport_readers::{Limit, Limits, ReadError, positioned};
#[cfg(feature = "schema")]
pub use json::json_schema;
pub use json::{from_json, to_json, to_json_pretty};
pub use options::Options;
pub use reading::{LineColumn, Reading};
/// The exact number of a cell.
pub use rust_decimal::Decimal;
pub use source::Source;

use std::path::Path;

use model::Report;

/// Reads the report in a file, with the default [`Options`].
///
/// # Errors
///
/// See [`Error`].
pub fn read(path: impl AsRef<Path>) -> Result<Report, Error> {
    Reading::from_path(path, &Options::default()).map(|reading| reading.report)
}

/// Reads the report in the bytes of a file, with the default [`Options`].
///
/// # Errors
///
/// See [`Error`].
pub fn read_bytes(bytes: &[u8]) -> Result<Report, Error> {
    Reading::from_bytes(bytes, &Options::default()).map(|reading| reading.report)
}

/// Reads the report in a text, plain, Markdown or HTML, with the default [`Options`].
///
/// # Errors
///
/// See [`Error`].
pub fn parse(text: &str) -> Result<Report, Error> {
    Reading::from_text(text, &Options::default()).map(|reading| reading.report)
}
