//! From the text of a cell or line to tokens.
//!
//! Labels come torn: over lines, over cells, with their numbers in between. A wording that the text leaves unfinished stays
//! open as a track; a later piece of text that goes on with it completes the token where it began.

use super::token::{Content, Kind, Token};
use crate::document::Document;
use crate::span::Span;
use crate::tables::vocabulary::{PrintedLabel, lexicon};
use crate::text::figures::is_figure;
use crate::text::filler::is_filler;
use crate::text::fold::{Folded, is_blank, leading_blank, leading_word};
use crate::text::lexicon::{Lexicon, Node, Walk, enumerator, first_significant};
use crate::text::number::{
    Printed, begins_number, figures, footnote_mark, is_doubted, is_not_applicable, may_be_not_applicable,
    number, of_cell,
};
use crate::text::qualifier::qualifies_otherwise;
use crate::text::remark::begins_item;

/// The longest table of the form has some 330 labels and cells. Tables with very many more are broken or hostile; what is
/// beyond this number of a table is not read.
pub(in crate::tables) const MOST_TOKENS: usize = 20_000;
/// A torn label is completed by one of the next pieces or not at all.
const TRACK_LIFE: usize = 16;
/// A line longer than this, in bytes, that does not begin with a word of the form is prose.
const LONGEST_WORDS: usize = 120;
/// A wording of the form at least as long, in bytes, as a clause of prose does not begin with it by chance.
const SHORTEST_WORDING: usize = 36;
/// Words longer than this, in bytes, behind a number are prose that begins with a number: 2023 年，….
const LONGEST_AFTER_NUMBER: usize = 12;

/// How many words of a line are looked at for figures: no row of the form has more.
const MOST_WORDS: usize = 64;

/// No number has more figures: a longer run of them is several numbers.
const MOST_FIGURES: usize = 18;

/// The longest word, in bytes, that says that no number applies.
const LONGEST_SIGN: usize = 12;

/// A wording that was begun and not finished.
#[derive(Debug, Clone, Copy)]
struct Track {
    node: Node,
    /// The bits of the characters that wordings go on with from there.
    behind: u64,
    token: usize,
    /// Where it was begun.
    place: Place,
}

impl Track {
    fn new(node: Node, token: usize, place: Place) -> Self {
        Self { node, behind: lexicon().bits_behind(node), token, place }
    }

    /// Whether a wording goes on from it with this character: the bits tell of nearly all that none does.
    fn goes_on_with(&self, first: Folded) -> bool {
        self.behind & first.bit() != 0 && lexicon().goes_on_with(self.node, first)
    }

    /// Whether what stands at `place` can go on with it: of a label in a cell, what stands under it in the same table. Not where
    /// both rows or lines have figures of their own.
    fn may_go_on_at(&self, place: Place, document: &Document<'_>) -> bool {
        let begun = self.place;
        let is_number = |words: &str| {
            words.starts_with(begins_number) && number(words).is_some_and(|(rest, _)| rest.is_empty())
        };
        let has_figures = |block: u32| {
            let Some(block) = document.blocks().get(block as usize) else { return false };
            if !may_hold_figures(document.slice(block.span)) {
                return false;
            }
            let mut cells = document.cells(block).iter().map(|cell| document.slice(cell.span));
            let mut words = document.slice(block.span).split(is_blank).take(MOST_WORDS);
            cells.any(is_number) || words.any(is_number)
        };
        let apart =
            begun.bordered && place.bordered && (begun.table, begun.column) != (place.table, place.column);
        let two_rows = begun.block != place.block && has_figures(begun.block) && has_figures(place.block);
        !apart && !two_rows
    }
}

/// Whether there can be a figure of either width in a text: most lines without one are told by their bytes.
fn may_hold_figures(text: &str) -> bool {
    const LEAD_OF_WIDE: u8 = 0xEF;
    text.bytes().any(|byte| byte.is_ascii_digit() || byte == LEAD_OF_WIDE)
}

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

/// A place to put tokens: block, column, borders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tables) struct Place {
    pub(in crate::tables) block: u32,
    /// Number of the table of the source, where there are borders.
    pub(in crate::tables) table: u32,
    pub(in crate::tables) column: u32,
    /// How many columns of the grid the cell covers.
    pub(in crate::tables) columns: u32,
    pub(in crate::tables) bordered: bool,
}

