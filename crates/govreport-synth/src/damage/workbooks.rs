//! What a workbook shows of what it stores: the results of formulas, and numbers by their formats.

use govreport_core::form::{NumberKind, form};
use govreport_core::model::Status;
use rust_decimal::Decimal;

use super::asides::to_some;
use super::making::{Says, put};
use super::select::written;
use crate::draft::Draft;
use crate::random::Random;
use crate::sheet::{Making, Means};

/// Cells hold formulas whose results were never stored. What Excel would work out, the file does not say; and the cells are not empty.
pub(super) fn unstored(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let way = random.size(0, 59);
    let made = to_some(draft, random, |draft, place, at, _| {
        let making = Making { means: Means::Unstored, way, other: String::new() };
        put(draft, place, at, making, Says::Untold)?;
        let cell = draft.line(place)?.get(at)?.cell?;
        draft.ledger.unprinted(cell, SHOWN.to_vec());
        Some(())
    })?;
    Some(format!("{made} formulas without a stored result"))
}

/// What a format shows of a number.
struct Shown {
    /// What is stored.
    stored: Decimal,
    code: &'static str,
    text: String,
    says: Says,
}

/// Statuses of a cell that shows something, and no number.
const SHOWN: [Status; 3] = [Status::Ambiguous, Status::Text, Status::Absent];

/// A format that fits a number, and what it shows.
fn shown(value: Decimal, kind: NumberKind, random: &mut Random) -> Option<Shown> {
    let plain = value.normalize().to_string();
    let number = |stored: Decimal, code| Shown { stored, code, text: plain.clone(), says: Says::Number };
    let thousand = Decimal::from(1000);
    if kind == NumberKind::Amount {
        // What is left behind the last digit does not show, where it is less than half.
        let rest = Decimal::from(random.between(1, 49));
        let ten_thousand = number(value * Decimal::from(10_000), "0!.0000");
        return Some(match random.below(3) {
            0 => ten_thousand,
            1 if value == value.round_dp(2) => number(value + rest * Decimal::new(1, 4), "0.00"),
            _ => number(value + rest * Decimal::new(1, 6), "0.0000"),
        });
    }
    if kind == NumberKind::Change {
        return Some(number(value, "0_ "));
    }
    let part = Decimal::new(i64::try_from(random.between(1, 49)).ok()?, 2);
    let untold = |text: String, shown: Shown| Shown { text, says: Says::Untold, ..shown };
    Some(match random.below(11) {
        0 => number(value * thousand, "0,"),
        // Numbers are rounded as they are shown, half up.
        1 => number(value * thousand + Decimal::from(random.between(0, 499)), "0,"),
        2 => number(value + part, "0"),
        3 => number(value, "0\"件\""),
        4 => untold(format!("约{plain}"), number(value, "\"约\"0")),
        5 => Shown { text: String::new(), says: Says::Nothing, ..number(value, ";;;") },
        6 => untold(format!("{plain}%"), number(value / Decimal::from(100), "0%")),
        // The sign is not shown: the second part of the format has none.
        7 if value > Decimal::ZERO => number(-value, "0;0;0"),
        8 if value > Decimal::ZERO => untold("一个日期".to_owned(), number(value, "yyyy\\-mm\\-dd")),
        9 if value.is_zero() => untold("—".to_owned(), number(value, "0;-0;\"—\"")),
        _ => number(value, "0_ "),
    })
}

/// Cells show something else than they store.
pub(super) fn formats(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let codes = std::cell::RefCell::new(Vec::new());
    let made = to_some(draft, random, |draft, place, at, random| {
        let cell = draft.line(place)?.get(at)?.cell?;
        let kind = form().column(cell.table, cell.column).map_or(NumberKind::Count, |column| column.number);
        let value = draft.ledger.value(cell)?;
        let Shown { stored, code, text, says } = shown(value, kind, random)?;
        codes.borrow_mut().push(code);
        let dash = text == "—";
        draft.line(place)?.get_mut(at)?.text =
            if text.is_empty() { written(draft, value, kind) } else { text };
        let making = Making { means: Means::Format(code), way: 0, other: stored.normalize().to_string() };
        put(draft, place, at, making, says)?;
        match says {
            Says::Number => draft.ledger.permit(cell, &[Status::Text]),
            Says::Untold if dash => draft.ledger.unprinted(cell, vec![Status::NotApplicable]),
            Says::Untold => draft.ledger.unprinted(cell, SHOWN.to_vec()),
            Says::Nothing => {}
        }
        Some(())
    })?;
    Some(format!("{made} cells with formats: {}", codes.into_inner().join(" ")))
}
