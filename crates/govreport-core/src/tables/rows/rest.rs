//! What a label says behind its row's contents: where it was broken around them, its rest stands below.

use super::draft::{Draft, Drafts, Recognition};
use crate::document::{Block, BlockKind, Document};
use crate::form::{Meaning, RowKey, TableKind, form};
use crate::model::Tie;
use crate::span::Span;
use crate::tables::tokens::is_filled;
use crate::tables::vocabulary::{counts_another, is_piece_of_group, lexicon, nearest_group, stands_in_group};
use crate::text::figures::is_figure;
use crate::text::fold::{Folded, is_blank, significant};
use crate::text::lexicon::enumerator;
use crate::text::remark::ends_with_others;
use crate::text::scope::{Time, time_of};

/// Unties rows whose label goes on behind the contents, on a line of its own, and there says something else than the form's: another
/// year in 再处理其政府信息公开申请（2021年）, a multiple in （万人次）, another quantity in 人数.
pub(super) fn untie_of_others(
    drafts: &Drafts,
    table: TableKind,
    document: &Document<'_>,
    year: Option<u16>,
    of_words: bool,
    ties: &mut [Tie],
) {
    let text = document.text();
    let heads = starts_of_heads(drafts);
    for (at, row) in drafts.rows.iter().enumerate() {
        let (Some(key), Some(label)) = (row.recognition.key(), row.label) else { continue };
        // 大量反复申 and 请 with contents beside both: nothing shows whose either are.
        if stands_beside_pieces(drafts, at, key, label, text)
            || has_contents_beside_two_pieces(drafts, row, label, document)
            || goes_on_in_number(drafts, at, label, document)
        {
            ties[at] = Tie::Across;
            continue;
        }
        let first = drafts.slots_of(row).first().map_or(label.end, |slot| slot.span.start.max(label.end));
        let head = heads.get(heads.partition_point(|start| *start < label.end)).copied();
        let end = head.map_or(first, |head| head.min(first));
        let mut rest = words_between(document, Span::new(label.end, end.max(label.end)), table);
        rest.push_str(&rest_of_label(drafts, at, &heads, table, document, of_words));
        if rest.is_empty() {
            continue;
        }
        // A remark may have been opened on the label's own line: （万, and below it 件）.
        let begin = text[label.start..first].lines().next().unwrap_or_default();
        let label = label.of(text);
        // The pipes of lines between say nothing more.
        let is_other = if rest.bytes().all(|byte| byte == b'|') {
            ends_with_others(label)
        } else {
            makes_another(label, begin, &rest, Meaning::Row(key), year)
        };
        if is_other {
            ties[at] = Tie::Across;
        }
    }
}

/// Takes back that the line of the form is printed empty where a row of as many numbers without a label stands in no table: a program that
/// writes the tables of a page behind its text parts the numbers of the line from their heading.
pub(super) fn fill_blank_line(
    drafts: &mut Drafts,
    document: &Document<'_>,
    is_of_table: impl Fn(usize) -> bool,
) {
    let width = drafts.blank_line.len();
    if width == 0 {
        return;
    }
    let is_number = |words: &str| !words.is_empty() && words.chars().all(|c| is_figure(c) || c == '.');
    let is_lone = |(number, block): (usize, &Block)| {
        !is_of_table(number)
            && match block.kind {
                BlockKind::Row { .. } => {
                    let cells = document.cells(block);
                    cells.len() == width && cells.iter().all(|cell| is_number(document.slice(cell.span)))
                }
                // A row alone is a line, whatever parts its numbers.
                BlockKind::Paragraph => {
                    let words = || document.slice(block.span).split([',', ' ', ';']).map(str::trim);
                    words().all(is_number) && words().count() == width
                }
                _ => false,
            }
    };
    if document.blocks().iter().enumerate().any(is_lone) {
        drafts.blank_line.clear();
    }
}

/// The words on lines of their own between a label and the contents below them: 申请人, and below it 数.
fn words_between(document: &Document<'_>, between: Span, table: TableKind) -> String {
    let lines = lines_within(document.text(), between);
    // Between nearly all labels and their contents stands no line, or an empty one.
    if lines.of(document.text()).trim_ascii_start().is_empty() {
        return String::new();
    }
    shown_lines(document, lines).flat_map(|line| without_group(line, table)).collect()
}

