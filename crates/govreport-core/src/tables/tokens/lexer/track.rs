//! Labels that the text leaves unfinished, and what may go on with them.

use super::figures::may_hold_figures;
use super::place::Place;
use crate::document::Document;
use crate::tables::vocabulary::lexicon;
use crate::text::fold::{Folded, is_blank};
use crate::text::lexicon::Node;
use crate::text::number::{begins_number, number};

/// How many words of a line are looked at for figures: no row of the form has more.
/// Measured: with 32, no cell changes.
const MOST_WORDS: usize = 64;

/// A wording that was begun and not finished.
#[derive(Debug, Clone, Copy)]
pub(super) struct Track {
    pub(super) node: Node,
    /// The bits of the characters that wordings go on with from there.
    behind: u64,
    pub(super) token: usize,
    /// Where it was begun.
    pub(super) place: Place,
}

impl Track {
    pub(super) fn new(node: Node, token: usize, place: Place) -> Self {
        Self { node, behind: lexicon().bits_behind(node), token, place }
    }

    /// Whether a wording goes on from it with this character: the bits tell of nearly all that none does.
    pub(super) fn goes_on_with(&self, first: Folded) -> bool {
        self.behind & first.bit() != 0 && lexicon().goes_on_with(self.node, first)
    }

    /// Whether what stands at `place` can go on with it: of a label in a cell, what stands under it in the same table. Not where
    /// both rows or lines have figures of their own.
    pub(super) fn may_go_on_at(&self, place: Place, document: &Document<'_>) -> bool {
        let begun = self.place;
        let is_number = |words: &str| {
            words.starts_with(begins_number) && number(words).is_some_and(|(rest, _)| rest.is_empty())
        };
        let has_figures = |block: u32| {
            let Some(block) = document.blocks().get(block as usize) else { return false };
            if !may_hold_figures(document.slice(block.span)) {
                return false;
            }
            let mut cells = document.cells(block).iter().map(|cell| document.slice(cell.span));
            let mut words = document.slice(block.span).split(is_blank).take(MOST_WORDS);
            cells.any(is_number) || words.any(is_number)
        };
        let apart =
            begun.bordered && place.bordered && (begun.table, begun.column) != (place.table, place.column);
        let two_rows = begun.block != place.block && has_figures(begun.block) && has_figures(place.block);
        !apart && !two_rows
    }
}
