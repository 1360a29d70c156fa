//! What all sheets of a workbook share.

use super::super::value::{Epoch, NumberFormat};

/// What all sheets share.
#[derive(Debug, Default)]
pub(super) struct Shared {
    pub(super) texts: Vec<String>,
    /// By the number that cells have of it.
    pub(super) formats: Vec<NumberFormat>,
    pub(super) epoch: Epoch,
}
