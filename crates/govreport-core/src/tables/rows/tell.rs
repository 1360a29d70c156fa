//! Says which labels were recognised by distance or order, and which rows and numbers belong nowhere.

use super::assemble::{Copies, Found};
use super::draft::Recognition;
use crate::check::Rule;
use crate::document::Document;
use crate::form::{Edition, RowKey, form};
use crate::model::{CellRef, Finding};
use crate::span::Span;
use crate::tables::tokens::is_filled;

/// The most rows of one table that belong nowhere and are told one by one.
/// Measured: with 11, no cell changes.
const MOST_TOLD: usize = 12;

impl Found {
    /// Says which labels were recognised by distance or order, and which rows and numbers belong nowhere. `used` tells
    /// whether a row of the form has a place in this edition.
    pub(in crate::tables) fn tell(
        &self,
        document: &Document<'_>,
        findings: &mut Vec<Finding>,
        used: impl Fn(RowKey) -> bool,
    ) {
        let text = document.text();
        let mut told = 0;
        for draft in &self.drafts.rows {
            let slots = self.drafts.slots_of(draft);
            let place = || draft.label.or_else(|| slots.first().map(|slot| slot.span));
            match draft.recognition {
                Recognition::Near(key) | Recognition::Distance(key) => {
                    let label = form().row(key, Edition::Hybrid).map_or("", |row| row.label);
                    let words = draft.label.unwrap_or_default().of(text);
                    let message = format!("{words} was taken for {label}");
                    findings.push(Finding::new(Rule::LabelByDistance, message).at(place()).about(cells(key)));
                }
                Recognition::Order(key) => {
                    let label = form().row(key, Edition::Hybrid).map_or("", |row| row.label);
                    let message = format!("a row without label was taken for {label}");
                    findings.push(Finding::new(Rule::LabelByOrder, message).at(place()).about(cells(key)));
                }
                Recognition::Label(key) if used(key) => {}
                _ => {
                    let numbers = slots.iter().filter(|slot| slot.number().is_some()).count();
                    if numbers == 0 {
                        continue;
                    }
                    told += 1;
                    if told > MOST_TOLD {
                        continue;
                    }
                    let whole = slots.iter().map(|slot| slot.span).chain(draft.label).reduce(Span::to);
                    let finding = match draft.label {
                        Some(label) if label.of(text).chars().count() > 1 => Finding::new(
                            Rule::RowUnknown,
                            format!(
                                "{} is no row of the form; its {numbers} numbers are in no cell",
                                label.of(text)
                            ),
                        ),
                        _ => {
                            Finding::new(Rule::NumbersUnplaced, format!("{numbers} numbers belong to no row"))
                        }
                    };
                    findings.push(finding.at(whole));
                }
            }
        }
        if let Some(place) = self.drafts.strays.iter().copied().reduce(Span::to) {
            let count = self.drafts.strays.len();
            let message =
                format!("{count} numbers stand in front of a label or beside the heading of a column");
            findings.push(Finding::new(Rule::NumbersUnplaced, message).at(place));
        }
        if self.has_empty_copy() {
            let message =
                "the table stands in the source more than once; a copy that is empty was passed over";
            findings.push(Finding::new(Rule::RowRepeated, message).at(self.drafts.span));
        }
        if told > MOST_TOLD {
            let message =
                format!("{} more rows of this table belong to no row of the form", told - MOST_TOLD);
            findings.push(Finding::new(Rule::NumbersUnplaced, message).at(self.drafts.span));
        }
    }

    /// Whether most rows stand in the source twice, with numbers and with nothing but empty cells.
    fn has_empty_copy(&self) -> bool {
        if self.copies == Copies::None {
            return false;
        }
        let of_rows = self.by_key.chunk_by(|a, b| a.0 == b.0);
        let (mut rows, mut twice) = (0, 0);
        for of_row in of_rows {
            let slots = |(_, number): &(RowKey, usize)| self.drafts.slots_of(&self.drafts.rows[*number]);
            rows += 1;
            let filled = of_row.iter().any(|row| is_filled(slots(row)));
            let empty = of_row.iter().any(|row| !slots(row).is_empty() && !is_filled(slots(row)));
            twice += usize::from(filled && empty);
        }
        twice > 1 && twice * 2 > rows
    }
}

fn cells(key: RowKey) -> Vec<CellRef> {
    form()
        .row(key, Edition::Hybrid)
        .into_iter()
        .flat_map(|row| row.columns.iter().map(|column| CellRef::new(key, *column)))
        .collect()
}
