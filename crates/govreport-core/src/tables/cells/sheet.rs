//! The cells of a table while they are being filled.

use std::ops::Range;

use compact_str::CompactString;
use rust_decimal::Decimal;

use crate::document::{BlockKind, Document, GridPlace};
use crate::form::{Edition, FormRow, NumberKind, RowKey, form};
use crate::model::{CellRef, Finding, Reason, Status, TableCell, Unit};
use crate::notices::{Notice, Place, PrintedRow, TextInNumberCell, UnitConverted};
use crate::tables::tokens::{Content, Slot, count};
use crate::text::measure::{self, Measure, Money};
use crate::text::money::Named;
use crate::text::number::Printed;

/// Fills cells and notes what is to be said of them.
pub(in crate::tables) struct Sheet<'a> {
    pub(in crate::tables) document: &'a Document<'a>,
    pub(in crate::tables) cells: Vec<TableCell>,
    pub(in crate::tables) findings: &'a mut Vec<Finding>,
}

impl<'a> Sheet<'a> {
    /// A sheet of the absent cells of these rows, each with its edition.
    pub(in crate::tables) fn new<'r>(
        document: &'a Document<'a>,
        rows: impl Iterator<Item = (&'r FormRow, Edition)> + Clone,
        findings: &'a mut Vec<Finding>,
    ) -> Self {
        let mut cells = Vec::with_capacity(rows.clone().map(|(row, _)| row.columns.len()).sum());
        for (row, edition) in rows {
            cells.extend(row.columns.iter().map(|column| TableCell::absent(row.key, *column, edition)));
        }
        Self { document, cells, findings }
    }

    /// Fills a cell with what stands in a slot. A number that cannot stand in the column is words. Gives whether a number was
    /// converted from another unit.
    pub(in crate::tables) fn fill(&mut self, cell: usize, slot: &Slot, status: Status, unit: Named) -> bool {
        let target = &mut self.cells[cell];
        let text = self.document.text();
        target.raw = (!slot.span.is_empty()).then(|| CompactString::new(slot.span.of(text)));
        target.span = Some(slot.span);
        (target.page, target.grid) = place(self.document, slot);
        let at = target.at();
        match slot.content {
            Content::Blank => target.status = Status::Blank,
            Content::NotApplicable => target.status = Status::NotApplicable,
            Content::Words => self.words(cell, slot, |words| TextInNumberCell::Words { words }),
            Content::Untold => self.doubt(cell, Reason::FigureUnclear),
            Content::Number { printed, .. } => match number(at, printed, unit) {
                Some(number) => {
                    target.value = Some(number.value);
                    target.unit = number.unit;
                    target.status = status;
                    let Some(from) = number.converted else { return false };
                    let notice = UnitConverted {
                        printed: slot.span.of(text).to_owned(),
                        unit: from.to_string(),
                        value: number.value,
                        // The form of 2019 names no unit for procurement.
                        of_form: at.row == RowKey::Fees,
                    };
                    let finding = Finding::new(Notice::UnitConverted(notice));
                    self.findings.push(finding.at(slot.span).about([at]));
                    return true;
                }
                None => self.words(cell, slot, |number| TextInNumberCell::Number { number }),
            },
        }
        false
    }

    /// Fills several cells with the one thing that stands for all of them.
    pub(in crate::tables) fn fill_all(&mut self, cells: Range<usize>, slot: &Slot) {
        let before = self.findings.len();
        self.fill(cells.start, slot, Status::Read, Named::None);
        let others: Vec<CellRef> = cells.clone().skip(1).map(|cell| self.at(cell)).collect();
        for cell in cells.clone().skip(1) {
            let column = self.cells[cell].column;
            self.cells[cell] = TableCell { column, ..self.cells[cells.start].clone() };
        }
        for finding in &mut self.findings[before..] {
            finding.cells.extend(&others);
        }
    }

    /// Fills a cell with a value that is derived, not printed at its own place.
    pub(in crate::tables) fn derive(&mut self, cell: usize, value: i64, status: Status, slot: Option<&Slot>) {
        let text = self.document.text();
        let (page, grid) = slot.map(|slot| place(self.document, slot)).unwrap_or_default();
        let target = &mut self.cells[cell];
        target.value = Some(Decimal::from(value));
        target.status = status;
        target.raw = slot.map(|slot| CompactString::new(slot.span.of(text)));
        target.span = slot.map(|slot| slot.span);
        target.page = page;
        target.grid = grid;
    }

    /// Marks a cell as not to be told, for this reason.
    pub(in crate::tables) fn doubt(&mut self, cell: usize, reason: Reason) {
        let target = &mut self.cells[cell];
        let absent = TableCell::absent(target.row, target.column, target.edition);
        *target = TableCell { status: Status::Ambiguous, reason: Some(reason), ..absent };
    }

