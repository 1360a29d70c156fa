//! A row of the form.

use super::keys::{ColumnKey, Edition, RowKey};

/// A row of the form (表行) in one edition.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FormRow {
    /// The canonical key.
    pub key: RowKey,
    /// The edition this line of the form is from; `None` where both editions share it.
    pub edition: Option<Edition>,
    /// The label the row stands under: an article of the Regulations in table one, a kind of outcome in table two.
    pub group: Option<&'static str>,
    /// The columns that hold a number in this row, in printed order.
    pub columns: Vec<ColumnKey>,
    /// The printed label, with its enumerator.
    pub label: &'static str,
}
