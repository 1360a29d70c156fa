//! The label of all outcomes (三、本年度办理结果) where it runs down beside the rows, torn into pieces.

use super::draft::Drafts;
use crate::span::Span;
use crate::tables::tokens::{Content, Kind, Token};
use crate::text::fold::{is_blank, is_ideograph, significant};
use crate::text::remark::ends_with_others;
use crate::text::scope::{Time, time_of};

/// The pieces of labels that run down beside the rows, character by character or in two: 三, 上年, 度办. Those on lines that follow each other
/// are put together.
pub(super) struct Torn {
    /// Where the first row begins: above it stand headings.
    from: usize,
    line: Option<u32>,
    runs: Vec<String>,
    /// Those of one character each, wherever they stand: other labels are not torn so.
    singles: String,
}

impl Torn {
    /// Nothing yet, of a table whose rows are these.
    pub(super) fn below(drafts: &Drafts) -> Self {
        let from = drafts.rows.iter().find_map(|draft| draft.recognition.key().and(draft.label));
        Self {
            from: from.map_or(usize::MAX, |label| label.start),
            line: None,
            runs: Vec::new(),
            singles: String::new(),
        }
    }

    /// Whether what was put together names another time, or ends with a remark that counts something else: （百件）.
    pub(super) fn says_another(&self, year: Option<u16>) -> bool {
        let is_other = |run: &String| time_of(run, year) == Time::Another;
        // Numbers alone name no year.
        let has_words = |run: &&String| run.contains(is_ideograph);
        self.runs.iter().filter(has_words).any(is_other)
            || is_other(&self.singles)
            || ends_with_others(&self.singles)
    }

    /// Takes in a token, if it is such a piece.
    pub(super) fn take(&mut self, token: &Token, text: &str) {
        /// Measured: with 3, no cell changes.
        const LONGEST: usize = 4;
        /// Measured: with 1, no cell changes.
        const NEAREST: u32 = 2;
        if token.bordered || token.span.start <= self.from || matches!(token.kind, Kind::Label(_)) {
            return;
        }
        let words = token.span.of(text);
        // 2018, and 年度 in front of the label on a line below.
        if is_year(token) && goes_on_as_year(token.span, text) {
            self.runs.push(format!("{words}年"));
            return;
        }
        let is_word = matches!(token.kind, Kind::Words | Kind::Fragment(_));
        // 2, 0, 2, 3, 年. All figures of a year together may be the number of a row.
        let is_figure =
            matches!(token.kind, Kind::Content(Content::Number { printed, .. }) if printed.figures <= 2);
        let is_piece = (is_word || is_figure) && significant(words).take(LONGEST + 1).count() <= LONGEST;
        if !is_piece {
            return;
        }
        if is_word && words.trim().chars().count() == 1 {
            self.singles.push_str(words.trim());
        }
        // The number of a page, or the numbers of a row, may stand between.
        let follows = self.line.is_some_and(|line| token.block.saturating_sub(line) <= NEAREST);
        match self.runs.last_mut().filter(|_| follows) {
            Some(run) => run.push_str(words.trim()),
            None => self.runs.push(words.trim().to_owned()),
        }
        self.line = Some(token.block);
    }
}

/// Whether a token may be a year.
pub(super) fn is_year(token: &Token) -> bool {
    const FIGURES: u8 = 4;
    matches!(token.kind, Kind::Content(Content::Number { printed, .. }) if printed.figures == FIGURES)
}

/// Whether the text behind figures goes on with 年: directly, or at the beginning of one of the next lines where the figures begin theirs.
fn goes_on_as_year(figures: Span, text: &str) -> bool {
    /// The numbers of a row stand on lines of their own between.
    /// Measured: with 2, no cell changes.
    const NEAREST: usize = 3;
    let is_passed = |c: char| is_blank(c) || matches!(c, '│' | '|');
    let begins = |line: &str| line.trim_start_matches(is_passed).starts_with('年');
    let behind = &text[figures.end..];
    let is_first = || {
        let line = text[..figures.start].rsplit('\n').next().unwrap_or_default();
        line.chars().all(is_passed)
    };
    begins(behind) || is_first() && behind.lines().skip(1).take(NEAREST).any(begins)
}
