//! The package: the sheet with its styles, and what says where they are.

use std::fmt::Write as _;

use super::escaped;
use crate::layout::packed::packed;

const TYPES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>
<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" \
 ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" \
 ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override \
 PartName=\"/xl/worksheets/sheet1.xml\" \
 ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override \
 PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>
";

const OF_PACKAGE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
 Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/>\
</Relationships>
";

const OF_WORKBOOK: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>
<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
 Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
<Relationship Id=\"rId2\" \
 Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>
";

const WORKBOOK: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>
<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
 xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" \
 r:id=\"rId1\"/></sheets></workbook>
";

/// The style of struck-out cells, of white ones, and of those whose format shows nothing.
pub(super) const STRUCK: usize = 1;
pub(super) const WHITE: usize = 2;
pub(super) const HIDDEN: usize = 3;

/// The formats that cells may have, in the order of their styles.
const FORMATS: [&str; 14] = [
    ";;;",
    "0,",
    "0",
    "0.00",
    "0.0000",
    "0%",
    "0_ ",
    "0;0;0",
    "0\"件\"",
    "\"约\"0",
    "0!.0000",
    "0;-0;\"—\"",
    "yyyy\\-mm\\-dd",
    "#,##0",
];

/// The number of the style with a format.
pub(super) fn style_of(code: &str) -> usize {
    FORMATS.iter().position(|format| *format == code).map_or(0, |place| place + HIDDEN)
}

/// The styles: three looks, and the formats from the style of hidden cells on.
fn styles() -> String {
    /// Numbers of formats below this are those of the program itself.
    const OWN: usize = 164;
    let mut formats = String::new();
    let mut cells = String::from(
        "<xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\" applyFont=\"1\"/><xf numFmtId=\"0\" fontId=\"2\" \
         applyFont=\"1\"/>",
    );
    for (place, code) in FORMATS.iter().enumerate() {
        let number = OWN + place;
        // Writing to a string cannot fail.
        let _ = write!(formats, "<numFmt numFmtId=\"{number}\" formatCode=\"{}\"/>", escaped(code));
        let _ = write!(cells, "<xf numFmtId=\"{number}\" fontId=\"0\" applyNumberFormat=\"1\"/>");
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>
<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"{}\">{formats}</numFmts><fonts \
         count=\"3\"><font><sz val=\"11\"/><name val=\"宋体\"/></font><font><strike/><sz val=\"11\"/><name \
         val=\"宋体\"/></font><font><sz val=\"11\"/><color rgb=\"FFFFFFFF\"/><name val=\"宋体\"/></font></fonts><fills \
         count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill \
         patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs \
         count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"{}\">{cells}</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" \
         xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>
",
        FORMATS.len(),
        FORMATS.len() + HIDDEN,
    )
}

/// The bytes of a workbook with this sheet.
///
/// # Panics
///
/// Never: writing to memory does not fail, and no name is used twice.
pub(crate) fn package(sheet: &str) -> Vec<u8> {
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", OF_PACKAGE),
        ("xl/_rels/workbook.xml.rels", OF_WORKBOOK),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/styles.xml", &styles()),
    ];
    packed(&parts).expect("memory can be written, and no name stands twice")
}
