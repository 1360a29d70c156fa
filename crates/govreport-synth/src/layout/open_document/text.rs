//! A flat `OpenDocument` text (.fodt).

use govreport_core::form::TableKind;

use super::{NAMESPACES, Print, escaped, spans};
use crate::article::Part;
use crate::paper::Paper;
use crate::sheet::{Position, Sheet};

/// Widths of the columns of a table in the grid of its sheet, in tenths of a millimetre; together at most 170 mm.
fn widths(kind: TableKind) -> Vec<usize> {
    match kind {
        TableKind::Proactive => vec![500, 400, 400, 400],
        // 三、本年度办理结果 stands in so narrow a column that its characters stand one above the other.
        TableKind::Requests => [vec![80, 190, 380], vec![150; 7]].concat(),
        TableKind::Review => vec![112; 15],
    }
}

pub(in crate::layout) fn write(parts: &[Part], print: Print, paper: &mut Paper) {
    paper.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    paper.line(&format!(
        "<office:document {NAMESPACES} office:mimetype=\"application/vnd.oasis.opendocument.text\">"
    ));
    styles(print, paper);
    paper.line("<office:body><office:text>");
    for part in parts {
        match part {
            Part::Title(lines) => {
                for line in lines {
                    paper.line(&format!("<text:p text:style-name=\"Title\">{}</text:p>", escaped(line)));
                }
            }
            Part::Heading { depth, text } => paper.line(&format!(
                "<text:h text:style-name=\"Head\" text:outline-level=\"{depth}\">{}</text:h>",
                escaped(text)
            )),
            Part::PageLine(text) | Part::Paragraph(text) => {
                paper.line(&format!("<text:p text:style-name=\"Body\">{}</text:p>", escaped(text)));
            }
            Part::Table(sheet) => table(sheet, print, paper),
        }
    }
    paper.line("</office:text></office:body></office:document>");
}

fn styles(print: Print, paper: &mut Paper) {
    let style = |name: &str, paragraph: &str, size: f32| {
        format!(
            "<style:style style:name=\"{name}\" style:family=\"paragraph\"><style:paragraph-properties {paragraph}/>\
             <style:text-properties fo:font-size=\"{size}pt\" style:font-size-asian=\"{size}pt\" style:font-name=\"CJK\" \
             style:font-name-asian=\"CJK\" fo:language=\"zh\" fo:country=\"CN\" style:language-asian=\"zh\" \
             style:country-asian=\"CN\"/></style:style>"
        )
    };
    paper.line(
        "<office:font-face-decls><style:font-face style:name=\"CJK\" svg:font-family=\"'WenQuanYi Zen Hei'\"/></office:font-face-decls>",
    );
    paper.line("<office:styles>");
    paper.line(&style("Title", "fo:text-align=\"center\" fo:margin-bottom=\"6mm\"", 16.0));
    paper.line(&style(
        "Head",
        "fo:margin-top=\"3mm\" fo:margin-bottom=\"3mm\" fo:keep-with-next=\"always\"",
        12.0,
    ));
    paper.line(&style("Body", "fo:text-indent=\"8mm\" fo:margin-bottom=\"2mm\"", 10.5));
    paper.line(&style("Cell", "fo:text-align=\"center\"", 8.5));
    paper.line(&style("Foot", "fo:text-align=\"center\"", 9.0));
    paper.line("</office:styles>");
    paper.line("<office:automatic-styles>");
    let border = if print.ruled { "0.5pt solid #000000" } else { "none" };
    paper.line(&format!(
        "<style:style style:name=\"Box\" style:family=\"table-cell\"><style:table-cell-properties fo:border=\"{border}\" \
         fo:padding=\"0.4mm\" style:vertical-align=\"middle\"/></style:style>"
    ));
    paper.line(
        "<style:style style:name=\"Row\" style:family=\"table-row\"><style:table-row-properties style:min-row-height=\"6mm\" \
         fo:keep-together=\"always\"/></style:style>",
    );
    for kind in TableKind::ALL {
        let width: usize = widths(*kind).iter().sum();
        paper.line(&format!(
            "<style:style style:name=\"{kind}\" style:family=\"table\"><style:table-properties style:width=\"{}mm\" \
             table:align=\"left\" style:may-break-between-rows=\"{}\"/></style:style>",
            millimetres(width),
            print.small_pages
        ));
        for (column, width) in widths(*kind).into_iter().enumerate() {
            paper.line(&format!(
                "<style:style style:name=\"{kind}.{column}\" style:family=\"table-column\">\
                 <style:table-column-properties style:column-width=\"{}mm\"/></style:style>",
                millimetres(width)
            ));
        }
    }
    let height = if print.small_pages { 148 } else { 297 };
    paper.line(&format!(
        "<style:page-layout style:name=\"Page\"><style:page-layout-properties fo:page-width=\"210mm\" fo:page-height=\"{height}mm\" \
         fo:margin-top=\"18mm\" fo:margin-bottom=\"12mm\" fo:margin-left=\"20mm\" fo:margin-right=\"20mm\"/>\
         <style:header-style><style:header-footer-properties fo:min-height=\"6mm\" fo:margin-bottom=\"3mm\"/></style:header-style>\
         <style:footer-style><style:header-footer-properties fo:min-height=\"6mm\" fo:margin-top=\"3mm\"/></style:footer-style>\
         </style:page-layout>"
    ));
    paper.line("</office:automatic-styles>");
    paper.line(
        "<office:master-styles><style:master-page style:name=\"Standard\" style:page-layout-name=\"Page\">\
         <style:header><text:p text:style-name=\"Foot\">政府信息公开工作年度报告汇编</text:p></style:header>\
         <style:footer><text:p text:style-name=\"Foot\">— <text:page-number text:select-page=\"current\">1</text:page-number> \
         —</text:p></style:footer></style:master-page></office:master-styles>",
    );
}

/// Tenths of a millimetre as millimetres.
fn millimetres(tenths: usize) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn table(sheet: &Sheet, print: Print, paper: &mut Paper) {
    let kind = sheet.kind;
    paper.line(&format!("<table:table table:name=\"{kind}\" table:style-name=\"{kind}\">"));
    for column in 0..sheet.width() {
        paper.line(&format!("<table:table-column table:style-name=\"{kind}.{column}\"/>"));
    }
    let grid = sheet.grid();
    // Table one has a heading in each block; what could be repeated of it would head the wrong block.
    let heads = if print.repeated_heads && kind != TableKind::Proactive {
        (0..grid.len()).take_while(|row| !sheet.has_numbers(*row)).count()
    } else {
        0
    };
    if heads > 0 {
        paper.line("<table:table-header-rows>");
    }
    for (number, row) in grid.into_iter().enumerate() {
        paper.line("<table:table-row table:style-name=\"Row\">");
        for position in row {
            match position {
                Position::Beside | Position::Below => paper.line("<table:covered-table-cell/>"),
                Position::Start(slot) => {
                    paper.text(&format!(
                        "<table:table-cell table:style-name=\"Box\" office:value-type=\"string\"{}><text:p text:style-name=\"Cell\">",
                        spans(slot.columns, slot.rows)
                    ));
                    paper.text(slot.padding.0);
                    paper.marked_up(slot, &escaped(&slot.text).replace('\n', "<text:line-break/>"));
                    paper.text(slot.padding.1);
                    paper.line("</text:p></table:table-cell>");
                }
            }
        }
        paper.line("</table:table-row>");
        if number + 1 == heads {
            paper.line("</table:table-header-rows>");
        }
    }
    paper.line("</table:table>");
    paper.line("<text:p text:style-name=\"Body\"/>");
}
