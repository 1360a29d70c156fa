//! A note below a table that says of what time, or in what unit, its numbers are: 注：上表为2022年数据, 以上单位为万件.

use super::draft::Drafts;
use crate::document::{BlockKind, Document};
use crate::text::money::counts_multiples;
use crate::text::scope::{Time, time_of};

/// What such a note begins with, behind the number of a note.
const BEGINNINGS: [&str; 8] = ["注", "备注", "附注", "说明", "以上", "上表", "本表", "上述"];

/// Takes in the note directly below a table.
pub(super) fn note_below(drafts: &mut Drafts, document: &Document<'_>, year: Option<u16>) {
    const NEAREST: usize = 2;
    /// A note is a sentence; what is longer is prose.
    const LONGEST: usize = 150;
    let Some(last) = drafts.slots.iter().map(|slot| slot.block as usize).max() else { return };
    let below = document.blocks().get(last + 1..).unwrap_or_default().iter().take(NEAREST);
    let lines = below.take_while(|block| !matches!(block.kind, BlockKind::Heading { .. }));
    for note in lines.map(|block| document.slice(block.span).trim_matches(['|', ' ', '\t'])) {
        let begin = note.trim_start_matches(['*', '＊', '（', '(', ' ']);
        if note.len() > LONGEST || !BEGINNINGS.iter().any(|word| begin.starts_with(word)) {
            continue;
        }
        let is_of_another_time = time_of(note, year) == Time::Another && !speaks_of_both(note, year);
        let in_multiples = counts_multiples(note) == Some(true) || note.contains("百分比");
        for block in &mut drafts.blocks {
            block.of_another_time |= is_of_another_time;
            block.in_multiples |= in_multiples;
        }
    }
}

/// Whether a note compares, as 较上年 does, or explains a word of the form: it does not say what the numbers are.
fn speaks_of_both(note: &str, year: Option<u16>) -> bool {
    const COMPARES: [&str; 7] = ["较", "比", "同期", "增", "减", "结转", "现行有效"];
    COMPARES.iter().any(|word| note.contains(word))
        || year.is_some_and(|year| note.contains(&format!("{year}年")))
}
