//! The words of the form's headings of two levels, in the orders that sources print them in.

use std::sync::LazyLock;

use crate::form::{ColumnKey, Meaning, TableKind, form};
use crate::tables::vocabulary::Wordings;

/// A word of the form's heading.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) meaning: Meaning,
    /// Its wordings.
    pub(super) wordings: Wordings,
    /// Some sources leave it out.
    pub(super) optional: bool,
}

impl Place {
    fn of(meaning: Meaning, table: TableKind) -> Self {
        Self { meaning, wordings: Wordings::of(meaning, table), optional: false }
    }

    pub(super) fn column(self) -> Option<ColumnKey> {
        match self.meaning {
            Meaning::Column(column) => Some(column),
            _ => None,
        }
    }
}

/// The words of a table's heading as sources print them: row by row, or those of the columns alone.
pub(super) struct Orders {
    requests: [Vec<Place>; 3],
    review: [Vec<Place>; 2],
}

impl Orders {
    pub(super) fn of_table(table: TableKind) -> &'static [Vec<Place>] {
        static ORDERS: LazyLock<Orders> = LazyLock::new(Orders::of_form);
        match table {
            TableKind::Proactive => &[],
            TableKind::Requests => &ORDERS.requests,
            TableKind::Review => &ORDERS.review,
        }
    }

    fn of_form() -> Self {
        let columns = |table| -> Vec<Place> {
            let first = form().rows_of_any_edition(table).next();
            let columns = first.map(|row| row.columns.as_slice()).unwrap_or_default();
            columns.iter().map(|column| Place::of(Meaning::Column(*column), table)).collect()
        };
        let optional = |head| Place { optional: true, ..Place::of(Meaning::Head(head), TableKind::Requests) };
        let (applicants, legal_persons) = (optional("applicants"), optional("legal_persons"));
        let of_requests = columns(TableKind::Requests);
        let bodies = of_requests.len().saturating_sub(1);
        let (persons, total) = (&of_requests[..1.min(bodies)], &of_requests[bodies..]);
        let bodies = &of_requests[1.min(bodies)..bodies];
        let bodies_together = [Place { optional: false, ..legal_persons }];
        let two_levels = [&[applicants], persons, &bodies_together, total, bodies];
        let total_above = [&[applicants], total, persons, &bodies_together, bodies];
        let one_level = [&[applicants], persons, &[legal_persons], bodies, total];

        let of_review = columns(TableKind::Review);
        let mut rows = form().rows_of_any_edition(TableKind::Review).map(|row| Meaning::Row(row.key));
        let place = |meaning| Place::of(meaning, TableKind::Review);
        let reconsideration: Vec<Place> = rows.next().into_iter().map(place).collect();
        let of_litigation: Vec<Place> = rows.map(place).collect();
        let mut all = reconsideration;
        all.push(place(Meaning::Head("litigation")));
        all.extend(&of_review);
        all.extend(&of_litigation);
        for _ in &of_litigation {
            all.extend(&of_review);
        }
        Self {
            requests: [two_levels.concat(), total_above.concat(), one_level.concat()],
            review: [all, of_review],
        }
    }
}
