//! From the text of a cell or line to tokens.
//!
//! Labels come torn: over lines, over cells, with their numbers in between. A wording that the text leaves unfinished stays
//! open as a track; a later piece of text that goes on with it completes the token where it began.

mod figures;
mod labels;
mod place;
mod torn;
mod track;

pub(in crate::tables) use self::place::Place;

use self::figures::{
    LONGEST_SIGN, figures_behind_label, figures_in_row, is_illegible, is_spaced_year, is_year, marked_number,
    sign,
};
use self::labels::{closed, fragment, label, says_otherwise, walked};
use self::track::Track;
use super::token::{Content, Kind, Token};
use crate::document::Document;
use crate::span::Span;
use crate::tables::vocabulary::{PrintedLabel, lexicon};
use crate::text::figures::is_figure;
use crate::text::filler::is_filler;
use crate::text::fold::{is_blank, leading_blank, leading_word};
use crate::text::lexicon::{Lexicon, Node, Walk, enumerator};
use crate::text::number::{begins_number, figures, is_doubted, is_not_applicable, of_cell};
use crate::text::remark::begins_item;

/// The longest table of the form has some 330 labels and cells. Tables with very many more are broken or hostile; what is
/// beyond this number of a table is not read.
/// Measured: with 10,000, no cell changes.
pub(in crate::tables) const MOST_TOKENS: usize = 20_000;
/// A torn label is completed by one of the next pieces or not at all.
const TRACK_LIFE: usize = 16;
/// A line longer than this, in bytes, that does not begin with a word of the form is prose.
/// Measured: with 60, 79 cells of the written reports are lost (`ocr-text`, `label-characters`).
const LONGEST_WORDS: usize = 120;
/// A wording of the form at least as long, in bytes, as a clause of prose does not begin with it by chance.
/// Measured: with 72, no cell changes.
const SHORTEST_WORDING: usize = 36;
/// Words longer than this, in bytes, behind a number are prose that begins with a number: 2023 年，….
/// Measured: with 11, 35 cells of the written reports are lost (`words`).
const LONGEST_AFTER_NUMBER: usize = 12;

/// Whether a line is longer than words of the form are. The blanks that put words into columns do not count.
fn is_long(line: &str) -> bool {
    let words = || line.split(is_blank).map(str::len).sum::<usize>();
    // Most long lines are prose, which begins without any blank.
    let near = &line[..line.ceil_char_boundary(LONGEST_WORDS + 1)];
    line.len() > LONGEST_WORDS && (leading_word(near) == near.len() || words() > LONGEST_WORDS)
}

/// Turns pieces of text into tokens.
pub(in crate::tables) struct Lexer<'a> {
    document: &'a Document<'a>,
    text: &'a str,
    tokens: Vec<Token>,
    tracks: Vec<Track>,
    /// Guidance in brackets behind a label was opened and not closed.
    in_guidance: bool,
    /// The table and column of the cell in which it was opened: it goes on in no other.
    guidance_in: Option<(u32, u32)>,
}

impl<'a> Lexer<'a> {
    pub(in crate::tables) fn new(document: &'a Document<'a>) -> Self {
        // Most blocks and cells are one token. A report has some 400, on one line too; what is far longer is broken, or not all
        // of it a table.
        let tokens = Vec::with_capacity(document.pieces().clamp(384, 1024));
        Self {
            document,
            text: document.text(),
            tokens,
            tracks: Vec::with_capacity(16),
            in_guidance: false,
            guidance_in: None,
        }
    }

    pub(in crate::tables) fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Forgets everything from token `length` on, and all torn labels.
    pub(in crate::tables) fn truncate(&mut self, length: usize) {
        self.tokens.truncate(length);
        self.tracks.clear();
        self.in_guidance = false;
    }

    pub(in crate::tables) fn take(self) -> Vec<Token> {
        self.tokens
    }

    pub(in crate::tables) fn put(&mut self, kind: Kind, span: Span, place: Place) {
        let Place { block, table: _, column, columns, bordered } = place;
        self.tokens.push(Token { kind, span, block, column, columns, bordered, wording: None });
    }

