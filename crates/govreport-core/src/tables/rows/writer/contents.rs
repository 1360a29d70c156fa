//! Contents of rows: which row they are put into.

use std::cmp::Reverse;

use super::{Writer, is_number, numbers};
use crate::form::{ColumnKey, Edition, FormRow, TableKind, form};
use crate::span::Span;
use crate::tables::rows::draft::{Draft, Recognition};
use crate::tables::rows::heading::HeadColumn;
use crate::tables::rows::torn_group::is_year;
use crate::tables::tokens::{Content, Kind, Slot, Token};
use crate::tables::vocabulary::{is_near_to_row, nearest_heading};
use crate::text::figures::is_figure;
use crate::text::fold::{is_blank, significant};
use crate::text::lexicon::enumerator;
use crate::text::scope::{Time, time_of};

impl Writer<'_> {
    /// Adds the row of `line[..end]` whose label stands at `label`.
    pub(super) fn row(&mut self, line: &[Token], mut label: Option<(Recognition, usize)>, end: usize) {
        let mut first_content = label.map_or(0, |(_, at)| at + 1);
        let mut year = None;
        // A figure that touches the label in its cell, or stands below it there, is a mark of a note, where the row has other cells.
        if let Some((_, at)) = label
            && let Some(Token { kind: Kind::Content(Content::Number { glued, .. }), column, span, .. }) =
                line.get(at + 1)
            && *column == line[at].column
            && (*glued || self.text[line[at].span.end..span.start].contains(['\n', '\u{2028}']))
            && line[at + 2..end.max(at + 2)]
                .iter()
                .any(|token| matches!(token.kind, Kind::Content(_)) && token.column != *column)
        {
            first_content += 1;
            // 规章2022: unless it is a year.
            let of_another_year = time_of(span.of(self.text), self.year) == Time::Another;
            if of_another_year {
                label = label.map(|(_, at)| (Recognition::Unknown, at));
                year = Some(*span);
            }
        }
        let contents = &line[first_content.min(end)..end];
        // 上年 in a cell between the label and its numbers.
        let first_number = contents.iter().position(is_number).unwrap_or(0);
        let time = contents[..first_number].iter().find(|token| self.says_another_time(token));
        if let Some(time) = time.or_else(|| self.year_in_front(contents)) {
            label = label.map(|(_, at)| (Recognition::Unknown, at));
            year = Some(time.span);
        }
        let filled = contents.iter().any(|token| match token.kind {
            Kind::Content(Content::Blank) => false,
            Kind::Content(_) => true,
            Kind::Words => {
                label.is_some_and(|(recognition, _)| recognition.key().is_some()) && !self.is_unit(token)
            }
            _ => false,
        });
        match label {
            Some((recognition, at)) if recognition.key().is_some() => {
                self.begin(recognition, Some(line[at].span), line[at].block);
                if !filled {
                    let before = self.drafts.strays.len();
                    // Those of another row in the same line are that row's.
                    let placed = self.drafts.slots.last().map_or(0, |slot| slot.span.end);
                    let strays = numbers(&line[..at]).filter(|number| number.start >= placed);
                    self.drafts.strays.extend(strays);
                    if let Some(draft) = self.drafts.rows.last_mut() {
                        draft.behind_numbers = self.drafts.strays.len() > before;
                    }
                }
            }
            // Words alone in a row: a caption, a note, the rest of a torn label.
            Some((recognition, at)) => {
                // 本年 and 同比 below the headings part them; alone, words that a label begins with are a piece of it.
                let is_piece = matches!(recognition, Recognition::Fragment(_))
                    && !(self.after_heading && line.iter().filter(|token| is_said(token)).count() > 1);
                if !filled && !is_piece {
                    self.words_below_label(line);
                    self.words_of_a_heading(line);
                    return;
                }
                let words = year.map_or(line[at].span, |year| line[at].span.to(year));
                self.begin(recognition, Some(words), line[at].block);
            }
            None if !filled => {
                if !(self.after_heading && self.is_row_of_current(contents.len())) {
                    self.blank_line(contents);
                    return;
                }
                // A label, the heading of the columns, and a row that nobody filled in.
                self.contents(contents);
                self.after_heading = false;
                self.current = None;
                return;
            }
            // Contents without a label belong to the label before them, if that has none yet.
            None => {
                if self.completes_last(contents) {
                    self.current = self.drafts.rows.len().checked_sub(1);
                } else if !self.is_waiting() {
                    self.begin(Recognition::Unknown, None, line[0].block);
                } else if let Some(draft) = self.current.and_then(|row| self.drafts.rows.get_mut(row)) {
                    draft.first = self.drafts.slots.len();
                    draft.end = draft.first;
                }
            }
        }
        self.contents(contents);
        self.current = self.current.filter(|_| !filled);
    }

    /// The figures of another year in front of all numbers of a row: 2022 in a column of its own, its 年 lost.
    pub(super) fn year_in_front<'l>(&self, contents: &'l [Token]) -> Option<&'l Token> {
        let contents = contents.iter().take_while(|token| matches!(token.kind, Kind::Content(_)));
        let mut filled = contents.filter(|token| !is_empty_cell(token));
        let first = filled.next().filter(|first| is_year(first))?;
        let is_year = self.is_bare_year_of_another(first.span.of(self.text));
        // The rows of table two have as many numbers as columns; in those of table one the editions differ, and 2022 may be one of them.
        let width = form().rows_of_any_edition(TableKind::Requests).map(|row| row.columns.len()).next();
        (is_year && self.table == TableKind::Requests && width == Some(filled.count())).then_some(first)
    }

    /// Adds what stands in the cells of a row.
    pub(super) fn contents(&mut self, contents: &[Token]) {
        for token in contents {
            let content = match token.kind {
                Kind::Content(content) => content,
                // 件 in a cell of its own, in front of the numbers or where one is to be filled in.
                Kind::Words if self.is_unit(token) => Content::Blank,
                Kind::Words | Kind::Fragment(_) => Content::Words,
                Kind::Label(_) | Kind::Break => continue,
            };
            self.content(content, token);
        }
    }

    /// Adds what stands in the cells of the row that was begun last, of which one at least is not empty.
    pub(super) fn contents_of_row(&mut self, contents: &[Token]) {
        let slots = contents.iter().filter_map(|token| {
            let Kind::Content(content) = token.kind else { return None };
            let Token { span, block, column, columns, bordered, .. } = *token;
            Some(Slot { content, span, block, column, columns, bordered })
        });
        self.drafts.slots.extend(slots);
        if let Some(draft) = self.current.and_then(|row| self.drafts.rows.get_mut(row)) {
            draft.end = self.drafts.slots.len();
        }
        self.after_heading = false;
        for token in contents.iter().filter(|token| !is_empty_cell(token)) {
            self.reach(token.span);
        }
    }

    /// Whether the row read last shows cells with borders: what stands outside of the grid is not its. A label of table three stands over
    /// the empty cells of its columns.
    pub(super) fn has_cells_in_grid(&self) -> bool {
        let heads_columns = self.after_heading || self.table == TableKind::Review;
        self.current
            .filter(|_| !heads_columns)
            .is_some_and(|row| self.drafts.slots_of(&self.drafts.rows[row]).iter().any(|slot| slot.bordered))
    }

    /// Whether the label of a row stands on a line without borders.
    pub(super) fn is_on_own_line(&self, draft: &Draft) -> bool {
        let block = self.document.blocks().get(draft.line as usize);
        draft.label.is_some() && block.is_some_and(|block| self.document.cells(block).is_empty())
    }

    /// Whether a line is what stands for the label read last, under the heading of its columns: as many cells, words in them, and
    /// no number.
    pub(super) fn is_row_of_words(&self, line: &[Token]) -> bool {
        let is_content = |token: &Token| match token.kind {
            Kind::Words => nearest_heading(token.span.of(self.text), self.table).is_none(),
            Kind::Content(Content::Blank | Content::NotApplicable | Content::Words) => true,
            _ => false,
        };
        self.after_heading
            && self.is_row_of_current(line.len())
            && line.iter().any(|token| matches!(token.kind, Kind::Words))
            && line.iter().all(is_content)
    }

    /// Whether all that a line of cells shows is a number broken apart (`153.`, `703,02 0`), behind a label on its own line: it is no label
    /// and no note.
    pub(super) fn is_broken_number(&self, line: &[Token]) -> bool {
        /// With fewer figures it may be the number of an item.
        /// Measured: with 4, no cell changes.
        const FEWEST: usize = 3;
        let [first, rest @ ..] = line else { return false };
        let words = first.span.of(self.text);
        let has_many = || words.chars().filter(|c| is_figure(*c)).count() >= FEWEST;
        matches!(first.kind, Kind::Words)
            && rest.iter().all(is_empty_cell)
            && (has_many() || self.is_damaged_number(first))
            && words.chars().all(|c| is_figure(c) || is_blank(c) || matches!(c, '.' | ',' | '，' | '．'))
            && self
                .current
                .and_then(|row| self.drafts.rows.get(row))
                .is_some_and(|draft| self.is_on_own_line(draft))
    }

    /// Whether no label waits for contents where words stand: there is a row before, and it has its own.
    pub(super) fn stands_between_rows(&self, token: &Token) -> bool {
        let of_line = |row: usize| {
            let draft = &self.drafts.rows[row];
            draft.label.is_none() && draft.line == token.block || self.is_complete(draft)
        };
        !self.drafts.rows.is_empty() && self.current.is_none_or(of_line)
    }

    /// Whether a row of the form has as many contents as columns.
    fn is_complete(&self, draft: &Draft) -> bool {
        self.width_of(draft).is_some_and(|width| draft.end - draft.first >= width)
    }

    /// Whether the label read last has nothing that is its own yet. Empty cells beside it are what its merged cell covers, where
    /// the heading of the columns stands below it.
    pub(super) fn is_waiting(&self) -> bool {
        self.current.is_some_and(|row| {
            let slots = self.drafts.slots_of(&self.drafts.rows[row]);
            slots.is_empty() || self.after_heading && slots.iter().all(Slot::is_blank)
        })
    }

    /// Whether cells are just those that the row before them lacks, as where an empty line parts a row.
    pub(super) fn completes_last(&self, contents: &[Token]) -> bool {
        let Some(draft) = self.drafts.rows.last() else { return false };
        let slots = self.drafts.slots_of(draft);
        let row = draft.recognition.key().and_then(|key| form().row_of_any_edition(key));
        let (Some(row), Some(last)) = (row, slots.last()) else { return false };
        row.columns.len() == slots.len() + contents.len()
            && draft.end == self.drafts.slots.len()
            && slots.iter().all(|slot| slot.bordered && slot.block == last.block)
            && contents
                .iter()
                .all(|token| matches!(token.kind, Kind::Content(_)) && token.block == last.block + 1)
    }

    /// Whether so many cells are a row for the label read last, which has nothing yet: as many as its columns, or as the heading
    /// above it names of them, for the editions have not the same.
    pub(super) fn is_row_of_current(&self, cells: usize) -> bool {
        let Some(draft) = self.current.and_then(|row| self.drafts.rows.get(row)) else { return false };
        let row = draft.recognition.key().and_then(|key| form().row_of_any_edition(key));
        let named = |row: &FormRow| {
            let heads = self.drafts.blocks.last().map(|block| block.columns.as_slice()).unwrap_or_default();
            let names = |head: &HeadColumn| head.column().is_some_and(|column| row.columns.contains(&column));
            heads.len() == cells && heads.iter().all(names)
        };
        draft.first == draft.end && row.is_some_and(|row| row.columns.len() == cells || named(row))
    }

    /// Keeps a row of empty cells, if it is the longest so far.
    pub(super) fn blank_line(&mut self, contents: &[Token]) {
        let line = &mut self.drafts.blank_line;
        if contents.len() <= line.len()
            || contents.iter().any(|token| !matches!(token.kind, Kind::Content(_)))
        {
            return;
        }
        line.clear();
        line.extend(contents.iter().map(|token| {
            let Token { span, block, column, columns, bordered, .. } = *token;
            Slot { content: Content::Blank, span, block, column, columns, bordered }
        }));
    }

    /// Whether a line of cells is the next content of a row whose cells have a line each: one content, and behind it the ends of
    /// cells that a wider row of the table has.
    pub(super) fn goes_on_line_by_line(&self, line: &[Token]) -> bool {
        let Some(draft) = self.current.and_then(|row| self.drafts.rows.get(row)) else { return false };
        // Of nearly all lines this is the end: behind a label stand numbers.
        if !line[1..].iter().all(is_empty_cell) || matches!(line[0].kind, Kind::Label(_)) {
            return false;
        }
        let slots = self.drafts.slots_of(draft);
        let width = self.width_of(draft).or_else(|| self.width_below_headings());
        // An empty cell on a line of its own, behind a label that has one too.
        let begins = slots.is_empty() && line.len() == 1 && !self.after_heading && self.is_on_own_line(draft);
        // One content too many, where each of the row has a line of its own, is the row's as well: which of them is none is not known.
        let is_surplus = || {
            !is_empty_cell(&line[0])
                && matches!(line[0].kind, Kind::Content(_))
                && slots.windows(2).all(|pair| pair[0].block != pair[1].block)
        };
        (!slots.is_empty() || begins)
            && width
                .is_some_and(|width| slots.len() < width || width > 1 && slots.len() == width && is_surplus())
            && slots.iter().all(|slot| !slot.bordered)
            && (matches!(line[0].kind, Kind::Content(_))
                || line.len() > 1 && self.may_be_word_in_cell(&line[0]))
            && (line.len() == 1 || !is_empty_cell(&line[0]))
    }

    /// Takes in the next content of a row whose cells have a line each. Of the ends of cells behind it as many are the row's as it
    /// lacks: what is missing may have been printed empty there.
    pub(super) fn go_on_line_by_line(&mut self, line: &[Token]) {
        let draft = self.current.and_then(|row| self.drafts.rows.get(row));
        let width = draft.and_then(|draft| self.width_of(draft).or_else(|| self.width_below_headings()));
        let lacks = draft.and_then(|draft| Some(width?.saturating_sub(draft.end - draft.first)));
        for token in &line[..lacks.unwrap_or(1).clamp(1, line.len())] {
            let content = if let Kind::Content(content) = token.kind { content } else { Content::Words };
            self.content(content, &Token { bordered: false, ..*token });
        }
    }

    /// How many columns a row has: where the editions have not the same, in that of which the heading above names most.
    fn width_of(&self, draft: &Draft) -> Option<usize> {
        let key = draft.recognition.key()?;
        let heads = self.drafts.blocks.last().map(|block| block.columns.as_slice()).unwrap_or_default();
        let named = |row: &FormRow| {
            let is_named =
                |head: &&HeadColumn| head.column().is_some_and(|column| row.columns.contains(&column));
            heads.iter().filter(is_named).count()
        };
        let editions =
            [Edition::E2019, Edition::E2021].into_iter().filter_map(|edition| form().row(key, edition));
        let row = editions.max_by_key(|row| (named(row), Reverse(row.columns.len())));
        row.map(|row| row.columns.len())
    }

    /// How many columns a row has whose label is not recognised: as many as all rows of the table, or as the headings above it name.
    fn width_below_headings(&self) -> Option<usize> {
        if self.table == TableKind::Requests {
            return form().rows_of_any_edition(self.table).map(|row| row.columns.len()).next();
        }
        let heads = self.drafts.blocks.last().map(|block| block.columns.as_slice()).unwrap_or_default();
        (!heads.is_empty() && heads.iter().all(|head| head.column().is_some())).then_some(heads.len())
    }

    /// Whether a word is short, and the row read last lacks contents: it has some, each on a line of its own, or the word stands on
    /// the line directly below its label, in a table whose headings have a line each.
    pub(super) fn is_word_in_cell(&self, token: &Token) -> bool {
        /// Measured: with 5, no cell changes.
        const LONGEST: usize = 6;
        let Some(draft) = self.current.and_then(|row| self.drafts.rows.get(row)) else { return false };
        let slots = self.drafts.slots_of(draft);
        let in_lines = slots.iter().all(|slot| !slot.bordered)
            && slots.windows(2).all(|pair| pair[0].block != pair[1].block)
            && slots.first().map_or(token.block, |slot| slot.block) != draft.line;
        let follows = !slots.is_empty()
            || token.block == draft.line + 1 && self.names_columns_line_by_line() && !self.is_unit(token);
        in_lines
            && follows
            && self.width_of(draft).is_some_and(|width| slots.len() < width)
            && significant(token.span.of(self.text)).take(LONGEST + 1).count() <= LONGEST
            // 2020年 directly below a label is the rest of it.
            && !matches!(time_of(token.span.of(self.text), self.year), Time::Another | Time::Unknown)
            && self.may_be_word_in_cell(token)
    }

    /// Whether the headings of the columns stand on lines of their own.
    fn names_columns_line_by_line(&self) -> bool {
        let heads = self.drafts.blocks.last().map(|block| block.columns.as_slice()).unwrap_or_default();
        heads.len() > 1
            && heads.iter().all(|head| head.grid.is_none_or(|column| column == 0))
            && heads.windows(2).all(|pair| pair[0].line != pair[1].line)
    }

    /// Whether words stand behind a number of the row read last, on the line of its numbers, which has no label.
    pub(super) fn stands_among_numbers(&self, line: &[Token], at: usize) -> bool {
        let Some(draft) = self.current.and_then(|row| self.drafts.rows.get(row)) else { return false };
        let is_beside = self.drafts.slots_of(draft).last().is_some_and(|slot| slot.block == line[at].block);
        is_beside && !self.is_unit(&line[at]) && self.may_be_word_in_cell(&line[at])
    }

    /// Whether words are the last of a line of numbers, and the row that these are of lacks contents.
    pub(super) fn ends_row(&self, line: &[Token], at: usize) -> bool {
        let lacks = |draft: &Draft| {
            self.width_of(draft).is_some_and(|width| self.drafts.slots_of(draft).len() < width)
        };
        self.stands_among_numbers(line, at)
            && line[at + 1..].iter().all(|token| matches!(token.kind, Kind::Words | Kind::Break))
            && self.current.and_then(|row| self.drafts.rows.get(row)).is_some_and(lacks)
    }

    /// Whether words are like the label of no row.
    fn may_be_word_in_cell(&self, token: &Token) -> bool {
        let words = token.span.of(self.text);
        matches!(token.kind, Kind::Words) && enumerator(words) == 0 && !is_near_to_row(words, self.table)
    }

    /// Whether words behind the label of a row that lacks contents are figures with few other characters.
    pub(super) fn is_damaged_number(&self, token: &Token) -> bool {
        /// Measured: with 12, 1 cells of the written reports are lost (`ocr-digits`).
        const LONGEST: usize = 24;
        /// Measured: with 2, no cell changes.
        const MOST_OTHERS: usize = 3;
        let words = token.span.of(self.text);
        let row = self.current.and_then(|row| {
            let draft = &self.drafts.rows[row];
            let row = draft.recognition.key().and_then(|key| form().row_of_any_edition(key))?;
            (draft.end - draft.first < row.columns.len()).then_some(row)
        });
        // `153.`, of which the rest is on the next line: an amount alone has a fraction, and the number of an item a name.
        let is_beginning =
            |row: &FormRow| row.columns.contains(&ColumnKey::Amount) && enumerator(words) == words.len();
        words.len() <= LONGEST
            && words.contains(is_figure)
            && words.chars().filter(|c| !is_figure(*c)).count() <= MOST_OTHERS
            && row.is_some_and(|row| enumerator(words) == 0 || is_beginning(row))
            // 2020年 below a label makes it that of another year.
            && !matches!(time_of(words, self.year), Time::Another | Time::Unknown)
    }

    pub(super) fn content(&mut self, content: Content, token: &Token) {
        let Token { span, block, column, columns, bordered, .. } = *token;
        if !matches!(content, Content::Blank) {
            self.after_heading = false;
            self.reach(span);
        }
        self.drafts.slots.push(Slot { content, span, block, column, columns, bordered });
        if let Some(draft) = self.current.and_then(|row| self.drafts.rows.get_mut(row)) {
            draft.end = self.drafts.slots.len();
        }
    }

    pub(super) fn reach(&mut self, span: Span) {
        self.drafts.span = Some(self.drafts.span.map_or(span, |whole| whole.to(span)));
    }
}

/// Whether words stand in a cell that are no label of the form.
fn is_said(token: &Token) -> bool {
    matches!(token.kind, Kind::Words | Kind::Fragment(_))
}

fn is_empty_cell(token: &Token) -> bool {
    matches!(token.kind, Kind::Content(Content::Blank))
}
