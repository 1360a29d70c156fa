//! The cells of a sheet of an old workbook.

use super::super::format::{self, UNKNOWN};
use super::super::sheet::{Region, Sheet};
use super::super::style::Style;
use super::globals::Globals;
use super::records::{Record, Records, kind};
use super::texts::Texts;
use crate::ReadError;
use crate::budget::Budget;
use crate::compound::bytes::{offset_at, u16_at, u32_at, u64_at};

/// Error values, by their numbers.
const ERRORS: &[(u8, &str)] = &[
    (0x00, "#NULL!"),
    (0x07, "#DIV/0!"),
    (0x0F, "#VALUE!"),
    (0x17, "#REF!"),
    (0x1D, "#NAME?"),
    (0x24, "#NUM!"),
    (0x2A, "#N/A"),
];

/// Reads the sheet that begins here.
pub(super) fn read(stream: &[u8], globals: &Globals, budget: &mut Budget) -> Result<Sheet, ReadError> {
    let mut reader = Reader::new(globals);
    // Charts in a sheet are sheets in it.
    let mut depth = 0_u32;
    let mut records = Records::new(stream);
    for (number, record) in (0_u32..).zip(&mut records) {
        if number % 4096 == 0 {
            budget.time()?;
        }
        match record.kind {
            kind::BEGIN => depth += 1,
            _ if depth == 0 => break,
            kind::END if depth == 1 => return Ok(reader.shown()),
            kind::END => depth -= 1,
            _ if depth == 1 => {
                // A text that many cells share may be long: what is written is counted, not what is stored.
                let bytes = reader.record(record).unwrap_or_default();
                budget.unpacked(u64::try_from(bytes).unwrap_or(u64::MAX))?;
            }
            _ => {}
        }
    }
    reader.sheet.damage = Some("its end is missing".to_owned());
    Ok(reader.shown())
}

struct Reader<'g> {
    globals: &'g Globals,
    sheet: Sheet,
    /// The place of the formula whose text comes in the next record, and its format.
    formula: Option<((u32, u32), u16)>,
    /// What the window of the sheet shows. It stands behind the cells.
    window: Option<u16>,
    /// Which cells hold 0, and which a formula.
    zeros: Vec<usize>,
    formulas: Vec<usize>,
}

/// Flags of a window: formulas are shown, zeros are.
const SHOWS_FORMULAS: u16 = 0x01;
const SHOWS_ZEROS: u16 = 0x10;
/// Flags of a formula whose result is worked out when the workbook is opened.
const WORKED_OUT_LATER: u16 = 0x03;

/// Rows that are no higher, in twentieths of a point, and columns that are no wider, in parts of a character, show nothing.
const LOWEST: u16 = 30;
const NARROWEST: u16 = 50;

impl<'g> Reader<'g> {
    fn new(globals: &'g Globals) -> Self {
        let (zeros, formulas) = (Vec::new(), Vec::new());
        Self { globals, sheet: Sheet::default(), formula: None, window: None, zeros, formulas }
    }

    /// The sheet as its window shows it.
    fn shown(mut self) -> Sheet {
        let window = self.window.unwrap_or(SHOWS_ZEROS);
        let mut set = |cells: &[usize], text: &str| {
            for cell in cells {
                if let Some(cell) = self.sheet.cells.get_mut(*cell) {
                    text.clone_into(&mut cell.text);
                }
            }
        };
        if window & SHOWS_ZEROS == 0 {
            set(&self.zeros, "");
        }
        if window & SHOWS_FORMULAS != 0 {
            set(&self.formulas, UNKNOWN.encode_utf8(&mut [0; 4]));
        }
        self.sheet.cells.retain(|cell| !cell.text.is_empty());
        self.sheet
    }

    /// Reads a record; gives the number of bytes that it adds to the text.
    fn record(&mut self, record: Record<'_>) -> Option<usize> {
        let bytes = record.bytes;
        match record.kind {
            kind::ROW => {
                // The highest bit says that the height is the usual one.
                let is_low = u16_at(bytes, 6)? <= LOWEST;
                if is_low || u16_at(bytes, 12)? & 0x20 != 0 {
                    let row = u32::from(u16_at(bytes, 0)?);
                    self.sheet.hidden_rows.push(row..=row);
                }
                None
            }
            kind::COLUMNS => {
                if u16_at(bytes, 4)? <= NARROWEST || u16_at(bytes, 8)? & 1 != 0 {
                    self.sheet
                        .hidden_columns
                        .push(u32::from(u16_at(bytes, 0)?)..=u32::from(u16_at(bytes, 2)?));
                }
                None
            }
            kind::MERGED => {
                self.merged(bytes);
                None
            }
            kind::TEXT_OF_FORMULA => {
                let (place, style) = self.formula.take()?;
                let text = Texts::new(record, 0).text(self.globals.writing)?;
                self.formulas.push(self.sheet.cells.len());
                let text = self.style(style).words(text);
                Some(self.push(place, text))
            }
            kind::WINDOW => {
                self.window = self.window.or(u16_at(bytes, 0));
                None
            }
            _ => self.cell(record),
        }
    }

