//! What all sheets of a workbook share: texts, formats, and where the sheets are.

use std::collections::HashMap;
use std::rc::Rc;

use govreport_core::document::Format;

use super::super::Entry;
use super::super::format::{Epoch, NumberFormat};
use super::super::look::{Colour, FIRST_OWN, Font, Height, Ink, Palette, WHITE};
use super::super::style::{Style, Text};
use super::records::{Records, kind};
use super::texts::{Texts, Writing, font_at};
use crate::ReadError;
use crate::budget::Budget;
use crate::compound::bytes::{offset_at, u16_at, u32_at};

/// What all sheets share.
pub(super) struct Globals {
    pub(super) sheets: Vec<SheetPlace>,
    pub(super) writing: Writing,
    pub(super) epoch: Epoch,
    pub(super) texts: Vec<Text>,
    /// By the number that cells have of it.
    pub(super) styles: Vec<Style>,
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
            styles: Vec::new(),
        };
        // Colours stand behind the fonts that use them.
        let palette = palette(stream);
        let mut fonts: Vec<Font> = Vec::new();
        let mut codes: HashMap<u16, Rc<NumberFormat>> = HashMap::new();
        let mut used: Vec<Parts> = Vec::new();
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
                    codes.extend(number.zip(code.map(|code| Rc::new(NumberFormat::of_code(&code)))));
                }
                kind::FONT => fonts.push(font(record.bytes, &palette)),
                kind::CELL_FORMAT => {
                    let is_wide = globals.writing == Writing::Wide;
                    used.push(Parts::read(record.bytes, is_wide, &palette).unwrap_or_default());
                }
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
                        let Some(text) = texts.rich(&fonts) else { break };
                        globals.texts.push(text);
                    }
                }
                _ => {}
            }
        }
        let style = |parts: Parts| {
            let format = codes.entry(parts.format);
            let format = format.or_insert_with(|| Rc::new(NumberFormat::built_in(parts.format)));
            let font = font_at(&fonts, parts.font).unwrap_or_default();
            Style { format: Rc::clone(format), font, ground: parts.ground }
        };
        globals.styles = used.into_iter().map(style).collect();
        Ok(globals)
    }
}

/// What a cell format is made of.
#[derive(Debug, Clone, Copy)]
struct Parts {
    font: u16,
    format: u16,
    ground: Colour,
}

impl Default for Parts {
    fn default() -> Self {
        Self { font: 0, format: 0, ground: WHITE }
    }
}

impl Parts {
    fn read(bytes: &[u8], is_wide: bool, palette: &Palette) -> Option<Self> {
        const NONE: u32 = 0;
        const SOLID: u32 = 1;
        // Before Excel 97 the pattern stands in the same word as its colour.
        let (pattern, colour) = if is_wide {
            (u32_at(bytes, 14).unwrap_or_default() >> 26, u32::from(u16_at(bytes, 18).unwrap_or_default()))
        } else {
            let word = u32_at(bytes, 8).unwrap_or_default();
            (word >> 16 & 0x3F, word)
        };
        let ground = match pattern {
            NONE => WHITE,
            SOLID => palette.indexed(usize::try_from(colour & 0x7F).ok()?),
            _ => None,
        };
        Some(Self { font: u16_at(bytes, 0)?, format: u16_at(bytes, 2)?, ground })
    }
}

fn font(bytes: &[u8], palette: &Palette) -> Font {
    const AUTOMATIC: u16 = 0x7FFF;
    let number = |at| u16_at(bytes, at).unwrap_or_default();
    let ink = match number(4) {
        AUTOMATIC => Ink::Automatic,
        colour => Ink::Of(palette.indexed(usize::from(colour))),
    };
    let height = match number(8) {
        1 => Height::Raised,
        2 => Height::Lowered,
        _ => Height::Line,
    };
    Font { ink, struck: number(2) & 8 != 0, height }
}

/// The colours of a workbook: those of Excel, and those that it has of its own.
fn palette(stream: &[u8]) -> Palette {
    let mut palette = Palette::default();
    let records = Records::new(stream).take_while(|record| record.kind != kind::END);
    for record in records.filter(|record| record.kind == kind::PALETTE) {
        let colours = record.bytes.get(2..).unwrap_or_default().chunks_exact(4);
        for (number, colour) in (FIRST_OWN..).zip(colours) {
            if let [red, green, blue, _] = colour {
                palette.set(number, [*red, *green, *blue]);
            }
        }
    }
    palette
}
