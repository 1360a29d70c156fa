//! What a sheet shows, where that is not what is stored.
#![cfg(feature = "sheets")]

use std::io::{Cursor, Write};

use govreport_core::document::Format;
use govreport_readers::{Limits, sheets};

const UNKNOWN: &str = "\u{FFFD}";

const SPACE: &str = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' \
                     xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";

/// A workbook of one sheet: what stands in the element of the sheet, in that of the styles, and behind the list of sheets.
fn workbook(sheet: &str, styles: &str, settings: &str) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id='{id}' Type='x/{kind}' Target='{target}'/>")
    };
    let relations = |all: &[String]| format!("<Relationships>{}</Relationships>", all.concat());
    let parts = [
        ("_rels/.rels", relations(&[relation("r1", "officeDocument", "xl/workbook.xml")])),
        (
            "xl/workbook.xml",
            format!(
                "<workbook {SPACE}><sheets><sheet name='甲' sheetId='1' r:id='r1'/></sheets>{settings}</workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relations(&[
                relation("r1", "worksheet", "worksheets/sheet1.xml"),
                relation("r2", "styles", "styles.xml"),
                relation("r3", "theme", "theme1.xml"),
            ]),
        ),
        ("xl/styles.xml", format!("<styleSheet {SPACE}>{styles}</styleSheet>")),
        (
            "xl/theme1.xml",
            "<a:theme xmlns:a='a'><a:clrScheme><a:dk1><a:srgbClr val='111111'/></a:dk1><a:lt1><a:srgbClr val='FFFFFF'/></a:lt1>\
             </a:clrScheme></a:theme>"
                .to_owned(),
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet {SPACE}>{sheet}</worksheet>")),
    ];
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(name, options).expect("memory can be written to");
        archive.write_all(part.as_bytes()).expect("as above");
    }
    archive.finish().expect("as above").into_inner()
}

/// The text of a workbook: cells between tabs, a line for each row.
fn text(bytes: &[u8], format: Format) -> String {
    sheets::document(bytes, format, &Limits::default()).expect("it is a workbook").text().to_owned()
}

fn shown(sheet: &str, styles: &str, settings: &str) -> String {
    text(&workbook(sheet, styles, settings), Format::Xlsx)
}

/// A row with a label, so that it is kept, and these cells behind.
fn row(number: usize, attributes: &str, cells: &str) -> String {
    format!("<row r='{number}' {attributes}><c t='inlineStr'><is><t>甲{number}</t></is></c>{cells}</row>")
}

fn data(rows: &[String]) -> String {
    format!("<sheetData>{}</sheetData>", rows.concat())
}

#[test]
fn an_old_workbook_shows_what_its_labels_say() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/shown.xls");
    let bytes = std::fs::read(path).expect("the file is part of the repository");
    let text = text(&bytes, Format::Xls);
    let (first, second) = text.split_once("\n乙\n").expect("it has two sheets");
    let rows: Vec<&str> = first.lines().filter(|line| line.starts_with('见')).collect();
    assert_eq!(rows.len(), 19);
    for row in rows {
        let (label, cell) = row.split_once('\t').expect("two columns are shown");
        assert_eq!(cell.trim(), label.trim_start_matches('见').replace('¬', UNKNOWN), "{row}");
    }
    for hidden in ["藏行", "平行", "藏列"] {
        assert!(!text.contains(hidden), "{hidden}");
    }
    assert_eq!(second.trim(), "见\t\t7");
}

#[test]
fn a_formula_without_a_result_is_no_empty_cell() {
    for (cell, expected) in [
        ("<c><f>SUM(A1:B1)</f></c>", UNKNOWN),
        ("<c><f>SUM(A1:B1)</f><v/></c>", UNKNOWN),
        ("<c><f>SUM(A1:B1)</f><v></v></c>", UNKNOWN),
        ("<c><f>SUM(A1:B1)</f><v> </v></c>", UNKNOWN),
        ("<c><f t='shared' si='0'/></c>", UNKNOWN),
        ("<c><v/><f>A1</f></c>", UNKNOWN),
        ("<c t='str'><f>A1</f></c>", UNKNOWN),
        ("<c><f>SUM(A1:B1)</f><v>7</v></c>", "7"),
        ("<c><f t='shared' si='0'/><v>7</v></c>", "7"),
        ("<c t='str'><f>A1</f><v></v></c>", ""),
        ("<c t='str'><f>A1</f><v>无</v></c>", "无"),
        ("<c t='e'><f>1/0</f><v>#DIV/0!</v></c>", "#DIV/0!"),
        ("<c/>", ""),
    ] {
        let found = shown(&data(&[row(1, "", "<c><v>1</v></c>"), row(2, "", cell)]), "", "");
        assert_eq!(found, format!("甲1\t1\n甲2\t{expected}\n"), "{cell}");
    }
}

