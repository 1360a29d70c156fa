//! What is known of a report before its tables are read, and what each kind of table says of itself for it.

use crate::document::Document;
use crate::form::{Edition, FormRow, RowKey};
use crate::model::TableEdition;
use crate::tables::cells::absence::Standing;
use crate::tables::columns::{Padding, Row};

/// What is known of a report when its tables are read.
#[derive(Debug, Clone, Copy)]
pub(in crate::tables) struct Context<'d> {
    pub(in crate::tables) document: &'d Document<'d>,
    /// The year that the report is on, where it is known.
    pub(in crate::tables) year: Option<u16>,
    /// The edition that the year, or the other tables, call for.
    pub(in crate::tables) expected: Edition,
    /// Where the source puts empty cells into its rows that the page has not.
    pub(in crate::tables) padding: Padding,
}

/// What a kind of table says of itself for one report.
pub(super) struct Plan<'f> {
    /// The edition that its own labels show.
    pub(super) edition: TableEdition,
    /// The rows of the form, in their order, each in its edition.
    pub(super) rows: Vec<(&'static FormRow, Edition)>,
    /// The rows of the source, each made once.
    pub(super) sources: Vec<Row<'f>>,
    /// Which rows of the form stand in the source.
    pub(super) standings: Vec<(RowKey, Standing)>,
    /// The rows that belong to no row of the form are told.
    pub(super) tells: bool,
}
