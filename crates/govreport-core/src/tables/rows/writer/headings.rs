//! Headings of columns: which words are one, and the block of rows that each heads.

use std::ops::RangeInclusive;

use rust_decimal::prelude::ToPrimitive;

use super::Writer;
use super::remarks::Remarked;
use super::said::Captions;
use crate::form::{ColumnKey, Label, Meaning, TableKind, form};
use crate::span::Span;
use crate::tables::rows::draft::Recognition;
use crate::tables::rows::heading::{HeadColumn, HeadName, Heading, Told};
use crate::tables::tokens::{Content, Kind, Slot, Token};
use crate::tables::vocabulary::{
    Remains, consists_of_pieces, is_near_to_row, is_piece_of_heading, lexicon, may_mean, misread_heading,
    nearest_heading, negates_heading, resembles_heading,
};
use crate::text::caption_time::time_of_caption;
use crate::text::fold::{is_blank, significant};
use crate::text::lexicon::{Lexicon, Node};
use crate::text::measure::Money;
use crate::text::money::{Named, named};
use crate::text::qualifier::is_negation;
use crate::text::remark::{cuts_off_another, end_of_name, with_remark};
use crate::text::scope::{Time, in_words_of_the_form, is_word_of_time, time_of};

impl Writer<'_> {
    /// Takes in a label of the heading of columns, or a group label; gives whether it is one of columns.
    pub(super) fn heading(&mut self, meaning: Meaning, token: &Token) -> bool {
        let remarked = self.remarked(meaning, token);
        self.remarked_heading(meaning, token, &remarked)
    }

    /// The same, where the remark on it was read.
    pub(super) fn remarked_heading(
        &mut self,
        meaning: Meaning,
        token: &Token,
        remarked: &Remarked<'_>,
    ) -> bool {
        match meaning {
            Meaning::Group(_) => {
                if self.table == TableKind::Proactive {
                    self.item = Named::None;
                    self.group_says = Captions::default();
                    self.time_above(token.block);
                    self.new_block();
                    self.remark_of_heading(meaning, remarked);
                    self.current = None;
                } else if !token.bordered {
                    self.group = Some(*token);
                }
                false
            }
            Meaning::Head(_) if self.begins_damaged_set(token) => false,
            Meaning::Column(_) | Meaning::AmountInYuan | Meaning::Head(_) => {
                let column = match meaning {
                    Meaning::Column(column) => Some(column),
                    Meaning::AmountInYuan => Some(ColumnKey::Amount),
                    _ => None,
                };
                if !self.after_heading {
                    self.time_above(token.block);
                    self.new_block();
                    let block = self.drafts.blocks.len() - 1;
                    // A label of table three stands above the heading of its own columns, over empty cells that it covers.
                    let covers = self.table == TableKind::Review;
                    self.current = self.current.filter(|row| {
                        let draft = &mut self.drafts.rows[*row];
                        let slots = &self.drafts.slots[draft.first..draft.end];
                        let waits = slots.is_empty() || covers && slots.iter().all(Slot::is_blank);
                        draft.block = if waits { block } else { draft.block };
                        waits
                    });
                }
                if column.is_none() {
                    self.remark_of_heading(meaning, remarked);
                }
                // Its 元 may stand apart: behind the heading, or in the cell below. That of ***元 may be the end of 万元.
                if meaning == Meaning::AmountInYuan
                    && !with_remark(token.span, self.text).contains("**")
                    && let Some(block) = self.drafts.blocks.last_mut()
                {
                    block.beside = block.beside.and(Named::One(Money::YUAN));
                }
                self.after_heading = true;
                self.rows_before_heading = self.drafts.rows.len();
                self.heads_labels = meaning == Meaning::Head("contents");
                if meaning == Meaning::Head("legal_persons") {
                    // It may be the first heading of all.
                    self.columns();
                    if let Some(block) = self.drafts.blocks.last_mut() {
                        block.organizations.get_or_insert((token.span.start, token.block));
                    }
                }
                if self.heads_labels && token.bordered {
                    self.columns();
                    if let Some(block) = self.drafts.blocks.last_mut() {
                        block.labels = Some(token.column);
                    }
                }
                if let Some(column) = column {
                    let words = token.span.of(self.text);
                    // 自然人（上年）: the remark makes it the heading of something else.
                    if remarked.is_other
                        || cuts_off_another(token.span, self.text, |words| self.is_in_label(words))
                    {
                        let (name, line) = (HeadName::Another, token.block);
                        let span = Span::new(token.span.start, token.span.start + remarked.with_rest.len());
                        let grid = token.bordered.then_some(token.column);
                        self.columns().push(HeadColumn { name, span, grid, torn: false, line });
                        return true;
                    }
                    self.head_before(token);
                    let grid = token.bordered.then_some(token.column);
                    let (name, span, line) = (HeadName::Column(column), token.span, token.block);
                    let whole = match token.kind {
                        _ if remarked.is_wording_of.is_some() => remarked.is_wording_of,
                        Kind::Label(node) => lexicon().whole_label(node, words, self.table),
                        _ => lexicon().whole(words, self.table),
                    };
                    let torn =
                        !matches!(whole, Some(Meaning::Column(_) | Meaning::AmountInYuan | Meaning::Row(_)));
                    self.columns().push(HeadColumn { name, span, grid, torn, line });
                }
                true
            }
            Meaning::Row(_) | Meaning::Section(_) => false,
        }
    }

    /// Whether 行政诉讼 and the brackets behind it are what is left of the label of a row of table three: 行政诉讼（复议后诉）. Its row begins
    /// then.
    fn begins_damaged_set(&mut self, token: &Token) -> bool {
        if self.table != TableKind::Review || token.bordered {
            return false;
        }
        let remarked = with_remark(token.span, self.text);
        // 行政诉讼（复议后起诉）%: what stands behind the brackets is a remark on them.
        let behind = &self.text[token.span.start + remarked.len()..];
        let ends_line = behind.lines().next().is_none_or(|rest| rest.chars().all(is_blank));
        if remarked.len() == token.span.len() || !ends_line {
            return false;
        }
        let Some(words) = Remains::default().and(remarked) else { return false };
        let rows = form().rows_of_any_edition(TableKind::Review).map(|row| row.key);
        let mut left = rows.filter(|row| words.may_be(Meaning::Row(*row), TableKind::Review));
        let (Some(row), None) = (left.next(), left.next()) else { return false };
        let label = Span::new(token.span.start, token.span.start + remarked.len());
        self.begin(Recognition::Near(row), Some(label), token.block);
        self.after_heading = false;
        true
    }

    /// Takes in words that are a heading, with a remark or damaged. Gives whether they are.
    pub(super) fn heads_columns(&mut self, token: &Token) -> bool {
        self.heading_with_remark(token) || self.damaged_heading(token)
    }

    /// The beginning of the label of a column, its end lost: 本年新. Gives whether it is one.
    pub(super) fn vague(&mut self, node: Node, token: &Token) -> bool {
        if self.is_time_of_part(token) {
            self.foreign_heading(token);
            return true;
        }
        let meanings = lexicon().meanings_below(node, self.table);
        let columns: Option<Vec<ColumnKey>> = meanings
            .iter()
            .map(|meaning| match meaning {
                Meaning::Column(column) => Some(*column),
                Meaning::AmountInYuan => Some(ColumnKey::Amount),
                _ => None,
            })
            .collect();
        let Some(column) =
            columns.filter(|_| self.after_heading).and_then(|columns| columns.first().copied())
        else {
            return false;
        };
        let name = if meanings.len() > 1 { HeadName::Beginning(column) } else { HeadName::Column(column) };
        let (span, line) = (token.span, token.block);
        let grid = token.bordered.then_some(token.column);
        // Its end may stand on a line below, and all of it beside the line that names the others.
        let torn = !token.bordered;
        self.columns().push(HeadColumn { name, span, grid, torn, line });
        true
    }

    /// Whether a word of time is all that a heading says: 上年 in a cell of its own, or 本年 beside it. It is no beginning of 上年项目数量,
    /// which only a line without borders leaves so.
    fn is_time_of_part(&self, token: &Token) -> bool {
        let words = token.span.of(self.text);
        let is_of_another = |words: &str| time_of(words, self.year) == Time::Another;
        let columns = self.drafts.blocks.last().map_or(&[][..], |block| &block.columns);
        let stands_beside = || {
            let mut foreign = columns.iter().filter(|head| head.is_foreign());
            foreign.any(|head| is_of_another(head.span.of(self.text)))
        };
        self.after_heading
            && token.bordered
            && is_word_of_time(words)
            && (is_of_another(words) || stands_beside())
    }

    /// Words that are the heading of a column, or of the labels, with some characters lost or taken for others. Gives whether they
    /// are.
    pub(super) fn damaged_heading(&mut self, token: &Token) -> bool {
        let words = token.span.of(self.text);
        if let Some(year) = self.year
            && let Some(named) = in_words_of_the_form(words, year)
            && let Some(meaning @ (Meaning::Column(_) | Meaning::AmountInYuan)) =
                lexicon().whole(&named, self.table)
        {
            return self.heading(meaning, token);
        }
        let near = nearest_heading(words, self.table);
        let Some(meaning) = near.or_else(|| misread_heading(words, self.table)) else { return false };
        if self.says_another(words) {
            if self.after_heading {
                self.foreign_heading(token);
            }
            return self.after_heading;
        }
        if let Meaning::Column(column) = meaning {
            // 元, or what is left of 万元: nobody can tell. 百万元 is another unit than the form's.
            let unit_named = named(words) == Named::One(Money::TEN_THOUSAND_YUAN);
            if column == ColumnKey::Amount && words.contains('元') && !unit_named {
                return false;
            }
            self.heading(meaning, token);
        }
        true
    }

    /// Takes in a cell that holds a piece of a heading. Of a heading of two levels it may be the rest of one over several columns, or of the
    /// column's own: 法人 where 自然人 should stand.
    pub(super) fn piece_of_heading(&mut self, token: &Token) {
        let is_named = |head: &HeadColumn| head.line == token.block && head.span.start == token.span.start;
        if self.table == TableKind::Proactive || self.columns().iter().any(is_named) {
            return;
        }
        let (name, span, line) = (HeadName::Damaged, token.span, token.block);
        self.columns().push(HeadColumn { name, span, grid: Some(token.column), torn: false, line });
    }

    /// Whether the heading of a column stands left of a cell, in a line above: then it is no cell of the labels.
    pub(super) fn is_right_of_heading(&self, token: &Token) -> bool {
        let heads =
            self.drafts.blocks.last().filter(|_| self.after_heading).map(|block| block.columns.as_slice());
        // Headings that stand on lines of their own stand before it too.
        heads.unwrap_or_default().iter().any(|head| head.grid.is_none_or(|grid| grid < token.column))
    }

    /// Takes in several headings with nothing between them, of which some are none of the form's: 自然人网络申请科研机构. Gives whether
    /// words are such.
    pub(super) fn glued_headings(&mut self, token: &Token) -> bool {
        /// Measured: with 3, no cell changes.
        const FEWEST: usize = 2;
        /// Measured: with 200, no cell changes.
        const LONGEST: usize = 400;
        if !self.after_heading || token.span.len() > LONGEST {
            return false;
        }
        let known = self.headings_within(token.span);
        let begins = known.first().is_some_and(|(meaning, span)| {
            *meaning == Meaning::Head("contents") && span.start == token.span.start
        });
        if known.len() < FEWEST && !begins {
            return false;
        }
        let mut at = token.span.start;
        let end = Span::new(token.span.end, token.span.end);
        for (meaning, span) in
            known.into_iter().map(|(meaning, span)| (Some(meaning), span)).chain([(None, end)])
        {
            let between = Token { span: Span::new(at, span.start).trimmed(self.text), ..*token };
            // 非商业企业: a word before a heading that makes it another's.
            let qualified = Span::new(at, span.end).trimmed(self.text);
            if meaning.is_some() && is_negation(between.span.of(self.text)) {
                self.foreign_heading(&Token { span: qualified, ..*token });
                at = span.end;
                continue;
            }
            // A single character is what is left of one.
            if significant(between.span.of(self.text)).count() > 1 && !self.damaged_heading(&between) {
                self.foreign_heading(&between);
            }
            if let Some(meaning) = meaning {
                self.heading(meaning, &Token { span, ..*token });
            }
            at = span.end;
        }
        true
    }

    /// The headings of this table that stand within words, from left to right.
    fn headings_within(&self, words: Span) -> Vec<(Meaning, Span)> {
        let text = &self.text[..words.end];
        let mut found = Vec::new();
        let mut at = words.start;
        while let Some(character) = text[at..].chars().next() {
            let longest = lexicon().walk(text, at, Lexicon::ROOT).longest;
            let heading = longest.and_then(|(node, end)| {
                let heads = |meaning: &Meaning| {
                    matches!(meaning, Meaning::Column(_) | Meaning::AmountInYuan | Meaning::Head(_))
                };
                lexicon().meanings(node, self.table).find(heads).map(|meaning| (meaning, end))
            });
            match heading {
                Some((meaning, end)) => {
                    found.push((meaning, Span::new(at, end)));
                    at = end;
                }
                None => at += character.len_utf8(),
            }
        }
        found
    }

    /// Takes in words that head a column of their own: 备注, 上年.
    pub(super) fn foreign_heading(&mut self, token: &Token) {
        let (span, line) = (token.span, token.block);
        let grid = token.bordered.then_some(token.column);
        let words = span.of(self.text);
        // A heading of two levels has many words, of which some may be damaged; of one level each has its place.
        let may_be_damaged = || {
            self.table != TableKind::Proactive
                && time_of(words, self.year) == Time::Unsaid
                && (resembles_heading(words, self.table) || consists_of_pieces(words, self.table))
        };
        let name = if self.says_another(words) {
            HeadName::Another
        } else if may_be_damaged() {
            HeadName::Damaged
        } else {
            HeadName::Foreign
        };
        self.columns().push(HeadColumn { name, span, grid, torn: false, line });
    }

    /// Asks the words of a line among headings whether they stand over all columns and say something else.
    pub(super) fn ask_over_columns(&mut self, line: &[Token]) {
        let mut words = line.iter().filter(|token| matches!(token.kind, Kind::Words));
        if words.any(|token| self.heads_others(token.span.of(self.text))) {
            // The numbers are withheld as those of another time are.
            self.captions.of_another_time = true;
            if let Some(block) = self.drafts.blocks.last_mut() {
                block.of_another_time = true;
            }
        }
    }

    /// Whether words stand for the heading over all columns or over several, and say something else: 境外申请人情况, 非法人组织.
    fn heads_others(&self, words: &str) -> bool {
        if self.table != TableKind::Requests {
            return false;
        }
        // More words than one that stands before it, or in it, are a sentence or the heading of the section.
        let is_near = |wording: &str| {
            let own: Vec<_> = significant(wording).collect();
            let (mut shared, mut count) = (0, 0);
            for c in significant(words).take(own.len() * 2 + 1) {
                shared += usize::from(own.contains(&c));
                count += 1;
            }
            shared * 2 > own.len() && count <= own.len() * 2
        };
        let is_left =
            |meaning| Remains::default().and(words).is_some_and(|left| left.may_be(meaning, self.table));
        let is_damaged = |label: &Label| may_mean(words, label.meaning) || is_left(label.meaning);
        let heads = form().labels.iter().filter(|label| {
            label.table == Some(self.table)
                && matches!(label.meaning, Meaning::Head("applicants" | "legal_persons"))
        });
        let mut near = heads.filter(|label| is_near(label.wording)).peekable();
        near.peek().is_some() && !near.any(is_damaged)
    }

    /// A row of several cells of words above all numbers is a heading, though of columns that are none of the form's.
    pub(super) fn words_of_a_heading(&mut self, line: &[Token]) {
        if self.after_heading && self.begins_with_times(line) {
            // 2021年 below the labels, and 2022年 beside it: the cells stand under none of the headings that they are of.
            if let Some(block) = self.drafts.blocks.last_mut() {
                block.of_another_time = true;
            }
        }
        let words = || line.iter().filter(|token| matches!(token.kind, Kind::Words | Kind::Fragment(_)));
        if self.after_heading && words().count() > 1 {
            let block = self.drafts.blocks.last();
            let is_below_heading = |token: &Token| {
                block.is_some_and(|block| block.columns.iter().any(|head| head.grid == Some(token.column)))
            };
            // What stands in the column of the labels heads them; where that is not known, what stands first and below no heading.
            let heads_labels = |token: &Token| match block.and_then(|block| block.labels) {
                Some(column) => token.column <= column,
                None => {
                    words().next().is_some_and(|first| first.column == token.column)
                        && !is_below_heading(token)
                }
            };
            let others = words().filter(|token| !heads_labels(token) && !self.is_unit(token));
            for token in others.copied().collect::<Vec<_>>() {
                self.foreign_heading(&token);
            }
        }
    }

    /// Whether a line among the headings has several years for cells, or one beside headings: 2022, 2023. Its columns are those of years, and
    /// none of the form's.
    pub(super) fn heads_years(&mut self, line: &[Token]) -> bool {
        /// Measured: with 3, no cell changes.
        const FEWEST: usize = 2;
        const YEARS: RangeInclusive<i64> = 1990..=2100;
        // Nearly all lines stand behind the heading.
        if !self.after_heading && !self.drafts.rows.is_empty() {
            return false;
        }
        let is_year = |token: &Token| match token.kind {
            Kind::Content(Content::Number { printed, .. }) => {
                printed.figures == 4 && printed.value.to_i64().is_some_and(|value| YEARS.contains(&value))
            }
            _ => false,
        };
        let is_blank = |token: &&Token| matches!(token.kind, Kind::Content(Content::Blank));
        // In the corner may stand what heads the labels: 项目.
        let corner = line.first().filter(|first| matches!(first.kind, Kind::Words) && line.len() > FEWEST);
        let line = if corner.is_some() { &line[1..] } else { line };
        let said = || line.iter().filter(|token| !is_blank(token));
        if self.heads_by_numbers(said().map(|token| token.kind)) {
            self.block_of_others();
            return true;
        }
        let heads = |token: &Token| match token.kind {
            Kind::Label(node) => lexicon()
                .meanings(node, self.table)
                .any(|meaning| matches!(meaning, Meaning::Column(_) | Meaning::Head(_))),
            _ => false,
        };
        if !said().all(|token| is_year(token) || heads(token)) {
            return false;
        }
        let years = said().filter(|token| is_year(token)).count();
        if years < FEWEST && (years == 0 || corner.is_some() || said().count() == years) {
            return false;
        }
        self.block_of_others();
        true
    }

    /// Makes the numbers below the headings read last those of other columns than the form's.
    fn block_of_others(&mut self) {
        if self.drafts.blocks.is_empty() {
            self.new_block();
        }
        if let Some(block) = self.drafts.blocks.last_mut() {
            block.of_another_time = true;
        }
    }

    /// Whether 1, 2, 3 … stand where the headings of columns should, and no heading above them.
    fn heads_by_numbers(&self, cells: impl Iterator<Item = Kind>) -> bool {
        /// Measured: with 4, no cell changes.
        const FEWEST: i64 = 3;
        let is_headed = self.drafts.blocks.last().is_some_and(|block| !block.columns.is_empty());
        let mut next = 1;
        for cell in cells {
            match cell {
                Kind::Content(Content::Number { printed, .. }) if printed.value.to_i64() == Some(next) => {
                    next += 1;
                }
                _ => return false,
            }
        }
        !is_headed && next > FEWEST
    }

    /// Whether all that a row says are words of time, of several times, and the first of them stands left of all headings.
    fn begins_with_times(&self, line: &[Token]) -> bool {
        let said = || line.iter().filter(|token| !matches!(token.kind, Kind::Content(Content::Blank)));
        let is_of_another = |token: &Token| {
            matches!(time_of(token.span.of(self.text), self.year), Time::Another | Time::Unknown)
        };
        let is_time = |token: &Token| time_of(token.span.of(self.text), self.year) != Time::Unsaid;
        let heads = self.drafts.blocks.last().map_or(&[][..], |block| block.columns.as_slice());
        let leftmost = heads.iter().filter_map(|head| head.grid).min();
        said().count() > 1
            && said().all(is_time)
            && said().any(is_of_another)
            && said().next().is_some_and(|first| leftmost.is_none_or(|leftmost| first.column < leftmost))
    }

    /// Words alone in the first line of a table whose row has its label above the table head the only column of it.
    pub(super) fn words_below_label(&mut self, line: &[Token]) {
        let [words] = line else { return };
        let label_is_above = self.current.and_then(|row| self.drafts.rows.get(row)).is_some_and(|draft| {
            self.drafts.slots_of(draft).is_empty() && draft.label.is_some() && self.is_on_own_line(draft)
        });
        if label_is_above && matches!(words.kind, Kind::Words) && !self.is_unit(words) {
            self.foreign_heading(words);
        }
    }

    /// Takes in the words that stand directly before the first heading of a column without borders.
    pub(super) fn head_before(&mut self, token: &Token) {
        let Some(before) = self.before.take() else { return };
        let is_first = self.drafts.blocks.last().is_none_or(|block| block.columns.is_empty());
        // On a line of its own, or with nothing between.
        let is_beside = before.block + 1 == token.block
            || self.text[before.span.end..token.span.start].chars().all(is_blank);
        if is_first && !token.bordered && is_beside {
            let (name, span, line) = (self.name_before(&before), before.span, before.block);
            self.columns().push(HeadColumn { name, span, grid: None, torn: false, line });
        }
    }

    /// Whether words without borders head a column: they stand among the headings of the form's columns, before any row, are
    /// short and no damaged label of a row.
    pub(super) fn heads_foreign_column(&self, token: &Token, line: &[Token]) -> bool {
        /// Measured: with 18, no cell changes.
        const LONGEST: usize = 36;
        // 上年收费金额（单位：万元）: words of time are never noise.
        /// Measured: with 30, no cell changes.
        const LONGEST_OF_TIME: usize = 60;
        let words = token.span.of(self.text);
        // 本年退费金额（单位：万元）: the unit in brackets is no part of what it names.
        let bare = words.split(['（', '(']).next().unwrap_or(words);
        // What rules out most words costs the least.
        if !self.after_heading
            || words.len() > LONGEST_OF_TIME
            || words.contains(['。', '；', '，'])
            || self.is_unit(token)
            || self.heads_stand_in_grid()
        {
            return false;
        }
        let of_another_time = matches!(time_of_caption(words, self.year), Time::Another | Time::Unknown);
        if !of_another_time && (bare.len() > LONGEST || bare.contains(['：', ':'])) {
            return false;
        }
        let among = self.drafts.blocks.last().is_some_and(|block| !block.columns.is_empty())
            || self.heads_labels
            || self.table == TableKind::Review
                && line.iter().any(|token| matches!(token.kind, Kind::Label(_)))
            || of_another_time;
        // 总计%: that a row has the same name says nothing here.
        let heads_another = || {
            let name = &words[..end_of_name(words)];
            let walk = lexicon().walk(name, 0, Lexicon::ROOT);
            let heads = |meaning: Meaning| matches!(meaning, Meaning::Column(_));
            name.len() < words.len()
                && self.says_another(words)
                && walk.longest.is_some_and(|(node, end)| {
                    end == name.len() && lexicon().meanings(node, self.table).any(heads)
                })
        };
        among
            && (!is_near_to_row(words, self.table) && !is_piece_of_heading(words, self.table)
                || heads_another())
    }

    /// Whether the headings so far stand side by side in a grid: what stands below it without borders is no heading of it.
    fn heads_stand_in_grid(&self) -> bool {
        let heads = self.drafts.blocks.last().map(|block| block.columns.as_slice()).unwrap_or_default();
        let is_beside = |pair: &[HeadColumn]| pair[0].line == pair[1].line && pair[0].grid < pair[1].grid;
        heads.iter().all(|head| head.grid.is_some()) && heads.windows(2).any(is_beside)
    }

    /// Takes in words that stand first in a row of headings with borders, right of the labels: they head a column where the form's first is
    /// missing.
    pub(super) fn heading_before(&mut self, token: &Token) {
        let (name, span, line) = (self.name_before(token), token.span, token.block);
        let grid = Some(token.column);
        self.columns().push(HeadColumn { name, span, grid, torn: false, line });
    }

    /// What words before the first heading of a column are.
    fn name_before(&self, token: &Token) -> HeadName {
        let words = token.span.of(self.text);
        let is_other = self.says_another(words) || negates_heading(words, self.table);
        if is_other { HeadName::Another } else { HeadName::Before }
    }

    /// Whether words are the only heading of a column behind that of the labels, which stands on a line of its own.
    pub(super) fn is_only_heading(&self, token: &Token, line: &[Token]) -> bool {
        let heads = self.drafts.blocks.last().map(|block| block.columns.as_slice()).unwrap_or_default();
        // Where each heading has a line, the last may have the ends of cells behind it.
        let ends_lines = line.len() > 1 && !heads.is_empty() && heads.iter().all(|head| head.grid.is_none());
        let may_follow = self.heads_labels && heads.is_empty() || self.after_heading && ends_lines;
        let is_alone = line
            .iter()
            .all(|other| std::ptr::eq(other, token) || matches!(other.kind, Kind::Content(Content::Blank)));
        may_follow && is_alone && self.heads_foreign_column(token, line)
    }

    /// Notes of the heading that nothing stood since but one or two numbers without borders and without a label: they may be pieces of it,
    /// as a year torn into two lines is.
    pub(super) fn end_of_heading(&mut self) {
        /// Measured: with 1, no cell changes.
        const MOST: usize = 2;
        let behind = self.drafts.rows.get(self.rows_before_heading..).unwrap_or_default();
        let slots = || behind.iter().flat_map(|draft| self.drafts.slots_of(draft));
        let is_piece = |slot: &Slot| !slot.bordered && slot.number().is_some();
        let is_bare = behind.iter().all(|draft| draft.recognition == Recognition::Unknown);
        let holds_numbers = is_bare && (1..=MOST).contains(&slots().count()) && slots().all(is_piece);
        if let Some(heading) = self.drafts.blocks.last_mut().filter(|_| holds_numbers) {
            heading.holds_numbers = true;
        }
    }

    /// Adds a line without borders to the heading, if it still goes on.
    pub(super) fn line_of_heading(&mut self, line: &[Token]) {
        let Some(block) = self.document.blocks().get(line[0].block as usize) else { return };
        if let Some(heading) = self.drafts.blocks.last_mut().filter(|_| self.after_heading) {
            heading.lines = Some(heading.lines.map_or(block.span, |lines| lines.to(block.span)));
        }
    }

    pub(super) fn columns(&mut self) -> &mut Vec<HeadColumn> {
        if self.drafts.blocks.is_empty() {
            self.new_block();
        }
        let last = self.drafts.blocks.len() - 1;
        &mut self.drafts.blocks[last].columns
    }

    pub(super) fn new_block(&mut self) {
        // Table two has the most columns, table three names its five three times.
        let columns = Vec::with_capacity(if self.table == TableKind::Proactive { 4 } else { 16 });
        self.drafts.blocks.push(Heading {
            empty: Vec::new(),
            end: 0,
            lines: None,
            told: Told::OneByOne,
            holds_numbers: false,
            labels: None,
            organizations: None,
            columns,
            of_another_time: self.captions.of_another_time || self.group_says.of_another_time,
            in_multiples: self.captions.in_multiples || self.group_says.in_multiples,
            caption: self.caption,
            beside: self.item,
            remark: Named::None,
        });
        self.after_heading = true;
    }
}