struct Found {
    node: Node,
    /// Offset after the label, closing brackets and colon included.
    end: usize,
    /// Where the text ended inside a longer wording: that wording.
    open: Option<Node>,
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

    /// Leaves untold what a cell says, if that is a number: its tokens are those from `first` on. Gives whether it is one.
    pub(in crate::tables) fn leave_untold(&mut self, first: usize) -> bool {
        let [token] = &mut self.tokens[first..] else { return false };
        let is_number = matches!(token.kind, Kind::Content(Content::Number { .. }));
        if is_number {
            token.kind = Kind::Content(Content::Untold);
        }
        is_number
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
        } else if cell == "&nbsp;" || is_filler(cell) {
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

    /// The youngest track that the text completes, if any.
    fn rest_of_torn(&self, text: &str, at: usize, place: Place) -> Option<(usize, Found)> {
        if self.tracks.is_empty() {
            return None;
        }
        // Nearly all tracks fail at the first character.
        let first = first_significant(text, at)?;
        let may_go_on = |index: &usize| self.tracks[*index].goes_on_with(first);
        (0..self.tracks.len()).rev().filter(may_go_on).find_map(|index| {
            let walk = lexicon().walk(text, at, self.tracks[index].node);
            if let Some((node, end)) = walk.longest
                && self.tracks[index].may_go_on_at(place, self.document)
            {
                let end = closed(text, end);
                if walk.open.is_some() || text[end..].chars().next().is_none_or(is_blank) {
                    // 理（2022年）: the year that a walk passes over behind the last character is a remark, and no part of the label.
                    let ends = walk.open.is_none() || walk.reached == node && is_remark(&text[end..]);
                    let end = if ends { end } else { text.len() };
                    return Some((self.first_alike(index), Found { node, end, open: walk.open }));
                }
            }
            None
        })
    }

    /// The first of the tracks of one line, or of one cell, that were left alike: 本年 and 本年, whose rests come in the same order in the
    /// lines below.
    fn first_alike(&self, index: usize) -> usize {
        let own = &self.tracks[index];
        let is_alike = |track: &Track| track.node == own.node && track.place == own.place;
        self.tracks.iter().position(is_alike).unwrap_or(index)
    }

    fn complete(&mut self, index: usize, found: &Found, at: usize) -> usize {
        let track = self.tracks.remove(index);
        let token = &mut self.tokens[track.token];
        token.kind = Kind::Label(found.node);
        token.wording = None;
        // Numbers may stand between the parts: the span of the label is that of its first part, or of both where they touch.
        if self.text[token.span.end..at].chars().all(is_blank) {
            token.span.end = found.end;
        }
        if let Some(node) = found.open.filter(|node| *node != track.node) {
            self.tracks.push(Track::new(node, track.token, track.place));
        }
        found.end
    }

    /// Goes on with a torn label that the word at `begin` does not finish either; an enumerator stands at `at`.
    fn middle_of_torn(&mut self, text: &str, begin: usize, at: usize, place: Place) -> Option<usize> {
        // A word longer than every wording goes on with none.
        let mut near = (begin + LONGEST_WORDS).min(text.len());
        while !text.is_char_boundary(near) {
            near += 1;
        }
        let word = leading_word(&text[begin..near]);
        if near < text.len() && begin + word == near {
            return None;
        }
        let text = &text[..begin + word];
        let document = self.document;
        for index in (0..self.tracks.len()).rev() {
            let track = &self.tracks[index];
            let walk = lexicon().walk(text, at, track.node);
            if let Some(node) = walk.open
                && node != track.node
                && track.may_go_on_at(place, document)
            {
                let first = self.first_alike(index);
                // 理（2023年） before other words: what the walk passed over behind the last character is a remark.
                let whole = walk.longest.filter(|(last, end)| *last == node && is_remark(&text[*end..]));
                if let Some((node, end)) = whole {
                    return Some(self.complete(first, &Found { node, end, open: None }, at));
                }
                let track = &mut self.tracks[first];
                *track = Track::new(node, track.token, track.place);
                let token = &mut self.tokens[track.token];
                if let Kind::Fragment(fragment) = &mut token.kind {
                    *fragment = node;
                    if self.text[token.span.end..at].chars().all(is_blank) {
                        token.span.end = text.len();
                    }
                }
                return Some(text.len());
            }
        }
        None
    }
}

/// Walks along the words at byte `at`: where they begin, behind their enumerator, and how far wordings go; and the wording that all of
/// them are, if they are one.
fn walked(text: &str, at: usize) -> (usize, Walk, Option<&'static PrintedLabel>) {
    let words = &text[at..];
    let Some(printed) = lexicon().printed(words) else {
        let begin = at + enumerator(words);
        return (begin, lexicon().walk(text, begin, Lexicon::ROOT), None);
    };
    (at + printed.enumerator, printed.walk.moved(at), Some(printed))
}

/// Figures that nothing but other figures follows, spaces between, or the end: by far the most numbers of a row stand so, and are
/// neither a year nor the number of an item. Gives their length too.
fn figures_in_row(text: &str) -> Option<(usize, Printed)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    if length == 0 {
        return None;
    }
    let behind = &text.as_bytes()[length..];
    let spaces = behind.iter().take_while(|byte| **byte == b' ').count();
    let is_apart = spaces > 0 && behind.get(spaces).is_some_and(u8::is_ascii_digit);
    if !is_apart && !behind.is_empty() {
        return None;
    }
    figures(&text[..length]).map(|printed| (length, printed))
}

