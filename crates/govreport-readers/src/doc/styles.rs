//! The style sheet: which paragraph styles are headings (样式).

use super::changes::changes;
use super::looks::Looks;
use super::number;
use crate::compound::bytes::{slice, u16_at};

/// Depth of the heading that each style makes, by the number of the style.
#[derive(Debug, Default)]
pub(super) struct Styles {
    levels: Vec<Option<u8>>,
    /// What each says of how characters look, with what it is based on.
    looks: Vec<Option<Looks>>,
}

/// A style as the sheet has it.
struct Style {
    /// The built-in style it is; 1 to 9 are headings.
    built_in: u16,
    base: u16,
    /// The level in the outline that it sets itself, from 0.
    outline: Option<u8>,
    kind: u16,
    /// Its properties of characters.
    characters: Vec<u8>,
}

/// The built-in style is none.
const NO_BASE: u16 = 0x0FFF;
/// A paragraph style, among the kinds of styles.
const PARAGRAPH: u16 = 1;
/// A style of characters.
const CHARACTER: u16 = 2;
/// More styles than Word can have.
/// Measured: with 2,048, no cell changes.
const MOST: usize = 4096;

impl Styles {
    /// The styles of a sheet; of none if it cannot be read.
    pub(super) fn read(sheet: &[u8]) -> Self {
        let styles = styles(sheet).unwrap_or_default();
        let levels = (0..styles.len()).map(|number| level(&styles, number)).collect();
        let looks: Vec<_> = (0..styles.len()).map(|number| looks(&styles, number)).collect();
        let said = looks.iter().any(Option::is_some);
        Self { levels, looks: if said { looks } else { Vec::new() } }
    }

    /// Whether any style says something of how characters look.
    pub(super) fn have_looks(&self) -> bool {
        !self.looks.is_empty()
    }

    /// Gives characters the looks of a style, if it has any.
    pub(super) fn apply(&self, style: u16, looks: &mut Looks) {
        if let Some(Some(of_style)) = self.looks.get(usize::from(style)) {
            *looks = *of_style;
        }
    }

    /// Depth of the heading that a style makes, from 1.
    pub(super) fn heading(&self, style: u16) -> Option<u8> {
        match self.levels.get(usize::from(style)) {
            Some(level) => *level,
            // The first styles are the same in every file.
            None => u8::try_from(style).ok().filter(|level| (1..=9).contains(level)),
        }
    }
}

fn styles(sheet: &[u8]) -> Option<Vec<Option<Style>>> {
    let head = usize::from(u16_at(sheet, 0)?);
    let count = usize::from(u16_at(sheet, 2)?);
    let base_length = usize::from(u16_at(sheet, 4)?);
    let mut rest = sheet.get(2 + head..)?;
    let mut styles = Vec::new();
    for _ in 0..count.min(MOST) {
        let Some(length) = u16_at(rest, 0).map(usize::from) else { break };
        let Some(bytes) = slice(rest, 2, length) else { break };
        styles.push(style(bytes, base_length));
        // Each begins at an even place.
        rest = rest.get(2 + length + length % 2..).unwrap_or_default();
    }
    Some(styles)
}

fn style(bytes: &[u8], base_length: usize) -> Option<Style> {
    let base = u16_at(bytes, 2)?;
    let kind = base & 0xF;
    if !matches!(kind, PARAGRAPH | CHARACTER) {
        return None;
    }
    Some(Style {
        built_in: u16_at(bytes, 0)? & 0x0FFF,
        base: base >> 4,
        outline: if kind == PARAGRAPH { outline(bytes, base_length) } else { None },
        kind,
        characters: characters(bytes, base_length, kind).unwrap_or_default().to_vec(),
    })
}

/// The level that a style sets: its paragraph properties follow its name.
fn outline(bytes: &[u8], base_length: usize) -> Option<u8> {
    let name = usize::from(u16_at(bytes, base_length)?);
    // The name ends with a NUL that its length does not count.
    let at = base_length + 2 + (name + 1) * 2;
    let length = usize::from(u16_at(bytes, at)?);
    // The number of the style itself stands before them.
    let properties = slice(bytes, at + 2, length)?.get(2..)?;
    let level = changes(properties).filter(|(number, _)| *number == number::OUTLINE_LEVEL).last()?;
    level.1.first().copied()
}

/// The properties of characters that a style sets: behind its name, and behind those of paragraphs where it has them.
fn characters(bytes: &[u8], base_length: usize, kind: u16) -> Option<&[u8]> {
    let name = usize::from(u16_at(bytes, base_length)?);
    let mut at = base_length + 2 + (name + 1) * 2;
    if kind == PARAGRAPH {
        let length = usize::from(u16_at(bytes, at)?);
        at += 2 + length + length % 2;
    }
    slice(bytes, at + 2, usize::from(u16_at(bytes, at)?))
}

/// How the characters of a style look: as it says itself, over what it is based on.
fn looks(styles: &[Option<Style>], number: usize) -> Option<Looks> {
    let mut chain = Vec::new();
    let mut next = number;
    // A chain longer than this goes in a circle.
    while chain.len() < 16
        && let Some(Some(style)) = styles.get(next)
    {
        chain.push(style);
        next = usize::from(style.base);
    }
    let mut looks = Looks::default();
    for style in chain.iter().rev() {
        changes(&style.characters).for_each(|(number, value)| looks.take(number, value));
    }
    looks.that_matter()
}

/// Depth of the heading that a style makes: its own, or that of the style it is based on.
fn level(styles: &[Option<Style>], number: usize) -> Option<u8> {
    let mut number = number;
    // A chain longer than this goes in a circle.
    for _ in 0..16 {
        let style = styles.get(number)?.as_ref().filter(|style| style.kind == PARAGRAPH)?;
        if let Some(outline) = style.outline {
            return (outline < 9).then(|| outline + 1);
        }
        if (1..=9).contains(&style.built_in) {
            return u8::try_from(style.built_in).ok();
        }
        if style.base == NO_BASE {
            return None;
        }
        number = usize::from(style.base);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_beyond_all_levels_is_no_heading() {
        let style = |outline| {
            let (kind, characters) = (PARAGRAPH, Vec::new());
            Some(Style { built_in: 0, base: NO_BASE, outline: Some(outline), kind, characters })
        };
        let styles = [style(0), style(8), style(9), style(u8::MAX)];
        assert_eq!(
            (0..4).map(|number| level(&styles, number)).collect::<Vec<_>>(),
            [Some(1), Some(9), None, None]
        );
    }
}
