//! Writes what was settled into the cells, and says it.

use rust_decimal::Decimal;

use super::Sheet;
use crate::document::Document;
use crate::form::TableKind;
use crate::model::{Figure, Finding, Heading, Reason, Status, SumsAnswer, TableCell, Tie, Warrant};
use crate::notices::{Amount, CellsAmbiguous, CellsParted, CellsRealigned, Contents, Notice, Place};
use crate::span::Span;
use crate::tables::columns::{Arrangement, Row, digits};
use crate::tables::rows::Unplaced;
use crate::tables::settle::{Decided, Settled, Settlement, Verdict};
use crate::tables::tokens::{Content, Slot};
use crate::text::money::Named;
use crate::text::number::{is_not_applicable, number};

/// The most readings listed in a finding.
/// Measured: with 7, no cell changes.
const MOST_READINGS: usize = 8;

/// Writes the rows of a table. `unplaced` says which numbers of the table belong to no row: a row without any may have lost
/// them.
pub(in crate::tables) fn write(
    sheet: &mut Sheet<'_>,
    rows: &[Row<'_>],
    settlement: &Settlement,
    unplaced: Unplaced,
) {
    // Behind one label of table three the numbers of all three may stand.
    let is_review = sheet.cells.first().is_some_and(|cell| cell.table() == TableKind::Review);
    let is_withheld = |settled: &Settled| !matches!(settled, Settled::Empty | Settled::AsPrinted { .. });
    let is_in_doubt = unplaced != Unplaced::Nothing || settlement.rows.iter().any(is_withheld);
    let unplaced = if is_review && is_in_doubt { Unplaced::Rows } else { unplaced };
    for (number, (row, settled)) in rows.iter().zip(&settlement.rows).enumerate() {
        let mut writer = Writer { sheet, row, sums: &settlement.sums };
        match settled {
            Settled::AsPrinted { first } => writer.as_printed(*first),
            // One dash is the first of several where numbers without a label stand below.
            Settled::Spanning if row.beside.orphan || unplaced == Unplaced::Rows => {
                writer.withhold_some(
                    row.cells().collect(),
                    Reason::NumbersUnplaced,
                    Figure::Unclear,
                    row.heading,
                );
            }
            Settled::Spanning => writer.spanning(),
            Settled::Empty => writer.empty(unplaced),
            Settled::Parted(lengths) => writer.parted(lengths),
            Settled::Withheld(reason, figure, sums) => {
                writer.withhold(*reason, *figure, *sums);
                writer.say_doubt(*reason, &[]);
            }
            Settled::Decided(cells) => {
                let readings = settlement.readings.get(number).map(Vec::as_slice).unwrap_or_default();
                writer.decided(cells, readings);
            }
        }
        writer.withhold_foreign();
        writer.withhold_beside_two();
        writer.withhold_beside_rests();
    }
}

/// Writes one row.
struct Writer<'s, 'd, 'r> {
    sheet: &'s mut Sheet<'d>,
    row: &'r Row<'r>,
    sums: &'r [SumsAnswer],
}

