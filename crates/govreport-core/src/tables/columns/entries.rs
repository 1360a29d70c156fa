//! The headings of columns that concern a row: each once, and the damaged ones among them named where their place tells.

use crate::form::{ColumnKey, Meaning, TableKind, form};
use crate::span::Span;
use crate::tables::rows::{HeadColumn, HeadName, Heading};
use crate::tables::vocabulary::{Remains, adds_nothing, lexicon};
use crate::text::fold::significant;
use crate::text::scope::{Time, time_of};

/// One heading of a column, as it concerns a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    /// The row's column that it names.
    pub(super) column: Option<usize>,
    pub(super) grid: Option<u32>,
    pub(super) torn: bool,
    pub(super) line: u32,
    /// It may be the heading of a column of the form, damaged.
    may_be_damaged: bool,
    /// Its words are like those of no heading of the form.
    is_foreign: bool,
    pub(super) span: Span,
}

impl Entry {
    fn of(head: &HeadColumn, column: Option<usize>) -> Self {
        // A column that is named, and not taken for one of the row's, is another's.
        let may_be_damaged = head.name != HeadName::Another && (column.is_some() || head.column().is_none());
        let is_foreign = head.is_foreign();
        let HeadColumn { grid, torn, line, span, .. } = *head;
        Self { column, grid, torn, line, may_be_damaged, is_foreign, span }
    }
}

/// The headings that concern a row, each once: the second print of a heading behind a page break says nothing new.
pub(super) fn entries(heading: &Heading, columns: &[ColumnKey], text: &str) -> Vec<Entry> {
    if let Some(entries) = each_once(heading, columns).filter(|_| !has_decrease(heading, text)) {
        return entries;
    }
    let mut entries: Vec<Entry> = Vec::with_capacity(heading.columns.len());
    let names_first = heading
        .columns
        .iter()
        .any(|head| head.column().is_some() && head.column() == columns.first().copied());
    // Where a column is named by nothing, they may stand in its place.
    let named = |column: &ColumnKey| heading.columns.iter().any(|head| head.of_edition() == Some(*column));
    let are_noise = names_first && columns.iter().all(named);
    let grid_tells = grid_tells(heading);
    let is_one_print = heading.columns.len() == columns.len();
    for head in &heading.columns {
        let column = head.column().and_then(|column| columns.iter().position(|own| *own == column));
        if heading.columns.iter().any(|other| other.line == head.line && names_decrease(other, text))
            && head.column() == Some(ColumnKey::Change)
        {
            entries.push(Entry { may_be_damaged: false, ..Entry::of(head, None) });
            continue;
        }
        if let Some(damaged) = column.filter(|_| grid_tells).and_then(|_| damaged_above(&mut entries, head)) {
            damaged.column = column;
            continue;
        }
        // 2021年 below 自然人: the column is that of the heading above only in part.
        let above = entries.iter_mut().find(|entry| {
            grid_tells
                && (head.is_foreign() || head.name == HeadName::Before)
                && entry.column.is_some()
                && entry.grid.is_some()
                && entry.grid == head.grid
                && entry.line < head.line
        });
        if let Some(above) = above.filter(|_| significant(head.span.of(text)).nth(1).is_some()) {
            above.column = None;
            above.may_be_damaged = false;
            continue;
        }
        if are_noise && head.name == HeadName::Before {
            continue;
        }
        let again = column.is_some() && entries.iter().any(|entry| entry.column == column)
            || grid_tells
                && column.is_none()
                && entries.iter().any(|entry| entry.grid.is_some() && entry.grid == head.grid);
        let side_by_side =
            entries.iter().any(|entry| column.is_some() && entry.column == column && entry.line == head.line);
        // 本年制发件数 on two lines, and no other for 本年废止件数; 合计 in the place of 其他, and 总计 beside it: which of the two is its own is
        // not told.
        let rival = column.filter(|_| !side_by_side).and_then(|column| {
            let is_rival = |entry: &&mut Entry| {
                entry.column == Some(column) && (is_one_print || grid_tells && is_beside(entry, head))
            };
            entries.iter_mut().find(is_rival)
        });
        if let Some(rival) = rival {
            (rival.column, rival.may_be_damaged) = (None, false);
            entries.push(Entry { may_be_damaged: false, ..Entry::of(head, None) });
            continue;
        }
        if again && !side_by_side {
            continue;
        }
        if let Some(column) = column
            && has_rivals(heading, head)
            && !heads_two_tables(heading, columns)
        {
            let is_its = outranks_rivals(heading, head, columns, text);
            let entry = Entry::of(head, is_its.then_some(column));
            entries.push(Entry { may_be_damaged: is_its, ..entry });
            continue;
        }
        // A column that is named twice in one line heads two tables side by side.
        let column = column.filter(|_| !side_by_side);
        entries.push(Entry::of(head, column));
    }
    // A heading that lost characters stands where the form's stands, and what is left of it is a piece of the form's.
    if entries.len() == columns.len() && heading.columns.len() == columns.len() {
        let fits = |(at, entry): (usize, &Entry)| match entry.column {
            Some(column) => column == at,
            None => match heading.columns[at].name {
                HeadName::Beginning(_) => begins(heading.columns[at].span.of(text), columns[at]),
                HeadName::Before | HeadName::Foreign => {
                    is_piece(heading.columns[at].span.of(text), columns[at])
                }
                HeadName::Damaged | HeadName::Another | HeadName::Column(_) => false,
            },
        };
        if entries.iter().any(|entry| entry.column.is_some()) && entries.iter().enumerate().all(fits) {
            for (at, entry) in entries.iter_mut().enumerate() {
                entry.column = Some(at);
            }
        }
    }
    name_left(&mut entries, columns, text);
    leave_under_another_time(&mut entries, heading, text);
    let is_two_levels = table_of(columns).is_some();
    // 法人 where 自然人 should stand, and all others in their places: the words are another's.
    let stands_for_another = is_two_levels && is_all_but_one(&entries, columns.len());
    entries.retain(|entry| {
        entry.column.is_some() || stands_for_another || !is_beginning(heading, entry, is_two_levels)
    });
    entries
}