    /// Leaves untold what a cell says, if that is a number or a mark that there is none: its tokens are those from `first` on. Gives
    /// whether it is one.
    pub(in crate::tables) fn leave_untold(&mut self, first: usize) -> bool {
        let [token] = &mut self.tokens[first..] else { return false };
        let is_content = matches!(token.kind, Kind::Content(Content::Number { .. } | Content::NotApplicable));
        if is_content {
            token.kind = Kind::Content(Content::Untold);
        }
        is_content
    }

    /// Reads a cell that has borders: one content or label, or several of them run together.
    pub(in crate::tables) fn cell(&mut self, span: Span, place: Place) {
        let cell = span.of(self.text);
        if self.in_guidance {
            self.in_guidance = self.guidance_in.is_none_or(|opened| opened == (place.table, place.column));
        }
        if self.figures(cell, span, place) {
        } else if cell.is_empty() {
            self.put(Kind::Content(Content::Blank), span, place);
        } else if self.whole_label(cell, span, place) {
        } else if is_filler(cell) {
            self.put(Kind::Content(Content::Blank), span, place);
        } else if cell.len() <= LONGEST_SIGN && is_not_applicable(cell) {
            self.put(Kind::Content(Content::NotApplicable), span, place);
        } else if let Some(printed) = Some(place).filter(|place| place.column > 0).and_then(|_| of_cell(cell))
        {
            // In the first column stand labels and their numbers: 一.
            self.put(Kind::Content(Content::Number { printed, glued: false }), span, place);
        } else {
            let before = self.tokens.len();
            self.piece(span, place);
            self.keep_whole_labels(before, span, place);
        }
    }

    /// A cell in which words stand behind a label, or behind the beginning of one, and no number, is named by all of its words:
    /// 其他法律行政法规… is not 其他.
    fn keep_whole_labels(&mut self, before: usize, span: Span, place: Place) {
        let tokens = &self.tokens[before..];
        let label = tokens.iter().position(|token| matches!(token.kind, Kind::Label(_) | Kind::Fragment(_)));
        let Some(label) = label else { return };
        let words_behind = tokens[label..].iter().any(|token| matches!(token.kind, Kind::Words));
        let has_contents = tokens.iter().any(|token| matches!(token.kind, Kind::Content(_)));
        if words_behind && !has_contents {
            self.tokens.truncate(before);
            self.tracks.retain(|track| track.token < before);
            self.put(Kind::Words, span, place);
        }
    }

    /// Reads a line. Gives `false`, and no tokens, where the line is prose.
    pub(in crate::tables) fn line(&mut self, span: Span, place: Place) -> bool {
        let before = self.tokens.len();
        let line = span.of(self.text);
        if self.figures(line, span, place) || self.whole_label(line, span, place) {
            return true;
        }
        if line.len() <= LONGEST_SIGN && !self.in_guidance && is_not_applicable(line) {
            self.put(Kind::Content(Content::NotApplicable), span, place);
            return true;
        }
        if self.piece(span, place) {
            return true;
        }
        self.tokens.truncate(before);
        self.tracks.retain(|track| track.token < before);
        false
    }

    /// Reads a piece of text that is nothing but figures, as by far the most are.
    #[inline]
    fn figures(&mut self, piece: &str, span: Span, place: Place) -> bool {
        let printed = if self.in_guidance { None } else { figures(piece) };
        if let Some(printed) = printed {
            self.put(Kind::Content(Content::Number { printed, glued: false }), span, place);
        }
        printed.is_some()
    }

    /// Reads a piece of text that is a label as the form prints it, where no label before it is torn.
    #[inline]
    fn whole_label(&mut self, piece: &str, span: Span, place: Place) -> bool {
        if self.in_guidance || !self.tracks.is_empty() {
            return false;
        }
        let Some(printed) = lexicon().printed(piece) else { return false };
        let Some(node) = printed.whole else { return false };
        self.put(Kind::Label(node), span, place);
        let token = self.tokens.len() - 1;
        self.tokens[token].wording = Some(printed.wording);
        if lexicon().goes_on(node) {
            self.tracks.push(Track::new(node, token, place));
        }
        true
    }

