//! Workbooks of Excel 5 to 2003 (.xls), as MS-XLS describes them.

mod cells;
mod globals;
mod records;
mod texts;

use govreport_core::document::{DocumentBuilder, Format};

use self::globals::Globals;
use super::entry::Entry;
use super::sheet::Sheet;
use crate::ReadError;
use crate::budget::Budget;
use crate::compound::Compound;

/// An open workbook.
pub(super) struct Workbook<'a> {
    compound: Compound<'a>,
    stream: Vec<u8>,
    globals: Globals,
}

impl<'a> Workbook<'a> {
    /// Opens a workbook.
    pub(super) fn open(bytes: &'a [u8], budget: &mut Budget) -> Result<Self, ReadError> {
        let mut compound = Compound::open(bytes, Format::Xls)?;
        // Where a file has both, the second is a copy for Excel 5.
        let name = if compound.has("Workbook") { "Workbook" } else { "Book" };
        let stream = compound.needed(name, budget)?;
        let globals = Globals::read(&stream, budget)?;
        Ok(Self { compound, stream, globals })
    }

    /// Puts title, author and the like into the document.
    pub(super) fn properties(
        &mut self,
        builder: &mut DocumentBuilder<'_>,
        budget: &mut Budget,
    ) -> Result<(), ReadError> {
        self.compound.properties(builder, budget)
    }

    /// The sheets.
    pub(super) fn entries(&self) -> Vec<Entry> {
        self.globals.sheets.iter().map(|sheet| sheet.entry.clone()).collect()
    }

    /// A sheet, by its number.
    pub(super) fn sheet(&self, number: usize, budget: &mut Budget) -> Result<Sheet, ReadError> {
        let start = self.globals.sheets.get(number).map_or(usize::MAX, |sheet| sheet.start);
        cells::read(self.stream.get(start..).unwrap_or_default(), &self.globals, budget)
    }
}
