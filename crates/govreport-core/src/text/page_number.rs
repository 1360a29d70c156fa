//! The numbers of pages (页码) among the lines of a text.

/// Whether a line is the number of a page between rules: - 3 -.
pub(crate) fn is_page_number(line: &str) -> bool {
    // Nearly all lines begin with an ideograph, which is no figure, no rule and no white space.
    if matches!(line.as_bytes().first(), Some(0xE4..=0xE9)) {
        return false;
    }
    let is_rule = |c: char| matches!(c, '-' | '—' | '－' | '–');
    let inner = line.trim().trim_matches(is_rule).trim();
    inner.len() < line.trim().len() && !inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a line is the number of a page with a rule on both sides: - 3 -. With one it may be less than nothing: -3.
pub(crate) fn is_between_rules(line: &str) -> bool {
    let line = line.trim();
    let is_rule = |c: char| matches!(c, '-' | '—' | '－' | '–');
    line.starts_with(is_rule) && line.ends_with(is_rule) && is_page_number(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_on_one_side_is_a_sign() {
        assert!(is_between_rules("— 3 —") && is_between_rules(" -12- "));
        assert!(!is_between_rules("-3") && !is_between_rules("3 -") && !is_between_rules("——"));
    }

    #[test]
    fn figures_between_rules_are_the_number_of_a_page() {
        for line in ["- 3 -", "—12—", " -7 ", "– 4 –"] {
            assert!(is_page_number(line), "{line:?}");
        }
        for line in ["3", "-", "- -", "- 三 -", "三", "", "3 - 4", "- 3 件"] {
            assert!(!is_page_number(line), "{line:?}");
        }
    }
}
