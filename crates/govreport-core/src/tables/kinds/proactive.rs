//! 二、主动公开政府信息情况: proactive disclosure. Blocks, one for each item of article 20, each with columns of its own; the
//! edition is decided block by block, from the headings of the columns.

use std::borrow::Cow;

use crate::check::Rule;
use crate::document::Document;
use crate::form::{ColumnKey, Edition, RowKey, TableKind, form};
use crate::model::{Finding, Status, Table, Unit};
use crate::tables::cells::absence::{self, Standing};
use crate::tables::cells::{Heading, Sheet};
use crate::tables::columns::{Order, Row, Sums};
use crate::tables::rows::{Chosen, DISORDERED, Draft, Found, Heading as BlockHeading, find};
use crate::tables::settle::settle;
use crate::tables::superseded;
use crate::tables::tokens::{Scan, Slot, is_filled};

/// Reads the table. `expected` is the edition its year or the other tables call for; `leaves_out_places` says
/// that the source does not show every cell at its place and fills up rows at their end instead.
pub(in crate::tables) fn read(
    document: &Document<'_>,
    scan: &Scan,
    expected: Edition,
    leaves_out_places: bool,
    year: Option<u16>,
    findings: &mut Vec<Finding>,
) -> Table {
    let kind = TableKind::Proactive;
    let found = find(document, scan, kind, 3);
    let editions = Editions::of(&found, expected);
    let of_headings = editions.of_table();
    let printed: Vec<(RowKey, Edition)> = RowKey::ALL
        .iter()
        .copied()
        .filter(|key| key.table() == kind)
        .filter_map(|key| {
            let of_block = editions.of_row(key);
            // A row that one edition alone has, found in a table of the other, is there all the same.
            let of_row = [of_block, of_headings, Edition::E2019]
                .into_iter()
                .find(|edition| *edition != Edition::Hybrid && form().row(key, *edition).is_some())?;
            let wanted = form().row(key, of_block).is_some() || has_contents(&found, key);
            wanted.then_some((key, of_row))
        })
        .collect();
    let all_have = |edition| printed.iter().all(|(key, _)| form().row(*key, edition).is_some());
    let edition = if all_have(of_headings) { of_headings } else { Edition::Hybrid };
    let form_rows = || printed.iter().filter_map(|(key, edition)| form().row(*key, *edition));
    let mut sheet = Sheet::new(document, form_rows(), findings);
    let mut rows = Vec::new();
    let mut places = Vec::new();
    let mut first = 0;
    for form_row in form_rows() {
        let width = form_row.columns.len();
        let start = first;
        first += width;
        let Some(Chosen { draft, slots, distrust }) =
            found.choose(form_row.key, form_row.label, sheet.findings)
        else {
            places.push((form_row.key, Standing::Absent));
            continue;
        };
        places.push((form_row.key, Standing::Present(draft.label)));
        let (slots, misplaced) = match under_heading(&found, draft, &form_row.columns) {
            Ok(under) => (under.map_or(Cow::Borrowed(slots), Cow::Owned), None),
            Err(why) => (Cow::Borrowed(slots), Some(why)),
        };
        let mut row = Row {
            first: start,
            width,
            name: form_row.label,
            label: draft.label,
            column: found.first_column(width, Some(draft.block)),
            slots,
            sums: Sums::None,
            trusted: !leaves_out_places && found.shows_all_cells(document, draft),
            distrust: distrust.or(misplaced).or(is_torn(&found, draft).then_some(DISORDERED)),
        };
        let heading = found.drafts.blocks.get(draft.block).filter(|heading| !heading.has_others);
        if let Some(order) = heading.and_then(|heading| Order::of(heading, &form_row.columns)) {
            order.apply(std::slice::from_mut(&mut row));
        }
        rows.push(row);
    }
    settle(&mut sheet, &mut rows, kind, edition);
    amounts(&mut sheet, &found, &rows);
    let presence = absence::report(&mut sheet, kind, edition, &places);
    let cells = sheet.cells;
    found.tell(document, findings, |key| printed.iter().any(|(row, _)| *row == key));
    if edition == Edition::Hybrid {
        let message = "some blocks of the table follow the form of 2019, others that of 2021";
        findings.push(Finding::new(Rule::EditionMixed, message).at(found.drafts.span));
    }
    let table = Table { kind, edition, presence, span: found.drafts.span, cells };
    superseded(&table, year, findings);
    table
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

/// Where the heading of a block names columns that are none of the form's: the contents of a row that stand under the form's.
/// `None` where the heading names only the form's columns.
///
/// # Errors
///
/// Why they cannot be told, where the borders do not show which column each stands in.
fn under_heading(
    found: &Found,
    draft: &Draft,
    columns: &[ColumnKey],
) -> Result<Option<Vec<Slot>>, &'static str> {
    let Some(heading) = found.drafts.blocks.get(draft.block).filter(|heading| heading.has_others) else {
        return Ok(None);
    };
    let slots = found.drafts.slots_of(draft);
    let under = |column: &ColumnKey| {
        let grid = heading.columns.iter().find(|head| head.column == *column)?.grid?;
        slots.iter().find(|slot| slot.bordered && slot.column == grid).copied()
    };
    let placed = columns.iter().map(under).collect::<Option<Vec<Slot>>>();
    placed
        .map(Some)
        .ok_or("its heading names columns that are none of the form's, and no border shows which is which")
}

