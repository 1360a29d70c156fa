//! What is known of a file beside its bytes.

use govreport_core::document::{ExtensionMisleads, Format, Remark};

/// What is known of a file beside its bytes (文件线索). Nothing here decides against the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Hints<'a> {
    /// Its name or path, of which the extension is looked at.
    pub name: Option<&'a str>,
    /// The encoding that came with it, such as the `charset` of an HTTP header.
    pub charset: Option<&'a str>,
}

/// Extensions, in lower case, and the formats whose files have them. Others say nothing.
const EXTENSIONS: &[(&str, &[Format])] = &[
    ("txt", &[Format::Text]),
    ("text", &[Format::Text]),
    ("md", &[Format::Text]),
    ("markdown", &[Format::Text]),
    ("htm", &[Format::Html]),
    ("html", &[Format::Html]),
    ("shtml", &[Format::Html]),
    ("xhtml", &[Format::Html]),
    ("docx", &[Format::Docx]),
    ("docm", &[Format::Docx]),
    ("doc", &[Format::Doc]),
    ("dot", &[Format::Doc]),
    // WPS writes both containers under its own extensions.
    ("wps", &[Format::Doc, Format::Docx]),
    ("wpt", &[Format::Doc, Format::Docx]),
    ("xlsx", &[Format::Xlsx]),
    ("xlsm", &[Format::Xlsx]),
    ("xls", &[Format::Xls]),
    ("et", &[Format::Xls, Format::Xlsx]),
    ("pdf", &[Format::Pdf]),
];

impl Hints<'_> {
    /// A remark where the extension says another format than the content has.
    pub(crate) fn misleads(&self, found: Format) -> Option<Remark> {
        let (_, extension) = self.name?.rsplit_once('.')?;
        let extension = extension.to_ascii_lowercase();
        let (_, expected) = EXTENSIONS.iter().find(|(known, _)| *known == extension)?;
        (!expected.contains(&found)).then(|| Remark::new(ExtensionMisleads { extension, format: found }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn misleads(name: &str, found: Format) -> bool {
        Hints { name: Some(name), charset: None }.misleads(found).is_some()
    }

    #[test]
    fn only_an_extension_that_says_another_format_misleads() {
        assert!(misleads("年报.DOC", Format::Html));
        assert!(misleads("a.b/c.html", Format::Pdf));
        assert!(!misleads("年报.doc", Format::Doc));
        assert!(!misleads("年报.wps", Format::Docx));
        assert!(!misleads("年报", Format::Pdf));
        assert!(!misleads("post_12345.jsp", Format::Html));
        assert!(Hints::default().misleads(Format::Pdf).is_none());
    }
}
