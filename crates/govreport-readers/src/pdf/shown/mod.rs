//! What of all that is drawn on a page a person sees, and can read.

mod ground;
mod minus;
mod neighbours;
mod overprint;
mod recognised;
mod slash;
mod strike;
mod watermark;

use super::drawing::{Drawing, Fate, UNKNOWN};
use crate::ReadError;
use crate::budget::Budget;
use crate::positioned::PositionedPage;

/// The page as a person sees it.
pub(super) fn page(mut drawing: Drawing, budget: &Budget) -> Result<PositionedPage, ReadError> {
    ground::part(&mut drawing, budget)?;
    recognised::below_scans(&mut drawing);
    watermark::set_aside(&mut drawing);
    ground::uncover(&mut drawing, budget)?;
    let near = neighbours::Neighbours::of(&drawing);
    overprint::part(&mut drawing, &near);
    slash::part(&mut drawing, &near);
    strike::part(&mut drawing, &near);
    let mut signs = minus::drawn(&drawing, &near).into_iter().peekable();
    recognised::bring_back(&mut drawing);
    let mut page = PositionedPage::new(drawing.size.right, drawing.size.bottom);
    for (at, glyph) in drawing.glyphs.iter().enumerate() {
        page.drawn_together(glyph.run);
        while let Some(sign) = signs.next_if(|sign| sign.before == at) {
            page.piece(UNKNOWN, sign.place, glyph.direction);
        }
        match glyph.fate {
            Fate::Shown => page.piece(drawing.text(glyph), glyph.rect, glyph.direction),
            Fate::Illegible | Fate::Covered(_) => page.piece(UNKNOWN, glyph.rect, glyph.direction),
            Fate::Struck => page.struck(UNKNOWN, glyph.rect, glyph.direction),
            Fate::Unseen | Fate::Recognised => {}
        }
    }
    for line in &drawing.rulings {
        page.ruling_at(*line);
    }
    for picture in &drawing.pictures {
        page.picture_at(*picture);
    }
    Ok(page)
}
