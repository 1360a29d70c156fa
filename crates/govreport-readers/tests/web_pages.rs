//! A report in a web page gives its cells, in whatever markup the page is written.
#![cfg(feature = "html")]

#[path = "web_pages/form.rs"]
mod form;

use govreport_core::model::Report;
use govreport_readers::{Limits, html};

use self::form::{Page, Piece};

/// The values of all cells, in the order of the form.
fn values(page: &[u8]) -> Vec<String> {
    let document = html::document(page, None, &Limits::default()).expect("the page can be read");
    let report = Report::from_document(&document).expect("the page holds a report");
    let value =
        |value: Option<_>| value.map_or_else(|| "-".to_owned(), |value: _| ToString::to_string(&value));
    report.cells().map(|cell| value(cell.value)).collect()
}

fn write(page: &Page, open: fn(&Piece) -> String) -> String {
    page.pieces.iter().map(open).collect()
}

/// Clean markup.
fn plain(piece: &Piece) -> String {
    match piece {
        Piece::Heading(words) => format!("<h2>{words}</h2>\n"),
        Piece::Paragraph(words) => format!("<p>{words}</p>\n"),
        Piece::Table(rows) => {
            let cell = |cell: &form::Cell| format!("    <td{}>{}</td>\n", cell.spans("\""), cell.words);
            let row = |row: &Vec<form::Cell>| {
                format!("  <tr>\n{}  </tr>\n", row.iter().map(cell).collect::<String>())
            };
            format!("<table>\n<tbody>\n{}</tbody>\n</table>\n", rows.iter().map(row).collect::<String>())
        }
    }
}

/// Every few characters in a `font` and a `span` of their own, as Word and WPS write them.
fn torn(words: &str) -> String {
    if words.is_empty() {
        return "<span lang=\"EN-US\"><o:p>&nbsp;</o:p></span>".to_owned();
    }
    let characters: Vec<char> = words.chars().collect();
    let piece = |piece: &[char]| {
        let words: String = piece.iter().collect();
        format!(
            "<span style=\"font-size:10.5pt;mso-hansi-font-family:宋体\"><font face=\"宋体\">{words}</font></span>"
        )
    };
    characters.chunks(3).map(piece).collect::<String>() + "<span lang=\"EN-US\"><o:p></o:p></span>"
}

/// The markup of Word and WPS.
fn office(piece: &Piece) -> String {
    match piece {
        Piece::Heading(words) => format!("<p class=\"MsoNormal\"><b>{}</b></p>\r\n", torn(words)),
        Piece::Paragraph(words) => {
            format!("<p class=MsoNormal style='text-indent:32.0pt'>{}</p>\r\n", torn(words))
        }
        Piece::Table(rows) => {
            let cell = |cell: &form::Cell| {
                let words = torn(&cell.words);
                format!(
                    "<td width=61{} style='border:solid windowtext 1.0pt'>\r\n<p class=MsoNormal align=center>{words}</p>\r\n</td>",
                    cell.spans("")
                )
            };
            let row = |row: &Vec<form::Cell>| {
                format!("<tr style='mso-yfti-irow:0'>{}</tr>\r\n", row.iter().map(cell).collect::<String>())
            };
            let rows: String = rows.iter().map(row).collect();
            format!(
                "<!--[if gte mso 9]><xml><v:shape>规章 9</v:shape></xml><![endif]--><table class=MsoNormalTable>{rows}\
                 <![if !supportMisalignedColumns]><tr height=0><td width=61></td></tr><![endif]></table>"
            )
        }
    }
}

/// Nothing closed that need not be, and more; capitals; lines broken in labels.
fn unclosed(piece: &Piece) -> String {
    match piece {
        Piece::Heading(words) => format!("<P><STRONG>{words}"),
        Piece::Paragraph(words) => format!("<P>&nbsp;<P>&nbsp;&nbsp;{words}</SPAN>"),
        Piece::Table(rows) => {
            let cell = |cell: &form::Cell| {
                let words = cell.words.replace("政府", "<br>政府");
                let words = if words.is_empty() { "&nbsp" } else { &words };
                format!("<TD{}><P align=center>{words}\n", cell.spans("'"))
            };
            let row = |row: &Vec<form::Cell>| format!("<TR>{}", row.iter().map(cell).collect::<String>());
            format!("</STRONG><TABLE border=1>{}</TABLE>", rows.iter().map(row).collect::<String>())
        }
    }
}

/// The page of a site around a report: tables for layout, scripts and hidden text that hold labels and tables.
fn site(content: &str) -> String {
    format!(
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">\n\
         <html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\"><title>云苇县柳浦镇</title>\n\
         <script>document.write('<table><tr><td>规章</td><td>7</td><td>7</td><td>7</td></tr></table>');</script>\n\
         <style>.a:before {{ content: '<td>行政许可</td>' }}</style></head>\n\
         <body><table width=980><tr><td><a href=/>首页</a> &gt; <a href='/zfxxgk/'>政府信息公开</a></td></tr></table>\n\
         <table><tr><td valign=top><ul><li><a href=a>机构职能</a><li><a href=b>年度报告</a></ul></td><td>\n\
         <div style='display: none'><table><tr><td>行政处罚</td><td>8</td></tr></table></div><div id=content>\n{content}\n</div>\n\
         <noscript><p>一、总体情况</p></noscript></td></tr></table><div>主办：柳浦镇人民政府</div></body></html>"
    )
}

#[test]
fn all_markup_gives_the_same_cells() {
    let page = Page::new();
    let plainly = write(&page, plain);
    assert_eq!(values(plainly.as_bytes()), page.values, "plain");
    assert_eq!(values(write(&page, office).as_bytes()), page.values, "office");
    assert_eq!(values(write(&page, unclosed).as_bytes()), page.values, "unclosed");
    assert_eq!(values(site(&plainly).as_bytes()), page.values, "site");
    assert_eq!(values(site(&write(&page, office)).as_bytes()), page.values, "site with markup of Word");
    assert_eq!(values(site(&write(&page, unclosed)).as_bytes()), page.values, "site, unclosed");
    let (gbk, _, _) = encoding_rs::GBK.encode(&plainly);
    assert_eq!(values(&gbk), page.values, "GBK, not declared");
    let whole = site(&plainly);
    let (gbk, _, _) = encoding_rs::GBK.encode(&whole);
    assert_eq!(values(&gbk), page.values, "GBK, declared as gb2312");
}

#[test]
fn end_tags_of_cells_and_rows_may_all_be_lost() {
    let page = Page::new();
    let mut broken = write(&page, office);
    for tag in ["</td>", "</tr>", "</p>", "</span>", "</font>", "</tbody>"] {
        broken = broken.replace(tag, "");
    }
    assert_eq!(values(broken.as_bytes()), page.values);
}
