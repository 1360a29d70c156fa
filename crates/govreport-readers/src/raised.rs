//! Characters set above or below the line: marks of notes, powers, indices.
//!
//! Written plainly, a figure above the line behind one on the line would make another number of it.

/// Where characters stand beside the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Raised {
    /// Above (上标).
    Above,
    /// Below (下标).
    Below,
}

/// The character as it is written above or below the line, where Unicode has it there.
pub(crate) fn raised(c: char, raised: Raised) -> char {
    const ABOVE: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    const BELOW: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];
    let (digits, [plus, minus, open, close]) = match raised {
        Raised::Above => (ABOVE, ['⁺', '⁻', '⁽', '⁾']),
        Raised::Below => (BELOW, ['₊', '₋', '₍', '₎']),
    };
    match (digit(c), c) {
        (Some(digit), _) => digits.get(digit).copied().unwrap_or(c),
        (None, '+' | '＋') => plus,
        (None, '-' | '－' | '−') => minus,
        (None, '(' | '（') => open,
        (None, ')' | '）') => close,
        (None, _) => c,
    }
}

/// The value of a digit of either width.
pub(crate) fn digit(c: char) -> Option<usize> {
    let narrow = match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xFEE0)?,
        _ => c,
    };
    narrow.to_digit(10).and_then(|digit| usize::try_from(digit).ok())
}

/// Whether words could be read as a number: figures in front, and few letters behind them, as those of a unit. `3.其他` and
/// `2023年度报告` are headings.
pub(crate) fn is_figure(words: &str) -> bool {
    const MOST_LETTERS: usize = 3;
    let words = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let figures = words.trim_start_matches(|c: char| digit(c).is_some());
    let item = figures.trim_start_matches(['.', '．', '、']);
    let is_item = item.len() < figures.len() && item.starts_with(|c: char| c.is_alphabetic());
    let letters = figures.chars().filter(|c| c.is_alphabetic()).take(MOST_LETTERS + 1).count();
    figures.len() < words.len() && !is_item && letters <= MOST_LETTERS
}

/// A character of a number of which it is not known whether it is shown.
pub(crate) fn withheld(c: char) -> char {
    if digit(c).is_some() { char::REPLACEMENT_CHARACTER } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_above_and_below() {
        let above = |text: &str| text.chars().map(|c| raised(c, Raised::Above)).collect::<String>();
        assert_eq!(above("12（３）注4*[5]"), "¹²⁽³⁾注⁴*[⁵]");
        assert_eq!("10-".chars().map(|c| raised(c, Raised::Below)).collect::<String>(), "₁₀₋");
    }

    #[test]
    fn figures_and_headings() {
        for figure in ["354", " 12件", "-5", "1,234.5万元", "５", "（7）", "0", "2023年"] {
            assert!(is_figure(figure), "{figure}");
        }
        for heading in ["", "总计", "3.其他", "一、总体情况", "2023年度工作报告", "第1页", "—"]
        {
            assert!(!is_figure(heading), "{heading}");
        }
    }
}