/// The whole lines within a span: from the first to the last end of a line in it.
fn lines_within(text: &str, span: Span) -> Span {
    let none = Span::new(span.start, span.start);
    // Between nearly all stands a blank or the border of a cell.
    if span.len() < 3 {
        return none;
    }
    let Some(bytes) = text.as_bytes().get(span.start..span.end) else { return none };
    let ends = memchr::memchr(b'\n', bytes).zip(memchr::memrchr(b'\n', bytes));
    ends.filter(|(first, last)| first < last)
        .map_or(none, |(first, last)| Span::new(span.start + first + 1, span.start + last))
}

/// The lines of a span that are the report's, and not the page's.
fn shown_lines<'t>(document: &'t Document<'_>, lines: Span) -> impl Iterator<Item = &'t str> {
    let blocks = document.blocks();
    let is_of_page = |at: usize| {
        let next = blocks.partition_point(|block| block.span.start <= at);
        let own = next.checked_sub(1).map(|own| &blocks[own]);
        own.is_some_and(|own| own.kind == BlockKind::PageFurniture && at < own.span.end)
    };
    let mut next = lines.start;
    lines.of(document.text()).split_inclusive('\n').filter_map(move |line| {
        // A block begins with its first word.
        let at = next + line.len() - line.trim_start().len();
        next += line.len();
        (!is_of_page(at)).then_some(line.trim_end_matches('\n'))
    })
}

/// Whether another piece of a row's label, in a row of its own, has contents beside it.
fn stands_beside_pieces(drafts: &Drafts, at: usize, key: RowKey, label: Span, text: &str) -> bool {
    let row = &drafts.rows[at];
    if !is_filled(drafts.slots_of(row)) {
        return may_be_rest_of_filled(drafts, at, key);
    }
    drafts.rows.get(at + 1).is_some_and(|next| goes_on_in(drafts, next, key, label, text))
        || goes_on_from(drafts, at, key, label.of(text), text)
}

/// Whether the label of an empty row may be the rest of one that has contents, in a row above: 4.无正 with numbers, and below it 大量反, which
/// alone is like the label of 4.无正当理由大量反复申请.
fn may_be_rest_of_filled(drafts: &Drafts, at: usize, key: RowKey) -> bool {
    let is_own = |row: &Draft| row.recognition.key().is_some() && is_filled(drafts.slots_of(row));
    drafts.rows[..at].iter().rev().take_while(|row| !is_own(row)).any(|row| match row.recognition {
        Recognition::Fragment(node) if is_filled(drafts.slots_of(row)) => {
            lexicon().meanings_below(node, key.table()).contains(&Meaning::Row(key))
        }
        _ => false,
    })
}

/// Whether words with contents beside them are the rest of the label before.
fn goes_on_in(drafts: &Drafts, next: &Draft, key: RowKey, label: Span, text: &str) -> bool {
    let Some(rest) = next.label.filter(|_| next.recognition.key().is_none()) else { return false };
    let joined = || significant(label.of(text)).chain(significant(rest.of(text)));
    let begins = |wording: &str| {
        let mut own = significant(wording);
        joined().all(|c| own.next() == Some(c))
    };
    let wordings = || form().labels.iter().filter(|label| label.meaning == Meaning::Row(key));
    drafts.slots_of(next).iter().any(|slot| slot.number().is_some())
        && wordings().any(|label| begins(label.wording))
}

/// Whether the label of a row is the rest of the words before it, which have contents too: 政府集 above 中采购.
fn goes_on_from(drafts: &Drafts, at: usize, key: RowKey, label: &str, text: &str) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &drafts.rows[before]) else { return false };
    let begin = before.label.filter(|_| before.recognition.key().is_none()).map(|begin| begin.of(text));
    let (Some(begin), 0, true) = (begin, enumerator(label), is_filled(drafts.slots_of(before))) else {
        return false;
    };
    // Contents of other cells stand between the pieces of a label that goes on below.
    let label = label.split(['\n', '|', '\t', '│', '\u{2028}']).next().unwrap_or(label);
    let joined: Vec<Folded> = significant(&begin[enumerator(begin)..]).chain(significant(label)).collect();
    let mut wordings = form().labels.iter().filter(|label| label.meaning == Meaning::Row(key));
    wordings.any(|label| {
        let wording: Vec<Folded> = significant(label.wording).collect();
        wording.windows(joined.len().max(1)).any(|part| part == joined)
    })
}