    /// A row of the table in its edition; `None` where the table has no such row.
    pub(in crate::tables) fn printed(&self, key: RowKey) -> Option<PrintedRow> {
        let cell = self.cells.iter().find(|cell| cell.row == key)?;
        Some(PrintedRow::new(cell.row, cell.edition))
    }

    /// The row of these cells, or the table where they stand in several rows.
    pub(in crate::tables) fn place(&self, cells: Range<usize>) -> Place {
        let first = &self.cells[cells.start];
        if self.cells[cells].iter().all(|cell| cell.row == first.row) {
            Place::Row(PrintedRow::new(first.row, first.edition))
        } else {
            Place::Table(first.table())
        }
    }

    /// The address of a cell.
    pub(in crate::tables) fn at(&self, cell: usize) -> CellRef {
        self.cells[cell].at()
    }

    fn words(&mut self, cell: usize, slot: &Slot, notice: impl FnOnce(String) -> TextInNumberCell) {
        let at = self.at(cell);
        self.cells[cell].status = Status::Text;
        let words = slot.span.of(self.document.text()).to_owned();
        let finding = Finding::new(Notice::TextInNumberCell(notice(words)));
        self.findings.push(finding.at(slot.span).about([at]));
    }
}

/// The page a slot stands on, and its place in a table of the source, where the document knows them.
fn place(document: &Document<'_>, slot: &Slot) -> (Option<u32>, Option<GridPlace>) {
    let Some(block) = document.blocks().get(slot.block as usize) else { return (None, None) };
    let grid = match block.kind {
        BlockKind::Row { table, row } => Some(GridPlace { table, row, column: slot.column }),
        _ => None,
    };
    (Some(block.page).filter(|page| *page > 0), grid)
}

/// So many figures are a whole number that a count can be.
/// Measured: with 9, no cell changes.
const MOST_FIGURES: u8 = 18;

struct Number {
    value: Decimal,
    unit: Option<Unit>,
    /// The unit that it was converted from, as it is written.
    converted: Option<&'static str>,
}

/// The number as the column wants it, or `None` where it can be none.
fn number(at: CellRef, printed: Printed, named: Named) -> Option<Number> {
    let plain = |value| Number { value, unit: None, converted: None };
    let kind = form().column(at.table, at.column)?.number;
    // Of nearly all cells: nothing but figures, and not more of them than a count can have.
    let is_figures = (1..=MOST_FIGURES).contains(&printed.figures);
    match kind {
        NumberKind::Count | NumberKind::Change if is_figures => Some(plain(printed.value)),
        NumberKind::Count => count(printed).map(|value| plain(value.into())),
        NumberKind::Change => {
            let value = printed.value.normalize();
            let whole = value.scale() == 0 && matches!(printed.measure, None | Some(Measure::Word));
            whole.then(|| plain(value))
        }
        NumberKind::Amount if printed.value.is_sign_negative() && !printed.value.is_zero() => None,
        NumberKind::Amount => amount(at, printed, named),
    }
}

/// Fees are counted in 万元; what is printed in another unit is converted, exactly. The form of 2019 names no unit for
/// procurement: its amount stays as printed, with the unit printed.
fn amount(at: CellRef, printed: Printed, named: Named) -> Option<Number> {
    let value = printed.value;
    let named = match named {
        Named::One(money) => Some(money),
        Named::Several | Named::Unknown if printed.measure.is_none() => return None,
        Named::None | Named::Several | Named::Unknown => None,
    };
    let money = match printed.measure {
        Some(Measure::Money(money)) => Some(money),
        // 12.34万: ten thousand of 元.
        Some(Measure::Scale(tens)) => Some(Money::of_tens(tens)),
        Some(Measure::Word | Measure::Multiple | Measure::Share | Measure::Unknown) => return None,
        Some(Measure::Currency) => Some(named?),
        None => named,
    };
    let wants_ten_thousand = at.row == RowKey::Fees;
    let unit = match money {
        None if !wants_ten_thousand => None,
        Some(Money::YUAN) if !wants_ten_thousand => Some(Unit::Yuan),
        _ => Some(Unit::TenThousandYuan),
    };
    let other =
        money.filter(|money| unit == Some(Unit::TenThousandYuan) && *money != Money::TEN_THOUSAND_YUAN);
    match other {
        // 0 元 is 0 万元 and needs no word about it.
        Some(other) => {
            let written = match printed.measure {
                Some(Measure::Scale(tens)) => measure::scale(tens),
                _ => other.wording(),
            };
            let converted = (!value.is_zero()).then_some(written);
            other.in_ten_thousands(value).map(|value| Number { value, unit, converted })
        }
        None => Some(Number { value, unit, converted: None }),
    }
}
