//! Whether a table holds data, or was used to lay a page out.

use super::walk::{Step, Walk};
use crate::html::tree::{Kind, NodeId, Tree};

/// Bytes beyond white space from which a line of a cell is long: forty characters. Labels of forms stay below.
const LONG: usize = 120;

/// Whether a table only lays a page out: it holds another table, has no more than one cell, or a cell of it holds a
/// heading over other lines or several long lines.
pub(super) fn is_layout(tree: &Tree<'_>, table: NodeId) -> bool {
    let mut cells = 0_usize;
    let mut cell = Content::default();
    for step in Walk::new(tree, table) {
        match step {
            Step::Enter(_, Kind::Table { holds_table: true }) => return true,
            Step::Enter(_, Kind::Cell { .. }) => {
                cells += 1;
                cell = Content::default();
            }
            Step::Enter(_, Kind::Text(text)) => {
                cell.line += tree.text(text).bytes().filter(|byte| *byte > b' ').count();
            }
            Step::Enter(_, Kind::Heading(_)) => {
                cell.end_line();
                cell.headings += 1;
            }
            Step::Enter(_, Kind::Break | Kind::Block | Kind::Paragraph)
            | Step::Leave(Kind::Block | Kind::Paragraph | Kind::Heading(_)) => cell.end_line(),
            Step::Leave(Kind::Cell { .. }) => {
                cell.end_line();
                if cell.is_structured() {
                    return true;
                }
            }
            _ => {}
        }
    }
    cells <= 1
}

/// What a cell holds.
#[derive(Debug, Default)]
struct Content {
    line: usize,
    lines: usize,
    long: usize,
    headings: usize,
}

impl Content {
    fn end_line(&mut self) {
        self.lines += usize::from(self.line > 0);
        self.long += usize::from(self.line >= LONG);
        self.line = 0;
    }

    fn is_structured(&self) -> bool {
        self.long > 1 || self.headings > 0 && self.lines > self.headings
    }
}
