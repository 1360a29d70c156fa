//! The cells of a sheet of an old workbook.

use super::super::sheet::{Region, Sheet};
use super::super::value::{self, NumberFormat};
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
    let mut reader = Reader { globals, sheet: Sheet::default(), formula: None };
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
            kind::END if depth == 1 => return Ok(reader.sheet),
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
    Ok(reader.sheet)
}

struct Reader<'g> {
    globals: &'g Globals,
    sheet: Sheet,
    /// The place of the formula whose text comes in the next record.
    formula: Option<(u32, u32)>,
}

impl Reader<'_> {
    /// Reads a record; gives the number of bytes that it adds to the text.
    fn record(&mut self, record: Record<'_>) -> Option<usize> {
        let bytes = record.bytes;
        match record.kind {
            kind::ROW => {
                if u16_at(bytes, 12)? & 0x20 != 0 {
                    let row = u32::from(u16_at(bytes, 0)?);
                    self.sheet.hidden_rows.push(row..=row);
                }
                None
            }
            kind::COLUMNS => {
                if u16_at(bytes, 8)? & 1 != 0 {
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
                let place = self.formula.take()?;
                let text = Texts::new(record, 0).text(self.globals.writing)?;
                Some(self.push(place, text))
            }
            _ => self.cell(record),
        }
    }

    fn cell(&mut self, record: Record<'_>) -> Option<usize> {
        let bytes = record.bytes;
        let place = (u32::from(u16_at(bytes, 0)?), u32::from(u16_at(bytes, 2)?));
        let text = match record.kind {
            kind::SHARED_TEXT => self.globals.texts.get(offset_at(bytes, 6)?)?.clone(),
            kind::TEXT | kind::RICH_TEXT => Texts::new(record, 6).text(self.globals.writing)?,
            kind::NUMBER => self.number(f64::from_bits(u64_at(bytes, 6)?), u16_at(bytes, 4)?),
            kind::COMPACT_NUMBER => self.number(compact(u32_at(bytes, 6)?), u16_at(bytes, 4)?),
            kind::COMPACT_NUMBERS => return self.compact_numbers(place, bytes),
            kind::BOOLEAN_OR_ERROR => truth_or_error(*bytes.get(6)?, *bytes.get(7)? != 0)?,
            kind::FORMULA => self.formula(place, bytes)?,
            _ => return None,
        };
        Some(self.push(place, text))
    }

    fn push(&mut self, (row, column): (u32, u32), text: String) -> usize {
        let length = text.len();
        self.sheet.push(row, column, text);
        length
    }

    fn number(&self, number: f64, format: u16) -> String {
        let format = self.globals.formats.get(usize::from(format)).copied().unwrap_or(NumberFormat::Plain);
        value::number(number, format, self.globals.epoch)
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
    fn formula(&mut self, place: (u32, u32), bytes: &[u8]) -> Option<String> {
        if u16_at(bytes, 12)? != 0xFFFF {
            return Some(self.number(f64::from_bits(u64_at(bytes, 6)?), u16_at(bytes, 4)?));
        }
        match bytes.get(6)? {
            0 => {
                self.formula = Some(place);
                None
            }
            1 => truth_or_error(*bytes.get(8)?, false),
            2 => truth_or_error(*bytes.get(8)?, true),
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
        Some(value::boolean(value != 0))
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