impl Writer<'_, '_, '_> {
    fn warrant(&mut self, cell: usize, figure: Figure, heading: Heading, sums: SumsAnswer) {
        let Row { label, tie, .. } = *self.row;
        self.sheet.cells[cell].warrant = Some(Warrant { figure, label, tie, heading, sums });
    }

    /// Fills a cell with what stands at its place. Gives whether its number was converted from another unit.
    fn fill(&mut self, cell: usize, slot: &Slot, status: Status) -> bool {
        self.sheet.fill(cell, slot, status, self.row.unit)
    }

    fn as_printed(&mut self, first: usize) {
        let row = self.row;
        let has_no_unit = matches!(row.unit, Named::Several | Named::Unknown);
        for (cell, slot) in row.cells().zip(&row.slots[first..first + row.width]) {
            let is_converted = self.fill(cell, slot, Status::Read);
            // A number in a unit that is not known, or in one of several.
            let is_in_none = has_no_unit && slot.number().is_some() && self.sheet.cells[cell].value.is_none();
            if is_in_none || matches!(slot.content, Content::Untold) {
                self.sheet.doubt(cell, Reason::FigureUnclear);
                self.warrant(cell, Figure::Unclear, row.heading, SumsAnswer::Unasked);
                continue;
            }
            let figure = if is_converted { Figure::Converted } else { Figure::One };
            self.warrant(cell, figure, row.heading, self.sums[cell]);
        }
    }

    fn spanning(&mut self) {
        self.sheet.fill_all(self.row.cells(), &self.row.slots[0]);
    }

    /// A row in which nothing is printed: empty cells, where the page shows them; otherwise nothing is there, or what is there is
    /// not known.
    fn empty(&mut self, unplaced: Unplaced) {
        let row = self.row;
        // The contents beside another piece of its label may be its own.
        if row.tie == Tie::Across {
            row.cells().for_each(|cell| self.sheet.doubt(cell, Reason::TornFromLabel));
            return;
        }
        // Empty cells for the columns, if perhaps not for the last of them: a few may be what the label covers.
        let printed = row.slots.iter().filter(|slot| slot.bordered).map(|slot| slot.columns.max(1) as usize);
        let shown = printed.fold(0, usize::saturating_add) > row.width / 2;
        let places = places(&row.slots, row.width);
        for (offset, slot) in places.into_iter().enumerate() {
            match slot.filter(|slot| slot.bordered) {
                // An empty cell says nothing while whole rows of numbers are without a label.
                _ if shown && unplaced == Unplaced::Rows => {
                    self.sheet.doubt(row.first + offset, Reason::NumbersUnplaced);
                }
                Some(slot) if shown || row.slots.len() >= row.width => {
                    self.sheet.fill(row.first + offset, slot, Status::Blank, Named::None);
                }
                // Nor does a row that has fewer cells than columns say so of all of them while numbers have no label: it may go on there.
                None if shown && unplaced == Unplaced::Nothing => {
                    self.sheet.cells[row.first + offset].status = Status::Blank;
                }
                _ if unplaced != Unplaced::Nothing => {
                    self.sheet.doubt(row.first + offset, Reason::NumbersUnplaced);
                }
                _ => {}
            }
        }
    }

    /// Figures run together that zeros part in one way.
    fn parted(&mut self, lengths: &[usize]) {
        let row = self.row;
        let Arrangement::RunTogether(run) = &row.arrangement else { return };
        let slot = row.slots[run.slot];
        let mut at = 0;
        for (offset, length) in lengths.iter().enumerate() {
            let cell = row.first + offset;
            let own = part(&slot, self.sheet.document, at, *length);
            let value = run.figures.get(at..at + length).and_then(|figures| figures.parse().ok());
            if let Some(value) = value {
                self.sheet.derive(cell, value, Status::Read, Some(&own));
            }
            // As many numbers as columns, and nothing left open about where each begins.
            self.warrant(cell, Figure::One, Heading::Order, self.sums[cell]);
            at += length;
        }
        let notice = CellsParted::ByZeros { place: self.place(), figures: run.figures.clone() };
        self.say(Notice::CellsParted(notice), row.cells().collect(), Some(slot.span));
    }

    fn decided(&mut self, cells: &[Decided], readings: &[Vec<Option<i64>>]) {
        let row = self.row;
        let (mut doubt, mut derived, mut at) = (None, Vec::new(), 0);
        for (offset, decided) in cells.iter().enumerate() {
            let cell = row.first + offset;
            let slot = decided.slot.map(|slot| row.slots[slot]);
            match (decided.verdict, decided.value, slot) {
                // What stands there is no number.
                (Verdict::Give(_), None, Some(slot)) => {
                    self.fill(cell, &slot, Status::Read);
                }
                (Verdict::Give(status), Some(value), slot) => {
                    let own = match (decided.figure, &row.arrangement) {
                        (Figure::Parted, Arrangement::RunTogether(_)) => slot.map(|slot| {
                            let length = digits(value);
                            at += length;
                            part(&slot, self.sheet.document, at - length, length)
                        }),
                        _ => slot,
                    };
                    self.sheet.derive(cell, value, status, own.as_ref());
                    if status != Status::Read || decided.figure == Figure::Parted {
                        derived.push(cell);
                    }
                }
                (Verdict::Give(_), None, None) => {
                    self.sheet.doubt(cell, Reason::SeveralReadings);
                    doubt = Some(Reason::SeveralReadings);
                }
                (Verdict::Withhold(reason), ..) => {
                    self.sheet.doubt(cell, reason);
                    doubt = Some(reason);
                }
            }
            self.warrant(cell, decided.figure, decided.heading, decided.sums);
        }
        if let Some(reason) = doubt {
            self.say_doubt(reason, readings);
        } else if !derived.is_empty() {
            self.say_realigned(derived, cells);
        }
    }

    fn withhold(&mut self, reason: Reason, figure: Figure, sums: SumsAnswer) {
        for cell in self.row.cells() {
            self.sheet.doubt(cell, reason);
            self.warrant(cell, figure, self.row.heading, sums);
        }
    }

    /// Columns whose heading is none of the form's: what stands under it is not theirs.
    fn withhold_foreign(&mut self) {
        if self.row.foreign == 0 {
            return;
        }
        let cells: Vec<usize> =
            self.row.cells().filter(|cell| self.row.foreign & 1 << (cell - self.row.first) != 0).collect();
        self.withhold_some(cells, Reason::ForeignHeading, Figure::One, Heading::Foreign);
    }

    /// An empty cell is no claim in a row of which another cell shows several contents, as － 7,501 or — —: one of them may be its own.
    fn withhold_beside_two(&mut self) {
        let holds_several = |cell: &TableCell| {
            cell.value.is_none()
                && cell.raw.as_deref().is_some_and(|words| has_mark(words) && are_contents(words))
        };
        let cells = &self.sheet.cells[self.row.cells()];
        if !cells.iter().any(holds_several) {
            return;
        }
        let empty = (0..cells.len()).filter(|at| cells[*at].status == Status::Blank);
        let empty: Vec<usize> = empty.map(|at| self.row.first + at).collect();
        self.withhold_some(empty, Reason::FigureUnclear, Figure::Unclear, self.row.heading);
    }

    /// An empty cell is no claim where numbers without a label stand directly beside the row: one may have been printed a little higher
    /// than its row.
    fn withhold_beside_rests(&mut self) {
        if !self.row.beside.rest && !self.row.beside.orphan {
            return;
        }
        let cells = self.row.cells();
        let empty: Vec<usize> =
            cells.filter(|cell| self.sheet.cells[*cell].status == Status::Blank).collect();
        self.withhold_some(empty, Reason::NumbersUnplaced, Figure::Unclear, self.row.heading);
    }

    /// Withholds some cells of the row, and says so.
    fn withhold_some(&mut self, cells: Vec<usize>, reason: Reason, figure: Figure, heading: Heading) {
        if cells.is_empty() {
            return;
        }
        for cell in &cells {
            self.sheet.doubt(*cell, reason);
            self.warrant(*cell, figure, heading, SumsAnswer::Unasked);
        }
        let notice = CellsAmbiguous { place: self.place(), reason, contents: None, candidates: Vec::new() };
        self.say(Notice::CellsAmbiguous(notice), cells, self.row.span());
    }

    /// What a notice about the row names.
    fn place(&self) -> Place {
        self.sheet.place(self.row.cells())
    }

    fn contents(&self) -> Contents {
        Contents { printed: self.row.filled(), columns: self.row.width }
    }

    fn say(&mut self, notice: Notice, cells: Vec<usize>, place: Option<Span>) {
        let cells: Vec<_> = cells.into_iter().map(|cell| self.sheet.at(cell)).collect();
        self.sheet.findings.push(Finding::new(notice).at(place).about(cells));
    }

    fn say_realigned(&mut self, derived: Vec<usize>, cells: &[Decided]) {
        let lost = cells.iter().filter(|cell| cell.figure == Figure::Unprinted).count();
        let place = self.place();
        let notice = if cells.iter().any(|cell| cell.figure == Figure::Parted) {
            Notice::CellsParted(CellsParted::BySums { place })
        } else {
            Notice::CellsRealigned(CellsRealigned { place, contents: self.contents(), lost })
        };
        self.say(notice, derived, self.row.span());
    }

    fn say_doubt(&mut self, reason: Reason, readings: &[Vec<Option<i64>>]) {
        let candidate = |reading: &Vec<Option<i64>>| {
            reading.iter().map(|value| Amount(value.map(Decimal::from))).collect()
        };
        let notice = CellsAmbiguous {
            place: self.place(),
            reason,
            contents: Some(self.contents()),
            candidates: readings.iter().take(MOST_READINGS).map(candidate).collect(),
        };
        self.say(Notice::CellsAmbiguous(notice), self.row.cells().collect(), self.row.span());
    }
}

