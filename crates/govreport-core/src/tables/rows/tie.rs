//! How the contents of each row are tied to its label.
//!
//! Contents in the label's own grid row, or on its own line, are its own. Contents on other lines are so only where nothing shows
//! that labels and contents came apart: a label that was left without contents and, behind or before it, contents without a
//! label, or more of them than a row has columns.

use super::draft::{Draft, Drafts, Pairing, Recognition};
use crate::form::{RowKey, TableKind, form};
use crate::model::Tie;
use crate::tables::tokens::{Content, Slot, is_filled};
use crate::tables::vocabulary::{is_piece_of_group, stands_in_group};
use crate::text::ordinal::{Style, ordinal};

/// Whether no number is left over and every row is one of the form that has contents, all of them on its label's own line or in its grid
/// row; a group that was a row once may have none. Then nothing can have come apart.
pub(super) fn stand_with_labels(drafts: &Drafts) -> bool {
    drafts.strays.is_empty()
        && drafts.rows.iter().enumerate().all(|(at, draft)| {
            let slots = drafts.slots_of(draft);
            let is_whole = || is_filled(slots) && slots.iter().all(|slot| slot.block == draft.line);
            draft.recognition.key().is_some()
                && if slots.is_empty() { heads_next(drafts, at) } else { is_whole() }
        })
}

/// For each draft, how its contents are tied to its label by their places alone.
pub(super) fn own_ties(drafts: &Drafts) -> Vec<Tie> {
    drafts.rows.iter().map(|draft| own(drafts, draft)).collect()
}

/// For each draft, how its contents are tied to its label.
pub(super) fn ties(drafts: &Drafts, table: TableKind, text: &str) -> Vec<Tie> {
    let mut ties = own_ties(drafts);
    let orphans = drafts.rows.iter().filter(|draft| is_orphan(drafts, draft)).count();
    let mut stretch = Stretch { left_over: orphans > 0, ..Stretch::default() };
    let mut group = None;
    let (mut after_empty, mut after_item) = (false, false);
    for (at, draft) in drafts.rows.iter().enumerate() {
        let of_draft = draft.recognition.key().and_then(group_of);
        if of_draft != group && stretch.is_balanced() {
            stretch.close(&mut ties);
        }
        group = of_draft;
        let state = state(drafts, at, ties[at]);
        match state {
            State::Anchor => {
                stretch.close(&mut ties);
                // Two labels, and beside the second two rows: the first of them may be the first label's.
                if after_empty && drafts.rows.get(at + 1).is_some_and(|next| is_orphan(drafts, next)) {
                    ties[at] = Tie::Across;
                }
            }
            State::Between { surplus } => {
                // Directly behind a label that has nothing: the row may be that label's.
                if after_empty || after_item {
                    ties[at] = Tie::Across;
                }
                stretch.surplus |= surplus;
                stretch.rows.push(at);
            }
            State::Empty => {
                stretch.empty += 1;
                stretch.first_torn = stretch.first_torn.or(Some(at));
            }
            State::Orphan => {
                stretch.orphans += 1;
                if is_rest_of(drafts, at) {
                    ties[at - 1] = Tie::Across;
                }
                // What stands between the label before and the next is more than its row.
                stretch.first_torn = stretch.first_torn.or(stretch.rows.last().copied()).or(Some(at));
            }
            State::Passed => {
                if interrupts(drafts, at) {
                    ties[at - 1] = Tie::Across;
                }
                // Below the label of a group a row may stand that belongs to the label behind it.
                if holds_numbers(drafts, draft) && names_group(draft, table, text) {
                    stretch.of_groups += 1;
                    stretch.first_torn = stretch.first_torn.or(Some(at));
                }
            }
        }
        // The rest of a label that begins as an item does stands on lines of its own.
        let goes_on = after_item && matches!(state, State::Passed) && draft.recognition.key().is_none();
        after_item = goes_on || begins_item(drafts, draft, text);
        // The label of a group may stand between.
        after_empty = matches!(state, State::Empty)
            || after_empty && matches!(state, State::Passed) && drafts.slots_of(draft).is_empty();
    }
    stretch.close(&mut ties);
    ties
}

