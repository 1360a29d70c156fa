//! From drafts to rows of the form: one draft a row, damaged labels recognised, what belongs nowhere said.

use rust_decimal::Decimal;

use super::draft::{Draft, Drafts, Recognition};
use super::groups::leave_other_groups;
use super::note::note_below;
use super::recognise::recognise;
use super::rest::{fill_blank_line, untie_of_others};
use super::shift::{untie_empty, untie_shifted};
use super::tie::{
    beside_orphans, beside_rests, is_left_over, own_ties, stand_with_labels, take_strays, ties,
};
use super::words::{blur_beside_runs, blur_beside_words};
use crate::document::Document;
use crate::form::{RowKey, TableKind, form};
use crate::model::{Finding, Label, Tie};
use crate::notices::{Notice, PrintedRow, RowRepeated, RowUnknown};
use crate::tables::tokens::{Content, Scan, Slot, is_filled};
use crate::text::number::Measure;

/// A stray number may be the number of a page; several mean that the text is not in reading order.
/// Measured: with 4, 3 more cells of the written reports are read (`ocr-text`).
const FEWEST_STRAY: usize = 3;

/// The rows found of a table.
pub(in crate::tables) struct Found {
    pub(in crate::tables) drafts: Drafts,
    /// The drafts that are rows of the form, by the row; of each row those with contents first.
    pub(super) by_key: Vec<(RowKey, usize)>,
    /// How often rows stand in the source.
    pub(super) copies: Copies,
    /// The text is not in reading order: labels and numbers without borders do not follow each other as in the form.
    disordered: bool,
    /// The rows whose numbers may be those of a row without label beside them.
    between: Vec<usize>,
    /// The rows beside which numbers without a label stand: they may be the rest of theirs.
    followed: Vec<usize>,
    beside_orphans: Vec<usize>,
    /// How the contents of each draft are tied to its label.
    ties: Vec<Tie>,
    /// Captions name several scopes: 全市, 本级.
    of_scopes: bool,
    /// The table stands in the source twice, with different numbers: this year's, and the last one's for comparison.
    of_two: bool,
}

/// Whether rows of the form stand in the source more than once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Copies {
    /// Each stands there once.
    None,
    /// Some do, and one copy of the table at most holds anything: the first of each row, the second, and so on.
    Empty,
    /// Some do, and more than one copy of the table holds something.
    Filled,
}

/// Which numbers without a label stand directly beside a row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::tables) struct Beside {
    /// Some that may be the rest of its own.
    pub(in crate::tables) rest: bool,
    /// A row of them, above or below.
    pub(in crate::tables) orphan: bool,
}

/// The draft that stands for a row of the form, with what it shows of whose row it is.
pub(in crate::tables) struct Chosen<'f> {
    pub(in crate::tables) draft: &'f Draft,
    pub(in crate::tables) slots: &'f [Slot],
    /// Whose row it is.
    pub(in crate::tables) label: Label,
    /// How its contents are tied to the label.
    pub(in crate::tables) tie: Tie,
    /// Which numbers without a label stand directly beside it.
    pub(in crate::tables) beside: Beside,
}

