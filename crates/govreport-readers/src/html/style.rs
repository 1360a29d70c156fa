//! What the attribute `style` says of whether and how an element is shown.

use memchr::memchr_iter;

/// How an element is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Display {
    /// Not at all.
    None,
    /// On lines of its own.
    Block,
    /// In the line.
    Inline,
}

/// What a style says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Style {
    /// `display`, if it is said.
    pub(super) display: Option<Display>,
    /// It takes its place and shows nothing: `visibility: hidden`.
    pub(super) invisible: bool,
    /// Whether lines are kept: `white-space`, if it is said.
    pub(super) lines: Option<bool>,
}

impl Style {
    /// Reads the value of the attribute. What it says last counts.
    pub(super) fn read(style: &str) -> Self {
        let mut found = Self::default();
        let mut start = 0;
        for end in memchr_iter(b';', style.as_bytes()).chain([style.len()]) {
            let declaration = style.get(start..end).unwrap_or_default().trim_ascii_start();
            start = end + 1;
            // Most declarations are of fonts and sizes.
            if !matches!(
                declaration.as_bytes().first(),
                Some(b'd' | b'D' | b'v' | b'V' | b'm' | b'M' | b'w' | b'W')
            ) {
                continue;
            }
            let Some((name, value)) = declaration.split_once(':') else { continue };
            let value = value.trim_ascii_start();
            let end = value.find(|c: char| c.is_ascii_whitespace() || c == '!').unwrap_or(value.len());
            let value = value.get(..end).unwrap_or_default();
            let is = |words: &[&str]| words.iter().any(|word| value.eq_ignore_ascii_case(word));
            match name.trim_ascii_end() {
                name if name.eq_ignore_ascii_case("display") => {
                    found.display = if is(&["none"]) {
                        Some(Display::None)
                    } else if is(&["inline", "contents"]) {
                        Some(Display::Inline)
                    } else if is(&["block", "flex", "grid", "table", "list-item", "flow-root", "table-row"]) {
                        Some(Display::Block)
                    } else {
                        found.display
                    };
                }
                name if name.eq_ignore_ascii_case("visibility") => {
                    found.invisible = is(&["hidden", "collapse"]);
                }
                // Word's mark of hidden text.
                name if name.eq_ignore_ascii_case("mso-hide") && is(&["all"]) => {
                    found.display = Some(Display::None);
                }
                name if name.eq_ignore_ascii_case("white-space") => {
                    found.lines = Some(is(&["pre", "pre-wrap", "pre-line", "break-spaces"]));
                }
                _ => {}
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn display(style: &str) -> Option<Display> {
        Style::read(style).display
    }

    #[test]
    fn what_is_not_shown() {
        assert_eq!(display("display:none"), Some(Display::None));
        assert_eq!(display("color:red; DISPLAY : None !important;"), Some(Display::None));
        assert_eq!(display("display:none;display:block"), Some(Display::Block));
        assert_eq!(display("mso-hide:all"), Some(Display::None));
        assert_eq!(display("font-family:display:none"), None);
        assert_eq!(display("x-display:none"), None);
        assert!(Style::read("visibility:hidden").invisible);
        assert!(!Style::read("visibility:hidden;visibility:visible").invisible);
        assert_eq!(Style::read("white-space:pre-wrap").lines, Some(true));
        assert_eq!(Style::read("white-space: nowrap").lines, Some(false));
    }
}