/// Whether words are the label of a group of rows, or a piece of it.
fn names_group(draft: &Draft, table: TableKind, text: &str) -> bool {
    // 开, the end of 不予公开, in front of a row's numbers.
    let is_end = |line: &str| line.chars().count() == 1 && stands_in_group(line, table);
    draft.label.is_some_and(|label| {
        label.of(text).lines().all(|line| is_piece_of_group(line, table) || is_end(line))
    })
}

/// Whether words without contents begin as the label of a row of the form does, its number with it: nothing that is recognised goes on
/// from there.
fn begins_item(drafts: &Drafts, draft: &Draft, text: &str) -> bool {
    matches!(draft.recognition, Recognition::Fragment(_))
        && drafts.slots_of(draft).is_empty()
        && draft
            .label
            .and_then(|label| ordinal(label.of(text)))
            .is_some_and(|item| item.style == Style::Figure)
}

/// What a draft shows of whether labels and contents came apart.
enum State {
    /// Its contents stand in its own row of a grid, or on its own line.
    Anchor,
    /// Its contents stand on other lines.
    Between { surplus: bool },
    /// A label of a row without any cell.
    Empty,
    /// Contents without a label.
    Orphan,
    /// A label that prints its empty cells, or words.
    Passed,
}

fn state(drafts: &Drafts, at: usize, tie: Tie) -> State {
    let draft = &drafts.rows[at];
    let slots = drafts.slots_of(draft);
    let width = draft.recognition.key().map(width_of);
    match (is_filled(slots), draft.label, width) {
        _ if is_orphan(drafts, draft) => State::Orphan,
        (true, _, None) => State::Passed,
        // A heading heads what stands below it: a table of its own with one row.
        (true, _, Some(_)) if draft.is_heading && stands_in_one_row(slots) => State::Anchor,
        (true, _, Some(width)) if tie == Tie::Between => {
            State::Between { surplus: slots.iter().filter(|slot| !slot.is_blank()).count() > width }
        }
        (true, ..) => State::Anchor,
        (false, ..) if is_without_cells(drafts, at) => State::Empty,
        (false, ..) => State::Passed,
    }
}

/// Whether contents are one row of a grid.
fn stands_in_one_row(slots: &[Slot]) -> bool {
    slots.iter().all(|slot| slot.bordered) && slots.windows(2).all(|pair| pair[0].block == pair[1].block)
}

/// Whether a row of the form has a label and no cell.
pub(super) fn is_without_cells(drafts: &Drafts, at: usize) -> bool {
    let draft = &drafts.rows[at];
    draft.recognition.key().is_some() && drafts.slots_of(draft).is_empty() && !heads_next(drafts, at)
}

/// Whether numbers have no label of the form: none at all, or words on another line.
pub(super) fn is_left_over(drafts: &Drafts, at: usize) -> bool {
    let draft = &drafts.rows[at];
    let is_unnamed = || draft.label.is_none() || own(drafts, draft) == Tie::Between;
    holds_numbers(drafts, draft) && is_unnamed()
}

/// Whether numbers stand in a row that is none of the form's.
fn holds_numbers(drafts: &Drafts, draft: &Draft) -> bool {
    draft.recognition.key().is_none() && drafts.slots_of(draft).iter().any(|slot| slot.number().is_some())
}

/// Whether the contents of a row stand on other lines than its label.
pub(super) fn stands_on_other_lines(drafts: &Drafts, at: usize) -> bool {
    own(drafts, &drafts.rows[at]) == Tie::Between
}

