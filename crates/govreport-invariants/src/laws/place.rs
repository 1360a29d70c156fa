//! A number stands between the first label of its table and the next heading of another section.

use govreport_core::form::TableKind;
use govreport_core::model::Report;

use super::printed_numbers;
use crate::Violation;
use crate::headings::{Heading, headings};

pub(crate) fn judge(text: &str, report: &Report, violations: &mut Vec<Violation>) {
    let headings = headings(text);
    for (cell, at) in printed_numbers(report) {
        let kind = cell.table();
        let table = report.table(kind).span;
        let Some(table) = table.filter(|table| table.contains(at)) else {
            violations.push(Violation::OutsideTable { cell: cell.at(), at, table });
            continue;
        };
        let of_others = headings.iter().filter(|heading| heading.table() != Some(kind));
        let between = of_others
            .filter(|heading| table.start < heading.span.start && heading.span.end <= at.start)
            .find_map(|heading| Some((heading, heading.section?)));
        // A table that is printed once more under a heading of its own begins there anew.
        let again = |heading: &Heading| {
            headings.iter().any(|own| {
                own.table() == Some(kind) && heading.span.start < own.span.start && own.span.end <= at.start
            })
        };
        if let Some((heading, section)) = between.filter(|(heading, _)| !again(heading)) {
            let heading = heading.span;
            violations.push(Violation::BehindHeading { cell: cell.at(), at, section, heading });
            continue;
        }
        if let Some((table, heading)) = other_section(&headings, kind, at.start) {
            violations.push(Violation::OfOtherSection { cell: cell.at(), at, table, heading: heading.span });
        }
    }
}

/// The section of another table that an offset stands in, though the table's own section is headed elsewhere.
fn other_section(headings: &[Heading], kind: TableKind, at: usize) -> Option<(TableKind, Heading)> {
    let has_own = headings.iter().any(|heading| heading.table() == Some(kind));
    let above = headings.iter().rfind(|heading| heading.span.end <= at)?;
    let table = above.table().filter(|table| *table != kind)?;
    has_own.then_some((table, *above))
}
