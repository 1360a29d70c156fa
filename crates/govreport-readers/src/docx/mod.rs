//! Word documents (.docx).
//!
//! A Word document is a package of parts in XML. The main part and those of the notes are read into a tree, which is then laid
//! out as text and blocks:
//!
//! ```text
//! package ─ parts ─▶ body (styles, numbering) ─▶ tree ─ lay_out ─▶ Document
//! ```
//!
//! What a reader of the printed page sees is read: words of accepted revisions, results of fields, numbers of lists, text boxes,
//! notes at the end. Headers, footers, comments, deleted and hidden words are left out.

mod body;
mod chunk;
mod content;
mod field;
mod fields;
mod formula;
mod frame;
mod known;
mod lay_out;
mod looks;
mod number_text;
mod numbering;
mod paragraph;
mod parts;
mod properties;
mod run;
mod styles;
mod table;
mod tree;

#[cfg(test)]
mod tests;

use govreport_core::Span;
use govreport_core::document::{
    Document, DocumentTruncated, Format, PartDamaged, Pieces, Remark, ScannedPages,
};

use self::body::{Body, MOST_PIECES};
use self::numbering::Numbering;
use self::parts::{Parts, within};
use self::styles::Styles;
use crate::budget::Budget;
use crate::package::{Relations, Stop};
use crate::{Limits, ReadError};

/// The document that a Word document is.
///
/// # Errors
///
/// See [`ReadError`].
pub fn document(bytes: &[u8], limits: &Limits) -> Result<Document<'static>, ReadError> {
    let mut budget = Budget::new(limits);
    let budget = &mut budget;
    let mut parts = Parts::open(bytes, budget)?;
    let styles = match parts.of_kind("styles", budget)? {
        Some((_, text)) => within(Styles::read(&text, budget))?.unwrap_or_default(),
        None => Styles::default(),
    };
    let numbering = match parts.of_kind("numbering", budget)? {
        Some((_, text)) => within(Numbering::read(&text, budget))?.unwrap_or_default(),
        None => Numbering::default(),
    };
    let main = parts.main(budget)?;
    let main = parts.text(&main);
    let notes = notes(&mut parts, budget)?;
    let relations = std::mem::take(&mut parts.relations);

    let mut body = Body::new(&styles, numbering, &relations);
    let (flow, read) = body.read(&main, budget);
    let broken = match read {
        Ok(()) => None,
        Err(Stop::Broken(what)) => Some(what),
        Err(Stop::Over(error)) => return Err(error),
    };
    let mut flows = vec![flow];
    let referred = std::mem::take(&mut body.notes);
    for (at_end, part) in &notes {
        let Some((text, relations)) = part else { continue };
        body.with_relations(relations);
        body.note_flows.clear();
        if let (_, Err(Stop::Over(error))) = body.read(text, budget) {
            return Err(error);
        }
        let of_part = referred.iter().filter(|(of_end, _)| of_end == at_end);
        let mut named: std::collections::HashMap<_, _> = body.note_flows.drain(..).collect();
        // A note that is referred to twice is printed once.
        flows.extend(of_part.filter_map(|(_, name)| named.remove(name)));
    }

    let chunks = chunk::documents(&body.tree.chunks, &mut parts, limits, budget)?;
    let mut builder = lay_out::lay_out(&body.tree, &flows, &chunks);
    builder.format(Format::Docx);
    let is_blank = builder.text().trim().is_empty();
    if is_blank && parts.is_cut() {
        let what = "its end is missing, and with it its text".to_owned();
        return Err(ReadError::Damaged { format: Format::Docx, what });
    }
    if let Some(what) = broken {
        if is_blank {
            let what = format!("of its main part nothing can be read ({what})");
            return Err(ReadError::Damaged { format: Format::Docx, what });
        }
        let remark = if body.is_full() {
            Remark::new(DocumentTruncated { most: MOST_PIECES, counted: Pieces::Paragraphs })
        } else {
            Remark::new(PartDamaged::BreaksOff { what })
        };
        let end = builder.text().len();
        parts.remarks.push(remark.at(Span::new(end, end)));
    }
    if is_blank && body.tree.pictures > 0 {
        builder.remark(Remark::new(ScannedPages { pages: Vec::new() }));
    } else if is_blank {
        return Err(ReadError::Empty);
    }
    for part in parts.properties(budget)? {
        for (name, value) in within(properties::properties(&part, budget))?.unwrap_or_default() {
            builder.property(name, value);
        }
    }
    for remark in parts.remarks {
        builder.remark(remark);
    }
    Ok(builder.finish()?)
}

/// The text of a part of notes with what it refers to; whether its notes stand at the end of the document.
type Notes = (bool, Option<(String, Relations)>);

fn notes(parts: &mut Parts<'_>, budget: &mut Budget) -> Result<[Notes; 2], ReadError> {
    let mut read = |kind| match parts.of_kind(kind, budget)? {
        Some((name, text)) => Ok::<_, ReadError>(Some((text, parts.relations_of(&name, budget)?))),
        None => Ok(None),
    };
    Ok([(false, read("footnotes")?), (true, read("endnotes")?)])
}
