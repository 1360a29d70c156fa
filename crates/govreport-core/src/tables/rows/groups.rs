//! Groups of rows whose label says something else than the form's: 三、2022年度办理结果, （三）不予公开占比, （五）予以处理. The rows below
//! are not the form's either, whatever their own labels say.

use std::sync::LazyLock;

use super::draft::{Draft, Drafts, Recognition};
use super::pieces::pieces_of_labels;
use super::torn_group::Torn;
use crate::form::{RowKey, TableKind, form};
use crate::tables::rows::tie::group_of;
use crate::tables::tokens::{Kind, Token, is_filled};
use crate::tables::vocabulary::{
    goes_on_group, lexicon, nearest_group, numbered_group, stands_in_group, turns_group,
};
use crate::text::fold::{is_blank, leading_word, significant};
use crate::text::lexicon::{Node, enumerator};
use crate::text::ordinal::ordinal;
use crate::text::qualifier::qualifies_otherwise;
use crate::text::remark::{CLOSE, OPEN, begins_item, ends_with_others, is_of_another, with_rest};
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
    // The words of the last group so far: （三）予以公, and 开 below them.
    let mut words_so_far = String::new();
    let mut torn_pieces = Torn::below(drafts);
    let mut torn_outcome = false;
    let pieces: Vec<&[Token]> = pieces.collect();
    // In nearly all tables no words are left over: figures beside the rows are pieces of no label then.
    let is_said = |token: &Token| matches!(token.kind, Kind::Words | Kind::Fragment(_));
    let has_words = pieces.iter().copied().flatten().any(is_said);
    for piece in pieces {
        pieces_of_labels(piece, text, has_words, |token| {
            torn_pieces.take(&token, text);
            if matches!(token.kind, Kind::Content(_)) {
                return;
            }
            if let Some(named) = group_named(&token, table, text, year) {
                words_so_far.clear();
                words_so_far.push_str(token.span.of(text).trim());
                groups.push(named);
                return;
            }
            // All of a label was found: it is no rest of another.
            if matches!(token.kind, Kind::Label(_)) {
                return;
            }
            let Some((_, group, is_other)) = groups.last_mut() else { return };
            // （三）不予, and below it 公开（上年）: the label stands in the middle of the height of its rows, and is another's from its
            // beginning on.
            if is_rest_of_another(&token, table, text, year, group) {
                *is_other = true;
                // A remark alone may as well be that of all outcomes: nothing shows where the label ends that runs down beside them.
                torn_outcome |= token.span.of(text).starts_with(['（', '(']);
            } else if matches!(token.kind, Kind::Words | Kind::Fragment(_)) {
                let words = token.span.of(text).trim();
                if goes_on_group(&words_so_far, words, group, table) {
                    words_so_far.push_str(words);
                    *is_other |= turns_group(&words_so_far, group);
                }
            }
        });
    }
    if torn_outcome || torn_pieces.says_another(year) {
        groups.retain(|(_, group, _)| *group != OUTCOME);
        groups.push((0, OUTCOME, true));
    }
    leave_other_of_group(drafts, &groups);
    doubt_bare_total(drafts, text);
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