/// Finds the rows of a table. `width` is the number of columns of its widest row; `of_words` says whether its cells may have been made
/// out of words with places.
pub(in crate::tables) fn find(
    document: &Document<'_>,
    scan: &Scan,
    table: TableKind,
    width: usize,
    of_words: bool,
    year: Option<u16>,
) -> Found {
    let text = document.text();
    let mut drafts = Drafts::of(table, document, year, scan.pieces(table));
    recognise(table, text, year, &mut drafts);
    leave_other_groups(&mut drafts, table, text, year, scan.pieces(table));
    note_below(&mut drafts, document, year);
    fill_blank_line(&mut drafts, document, |block| scan.table_of(block).is_some());
    let mut followed = Vec::new();
    // In nearly all tables no row lacks its contents, and none are left over.
    let stand_with_labels = stand_with_labels(&drafts);
    let mut ties = if stand_with_labels {
        own_ties(&drafts)
    } else {
        followed = take_strays(&mut drafts, of_words);
        followed.extend(beside_rests(&drafts, table, text, of_words));
        let mut ties = ties(&drafts, table, text);
        untie_shifted(&drafts, of_words, &mut ties);
        untie_empty(&drafts, &mut ties);
        ties
    };
    untie_of_others(&drafts, table, document, year, of_words, &mut ties);
    if of_words {
        blur_beside_words(&mut drafts, document);
    }
    blur_beside_runs(&mut drafts, text);
    let beside_orphans = beside_orphans(&drafts).collect();
    let of_scopes = drafts.scopes.windows(2).any(|pair| pair[0].of(text) != pair[1].of(text));
    let keys = drafts.rows.iter().enumerate();
    let mut by_key: Vec<(RowKey, usize)> = Vec::with_capacity(drafts.rows.len());
    by_key.extend(keys.filter_map(|(number, draft)| Some((draft.recognition.key()?, number))));
    by_key.sort_by_key(|(key, _)| *key);
    let is_repeated = |pair: &[(RowKey, usize)]| pair[0].0 == pair[1].0;
    let mut copies = Copies::None;
    if by_key.windows(2).any(is_repeated) {
        copies = if filled_copies(&drafts, &by_key) > 1 { Copies::Filled } else { Copies::Empty };
        by_key.sort_by_key(|(key, number)| (*key, !is_filled(drafts.slots_of(&drafts.rows[*number]))));
    }
    let of_two = copies == Copies::Filled && stands_twice(&drafts, &by_key);
    let disordered = is_disordered(&drafts, width);
    let between = if stand_with_labels { Vec::new() } else { between_numbers(document, &drafts) };
    Found { drafts, by_key, copies, disordered, between, followed, beside_orphans, ties, of_scopes, of_two }
}

/// The rows whose numbers may be those of a row without label beside them: the label stands in a line of its own between two lines
/// of numbers, of which the first has no label, as where a label was broken around its numbers; or the row is empty, and the
/// numbers behind it have no label.
fn between_numbers(document: &Document<'_>, drafts: &Drafts) -> Vec<usize> {
    let numbers =
        |draft: &Draft| drafts.slots_of(draft).iter().filter(|slot| slot.number().is_some()).count();
    let is_alone = |draft: &Draft| {
        let block =
            drafts.slots_of(draft).first().and_then(|slot| document.blocks().get(slot.block as usize));
        draft.label.is_some_and(|label| block.is_some_and(|block| !block.span.contains(label)))
    };
    let of_next = |(at, pair): (usize, &[Draft])| {
        let unnamed = pair[0].label.is_none() && pair[0].recognition.key().is_none();
        (unnamed && numbers(&pair[0]) >= FEWEST_STRAY && is_alone(&pair[1])).then_some(at + 1)
    };
    let of_empty = |(at, pair): (usize, &[Draft])| {
        let unnamed = pair[1].label.is_none() && pair[1].recognition.key().is_none();
        let empty = !is_filled(drafts.slots_of(&pair[0])) && pair[0].recognition.key().is_some();
        (unnamed && numbers(&pair[1]) >= FEWEST_STRAY && empty).then_some(at)
    };
    let pairs = || drafts.rows.windows(2).enumerate();
    pairs().filter_map(of_next).chain(pairs().filter_map(of_empty)).collect()
}

/// How many copies of the table hold anything: the first draft of each row makes up one, the second another.
fn filled_copies(drafts: &Drafts, by_key: &[(RowKey, usize)]) -> usize {
    let of_rows = || by_key.chunk_by(|a, b| a.0 == b.0);
    let most = of_rows().map(<[_]>::len).max().unwrap_or(0);
    let holds = |copy: &usize| {
        let draft = |rows: &[(RowKey, usize)]| rows.get(*copy).map(|(_, number)| &drafts.rows[*number]);
        of_rows().filter_map(draft).any(|draft| is_filled(drafts.slots_of(draft)))
    };
    // Two copies are enough to be in doubt.
    (0..most).filter(holds).take(2).count()
}

/// Whether most rows stand in the source more than once, and at least one of them with other contents.
fn stands_twice(drafts: &Drafts, by_key: &[(RowKey, usize)]) -> bool {
    /// Two rows may be parts of one.
    /// Measured: with 4, no cell changes.
    const FEWEST: usize = 3;
    let of_rows = || by_key.chunk_by(|a, b| a.0 == b.0);
    let contents =
        |number: usize| drafts.slots_of(&drafts.rows[number]).iter().filter(|slot| !slot.is_blank());
    let is_filled_twice = |rows: &&[(RowKey, usize)]| {
        rows.iter().filter(|(_, row)| contents(*row).next().is_some()).count() > 1
    };
    let differs = |rows: &[(RowKey, usize)]| {
        rows[1..].iter().any(|(_, row)| !contents(rows[0].1).map(said).eq(contents(*row).map(said)))
    };
    let twice = of_rows().filter(is_filled_twice).count();
    twice >= FEWEST && twice * 2 > of_rows().count() && of_rows().any(differs)
}

