//! What stands on a page, from top to bottom: lines, tables, pictures.

use super::columns;
use super::grid::grids;
use super::item::{Item, Part, TextLine};
use super::line::{Gaps, Line, lines};
use super::page::{Piece, PositionedPage};
use super::rect::{Direction, Rect};
use super::ruling::segments;
use super::table::tables;
use super::uneven;

/// A picture smaller than this part of the page is an ornament: a logo, a seal, a line.
/// Measured: with 0.025, no cell changes.
const SMALLEST_PICTURE: f64 = 0.02;

/// What stands on a page.
#[derive(Debug)]
pub(super) struct Layout {
    /// From top to bottom.
    pub(super) items: Vec<Item>,
    /// The page, turned upright.
    pub(super) size: Rect,
}

/// Finds out what stands on a page.
pub(super) fn layout(mut page: PositionedPage, number: u32) -> Layout {
    let shown = page.turn_upright();
    let grids = grids(&segments(&page.rulings));
    let pieces = std::mem::take(&mut page.pieces);
    let (tables, rest) = tables(&page, number, &grids, &pieces, shown);
    let mut items: Vec<Item> = tables.into_iter().map(Item::Table).collect();
    for direction in [Direction::Right, Direction::Vertical, Direction::Up, Direction::Down, Direction::Left]
    {
        let pieces: Vec<Piece> = rest.iter().filter(|piece| piece.direction == direction).copied().collect();
        items.extend(lines(&page, pieces, direction).into_iter().map(|line| {
            let line: Line = line.without_struck(direction);
            let parts = line.parts(direction).into_iter().map(|part| Part {
                passage: part.passage(&page, number, Gaps::FLOW, direction, shown),
                area: direction.turned_back(part.upright),
            });
            Item::Line(TextLine {
                parts: parts.collect(),
                area: direction.turned_back(line.upright),
                height: line.height(direction),
                is_level: direction == Direction::Right,
            })
        }));
    }
    let whole = page.size.width() * page.size.height();
    let pictures =
        page.pictures.iter().filter(|area| area.width() * area.height() > SMALLEST_PICTURE * whole);
    items.extend(pictures.map(|area| Item::Picture(*area)));
    // Sorting keeps the order of what begins at one height.
    items.sort_by(|a, b| order(a).total_cmp(&order(b)));
    let items = columns::rows(uneven::tie(items), number);
    Layout { items, size: page.size }
}

/// Where an item stands from top to bottom: lines by their middle, as small and large characters share a line.
fn order(item: &Item) -> f64 {
    match item {
        Item::Line(line) | Item::Aside(line) => line.area.middle().1,
        Item::Table(_) | Item::Picture(_) => item.area().top,
    }
}
