//! One report: its layout, its damage, and the seed that decides everything else.

use std::fmt;

use govreport_synth::{DamageKind, Random, Spec};

use crate::target::Target;

/// A group of reports that are counted together.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    pub(crate) target: &'static Target,
    /// The kinds of damage, in the order in which they strike; none for a report as its author wrote it.
    pub(crate) damage: Vec<DamageKind>,
}

/// A report.
#[derive(Debug, Clone)]
pub(crate) struct Case {
    pub(crate) group: Group,
    pub(crate) seed: u64,
}

impl Group {
    /// The `number`th report of the group under a seed for the whole run.
    pub(crate) fn case(&self, seed: u64, number: u64) -> Case {
        // A seed of its own for each group, so that groups do not share reports; short enough to be typed again.
        let mut own = Random::new(seed.wrapping_mul(1_000_003).wrapping_add(number));
        for c in self.to_string().bytes() {
            own = Random::new(own.bits() ^ u64::from(c));
        }
        Case { group: self.clone(), seed: own.below(10_000_000_000) }
    }

    /// Whether all of the damage can strike a report of the layout.
    pub(crate) fn is_possible(&self) -> bool {
        self.damage.iter().all(|kind| kind.fits(self.target.layout))
    }
}

impl Case {
    /// What to write.
    pub(crate) fn spec(&self) -> Spec {
        Spec::damaged(self.group.target.layout, &self.group.damage, self.seed)
    }
}

/// The kinds of damage by name, joined: `cell-lost+page-break`.
pub(crate) fn names(damage: &[DamageKind]) -> String {
    if damage.is_empty() {
        return "none".to_owned();
    }
    damage.iter().map(|kind| kind.key()).collect::<Vec<_>>().join("+")
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.target.name, names(&self.damage))
    }
}

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.group, self.seed)
    }
}
