//! Controls show of what is in them only what a browser shows.

use super::blocks::{blocks, read};

fn cell(words: &str) -> String {
    let page = format!("<table><tr><td>规章<td>{words}</table>");
    blocks(&read(&page)).join(" ").replace("R0 0:规章|1:", "")
}

#[test]
fn lists_of_choices_show_the_one_that_is_chosen() {
    for words in [
        "<select><option>9<option selected>351<option>8</select>",
        "<SELECT><OPTION SELECTED>351</OPTION><OPTION>9</OPTION></SELECT>",
        "<select><option>351</option><option>9</option></select>",
        "<select><option disabled>9<option>351<option>8</select>",
        "<select><optgroup label=9><option>351</optgroup><optgroup><option>8</optgroup></select>",
        "<select><option selected>9<option selected>351</select>",
        "<select size=1><option>351<option>9</select>",
        "<select><option label=351>9</option></select>",
        "<select>8<option>351</select>",
        "<select><option>351<option>9",
    ] {
        assert_eq!(cell(words), "351", "{words}");
    }
    assert_eq!(cell("<select multiple><option>9<option selected>351</select>"), "9⏎351");
    assert_eq!(cell("<select style='display:none'><option>9</select>"), "");
    assert_eq!(cell("3<select><option>51</select>"), "3 51");
    assert_eq!(blocks(&read("<p>共<select><option>5<option>6</select>件</p>")), ["P 共 5 件"]);
}

#[test]
fn what_is_closed_shows_its_summary() {
    for words in [
        "<details><summary>351</summary>99</details>",
        "<details><summary>351</summary><p>99<details open>8</details></details>",
        "<details>99<summary>351</summary><summary>8</summary></details>",
        "<details open><summary>3</summary></details>51",
        "<dialog>9</dialog>351",
        "<div popover>9</div>351",
    ] {
        let expected = if words.contains("open><") { "3⏎51" } else { "351" };
        assert_eq!(cell(words), expected, "{words}");
    }
    assert_eq!(cell("<details open><summary>项</summary>9</details>"), "项⏎9");
    assert_eq!(cell("<dialog open>9</dialog>"), "9");
    assert_eq!(cell("<details hidden><summary>9</summary></details>"), "");
}

#[test]
fn what_stands_for_something_else_is_not_shown() {
    for name in ["progress", "meter", "video", "audio", "datalist"] {
        assert_eq!(cell(&format!("<{name}>9</{name}>351")), "351", "{name}");
    }
    assert_eq!(cell("<ruby>351<rp>(</rp><rt>9</rt><rp>)</rp></ruby>"), "351");
}

#[test]
fn fields_show_their_values() {
    for words in [
        "<input value=351>",
        "<INPUT TYPE=Number VALUE='351'>",
        "<input type=text readonly value='&#51;51'>",
        "<input type=hidden value=9>351",
        "<input type=checkbox value=9 checked>351",
        "<input type=submit value=9>351",
        "<input value=9 style=display:none>351",
        "<textarea>351</textarea>",
    ] {
        assert_eq!(cell(words), "351", "{words}");
    }
    assert_eq!(cell("3<input value=51>件"), "3 51 件");
}

#[test]
fn letters_in_the_other_direction() {
    for words in [
        "<bdo dir=rtl>153</bdo>",
        "<BDO DIR='RTL'>1<b>5</b>3</BDO>",
        "<span style='direction:rtl;unicode-bidi:bidi-override'>153</span>",
        "<span dir=rtl style='unicode-bidi:isolate-override'>153</span>",
        "<div style='direction:rtl'><i style='unicode-bidi:bidi-override'>153</i></div>",
        "<pre><bdo dir=rtl>153</bdo></pre>",
        "<bdo dir=ltr>351</bdo>",
        "<bdo>351</bdo>",
        "<span dir=rtl>351</span>",
        "<span style='unicode-bidi:bidi-override'>351</span>",
    ] {
        assert_eq!(cell(words), "351", "{words}");
    }
    assert_eq!(cell("甲 <bdo dir=rtl>15 3</bdo> 乙"), "甲 3 51 乙");
    assert_eq!(cell("<bdo dir=rtl>15<br>3</bdo>"), "51⏎3");
    assert_eq!(cell("<bdo dir=rtl>4<bdo dir=ltr>53</bdo></bdo>"), "4\u{FFFD}\u{FFFD}");
}

#[test]
fn what_is_shown_in_another_order_is_withheld() {
    for words in [
        "<span style='display:flex;flex-direction:row-reverse'><b>35</b><b>1</b></span>",
        "<span style='display:flex;flex-flow:row-reverse wrap'><b>35</b><b>1</b></span>",
        "<span style='display:flex'><b style='order:2'>35</b><b style='order:1'>1</b></span>",
    ] {
        assert_eq!(cell(words), "\u{FFFD}".repeat(3), "{words}");
    }
    assert_eq!(cell("35<i style='font-variant-position:super'>1</i>"), "35¹");
    let page =
        "<div style='display:flex;flex-direction:row-reverse'><table><tr><td>规章<td>351</table></div>";
    assert_eq!(blocks(&read(page)), ["R0 0:规章|1:351"]);
}

#[test]
fn boxes_beside_each_other_are_no_one_number() {
    for words in [
        "<span style='display:inline-block;width:40px'>35</span><span>1</span>",
        "<span style='padding-right:1em'>35</span>1",
        "35<span style='margin:0 8px'>1</span>",
        "<i style='float:left'>35</i>1",
        "35<input value=1>",
        "<svg><text>35</text><text x=40>1</text></svg>",
    ] {
        assert_eq!(cell(words), "35 1", "{words}");
    }
    for words in ["<span style='padding:0 1px'>35</span>1", "<span style='display:inline-block'>35</span>1"] {
        assert_eq!(cell(words), "351", "{words}");
    }
}