/// Amounts are filled once more, with the unit that the heading of their column names.
fn amounts(sheet: &mut Sheet<'_>, found: &Found, rows: &[Row<'_>]) {
    for row in rows {
        for cell in row.first..row.first + row.width {
            let at = sheet.at(cell);
            if at.column != ColumnKey::Amount || sheet.cells[cell].status != Status::Read {
                continue;
            }
            let span = sheet.cells[cell].span;
            let Some(slot) = row.slots.iter().find(|slot| Some(slot.span) == span).copied() else {
                continue;
            };
            let draft = found.drafts.rows.iter().find(|draft| draft.label == row.label);
            let heading = draft.and_then(|draft| found.drafts.blocks.get(draft.block));
            let unit = heading.and_then(unit_named);
            if unit.is_some() {
                sheet
                    .findings
                    .retain(|finding| finding.rule != Rule::UnitConverted || !finding.cells.contains(&at));
                sheet.fill(cell, &slot, Status::Read, Heading { unit });
            }
        }
    }
}

fn unit_named(heading: &BlockHeading) -> Option<Unit> {
    heading.columns.iter().rev().find(|column| column.column == ColumnKey::Amount).and_then(|column| {
        if column.in_yuan { Some(Unit::Yuan) } else { column.unit_named.then_some(Unit::TenThousandYuan) }
    })
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
    fn of_table(&self) -> Edition {
        match self.shown.split_first() {
            None => self.expected,
            Some((first, rest)) if rest.iter().all(|other| other == first) => *first,
            Some(_) => Edition::Hybrid,
        }
    }

    /// The edition of a row: the one its own block shows, that of the rows of the same article, or that of most blocks.
    fn of_row(&self, key: RowKey) -> Edition {
        let group = |key: RowKey| form().row(key, Edition::Hybrid).and_then(|row| row.group);
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
fn edition_of(heading: &BlockHeading, key: RowKey) -> Option<Edition> {
    let has =
        |edition: Edition| form().row(key, edition).map(|row| row.columns.as_slice()).unwrap_or_default();
    let (of_2019, of_2021) = (has(Edition::E2019), has(Edition::E2021));
    let mut shared = None;
    for column in &heading.columns {
        match (of_2019.contains(&column.column), of_2021.contains(&column.column)) {
            (true, false) => return Some(Edition::E2019),
            (false, true) => return Some(Edition::E2021),
            // 处理决定数量 alone is the column of 2021; beside others it is one of the three of 2019.
            (true, true) => shared = shared.or((heading.columns.len() == 1).then_some(Edition::E2021)),
            (false, false) => {}
        }
    }
    shared
}
