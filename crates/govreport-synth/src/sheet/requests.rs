//! 三、收到和处理政府信息公开申请情况: up to three columns of labels, seven of numbers.

use govreport_core::form::{ColumnKey, FormRow, TableKind, form};

use super::{Forms, HeaderOrder, Sheet, Slot, word};

/// Columns of the grid for labels: 三、, （三）, 1.
const LABELS: usize = 3;
/// Columns of the grid for numbers.
const NUMBERS: usize = 7;

impl Forms<'_> {
    pub(super) fn requests(&mut self) -> Sheet {
        let mut rows = self.requests_heading();
        rows.extend(self.requests_body(&self.rows(TableKind::Requests)));
        Sheet::new(TableKind::Requests, rows)
    }

    /// Each part (一 and 二, each kind of outcome, 四) as a table under its own heading.
    pub(crate) fn requests_parts(&mut self) -> Vec<Sheet> {
        let rows = self.rows(TableKind::Requests);
        rows.chunk_by(|a, b| a.group == b.group)
            .map(|part| {
                let mut sheet = self.requests_heading();
                sheet.extend(self.requests_body(part));
                Sheet::new(TableKind::Requests, sheet)
            })
            .collect()
    }

    /// The rows over the numbers.
    pub(crate) fn requests_heading(&self) -> Vec<Vec<Slot>> {
        let corner = |rows| self.label(word("corner"), LABELS, rows);
        let applicants = |columns| self.label(word("applicants"), columns, 1);
        let legal_persons = || self.label(word("legal_persons"), 5, 1);
        let columns: Vec<(ColumnKey, &str)> =
            form().columns(TableKind::Requests).map(|column| (column.key, column.label)).collect();
        let words = |narrow: bool, range: std::ops::Range<usize>| -> Vec<Slot> {
            columns
                .iter()
                .take(range.end)
                .skip(range.start)
                .map(|(_, label)| if narrow { self.narrow(label, 1, 1) } else { self.label(label, 1, 1) })
                .collect()
        };
        let person = || Slot { rows: 2, ..self.label(columns[0].1, 1, 2) };
        let total = |rows| self.label(columns[NUMBERS - 1].1, 1, rows);
        match self.wording.header {
            HeaderOrder::Flat => {
                let mut only = vec![corner(1)];
                only.extend(words(false, 0..NUMBERS));
                vec![only]
            }
            HeaderOrder::TotalBesideLegalPersons => vec![
                vec![corner(3), applicants(NUMBERS)],
                vec![person(), legal_persons(), total(2)],
                words(true, 1..NUMBERS - 1),
            ],
            HeaderOrder::TotalFirst => vec![
                vec![corner(3), applicants(NUMBERS - 1), total(3)],
                vec![person(), legal_persons()],
                words(true, 1..NUMBERS - 1),
            ],
        }
    }

    fn requests_body(&mut self, rows: &[&'static FormRow]) -> Vec<Vec<Slot>> {
        let within_outcome = rows.iter().filter(|row| row.group.is_some()).count();
        let mut outcome_printed = false;
        let mut group_printed = None;
        let mut lines = Vec::with_capacity(rows.len());
        for row in rows {
            let mut line = Vec::with_capacity(LABELS + NUMBERS);
            match row.group {
                None => line.push(self.label(row.label, LABELS, 1)),
                Some(group) => {
                    if !outcome_printed {
                        line.push(self.label(word("outcome"), 1, within_outcome));
                        outcome_printed = true;
                    }
                    if group == "outcome" {
                        line.push(self.label(row.label, LABELS - 1, 1));
                    } else {
                        if group_printed != Some(group) {
                            let children = rows.iter().filter(|other| other.group == Some(group)).count();
                            line.push(self.label(word(group), 1, children));
                            group_printed = Some(group);
                        }
                        line.push(self.label(row.label, 1, 1));
                    }
                }
            }
            line.extend(self.numbers(row, NUMBERS));
            lines.push(line);
        }
        lines
    }
}
