//! The cells of a sheet.

use super::super::format::{self, UNKNOWN};
use super::super::sheet::{MOST_COLUMNS, Sheet, Stretches};
use super::super::style::Style;
use super::conditions::Conditions;
use super::shared::Shared;
use super::switch::is_on;
use super::{reference, texts};
use crate::ReadError;
use crate::budget::Budget;
use crate::package::{Element, Step, Stop, Xml};

/// Reads a sheet. Cells are taken as they come, whatever size the sheet says it has.
pub(super) fn read(text: &str, shared: &Shared, budget: &mut Budget) -> Result<Sheet, ReadError> {
    let mut reader = Reader {
        xml: Xml::new(text),
        shared,
        sheet: Sheet::default(),
        view: None,
        columns: Columns::default(),
        conditions: Conditions::default(),
        row: 0,
        column: 0,
    };
    match reader.read(budget) {
        Ok(()) => {}
        Err(Stop::Broken(what)) => reader.sheet.damage = Some(what),
        Err(Stop::Over(error)) => return Err(error),
    }
    let Reader { mut sheet, columns, conditions, .. } = reader;
    columns.hide(&mut sheet.hidden_columns);
    conditions.apply(&mut sheet);
    Ok(sheet)
}

struct Reader<'x, 's> {
    xml: Xml<'x>,
    shared: &'s Shared,
    sheet: Sheet,
    /// How it is looked at; of several views the first counts.
    view: Option<View>,
    columns: Columns,
    conditions: Conditions,
    /// Where the next cell stands that does not say where.
    row: u32,
    column: u32,
}

/// What a view of a sheet shows.
#[derive(Debug, Clone, Copy, Default)]
struct View {
    /// 显示公式: formulas instead of what they come to.
    formulas: bool,
    /// Cells that hold 0 are empty.
    hides_zeros: bool,
}

/// Rows that are no higher, in points, and columns that are no wider, in characters, show nothing.
const LOWEST: f64 = 1.5;
const NARROWEST: f64 = 0.2;

/// The columns that a sheet describes.
#[derive(Debug, Default)]
struct Columns {
    described: Stretches,
    hidden: Stretches,
    /// Those that it does not describe have no width.
    others_hidden: bool,
}

impl Columns {
    fn describe(&mut self, element: &Element<'_>) {
        let number = |name| element.attribute(name)?.trim().parse::<u32>().ok()?.checked_sub(1);
        let (Some(first), Some(last)) = (number("min"), number("max")) else { return };
        self.described.push(first..=last);
        if is_on(element.attribute("hidden").as_deref()) || is_at_most(element, "width", NARROWEST) {
            self.hidden.push(first..=last);
        }
    }

    /// Says which columns are hidden.
    fn hide(mut self, hidden: &mut Stretches) {
        *hidden = self.hidden;
        if self.others_hidden {
            self.described.settle();
            self.described.gaps(MOST_COLUMNS - 1, hidden);
        }
    }
}

/// Whether a measure is given, and is no more than this.
fn is_at_most(element: &Element<'_>, name: &str, most: f64) -> bool {
    let measure = element.attribute(name).and_then(|measure| measure.trim().parse::<f64>().ok());
    measure.is_some_and(|measure| measure <= most)
}

/// What is in a cell, as it is read.
#[derive(Debug, Default)]
struct Content {
    text: String,
    has_formula: bool,
    /// It says what it holds, even if that is an empty text.
    has_value: bool,
}