/// Length of the figures that end a word, where what is in front of them can be a label: some ideographs and no figure.
fn figures_behind_label(word: &str) -> usize {
    const FEWEST: usize = 4;
    let label = word.trim_end_matches(is_figure);
    if label.len() == word.len() {
        return 0;
    }
    let name = &label[enumerator(label)..];
    let ideographs = name.chars().filter(|c| matches!(c, '\u{4E00}'..='\u{9FFF}')).take(FEWEST).count();
    let is_label = ideographs == FEWEST && !name.contains(is_figure) && name.ends_with(char::is_alphabetic);
    if is_label { word.len() - label.len() } else { 0 }
}

/// Whether characters that the reader could not tell stand in the place of a number, or more figures than a number has: something is
/// printed, and nobody knows what.
fn is_illegible(word: &str) -> bool {
    let has_too_many = || word.chars().filter(|c| is_figure(*c)).nth(MOST_FIGURES).is_some();
    // Of nearly all words the first character is none of these.
    word.chars().all(|c| c == char::REPLACEMENT_CHARACTER || begins_number(c) || c == ',')
        && (word.contains(char::REPLACEMENT_CHARACTER) || has_too_many())
}

/// A number at the start of `text` up to white space or the end, the mark of a footnote behind it included; gives what is left.
fn marked_number(text: &str) -> Option<(&str, Printed)> {
    let (left, printed) = number(text)?;
    let ends = |left: &str| left.chars().next().is_none_or(is_blank);
    // A raised mark has a tag of its own, be there a space before it.
    let left = Some(left.trim_start_matches(' ')).filter(|left| left.starts_with("<sup>")).unwrap_or(left);
    if ends(left) {
        return Some((left, printed));
    }
    let left = &left[footnote_mark(left)..];
    // A mark is no figure: what is printed is not the figures alone.
    ends(left).then_some((left, Printed { figures: 0, ..printed }))
}

/// Whether what stands behind a label begins as a remark does.
fn is_remark(behind: &str) -> bool {
    behind.starts_with(['（', '('])
}

/// Whether a text begins with a year with blanks before 年: 2022 年度.
fn is_spaced_year(text: &str) -> bool {
    const FIGURES: usize = 4;
    let figures = text.bytes().take_while(u8::is_ascii_digit).count();
    let behind = &text[figures..];
    figures == FIGURES
        && behind.starts_with(is_blank)
        && behind.trim_start_matches(is_blank).starts_with('年')
}

