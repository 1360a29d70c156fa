//! Writes small Word documents.

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

/// Namespaces as Word declares them.
pub(super) const SPACES: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' \
    xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' \
    xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' \
    xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' \
    xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' \
    xmlns:v='urn:schemas-microsoft-com:vml' xmlns:o='urn:schemas-microsoft-com:office:office' \
    xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'";

/// A package of parts.
#[derive(Debug, Clone, Default)]
pub(super) struct Written {
    parts: Vec<(String, Vec<u8>)>,
}

impl Written {
    /// A document with this body.
    pub(super) fn with_body(body: &str) -> Self {
        Self::default().part(
            "word/document.xml",
            &format!("<?xml version='1.0' encoding='UTF-8'?><w:document {SPACES}><w:body>{body}</w:body></w:document>"),
        )
    }

    /// With another part.
    pub(super) fn part(self, name: &str, content: &str) -> Self {
        self.raw(name, content.as_bytes())
    }

    /// With another part.
    pub(super) fn raw(mut self, name: &str, content: &[u8]) -> Self {
        self.parts.push((name.to_owned(), content.to_vec()));
        self
    }

    /// With a part of text documents, in which `root` is the outermost element.
    pub(super) fn words(self, name: &str, root: &str, inner: &str) -> Self {
        self.part(name, &format!("<w:{root} {SPACES}>{inner}</w:{root}>"))
    }

    /// With what the part `of` refers to: names, kinds and targets.
    pub(super) fn relations(self, of: &str, relations: &[(&str, &str, &str)]) -> Self {
        let relation = |(id, kind, target): &(&str, &str, &str)| {
            format!(
                "<Relationship Id='{id}' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}' Target='{target}'/>"
            )
        };
        let inner: String = relations.iter().map(relation).collect();
        self.part(of, &format!("<Relationships>{inner}</Relationships>"))
    }

    /// The archive.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in &self.parts {
            archive.start_file(name.as_str(), SimpleFileOptions::default()).expect("written to memory");
            archive.write_all(content).expect("written to memory");
        }
        archive.finish().expect("written to memory").into_inner()
    }
}
