//! Units in places where offices put them and forms do not: a column, the line of an item, a row, a remark; and counts in thousands.

use govreport_core::form::{ColumnKey, NumberKind, RowKey, TableKind, form};
use govreport_core::model::{Status, Unit};
use rust_decimal::Decimal;

use super::amounts::{UNITS, cells_of, heading_over};
use super::select::{line, name_of, numbers};
use crate::article::Part;
use crate::draft::{Draft, Place};
use crate::random::Random;
use crate::sheet::Slot;

/// Where a unit is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    /// A column 单位 before the amount.
    Column,
    /// The line of the item over the block.
    Item,
    /// The heading, behind a stroke.
    Stroke,
    /// The heading, with 人民币.
    Currency,
    /// A row of its own below the heading.
    RowBelowHeading,
    /// A row of its own above the block.
    RowAbove,
    /// A note in a row below the amount.
    Note,
    /// A remark behind the number.
    Remark,
    /// The heading says 万元, and a note another unit.
    Contradiction,
    /// A unit that is none of money.
    NoMoney,
}

const NAMED: [Named; 10] = [
    Named::Column,
    Named::Item,
    Named::Stroke,
    Named::Currency,
    Named::RowBelowHeading,
    Named::RowAbove,
    Named::Note,
    Named::Remark,
    Named::Contradiction,
    Named::NoMoney,
];

/// An amount is printed in another unit, which is named where the form has none.
pub(super) fn elsewhere(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let (place, at, cell) = *random.pick(&cells_of(draft, ColumnKey::Amount))?;
    let named = *random.pick(&NAMED)?;
    let (unit, yuan) = *random.pick(&UNITS)?;
    let value = draft.ledger.value(cell)?;
    let printed = value.checked_mul(Decimal::from(10_000))?.checked_div(Decimal::from(yuan))?.normalize();
    let digits = draft.spec.numbers.write(printed, NumberKind::Amount);
    let bare = if cell.row == RowKey::Fees { "本年收费金额" } else { "采购总金额" };
    let (heading, over) = heading_over(draft, place)?;
    let text = match named {
        Named::Stroke => format!("{bare}/{unit}"),
        Named::Currency => format!("{bare}（人民币：{unit}）"),
        Named::Contradiction => format!("{bare}（单位：万元）"),
        Named::NoMoney => format!("{bare}（{}）", random.pick(&["件", "单位：%", "笔", "单位：户"])?),
        _ => bare.to_owned(),
    };
    draft.line(heading)?.get_mut(over)?.text = text;
    draft.line(place)?.get_mut(at)?.text =
        if named == Named::Remark { format!("{digits}（{unit}）") } else { digits };
    let width = draft.sheet(place)?.width();
    let row = |text: String| vec![Slot::label(text, width, 1)];
    match named {
        Named::Column => {
            beside(draft, heading, over, "单位")?;
            beside(draft, place, at, unit)?;
        }
        Named::Item => {
            let item = item(draft, heading)?;
            *item = format!("{item}（单位：{unit}）");
        }
        Named::RowBelowHeading => {
            draft.sheet(place)?.insert_row(heading.row + 1, row(format!("单位：{unit}")));
        }
        Named::RowAbove => {
            draft.sheet(place)?.insert_row(heading.row.saturating_sub(1), row(format!("单位：{unit}")));
        }
        Named::Note | Named::Contradiction => {
            draft.sheet(place)?.insert_row(place.row + 1, row(format!("注：收费金额单位为{unit}")));
        }
        Named::Stroke | Named::Currency | Named::Remark | Named::NoMoney => {}
    }
    let contradicts = named == Named::Contradiction && yuan != 10_000;
    if contradicts || named == Named::NoMoney {
        draft.ledger.untold(cell);
    } else {
        // The form has no unit for procurement, so that an amount in 元 is one in 元.
        let as_printed = cell.row == RowKey::Procurement && yuan == 1;
        let (value, of_value) =
            if as_printed { (printed, Unit::Yuan) } else { (value, Unit::TenThousandYuan) };
        draft.ledger.misprinted(cell, value);
        draft.ledger.scattered(cell);
        draft.ledger.in_unit(cell, Some(of_value));
        draft.ledger.permit(cell, &[Status::Text]);
    }
    Some(format!("{cell} in {unit}: {named:?}"))
}

