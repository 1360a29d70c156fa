//! What each kind of damage does: the list of kinds names it.

use super::kind::{DamageKind, every_kind};
use super::{
    amounts, asides, below, cells, characters, column_order, column_pairs, columns, contents, controls,
    corners, crowded, cuts, digits, drawn, foreign, group_words, headers, index, labels, marks, merged,
    noise, other_words, own_figure, pages, remarks, rows_alone, sections, shares, stacks, strays, tall_cells,
    units, unseen, workbooks, year_unknown,
};
use crate::draft::Draft;
use crate::random::Random;

macro_rules! strikes {
    (
        earlier { $($(#[$doc:meta])* $name:ident = $key:literal: $strike:path;)+ }
        later { $($(#[$later_doc:meta])* $later:ident = $later_key:literal: $later_strike:path;)+ }
    ) => {
        impl DamageKind {
            /// Does damage of this kind, and says what was done; nothing where there was nothing to do.
            pub(super) fn strike(self, draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
                match self {
                    $(Self::$name => $strike(draft, random),)+
                    $(Self::$later => $later_strike(draft, random),)+
                }
            }
        }
    };
}

every_kind!(strikes);
