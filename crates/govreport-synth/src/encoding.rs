//! The encodings that Chinese text comes in.

use encoding_rs::{BIG5, GB18030, GBK};

/// An encoding of text (编码).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-8 with a mark of the byte order, as the editor of Windows writes it.
    Utf8Marked,
    /// GBK, which pages declare as `gb2312`.
    Gbk,
    /// GB18030.
    Gb18030,
    /// Big5, for traditional characters.
    Big5,
    /// UTF-16, the low byte first, with a mark.
    Utf16Le,
    /// UTF-16, the high byte first, with a mark.
    Utf16Be,
}

impl Encoding {
    /// All members.
    pub const ALL: [Self; 7] =
        [Self::Utf8, Self::Utf8Marked, Self::Gbk, Self::Gb18030, Self::Big5, Self::Utf16Le, Self::Utf16Be];

    /// The name that a web page declares.
    pub const fn charset(self) -> &'static str {
        match self {
            Self::Utf8 | Self::Utf8Marked => "utf-8",
            Self::Gbk => "gb2312",
            Self::Gb18030 => "gb18030",
            Self::Big5 => "big5",
            Self::Utf16Le | Self::Utf16Be => "utf-16",
        }
    }

    /// The text in this encoding; `None` where the encoding lacks a character of it.
    pub fn encode(self, text: &str) -> Option<Vec<u8>> {
        self.legacy(text).map_or_else(
            || Some(self.unicode(text)),
            |(bytes, has_references)| (!has_references).then_some(bytes),
        )
    }

    /// A page in this encoding; a character that the encoding lacks becomes a reference such as `&#19968;`.
    pub(crate) fn encode_page(self, page: &str) -> Vec<u8> {
        self.legacy(page).map_or_else(|| self.unicode(page), |(bytes, _)| bytes)
    }

    /// The text in an encoding older than Unicode, and whether characters became references.
    fn legacy(self, text: &str) -> Option<(Vec<u8>, bool)> {
        let encoding = match self {
            Self::Gbk => GBK,
            Self::Gb18030 => GB18030,
            Self::Big5 => BIG5,
            Self::Utf8 | Self::Utf8Marked | Self::Utf16Le | Self::Utf16Be => return None,
        };
        let (bytes, _, has_references) = encoding.encode(text);
        Some((bytes.into_owned(), has_references))
    }

    fn unicode(self, text: &str) -> Vec<u8> {
        let units = || std::iter::once(0xFEFF).chain(text.encode_utf16());
        match self {
            Self::Utf16Le => units().flat_map(u16::to_le_bytes).collect(),
            Self::Utf16Be => units().flat_map(u16::to_be_bytes).collect(),
            Self::Utf8Marked => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            _ => text.as_bytes().to_vec(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_encoded_whole_or_not_at_all() {
        assert_eq!(Encoding::Gbk.encode("一"), Some(vec![0xD2, 0xBB]));
        assert_eq!(Encoding::Utf16Le.encode("一"), Some(vec![0xFF, 0xFE, 0x00, 0x4E]));
        assert_eq!(Encoding::Utf16Be.encode("一"), Some(vec![0xFE, 0xFF, 0x4E, 0x00]));
        assert_eq!(Encoding::Utf8Marked.encode("1"), Some(b"\xEF\xBB\xBF1".to_vec()));
        assert_eq!(Encoding::Big5.encode("报"), None);
        assert_eq!(Encoding::Big5.encode_page("报"), b"&#25253;");
    }
}
