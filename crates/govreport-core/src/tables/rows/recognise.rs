//! Which rows of the form those are whose labels are damaged: by their words, by the rows that are missing between their
//! neighbours, by their place.

use super::draft::{Draft, Drafts, Recognition};
use crate::form::{Edition, Meaning, RowKey, TableKind, form};
use crate::span::Span;
use crate::tables::tokens::{Slot, is_filled};
use crate::tables::vocabulary::{
    adds_nothing, is_only, lexicon, may_be_numbered, may_mean_row, nearest, says_the_opposite_of, share_left,
};
use crate::text::figures::is_figure;
use crate::text::fold::significant;
use crate::text::lexicon::enumerator;
use crate::text::ordinal::{Style, ordinal};
use crate::text::remark::{label_ends_with_others, with_remark};
use crate::text::scope::{Time, behind_own_year, in_words_of_the_form, names_year, time_of};

/// The most damaged labels of one table that are looked at.
/// Measured: with 32, no cell changes.
const MOST_DAMAGED: usize = 64;
/// How many times all damaged labels are gone through.
/// Measured: with 3, no cell changes.
const MOST_PASSES: usize = 4;

/// Recognises the rows of a table whose labels are damaged.
pub(in crate::tables) fn recognise(table: TableKind, text: &str, year: Option<u16>, drafts: &mut Drafts) {
    name_years(table, text, year, drafts);
    let mut damaged: Vec<Damaged> = (0..drafts.rows.len())
        .filter(|row| {
            let draft = &drafts.rows[*row];
            draft.recognition.key().is_none()
                && is_filled(drafts.slots_of(draft))
                && !draft.label.is_some_and(|label| is_said_of_another(label, text, year))
        })
        .take(MOST_DAMAGED)
        .map(|row| Damaged { row, unlike: None })
        .collect();
    // Every row that is recognised leaves fewer for its neighbours.
    for _ in 0..MOST_PASSES {
        let mut recognised = false;
        for damaged in &mut damaged {
            recognised |= drafts.rows[damaged.row].recognition.key().is_none()
                && recognise_row(table, text, drafts, damaged);
        }
        if !recognised {
            break;
        }
    }
}

/// A row whose label is damaged.
struct Damaged {
    row: usize,
    /// The rows that were missing when its label was like that of none of them: they are not compared again.
    unlike: Option<Vec<RowKey>>,
}

impl Damaged {
    /// The row whose label its own is nearest to, of those that are missing.
    fn nearest(&mut self, label: &str, missing: &[RowKey]) -> Option<RowKey> {
        if self.unlike.as_deref() == Some(missing) {
            return None;
        }
        let found = nearest(label, missing);
        self.unlike = found.is_none().then(|| missing.to_vec());
        found
    }
}

/// Whether the remark behind a label says that the row is of another time or counts something else: 行政许可（累计） and 行政许可（%） are no
/// damaged 行政许可.
fn is_said_of_another(label: Span, text: &str, year: Option<u16>) -> bool {
    let remarked = with_remark(label, text);
    time_of(&remarked[label.len()..], year) == Time::Another || label_ends_with_others(remarked)
}

/// Recognises the rows whose labels name a year: 2023年新收 is 本年新收 in a report on 2023.
fn name_years(table: TableKind, text: &str, year: Option<u16>, drafts: &mut Drafts) {
    let Some(year) = year else { return };
    for draft in &mut drafts.rows {
        let Some(label) = draft.label.filter(|_| draft.recognition.key().is_none()) else { continue };
        let words = label.of(text);
        if !names_year(words) {
            continue;
        }
        let row_of = |words: &str| match lexicon().whole(words, table) {
            Some(Meaning::Row(key)) => Some(key),
            _ => None,
        };
        let in_its_place = in_words_of_the_form(words, year).and_then(|words| row_of(&words));
        if let Some(key) = in_its_place.or_else(|| behind_own_year(words, year).and_then(row_of)) {
            draft.recognition = Recognition::Label(key);
        }
    }
}

