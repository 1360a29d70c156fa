//! 四、政府信息公开行政复议、行政诉讼情况: fifteen numbers in one row.

use govreport_core::form::{RowKey, TableKind, form};

use super::{Forms, Sheet, Slot, word};

/// Numbers of each of the three kinds of case.
const NUMBERS: usize = 5;

impl Forms<'_> {
    pub(super) fn review(&mut self) -> Sheet {
        let results = |rows: usize| -> Vec<Slot> {
            form().columns(TableKind::Review).map(|column| self.narrow(column.label, 1, rows)).collect()
        };
        let kinds = self.rows(TableKind::Review);
        let first = vec![
            self.label(word("reconsideration"), NUMBERS, 1),
            self.label(word("litigation"), 2 * NUMBERS, 1),
        ];
        let mut second = results(2);
        second.extend(kinds.iter().skip(1).map(|row| self.label(row.label, NUMBERS, 1)));
        let third = kinds.iter().skip(1).flat_map(|_| results(1)).collect();
        let numbers = kinds.iter().flat_map(|row| self.numbers(row, NUMBERS)).collect();
        Sheet::new(TableKind::Review, vec![first, second, third, numbers])
    }

    /// The name of a kind of case where it stands alone: `行政诉讼（复议后起诉）`.
    pub(crate) fn review_name(&self, row: RowKey, label: &str) -> String {
        let text = match row {
            RowKey::Reconsideration => label.to_owned(),
            _ => format!("{}（{label}）", word("litigation")),
        };
        self.wording.label(&text)
    }

    /// Each kind of case as a table under its own heading.
    pub(crate) fn review_parts(&mut self) -> Vec<Sheet> {
        self.rows(TableKind::Review)
            .into_iter()
            .map(|row| {
                let name = Slot::label(self.review_name(row.key, row.label), NUMBERS, 1);
                let words =
                    form().columns(TableKind::Review).map(|column| self.label(column.label, 1, 1)).collect();
                Sheet::new(TableKind::Review, vec![vec![name], words, self.numbers(row, NUMBERS)])
            })
            .collect()
    }
}
