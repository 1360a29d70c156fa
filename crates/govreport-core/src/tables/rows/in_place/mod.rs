//! Headings of two levels whose words are damaged, told by all of them together.
//!
//! A heading that lost characters counts as printed where every piece left is a piece of the form's heading at that place, the pieces
//! stand in the form's order, and no other word is among them. One word alone, 行复议, could be another's.

mod order;
mod word;

use std::ops::RangeInclusive;

use order::{Orders, Place};
use word::{Word, find, is_shown, words};

use crate::document::Document;
use crate::form::{ColumnKey, Meaning, TableKind};
use crate::span::Span;
use crate::tables::rows::draft::{Draft, Drafts, Recognition};
use crate::tables::rows::heading::{HeadColumn, HeadName, Heading, Told};
use crate::tables::tokens::Slot;
use crate::tables::vocabulary::lexicon;
use crate::text::fold::is_ideograph;

/// More lines than this are no heading.
/// Measured: with 20, no cell changes.
const MOST_LINES: usize = 40;

/// Names the columns of headings all of whose words stand where the form's stand.
pub(in crate::tables::rows) fn name_in_place(drafts: &mut Drafts, table: TableKind, document: &Document<'_>) {
    // The headings of table one have one level: there is no order to name them in.
    if Orders::of_table(table).is_empty() {
        return;
    }
    let (mut at, mut behind) = (0, 0);
    let mut named_in_place: Vec<Span> = Vec::new();
    while let Some(first) = drafts.blocks.get(at).map(first_line) {
        let Some(first) = first else {
            at += 1;
            continue;
        };
        // Headings and numbers stand in the order of the text: those before are passed over once.
        let is_before = |slot: &&Slot| slot.is_blank() || (slot.block as usize) < first;
        behind += drafts.slots[behind..].iter().take_while(is_before).count();
        let last = drafts.slots.get(behind).map_or(first + MOST_LINES, |slot| slot.block as usize);
        let lines = first..=last.min(first + MOST_LINES);
        // A damaged word may have ended a heading, so that the rest of it is another.
        let of_one = |heading: &&Heading| first_line(heading).is_none_or(|line| lines.contains(&line));
        let count = drafts.blocks[at..].iter().take_while(of_one).count().max(1);
        let headings = &mut drafts.blocks[at..at + count];
        at += count;
        if headings.iter().all(|heading| is_whole(heading, table)) {
            continue;
        }
        let (mut orders, words) = (Orders::of_table(table).iter(), Words::of(&lines, table, document));
        if let Some(named) = orders.find_map(|order| named_in(headings, order, &words))
            && let Some((heading, others)) = headings.split_last_mut()
        {
            for other in others {
                other.columns.clear();
            }
            heading.columns = named.columns;
            heading.organizations = named.organizations;
            heading.told = Told::InPlace;
            named_in_place.push(named.span);
        }
    }
    // A damaged word of a heading is no label of a row. The headings stand in the order of the text.
    let is_of_heading = |label: Span| {
        let before = named_in_place.partition_point(|heading| heading.start <= label.start);
        before.checked_sub(1).is_some_and(|at| label.end <= named_in_place[at].end)
    };
    let is_no_row = |draft: &Draft| {
        draft.first == draft.end
            && !matches!(draft.recognition, Recognition::Label(_))
            && draft.label.is_some_and(is_of_heading)
    };
    if !named_in_place.is_empty() {
        drafts.rows.retain(|draft| !is_no_row(draft));
    }
}

/// The first line that holds the heading of a column.
fn first_line(heading: &Heading) -> Option<usize> {
    heading.columns.iter().map(|head| head.line as usize).min()
}

/// Whether nothing of a heading is damaged: the columns of the form are named, each once, and where they stand in another order than the
/// form's, 法人或其他组织 shows that the levels of the heading are printed row by row. The heads of the sets of table three are no columns, and
/// may be damaged all the same.
fn is_whole(heading: &Heading, table: TableKind) -> bool {
    let of_form = Orders::of_table(table).last().map_or(&[][..], Vec::as_slice);
    let columns = || of_form.iter().filter_map(|place| place.column());
    let is_named = |column| heading.columns.iter().filter(|head| head.column() == Some(column)).count() == 1;
    let are_ordered = || {
        table != TableKind::Requests
            || heading.organizations.is_some()
            || heading.columns.iter().any(|head| head.grid.is_some())
            || heading.columns.iter().map(HeadColumn::column).eq(columns().map(Some))
    };
    heading.columns.iter().all(|head| head.column().is_some() && !head.torn)
        && columns().all(is_named)
        && are_ordered()
}

