//! A page pasted from Word or WPS.

use super::made::made;
use super::unseen::of_row;
use super::{asides, escaped, spans, title};
use crate::article::Part;
use crate::paper::Paper;
use crate::random::Random;
use crate::sheet::Sheet;

/// What Word writes into the head, for itself alone.
const HEAD: &str = "<meta name=ProgId content=Word.Document>
<meta name=Generator content=\"Microsoft Word 15\">
<!--[if gte mso 9]><xml>
 <w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom></w:WordDocument>
</xml><![endif]-->
<style>
<!--
 /* Style Definitions */
 p.MsoNormal, li.MsoNormal {mso-style-parent:\"\"; text-align:justify; font-size:10.5pt; font-family:等线}
 table.MsoNormalTable {mso-style-name:普通表格; mso-para-margin:0cm}
-->
</style>
<!--[if gte mso 10]>
<style>table.MsoTableGrid {mso-style-name:网格型; border:solid windowtext 1.0pt}</style>
<table><tr><td>行政许可</td><td>999999</td></tr></table>
<![endif]-->";

pub(super) fn page(parts: &[Part], charset: &str, paper: &mut Paper, random: &mut Random) {
    paper.line(
        "<html xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
         xmlns:w=\"urn:schemas-microsoft-com:office:word\" xmlns=\"http://www.w3.org/TR/REC-html40\">",
    );
    paper.line("<head>");
    paper.line(&format!("<meta http-equiv=Content-Type content=\"text/html; charset={charset}\">"));
    paper.line(HEAD);
    paper.line(&format!("<title>{}</title>", escaped(&title(parts))));
    paper.line("</head>");
    paper.line("<body lang=ZH-CN style='tab-interval:21.0pt'>");
    paper.line("<div class=WordSection1 style='layout-grid:15.6pt'>");
    for part in parts {
        match part {
            Part::Title(lines) => {
                for line in lines {
                    paragraph("text-align:center;line-height:28.0pt", &runs(line, "22.0pt", random), paper);
                }
            }
            Part::Heading { text, .. } => {
                paragraph("text-indent:32.0pt", &format!("<b>{}</b>", runs(text, "16.0pt", random)), paper);
            }
            Part::PageLine(text) | Part::Paragraph(text) => {
                paragraph(
                    "text-indent:32.0pt;mso-char-indent-count:2.0",
                    &runs(text, "16.0pt", random),
                    paper,
                );
            }
            Part::Table(sheet) => table(sheet, paper, random),
        }
    }
    paper.line("</div>");
    paper.line("</body>");
    paper.line("</html>");
}

fn paragraph(style: &str, runs: &str, paper: &mut Paper) {
    paper.line(&format!("<p class=MsoNormal style='{style}'>{runs}<o:p></o:p></p>"));
}

/// The text with a `span` and a `font` around every few characters; the source breaks its lines inside tags, as Word does.
fn runs(text: &str, size: &str, random: &mut Random) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut pieces = Vec::new();
    let mut rest = characters.as_slice();
    while !rest.is_empty() {
        let (run, behind) = rest.split_at(random.size(4, 9).min(rest.len()));
        rest = behind;
        let run = escaped(&run.iter().collect::<String>());
        let latin = if run.is_ascii() { " lang=EN-US" } else { "" };
        pieces.push(format!(
            "<span{latin}\nstyle='font-size:{size}'><font face=仿宋_GB2312>{run}</font></span>"
        ));
    }
    pieces.concat()
}

fn table(sheet: &Sheet, paper: &mut Paper, random: &mut Random) {
    paper.line(
        "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 width=0\n style='border-collapse:collapse;border:none;\
         mso-border-alt:solid windowtext .5pt;mso-yfti-tbllook:1184'>",
    );
    for (number, row) in sheet.rows.iter().enumerate() {
        paper.line(&format!(" <tr{} style='mso-yfti-irow:{number};height:20.0pt'>", of_row(row)));
        for slot in row {
            let width = 48 * slot.columns;
            let attributes = spans(slot).replace('"', "");
            paper.line(&format!("  <td width={width}{attributes} style='border:solid'>"));
            paper.text("  <p class=MsoNormal align=center style='text-align:center'>");
            if slot.text.is_empty() {
                paper.line("<span lang=EN-US><o:p>&nbsp;</o:p></span></p>");
            } else {
                let (before, behind) = asides(slot);
                paper.text(&before);
                paper.text(slot.padding.0);
                let text = runs(&slot.text, "10.5pt", random);
                paper.marked_up(slot, &made(slot, text));
                paper.text(slot.padding.1);
                paper.text(&behind);
                paper.line("<o:p></o:p></p>");
            }
            paper.line("  </td>");
        }
        paper.line(" </tr>");
    }
    // Word repeats the widths of the grid in a row that only it should see; browsers, and so readers, see it too.
    paper.text(" <![if !supportMisalignedColumns]>\n <tr height=0>");
    for _ in 0..sheet.width() {
        paper.text("<td width=48 style='border:none'></td>");
    }
    paper.line("</tr>\n <![endif]>");
    paper.line("</table>");
}
