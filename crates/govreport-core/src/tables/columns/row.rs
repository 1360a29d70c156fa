//! A row of the source, and the cells of the form it is to fill.

use std::borrow::Cow;
use std::ops::Range;

use super::arranged::Arrangement;
use crate::model::{Heading, Label, Tie};
use crate::span::Span;
use crate::tables::rows::Heading as BlockHeading;
use crate::tables::tokens::Slot;
use crate::text::money::Named;

/// A row of the source and the cells of the form it fills. It is made once; what was found out of it stays with it.
pub(in crate::tables) struct Row<'a> {
    /// The first of its cells in the table; `width` cells follow each other.
    pub(in crate::tables) first: usize,
    /// How many columns it has.
    pub(in crate::tables) width: usize,
    /// What the row is called, for messages.
    pub(in crate::tables) name: &'static str,
    /// Where its label stands.
    pub(in crate::tables) place: Option<Span>,
    /// Whose row it is.
    pub(in crate::tables) label: Label,
    /// How its contents are tied to the label.
    pub(in crate::tables) tie: Tie,
    /// What stands in it, in the order of the form's columns where that is known.
    pub(in crate::tables) slots: Cow<'a, [Slot]>,
    /// How that fills the columns.
    pub(in crate::tables) arrangement: Arrangement,
    /// What names its columns.
    pub(in crate::tables) heading: Heading,
    /// The source fills up rows at their ends: an empty cell proves nothing.
    pub(in crate::tables) fills_up: bool,
    /// The columns whose heading is none of the form's, a bit for each.
    pub(in crate::tables) foreign: u32,
    /// How many columns make up a sum, the total the last of them; 0 where the form has no such sum.
    pub(in crate::tables) group: usize,
    /// What its heading, its label and the captions above say of the unit of amounts.
    pub(in crate::tables) unit: Named,
}

impl Row<'_> {
    /// The cells of the table that it fills.
    pub(in crate::tables) fn cells(&self) -> Range<usize> {
        self.first..self.first + self.width
    }

    /// Of a block whose caption names another year nothing is this year's.
    pub(in crate::tables) fn doubt_time(&mut self, heading: Option<&BlockHeading>) {
        if heading.is_some_and(|heading| heading.of_another_time) && self.filled() > 0 {
            self.arrangement = Arrangement::Unclear;
            self.heading = Heading::Foreign;
        }
    }

    /// How many contents it has.
    pub(in crate::tables) fn filled(&self) -> usize {
        self.slots.iter().filter(|slot| !slot.is_blank()).count()
    }

    /// Whether the last of its columns is the total of the others.
    pub(in crate::tables) fn has_total(&self) -> bool {
        self.group == self.width
    }

    /// Whether none of its contents shows the borders of its cell.
    pub(in crate::tables) fn is_flowing(&self) -> bool {
        self.slots.iter().all(|slot| !slot.bordered)
    }

    /// From its label to its last content.
    pub(in crate::tables) fn span(&self) -> Option<Span> {
        let contents = self.slots.iter().filter(|slot| !slot.is_blank()).map(|slot| slot.span);
        self.place.into_iter().chain(contents).reduce(Span::to)
    }
}