/// A cell stands before another one and takes a part of its width, if it has any.
fn beside(draft: &mut Draft<'_>, place: Place, at: usize, text: &str) -> Option<()> {
    let of_row = draft.line(place)?;
    let slot = of_row.get_mut(at)?;
    slot.columns = slot.columns.saturating_sub(1).max(1);
    of_row.insert(at, Slot::label(text, 1, 1));
    Some(())
}

/// The line over a block that names its item of article 20.
fn item<'a>(draft: &'a mut Draft<'_>, heading: Place) -> Option<&'a mut String> {
    if let Some(row) = heading.row.checked_sub(1) {
        let above = draft.line(Place { row, ..heading })?;
        return above.first_mut().map(|slot| &mut slot.text);
    }
    let before = draft.chapters.get_mut(heading.chapter)?.parts.get_mut(..heading.part)?;
    before.iter_mut().rev().find_map(|part| match part {
        Part::Heading { text, .. } if text.contains('条') => Some(text),
        _ => None,
    })
}

/// Units of counts that are none of the form's.
const SCALES: [&str; 6] =
    ["（万件）", "（单位：万件）", "（千件）", "（单位：百件）", "（万人次）", "（单位：十件）"];

/// A heading, a label or a caption says that counts are in hundreds or thousands. What is printed is not what the form counts.
pub(super) fn scales(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let scale = *random.pick(&SCALES)?;
    let is_count = |cell: &govreport_core::model::CellRef| {
        form().column(cell.table, cell.column).is_some_and(|column| column.number == NumberKind::Count)
    };
    let rows: Vec<Place> = draft
        .number_rows(None)
        .into_iter()
        .filter(|place| draft.cells(*place).iter().all(is_count))
        .collect();
    let place = *random.pick(&rows)?;
    match random.below(3) {
        0 => {
            name_of(draft, place)?.push_str(scale);
            for cell in draft.cells(place) {
                draft.ledger.untold(cell);
            }
            Some(format!("a row is in {scale}"))
        }
        1 => {
            let table = draft.cells(place).first()?.table;
            if table != TableKind::Proactive {
                return None;
            }
            let (heading, over) = heading_over(draft, place)?;
            draft.line(heading)?.get_mut(over)?.text.push_str(scale);
            // The heading is that of all rows of its block.
            let block = draft.number_rows(Some(table)).into_iter().filter(|of| {
                (of.chapter, of.part) == (place.chapter, place.part)
                    && heading_over(draft, *of).is_some_and(|(other, _)| other == heading)
            });
            let last = block.filter_map(|of| {
                let of_row = line(draft, of);
                numbers(of_row).last().and_then(|at| of_row[*at].cell)
            });
            for cell in last.collect::<Vec<_>>() {
                draft.ledger.untold(cell);
            }
            Some(format!("a heading is in {scale}"))
        }
        _ => {
            let kind = draft.cells(place).first()?.table;
            let rows = draft.number_rows(Some(kind));
            let cells: Vec<_> = rows.into_iter().flat_map(|place| draft.cells(place)).collect();
            let parts = &mut draft.chapters.get_mut(place.chapter)?.parts;
            let first = parts
                .iter()
                .position(|part| matches!(part, Part::Table(_) | Part::Heading { depth: 2.., .. }))?;
            let unit = scale.trim_matches(['（', '）']).trim_start_matches("单位：");
            parts.insert(first, Part::Paragraph(format!("单位：{unit}")));
            for cell in cells.into_iter().filter(is_count) {
                draft.ledger.untold(cell);
            }
            Some(format!("the table {kind} is in {unit}"))
        }
    }
}
