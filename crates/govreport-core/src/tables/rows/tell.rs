//! Says which labels were recognised by distance or order, and which rows and numbers belong nowhere.

use super::assemble::{Copies, Found};
use super::draft::Recognition;
use crate::document::Document;
use crate::form::{RowKey, TableKind, form};
use crate::model::{CellRef, Finding};
use crate::notices::{
    LabelByDistance, LabelByOrder, Notice, NumbersUnplaced, PrintedRow, RowRepeated, RowUnknown,
};
use crate::span::Span;
use crate::tables::tokens::is_filled;

/// The most rows of one table that belong nowhere and are told one by one.
/// Measured: with 11, no cell changes.
const MOST_TOLD: usize = 12;

impl Found {
    /// Says which labels were recognised by distance or order, and which rows and numbers of the table belong nowhere. `used`
    /// tells whether a row of the form has a place in this edition, `printed` in which edition it stands.
    pub(in crate::tables) fn tell(
        &self,
        document: &Document<'_>,
        table: TableKind,
        findings: &mut Vec<Finding>,
        used: impl Fn(RowKey) -> bool,
        printed: impl Fn(RowKey) -> PrintedRow,
    ) {
        let text = document.text();
        let mut told = 0;
        for draft in &self.drafts.rows {
            let slots = self.drafts.slots_of(draft);
            let place = || draft.label.or_else(|| slots.first().map(|slot| slot.span));
            match draft.recognition {
                Recognition::Near(key) | Recognition::Distance(key) => {
                    let words = draft.label.unwrap_or_default().of(text).to_owned();
                    let notice = Notice::LabelByDistance(LabelByDistance { words, row: printed(key) });
                    findings.push(Finding::new(notice).at(place()).about(cells(key)));
                }
                Recognition::Order(key) => {
                    let notice = Notice::LabelByOrder(LabelByOrder { row: printed(key) });
                    findings.push(Finding::new(notice).at(place()).about(cells(key)));
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
                    let notice = match draft.label {
                        Some(label) if label.of(text).chars().count() > 1 => {
                            Notice::RowUnknown(RowUnknown::Label {
                                label: label.of(text).to_owned(),
                                numbers,
                            })
                        }
                        _ => Notice::NumbersUnplaced(NumbersUnplaced::Row { numbers }),
                    };
                    findings.push(Finding::new(notice).at(whole));
                }
            }
        }
        if let Some(place) = self.drafts.strays.iter().copied().reduce(Span::to) {
            let notice = NumbersUnplaced::Beside { numbers: self.drafts.strays.len() };
            findings.push(Finding::new(Notice::NumbersUnplaced(notice)).at(place));
        }
        if self.has_empty_copy() {
            let notice = RowRepeated::EmptyCopy { table };
            findings.push(Finding::new(Notice::RowRepeated(notice)).at(self.drafts.span));
        }
        if told > MOST_TOLD {
            let notice = NumbersUnplaced::MoreRows { rows: told - MOST_TOLD };
            findings.push(Finding::new(Notice::NumbersUnplaced(notice)).at(self.drafts.span));
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
        .row_of_any_edition(key)
        .into_iter()
        .flat_map(|row| row.columns.iter().map(|column| CellRef::new(key, *column)))
        .collect()
}
