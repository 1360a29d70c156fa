//! A page with a table of one row, in the second cell of which something is drawn, for tests.

use govreport_core::document::Document;
use govreport_readers::{Limits, pdf};

use crate::pdf_file::{FONT, file, helvetica, one_page, stream};
use crate::support::{blocks, check_spans};

/// A table of one row: a label in its first cell, and room for the rest in the second, from 120 to 220 and from 80 to 100.
pub(crate) const ROW: &str = "20 80 100 20 re S 120 80 100 20 re S BT /F 10 Tf 25 86 Td (Granted) Tj ET ";

/// The page with this drawing, whose further objects are numbered from 6 on.
pub(crate) fn read(page: &str, drawing: &str, more: Vec<Vec<u8>>) -> Document<'static> {
    let mut objects = helvetica();
    objects.extend(more);
    let bytes = file(&one_page(page, stream("", drawing.as_bytes()), objects), "");
    let document = pdf::document(&bytes, &Limits::default()).expect("it is sound");
    check_spans(&document);
    document
}

/// The second cell of the row when this is drawn too.
pub(crate) fn cell(drawing: &str) -> String {
    cell_of(FONT, drawing, Vec::new())
}

/// The same of a page with these entries and further objects.
pub(crate) fn cell_of(page: &str, drawing: &str, more: Vec<Vec<u8>>) -> String {
    let document = read(page, &format!("{ROW}{drawing}"), more);
    let row = document.blocks().iter().map(|block| document.cells(block)).find(|cells| cells.len() == 2);
    let row = row.unwrap_or_else(|| panic!("no row of two cells: {:?}", blocks(&document)));
    assert_eq!(document.slice(row[0].span), "Granted");
    document.slice(row[1].span).to_owned()
}

/// Draws a text in the second cell, so far to the right.
pub(crate) fn text(text: &str, right: f64) -> String {
    format!("BT /F 10 Tf {} 86 Td ({text}) Tj ET ", 130.0 + right)
}

/// The same with an annotation, whose entries these are, and the drawings that it refers to from object 7 on.
pub(crate) fn annotated(annotation: &str, drawing: &str, drawings: Vec<Vec<u8>>) -> String {
    let mut more = vec![format!("<</Type/Annot{annotation}>>").into_bytes()];
    more.extend(drawings);
    cell_of(&format!("{FONT}/Annots[6 0 R]"), drawing, more)
}

/// The drawing of an annotation, 40 points wide and 12 high.
pub(crate) fn appearance(drawing: &str) -> Vec<u8> {
    let form = "/Type/XObject/Subtype/Form/BBox[0 0 40 12]/Resources<</Font<</F 5 0 R>>>>";
    stream(form, drawing.as_bytes())
}

/// Where the annotation lies that is drawn so.
pub(crate) const PLACE: &str = "/Rect[128 84 168 96]/AP<</N 7 0 R>>";
