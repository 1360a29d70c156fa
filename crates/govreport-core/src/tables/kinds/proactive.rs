//! 二、主动公开政府信息情况: proactive disclosure. Blocks, one for each item of article 20, each with columns of its own; the
//! edition is decided block by block, from the headings of the columns.

use crate::form::{ColumnKey, Edition, FormRow, RowKey, TableKind, form};
use crate::model::{Finding, TableEdition, Tie};
use crate::notices::PrintedRow;
use crate::span::Span;
use crate::tables::cells::absence::Standing;
use crate::tables::columns::{Block, Names, Row, Source};
use crate::tables::rows::{Draft, Found, HeadColumn, Heading};
use crate::tables::tokens::{Slot, is_filled};

use crate::text::measure::Measure;
use crate::text::money::{Named, named, says_anything};
use crate::text::remark::with_remark;

use super::plan::{Context, Plan};

pub(super) fn plan<'f>(found: &'f Found, context: Context<'_>, findings: &mut Vec<Finding>) -> Plan<'f> {
    let editions = Editions::of(found, context.expected);
    let rows = rows(found, &editions);
    let has_all = |edition| rows.iter().all(|(row, _)| form().row(row.key, edition).is_some());
    let of_headings = editions.of_table();
    let edition = if of_headings.one().is_none_or(has_all) { of_headings } else { TableEdition::Hybrid };
    let mut sources = Vec::with_capacity(rows.len());
    let mut standings = Vec::with_capacity(rows.len());
    let mut first = 0;
    // Rows of one block that have the same columns stand under one heading.
    let mut above: Option<(usize, &[ColumnKey], Names, bool, bool)> = None;
    for (form_row, edition) in &rows {
        let width = form_row.columns.len();
        let start = first;
        first += width;
        let Some(chosen) = found.choose(PrintedRow::new(form_row.key, *edition), findings) else {
            standings.push((form_row.key, Standing::Absent));
            continue;
        };
        let draft = chosen.draft;
        standings.push((form_row.key, Standing::Present(draft.label)));
        let heading = found.drafts.blocks.get(draft.block);
        let text = context.document.text();
        let columns = form_row.columns.as_slice();
        if !matches!(&above, Some((block, same, ..)) if *block == draft.block && *same == columns) {
            let names =
                heading.map_or_else(Names::none, |heading| Names::of(heading, columns, context.document));
            let of_block = found.drafts.rows.iter().filter(|other| other.block == draft.block);
            let indexed = Block::is_indexed(&names, of_block.clone(), found);
            let aligned = Block::is_aligned(&names, of_block, found);
            above = Some((draft.block, columns, names, aligned, indexed));
        }
        let Some((.., names, aligned, indexed)) = &above else { continue };
        let mut row = Row::of(start..start + width, 0, &chosen);
        if is_torn(found, draft) {
            row.tie = Tie::Across;
        }
        if form_row.columns.contains(&ColumnKey::Amount) {
            row.unit = unit(heading, draft, text).and(beside_count(&row));
        }
        row.arrange(names, Source { aligned: *aligned, indexed: *indexed, padding: context.padding });
        row.doubt_caption(heading);
        sources.push(row);
    }
    Plan { edition, rows, sources, standings, tells: true }
}

/// The rows of the table: those of the edition that each block shows, and those of the other that hold something.
fn rows(found: &Found, editions: &Editions) -> Vec<(&'static FormRow, Edition)> {
    let of_headings = editions.of_table();
    let keys = RowKey::ALL.iter().copied().filter(|key| key.table() == TableKind::Proactive);
    keys.filter_map(|key| {
        let of_block = editions.of_row(key);
        // A row that one edition alone has, found in a table of the other, is there all the same.
        let of_row = [Some(of_block), of_headings.one(), Some(Edition::E2019)]
            .into_iter()
            .flatten()
            .find_map(|edition| form().row(key, edition))?;
        (form().row(key, of_block).is_some() || has_contents(found, key))
            .then_some((of_row, of_row.edition.unwrap_or(of_block)))
    })
    .collect()
}

fn has_contents(found: &Found, key: RowKey) -> bool {
    found.drafts_of(key).any(|draft| is_filled(found.drafts.slots_of(draft)))
}

/// Whether numbers without a row stand in the same block: then the labels and numbers of the block are out of order. Behind a
/// row that shows its borders they matter only if it is empty, for they may be its own.
fn is_torn(found: &Found, draft: &Draft) -> bool {
    let slots = found.drafts.slots_of(draft);
    let may_be_its_own = slots.iter().all(|slot| !slot.bordered) || slots.iter().all(Slot::is_blank);
    may_be_its_own
        && found.drafts.rows.iter().any(|other| {
            other.block == draft.block
                && other.label.is_none()
                && found.drafts.slots_of(other).iter().any(|slot| slot.number().is_some())
        })
}

