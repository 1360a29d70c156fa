//! From tokens to rows as they stand: which label heads which contents.

use super::draft::{Draft, Drafts, Recognition};
use super::heading::{HeadColumn, Heading};
use crate::form::{ColumnKey, Edition, Meaning, TableKind, form};
use crate::span::Span;
use crate::tables::tokens::{Content, Kind, Slot, Token};
use crate::tables::vocabulary::{is_near_to_row, lexicon, nearest_heading};
use crate::text::lexicon::{Node, enumerator};
use crate::text::number::is_measure;

/// Puts labels and contents together, line by line.
pub(in crate::tables) struct Writer<'t> {
    table: TableKind,
    text: &'t str,
    drafts: Drafts,
    /// The row that what follows belongs to.
    current: Option<usize>,
    /// The last label was one of the heading of columns, and no number stood since.
    after_heading: bool,
}

impl Drafts {
    /// Puts the pieces of a table together.
    pub(in crate::tables) fn of<'a>(
        table: TableKind,
        text: &str,
        pieces: impl Iterator<Item = &'a [Token]>,
    ) -> Self {
        // The longest table of the form has 25 rows of seven numbers; borders add empty cells.
        let drafts = Self { rows: Vec::with_capacity(32), slots: Vec::with_capacity(256), ..Self::default() };
        let mut writer = Writer::new(table, text, drafts);
        for piece in pieces {
            writer.piece(piece);
        }
        writer.finish()
    }
}

impl<'t> Writer<'t> {
    pub(in crate::tables) fn new(table: TableKind, text: &'t str, drafts: Drafts) -> Self {
        Self { table, text, drafts, current: None, after_heading: true }
    }

    /// Reads a piece of the table.
    pub(in crate::tables) fn piece(&mut self, piece: &[Token]) {
        self.current = None;
        for line in piece.chunk_by(|a, b| a.block == b.block && a.bordered == b.bordered) {
            self.line(line);
        }
    }

