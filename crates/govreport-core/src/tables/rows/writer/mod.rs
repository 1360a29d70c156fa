//! From tokens to rows as they stand: which label heads which contents.

mod captions;
mod contents;
mod headings;
mod labels;
mod paired;
mod remarks;
mod said;
mod stack;
mod units;

use self::paired::Stack;
use self::said::Captions;
use crate::document::Document;
use crate::form::{Meaning, TableKind};
use crate::span::Span;
use crate::tables::rows::draft::{Drafts, Recognition};
use crate::tables::rows::in_place::name_in_place;
use crate::tables::tokens::{Content, Kind, Token};
use crate::tables::vocabulary::{is_piece_of_heading, lexicon};
use crate::text::lexicon::enumerator;
use crate::text::money::Named;
use crate::text::number::is_piece_of_number;

/// Puts labels and contents together, line by line.
pub(in crate::tables) struct Writer<'t> {
    table: TableKind,
    document: &'t Document<'t>,
    /// The year that the report is on.
    year: Option<u16>,
    text: &'t str,
    drafts: Drafts,
    /// The row that what follows belongs to.
    current: Option<usize>,
    /// The last label was one of the heading of columns, and no number stood since.
    after_heading: bool,
    /// How many rows stood before the heading of a column that was read last.
    rows_before_heading: usize,
    /// The unit of money that a caption names.
    caption: Named,
    /// What captions say of the numbers below them.
    captions: Captions,
    /// What the label of the group says of its own rows: 第二十条第（六）项（2022年）.
    group_says: Captions,
    /// The heading of the labels (信息内容) stood last: what follows heads a column.
    heads_labels: bool,
    /// The unit of money that the line of the item names: 第二十条第（八）项（单位：元）.
    item: Named,
    /// The unit of money that a remark below a table names.
    remark: Named,
    /// Short words that stood last before any heading of a column.
    before: Option<Token>,
    /// The label of a group of rows that stood last, with nothing behind it yet.
    group: Option<Token>,
    /// The rows of the labels that one cell holds, and how many of them have their contents.
    stack: Option<Stack>,
}

impl Drafts {
    /// Puts the pieces of a table together.
    pub(in crate::tables) fn of<'a>(
        table: TableKind,
        document: &Document<'_>,
        year: Option<u16>,
        pieces: impl Iterator<Item = &'a [Token]>,
    ) -> Self {
        // Table two has 25 rows of seven numbers, the others have some thirty numbers and fifteen; borders add empty cells.
        let (rows, slots) = match table {
            TableKind::Requests => (32, 256),
            TableKind::Proactive => (16, 64),
            TableKind::Review => (4, 64),
        };
        let (rows, slots) = (Vec::with_capacity(rows), Vec::with_capacity(slots));
        let drafts = Self { rows, slots, ..Self::default() };
        let mut writer = Writer::new(table, document, year, drafts);
        for piece in pieces {
            writer.piece(piece);
        }
        let mut drafts = writer.finish();
        name_in_place(&mut drafts, table, document);
        drafts
    }
}

impl<'t> Writer<'t> {
    pub(in crate::tables) fn new(
        table: TableKind,
        document: &'t Document<'t>,
        year: Option<u16>,
        drafts: Drafts,
    ) -> Self {
        let text = document.text();
        Self {
            table,
            document,
            year,
            text,
            drafts,
            current: None,
            after_heading: true,
            group: None,
            rows_before_heading: 0,
            stack: None,
            caption: Named::None,
            captions: Captions::default(),
            group_says: Captions::default(),
            before: None,
            heads_labels: false,
            item: Named::None,
            remark: Named::None,
        }
    }

    /// Reads a piece of the table.
    pub(in crate::tables) fn piece(&mut self, piece: &[Token]) {
        self.leave_stack();
        self.current = None;
        if let Some(first) = piece.first() {
            self.caption_above(first.block);
            // Words that a piece begins with stand above its numbers.
            if matches!(first.kind, Kind::Words) && !first.bordered {
                self.caption(first.span);
            }
        }
        for line in piece.chunk_by(|a, b| a.block == b.block && a.bordered == b.bordered) {
            match self.with_others_whole(line) {
                Some(line) => self.line(&line),
                None => self.line(line),
            }
        }
    }

    pub(in crate::tables) fn finish(mut self) -> Drafts {
        self.leave_stack();
        for block in &mut self.drafts.blocks {
            block.remark = self.remark;
        }
        self.drafts
    }

