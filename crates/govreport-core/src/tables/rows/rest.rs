//! What a label says behind its row's contents: where it was broken around them, its rest stands below.

use super::draft::{Draft, Drafts, Recognition};
use crate::form::{Meaning, RowKey, TableKind, form};
use crate::model::Tie;
use crate::span::Span;
use crate::tables::vocabulary::{counts_another, is_piece_of_group, stands_in_group};
use crate::text::fold::{is_blank, significant};
use crate::text::measure::{Measure, whole};
use crate::text::scope::{Time, time_of};

/// Unties rows whose label goes on behind the contents, on a line of its own, and there says something else than the form's: another
/// year in 再处理其政府信息公开申请（2021年）, a multiple in （万人次）, another quantity in 人数.
pub(super) fn untie_of_others(
    drafts: &Drafts,
    table: TableKind,
    text: &str,
    year: Option<u16>,
    of_words: bool,
    ties: &mut [Tie],
) {
    for (at, row) in drafts.rows.iter().enumerate() {
        let (Some(key), Some(label)) = (row.recognition.key(), row.label) else { continue };
        // 大量反复申 and 请 with contents beside both: nothing shows whose either are.
        if drafts.rows.get(at + 1).is_some_and(|next| goes_on_in(drafts, next, key, label, text)) {
            ties[at] = Tie::Across;
            continue;
        }
        let rest = rest_of_label(drafts, at, table, text, of_words);
        if rest.is_empty() {
            continue;
        }
        // The year may be broken over the lines: （2021.
        let broken = rest.ends_with(|c: char| c.is_ascii_digit()).then(|| format!("{rest}年"));
        let time = time_of(broken.as_deref().unwrap_or(&rest), year);
        let first = drafts.slots_of(row).first().map_or(label.end, |slot| slot.span.start.max(label.end));
        // A remark may have been opened on the label's own line: （万, and below it 件）.
        let begin = text[label.start..first].lines().next().unwrap_or_default();
        let whole = format!("{begin}{rest}");
        let meaning = Meaning::Row(key);
        let is_other = || !counts_another(label.of(text), meaning) && counts_another(&whole, meaning);
        if matches!(time, Time::Another | Time::Unknown) || counts_others(&whole) || is_other() {
            ties[at] = Tie::Across;
        }
    }
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

/// The words behind a row's contents that may be the rest of its label: those of the lines below, up to the next row, without the
/// pieces of groups.
fn rest_of_label(drafts: &Drafts, row: usize, table: TableKind, text: &str, of_words: bool) -> String {
    /// A label goes on for so many lines.
    const MOST_LINES: usize = 4;
    let draft = &drafts.rows[row];
    let slots = drafts.slots_of(draft);
    let ends = slots.iter().map(|slot| slot.span.end).chain(draft.label.map(|label| label.end));
    let is_flowing = of_words || slots.iter().all(|slot| !slot.bordered);
    let Some(end) = ends.max().filter(|_| is_flowing) else { return String::new() };
    let is_row = |draft: &&Draft| {
        !drafts.slots_of(draft).is_empty() || !matches!(draft.recognition, Recognition::Unknown)
    };
    let Some(next) = drafts.rows[row + 1..].iter().find(is_row) else { return String::new() };
    let heads = drafts.blocks.iter().flat_map(|block| &block.columns).map(|head| head.span);
    let begins = next.label.into_iter().chain(drafts.slots_of(next).iter().map(|slot| slot.span));
    let behind = heads.chain(begins).map(|span| span.start).filter(|start| *start >= end);
    let Some(next) = behind.min() else { return String::new() };
    // What stands on the next row's line is not this row's.
    let behind =
        text.get(end..next).and_then(|behind| Some(&behind[..behind.rfind('\n')?])).unwrap_or_default();
    let lines = behind.lines().skip(1).filter(|line| !line.trim().is_empty()).take(MOST_LINES);
    lines.flat_map(|line| without_group(line, table)).collect()
}

/// The words of a line without those of the label of a group, which runs down left of the labels of its rows in pieces of any length.
fn without_group(line: &str, table: TableKind) -> impl Iterator<Item = &str> {
    let words = || line.split(is_blank).filter(|word| !word.is_empty());
    let several = words().nth(1).is_some();
    let is_of_group = move |at, word: &str| match at {
        0 if several => stands_in_group(word, table),
        _ => is_piece_of_group(word, table),
    };
    words().enumerate().filter(move |(at, word)| !is_of_group(*at, word)).map(|(_, word)| word)
}

/// Whether the remark in brackets at the end of a label says that its numbers are multiples, shares or of no known unit.
fn counts_others(label: &str) -> bool {
    let Some(open) = label.rfind(['（', '(']) else { return false };
    let remark: String = label[open..].chars().filter(|c| c.is_alphanumeric() || *c == '%').collect();
    let unit = remark.strip_prefix("单位").unwrap_or(&remark);
    matches!(whole(unit), Some(Measure::Multiple | Measure::Share | Measure::Unknown))
}
