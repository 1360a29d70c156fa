//! What to write.

use std::collections::BTreeMap;

use govreport_core::form::Edition;
use govreport_core::model::{CellRef, TableEdition};

use crate::damage::kind::{Damage, DamageKind};
use crate::entry::Entry;
use crate::figures::{Editions, Figures, Scale};
use crate::layout::{HeadingMarks, Layout};
use crate::numbers::NumberStyle;
use crate::prose::Prose;
use crate::random::Random;
use crate::sheet::{HeaderOrder, Punctuation, Wording};

/// Everything that decides what a report looks like and says (报告规格).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spec {
    /// The layout of the text.
    pub layout: Layout,
    /// The numbers of the tables, and the editions of the form.
    pub figures: Figures,
    /// Cells that do not simply print their number.
    pub entries: BTreeMap<CellRef, Entry>,
    /// How numbers are written.
    pub numbers: NumberStyle,
    /// How headings are marked; nothing leaves it to the layout.
    pub marks: Option<HeadingMarks>,
    /// How labels are written.
    pub wording: Wording,
    /// Names, title and text.
    pub prose: Prose,
    /// What happened to the report on its way, in order, each on what the former left.
    pub damage: Vec<Damage>,
    /// Decides small things that the layout leaves open: where a line breaks, which cells have white space.
    pub seed: u64,
}

impl Spec {
    /// A plain report with random numbers and prose.
    pub fn new(layout: Layout, editions: impl Into<Editions>, scale: Scale, seed: u64) -> Self {
        let figures = Figures::random(editions, scale, seed);
        Self {
            layout,
            entries: BTreeMap::new(),
            numbers: NumberStyle::PLAIN,
            marks: None,
            wording: Wording::PLAIN,
            prose: Prose::random(&figures, seed),
            figures,
            damage: Vec::new(),
            seed,
        }
    }

    /// A report in which everything that the layout allows is random.
    pub fn random(layout: Layout, seed: u64) -> Self {
        let mut random = Random::fork(seed, 3);
        let edition = if random.one_in(4) { Edition::E2019 } else { Edition::E2021 };
        let scale = random.pick(layout.scales()).copied().unwrap_or(Scale::Empty);
        let mut spec = Self::new(layout, edition, scale, seed);
        spec.numbers = random.pick(layout.number_styles()).copied().unwrap_or(NumberStyle::PLAIN);
        spec.wording = Wording {
            header: random.pick(&HeaderOrder::ALL).copied().unwrap_or(HeaderOrder::TotalFirst),
            punctuation: if random.one_in(4) { Punctuation::HalfWidth } else { Punctuation::FullWidth },
            broken_words: random.one_in(3),
            spaced_enumerators: random.one_in(4),
            no_quotes: random.one_in(4),
        };
        spec
    }

    /// A random report with damage of these kinds, one after the other. The seed decides the report and all of its damage, so
    /// that layout, kinds and seed are enough to write it again.
    pub fn damaged(layout: Layout, kinds: &[DamageKind], seed: u64) -> Self {
        let seeds = (1..).map(|place| seed.wrapping_add(place));
        let damage = seeds.zip(kinds).map(|(seed, kind)| Damage::random(*kind, seed)).collect();
        let mut spec = Self { damage, ..Self::random(layout, seed) };
        if kinds.iter().any(|kind| kind.wants_2019())
            && spec.figures.editions().proactive != TableEdition::E2019
        {
            let mut random = Random::fork(seed, 7);
            let scale = random.pick(layout.scales()).copied().unwrap_or(Scale::Empty);
            spec.figures = Figures::random(Edition::E2019, scale, seed);
            spec.prose = Prose::random(&spec.figures, seed);
        }
        spec
    }
}
