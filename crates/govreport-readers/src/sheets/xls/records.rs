//! Records: what the stream of an old workbook is a row of.

use crate::compound::bytes::{slice, u16_at};

/// A record: a number that says what it is, and its bytes. Bytes that do not fit stand in records that continue it.
#[derive(Debug)]
pub(super) struct Record<'s> {
    pub(super) kind: u16,
    pub(super) bytes: &'s [u8],
    pub(super) continued: Vec<&'s [u8]>,
}

/// Numbers of the records that are read, as MS-XLS 2.3 lists them.
pub(super) mod kind {
    pub(in super::super) const FORMULA: u16 = 0x0006;
    pub(in super::super) const END: u16 = 0x000A;
    pub(in super::super) const DATE_MODE: u16 = 0x0022;
    pub(in super::super) const ENCRYPTION: u16 = 0x002F;
    pub(super) const CONTINUE: u16 = 0x003C;
    pub(in super::super) const FONT: u16 = 0x0031;
    pub(in super::super) const CODE_PAGE: u16 = 0x0042;
    pub(in super::super) const COLUMNS: u16 = 0x007D;
    pub(in super::super) const SHEET: u16 = 0x0085;
    pub(in super::super) const PALETTE: u16 = 0x0092;
    pub(in super::super) const COMPACT_NUMBERS: u16 = 0x00BD;
    pub(in super::super) const RICH_TEXT: u16 = 0x00D6;
    pub(in super::super) const CELL_FORMAT: u16 = 0x00E0;
    pub(in super::super) const MERGED: u16 = 0x00E5;
    pub(in super::super) const SHARED_TEXTS: u16 = 0x00FC;
    pub(in super::super) const SHARED_TEXT: u16 = 0x00FD;
    pub(in super::super) const NUMBER: u16 = 0x0203;
    pub(in super::super) const TEXT: u16 = 0x0204;
    pub(in super::super) const BOOLEAN_OR_ERROR: u16 = 0x0205;
    pub(in super::super) const TEXT_OF_FORMULA: u16 = 0x0207;
    pub(in super::super) const ROW: u16 = 0x0208;
    pub(in super::super) const WINDOW: u16 = 0x023E;
    pub(in super::super) const COMPACT_NUMBER: u16 = 0x027E;
    pub(in super::super) const NUMBER_FORMAT: u16 = 0x041E;
    pub(in super::super) const BEGIN: u16 = 0x0809;
}

/// The records of a stream from here on, until one is cut off.
pub(super) struct Records<'s> {
    rest: &'s [u8],
}

impl<'s> Records<'s> {
    /// Begins to read.
    pub(super) fn new(stream: &'s [u8]) -> Self {
        Self { rest: stream }
    }

    fn take(&mut self, wanted: Option<u16>) -> Option<(u16, &'s [u8])> {
        let kind = u16_at(self.rest, 0).filter(|kind| wanted.is_none_or(|wanted| wanted == *kind))?;
        let length = usize::from(u16_at(self.rest, 2)?);
        let bytes = slice(self.rest, 4, length)?;
        self.rest = self.rest.get(4 + length..)?;
        Some((kind, bytes))
    }
}

impl<'s> Iterator for Records<'s> {
    type Item = Record<'s>;

    fn next(&mut self) -> Option<Record<'s>> {
        let (kind, bytes) = self.take(None)?;
        let continued =
            std::iter::from_fn(|| self.take(Some(kind::CONTINUE))).map(|(_, bytes)| bytes).collect();
        Some(Record { kind, bytes, continued })
    }
}
