//! What all sheets of a workbook share: texts, formats, and where the sheets are.

use std::collections::HashMap;

use govreport_core::document::Format;

use super::super::entry::Entry;
use super::super::value::{Epoch, NumberFormat};
use super::records::{Records, kind};
use super::texts::{Texts, Writing};
use crate::ReadError;
use crate::budget::Budget;
use crate::compound::bytes::{offset_at, u16_at, u32_at};

/// What all sheets share.
pub(super) struct Globals {
    pub(super) sheets: Vec<SheetPlace>,
    pub(super) writing: Writing,
    pub(super) epoch: Epoch,
    pub(super) texts: Vec<String>,
    /// By the number that cells have of it.
    pub(super) formats: Vec<NumberFormat>,
}

/// A sheet, and where its records begin in the stream.
pub(super) struct SheetPlace {
    pub(super) entry: Entry,
    pub(super) start: usize,
}

/// The version of Excel 97 to 2003 in the first record.
const EXCEL_97: u16 = 0x0600;

impl Globals {
    /// Reads the records at the beginning of the stream.
    pub(super) fn read(stream: &[u8], budget: &Budget) -> Result<Self, ReadError> {
        let mut records = Records::new(stream);
        let version = match records.next() {
            Some(first) if first.kind == kind::BEGIN => u16_at(first.bytes, 0),
            _ => None,
        };
        let Some(version) = version else {
            let what = "its stream does not begin as that of a workbook".to_owned();
            return Err(ReadError::Damaged { format: Format::Xls, what });
        };
        let mut globals = Self {
            sheets: Vec::new(),
            writing: if version >= EXCEL_97 { Writing::Wide } else { Writing::Narrow(936) },
            epoch: Epoch::default(),
            texts: Vec::new(),
            formats: Vec::new(),
        };
        let mut codes: HashMap<u16, NumberFormat> = HashMap::new();
        let mut used: Vec<u16> = Vec::new();
        for record in records {
            match record.kind {
                kind::END => break,
                kind::ENCRYPTION => return Err(ReadError::Encrypted { format: Format::Xls }),
                kind::CODE_PAGE => {
                    if let (Writing::Narrow(_), Some(page)) = (globals.writing, u16_at(record.bytes, 0)) {
                        globals.writing = Writing::Narrow(page);
                    }
                }
                kind::DATE_MODE if u16_at(record.bytes, 0) == Some(1) => globals.epoch = Epoch::From1904,
                kind::NUMBER_FORMAT => {
                    let number = u16_at(record.bytes, 0);
                    let mut texts = Texts::new(record, 2);
                    let code = match globals.writing {
                        Writing::Wide => texts.text(globals.writing),
                        Writing::Narrow(_) => texts.short_text(globals.writing),
                    };
                    codes.extend(number.zip(code.map(|code| NumberFormat::of_code(&code))));
                }
                kind::CELL_FORMAT => used.push(u16_at(record.bytes, 2).unwrap_or_default()),
                kind::SHEET => {
                    // Charts and macros are no sheets of cells.
                    let is_sheet = record.bytes.get(5) == Some(&0);
                    let is_hidden = record.bytes.get(4).is_some_and(|state| state & 3 != 0);
                    let start = offset_at(record.bytes, 0);
                    let name = Texts::new(record, 6).short_text(globals.writing).unwrap_or_default();
                    let place = start.map(|start| SheetPlace { entry: Entry { name, is_hidden }, start });
                    globals.sheets.extend(place.filter(|_| is_sheet));
                }
                kind::SHARED_TEXTS => {
                    let count = u32_at(record.bytes, 4).unwrap_or_default();
                    let mut texts = Texts::new(record, 8);
                    for number in 0..count {
                        if number % 65_536 == 0 {
                            budget.time()?;
                        }
                        let Some(text) = texts.text(Writing::Wide) else { break };
                        globals.texts.push(text);
                    }
                }
                _ => {}
            }
        }
        globals.formats = used
            .into_iter()
            .map(|number| codes.get(&number).copied().unwrap_or_else(|| NumberFormat::built_in(number)))
            .collect();
        Ok(globals)
    }
}
