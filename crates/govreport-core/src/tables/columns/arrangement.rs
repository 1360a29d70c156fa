//! How the contents of a row fill its columns.

use super::arranged::Arrangement;
use super::names::Names;
use super::order::Order;
use super::parting::run_together;
use super::row::{Padding, Row};
use crate::model::Heading;
use crate::tables::tokens::{Content, Slot};
use crate::text::measure::Measure;

/// Rows with more contents than columns by more than this are no rows of the form.
/// Measured: with 2, no cell changes.
pub(in crate::tables) const MOST_SURPLUS: usize = 3;

/// What is known of the source of a row beside the row itself.
#[derive(Debug, Clone, Copy)]
pub(in crate::tables) struct Source {
    /// All rows of the block begin where its headings begin: the columns of the grid are those of the headings.
    pub(in crate::tables) aligned: bool,
    /// Every row has the number of its line under an empty heading.
    pub(in crate::tables) indexed: bool,
    /// Where it puts empty cells that the page has not.
    pub(in crate::tables) padding: Padding,
}

impl Row<'_> {
    /// Finds out how its contents fill its columns. Asked once, when the row is made.
    pub(in crate::tables) fn arrange(&mut self, names: &Names, source: Source) {
        self.padding = source.padding;
        self.lacks_cells = self.is_in_grid() && names.go_on_behind(&self.slots);
        let (arrangement, heading) = self.arranged(names, source);
        self.arrangement = arrangement;
        self.heading = heading;
    }

    fn arranged(&mut self, names: &Names, source: Source) -> (Arrangement, Heading) {
        if self.stands_as_in_form(names, source) {
            return (Arrangement::Placed { first: 0 }, Heading::Own);
        }
        self.part_merged(names);
        self.set_shares_aside();
        // In front of the others it may be of a column beside: then a number was lost.
        if self.group > 0 && self.is_flowing() && self.slots.first().is_some_and(is_share) {
            return (Arrangement::Unclear, Heading::Count);
        }
        let filled = self.filled();
        if filled == 0 {
            return (Arrangement::Empty, Heading::Order);
        }
        // Of a heading of two levels every column must have its own, or the first of them is not known.
        let is_told = self.group == 0 || names.is_whole();
        // 021 beside empty cells is no number: no place tells which cells its figures are of.
        let is_run = self.width > 1 && self.slots.iter().any(begins_with_zero);
        if source.aligned && is_told && !is_run {
            if names.are_over(&self.slots) {
                return self.placed_under(false, source);
            }
            if source.indexed {
                self.slots.to_mut().retain(|slot| !names.is_unheaded(slot.column));
            }
            if let Some(under) = names.under(&self.slots) {
                return self.place_under(under, names, source);
            }
        }
        // Empty cells before the heading of the first column are the label's.
        if let Some(first) = names.first().filter(|_| source.aligned && self.is_in_grid()) {
            let is_of_label =
                |slot: &Slot| slot.is_blank() && slot.column < first && !names.is_foreign(slot.column);
            if self.slots.iter().any(is_of_label) {
                self.slots.to_mut().retain(|slot| !is_of_label(slot));
            }
        }
        // Something stands beside the headings and something is missing under them: the row may have moved.
        let beside = source.aligned && names.is_whole() && filled >= self.width && self.is_in_grid();
        if beside && self.group > 0 && contiguous(&self.slots).is_none() {
            return (Arrangement::Unclear, Heading::Count);
        }
        if *names.order() == Order::Foreign {
            return (Arrangement::Unclear, Heading::Foreign);
        }
        if !self.covers_some() && is_spanning(&self.slots, self.width) {
            return (Arrangement::Spanning, Heading::Order);
        }
        if let Some(run) = run_together(&self.slots, self.width) {
            if matches!(names.order(), Order::Other(..) | Order::Unordered) {
                return (Arrangement::Unclear, Heading::Foreign);
            }
            return (Arrangement::RunTogether(run), Heading::Count);
        }
        if filled > 1 && self.slots.iter().any(|slot| runs_on(slot, &self.slots)) {
            return (Arrangement::Unclear, Heading::Count);
        }
        let first = contiguous(&self.slots).filter(|_| !shares_cells(&self.slots));
        match names.order() {
            // As many contents as headings, those of other columns among them.
            Order::Other(places, headings) => match first.filter(|_| filled == *headings) {
                Some(first) => self.place_in_order(places, first),
                None => (Arrangement::Unclear, Heading::Foreign),
            },
            Order::Unordered => (Arrangement::Unclear, Heading::Unordered),
            _ if filled > self.width + MOST_SURPLUS => (Arrangement::Unclear, Heading::Count),
            // Cells of a line each, the empty ones among them.
            _ if self.slots.len() == self.width && self.is_flowing() && filled < self.width => {
                self.placed_in_lines()
            }
            // A row of marks and empty cells, as many as columns: no number of it can have moved.
            _ if self.slots.len() == self.width && self.is_in_grid() && !self.holds_figures() => {
                (Arrangement::Placed { first: 0 }, Heading::Order)
            }
            _ if filled != self.width || shares_cells(&self.slots) => (Arrangement::Open, Heading::Count),
            // 2021年 or 40 % behind the last number may be of the page, or of a column beside: then a number was lost.
            _ if self.width > 1 && self.is_flowing() && self.ends_with_words() => {
                (Arrangement::Unclear, Heading::Count)
            }
            // An empty line of its own before or among as many contents as columns is a place too: one of them is none of the row's.
            _ if self.group > 0 && self.is_flowing() && first != Some(0) => {
                (Arrangement::Unclear, Heading::Count)
            }
            _ => {
                // As many contents as columns, on a grid that has more: the empty cells between are no columns of the form.
                if first.is_none() {
                    self.slots.to_mut().retain(|slot| !slot.is_blank());
                }
                // Where rows begin under their headings, those that are known must be theirs.
                if source.aligned
                    && self.group > 0
                    && names.are_elsewhere(&self.slots[first.unwrap_or_default()..])
                {
                    return (Arrangement::Unclear, Heading::Foreign);
                }
                (Arrangement::Placed { first: first.unwrap_or_default() }, Heading::Order)
            }
        }
    }

    /// Whether it has a cell of its own under the heading of each column, and a whole number that may be one in each, as nearly all rows of
    /// a grid have. Then no cell is merged, no content is a share, runs on or is missing at an end, and nothing else need be asked: it is
    /// placed under its own headings.
    fn stands_as_in_form(&self, names: &Names, source: Source) -> bool {
        let is_plain = |slot: &Slot| {
            slot.columns <= 1
                && slot.number().is_some_and(|printed| printed.figures > 0 && !printed.run_together)
        };
        source.aligned
            && !self.slots.is_empty()
            && self.slots.len() == self.width
            && self.slots.iter().all(is_plain)
            && (self.group == 0 || names.is_whole())
            && names.are_over(&self.slots)
            && !shares_cells(&self.slots)
    }

    /// Puts a place for each column that a number covers whose cell is merged with others: it is none's number. Where the headings
    /// stand in the grid they tell how many columns that are; else a cell that covers more than the others of its row.
    fn part_merged(&mut self, names: &Names) {
        if self.slots.iter().all(|slot| slot.columns <= 1) {
            return;
        }
        let least = self.slots.iter().filter(|slot| slot.number().is_some()).map(|slot| slot.columns).min();
        let covers = |slot: &Slot| match names.headed(slot.column..slot.column.saturating_add(slot.columns)) {
            Some(headed) => headed,
            None => usize::try_from(slot.columns / least.unwrap_or(1).max(1)).unwrap_or(1),
        };
        let is_merged =
            |slot: &Slot| slot.bordered && slot.columns > 1 && slot.number().is_some() && covers(slot) > 1;
        if !self.slots.iter().any(is_merged) {
            return;
        }
        // A cell may say that it covers a thousand columns: no more are of use than the row has.
        let most = u32::try_from(self.width).unwrap_or(u32::MAX);
        let parted = self.slots.iter().flat_map(|slot| {
            let columns = if is_merged(slot) { slot.columns.min(most) } else { 1 };
            let content = if is_merged(slot) { Content::Untold } else { slot.content };
            (0..columns).map(move |at| Slot { content, column: slot.column.saturating_add(at), ..*slot })
        });
        self.slots = parted.collect::<Vec<_>>().into();
    }

    /// A percentage is no number of persons or cases: without borders, where nothing shows its column, it is none of the row's contents. In
    /// a row that has no others than its columns can hold it stands in the place of one.
    fn set_shares_aside(&mut self) {
        let shares = || self.slots.iter().filter(|slot| is_share(slot)).count();
        if self.group > 0 && self.is_flowing() && shares() > 0 && self.filled() >= self.width + shares() {
            self.slots.to_mut().retain(|slot| !is_share(slot));
        }
    }

    /// Whether its last content is no number of anything that it counts, and no mark.
    fn ends_with_words(&self) -> bool {
        let last = self.slots.iter().rfind(|slot| !slot.is_blank());
        last.is_some_and(|slot| matches!(slot.content, Content::Words) || is_share(slot))
    }

    /// Whether its first cell is merged and ends before the last heading: it stands for some columns and not for all.
    fn covers_some(&self) -> bool {
        self.lacks_cells && self.slots.first().is_some_and(|slot| slot.columns > 1)
    }

    /// Whether it holds a number other than 0.
    fn holds_numbers(&self) -> bool {
        self.slots.iter().any(|slot| slot.number().is_some() && slot.count() != Some(0))
    }

    /// Whether it holds a number with a point before its last column, which alone may have one: an amount stands under the heading of a count.
    fn has_misplaced(&self) -> bool {
        let counts = self.slots.split_last().map(|(_, counts)| counts).unwrap_or_default();
        counts.iter().any(|slot| slot.number().is_some_and(|number| number.value.scale() > 0))
    }

    /// Whether it holds a number at all: of dashes and empty cells none can be taken for the number of another column.
    fn holds_figures(&self) -> bool {
        self.slots.iter().any(|slot| slot.number().is_some())
    }

    /// Whether every place of it shows its borders.
    fn is_in_grid(&self) -> bool {
        self.slots.iter().all(|slot| slot.bordered)
    }

    /// The contents stand under their headings.
    fn place_under(
        &mut self,
        under: Vec<Option<Slot>>,
        names: &Names,
        source: Source,
    ) -> (Arrangement, Heading) {
        // A row of more cells than headings: one of the empty ones may be the label's.
        let has_more = self.slots.iter().any(|slot| !names.has_cell(slot.column));
        let nothing = self.slots.first().map(|slot| Slot { bordered: false, ..slot.emptied() });
        let missing = |(at, slot): (usize, &Option<Slot>)| u32::from(slot.is_none()) << at;
        self.foreign = under.iter().enumerate().map(missing).sum();
        let slots: Option<Vec<Slot>> = under.into_iter().map(|slot| slot.or(nothing)).collect();
        let Some(slots) = slots else { return (Arrangement::Unclear, Heading::Foreign) };
        self.slots = slots.into();
        self.placed_under(has_more, source)
    }

    /// The places are those under the headings; there may be more of them than headings.
    fn placed_under(&self, has_more: bool, source: Source) -> (Arrangement, Heading) {
        if self.filled() == 0 {
            return (Arrangement::Empty, Heading::Own);
        }
        // Sums may tell that a run of numbers with an empty cell at an end has moved; without them only the source does.
        let by_source =
            (source.padding.is_any() || self.lacks_cells) && (self.group > 0 || self.holds_figures());
        let is_padded = (source.padding.is_any() || self.lacks_cells)
            && self.group > 0
            && self.slots.last().is_some_and(Slot::is_blank);
        let may_have_moved = is_padded
            || self.ends_empty()
                && (by_source || has_more || self.group > 0 && self.holds_numbers() || self.has_misplaced());
        let heading = if may_have_moved { Heading::Edge } else { Heading::Own };
        if heading == Heading::Edge && self.foreign != 0 {
            return (Arrangement::Unclear, heading);
        }
        if heading == Heading::Edge || shares_cells(&self.slots) {
            return (Arrangement::Open, heading);
        }
        (Arrangement::Placed { first: 0 }, heading)
    }

    /// The places are lines, one for each column, and some of them are empty.
    fn placed_in_lines(&self) -> (Arrangement, Heading) {
        let has_tail = (0..self.slots.len()).any(|slot| self.is_tail(slot));
        if has_tail || self.ends_empty() && self.group > 0 && self.holds_numbers() {
            return (Arrangement::Open, Heading::Edge);
        }
        (Arrangement::Placed { first: 0 }, Heading::Order)
    }

    /// The contents stand in the order of the headings.
    fn place_in_order(&mut self, places: &[Option<usize>], first: usize) -> (Arrangement, Heading) {
        let missing = |(at, place): (usize, &Option<usize>)| u32::from(place.is_none()) << at;
        self.foreign = places.iter().enumerate().map(missing).sum();
        let nothing = Slot { bordered: false, ..self.slots[first].emptied() };
        let slots = places
            .iter()
            .map(|place| place.map_or(nothing, |place| self.slots[first + place]))
            .collect::<Vec<_>>();
        self.slots = slots.into();
        (Arrangement::Placed { first: 0 }, Heading::Order)
    }

    /// Whether it is one run of contents, shorter than the row, with empty cells at an end: a label that spans several columns
    /// leaves such cells behind when its row loses one, and so does a row that was filled up at its end.
    pub(in crate::tables) fn ends_empty(&self) -> bool {
        // The place of a column that is none of the form's is no end: what stands there is set aside.
        let is_filled = |at: usize| !self.slots[at].is_blank() || self.foreign & 1 << at != 0;
        let places = 0..self.slots.len();
        let (first, last) =
            (places.clone().find(|at| is_filled(*at)), places.rev().find(|at| is_filled(*at)));
        let (Some(first), Some(last)) = (first, last) else { return false };
        last + 1 - first < self.width && (first..=last).all(is_filled)
    }
}

