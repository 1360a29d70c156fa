use super::*;
use crate::html::style::{Display, Style, read};

fn element<'s>(name: &'s str, id: Option<&'s str>, classes: Option<&'s str>) -> Described<'s> {
    Described { name, id, classes, any_case: false }
}

fn style(sheet: &str, element: Described<'_>, own: Option<&str>) -> Style {
    let mut rules = Sheet::default();
    rules.read(sheet, false);
    let style = Style::default();
    let mut list = Vec::new();
    read(own.unwrap_or_default(), |said, important| list.push((important, said)));
    rules.tell(&element, Ancestors::default(), 0, (style, &list), &|_| None).style
}

fn hidden(sheet: &str) -> bool {
    style(sheet, element("td", Some("i"), Some("x y")), None).display == Some(Display::None)
}

#[test]
fn rules_that_are_about_an_element() {
    for sheet in [
        ".x{display:none}",
        "TD.x { color: red; display: none }",
        "p, #i , q {display:none}",
        "/* a{ */ .x /* b */ {display:none}",
        "<!-- .x{display:none} -->",
        "@charset 'utf-8'; @import url(a.css); .x{display:none}",
        "@media screen and (min-width: 600px) {a{} .x{display:none} b{}} c{}",
        "@media print{.x{display:block!important}} .x{display:none}",
        "@font-face{font-family:a} @keyframes k{from{opacity:0}} .x{display:none}",
        "a{content:'}'} .x{display:none}",
        "a{ .x{display:block} } *{display:none}",
        ".x{display:none",
        "#i{display:none} .x.y{display:block} td{display:block}",
        ".x{display:none!important} #i{display:block}",
        ".y{display:block} .x{display:none}",
    ] {
        assert!(hidden(sheet), "{sheet}");
    }
    for sheet in [
        "",
        ".z{display:none}",
        "th.x{display:none}",
        ".x:hover{display:none}",
        "@media print{.x{display:none}}",
        "@media (max-width:600px){.x{display:none}}",
        "@media not all{.x{display:none}}",
        ".x{display:none} .x{display:block}",
        "div .x{display:none}",
        "a{ .x{display:none} }",
        "/* .x{display:none}",
    ] {
        assert!(!hidden(sheet), "{sheet}");
    }
}

#[test]
fn the_attribute_outranks_rules_but_not_important_ones() {
    let own = |sheet| style(sheet, element("td", None, Some("x")), Some("display:block")).display;
    assert_eq!(own(".x{display:none}"), Some(Display::Block));
    assert_eq!(own(".x{display:none !important}"), Some(Display::None));
}

#[test]
fn rules_about_what_stands_in_others() {
    let mut rules = Sheet::default();
    rules.read("table .r>td{width:9px}", false);
    let place = |outer, name, class| rules.ancestors(&element(name, None, class), outer);
    let table = place(Ancestors::default(), "table", None);
    let row = place(table, "tr", Some("r"));
    let inner = place(row, "b", None);
    let said = |rules: &mut Sheet, outer| rules.find(&element("td", None, None), outer, 0).count();
    assert_eq!(said(&mut rules, row), 1);
    assert_eq!(said(&mut rules, table), 0);
    assert_eq!(said(&mut rules, inner), 0);
}

#[test]
fn what_is_not_known_of_grounds() {
    let incomplete = |sheet| {
        let mut rules = Sheet::default();
        rules.read(sheet, false);
        rules.is_incomplete
    };
    assert!(incomplete("@import 'a.css';"));
    assert!(incomplete("tr:nth-child(2){background:#eee}"));
    assert!(!incomplete("a:hover{color:red} td{background:red}"));
}

#[test]
fn hostile_sheets_end() {
    let deep = "@media all{".repeat(10_000) + &"a{".repeat(10_000);
    let many = ".a{color:red}".repeat(10_000);
    let long = ".a".repeat(10_000) + "{color:red}";
    let wide = (0..1000).map(|number| format!(".a{number} b{{color:red}}")).collect::<Vec<_>>().concat();
    for sheet in [deep, many, long, wide, "{".to_owned(), "@".to_owned(), "@media".to_owned(), "'".to_owned()]
    {
        let mut rules = Sheet::default();
        rules.read(&sheet, false);
        assert!(rules.find(&element("b", None, Some("a")), Ancestors::default(), 0).count() <= MOST_OF_ONE);
    }
}
