//! The command line.

use std::path::PathBuf;

use govreport_synth::DamageKind;

use crate::case::{Case, Group};
use crate::target::{ALL, Target};

/// How to use it.
pub(crate) const USAGE: &str = "\
usage: torture [--reports N] [--pairs N] [--undamaged N] [--seed S] [--layout NAME] [--damage KIND[+KIND]]
               [--show K] [--nulls] [--strict] [--markdown FILE]
       torture --write LAYOUT KIND[+KIND] SEED

  --reports N     reports of each layout with each kind of damage (default 10)
  --pairs N       reports of each layout with each pair of kinds (default 0)
  --undamaged N   reports of each layout without damage (default as --reports)
  --seed S        decides everything; the same seed gives the same reports (default 1)
  --layout NAME   only this layout; --damage KIND[+KIND] only this damage
  --show K        print so many of the reports that were not read as they should have been
  --nulls         show also cells that the page determines and that were left empty
  --strict        exit with 1 if a cell is wrong in a report with no or one damage
  --markdown FILE write the tables as a page
  --write …       print a report, as its text";

/// What to do.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) reports: u64,
    pub(crate) undamaged: Option<u64>,
    pub(crate) pairs: u64,
    pub(crate) seed: u64,
    pub(crate) layout: Option<&'static Target>,
    pub(crate) damage: Option<Vec<DamageKind>>,
    pub(crate) show: usize,
    pub(crate) nulls: bool,
    pub(crate) strict: bool,
    pub(crate) markdown: Option<PathBuf>,
    pub(crate) write: Option<Case>,
}

fn number(text: &str) -> Result<u64, String> {
    text.parse().map_err(|_| format!("{text} is not a number"))
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

impl Options {
    /// Reads the command line.
    pub(crate) fn parse(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self {
            reports: 10,
            undamaged: None,
            pairs: 0,
            seed: 1,
            layout: None,
            damage: None,
            show: 0,
            nulls: false,
            strict: false,
            markdown: None,
            write: None,
        };
        while let Some(word) = words.next() {
            let mut next = || words.next().ok_or_else(|| format!("{word} needs a value"));
            match word.as_str() {
                "--reports" => options.reports = number(&next()?)?,
                "--undamaged" => options.undamaged = Some(number(&next()?)?),
                "--pairs" => options.pairs = number(&next()?)?,
                "--seed" => options.seed = number(&next()?)?,
                "--layout" => options.layout = Some(layout(&next()?)?),
                "--damage" => options.damage = Some(damage(&next()?)?),
                "--show" => options.show = usize::try_from(number(&next()?)?).unwrap_or(usize::MAX),
                "--nulls" => options.nulls = true,
                "--strict" => options.strict = true,
                "--markdown" => options.markdown = Some(PathBuf::from(next()?)),
                "--write" => {
                    let group = Group { target: layout(&next()?)?, damage: damage(&next()?)? };
                    options.write = Some(Case { group, seed: number(&next()?)? });
                }
                _ => return Err(format!("unknown option {word}")),
            }
        }
        Ok(options)
    }

    /// The layouts asked for.
    fn targets(&self) -> impl Iterator<Item = &'static Target> {
        ALL.iter().filter(|target| self.layout.is_none_or(|only| only.name == target.name))
    }

    /// Groups without damage.
    pub(crate) fn undamaged_groups(&self) -> Vec<Group> {
        self.targets().map(|target| Group { target, damage: Vec::new() }).collect()
    }

    /// Groups with one kind of damage, or with exactly what was asked for.
    pub(crate) fn single_groups(&self) -> Vec<Group> {
        let damages: Vec<Vec<DamageKind>> = match &self.damage {
            Some(damage) => vec![damage.clone()],
            None => DamageKind::ALL.iter().map(|kind| vec![*kind]).collect(),
        };
        let of_target = |target| damages.iter().map(move |damage| Group { target, damage: damage.clone() });
        self.targets().flat_map(of_target).collect()
    }

    /// Groups with two kinds of damage, in both orders.
    pub(crate) fn pair_groups(&self) -> Vec<Group> {
        let kinds = DamageKind::ALL;
        let pairs = kinds.iter().flat_map(|first| kinds.iter().map(move |second| vec![*first, *second]));
        let pairs: Vec<Vec<DamageKind>> = pairs.filter(|pair| pair[0] != pair[1]).collect();
        let of_target = |target| pairs.iter().map(move |damage| Group { target, damage: damage.clone() });
        self.targets().flat_map(of_target).collect()
    }
}
