//! Puts the document together: lines into paragraphs, tables over pages, and the places of all of it.

use govreport_core::Span;
use govreport_core::document::{Cell, Document, DocumentBuilder, Format, Remark, RemarkKind, Word};

use super::continuation;
use super::furniture;
use super::item::{Item, TextLine};
use super::layout::Layout;
use super::passage::{Glue, Passage, between_lines};
use super::table::{Row, Table};
use crate::ReadError;
use crate::budget::Budget;

/// A line that ends this near to the margin, in heights of a character, is full.
const FULL: f64 = 1.6;
/// A line that begins this far from the margin, in heights of a character, is set in.
const SET_IN: f64 = 0.8;
/// The part of the width of a page that running text takes at least.
const COLUMN: f64 = 0.4;
/// More room between two lines than this, in heights of a character more than usual, is a gap.
const GAP: f64 = 0.8;

/// Puts pages together to a document.
pub(super) fn document(
    pages: Vec<Layout>,
    format: Format,
    budget: &mut Budget,
) -> Result<DocumentBuilder<'static>, ReadError> {
    let furniture = furniture::find(&pages);
    let mut writer = Writer {
        builder: Document::builder(""),
        text: String::new(),
        paragraph: None,
        table: None,
        aside: Vec::new(),
        unclear: Vec::new(),
        page: 0,
        budget,
    };
    writer.builder.format(format);
    let mut scanned = Vec::new();
    let margins = Margins::of_all(&pages, &furniture);
    for (((page, furniture), margins), number) in pages.into_iter().zip(furniture).zip(margins).zip(1_u32..) {
        writer.budget.time()?;
        let has_text = page.items.iter().any(|item| !matches!(item, Item::Picture(_)));
        if !has_text && !page.items.is_empty() {
            scanned.push(number);
        }
        writer.page(page, &furniture, &margins, number)?;
    }
    writer.finish(&scanned)
}

struct Writer<'b> {
    builder: DocumentBuilder<'static>,
    text: String,
    /// The paragraph that may go on.
    paragraph: Option<Paragraph>,
    /// The table that may go on.
    table: Option<Table>,
    /// What stands on the page beside the text, since the paragraph or table began.
    aside: Vec<(u32, Passage)>,
    /// The pages with numbers of which it is not clear which row they belong to.
    unclear: Vec<u32>,
    /// Page of what was written last.
    page: u32,
    budget: &'b mut Budget,
}

/// Lines of running text.
struct Paragraph {
    passage: Passage,
    page: u32,
    /// Whether room is left free before it.
    after_gap: bool,
    /// Whether its last line is full, so that the next may go on with it.
    is_full: bool,
    height: f64,
}

/// The margins of the running text of a page, and the usual way from line to line.
struct Margins {
    left: f64,
    right: f64,
    pitch: f64,
    /// The ways from a full line to one that may go on with it.
    within_paragraphs: Vec<f64>,
    /// Whether the lines are as long as those of running text, so that one that reaches the margin may go on.
    is_column: bool,
}

