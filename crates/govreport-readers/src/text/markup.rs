//! HTML that is left behind in plain text and Markdown: `<br />` in a cell, `5<sup>1</sup>`, `&nbsp;` for an empty cell; and the dash that
//! Markdown escapes, `\-`.
//!
//! It becomes what a browser shows of it, so that nobody behind the reader need know of tags: a blank, a raised mark, a space that is
//! not broken.

use std::borrow::Cow;

use crate::raised::{Raised, digit, raised};

/// Marks of notes are short: what is longer between the two tags was not raised to be one.
///
/// `[12]` and `注12` have four and three characters.
const LONGEST_MARK: usize = 8;
const SPACE: &str = "&nbsp;";
const DASH: &str = "\\-";
const OPENS: &str = "<sup>";
const CLOSES: &str = "</sup>";

/// The text without such pieces; `None` where it has none.
pub(super) fn resolved(text: &str) -> Option<String> {
    let first = next(text)?;
    let mut out = String::with_capacity(text.len());
    let (mut rest, mut found) = (text, Some(first));
    while let Some(Piece { start, end, shown }) = found {
        out.push_str(&rest[..start]);
        // A mark belongs to the figure in front of it, be there a space between.
        let bare = out.trim_end_matches(' ');
        if shown.starts_with(|c| matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹'))
            && bare.ends_with(|c| digit(c).is_some())
        {
            let end = bare.len();
            out.truncate(end);
        }
        out.push_str(&shown);
        rest = &rest[end..];
        found = next(rest);
    }
    out.push_str(rest);
    Some(out)
}

/// A piece of markup, and what is shown of it.
struct Piece<'t> {
    start: usize,
    end: usize,
    shown: Cow<'t, str>,
}

/// The first piece of markup in a text.
fn next(text: &str) -> Option<Piece<'_>> {
    memchr::memchr3_iter(b'<', b'&', b'\\', text.as_bytes()).find_map(|start| {
        let (length, shown) = piece(&text[start..])?;
        Some(Piece { start, end: start + length, shown })
    })
}

/// The length of a piece of markup at the start of a text, and what is shown of it.
fn piece(text: &str) -> Option<(usize, Cow<'_, str>)> {
    if text.starts_with(SPACE) {
        return Some((SPACE.len(), "\u{A0}".into()));
    }
    // Markdown writes a dash that begins a line or a cell so that it is no list.
    if text.starts_with(DASH) {
        return Some((DASH.len(), "-".into()));
    }
    if let Some(length) = line_break(text) {
        return Some((length, " ".into()));
    }
    let inside = text.strip_prefix(OPENS)?;
    let near = inside.char_indices().nth(LONGEST_MARK + 1).map_or(inside, |(end, _)| &inside[..end]);
    let mark = &inside[..near.find('<')?];
    let is_mark = inside[mark.len()..].starts_with(CLOSES) && !mark.contains('\n');
    is_mark.then(|| {
        let shown: String = mark.chars().map(|c| raised(c, Raised::Above)).collect();
        (OPENS.len() + mark.len() + CLOSES.len(), shown.into())
    })
}

/// The length of `<br>`, `<br/>` or `<br />` at the start of a text.
fn line_break(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("<br").or_else(|| text.strip_prefix("<BR"))?.trim_start_matches(' ');
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    Some(text.len() - rest.strip_prefix('>')?.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_shows_no_tags() {
        for (text, shown) in [
            ("| 本年新<br />制作数量 |", "| 本年新 制作数量 |"),
            ("a<br>b<BR/>c<br/>d", "a b c d"),
            ("| &nbsp; | 3 |", "| \u{A0} | 3 |"),
            ("| 5<sup>1</sup> |", "| 5¹ |"),
            ("| 5 <sup>12</sup> |", "| 5¹² |"),
            ("| 5<sup>[2]</sup> |", "| 5[²] |"),
            ("| 规章 <sup>注1</sup> |", "| 规章 注¹ |"),
            ("&nbsp;&nbsp;", "\u{A0}\u{A0}"),
            ("| \\- | \\-3 |", "| - | -3 |"),
        ] {
            assert_eq!(resolved(text).as_deref(), Some(shown), "{text}");
        }
    }

    #[test]
    fn what_is_no_such_piece_stays() {
        for text in [
            "",
            "规章\t3",
            "<p>3</p>",
            "a & b < c",
            "<brief>",
            "<br",
            "<sup>1",
            "<sup>1\n</sup>",
            "<sup>见附件所列的全部说明</sup>",
            "&nbs",
            "| \\ | \\* |",
        ] {
            assert_eq!(resolved(text), None, "{text}");
        }
    }
}
