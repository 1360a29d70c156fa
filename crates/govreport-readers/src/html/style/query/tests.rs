use super::fits::Asking;
use super::*;

/// `ul > li.a, li#b[data-x="1 2"], li.a ( b ), li`, with a paragraph behind it.
fn page() -> Elements<'static> {
    let mut page = Elements::default();
    let html = page.begin("html", "", NO_ELEMENT, NO_ELEMENT);
    let list = page.begin("ul", "", html, NO_ELEMENT);
    page.begin("li", " class=a>", list, NO_ELEMENT);
    page.begin("li", " id=b data-x=\"1 2\" lang=zh-CN>", list, NO_ELEMENT);
    let third = page.begin("LI", " class='a x:1'>", list, NO_ELEMENT);
    page.begin("b", "", third, NO_ELEMENT);
    page.begin("li", " class=c>", list, NO_ELEMENT);
    page.begin("p", "", html, NO_ELEMENT);
    page.whole()
}

/// The numbers of the elements that a selector is about, in the order of the page from 0.
fn meant(selector: &str) -> Vec<u32> {
    let elements = page();
    let list = list(selector, None).expect("a selector");
    let asking = Asking { elements: &elements, any_case: false };
    let fits = |id: &u32| list.queries.iter().any(|(query, _)| query.fits(asking, *id) == Truth::Yes);
    (0..8).filter(fits).collect()
}

#[test]
fn what_stands_beside_and_around() {
    for (selector, expected) in [
        ("li", &[2, 3, 4, 6][..]),
        ("li + li", &[3, 4, 6]),
        ("li.a+li", &[3, 6]),
        ("li.a ~ li", &[3, 4, 6]),
        ("#b ~ .c", &[6]),
        ("ul+p", &[7]),
        ("p ~ ul", &[]),
        ("ul > b", &[]),
        ("html ul b", &[5]),
        ("ul > li > b", &[5]),
        ("p, b", &[5, 7]),
    ] {
        assert_eq!(meant(selector), expected, "{selector}");
    }
}

#[test]
fn attributes() {
    for selector in [
        "[data-x]",
        "li[DATA-X]",
        "[data-x='1 2']",
        "[data-x=\"1 2\"]",
        "[data-x~='2']",
        "[data-x^='1']",
        "[data-x$='2']",
        "[data-x*=' ']",
        "[lang|=zh]",
        "[lang=ZH-cn i]",
        "[id=b]",
        "[id=\"\\62 \"]",
        "*|li[id=b]",
    ] {
        assert_eq!(meant(selector), [3], "{selector}");
    }
    for selector in ["[data-y]", "[data-x='1']", "[data-x*='']", "[id=B]", "[class=x]"] {
        assert!(meant(selector).is_empty(), "{selector}");
    }
    assert_eq!(meant(".x\\:1"), [4]);
    assert_eq!(meant("[class~='x:1']"), [4]);
}

#[test]
fn places() {
    for (selector, expected) in [
        (":first-child", &[0, 1, 2, 5][..]),
        ("li:first-child", &[2]),
        ("li:last-child", &[6]),
        ("li:nth-child(2)", &[3]),
        ("li:nth-child(odd)", &[2, 4]),
        ("li:nth-child( 2n + 2 )", &[3, 6]),
        ("li:nth-child(-n+2)", &[2, 3]),
        ("li:nth-child(n+3)", &[4, 6]),
        ("li:nth-last-child(2)", &[4]),
        ("li:nth-child(2 of .a)", &[4]),
        ("p:first-of-type", &[7]),
        ("li:nth-of-type(3)", &[4]),
        ("li:nth-last-of-type(1)", &[6]),
        ("b:only-child", &[5]),
        (":root", &[0]),
        ("li:empty", &[2, 3, 6]),
    ] {
        assert_eq!(meant(selector), expected, "{selector}");
    }
}

#[test]
fn selectors_in_selectors() {
    for (selector, expected) in [
        ("li:not(.a)", &[3, 6][..]),
        ("li:not(.a, .c)", &[3]),
        ("li:not(li + li)", &[2]),
        (":is(.c, b)", &[5, 6]),
        (":where(.c, $)", &[6]),
        (":is(ul, ol) > :is(.c)", &[6]),
        ("li:has(b)", &[4]),
        ("li:has(> b)", &[4]),
        ("li:has(+ .c)", &[4]),
        ("li:has(~ .c)", &[2, 3, 4]),
        ("html:has(p)", &[0]),
        ("ul:has(p)", &[]),
        ("li:hover", &[]),
        ("li:not(:hover)", &[2, 3, 4, 6]),
    ] {
        assert_eq!(meant(selector), expected, "{selector}");
    }
}

#[test]
fn what_is_no_selector_and_what_is_not_known() {
    for void in [
        "",
        "a,",
        "a>",
        ">a",
        "..a",
        "a..b",
        "[",
        "[=x]",
        ":nth-child(x)",
        "a:-moz-b",
        "1a",
        "a $",
        "::",
        "a::before b",
    ] {
        assert_eq!(list(void, None), None, "{void}");
    }
    for doubtful in ["li:new-thing", ".c:new-thing(2)", "li, p:new-thing"] {
        assert!(list(doubtful, None).is_some_and(|list| list.is_doubtful), "{doubtful}");
    }
    for deep in [":is(".repeat(1000), "[".repeat(1000), "a ".repeat(1000), ":not(a ".repeat(500)] {
        let _ = list(&deep, None);
    }
}