/// Whether contents stand beside two pieces of a label that is torn over lines or rows of a grid: 行政处 with 7,235, and below it 罚 with
/// 241. They may be pieces of one number.
fn has_contents_beside_two_pieces(
    drafts: &Drafts,
    row: &Draft,
    label: Span,
    document: &Document<'_>,
) -> bool {
    let blocks = document.blocks();
    // The labels of nearly all rows stand in one block.
    let goes_on = |block: &Block| block.span.end < label.end;
    if !blocks.get(row.line as usize).is_some_and(goes_on) {
        return false;
    }
    let last = blocks.partition_point(|block| block.span.start < label.end);
    let mut beside =
        drafts.slots_of(row).iter().filter(|slot| !slot.is_blank() && (slot.block as usize) < last);
    let first = beside.next().map(|slot| slot.block);
    first.is_some_and(|first| beside.any(|slot| slot.block != first))
}

/// Whether words are a number whose last thousands are not whole: 11,92 of 11,927.
fn is_beginning_of_number(words: &str) -> bool {
    let Some((before, last)) = words.rsplit_once([',', '，']) else { return false };
    let are_figures = |words: &str| words.chars().all(|c| is_figure(c) || matches!(c, ',' | '，'));
    !before.is_empty() && are_figures(before) && last.chars().all(is_figure) && last.chars().count() < 3
}

/// Whether words that go on with a number, or end within one, stand between a row's label and the next row: ,241 below 7,235.
fn goes_on_in_number(drafts: &Drafts, at: usize, label: Span, document: &Document<'_>) -> bool {
    /// So many lines and rows below are looked at.
    const MOST_BLOCKS: usize = 12;
    let next = drafts.rows[at + 1..].iter().filter(|row| row.recognition.key().is_some());
    let end = next.filter_map(|row| row.label).map(|next| next.start).find(|start| *start > label.start);
    let end = end.unwrap_or(usize::MAX);
    let goes_on = |words: &str| {
        let digits = words.strip_prefix([',', '，', '.', '．']).map(|rest| rest.chars().take(2));
        digits.is_some_and(|mut digits| digits.all(is_figure) && words.chars().nth(1).is_some())
    };
    let blocks =
        &document.blocks()[document.blocks().partition_point(|block| block.span.end <= label.start)..];
    let below = blocks.iter().take(MOST_BLOCKS).take_while(|block| block.span.start < end);
    let mut own = below.filter(|block| !matches!(block.kind, BlockKind::PageFurniture | BlockKind::Picture));
    own.any(|block| {
        // On the label's own line stands no rest: .34 is a number there.
        let is_below = block.span.start > label.start;
        let is_piece = |words: &str| is_below && goes_on(words) || is_beginning_of_number(words);
        match block.kind {
            BlockKind::Row { .. } => {
                let cells = document.cells(block).iter().map(|cell| document.slice(cell.span));
                cells.flat_map(str::lines).any(is_piece)
            }
            _ => document.slice(block.span).split_whitespace().any(is_piece),
        }
    })
}

/// Whether the rest of a label, whose line begins with `begin`, makes it the label of something else.
fn makes_another(label: &str, begin: &str, rest: &str, meaning: Meaning, year: Option<u16>) -> bool {
    // The year may be broken over the lines: （2021.
    let broken = rest.ends_with(|c: char| c.is_ascii_digit()).then(|| format!("{rest}年"));
    let time = time_of(broken.as_deref().unwrap_or(rest), year);
    let whole: String = begin.chars().chain(rest.chars()).filter(|c| !is_blank(*c)).collect();
    // （上, and below it 年）.
    let of_remark = whole.rfind(['（', '(']).map_or(Time::Unsaid, |open| time_of(&whole[open..], year));
    let is_other = |time: Time| matches!(time, Time::Another | Time::Unknown);
    is_other(time)
        || is_other(of_remark)
        || ends_with_others(&whole)
        || counts_another(&whole, meaning) && !counts_another(label, meaning)
}

