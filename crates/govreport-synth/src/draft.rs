//! A report under way: its chapters, its tables, and what is true of every cell.

use std::collections::BTreeSet;

use govreport_core::form::{SectionKey, TableKind};
use govreport_core::model::CellRef;

use crate::article::{Chapter, Part};
use crate::compose::article;
use crate::layout::Layout;
use crate::ledger::Ledger;
use crate::sheet::{Sheet, Slot};
use crate::spec::Spec;

/// The place of a table row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) chapter: usize,
    pub(crate) part: usize,
    pub(crate) row: usize,
}

/// A report under way.
#[derive(Debug, Clone)]
pub(crate) struct Draft<'a> {
    pub(crate) spec: &'a Spec,
    pub(crate) chapters: Vec<Chapter>,
    pub(crate) ledger: Ledger,
    /// Where the written text gets empty lines: decided by these seeds.
    pub(crate) blank_lines: Vec<u64>,
    /// What was done to the report, in words.
    pub(crate) said: Vec<String>,
}

impl<'a> Draft<'a> {
    /// The report as its author wrote it, and then everything that happened to it.
    pub(crate) fn of(spec: &'a Spec) -> Self {
        let mut draft = Self {
            spec,
            chapters: article(spec),
            ledger: Ledger::of(spec),
            blank_lines: Vec::new(),
            said: Vec::new(),
        };
        for damage in &spec.damage {
            let said = damage.strike(&mut draft);
            draft.said.extend(said);
            if spec.layout == Layout::Xlsx {
                draft.fill_up();
            }
            draft.account();
        }
        draft
    }

    /// All parts, in order.
    pub(crate) fn parts(self) -> Vec<Part> {
        self.chapters.into_iter().flat_map(|chapter| chapter.parts).collect()
    }

    /// The sections that are there, in order.
    pub(crate) fn sections(&self) -> Vec<SectionKey> {
        self.chapters.iter().filter_map(|chapter| chapter.key).collect()
    }

    /// All tables with their places (of the first row).
    pub(crate) fn sheets(&self) -> impl Iterator<Item = (Place, &Sheet)> {
        self.chapters.iter().enumerate().flat_map(|(chapter, of)| {
            of.parts.iter().enumerate().filter_map(move |(part, of)| match of {
                Part::Table(sheet) => Some((Place { chapter, part, row: 0 }, sheet)),
                _ => None,
            })
        })
    }

    /// The table at a place.
    pub(crate) fn sheet(&mut self, place: Place) -> Option<&mut Sheet> {
        match self.chapters.get_mut(place.chapter)?.parts.get_mut(place.part)? {
            Part::Table(sheet) => Some(sheet),
            _ => None,
        }
    }

    /// The row at a place.
    pub(crate) fn line(&mut self, place: Place) -> Option<&mut Vec<Slot>> {
        self.sheet(place).and_then(|sheet| sheet.rows.get_mut(place.row))
    }

    /// The rows that hold numbers, of one table or of all.
    pub(crate) fn number_rows(&self, table: Option<TableKind>) -> Vec<Place> {
        self.sheets()
            .filter(|(_, sheet)| table.is_none_or(|table| sheet.kind == table))
            .flat_map(|(place, sheet)| {
                (0..sheet.rows.len())
                    .filter(|row| sheet.has_numbers(*row))
                    .map(move |row| Place { row, ..place })
            })
            .collect()
    }

