//! What a label says behind its row's contents: where it was broken around them, its rest stands below.

use super::draft::{Draft, Drafts, Recognition};
use crate::form::{Meaning, TableKind};
use crate::model::Tie;
use crate::tables::vocabulary::{counts_another, is_piece_of_group};
use crate::text::fold::is_blank;
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
    let heads = starts_of_heads(drafts);
    for (at, row) in drafts.rows.iter().enumerate() {
        let (Some(key), Some(label)) = (row.recognition.key(), row.label) else { continue };
        let rest = rest_of_label(drafts, at, &heads, table, text, of_words);
        if rest.is_empty() {
            continue;
        }
        let label = label.of(text);
        // The pipes of lines between say nothing more.
        let is_other = if rest.bytes().all(|byte| byte == b'|') {
            counts_others(label)
        } else {
            makes_another(label, &rest, Meaning::Row(key), year)
        };
        if is_other {
            ties[at] = Tie::Across;
        }
    }
}

/// Whether the rest of a label makes it the label of something else.
fn makes_another(label: &str, rest: &str, meaning: Meaning, year: Option<u16>) -> bool {
    // The year may be broken over the lines: （2021.
    let broken = rest.ends_with(|c: char| c.is_ascii_digit()).then(|| format!("{rest}年"));
    let time = time_of(broken.as_deref().unwrap_or(rest), year);
    let whole = format!("{label}{rest}");
    matches!(time, Time::Another | Time::Unknown)
        || counts_others(&whole)
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
    text: &str,
    of_words: bool,
) -> String {
    /// A label goes on for so many lines.
    const MOST_LINES: usize = 4;
    let draft = &drafts.rows[row];
    let slots = drafts.slots_of(draft);
    if !of_words && slots.iter().any(|slot| slot.bordered) {
        return String::new();
    }
    let ends = slots.iter().map(|slot| slot.span.end).chain(draft.label.map(|label| label.end));
    let Some(end) = ends.max() else { return String::new() };
    let is_row = |draft: &&Draft| {
        !drafts.slots_of(draft).is_empty() || !matches!(draft.recognition, Recognition::Unknown)
    };
    let Some(next) = drafts.rows[row + 1..].iter().find(is_row) else { return String::new() };
    let begins = next.label.into_iter().chain(drafts.slots_of(next).iter().map(|slot| slot.span));
    let begins = begins.map(|span| span.start).filter(|start| *start >= end);
    let head = heads.get(heads.partition_point(|start| *start < end)).copied();
    let Some(next) = begins.chain(head).min() else { return String::new() };
    // What stands on the next row's line is not this row's. Between nearly all rows stands the end of one line alone.
    let behind = text.get(end..next).unwrap_or_default();
    let Some((first, last)) = behind.find('\n').zip(behind.rfind('\n')) else { return String::new() };
    let lines = behind.get(first + 1..last).unwrap_or_default().lines();
    let lines = lines.filter(|line| !line.trim().is_empty()).take(MOST_LINES);
    let pieces = lines.flat_map(|line| line.split(is_blank));
    pieces.filter(|piece| !is_piece_of_group(piece, table)).collect()
}

/// Whether the remark in brackets at the end of a label says that its numbers are multiples, shares or of no known unit.
fn counts_others(label: &str) -> bool {
    let Some(open) = label.rfind(['（', '(']) else { return false };
    let remark: String = label[open..].chars().filter(|c| c.is_alphanumeric() || *c == '%').collect();
    let unit = remark.strip_prefix("单位").unwrap_or(&remark);
    matches!(whole(unit), Some(Measure::Multiple | Measure::Share | Measure::Unknown))
}
