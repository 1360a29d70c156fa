//! Labels of rows: which words are one, and what a label means where it has several meanings.

use super::Writer;
use crate::document::BlockKind;
use crate::form::{Edition, Meaning, RowKey, TableKind, form};
use crate::span::Span;
use crate::tables::rows::draft::{Draft, Pairing, Recognition};
use crate::tables::rows::heading::HeadName;
use crate::tables::tokens::{Kind, Token};
use crate::tables::vocabulary::{Roles, is_near_to_row, is_piece_of_group, lexicon, names_no_other_item};
use crate::text::lexicon::{Node, enumerator};
use crate::text::measure::is_measure;
use crate::text::remark::{cuts_off_another, is_of_another, is_open, with_rest_of_label};
use crate::text::scope::{Time, time_of};

/// The first byte of the bracket of full width.
const LEAD_OF_WIDE_BRACKET: u8 = 0xEF;

impl Writer<'_> {
    /// Whether the words at `at` name the row better than the label so far: there is none, or it is that of a group of rows, which
    /// stands in front of the row's own.
    pub(super) fn names_row(
        &self,
        line: &[Token],
        label: Option<(Recognition, usize)>,
        at: usize,
        first_number: Option<usize>,
    ) -> bool {
        label.is_none_or(|(recognition, label)| {
            let before_numbers = first_number.is_some_and(|number| at < number);
            let outer = recognition.key().is_none() && before_numbers && !self.is_unit(&line[at]);
            outer || self.heads_group(&line[label])
        })
    }

    /// How a label, which led to `node`, names a row.
    pub(super) fn recognition(&self, key: RowKey, node: Node, token: &Token) -> Recognition {
        let words = token.span.of(self.text);
        // 行政许可（累计）: the remark makes it another row.
        let remarked = with_rest_of_label(token.span, self.text);
        let has_remark = remarked.len() > words.len();
        let is_cut = cuts_off_another(token.span, self.text, |words| self.is_in_label(words));
        let is_plain_wording = || token.wording.is_some_and(|own| lexicon().is_plain_wording(own, key));
        if !has_remark && !is_cut && (is_plain_wording() || lexicon().is_plain(node, words, key)) {
            return Recognition::Label(key);
        }
        // The wording of the form alone names no other time: only what stands in brackets within it or behind it can.
        let may_have_bracket = words.bytes().any(|byte| matches!(byte, b'(' | LEAD_OF_WIDE_BRACKET));
        let may_name_time =
            has_remark || may_have_bracket && words[enumerator(words)..].contains(['（', '(']);
        let of_another_time = may_name_time && time_of(remarked, self.year) == Time::Another;
        let of_another = has_remark && is_of_another(words, remarked, self.year);
        let of_another = of_another || is_cut;
        if of_another_time || of_another || !names_no_other_item(words, key) {
            Recognition::Unknown
        } else if is_open(words, remarked, self.year, |words| self.is_in_label(words)) {
            Recognition::Distance(key)
        } else {
            Recognition::Label(key)
        }
    }

    /// A line in which labels of other tables are words like any others (1.行政许可 among the outcomes of table two), and in which words directly
    /// before a label are one word with it: those of another table (其他行政处罚, 自然人处理决定数量), and those that have the number that the
    /// label lacks (1.其他属于国家秘密). `None` if it has no such words.
    pub(super) fn with_others_whole(&self, line: &[Token]) -> Option<Vec<Token>> {
        let is_of_other_table = |token: &Token| match token.kind {
            Kind::Label(node) => {
                lexicon().roles(node, self.table).first.is_none() && lexicon().heads_section(node).is_none()
            }
            _ => false,
        };
        let has_number = |token: &Token| enumerator(token.span.of(self.text)) > 0;
        let lends_its_number = |pair: &[Token]| match (pair[0].kind, pair[1].kind) {
            (Kind::Label(first), Kind::Label(second)) => {
                lexicon().roles(first, self.table).group.is_none()
                    && lexicon().roles(second, self.table).row.is_some()
                    && has_number(&pair[0])
                    && !has_number(&pair[1])
            }
            _ => false,
        };
        // Nearly all labels are parted from the next.
        let is_one_word = |pair: &[Token]| {
            pair[0].span.end == pair[1].span.start
                && pair[0].column == pair[1].column
                && matches!(pair[1].kind, Kind::Label(_))
                && (is_of_other_table(&pair[0]) || lends_its_number(pair))
        };
        if !line.iter().any(is_of_other_table) && !line.windows(2).any(is_one_word) {
            return None;
        }
        let mut whole: Vec<Token> = Vec::with_capacity(line.len());
        for (at, token) in line.iter().enumerate() {
            match whole.last_mut().filter(|_| at > 0 && is_one_word(&line[at - 1..=at])) {
                Some(first) => {
                    let span = first.span.to(token.span);
                    *first = Token { kind: Kind::Words, span, wording: None, ..*first };
                }
                None if is_of_other_table(token) => {
                    whole.push(Token { kind: Kind::Words, wording: None, ..*token });
                }
                None => whole.push(*token),
            }
        }
        Some(whole)
    }

    /// Whether a label of the table has these words.
    pub(super) fn is_in_label(&self, words: &str) -> bool {
        form().labels.iter().any(|label| label.table == Some(self.table) && label.wording.contains(words))
    }

    /// Whether words that are no label name another time. 上年 is the beginning of labels too.
    pub(super) fn says_another_time(&self, token: &Token) -> bool {
        matches!(token.kind, Kind::Words | Kind::Fragment(_))
            && time_of(token.span.of(self.text), self.year) == Time::Another
    }

    /// Whether words in front of numbers are a piece of the label of the group, which runs down beside its rows, while the label on the
    /// line above still waits for its contents: they are no label of theirs.
    pub(super) fn runs_down_beside(&self, token: &Token) -> bool {
        let above = self.current.and_then(|row| self.drafts.rows.get(row)).map(|draft| draft.line);
        matches!(token.kind, Kind::Fragment(_) | Kind::Words)
            && above.is_some_and(|above| above + 1 == token.block)
            && self.is_waiting()
            && is_piece_of_group(token.span.of(self.text), self.table)
    }

    /// Whether a label names a group of rows as well.
    pub(super) fn heads_group(&self, token: &Token) -> bool {
        let Kind::Label(node) = token.kind else { return false };
        lexicon().roles(node, self.table).group.is_some()
    }

    /// Whether nothing but a unit stands in a cell.
    pub(super) fn is_unit(&self, token: &Token) -> bool {
        is_measure(token.span.of(self.text))
    }

    /// Words that are no label end the row before them, unless they are too few to be a label, or what is left of one.
    pub(super) fn words(&mut self, recognition: Recognition, token: &Token) {
        /// Measured: with 5, no cell changes.
        const FEWEST: usize = 4;
        /// Behind the number of an item: 3.具他 is a label, of which a character was misread.
        /// Measured: with 2, 308 cells of the written reports are lost (`label-characters`).
        const FEWEST_OF_ITEM: usize = 1;
        /// Measured: with 12, no cell changes.
        const LONGEST: usize = 24;
        let words = token.span.of(self.text);
        let item = enumerator(words);
        let fewest = if item > 0 { FEWEST_OF_ITEM } else { FEWEST };
        if self.after_heading {
            self.caption(token.span);
            let is_short =
                words.len() <= LONGEST && !words.contains(['。', '：', ':', '；', '，', '表', '（', '(']);
            self.before = (is_short && self.table != TableKind::Review).then_some(*token);
        } else if words.len() <= LONGEST {
            // The caption of a second table.
            self.scope(token.span);
        }
        if words[item..].chars().filter(|c| !c.is_ascii()).take(fewest).count() == fewest
            || time_of(words, self.year) == Time::Another
            || is_near_to_row(words, self.table)
        {
            self.begin(recognition, Some(token.span), token.block);
        }
    }

    /// Words that were taken for the heading of a column of their own, behind all headings that the form has there and directly above a
    /// number: they are the damaged label of its row. Gives them, and the line they stand in.
    pub(super) fn label_among_headings(&mut self, number: &Token) -> Option<(Span, u32)> {
        if self.table != TableKind::Proactive || !self.after_heading || number.bordered {
            return None;
        }
        let block = self.drafts.blocks.last_mut()?;
        let (last, heads) = block.columns.split_last()?;
        let is_whole = |edition: Edition| {
            form().rows(TableKind::Proactive, edition).any(|row| {
                row.columns.len() == heads.len()
                    && heads.iter().zip(&row.columns).all(|(head, column)| head.column() == Some(*column))
            })
        };
        let is_label = last.name == HeadName::Foreign
            && last.grid.is_none()
            && last.line + 1 == number.block
            && [Edition::E2019, Edition::E2021].into_iter().any(is_whole);
        let label = (last.span, last.line);
        is_label.then(|| block.columns.pop()).map(|_| label)
    }

    pub(super) fn begin(&mut self, recognition: Recognition, label: Option<Span>, line: u32) {
        self.group = None;
        self.heads_labels = false;
        let at = self.drafts.slots.len();
        if self.drafts.blocks.is_empty() {
            self.new_block();
        }
        if recognition.key().is_some() {
            self.end_of_heading();
        }
        let block = self.drafts.blocks.len() - 1;
        // 行政许可（撤销）: a remark that makes a label another one is part of it.
        let label = label.map(|label| match recognition {
            Recognition::Unknown => {
                Span::new(label.start, label.start + with_rest_of_label(label, self.text).len())
            }
            _ => label,
        });
        let behind = label.and_then(|label| self.text.get(label.end..)).unwrap_or_default();
        let bracketed = behind.starts_with(['（', '(']);
        let draft = Draft {
            recognition,
            label,
            line,
            block,
            first: at,
            end: at,
            behind_numbers: false,
            bracketed,
            is_heading: label.is_some() && self.is_heading(line),
            pairing: Pairing::Alone,
        };
        self.drafts.rows.push(draft);
        self.current = Some(self.drafts.rows.len() - 1);
    }

    /// Whether a block is a heading of the source.
    fn is_heading(&self, block: u32) -> bool {
        let block = self.document.blocks().get(block as usize);
        block.is_some_and(|block| matches!(block.kind, BlockKind::Heading { .. }))
    }

    /// What a label means here. 其他 and 总计 head columns and rows alike: beside the labels of columns they head columns.
    pub(super) fn meaning(&self, node: Node, numbers_follow: bool, columns_beside: bool) -> Option<Meaning> {
        let Roles { row, other, .. } = *lexicon().roles(node, self.table);
        match (row.map(Meaning::Row), other) {
            (Some(row), Some(Meaning::Group(_))) => Some(row),
            (Some(row), Some(column)) => {
                let as_column = columns_beside || self.after_heading && !numbers_follow;
                Some(if as_column { column } else { row })
            }
            (row, other) => row.or(other),
        }
    }
}
