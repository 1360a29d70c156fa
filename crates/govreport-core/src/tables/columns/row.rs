//! A row of the source, and the cells of the form it is to fill.

use std::borrow::Cow;
use std::ops::Range;

use super::arranged::Arrangement;
use crate::model::{Heading, Label, Tie};
use crate::span::Span;
use crate::tables::rows::{Beside, Chosen, Heading as BlockHeading};
use crate::tables::tokens::Slot;
use crate::text::money::Named;

/// A row of the source and the cells of the form it fills. It is made once; what was found out of it stays with it.
pub(in crate::tables) struct Row<'a> {
    /// The first of its cells in the table; `width` cells follow each other.
    pub(in crate::tables) first: usize,
    /// How many columns it has.
    pub(in crate::tables) width: usize,
    /// Where its label stands.
    pub(in crate::tables) place: Option<Span>,
    /// Whose row it is.
    pub(in crate::tables) label: Label,
    /// How its contents are tied to the label.
    pub(in crate::tables) tie: Tie,
    /// Which numbers without a label stand directly beside it.
    pub(in crate::tables) beside: Beside,
    /// Its headings are torn, and what is left of them may stand in another order than the form's.
    pub(in crate::tables) torn: bool,
    /// What stands in it, in the order of the form's columns where that is known.
    pub(in crate::tables) slots: Cow<'a, [Slot]>,
    /// How that fills the columns.
    pub(in crate::tables) arrangement: Arrangement,
    /// What names its columns.
    pub(in crate::tables) heading: Heading,
    /// Where the source may have put empty cells that the page has not.
    pub(in crate::tables) padding: Padding,
    /// It shows fewer cells than the line of its headings: one of them was lost, and the others may have moved.
    pub(in crate::tables) lacks_cells: bool,
    /// The columns whose heading is none of the form's, a bit for each.
    pub(in crate::tables) foreign: u32,
    /// How many columns make up a sum, the total the last of them; 0 where the form has no such sum.
    pub(in crate::tables) group: usize,
    /// What its heading, its label and the captions above say of the unit of amounts.
    pub(in crate::tables) unit: Named,
}

/// Where a source puts empty cells into its rows that the page has not: there they prove nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tables) enum Padding {
    /// Nowhere.
    None,
    /// Behind the last content of a row that is too short, as where cells are made out of words with places, or drawn with characters.
    Behind,
    /// At both ends, as where the places of merged cells are left out.
    Around,
}

impl Padding {
    /// Whether an empty cell at the end of a row proves nothing.
    pub(in crate::tables) fn is_any(self) -> bool {
        self != Self::None
    }
}

impl<'a> Row<'a> {
    /// A row of a whole label and contents in its grid row, not yet arranged.
    pub(in crate::tables) fn new(cells: Range<usize>, group: usize, slots: &'a [Slot]) -> Self {
        Self {
            first: cells.start,
            width: cells.len(),
            place: None,
            label: Label::Whole,
            tie: Tie::GridRow,
            beside: Beside::default(),
            torn: false,
            slots: slots.into(),
            arrangement: Arrangement::Empty,
            heading: Heading::Order,
            padding: Padding::None,
            lacks_cells: false,
            foreign: 0,
            group,
            unit: Named::None,
        }
    }

    /// The row of the form that a draft of the source was chosen for, not yet arranged.
    pub(in crate::tables) fn of(cells: Range<usize>, group: usize, chosen: &Chosen<'a>) -> Self {
        let Chosen { draft, slots, label, tie, beside } = *chosen;
        let row = Self::new(cells, group, slots);
        Self { place: draft.label, label, tie, beside, ..row }
    }

    /// Whether an empty cell stands where the source may have put it, and not the page, or where it may have moved to.
    pub(in crate::tables) fn may_be_padding(&self, slot: usize) -> bool {
        match self.padding {
            _ if self.lacks_cells || self.is_tail(slot) => true,
            Padding::None => false,
            Padding::Behind => self.slots[slot..].iter().all(Slot::is_blank),
            Padding::Around => true,
        }
    }
}

impl Row<'_> {
    /// Whether a place without borders is an empty one behind the content of its line: there stand the ends of cells that a wider
    /// row has, and whatever was lost before.
    pub(in crate::tables) fn is_tail(&self, slot: usize) -> bool {
        let before = slot.checked_sub(1).and_then(|before| self.slots.get(before));
        self.slots.get(slot).is_some_and(|slot| {
            slot.is_blank() && !slot.bordered && before.is_some_and(|before| before.block == slot.block)
        })
    }

    /// The cells of the table that it fills.
    pub(in crate::tables) fn cells(&self) -> Range<usize> {
        self.first..self.first + self.width
    }

    /// Of a block whose caption names another year, or multiples of what the form counts, nothing is as printed.
    pub(in crate::tables) fn doubt_caption(&mut self, heading: Option<&BlockHeading>) {
        let is_other = |heading: &BlockHeading| heading.of_another_time || heading.in_multiples;
        if heading.is_some_and(is_other) && self.filled() > 0 {
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

    /// Whether it is a line that was made out of words with places, without cells or with those alone that it has itself.
    pub(in crate::tables) fn is_of_words(&self) -> bool {
        self.padding == Padding::Behind && (self.is_flowing() || self.slots.len() < self.width)
    }

    /// Whether the source shows no empty cell of it: its cells have a line each, or were made out of words, or several are missing on a line
    /// without borders.
    pub(in crate::tables) fn shows_no_blanks(&self) -> bool {
        let is_shown = self.slots.iter().any(|slot| slot.is_blank() && !self.is_flowing());
        let in_lines = self.slots.windows(2).any(|pair| pair[0].block != pair[1].block);
        let lacks_several = self.is_flowing() && self.filled() + 1 < self.width;
        !is_shown && (in_lines || lacks_several || self.padding == Padding::Behind)
    }

    /// From its label to its last content.
    pub(in crate::tables) fn span(&self) -> Option<Span> {
        let contents = self.slots.iter().filter(|slot| !slot.is_blank()).map(|slot| slot.span);
        self.place.into_iter().chain(contents).reduce(Span::to)
    }
}
