//! Remarks behind headings and labels (附注), which make what stands under or beside them another's.

use govreport_core::form::{ColumnKey, NumberKind, RowKey, form};
use govreport_core::model::CellRef;

use super::columns::data;
use super::other_words::{Heading, headings};
use super::select::name_of;
use crate::draft::{Draft, Place};
use crate::random::Random;

/// What a remark says of numbers: why they are none of the form's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// They are those of the year before.
    Year,
    /// They are counted in hundreds or thousands.
    Scale,
    /// They are those of many years.
    Sum,
    /// They are shares, or those of a part of the year or of the applicants.
    Part,
}

impl Sort {
    /// The sort of a name in the data; none for what says nothing of the numbers.
    pub(super) fn of(name: &str) -> Option<Self> {
        match name {
            "year" => Some(Self::Year),
            "scale" => Some(Self::Scale),
            "sum" => Some(Self::Sum),
            "share" | "part" => Some(Self::Part),
            _ => None,
        }
    }

    /// Whether it makes these cells another's: what the form itself has of the year before, or of all years, stays what it is, and
    /// amounts have units of their own.
    pub(super) fn changes(self, cells: &[CellRef]) -> bool {
        let of_last = |at: &CellRef| at.column == ColumnKey::PriorItems || at.row == RowKey::CarriedIn;
        let of_all = |at: &CellRef| matches!(at.column, ColumnKey::InForce | ColumnKey::DisclosedTotal);
        let is_amount = |at: &CellRef| {
            form().column(at.table, at.column).is_some_and(|column| column.number == NumberKind::Amount)
        };
        match self {
            Self::Year => !cells.iter().all(of_last),
            Self::Scale => !cells.iter().any(is_amount),
            Self::Sum => !cells.iter().any(of_all),
            Self::Part => true,
        }
    }
}

/// Lines of data that say something of the numbers, each with its words and what they say.
pub(super) fn remarks(draft: &Draft<'_>, table: &'static str) -> Vec<(String, Sort)> {
    let lines = data(table);
    let of_line = |line: &Vec<&'static str>| Some((worded(draft, line.first()?), Sort::of(line.get(1)?)?));
    lines.iter().filter_map(of_line).collect()
}

/// Words of data with the years of the report, and in its punctuation.
pub(super) fn worded(draft: &Draft<'_>, words: &str) -> String {
    let year = draft.spec.prose.year;
    let words = words.replace("{year}", &year.to_string()).replace("{last}", &(year - 1).to_string());
    draft.spec.wording.punctuated(&words)
}

/// A remark.
fn remark(draft: &Draft<'_>, random: &mut Random) -> Option<(String, Sort)> {
    random.pick(&remarks(draft, include_str!("../../data/remarks.tsv"))).cloned()
}

/// Whether a heading stands over several columns.
fn is_wide(heading: &Heading) -> bool {
    heading.under.iter().any(|at| at.column != heading.under[0].column)
}

/// A remark stands behind the words of a column's heading, or of a row's label.
pub(super) fn behind(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let (remark, sort) = remark(draft, random)?;
    if random.one_in(2) {
        over(draft, random, &remark, sort, false)
    } else {
        beside(draft, random, &remark, sort)
    }
}

/// A remark stands behind a heading over several columns.
pub(super) fn head(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let (remark, sort) = remark(draft, random)?;
    over(draft, random, &remark, sort, true)
}

/// Puts a remark behind a heading, wherever the heading stands or in one place.
fn over(draft: &mut Draft<'_>, random: &mut Random, remark: &str, sort: Sort, wide: bool) -> Option<String> {
    let mut found: Vec<(Heading, String)> = Vec::new();
    for (place, sheet) in draft.sheets() {
        for heading in headings(place, sheet) {
            let text = &sheet.rows[heading.place.row][heading.at].text;
            // The lines of the items of article 20 stand over everything, and are groups of rows.
            if is_wide(&heading) == wide && !text.contains('条') && sort.changes(&heading.under) {
                found.push((heading, text.replace('\n', "")));
            }
        }
    }
    let mut texts: Vec<&String> = found.iter().map(|(_, text)| text).collect();
    texts.sort_unstable();
    texts.dedup();
    let text = (*random.pick(&texts)?).clone();
    found.retain(|(_, other)| *other == text);
    if !random.one_in(3) {
        let one = random.size(0, found.len() - 1);
        found = found.into_iter().skip(one).take(1).collect();
    }
    for (heading, _) in &found {
        draft.line(heading.place)?.get_mut(heading.at)?.text.push_str(remark);
        for at in &heading.under {
            draft.ledger.untold(*at);
        }
    }
    Some(format!("{text}{remark} over {} in {} places", found.first()?.0.under.first()?, found.len()))
}

/// Puts a remark behind the labels of a few rows.
fn beside(draft: &mut Draft<'_>, random: &mut Random, remark: &str, sort: Sort) -> Option<String> {
    let mut rows: Vec<Place> = draft.number_rows(None);
    rows.retain(|place| sort.changes(&draft.cells(*place)) && name_of(draft, *place).is_some());
    let mut said = Vec::new();
    for _ in 0..random.size(1, 3) {
        let Some(place) = random.pick(&rows).copied() else { break };
        rows.retain(|other| *other != place);
        let name = name_of(draft, place)?;
        name.push_str(remark);
        said.push(name.clone());
        for at in draft.cells(place) {
            draft.ledger.untold(at);
        }
    }
    (!said.is_empty()).then(|| format!("labels with remarks: {}", said.join(", ")))
}
