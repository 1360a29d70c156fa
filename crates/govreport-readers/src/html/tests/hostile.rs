//! Pages made to break readers: an error that names the limit, or a document; never a panic, and time in proportion to the page.

use std::fmt::Write as _;
use std::time::Duration;

use govreport_core::Span;
use govreport_core::document::{Document, Format};
use proptest::prelude::*;

use crate::{Limit, Limits, ReadError, html};

fn read(page: &str) -> Result<Document<'static>, ReadError> {
    html::document(page.as_bytes(), None, &Limits::default())
}

fn over(limit: Limit) -> impl Fn(Result<Document<'static>, ReadError>) -> bool {
    move |result| matches!(result, Err(ReadError::OverLimit { limit: found, .. }) if found == limit)
}

#[test]
fn deep_nesting_is_an_error_that_names_it() {
    let too_deep = over(Limit::Nesting);
    assert!(too_deep(read(&"<div>".repeat(10_000))));
    assert!(too_deep(read(&"<table><tr><td>".repeat(10_000))));
    assert!(too_deep(read(&"<svg>".repeat(10_000))));
    assert!(too_deep(read(&"<ul><li>".repeat(10_000))));
    assert!(too_deep(read(&"<template>".repeat(10_000))));
    let page = "<div>".repeat(400) + "正文";
    assert_eq!(read(&page).expect("400 are not too many").text(), "正文\n");
}

#[test]
fn unclosed_inline_elements_and_paragraphs_are_no_nesting() {
    for tag in
        ["<span>", "<font color=red>", "<o:p>", "<b>", "<a href=x>", "<p>", "<li>", "<option>", "<x-y>"]
    {
        let page = tag.repeat(100_000) + "正文";
        let document = read(&page).unwrap_or_else(|error| panic!("{tag}: {error}"));
        assert_eq!(document.text(), "正文\n", "{tag}");
    }
}

#[test]
fn spans_of_cells_are_bounded() {
    let document = read(
        "<table><tr><td colspan=1000000 rowspan=1000000>甲<td colspan=-3 rowspan=x>乙<tr><td>丙</table>",
    )
    .expect("a thousand columns are within the limits");
    let [first, second] = document.blocks() else { panic!("two rows") };
    let cells = document.cells(first);
    assert_eq!((cells[0].column_span, cells[0].row_span), (1000, 2));
    assert_eq!((cells[1].column, cells[1].column_span, cells[1].row_span), (1000, 1, 1));
    assert_eq!(document.cells(second)[0].column, 1000);
    let many = "<tr><td colspan=1000>1<td colspan=1000>2".repeat(600);
    assert!(over(Limit::Cells)(read(&format!("<table>{many}</table>"))));
    let tall = "<td rowspan=65534>1".repeat(1000);
    assert!(over(Limit::Cells)(read(&format!("<table><tr>{tall}{}</table>", "<tr>".repeat(2000)))));
}

#[test]
fn time_runs_out() {
    let limits = Limits::default().with_max_time(Duration::ZERO);
    let page = "<p>一</p>".repeat(20_000);
    std::thread::sleep(Duration::from_millis(2));
    assert!(over(Limit::Time)(html::document(page.as_bytes(), None, &limits)));
}

/// Where the time went up with the square of the length, these would take hours.
#[test]
fn time_is_in_proportion_to_the_page() {
    let spans = "<span>".repeat(100_000);
    let fonts = "<font>".repeat(100_000);
    let pages = [
        "<table>".repeat(100_000),
        "<table><tr>".repeat(50_000) + "x",
        "<table>x".repeat(100_000),
        "<table><b>x".repeat(50_000),
        spans.clone() + &"</x>".repeat(100_000),
        "<x>".to_owned() + &spans + "<div>" + &"</x>".repeat(100_000),
        "<x><div>".to_owned() + &spans + &"</x>".repeat(100_000),
        fonts.clone() + "<p>" + &"</font><p>".repeat(100_000),
        spans.clone() + &"<li>".repeat(100_000),
        spans.clone() + &"</p>".repeat(100_000),
        "<table><td>".to_owned() + &spans + &"<table></table>".repeat(50_000),
        "<svg>".to_owned() + &"</g>".repeat(100_000),
        "<a href=x>".repeat(100_000),
        "<a href=x>&nbsp;<br>".repeat(50_000),
        "&".repeat(1_000_000),
        "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".repeat(20_000),
        "<".repeat(1_000_000),
        "</".repeat(500_000),
        "<!".repeat(500_000),
        "<!--".repeat(300_000),
        "<script><!--<script>".repeat(50_000),
        "<textarea></".repeat(50_000),
        "<td".repeat(300_000),
        "<p a=\"".repeat(200_000),
        format!("<p style=\"{}\">x", "a:b;".repeat(300_000)),
        format!("<p {}>x", "style=a ".repeat(200_000)),
        "<meta charset=gbk>".repeat(50_000) + "\u{FFFD}",
        "\0".repeat(500_000) + "x",
        "<pre>".to_owned() + &"\n".repeat(1_000_000),
        "\u{A0}".repeat(500_000) + &"<br>\u{A0}".repeat(100_000),
    ];
    let limits = Limits::default().with_max_time(Duration::from_secs(30));
    for page in pages {
        let start: String = page.chars().take(30).collect();
        let result = html::document(page.as_bytes(), None, &limits);
        assert!(!over(Limit::Time)(result), "{start}");
    }
}

