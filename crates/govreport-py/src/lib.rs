//! The compiled part of the Python package `govreport`: types and conversion, no logic. One file for one Python class.
//!
//! The documentation of what Python sees is written for Python: numpydoc, with doctests that `python/tests` runs.

#![expect(clippy::doc_markdown, clippy::doc_link_with_quotes, reason = "numpydoc is no Markdown")]
#![expect(clippy::needless_pass_by_value, reason = "pyo3 hands arguments over by value")]

mod cell;
mod check;
mod check_result;
mod convert;
mod errors;
mod finding;
mod identity;
mod metadata;
mod report;
mod rule;
mod section;
mod shared;
mod source;
mod table;
mod words;

/// Of what Rust allocates in this module; Python has its own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The compiled part of govreport. Import ``govreport`` instead.
#[pyo3::pymodule(gil_used = false)]
mod _govreport {
    #[pymodule_export]
    use crate::cell::Cell;
    #[pymodule_export]
    use crate::check::check;
    #[pymodule_export]
    use crate::check_result::CheckResult;
    #[pymodule_export]
    use crate::finding::Finding;
    #[pymodule_export]
    use crate::identity::{Contact, Origin, Period};
    #[pymodule_export]
    use crate::metadata::Metadata;
    #[pymodule_export]
    use crate::report::{Report, schema};
    #[pymodule_export]
    use crate::rule::{Rule, explain, rules};
    #[pymodule_export]
    use crate::section::{Section, Subsection};
    #[pymodule_export]
    use crate::source::{parse, read, text};
    #[pymodule_export]
    use crate::table::{Table, table_layout};
    #[pymodule_export]
    use crate::words::read_words;

    #[pymodule_export]
    #[allow(non_upper_case_globals, reason = "the name is Python's")]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
