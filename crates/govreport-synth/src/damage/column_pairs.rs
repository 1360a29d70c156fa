//! Two columns under each heading of the form: of two years, of two scopes, a number and its share.

use govreport_core::form::TableKind;

use super::columns::data;
use super::select::{any_table, foreign_count, foreign_slot};
use crate::draft::{Draft, Place};
use crate::random::Random;
use crate::sheet::Slot;

/// What stands in the two columns, and in which of them the number of the form stands.
struct Pair {
    words: [String; 2],
    /// A share stands beside the number of the form, not another count.
    share: bool,
    /// None where the page does not say which of the two is the form's.
    own: Option<usize>,
}

impl Pair {
    fn pick(draft: &Draft<'_>, random: &mut Random) -> Option<Self> {
        let lines = data(include_str!("../../data/column_pairs.tsv"));
        let [first, second, content, own] = random.pick(&lines)?.as_slice() else { return None };
        let year = draft.spec.prose.year;
        let word =
            |word: &str| word.replace("{year}", &year.to_string()).replace("{last}", &(year - 1).to_string());
        let own = match *own {
            "first" => Some(0),
            "second" => Some(1),
            _ => None,
        };
        Some(Self { words: [word(first), word(second)], share: *content == "share", own })
    }

    /// The two cells that a number of the form becomes. Where it was wide, it stays so: the last of a narrow row takes what is left
    /// of the grid.
    fn cells(&self, own: Slot, draft: &Draft<'_>, place: Place, random: &mut Random) -> [Slot; 2] {
        let own = Slot { columns: (2 * own.columns).saturating_sub(1).max(1), ..own };
        let other = if self.share {
            Slot::foreign(format!("{}.{}%", random.between(0, 99), random.below(10)), 1)
        } else {
            let value = foreign_count(draft, place, random);
            foreign_slot(draft, value, 1)
        };
        if self.own == Some(1) { [other, own] } else { [own, other] }
    }
}

/// Under each heading of a table stand two columns, each with a heading of its own in a row more.
pub(super) fn pairs(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let kind = any_table(random)?;
    let pair = Pair::pick(draft, random)?;
    put(draft, kind, &pair, random)
}

/// The same with two years, of which nobody can tell which is the report's.
pub(super) fn years(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let kind = any_table(random)?;
    let year = draft.spec.prose.year;
    let words = if random.one_in(2) { [year - 1, year] } else { [year, year - 1] };
    let pair = Pair { words: words.map(|year| format!("{year}年")), share: false, own: None };
    put(draft, kind, &pair, random)
}

/// Puts the two columns under each heading of a table.
fn put(draft: &mut Draft<'_>, kind: TableKind, pair: &Pair, random: &mut Random) -> Option<String> {
    let places: Vec<Place> =
        draft.sheets().filter(|(_, sheet)| sheet.kind == kind).map(|(place, _)| place).collect();
    for place in &places {
        double(draft, *place, pair, random)?;
    }
    for place in draft.number_rows(Some(kind)) {
        draft.moved(place);
        for at in draft.cells(place) {
            if pair.own.is_none() {
                draft.ledger.untold(at);
            }
        }
    }
    let [first, second] = &pair.words;
    (!places.is_empty()).then(|| format!("under each heading of {kind} {first} and {second}"))
}

/// Gives each column of numbers a second one, and each heading a second row.
fn double(draft: &mut Draft<'_>, place: Place, pair: &Pair, random: &mut Random) -> Option<()> {
    let sheet = draft.sheet(place)?.clone();
    let labels = sheet.label_columns();
    let mut rows: Vec<Vec<Slot>> = Vec::new();
    for (row, line) in sheet.rows.iter().enumerate() {
        let place = Place { row, ..place };
        let mut wider = Vec::new();
        for (slot, start) in line.iter().zip(sheet.starts(row)) {
            let slot = slot.clone();
            if slot.is_number() {
                wider.extend(pair.cells(slot, draft, place, random));
            } else {
                let over_numbers = (start + slot.columns).saturating_sub(labels.max(start));
                wider.push(Slot { columns: slot.columns + over_numbers, ..slot });
            }
        }
        rows.push(wider);
    }
    let heads: Vec<usize> =
        (1..rows.len()).filter(|row| sheet.has_numbers(*row) && !sheet.has_numbers(row - 1)).collect();
    let own = draft.sheet(place)?;
    own.rows = rows;
    for row in heads.into_iter().rev() {
        let of_numbers = own.rows[row].iter().filter(|slot| slot.is_figure());
        let headings = of_numbers.zip(pair.words.iter().cycle());
        let headings = headings.map(|(slot, word)| Slot::label(word.as_str(), slot.columns, 1)).collect();
        own.insert_heading(row - 1, headings, labels);
    }
    Some(())
}
