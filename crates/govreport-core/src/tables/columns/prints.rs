//! The headings of a table that prints them more than once: behind a page break, or above each of its parts.

use super::names::Names;
use super::order::Order;
use super::proof::Block;
use crate::document::Document;
use crate::form::ColumnKey;
use crate::tables::rows::{Draft, Found, HeadColumn, HeadName, Heading};

/// One print of a heading, and the rows below it.
pub(in crate::tables) struct Print {
    /// What it says of the columns.
    pub(in crate::tables) names: Names,
    /// Its rows begin where it begins: the columns of the grid are those of the heading.
    pub(in crate::tables) aligned: bool,
    /// Every row has the number of its line under an empty heading.
    pub(in crate::tables) indexed: bool,
}

/// What the headings of a table say of its columns, print by print.
pub(in crate::tables) struct Prints {
    /// What the prints that say the form's columns in the form's order say together: what one of them lost another may have.
    shared: Print,
    /// For each block of the table, what its own heading says where that is something else.
    own: Vec<Option<Print>>,
    /// For each block, the one whose heading stands over it: the label of a group begins a block without a heading.
    above: Vec<usize>,
}

impl Prints {
    /// Of a table whose rows all have these columns.
    pub(in crate::tables) fn of(found: &Found, columns: &[ColumnKey], document: &Document<'_>) -> Self {
        let blocks = &found.drafts.blocks;
        if let [] | [_] = blocks.as_slice() {
            let names = blocks.first().map_or_else(Names::none, |only| Names::of(only, columns, document));
            return Self { shared: Print::of(names, found, |_| true), own: Vec::new(), above: Vec::new() };
        }
        let said: Vec<Option<Order>> = blocks.iter().map(|block| of_form(block, columns, document)).collect();
        // In a grid a print that has 总计 elsewhere speaks for its own rows, and one that has it at its place for the others.
        let moves = |order: &Option<Order>| matches!(order, Some(Order::TotalMoved(_)));
        let has_whole = said
            .iter()
            .zip(blocks)
            .any(|(order, block)| *order == Some(Order::Form) && !block.columns.is_empty());
        let is_apart = |order: &Option<Order>, block: &Heading| {
            has_whole && moves(order) && block.columns.iter().any(|head| head.grid.is_some())
        };
        let says: Vec<bool> = said
            .iter()
            .zip(blocks)
            .map(|(order, block)| order.is_some() && !is_apart(order, block))
            .collect();
        let mut together = Heading::default();
        let mut last: &[HeadColumn] = &[];
        for (block, _) in blocks.iter().zip(&says).filter(|(_, says)| **says) {
            if !block.columns.is_empty() && !is_again(last, &block.columns) {
                together.columns.extend(&block.columns);
                last = &block.columns;
            }
            together.empty.extend(&block.empty);
            together.holds_numbers |= block.holds_numbers;
            together.end = together.end.max(block.end);
            together.organizations = together.organizations.or(block.organizations);
        }
        let mut last_heading = None;
        let stands_over = |(at, block): (usize, &Heading)| {
            last_heading = if block.columns.is_empty() { last_heading } else { Some(at) };
            last_heading.unwrap_or(at)
        };
        let above: Vec<usize> = blocks.iter().enumerate().map(stands_over).collect();
        let own = |(at, block): (usize, &Heading)| {
            let names = (!says[at]).then(|| Names::of(block, columns, document));
            // What does not stand under its headings follows no sums of other prints.
            let names = names.map(|names| if moves(&said[at]) { names.without_order() } else { names });
            names.map(|names| Print::of(names, found, |draft| above.get(draft.block) == Some(&at)))
        };
        let shares = |draft: &Draft| above.get(draft.block).is_some_and(|at| says[*at]);
        // Where one of several prints has 总计 elsewhere, the rows tell whether their numbers follow it.
        let elsewhere = said.iter().zip(&says).find(|(order, says)| **says && moves(order));
        let names = Names::of(&together, columns, document);
        let names = match elsewhere {
            Some((Some(order), _)) if *names.order() == Order::Form => names.in_order(order.clone()),
            _ => names,
        };
        Self {
            shared: Print::of(names, found, shares),
            own: blocks.iter().enumerate().map(own).collect(),
            above,
        }
    }

    /// What the heading of a block says.
    pub(in crate::tables) fn of_block(&self, block: usize) -> &Print {
        let own = self.above.get(block).and_then(|above| self.own.get(*above));
        own.and_then(Option::as_ref).unwrap_or(&self.shared)
    }

    /// The order in which the headings that say the form's columns name them.
    pub(in crate::tables) fn order(&self) -> &Order {
        self.shared.names.order()
    }
}

impl Print {
    fn of(names: Names, found: &Found, is_below: impl Fn(&Draft) -> bool) -> Self {
        let below = found.drafts.rows.iter().filter(|draft| is_below(draft));
        let indexed = Block::is_indexed(&names, below.clone(), found);
        let aligned = Block::is_aligned(&names, below, found);
        let names = if aligned { names } else { names.without_places() };
        Self { names, aligned, indexed }
    }
}

/// Whether a print of the heading names what the one before it names, on lines of its own: a table whose rows are tables of
/// their own prints it two dozen times.
fn is_again(last: &[HeadColumn], print: &[HeadColumn]) -> bool {
    let is_same = |(last, print): (&HeadColumn, &HeadColumn)| {
        last.column().is_some() && last.column() == print.column() && last.grid == print.grid
    };
    let (ends, begins) = (last.iter().map(|head| head.line).max(), print.iter().map(|head| head.line).min());
    last.len() == print.len() && last.iter().zip(print).all(is_same) && ends < begins
}

/// In which order a print of the heading names columns of the form and no others, if that is the form's but perhaps for 总计. Words that may
/// be damaged say nothing against it.
fn of_form(heading: &Heading, columns: &[ColumnKey], document: &Document<'_>) -> Option<Order> {
    let says = |head: &HeadColumn| matches!(head.name, HeadName::Column(_)) || head.is_foreign();
    let order = |heading: &Heading| {
        let names = Names::of(heading, columns, document);
        Some(names.order().clone()).filter(|order| matches!(order, Order::Form | Order::TotalMoved(_)))
    };
    // A label of a group begins a block without a heading of columns.
    if heading.columns.iter().all(says) {
        return if heading.columns.is_empty() { Some(Order::Form) } else { order(heading) };
    }
    let said = heading.columns.iter().copied().filter(says).collect();
    order(&Heading { columns: said, ..heading.clone() })
}
