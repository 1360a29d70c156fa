//! The command line.

use std::path::PathBuf;

use govreport_synth::DamageKind;

use crate::case::{Case, Group};
use crate::plan::Plan;
use crate::target::{ALL, Target};

/// How to use it.
pub(crate) const USAGE: &str = "\
usage: torture [--reports N] [--small N] [--slips N] [--pairs N] [--undamaged N] [--cells N] [--seed S]
               [--kinds all|earlier|later] [--layouts all|earlier|later] [--layout NAME]
               [--damage KIND[+KIND]] [--show N] [--nulls]
               [--strict] [--most N] [--markdown FILE] [--tsv FILE] [--warrants FILE]
               [--baseline FILE]
       torture --write LAYOUT KIND[+KIND] SEED

  --reports N     reports of each layout with each kind of damage (default 10)
  --small N       reports of each layout with each two and each three small damages (default 0)
  --slips N       reports of each layout with each later kind and an author's slip (default 0)
  --pairs N       reports of each layout with each two kinds, in both orders (default 0)
  --undamaged N   reports of each layout without damage (default as --reports)
  --cells N       as many reports as give at least N cells of single damages and N of small ones
  --seed S        decides everything; the same seed gives the same reports (default 1)
  --kinds WHICH   the kinds of before commit fc4ad8f, those that came later, or all (default)
  --layouts WHICH the same of layouts
  --layout NAME   only this layout; --damage KIND[+KIND] only this damage
  --show N        print the first N wrong or misstated cells of each kind: page, truth and reading
  --nulls         show also cells that the page determines and that were left empty
  --strict        exit with 1 if a cell is wrong or misstated, a law is broken, or a report refused
  --most N        with --strict: so many of them are let through (default 0)
  --markdown FILE write the tables as a page
  --tsv FILE      write the counts of each kind and layout
  --warrants FILE write how many cells had which answers, and how many of their numbers are wrong
  --baseline FILE compare with such counts of another engine: what was exact and is so no more, by kind
  --write …       print a report, as its text";

/// Which kinds of damage, or which layouts: those of before commit fc4ad8f, or those that came later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kinds {
    All,
    Earlier,
    Later,
}

impl Kinds {
    /// Whether this is one of them.
    pub(crate) const fn has(self, later: bool) -> bool {
        match self {
            Self::All => true,
            Self::Earlier => !later,
            Self::Later => later,
        }
    }

    /// The kinds.
    pub(crate) const fn list(self) -> &'static [DamageKind] {
        match self {
            Self::All => DamageKind::ALL,
            Self::Earlier => DamageKind::EARLIER,
            Self::Later => DamageKind::LATER,
        }
    }
}

/// What to do.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) plan: Plan,
    pub(crate) seed: u64,
    pub(crate) kinds: Kinds,
    pub(crate) layouts: Kinds,
    pub(crate) layout: Option<&'static Target>,
    pub(crate) damage: Option<Vec<DamageKind>>,
    pub(crate) show: usize,
    pub(crate) nulls: bool,
    pub(crate) strict: bool,
    pub(crate) most: u64,
    pub(crate) markdown: Option<PathBuf>,
    pub(crate) tsv: Option<PathBuf>,
    pub(crate) warrants: Option<PathBuf>,
    pub(crate) baseline: Option<PathBuf>,
    pub(crate) write: Option<Case>,
}

fn number(text: &str) -> Result<u64, String> {
    text.replace('_', "").parse().map_err(|_| format!("{text} is not a number"))
}

fn layout(name: &str) -> Result<&'static Target, String> {
    let names = || ALL.iter().map(|target| target.name).collect::<Vec<_>>().join(" ");
    ALL.iter()
        .find(|target| target.name == name || format!("{:?}", target.layout) == name)
        .ok_or_else(|| format!("no layout {name}; there are: {}", names()))
}

fn damage(names: &str) -> Result<Vec<DamageKind>, String> {
    if names == "none" {
        return Ok(Vec::new());
    }
    let all = || DamageKind::ALL.iter().map(|kind| kind.key()).collect::<Vec<_>>().join(" ");
    let kind =
        |name| DamageKind::of_key(name).ok_or_else(|| format!("no damage {name}; there are: {}", all()));
    names.split('+').map(kind).collect()
}

fn kinds(name: &str) -> Result<Kinds, String> {
    match name {
        "all" => Ok(Kinds::All),
        "earlier" => Ok(Kinds::Earlier),
        "later" => Ok(Kinds::Later),
        _ => Err(format!("no kinds {name}; there are: all earlier later")),
    }
}

impl Options {
    /// Reads the command line.
    pub(crate) fn parse(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self {
            plan: Plan::default(),
            seed: 1,
            kinds: Kinds::All,
            layouts: Kinds::All,
            layout: None,
            damage: None,
            show: 0,
            nulls: false,
            strict: false,
            most: 0,
            markdown: None,
            tsv: None,
            warrants: None,
            baseline: None,
            write: None,
        };
        let mut cells = None;
        while let Some(word) = words.next() {
            let mut next = || words.next().ok_or_else(|| format!("{word} needs a value"));
            match word.as_str() {
                "--reports" => options.plan.reports = number(&next()?)?,
                "--small" => options.plan.small = number(&next()?)?,
                "--slips" => options.plan.slips = number(&next()?)?,
                "--pairs" => options.plan.pairs = number(&next()?)?,
                "--undamaged" => options.plan.undamaged = Some(number(&next()?)?),
                "--cells" => cells = Some(number(&next()?)?),
                "--seed" => options.seed = number(&next()?)?,
                "--kinds" => options.kinds = kinds(&next()?)?,
                "--layouts" => options.layouts = kinds(&next()?)?,
                "--layout" => options.layout = Some(layout(&next()?)?),
                "--damage" => options.damage = Some(damage(&next()?)?),
                "--show" => options.show = usize::try_from(number(&next()?)?).unwrap_or(usize::MAX),
                "--nulls" => options.nulls = true,
                "--strict" => options.strict = true,
                "--most" => options.most = number(&next()?)?,
                "--markdown" => options.markdown = Some(PathBuf::from(next()?)),
                "--tsv" => options.tsv = Some(PathBuf::from(next()?)),
                "--warrants" => options.warrants = Some(PathBuf::from(next()?)),
                "--baseline" => options.baseline = Some(PathBuf::from(next()?)),
                "--write" => {
                    let group = Group { target: layout(&next()?)?, damage: damage(&next()?)? };
                    options.write = Some(Case { group, seed: number(&next()?)? });
                }
                _ => return Err(format!("unknown option {word}")),
            }
        }
        if let Some(cells) = cells {
            let (single, small) = (options.single_groups().len(), options.small_groups().len());
            options.plan.at_least(cells, single, small);
        }
        Ok(options)
    }

    /// The layouts asked for.
    pub(crate) fn targets(&self) -> impl Iterator<Item = &'static Target> {
        let wanted = |target: &&Target| {
            self.layout.map_or(self.layouts.has(target.later), |only| only.name == target.name)
        };
        ALL.iter().filter(wanted)
    }
}