/// Whether the label of a row is that of the group of the row behind it: （六）其他处理, which was a row of the form of 2019.
pub(super) fn heads_next(drafts: &Drafts, at: usize) -> bool {
    let key = |at: usize| drafts.rows.get(at).and_then(|draft| draft.recognition.key());
    key(at).zip(key(at + 1)).is_some_and(|(own, next)| group_of(next) == Some(own.key()))
}

/// Whether words on a line of their own, with contents on the lines behind them or where each cell has a line, stand where the row
/// before still lacks some: they may be what is printed in one of its cells.
fn interrupts(drafts: &Drafts, at: usize) -> bool {
    let words = &drafts.rows[at];
    let Some(before) = at.checked_sub(1).map(|before| &drafts.rows[before]) else { return false };
    let Some(width) = before.recognition.key().map(width_of) else { return false };
    let (slots, behind) = (drafts.slots_of(before), drafts.slots_of(words));
    let has_line_each = || {
        slots.windows(2).all(|pair| pair[0].block != pair[1].block)
            && slots.first().is_some_and(|slot| slot.block != before.line)
    };
    let filled = slots.iter().filter(|slot| !slot.is_blank()).count();
    words.recognition.key().is_none()
        && !slots.is_empty()
        && slots.iter().all(|slot| !slot.bordered)
        && (!behind.is_empty() || has_line_each())
        && own(drafts, words) == Tie::Between
        && filled < width
}

/// Whether a row of cells without a label holds fewer numbers than the row before it has columns: the rest of cells that were
/// wrapped, or of a row that was torn. Then the row before is not whole either. Nor is it shown which of the two is the label's where
/// that stands above both.
fn is_rest_of(drafts: &Drafts, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &drafts.rows[before]) else { return false };
    let (Some(width), rest) = (before.recognition.key().map(width_of), drafts.slots_of(&drafts.rows[at]))
    else {
        return false;
    };
    let filled = rest.iter().filter(|slot| !slot.is_blank()).count();
    let follows = drafts
        .slots_of(before)
        .last()
        .zip(rest.first())
        .is_some_and(|(last, first)| first.block == last.block + 1);
    rest.iter().all(|slot| slot.bordered)
        && (filled < width || width == 1 || own(drafts, before) == Tie::Between && follows)
        && is_filled(drafts.slots_of(before))
}

/// Whether a draft is numbers without a label.
fn is_orphan(drafts: &Drafts, draft: &Draft) -> bool {
    draft.label.is_none()
        && draft.recognition.key().is_none()
        && drafts.slots_of(draft).iter().any(|slot| slot.number().is_some())
}

fn own(drafts: &Drafts, draft: &Draft) -> Tie {
    match draft.pairing {
        Pairing::Alone => {}
        Pairing::Paired => return Tie::GridRow,
        Pairing::Torn => return Tie::Across,
    }
    let slots = drafts.slots_of(draft);
    let mut filled = slots.iter().filter(|slot| !slot.is_blank()).peekable();
    let first = filled.peek().copied().or(slots.first());
    match first {
        Some(slot) if slot.block == draft.line && slot.bordered => Tie::GridRow,
        Some(slot) if slot.block == draft.line => Tie::Line,
        _ => Tie::Between,
    }
}

pub(super) fn width_of(key: RowKey) -> usize {
    form().row_of_any_edition(key).map_or(0, |row| row.columns.len())
}

pub(super) fn group_of(key: RowKey) -> Option<&'static str> {
    form().row_of_any_edition(key).and_then(|row| row.group)
}

/// Rows between two whose contents are their own beyond doubt.
#[derive(Default)]
struct Stretch {
    /// The rows whose contents stand on other lines than their labels.
    rows: Vec<usize>,
    empty: usize,
    orphans: usize,
    /// So many groups have contents on the line behind their labels.
    of_groups: usize,
    surplus: bool,
    first_torn: Option<usize>,
    /// Somewhere in the table numbers without a label are left over.
    left_over: bool,
}

