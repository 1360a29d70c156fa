//! Flat `OpenDocument` sheets (.fods): a sheet for each section, its heading over its table.

use super::{NAMESPACES, escaped, spans};
use crate::article::Part;
use crate::paper::Paper;
use crate::sheet::{Position, Sheet, Slot};

pub(in crate::layout) fn write(parts: &[Part], paper: &mut Paper) {
    paper.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    paper.line(&format!(
        "<office:document {NAMESPACES} office:mimetype=\"application/vnd.oasis.opendocument.spreadsheet\">"
    ));
    paper.line("<office:body><office:spreadsheet>");
    paper.line("<table:table table:name=\"1\">");
    let mut sections = 0;
    for part in parts {
        match part {
            Part::Title(lines) => line(&lines.concat(), paper),
            Part::Heading { depth, text } => {
                if *depth == 1 {
                    sections += 1;
                    // The first section stays on the first sheet, behind the title and the introduction.
                    if sections > 1 {
                        paper.line(&format!("</table:table>\n<table:table table:name=\"{sections}\">"));
                    }
                }
                line(text, paper);
            }
            Part::PageLine(text) | Part::Paragraph(text) => line(text, paper),
            Part::Table(sheet) => table(sheet, paper),
        }
    }
    paper.line("</table:table>");
    paper.line("</office:spreadsheet></office:body></office:document>");
}

/// A row with one text in its first cell.
fn line(text: &str, paper: &mut Paper) {
    paper.line(&format!(
        "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell></table:table-row>",
        escaped(text)
    ));
}

fn table(sheet: &Sheet, paper: &mut Paper) {
    for row in sheet.grid() {
        paper.line("<table:table-row>");
        for position in row {
            match position {
                Position::Beside | Position::Below => paper.line("<table:covered-table-cell/>"),
                Position::Start(slot) => cell(slot, paper),
            }
        }
        paper.line("</table:table-row>");
    }
}

/// A number is one where the workbook would show the same characters, and text otherwise, as where people paste a column in.
fn cell(slot: &Slot, paper: &mut Paper) {
    let number = slot.is_number() && slot.padding == ("", "") && shown_as_written(&slot.text);
    let kind = if slot.text.is_empty() {
        String::new()
    } else if number {
        format!(" office:value-type=\"float\" office:value=\"{}\"", slot.text)
    } else {
        " office:value-type=\"string\"".to_owned()
    };
    paper.text(&format!("<table:table-cell{kind}{}>", spans(slot.columns, slot.rows)));
    if !slot.text.is_empty() {
        paper.text("<text:p>");
        paper.text(slot.padding.0);
        paper.marked_up(slot, &escaped(&slot.text).replace('\n', "</text:p><text:p>"));
        paper.text(slot.padding.1);
        paper.text("</text:p>");
    }
    paper.line("</table:table-cell>");
}

/// Whether a number cell of a workbook shows exactly these characters: digits, at most one point, no zero at either end.
fn shown_as_written(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "1"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(fraction) && (whole == "0" || !whole.starts_with('0')) && !fraction.ends_with('0')
}
