//! Excel workbooks (.xlsx, .xls, and those of 2003 in XML), and WPS workbooks (.et) in either container.
//!
//! Both kinds are read by hand: the library that reads both follows the chains of a damaged container without an end and sets
//! aside whatever memory a file asks for. It is the oracle of the tests.
//!
//! Every sheet that is shown becomes rows of cells; where several hold text, the name of each is a heading before it, if it
//! says something. Cells have
//! the column they have on the sheet. What is not shown is left out with a remark where it holds text: hidden sheets, rows and columns.

mod cover;
mod entry;
mod format;
mod layout;
mod look;
mod segment;
mod sheet;
mod style;
mod xls;
mod xlsx;
mod xml2003;

use govreport_core::document::{Document, Format, PartDamaged, PartUnread, Remark};
use memchr::memmem;

use self::entry::Entry;
use self::layout::Writer;
use self::sheet::Sheet;
use crate::budget::Budget;
use crate::{Limits, ReadError, decode};

/// The document that a workbook is.
///
/// # Errors
///
/// See [`ReadError`].
pub fn document(bytes: &[u8], format: Format, limits: &Limits) -> Result<Document<'static>, ReadError> {
    let mut budget = Budget::new(limits);
    let mut writer = Writer::new(format);
    if format == Format::Xls && is_xml(bytes) {
        let decoded = decode::decode(bytes, None);
        let mut sheets = xml2003::sheets(&decoded.text, &mut budget)?;
        let entries: Vec<Entry> = sheets.iter().map(|(entry, _)| entry.clone()).collect();
        let read = |number: usize, _: &mut Budget| {
            Ok(sheets.get_mut(number).map(|(_, sheet)| std::mem::take(sheet)).unwrap_or_default())
        };
        write(&entries, read, writer, &mut budget, format)
    } else if format == Format::Xls {
        let mut workbook = xls::Workbook::open(bytes, &mut budget)?;
        workbook.properties(writer.builder(), &mut budget)?;
        let entries = workbook.entries();
        write(&entries, |number, budget| workbook.sheet(number, budget), writer, &mut budget, format)
    } else {
        let mut workbook = xlsx::Workbook::open(bytes, &mut budget)?;
        workbook.properties(writer.builder(), &mut budget)?;
        let entries = workbook.entries();
        write(&entries, |number, budget| workbook.sheet(number, budget), writer, &mut budget, format)
    }
}

/// Whether bytes are a workbook in XML: compound files begin otherwise than any text.
pub(crate) fn is_xml(bytes: &[u8]) -> bool {
    /// Measured: with 2,048, no cell changes.
    const NEAR: usize = 4096;
    let near = bytes.get(..bytes.len().min(NEAR)).unwrap_or_default();
    let is_mark =
        |byte: &u8| matches!(byte, 0 | 0xEF | 0xBB | 0xBF | 0xFE | 0xFF) || byte.is_ascii_whitespace();
    let begins = near.iter().find(|byte| !is_mark(byte)) == Some(&b'<');
    // In UTF-16 NUL bytes stand between the characters.
    let plain: Vec<u8> = near.iter().copied().filter(|byte| *byte != 0).collect();
    begins && memmem::find(&plain, xml2003::SPACE.as_bytes()).is_some()
}

fn write(
    entries: &[Entry],
    mut read: impl FnMut(usize, &mut Budget) -> Result<Sheet, ReadError>,
    mut writer: Writer,
    budget: &mut Budget,
    format: Format,
) -> Result<Document<'static>, ReadError> {
    // The name of the first sheet is a heading if there is a second, so the first has to wait for it.
    let mut first: Option<(&Entry, Sheet)> = None;
    let mut several = false;
    for (number, entry) in entries.iter().enumerate() {
        budget.time()?;
        let sheet = read(number, budget)?;
        if let Some(damage) = &sheet.damage {
            let damaged = PartDamaged::Sheet { name: entry.name.clone(), what: damage.clone() };
            writer.builder().remark(Remark::new(damaged));
        }
        if sheet.cells.is_empty() {
            continue;
        }
        if entry.is_hidden {
            writer.builder().remark(Remark::new(PartUnread::HiddenSheet { name: entry.name.clone() }));
            continue;
        }
        if several {
            writer.sheet(Some(&entry.name), sheet, budget)?;
        } else if let Some((before, waiting)) = first.take() {
            writer.sheet(Some(&before.name), waiting, budget)?;
            writer.sheet(Some(&entry.name), sheet, budget)?;
            several = true;
        } else {
            first = Some((entry, sheet));
        }
    }
    if let Some((_, only)) = first {
        writer.sheet(None, only, budget)?;
    }
    if writer.is_empty() {
        return Err(ReadError::Damaged { format, what: "there is no text on its sheets".to_owned() });
    }
    Ok(writer.finish()?)
}
