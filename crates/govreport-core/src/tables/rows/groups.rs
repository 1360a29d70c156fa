//! Groups of rows whose label says something else than the form's: 三、2022年度办理结果, （三）不予公开占比, （五）予以处理. The rows below
//! are not the form's either, whatever their own labels say.

use super::draft::{Drafts, Recognition};
use crate::form::{RowKey, TableKind, form};
use crate::tables::rows::tie::group_of;
use crate::tables::tokens::{Content, Kind, Token};
use crate::tables::vocabulary::{lexicon, nearest_group, numbered_group, stands_in_group, turns_group};
use crate::text::fold::{is_blank, leading_word, significant};
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
            torn_pieces.take(token, text);
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
    if torn_outcome || torn_pieces.says_another_time(year) {
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

/// The pieces of labels that run down beside the rows, character by character or in two: 三, 上年, 度办. Those on lines that follow each other
/// are put together.
struct Torn {
    /// Where the first row begins: above it stand headings.
    from: usize,
    line: Option<u32>,
    runs: Vec<String>,
    /// Those of one character each, wherever they stand: other labels are not torn so.
    singles: String,
}

impl Torn {
    fn below(drafts: &Drafts) -> Self {
        let from = drafts.rows.iter().find_map(|draft| draft.recognition.key().and(draft.label));
        Self {
            from: from.map_or(usize::MAX, |label| label.start),
            line: None,
            runs: Vec::new(),
            singles: String::new(),
        }
    }

    /// Whether what was put together names another time.
    fn says_another_time(&self, year: Option<u16>) -> bool {
        let is_other = |run: &String| time_of(run, year) == Time::Another;
        // Numbers alone name no year.
        let has_words = |run: &&String| run.contains(is_ideograph);
        self.runs.iter().filter(has_words).any(is_other) || is_other(&self.singles)
    }

    fn take(&mut self, token: &Token, text: &str) {
        const LONGEST: usize = 4;
        let words = token.span.of(text);
        // 2018, and 年度 in front of the label on the line below.
        if is_year(token) && token.span.start > self.from && goes_on_as_year(&text[token.span.end..]) {
            self.runs.push(format!("{words}年"));
            return;
        }
        let is_word = matches!(token.kind, Kind::Words | Kind::Fragment(_));
        // 2, 0, 2, 3, 年. All figures of a year together may be the number of a row.
        let is_figure =
            matches!(token.kind, Kind::Content(Content::Number { printed, .. }) if printed.figures <= 2);
        let is_piece = (is_word || is_figure)
            && !token.bordered
            && token.span.start > self.from
            && significant(words).take(LONGEST + 1).count() <= LONGEST;
        if !is_piece {
            return;
        }
        if is_word && words.trim().chars().count() == 1 {
            self.singles.push_str(words.trim());
        }
        let follows = self.line.is_some_and(|line| line + 1 == token.block);
        match self.runs.last_mut().filter(|_| follows) {
            Some(run) => run.push_str(words.trim()),
            None => self.runs.push(words.trim().to_owned()),
        }
        self.line = Some(token.block);
    }
}

/// Whether a token without borders may be a year.
fn is_year(token: &Token) -> bool {
    const FIGURES: u8 = 4;
    !token.bordered
        && matches!(token.kind, Kind::Content(Content::Number { printed, .. }) if printed.figures == FIGURES)
}

fn goes_on_as_year(behind: &str) -> bool {
    behind.trim_start_matches(|c: char| is_blank(c) || matches!(c, '│' | '|')).starts_with('年')
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}')
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
    let words = token.span.of(text);
    let open = words.find(['（', '(']).filter(|open| ordinal(&words[*open..]).is_none());
    let Some(open) = open.filter(|_| matches!(token.kind, Kind::Words)) else { return false };
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
