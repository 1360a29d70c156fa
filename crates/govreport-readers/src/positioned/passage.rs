//! Text put together from pieces, with the places of its parts.

use super::rect::Rect;

/// Text put together from pieces, with the places of its parts.
#[derive(Debug, Clone, Default)]
pub(super) struct Passage {
    pub(super) text: String,
    pub(super) places: Vec<Place>,
}

/// A part of a passage at its place on a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Page, from 1.
    pub(super) page: u32,
    pub(super) rect: Rect,
}

/// What stands between two lines that are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Glue {
    Nothing,
    Space,
    NewLine,
}

impl Passage {
    /// Adds a piece of the same line.
    pub(super) fn push(&mut self, text: &str, space: bool, page: u32, rect: Rect) {
        if space && !self.text.is_empty() {
            self.text.push(' ');
        }
        let before = self.text.chars().next_back();
        let start = self.text.len();
        self.text.push_str(text);
        let end = self.text.len();
        // Characters of one kind that touch have one place together: numbers and words are found again as a whole.
        if let (Some(last), Some(before), Some(first)) = (self.places.last_mut(), before, text.chars().next())
            && last.end == start
            && text.len() == first.len_utf8()
            && is_wide(before) == is_wide(first)
        {
            last.end = end;
            last.rect = last.rect.to(rect);
        } else {
            self.places.push(Place { start, end, page, rect });
        }
    }

    /// Adds another passage.
    pub(super) fn append(&mut self, other: &Self, glue: Glue) {
        if !self.text.is_empty() {
            match glue {
                Glue::Nothing => {}
                Glue::Space => self.text.push(' '),
                Glue::NewLine => self.text.push('\n'),
            }
        }
        let base = self.text.len();
        self.text.push_str(&other.text);
        self.places.extend(other.places.iter().map(|place| Place {
            start: place.start + base,
            end: place.end + base,
            ..*place
        }));
    }
}

/// Whether a character has the width of a Chinese one, or is written between such without a space.
pub(super) fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}' | '“' | '”' | '‘' | '’' | '…' | '—' | '①'..='⓿')
        && c != '\u{FFFD}'
}

/// What stands between two lines of running text, or of a label: a space between words in Latin letters, otherwise nothing.
pub(super) fn between_lines(above: &str, below: &str) -> Glue {
    let (Some(last), Some(first)) = (above.chars().next_back(), below.chars().next()) else {
        return Glue::Nothing;
    };
    if last.is_ascii_alphabetic() && first.is_ascii_alphanumeric()
        || last.is_ascii_digit() && first.is_ascii_alphabetic()
    {
        Glue::Space
    } else {
        Glue::Nothing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rect(left: f64) -> Rect {
        Rect::around([left, left + 10.0], [0.0, 10.0])
    }

    #[test]
    fn characters_of_one_kind_have_one_place() {
        let mut passage = Passage::default();
        for (at, c) in ["收", "到", "1", "2", "件"].into_iter().enumerate() {
            passage.push(c, false, 1, rect(10.0 * f64::from(u8::try_from(at).unwrap_or(0))));
        }
        let parts: Vec<_> =
            passage.places.iter().map(|place| &passage.text[place.start..place.end]).collect();
        assert_eq!(parts, ["收到", "12", "件"]);
        assert_eq!(passage.places[1].rect, Rect::around([20.0, 40.0], [0.0, 10.0]));
    }

    #[test]
    fn places_stay_true_when_passages_are_joined() {
        let (mut a, mut b) = (Passage::default(), Passage::default());
        a.push("open", false, 1, rect(0.0));
        b.push("data", false, 2, rect(0.0));
        let glue = between_lines(&a.text, &b.text);
        a.append(&b, glue);
        assert_eq!(a.text, "open data");
        assert_eq!(&a.text[a.places[1].start..a.places[1].end], "data");
        assert_eq!(between_lines("公开", "情况"), Glue::Nothing);
    }
}