/// Whether a text begins with a year and other words: 2023年处理.
fn is_year(text: &str) -> bool {
    const FIGURES: usize = 4;
    let figures = text.bytes().take_while(u8::is_ascii_digit).count();
    figures == FIGURES
        && text[FIGURES..].strip_prefix('年').is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// Length of the first word of `text`, if it says that no number applies. Such a word is short: no further is looked.
fn sign(text: &str) -> Option<usize> {
    if !may_be_not_applicable(text) {
        return None;
    }
    let near = text.char_indices().nth(LONGEST_SIGN).map_or(text, |(end, _)| &text[..end]);
    let word = leading_word(near);
    let ends = word < near.len() || near.len() == text.len();
    (ends && is_not_applicable(&near[..word])).then_some(word)
}

/// A whole label, as a walk from its beginning found it: behind it the text ends, or white space, a number, a bracket or
/// another label follows.
fn label(text: &str, walk: &Walk) -> Option<Found> {
    let (node, end) = walk.longest?;
    // The text goes on with a longer wording and breaks off in it, at its end or before a number: it is the longer one.
    let breaks_off = walk.open.is_some() || text[..walk.stop].ends_with(is_blank);
    if breaks_off && walk.reached != node {
        return None;
    }
    if walk.open.is_some() {
        let open = walk.open.filter(|open| lexicon().goes_on(*open));
        return Some(Found { node, end: text.len(), open });
    }
    let end = closed(text, end);
    let follows = ends_label(text, end) || {
        let next = lexicon().walk(text, end + enumerator(&text[end..]), Lexicon::ROOT);
        next.longest.is_some_and(|(_, end)| {
            let end = closed(text, end);
            let third = end + enumerator(&text[end..]);
            ends_label(text, end) || lexicon().walk(text, third, Lexicon::ROOT).longest.is_some()
        })
    };
    follows.then_some(Found { node, end, open: None })
}

/// The beginning of a wording at `begin`, as a walk from there found it, that breaks off with the piece or with the next white
/// space. Gives the offset where it breaks off.
fn fragment(text: &str, begin: usize, walk: &Walk) -> Option<(Node, usize)> {
    let is_begun = |node: &Node| *node != Lexicon::ROOT;
    if let Some(node) = walk.open.filter(is_begun) {
        return Some((node, text.len()));
    }
    // A walk that came to its end inside the first word does so without the words behind as well.
    let end = begin + leading_word(&text[begin..walk.stop]);
    if end == begin || end == walk.stop {
        return None;
    }
    lexicon().walk(&text[..end], begin, Lexicon::ROOT).open.filter(is_begun).map(|node| (node, end))
}

/// Whether what stands at `end` can follow a label: nothing, white space, a figure or guidance in brackets.
fn ends_label(text: &str, end: usize) -> bool {
    let next = text[end..].chars().next();
    next.is_none_or(|c| is_blank(c) || is_figure(c) || matches!(c, '（' | '('))
}

/// The length of the rest of a word behind a label, if it makes the label count something else.
fn says_otherwise(behind: &str, label: &str) -> usize {
    let end = behind.find(|c| is_blank(c) || is_figure(c)).unwrap_or(behind.len());
    let rest = &behind[..end];
    if qualifies_otherwise(rest, &std::iter::once(label)) { rest.len() } else { 0 }
}

/// Whether words of a line stand as far apart as in columns, which those of prose do not.
fn has_columns(line: &str) -> bool {
    let line = line.trim().as_bytes();
    memchr::memchr_iter(b' ', line).any(|at| line[at..].starts_with(b"   "))
}

/// Takes closing brackets, quotation marks and a colon behind a label into it. Spaces may have got before a bracket.
fn closed(text: &str, end: usize) -> usize {
    let is_closing =
        |c: char| matches!(c, '）' | ')' | '】' | ']' | '”' | '"' | '’' | '：' | ':' | '。' | '*');
    let behind = text[end..].trim_start_matches([' ', '\u{2028}']);
    let end = if behind.starts_with(['）', ')']) { text.len() - behind.len() } else { end };
    text[end..].find(|c| !is_closing(c)).map_or(text.len(), |length| end + length)
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

    #[test]
    fn figures_in_a_row_are_read_as_they_are_elsewhere() {
        for text in ["0", "0 1", "12 34", "2023 5", "007 1", "123456789012345678 1"] {
            let (length, printed) = figures_in_row(text).expect("it is a number");
            assert_eq!(marked_number(text), Some((&text[length..], printed)), "{text}");
            assert!(enumerator(text) == 0 && !is_year(text), "{text}");
        }
        for text in ["", "1.", "1 .2", "3、", "2023年处理", "1,306", "5 （2）", "1234567890123456789 1"]
        {
            assert_eq!(figures_in_row(text), None, "{text}");
        }
    }
}
