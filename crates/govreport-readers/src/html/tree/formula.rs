//! Formulas (`MathML`): what stands above, below and beside a line is no part of the numbers on it.

use crate::raised::Raised;

/// An element of a formula whose parts have places of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Formula {
    Fraction,
    /// What follows the first part stands above it.
    Above,
    Below,
    /// The second part stands below, the third above.
    Both,
    /// Only the first part is shown.
    First,
    /// Parts stand beside each other, apart.
    Cells,
}

/// What becomes of a part.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Part {
    /// What stands before it.
    pub(super) before: &'static str,
    pub(super) raised: Option<Raised>,
    pub(super) is_hidden: bool,
}

impl Formula {
    /// What the element with this name, in lower case, makes of its parts.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "mfrac" => Self::Fraction,
            "msup" | "mover" | "mroot" | "mmultiscripts" => Self::Above,
            "msub" | "munder" => Self::Below,
            "msubsup" | "munderover" => Self::Both,
            "semantics" | "maction" => Self::First,
            "mtable" | "mtr" | "mlabeledtr" | "mfenced" | "mstack" | "mlongdiv" => Self::Cells,
            _ => return None,
        })
    }

    /// What becomes of a part by its number, from 0.
    pub(super) fn part(self, number: u32) -> Part {
        let raised = |raised| Part { raised: Some(raised), ..Part::default() };
        let before = |before| Part { before, ..Part::default() };
        match (self, number) {
            (_, 0) => Part::default(),
            (Self::Fraction, _) => before("/"),
            (Self::Below, _) | (Self::Both, 1) => raised(Raised::Below),
            (Self::Above | Self::Both, _) => raised(Raised::Above),
            (Self::First, _) => Part { is_hidden: true, ..Part::default() },
            (Self::Cells, _) => before(" "),
        }
    }
}
