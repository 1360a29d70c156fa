//! PDF documents (.pdf).
//!
//! `hayro-interpret` reads the file and draws its pages; `canvas` takes down what is drawn, with its places; [`positioned`]
//! makes lines and tables of it. Everything that touches `hayro` is below this module.
//!
//! [`positioned`]: crate::positioned

mod annotations;
mod canvas;
mod colour;
mod damage;
mod drawing;
mod entries;
mod glyph;
mod layers;
mod metadata;
mod packed;
mod path;
mod runs;
mod shown;
mod sign;
mod substitutes;
mod surface;
mod undrawn;
mod written;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use govreport_core::document::{Document, Format};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{Affine, Rect as Shape};
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, InterpreterWarning, RenderContent, interpret_page,
};

use memchr::memmem;

use self::annotations::Annotations;
use self::canvas::{Canvas, Stopped};
use self::damage::Reading;
use self::substitutes::Substitutes;
use crate::budget::Budget;
use crate::positioned::Assembly;
use crate::{Limits, ReadError};

/// The document that a PDF document is.
///
/// # Errors
///
/// See [`ReadError`].
pub fn document(bytes: &[u8], limits: &Limits) -> Result<Document<'static>, ReadError> {
    let mut budget = Budget::new(limits);
    packed::admit_file(bytes, &mut budget)?;
    let pdf = load(bytes)?;
    budget.time()?;
    if pdf.pages().is_empty() {
        return Err(without_pages(bytes));
    }
    budget.pages(u64::try_from(pdf.pages().len()).unwrap_or(u64::MAX))?;
    let is_encrypted = memmem::find(bytes, b"/Encrypt").is_some();
    guarded(|| packed::admit_streams(&pdf, is_encrypted, &mut budget))
        .map_err(|_| damaged("its objects cannot be followed"))??;
    let mut reading = Reading::default();
    let assembly = reading.pages(&pdf, &mut budget)?;
    let mut builder = assembly.finish(Format::Pdf, &mut budget)?;
    for (name, value) in metadata::properties(&pdf) {
        builder.property(name, value);
    }
    for remark in damage::remarks(bytes, &pdf, &reading) {
        builder.remark(remark);
    }
    Ok(builder.finish()?)
}

/// Runs what comes from a third party over hostile bytes: should it panic, that is an error of the file, and not the end of
/// the program that reads ten thousand of them.
fn guarded<T>(work: impl FnOnce() -> T) -> std::thread::Result<T> {
    // What the work leaves half done is not looked at again, but for the page it drew on, which takes whole glyphs only.
    catch_unwind(AssertUnwindSafe(work))
}

fn damaged(what: &str) -> ReadError {
    ReadError::Damaged { format: Format::Pdf, what: what.to_owned() }
}

fn without_pages(bytes: &[u8]) -> ReadError {
    damaged(if damage::is_cut(bytes) {
        "its end is missing, and with it the list of its pages"
    } else {
        "no pages are found in it"
    })
}

fn load(bytes: &[u8]) -> Result<Pdf, ReadError> {
    match guarded(|| Pdf::new(bytes.to_vec())) {
        Ok(Ok(pdf)) => Ok(pdf),
        Ok(Err(LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ))) => Err(ReadError::Encrypted { format: Format::Pdf }),
        Ok(Err(LoadPdfError::Decryption(_))) => Err(damaged("what it says of its encryption cannot be read")),
        Ok(Err(LoadPdfError::Invalid)) => Err(without_pages(bytes)),
        Err(_) => Err(damaged("its structure cannot be followed")),
    }
}

impl Reading {
    fn pages(&mut self, pdf: &Pdf, budget: &mut Budget) -> Result<Assembly, ReadError> {
        let lost_fonts = Arc::new(AtomicUsize::new(0));
        let substitutes = Substitutes::default();
        let settings = InterpreterSettings::default();
        let settings = InterpreterSettings {
            font_resolver: substitutes.remembered(settings.font_resolver),
            render_content: RenderContent::PAGE,
            warning_sink: {
                let lost_fonts = Arc::clone(&lost_fonts);
                Arc::new(move |warning| {
                    if matches!(warning, InterpreterWarning::UnsupportedFont) {
                        lost_fonts.fetch_add(1, Ordering::Relaxed);
                    }
                })
            },
            ..settings
        };
        let cache = InterpreterCache::new();
        let mut assembly = Assembly::default();
        for (page, number) in pdf.pages().iter().zip(1_u32..) {
            budget.time()?;
            guarded(|| runs::admit_page(page, budget)).unwrap_or(Ok(()))?;
            let transform = Affine::new(page.initial_transform(true).as_coeffs());
            let annotations = guarded(|| Annotations::of(page, transform)).unwrap_or_default();
            let mut canvas = Canvas::new(page.render_dimensions(), &substitutes, budget);
            let drawn = guarded(|| {
                let is_whole = draw(page, &cache, pdf, &settings, &mut canvas);
                draw_annotations(page, &annotations, &cache, pdf, &settings, &mut canvas);
                is_whole
            });
            let is_whole = match drawn {
                Ok(is_whole) => is_whole,
                // The limit that was passed is told by the canvas.
                Err(reason) => reason.is::<Stopped>(),
            };
            if !is_whole {
                self.broken.push(number);
            }
            self.unknown += canvas.unknown;
            assembly.page(canvas.finish()?, budget)?;
        }
        if !self.broken.is_empty() && self.broken.len() == pdf.pages().len() && assembly.is_blank() {
            return Err(damaged("none of its pages can be read"));
        }
        self.lost_fonts = lost_fonts.load(Ordering::Relaxed);
        Ok(assembly)
    }
}

/// Draws a page without its annotations; gives whether its content could be unpacked.
fn draw<'a>(
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    pdf: &'a Pdf,
    settings: &InterpreterSettings,
    canvas: &mut Canvas<'_>,
) -> bool {
    interpret_page(page, &mut context(page, cache, pdf, settings.clone()), canvas);
    page.page_stream().is_some() || !page.raw().contains_key(damage::CONTENTS)
}

/// Draws the annotations of a page over it.
fn draw_annotations<'a, 'c>(
    page: &Page<'a>,
    annotations: &'c Annotations,
    cache: &InterpreterCache<'a>,
    pdf: &'a Pdf,
    settings: &InterpreterSettings,
    canvas: &mut Canvas<'c>,
) {
    if annotations.are_there {
        canvas.begin_annotations(annotations);
        let settings = InterpreterSettings { render_content: RenderContent::ANNOTATIONS, ..settings.clone() };
        interpret_page(page, &mut context(page, cache, pdf, settings), canvas);
    }
}

fn context<'a>(
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    pdf: &'a Pdf,
    settings: InterpreterSettings,
) -> Context<'a> {
    let (width, height) = page.render_dimensions();
    let transform = Affine::new(page.initial_transform(true).as_coeffs());
    let whole = Shape::new(0.0, 0.0, width.into(), height.into());
    Context::new(transform, whole, cache, pdf.xref(), settings)
}
