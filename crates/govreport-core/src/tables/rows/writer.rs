//! From tokens to rows as they stand: which label heads which contents.

use super::draft::{Draft, Drafts, Pairing, Recognition};
use super::heading::{HeadColumn, HeadName, Heading};
use crate::document::{Block, BlockKind, Document};
use crate::form::{ColumnKey, Edition, FormRow, Meaning, RowKey, TableKind, form};
use crate::span::Span;
use crate::tables::tokens::{Content, Kind, Slot, Token};
use crate::tables::vocabulary::{
    heads_no_other_time, is_near_to_row, is_piece_of_heading, lexicon, may_be_numbered, nearest_heading,
    resembles_heading,
};
use crate::text::fold::{is_blank, significant};
use crate::text::lexicon::{Node, enumerator};
use crate::text::measure::is_measure;
use crate::text::money::{Named, named};
use crate::text::remark::with_remark;
use crate::text::scope::{Time, TimeKind, TimeWord, in_words_of_the_form, time_of, words_of_time};

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
    /// The unit of money that a caption names.
    caption: Named,
    /// A caption names another year.
    of_another_time: bool,
    /// The heading of the labels (信息内容) stood last: what follows heads a column.
    heads_labels: bool,
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
        // The longest table of the form has 25 rows of seven numbers; borders add empty cells.
        let drafts = Self { rows: Vec::with_capacity(32), slots: Vec::with_capacity(256), ..Self::default() };
        let mut writer = Writer::new(table, document, year, drafts);
        for piece in pieces {
            writer.piece(piece);
        }
        writer.finish()
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
            stack: None,
            caption: Named::None,
            of_another_time: false,
            before: None,
            heads_labels: false,
            remark: Named::None,
        }
    }

    /// Reads a piece of the table.
    pub(in crate::tables) fn piece(&mut self, piece: &[Token]) {
        self.leave_stack();
        self.current = None;
        if let Some(first) = piece.first() {
            self.caption_above(first.block);
        }
        for line in piece.chunk_by(|a, b| a.block == b.block && a.bordered == b.bordered) {
            self.line(line);
        }
    }

    pub(in crate::tables) fn finish(mut self) -> Drafts {
        self.leave_stack();
        for block in &mut self.drafts.blocks {
            block.caption = if block.caption == Named::None { self.remark } else { block.caption };
        }
        self.drafts
    }

    /// Looks at the line above a piece of the table: its caption, if it has one.
    fn caption_above(&mut self, block: u32) {
        let before = self.document.blocks().get(..block as usize).unwrap_or_default();
        let is_line = |block: &&Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading { .. });
        if let Some(above) = before.iter().rev().take(2).find(is_line) {
            self.caption(above.span);
        }
    }

    /// Takes in what a line says of the numbers below it: their year, their unit. Only its last clause is about them.
    fn caption(&mut self, line: Span) {
        const LONGEST: usize = 120;
        let words = line.of(self.text).trim_end();
        let clause = words.rsplit(['。', '；']).next().unwrap_or_default();
        let from = line.start + words.len() - clause.len();
        // Prose is no caption: it has clauses, a caption has none or ends where the table begins.
        let is_prose = clause.contains(['，', ',']) && !clause.ends_with(['：', ':']);
        if clause.is_empty() || clause.len() > LONGEST || is_prose {
            return;
        }
        if self.table == TableKind::Proactive {
            match named(clause) {
                Named::None => {}
                unit => self.caption = unit,
            }
        }
        let is_scope = |word: &TimeWord| word.kind == TimeKind::Scope;
        self.drafts.scopes.extend(
            words_of_time(clause)
                .filter(is_scope)
                .map(|word| Span::new(from + word.span.start, from + word.span.end)),
        );
        match time_of(clause, self.year) {
            Time::Another => self.of_another_time = true,
            Time::This => self.of_another_time = false,
            Time::Unsaid | Time::Unknown => return,
        }
        // Words among the headings of a block are about it as well.
        if let Some(block) = self.drafts.blocks.last_mut().filter(|_| self.after_heading) {
            block.of_another_time = self.of_another_time;
        }
    }

    fn line(&mut self, line: &[Token]) {
        if line[0].bordered { self.bordered(line) } else { self.flowing(line) }
    }

    /// A row with borders: its last row label heads what stands behind it.
    fn bordered(&mut self, line: &[Token]) {
        if self.is_row_of_words(line) {
            self.contents(line);
            self.after_heading = false;
            self.current = None;
            return;
        }
        if self.goes_on_line_by_line(line) {
            let token = Token { bordered: false, ..line[0] };
            if let Kind::Content(content) = token.kind {
                self.content(content, &token);
            }
            return;
        }
        if let Some(labels) = self.stacked_labels(line) {
            self.begin_stack(line, &labels);
            return;
        }
        if self.serves_stack(line) {
            return;
        }
        let mut label: Option<(Recognition, usize)> = None;
        let mut heading = false;
        let mut others: Vec<&Token> = Vec::new();
        let first_number =
            line.iter().position(|token| matches!(token.kind, Kind::Content(Content::Number { .. })));
        let last_content = line.iter().rposition(|token| {
            matches!(token.kind, Kind::Content(Content::Number { .. } | Content::NotApplicable))
        });
        for (at, token) in line.iter().enumerate() {
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
                            label = Some((self.recognition(key, token), at));
                            self.after_heading = false;
                        }
                        Some(meaning) => heading |= self.heading(meaning, token),
                        None => {}
                    }
                }
                Kind::Fragment(node) => {
                    heading |=
                        self.vague(node, token) || first_number.is_none() && self.damaged_heading(token);
                    if (at > 0 || heading) && !is_piece_of_heading(token.span.of(self.text), self.table) {
                        others.push(token);
                    }
                    if !heading && self.names_row(line, label, at, first_number) {
                        label = Some((Recognition::Fragment(node), at));
                    }
                }
                Kind::Words if first_number.is_none() && self.damaged_heading(token) => heading = true,
                Kind::Words => {
                    // What stands first in the line heads the labels.
                    let heads_sets = || {
                        self.table == TableKind::Review
                            && line.iter().any(|token| matches!(token.kind, Kind::Label(_)))
                    };
                    if at > 0 || heading || heads_sets() {
                        others.push(token);
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
        if self.table == TableKind::Review && !heading && label.is_some() && first_number.is_none() {
            for token in &others {
                self.foreign_heading(token);
            }
        }
        if heading && label.is_none_or(|(recognition, _)| recognition.key().is_none()) {
            for token in others {
                self.foreign_heading(token);
            }
            // Others were put behind those that the form has.
            if let Some(block) = self.drafts.blocks.last_mut() {
                block.columns.sort_by_key(|column| column.span.start);
                let is_empty = |token: &&Token| matches!(token.kind, Kind::Content(Content::Blank));
                block.empty.extend(line.iter().filter(is_empty).map(|token| token.column));
            }
            let labels = line.iter().filter(|token| matches!(token.kind, Kind::Label(_))).count();
            if labels == 1 && first_number.is_some() {
                self.drafts.exchanged = true;
                self.drafts.strays.extend(numbers(line));
            }
            return;
        }
        self.row(line, label, line.len());
    }

    /// Whether a line of cells is the next content of a row whose cells have a line each: one content, and behind it the ends of
    /// cells that a wider row of the table has.
    fn goes_on_line_by_line(&self, line: &[Token]) -> bool {
        let Some(draft) = self.current.and_then(|row| self.drafts.rows.get(row)) else { return false };
        let slots = self.drafts.slots_of(draft);
        let width = draft
            .recognition
            .key()
            .and_then(|key| form().row(key, Edition::Hybrid))
            .map(|row| row.columns.len());
        let is_blank = |token: &Token| matches!(token.kind, Kind::Content(Content::Blank));
        !slots.is_empty()
            && width.is_some_and(|width| slots.len() < width)
            && slots.iter().all(|slot| !slot.bordered)
            && matches!(line[0].kind, Kind::Content(_))
            && !is_blank(&line[0])
            && line[1..].iter().all(is_blank)
    }

    /// The labels of rows that stand in one cell of the line, where there are several: with which number each goes is not told by
    /// this row alone.
    fn stacked_labels(&self, line: &[Token]) -> Option<Vec<(RowKey, Token)>> {
        let of_rows = || {
            line.iter().filter_map(|token| {
                let Kind::Label(node) = token.kind else { return None };
                let meanings = || lexicon().meanings(node, self.table);
                let row = meanings().find_map(|meaning| match meaning {
                    Meaning::Row(key) => Some(key),
                    _ => None,
                });
                let is_only_row = || meanings().all(|meaning| matches!(meaning, Meaning::Row(_)));
                // 其他 and 总计 head columns as well: they are rows in a cell that holds the label of another.
                let has_other = || {
                    line.iter().any(|other| {
                        let Kind::Label(node) = other.kind else { return false };
                        other.column == token.column
                            && other.span != token.span
                            && lexicon()
                                .meanings(node, self.table)
                                .all(|meaning| matches!(meaning, Meaning::Row(_)))
                    })
                };
                let is_group = || meanings().any(|meaning| matches!(meaning, Meaning::Group(_)));
                row.filter(|_| is_only_row() || has_other() && !is_group()).map(|row| (row, *token))
            })
        };
        let mut last: Option<Token> = None;
        let shares = of_rows().any(|(_, token)| {
            let same =
                last.is_some_and(|last| last.column == token.column && last.span.end <= token.span.start);
            last = Some(token);
            same
        });
        let between = |tokens: &[(RowKey, Token)]| {
            let (first, last) = (tokens[0].1.span.start, tokens[tokens.len() - 1].1.span.end);
            numbers(line).any(|number| first < number.start && number.end < last)
        };
        shares.then(|| of_rows().collect::<Vec<_>>()).filter(|labels| !between(labels))
    }

    /// Begins a row for each of several labels in one cell. The contents beside the cell are the first one's.
    fn begin_stack(&mut self, line: &[Token], labels: &[(RowKey, Token)]) {
        self.leave_stack();
        let first = self.drafts.rows.len();
        for token in line {
            if let Kind::Label(node) = token.kind {
                let others =
                    lexicon().meanings(node, self.table).find(|meaning| !matches!(meaning, Meaning::Row(_)));
                if let Some(meaning) = others {
                    self.heading(meaning, token);
                }
            }
        }
        for (key, token) in labels {
            self.reach(token.span);
            self.begin(Recognition::Label(*key), Some(token.span), token.block);
        }
        self.current = None;
        self.stack = Some(Stack { first, labels: labels.len(), served: 0 });
        let last = labels.last().map_or(0, |(_, token)| token.span.end);
        let column = labels[0].1.column;
        let contents: Vec<Token> =
            line.iter().filter(|token| token.span.start >= last && token.column != column).copied().collect();
        if numbers(&contents).next().is_some() {
            self.serve(&contents);
        }
    }

    /// Gives the contents of a row without a label to the next label of the stack. Gives whether it did.
    fn serves_stack(&mut self, line: &[Token]) -> bool {
        let has_label = line.iter().any(|token| matches!(token.kind, Kind::Label(_) | Kind::Fragment(_)));
        if self.stack.is_none() {
            return false;
        }
        if has_label || numbers(line).next().is_none() {
            if has_label {
                self.leave_stack();
            }
            return false;
        }
        self.serve(line);
        true
    }

    fn serve(&mut self, contents: &[Token]) {
        let Some(stack) = &mut self.stack else { return };
        let row = stack.first + stack.served;
        stack.served += 1;
        if row >= stack.first + stack.labels {
            // More rows than labels: whose they are is not shown.
            self.current = None;
            self.begin(Recognition::Unknown, None, contents[0].block);
        } else {
            let at = self.drafts.slots.len();
            let draft = &mut self.drafts.rows[row];
            (draft.first, draft.end) = (at, at);
            self.current = Some(row);
        }
        self.contents(contents);
        self.current = None;
    }

    /// Behind a stack of labels: they are paired with their rows only where there were as many.
    fn leave_stack(&mut self) {
        let Some(stack) = self.stack.take() else { return };
        let pairing = if stack.served == stack.labels { Pairing::Paired } else { Pairing::Torn };
        for draft in &mut self.drafts.rows[stack.first..stack.first + stack.labels] {
            draft.pairing = pairing;
        }
    }

    /// Whether the words at `at` name the row better than the label so far: there is none, or it is that of a group of rows, which
    /// stands in front of the row's own.
    fn names_row(
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

    /// Adds the row of `line[..end]` whose label stands at `label`.
    fn row(&mut self, line: &[Token], label: Option<(Recognition, usize)>, end: usize) {
        let mut first_content = label.map_or(0, |(_, at)| at + 1);
        // A figure that touches the label in its cell is a mark of a note, where the row has other cells.
        if let Some((_, at)) = label
            && let Some(Token { kind: Kind::Content(Content::Number { glued: true, .. }), column, .. }) =
                line.get(at + 1)
            && *column == line[at].column
            && line[at + 2..end.max(at + 2)]
                .iter()
                .any(|token| matches!(token.kind, Kind::Content(_)) && token.column != *column)
        {
            first_content += 1;
        }
        let contents = &line[first_content.min(end)..end];
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
                if !filled && !matches!(recognition, Recognition::Fragment(_)) {
                    self.words_of_a_heading(line);
                    return;
                }
                self.begin(recognition, Some(line[at].span), line[at].block);
            }
            None if !filled => {
                if !(self.after_heading && self.is_row_of_current(contents.len())) {
                    self.blank_line(contents);
                    // Under the heading of the columns begins what is no heading: 其他 and 总计 head rows from here on.
                    self.after_heading &= contents.len() < 2;
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

    /// A row of several cells of words above all numbers is a heading, though of columns that are none of the form's.
    fn words_of_a_heading(&mut self, line: &[Token]) {
        let words = || line.iter().filter(|token| matches!(token.kind, Kind::Words));
        if self.after_heading && words().count() > 1 {
            for token in words().skip(1).filter(|token| !self.is_unit(token)).copied().collect::<Vec<_>>() {
                self.foreign_heading(&token);
            }
        }
    }

    /// Adds what stands in the cells of a row.
    fn contents(&mut self, contents: &[Token]) {
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

    /// Whether a line is what stands for the label read last, under the heading of its columns: as many cells, words in them, and
    /// no number.
    fn is_row_of_words(&self, line: &[Token]) -> bool {
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

    /// Whether the label read last has nothing that is its own yet. Empty cells beside it are what its merged cell covers, where
    /// the heading of the columns stands below it.
    fn is_waiting(&self) -> bool {
        self.current.is_some_and(|row| {
            let slots = self.drafts.slots_of(&self.drafts.rows[row]);
            slots.is_empty() || self.after_heading && slots.iter().all(Slot::is_blank)
        })
    }

    /// Whether cells are just those that the row before them lacks, as where an empty line parts a row.
    fn completes_last(&self, contents: &[Token]) -> bool {
        let Some(draft) = self.drafts.rows.last() else { return false };
        let slots = self.drafts.slots_of(draft);
        let row = draft.recognition.key().and_then(|key| form().row(key, Edition::Hybrid));
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
    fn is_row_of_current(&self, cells: usize) -> bool {
        let Some(draft) = self.current.and_then(|row| self.drafts.rows.get(row)) else { return false };
        let row = draft.recognition.key().and_then(|key| form().row(key, Edition::Hybrid));
        let named = |row: &FormRow| {
            let heads = self.drafts.blocks.last().map(|block| block.columns.as_slice()).unwrap_or_default();
            let names = |head: &HeadColumn| head.column().is_some_and(|column| row.columns.contains(&column));
            heads.len() == cells && heads.iter().all(names)
        };
        draft.first == draft.end && row.is_some_and(|row| row.columns.len() == cells || named(row))
    }

    /// Keeps a row of empty cells, if it is the longest so far.
    fn blank_line(&mut self, contents: &[Token]) {
        let line = &mut self.drafts.blank_line;
        if contents.len() <= line.len()
            || contents.iter().any(|token| !matches!(token.kind, Kind::Content(_)))
        {
            return;
        }
        line.clear();
        line.extend(contents.iter().map(|token| {
            let Token { span, block, column, bordered, .. } = *token;
            Slot { content: Content::Blank, span, block, column, bordered }
        }));
    }

    /// A line without borders: labels and contents in the order of the text.
    fn flowing(&mut self, line: &[Token]) {
        self.leave_stack();
        let has_numbers = numbers(line).next().is_some();
        // The label of the row that the line has so far.
        let mut label: Option<&Token> = None;
        for (at, token) in line.iter().enumerate() {
            match token.kind {
                Kind::Label(node) => {
                    self.reach(token.span);
                    self.group = None;
                    let numbers_follow = matches!(
                        line.get(at + 1).map(|next| next.kind),
                        Some(Kind::Content(Content::Number { .. }))
                    );
                    let columns_beside = next_is_column(self.table, line, at);
                    match self.meaning(node, numbers_follow, columns_beside) {
                        Some(Meaning::Row(key)) => {
                            self.after_heading = false;
                            let recognition = self.recognition(key, token);
                            self.begin(recognition, Some(token.span), token.block);
                            label = Some(token);
                        }
                        Some(meaning) => {
                            self.heading(meaning, token);
                        }
                        None => {}
                    }
                }
                Kind::Fragment(node) => {
                    let heads = self.vague(node, token) || !has_numbers && self.damaged_heading(token);
                    if !heads {
                        self.words(Recognition::Fragment(node), token);
                    }
                }
                // 16余, 约16: printed where a number stands, and no number.
                Kind::Words if self.is_damaged_number(token) => self.content(Content::Words, token),
                // Words between a label and numbers in one line stand where a number stands too.
                Kind::Words
                    if label.is_some_and(|label| !self.heads_group(label))
                        && numbers(&line[at + 1..]).next().is_some() =>
                {
                    self.content(Content::Words, token);
                }
                Kind::Words if !has_numbers && self.damaged_heading(token) => {}
                Kind::Words if !has_numbers && self.heads_foreign_column(token) => {
                    self.caption(token.span);
                    self.foreign_heading(token);
                }
                Kind::Words => self.words(Recognition::Unknown, token),
                Kind::Content(content) => {
                    // Numbers behind the label of a group are the group's: a row that is none of the form's.
                    if let Some(group) = self.group.take() {
                        self.begin(Recognition::Unknown, Some(group.span), group.block);
                    }
                    if self.current.is_none() {
                        self.begin(Recognition::Unknown, None, token.block);
                    }
                    self.content(content, token);
                }
                Kind::Break => self.current = None,
            }
        }
    }

    /// How a label names a row. One of a word or two is common to many lists: another item's number says that it is another item.
    fn recognition(&self, key: RowKey, token: &Token) -> Recognition {
        const COMMON: usize = 2;
        let words = token.span.of(self.text);
        let is_common = significant(&words[enumerator(words)..]).take(COMMON + 1).count() <= COMMON;
        // 行政许可（累计）: the remark makes it another row.
        let of_another_time = time_of(with_remark(token.span, self.text), self.year) == Time::Another;
        if of_another_time || is_common && !may_be_numbered(words, key) {
            Recognition::Unknown
        } else {
            Recognition::Label(key)
        }
    }

    /// Whether a label names a group of rows as well.
    fn heads_group(&self, token: &Token) -> bool {
        let Kind::Label(node) = token.kind else { return false };
        lexicon().meanings(node, self.table).any(|meaning| matches!(meaning, Meaning::Group(_)))
    }

    /// Whether nothing but a unit stands in a cell.
    fn is_unit(&self, token: &Token) -> bool {
        is_measure(token.span.of(self.text))
    }

    /// Whether words behind the label of a row that has no content yet are figures with few other characters.
    fn is_damaged_number(&self, token: &Token) -> bool {
        const LONGEST: usize = 24;
        const MOST_OTHERS: usize = 3;
        let is_figure = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９');
        let words = token.span.of(self.text);
        let waiting = self.current.is_some_and(|row| {
            let draft = &self.drafts.rows[row];
            draft.first == draft.end && draft.recognition.key().is_some()
        });
        waiting
            && words.len() <= LONGEST
            && words.contains(is_figure)
            && words.chars().filter(|c| !is_figure(*c)).count() <= MOST_OTHERS
            && enumerator(words) == 0
    }

    /// Words that are no label end the row before them, unless they are too few to be a label, or what is left of one.
    fn words(&mut self, recognition: Recognition, token: &Token) {
        const FEWEST: usize = 4;
        const LONGEST: usize = 24;
        let words = token.span.of(self.text);
        if self.table == TableKind::Proactive && !self.after_heading {
            // 注：收费金额单位为亿元
            self.remark = self.remark.and(named(words));
        }
        if self.after_heading {
            self.caption(token.span);
            let is_short =
                words.len() <= LONGEST && !words.contains(['。', '：', ':', '；', '，', '表', '（', '(']);
            self.before = (is_short && self.table != TableKind::Review).then_some(*token);
        }
        if words.chars().filter(|c| !c.is_ascii()).take(FEWEST).count() == FEWEST
            || is_near_to_row(words, self.table)
        {
            self.begin(recognition, Some(token.span), token.block);
        }
    }

    fn begin(&mut self, recognition: Recognition, label: Option<Span>, line: u32) {
        self.group = None;
        self.heads_labels = false;
        let at = self.drafts.slots.len();
        if self.drafts.blocks.is_empty() {
            self.new_block();
        }
        let block = self.drafts.blocks.len() - 1;
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
            pairing: Pairing::Alone,
        };
        self.drafts.rows.push(draft);
        self.current = Some(self.drafts.rows.len() - 1);
    }

    fn content(&mut self, content: Content, token: &Token) {
        let Token { span, block, column, bordered, .. } = *token;
        if !matches!(content, Content::Blank) {
            self.after_heading = false;
            self.reach(span);
        }
        self.drafts.slots.push(Slot { content, span, block, column, bordered });
        if let Some(draft) = self.current.and_then(|row| self.drafts.rows.get_mut(row)) {
            draft.end = self.drafts.slots.len();
        }
    }

    fn reach(&mut self, span: Span) {
        self.drafts.span = Some(self.drafts.span.map_or(span, |whole| whole.to(span)));
    }

    /// What a label means here. 其他 and 总计 head columns and rows alike: beside the labels of columns they head columns.
    fn meaning(&self, node: Node, numbers_follow: bool, columns_beside: bool) -> Option<Meaning> {
        let mut row = None;
        let mut other = None;
        for meaning in lexicon().meanings(node, self.table) {
            match meaning {
                Meaning::Row(_) => row = row.or(Some(meaning)),
                Meaning::Section(_) => {}
                _ => other = other.or(Some(meaning)),
            }
        }
        match (row, other) {
            (Some(row), Some(Meaning::Group(_))) => Some(row),
            (Some(row), Some(column)) => {
                let as_column = columns_beside || self.after_heading && !numbers_follow;
                Some(if as_column { column } else { row })
            }
            (row, other) => row.or(other),
        }
    }

    /// Takes in a label of the heading of columns, or a group label; gives whether it is one of columns.
    fn heading(&mut self, meaning: Meaning, token: &Token) -> bool {
        match meaning {
            Meaning::Group(_) => {
                if self.table == TableKind::Proactive {
                    self.new_block();
                    self.current = None;
                } else if !token.bordered {
                    self.group = Some(*token);
                }
                false
            }
            Meaning::Column(_) | Meaning::AmountInYuan | Meaning::Head(_) => {
                let column = match meaning {
                    Meaning::Column(column) => Some(column),
                    Meaning::AmountInYuan => Some(ColumnKey::Amount),
                    _ => None,
                };
                if !self.after_heading {
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
                self.after_heading = true;
                self.heads_labels = meaning == Meaning::Head("contents");
                if column.is_some() {
                    self.head_before(token);
                }
                if let Some(column) = column {
                    let grid = token.bordered.then_some(token.column);
                    let (name, span, line) = (HeadName::Column(column), token.span, token.block);
                    let whole = lexicon().whole(span.of(self.text), self.table);
                    let torn =
                        !matches!(whole, Some(Meaning::Column(_) | Meaning::AmountInYuan | Meaning::Row(_)));
                    self.columns().push(HeadColumn { name, span, grid, torn, line });
                }
                true
            }
            Meaning::Row(_) | Meaning::Section(_) => false,
        }
    }

    /// The beginning of the label of a column, its end lost: 本年新. Gives whether it is one.
    fn vague(&mut self, node: Node, token: &Token) -> bool {
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
        self.columns().push(HeadColumn { name, span, grid, torn: false, line });
        true
    }

    /// Words that are the heading of a column, or of the labels, with some characters lost or taken for others. Gives whether they
    /// are.
    fn damaged_heading(&mut self, token: &Token) -> bool {
        let words = token.span.of(self.text);
        if let Some(year) = self.year
            && let Some(named) = in_words_of_the_form(words, year)
            && let Some(meaning @ (Meaning::Column(_) | Meaning::AmountInYuan)) =
                lexicon().whole(&named, self.table)
        {
            return self.heading(meaning, token);
        }
        let Some(meaning) = nearest_heading(words, self.table) else { return false };
        let of_another_time = matches!(time_of(words, self.year), Time::Another | Time::Unknown);
        let says_other = matches!(meaning, Meaning::Column(column) if !heads_no_other_time(words, column));
        if of_another_time || says_other {
            return false;
        }
        if let Meaning::Column(column) = meaning {
            // 元, or what is left of 万元: nobody can tell.
            let unit_named = words.contains("万元");
            if column == ColumnKey::Amount && words.contains('元') && !unit_named {
                return false;
            }
            self.heading(meaning, token);
        }
        true
    }

    /// Takes in words that head a column of their own: 备注, 上年.
    fn foreign_heading(&mut self, token: &Token) {
        let (span, line) = (token.span, token.block);
        let grid = token.bordered.then_some(token.column);
        let words = span.of(self.text);
        // A heading of two levels has many words, of which some may be damaged; of one level each has its place.
        let may_be_damaged = self.table != TableKind::Proactive
            && time_of(words, self.year) == Time::Unsaid
            && resembles_heading(words, self.table);
        let name = if may_be_damaged { HeadName::Damaged } else { HeadName::Foreign };
        self.columns().push(HeadColumn { name, span, grid, torn: false, line });
    }

    /// Takes in the words that stand directly before the first heading of a column without borders.
    fn head_before(&mut self, token: &Token) {
        let Some(before) = self.before.take() else { return };
        let is_first = self.drafts.blocks.last().is_none_or(|block| block.columns.is_empty());
        if is_first && !token.bordered && self.text[before.span.end..token.span.start].chars().all(is_blank) {
            let (span, line) = (before.span, before.block);
            self.columns().push(HeadColumn { name: HeadName::Before, span, grid: None, torn: false, line });
        }
    }

    /// Whether words without borders head a column: they stand among the headings of the form's columns, before any row, are
    /// short and no damaged label of a row.
    fn heads_foreign_column(&self, token: &Token) -> bool {
        const LONGEST: usize = 36;
        let words = token.span.of(self.text);
        let among = self.drafts.blocks.last().is_some_and(|block| !block.columns.is_empty())
            || self.heads_labels
            || matches!(time_of(words, self.year), Time::Another | Time::Unknown);
        self.after_heading
            && among
            && words.len() <= LONGEST
            && !words.contains(['。', '：', ':', '；', '，'])
            && !is_near_to_row(words, self.table)
            && !is_piece_of_heading(words, self.table)
            && !self.is_unit(token)
    }

    fn columns(&mut self) -> &mut Vec<HeadColumn> {
        if self.drafts.blocks.is_empty() {
            self.new_block();
        }
        let last = self.drafts.blocks.len() - 1;
        &mut self.drafts.blocks[last].columns
    }

    fn new_block(&mut self) {
        // Table two has the most columns, table three names its five three times.
        let columns = Vec::with_capacity(if self.table == TableKind::Proactive { 4 } else { 16 });
        self.drafts.blocks.push(Heading {
            empty: Vec::new(),
            columns,
            of_another_time: self.of_another_time,
            caption: self.caption,
        });
        self.after_heading = true;
    }
}

/// The labels of several rows in one cell, whose contents stand beside it row by row.
#[derive(Debug, Clone, Copy)]
struct Stack {
    /// The first of its drafts; the others follow.
    first: usize,
    labels: usize,
    /// How many of them have their contents.
    served: usize,
}

/// Where the numbers among these tokens stand.
fn numbers(tokens: &[Token]) -> impl Iterator<Item = Span> {
    let is_number = |token: &&Token| matches!(token.kind, Kind::Content(Content::Number { .. }));
    tokens.iter().filter(is_number).map(|token| token.span)
}

/// Whether the next label of the line heads a column.
fn next_is_column(table: TableKind, line: &[Token], at: usize) -> bool {
    let next = line[at + 1..].iter().find_map(|token| match token.kind {
        Kind::Label(node) => Some(Some(node)),
        Kind::Content(Content::Number { .. }) => Some(None),
        _ => None,
    });
    let Some(Some(node)) = next else { return false };
    let mut meanings = lexicon().meanings(node, table).peekable();
    meanings.peek().is_some()
        && meanings.all(|meaning| matches!(meaning, Meaning::Column(_) | Meaning::Head(_)))
}