/// Recognises one row, if its words or its place tell which it is.
fn recognise_row(table: TableKind, text: &str, drafts: &mut Drafts, damaged: &mut Damaged) -> bool {
    let row = damaged.row;
    let missing = missing_around(table, drafts, row);
    let recognition = match drafts.rows[row].label {
        Some(label) => by_words(text, drafts, damaged, label, &missing),
        None => by_order(table, text, drafts, row, &missing),
    };
    let Some((recognition, superseded)) = recognition else { return false };
    let recognition = match (recognition, drafts.rows[row].label) {
        (Recognition::Distance(key), Some(label)) if superseded.is_none() && is_only(label.of(text), key) => {
            Recognition::Near(key)
        }
        (recognition, _) => recognition,
    };
    drafts.rows[row].recognition = recognition;
    if let Some(before) = superseded {
        let label = drafts.rows[before].label;
        drafts.rows[row].label = label.or(drafts.rows[row].label);
        drafts.rows[before].recognition = Recognition::Unknown;
    }
    true
}

/// The rows of the form that are missing between the nearest recognised rows before and behind.
fn missing_around(table: TableKind, drafts: &Drafts, row: usize) -> Vec<RowKey> {
    let key = |row: &Draft| row.recognition.key();
    let filled = |row: &&Draft| row.first < row.end;
    let before = drafts.rows[..row].iter().rev().filter(filled).find_map(key);
    let behind = drafts.rows[row + 1..].iter().filter(filled).find_map(key);
    let found: Vec<RowKey> = drafts.rows.iter().filter(filled).filter_map(key).collect();
    let mut missing: Vec<RowKey> = form()
        .rows_of_any_edition(table)
        .map(|row| row.key)
        .filter(|key| before.is_none_or(|before| *key > before) && behind.is_none_or(|behind| *key < behind))
        .filter(|key| !found.contains(key))
        .collect();
    missing.dedup();
    missing
}

fn by_words(
    text: &str,
    drafts: &Drafts,
    damaged: &mut Damaged,
    label: Span,
    missing: &[RowKey],
) -> Option<(Recognition, Option<usize>)> {
    let row = damaged.row;
    // A label whose end was lost, and whose beginning is no other row's.
    if let Recognition::Fragment(node) = drafts.rows[row].recognition {
        let rows: Vec<RowKey> = lexicon()
            .meanings_below(node, missing.first()?.table())
            .into_iter()
            .filter_map(|meaning| match meaning {
                Meaning::Row(key) => Some(key),
                _ => None,
            })
            .filter(|key| missing.contains(key))
            .collect();
        let length = significant(label.of(text)).count();
        let numbered = |key: &RowKey| {
            may_be_numbered(label.of(text), *key) && adds_nothing(label.of(text), Meaning::Row(*key))
        };
        if let ([key], true) = (rows.as_slice(), length >= 4)
            && numbered(key)
        {
            return Some((Recognition::Distance(*key), None));
        }
    }
    let words = label.of(text);
    // 行政事业性收费,1 before 207: what the label ends with is the beginning of its number.
    if words.trim_end().ends_with(is_figure) && is_number_behind(drafts.slots_of(&drafts.rows[row]), label) {
        return None;
    }
    if let Some(key) = damaged.nearest(words, missing).or_else(|| only(words, drafts, row, missing)) {
        return Some((Recognition::Distance(key), None));
    }
    // A label torn over two lines, damaged so that the second part was taken for a row of its own.
    let before = row.checked_sub(1)?;
    let draft = &drafts.rows[before];
    let first = draft.label.filter(|_| draft.first == draft.end)?;
    let joined = format!("{}{}", first.of(text), label.of(text));
    let mut possible = missing.to_vec();
    possible.extend(draft.recognition.key());
    nearest(&joined, &possible).map(|key| (Recognition::Distance(key), Some(before)))
}

/// Whether a number stands behind a label with no more than white space between.
fn is_number_behind(slots: &[Slot], label: Span) -> bool {
    /// A blank of full width has three bytes.
    /// Measured: with 2, no cell changes.
    const LONGEST_BLANK: usize = 3;
    slots
        .first()
        .is_some_and(|slot| slot.number().is_some() && slot.span.start.abs_diff(label.end) <= LONGEST_BLANK)
}

