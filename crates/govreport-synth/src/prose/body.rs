//! Public bodies that do not exist.

use std::sync::LazyLock;

use crate::random::Random;

/// A public body that does not exist (虚构机关).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Body {
    /// Its full name.
    pub name: &'static str,
    /// The word it uses for itself: 我县, 我局 …
    pub itself: &'static str,
    /// Its address.
    pub address: &'static str,
}

static BODIES: LazyLock<Vec<Body>> = LazyLock::new(|| {
    include_str!("../../data/bodies.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut fields = line.split('\t').skip(1);
            Some(Body { name: fields.next()?, itself: fields.next()?, address: fields.next()? })
        })
        .collect()
});

impl Body {
    /// All bodies of the data file.
    pub fn all() -> &'static [Self] {
        &BODIES
    }

    /// The body with this name.
    pub fn named(name: &str) -> Option<Self> {
        BODIES.iter().copied().find(|body| body.name == name)
    }

    /// One of them.
    pub(super) fn random(random: &mut Random) -> Self {
        // The data file is compiled in and not empty; the fallback keeps this free of panics all the same.
        random.pick(&BODIES).copied().unwrap_or(Self {
            name: "某县人民政府",
            itself: "我县",
            address: "县城",
        })
    }
}
