//! Labels of several rows in one cell, and the rows of contents beside it.

use super::paired::Stack;
use super::{Writer, numbers};
use crate::form::{Meaning, RowKey};
use crate::tables::rows::draft::{Pairing, Recognition};
use crate::tables::rows::tie::group_of;
use crate::tables::tokens::{Kind, Token};
use crate::tables::vocabulary::lexicon;
use crate::text::lexicon::enumerator;

impl Writer<'_> {
    /// The labels of rows that stand in one cell of the line, where there are several: with which number each goes is not told by
    /// this row alone.
    pub(super) fn stacked_labels(&self, line: &[Token]) -> Option<Vec<(RowKey, Token)>> {
        if !has_cell_of_two_labels(line) {
            return None;
        }
        let of_rows = || {
            line.iter().filter_map(|token| {
                // 其他 and 总计 head columns as well: they are rows in a cell that holds the label of another.
                let has_other = || {
                    line.iter().any(|other| {
                        other.column == token.column && other.span != token.span && self.names_only_row(other)
                    })
                };
                // （七）总计: no column has the number of an item.
                let is_item = || enumerator(token.span.of(self.text)) > 0;
                let is_row = |row: &RowKey| {
                    if self.heads_group(token) {
                        // （六）其他处理, and behind it in the cell a label that is none of its group's.
                        self.ends_without_members(*row, token, line)
                    } else {
                        self.names_only_row(token) || is_item() || has_other()
                    }
                };
                self.row_of(token).filter(is_row).map(|row| (row, *token))
            })
        };
        let mut last: Option<Token> = None;
        let shares = of_rows().any(|(_, token)| {
            let same =
                last.is_some_and(|last| last.column == token.column && last.span.end <= token.span.start);
            last = Some(token);
            same
        });
        let between = |tokens: &[(RowKey, Token)]| {
            let (first, last) = (tokens[0].1.span.start, tokens[tokens.len() - 1].1.span.end);
            numbers(line).any(|number| first < number.start && number.end < last)
        };
        shares.then(|| of_rows().collect::<Vec<_>>()).filter(|labels| !between(labels))
    }

    /// The row of the form that a label names, whatever else it names.
    fn row_of(&self, token: &Token) -> Option<RowKey> {
        let Kind::Label(node) = token.kind else { return None };
        lexicon().roles(node, self.table).row
    }

    /// Whether a label names a row of the form and nothing else.
    fn names_only_row(&self, token: &Token) -> bool {
        let Kind::Label(node) = token.kind else { return false };
        lexicon().meanings(node, self.table).all(|meaning| matches!(meaning, Meaning::Row(_)))
    }

    /// Whether the next label in the cell of a label that may head a group is another row, and no member of the group.
    fn ends_without_members(&self, row: RowKey, token: &Token, line: &[Token]) -> bool {
        let mut behind =
            line.iter().filter(|other| other.column == token.column && other.span.start > token.span.start);
        let next = behind.find_map(|other| self.row_of(other));
        next.is_some_and(|next| group_of(next) != Some(row.key()))
    }

    /// Begins a row for each of several labels in one cell. The contents beside the cell are the first one's.
    pub(super) fn begin_stack(&mut self, line: &[Token], labels: &[(RowKey, Token)]) {
        self.leave_stack();
        let first = self.drafts.rows.len();
        for token in line {
            if let Kind::Label(node) = token.kind {
                let others =
                    lexicon().meanings(node, self.table).find(|meaning| !matches!(meaning, Meaning::Row(_)));
                if let Some(meaning) = others {
                    self.heading(meaning, token);
                }
            }
        }
        for (key, token) in labels {
            self.reach(token.span);
            self.begin(Recognition::Label(*key), Some(token.span), token.block);
        }
        self.current = None;
        self.stack = Some(Stack { first, labels: labels.len(), served: 0 });
        let last = labels.last().map_or(0, |(_, token)| token.span.end);
        let column = labels[0].1.column;
        let contents: Vec<Token> =
            line.iter().filter(|token| token.span.start >= last && token.column != column).copied().collect();
        if numbers(&contents).next().is_some() {
            self.serve(&contents);
        }
    }

    /// Gives the contents of a row without a label to the next label of the stack. Gives whether it did.
    pub(super) fn serves_stack(&mut self, line: &[Token]) -> bool {
        if self.stack.is_none() {
            return false;
        }
        let has_label = line.iter().any(|token| matches!(token.kind, Kind::Label(_) | Kind::Fragment(_)));
        if has_label || numbers(line).next().is_none() {
            if has_label {
                self.leave_stack();
            }
            return false;
        }
        self.serve(line);
        true
    }

    pub(super) fn serve(&mut self, contents: &[Token]) {
        let Some(stack) = &mut self.stack else { return };
        let row = stack.first + stack.served;
        stack.served += 1;
        if row >= stack.first + stack.labels {
            // More rows than labels: whose they are is not shown.
            self.current = None;
            self.begin(Recognition::Unknown, None, contents[0].block);
        } else {
            let at = self.drafts.slots.len();
            let draft = &mut self.drafts.rows[row];
            (draft.first, draft.end) = (at, at);
            self.current = Some(row);
        }
        self.contents(contents);
        self.current = None;
    }

    /// Behind a stack of labels: they are paired with their rows only where there were as many.
    pub(super) fn leave_stack(&mut self) {
        let Some(stack) = self.stack.take() else { return };
        let pairing = if stack.served == stack.labels { Pairing::Paired } else { Pairing::Torn };
        for draft in &mut self.drafts.rows[stack.first..stack.first + stack.labels] {
            draft.pairing = pairing;
        }
    }
}

/// Whether two labels stand in one cell of a line.
fn has_cell_of_two_labels(line: &[Token]) -> bool {
    let is_label = |token: &&Token| matches!(token.kind, Kind::Label(_));
    // In nearly all lines each label stands right of the one before.
    if line.iter().filter(is_label).is_sorted_by(|a, b| a.column < b.column) {
        return false;
    }
    line.iter()
        .enumerate()
        .filter(|(_, token)| is_label(token))
        .any(|(at, token)| line[at + 1..].iter().filter(is_label).any(|other| other.column == token.column))
}