    /// The cells of the form that stand in a row.
    pub(crate) fn cells(&self, place: Place) -> Vec<CellRef> {
        match self.chapters.get(place.chapter).and_then(|chapter| chapter.parts.get(place.part)) {
            Some(Part::Table(sheet)) => {
                sheet.rows.get(place.row).into_iter().flatten().filter_map(|slot| slot.cell).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Says of all cells of a row that their numbers have to be put in their places.
    pub(crate) fn moved(&mut self, place: Place) {
        for cell in self.cells(place) {
            self.ledger.moved(cell);
        }
    }

    /// Where a row of table one shows as many places as it has columns again, it says what stands in them: no sum shows that
    /// they moved, so each place is the cell it seems to be, right or wrong.
    pub(crate) fn restate(&mut self, place: Place) {
        let spec = self.spec;
        let Some(sheet) = self.sheet(place) else { return };
        let kind = sheet.kind;
        let Some(line) = sheet.rows.get_mut(place.row) else { return };
        let Some(row) = line.iter().find_map(|slot| slot.cell).map(|cell| cell.row) else { return };
        let Some(first) = line.iter().position(|slot| slot.is_number() || slot.text.is_empty()) else {
            return;
        };
        let rows = spec.figures.editions().rows(kind);
        let columns = rows.into_iter().find(|of| of.key == row).map_or(&[][..], |row| &row.columns);
        if kind != TableKind::Proactive || !spec.layout.shows_places() || line.len() - first != columns.len()
        {
            return;
        }
        let mut stated = Vec::new();
        for (slot, column) in line.iter_mut().skip(first).zip(columns) {
            let at = CellRef::new(row, *column);
            stated.push((at, slot.cell, slot.text.is_empty()));
            slot.cell = Some(at);
        }
        let before = self.ledger.clone();
        for (at, from, empty) in stated {
            match from.and_then(|from| before.value(from)) {
                Some(value) => self.ledger.misprinted(at, value),
                None if empty => self.ledger.blank(at),
                None => {}
            }
        }
    }

    /// The same of the cells of a row that is not in its place yet.
    pub(crate) fn moved_to(&mut self, row: &[Slot]) {
        for cell in row.iter().filter_map(|slot| slot.cell) {
            self.ledger.moved(cell);
        }
    }

    /// Writes down which cells have no slot any more: lost where others of their row are still there, gone with it otherwise.
    fn account(&mut self) {
        let printed: BTreeSet<CellRef> = self
            .sheets()
            .flat_map(|(_, sheet)| sheet.rows.iter().flatten())
            .filter_map(|slot| slot.cell)
            .collect();
        let rows: BTreeSet<_> = printed.iter().map(|cell| cell.row).collect();
        // Rows of the form that show a place without any content, which may be taken for the lost one.
        let fills_up = self.spec.layout.fills_rows_up();
        let with_gap: BTreeSet<_> = self
            .sheets()
            .flat_map(|(_, sheet)| &sheet.rows)
            .filter(|line| fills_up || line.iter().any(|slot| slot.cell.is_none() && slot.text.is_empty()))
            .flatten()
            .filter_map(|slot| slot.cell)
            .map(|cell| cell.row)
            .collect();
        for cell in self.ledger.with_slot() {
            if printed.contains(&cell) {
                continue;
            }
            if rows.contains(&cell.row) {
                self.ledger.lost(cell, with_gap.contains(&cell.row));
                for other in printed.iter().filter(|other| other.row == cell.row) {
                    self.ledger.moved(*other);
                }
            } else {
                self.ledger.gone(cell);
            }
        }
        for cell in self.shown_empty() {
            self.ledger.shown_empty(cell);
        }
    }

    /// The cells in whose places the page shows empty ones, because their row was moved or filled up.
    fn shown_empty(&self) -> Vec<CellRef> {
        if !self.spec.layout.shows_places() {
            return Vec::new();
        }
        let editions = self.spec.figures.editions();
        let mut empty = Vec::new();
        for line in self.sheets().flat_map(|(_, sheet)| &sheet.rows) {
            let mut keys: Vec<_> = line.iter().filter_map(|slot| slot.cell).map(|cell| cell.row).collect();
            keys.dedup();
            let Some(first) = keys.first() else { continue };
            let rows = editions.rows(first.table());
            let columns: Vec<CellRef> = rows
                .iter()
                .filter(|row| keys.contains(&row.key))
                .flat_map(|row| row.columns.iter().map(|column| CellRef::new(row.key, *column)))
                .collect();
            // Empty places before the numbers that are too many lie under the labels.
            let figure = line.iter().position(Slot::is_figure).unwrap_or(line.len());
            let before = line[..figure].iter().rev().take_while(|slot| slot.text.is_empty()).count();
            let too_many = (line.len() - figure + before).saturating_sub(columns.len()).min(before);
            let shown = &line[figure - before + too_many..];
            // Whatever stands in the other places: an empty cell is empty.
            empty.extend(
                columns
                    .iter()
                    .zip(shown)
                    .filter(|(_, slot)| slot.text.is_empty() && slot.cell.is_none())
                    .map(|(at, _)| *at),
            );
            if self.spec.layout.fills_rows_up() {
                empty.extend(columns.iter().skip(shown.len()));
            }
        }
        empty
    }
}
