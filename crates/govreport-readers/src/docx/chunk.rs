//! Parts of another format that are put in (`w:altChunk`): web pages and texts.

use std::borrow::Cow;

use govreport_core::Span;
use govreport_core::document::{BlockKind, Cell, Document, DocumentBuilder, Format};

use super::parts::Parts;
use crate::budget::Budget;
use crate::{Limits, ReadError, decode, sniff, text};

/// The most that are read. Programs that write them write one.
/// Measured: with 32, no cell changes.
const MOST: usize = 64;

/// The documents that parts are, by the targets that the main part names; `None` where one is not read.
pub(super) fn documents(
    targets: &[String],
    parts: &mut Parts<'_>,
    limits: &Limits,
    budget: &mut Budget,
) -> Result<Vec<Option<Document<'static>>>, ReadError> {
    let read = |(number, target): (usize, &String)| {
        if number >= MOST {
            return Ok(None);
        }
        match parts.beside(target, budget)? {
            Some(bytes) => document(&bytes, target, limits),
            None => Ok(None),
        }
    };
    targets.iter().enumerate().map(read).collect()
}

fn document(bytes: &[u8], name: &str, limits: &Limits) -> Result<Option<Document<'static>>, ReadError> {
    // Pieces of pages are hard to tell from texts that show markup.
    let is_page = || {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        ["htm", "html", "xhtml"].iter().any(|known| ending.eq_ignore_ascii_case(known))
    };
    let format = match sniff::format(bytes) {
        Ok(Format::Text) if is_page() => Ok(Format::Html),
        format => format,
    };
    let read = match format {
        #[cfg(feature = "html")]
        Ok(Format::Html) => crate::html::document(bytes, None, limits),
        Ok(Format::Text) => {
            let decoded = decode::decode(bytes, None);
            Ok(text::document(Cow::Owned(decoded.text.into_owned()), decoded.remarks)?)
        }
        #[cfg(not(feature = "html"))]
        Ok(Format::Html) => {
            let _ = limits;
            return Ok(None);
        }
        // A document in a document could go on for ever.
        _ => return Ok(None),
    };
    match read {
        Ok(document) => Ok(Some(document)),
        Err(error @ (ReadError::TooLarge { .. } | ReadError::OverLimit { .. })) => Err(error),
        Err(_) => Ok(None),
    }
}

/// Writes a document behind what is written.
pub(super) fn write(document: &Document<'_>, out: &mut String, builder: &mut DocumentBuilder<'_>) {
    let offset = out.len();
    let moved = |span: Span| Span::new(span.start + offset, span.end + offset);
    out.push_str(document.text());
    if !out.ends_with('\n') {
        out.push('\n');
    }
    builder.end_table();
    let mut open = None;
    for block in document.blocks() {
        if block.after_gap {
            builder.gap();
        }
        let span = moved(block.span);
        let table = if let BlockKind::Row { table, .. } = block.kind { Some(table) } else { None };
        if open != table {
            builder.end_table();
            open = table;
        }
        match block.kind {
            BlockKind::Heading { level } => builder.heading(level, span),
            BlockKind::Row { .. } => {
                let cells = document.cells(block).iter();
                builder.grid_row(span, cells.map(|cell| Cell { span: moved(cell.span), ..*cell }));
            }
            BlockKind::Picture => builder.picture(span),
            _ => builder.paragraph(span),
        }
    }
    builder.end_table();
    for link in document.links() {
        builder.link(moved(link.span), link.target.clone());
    }
    for remark in document.remarks() {
        builder.remark(remark.clone().at(remark.span.map(moved)));
    }
}