/// The place that stands for each column of a row in which nothing is printed. A merged cell stands for all that it covers; of more
/// places than columns the first are the label's, and of fewer those that are missing.
fn places(slots: &[Slot], width: usize) -> Vec<Option<&Slot>> {
    if slots.len() == width {
        return slots.iter().map(Some).collect();
    }
    let covered = |slot: &Slot| if slot.bordered { slot.columns.max(1) as usize } else { 1 };
    // A cell may say that it covers a thousand columns: no more are of use than the row has.
    let from_last = slots.iter().rev().flat_map(|slot| std::iter::repeat_n(slot, covered(slot).min(width)));
    let mut places: Vec<Option<&Slot>> = from_last.take(width).map(Some).collect();
    places.resize(width, None);
    places.reverse();
    places
}

/// Whether one of the words of a cell is a mark that no number applies.
fn has_mark(words: &str) -> bool {
    words.split_whitespace().any(is_not_applicable)
}

/// Whether the words of a cell are several contents: marks that no number applies, or numbers.
fn are_contents(words: &str) -> bool {
    let is_number = |piece: &str| number(piece).is_some_and(|(rest, _)| rest.is_empty());
    words.split_whitespace().nth(1).is_some()
        && words.split_whitespace().all(|piece| is_not_applicable(piece) || is_number(piece))
}

/// The part of a run of figures that a number is, with a place of its own: so many figures, behind so many others. Each figure is one
/// character, of half width or full.
fn part(slot: &Slot, document: &Document<'_>, before: usize, length: usize) -> Slot {
    let run = document.slice(slot.span);
    let place = |figure: usize| run.char_indices().nth(figure).map_or(run.len(), |(place, _)| place);
    let start = slot.span.start;
    Slot { span: Span::new(start + place(before), start + place(before + length)), ..*slot }
}
