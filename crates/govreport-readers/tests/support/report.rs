//! The cells of the report of `tests/files`.

use govreport_core::document::Document;
use govreport_core::model::Report;

/// What stands in the three tables, in the order of the form.
const TRUTH: &str = "\
0 0 0
3 blank 21
64 17 blank 7730.28
6 2 0 0 1 0 9
1 0 0 0 0 0 1
4 1 0 0 0 0 5
1 0 0 0 0 0 1
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
1 0 0 0 0 0 1
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 1 0 0 0 0 1
0 0 0 0 1 0 1
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
0 0 0 0 0 0 0
6 2 0 0 1 0 9
1 0 0 0 0 0 1
2 0 0 1 3
0 1 0 0 1
0 0 0 0 0";

/// Has the document parsed and compares every cell.
pub(crate) fn has_every_cell(document: &Document<'_>) {
    let report = Report::from_document(document).expect("it is a report");
    let cells = report.cells().map(|cell| {
        cell.value.map_or_else(|| cell.status.key().to_owned(), |value| value.normalize().to_string())
    });
    let found: Vec<_> = cells.collect();
    let truth: Vec<_> = TRUTH.split_whitespace().collect();
    assert_eq!(found, truth);
    // Each cell, also an empty one, has a place of its own.
    let placed: Vec<_> = report.cells().filter(|cell| cell.span.is_some()).collect();
    assert_eq!(placed.len(), truth.len());
    assert!(placed.iter().all(|cell| cell.grid.is_some()));
    let mut spans: Vec<_> = placed.iter().map(|cell| cell.span).collect();
    spans.sort();
    spans.dedup();
    assert_eq!(spans.len(), placed.len());
}