    fn line(&mut self, line: &[Token]) {
        let heads = self.after_heading;
        if heads {
            self.ask_over_columns(line);
        }
        if let Some(year) = self.year_above_all(line) {
            self.caption(year);
        } else if line[0].bordered {
            if let Some(caption) = self.caption_in_row(line) {
                self.caption(caption);
            } else if !self.heads_years(line) {
                self.bordered(line);
            }
        } else {
            self.flowing(line);
            self.line_of_heading(line);
        }
        self.units(line, heads || self.after_heading);
    }

    /// A row with borders: its last row label heads what stands behind it.
    fn bordered(&mut self, line: &[Token]) {
        if self.is_row(line) {
            return;
        }
        if let Some(rest) =
            line.split_first().filter(|(first, _)| self.runs_down_beside(first)).map(|(_, rest)| rest)
            && numbers(rest).next().is_some()
        {
            return self.bordered(rest);
        }
        if self.is_row_of_words(line) || self.is_broken_number(line) {
            self.contents(line);
            self.after_heading = false;
            self.current = None;
            return;
        }
        if self.goes_on_line_by_line(line) {
            return self.go_on_line_by_line(line);
        }
        if let Some(labels) = self.stacked_labels(line) {
            return self.begin_stack(line, &labels);
        }
        if self.serves_stack(line) {
            return;
        }
        // The label of a row stands above its own heading: there no cell of the heading is that of the labels.
        let below_label = self.current.is_some() && self.is_waiting();
        let mut label: Option<(Recognition, usize)> = None;
        let mut heading = false;
        let mut left = LeftOver::default();
        let first_number = line.iter().position(is_number);
        let last_content = line.iter().rposition(|token| {
            matches!(token.kind, Kind::Content(Content::Number { .. } | Content::NotApplicable))
        });
        for (at, token) in with_words(line).iter().enumerate() {
            match token.kind {
                Kind::Label(node) => {
                    self.reach(token.span);
                    // A label behind contents would be a second row in one line: only the contents up to it belong together.
                    if label.is_some() && first_number.is_some_and(|number| number < at) {
                        self.row(line, label.take(), at);
                    }
                    let numbers_follow = last_content.is_some_and(|content| content > at);
                    let columns_beside = heading || next_is_column(self.table, line, at);
                    match self.meaning(node, numbers_follow && !columns_beside, columns_beside) {
                        Some(Meaning::Row(key)) => {
                            label = Some((self.recognition(key, node, token), at));
                            self.after_heading = false;
                        }
                        Some(meaning) => heading |= self.heading(meaning, token),
                        None => {}
                    }
                }
                Kind::Fragment(node) => {
                    heading |=
                        self.vague(node, token) || first_number.is_none() && self.damaged_heading(token);
                    let is_first = at == 0 && !heading && !self.is_right_of_heading(token);
                    let is_piece = is_piece_of_heading(token.span.of(self.text), self.table);
                    if is_piece {
                        left.pieces.push(token);
                    } else if !is_first || below_label {
                        left.others.push(token);
                    }
                    if !heading && self.names_row(line, label, at, first_number) {
                        label = Some((Recognition::Fragment(node), at));
                    }
                }
                Kind::Words if first_number.is_none() && self.heads_columns(token) => heading = true,
                // 11,5 is no label.
                Kind::Words if first_number.is_some() && is_piece_of_number(token.span.of(self.text)) => {}
                Kind::Words => {
                    // What stands first in the line heads the labels.
                    let heads_sets = || {
                        self.table == TableKind::Review
                            && line.iter().any(|token| matches!(token.kind, Kind::Label(_)))
                    };
                    let is_first = at == 0 && !heading && !self.is_right_of_heading(token);
                    if self.is_only_heading(token, line) {
                        let in_lines = line.len() > 1 && token.column == 0;
                        self.foreign_heading(&Token { bordered: !in_lines, ..*token });
                        return;
                    }
                    if !is_first || heads_sets() || below_label {
                        left.others.push(token);
                    } else if token.column > 0 {
                        left.first_words = Some(token);
                    }
                    // Words behind numbers are what stands in a cell.
                    let is_content = first_number.is_some_and(|number| number < at);
                    if !heading && !is_content && self.names_row(line, label, at, first_number) {
                        label = Some((Recognition::Unknown, at));
                    }
                }
                Kind::Content(_) | Kind::Break => {}
            }
        }
        // In table three the labels of its rows head columns.
        if self.table == TableKind::Review && label.is_some() && first_number.is_none() {
            for token in &left.others {
                self.foreign_heading(token);
            }
        }
        if heading && label.is_none_or(|(recognition, _)| recognition.key().is_none()) {
            self.end_heading(line, &left);
            return;
        }
        self.row(line, label, line.len());
    }