/// The unit of the amounts of a row: what its own label, the heading of its column and other words of its block name; where none of
/// them names one, that of a caption above. A remark on the table may contradict them.
fn unit(heading: Option<&Heading>, draft: &Draft, text: &str) -> Named {
    let amount = heading.and_then(|heading| {
        heading.columns.iter().rev().find(|column| column.column() == Some(ColumnKey::Amount))
    });
    let of_heading = match amount {
        Some(column) => of_words(column.span, text),
        // A heading that is damaged, or another's, stands where that of the amount may stand.
        None => {
            match heading.and_then(|heading| heading.columns.iter().rfind(|head| head.column().is_none())) {
                Some(other) => Named::Unknown.unless(of_words(other.span, text)),
                None => Named::None,
            }
        }
    };
    let of_label = draft.label.map_or(Named::None, |label| of_words(label, text));
    let Some(heading) = heading else { return of_heading.and(of_label) };
    match of_heading.and(of_label).and(heading.beside) {
        Named::None if heading.caption == Named::None => heading.remark,
        Named::None => heading.caption,
        unit => unit.and(heading.remark),
    }
}

/// The unit of money that stands beside a number before the amount: 23 千元 707580. A count has none.
fn beside_count(row: &Row<'_>) -> Named {
    let counts = row.slots.split_last().map_or(&[][..], |(_, counts)| counts);
    let of_money = counts.iter().filter_map(|slot| match slot.number()?.measure? {
        Measure::Money(money) => Some(Named::One(money)),
        _ => None,
    });
    of_money.fold(Named::None, Named::and)
}

/// The unit that a label or a heading names, with the remark behind it.
fn of_words(words: Span, text: &str) -> Named {
    let words = with_remark(words, text);
    // A mirror that hides characters (***元) may hide those of another unit.
    if words.contains("**") {
        return Named::None;
    }
    let remark = words.find(['（', '(']).map_or("", |at| &words[at..]);
    match named(words) {
        // 单位：件, （笔）: a unit, and none of money.
        Named::None if words.contains("单位") || words.contains(['/', '／']) || says_anything(remark) => {
            Named::Unknown
        }
        unit => unit,
    }
}

/// Which edition each block of the table follows.
struct Editions {
    of_rows: Vec<(RowKey, Edition)>,
    shown: Vec<Edition>,
    expected: Edition,
}

impl Editions {
    fn of(found: &Found, expected: Edition) -> Self {
        let mut of_rows = Vec::new();
        let mut shown = Vec::new();
        for (key, draft) in found.rows() {
            let known = of_rows.last().is_some_and(|(last, _)| *last == key);
            let heading = found.drafts.blocks.get(draft.block);
            if let Some(edition) = heading.filter(|_| !known).and_then(|heading| edition_of(heading, key)) {
                of_rows.push((key, edition));
                shown.push(edition);
            }
        }
        Self { of_rows, shown, expected }
    }

    /// The edition all blocks show, or that they show different ones. Where none shows any, the one expected.
    fn of_table(&self) -> TableEdition {
        match self.shown.split_first() {
            None => self.expected.into(),
            Some((first, rest)) if rest.iter().all(|other| other == first) => (*first).into(),
            Some(_) => TableEdition::Hybrid,
        }
    }

    /// The edition of a row: the one its own block shows, that of the rows of the same article, or that of most blocks.
    fn of_row(&self, key: RowKey) -> Edition {
        let group = |key: RowKey| form().row_of_any_edition(key).and_then(|row| row.group);
        let shown = self.of_rows.iter().find(|(row, _)| *row == key);
        let beside = || self.of_rows.iter().find(|(row, _)| group(*row) == group(key));
        if let Some((_, edition)) = shown.or_else(beside) {
            return *edition;
        }
        let of_2019 = self.shown.iter().filter(|edition| **edition == Edition::E2019).count();
        match (self.shown.len() - of_2019).cmp(&of_2019) {
            std::cmp::Ordering::Greater => Edition::E2021,
            std::cmp::Ordering::Less => Edition::E2019,
            std::cmp::Ordering::Equal => self.expected,
        }
    }
}

/// The edition that the columns named in a heading belong to, for this row.
fn edition_of(heading: &Heading, key: RowKey) -> Option<Edition> {
    let has =
        |edition: Edition| form().row(key, edition).map(|row| row.columns.as_slice()).unwrap_or_default();
    let (of_2019, of_2021) = (has(Edition::E2019), has(Edition::E2021));
    let mut shared = None;
    let named: Vec<ColumnKey> = heading.columns.iter().filter_map(HeadColumn::of_edition).collect();
    for column in &named {
        match (of_2019.contains(column), of_2021.contains(column)) {
            (true, false) => return Some(Edition::E2019),
            (false, true) => return Some(Edition::E2021),
            // 处理决定数量 alone is the column of 2021; beside others it is one of the three of 2019.
            (true, true) => shared = shared.or((named.len() == 1).then_some(Edition::E2021)),
            (false, false) => {}
        }
    }
    shared
}
