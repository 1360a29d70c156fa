//! A note below a table that says of what time, or in what unit, its numbers are: 注：上表为2022年数据, 以上单位为万件.

use std::sync::LazyLock;

use super::draft::Drafts;
use crate::document::{Block, BlockKind, Document};
use crate::form::lines;
use crate::tables::vocabulary::lexicon;
use crate::text::caption_time::first_time_of;
use crate::text::money::counts_multiples;
use crate::text::scope::Time;
use crate::text::words::Words;

const NOTES: &str = include_str!("../../../form/notes.tsv");

/// What a note begins with: nearly no line below a table does.
static BEGINS: LazyLock<Words> = LazyLock::new(|| Words::new(of_kind("begins")));

/// The wordings of the data of one kind.
fn of_kind(kind: &'static str) -> impl Iterator<Item = &'static str> {
    lines(NOTES).filter(move |[own, _]| *own == kind).map(|[_, wording]| wording)
}

/// Takes in the note directly below a table.
pub(super) fn note_below<'d>(drafts: &mut Drafts, document: &'d Document<'_>, year: Option<u16>) {
    /// The number and the head of a page may stand between.
    /// Measured: with 3, no cell changes.
    const NEAREST: usize = 4;
    /// A note is a sentence; what is longer is prose.
    /// Measured: with 75, no cell changes.
    const LONGEST: usize = 150;
    let Some(last) = drafts.slots.iter().map(|slot| slot.block as usize).max() else { return };
    let below = document.blocks().get(last + 1..).unwrap_or_default().iter();
    let is_section = |block: &&Block| {
        matches!(block.kind, BlockKind::Heading { .. })
            || lexicon().heads_any_section(document.slice(block.span))
    };
    let lines = below.filter(|block| block.kind != BlockKind::PageFurniture).take(NEAREST);
    // A note in a row of the grid may stand in all of its cells.
    let words = |block: &'d Block| match document.cells(block).iter().find(|cell| !cell.span.is_empty()) {
        Some(cell) => document.slice(cell.span),
        None => document.slice(block.span),
    };
    let note = |block: &'d Block| words(block).trim_matches(['|', ' ', '\t']);
    let is_note = |note: &str| {
        note.len() <= LONGEST && BEGINS.begin(note.trim_start_matches(['*', '＊', '（', '(', ' ']))
    };
    // Nearly no table has one: whether a section begins before it need not be asked then.
    if !lines.clone().any(|block| is_note(note(block))) {
        return;
    }
    let lines = lines.take_while(|block| !is_section(block));
    for note in lines.map(note).filter(|note| is_note(note)) {
        let is_of_another_time = first_time_of(note, year) == Time::Another && !compares(note);
        let in_multiples =
            counts_multiples(note) == Some(true) || of_kind("share").any(|word| note.contains(word));
        for block in &mut drafts.blocks {
            block.of_another_time |= is_of_another_time;
            block.in_multiples |= in_multiples;
        }
    }
}

/// Whether a note compares, as 较上年 does, or explains a word of the form: it does not say what the numbers are.
fn compares(note: &str) -> bool {
    of_kind("compares").any(|word| note.contains(word))
}
