//! The cells of a sheet.

use super::super::sheet::Sheet;
use super::super::value::{self, NumberFormat};
use super::shared::Shared;
use super::switch::is_on;
use super::{reference, texts};
use crate::ReadError;
use crate::budget::Budget;
use crate::package::{Element, Step, Stop, Xml};

/// Reads a sheet. Cells are taken as they come, whatever size the sheet says it has.
pub(super) fn read(text: &str, shared: &Shared, budget: &mut Budget) -> Result<Sheet, ReadError> {
    let mut reader = Reader { xml: Xml::new(text), shared, sheet: Sheet::default(), row: 0, column: 0 };
    match reader.read(budget) {
        Ok(()) => {}
        Err(Stop::Broken(what)) => reader.sheet.damage = Some(what),
        Err(Stop::Over(error)) => return Err(error),
    }
    Ok(reader.sheet)
}

struct Reader<'x, 's> {
    xml: Xml<'x>,
    shared: &'s Shared,
    sheet: Sheet,
    /// Where the next cell stands that does not say where.
    row: u32,
    column: u32,
}

impl<'x> Reader<'x, '_> {
    fn read(&mut self, budget: &mut Budget) -> Result<(), Stop> {
        let mut rows = 0;
        loop {
            let element = match self.xml.next(budget)? {
                Step::Open(element) => element,
                Step::End => return Ok(()),
                _ => continue,
            };
            match element.name() {
                "row" => {
                    let number = element.attribute("r").and_then(|number| number.trim().parse::<u32>().ok());
                    self.row = number.and_then(|number| number.checked_sub(1)).unwrap_or(rows);
                    rows = self.row.saturating_add(1);
                    self.column = 0;
                    if is_on(element.attribute("hidden").as_deref()) {
                        self.sheet.hidden_rows.push(self.row..=self.row);
                    }
                }
                "c" => self.cell(&element, budget)?,
                "col" if is_on(element.attribute("hidden").as_deref()) => {
                    let number = |name| element.attribute(name)?.trim().parse::<u32>().ok()?.checked_sub(1);
                    if let (Some(first), Some(last)) = (number("min"), number("max")) {
                        self.sheet.hidden_columns.push(first..=last);
                    }
                }
                "mergeCell" => {
                    let region = element.attribute("ref").and_then(|name| reference::region(&name));
                    self.sheet.regions.extend(region);
                }
                _ => {}
            }
        }
    }

    fn cell(&mut self, element: &Element<'x>, budget: &mut Budget) -> Result<(), Stop> {
        if let Some((row, column)) = element.attribute("r").and_then(|name| reference::cell(&name)) {
            (self.row, self.column) = (row, column);
        }
        let column = self.column;
        self.column = column.saturating_add(1);
        if element.empty {
            return Ok(());
        }
        let kind = element.attribute("t").unwrap_or_default();
        let format = element.attribute("s").and_then(|number| number.trim().parse::<usize>().ok());
        let format = format.and_then(|number| self.shared.formats.get(number)).copied().unwrap_or_default();
        let mut text = String::new();
        let end = self.content(&kind, format, &mut text, budget);
        // A text that many cells share may be long: what is written is counted, not what is stored.
        budget.unpacked(u64::try_from(text.len()).unwrap_or(u64::MAX))?;
        // What is broken may be broken off: the cell is not taken.
        end?;
        self.sheet.push(self.row, column, text);
        Ok(())
    }

    /// Reads what a cell holds, to its end.
    fn content(
        &mut self,
        kind: &str,
        format: NumberFormat,
        text: &mut String,
        budget: &mut Budget,
    ) -> Result<(), Stop> {
        loop {
            match self.xml.next(budget)? {
                Step::Open(element) if element.empty => {}
                Step::Open(element) => match element.name() {
                    "v" => {
                        let value = texts::plain(&mut self.xml, budget)?;
                        text.push_str(&self.value(kind, &value, format));
                    }
                    "is" => texts::rich(&mut self.xml, text, budget)?,
                    _ => self.xml.skip(budget)?,
                },
                Step::Close | Step::End => return Ok(()),
                Step::Text(_) => {}
            }
        }
    }

    fn value(&self, kind: &str, value: &str, format: NumberFormat) -> String {
        match kind {
            "s" => value
                .trim()
                .parse()
                .ok()
                .and_then(|number: usize| self.shared.texts.get(number))
                .cloned()
                .unwrap_or_default(),
            "b" => value::boolean(is_on(Some(value.trim()))),
            "str" => texts::unescaped(value),
            // Errors, days that are written out.
            "e" | "d" => value.trim().to_owned(),
            _ => match value.trim().parse() {
                Ok(number) => value::number(number, format, self.shared.epoch),
                Err(_) => value.trim().to_owned(),
            },
        }
    }
}
