//! A page of which hardly an element is closed, as old editors of sites write them.

use super::made::made;
use super::unseen::of_row;
use super::{asides, escaped, spans, title};
use crate::article::Part;
use crate::paper::Paper;
use crate::sheet::Sheet;

pub(super) fn page(parts: &[Part], charset: &str, paper: &mut Paper) {
    paper.line("<HTML><HEAD>");
    paper.line(&format!("<META http-equiv=Content-Type content=\"text/html; charset={charset}\">"));
    paper.line(&format!("<TITLE>{}</TITLE>", escaped(&title(parts))));
    paper.line("<BODY bgColor=#ffffff>");
    for part in parts {
        match part {
            Part::Title(lines) => {
                paper.line(&format!(
                    "<P align=center><FONT size=5><B>{}</B></FONT>",
                    escaped(&lines.join("\n"))
                ));
            }
            Part::Heading { text, .. } => {
                paper.line(&format!("<P><STRONG>&nbsp;&nbsp;{}</STRONG>", escaped(text)));
            }
            Part::PageLine(text) | Part::Paragraph(text) => {
                paper.line(&format!("<P>&nbsp;&nbsp;&nbsp; {}", escaped(text)));
            }
            Part::Table(sheet) => table(sheet, paper),
        }
    }
}

fn table(sheet: &Sheet, paper: &mut Paper) {
    paper.line("<TABLE cellSpacing=0 cellPadding=0 width=\"100%\" border=1>");
    for row in &sheet.rows {
        paper.line(&format!("<TR{}>", of_row(row)));
        for slot in row {
            let attributes = spans(slot).replace('"', "");
            let (before, behind) = asides(slot);
            paper.text(&format!("<TD align=middle{attributes}><P>{before}{}", slot.padding.0));
            // An empty cell is a space that does not break, of which the semicolon is lost, too.
            let text = if slot.text.is_empty() {
                "&nbsp".to_owned()
            } else {
                made(slot, escaped(&slot.text).replace("<br>", "<BR>"))
            };
            paper.marked_up(slot, &text);
            paper.line(&format!("{}{behind}", slot.padding.1));
        }
    }
    paper.line("</TABLE>");
}
