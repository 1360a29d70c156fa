//! Figures that run together, and the ways to part them into numbers.

use crate::tables::tokens::{Content, Slot};

/// A number with a figure for each of so many columns is no number.
/// Measured: with 30, 105 cells of the written reports are lost (`header-swallowed`, `label-characters`).
const LEAST_COLUMNS: usize = 15;
/// Longest run of figures that is parted into numbers.
/// Measured: with 12, 465 cells of the written reports are lost (`none`, `cell-lost`).
const LONGEST_RUN: usize = 24;
/// A number of no more figures is a whole one.
/// Measured: with 9, no cell changes.
const MOST_FIGURES: usize = 18;
/// The most ways to part a run that are looked at.
/// Measured: with 2,500, no cell changes.
const MOST: usize = 5_000;

/// A run of figures, cells of one row with nothing between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tables) struct Run {
    /// The slot it stands in.
    pub(in crate::tables) slot: usize,
    /// The figures.
    pub(in crate::tables) figures: String,
}

/// The figures of a row whose cells were run together: a single run of figures that is glued to its label, begins with 0, or has
/// a figure for each of very many columns.
pub(in crate::tables) fn run_together(slots: &[Slot], width: usize) -> Option<Run> {
    let mut filled = slots.iter().enumerate().filter(|(_, slot)| !slot.is_blank());
    let (at, slot) = filled.next().filter(|_| filled.next().is_none())?;
    let Content::Number { printed, glued } = slot.content else { return None };
    let figures = usize::from(printed.figures);
    let one_each = width >= LEAST_COLUMNS && figures == width;
    if width < 2 || !(glued || printed.run_together || one_each) || !(2..=LONGEST_RUN).contains(&figures) {
        return None;
    }
    // Leading zeros are figures of cells of their own; a number keeps none of them.
    Some(Run { slot: at, figures: format!("{:0>figures$}", printed.value.to_string()) })
}

impl Run {
    /// The lengths of the numbers, where zeros leave one way to part the run into at most `width` of them, and that way has one
    /// for every column: 000 for three columns, 0011 for three. An empty cell would leave other ways.
    pub(in crate::tables) fn only_parting(&self, width: usize) -> Option<Vec<usize>> {
        let zeros = self.figures.len() - self.figures.trim_start_matches('0').len();
        let rest = self.figures.len() - zeros;
        if rest <= MOST_FIGURES {
            // The zeros in front are a number each, and what is behind them one number or, if it has two figures, several.
            let lengths = || std::iter::repeat_n(1, zeros).chain(Some(rest).filter(|rest| *rest > 0));
            return (lengths().count() == width).then(|| lengths().collect());
        }
        let mut only = None;
        for numbers in 1..=width {
            let mut parting = Parting {
                width: numbers,
                group: 0,
                slips: 0,
                numbers: Vec::new(),
                found: Vec::new(),
                most: 2,
            };
            parting.part(&self.figures);
            for found in parting.found {
                if only.replace(found).is_some() {
                    return None;
                }
            }
        }
        only.filter(|numbers| numbers.len() == width).map(|numbers| numbers.into_iter().map(digits).collect())
    }

    /// The ways to part it into `width` numbers without leading zeros; nothing where there are far too many. Where the row consists
    /// of groups of `group` columns of which the last is the total of the others, only those that add up but for `slips` groups.
    pub(in crate::tables) fn partings(&self, width: usize, group: usize, slips: usize) -> Vec<Vec<i64>> {
        let numbers = Vec::with_capacity(width);
        let mut parting = Parting { width, group, slips, numbers, found: Vec::new(), most: MOST };
        if parting.part(&self.figures) { parting.found } else { Vec::new() }
    }
}

/// A run of figures while it is being parted.
struct Parting {
    width: usize,
    group: usize,
    /// How many groups more need not add up.
    slips: usize,
    /// The numbers parted off so far.
    numbers: Vec<i64>,
    found: Vec<Vec<i64>>,
    most: usize,
}

impl Parting {
    /// Parts the figures that are left. Gives `false` where there are far too many ways.
    fn part(&mut self, figures: &str) -> bool {
        let columns = self.width - self.numbers.len();
        if columns == 0 {
            if figures.is_empty() {
                self.found.push(self.numbers.clone());
            }
            return self.found.len() < self.most;
        }
        if figures.len() < columns {
            return true;
        }
        let total = self.total();
        let longest = if figures.starts_with('0') { 1 } else { figures.len() - (columns - 1) };
        for length in 1..=longest {
            let Ok(number) = figures[..length].parse::<i64>() else {
                break;
            };
            // The total of the numbers before it.
            let is_slip = matches!(total, Some((total, 0)) if number != total);
            match total {
                _ if is_slip && self.slips == 0 => continue,
                // With this number there would be too few figures left for the total.
                Some((total, before)) if before > 0 && self.slips == 0 => {
                    let others = columns - 1 - before;
                    let least = digits(total.saturating_add(number)) + (before - 1) + others;
                    if length + least > figures.len() {
                        break;
                    }
                }
                _ => {}
            }
            self.numbers.push(number);
            self.slips -= usize::from(is_slip);
            let goes_on = self.part(&figures[length..]);
            self.slips += usize::from(is_slip);
            self.numbers.pop();
            if !goes_on {
                return false;
            }
        }
        true
    }

    /// The sum of the group so far, and how many columns stand before its total. `None` where there are no totals.
    fn total(&self) -> Option<(i64, usize)> {
        if self.group == 0 {
            return None;
        }
        let begun = self.numbers.len() % self.group;
        let sum =
            self.numbers[self.numbers.len() - begun..].iter().fold(0, |sum: i64, n| sum.saturating_add(*n));
        Some((sum, self.group - 1 - begun))
    }
}

/// How many figures a number has.
pub(in crate::tables) fn digits(number: i64) -> usize {
    number.checked_ilog10().map_or(1, |log| log as usize + 1)
}
