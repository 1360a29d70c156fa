//! Files of other formats that are put in.

use super::written::Written;
use super::{blocks, p, read, remarks};

fn with(body: &str, name: &str, content: &str) -> Written {
    Written::with_body(body)
        .relations("word/_rels/document.xml.rels", &[("c", "aFChunk", name)])
        .part(&format!("word/{name}"), content)
}

const CHUNK: &str = "<w:altChunk r:id='c'/>";

#[cfg(feature = "html")]
#[test]
fn a_web_page_stands_where_it_is_put_in() {
    let page = "<title>题</title><h2>二、主动公开</h2><p>见下表<table><tr><td rowspan=2>规章<td>1<td><s>9</s>2<tr><td><td>3</table>";
    let document = read(&with(&(p("前") + CHUNK + &p("后")), "chunk.htm", page));
    insta::assert_snapshot!(blocks(&document), @"
    P 前
    H2 二、主动公开
    P 见下表
    R0.0 0+1×2[规章] 1[1] 2[2]
    R0.1 1[] 2[3]
    P 后
    ");
    let alone = read(&with(CHUNK, "chunk.htm", "<p>全文<a href='http://a.example'>附件</a>"));
    assert_eq!(alone.text(), "全文附件\n");
    assert_eq!(alone.links().iter().map(|link| alone.slice(link.span)).collect::<Vec<_>>(), ["附件"]);
}

#[cfg(feature = "html")]
#[test]
fn in_a_cell_its_lines_are_lines_of_the_cell() {
    let table = |inner: &str| {
        format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>", p("规章"))
    };
    let document = read(&with(&table(CHUNK), "c.html", "<html><p>15<p>3"));
    assert_eq!(blocks(&document), "R0.0 0[规章] 1[15⏎3]");
    let inner = read(&with(&table(CHUNK), "c.html", "<html><table><tr><td>15<td>3</table>"));
    assert_eq!(blocks(&inner), "R0.0 0[规章] 1[\u{FFFC}]\nR1.0 0[15] 1[3]");
}

#[test]
fn a_text_is_read_and_others_are_told() {
    assert_eq!(blocks(&read(&with(CHUNK, "c.txt", "第一行\n第二行"))), "P 第一行\nP 第二行");
    for (name, content) in [("c.rtf", "{\\rtf1 9}"), ("c.docx", "PK\u{3}\u{4}")] {
        let document = read(&with(&(p("前") + CHUNK), name, content));
        assert_eq!(blocks(&document), "P 前", "{name}");
        assert!(remarks(&document).contains("which was not read"), "{name}");
    }
    let missing = read(&Written::with_body(&(p("前") + CHUNK)));
    assert!(remarks(&missing).contains("which was not read"));
}

#[cfg(feature = "html")]
#[test]
fn of_very_many_the_first_are_read() {
    let document = read(&with(&(p("前") + &CHUNK.repeat(1000)), "c.htm", "<p>9</p>"));
    assert_eq!(document.text().matches('9').count(), 64);
}