/// Headings that are nearer than so many lines stand in one print.
const LINES_OF_PRINT: u32 = 4;

/// The damaged heading that stands in the grid where this one does: in another print of the heading the column is whole. In the same print
/// 非自然人 above 科研机构 is another's.
fn damaged_above<'e>(entries: &'e mut [Entry], head: &HeadColumn) -> Option<&'e mut Entry> {
    entries.iter_mut().find(|entry| {
        entry.column.is_none()
            && entry.may_be_damaged
            && entry.grid.is_some()
            && entry.grid == head.grid
            && !(entry.is_foreign && entry.line.abs_diff(head.line) < LINES_OF_PRINT)
    })
}

/// Whether a heading stands in another column of the grid than one of the same print.
fn is_beside(entry: &Entry, head: &HeadColumn) -> bool {
    let is_elsewhere = |grid: u32| head.grid.is_some_and(|own| own != grid);
    entry.grid.is_some_and(is_elsewhere) && entry.line.abs_diff(head.line) < LINES_OF_PRINT
}

/// Whether so many columns are all named in their order but one, and other words stand in its place.
fn is_all_but_one(entries: &[Entry], columns: usize) -> bool {
    let stands = |(at, entry): (usize, &Entry)| entry.column.is_none_or(|column| column == at);
    entries.len() == columns
        && entries.iter().filter(|entry| entry.column.is_none()).count() == 1
        && entries.iter().enumerate().all(stands)
}

/// Whether most of a row's columns are named twice by the same line: two tables stand side by side.
fn heads_two_tables(heading: &Heading, columns: &[ColumnKey]) -> bool {
    let is_twice = |column: &&ColumnKey| {
        let named = || heading.columns.iter().filter(|head| head.column() == Some(**column));
        named().next().is_some_and(|first| {
            let words = |head: &HeadColumn| head.span.len();
            named().skip(1).any(|other| other.line == first.line && words(other) == words(first))
        })
    };
    columns.iter().filter(is_twice).count() * 2 > columns.len()
}

/// Whether another heading of the same line can be the same column of the form.
fn has_rivals(heading: &Heading, head: &HeadColumn) -> bool {
    let same =
        heading.columns.iter().filter(|other| other.line == head.line && other.column() == head.column());
    same.count() > 1
}

/// Whether a heading of several columns has one that is 本年减.
pub(super) fn has_decrease(heading: &Heading, text: &str) -> bool {
    heading.columns.iter().any(|head| names_decrease(head, text))
}

/// Whether a heading is 本年减, and not the end of 本年增/减: its numbers lack their sign, and those of 本年增 beside it are a part of the change.
fn names_decrease(head: &HeadColumn, text: &str) -> bool {
    let words = head.span.of(text);
    head.column() == Some(ColumnKey::Change)
        && words.contains(['减', '減'])
        && !words.contains('增')
        && !words.starts_with(['/', '／'])
}

/// Whether a heading alone is the form's wording of those in its line that can be the same column: of 公益组织 and 社会公益组织 the second
/// is. Of two wordings of the form neither is told.
fn outranks_rivals(heading: &Heading, head: &HeadColumn, columns: &[ColumnKey], text: &str) -> bool {
    let table = table_of(columns).unwrap_or(TableKind::Proactive);
    let is_whole = |head: &HeadColumn| {
        lexicon().whole(head.span.of(text), table).is_some_and(|meaning| match meaning {
            Meaning::Column(own) => head.column() == Some(own),
            Meaning::AmountInYuan => head.column() == Some(ColumnKey::Amount),
            // 其他 and 总计 are rows as well.
            Meaning::Row(_) => true,
            _ => false,
        })
    };
    let same =
        heading.columns.iter().filter(|other| other.line == head.line && other.column() == head.column());
    is_whole(head) && same.filter(|other| is_whole(other)).count() == 1
}

