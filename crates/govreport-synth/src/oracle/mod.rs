//! Which cells a damaged page still determines (可确定单元格).
//!
//! A judge of its own for measuring readers: it knows the damage, and uses nothing of how govreport places numbers. A cell is
//! determined in two ways:
//!
//! - **By its row.** The label of the row is legible ([`labels`]), and the row prints as many contents as the form has columns.
//!   An empty place counts where the layout shows empty places; but not at an end of a row whose numbers stand together: a row that
//!   lost a number and moved, or was filled up, looks the same, and only the sums can tell. Table one also needs the heading that tells the edition of a row,
//!   and for amounts the one that tells the unit.
//! - **By the sums.** A run of neighbouring rows prints one number less than there are columns, each under a legible label. All
//!   rows of a run are taken to have lost the same column. For each column that it could be ([`runs`]), the lost numbers follow
//!   from the sums of the rows; what is left must satisfy every sum over a column of which all numbers are known. Where the layout
//!   shows places, one more reading is that nothing was lost and the empty places are empty. A cell is determined where all
//!   readings that pass give it the same value.
//!
//! Everything else counts as not determined: rows that lost two numbers, numbers run together, words, labels that are gone. Where
//! the sums leave only a value that is not the true one (a misprint elsewhere), the page misleads, and the cell is not
//! counted either.

mod labels;
mod page;
mod runs;

use std::collections::BTreeMap;

use govreport_core::model::CellRef;
use rust_decimal::Decimal;

use crate::draft::Draft;
use crate::spec::Spec;
use page::{Content, Row};

/// The cells of a report that its page determines, damage and all, each with the number that a reader has to find, or none for
/// a cell that is seen to be empty.
pub fn determined(spec: &Spec) -> BTreeMap<CellRef, Option<Decimal>> {
    let draft = Draft::of(spec);
    let rows = page::rows(&draft);
    let mut known = BTreeMap::new();
    for row in rows.iter().filter(|row| row.legible) {
        known.extend(row.by_itself());
    }
    let told = runs::told(&rows, &known, spec);
    known.extend(told.into_iter().filter(|(at, value)| {
        spec.figures.get(at.row, at.column).is_some_and(|number| Some(number) == *value)
    }));
    // A row may look whole and yet be none of the form's, or stand under headings of other columns: only the damage knows.
    known.retain(|at, value| {
        draft.ledger.truth(*at, None).is_some_and(|truth| *value == truth.value || *value == truth.unprinted)
    });
    known
}

impl Row {
    /// Whether the numbers of the row stand together, and empty places at an end of it make up for a few of its columns.
    fn may_have_moved(&self) -> bool {
        const FEW: usize = 3;
        let is_blank = |content: &&Content| matches!(content, Content::Blank { .. });
        let at_ends = self.contents.iter().take_while(is_blank).count()
            + self.contents.iter().rev().take_while(is_blank).count();
        let blanks = self.contents.iter().filter(is_blank).count();
        (1..=FEW).contains(&blanks) && at_ends == blanks && blanks < self.contents.len()
    }

    /// The cells that the row determines alone.
    fn by_itself(&self) -> Vec<(CellRef, Option<Decimal>)> {
        if self.contents.len() != self.cells.len()
            || self.may_have_moved()
            || self.contents.iter().zip(&self.cells).any(|(content, at)| content.is_not(*at))
        {
            return Vec::new();
        }
        let told = |(at, content): (&CellRef, &Content)| match content {
            Content::Number { value, .. } => Some((*at, Some(*value))),
            Content::Blank { .. } => Some((*at, None)),
            Content::Other => None,
        };
        self.cells.iter().zip(&self.contents).filter_map(told).collect()
    }
}