#[test]
fn results_that_are_to_be_worked_out_anew_are_none() {
    let cells = "<c><f>A1</f><v>0</v></c><c><f>A1</f><v>7</v></c><c><v>8</v></c>";
    let rows = data(&[row(1, "", cells)]);
    assert_eq!(shown(&rows, "", "<calcPr fullCalcOnLoad='1'/>"), format!("甲1\t{UNKNOWN}\t{UNKNOWN}\t8\n"));
    assert_eq!(shown(&rows, "", "<calcPr fullCalcOnLoad='0' calcId='1'/>"), "甲1\t0\t7\t8\n");
    let view = "<sheetViews><sheetView showFormulas='1'/></sheetViews>";
    assert_eq!(shown(&format!("{view}{rows}"), "", ""), format!("甲1\t{UNKNOWN}\t{UNKNOWN}\t8\n"));
}

#[test]
fn a_view_may_hide_zeros() {
    let rows = data(&[row(1, "", "<c><v>0</v></c><c><v>7</v></c><c><f>A1</f><v>0</v></c><c><v>10</v></c>")]);
    for (views, expected) in [
        ("<sheetView showZeros='0'/>", "甲1\t\t7\t\t10\n"),
        ("<sheetView showZeros='false'/>", "甲1\t\t7\t\t10\n"),
        ("<sheetView showZeros='1'/>", "甲1\t0\t7\t0\t10\n"),
        ("<sheetView/><sheetView showZeros='0'/>", "甲1\t0\t7\t0\t10\n"),
    ] {
        assert_eq!(shown(&format!("<sheetViews>{views}</sheetViews>{rows}"), "", ""), expected, "{views}");
    }
}

#[test]
fn rows_and_columns_without_size_are_not_shown() {
    let cells = "<c><v>1</v></c><c><v>2</v></c><c><v>3</v></c>";
    let rows = data(&[
        row(1, "", cells),
        row(2, "ht='0' customHeight='1'", cells),
        row(3, "ht='0.75'", cells),
        row(4, "hidden='1'", cells),
        row(5, "ht='15'", cells),
        row(6, "ht='?'", cells),
    ]);
    let all = |columns: &str| ["甲1", "甲5", "甲6"].map(|label| format!("{label}{columns}\n")).concat();
    for (columns, expected) in [
        ("", "\t1\t2\t3"),
        ("<cols><col min='2' max='2' width='0' customWidth='1'/></cols>", "\t2\t3"),
        ("<cols><col min='2' max='3' width='9' hidden='1'/></cols>", "\t3"),
        ("<cols><col min='3' max='3' width='0.08'/></cols>", "\t1\t3"),
        ("<cols><col min='3' max='2' width='0'/></cols>", "\t1\t2\t3"),
        (
            "<sheetFormatPr defaultColWidth='0'/><cols><col min='1' max='2' width='9'/><col min='4' max='4' width='9'/></cols>",
            "\t1\t3",
        ),
        ("<sheetFormatPr defaultColWidth='9'/>", "\t1\t2\t3"),
    ] {
        assert_eq!(shown(&format!("{columns}{rows}"), "", ""), all(expected), "{columns}");
    }
}

#[test]
fn cells_look_as_their_fonts_and_fills_say() {
    let styles = "<fonts><font/><font><color theme='0'/></font><font><color rgb='FFFFFFFF'/></font><font><strike/></font>\
                  <font><color theme='1'/></font></fonts>\
                  <fills><fill/><fill><patternFill patternType='solid'><fgColor theme='1'/></patternFill></fill>\
                  <fill><patternFill patternType='lightGray'/></fill></fills>\
                  <cellXfs><xf/><xf fontId='1'/><xf fontId='2'/><xf fontId='3'/><xf fontId='1' fillId='1'/><xf fontId='4' fillId='1'/>\
                  <xf fontId='2' fillId='2'/></cellXfs>";
    for (style, expected) in [
        (0, "351"),
        (1, ""),
        (2, ""),
        (3, ""),
        (4, "351"),
        (5, ""),
        (6, "\u{FFFD}\u{FFFD}\u{FFFD}"),
        (99, "351"),
    ] {
        let number = row(2, "", &format!("<c s='{style}'><v>351</v></c>"));
        let words = row(3, "", &format!("<c s='{style}' t='inlineStr'><is><t>351</t></is></c>"));
        let found = shown(&data(&[row(1, "", "<c><v>1</v></c>"), number, words]), styles, "");
        assert_eq!(found, format!("甲1\t1\n甲2\t{expected}\n甲3\t{expected}\n"), "{style}");
    }
}