/// Whether none of the contents shows the borders of its cell.
fn is_flowing(slots: &[Slot]) -> bool {
    slots.iter().all(|slot| !slot.bordered)
}

/// Whether labels and contents without borders follow each other in another way than label, numbers, label, numbers.
fn is_disordered(drafts: &Drafts, width: usize) -> bool {
    let flowing = |draft: &&Draft| {
        let slots = drafts.slots_of(draft);
        !slots.is_empty() && is_flowing(slots)
    };
    let mut first_of_form = None;
    let mut last = None;
    for draft in drafts.rows.iter().filter(flowing) {
        let numbers = drafts.slots_of(draft).iter().filter(|slot| slot.number().is_some()).count();
        if numbers > width + FEWEST_STRAY || draft.label.is_none() && numbers >= FEWEST_STRAY {
            return true;
        }
        let Recognition::Label(key) = draft.recognition else {
            continue;
        };
        let first = *first_of_form
            .get_or_insert_with(|| form().rows_of_any_edition(key.table()).next().map(|row| row.key));
        // A table that begins again is a second table; a label that goes back within one is out of order.
        if last.is_some_and(|last| key < last) && Some(key) != first {
            return true;
        }
        last = Some(key);
    }
    false
}

impl Found {
    /// The drafts that are a row of the form, those with contents first.
    pub(in crate::tables) fn drafts_of(&self, key: RowKey) -> impl Iterator<Item = &Draft> {
        self.numbers_of(key).map(|number| &self.drafts.rows[number])
    }

    /// Their numbers among all drafts.
    fn numbers_of(&self, key: RowKey) -> impl Iterator<Item = usize> + Clone {
        let first = self.by_key.partition_point(|(other, _)| *other < key);
        let of_key = self.by_key[first..].iter().take_while(move |(other, _)| *other == key);
        of_key.map(|(_, number)| *number)
    }

    /// The rows of the form that were found, with their drafts.
    pub(in crate::tables) fn rows(&self) -> impl Iterator<Item = (RowKey, &Draft)> {
        self.by_key.iter().map(|(key, number)| (*key, &self.drafts.rows[*number]))
    }

    /// Whether a row of the form was found.
    pub(in crate::tables) fn has(&self, key: RowKey) -> bool {
        self.by_key.binary_search_by_key(&key, |(other, _)| *other).is_ok()
    }