fn is_share(slot: &Slot) -> bool {
    slot.number().is_some_and(|printed| printed.measure == Some(Measure::Share))
}

/// The slot where the contents begin, if they follow each other without a gap.
fn contiguous(slots: &[Slot]) -> Option<usize> {
    let first = slots.iter().position(|slot| !slot.is_blank())?;
    let last = slots.iter().rposition(|slot| !slot.is_blank())?;
    slots[first..=last].iter().all(|slot| !slot.is_blank()).then_some(first)
}

/// Whether one content that is no number stands for all columns. Of two columns one cell may have been lost, unless the one that is left
/// covers both.
fn is_spanning(slots: &[Slot], width: usize) -> bool {
    let [only] = slots else { return false };
    (width > 2 || width == 2 && only.columns > 1)
        && (matches!(only.content, Content::NotApplicable)
            || only.bordered && matches!(only.content, Content::Words))
}

/// Whether several contents stand in one cell with borders.
pub(in crate::tables) fn shares_cells(slots: &[Slot]) -> bool {
    slots.windows(2).any(|pair| same_cell(&pair[0], &pair[1]))
}

/// Whether two contents stand in one cell with borders.
pub(in crate::tables) fn same_cell(a: &Slot, b: &Slot) -> bool {
    a.bordered && b.bordered && a.column == b.column && a.block == b.block
}

/// Whether figures begin with a zero, as no number does.
fn begins_with_zero(slot: &Slot) -> bool {
    slot.number().is_some_and(|printed| printed.figures > 1 && printed.run_together)
}

/// Whether figures of a slot can be several cells run together, beside other contents: 00 is no number, and figures that touch the
/// label may be several where the other contents stand on another line.
fn runs_on(slot: &Slot, slots: &[Slot]) -> bool {
    match slot.content {
        Content::Number { glued, .. } => {
            begins_with_zero(slot)
                || glued && slots.iter().any(|other| !other.is_blank() && other.block != slot.block)
        }
        _ => false,
    }
}
