//! Groups of rows whose label says something else than the form's: 三、2022年度办理结果, （三）不予公开占比, （五）予以处理. The rows below
//! are not the form's either, whatever their own labels say.

use super::draft::{Drafts, Recognition};
use super::torn_group::Torn;
use crate::form::{RowKey, TableKind, form};
use crate::tables::rows::tie::group_of;
use crate::tables::tokens::{Kind, Token};
use crate::tables::vocabulary::{lexicon, nearest_group, numbered_group, stands_in_group, turns_group};
use crate::text::fold::{leading_word, significant};
use crate::text::lexicon::enumerator;
use crate::text::ordinal::ordinal;
use crate::text::remark::{is_of_another, with_remark};
use crate::text::scope::{Time, time_of};

/// The group of all outcomes.
const OUTCOME: &str = "outcome";

/// Takes the rows of groups that are none of the form's for rows that are none.
pub(super) fn leave_other_groups<'t>(
    drafts: &mut Drafts,
    table: TableKind,
    text: &str,
    year: Option<u16>,
    pieces: impl Iterator<Item = &'t [Token]>,
) {
    if table != TableKind::Requests {
        return;
    }
    let mut groups: Vec<(usize, &'static str, bool)> = Vec::new();
    let mut torn_pieces = Torn::below(drafts);
    let mut torn_outcome = false;
    for piece in pieces {
        for token in piece {
            let is_content = matches!(token.kind, Kind::Content(_) | Kind::Break);
            if !is_content || !token.bordered {
                torn_pieces.take(token, text);
            }
            // Nearly all tokens are contents, which name no group.
            if is_content {
                continue;
            }
            let named = group_named(token, table, text, year);
            // （三）不予, and below it 公开（上年）: of the label that runs down beside all rows too nothing shows where it ends.
            let last = groups.last().map(|(_, group, _)| *group).filter(|_| named.is_none());
            let torn = last.filter(|last| is_rest_of_another(token, table, text, year, last));
            let of_rest = torn.map(|last| (token.span.start, last, true));
            groups.extend(named.or(of_rest));
            // A remark alone may as well be that of all outcomes.
            torn_outcome |= of_rest.is_some() && token.span.of(text).starts_with(['（', '(']);
        }
    }
    if torn_outcome || torn_pieces.says_another(year) {
        groups.retain(|(_, group, _)| *group != OUTCOME);
        groups.push((0, OUTCOME, true));
    }
    if !groups.iter().any(|(_, _, is_other)| *is_other) {
        return;
    }
    for draft in &mut drafts.rows {
        let (Some(key), Some(label)) = (draft.recognition.key(), draft.label) else { continue };
        let is_other = |group: &str| {
            // A label that stands in the middle of the height of its rows comes behind the first of them.
            let named = || groups.iter().filter(|(_, name, _)| *name == group);
            let before = named().rev().find(|(at, ..)| *at < label.start);
            before.or(named().next()).is_some_and(|(_, _, is_other)| *is_other)
        };
        if group_of(key).is_some_and(is_other) || is_outcome(key) && is_other(OUTCOME) {
            draft.recognition = Recognition::Unknown;
        }
    }
}

/// Whether words without a number are the end of a group's label, or a remark alone, that says something else than the form.
fn is_rest_of_another(
    token: &Token,
    table: TableKind,
    text: &str,
    year: Option<u16>,
    group: &'static str,
) -> bool {
    /// A piece of a remark has so many characters: （2021年.
    const LONGEST: usize = 6;
    if !matches!(token.kind, Kind::Words) {
        return false;
    }
    let words = token.span.of(text);
    let open = words.find(['（', '(']).filter(|open| ordinal(&words[*open..]).is_none());
    let Some(open) = open else { return false };
    let (name, remark) = words.split_at(open);
    // The end of another label may stand behind it on the same line.
    let close = remark.find(['）', ')']);
    let is_other = if let Some(close) = close {
        is_of_another(name, &words[..open + close], year)
    } else {
        // （区分 is a piece of the form's own guidance.
        let piece = &remark[..leading_word(remark)];
        let mut of_table = form().labels.iter().filter(|label| label.table == Some(table));
        significant(piece).count() <= LONGEST && !of_table.any(|label| label.wording.contains(piece))
    };
    let is_of_group = |line: &str| stands_in_group(line, table);
    let is_name = !name.trim().is_empty() && name.lines().all(is_of_group);
    is_other && (is_name || name.is_empty()) || is_name && close.is_some() && turns_group(name, group)
}

fn is_outcome(key: RowKey) -> bool {
    !matches!(key, RowKey::NewReceived | RowKey::CarriedIn | RowKey::CarriedForward)
}

/// Where a token names a group of rows, which, and whether it says something else than the form.
fn group_named(
    token: &Token,
    table: TableKind,
    text: &str,
    year: Option<u16>,
) -> Option<(usize, &'static str, bool)> {
    match token.kind {
        Kind::Label(node) => {
            let words = token.span.of(text);
            // （三）予以公开: the name is that of another.
            let Some(group) = lexicon().roles(node, table).group else {
                let group = numbered_group(words, table)?;
                return Some((token.span.start, group, turns_group(words, group)));
            };
            // A year in brackets may be part of what was told for a label.
            let open = words.rfind(['（', '(']).filter(|open| *open > enumerator(words));
            let name = open.map_or(words, |open| &words[..open]);
            let remarked = if open.is_some() { words } else { with_remark(token.span, text) };
            Some((token.span.start, group, is_of_another(name, remarked, year)))
        }
        Kind::Words | Kind::Fragment(_) => {
            let words = token.span.of(text);
            let group = numbered_group(words, table).or_else(|| nearest_group(words, table))?;
            let is_of_another_time = time_of(with_remark(token.span, text), year) == Time::Another;
            Some((token.span.start, group, is_of_another_time || turns_group(words, group)))
        }
        _ => None,
    }
}
