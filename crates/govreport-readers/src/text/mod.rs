//! Plain text and Markdown.
//!
//! Whatever way a text shows the cells of a table, it becomes rows of cells: cells parted by tabs or pipes, or one cell a line
//! with a tab in front and an empty line between rows. Lines that show no cells are paragraphs; whether such a line is a cell
//! is for those to say who know the form.

mod boxes;
mod commas;
mod emphasis;
mod indented;
mod line;
mod line_feeds;
mod markup;
pub(crate) mod page_number;
mod part_borders;
mod pipes;
mod signs;
mod tabs;
mod wiki;

use std::borrow::Cow;

use govreport_core::Span;
use govreport_core::document::{Document, DocumentBuilder, DocumentError, DocumentTruncated, Pieces, Remark};

use self::line::{Line, Lines, MOST_PIECES, Marks, Shape};

/// Longest cell, in bytes, that may stand alone in its row; a longer one is prose with a stray tab or pipe.
/// Measured: with 150, no cell changes.
const LONGEST_LONE_CELL: usize = 300;

/// The document that a decoded text is. The remarks are those of decoding it.
///
/// # Errors
///
/// None of any text: [`DocumentError`] would be a fault of this reader.
pub fn document(text: Cow<'_, str>, remarks: Vec<Remark>) -> Result<Document<'_>, DocumentError> {
    let resolved = markup::resolved(&text);
    let text = resolved.map_or(text, Cow::Owned);
    let drawn = boxes::are_drawn(&text);
    let unwrapped = if drawn { boxes::unwrapped(&text) } else { None };
    let text = unwrapped.map_or(text, Cow::Owned);
    let mut reader = Reader {
        text: &text,
        builder: Document::builder(""),
        page: 1,
        pages: memchr::memchr(b'\x0C', text.as_bytes()).is_some(),
        wide: pipes::has_wide(&text),
        comma: 0,
        marks: Marks::default(),
        cells: Vec::new(),
        run: Run::None,
        after_pipe: false,
        table: None,
        begins_with_cells: None,
        all_have_pipes: None,
        inner_tabs: None,
        dresses_page_numbers: None,
    };
    reader.read();
    let mut builder = reader.builder;
    if drawn {
        builder.padded();
    }
    for remark in remarks {
        builder.remark(remark);
    }
    builder.over(text).finish()
}

struct Reader<'t, 'b> {
    text: &'t str,
    builder: DocumentBuilder<'b>,
    /// Number of the page, where form feeds part pages.
    page: u32,
    pages: bool,
    /// Whether the text holds pipes of East Asian width.
    wide: bool,
    /// Where the first comma stands that is not before the line that was looked at last.
    comma: usize,
    /// What parts the cells of the line that is read.
    marks: Marks,
    cells: Vec<Span>,
    run: Run,
    /// The line before that says anything shows its cells with pipes.
    after_pipe: bool,
    /// Where the lines with pipes begin that the line read last is one of.
    table: Option<usize>,
    /// Whether rows of the table that is read begin with a cell, so that a pipe in front of one ends an empty cell. Asked once for each
    /// table that has a row with a pipe in front.
    begins_with_cells: Option<bool>,
    /// Whether the numbers of the text that have a line each have a pipe too; asked once.
    all_have_pipes: Option<bool>,
    /// Whether tabs stand between words anywhere in the text; asked once.
    inner_tabs: Option<bool>,
    /// Whether a page number has signs or words beside it, as in `- 3 -`: then no figure alone is one. Asked once.
    dresses_page_numbers: Option<bool>,
}

/// What the lines before belong to, where a line alone does not show what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run {
    /// Nothing that goes on.
    None,
    /// A table of Markdown that has one column.
    OneColumn,
    /// Cells of a line each, with their pipes.
    Cells,
}

impl Reader<'_, '_> {
    fn read(&mut self) {
        let mut lines = Lines::new(self.text, self.wide);
        if self.pages {
            self.builder.page(self.page);
        }
        while let Some(line) = lines.next(&mut self.marks) {
            if self.builder.pieces() > MOST_PIECES {
                let truncated = DocumentTruncated { most: MOST_PIECES, counted: Pieces::LinesAndCells };
                self.builder.remark(Remark::new(truncated).at(line.span));
                return;
            }
            if line.shape == Shape::Pipes
                && wiki::begins(line.span.of(self.text))
                && wiki::read(self.text, &mut lines, &mut self.builder)
            {
                self.run = Run::None;
            } else if line.shape == Shape::Indented {
                let pages = indented::read(self.text, line, &mut lines, &mut self.builder);
                self.end_pages(pages);
            } else if self.may_be_commas(&line)
                && commas::read(self.text, &line, &mut lines, &mut self.builder)
            {
                self.run = Run::None;
            } else {
                if self.is_one_column(&line, &lines) {
                    self.run = Run::OneColumn;
                } else if self.run == Run::OneColumn {
                    self.run = Run::None;
                }
                self.line(&line);
                self.end_pages(u32::from(line.ends_page));
            }
        }
    }

    /// What follows stands this many pages further on.
    fn end_pages(&mut self, pages: u32) {
        if pages > 0 {
            self.page += pages;
            self.builder.page(self.page);
        }
    }