impl<'x> Reader<'x, '_> {
    fn read(&mut self, budget: &mut Budget) -> Result<(), Stop> {
        let mut rows = 0;
        // The condition that is read may conceal what it holds of.
        let mut conceals = false;
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
                    let is_hidden = is_on(element.attribute("hidden").as_deref());
                    if is_hidden || is_at_most(&element, "ht", LOWEST) {
                        self.sheet.hidden_rows.push(self.row..=self.row);
                    }
                }
                "c" => self.cell(&element, budget)?,
                "col" => self.columns.describe(&element),
                "sheetFormatPr" => {
                    self.columns.others_hidden = is_at_most(&element, "defaultColWidth", NARROWEST);
                }
                "sheetView" => {
                    let is =
                        |name, value: bool| element.attribute(name).map(|said| is_on(Some(&said)) == value);
                    self.view.get_or_insert(View {
                        formulas: is("showFormulas", true).unwrap_or(false),
                        hides_zeros: is("showZeros", false).unwrap_or(false),
                    });
                }
                "conditionalFormatting" => self.conditions.begin(&element),
                "cfRule" => {
                    let number =
                        element.attribute("dxfId").and_then(|number| number.trim().parse::<usize>().ok());
                    conceals = number.is_some_and(|number| {
                        self.shared.concealing.get(number).copied().unwrap_or_default()
                    });
                    if conceals {
                        self.conditions.add(&element);
                    }
                }
                // Icons and bars may stand instead of the number.
                "iconSet" | "dataBar"
                    if element.attribute("showValue").is_some_and(|shows| !is_on(Some(&shows))) =>
                {
                    self.conditions.add(&element);
                }
                "formula" if conceals && !element.empty => {
                    let formula = texts::plain(&mut self.xml, budget)?;
                    self.conditions.bound(&formula);
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
        // A cell that names no format has the first.
        let style = element.attribute("s").and_then(|number| number.trim().parse::<usize>().ok());
        let style = self.shared.styles.get(style.unwrap_or_default()).cloned().unwrap_or_default();
        let mut content = Content::default();
        let end = self.content(&kind, &style, &mut content, budget);
        // A text that many cells share may be long: what is written is counted, not what is stored.
        budget.unpacked(u64::try_from(content.text.len()).unwrap_or(u64::MAX))?;
        // What is broken may be broken off: the cell is not taken.
        end?;
        let is_worked_out =
            content.has_value && !self.shared.recalculates && !self.view.is_some_and(|view| view.formulas);
        if content.has_formula && !is_worked_out {
            // The sheet shows a result that the file does not hold.
            content.text = UNKNOWN.to_string();
        }
        self.sheet.push(self.row, column, content.text);
        Ok(())
    }

    /// Reads what a cell holds, to its end.
    fn content(
        &mut self,
        kind: &str,
        style: &Style,
        content: &mut Content,
        budget: &mut Budget,
    ) -> Result<(), Stop> {
        loop {
            match self.xml.next(budget)? {
                Step::Open(element) => match element.name() {
                    "f" => {
                        content.has_formula = true;
                        if !element.empty {
                            self.xml.skip(budget)?;
                        }
                    }
                    // An empty result is one only where it is a text.
                    "v" if element.empty => content.has_value |= kind == "str",
                    _ if element.empty => {}
                    "v" => {
                        let value = texts::plain(&mut self.xml, budget)?;
                        content.has_value |= kind == "str" || !value.trim().is_empty();
                        content.text.push_str(&self.value(kind, &value, style));
                    }
                    "is" => {
                        let mut runs = Vec::new();
                        texts::rich(&mut self.xml, &mut runs, &self.shared.palette, budget)?;
                        content.text.push_str(&style.text(&texts::of_runs(runs)));
                        content.has_value = true;
                    }
                    _ => self.xml.skip(budget)?,
                },
                Step::Close | Step::End => return Ok(()),
                Step::Text(_) => {}
            }
        }
    }

    fn value(&self, kind: &str, value: &str, style: &Style) -> String {
        match kind {
            "s" => {
                let number = value.trim().parse::<usize>().ok();
                let text = number.and_then(|number| self.shared.texts.get(number));
                text.map(|text| style.text(text)).unwrap_or_default()
            }
            "b" => style.words(format::boolean(is_on(Some(value.trim())))),
            "str" => style.words(texts::unescaped(value)),
            // Errors, days that are written out.
            "e" | "d" => style.words(value.trim().to_owned()),
            _ => match value.trim().parse::<f64>() {
                Ok(number) if number == 0.0 && self.view.is_some_and(|view| view.hides_zeros) => {
                    String::new()
                }
                Ok(number) => style.number(number, self.shared.epoch),
                Err(_) => style.words(value.trim().to_owned()),
            },
        }
    }
}
