//! What happens to reports on their way to a text: one file for each family of damage.
//!
//! Damage strikes the report as it is printed, before it has a layout, so that every layout can show it. Each changes the
//! truth of the cells as it changes the page.

mod amounts;
mod asides;
mod below;
mod cells;
mod characters;
mod column_order;
mod column_pairs;
mod columns;
mod contents;
mod controls;
mod corners;
mod crowded;
mod cuts;
mod digits;
mod drawn;
mod foreign;
mod group_words;
mod headers;
mod index;
pub(crate) mod kind;
mod labels;
mod making;
mod marks;
mod merged;
mod noise;
mod other_words;
mod own_figure;
mod pages;
mod remarks;
mod rows_alone;
mod sections;
mod select;
mod shares;
mod stacks;
mod strays;
mod strike;
mod tall_cells;
mod units;
mod unseen;
mod workbooks;
mod year_unknown;

pub use kind::{Damage, DamageKind};

use govreport_core::form::RowKey;
use govreport_core::model::CellRef;

use crate::article::Part;
use crate::draft::{Draft, Place};
use crate::random::Random;
use crate::sheet::Slot;

impl Damage {
    /// Does the damage to a report, and says what was done; nothing where there was nothing to do.
    pub(crate) fn strike(self, draft: &mut Draft<'_>) -> Option<String> {
        let place = |draft: &Draft<'_>, row: RowKey| -> Option<Place> {
            draft
                .number_rows(Some(row.table()))
                .into_iter()
                .find(|place| draft.cells(*place).iter().any(|cell| cell.row == row))
        };
        match self {
            Self::CutAfter(row) => {
                let place = place(draft, row)?;
                cuts::cut_behind(draft, place);
            }
            Self::WithoutSection(key) => draft.chapters.retain(|chapter| chapter.key != Some(key)),
            Self::Shifted(row, column) => {
                let line = place(draft, row)?;
                draft.moved(line);
                draft.ledger.lost_but_told(CellRef::new(row, column));
                let line = draft.line(line)?;
                line.retain(|slot| slot.cell.is_none_or(|cell| (cell.row, cell.column) != (row, column)));
                let first = line.iter().position(Slot::is_number).unwrap_or(line.len());
                line.insert(first, Slot::empty());
            }
            Self::FlushLeft(row) => {
                let place = place(draft, row)?;
                draft.moved(place);
                draft.sheet(place)?.flush_left.insert(place.row);
            }
            Self::Drawn(kind, seed) => return kind.strike(draft, &mut Random::fork(seed, 6)),
        }
        Some(format!("{self:?}"))
    }
}

/// All texts of labels: cells of tables that hold no number, and headings over tables of single rows.
fn labels<'a>(draft: &'a mut Draft<'_>) -> Vec<&'a mut String> {
    let mut labels = Vec::new();
    for chapter in &mut draft.chapters {
        let tables = chapter.key.is_some_and(|key| key.table().is_some());
        for part in &mut chapter.parts {
            match part {
                Part::Table(sheet) => labels.extend(
                    sheet
                        .rows
                        .iter_mut()
                        .flatten()
                        .filter(|slot| !slot.is_number() && !slot.text.is_empty())
                        .map(|slot| &mut slot.text),
                ),
                Part::Heading { depth, text } if tables && *depth > 1 => labels.push(text),
                _ => {}
            }
        }
    }
    labels
}

/// All texts of headings and paragraphs.
fn prose<'a>(draft: &'a mut Draft<'_>) -> Vec<&'a mut String> {
    let parts = draft.chapters.iter_mut().flat_map(|chapter| &mut chapter.parts);
    parts
        .filter_map(|part| match part {
            Part::Heading { text, .. } | Part::Paragraph(text) => Some(text),
            Part::Title(_) | Part::PageLine(_) | Part::Table(_) => None,
        })
        .collect()
}

/// Says of all cells that their labels may be hard to read.
fn doubt_labels(draft: &mut Draft<'_>) {
    for place in draft.number_rows(None) {
        draft.moved(place);
    }
}