    fn cell(&mut self, record: Record<'_>) -> Option<usize> {
        let bytes = record.bytes;
        let place = (u32::from(u16_at(bytes, 0)?), u32::from(u16_at(bytes, 2)?));
        let format = u16_at(bytes, 4)?;
        let text = match record.kind {
            kind::SHARED_TEXT => {
                let text = self.globals.texts.get(offset_at(bytes, 6)?)?;
                self.style(format).text(text)
            }
            kind::TEXT | kind::RICH_TEXT => {
                let text = Texts::new(record, 6).text(self.globals.writing)?;
                self.style(format).words(text)
            }
            kind::NUMBER => self.number(f64::from_bits(u64_at(bytes, 6)?), format),
            kind::COMPACT_NUMBER => self.number(compact(u32_at(bytes, 6)?), format),
            kind::COMPACT_NUMBERS => return self.compact_numbers(place, bytes),
            kind::BOOLEAN_OR_ERROR => {
                self.style(format).words(truth_or_error(*bytes.get(6)?, *bytes.get(7)? != 0)?)
            }
            kind::FORMULA => {
                let text = self.formula(place, format, bytes)?;
                self.formulas.push(self.sheet.cells.len());
                text
            }
            _ => return None,
        };
        Some(self.push(place, text))
    }

    fn push(&mut self, (row, column): (u32, u32), text: String) -> usize {
        let length = text.len();
        self.sheet.push(row, column, text);
        length
    }

    fn style(&self, number: u16) -> Style {
        self.globals.styles.get(usize::from(number)).cloned().unwrap_or_default()
    }

    /// What is shown of a number in the cell that is pushed next.
    fn number(&mut self, number: f64, format: u16) -> String {
        if number == 0.0 {
            self.zeros.push(self.sheet.cells.len());
        }
        self.style(format).number(number, self.globals.epoch)
    }

    /// Numbers in cells beside each other: a format and a number for each, and the last column behind them.
    fn compact_numbers(&mut self, (row, first): (u32, u32), bytes: &[u8]) -> Option<usize> {
        let count = bytes.len().checked_sub(6)? / 6;
        let mut length = 0;
        for (column, at) in (first..).zip((4..).step_by(6)).take(count) {
            let text = self.number(compact(u32_at(bytes, at + 2)?), u16_at(bytes, at)?);
            length += self.push((row, column), text);
        }
        Some(length)
    }

    /// The result of a formula: a number, or where its last two bytes say so something else.
    fn formula(&mut self, place: (u32, u32), format: u16, bytes: &[u8]) -> Option<String> {
        if u16_at(bytes, 12)? != 0xFFFF {
            let result = f64::from_bits(u64_at(bytes, 6)?);
            // Programs that do not work out results write 0, and that it is to be done.
            if result == 0.0 && u16_at(bytes, 14)? & WORKED_OUT_LATER != 0 {
                return Some(UNKNOWN.to_string());
            }
            return Some(self.number(result, format));
        }
        match bytes.get(6)? {
            0 => {
                self.formula = Some((place, format));
                None
            }
            1 => truth_or_error(*bytes.get(8)?, false),
            2 => truth_or_error(*bytes.get(8)?, true),
            // An empty text, or no result.
            3 => Some(UNKNOWN.to_string()),
            _ => None,
        }
    }

    fn merged(&mut self, bytes: &[u8]) {
        let count = u16_at(bytes, 0).unwrap_or_default();
        let regions = (0..usize::from(count)).map_while(|index| {
            let at = 2 + index * 8;
            let number = |offset: usize| u16_at(bytes, at + offset).map(u32::from);
            Some(Region {
                first_row: number(0)?,
                last_row: number(2)?,
                first_column: number(4)?,
                last_column: number(6)?,
            })
        });
        self.sheet.regions.extend(regions);
    }
}

/// A number in four bytes: whole or the upper half of one in eight, and perhaps a hundredth of what it says.
fn compact(bits: u32) -> f64 {
    let number = if bits & 2 != 0 {
        f64::from(bits.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(bits & !3) << 32)
    };
    if bits & 1 != 0 { number / 100.0 } else { number }
}

fn truth_or_error(value: u8, is_error: bool) -> Option<String> {
    if is_error {
        ERRORS.iter().find(|(number, _)| *number == value).map(|(_, name)| (*name).to_owned())
    } else {
        Some(format::boolean(value != 0))
    }
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn numbers_in_four_bytes() {
        let same = |bits: u32, number: f64| assert_eq!(compact(bits).to_bits(), number.to_bits());
        same(2 | 7 << 2, 7.0);
        same(3 | 1250 << 2, 12.5);
        same((-3_i32 << 2).cast_unsigned() | 2, -3.0);
        same(0x3FF0_0000, 1.0);
    }
}
