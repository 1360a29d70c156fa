//! What is struck out, hidden or cut away is no part of the number beside it.

use super::blocks::{blocks, read};

/// The words of the only cell beside a label.
fn cell(sheet: &str, words: &str) -> String {
    let page = format!("<style>{sheet}</style><table><tr><td>规章<td>{words}</table>");
    blocks(&read(&page)).join(" ").replace("R0 0:规章|1:", "")
}

#[test]
fn elements_and_styles_that_hide() {
    for words in [
        "<s>9</s>351",
        "<STRIKE>9</STRIKE>351",
        "<del><b>9</b></del><ins>351</ins>",
        "<del><p>9</p></del>351",
        "<span style='text-decoration:line-through'>9</span>351",
        "<span style='text-decoration: underline LINE-THROUGH red!important'>9</span>351",
        "<span style='text-decoration-line:line-through'><i style='text-decoration:none'>9</i></span>351",
        "<span style='opacity:0'>9</span>351",
        "<span style='opacity:0%'><i style='opacity:1'>9</i></span>351",
        "<span style='filter:opacity(0)'>9</span>351",
        "<span style='font-size:0'>9</span>351",
        "<span style='font-size:0px'><b style='font-size:2em'>9</b></span>351",
        "<span style='font:0/0 a'>9</span>351",
        "<span style='position:absolute;left:-9999px'>9</span>351",
        "<span style='position:fixed;top:-100em'>9</span>351",
        "<span style='position:absolute;right:200%'>9</span>351",
        "<span style='position:absolute;left:9999px'>9</span>351",
        "<span style='position:absolute;clip:rect(0,0,0,0)'>9</span>351",
        "<span style='position:absolute;clip:rect(1px 1px 1px 1px)'>9</span>351",
        "<span style='clip-path:inset(50%)'>9</span>351",
        "<span style='display:inline-block;width:0;overflow:hidden'>9</span>351",
        "<span style='position:absolute;width:1px;height:1px;overflow:hidden'>9</span>351",
        "<div style='height:0;overflow:hidden'>9</div>351",
        "<div style='text-indent:-9999px'>9</div>351",
        "<span style='display:inline-block;transform:scale(0)'>9</span>351",
        "<span style='display:inline-block;transform:translateX(-9999px)'>9</span>351",
        "<span style='margin-left:-9999px'>9</span>351",
        "<span style='visibility:hidden'>9</span>351",
        "<span hidden>9</span>351",
        "<p style='display:none'>9</p>351",
    ] {
        assert_eq!(cell("", words), "351", "{words}");
    }
    assert_eq!(cell("", "<s>9</s>"), "");
}

#[test]
fn formatting_goes_on_behind_what_closes_it() {
    for words in [
        "351<p><s>9</p><p>9</s></p>",
        "351<b><s>9</b>9</s>",
        "351<span><s>9</span>9</s>",
        "351<div><font color=white>9</div>9</font>",
        "<s><p>9</s>351</p>",
        "<font color=white><div>9</font>351</div>",
        "<b><s>9</b></s>351",
        "<p><s>9</p></s>351",
    ] {
        assert_eq!(cell("", words), "351", "{words}");
    }
    let cells = "<table><tr><td><s>9<td>351<tr><td><font color=#fff>9<td>352</table><p><s>9</p><table><tr><td>甲<td>353</table>";
    assert_eq!(blocks(&read(cells)), ["R0 0:|1:351", "R0 0:|1:352", "~R1 0:甲|1:353"]);
}

#[test]
fn what_is_shown_all_the_same() {
    for words in [
        "<span style='visibility:hidden'>9<i style='visibility:visible'>351</i></span>",
        "<span style='font-size:0'>9<i style='font-size:12pt'>351</i></span>",
        "<s style='text-decoration:none'>351</s>",
        "<span hidden style='display:inline'>351</span>",
        "<span style='width:0;overflow:hidden'>351</span>",
        "<span style='margin-left:-490px'>351</span>",
        "<span style='display:none;display:inline'>351</span>",
        "<span style='opacity:.5'>351</span>",
        "<span style='font-size:9pt;text-indent:-2em'>351</span>",
        "<span style='left:-9999px'>351</span>",
        "<span style='clip:rect(0,0,0,0)'>351</span>",
        "<u style='text-decoration:underline'>351</u>",
    ] {
        assert_eq!(cell("", words), "351", "{words}");
    }
}

#[test]
fn rules_that_hide_before_and_behind_what_they_hide() {
    for sheet in [
        ".x{display:none}",
        "i{display:none}",
        "#n{display:none}",
        "i.x{display:none}",
        "td .x{display:none}",
        "td>i{display:none}",
        ".y,.x{DISPLAY:NONE}",
        "*{} .x{visibility:hidden}",
        ".x{opacity:0}",
        ".x{position:absolute;left:-9999px}",
        ".x{text-decoration:line-through}",
        ".x{font-size:0}",
        ".x{display:inline} i.x{display:none}",
        ".x{display:none!important} #n{display:inline}",
        "@media screen{.x{display:none}}",
        "/* {} */ .x{display:none;}",
        ".x{color:#fff}",
    ] {
        let words = "<i class='w x' id=n>9</i>351";
        assert_eq!(cell(sheet, words), "351", "{sheet}");
        assert_eq!(cell("", &format!("{words}<style>{sheet}</style>")), "351", "behind: {sheet}");
    }
}

#[test]
fn rules_that_hide_nothing_here() {
    for sheet in [
        ".x{display:none} .x{display:inline}",
        ".x{display:none} #n{display:inline}",
        ".X{display:none}",
        "i:hover{display:none}",
        "@media print{.x{display:none}}",
        "b .x{display:none}",
    ] {
        let page = format!(
            "<!DOCTYPE html><style>{sheet}</style><table><tr><td>规章<td><i class='w x' id=n>351</i></table>"
        );
        assert_eq!(blocks(&read(&page)), ["R0 0:规章|1:351"], "{sheet}");
    }
    assert_eq!(cell("s{text-decoration:none}", "<s>351</s>"), "351");
    let print = "<style media=print>i{display:none}</style><table><tr><td>规章<td><i>351</i></table>";
    assert_eq!(blocks(&read(print)), ["R0 0:规章|1:351"]);
}

#[test]
fn a_rule_hides_cells_and_rows() {
    let page = "<style>.h{display:none}</style><table><tr><td>甲<td class=h>乙<td>丙<tr class=h><td>1<td>2<tbody class=h><tr><td>8</table>";
    assert_eq!(blocks(&read(page)), ["R0 0:甲|1:丙"]);
}

#[test]
fn scripts_reveal_what_is_hidden_of_the_page_as_a_whole() {
    let page = "<style>body{opacity:0;visibility:hidden}</style><body style=display:none hidden><p>章";
    assert_eq!(blocks(&read(page)), ["P 章"]);
}
