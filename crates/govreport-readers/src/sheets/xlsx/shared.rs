//! What all sheets of a workbook share.

use super::super::format::Epoch;
use super::super::look::Palette;
use super::super::style::{Style, Text};

/// What all sheets share.
#[derive(Debug, Default)]
pub(super) struct Shared {
    pub(super) texts: Vec<Text>,
    /// By the number that cells have of it.
    pub(super) styles: Vec<Style>,
    pub(super) palette: Palette,
    /// Which formats of conditions may conceal what a cell holds.
    pub(super) concealing: Vec<bool>,
    pub(super) epoch: Epoch,
    /// All is worked out anew when the workbook is opened: results that are stored are none.
    pub(super) recalculates: bool,
}
