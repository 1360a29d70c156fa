//! Searchable scans: text that is not seen, and says what the picture of the page shows.

use super::super::drawing::{Drawing, Fate, Glyph};

/// The part of a page that the pictures of a scan take at least.
const SCAN: f64 = 0.5;

/// Text below the picture of a scan is what was recognised in it.
pub(super) fn below_scans(drawing: &mut Drawing) {
    if !is_scan(drawing) {
        return;
    }
    for at in 0..drawing.glyphs.len() {
        let Some(Fate::Covered(cover)) = drawing.glyphs.get(at).map(|glyph| glyph.fate) else { continue };
        let is_picture = drawing.surfaces.get(cover as usize).is_some_and(|cover| cover.is_picture);
        if is_picture && let Some(glyph) = drawing.glyphs.get_mut(at) {
            glyph.fate = Fate::Recognised;
        }
    }
}

/// What was recognised is read where nothing is printed: on the pictures of a scan, or where the page has no other text.
pub(super) fn bring_back(drawing: &mut Drawing) {
    let is_printed = |glyph: &Glyph| matches!(glyph.fate, Fate::Shown | Fate::Illegible | Fate::Covered(_));
    let recognised = |glyph: &&Glyph| glyph.fate == Fate::Recognised;
    if !drawing.glyphs.iter().any(|glyph| recognised(&glyph)) {
        return;
    }
    let has_print = drawing.glyphs.iter().any(is_printed);
    let is_scan = is_scan(drawing);
    if has_print && !is_scan {
        return;
    }
    let printed: Vec<_> =
        drawing.glyphs.iter().filter(|glyph| is_printed(glyph)).map(|glyph| glyph.rect).collect();
    // On a scan little is printed, the number of the page; much is a page with a picture as its ground.
    if printed.len() > drawing.glyphs.iter().filter(recognised).count() {
        return;
    }
    let around = printed.iter().copied().reduce(crate::positioned::Rect::to);
    let pictures = std::mem::take(&mut drawing.pictures);
    for glyph in drawing.glyphs.iter_mut().filter(|glyph| glyph.fate == Fate::Recognised) {
        let middle = glyph.rect.middle();
        let is_free = !around
            .is_some_and(|around| around.share_in(glyph.rect) > 0.0 || around.contains(middle))
            || !printed.iter().take(512).any(|rect| rect.share_in(glyph.rect) > 0.2);
        if is_free && (!has_print || pictures.iter().any(|picture| picture.contains(middle))) {
            glyph.fate = Fate::Shown;
        }
    }
    drawing.pictures = pictures;
}

/// Whether pictures take most of a page.
fn is_scan(drawing: &Drawing) -> bool {
    let page = drawing.size.width() * drawing.size.height();
    let taken: f64 = drawing
        .pictures
        .iter()
        .map(|picture| picture.common(drawing.size))
        .map(|picture| picture.width() * picture.height())
        .sum();
    taken >= SCAN * page
}
