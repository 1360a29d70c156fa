//! Headings, and numbers that Word writes by itself.

use super::written::Written;
use super::{blocks, p, read};

fn styled(properties: &str, words: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
}

#[test]
fn headings_and_their_numbers() {
    let numbered = |level: u8, words: &str| {
        styled(&format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='3'/></w:numPr>"), words)
    };
    let xml = [
        styled("<w:pStyle w:val='t'/>", "青禾区年度报告"),
        styled("<w:pStyle w:val='1'/>", "总体情况"),
        p("无。"),
        styled("<w:outlineLvl w:val='1'/>", "主动公开"),
        styled("<w:pStyle w:val='1'/><w:outlineLvl w:val='9'/>", "不是标题"),
        styled("<w:pStyle w:val='1'/><w:numPr><w:numId w:val='0'/></w:numPr>", "没有编号"),
        numbered(1, "5件"),
        numbered(1, ""),
        numbered(1, "依申请"),
        format!("<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>", numbered(1, ""), p("县")),
    ]
    .concat();
    let document = read(
        &Written::with_body(&xml)
            .words(
                "word/styles.xml",
                "styles",
                "<w:style w:styleId='t'><w:name w:val='Title'/></w:style><w:style w:styleId='1'><w:name w:val='heading 1'/>\
                 <w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr></w:style>",
            )
            .words(
                "word/numbering.xml",
                "numbering",
                "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:pStyle w:val='1'/><w:numFmt w:val='chineseCounting'/>\
                 <w:lvlText w:val='%1、'/></w:lvl><w:lvl w:ilvl='1'><w:suff w:val='nothing'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%2.'/></w:lvl></w:abstractNum>\
                 <w:num w:numId='3'><w:abstractNumId w:val='0'/></w:num>",
            ),
    );
    insta::assert_snapshot!(blocks(&document), @"
    H1 青禾区年度报告
    H1 一、总体情况
    P 无。
    H2 主动公开
    P 二、不是标题
    H1 没有编号
    P 1. 5件

    P 3.依申请
    R0.0 0[4.] 1[县]
    ");
}
