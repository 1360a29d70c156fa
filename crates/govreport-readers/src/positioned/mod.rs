//! From positioned words to a document: lines, the grids of tables, what belongs together over pages.
//!
//! The reader of PDF files works this way, and so can anybody who has words with their places: the output of text recognition
//! (OCR) of your choice is handed over as [`PositionedPage`]s.
//!
//! ```
//! use govreport_core::document::Area;
//! use govreport_readers::Limits;
//! use govreport_readers::positioned::{self, PositionedPage};
//!
//! let mut page = PositionedPage::new(595.0, 842.0);
//! page.word("青禾区人民政府", Area::new(200.0, 80.0, 400.0, 100.0));
//! page.word("2023年政府信息公开工作年度报告", Area::new(150.0, 110.0, 450.0, 130.0));
//! let document = positioned::document([page], &Limits::default())?;
//! assert_eq!(document.text(), "青禾区人民政府\n2023年政府信息公开工作年度报告\n");
//! # Ok::<(), govreport_readers::ReadError>(())
//! ```

mod cell;
mod columns;
mod continuation;
mod furniture;
mod grid;
mod item;
mod layout;
mod line;
mod page;
mod passage;
mod raised;
mod rect;
mod ruling;
mod table;
mod uneven;
mod write;

pub use page::PositionedPage;
pub use rect::Direction;
#[cfg(feature = "pdf")]
pub(crate) use rect::Rect;
#[cfg(feature = "pdf")]
pub(crate) use ruling::{Segments, THICKEST, segments};

use govreport_core::document::{Document, DocumentBuilder, Format};

use crate::budget::Budget;
use crate::{Limits, ReadError};

/// The document that pages of positioned words are (带位置文字的读取结果).
///
/// Tables are found by their ruling lines. Page numbers and what runs on at the head or foot of the pages are set aside. A page
/// with pictures and no words is a scan that was not recognised: a remark says so.
///
/// # Errors
///
/// [`ReadError::OverLimit`] where there are more pages or cells, or it takes longer, than the limits allow.
pub fn document(
    pages: impl IntoIterator<Item = PositionedPage>,
    limits: &Limits,
) -> Result<Document<'static>, ReadError> {
    let mut budget = Budget::new(limits);
    let mut assembly = Assembly::default();
    for page in pages {
        assembly.page(page, &budget)?;
    }
    Ok(assembly.finish(Format::Words, &mut budget)?.finish()?)
}

/// Pages on their way to a document.
#[derive(Debug, Default)]
pub(crate) struct Assembly {
    pages: Vec<layout::Layout>,
}

impl Assembly {
    /// Adds the next page.
    pub(crate) fn page(&mut self, page: PositionedPage, budget: &Budget) -> Result<(), ReadError> {
        let number = u32::try_from(self.pages.len() + 1).unwrap_or(u32::MAX);
        budget.pages(number.into())?;
        budget.time()?;
        self.pages.push(layout::layout(page, number));
        Ok(())
    }

    /// Whether nothing stands on any page.
    #[cfg(feature = "pdf")]
    pub(crate) fn is_blank(&self) -> bool {
        self.pages.iter().all(|page| page.items.is_empty())
    }

    /// Puts the pages together.
    pub(crate) fn finish(
        self,
        format: Format,
        budget: &mut Budget,
    ) -> Result<DocumentBuilder<'static>, ReadError> {
        write::document(self.pages, format, budget)
    }
}
