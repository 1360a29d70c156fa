//! What style sheets put before and behind what stands in an element is shown with it.

use super::blocks::{blocks, read};

/// The words of the only cell beside a label.
fn cell(sheet: &str, words: &str) -> String {
    let page = format!(
        "<style>{sheet}</style><table><tr><td>规章<td class='v neg' data-n=12 data-t='&#45;'>{words}</table>"
    );
    blocks(&read(&page)).join(" ").replace("R0 0:规章|1:", "")
}

#[test]
fn words_of_style_sheets_are_shown() {
    for (sheet, expected) in [
        (".neg::before{content:'-'}", "-13"),
        (".neg:before{content:\"\\2d\"}", "-13"),
        ("td.neg::after{content:'件'}", "13件"),
        (".v::before{content:'1' '2'}", "1213"),
        (".v::after{content:attr(data-n)}", "1312"),
        (".v::before{content:attr(data-t)}", "-13"),
        ("td+td::before{content:'-'}", "-13"),
        ("td:last-child::after{content:'5'}", "135"),
        (".v b::before{content:'-'}", "-13"),
        (".v::before{content:'约';display:block}", "约⏎13"),
        (".v::after{content:'5';display:block}", "13⏎5"),
        (".v::after{content:'5';margin-left:1em}", "13 5"),
        (".v{ &::before{content:'-'} }", "-13"),
        (".v::before{content:'-'!important} .v.neg::before{content:none}", "-13"),
        (":root{--m:'-'} .v::before{content:var(--m)}", "-13"),
        (".v::after{content:'1';vertical-align:super;font-size:8px}", "13¹"),
    ] {
        assert_eq!(cell(sheet, "<b>13</b>"), expected, "{sheet}");
    }
}

#[test]
fn words_that_are_not_shown() {
    for sheet in [
        ".v::before{content:''}",
        ".v::before{content:none}",
        ".v::before{content:'-'} .neg::before{content:none}",
        ".v::before{content:'9';display:none}",
        ".v::after{content:'.';display:block;height:0;overflow:hidden;visibility:hidden}",
        ".v::after{content:' ';display:table}",
        ".v::before{content:'9';font-size:0}",
        ".v::before{content:'9';position:absolute;left:-9999px}",
        ".v:hover::before{content:'9'}",
        ".v::selection{content:'9'}",
        ".v{content:'9'}",
        "@media print{.v::before{content:'9'}}",
        "@media (max-width:600px){.v::before{content:attr(data-n)}}",
        "i::before{content:'9'}",
        "table::before{content:'9'}",
    ] {
        assert_eq!(cell(sheet, "<b>13</b>"), "13", "{sheet}");
    }
}

#[test]
fn what_is_put_and_not_known_is_no_number() {
    for sheet in [
        ".v::before{content:url(minus.png)}",
        ".v::before{content:counter(n)}",
        ".v::before{content:'\\f068'}",
        ".v::before{content:var(--sign)}",
        "@supports (new-thing:1){.v::before{content:'-'}}",
        "tr::before{content:'1'}",
        ".v{content:url(13.png)}",
    ] {
        let shown = cell(sheet, "<b>13</b>");
        assert!(shown.contains('\u{FFFD}'), "{sheet}: {shown}");
    }
    // Outside of cells these are pictures.
    let page = "<style>h2::before{content:'\\f015'}p::before{content:url(dot.png)}</style><h2>一、概述</h2><p>收到5件";
    assert_eq!(blocks(&read(page)), ["H2 一、概述", "P 收到5件"]);
    let words = "<style>h2::before{content:'一、'}</style><h2>概述</h2>";
    assert_eq!(blocks(&read(words)), ["H2 一、概述"]);
}
