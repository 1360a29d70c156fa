//! The layouts that reports come in, one file each: text, web pages, and files of which office programs make theirs.

mod boxed;
mod concatenated;
mod csv;
mod docx;
mod frame;
mod html;
mod markdown;
mod open_document;
mod packed;
mod pages;
mod paragraphs;
mod pdf;
mod pdf_file;
mod pdf_heading;
mod pipe_joined;
mod pipe_lines;
mod pipe_tails;
mod tabs;
mod word;
mod xlsx;

pub use docx::{Docx, DocxHeadings};
pub use frame::HeadingMarks;
pub use html::{Html, Markup};
pub use open_document::Print;
pub use tabs::Merged;

use crate::article::Part;
use crate::figures::Scale;
use crate::numbers::NumberStyle;
use crate::paper::Paper;
use crate::prose::Prose;
use crate::random::Random;
use crate::sheet::Sheet;
use frame::Frame;

/// How a report stands in a text (文本版式).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Layout {
    /// 制表符: a table row a line, cells parted by tabs.
    Tabs(Merged),
    /// 每格一段: a cell a paragraph, empty lines between; empty cells vanish.
    Paragraphs,
    /// Word 导出: a cell a line behind a tab, rows parted by empty lines; an empty cell is a line with only a tab.
    Word,
    /// Markdown 表格: pipe tables with a line of dashes under the first row.
    Markdown,
    /// 首尾竖线: pipes at both ends of a row, no line of dashes.
    Piped,
    /// 竖线相连: ` | ` between cells and ` |` at the end; merged cells are dropped.
    PipeJoined,
    /// 竖线补齐: the same, short rows filled up with empty cells.
    PipeJoinedPadded,
    /// 每行一竖线: a cell a line, each with its pipe; a line of pipes alone ends a row.
    PipeLines,
    /// 行尾竖线: the same, but the row ends on the line of its last content, empty cells and all.
    PipeTails,
    /// 画线表格: drawn with `+---+`.
    Boxed,
    /// 制表线: drawn with `┌───┐`.
    BoxDrawn,
    /// 逗号分隔: comma-separated values.
    Csv,
    /// PDF 流式文本: as `pdftotext -raw` prints it.
    PdfRaw,
    /// PDF 对齐文本: as `pdftotext -layout` prints it.
    PdfAligned,
    /// 无分隔: the cells of a row run together.
    Concatenated,
    /// 一行一表: a table for every row, under a heading of its own.
    RowTables,
    /// 分块成表: each block or part is a table of its own, under its own heading.
    SplitTables,
    /// 网页: a web page; the text is its source.
    Html(Html),
    /// 打印件: a flat `OpenDocument` text (.fodt), of which office programs make DOCX, DOC and PDF.
    OpenText(Print),
    /// 工作簿: flat `OpenDocument` sheets (.fods), of which office programs make XLSX and XLS: a sheet for each section.
    OpenSheets,
    /// Word 文档: a Word document; the text is its main part. [`write_file`](crate::write_file) packs it.
    Docx(Docx),
    /// Excel 工作簿: a workbook of one sheet; the text is that sheet. [`write_file`](crate::write_file) packs it.
    Xlsx,
    /// PDF 文件: a PDF file written by hand; the text is the file.
    Pdf(Print),
}

impl Layout {
    /// All layouts of plain text.
    pub const ALL: [Self; 16] = [
        Self::Tabs(Merged::Empty),
        Self::Tabs(Merged::Trailing),
        Self::Tabs(Merged::Vanished),
        Self::Tabs(Merged::Ragged),
        Self::Paragraphs,
        Self::Word,
        Self::Markdown,
        Self::Piped,
        Self::PipeJoined,
        Self::PipeJoinedPadded,
        Self::PipeLines,
        Self::PdfRaw,
        Self::PdfAligned,
        Self::Concatenated,
        Self::RowTables,
        Self::SplitTables,
    ];

    /// Layouts of plain text that converters make.
    pub const CONVERTED: [Self; 4] = [Self::PipeTails, Self::Boxed, Self::BoxDrawn, Self::Csv];

    /// Whether an empty cell can be seen in this layout, so that no other can be taken for it.
    pub const fn keeps_blanks(self) -> bool {
        matches!(
            self,
            Self::Tabs(Merged::Empty)
                | Self::Word
                | Self::Markdown
                | Self::Piped
                | Self::PipeTails
                | Self::Boxed
                | Self::BoxDrawn
                | Self::Csv
                | Self::RowTables
                | Self::SplitTables
                | Self::Html(_)
                | Self::OpenText(_)
                | Self::OpenSheets
                | Self::Docx(_)
                | Self::Xlsx
                | Self::Pdf(_)
        )
    }

    /// Whether a page or a file draws its cells, so that it can strike them out, hide and raise them.
    pub(crate) const fn is_drawn(self) -> bool {
        matches!(self, Self::Html(_) | Self::Docx(_) | Self::Xlsx | Self::Pdf(_))
    }

