//! What stands at the span of a number reads as that number, in its unit.

use govreport_core::form::{NumberKind, form};
use govreport_core::model::{Report, TableCell, Unit};
use rust_decimal::Decimal;

use super::printed_numbers;
use crate::Violation;
use crate::number::{Number, number, units_named};

pub(crate) fn judge(text: &str, report: &Report, violations: &mut Vec<Violation>) {
    // Asked only of amounts, of which a report has one.
    let named = || {
        let table = report.proactive.span;
        let around =
            table.map(|table| govreport_core::Span::new(table.start.saturating_sub(600), table.end + 600));
        around.map_or_else(|| units_named(text), |around| units_named(lines_around(text, around)))
    };
    for (cell, at) in printed_numbers(report) {
        let Some(value) = cell.value else { continue };
        let printed = at.of(text);
        // Of nearly all cells: nothing but figures.
        let is_plain =
            cell.unit.is_none() && printed.len() < 9 && printed.bytes().all(|byte| byte.is_ascii_digit());
        if is_plain && printed.parse().ok() == Some(value) {
            continue;
        }
        let read = number(printed);
        if !read.is_some_and(|read| is_meant(cell, value, read, &named)) {
            let reads = read.map(|read| read.value);
            violations.push(Violation::ReadsOtherwise {
                cell: cell.at(),
                value,
                printed: printed.to_owned(),
                reads,
            });
        }
    }
}

/// The text at a range that need not lie on boundaries of characters.
fn lines_around(text: &str, around: govreport_core::Span) -> &str {
    let boundary = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    text.get(boundary(around.start)..boundary(around.end)).unwrap_or_default()
}

/// Whether a number that is printed is what the cell says.
fn is_meant(cell: &TableCell, value: Decimal, read: Number, named: &impl Fn() -> Vec<i32>) -> bool {
    let kind = form().column(cell.table(), cell.column).map(|column| column.number);
    if kind != Some(NumberKind::Amount) {
        return read.value == value && read.tens.is_none() && cell.unit.is_none();
    }
    let unit = match cell.unit {
        // The form of 2019 names no unit: the amount is what is printed.
        None => return read.value == value && read.tens.is_none(),
        Some(Unit::Yuan) => 0,
        Some(Unit::TenThousandYuan) => 4,
        Some(_) => return false,
    };
    let is_same = |tens: i32| scaled(read.value, tens - unit) == Some(value.normalize());
    if let Some(tens) = read.tens {
        return is_same(tens);
    }
    // One that stands about the table; where none does, the unit of the form.
    let named = named();
    named.is_empty() && read.value == value || named.into_iter().any(is_same)
}

/// A number times a power of ten, exactly.
fn scaled(value: Decimal, tens: i32) -> Option<Decimal> {
    let factor = Decimal::from(10_i64.checked_pow(tens.unsigned_abs())?);
    let scaled = if tens < 0 { value.checked_div(factor)? } else { value.checked_mul(factor)? };
    Some(scaled.normalize())
}
