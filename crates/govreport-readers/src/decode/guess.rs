//! A guess between the Chinese encodings that are not Unicode.
//!
//! GBK and Big5 share the shape of their characters (two bytes, the first at least 0x81), so nearly all text in one can be
//! decoded as the other. What differs is where the common characters are: GB2312 has the 3,755 most common ones in rows B0 to
//! D7, Big5 its 5,401 in rows A4 to C6. Counting both tells the two apart from a dozen characters on, damaged or not.

use super::Encoding;

/// Bytes looked at; a report has 5 to 150 KB.
const SAMPLE: usize = 256 << 10;

/// The encoding that the bytes are most like: GB18030, unless they are Big5.
pub(super) fn guess(bytes: &[u8]) -> Encoding {
    let bytes = &bytes[..bytes.len().min(SAMPLE)];
    let (mut gb18030, mut big5) = (0_usize, 0_usize);
    let mut rest = bytes;
    while let [first, second, ..] = *rest {
        let pair = matches!(first, 0x81..=0xFE) && matches!(second, 0x40..=0x7E | 0x80..=0xFE);
        if !pair {
            rest = &rest[1..];
            continue;
        }
        rest = &rest[2..];
        let common_in_gb2312 = matches!((first, second), (0xB0..=0xD7, 0xA1..));
        let never_in_big5 = first < 0xA1 || matches!(second, 0x80..=0xA0);
        let common_in_big5 = matches!((first, second), (0xA4..=0xC6, ..=0x7E | 0xA1..));
        gb18030 += usize::from(common_in_gb2312 || never_in_big5);
        big5 += usize::from(common_in_big5);
    }
    if big5 > gb18030 { Encoding::Big5 } else { Encoding::Gb18030 }
}
