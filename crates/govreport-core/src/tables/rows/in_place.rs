//! Headings of two levels whose words are damaged, told by all of them together.
//!
//! A heading that lost characters counts as printed where every piece left is a piece of the form's heading at that place, the pieces
//! stand in the form's order, and no other word is among them. One word alone, 行复议, could be another's.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use super::draft::Drafts;
use super::heading::{HeadColumn, HeadName, Heading};
use crate::document::{Block, BlockKind, Document};
use crate::form::{ColumnKey, Edition, Meaning, TableKind, form};
use crate::span::Span;
use crate::tables::vocabulary::{Remains, lexicon};
use crate::text::fold::{is_ideograph, leading_blank, leading_word};

/// More lines than this are no heading.
const MOST_LINES: usize = 40;

/// A word of the form's heading.
#[derive(Debug, Clone, Copy)]
struct Place {
    meaning: Meaning,
    /// Some sources leave it out.
    optional: bool,
}

impl Place {
    const fn of(meaning: Meaning) -> Self {
        Self { meaning, optional: false }
    }

    fn column(self) -> Option<ColumnKey> {
        match self.meaning {
            Meaning::Column(column) => Some(column),
            _ => None,
        }
    }
}

/// The words of a table's heading as sources print them: row by row, or those of the columns alone.
struct Orders {
    requests: [Vec<Place>; 3],
    review: [Vec<Place>; 2],
}

impl Orders {
    fn of_table(table: TableKind) -> &'static [Vec<Place>] {
        static ORDERS: LazyLock<Orders> = LazyLock::new(Orders::of_form);
        match table {
            TableKind::Proactive => &[],
            TableKind::Requests => &ORDERS.requests,
            TableKind::Review => &ORDERS.review,
        }
    }

    fn of_form() -> Self {
        let columns = |table| -> Vec<Place> {
            let first = form().rows(table, Edition::Hybrid).next();
            let columns = first.map(|row| row.columns.as_slice()).unwrap_or_default();
            columns.iter().map(|column| Place::of(Meaning::Column(*column))).collect()
        };
        let applicants = Place { meaning: Meaning::Head("applicants"), optional: true };
        let legal_persons = Place { meaning: Meaning::Head("legal_persons"), optional: true };
        let of_requests = columns(TableKind::Requests);
        let bodies = of_requests.len().saturating_sub(1);
        let (persons, total) = (&of_requests[..1.min(bodies)], &of_requests[bodies..]);
        let bodies = &of_requests[1.min(bodies)..bodies];
        let bodies_together = [Place { optional: false, ..legal_persons }];
        let two_levels = [&[applicants], persons, &bodies_together, total, bodies];
        let total_above = [&[applicants], total, persons, &bodies_together, bodies];
        let one_level = [&[applicants], persons, &[legal_persons], bodies, total];

        let of_review = columns(TableKind::Review);
        let mut rows = form().rows(TableKind::Review, Edition::Hybrid).map(|row| Meaning::Row(row.key));
        let reconsideration: Vec<Place> = rows.next().into_iter().map(Place::of).collect();
        let of_litigation: Vec<Place> = rows.map(Place::of).collect();
        let mut all = reconsideration;
        all.push(Place::of(Meaning::Head("litigation")));
        all.extend(&of_review);
        all.extend(&of_litigation);
        for _ in &of_litigation {
            all.extend(&of_review);
        }
        Self {
            requests: [two_levels.concat(), total_above.concat(), one_level.concat()],
            review: [all, of_review],
        }
    }
}