    /// Notes of the label read last, if it stands at `span` and what is `printed` there is all a wording, which one that is.
    fn tell_wording(&mut self, printed: Option<&'static PrintedLabel>, span: Span) {
        if let Some(printed) = printed
            && let Some(token) = self.tokens.last_mut()
            && let Kind::Label(node) = token.kind
            && token.span == span
            && printed.whole == Some(node)
        {
            token.wording = Some(printed.wording);
        }
    }

    fn piece(&mut self, span: Span, place: Place) -> bool {
        let text = &self.text[..span.end];
        let before = self.tokens.len();
        let mut at = span.start;
        let mut after_label = false;
        loop {
            let blank = leading_blank(&text[at..]);
            at += blank;
            if at >= span.end || self.tokens.len() > before + MOST_TOKENS {
                return true;
            }
            let rest = &text[at..];
            let glued = after_label && blank == 0;
            after_label = false;
            if self.in_guidance {
                at = self.guidance(rest).map_or(span.end, |length| at + length);
                continue;
            }
            if let Some((length, printed)) = figures_in_row(rest) {
                self.put(
                    Kind::Content(Content::Number { printed, glued }),
                    Span::new(at, at + length),
                    place,
                );
                at += length;
                continue;
            }
            // 信息内容2023年处理决定数量: a year behind a label begins words.
            // 2022 年 alone in a cell is one too.
            let is_year =
                self.tokens.len() > before && is_year(rest) || place.bordered && is_spaced_year(rest);
            if rest.chars().next().is_some_and(begins_number)
                && enumerator(rest) == 0
                && !is_year
                && let Some((left, printed)) = marked_number(rest)
            {
                let end = span.end - left.len();
                self.put(Kind::Content(Content::Number { printed, glued }), Span::new(at, end), place);
                at = end;
                continue;
            }
            // 规章 无: a word that says that no number applies, although wordings of the form begin with it as well. First in its line
            // it stands before numbers.
            if !place.bordered
                && let Some(length) = sign(rest)
                && (self.tokens.len() > before
                    || rest[length + leading_blank(&rest[length..])..].starts_with(begins_number))
            {
                self.put(Kind::Content(Content::NotApplicable), Span::new(at, at + length), place);
                at += length;
                continue;
            }
            let (begin, walk, printed) = walked(text, at);
            if let Some(end) = self.words_of_the_form(text, at, begin, &walk, place) {
                if end == text.len() {
                    self.tell_wording(printed, Span::new(at, end));
                }
                at = end;
                after_label = true;
                if matches!(text[at..].chars().next(), Some('（' | '(')) && !begins_item(&text[at..]) {
                    self.in_guidance = true;
                    self.guidance_in = place.bordered.then_some((place.table, place.column));
                    at = self.guidance(&text[at..]).map_or(span.end, |length| at + length);
                    // Behind the rest of a label that was torn from its beginning, a remark is told by itself.
                    let is_apart =
                        self.tokens.iter().rev().take(TRACK_LIFE).all(|token| token.span.end != end);
                    if is_apart && !self.in_guidance {
                        self.put(Kind::Words, Span::new(end, at), place);
                    }
                }
                continue;
            }
            if !place.bordered && at == span.start && is_long(span.of(self.text)) && !has_columns(&text[at..])
            {
                // Prose does not begin with a number and a wording, and end with figures: （六）其他处理[2021年]1.申请人…0000000.
                let is_row = begin > at && text.ends_with(is_figure);
                let is_wording = |(_, end): &(Node, usize)| is_row || end - begin >= SHORTEST_WORDING;
                let Some((node, end)) = walk.longest.filter(is_wording) else { return false };
                at = self.long_wording(node, Span::new(at, closed(text, end)), place);
                continue;
            }
            let word = if place.bordered { rest.len() } else { leading_word(rest) };
            // 厲于国家秘密0000000: a damaged label, and the numbers that touch it.
            let figures = if place.bordered { 0 } else { figures_behind_label(&rest[..word]) };
            let word = word - figures;
            after_label = figures > 0;
            let after_number = matches!(
                self.tokens.last(),
                Some(Token { kind: Kind::Content(Content::Number { .. }), span: last, .. }) if last.start >= span.start
            );
            if !place.bordered && after_number && word > LONGEST_AFTER_NUMBER {
                return false;
            }
            let printed = glued && !is_year && rest.starts_with(begins_number)
                || is_illegible(&rest[..word])
                || is_doubted(&rest[..word]);
            let kind = if printed {
                // Figures and signs run together behind a label: something is printed, and it is no number.
                Kind::Content(Content::Words)
            } else if !place.bordered && is_not_applicable(&rest[..word]) {
                Kind::Content(Content::NotApplicable)
            } else {
                Kind::Words
            };
            self.put(kind, Span::new(at, at + word), place);
            at += word;
        }
    }

