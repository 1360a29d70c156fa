//! The definition of a table row: where the edges of its cells are and which cells are one.

use super::changes::changes;
use super::number;
use crate::compound::bytes::{i16_at, u16_at};

/// The edges and merges of the cells of a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RowDefinition {
    /// From left to right, one more than cells; in twentieths of a point.
    pub(super) edges: Vec<i16>,
    pub(super) cells: Vec<CellDefinition>,
}

/// How a cell is one with others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct CellDefinition {
    /// Its content is not shown; the cell to its left covers it.
    pub(super) joins_left: bool,
    pub(super) down: Down,
}

/// How a cell is one with those above and below.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Down {
    #[default]
    Alone,
    /// It is the first of several.
    First,
    /// The cell above covers it.
    Covered,
}

/// Bytes of the description of one cell (`TC80`).
const CELL: usize = 20;

impl RowDefinition {
    /// Applies a list of properties.
    pub(super) fn apply(&mut self, list: &[u8]) {
        for (number, value) in changes(list) {
            match number {
                number::ROW_DEFINITION => {
                    if let Some(definition) = define(value) {
                        *self = definition;
                    }
                }
                number::MERGE => self.merge(value, true),
                number::SPLIT => self.merge(value, false),
                number::MERGE_DOWN => {
                    if let [cell, how, ..] = value
                        && let Some(cell) = self.cells.get_mut(usize::from(*cell))
                    {
                        cell.down = down(*how);
                    }
                }
                _ => {}
            }
        }
    }

    fn merge(&mut self, value: &[u8], merged: bool) {
        let [first, end, ..] = value else { return };
        let range = usize::from(*first)..usize::from(*end).min(self.cells.len());
        for (index, cell) in self.cells.get_mut(range).unwrap_or_default().iter_mut().enumerate() {
            cell.joins_left = merged && index > 0;
        }
    }
}

fn define(value: &[u8]) -> Option<RowDefinition> {
    let count = usize::from(*value.first()?);
    let edges: Vec<_> = (0..=count).map_while(|index| i16_at(value, 1 + index * 2)).collect();
    if edges.len() != count + 1 {
        return None;
    }
    let cells_at = 1 + edges.len() * 2;
    // Cells whose description is left out have none.
    let flags: Vec<_> =
        (0..count).map(|index| u16_at(value, cells_at + index * CELL).unwrap_or_default()).collect();
    let mut cells = Vec::with_capacity(count);
    // Two bits tell the first of a run of merged cells from the others. The specification and other readers disagree
    // which is which; the cell that a run begins with has that of the first.
    let mut first = 0;
    for flags in flags {
        let across = flags & 3;
        let joins_left = across != 0 && first != 0 && across != first;
        if across == 0 {
            first = 0;
        } else if first == 0 {
            first = across;
        }
        cells.push(CellDefinition { joins_left, down: down((flags >> 5).to_le_bytes()[0] & 3) });
    }
    Some(RowDefinition { edges, cells })
}

fn down(bits: u8) -> Down {
    match bits & 3 {
        0 => Down::Alone,
        1 => Down::Covered,
        _ => Down::First,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition of a row with these edges and flags of cells.
    fn defined(edges: &[i16], flags: &[u16]) -> RowDefinition {
        let mut value = vec![u8::try_from(flags.len()).expect("a few cells")];
        value.extend(edges.iter().flat_map(|edge| edge.to_le_bytes()));
        for flags in flags {
            value.extend(flags.to_le_bytes());
            value.extend([0; CELL - 2]);
        }
        define(&value).expect("it is whole")
    }

    #[test]
    fn merges_are_read_whichever_bit_marks_the_first() {
        let joined = |flags: &[u16]| -> Vec<bool> {
            defined(&[0, 1, 2, 3, 4], flags).cells.iter().map(|cell| cell.joins_left).collect()
        };
        assert_eq!(joined(&[0, 1, 2, 2]), [false, false, true, true]);
        assert_eq!(joined(&[2, 1, 2, 1]), [false, true, false, true]);
        assert_eq!(joined(&[3, 1, 0, 0]), [false, true, false, false]);
    }

    #[test]
    fn merges_down_are_read_from_cells_and_changes() {
        let mut row = defined(&[-10, 100, 200], &[0x60, 0x20]);
        assert_eq!(row.cells.iter().map(|cell| cell.down).collect::<Vec<_>>(), [Down::First, Down::Covered]);
        row.apply(&[0x2B, 0xD6, 2, 1, 3, 0x24, 0x56, 0, 2]);
        assert_eq!(row.cells[1], CellDefinition { joins_left: true, down: Down::First });
        row.apply(&[0x25, 0x56, 0, 2, 0x2B, 0xD6, 2, 9, 3]);
        assert!(!row.cells[1].joins_left);
    }

    #[test]
    fn a_definition_cut_off_in_its_edges_is_none() {
        assert_eq!(define(&[3, 0, 0, 1, 0]), None);
        assert_eq!(define(&[]), None);
        // Without descriptions the cells are plain.
        assert_eq!(define(&[1, 0, 0, 1, 0]).map(|row| row.cells), Some(vec![CellDefinition::default()]));
    }
}