/// Names the columns of headings all of whose words stand where the form's stand.
pub(super) fn name_in_place(drafts: &mut Drafts, table: TableKind, document: &Document<'_>) {
    let mut at = 0;
    while let Some(first) = drafts.blocks.get(at).map(first_line) {
        let Some(first) = first else {
            at += 1;
            continue;
        };
        let slots = drafts.slots.iter().filter(|slot| !slot.is_blank()).map(|slot| slot.block as usize);
        let last = slots.filter(|block| *block >= first).min().unwrap_or(first + MOST_LINES);
        let lines = first..=last.min(first + MOST_LINES);
        // A damaged word may have ended a heading, so that the rest of it is another.
        let of_one = |heading: &&Heading| first_line(heading).is_none_or(|line| lines.contains(&line));
        let count = drafts.blocks[at..].iter().take_while(of_one).count().max(1);
        let headings = &mut drafts.blocks[at..at + count];
        at += count;
        if headings.iter().all(|heading| is_whole(heading, table)) {
            continue;
        }
        let mut orders = Orders::of_table(table).iter();
        if let Some(columns) = orders.find_map(|order| named_in(headings, order, &lines, table, document))
            && let Some((heading, others)) = headings.split_last_mut()
        {
            others.iter_mut().for_each(|other| other.columns.clear());
            heading.columns = columns;
            heading.stands_in_place = true;
        }
    }
}

/// The first line that holds the heading of a column.
fn first_line(heading: &Heading) -> Option<usize> {
    heading.columns.iter().map(|head| head.line as usize).min()
}

/// Whether nothing of a heading is damaged: the columns of the form are named, each once. The heads of the sets of table three are no
/// columns, and may be damaged all the same.
fn is_whole(heading: &Heading, table: TableKind) -> bool {
    let of_form = Orders::of_table(table).last().map_or(&[][..], Vec::as_slice);
    let columns = of_form.iter().filter_map(|place| place.column());
    let is_named = |column| heading.columns.iter().filter(|head| head.column() == Some(column)).count() == 1;
    heading.columns.iter().all(|head| head.column().is_some() && !head.torn)
        && columns.into_iter().all(is_named)
}

/// A word of a heading on the page.
#[derive(Debug, Clone, Copy)]
struct Word {
    span: Span,
    grid: Option<u32>,
    line: u32,
    /// It is the last of its line.
    ends_line: bool,
}

/// The columns of headings whose words together stand in this order; `None` where another word stands among them, or one of the form's is missing.
fn named_in(
    headings: &[Heading],
    order: &[Place],
    lines: &RangeInclusive<usize>,
    table: TableKind,
    document: &Document<'_>,
) -> Option<Vec<HeadColumn>> {
    let has_sets = order.iter().any(|place| matches!(place.meaning, Meaning::Row(_)));
    let first = if has_sets { first_of_sets(*lines.start(), document) } else { *lines.start() };
    let words = words(document.blocks().get(first..=*lines.end())?, first, document);
    let text = document.text();
    // What stands before the heading's first word: the corner of the table.
    let mut opening: Vec<&Place> = order.iter().take_while(|place| place.optional).collect();
    opening.extend(order.get(opening.len()));
    let begins =
        |at: &usize| opening.iter().any(|place| find(&words[*at..], **place, order, table, text).is_some());
    let begin = (0..words.len()).find(begins)?;
    let is_corner = |word: &Word| {
        let words = word.span.of(text);
        words.contains(['，', '：', ',', ':', '。'])
            || lexicon().whole(words, table).is_some_and(|meaning| matches!(meaning, Meaning::Head(_)))
    };
    // Lines above the heads of the sets are asked elsewhere what they say.
    let is_beside = |word: &&Word| word.line == words[begin].line || !has_sets;
    if !words[..begin].iter().filter(is_beside).all(is_corner) {
        return None;
    }
    let mut at = begin;
    let mut columns: Vec<HeadColumn> = Vec::new();
    let mut unclear = 0;
    for place in order {
        let Some(found) = find(&words[at..], *place, order, table, text) else {
            if place.optional {
                continue;
            }
            return None;
        };
        let (first, last) = (words[at], words[at + found.words - 1]);
        at += found.words;
        // Of one word it may be open which of the form's it is: the others leave one. Two could have changed places.
        unclear += usize::from(found.is_unclear);
        if unclear > 1 {
            return None;
        }
        if let Some(column) = place.column() {
            let span = first.span.to(last.span);
            columns.push(HeadColumn {
                name: HeadName::Column(column),
                span,
                grid: first.grid,
                torn: false,
                line: first.line,
            });
        }
    }
    // 总计 stands before the others only where its cell is as high as two lines of them.
    let is_behind = |pair: &[HeadColumn]| {
        pair[0].name != HeadName::Column(ColumnKey::Total) || pair[0].line != pair[1].line
    };
    let is_level = columns.first().is_none_or(|head| head.name != HeadName::Column(ColumnKey::Total))
        || columns.windows(2).take(1).all(is_behind);
    let end = words.get(at.checked_sub(1)?)?;
    let is_all =
        |head: &HeadColumn| head.span.start >= words[begin].span.start && head.span.end <= end.span.end;
    let is_over =
        end.ends_line || words.get(at).is_none_or(|next| !next.span.of(text).contains(is_ideograph));
    (is_over && is_level && headings.iter().flat_map(|heading| &heading.columns).all(is_all))
        .then_some(columns)
}

