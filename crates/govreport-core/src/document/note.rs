//! What a file says beside its text.

use crate::span::Span;

/// A named value that the file holds beside its text (文件属性): `<meta name="PubDate">` of a web page, title and author of a
/// Word or PDF file.
///
/// Names and values are those of the file; what they mean is for those to say who know the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    /// Its name, as the file writes it.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// A link to another file or page (链接).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The words that are linked.
    pub span: Span,
    /// Where it leads, as the source writes it.
    pub target: String,
}
