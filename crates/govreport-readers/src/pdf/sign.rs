//! Which characters a glyph shows. A sign that is drawn and not known must not vanish: the number beside it would be another.

use hayro_interpret::font::{Glyph, GlyphId, OutlineGlyph, PositionedGlyph};
use hayro_interpret::hayro_cmap::BfString;

use super::substitutes::Substitutes;

/// What a glyph shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// The characters that were written down.
    Characters,
    /// White space that has no character.
    Nothing,
    /// Something that is not known.
    Unknown,
}

/// Writes down the characters of a glyph.
pub(super) fn write(glyph: &PositionedGlyph<'_>, substitutes: &Substitutes, text: &mut String) -> Shown {
    text.clear();
    let mut is_soft = false;
    match glyph.as_unicode() {
        Some(BfString::Char(c)) => {
            is_soft = c == '\u{AD}';
            text.push(sign(c));
        }
        Some(BfString::String(several)) => text.extend(several.chars().map(sign)),
        None => {}
    }
    let is_known = !text.is_empty() && text.chars().all(is_character);
    let is_seen = is_known && !is_soft && !text.chars().all(is_silent);
    if is_seen {
        return Shown::Characters;
    }
    let Glyph::Outline(outline) = &**glyph else {
        return if is_known { Shown::Characters } else { Shown::Unknown };
    };
    if !is_known {
        let is_nothing = is_blank(outline, substitutes) && !is_unread(outline, false, substitutes);
        return if is_nothing { Shown::Nothing } else { Shown::Unknown };
    }
    if is_soft {
        // Not every hyphen at which a word may be broken is drawn.
        return if is_blank(outline, substitutes) { Shown::Nothing } else { Shown::Characters };
    }
    // What is mapped to white space and draws something is another sign.
    let is_sign = is_unread(outline, true, substitutes) || has_ink(outline, substitutes);
    if is_sign { Shown::Unknown } else { Shown::Characters }
}

/// The sign that a glyph shows whose font calls it so: what is a hyphen for the breaking of words elsewhere is drawn as one here.
///
/// U+00AD, U+2010 to U+2012 and their like look like the minus in front of a figure, and are meant so.
pub(super) fn sign(c: char) -> char {
    match c {
        '\u{AD}' | '\u{2D7}' | '\u{2010}'..='\u{2012}' | '\u{2043}' | '\u{FE63}' => '-',
        '\u{2795}' | '\u{FE62}' => '+',
        '\u{2796}' => '\u{2212}',
        _ => c,
    }
}

/// Whether a font can mean this character: NUL and the like stand for "not known".
fn is_character(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{FFFD}'..='\u{FFFF}') || c.is_whitespace()
}

/// Whether a character shows nothing.
fn is_silent(c: char) -> bool {
    let is_format = matches!(
        c,
        '\u{34F}'
            | '\u{61C}'
            | '\u{180E}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
    );
    is_format || c.is_whitespace()
}

/// Whether a glyph is white space: its font is in the file and has it, and it draws nothing.
///
/// Simple fonts need not be in the file: of a substitute for them glyphs are taken by their names. Of one for a font of many
/// characters they are taken by number where the character is not known, and a sign may become an empty glyph.
fn is_blank(glyph: &OutlineGlyph, substitutes: &Substitutes) -> bool {
    glyph.glyph_id() != GlyphId::NOTDEF
        && glyph.outline().elements().is_empty()
        && !glyph.font_data().is_some_and(|font| substitutes.has(&font.data))
}

/// Whether the font of a glyph is in the file and draws something for it. The glyph for what a font does not have says nothing.
fn has_ink(glyph: &OutlineGlyph, substitutes: &Substitutes) -> bool {
    glyph.glyph_id() != GlyphId::NOTDEF
        && !glyph.outline().elements().is_empty()
        && !glyph.font_data().is_some_and(|font| substitutes.has(&font.data))
}

/// Whether a glyph stands for a code that the encoding of its font does not have.
///
/// The interpreter takes such a code, byte by byte, for 0, and the encodings of China make white space of that.
fn is_unread(glyph: &OutlineGlyph, is_mapped: bool, substitutes: &Substitutes) -> bool {
    glyph.char_code() == 0 && glyph.font_data().is_some_and(|font| !is_mapped || substitutes.has(&font.data))
}