impl Writer<'_> {
    fn page(
        &mut self,
        page: Layout,
        furniture: &[usize],
        margins: &Margins,
        number: u32,
    ) -> Result<(), ReadError> {
        let mut above: Option<f64> = None;
        let mut is_first = true;
        for (at, item) in page.items.into_iter().enumerate() {
            let area = item.area();
            match item {
                Item::Aside(line) => {
                    if self.unclear.last() != Some(&number) {
                        self.unclear.push(number);
                    }
                    self.aside.push((number, line.passage()));
                    continue;
                }
                Item::Line(line) if furniture.contains(&at) => {
                    self.aside.push((number, line.passage()));
                    continue;
                }
                Item::Line(line) => {
                    let after_gap = above.is_some_and(|above| {
                        line.area.middle().1 - above > margins.pitch + GAP * line.height
                    });
                    above = Some(line.area.middle().1);
                    self.line(&line, margins, after_gap, number)?;
                }
                Item::Table(table) => {
                    self.end_paragraph();
                    above = Some(area.bottom);
                    self.table(table, is_first)?;
                }
                Item::Picture(_) => {
                    self.end_paragraph();
                    self.end_table()?;
                    self.at_page(number);
                    self.builder.picture(Span::new(self.text.len(), self.text.len()));
                }
            }
            is_first = false;
        }
        Ok(())
    }

    fn line(
        &mut self,
        line: &TextLine,
        margins: &Margins,
        after_gap: bool,
        page: u32,
    ) -> Result<(), ReadError> {
        self.end_table()?;
        let is_full = margins.is_column
            && line.is_level
            && !line.is_parted()
            && line.area.right > margins.right - FULL * line.height;
        // At the top of a page no room shows that something else begins; there, letters of another size do.
        let alike = |of: u32| if of == page { 0.85..=1.18 } else { 0.92..=1.09 };
        let goes_on = |paragraph: &&mut Paragraph| {
            paragraph.is_full
                && line.is_level
                && !line.is_parted()
                && !after_gap
                && line.area.left < margins.left + SET_IN * line.height
                && alike(paragraph.page).contains(&(line.height / paragraph.height))
        };
        let passage = line.passage();
        if let Some(paragraph) = self.paragraph.as_mut().filter(goes_on) {
            let glue = between_lines(&paragraph.passage.text, &passage.text);
            paragraph.passage.append(&passage, glue);
            paragraph.is_full = is_full;
            return Ok(());
        }
        self.end_paragraph();
        self.paragraph = Some(Paragraph { passage, page, after_gap, is_full, height: line.height });
        Ok(())
    }

    fn table(&mut self, table: Table, is_first: bool) -> Result<(), ReadError> {
        if let Some(open) = self.table.as_mut().filter(|open| is_first && continuation::goes_on(open, &table))
        {
            let heading = continuation::join(open, table);
            self.aside.extend(heading.iter().map(aside));
            return Ok(());
        }
        self.end_table()?;
        self.table = Some(table);
        Ok(())
    }

    fn end_paragraph(&mut self) {
        if let Some(paragraph) = self.paragraph.take() {
            self.at_page(paragraph.page);
            if paragraph.after_gap {
                self.builder.gap();
            }
            let span = self.write(&paragraph.passage);
            self.builder.paragraph(span);
            self.text.push('\n');
        }
        if self.table.is_none() {
            self.write_aside();
        }
    }

    fn end_table(&mut self) -> Result<(), ReadError> {
        if let Some(table) = self.table.take() {
            // Rows without text between lines drawn close together say nothing.
            for row in table.rows.into_iter().filter(|row| !row.cells.is_empty()) {
                self.row(row)?;
            }
            self.builder.end_table();
            self.write_aside();
        }
        Ok(())
    }

    fn row(&mut self, row: Row) -> Result<(), ReadError> {
        self.at_page(row.page);
        let begin = self.text.len();
        let mut cells = Vec::with_capacity(row.cells.len());
        let mut covered: u64 = 0;
        for cell in row.cells {
            if self.text.len() > begin || !cells.is_empty() {
                self.text.push('\t');
            }
            let span = self.write(&cell.passage);
            if span.is_empty() {
                self.builder.word(Word { span, page: row.page, area: cell.rect.into() });
            }
            let [column, column_span, row_span] = [cell.column, cell.column_span, cell.row_span]
                .map(|count| u32::try_from(count).unwrap_or(u32::MAX));
            covered = covered.saturating_add(u64::from(column_span) * u64::from(row_span));
            cells.push(Cell { span, column, column_span, row_span });
        }
        self.budget.cells(covered)?;
        self.builder.grid_row(Span::new(begin, self.text.len()), cells);
        self.text.push('\n');
        Ok(())
    }

    /// Writes what stands beside the text: after what it stands in, so that it parts nothing.
    fn write_aside(&mut self) {
        for (page, passage) in std::mem::take(&mut self.aside) {
            self.at_page(page);
            let span = self.write(&passage);
            self.builder.page_furniture(span);
            self.text.push('\n');
        }
    }

    fn write(&mut self, passage: &Passage) -> Span {
        let base = self.text.len();
        self.text.push_str(&passage.text);
        for place in &passage.places {
            let span = Span::new(base + place.start, base + place.end);
            self.builder.word(Word { span, page: place.page, area: place.rect.into() });
        }
        Span::new(base, self.text.len())
    }

    fn at_page(&mut self, page: u32) {
        if self.page != page {
            self.page = page;
            self.builder.page(page);
        }
    }

    fn finish(mut self, scanned: &[u32]) -> Result<DocumentBuilder<'static>, ReadError> {
        self.end_paragraph();
        self.end_table()?;
        self.write_aside();
        if !self.unclear.is_empty() {
            self.builder.remark(Remark {
                kind: RemarkKind::PartUnread,
                span: None,
                message: format!(
                    "{} with numbers half way between two rows; whose they are cannot be told, and they were not read",
                    pages_named(&self.unclear)
                ),
            });
        }
        if !scanned.is_empty() {
            self.builder.remark(Remark {
                kind: RemarkKind::ScannedPages,
                span: None,
                message: format!(
                    "{} without text, only with pictures: a scan; recognise its text (OCR) to read it",
                    pages_named(scanned)
                ),
            });
        }
        Ok(self.builder.over(self.text))
    }
}