#[test]
fn conditions_may_conceal_numbers() {
    let styles = "<dxfs><dxf><font><color rgb='FFFFFFFF'/></font></dxf><dxf><font><b/><color rgb='FFFF0000'/></font></dxf>\
                  <dxf><numFmt numFmtId='200' formatCode=';;;'/></dxf><dxf><font><strike/></font></dxf>\
                  <dxf><fill><patternFill><bgColor rgb='FFFFC7CE'/></patternFill></fill><border><left><color rgb='FFFFFFFF'/></left></border></dxf>\
                  </dxfs><colors><mruColors><color rgb='FFFFFFFF'/></mruColors></colors>";
    let rows = data(&[row(1, "", "<c><v>0</v></c><c><v>7</v></c><c t='str'><v>无</v></c>")]);
    let unknown = |zero: &str, seven: &str| format!("甲1\t{zero}\t{seven}\t无\n");
    let zero = "type='cellIs' operator='equal'><formula>0</formula></cfRule>";
    let all = "type='expression'><formula>B1=0</formula></cfRule>";
    for (rule, expected) in [
        (format!("<cfRule dxfId='0' {zero}"), unknown(UNKNOWN, "7")),
        (format!("<cfRule dxfId='1' {zero}"), unknown("0", "7")),
        (format!("<cfRule dxfId='2' {zero}"), unknown(UNKNOWN, "7")),
        (format!("<cfRule dxfId='3' {all}"), unknown(UNKNOWN, UNKNOWN)),
        (format!("<cfRule dxfId='4' {all}"), unknown("0", "7")),
        (format!("<cfRule dxfId='99' {all}"), unknown("0", "7")),
        (format!("<cfRule {all}"), unknown("0", "7")),
        (
            "<cfRule type='iconSet'><iconSet showValue='0'><cfvo/></iconSet></cfRule>".to_owned(),
            unknown(UNKNOWN, UNKNOWN),
        ),
        ("<cfRule type='iconSet'><iconSet><cfvo/></iconSet></cfRule>".to_owned(), unknown("0", "7")),
    ] {
        let conditions = format!("<conditionalFormatting sqref='B1:D9 F1'>{rule}</conditionalFormatting>");
        assert_eq!(shown(&format!("{rows}{conditions}"), styles, ""), expected, "{rule}");
        let elsewhere = conditions.replace("B1:D9", "B2:D9");
        assert_eq!(shown(&format!("{rows}{elsewhere}"), styles, ""), unknown("0", "7"), "{rule}");
    }
}

#[test]
fn workbooks_in_xml_are_read() {
    let text_of = |bytes: &[u8]| {
        let document =
            govreport_readers::read(bytes, &govreport_readers::Hints::default(), &Limits::default());
        document.map(|document| document.text().to_owned()).ok()
    };
    let workbook = "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n\
                    <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
                    <Worksheet ss:Name=\"甲\"><Table><Row><Cell><Data ss:Type=\"String\">规章</Data></Cell>\
                    <Cell><Data ss:Type=\"Number\">12</Data></Cell></Row></Table></Worksheet></Workbook>";
    assert_eq!(text_of(workbook.as_bytes()).as_deref(), Some("规章\t12\n"));
    let wide: Vec<u8> =
        [0xFEFF].into_iter().chain(workbook.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(text_of(&wide).as_deref(), Some("规章\t12\n"));
    // Cut off anywhere, it gives what stands before, or an error.
    for end in (0..workbook.len()).filter(|end| workbook.is_char_boundary(*end)) {
        let found = text_of(&workbook.as_bytes()[..end]).unwrap_or_default();
        assert!(["", "规章\n", "规章\t12\n"].contains(&found.as_str()) || found.starts_with('<'), "{found}");
    }
}