#[test]
fn a_page_may_end_anywhere() {
    let page = "<!DOCTYPE html><title>题&amp;</title><table><tr><td colspan=2 title='x'>&nbsp;一&#20108;</td></tr></table><!-- x --><script>\
                var a;</script><a href=\"/x\">链&lt;接</a><svg><![CDATA[x]]></svg><img alt=图>";
    for end in (0..page.len()).filter(|end| page.is_char_boundary(*end)) {
        if let Ok(document) = read(&page[..end]) {
            check(&document);
        }
    }
}

#[test]
fn nothing_to_see_is_no_document() {
    for page in ["", " \n", "<html><body></body></html>", "<script>x</script>", "<p>&nbsp;</p>", "<!-- x"] {
        assert_eq!(read(page).map(|document| document.text().to_owned()), Err(ReadError::Empty), "{page}");
    }
    assert!(read("<img src=1.png>").is_ok());
    assert!(read("<title>题</title>").is_ok());
}

/// All spans lie in the text, in its order.
fn check(document: &Document<'_>) {
    let text = document.text();
    let inside = |span: Span| text.get(span.range()).is_some();
    assert_eq!(document.format(), Format::Html);
    let mut at = 0;
    for block in document.blocks() {
        assert!(inside(block.span), "{:?}", block.span);
        assert!(at <= block.span.start, "blocks are in order: {:?} after {at}", block.span);
        at = block.span.end;
        let mut empty_at = None;
        let mut in_row = block.span.start;
        for cell in document.cells(block) {
            assert!(inside(cell.span) && block.span.contains(cell.span));
            assert!(in_row <= cell.span.start, "cells are in order");
            assert_ne!(empty_at, Some(cell.span.start), "each cell has a place of its own");
            assert!(document.slice(cell.span).trim() == document.slice(cell.span));
            assert!(!document.slice(cell.span).contains('\t'));
            in_row = cell.span.end;
            empty_at = Some(cell.span.start);
        }
    }
    let mut at = 0;
    for link in document.links() {
        assert!(inside(link.span), "{:?}", link.span);
        assert!(at <= link.span.start, "links are in order");
        at = link.span.start;
    }
    for remark in document.remarks() {
        assert!(remark.span.is_none_or(inside));
    }
}

/// Pieces of pages, as harmful as they may be.
fn piece() -> impl Strategy<Value = String> {
    const NAMES: [&str; 24] = [
        "table", "tr", "td", "th", "tfoot", "caption", "p", "div", "span", "a", "br", "pre", "h1", "li",
        "select", "option", "svg", "title", "textarea", "script", "img", "template", "font", "x",
    ];
    const ATTRIBUTES: [&str; 14] = [
        "",
        " colspan=3",
        " rowspan=2",
        " rowspan=0",
        " colspan=70000",
        " href=/x",
        " style=display:none",
        " style='visibility:hidden'",
        " hidden",
        " alt=图",
        " style=white-space:pre",
        " role=heading aria-level=300",
        " style=display:block",
        " href='",
    ];
    prop_oneof![
        (proptest::sample::select(&NAMES[..]), proptest::sample::select(&ATTRIBUTES[..]))
            .prop_map(|(name, attributes)| format!("<{name}{attributes}>")),
        proptest::sample::select(&NAMES[..]).prop_map(|name| format!("</{name}>")),
        "\\PC{0,4}",
        "[ \t\n\r\u{A0}\u{3000}一0&;#<>!-]{0,6}",
        Just("<![CDATA[\t".to_owned()),
    ]
}

proptest! {
    #[test]
    fn any_page_gives_a_document_that_holds_together(pieces in proptest::collection::vec(piece(), 0..60)) {
        if let Ok(document) = read(&pieces.concat()) {
            check(&document);
        }
    }

    #[test]
    fn any_bytes_give_a_document_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(document) = html::document(&bytes, Some("gbk"), &Limits::default()) {
            check(&document);
        }
    }
}

#[test]
fn a_table_of_many_rows_is_read_whole() {
    let rows = (0..50_000).fold(String::new(), |mut rows, number| {
        let _ = write!(rows, "<tr><td>行<td>{number}");
        rows
    });
    let document = read(&format!("<table>{rows}</table>")).expect("it is within the limits");
    assert_eq!(document.blocks().len(), 50_000);
    check(&document);
}
