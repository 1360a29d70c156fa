//! The namespaces of Office files.

/// What an element belongs to. Strict and transitional files have different names for the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Space {
    /// Text documents (`w:`).
    Words,
    /// Formulas (`m:`).
    Math,
    /// Content in several forms, of which one is taken (`mc:`).
    Compatibility,
    /// Drawings (`a:`, `wp:`, `pic:`, `c:` …).
    Drawing,
    /// Drawings in older files (`v:`).
    Vector,
    /// What older files add to them (`o:`).
    Office,
    /// What later versions of Office added (`wps:`, `w14:` …).
    Later,
    /// Anything else.
    Other,
}

impl Space {
    /// The space with this name.
    pub(super) fn named(name: &str) -> Self {
        match name {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Self::Words,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Self::Math,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Self::Compatibility,
            "urn:schemas-microsoft-com:vml" => Self::Vector,
            "urn:schemas-microsoft-com:office:office" => Self::Office,
            name if name.contains("/drawingml/") => Self::Drawing,
            name if name.starts_with("http://schemas.microsoft.com/office/") => Self::Later,
            _ => Self::Other,
        }
    }

    /// The space that a prefix stands for where nothing declares it.
    pub(super) fn usual(prefix: &str) -> Self {
        match prefix {
            "w" => Self::Words,
            "m" => Self::Math,
            "mc" => Self::Compatibility,
            "v" => Self::Vector,
            "o" => Self::Office,
            "a" | "wp" | "pic" | "c" => Self::Drawing,
            "wps" | "wpg" | "wpc" | "wpi" | "wp14" | "w14" | "w15" | "a14" | "cx" => Self::Later,
            _ => Self::Other,
        }
    }
}
