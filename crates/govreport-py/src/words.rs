//! `govreport.read_words`: the hand-over from text recognition.

use govreport::document::Area;
use govreport::positioned::{self, PositionedPage};
use govreport::{Limits, Reading};
use pyo3::prelude::*;

use crate::errors;
use crate::report::Report;

/// `(left, top, right, bottom)`, in points from the upper left corner.
type Edges = (f64, f64, f64, f64);

/// A page as Python hands it over.
#[derive(FromPyObject)]
pub(crate) struct Page {
    #[pyo3(item)]
    width: f64,
    #[pyo3(item)]
    height: f64,
    #[pyo3(item)]
    words: Vec<(String, Edges)>,
    #[pyo3(item, default)]
    rulings: Vec<Edges>,
}

impl Page {
    fn positioned(self) -> PositionedPage {
        let area = |(left, top, right, bottom): Edges| Area::new(left, top, right, bottom);
        let mut page = PositionedPage::new(self.width, self.height);
        for (text, edges) in self.words {
            page.word(&text, area(edges));
        }
        for edges in self.rulings {
            page.ruling(area(edges));
        }
        page
    }
}

/// Read the report in words with their places, as text recognition (OCR) gives them.
///
/// Tables are found by their ruling lines, if there are any, and by the alignment of the words. Cells know their page and box.
///
/// Parameters
/// ----------
/// pages : iterable of mapping
///     For each page ``width`` and ``height``; ``words``, each a text with its box ``(left, top, right, bottom)``; and, where
///     they are known, ``rulings``, the boxes of ruling lines. All lengths are in one unit, best points (1/72 inch), from the
///     upper left corner of the page. A word may be a character, a word or a whole line, but must not reach over several
///     cells of a table.
///
/// Returns
/// -------
/// Report
///
/// Raises
/// ------
/// NotAReportError
///     The words hold nothing of such a report.
/// LimitExceededError
///     There are more pages or words than the limits of `read` allow.
///
/// Examples
/// --------
/// >>> page = {
/// ...     "width": 595, "height": 842,
/// ...     "words": [("青禾县人民政府", (200, 80, 400, 100)), ("2023年政府信息公开工作年度报告", (150, 110, 450, 130))],
/// ... }
/// >>> gr.read_words([page])
/// <Report 2023 青禾县人民政府: 0 tables, 9 findings>
#[pyfunction]
pub(crate) fn read_words(py: Python<'_>, pages: &Bound<'_, PyAny>) -> PyResult<Report> {
    let pages = pages.try_iter()?.map(|page| page?.extract()).collect::<PyResult<Vec<Page>>>()?;
    let result = py.detach(|| {
        let pages = pages.into_iter().map(Page::positioned);
        Reading::from_document(positioned::document(pages, &Limits::default())?)
    });
    match result {
        Ok(Reading { text, report, .. }) => Ok(Report::new(report, Some(text))),
        Err(error) => Err(errors::of_reading(py, error, None)),
    }
}
