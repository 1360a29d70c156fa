//! What stands above or below the line is a mark, and no part of the number before it.

use super::blocks::{blocks, read};

/// The words of the only cell beside a label.
fn cell(words: &str) -> String {
    cell_of("", words)
}

fn cell_of(sheet: &str, words: &str) -> String {
    let page = format!("<style>{sheet}</style><table><tr><td>规章<td>{words}</table>");
    blocks(&read(&page)).join(" ").replace("R0 0:规章|1:", "")
}

#[test]
fn elements_and_styles_that_raise() {
    for words in [
        "351<sup>1</sup>",
        "351<SUP>1</SUP>",
        "351<sup><a href='#n1'>1</a></sup>",
        "351<font size=1><sup>1</sup></font>",
        "351<sup style='vertical-align:baseline'>1</sup>",
        "351<span style='vertical-align:super'>1</span>",
        "351<span STYLE='Vertical-Align: SUPER !important'>1</span>",
        "351<b style='vertical-align:super;font-size:8px'><i>1</i></b>",
        "351<span style='vertical-align:6px'>1</span>",
        "351<span style='vertical-align:.5em'>1</span>",
        "351<span style='vertical-align:40%'>1</span>",
        "351<span style='vertical-align:text-top;font-size:60%'>1</span>",
        "351<span style='font:8px/1 serif;vertical-align:top'>1</span>",
        "351<span style='position:relative;top:-5pt'>1</span>",
        "351<span style='position:relative;bottom:.4em'>1</span>",
        "351<ruby><sup>1</sup><rt>一</rt></ruby>",
        "351<math><msup><mi></mi><mn>1</mn></msup></math>",
        "<math><msup><mn>351</mn><mn>1</mn></msup></math>",
        "<math><mover><mn>351</mn><mrow><mn>1</mn></mrow></mover></math>",
    ] {
        assert_eq!(cell(words), "351¹", "{words}");
    }
}

#[test]
fn words_pulled_over_each_other_are_not_legible() {
    for words in [
        "<span style='margin-right:-1em'>77</span>340",
        "340<span style='position:relative;left:-.8em'>77</span>",
        "340<b style='margin-left:-12px'>77</b>",
        "340<font style='position:relative;right:9pt'>77</font>",
    ] {
        assert!(cell(words).contains("\u{FFFD}\u{FFFD}"), "{words}: {}", cell(words));
    }
    for (words, shown) in [
        // Nothing stands beside it.
        ("<span style='position:relative;left:-.8em'>340</span>", "340"),
        ("<p style='margin-left:-1em'>340</p>", "340"),
        // A hair is no cover.
        ("34<span style='margin-left:-1px'>0</span>", "340"),
        // A word is legible, or at least no number.
        ("340<i style='margin-left:-1em'>件</i>", "340件"),
    ] {
        assert_eq!(cell(words), shown, "{words}");
    }
}

#[test]
fn style_sheets_raise_too() {
    for sheet in [
        ".n{vertical-align:super}",
        "span { vertical-align : super }",
        "td .n{vertical-align:super}",
        "td>span{position:relative;top:-.5em;font-size:75%}",
        ".n{vertical-align:baseline} span.n{vertical-align:super}",
        ".n{vertical-align:super} span{vertical-align:baseline}",
        "#f{vertical-align:30%}",
        ".m,.n{font-size:60%;vertical-align:text-top}",
        ".n{vertical-align:super!important} .n{vertical-align:baseline}",
        "@media screen{.n{vertical-align:super}}",
    ] {
        assert_eq!(cell_of(sheet, "351<span class='x n' id=f>1</span>"), "351¹", "{sheet}");
    }
}

#[test]
fn what_is_not_raised_stays_a_number() {
    for words in [
        "3<span style='vertical-align:baseline'>51</span>",
        "3<span style='vertical-align:middle'>51</span>",
        "3<span style='vertical-align:top'>51</span>",
        "3<span style='font-size:60%'>51</span>",
        "3<span style='position:relative;top:1px'>51</span>",
        "<span style='position:relative;top:-6px'>351</span>",
        "<span style='vertical-align:4pt'>3</span><span style='vertical-align:4pt'>51</span>",
        "<p style='vertical-align:super'>351</p>",
        "<span style='text-top:super'>351</span>",
    ] {
        assert_eq!(cell(words), "351", "{words}");
    }
    let page = "<table><tr><td>规章<td style='vertical-align:super'>351</table>";
    assert_eq!(blocks(&read(page)), ["R0 0:规章|1:351"]);
}

#[test]
fn lines_that_are_moved_as_a_whole_have_no_marks() {
    let page = "<p><span style='position:relative;top:-5px'>全年收到</span><span style='position:relative;top:-5px'>351</span></p>\
                <p>收到351<span style='position:relative;top:-5px'>1</span>件</p>";
    assert_eq!(blocks(&read(page)), ["P 全年收到351", "P 收到351¹件"]);
}

#[test]
fn other_marks_stay_as_they_are() {
    assert_eq!(cell("351<sup>注1</sup>"), "351注¹");
    assert_eq!(cell("351<sup>[1]</sup>"), "351[¹]");
    assert_eq!(cell("351<sup>（12）</sup>"), "351⁽¹²⁾");
    assert_eq!(cell("351<sup>*</sup>"), "351*");
    assert_eq!(cell("351<sub>2</sub>"), "351₂");
    assert_eq!(cell("<sup>1</sup>"), "¹");
    assert_eq!(cell("351<sup>&#49;</sup>"), "351¹");
    assert_eq!(cell("351<sup>１</sup>"), "351¹");
}

#[test]
fn fractions_and_indices_of_formulas() {
    for (formula, words) in [
        ("<math><mfrac><mn>354</mn><mn>2</mn></mfrac></math>", "354/2"),
        ("<math><mfrac><mrow><mn>35</mn><mn>4</mn></mrow><mn>2</mn></mfrac></math>", "354/2"),
        ("3<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "31/2"),
        ("<math><msub><mn>35</mn><mn>4</mn></msub></math>", "35₄"),
        ("<math><msubsup><mn>35</mn><mn>1</mn><mn>2</mn></msubsup></math>", "35₁²"),
        ("<math><msqrt><mn>354</mn></msqrt></math>", "√354"),
        ("<math><mroot><mn>35</mn><mn>4</mn></mroot></math>", "√35⁴"),
        ("<math><semantics><mn>35</mn><annotation>4</annotation></semantics></math>", "35"),
        ("<math><mtable><mtr><mtd><mn>3</mn></mtd><mtd><mn>5</mn></mtd></mtr></mtable></math>", "3 5"),
        ("<math><mphantom><mn>9</mn></mphantom><mn>35</mn></math>", "35"),
        ("<math><mrow><mn>35</mn></mrow></math>", "35"),
    ] {
        assert_eq!(cell(formula), words, "{formula}");
    }
}
