//! The list of the sheets of a workbook.

/// A sheet as the workbook lists it.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) is_hidden: bool,
}