/// 3.其他 names no group by itself: below another group, with none of its own group's rows before it, it is a row of that one, which the form
/// has not.
fn leave_other_of_group(drafts: &mut Drafts, groups: &[(usize, &'static str, bool)]) {
    let is_it = |draft: &Draft| draft.recognition.key() == Some(RowKey::OtherHandlingOther);
    let Some(at) = drafts.rows.iter().position(is_it) else { return };
    let own = group_of(RowKey::OtherHandlingOther);
    let Some(label) = drafts.rows[at].label else { return };
    let named = groups.iter().rev().find(|(start, name, _)| *start < label.start && *name != OUTCOME);
    let before = drafts.rows[..at].iter().rev().find_map(|draft| draft.recognition.key());
    let is_below_another = named.is_some_and(|(_, name, _)| Some(*name) != own)
        && before.and_then(group_of).is_some_and(|group| Some(group) != own);
    if is_below_another {
        drafts.rows[at].recognition = Recognition::Unknown;
    }
}

/// 合计 without its （七） may be the total of other rows, of bodies or quarters: it is the form's for certain only directly behind the last
/// outcomes.
fn doubt_bare_total(drafts: &mut Drafts, text: &str) {
    let last = group_of(RowKey::OtherHandlingOther);
    for at in 0..drafts.rows.len() {
        let draft = &drafts.rows[at];
        let is_bare = draft.recognition == Recognition::Label(RowKey::ConcludedTotal)
            && draft.label.is_some_and(|label| enumerator(label.of(text)) == 0);
        let before = drafts.rows[..at].iter().rev().find(|draft| is_filled(drafts.slots_of(draft)));
        let follows = before.and_then(|draft| draft.recognition.key()).and_then(group_of) == last;
        if is_bare && !follows {
            drafts.rows[at].recognition = Recognition::Distance(RowKey::ConcludedTotal);
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
    /// Measured: with 5, no cell changes.
    const LONGEST: usize = 6;
    let words = token.span.of(text);
    let may_be_rest = match token.kind {
        Kind::Words => true,
        // A remark.
        Kind::Fragment(_) => words.starts_with(OPEN),
        _ => false,
    };
    if !may_be_rest {
        return false;
    }
    let of_form = |piece: &str| {
        let mut of_table = form().labels.iter().filter(|label| label.table == Some(table));
        of_table.any(|label| label.wording.contains(piece))
    };
    // 占比（%）, 供占比
    let counts_others = || {
        let own = words.char_indices().map(|(at, c)| at + c.len_utf8());
        let own = own.take_while(|end| stands_in_group(&words[..*end], table)).last().unwrap_or(0);
        let rest = words[own..].trim();
        significant(rest).take(LONGEST + 1).count() <= LONGEST
            && (ends_with_others(rest) || qualifies_otherwise(rest, &std::iter::empty::<&str>()))
            && !of_form(rest)
    };
    let open = words.find(OPEN);
    let is_item = open.is_some_and(|open| {
        // A bracket alone says nothing yet: what stands behind it is asked for itself.
        let is_alone = words.chars().skip(1).all(is_blank);
        is_alone || ordinal(&words[open..]).is_some() || begins_item(&text[token.span.start + open..])
    });
    if !token.bordered && !is_item && counts_others() {
        return true;
    }
    let Some(open) = open.filter(|_| !is_item) else { return false };
    let (name, remark) = words.split_at(open);
    // The end of another label may stand behind it on the same line.
    let close = remark.find(CLOSE);
    let is_other = if let Some(close) = close {
        is_of_another(name, &words[..open + close], year)
    } else {
        // （区分 is a piece of the form's own guidance.
        let piece = &remark[..leading_word(remark)];
        significant(piece).count() <= LONGEST && !of_form(piece)
    };
    let is_of_group = |line: &str| stands_in_group(line, table);
    let is_name = !name.trim().is_empty() && name.lines().all(is_of_group);
    is_other && (is_name || name.is_empty()) || is_name && close.is_some() && turns_group(name, group)
}

/// What the number of a label that names no group shows: the group that it has the number of, and whether it says something else.
fn named_by_number(words: &str, node: Node, table: TableKind) -> ByNumber {
    let group = numbered_group(words, table)?;
    let row = lexicon().roles(node, table).row;
    // （三）其他法律行政法规禁止公开: a row of the group, with another number. （六）其他 is the beginning of the group's own label.
    if row.is_some_and(|row| group_of(row) == Some(group) && row != RowKey::OtherHandlingOther) {
        return None;
    }
    // All of a row's label was found, be its end in another line: it is not the group's.
    let is_row = row.is_some();
    Some((group, is_row || turns_group(words, group)))
}

/// The group that a label has the number of, and whether it says something else.
type ByNumber = Option<(&'static str, bool)>;

/// The same of each wording of the form, by its number and in each table: nearly all labels are printed so.
static OF_WORDINGS: LazyLock<[Vec<ByNumber>; 3]> = LazyLock::new(|| {
    [TableKind::Proactive, TableKind::Requests, TableKind::Review].map(|table| {
        let words = form().labels.iter().map(|label| label.wording);
        let named = |words| {
            let node = lexicon().printed(words)?.whole?;
            named_by_number(words, node, table)
        };
        words.map(named).collect()
    })
});

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
                let (group, is_other) = match token.wording {
                    Some(wording) => OF_WORDINGS[table as usize][wording.index()]?,
                    None => named_by_number(words, node, table)?,
                };
                return Some((token.span.start, group, is_other));
            };
            // A year in brackets may be part of what was told for a label.
            let name = enumerator(words);
            let open = words[name..].rfind(['（', '(']).filter(|open| *open > 0).map(|open| name + open);
            let name = open.map_or(words, |open| &words[..open]);
            let remarked = if open.is_some() { words } else { with_rest(token.span, text) };
            Some((token.span.start, group, is_of_another(name, remarked, year)))
        }
        Kind::Words | Kind::Fragment(_) => {
            let words = token.span.of(text);
            let group =
                numbered_group(words, table).or_else(|| nearest_group(words, table, token.bordered))?;
            let is_of_another_time = time_of(with_rest(token.span, text), year) == Time::Another;
            Some((token.span.start, group, is_of_another_time || turns_group(words, group)))
        }
        _ => None,
    }
}