    /// The draft of a row of the form, or the first of several that say the same. Several that say different things are
    /// said to do so.
    pub(in crate::tables) fn choose(
        &self,
        row: PrintedRow,
        findings: &mut Vec<Finding>,
    ) -> Option<Chosen<'_>> {
        let numbers = self.numbers_of(row.row);
        // Of nearly all rows there is one draft: it is no part of another, and nothing differs from it.
        let only = numbers.clone().next().filter(|_| numbers.clone().nth(1).is_none());
        if let Some(only) = only.filter(|_| !self.of_scopes && !self.of_two) {
            return Some(self.chosen(only, false));
        }
        let draft = |number: usize| &self.drafts.rows[number];
        let is_whole = |draft: &Draft| !draft.bracketed && is_filled(self.drafts.slots_of(draft));
        // 行政许可总数 and then 行政许可（新办）: the second is a part of the first.
        let whole = numbers.clone().any(|number| is_whole(draft(number)));
        let is_part = |draft: &&Draft| whole && draft.bracketed;
        let mut wholes = numbers.clone().filter(|number| !is_part(&draft(*number)));
        let at = wholes.next()?;
        let (first, others) = (draft(at), wholes);
        for part in numbers.map(draft).filter(is_part) {
            let notice = Notice::RowUnknown(RowUnknown::Part { of: row });
            findings.push(Finding::new(notice).at(part.label).beside(first.label));
        }
        // Of two filled copies, a row that is empty in one and filled in the other is different too; so is one whose numbers stand
        // behind it under other words.
        let lost_its =
            |other: usize| other + 1 < self.drafts.rows.len() && is_left_over(&self.drafts, other + 1);
        let compared: Vec<&Draft> = others
            .filter(|other| {
                self.copies == Copies::Filled
                    || is_filled(self.drafts.slots_of(draft(*other)))
                    || lost_its(*other)
            })
            .map(draft)
            .collect();
        let contents =
            |draft: &Draft| self.drafts.slots_of(draft).iter().filter(|slot| !slot.is_blank()).map(said);
        // Two tables of two scopes: which is the body's own is not told, and of which of them a row is that stands in one alone. Nor is it
        // told of two tables of two years, where the other row may have a damaged label.
        let is_of_either = self.of_two && compared.is_empty();
        let repeated = self.of_scopes
            || is_of_either
            || compared.iter().any(|other| !contents(first).eq(contents(other)));
        if repeated {
            let others = compared.iter().filter_map(|draft| draft.label);
            let notice = if self.of_scopes {
                RowRepeated::Scopes { row }
            } else if is_of_either {
                RowRepeated::OneOfTwo { row }
            } else {
                RowRepeated::Row { row, times: compared.len() + 1 }
            };
            findings.push(Finding::new(Notice::RowRepeated(notice)).at(first.label).beside(others));
        }
        Some(self.chosen(at, repeated))
    }

    /// A draft chosen for its row; `repeated` says whether another copy of the row says something else.
    fn chosen(&self, at: usize, repeated: bool) -> Chosen<'_> {
        let first = &self.drafts.rows[at];
        let slots = self.drafts.slots_of(first);
        let misplaced = !is_filled(slots) && (first.behind_numbers || self.drafts.exchanged)
            || self.between.contains(&at);
        let label = match first.recognition {
            _ if repeated => Label::Doubtful,
            Recognition::Label(_) => Label::Whole,
            Recognition::Near(_) => Label::Near,
            Recognition::Distance(_) => Label::Repaired,
            Recognition::Order(_) => Label::Order,
            Recognition::Fragment(_) | Recognition::Unknown => Label::Doubtful,
        };
        let disordered = self.disordered && !slots.is_empty() && is_flowing(slots);
        let tie = if misplaced || disordered { Tie::Across } else { self.ties[at] };
        let beside = Beside { rest: self.followed.contains(&at), orphan: self.beside_orphans.contains(&at) };
        Chosen { draft: first, slots, label, tie, beside }
    }

    /// Whether the table is out of order, so that contents without borders are nobody's.
    pub(in crate::tables) fn is_disordered(&self, slots: &[Slot]) -> bool {
        self.disordered && is_flowing(slots)
    }

    /// Which numbers of the table belong to no row: a row of which nothing is found may have lost them.
    pub(in crate::tables) fn unplaced(&self) -> Unplaced {
        let numbers =
            |draft: &Draft| self.drafts.slots_of(draft).iter().filter(|slot| slot.number().is_some()).count();
        // What is too long for a number may be several that run together.
        let contents =
            |draft: &Draft| self.drafts.slots_of(draft).iter().filter(|slot| !slot.is_nothing()).count();
        let orphans = || {
            let rows = self.drafts.rows.iter();
            rows.filter(|draft| draft.label.is_none() && draft.recognition.key().is_none()).map(contents)
        };
        // Behind a label of table three the numbers of all three may stand.
        let width = |key: RowKey| form().row_of_any_edition(key).map_or(0, |row| row.columns.len());
        let has_surplus = self.drafts.rows.iter().any(|draft| {
            let key = draft.recognition.key().filter(|key| key.table() != TableKind::Review);
            // Of a row with no more cells the numbers need not be counted.
            key.is_some_and(|key| draft.end - draft.first > width(key) + 1 && numbers(draft) > width(key) + 1)
        });
        if has_surplus || orphans().any(|numbers| numbers > 1) {
            Unplaced::Rows
        } else if !self.drafts.strays.is_empty()
            || self.ties.contains(&Tie::Across)
            || self.disordered
            || orphans().any(|numbers| numbers > 0)
        {
            Unplaced::Numbers
        } else {
            Unplaced::Nothing
        }
    }
}

/// Numbers of a table that belong to no row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tables) enum Unplaced {
    /// There are none.
    Nothing,
    /// Single ones, or such as stand behind the label of another row.
    Numbers,
    /// Rows of them without a label.
    Rows,
}

/// What a slot says, for comparing two copies of a row: a number with its unit, or why there is none.
fn said(slot: &Slot) -> (Option<(Decimal, Option<Measure>)>, bool) {
    let number = slot.number().map(|printed| (printed.value.normalize(), printed.measure));
    (number, matches!(slot.content, Content::NotApplicable))
}
