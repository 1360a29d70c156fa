//! Lines, headings, links and pictures.

use super::blocks::{blocks, read};

#[test]
fn inline_elements_glue_and_blocks_part() {
    let page = "<div>政<font>府</font><span>信</span><o:p></o:p><b>息</b>公开<div>情况</div>尾</div><section>节</section>";
    assert_eq!(blocks(&read(page)), ["P 政府信息公开", "P 情况", "P 尾", "P 节"]);
}

#[test]
fn white_space_collapses_but_not_that_of_the_text() {
    let document = read("<p>\n  甲 \n\t 乙 </p><p>\u{3000}\u{3000}丙&nbsp;&nbsp;丁</p>");
    assert_eq!(document.text(), "甲 乙\n\u{3000}\u{3000}丙\u{A0}\u{A0}丁\n");
    assert_eq!(blocks(&document), ["P 甲 乙", "P 丙\u{A0}\u{A0}丁"]);
}

#[test]
fn lines_of_pre_and_of_styled_text_are_kept() {
    let page = "<pre>\n一  行\n\n二\t行</pre><p style='white-space: pre-wrap'>三\n四</p><p>五\n六</p>";
    assert_eq!(blocks(&read(page)), ["P 一  行", "~P 二 行", "P 三", "P 四", "P 五 六"]);
}

#[test]
fn headings_by_element_and_by_role() {
    let page = "<h2>甲<br>乙</h2><div role=heading aria-level=3>丙</div><h3></h3><h4><div>丁</div></h4>戊";
    assert_eq!(blocks(&read(page)), ["H2 甲", "H2 乙", "H3 丙", "H4 丁", "P 戊"]);
}

#[test]
fn empty_paragraphs_and_lines_are_gaps() {
    let page = "<p>甲</p><p>&nbsp;</p><p>乙</p><p></p>丙<br>丁<br><br>戊<div></div>己";
    assert_eq!(blocks(&read(page)), ["P 甲", "~P 乙", "~P 丙", "P 丁", "~P 戊", "P 己"]);
}

#[test]
fn links_have_their_words_and_target() {
    let document = read(
        "<p>见 <a href='/a?x=1&amp;y=2'> 附件<b>一</b> </a>和<a href=b.pdf><img src=x></a><a href='javascript:void(0)'>打印</a>\
         <a href='#top'>顶</a><a name=x>锚</a><div><a href=c>丙<div>丁</div></a>戊</div>",
    );
    let links: Vec<_> =
        document.links().iter().map(|link| (document.slice(link.span), link.target.as_str())).collect();
    assert_eq!(links, [("附件一", "/a?x=1&y=2"), ("", "b.pdf"), ("丙\n丁", "c")]);
}

#[test]
fn words_of_pictures_stand_behind_the_line() {
    let page =
        "<p>前<img alt=' 图一 ' src=1.png>后</p><img src=2.png><table><tr><td>甲<img alt=图二><td>1</table>";
    assert_eq!(blocks(&read(page)), ["P 前后", "I 图一", "I ", "R0 0:甲|1:1", "I 图二"]);
}

#[test]
fn properties_of_the_page() {
    let document = read(
        "<title> 甲县\n报告&amp; </title><meta name=PubDate content='2024-01-15 10:00'><META property='og:title' content=题>\
         <meta charset=utf-8><meta name=x><link rel='Canonical' href='https://a.example/b'><link rel=icon href=i><body><title>后</title>文",
    );
    let properties: Vec<_> = document
        .properties()
        .iter()
        .map(|property| (property.name.as_str(), property.value.as_str()))
        .collect();
    assert_eq!(
        properties,
        [
            ("title", "甲县 报告&"),
            ("PubDate", "2024-01-15 10:00"),
            ("og:title", "题"),
            ("canonical", "https://a.example/b")
        ]
    );
    assert_eq!(document.text(), "文\n");
}