/// What is left of a word of the form's heading.
struct Found {
    /// How many words of the page it is.
    words: usize,
    /// What is printed may be another word of the form as well.
    is_unclear: bool,
}

/// The most words on a line that together are what is left of one of the form's.
fn find(words: &[Word], place: Place, order: &[Place], table: TableKind, text: &str) -> Option<Found> {
    let first = words.first()?;
    // Nearly all words are whole.
    if lexicon().whole(first.span.of(text), table) == Some(place.meaning) {
        return Some(Found { words: 1, is_unclear: false });
    }
    let mut remains = Remains::default();
    let mut found = None;
    for (count, word) in (1..).zip(words.iter().take_while(|word| word.line == first.line)) {
        // In a grid each cell has its own.
        if count > 1 && word.grid.is_some() {
            break;
        }
        remains = remains.and(word.span.of(text))?;
        if remains.may_be(place.meaning, table) {
            let is_another =
                |other: &Place| other.meaning != place.meaning && remains.may_be(other.meaning, table);
            found = Some(Found { words: count, is_unclear: order.iter().any(is_another) });
        } else if found.is_some() {
            break;
        }
    }
    found
}

/// The line that the heads of the three sets of table three may begin on: above the headings of its columns, below that of the section.
fn first_of_sets(headings: usize, document: &Document<'_>) -> usize {
    const NEAREST: usize = 6;
    let is_above = |line: &usize| {
        let block = &document.blocks()[*line];
        is_shown(block) && !lexicon().heads_any_section(document.slice(block.span))
    };
    (headings.saturating_sub(NEAREST)..headings).rev().take_while(is_above).last().unwrap_or(headings)
}

fn is_shown(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Row { .. })
}

/// The words of lines: the cells of a grid, or what blanks part. Rules and other signs are none.
fn words(blocks: &[Block], first: usize, document: &Document<'_>) -> Vec<Word> {
    let text = document.text();
    let mut words: Vec<Word> = Vec::new();
    for (line, block) in (first..).zip(blocks).take_while(|(_, block)| is_shown(block)) {
        let Ok(line) = u32::try_from(line) else { break };
        let begin = words.len();
        let mut add = |span: Span, grid| {
            if span.of(text).contains(char::is_alphanumeric) {
                words.push(Word { span, grid, line, ends_line: false });
            }
        };
        let cells = document.cells(block);
        for cell in cells {
            add(cell.span, Some(cell.column));
        }
        if cells.is_empty() {
            parts(block.span, text).for_each(|word| add(word, None));
        }
        if let Some(last) = words[begin..].last_mut() {
            last.ends_line = true;
        }
    }
    words
}

/// What blanks part.
fn parts(line: Span, text: &str) -> impl Iterator<Item = Span> {
    let mut at = line.start;
    std::iter::from_fn(move || {
        at += leading_blank(&text[at..line.end]);
        let word = Span::new(at, at + leading_word(&text[at..line.end]));
        at = word.end;
        (!word.is_empty()).then_some(word)
    })
}
