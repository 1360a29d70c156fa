//! The tables of broken pages are those that html5ever finds.

use html5ever::tendril::TendrilSink as _;
use html5ever::{ParseOpts, local_name, ns, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;

use crate::Limits;
use crate::budget::Budget;
use crate::html::tree::{self, Kind, NodeId, Tree};

/// A table: the words of its cells, row by row, without those of tables inside.
type Table = Vec<Vec<String>>;

/// The tables of a page, those inside a table after it.
fn tables(page: &str) -> (Vec<Table>, String) {
    let tree = tree::build(page, &Budget::new(&Limits::default())).expect("the page is within the limits");
    let mut tables = Vec::new();
    let mut text = String::new();
    visit(&tree, Tree::ROOT, &mut tables, None, &mut text);
    (tables, text)
}

fn visit(tree: &Tree<'_>, node: NodeId, tables: &mut Vec<Table>, open: Option<usize>, text: &mut String) {
    for (child, kind) in tree.children(node) {
        let mut open = open;
        match kind {
            Kind::Table { .. } => {
                tables.push(Vec::new());
                open = Some(tables.len() - 1);
            }
            Kind::Row { .. } => tables[open.expect("rows stand in tables")].push(Vec::new()),
            Kind::Cell { .. } => {
                let row = tables[open.expect("cells stand in tables")].last_mut();
                row.expect("cells stand in rows").push(String::new());
            }
            Kind::Text(words) => {
                text.push_str(tree.text(words));
                let cell = open.and_then(|open| tables[open].last_mut()?.last_mut());
                if let Some(cell) = cell.filter(|_| in_cell(tree, child)) {
                    cell.push_str(tree.text(words));
                }
            }
            _ => {}
        }
        visit(tree, child, tables, open, text);
    }
}

/// Whether the nearest part of a table around a node is a cell.
fn in_cell(tree: &Tree<'_>, mut node: NodeId) -> bool {
    while let Some(found) = tree.node(node) {
        match found.kind {
            Kind::Cell { .. } => return true,
            Kind::Table { .. } | Kind::Caption => return false,
            _ => node = found.parent,
        }
    }
    false
}

/// The same, by html5ever. NUL, which becomes U+FFFD in SVG alone, is left out everywhere.
fn expected(page: &str) -> (Vec<Table>, String) {
    let page = page.replace('\0', "");
    let dom = parse_document(RcDom::default(), ParseOpts::default()).one(page);
    let mut tables = Vec::new();
    let mut text = String::new();
    walk(&dom.document, &mut tables, None, false, &mut text);
    (tables, text)
}

fn walk(node: &Handle, tables: &mut Vec<Table>, open: Option<usize>, in_cell: bool, text: &mut String) {
    for child in node.children.borrow().iter() {
        let (mut open, mut in_cell) = (open, in_cell);
        match &child.data {
            NodeData::Text { contents } => {
                text.push_str(&contents.borrow());
                let cell = open.and_then(|open| tables[open].last_mut()?.last_mut());
                if let Some(cell) = cell.filter(|_| in_cell) {
                    cell.push_str(&contents.borrow());
                }
            }
            NodeData::Element { name, .. } if name.ns == ns!(svg) => match &*name.local {
                "script" | "style" | "title" | "desc" => continue,
                _ => {}
            },
            NodeData::Element { name, .. } if name.ns == ns!(html) => match name.local {
                local_name!("script")
                | local_name!("style")
                | local_name!("template")
                | local_name!("noscript")
                | local_name!("iframe")
                | local_name!("noembed")
                | local_name!("noframes")
                | local_name!("title") => continue,
                local_name!("table") => {
                    tables.push(Vec::new());
                    open = Some(tables.len() - 1);
                    in_cell = false;
                }
                local_name!("caption") => in_cell = false,
                local_name!("tr") => tables[open.expect("rows stand in tables")].push(Vec::new()),
                local_name!("td") | local_name!("th") => {
                    let row = tables[open.expect("cells stand in tables")].last_mut();
                    row.expect("cells stand in rows").push(String::new());
                    in_cell = true;
                }
                _ => {}
            },
            _ => {}
        }
        // A box in the line is parted from what is beside it.
        let is_box = matches!(&child.data, NodeData::Element { name, .. }
            if name.ns == ns!(html) && matches!(name.local, local_name!("select") | local_name!("textarea")));
        let part = |tables: &mut Vec<Table>| {
            let cell = open.and_then(|open| tables[open].last_mut()?.last_mut());
            if let Some(cell) = cell.filter(|_| in_cell && is_box) {
                cell.push(' ');
            }
        };
        part(tables);
        walk(child, tables, open, in_cell, text);
        part(tables);
    }
}

fn words(text: &str) -> String {
    text.split_ascii_whitespace().collect()
}

/// Cells as they are seen: white space collapsed, or left out.
fn seen(tables: Vec<Table>, space: &str) -> Vec<Table> {
    let cell = |cell: String| cell.split_ascii_whitespace().collect::<Vec<_>>().join(space);
    let row = |row: Vec<String>| row.into_iter().map(cell).collect();
    tables.into_iter().map(|table| table.into_iter().map(row).collect()).collect()
}

/// Pieces of pages.
fn piece() -> impl Strategy<Value = String> {
    const TABLE: [&str; 11] =
        ["table", "tr", "td", "th", "tbody", "thead", "tfoot", "caption", "colgroup", "col", "td"];
    const OTHER: [&str; 42] = [
        "p", "div", "span", "font", "b", "a", "o:p", "li", "ul", "ol", "dd", "dt", "dl", "h1", "h2", "br",
        "hr", "select", "option", "optgroup", "form", "input", "button", "template", "pre", "center", "i",
        "nobr", "section", "object", "marquee", "x-y", "body", "html", "head", "em", "rt", "img", "address",
        "label", "u", "rp",
    ];
    const ODD: [&str; 49] = [
        "<!-- a --><td>",
        "<!--[if gte mso 9]><td>x<![endif]-->",
        "<![if !mso]>",
        "<![endif]>",
        "<!-->",
        "<!--->",
        "<!-- -- > --!>",
        "<script>var a='<td>1</td>';</script>",
        "<script><!--<script></script>--></script>",
        "<style>td{}</style>",
        "<title>t</title>",
        "<textarea>\nx<td></textarea>",
        "<noscript><td>n</noscript>",
        "<iframe><td></iframe>",
        "<xmp><td>&lt;</xmp>",
        "<SCRIPT>x</ScRiPt >",
        "<svg><td>",
        "<svg><g>",
        "</g>",
        "</svg>",
        "<svg><title><td>",
        "<svg/>",
        "<math><mi>",
        "</math>",
        "<![CDATA[x<td>]]>",
        "<?xml?>",
        "</>",
        "</ td>",
        "< td>",
        "<td",
        "<td colspan=2 rowspan='3'>",
        "<td title=\"a>b\">",
        "<td a\"b>",
        "<TD/>",
        "</TD x=y>",
        "<td class='x",
        "<a<b>",
        "<p<td>",
        "&nbsp",
        "&nbsp;",
        "&lt;td&gt;",
        "&#20013;",
        "&#x4e2d",
        "&amp",
        "&notit;",
        "<input type=hidden>",
        "<input type=\"HIDDEN\">",
        "<svg><foreignObject><p>",
        "<style>",
    ];
    prop_oneof![
        6 => proptest::sample::select(&TABLE[..]).prop_map(|tag| format!("<{tag}>")),
        3 => proptest::sample::select(&TABLE[..]).prop_map(|tag| format!("</{tag}>")),
        1 => proptest::sample::select(&TABLE[..]).prop_map(|tag| format!("<{}>", tag.to_uppercase())),
        // A list of choices that drops down shows one of them.
        4 => proptest::sample::select(&OTHER[..])
            .prop_map(|tag| format!("<{tag}>").replace("<select>", "<select multiple>")),
        3 => proptest::sample::select(&OTHER[..]).prop_map(|tag| format!("</{tag}>")),
        3 => proptest::sample::select(&ODD[..]).prop_map(str::to_owned),
        4 => "[a-z0-9]{1,2}|[一二三]| |\n".prop_map(|text| text),
        1 => Just("a < b".to_owned()),
        1 => Just("x\0y".to_owned()),
    ]
}

/// SVG and `MathML` stand in pages without formatting elements: where one is left open inside a formatting element that the standard opened
/// again, the end tag of that element closes it, and the builder does not open formatting elements again.
fn is_foreign(piece: &str) -> bool {
    piece.contains("svg") || piece.contains("math")
}

fn is_formatting(piece: &str) -> bool {
    const NAMES: [&str; 6] = ["a", "b", "font", "i", "nobr", "u"];
    let name = piece.trim_start_matches(['<', '/']).trim_end_matches('>');
    NAMES.contains(&name)
}

proptest! {
    #[test]
    fn cells_are_those_of_the_standard(
        doctype in proptest::sample::select(vec!["", "<!DOCTYPE html>"]),
        foreign in any::<bool>(),
        pieces in proptest::collection::vec(piece(), 1..40),
    ) {
        let fits = |piece: &&String| if foreign { !is_formatting(piece) } else { !is_foreign(piece) };
        let pieces: Vec<&str> = pieces.iter().filter(fits).map(String::as_str).collect();
        let page = doctype.to_owned() + &pieces.concat();
        let (found, text) = tables(&page);
        let (expected, expected_text) = expected(&page);
        // A space between two things that stand in a table by mistake is kept where formatting was opened again before it.
        let space = if foreign { " " } else { "" };
        prop_assert_eq!(seen(found, space), seen(expected, space), "{}", page);
        prop_assert_eq!(words(&text), words(&expected_text), "{}", page);
    }
}
