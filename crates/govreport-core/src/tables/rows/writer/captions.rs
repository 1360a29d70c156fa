//! What the lines around a table say of its numbers: their year, their unit, their scope.

use super::Writer;
use crate::document::{Block, BlockKind};
use crate::form::{Meaning, TableKind};
use crate::span::Span;
use crate::tables::tokens::{Content, Kind, Token};
use crate::tables::vocabulary::lexicon;
use crate::text::caption_time::{is_short_caption, time_of_caption};
use crate::text::date::year_value;
use crate::text::figures::is_figure;
use crate::text::lexicon::Node;
use crate::text::money::{Named, counts_multiples, named, names_other_unit};
use crate::text::remark::ends_with_others;
use crate::text::scope::{Time, TimeKind, TimeWord, is_word_of_time, words_of_time};

impl Writer<'_> {
    /// Looks at the line above a piece of the table: its caption, if it has one.
    pub(super) fn caption_above(&mut self, block: u32) {
        // The heading of the section, which stands there in nearly all reports, says nothing of the numbers.
        if let Some(above) = self.line_above(block)
            && !lexicon().is_heading_of_section(above.of(self.text).trim_end())
        {
            self.caption(above);
        }
    }

    /// Looks at the line above a heading within a piece: 附表：2022年度统计表 begins the table of another year. A row of the table before is no
    /// caption; it ends with figures.
    pub(super) fn time_above(&mut self, block: u32) {
        /// Measured: with 60, no cell changes.
        const LONGEST: usize = 120;
        let Some(above) = self.line_above(block) else { return };
        let words = above.of(self.text).trim();
        let is_caption =
            words.len() <= LONGEST && !words.ends_with(is_figure) && !words.contains(['。', '，', ',']);
        if is_caption && time_of_caption(words, self.year) == Time::Another && !is_word_of_time(words) {
            self.captions.of_another_time = true;
        }
    }

    /// The words of a row that says another time and nothing else, in one cell or in all: （2020年）, 表：2019年情况.
    pub(super) fn caption_in_row(&self, line: &[Token]) -> Option<Span> {
        /// Measured: with 30, no cell changes.
        const LONGEST: usize = 60;
        let mut said = line.iter().filter(|token| !matches!(token.kind, Kind::Content(Content::Blank)));
        // Nearly all rows begin with a label, or have other words, or numbers, behind their first cell.
        let is_other =
            |first: &&Token| !matches!(first.kind, Kind::Label(_) | Kind::Content(Content::Number { .. }));
        let first = said.next().filter(is_other)?;
        let words = first.span.of(self.text);
        let is_only = said.all(|other| other.span.of(self.text) == words);
        let is_caption = || words.len() <= LONGEST && time_of_caption(words, self.year) == Time::Another;
        (is_only && is_caption()).then_some(first.span)
    }

    /// The line above a block, if one stands directly there. A page may end between.
    fn line_above(&self, block: u32) -> Option<Span> {
        /// Measured: with 1, no cell changes.
        const NEAREST: usize = 2;
        let before = self.document.blocks().get(..block as usize).unwrap_or_default();
        let is_line = |block: &&Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading { .. });
        let shown = before.iter().rev().filter(|block| block.kind != BlockKind::PageFurniture);
        shown.take(NEAREST).find(is_line).map(|block| block.span)
    }

    /// Takes in what a line says of the numbers below it: their year, their unit. Only its last clause is about them.
    pub(super) fn caption(&mut self, line: Span) {
        /// Measured: with 60, 175 of the real reports change.
        const LONGEST: usize = 120;
        /// Measured: with 12, no cell changes.
        const LONGEST_OF_CORNER: usize = 24;
        let words = line.of(self.text).trim_end();
        // Most captions are a few words: no byte of theirs is a bracket or a comma, or begins one or the end of a clause.
        let has_signs = words.bytes().any(|byte| matches!(byte, 0xE3 | 0xEF | b'(' | b','));
        let is_short = has_signs && is_short_caption(words);
        let clause = match words {
            _ if is_short => words,
            _ if has_signs => words.rsplit(['。', '；']).next().unwrap_or_default(),
            _ => words,
        };
        let from = line.start + words.len() - clause.len();
        // Prose is no caption: it has clauses, a caption has none or ends where the table begins.
        // 上年（本列数据的勾稽关系为：…，…）: the guidance behind it is no part of what the corner says.
        let clause =
            match Some(clause).filter(|_| has_signs).and_then(|clause| clause.split_once(['（', '('])) {
                Some((time, _)) if is_word_of_time(time) => time,
                _ => clause,
            };
        let names_units = || {
            let words = clause.trim_start_matches(['（', '(']);
            words.starts_with("单位") || words.starts_with("币种")
        };
        let is_prose = has_signs
            && !is_short
            && clause.contains(['，', ','])
            && !clause.ends_with(['：', ':'])
            && !names_units();
        if clause.is_empty() || clause.len() > LONGEST || is_prose {
            return;
        }
        if self.table == TableKind::Proactive {
            match named(clause) {
                Named::None if names_other_unit(clause) => self.caption = Named::Unknown,
                Named::None => {}
                unit => self.caption = unit,
            }
        }
        // 占比（%） in the corner of a table.
        let is_of_shares = clause.len() <= LONGEST_OF_CORNER
            && ends_with_others(clause)
            && !clause.contains(|c: char| c.is_ascii_digit());
        if let Some(multiples) = counts_multiples(clause).or(is_of_shares.then_some(true)) {
            self.captions.in_multiples = multiples;
            if let Some(block) = self.drafts.blocks.last_mut().filter(|_| self.after_heading) {
                block.in_multiples = multiples;
            }
        }
        self.take_scope(from, words_of_time(clause));
        let time = match time_of_caption(clause, self.year) {
            Time::Unsaid if self.is_bare_year_of_another(clause) => Time::Another,
            time => time,
        };
        match time {
            Time::Another => self.captions.of_another_time = true,
            Time::This => self.captions.of_another_time = false,
            Time::Unsaid | Time::Unknown => return,
        }
        // Words among the headings of a block are about it as well.
        if let Some(block) = self.drafts.blocks.last_mut().filter(|_| self.after_heading) {
            block.of_another_time = self.captions.of_another_time;
        }
    }

    /// The figures of another year, 2022, its 年 lost, in a line above all headings and rows, or among the words of a heading: the only figures
    /// there, be they in one cell or in all.
    pub(super) fn year_above_all(&self, line: &[Token]) -> Option<Span> {
        // What a cell over several lines holds is none's number.
        let is_number = |token: &&Token| {
            matches!(token.kind, Kind::Content(Content::Number { .. } | Content::Untold))
                && !token.span.is_empty()
        };
        // Of nearly all lines the first number is no year.
        let first = line.iter().find(is_number)?;
        let words = first.span.of(self.text);
        if !self.is_bare_year_of_another(words) {
            return None;
        }
        let is_first =
            self.drafts.rows.is_empty() && self.drafts.blocks.iter().all(|block| block.columns.is_empty());
        let heads = |token: &Token| matches!(token.kind, Kind::Label(node) if self.is_of_heading(node));
        if !is_first && !line.iter().any(heads) {
            return None;
        }
        let is_blank = |token: &Token| token.span.is_empty();
        let may_stand_beside = |token: &Token| match token.kind {
            Kind::Label(node) => self.is_of_heading(node),
            Kind::Words => true,
            _ => is_blank(token) || token.span.of(self.text) == words,
        };
        line.iter().all(may_stand_beside).then_some(first.span)
    }

    /// Whether a label may be one of a heading.
    fn is_of_heading(&self, node: Node) -> bool {
        let mut meanings = lexicon().meanings(node, self.table);
        meanings.any(|meaning| matches!(meaning, Meaning::Column(_) | Meaning::Head(_) | Meaning::Group(_)))
    }

    /// Whether a caption is nothing but another year than the report's, its 年 lost: 2022.
    pub(super) fn is_bare_year_of_another(&self, clause: &str) -> bool {
        const FIGURES: usize = 4;
        let bare = clause.trim();
        let year = if bare.len() == FIGURES && bare.bytes().all(|byte| byte.is_ascii_digit()) {
            year_value(bare)
        } else {
            None
        };
        year.is_some() && year != self.year
    }

    /// Takes in the first word of a caption that says which bodies the numbers are of: 全市, 本级.
    pub(super) fn scope(&mut self, caption: Span) {
        self.take_scope(caption.start, words_of_time(caption.of(self.text)));
    }

    /// The same of the words of time in a caption that begins at byte `start`.
    fn take_scope(&mut self, start: usize, mut words: impl Iterator<Item = TimeWord>) {
        let scope = words.find(|word| word.kind == TimeKind::Scope);
        self.drafts
            .scopes
            .extend(scope.map(|word| Span::new(start + word.span.start, start + word.span.end)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::form;
    use crate::text::scope::time_of_words;

    #[test]
    fn the_headings_of_sections_say_nothing_of_the_numbers_below() {
        for (_, wording) in &form().sections {
            assert_eq!(named(wording), Named::None, "{wording}");
            assert!(!names_other_unit(wording), "{wording}");
            assert!(!ends_with_others(wording), "{wording}");
            assert_eq!(counts_multiples(wording), None, "{wording}");
            // 本年度总体情况
            assert_ne!(time_of_words(words_of_time(wording), None), Time::Another, "{wording}");
            assert!(!words_of_time(wording).any(|word| word.kind == TimeKind::Scope), "{wording}");
        }
    }
}