    pub(in crate::tables) fn finish(self) -> Drafts {
        self.drafts
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
        let mut label: Option<(Recognition, usize)> = None;
        let mut heading = false;
        let mut others = false;
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
                            label = Some((Recognition::Label(key), at));
                            self.after_heading = false;
                        }
                        Some(meaning) => heading |= self.heading(meaning, token),
                        None => {}
                    }
                }
                Kind::Fragment(node) => {
                    heading |= self.vague(node, token.block)
                        || first_number.is_none() && self.damaged_heading(token);
                    if !heading && self.names_row(line, label, at, first_number) {
                        label = Some((Recognition::Fragment(node), at));
                    }
                }
                Kind::Words if first_number.is_none() && self.damaged_heading(token) => heading = true,
                Kind::Words => {
                    others = true;
                    // Words behind numbers are what stands in a cell.
                    let is_content = first_number.is_some_and(|number| number < at);
                    if !heading && !is_content && self.names_row(line, label, at, first_number) {
                        label = Some((Recognition::Unknown, at));
                    }
                }
                Kind::Content(_) | Kind::Break => {}
            }
        }
        if heading && label.is_none_or(|(recognition, _)| recognition.key().is_none()) {
            if let Some(block) = self.drafts.blocks.last_mut() {
                block.has_others |= others;
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
        let first_content = label.map_or(0, |(_, at)| at + 1);
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
                self.begin(recognition, Some(line[at].span));
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
                    return;
                }
                self.begin(recognition, Some(line[at].span));
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
                    self.begin(Recognition::Unknown, None);
                } else if let Some(draft) = self.current.and_then(|row| self.drafts.rows.get_mut(row)) {
                    draft.first = self.drafts.slots.len();
                    draft.end = draft.first;
                }
            }
        }
        self.contents(contents);
        self.current = self.current.filter(|_| !filled);
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

    /// Whether so many cells are a row for the label read last, which has nothing yet.
    fn is_row_of_current(&self, cells: usize) -> bool {
        let Some(draft) = self.current.and_then(|row| self.drafts.rows.get(row)) else { return false };
        let row = draft.recognition.key().and_then(|key| form().row(key, Edition::Hybrid));
        draft.first == draft.end && row.is_some_and(|row| row.columns.len() == cells)
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
        let has_numbers = numbers(line).next().is_some();
        // The label of the row that the line has so far.
        let mut label: Option<&Token> = None;
        for (at, token) in line.iter().enumerate() {
            match token.kind {
                Kind::Label(node) => {
                    self.reach(token.span);
                    let numbers_follow = matches!(
                        line.get(at + 1).map(|next| next.kind),
                        Some(Kind::Content(Content::Number { .. }))
                    );
                    let columns_beside = next_is_column(self.table, line, at);
                    match self.meaning(node, numbers_follow, columns_beside) {
                        Some(Meaning::Row(key)) => {
                            self.after_heading = false;
                            self.begin(Recognition::Label(key), Some(token.span));
                            label = Some(token);
                        }
                        Some(meaning) => {
                            self.heading(meaning, token);
                        }
                        None => {}
                    }
                }
                Kind::Fragment(node) => {
                    let heads = self.vague(node, token.block) || !has_numbers && self.damaged_heading(token);
                    if !heads {
                        self.words(Recognition::Fragment(node), token.span);
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
                Kind::Words => self.words(Recognition::Unknown, token.span),
                Kind::Content(content) => {
                    if self.current.is_none() {
                        self.begin(Recognition::Unknown, None);
                    }
                    self.content(content, token);
                }
                Kind::Break => self.current = None,
            }
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
    fn words(&mut self, recognition: Recognition, span: Span) {
        const FEWEST: usize = 4;
        let words = span.of(self.text);
        if words.chars().filter(|c| !c.is_ascii()).take(FEWEST).count() == FEWEST
            || is_near_to_row(words, self.table)
        {
            self.begin(recognition, Some(span));
        }
    }

    fn begin(&mut self, recognition: Recognition, label: Option<Span>) {
        let at = self.drafts.slots.len();
        if self.drafts.blocks.is_empty() {
            self.drafts.blocks.push(Heading::default());
        }
        let block = self.drafts.blocks.len() - 1;
        let behind = label.and_then(|label| self.text.get(label.end..)).unwrap_or_default();
        let bracketed = behind.starts_with(['（', '(']);
        let draft = Draft { recognition, label, block, first: at, end: at, behind_numbers: false, bracketed };
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
                }
                false
            }
            Meaning::Column(_) | Meaning::AmountInYuan | Meaning::Head(_) => {
                // A mirror that hides characters (***元) may hide those of another unit.
                let masked = || token.span.of(self.text).contains("**");
                let column = match meaning {
                    Meaning::Column(column) => Some((column, false)),
                    Meaning::AmountInYuan => Some((ColumnKey::Amount, !masked())),
                    _ => None,
                };
                if !self.after_heading && self.table == TableKind::Proactive {
                    self.new_block();
                    self.current = self.current.filter(|row| {
                        let draft = &self.drafts.rows[*row];
                        draft.first == draft.end
                    });
                }
                self.after_heading = true;
                if let Some((column, in_yuan)) = column {
                    let is_amount = column == ColumnKey::Amount;
                    let unit_named = is_amount && token.span.of(self.text).contains("万元");
                    let grid = token.bordered.then_some(token.column);
                    let line = token.block;
                    self.columns().push(HeadColumn { column, grid, in_yuan, unit_named, vague: false, line });
                }
                true
            }
            Meaning::Row(_) | Meaning::Section(_) => false,
        }
    }

    /// The beginning of the label of a column, its end lost: 本年新. Gives whether it is one.
    fn vague(&mut self, node: Node, line: u32) -> bool {
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
        let vague = meanings.len() > 1;
        let grid = None;
        self.columns().push(HeadColumn { column, grid, in_yuan: false, unit_named: false, vague, line });
        true
    }

    /// Words that are the heading of a column, or of the labels, with some characters lost or taken for others. Gives whether they
    /// are.
    fn damaged_heading(&mut self, token: &Token) -> bool {
        let words = token.span.of(self.text);
        let Some(meaning) = nearest_heading(words, self.table) else { return false };
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
        self.drafts.blocks.push(Heading { columns, has_others: false });
        self.after_heading = true;
    }
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