    /// Takes in the label of a row and contents behind it, as nearly all lines are: nothing else need be asked of these. In front may
    /// stand the empty cells of labels that cover several rows. Gives whether the line is such.
    fn is_row(&mut self, line: &[Token]) -> bool {
        let is_empty = |token: &Token| matches!(token.kind, Kind::Content(Content::Blank));
        let Some(at) = line.iter().position(|token| !is_empty(token)) else { return false };
        let [label @ Token { kind: Kind::Label(node), .. }, contents @ ..] = &line[at..] else {
            return false;
        };
        if self.stack.is_some() {
            return false;
        }
        let (mut numbers_follow, mut is_filled) = (false, false);
        for token in contents {
            let Kind::Content(content) = token.kind else { return false };
            numbers_follow |= matches!(content, Content::Number { .. } | Content::NotApplicable);
            is_filled |= !matches!(content, Content::Blank);
        }
        let Some(Meaning::Row(key)) = self.meaning(*node, numbers_follow, false) else { return false };
        self.reach(label.span);
        let recognition = self.recognition(key, *node, label);
        self.after_heading = false;
        // What stands in the label's own cell may be a mark of a note.
        let stands_apart = contents.first().is_some_and(|first| first.column != label.column);
        if is_filled && stands_apart && recognition.key().is_some() && self.year_in_front(contents).is_none()
        {
            self.begin(recognition, Some(label.span), label.block);
            self.contents_of_row(contents);
            self.current = None;
        } else {
            self.row(line, Some((recognition, at)), line.len());
        }
        true
    }

    /// Ends a row of headings with borders: takes in what is left over in it, and the words in its first cell.
    fn end_heading(&mut self, line: &[Token], left: &LeftOver<'_>) {
        for piece in &left.pieces {
            self.piece_of_heading(piece);
        }
        for token in &left.others {
            self.foreign_heading(token);
        }
        // 上年度数据 in the corner of the table is said of all of it.
        if let Some(first) =
            line.first().filter(|first| matches!(first.kind, Kind::Words | Kind::Fragment(_)))
        {
            self.caption(first.span);
        }
        if let Some(first) = left.first_words.filter(|_| self.table == TableKind::Requests) {
            self.heading_before(first);
        }
        // Others were put behind those that the form has.
        if let Some(block) = self.drafts.blocks.last_mut() {
            block.columns.sort_by_key(|column| column.span.start);
            let is_empty = |token: &&Token| matches!(token.kind, Kind::Content(Content::Blank));
            block.empty.extend(line.iter().filter(is_empty).map(|token| token.column));
            let ends = line.iter().map(|token| token.column.saturating_add(token.columns.max(1)));
            block.end = ends.fold(block.end, u32::max);
        }
        let labels = line.iter().filter(|token| matches!(token.kind, Kind::Label(_))).count();
        if labels == 1 && numbers(line).next().is_some() {
            self.drafts.exchanged = true;
            self.drafts.strays.extend(numbers(line));
        }
    }

