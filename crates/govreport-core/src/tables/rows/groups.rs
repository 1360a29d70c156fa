//! Groups of rows whose label says something else than the form's: 三、2022年度办理结果, （三）不予公开占比, （五）予以处理. The rows below
//! are not the form's either, whatever their own labels say.

use super::draft::{Drafts, Recognition};
use crate::form::{RowKey, TableKind};
use crate::tables::rows::tie::group_of;
use crate::tables::tokens::{Kind, Token};
use crate::tables::vocabulary::{lexicon, nearest_group, numbered_group, turns_group};
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
    for piece in pieces {
        groups.extend(piece.iter().filter_map(|token| group_named(token, table, text, year)));
    }
    if !groups.iter().any(|(_, _, is_other)| *is_other) {
        return;
    }
    for draft in &mut drafts.rows {
        let (Some(key), Some(label)) = (draft.recognition.key(), draft.label) else { continue };
        let is_other = |group: &str| {
            let mut before = groups.iter().rev().filter(|(at, name, _)| *name == group && *at < label.start);
            before.next().is_some_and(|(_, _, is_other)| *is_other)
        };
        if group_of(key).is_some_and(is_other) || is_outcome(key) && is_other(OUTCOME) {
            draft.recognition = Recognition::Unknown;
        }
    }
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
                return numbered_group(words, table).map(|group| (token.span.start, group, true));
            };
            Some((token.span.start, group, is_of_another(words, with_remark(token.span, text), year)))
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