/// Whether no two headings of the form share a column of the grid: where they do, its rows begin in different ones, and what stands below
/// what is not known.
pub(super) fn grid_tells(heading: &Heading) -> bool {
    !heading.columns.iter().any(|head| {
        let shares = |other: &HeadColumn| other.grid == head.grid && other.column() != head.column();
        head.grid.is_some()
            && head.column().is_some()
            && heading.columns.iter().filter(|other| other.column().is_some()).any(shares)
    })
}

/// What most headings say: each of the row's columns once, in any order, and no others. There is nothing to sort out then.
fn each_once(heading: &Heading, columns: &[ColumnKey]) -> Option<Vec<Entry>> {
    if heading.columns.len() != columns.len() {
        return None;
    }
    let mut entries: Vec<Entry> = Vec::with_capacity(columns.len());
    for head in &heading.columns {
        let column = columns.iter().position(|own| head.column() == Some(*own))?;
        if entries.iter().any(|entry| entry.column == Some(column)) {
            return None;
        }
        entries.push(Entry::of(head, Some(column)));
    }
    Some(entries)
}

/// Takes away the columns under a heading of another time that stands over others: 上年法人或其他组织 over 商业企业 and those beside it.
fn leave_under_another_time(entries: &mut [Entry], heading: &Heading, text: &str) {
    let is_of_another_time = |head: &&HeadColumn| {
        head.column().is_none() && head.grid.is_some() && time_of(head.span.of(text), None) == Time::Another
    };
    for above in heading.columns.iter().filter(is_of_another_time) {
        let is_under = |line: u32, grid: Option<u32>| line > above.line && grid >= above.grid;
        let covers =
            |head: &HeadColumn| head.column().is_some() && head.line > above.line && head.grid == above.grid;
        if !heading.columns.iter().any(covers) {
            continue;
        }
        for entry in
            entries.iter_mut().filter(|entry| entry.grid == above.grid || is_under(entry.line, entry.grid))
        {
            entry.column = None;
        }
    }
}

/// Names the damaged headings of a grid that can be what is left of one column alone, of those that no other names.
fn name_left(entries: &mut [Entry], columns: &[ColumnKey], text: &str) {
    let Some(table) = table_of(columns) else { return };
    let is_open = |entry: &Entry| entry.column.is_none() && entry.grid.is_some() && entry.may_be_damaged;
    if !entries.iter().any(is_open) {
        return;
    }
    let free = |at: &usize| entries.iter().all(|entry| entry.column != Some(*at));
    let free: Vec<usize> = (0..columns.len()).filter(free).collect();
    let only = |entry: &Entry| {
        if !is_open(entry) {
            return None;
        }
        let remains = Remains::default().and(entry.span.of(text))?;
        let mut left = free.iter().filter(|at| remains.may_be(Meaning::Column(columns[**at]), table));
        left.next().copied().filter(|_| left.next().is_none())
    };
    let named: Vec<Option<usize>> = entries.iter().map(only).collect();
    for (at, column) in named.iter().enumerate() {
        let is_single = named.iter().filter(|other| *other == column).count() == 1;
        if let Some(column) = column.filter(|_| is_single) {
            entries[at].column = Some(column);
        }
    }
}

/// The table of two levels whose rows have these columns.
fn table_of(columns: &[ColumnKey]) -> Option<TableKind> {
    match columns.first()? {
        ColumnKey::Upheld => Some(TableKind::Review),
        ColumnKey::NaturalPerson => Some(TableKind::Requests),
        _ => None,
    }
}

fn is_beginning(heading: &Heading, entry: &Entry, is_two_levels: bool) -> bool {
    heading.columns.iter().any(|head| {
        // A damaged heading with a cell of its own in a table of two levels heads something: a column of the form, or another.
        let is_noise = entry.grid.is_none() || !is_two_levels;
        is_noise
            && matches!(head.name, HeadName::Beginning(_) | HeadName::Damaged)
            && head.line == entry.line
            && head.grid == entry.grid
    })
}

/// Whether the heading of a column begins with these words.
fn begins(words: &str, column: ColumnKey) -> bool {
    form().headings_of(column).any(|label| {
        let mut own = significant(label);
        significant(words).all(|c| own.next() == Some(c))
    })
}

/// Whether words are what is left of the printed heading of a column: its characters, in their order, at least half of them.
fn is_piece(words: &str, column: ColumnKey) -> bool {
    /// Measured: with 3, no cell changes.
    const FEWEST: usize = 2;
    if !adds_nothing(words, Meaning::Column(column)) {
        return false;
    }
    form().headings_of(column).any(|label| {
        let mut left = significant(label);
        let length = significant(label).count();
        let piece = significant(words).count();
        piece >= FEWEST && piece * 2 >= length && significant(words).all(|c| left.any(|other| other == c))
    })
}