impl Stretch {
    /// Whether labels and contents came apart: something is missing at one place and left over at another.
    fn is_torn(&self) -> bool {
        self.orphans > 0 || self.empty > 0 && (self.surplus || self.left_over || self.of_groups > 0)
    }

    /// Whether as many rows are left over as labels are missing: what comes behind the group is not touched.
    fn is_balanced(&self) -> bool {
        self.orphans + self.of_groups == self.empty
    }

    fn close(&mut self, ties: &mut [Tie]) {
        if self.is_torn() {
            let first = self.first_torn.unwrap_or_default();
            for row in self.rows.iter().filter(|row| **row >= first) {
                ties[*row] = Tie::Across;
            }
        }
        *self = Self { left_over: self.left_over, ..Self::default() };
    }
}

/// So many lines on a number is still next to a row: the number and the head of a page may stand between.
/// Measured: with 2, no cell changes.
const NEAR: u32 = 3;
/// As many where lines were made out of words with places: the pieces of a label, and of its group's, stand between on lines of their own.
/// Measured: with 5, no cell changes.
const NEAR_OF_WORDS: u32 = 6;

/// Takes numbers out of rows without borders that stand alone on a line of their own, in a table whose rows stand a line each:
/// the number of a page, a year, a remark. Gives the rows directly behind which one stood.
///
/// Where cells were made out of words with places, it may as well be the upper line of a number of the row below.
pub(super) fn take_strays(drafts: &mut Drafts, of_words: bool) -> Vec<usize> {
    let mut followed = Vec::new();
    if !stand_a_line_each(drafts) {
        return followed;
    }
    for row in 0..drafts.rows.len() {
        let draft = &drafts.rows[row];
        let slots = drafts.slots_of(draft);
        let Some(first) = slots.first().filter(|slot| !slot.bordered) else { continue };
        let on_first = slots.iter().take_while(|slot| slot.block == first.block).count();
        let is_own = first.block == draft.line || on_first > 1;
        let behind = &slots[on_first..];
        // It completes no row either that has no other content: 行政处罚, and below it a number alone.
        if !is_own && draft.recognition.key().is_some() && behind.is_empty() && first.number().is_some() {
            let span = first.span;
            drafts.rows[row].end = drafts.rows[row].first;
            drafts.strays.push(span);
            continue;
        }
        if !is_own || behind.is_empty() {
            continue;
        }
        // Numbers on the line above a row may be the upper part of its own, however many they are.
        let last = behind[behind.len() - 1].block;
        let is_whole = || draft.recognition.key().is_none_or(|key| on_first >= width_of(key));
        let is_lone = || behind.len() == 1;
        if of_words
            && (is_lone() || is_whole())
            && drafts.rows.get(row + 1).is_some_and(|next| next.line == last + 1)
        {
            followed.push(row + 1);
        }
        let mut lines = behind.chunk_by(|a, b| a.block == b.block);
        if lines.any(|line| line[0].bordered || line.len() > 1 && !is_dressed(line)) {
            continue;
        }
        if behind[0].block <= first.block + NEAR && behind[0].number().is_some() {
            followed.push(row);
        }
        let spans: Vec<_> =
            behind.iter().filter(|slot| slot.number().is_some()).map(|slot| slot.span).collect();
        drafts.rows[row].end = drafts.rows[row].first + on_first;
        drafts.strays.extend(spans);
    }
    followed
}

/// Whether a line is a number between two marks, as that of a page: — 3 —.
fn is_dressed(line: &[Slot]) -> bool {
    let is_mark = |slot: &Slot| matches!(slot.content, Content::NotApplicable);
    matches!(line, [before, number, behind] if is_mark(before) && number.number().is_some() && is_mark(behind))
}