/// `page 3 is`, `pages 1, 2, 5 are`, `pages 1, 2, 3, 4, 5, 6, 7, 8 and 12 more are`.
pub(crate) fn pages_named(pages: &[u32]) -> String {
    /// Measured: with 7, no cell changes.
    const MOST: usize = 8;
    let listed: Vec<String> = pages.iter().take(MOST).map(u32::to_string).collect();
    match pages.len() {
        1 => format!("page {} is", listed.join("")),
        length if length <= MOST => format!("pages {} are", listed.join(", ")),
        length => format!("pages {} and {} more are", listed.join(", "), length - MOST),
    }
}

/// A row as it is kept beside the text.
fn aside(row: &Row) -> (u32, Passage) {
    let mut passage = Passage::default();
    for cell in &row.cells {
        passage.append(&cell.passage, Glue::Space);
    }
    (row.page, passage)
}

/// The middle one of some ways down the page.
fn median(mut ways: Vec<f64>) -> Option<f64> {
    ways.retain(|way| *way > 0.0);
    ways.sort_by(f64::total_cmp);
    ways.get(ways.len() / 2).copied()
}

impl Margins {
    /// The margins of all pages. On a page of short paragraphs most lines have the room between paragraphs above them: how near
    /// the lines of one paragraph are, the whole document tells.
    fn of_all(pages: &[Layout], furniture: &[Vec<usize>]) -> Vec<Self> {
        let mut all: Vec<Self> =
            pages.iter().zip(furniture).map(|(page, furniture)| Self::of(page, furniture)).collect();
        let usual =
            median(all.iter_mut().flat_map(|page| std::mem::take(&mut page.within_paragraphs)).collect());
        for margins in &mut all {
            margins.pitch = margins.pitch.min(usual.unwrap_or(f64::INFINITY));
        }
        all
    }

    fn of(page: &Layout, furniture: &[usize]) -> Self {
        let lines: Vec<&TextLine> = page
            .items
            .iter()
            .enumerate()
            .filter_map(|(at, item)| match item {
                Item::Line(line) if line.is_level && !furniture.contains(&at) => Some(line),
                _ => None,
            })
            .collect();
        let outermost = |values: Vec<f64>| values.into_iter().reduce(f64::min);
        let left = outermost(lines.iter().map(|line| line.area.left).collect()).unwrap_or_default();
        let right = -outermost(lines.iter().map(|line| -line.area.right).collect()).unwrap_or_default();
        let way = |two: &[&TextLine]| two[1].area.middle().1 - two[0].area.middle().1;
        let pitch = median(lines.windows(2).map(way).collect()).unwrap_or(f64::INFINITY);
        let is_within = |two: &&[&TextLine]| {
            two[0].area.right > right - FULL * two[0].height
                && two[1].area.left < left + SET_IN * two[1].height
        };
        let within_paragraphs = lines.windows(2).filter(is_within).map(way).collect();
        // Where lines are far apart each for itself, nothing is usual.
        let height = lines.iter().map(|line| line.height).fold(0.0, f64::max);
        let is_column = right - left > COLUMN * page.size.width();
        Self { left, right, pitch: pitch.min(2.5 * height.max(1.0)), within_paragraphs, is_column }
    }
}
