//! What of a file is damaged or cannot be read, in words.

use govreport_core::document::{InvalidBytes, PartDamaged, PartUnread, Remark, RemarkKind};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::Dict;

/// The name of the drawing of a page.
pub(super) const CONTENTS: &[u8] = b"Contents";
/// How far from its end a file may end by its own account: some programs add to it.
const TAIL: usize = 2_048;

/// What was met while the pages were drawn.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// Glyphs whose character is not known.
    pub(super) unknown: usize,
    /// Pages, from 1, of which the drawing broke off or could not be unpacked.
    pub(super) broken: Vec<u32>,
    /// Fonts that could not be used; their text is missing.
    pub(super) lost_fonts: usize,
}

/// What there is to say of damage.
pub(super) fn remarks(bytes: &[u8], pdf: &Pdf, reading: &Reading) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut say = |what: RemarkKind| remarks.push(Remark::new(what));
    if is_cut(bytes) {
        say(PartDamaged::EndMissing.into());
    }
    let found = pdf.pages().len();
    if let Some(stated) = stated_pages(pdf).filter(|stated| *stated > found) {
        say(PartDamaged::PagesMissing { stated, found }.into());
    }
    if !reading.broken.is_empty() {
        say(PartDamaged::Pages { pages: reading.broken.clone() }.into());
    }
    if reading.lost_fonts > 0 {
        say(PartUnread::Font.into());
    }
    if reading.unknown > 0 {
        say(InvalidBytes::Signs { count: reading.unknown }.into());
    }
    remarks
}

/// Whether the end of the file is missing.
pub(super) fn is_cut(bytes: &[u8]) -> bool {
    let tail = bytes.get(bytes.len().saturating_sub(TAIL)..).unwrap_or_default();
    memchr::memmem::find(tail, b"%%EOF").is_none() && memchr::memmem::find(tail, b"startxref").is_none()
}

/// How many pages the file says it has.
fn stated_pages(pdf: &Pdf) -> Option<usize> {
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id())?;
    let pages = catalog.get::<Dict<'_>>(b"Pages".as_slice())?;
    usize::try_from(pages.get::<u32>(b"Count".as_slice())?).ok()
}
