//! Page numbers: printed on the page, not part of the text.

/// Whether a line, without white space at its ends, is nothing but the number of a page: `- 3 -`, `-- 3 of 7 --`, `— 3 —`, `第 3 页`,
/// `第3页 共8页`.
pub(crate) fn is_page_number(line: &str) -> bool {
    // The bytes that the first characters of such lines begin with: nearly every line fails at its first.
    if line.len() > 60 || !matches!(line.as_bytes().first(), Some(b'-' | b'~' | 0xC2 | 0xE2 | 0xE7 | 0xEF)) {
        return false;
    }
    let inner = line;
    let dash = |c: char| matches!(c, '-' | '—' | '–' | '－' | '―' | '·' | '~');
    if let Some(rest) = inner.strip_prefix(dash)
        && let Some(number) = rest.trim_start_matches(dash).strip_suffix(dash)
    {
        return is_number_of_some(number.trim_end_matches(dash));
    }
    let Some(rest) = inner.strip_prefix('第') else { return false };
    let Some((number, rest)) = rest.split_once('页') else { return false };
    let rest =
        rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '，' | ',' | '/' | '（' | '('));
    is_digits(number)
        && (rest.is_empty()
            || rest.strip_prefix('共').and_then(|rest| rest.split_once('页')).is_some_and(|(total, tail)| {
                is_digits(total)
                    && tail.trim_matches(|c: char| c.is_whitespace() || matches!(c, '）' | ')')).is_empty()
            }))
}

/// `3`, or how many there are with it: `3/7`, `3 of 7`.
fn is_number_of_some(words: &str) -> bool {
    match words.split_once('/').or_else(|| words.split_once(" of ")) {
        Some((number, pages)) => is_digits(number) && is_digits(pages),
        None => is_digits(words),
    }
}

/// Whether a line is just this number, as it stands at the foot or head of that page.
pub(crate) fn is_number(line: &str, page: u32) -> bool {
    is_digits(line) && line.trim().parse() == Ok(page)
}

fn is_digits(text: &str) -> bool {
    // Nearly all lines begin with an ideograph.
    if matches!(text.as_bytes().first(), Some(0xE4..=0xE9)) {
        return false;
    }
    let text = text.trim();
    (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_byte_lets_every_sign_through() {
        for sign in ['-', '—', '–', '－', '―', '·', '~'] {
            assert!(is_page_number(&format!("{sign}12{sign}")), "{sign}");
        }
    }

    #[test]
    fn numbers_of_pages() {
        for line in [
            "- 3 -",
            "-2-",
            "— 12 —",
            "第 5 页",
            "第5页 共 12 页",
            "第5页（共12页）",
            "-- 5 of 12 --",
            "- 5/12 -",
        ] {
            assert!(is_page_number(line), "{line}");
        }
        for line in [
            "-3",
            "-",
            "--",
            "0",
            "12",
            "第二十条第（一）项",
            "3-4",
            "- -",
            "-- of 12 --",
            "-- 5 of --",
            "第5页，见附件",
        ] {
            assert!(!is_page_number(line), "{line}");
        }
    }
}
