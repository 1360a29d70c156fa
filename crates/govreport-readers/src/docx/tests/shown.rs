//! Words that are not seen, or seen as marks, are no part of the number beside them.

use super::written::{SPACES, Written};
use super::{blocks, body, read};

fn run(properties: &str, words: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>")
}

/// A table of one row: a label, and a cell with these properties and runs.
fn table(of_table: &str, of_cell: &str, of_paragraph: &str, runs: &str) -> String {
    format!(
        "<w:tbl><w:tblPr>{of_table}</w:tblPr><w:tr><w:tc><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc><w:tc><w:tcPr>{of_cell}</w:tcPr>\
         <w:p><w:pPr>{of_paragraph}</w:pPr>{runs}</w:p></w:tc></w:tr></w:tbl>"
    )
}

const STYLES: &str = "<w:style w:styleId='S'><w:rPr><w:strike/></w:rPr></w:style><w:style w:styleId='T'><w:basedOn w:val='S'/></w:style>\
    <w:style w:styleId='V'><w:rPr><w:vertAlign w:val='superscript'/></w:rPr></w:style>\
    <w:style w:styleId='R'><w:rPr><w:position w:val='10'/></w:rPr></w:style>\
    <w:style w:styleId='W'><w:rPr><w:color w:val='FFFFFF'/></w:rPr></w:style>\
    <w:style w:styleId='D'><w:tblStylePr w:type='firstRow'><w:tcPr><w:shd w:fill='4472C4'/></w:tcPr></w:tblStylePr></w:style>";

fn seen_in(document: &str) -> String {
    let written = Written::with_body(document).words("word/styles.xml", "styles", STYLES);
    blocks(&read(&written)).replace("R0.0 0[规章] 1[", "").replace(']', "")
}

fn seen(runs: &str) -> String {
    seen_in(&table("", "", "", runs))
}

#[test]
fn raised_figures_are_marks() {
    for mark in [
        "<w:vertAlign w:val='superscript'/>",
        "<w:sz w:val='12'/><w:vertAlign w:val='superscript'/>",
        "<w:position w:val='12'/><w:sz w:val='12'/>",
        "<w:position w:val='6pt'/>",
        "<w:rStyle w:val='V'/>",
        "<w:rStyle w:val='R'/>",
    ] {
        assert_eq!(seen(&(run("", "354") + &run(mark, "1"))), "354¹", "{mark}");
        assert_eq!(
            seen(&(run("", "3") + &run("", "54") + &run(mark, "1") + &run(mark, "2"))),
            "354¹²",
            "{mark}"
        );
    }
    assert_eq!(seen(&(run("<w:position w:val='12'/>", "1") + &run("", "354"))), "¹354");
    assert_eq!(seen(&(run("", "354") + &run("<w:position w:val='-8'/>", "1"))), "354₁");
    assert_eq!(seen(&run("<w:vertAlign w:val='superscript'/>", "1")), "¹");
    assert_eq!(seen(&(run("", "354") + &run("<w:vertAlign w:val='superscript'/>", "注1"))), "354注¹");
    let symbol =
        "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:sym w:font='Symbol' w:char='F031'/></w:r>";
    assert_eq!(seen(&(run("", "354") + symbol)), "354¹");
}

#[test]
fn what_is_not_raised_beside_others_stays_a_number() {
    for properties in [
        "<w:position w:val='12'/>",
        "<w:position w:val='2'/>",
        "<w:vertAlign w:val='baseline'/>",
        "<w:rStyle w:val='V'/><w:vertAlign w:val='baseline'/>",
        "<w:sz w:val='8'/>",
    ] {
        assert_eq!(seen(&(run(properties, "35") + &run(properties, "4"))), "354", "{properties}");
    }
}

#[test]
fn struck_and_hidden_words_are_left_out() {
    for properties in [
        "<w:strike/>",
        "<w:dstrike/>",
        "<w:strike w:val='true'/>",
        "<w:dstrike w:val='1'/><w:strike w:val='0'/>",
        "<w:rStyle w:val='S'/>",
        "<w:rStyle w:val='T'/>",
        "<w:vanish/>",
        "<w:sz w:val='2'/>",
        "<w:color w:val='FFFFFF'/>",
        "<w:color w:val='FEFEFE'/>",
        "<w:color w:val='FFFFFF' w:themeColor='background1'/>",
        "<w:color w:themeColor='background1'/>",
        "<w:rStyle w:val='W'/>",
        "<w:color w:val='FF0000'/><w:shd w:val='clear' w:fill='FF0000'/>",
        "<w:color w:val='FFFF00'/><w:highlight w:val='yellow'/>",
        "<w:color w:val='000000'/><w:shd w:val='solid' w:color='000000'/>",
    ] {
        assert_eq!(seen(&(run(properties, "9") + &run("", "354"))), "354", "{properties}");
    }
    assert_eq!(seen(&run("<w:strike/>", "9")), "");
    let struck = "<w:pStyle w:val='S'/>";
    assert_eq!(
        seen_in(&table("", "", struck, &(run("", "9") + &run("<w:strike w:val='0'/>", "354")))),
        "354"
    );
    assert_eq!(seen_in(&table("", "", struck, &run("<w:rStyle w:val='T'/>", "354"))), "354");
}

