//! What each kind of damage does: the list of kinds names it.

use super::kind::{DamageKind, every_kind};
use super::{cells, characters, contents, cuts, headers, labels, merged, noise, sections};
use crate::draft::Draft;
use crate::random::Random;

macro_rules! strikes {
    ($($(#[$doc:meta])* $name:ident = $key:literal: $strike:path;)+) => {
        impl DamageKind {
            /// Does damage of this kind, and says what was done; nothing where there was nothing to do.
            pub(super) fn strike(self, draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
                match self { $(Self::$name => $strike(draft, random),)+ }
            }
        }
    };
}

every_kind!(strikes);
