//! The encodings that a page names.

use memchr::memmem;

/// How far into a page its encoding may be named. The standard asks for the first kilobyte; pages are less exact.
/// Measured: with 8,192, no cell changes.
const NEAR: usize = 16 << 10;

/// The most names that are tried. Pages name their encoding twice at most, and each try reads all bytes.
/// Measured: with 3, no cell changes.
const MOST: usize = 4;

/// The encodings named in the bytes of a page, in the order they are to be believed: those of `meta` elements, then that of an
/// XML declaration.
///
/// A `meta` in a comment counts, too: a name only decides between readings that all bytes allow.
pub(super) fn named(bytes: &[u8]) -> Vec<String> {
    let near = bytes.get(..bytes.len().min(NEAR)).unwrap_or_default();
    let lower = near.to_ascii_lowercase();
    let mut names = Vec::new();
    // `<meta charset=…>` and `<meta http-equiv=… content="text/html; charset=…">` alike.
    for meta in memmem::find_iter(&lower, b"<meta") {
        let rest = lower.get(meta..).unwrap_or_default();
        let end = memchr::memchr(b'>', rest).unwrap_or(rest.len());
        names.extend(value(rest.get(..end).unwrap_or_default(), b"charset"));
    }
    if let Some(rest) = lower.trim_ascii_start().strip_prefix(b"<?xml") {
        let end = memchr::memchr(b'>', rest).unwrap_or(rest.len());
        names.extend(value(rest.get(..end).unwrap_or_default(), b"encoding"));
    }
    let mut seen = Vec::with_capacity(MOST);
    for name in names {
        if seen.len() < MOST && !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen
}

/// The value in `name=value`, with or without quotes and spaces.
fn value(tag: &[u8], name: &[u8]) -> Option<String> {
    memmem::find_iter(tag, name).find_map(|at| {
        let rest = tag.get(at + name.len()..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
        let rest = rest.strip_prefix(b"\"").or_else(|| rest.strip_prefix(b"'")).unwrap_or(rest);
        let end = rest.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:.+".contains(byte));
        let label = rest.get(..end.unwrap_or(rest.len()))?;
        (!label.is_empty()).then(|| String::from_utf8_lossy(label).into_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_encodings() {
        assert_eq!(named(b"<META http-equiv=Content-Type content='text/html; charset=GB2312'>"), ["gb2312"]);
        assert_eq!(named(b"<meta charset = \"utf-8\" /><meta charset=gbk>"), ["utf-8", "gbk"]);
        assert_eq!(named(b"\n<?xml version=\"1.0\" encoding=\"Big5\"?><html>"), ["big5"]);
        assert!(named(b"<meta name=\"charset\" content=\"x\"><p>charset=gbk").is_empty());
        assert!(named(b"<meta charset=").is_empty());
    }
}
