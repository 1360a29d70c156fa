//! How wide the columns and how high the rows of a drawn grid are.

use super::grid::{Content, Grid, Placed};
use super::mark::{Judged, shown};
use super::wrap::{width, wrap, wrap_group};

/// Where the grid is narrow, headings over a single column of numbers are broken to this width.
const NARROW_HEAD: usize = 4;
/// A group that reaches over this many rows is written two characters a line, as in print.
const TALL: usize = 12;
/// Other groups are four characters wide.
const GROUP: usize = 8;
/// What a heading over several columns may claim before it is broken.
const WIDEST_HEAD: usize = 30;
/// The column of labels does not become narrower than this.
const NARROWEST_LABELS: usize = 8;
/// A border and a space on either side of the text.
pub(super) const BETWEEN: usize = 3;

/// A grid with its widths and heights chosen, and the text of every slot broken into lines.
pub(super) struct Layout<'g, 'a> {
    pub(super) grid: &'g Grid<'a>,
    pub(super) slots: Vec<Placed<'g, 'a>>,
    /// For each row and column, the slot that covers it.
    pub(super) owner: Vec<Vec<Option<usize>>>,
    /// The lines of each slot.
    pub(super) texts: Vec<Vec<String>>,
    pub(super) widths: Vec<usize>,
    pub(super) heights: Vec<usize>,
}

impl<'g, 'a> Layout<'g, 'a> {
    /// Chooses widths so that the drawing is at most `limit` wide, as far as the numbers allow.
    pub(super) fn new(grid: &'g Grid<'a>, judged: &Judged, limit: usize) -> Self {
        let (slots, owner) = grid.place();
        let widths = widths(grid, &slots, judged, limit);
        let texts: Vec<Vec<String>> = slots
            .iter()
            .map(|placed| {
                let inner = inner_width(&widths, placed);
                let strings = |lines: Vec<&str>| lines.into_iter().map(str::to_owned).collect();
                match placed.slot.content {
                    Content::Head(text) | Content::Label(text) => strings(wrap(text, inner)),
                    Content::Group(text) => strings(wrap_group(text, inner)),
                    Content::Cell(cell) => vec![shown(cell, judged)],
                    Content::Empty => Vec::new(),
                }
            })
            .collect();
        let heights = heights(grid, &slots, &texts);
        Self { grid, slots, owner, texts, widths, heights }
    }

    /// Columns of the terminal that the drawing takes.
    pub(super) fn width(&self) -> usize {
        drawn_width(&self.widths)
    }

    /// Columns of the terminal inside a slot.
    pub(super) fn inner_width(&self, slot: usize) -> usize {
        inner_width(&self.widths, &self.slots[slot])
    }

    /// Lines from the first to the last of a slot, lines between rows included.
    pub(super) fn height(&self, slot: usize) -> usize {
        let placed = &self.slots[slot];
        height(self.grid, &self.heights, placed.row, placed.slot.down)
    }
}

fn drawn_width(widths: &[usize]) -> usize {
    widths.iter().map(|width| width + BETWEEN).sum::<usize>() + 1
}

fn inner_width(widths: &[usize], placed: &Placed<'_, '_>) -> usize {
    let covered = widths.iter().skip(placed.column).take(placed.slot.across);
    (covered.map(|width| width + BETWEEN).sum::<usize>()).saturating_sub(BETWEEN)
}

fn widths(grid: &Grid<'_>, slots: &[Placed<'_, '_>], judged: &Judged, limit: usize) -> Vec<usize> {
    let mut widths = vec![0; grid.columns];
    let wanted = |placed: &Placed<'_, '_>| match placed.slot.content {
        Content::Cell(cell) => width(&shown(cell, judged)),
        Content::Group(_) if placed.slot.down >= TALL => NARROW_HEAD,
        Content::Group(text) => width(text).min(GROUP),
        Content::Head(text) if placed.slot.across > 1 => width(text).min(WIDEST_HEAD),
        Content::Head(text) if grid.narrow => width(text).min(NARROW_HEAD),
        Content::Head(text) | Content::Label(text) => width(text),
        Content::Empty => 0,
    };
    for placed in slots.iter().filter(|placed| placed.slot.across == 1) {
        widths[placed.column] = widths[placed.column].max(wanted(placed));
    }
    for placed in slots.iter().filter(|placed| placed.slot.across > 1) {
        let covered = placed.column..(placed.column + placed.slot.across).min(grid.columns);
        let missing = wanted(placed).saturating_sub(inner_width(&widths, placed));
        if let Some(labels) = grid.label_column.filter(|column| covered.contains(column)) {
            widths[labels] += missing;
        } else if missing > 0 {
            let (each, rest) = (missing / covered.len(), missing % covered.len());
            for (number, width) in widths[covered].iter_mut().enumerate() {
                *width += each + usize::from(number < rest);
            }
        }
    }
    if let Some(labels) = grid.label_column {
        let excess = drawn_width(&widths).saturating_sub(limit);
        widths[labels] = widths[labels].saturating_sub(excess).max(NARROWEST_LABELS.min(widths[labels]));
    }
    widths
}

fn heights(grid: &Grid<'_>, slots: &[Placed<'_, '_>], texts: &[Vec<String>]) -> Vec<usize> {
    let mut heights = vec![1; grid.rows.len()];
    let (single, tall): (Vec<_>, Vec<_>) =
        slots.iter().zip(texts).partition(|(placed, _)| placed.slot.down == 1);
    for (placed, lines) in single {
        heights[placed.row] = heights[placed.row].max(lines.len());
    }
    for (placed, lines) in tall {
        let missing = lines.len().saturating_sub(height(grid, &heights, placed.row, placed.slot.down));
        if let Some(last) = heights.get_mut(placed.row + placed.slot.down - 1) {
            *last += missing;
        }
    }
    heights
}

fn height(grid: &Grid<'_>, heights: &[usize], row: usize, down: usize) -> usize {
    let lines: usize = heights.iter().skip(row).take(down).sum();
    lines + grid.rows.iter().skip(row + 1).take(down.saturating_sub(1)).filter(|row| row.ruled).count()
}
