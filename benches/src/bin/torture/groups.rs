//! Which groups of reports are read.

use govreport_synth::DamageKind;

use crate::case::Group;
use crate::options::Options;

impl Options {
    /// Each of these combinations in each layout that can have it.
    fn groups(&self, damages: &[Vec<DamageKind>]) -> Vec<Group> {
        let of_target = |target| damages.iter().map(move |damage| Group { target, damage: damage.clone() });
        self.targets().flat_map(of_target).filter(Group::is_possible).collect()
    }

    /// Groups without damage.
    pub(crate) fn undamaged_groups(&self) -> Vec<Group> {
        if self.damage.is_some() { Vec::new() } else { self.groups(&[Vec::new()]) }
    }

    /// Groups with one kind of damage, or with exactly what was asked for.
    pub(crate) fn single_groups(&self) -> Vec<Group> {
        match &self.damage {
            Some(damage) => self.groups(std::slice::from_ref(damage)),
            None => self.groups(&self.kinds.list().iter().map(|kind| vec![*kind]).collect::<Vec<_>>()),
        }
    }

    /// Groups with two or three small damages: each two, also of one kind, and each three.
    pub(crate) fn small_groups(&self) -> Vec<Group> {
        if self.damage.is_some() {
            return Vec::new();
        }
        let kinds = DamageKind::SMALL;
        let mut damages = Vec::new();
        for (first, one) in kinds.iter().enumerate() {
            for (second, other) in kinds.iter().enumerate().skip(first) {
                damages.push(vec![*one, *other]);
                damages.extend(kinds.iter().skip(second).map(|third| vec![*one, *other, *third]));
            }
        }
        self.groups(&damages)
    }

    /// Groups with a later kind and a slip of the author.
    pub(crate) fn slip_groups(&self) -> Vec<Group> {
        if self.damage.is_some() {
            return Vec::new();
        }
        let slip = DamageKind::WrongTotal;
        let later = DamageKind::LATER.iter().filter(|kind| !DamageKind::SMALL.contains(kind));
        self.groups(&later.map(|kind| vec![slip, *kind]).collect::<Vec<_>>())
    }

    /// Groups with two kinds of damage, in both orders.
    pub(crate) fn pair_groups(&self) -> Vec<Group> {
        let kinds = self.kinds.list();
        let pairs = kinds.iter().flat_map(|first| kinds.iter().map(move |second| vec![*first, *second]));
        let pairs: Vec<Vec<DamageKind>> = pairs.filter(|pair| pair[0] != pair[1]).collect();
        self.groups(&pairs)
    }
}