#[test]
fn words_that_can_be_told_from_their_ground_are_seen() {
    let white = run("<w:color w:val='FFFFFF'/>", "354");
    for (of_table, of_cell, of_paragraph) in [
        ("<w:shd w:val='clear' w:fill='1F4E79'/>", "", ""),
        ("", "<w:shd w:val='clear' w:color='auto' w:fill='1F4E79'/>", ""),
        ("<w:shd w:fill='FFFFFF'/>", "<w:shd w:val='solid' w:color='auto' w:fill='FFFFFF'/>", ""),
        ("", "<w:shd w:val='pct50' w:color='000000' w:fill='FFFFFF'/>", ""),
        ("", "", "<w:shd w:val='clear' w:fill='000000'/>"),
    ] {
        assert_eq!(
            seen_in(&table(of_table, of_cell, of_paragraph, &white)),
            "354",
            "{of_table}{of_cell}{of_paragraph}"
        );
    }
    for properties in [
        "<w:color w:val='auto'/>",
        "<w:color w:val='808080'/>",
        "<w:color w:val='FFFFFF'/><w:shd w:val='clear' w:fill='000000'/>",
        "<w:color w:val='FFFFFF'/><w:highlight w:val='darkBlue'/>",
        "<w:rStyle w:val='W'/><w:color w:val='000000'/>",
    ] {
        assert_eq!(seen(&run(properties, "354")), "354", "{properties}");
    }
}

