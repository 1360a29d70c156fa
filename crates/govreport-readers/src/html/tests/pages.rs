//! Small whole pages, and all that is read of them.

use std::fmt::Write as _;

use super::blocks::{blocks, read};

/// Blocks, links and properties of a page.
fn shown(page: &str) -> String {
    let document = read(page);
    let mut shown = blocks(&document).join("\n");
    for link in document.links() {
        let _ = write!(shown, "\n→ {} ({})", document.slice(link.span), link.target);
    }
    for property in document.properties() {
        let _ = write!(shown, "\n= {}: {}", property.name, property.value);
    }
    shown
}

#[test]
fn a_plain_page() {
    insta::assert_snapshot!(shown(include_str!("pages/plain.html")));
}

#[test]
fn markup_of_word_and_wps() {
    insta::assert_snapshot!(shown(include_str!("pages/office.html")));
}

#[test]
fn unclosed_cells_rows_and_paragraphs() {
    insta::assert_snapshot!(shown(include_str!("pages/unclosed.html")));
}

#[test]
fn nested_tables_for_layout() {
    insta::assert_snapshot!(shown(include_str!("pages/layout.html")));
}

#[test]
fn a_page_of_a_site() {
    insta::assert_snapshot!(shown(include_str!("pages/site.html")));
}
