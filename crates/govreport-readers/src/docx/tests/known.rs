//! Properties that were read before say what they said, wherever they stand again.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::written::Written;
use super::{blocks, read, remarks};

const STYLES: &str = "<w:style w:styleId='1'><w:name w:val='heading 1'/></w:style>\
    <w:style w:styleId='L'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>\
    <w:style w:styleId='H'><w:rPr><w:vanish/></w:rPr></w:style>\
    <w:style w:styleId='X'><w:pPr><w:shd w:val='clear' w:fill='000000'/></w:pPr><w:rPr><w:strike/></w:rPr></w:style>\
    <w:style w:styleId='P'><w:name w:val='Placeholder Text'/></w:style>";

const LISTS: &str = "<w:abstractNum w:abstractNumId='0'>\
    <w:lvl w:ilvl='0'><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl>\
    <w:lvl w:ilvl='1'><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.%2'/></w:lvl></w:abstractNum>\
    <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>";

const OF_PARAGRAPHS: &[&str] = &[
    "",
    "<w:pStyle w:val='1'/>",
    "<w:pStyle w:val='L'/><w:jc w:val='center'/>",
    "<w:pStyle w:val='H'/>",
    "<w:pStyle w:val='none'/>",
    "<w:numPr><w:ilvl w:val='1'/><w:numId w:val='1'/></w:numPr>",
    "<w:outlineLvl w:val='2'/>",
    "<w:shd w:val='clear' w:fill='000000'/>",
    "<w:pStyle w:val='X'/>",
    "<w:rPr><w:del/></w:rPr>",
];

const OF_RUNS: &[&str] = &[
    "",
    "<w:vanish/>",
    "<w:vanish w:val='0'/>",
    "<w:rStyle w:val='H'/>",
    "<w:rStyle w:val='P'/>",
    "<w:vertAlign w:val='superscript'/>",
    "<w:strike/>",
    "<w:position w:val='12'/>",
    "<w:color w:val='FFFFFF'/>",
    "<w:rStyle w:val='X'/><w:dstrike w:val='0'/>",
    "<w:rFonts w:ascii='a'><w:b/></w:rFonts>",
];

const OF_CELLS: &[&str] = &[
    "",
    "<w:gridSpan w:val='2'/>",
    "<w:vMerge w:val='restart'/><w:tcW w:w='1'/>",
    "<w:vMerge/>",
    "<w:hMerge w:val='restart'/>",
    "<w:hMerge/>",
    "<w:cellDel/>",
    "<w:shd w:val='clear' w:fill='000000'/>",
    "<w:tcBorders><w:top w:val='single'/></w:tcBorders>",
];

/// Writes documents in which properties are, letter by letter, alike, or each a little different from all others.
struct Writer {
    differs: bool,
    count: u32,
}

impl Writer {
    fn properties(&mut self, name: &str, inner: &str) -> String {
        self.count += 1;
        let note = if self.differs { format!("<!--{}-->", self.count) } else { String::new() };
        format!("<w:{name}>{inner}{note}</w:{name}>")
    }

    fn paragraph(&mut self, of_paragraph: &str, of_runs: &[&str]) -> String {
        let mut text = format!("<w:p>{}", self.properties("pPr", of_paragraph));
        for (of_run, number) in of_runs.iter().zip(1..) {
            let properties = self.properties("rPr", of_run);
            let _ = write!(text, "<w:r>{properties}<w:t>{number}字</w:t></w:r>");
        }
        text + "</w:p>"
    }

    fn body(&mut self, paragraphs: &[Paragraph], rows: &[Vec<(&str, Paragraph)>]) -> String {
        let mut text = String::new();
        for (of_paragraph, of_runs) in paragraphs {
            text.push_str(&self.paragraph(of_paragraph, of_runs));
        }
        text.push_str("<w:tbl>");
        for row in rows {
            text.push_str("<w:tr>");
            for (of_cell, (of_paragraph, of_runs)) in row {
                let properties = self.properties("tcPr", of_cell);
                let paragraph = self.paragraph(of_paragraph, of_runs);
                let _ = write!(text, "<w:tc>{properties}{paragraph}</w:tc>");
            }
            text.push_str("</w:tr>");
        }
        text + "</w:tbl>"
    }
}

type Paragraph = (&'static str, Vec<&'static str>);

fn paragraphs() -> impl Strategy<Value = Paragraph> {
    (prop::sample::select(OF_PARAGRAPHS), prop::collection::vec(prop::sample::select(OF_RUNS), 0..4))
}

fn told(body: &str) -> String {
    let written = Written::with_body(body).words("word/styles.xml", "styles", STYLES).words(
        "word/numbering.xml",
        "numbering",
        LISTS,
    );
    let document = read(&written.part("docProps/app.xml", "<a><Company>甲</Company></a>"));
    blocks(&document) + "\n" + &remarks(&document)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn properties_alike_are_read_as_different_ones(
        before in prop::collection::vec(paragraphs(), 0..6),
        rows in prop::collection::vec(
            prop::collection::vec((prop::sample::select(OF_CELLS), paragraphs()), 1..4), 1..5),
    ) {
        // Something is to be seen, whatever is hidden.
        let seen = "<w:p><w:r><w:t>文</w:t></w:r></w:p>";
        let alike = Writer { differs: false, count: 0 }.body(&before, &rows);
        let different = Writer { differs: true, count: 0 }.body(&before, &rows);
        prop_assert_eq!(told(&(alike + seen)), told(&(different + seen)));
    }
}

#[test]
fn properties_said_twice_are_read_both_times() {
    let twice =
        "<w:p><w:pPr><w:pStyle w:val='1'/></w:pPr><w:pPr><w:jc/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>";
    let other = "<w:p><w:pPr><w:jc/></w:pPr><w:r><w:t>乙</w:t></w:r></w:p>";
    let hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:rPr><w:b/></w:rPr><w:t>丙</w:t></w:r>";
    let shown = "<w:r><w:rPr><w:b/></w:rPr><w:t>丁</w:t></w:r>";
    let body = format!("{twice}{other}{twice}<w:p>{hidden}{shown}{hidden}</w:p>");
    insta::assert_snapshot!(told(&body), @r"
    H1 甲
    P 乙
    H1 甲
    P 丁
    ");
}
