//! What the fuzz targets try. `crates/govreport/tests/fuzz_corpus.rs` takes in the same file, so that the seeds and every input
//! that once broke something are tried by the ordinary tests too.

mod targets;

pub use targets::{docx, docx_parts, html, json, made, middle, pdf, text};
