//! What stands for something that a browser shows is no number of the page, and neither is what it shows instead.

use super::blocks::{blocks, read};

const UNKNOWN: &str = "\u{FFFD}";

fn cell(words: &str) -> String {
    let page = format!("<table><tr><td>规章<td>{words}</table>");
    blocks(&read(&page)).join(" ").replace("R0 0:规章|1:", "")
}

#[test]
fn what_is_shown_only_where_something_else_cannot_be() {
    for words in [
        "<noscript>9</noscript>351",
        "<noscript><b>9</b></noscript><b>351</b>",
        "<noembed>9</noembed>351",
        "<noframes>9</noframes>351",
        "<template>9</template>351",
        "<template><table><tr><td>9</table></template>351",
        "<datalist><option>9<option>8</datalist>351",
        "<video><p>9</p></video>351",
        "<audio src=a>9</audio>351",
        "<meter value=9>9</meter>351",
        "<progress value=9 max=10>90%</progress>351",
        "<dialog><p>9</dialog>351",
        "<span hidden=until-found>9</span>351",
        "<ruby>351<rp>（</rp><rt>9</rt><rp>）</rp></ruby>",
        "<ruby>351<rtc>9</rtc></ruby>",
        "<input type=range value=9>351",
        "<input type=password value=9>351",
        "<svg><symbol><text>9</text></symbol></svg>351",
        "<svg><mask><text>9</text></mask><clipPath><text>9</text></clipPath></svg>351",
        "<svg><text display=none>9</text><text visibility=hidden>9</text><text fill=none>9</text></svg>351",
        "<svg><g opacity=0><text>9</text></g><text font-size=0>9</text></svg>351",
        "<iframe style=display:none src=a>9</iframe>351",
        "<object data=a hidden>9</object>351",
        "<embed src=a style=visibility:hidden>351",
    ] {
        assert_eq!(cell(words), "351", "{words}");
    }
    assert_eq!(cell("<object>9</object>351"), format!("{UNKNOWN}351"));
    assert_eq!(cell("<svg><text fill=red>351</text></svg>"), "351");
}

#[test]
fn what_is_shown_in_a_cell_and_not_read() {
    for words in [
        "<iframe srcdoc='<b>9</b>'></iframe>",
        "<iframe src=a>351</iframe>",
        "<object data=a.svg>351</object>",
        "<embed src=a.svg>",
        "<canvas>351</canvas>",
    ] {
        assert_eq!(cell(words), UNKNOWN, "{words}");
        assert!(cell(&format!("{words}351")).starts_with(UNKNOWN), "{words}");
    }
    // Outside of cells they are no part of a number.
    assert_eq!(blocks(&read("<p>收到5件<iframe src=a></iframe><canvas></canvas>")), ["P 收到5件"]);
}

#[test]
fn what_takes_the_place_of_what_stands_in_an_element() {
    let shown = cell("<div><template shadowrootmode=open>9</template>351</div>");
    assert_eq!(shown, UNKNOWN.repeat(3));
    for column in ["<col style=visibility:collapse>", "<colgroup style=visibility:collapse></colgroup>"] {
        let page = format!("<table>{column}<col><tr><td>8<td>351</table>");
        assert_eq!(blocks(&read(&page)), [format!("R0 0:{UNKNOWN}|1:{}", UNKNOWN.repeat(3))], "{column}");
    }
}