/// A short label of which half is left, in front of a neighbour that leaves only one row of the form: 规草 before 规范性文件.
fn only(words: &str, drafts: &Drafts, row: usize, missing: &[RowKey]) -> Option<RowKey> {
    const HALF: f64 = 0.5;
    let [key] = missing else { return None };
    let has_neighbour = drafts.rows.get(row + 1).is_some_and(|next| next.recognition.key().is_some());
    let is_it = has_neighbour
        && share_left(words, *key) >= HALF
        && may_be_numbered(words, *key)
        && may_mean_row(words, *key);
    is_it.then_some(*key)
}

/// A row without label between neighbours that leave only one row of the form, in a table with borders.
fn by_order(
    table: TableKind,
    text: &str,
    drafts: &Drafts,
    row: usize,
    missing: &[RowKey],
) -> Option<(Recognition, Option<usize>)> {
    let [key] = missing else { return None };
    // Numbers beside an empty row may be that row's, and of two rows without label neither is told by its place; nor is a row
    // of one edition alone.
    let is_neighbour = |draft: &Draft| draft.recognition.key().is_some() && is_filled(drafts.slots_of(draft));
    let before = row.checked_sub(1).and_then(|before| drafts.rows.get(before));
    let has_neighbours =
        [before, drafts.rows.get(row + 1)].iter().all(|draft| draft.is_some_and(is_neighbour));
    let of_both = [Edition::E2019, Edition::E2021].iter().all(|edition| form().row(*key, *edition).is_some());
    let bordered = drafts.slots_of(&drafts.rows[row]).iter().all(|slot| slot.bordered);
    (has_neighbours
        && of_both
        && bordered
        && table != TableKind::Review
        && !is_named_otherwise(text, drafts, row, *key))
    .then_some((Recognition::Order(*key), None))
}

/// Whether the number of an item stands between a row and the one before it, with words that are neither its group nor a piece of its
/// own label: the row has a label, and it is another's.
fn is_named_otherwise(text: &str, drafts: &Drafts, row: usize, key: RowKey) -> bool {
    let end = |row: &Draft| drafts.slots_of(row).last().map(|slot| slot.span.end);
    // An empty cell may stand in front of the words.
    let mut filled = drafts.slots_of(&drafts.rows[row]).iter().filter(|slot| !slot.is_blank());
    let start = filled.next().map(|slot| slot.span.start);
    let before = row.checked_sub(1).and_then(|before| end(&drafts.rows[before]));
    let Some(between) = before.zip(start).and_then(|(from, to)| text.get(from..to)) else { return false };
    let own = form().row_of_any_edition(key).and_then(|row| row.group);
    let is_shorter = |words: &str| {
        let count = |words: &str| significant(&words[enumerator(words)..]).count();
        form()
            .labels
            .iter()
            .any(|label| label.meaning == Meaning::Row(key) && count(words) < count(label.wording))
    };
    let is_its_own = |words: &str| {
        // One that lost nothing has its negations too: 有正当理由 is no 无正当理由.
        (is_shorter(words) || may_mean_row(words, key))
            && may_be_numbered(words, key)
            && adds_nothing(words, Meaning::Row(key))
            && !says_the_opposite_of(words, key)
            && !label_ends_with_others(words)
    };
    // Its name may be damaged; （一）不予公开 turns 予以公开 into its opposite.
    let is_its_group = |words: &str| {
        // A figure is the number of a row.
        let number = ordinal(words).map(|ordinal| (ordinal.style, ordinal.value));
        number.is_none_or(|(style, _)| style != Style::Figure)
            && own.into_iter().chain(["outcome"]).any(|group| {
                let labels = form().labels.iter().filter(|label| label.meaning == Meaning::Group(group));
                let mut numbers = labels.filter_map(|label| ordinal(label.wording));
                let is_numbered =
                    number.is_none_or(|own| numbers.any(|other| (other.style, other.value) == own));
                is_numbered && adds_nothing(words, Meaning::Group(group))
            })
    };
    between
        .split(['\n', '\t', '|', '│', '┃', '║', '\u{2028}'])
        .map(|piece| piece.trim_matches(['#', ' ', '\u{3000}', '\r']))
        .filter(|piece| enumerator(piece) > 0 && enumerator(piece) < piece.len())
        .any(|piece| !is_its_group(piece) && !is_its_own(piece))
}
