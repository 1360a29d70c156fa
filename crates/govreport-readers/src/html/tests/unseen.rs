//! What nobody sees is no text.

use super::blocks::{blocks, read};

fn text(page: &str) -> String {
    blocks(&read(&format!("{page}<p>见</p>"))).join(" ")
}

#[test]
fn scripts_and_styles_with_labels_and_tables() {
    for hidden in [
        "<script>document.write('<table><tr><td>规章<td>1</table>');</script>",
        "<script><!-- <script>规章</script> --></script>",
        "<style>td:after { content: '规章' }</style>",
        "<noscript><table><tr><td>规章</table></noscript>",
        "<template><table><tr><td>规章</table></template>",
        "<iframe>规章</iframe>",
        "<!-- <td>规章 -->",
        "<!--[if gte mso 9]><xml><w:WordDocument>规章</w:WordDocument></xml><![endif]-->",
        "<svg><title>规章</title><style>规章</style></svg>",
        "<input type=hidden value=规章>",
    ] {
        assert_eq!(text(hidden), "P 见", "{hidden}");
    }
}

#[test]
fn elements_that_are_not_shown() {
    for hidden in [
        "<div style='display: none'><p>规章<table><tr><td>1<td>2</table></div>",
        "<div hidden>规章</div>",
        "<p style='color:red;visibility:hidden'>规章</p>",
        "<span style='display:none'>规<span>章</span>制</span>",
        "<font style='mso-hide:all'>规章</font>",
        "<img style=display:none alt=规章>",
    ] {
        let seen = text(hidden);
        assert!(seen.ends_with("P 见") && !seen.contains('章'), "{hidden}: {seen}");
    }
}

#[test]
fn hidden_cells_take_no_place_and_invisible_ones_do() {
    let page = "<table><tr><td>甲<td style='display:none'>乙<td>丙<tr><td>1<td style='visibility:hidden'>2<td>3</table>";
    assert_eq!(text(page), "R0 0:甲|1:丙 R0 0:1|1:|2:3 P 见");
}

#[test]
fn what_stands_in_a_hidden_table_by_mistake_is_seen() {
    assert_eq!(text("<table style='display:none'>迷<tr><td>规章</table>"), "P 迷 P 见");
}

#[test]
fn revealed_conditional_comments_are_seen() {
    assert_eq!(text("<![if !mso]><p>章</p><![endif]>"), "P 章 P 见");
}
