//! What a reader has to say about its reading.

use crate::span::Span;

/// A remark of a reader; it becomes a finding of the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What happened.
    pub kind: RemarkKind,
    /// Where, if it has a place.
    pub span: Option<Span>,
    /// What a person should know, in a sentence.
    pub message: String,
}

/// What happened while reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RemarkKind {
    /// Bytes that are no character in the encoding found; each became U+FFFD.
    InvalidBytes,
    /// The encoding was guessed from the bytes, nothing declared it.
    EncodingGuessed,
    /// The text has more lines and cells than are read; what follows the place given was not.
    Truncated,
    /// Characters that are no text (NUL and other controls) stand in it.
    ControlCharacters,
    /// The name of the file says another format than its content has; the content was believed.
    ExtensionMisleads,
    /// Pages are pictures without text: a scan.
    ScannedPages,
    /// Part of the file is damaged and was left out.
    PartDamaged,
    /// Something in the file is not read: a kind of content this version does not know.
    PartUnread,
}
