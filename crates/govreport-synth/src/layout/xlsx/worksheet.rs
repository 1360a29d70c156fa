//! Writes the sheet, `xl/worksheets/sheet1.xml`: title, headings and paragraphs in the first column, the tables below each other.

use std::fmt::Write as _;

use super::address::address;
use super::{cell, escaped};
use crate::article::Part;
use crate::paper::Paper;
use crate::sheet::{Means, Position, Sheet, Slot};

/// The sheet under way.
#[derive(Debug, Default)]
struct Rows {
    /// How many rows are written.
    count: usize,
    /// The merged cells.
    merged: Vec<String>,
}

pub(in crate::layout) fn write(parts: &[Part], paper: &mut Paper) {
    paper.line("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>");
    paper.line("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
    let mut rows = Rows::default();
    for part in parts {
        match part {
            Part::Title(lines) => rows.line(&lines.concat(), paper),
            Part::Heading { text, .. } | Part::PageLine(text) | Part::Paragraph(text) => {
                rows.line(text, paper);
            }
            Part::Table(sheet) => rows.table(sheet, paper),
        }
    }
    paper.line("</sheetData>");
    if !rows.merged.is_empty() {
        let cells: Vec<String> =
            rows.merged.iter().map(|place| format!("<mergeCell ref=\"{place}\"/>")).collect();
        paper.line(&format!("<mergeCells count=\"{}\">{}</mergeCells>", cells.len(), cells.concat()));
    }
    paper.line("</worksheet>");
}

impl Rows {
    /// A row with one text in its first cell.
    fn line(&mut self, text: &str, paper: &mut Paper) {
        self.count += 1;
        let row = self.count;
        paper.line(&format!(
            "<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c></row>",
            escaped(text)
        ));
    }

    fn table(&mut self, sheet: &Sheet, paper: &mut Paper) {
        let grid = sheet.grid();
        for (number, line) in grid.iter().enumerate() {
            self.count += 1;
            let row = self.count;
            paper.line(&format!("<row r=\"{row}\"{}>", unseen(line)));
            let mut under: Option<String> = None;
            for (column, position) in line.iter().enumerate() {
                let place = address(column, row);
                match position {
                    Position::Start(slot) => {
                        let columns = slot.columns.clamp(1, (line.len() - column).max(1));
                        let rows = slot.rows.clamp(1, grid.len() - number);
                        if columns > 1 || rows > 1 {
                            let last = address(column + columns - 1, row + rows - 1);
                            self.merged.push(format!("{place}:{last}"));
                        }
                        under = stored_under(slot);
                        cell::write(slot, &place, column, paper);
                    }
                    Position::Beside | Position::Below => {
                        if let Some(number) = &under {
                            paper.line(&format!("<c r=\"{place}\"><v>{number}</v></c>"));
                        }
                    }
                }
            }
            paper.line("</row>");
        }
        // An empty row parts the table from what follows.
        self.count += 1;
    }
}

/// The number that is stored under a merged cell.
fn stored_under(slot: &Slot) -> Option<String> {
    let making = slot.making.as_ref().filter(|making| making.means == Means::UnderMerge)?;
    Some(making.other.clone())
}

/// The attributes of a row of which no cell is shown.
fn unseen(line: &[Position<'_>]) -> String {
    let mut makings = line.iter().filter_map(|position| match position {
        Position::Start(slot) => Some(slot.making.as_ref().filter(|making| making.means == Means::Unseen)),
        _ => None,
    });
    let mut attributes = String::new();
    if let Some(Some(first)) = makings.next()
        && makings.all(|making| making.is_some())
    {
        let how = if first.way % 2 == 0 { "hidden=\"1\"" } else { "ht=\"0\" customHeight=\"1\"" };
        // Writing to a string cannot fail.
        let _ = write!(attributes, " {how}");
    }
    attributes
}