/// A heading all of whose words stand where the form's stand.
struct Named {
    columns: Vec<HeadColumn>,
    /// Where 法人或其他组织 stands, and in which block of the document.
    organizations: Option<(usize, u32)>,
    /// Where its words stand.
    span: Span,
}

/// The words of the lines of headings.
struct Words<'d> {
    table: TableKind,
    text: &'d str,
    /// From the first of several levels on, which may stand above the line that names the first column.
    all: Vec<Word>,
    /// How many of them stand above that line.
    above: usize,
}

impl<'d> Words<'d> {
    fn of(lines: &RangeInclusive<usize>, table: TableKind, document: &'d Document<'d>) -> Self {
        // Only lines that are shown stand between the two: the words from the second on are the same.
        let first = first_of_levels(*lines.start(), document);
        let blocks = document.blocks().get(first..=*lines.end());
        let all = words(blocks.unwrap_or_default(), first, table, document);
        let above = all.partition_point(|word| (word.line as usize) < *lines.start());
        Self { table, text: document.text(), all, above }
    }
}

/// The columns of headings whose words together stand in this order; `None` where another word stands among
/// them, or one of the form's is missing.
fn named_in(headings: &[Heading], order: &[Place], words: &Words<'_>) -> Option<Named> {
    let (text, table) = (words.text, words.table);
    let named = |words: &[Word]| {
        let begin = begin(words, order, text, table)?;
        let (named, count) = named_from(&words[begin..], order, text)?;
        let (last, span) = (words[begin + count - 1], named.span);
        let goes_on = words.get(begin + count).is_some_and(|next| next.span.of(text).contains(is_ideograph));
        let is_within = |head: &HeadColumn| head.span.start >= span.start && head.span.end <= span.end;
        let mut heads = headings.iter().flat_map(|heading| &heading.columns);
        ((last.ends_line || !goes_on) && heads.all(is_within)).then_some(named)
    };
    let has_levels = order.iter().any(|place| place.column().is_none() && !place.optional);
    let with_levels = if has_levels { named(&words.all) } else { None };
    with_levels.or_else(|| named(&words.all[words.above..]))
}

/// The first word of a heading among the words of its lines: before it stand the corner of the table and a guidance.
fn begin(words: &[Word], order: &[Place], text: &str, table: TableKind) -> Option<usize> {
    let optional = order.iter().take_while(|place| place.optional).count();
    let opening = &order[..order.len().min(optional + 1)];
    let begins = |at: &usize| opening.iter().any(|place| find(&words[*at..], *place, order, text).is_some());
    let begin = (0..words.len()).find(begins)?;
    let is_corner = |word: &Word| {
        word.span.of(text).contains(['，', '：', ',', ':', '。'])
            || matches!(word.meaning, Some(Meaning::Head(_)))
    };
    // What lines above the heads of the sets of table three say is asked elsewhere.
    let is_asked = |word: &&Word| word.line == words[begin].line || table != TableKind::Review;
    words[..begin].iter().filter(is_asked).all(is_corner).then_some(begin)
}

/// The columns that words name which stand in this order from the first one on, and how many words they are.
fn named_from(words: &[Word], order: &[Place], text: &str) -> Option<(Named, usize)> {
    let (mut at, mut unclear, mut organizations) = (0, 0, None);
    let mut columns: Vec<HeadColumn> = Vec::with_capacity(order.len());
    for place in order {
        let Some(found) = find(&words[at..], *place, order, text) else {
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
        if place.meaning == Meaning::Head("legal_persons") {
            organizations = Some((first.span.start, first.line));
        }
        if let Some(column) = place.column() {
            let (span, grid, line) = (first.span.to(last.span), first.grid, first.line);
            columns.push(HeadColumn { name: HeadName::Column(column), span, grid, torn: false, line });
        }
    }
    // 总计 stands before the others only where its cell is as high as two lines of them.
    let begins_with_total = columns.first()?.column() == Some(ColumnKey::Total);
    let is_beside = columns.get(1).is_some_and(|next| next.line == columns[0].line);
    if begins_with_total && is_beside {
        return None;
    }
    let span = words[0].span.to(words[at - 1].span);
    Some((Named { columns, organizations, span }, at))
}

/// The line that the first level of a heading may begin on: above the headings of columns that were told, below that of the section.
fn first_of_levels(headings: usize, document: &Document<'_>) -> usize {
    /// Measured: with 5, no cell changes.
    const NEAREST: usize = 6;
    let is_above = |line: &usize| {
        let block = &document.blocks()[*line];
        is_shown(block) && !lexicon().heads_any_section(document.slice(block.span))
    };
    (headings.saturating_sub(NEAREST)..headings).rev().take_while(is_above).last().unwrap_or(headings)
}