    /// Whether commas may part the cells of a line: as many as a row has, or fewer and a cell that goes on in the next line.
    fn may_be_commas(&mut self, line: &Line) -> bool {
        if line.shape != Shape::Text || self.comma >= line.span.end {
            return false;
        }
        if self.comma < line.span.start {
            let behind = &self.text.as_bytes()[line.span.start..];
            self.comma = memchr::memchr(b',', behind).map_or(self.text.len(), |at| line.span.start + at);
        }
        let Some(words) = self.text.as_bytes().get(self.comma..line.span.end) else { return false };
        let commas = memchr::memchr_iter(b',', words).take(commas::FEWEST_CELLS - 1).count();
        commas + 1 == commas::FEWEST_CELLS
            || commas > 0 && memchr::memchr(b'"', line.span.of(self.text).as_bytes()).is_some()
    }

    /// Whether a line is of a table of Markdown with one column: a ruler stands below the first of its rows, and only that shows that
    /// each line is a row, and not a cell of one.
    fn is_one_column(&self, line: &Line, lines: &Lines<'_>) -> bool {
        let is_ruler =
            |line: &Line| line.shape == Shape::Ruler && line.span.of(self.text).matches('|').count() == 2;
        let stands_between = |words: &str| words.starts_with('|') && words.ends_with('|');
        let is_cell = line.shape == Shape::Pipes
            && self.marks.pipes.len() == 2
            && stands_between(line.span.of(self.text));
        if self.run == Run::OneColumn {
            return is_cell || is_ruler(line);
        }
        is_cell && lines.clone().next(&mut Marks::default()).is_some_and(|next| is_ruler(&next))
    }

    fn line(&mut self, line: &Line) {
        let run = self.run;
        if run == Run::Cells {
            self.run = Run::None;
        }
        match line.shape {
            Shape::Empty | Shape::Indented => self.builder.gap(),
            Shape::Ruler => {}
            Shape::Heading(level) => self.builder.heading(level, line.span),
            Shape::Text if self.is_furniture(line.span) || self.stands_beside_cells(line.span) => {
                self.builder.page_furniture(line.span);
            }
            Shape::Text => self.builder.paragraph(line.span),
            // Tabs in front of words are the cells before them only where tabs stand between words too.
            Shape::Tabs
                if self.marks.tabs.iter().all(|tab| *tab < line.span.start) && !self.has_inner_tabs() =>
            {
                self.builder.paragraph(line.span);
            }
            Shape::Tabs => {
                tabs::cells(self.text, line.whole, &self.marks.tabs, MOST_PIECES, &mut self.cells);
                self.row(line.span);
            }
            Shape::Pipes => {
                let text = self.text;
                let table = *self.table.get_or_insert(line.span.start);
                let pipes = &self.marks.pipes;
                pipes::cells(text, line.span, pipes, self.wide, MOST_PIECES, &mut self.cells);
                if self.cells.len() > 1
                    && line.span.of(text).starts_with('|')
                    && *self.begins_with_cells.get_or_insert_with(|| pipes::begins_with_cells(&text[table..]))
                {
                    self.cells.insert(0, Span::new(line.span.start, line.span.start));
                }
                match self.cells.as_slice() {
                    [_] if run == Run::OneColumn => self.builder.row(line.span, self.cells.iter().copied()),
                    // One cell a line, or the end of a row of such cells: which row it belongs to is not shown.
                    [] => {}
                    // A pipe that something stands before is the end of an empty cell, where cells stand a line each.
                    [cell] if cell.is_empty() && run == Run::Cells && line.whole.start < line.span.start => {
                        self.builder.row(line.span, self.cells.iter().copied());
                        self.run = Run::Cells;
                    }
                    [cell] if cell.is_empty() => self.builder.gap(),
                    [cell] => {
                        self.builder.paragraph(*cell);
                        self.run = Run::Cells;
                    }
                    _ => self.row(line.span),
                }
            }
        }
        if !matches!(line.shape, Shape::Pipes | Shape::Ruler) {
            self.table = None;
            self.begins_with_cells = None;
        }
        self.after_pipe = match line.shape {
            Shape::Empty => self.after_pipe,
            Shape::Pipes => true,
            _ => false,
        };
    }

    /// Whether a number without a pipe stands among cells that all have theirs: the number of a page, or another line that is no cell.
    fn stands_beside_cells(&mut self, span: Span) -> bool {
        let text = self.text;
        self.after_pipe
            && pipes::is_lone_number(span.of(text))
            && *self.all_have_pipes.get_or_insert_with(|| pipes::all_numbers_have_pipes(text))
    }

    fn has_inner_tabs(&mut self) -> bool {
        let text = self.text;
        let has_inner = |line: &str| line.trim().contains('\t');
        *self.inner_tabs.get_or_insert_with(|| line_feeds::lines(text).any(has_inner))
    }

    fn is_furniture(&mut self, span: Span) -> bool {
        let text = self.text;
        let words = span.of(text);
        let is_dressed = |line: &str| page_number::is_page_number(line.trim());
        page_number::is_page_number(words)
            || self.pages
                && page_number::is_number(words, self.page)
                && !*self.dresses_page_numbers.get_or_insert_with(|| line_feeds::lines(text).any(is_dressed))
    }

    fn row(&mut self, span: Span) {
        let mut filled = self.cells.iter().filter(|cell| !cell.is_empty());
        match (filled.next(), filled.next()) {
            (Some(lone), None) if lone.len() > LONGEST_LONE_CELL => self.builder.paragraph(*lone),
            _ => self.builder.row(span, self.cells.iter().copied()),
        }
    }
}

#[cfg(test)]
mod tests;
