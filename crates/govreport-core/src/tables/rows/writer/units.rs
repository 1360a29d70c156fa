//! What words in a block of table one, and below the table, say of the unit of its amounts.

use std::cell::LazyCell;

use super::{Writer, numbers};
use crate::form::{ColumnKey, TableKind, form};
use crate::tables::tokens::{Kind, Token};
use crate::text::money::{Named, named, named_in_remark, names_other_unit};
use crate::text::remark::with_remark;

impl Writer<'_> {
    /// Takes in the units that a line names: 第二十条第（八）项（单位：元）, 单位：千元 behind a heading, 元 in a column of units. `in_block` says
    /// whether the line belongs to the heading or the rows of a block; words below them are a remark on the table.
    pub(super) fn units(&mut self, line: &[Token], in_block: bool) {
        if self.table != TableKind::Proactive {
            return;
        }
        let has_numbers = LazyCell::new(|| numbers(line).next().is_some());
        for (at, token) in line.iter().enumerate() {
            let words = || token.span.of(self.text);
            let unit = match token.kind {
                // 第二十条第（八）项（单位：元）
                Kind::Label(_) if self.heads_group(token) => {
                    let unit = named_in_remark(words(), with_remark(token.span, self.text));
                    // Each row of the item may have a heading of its own.
                    self.item = unit;
                    unit
                }
                // What stands first in a line of numbers is their label.
                Kind::Words => match (named(words()), words()) {
                    (Named::None, words)
                        if is_short(words) && (*has_numbers && at > 0 || self.waits_for_amount()) =>
                    {
                        Named::Unknown
                    }
                    (Named::None, words) if names_other_unit(words) && speaks_of_amounts(words, in_block) => {
                        Named::Unknown
                    }
                    (unit, _) => unit,
                },
                _ => continue,
            };
            match self.drafts.blocks.last_mut().filter(|_| in_block || *has_numbers) {
                Some(block) => block.beside = block.beside.and(unit),
                None => self.remark = self.remark.and(unit),
            }
        }
    }

    /// Whether the label read last is of a row with an amount, and has no content yet.
    fn waits_for_amount(&self) -> bool {
        let draft = self.current.and_then(|row| self.drafts.rows.get(row));
        let row = draft.and_then(|draft| form().row_of_any_edition(draft.recognition.key()?));
        row.is_some_and(|row| row.columns.contains(&ColumnKey::Amount)) && self.is_waiting()
    }
}

/// Whether a word between a label and its numbers is short enough for the name of a unit.
fn is_short(words: &str) -> bool {
    /// Measured: with 3, no cell changes.
    const LONGEST: usize = 4;
    words.chars().nth(LONGEST).is_none()
}

/// Whether words of a unit are about amounts: they stand in the block, or name what is paid.
fn speaks_of_amounts(words: &str, in_block: bool) -> bool {
    in_block || words.contains(['费', '額', '额'])
}
