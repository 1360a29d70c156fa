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
    /// Measured: with 2, no cell changes.
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

/// Words of a paragraph that are moved above or below its line. Where all are, none of them is a mark.
#[cfg(any(feature = "docx", feature = "doc"))]
#[derive(Debug, Default)]
pub(crate) struct Moved {
    words: Vec<(std::ops::Range<usize>, Raised)>,
    /// Some words are not moved.
    stands_on_line: bool,
}

#[cfg(any(feature = "docx", feature = "doc"))]
impl Moved {
    /// Words were written from byte `start` on, moved or on the line.
    pub(crate) fn wrote(&mut self, text: &str, start: usize, moved: Option<Raised>) {
        if let Some(by) = moved {
            self.words.push((start..text.len(), by));
        } else {
            let words = text.get(start..).unwrap_or_default();
            self.stands_on_line |= !words.trim().is_empty();
        }
    }

    /// Words from byte `start` on are not what they were.
    #[cfg(feature = "docx")]
    pub(crate) fn forget_from(&mut self, start: usize) {
        self.words.retain(|(range, _)| range.end <= start);
    }

    pub(crate) fn clear(&mut self) {
        self.words.clear();
        self.stands_on_line = false;
    }

    /// Makes marks of what is moved, where others are not: where each place of the text comes to stand, if any moves.
    pub(crate) fn mark(&mut self, text: &mut String) -> Option<Vec<usize>> {
        if self.words.is_empty() || !self.stands_on_line {
            return None;
        }
        let words = std::mem::take(text);
        let mut places = vec![0; words.len() + 1];
        let mut next = self.words.iter().peekable();
        for (at, c) in words.char_indices() {
            if let Some(place) = places.get_mut(at) {
                *place = text.len();
            }
            while next.next_if(|(range, _)| range.end <= at).is_some() {}
            let by = next.peek().filter(|(range, _)| range.contains(&at)).map(|(_, by)| *by);
            text.push(by.map_or(c, |by| raised(c, by)));
        }
        if let Some(place) = places.last_mut() {
            *place = text.len();
        }
        self.clear();
        Some(places)
    }
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

    #[cfg(any(feature = "docx", feature = "doc"))]
    #[test]
    fn what_is_moved_beside_what_is_not() {
        let mut text = "354".to_owned();
        let mut moved = Moved::default();
        moved.wrote(&text, 0, None);
        text.push_str("12");
        moved.wrote(&text, 3, Some(Raised::Above));
        text.push('件');
        moved.wrote(&text, 5, None);
        assert_eq!(moved.mark(&mut text), Some(vec![0, 1, 2, 3, 5, 7, 0, 0, 10]));
        assert_eq!(text, "354¹²件");
        moved.wrote(&text, 0, Some(Raised::Below));
        assert_eq!(moved.mark(&mut text), None);
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
