//! Rules of style sheets hide what their selectors mean, of whatever kind these are.

use super::blocks::{blocks, read};

const UNKNOWN: char = char::REPLACEMENT_CHARACTER;

/// The words of the cell behind a label, which has two cells before it in its row and rows around it.
fn cell(sheet: &str, words: &str) -> String {
    cell_of(sheet, words, "")
}

fn cell_of(sheet: &str, words: &str, behind: &str) -> String {
    let page = format!(
        "<!DOCTYPE html><html class=page lang=zh><head><title>甲</title><style>{sheet}</style></head><body id=top><h2>一</h2>\
         <table><tr><td>甲<td>乙<tr><td>规章<td class='v w' data-kind=old>{words}</table><p>完<style>{behind}</style>"
    );
    let rows: Vec<_> =
        blocks(&read(&page)).into_iter().filter(|block| block.starts_with("R0 0:规章")).collect();
    rows.join(" ").replace("R0 0:规章|1:", "")
}

#[test]
fn selectors_of_every_kind_hide() {
    let words = "<i class='old x:1' data-old=1>9</i><b>351</b>";
    for sheet in [
        "[data-old]{display:none}",
        "i[data-old='1']{display:none}",
        "[class^=old]{visibility:hidden}",
        "[class*='x:']{font-size:0}",
        ".x\\:1{display:none}",
        "td > :first-child{display:none}",
        "i:first-of-type{display:none}",
        "td i:nth-child(1){opacity:0}",
        "td :nth-last-child(2){display:none}",
        "td *:not(b){text-decoration:line-through}",
        "td *:not(:last-child){display:none}",
        ":is(.old,.other){display:none}",
        ":where(td i){display:none}",
        "i:has(+ b){display:none}",
        "td+td i{display:none}",
        "tr ~ tr i{color:#fff}",
        "td:nth-child(2) i{position:absolute;left:-9999px}",
        "h2 ~ table tr:last-child i{display:none}",
        "h2+table i{display:none}",
        "html.page i{display:none}",
        ":root.page body#top i{display:none}",
        "html > body i{display:none}",
        "td{ i{display:none} }",
        "td{ & > i{display:none} }",
        "td{ &.v i{display:none} }",
        "i{ td &{display:none} }",
        "td{ @media screen{ i{display:none} } }",
        "i{ @media screen{ display:none } }",
        "i{color:red; &.old{display:none} }",
        "@media (hover:hover){i{display:none}}",
        "@media not print{i{display:none}}",
        "@media (width >= 600px){i{display:none}}",
        "@supports (display:grid){i{display:none}}",
        "@layer a{i{display:none}}",
        "@layer a{i.old{display:block}} i{display:none}",
        ":root{--d:none} .old{display:var(--d)}",
        "i{clip-path:inset(50%)}",
        "td i:not(.keep):not([hidden]){display:none}",
        "tbody tr td i:nth-child(odd){display:none}",
        ".w [data-old]{display:none}",
        "i:lang(zh), i[data-old]{display:none}",
        "td:has(b) i{display:none}",
        "td:has(i) > i:only-of-type{display:none}",
        "i{display:none} i:last-child{display:inline}",
    ] {
        let shown = cell(sheet, words);
        assert!(shown == "351" || shown.contains(UNKNOWN) && sheet.contains("lang"), "{sheet}: {shown}");
        let behind = cell_of("", words, sheet);
        assert!(behind == shown, "behind: {sheet}: {behind}");
    }
}

#[test]
fn what_other_selectors_mean_is_shown() {
    let words = "<i class=new>35</i><b>1</b>";
    for sheet in [
        "[data-old]{display:none}",
        "i:last-child{display:none}",
        "i:nth-child(2){display:none}",
        "i:not(.new){display:none}",
        "b+i{display:none}",
        "td:first-child i{display:none}",
        "i:hover, i:focus-within{display:none}",
        "i:empty{display:none}",
        "i::selection{display:none}",
        "table + p i{display:none}",
        "td:has(u) i{display:none}",
        "th .new, .a .b .new{display:none}",
        ".v .page i{display:none}",
        "td{ u{display:none} }",
        "@media print{td{ i{display:none} }}",
        "@media (hover:none){i{display:none}}",
        "@supports not (display:grid){i{display:none}}",
        "i:-moz-new, i{display:none}",
        "i..new, i{display:none}",
        "i:nth-child(1){display:none} i.new:nth-child(1){display:inline}",
        "i{display:none} i:first-child{display:initial}",
        "tr:nth-child(even){background:#eee}",
        "a:not(:hover){color:#00f}",
    ] {
        assert_eq!(cell(sheet, words), "351", "{sheet}");
    }
}

#[test]
fn what_a_selector_may_mean_is_withheld() {
    for sheet in [
        "i:new-thing{display:none}",
        "i:new-thing, b{display:none}",
        "@container (width > 10px){i{display:none}}",
        "@supports (new-thing:1){i{display:none}}",
        "@media (new-thing:1){i{display:none}}",
        "i{display:var(--of-elsewhere)}",
        "td::first-letter{font-size:0}",
        "i{display:none} i:new-thing{display:inline}",
    ] {
        let shown = cell(sheet, "<i>35</i><b>1</b>");
        assert!(shown.contains(UNKNOWN), "{sheet}: {shown}");
    }
    // A sign beside a number may be there, or not.
    assert_eq!(cell("i:new-thing{display:none}", "<i>-</i>13"), format!("{UNKNOWN}13"));
}

#[test]
fn cells_and_tables_are_hidden_by_any_selector() {
    let page = |sheet: &str| {
        blocks(&read(&format!(
            "<style>{sheet}</style><h2>二</h2><table><tr><td>甲<td>5<td>6<tr><td>乙<td>7<td>8</table><p>完"
        )))
        .join(" ")
    };
    assert_eq!(page("td~td~td{display:none}"), "H2 二 R0 0:甲|1:5 R0 0:乙|1:7 P 完");
    assert_eq!(page("td:nth-child(2){display:none}"), "H2 二 R0 0:甲|1:6 R0 0:乙|1:8 P 完");
    assert_eq!(page("tr:last-child{display:none}"), "H2 二 R0 0:甲|1:5|2:6 P 完");
    assert_eq!(page("h2+table{display:none}"), "H2 二 P 完");
    // If a cell is not there, the others stand elsewhere.
    let shifted = page("tr:first-child td:nth-child(2):new-thing{display:none}");
    assert_eq!(
        shifted,
        format!("H2 二 R0 0:甲|1:{UNKNOWN}|2:{UNKNOWN} R0 0:乙|1:{UNKNOWN}|2:{UNKNOWN} P 完")
    );
}

#[test]
fn dark_grounds_by_any_selector() {
    assert_eq!(cell("td:last-child{background:#000}", "351"), "");
    assert_eq!(cell("tr:last-child{background:#036} td+td{color:#fff}", "351"), "351");
}

#[test]
fn hostile_sheets_and_pages_end() {
    let deep = "td{".repeat(3000) + "display:none" + &"}".repeat(3000);
    let twice = "&&{".repeat(30) + "display:none";
    let has = ":has(*:has(*)) ~ * ~ * ~ *{display:none}";
    let many: Vec<_> = (0..30_000).map(|number| format!("b:nth-child({number}){{display:none}}")).collect();
    let many = many.concat();
    for sheet in [deep.as_str(), &twice, has, &many, "a:is(", "[", "@media{", "{}}{", "&", "a{&", "a{;};{"] {
        let body = "<i>1</i>".repeat(2000);
        read(&format!("<style>{sheet}</style><table><tr><td>规章<td>{body}</table>"));
    }
}
