//! Words that stand beside a row whose cells were made out of words with places.

use super::draft::{Draft, Drafts};
use crate::document::{BlockKind, Document};
use crate::tables::tokens::{Content, Slot};
use crate::text::figures::is_figure;

/// Takes the empty cells of rows for unknown, directly above or below which words or marks stand that are no row's: they may be what
/// is printed in these cells, wrapped or set a little higher.
pub(super) fn blur_beside_words(drafts: &mut Drafts, document: &Document<'_>) {
    let text = document.text();
    for at in 0..drafts.rows.len() {
        let row = &drafts.rows[at];
        let (first, end, line) = (row.first, row.end, row.line);
        let slots = drafts.slots_of(row);
        // A row of empty cells alone may be the label of columns below it.
        let has_both = slots.iter().any(Slot::is_blank) && slots.iter().any(|slot| !slot.is_blank());
        if row.recognition.key().is_none() || !has_both {
            continue;
        }
        let are_words =
            |other: usize| drafts.rows.get(other).filter(|other| holds_words(drafts, other, text));
        let above = at.checked_sub(1).and_then(are_words).is_some_and(|above| above.line + 1 == line);
        let below = are_words(at + 1).is_some_and(|below| below.line == line + 1);
        // 3Z,725 was told for no content of any row.
        let beside = [line.checked_sub(1), line.checked_add(1)];
        let is_beside = || beside.into_iter().flatten().any(|line| is_damaged_number(document, line));
        if above || below || is_beside() {
            for slot in drafts.slots[first..end].iter_mut().filter(|slot| slot.is_blank()) {
                slot.content = Content::Untold;
            }
        }
    }
}

/// Whether figures with letters or signs between them are all that a line shows.
fn is_damaged_number(document: &Document<'_>, line: u32) -> bool {
    /// Measured: with 8, no cell changes.
    const LONGEST: usize = 16;
    /// Measured: with 2, no cell changes.
    const MOST_OTHERS: usize = 3;
    let Some(block) = document.blocks().get(line as usize) else { return false };
    let words = document.slice(block.span).trim();
    let others = || words.chars().filter(|c| !c.is_ascii_digit());
    matches!(block.kind, BlockKind::Paragraph)
        && words.len() <= LONGEST
        && words.contains(|c: char| c.is_ascii_digit())
        && words.contains(|c: char| c.is_ascii_alphabetic())
        && others().all(|c| c.is_ascii_graphic())
        && others().count() <= MOST_OTHERS
}

/// Takes the empty cells of rows for unknown whose only content is figures with signs between them, as no number is written: they may be
/// those of the cells beside it.
pub(super) fn blur_beside_runs(drafts: &mut Drafts, text: &str) {
    for at in 0..drafts.rows.len() {
        let row = &drafts.rows[at];
        let (first, end) = (row.first, row.end);
        let slots = drafts.slots_of(row);
        let is_run =
            |slot: &Slot| matches!(slot.content, Content::Words) && is_run_of_figures(slot.span.of(text));
        let is_only = || slots.iter().filter(|slot| !slot.is_blank()).all(is_run) && slots.iter().any(is_run);
        if row.recognition.key().is_some() && slots.iter().any(Slot::is_blank) && is_only() {
            for slot in drafts.slots[first..end].iter_mut().filter(|slot| slot.is_blank()) {
                slot.content = Content::Untold;
            }
        }
    }
}

/// Whether words are figures and signs alone.
fn is_run_of_figures(words: &str) -> bool {
    /// Measured: with 3, no cell changes.
    const FEWEST: usize = 2;
    words.chars().filter(|c| is_figure(*c)).nth(FEWEST - 1).is_some() && !words.contains(char::is_alphabetic)
}

/// Whether a line holds words or marks that are no row's, and no number.
fn holds_words(drafts: &Drafts, draft: &Draft, text: &str) -> bool {
    // Of a cell that is wrapped a line is short; prose is not.
    /// Measured: with 22, no cell changes.
    const LONGEST: usize = 45;
    let is_short = draft.label.is_none_or(|label| label.of(text).len() <= LONGEST);
    let is_mark = |slot: &Slot| !slot.bordered && !slot.is_blank() && slot.number().is_none();
    is_short && draft.recognition.key().is_none() && drafts.slots_of(draft).iter().all(is_mark)
}