/// Where the headings of columns begin, from the first to the last.
fn starts_of_heads(drafts: &Drafts) -> Vec<usize> {
    let heads = drafts.blocks.iter().flat_map(|block| &block.columns);
    let mut starts: Vec<usize> = heads.map(|head| head.span.start).collect();
    starts.sort_unstable();
    starts
}

/// The words behind a row's contents that may be the rest of its label: those of the lines below, up to the next row, without the
/// pieces of groups. `heads` says where the headings of columns begin.
fn rest_of_label(
    drafts: &Drafts,
    row: usize,
    heads: &[usize],
    table: TableKind,
    document: &Document<'_>,
    of_words: bool,
) -> String {
    /// A label goes on for so many lines.
    /// Measured: with 3, no cell changes.
    const MOST_LINES: usize = 4;
    let text = document.text();
    let draft = &drafts.rows[row];
    let slots = drafts.slots_of(draft);
    if !of_words && slots.iter().any(|slot| slot.bordered) {
        return String::new();
    }
    let ends = slots.iter().map(|slot| slot.span.end).chain(draft.label.map(|label| label.end));
    let Some(end) = ends.max() else { return String::new() };
    // Nearly all labels are followed by that of the next row, be it on the next line: then no line stands between.
    let following = drafts.rows.get(row + 1).filter(|next| next.recognition.key().is_some());
    if let Some(next) = following.and_then(|next| next.label).filter(|next| next.start >= end)
        && memchr::memchr_iter(b'\n', &text.as_bytes()[end..next.start]).nth(1).is_none()
    {
        return String::new();
    }
    // （上年度） is no beginning of the next label.
    let is_remark = |draft: &Draft| draft.label.is_some_and(|label| label.of(text).starts_with(['（', '(']));
    let is_row = |draft: &&Draft| {
        !drafts.slots_of(draft).is_empty()
            || match draft.recognition {
                Recognition::Unknown => false,
                Recognition::Fragment(_) => !is_remark(draft),
                _ => true,
            }
    };
    let Some(next) = drafts.rows[row + 1..].iter().find(is_row) else { return String::new() };
    let begins = next.label.into_iter().chain(drafts.slots_of(next).iter().map(|slot| slot.span));
    let begins = begins.map(|span| span.start).filter(|start| *start >= end);
    let head = heads.get(heads.partition_point(|start| *start < end)).copied();
    let Some(next) = begins.chain(head).min() else { return String::new() };
    // What stands on the next row's line is not this row's. Between nearly all rows stands the end of one line alone.
    let between = lines_within(text, Span::new(end, next.max(end)));
    let mut rest = String::new();
    // Between cells that have a paragraph each stand empty lines.
    if between.of(text).trim_ascii_start().is_empty() {
        return rest;
    }
    let lines = shown_lines(document, between).map(str::trim).filter(|line| !line.is_empty());
    for line in lines.take(MOST_LINES) {
        // Where each cell has a line with its pipe, those of empty ones stand there: they are no piece of a group.
        if line.bytes().all(|byte| byte == b'|') {
            rest.push_str(line);
        } else {
            without_group(line, table).for_each(|word| rest.push_str(word));
        }
    }
    rest
}

/// The words of a line without those of the label of a group, which runs down left of the labels of its rows in pieces of any length.
fn without_group(line: &str, table: TableKind) -> impl Iterator<Item = &str> {
    let words = || line.split(is_blank).filter(|word| !word.is_empty());
    let several = words().nth(1).is_some();
    let is_of_group = move |at, word: &str| match at {
        0 if several => stands_in_group(word, table),
        // （四）无去提供 is the label of a group too.
        _ => is_piece_of_group(word, table) || nearest_group(word, table, false).is_some(),
    };
    words().enumerate().filter(move |(at, word)| !is_of_group(*at, word)).map(|(_, word)| word)
}