/// The rows directly behind which a number without borders stands alone on the next line, and in a table whose cells were made out
/// of words those directly above which numbers without a label stand: either may be the rest of numbers that were wrapped.
///
/// A piece of the label of a group, which runs down beside the rows, is no label of theirs.
pub(super) fn beside_rests<'d>(
    drafts: &'d Drafts,
    table: TableKind,
    text: &'d str,
    of_words: bool,
) -> impl Iterator<Item = usize> + 'd {
    let is_of_group = move |draft: &Draft| {
        of_words
            && holds_numbers(drafts, draft)
            && draft.label.is_some_and(|label| is_piece_of_group(label.of(text), table))
    };
    let is_followed = move |at: usize, pair: &[Draft]| {
        let (row, lone) = (drafts.slots_of(&pair[0]), drafts.slots_of(&pair[1]));
        let last = row.iter().rfind(|slot| !slot.is_blank());
        // On a page of words with places several may be the lower parts of as many numbers.
        let (Some(lone), true) = (lone.first(), lone.len() == 1 || of_words) else { return false };
        // The label of a group may stand between.
        (is_left_over(drafts, at + 1) || is_of_group(&pair[1]))
            && (!lone.bordered || of_words)
            && pair[0].recognition.key().is_some()
            && last.is_some_and(|last| lone.block <= last.block + if of_words { NEAR_OF_WORDS } else { NEAR })
    };
    let is_below = move |pair: &[Draft]| {
        let (above, row) = (drafts.slots_of(&pair[0]).last(), drafts.slots_of(&pair[1]).first());
        of_words
            && pair[0].label.is_none()
            && pair[0].recognition.key().is_none()
            && pair[1].recognition.key().is_some()
            && above.zip(row).is_some_and(|(above, row)| row.block == above.block + 1)
    };
    let pairs = drafts.rows.windows(2).enumerate();
    pairs.flat_map(move |(at, pair)| {
        let followed = is_followed(at, pair).then_some(at);
        followed.into_iter().chain(is_below(pair).then_some(at + 1))
    })
}

/// The rows of the form with an empty cell, or with one content alone, that stand directly above or below numbers without a label.
pub(super) fn beside_orphans(drafts: &Drafts) -> impl Iterator<Item = usize> {
    let has_empty = |draft: &Draft| {
        let slots = drafts.slots_of(draft);
        draft.recognition.key().is_some() && (slots.len() == 1 || slots.iter().any(Slot::is_blank))
    };
    // Between borders, a single number in a row that is shorter is that of a page.
    let may_be_its = |row: &Draft, orphan: &Draft| {
        let (row, orphan) = (drafts.slots_of(row), drafts.slots_of(orphan));
        orphan.len() >= row.len()
            || orphan.iter().any(|slot| !slot.bordered)
            || orphan.iter().filter(|slot| !slot.is_blank()).count() > 1
    };
    let has_orphan = move |row: &Draft, at: Option<usize>| {
        at.and_then(|at| drafts.rows.get(at))
            .is_some_and(|draft| is_orphan(drafts, draft) && may_be_its(row, draft))
    };
    let rows = drafts.rows.iter().enumerate().filter(move |(_, draft)| has_empty(draft));
    rows.filter(move |(at, row)| has_orphan(row, at.checked_sub(1)) || has_orphan(row, Some(at + 1)))
        .map(|(at, _)| at)
}

/// Whether rows without borders stand a line each: most have all their contents on one line, with the label or without it.
fn stand_a_line_each(drafts: &Drafts) -> bool {
    let (mut one, mut several) = (0, 0);
    for draft in drafts.rows.iter().filter(|draft| draft.recognition.key().is_some()) {
        let slots = drafts.slots_of(draft);
        let Some(first) = slots.first().filter(|slot| !slot.bordered) else { continue };
        let in_one = slots.iter().all(|slot: &Slot| slot.block == first.block);
        let tells = slots.len() > 1 || first.block == draft.line;
        one += usize::from(tells && in_one);
        several += usize::from(tells && !in_one);
    }
    one > several
}