    /// A line without borders: labels and contents in the order of the text.
    fn flowing(&mut self, line: &[Token]) {
        self.leave_stack();
        let has_numbers = numbers(line).next().is_some();
        // The label of the row that the line has so far.
        let mut label: Option<&Token> = None;
        // Where the remark on a heading ends that makes it another's: 2022 of 自然人2022.
        let mut remark_ends = 0;
        for (at, token) in line.iter().enumerate() {
            match token.kind {
                Kind::Label(node) => {
                    self.reach(token.span);
                    self.group = None;
                    // A number that touches the last heading is a year.
                    let numbers_follow = line.get(at + 1).is_some_and(|next| {
                        matches!(next.kind, Kind::Content(Content::Number { glued, .. }) if !glued || !self.after_heading)
                    });
                    let columns_beside = next_is_column(self.table, line, at);
                    // （七）总计: no column has the number of an item.
                    let is_item = || enumerator(token.span.of(self.text)) > 0;
                    match self.meaning(node, numbers_follow || is_item(), columns_beside && !is_item()) {
                        Some(Meaning::Row(key)) => {
                            self.after_heading = false;
                            // 上年6.: what stands before the label makes the row that of another time.
                            let before = at.checked_sub(1).map(|before| &line[before]);
                            let year = self.year_in_front(&line[at + 1..]);
                            let is_of_another =
                                year.is_some() || before.is_some_and(|before| self.says_another_time(before));
                            let recognition = if is_of_another {
                                Recognition::Unknown
                            } else {
                                self.recognition(key, node, token)
                            };
                            let words = year.map_or(token.span, |year| token.span.to(year.span));
                            self.begin(recognition, Some(words), token.block);
                            label = Some(token);
                        }
                        Some(meaning) => {
                            let remarked = self.remarked(meaning, token);
                            let end = token.span.start + remarked.with_rest.len();
                            remark_ends = if remarked.is_other { end } else { 0 };
                            self.remarked_heading(meaning, token, &remarked);
                        }
                        None => {}
                    }
                }
                Kind::Words | Kind::Content(_) if token.span.start < remark_ends => {}
                Kind::Fragment(node) => {
                    let heads = self.vague(node, token) || !has_numbers && self.damaged_heading(token);
                    if !heads {
                        self.words(Recognition::Fragment(node), token);
                    }
                }
                // 16余, 约16: printed where a number stands, and no number.
                Kind::Words if self.is_damaged_number(token) => self.content(Content::Words, token),
                // 11,5 above the rest of a number that was wrapped.
                Kind::Words
                    if self.stands_between_rows(token) && is_piece_of_number(token.span.of(self.text)) =>
                {
                    if self.current.is_none_or(|row| self.drafts.rows[row].line != token.block) {
                        self.begin(Recognition::Unknown, None, token.block);
                    }
                    self.content(Content::Words, token);
                }
                // Words between a label and numbers in one line stand where a number stands too.
                Kind::Words
                    if (label.is_some_and(|label| !self.heads_group(label))
                        || label.is_none() && self.stands_among_numbers(line, at))
                        && numbers(&line[at + 1..]).next().is_some() =>
                {
                    // 一、本年新收… 2022年 314: the row is that of another time.
                    if self.says_another_time(token)
                        && let Some(draft) = self.current.and_then(|row| self.drafts.rows.get_mut(row))
                        && draft.first == draft.end
                    {
                        draft.recognition = Recognition::Unknown;
                        draft.label = draft.label.map(|label| label.to(token.span));
                    }
                    self.content(Content::Words, token);
                }
                // 见附件 behind the last number of a row that lacks one.
                Kind::Words if self.ends_row(line, at) => self.content(Content::Words, token),
                // A word on a line of its own, where a row lacks some of its contents, stands in one of its cells.
                Kind::Words if line.len() == 1 && self.is_word_in_cell(token) => {
                    self.content(Content::Words, token);
                }
                Kind::Words if !has_numbers && self.heading_with_remark(token) => {}
                Kind::Words if !has_numbers && self.glued_headings(token) => {}
                Kind::Words if !has_numbers && self.damaged_heading(token) => {}
                Kind::Words if !has_numbers && self.heads_foreign_column(token, line) => {
                    self.caption(token.span);
                    self.foreign_heading(token);
                }
                Kind::Words => self.words(Recognition::Unknown, token),
                Kind::Content(content) => {
                    // Numbers behind the label of a group are the group's: a row that is none of the form's.
                    if let Some(group) = self.group.take() {
                        self.begin(Recognition::Unknown, Some(group.span), group.block);
                    }
                    // A row of the grid has its cells there, also where they are empty.
                    if self.current.is_none() || self.has_cells_in_grid() {
                        let label = self.label_among_headings(token);
                        let line = label.map_or(token.block, |(_, line)| line);
                        self.begin(Recognition::Unknown, label.map(|(span, _)| span), line);
                    }
                    self.content(content, token);
                }
                Kind::Break => self.current = None,
            }
        }
    }
}

/// The words of a line with borders that are no heading and no label by themselves.
#[derive(Default)]
struct LeftOver<'l> {
    /// None of the form's: they head columns of their own.
    others: Vec<&'l Token>,
    /// Pieces of headings of the form.
    pieces: Vec<&'l Token>,
    /// Those that stand first, right of the labels.
    first_words: Option<&'l Token>,
}

fn is_number(token: &Token) -> bool {
    matches!(token.kind, Kind::Content(Content::Number { .. }))
}

/// The tokens up to the last words: behind them stand contents alone, which name nothing.
fn with_words(line: &[Token]) -> &[Token] {
    let last = line.iter().rposition(|token| !matches!(token.kind, Kind::Content(_)));
    &line[..last.map_or(0, |last| last + 1)]
}

/// Where the numbers among these tokens stand.
fn numbers(tokens: &[Token]) -> impl Iterator<Item = Span> {
    tokens.iter().filter(|token| is_number(token)).map(|token| token.span)
}

/// Whether the next label of the line heads a column.
fn next_is_column(table: TableKind, line: &[Token], at: usize) -> bool {
    let next = line[at + 1..].iter().find_map(|token| match token.kind {
        Kind::Label(node) => Some(Some(node)),
        Kind::Content(Content::Number { .. }) => Some(None),
        _ => None,
    });
    let Some(Some(node)) = next else { return false };
    lexicon().roles(node, table).heads_columns
}