#[test]
fn where_the_ground_is_not_known_numbers_are_withheld() {
    let white = run("<w:color w:val='FFFFFF'/>", "354");
    for (of_table, of_cell) in [
        ("<w:tblStyle w:val='D'/>", ""),
        ("", "<w:shd w:val='clear' w:fill='auto' w:themeFill='accent1'/>"),
        ("", "<w:shd w:val='diagStripe' w:color='auto' w:fill='FFFFFF'/>"),
    ] {
        assert_eq!(
            seen_in(&table(of_table, of_cell, "", &white)),
            "\u{FFFD}\u{FFFD}\u{FFFD}",
            "{of_table}{of_cell}"
        );
    }
    let heading = run("<w:color w:val='FFFFFF'/>", "本年处理决定数量");
    assert_eq!(seen_in(&table("<w:tblStyle w:val='D'/>", "", "", &heading)), "本年处理决定数量");
    let coloured = format!(
        "<w:document {SPACES}><w:background w:color='003366'/><w:body>{}</w:body></w:document>",
        table("", "", "", &white)
    );
    let written = Written::default().part("word/document.xml", &coloured);
    assert_eq!(blocks(&read(&written)), "R0.0 0[规章] 1[\u{FFFD}\u{FFFD}\u{FFFD}]");
    let text_box = format!(
        "<w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p>{white}</w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    );
    assert_eq!(seen_in(&text_box), "P \u{FFFD}\u{FFFD}\u{FFFD}");
}

#[test]
fn formulas_do_not_run_together() {
    let of = |inner: &str| seen(&format!("<m:oMath>{inner}</m:oMath>"));
    let part = |name: &str, words: &str| format!("<m:{name}><m:r><m:t>{words}</m:t></m:r></m:{name}>");
    for (formula, words) in [
        (format!("<m:f><m:fPr/>{}{}</m:f>", part("num", "354"), part("den", "2")), "354/2"),
        (format!("<m:sSup>{}{}</m:sSup>", part("e", "354"), part("sup", "2")), "354²"),
        (format!("<m:sSub>{}{}</m:sSub>", part("e", "354"), part("sub", "2")), "354₂"),
        (
            format!("<m:sSubSup>{}{}{}</m:sSubSup>", part("e", "35"), part("sub", "1"), part("sup", "2")),
            "35₁²",
        ),
        (format!("<m:rad>{}{}</m:rad>", part("deg", "3"), part("e", "54")), "√³54"),
        (format!("<m:d>{}</m:d>", part("e", "354")), "(354)"),
        (format!("<m:m><m:mr>{}{}</m:mr></m:m>", part("e", "35"), part("e", "4")), "35 4"),
        (format!("<m:eqArr>{}{}</m:eqArr>", part("e", "35"), part("e", "4")), "35 4"),
        (format!("<m:box>{}</m:box>", part("e", "354")), "354"),
    ] {
        assert_eq!(of(&formula), words, "{formula}");
    }
    let hidden_before = run("<w:vanish/>", "9") + "<m:oMath><m:r><m:t>354</m:t></m:r></m:oMath>";
    assert_eq!(seen(&hidden_before), "354");
    let struck =
        "<m:oMath><m:r><w:rPr><w:strike/></w:rPr><m:t>9</m:t></m:r></m:oMath>".to_owned() + &run("", "354");
    assert_eq!(seen(&struck), "354");
}

#[test]
fn forms_that_ask_for_what_nobody_knows_are_not_taken() {
    let forms = |choice: &str| {
        seen(&format!(
            "<w:r><mc:AlternateContent>{choice}<mc:Fallback><w:t>354</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        ))
    };
    for choice in [
        "<mc:Choice Requires='zzz'><w:t>9</w:t></mc:Choice>",
        "<mc:Choice Requires='wps zzz'><w:t>9</w:t></mc:Choice>",
        "<mc:Choice xmlns:q='urn:q' Requires='q'><w:t>9</w:t></mc:Choice>",
        "<mc:Choice Requires='zzz'/>",
        "<mc:Choice Requires='zzz'><w:t>9</w:t></mc:Choice><mc:Choice Requires='wps'><w:t>354</w:t></mc:Choice>",
        "<mc:Choice Requires='wps'><w:t>354</w:t></mc:Choice>",
        "<mc:Choice Requires='w14'><w:t>354</w:t></mc:Choice>",
        "",
    ] {
        assert_eq!(forms(choice), "354", "{choice}");
    }
}

#[test]
fn cells_that_a_revision_deletes_are_not_there() {
    let cell = |properties: &str, words: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>")
    };
    let row = cell("", "规章")
        + &cell("<w:cellDel w:id='1'/>", "9")
        + &cell("<w:cellIns w:id='2'/>", "3")
        + &cell("<w:gridSpan w:val='2'/><w:cellDel/>", "8")
        + &cell("", "12");
    let merged = cell("<w:cellMerge w:vMerge='rest'/>", "甲") + &cell("", "1");
    let below = cell("<w:cellMerge w:vMerge='cont'/>", "") + &cell("", "2");
    let document =
        body(&format!("<w:tbl><w:tr>{row}</w:tr><w:tr>{merged}</w:tr><w:tr>{below}</w:tr></w:tbl>"));
    insta::assert_snapshot!(blocks(&document), @"
    R0.0 0[规章] 1[3] 2[12]
    R0.1 0+1×2[甲] 1[1]
    R0.2 1[2]
    ");
}

#[test]
fn overridden_directions_turn_words_round() {
    assert_eq!(seen(&format!("<w:bdo w:val='rtl'>{}{}</w:bdo>", run("", "4"), run("", "53"))), "354");
    assert_eq!(seen(&format!("{}<w:bdo w:val='rtl'>{}</w:bdo>", run("", "3"), run("", "45"))), "354");
    assert_eq!(seen(&format!("<w:bdo w:val='ltr'>{}</w:bdo>", run("", "354"))), "354");
    assert_eq!(seen(&format!("<w:dir w:val='rtl'>{}</w:dir>", run("<w:rtl/>", "354"))), "354");
}

#[test]
fn paragraphs_and_line_breaks_of_a_cell_are_new_lines_and_blanks_are_blanks() {
    let two = table("", "", "", &(run("", "15") + "<w:r><w:br/></w:r>" + &run("", "3")));
    assert_eq!(seen_in(&two), "15⏎3");
    let paragraphs = table("", "", "", &format!("{}</w:p><w:p>{}", run("", "15"), run("", "3")));
    assert_eq!(seen_in(&paragraphs), "15⏎3");
    assert_eq!(seen(&run("", "15 3")), "15 3");
}

#[test]
fn an_old_list_shows_its_choice() {
    let sign = |kind: &str, inside: &str| {
        format!("<w:r><w:fldChar w:fldCharType='{kind}'>{inside}</w:fldChar></w:r>")
    };
    let instruction = "<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>";
    let list = |says: &str| {
        let entries = "<w:listEntry w:val='9'/><w:listEntry w:val='354'/>";
        format!("<w:ffData><w:name w:val='甲'/><w:ddList>{says}{entries}</w:ddList></w:ffData>")
    };
    let field = |says: &str, result: &str| {
        seen(&format!("{}{instruction}{result}{}", sign("begin", &list(says)), sign("end", "")))
    };
    assert_eq!(field("<w:result w:val='1'/>", ""), "354");
    assert_eq!(field("<w:result w:val='1'/><w:default w:val='0'/>", ""), "354");
    assert_eq!(field("<w:default w:val='1'/>", ""), "354");
    assert_eq!(field("", ""), "9");
    assert_eq!(field("<w:result w:val='7'/>", ""), "");
    // A program that writes the result as well does not say it twice.
    let result = format!("{}{}", sign("separate", ""), run("", "354"));
    assert_eq!(field("<w:result w:val='1'/>", &result), "354");
}
