//! Readers: bytes in, [`Document`](govreport_core::document::Document) out. They know file formats and nothing of the form.

pub mod text;