    /// Reads the wording that a long line begins with: with other words right behind it the line is no prose. Gives the offset after it.
    fn long_wording(&mut self, node: Node, wording: Span, place: Place) -> usize {
        // 申请人数 is no 申请: the rest of a word that says something else is part of the label.
        let rest = says_otherwise(&self.text[wording.end..], wording.of(self.text));
        let kind = if rest > 0 { Kind::Words } else { Kind::Label(node) };
        let end = wording.end + rest;
        self.put(kind, Span::new(wording.start, end), place);
        end
    }

    /// Passes over guidance in brackets; gives its length, or `None` where it goes on beyond this text.
    fn guidance(&mut self, text: &str) -> Option<usize> {
        let close = text.find(['）', ')'])?;
        self.in_guidance = false;
        Some(close + text[close..].chars().next().map_or(0, char::len_utf8))
    }

    /// Reads a label, the beginning of one or the rest of a torn one; gives the offset after it. Its words begin at `begin`, from
    /// where the walk was made, its enumerator at `at`.
    fn words_of_the_form(
        &mut self,
        text: &str,
        at: usize,
        begin: usize,
        walk: &Walk,
        place: Place,
    ) -> Option<usize> {
        // Nearly always all labels before are whole.
        if !self.tracks.is_empty() {
            let oldest = self.tokens.len().saturating_sub(TRACK_LIFE);
            self.tracks.retain(|track| track.token >= oldest);
        }
        if walk.reached == Lexicon::ROOT && self.tracks.is_empty() {
            return None;
        }
        let fresh = label(text, walk);
        let torn = self.rest_of_torn(text, at, place);
        if let Some((index, found)) = torn
            && fresh.as_ref().is_none_or(|fresh| fresh.end <= found.end)
        {
            return Some(self.complete(index, &found, at));
        }
        if let Some(found) = fresh {
            self.put(Kind::Label(found.node), Span::new(at, found.end), place);
            if let Some(node) = found.open {
                self.tracks.push(Track::new(node, self.tokens.len() - 1, place));
            }
            return Some(found.end);
        }
        if !self.tracks.is_empty()
            && let Some(end) = self.middle_of_torn(text, begin, at, place)
        {
            return Some(end);
        }
        let (node, end) = fragment(text, begin, walk)?;
        self.put(Kind::Fragment(node), Span::new(at, end), place);
        self.tracks.push(Track::new(node, self.tokens.len() - 1, place));
        Some(end)
    }
}

/// Whether words of a line stand as far apart as in columns, which those of prose do not.
fn has_columns(line: &str) -> bool {
    let line = line.trim().as_bytes();
    memchr::memchr_iter(b' ', line).any(|at| line[at..].starts_with(b"   "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Meaning, TableKind, form};

    #[test]
    fn a_label_of_the_form_is_nothing_else() {
        for label in form().labels.iter().map(|label| label.wording) {
            let is_number = enumerator(label) == 0 && marked_number(label).is_some();
            let is_content = is_filler(label) || is_not_applicable(label) || of_cell(label).is_some();
            assert!(!is_number && !is_content && sign(label).is_none(), "{label}");
            let Some(node) = lexicon().printed(label).and_then(|printed| printed.whole) else { continue };
            for table in TableKind::ALL.iter().copied() {
                let group = lexicon().meanings(node, table).find_map(|meaning| match meaning {
                    Meaning::Group(group) => Some(group),
                    _ => None,
                });
                assert_eq!(lexicon().roles(node, table).group, group, "{label}");
            }
        }
    }
}
