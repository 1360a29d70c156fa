//! A tidy page.

use super::made::made;
use super::unseen::of_row;
use super::{asides, escaped, spans, title};
use crate::article::Part;
use crate::paper::Paper;
use crate::sheet::Sheet;

pub(super) fn page(parts: &[Part], charset: &str, paper: &mut Paper) {
    paper.line("<!DOCTYPE html>");
    paper.line("<html lang=\"zh-CN\">");
    paper
        .line(&format!("<head><meta charset=\"{charset}\"><title>{}</title></head>", escaped(&title(parts))));
    paper.line("<body>");
    article(parts, paper);
    paper.line("</body>");
    paper.line("</html>");
}

/// What stands in the body.
pub(super) fn article(parts: &[Part], paper: &mut Paper) {
    for part in parts {
        match part {
            Part::Title(lines) => paper.line(&format!("<h1>{}</h1>", escaped(&lines.join("\n")))),
            Part::Heading { depth, text } => {
                let level = (depth + 1).min(6);
                paper.line(&format!("<h{level}>{}</h{level}>", escaped(text)));
            }
            Part::PageLine(text) | Part::Paragraph(text) => paper.line(&format!("<p>{}</p>", escaped(text))),
            Part::Table(sheet) => table(sheet, paper),
        }
    }
}

fn table(sheet: &Sheet, paper: &mut Paper) {
    paper.line("<table border=\"1\">");
    paper.line("<tbody>");
    for row in &sheet.rows {
        paper.line(&format!("<tr{}>", of_row(row)));
        for slot in row {
            let (before, behind) = asides(slot);
            paper.text(&format!("<td{}>{before}{}", spans(slot), slot.padding.0));
            paper.marked_up(slot, &made(slot, escaped(&slot.text)));
            paper.line(&format!("{}{behind}</td>", slot.padding.1));
        }
        paper.line("</tr>");
    }
    paper.line("</tbody>");
    paper.line("</table>");
}
