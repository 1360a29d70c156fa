//! The encodings that Chinese text comes in.

/// An encoding that Chinese text comes in (字符编码).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Encoding {
    /// UTF-8, and ASCII with it.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// GB18030, and with it GBK (国标扩展) and GB2312, which are parts of it.
    Gb18030,
    /// Big5 (大五码): traditional characters.
    Big5,
}

/// What the encoding of a text was told from (编码依据).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Evidence {
    /// A byte order mark.
    ByteOrderMark,
    /// The bytes are UTF-8, or UTF-8 with some damage. No other Chinese text looks like that.
    Bytes,
    /// The format declares it, and all bytes are characters in it.
    Declared,
    /// The bytes are most like text in this encoding.
    Guessed,
}

impl Encoding {
    /// The name, as messages give it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Gb18030 => "GB18030 (GBK)",
            Self::Big5 => "Big5",
        }
    }

    pub(super) const fn is_utf16(self) -> bool {
        matches!(self, Self::Utf16Le | Self::Utf16Be)
    }

    /// The encoding with this label, if bytes can be tested against it.
    ///
    /// Declarations of one-byte encodings fit any bytes: they are defaults of some software and say nothing of a Chinese text.
    /// UTF-8 and UTF-16 are told from the bytes themselves before a declaration is looked at.
    pub(super) fn from_declared(label: &str) -> Option<Self> {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
        if encoding == encoding_rs::GBK || encoding == encoding_rs::GB18030 {
            Some(Self::Gb18030)
        } else if encoding == encoding_rs::BIG5 {
            Some(Self::Big5)
        } else {
            None
        }
    }

    pub(super) fn decoder(self) -> encoding_rs::Decoder {
        let encoding = match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Gb18030 => encoding_rs::GB18030,
            Self::Big5 => encoding_rs::BIG5,
        };
        encoding.new_decoder_without_bom_handling()
    }
}

impl std::fmt::Display for Encoding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

/// The encoding that a byte order mark shows, and the length of the mark.
pub(super) fn byte_order_mark(bytes: &[u8]) -> Option<(Encoding, usize)> {
    const MARKS: [(&[u8], Encoding); 4] = [
        (b"\xEF\xBB\xBF", Encoding::Utf8),
        (b"\xFF\xFE", Encoding::Utf16Le),
        (b"\xFE\xFF", Encoding::Utf16Be),
        (b"\x84\x31\x95\x33", Encoding::Gb18030),
    ];
    MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(mark, encoding)| (*encoding, mark.len()))
}