    /// Whether tabs, pipes or markup show the places of a row, so that an empty one can be seen, if not always told from one that a
    /// merged cell covers.
    pub const fn shows_places(self) -> bool {
        !matches!(
            self,
            Self::Paragraphs
                | Self::PipeLines
                | Self::PdfRaw
                | Self::PdfAligned
                | Self::Concatenated
                | Self::Pdf(Print { ruled: false, .. })
        )
    }

    /// Whether a row that is too short ends in empty cells: by tabs or pipes that make up for it, or
    /// because Markdown and workbooks show it so.
    pub(crate) const fn fills_rows_up(self) -> bool {
        matches!(
            self,
            Self::Tabs(Merged::Trailing | Merged::Ragged)
                | Self::Markdown
                | Self::RowTables
                | Self::PipeJoinedPadded
                | Self::PipeLines
                | Self::Xlsx
        )
    }

    /// Whether a file of this layout is plain text, in whatever encoding.
    pub const fn is_text(self) -> bool {
        !self.is_drawn() && !matches!(self, Self::OpenText(_) | Self::OpenSheets)
    }

    /// The usual extension of a file of this layout.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Markdown | Self::RowTables => "md",
            Self::Html(_) => "html",
            Self::OpenText(_) => "fodt",
            Self::OpenSheets => "fods",
            Self::Docx(_) => "docx",
            Self::Xlsx => "xlsx",
            Self::Pdf(_) => "pdf",
            _ => "txt",
        }
    }

    /// The file that holds this text of this layout, in UTF-8 where that is open.
    pub(crate) fn file(self, text: &str) -> Vec<u8> {
        match self {
            Self::Docx(_) => docx::package(text),
            Self::Xlsx => xlsx::package(text),
            _ => text.as_bytes().to_vec(),
        }
    }

    /// The sizes of numbers that can be read back from this layout without doubt.
    pub const fn scales(self) -> &'static [Scale] {
        match self {
            Self::Concatenated => &[Scale::Empty, Scale::SingleDigit],
            _ => &Scale::ALL,
        }
    }

    /// The ways of writing numbers that can be read back from this layout without doubt.
    pub const fn number_styles(self) -> &'static [NumberStyle] {
        match self {
            Self::Concatenated => &[NumberStyle::PLAIN],
            _ => &NumberStyle::ALL,
        }
    }

    /// Writes a report.
    pub(crate) fn write(
        self,
        parts: &[Part],
        prose: &Prose,
        marks: Option<HeadingMarks>,
        paper: &mut Paper,
        random: &mut Random,
    ) {
        match self {
            Self::PdfRaw | Self::PdfAligned => pdf::write(parts, self == Self::PdfAligned, paper, random),
            Self::Html(html) => html::write(parts, html, prose, paper, random),
            Self::OpenText(print) => open_document::text(parts, print, paper),
            Self::OpenSheets => open_document::sheets(parts, paper),
            Self::Docx(docx) => docx::write(parts, docx, paper, random),
            Self::Xlsx => xlsx::write(parts, paper),
            Self::Pdf(print) => pdf_file::write(parts, print, paper),
            _ => self
                .frame(marks, random)
                .write(parts, paper, &mut |sheet, paper| self.table(sheet, paper, random)),
        }
    }

    /// What stands around the tables of a plain text.
    fn frame(self, marks: Option<HeadingMarks>, random: &mut Random) -> Frame {
        let usual = match self {
            Self::Markdown | Self::RowTables if random.one_in(2) => HeadingMarks::Markdown,
            Self::Markdown | Self::RowTables => HeadingMarks::Drifting,
            Self::Tabs(_) if random.one_in(3) => HeadingMarks::Drifting,
            _ => HeadingMarks::None,
        };
        let gap = match self {
            Self::Word | Self::Concatenated | Self::Csv => false,
            Self::Piped | Self::PipeJoined | Self::PipeJoinedPadded | Self::PipeLines => random.one_in(2),
            _ => true,
        };
        Frame { marks: marks.unwrap_or(usual), gap }
    }

    fn table(self, sheet: &Sheet, paper: &mut Paper, random: &mut Random) {
        match self {
            Self::Tabs(merged) => tabs::table(sheet, merged, paper, random),
            Self::SplitTables => tabs::table(sheet, Merged::Empty, paper, random),
            Self::Paragraphs => paragraphs::table(sheet, paper),
            Self::Word => word::table(sheet, paper),
            Self::Markdown | Self::RowTables => markdown::table(sheet, true, paper),
            Self::Piped => markdown::table(sheet, false, paper),
            Self::PipeJoined => pipe_joined::table(sheet, false, paper),
            Self::PipeJoinedPadded => pipe_joined::table(sheet, true, paper),
            Self::PipeLines => pipe_lines::table(sheet, paper),
            Self::PipeTails => pipe_tails::table(sheet, paper),
            Self::Boxed => boxed::table(sheet, false, paper),
            Self::BoxDrawn => boxed::table(sheet, true, paper),
            Self::Csv => csv::table(sheet, paper),
            // Layouts that write whole pages never come here.
            Self::Concatenated
            | Self::PdfRaw
            | Self::PdfAligned
            | Self::Html(_)
            | Self::OpenText(_)
            | Self::OpenSheets
            | Self::Docx(_)
            | Self::Xlsx
            | Self::Pdf(_) => concatenated::table(sheet, paper),
        }
    }
}
