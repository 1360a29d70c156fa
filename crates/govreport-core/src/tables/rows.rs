//! From drafts to rows of the form: one draft a row, damaged labels recognised, what belongs nowhere said.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::draft::{Draft, Drafts, Recognition, Slot};
use super::nearest;
use super::scan::Scan;
use super::token::Content;
use crate::check::Rule;
use crate::document::Document;
use crate::form::{Edition, RowKey, TableKind, form};
use crate::model::{CellRef, Finding};
use crate::span::Span;
use crate::text::number::Measure;

/// The most rows of one table that belong nowhere and are told one by one.
const MOST_TOLD: usize = 12;
/// A stray number may be the number of a page; several mean that the text is not in reading order.
const FEWEST_STRAY: usize = 3;

/// The rows found of a table.
pub(super) struct Found {
    pub(super) drafts: Drafts,
    /// Of each row of the form, the drafts that are it, those with contents first.
    pub(super) by_key: BTreeMap<RowKey, Vec<usize>>,
    /// How many copies of the table hold anything: the first of each row, the second, and so on.
    copies: usize,
    /// The text is not in reading order: labels and numbers without borders do not follow each other as in the form.
    pub(super) disordered: bool,
}

/// Finds the rows of a table. `width` is the number of columns of its widest row.
pub(super) fn find(document: &Document<'_>, scan: &Scan, table: TableKind, width: usize) -> Found {
    let text = document.text();
    let mut drafts = Drafts::of(table, text, scan.pieces(table));
    nearest::recognise(table, text, &mut drafts);
    let mut by_key: BTreeMap<RowKey, Vec<usize>> = BTreeMap::new();
    for (number, draft) in drafts.rows.iter().enumerate() {
        if let Some(key) = draft.recognition.key() {
            by_key.entry(key).or_default().push(number);
        }
    }
    let copies = filled_copies(&drafts, &by_key);
    for numbers in by_key.values_mut() {
        numbers.sort_by_key(|number| !is_filled(drafts.slots_of(&drafts.rows[*number])));
    }
    let disordered = is_disordered(&drafts, width);
    Found { drafts, by_key, copies, disordered }
}

fn filled_copies(drafts: &Drafts, by_key: &BTreeMap<RowKey, Vec<usize>>) -> usize {
    let most = by_key.values().map(Vec::len).max().unwrap_or(0);
    let holds = |copy: &usize| {
        by_key
            .values()
            .any(|rows| rows.get(*copy).is_some_and(|row| is_filled(drafts.slots_of(&drafts.rows[*row]))))
    };
    // Two copies are enough to be in doubt.
    (0..most).filter(holds).take(2).count()
}

fn is_filled(slots: &[Slot]) -> bool {
    slots.iter().any(|slot| !slot.is_blank())
}

/// Whether labels and contents without borders follow each other in another way than label, numbers, label, numbers.
fn is_disordered(drafts: &Drafts, width: usize) -> bool {
    let flowing = |draft: &&Draft| {
        let slots = drafts.slots_of(draft);
        !slots.is_empty() && slots.iter().all(|slot| !slot.bordered)
    };
    let mut last = None;
    for draft in drafts.rows.iter().filter(flowing) {
        let numbers = drafts.slots_of(draft).iter().filter(|slot| slot.number().is_some()).count();
        if numbers > width + FEWEST_STRAY || draft.label.is_none() && numbers >= FEWEST_STRAY {
            return true;
        }
        let Recognition::Label(key) = draft.recognition else {
            continue;
        };
        let first = form().rows(key.table(), Edition::Hybrid).next().map(|row| row.key);
        // A table that begins again is a second table; a label that goes back within one is out of order.
        if last.is_some_and(|last| key < last) && Some(key) != first {
            return true;
        }
        last = Some(key);
    }
    false
}

impl Found {
    /// The contents of a row: those of its draft, or of the first of several that say the same.
    ///
    /// `Err` where several drafts say different things.
    pub(super) fn contents(&self, key: RowKey) -> Option<Result<&Draft, Vec<&Draft>>> {
        let drafts: Vec<&Draft> =
            self.by_key.get(&key)?.iter().map(|number| &self.drafts.rows[*number]).collect();
        let first = *drafts.first()?;
        if drafts.len() == 1 {
            return Some(Ok(first));
        }
        // Of two filled copies, a row that is empty in one and filled in the other is different too.
        let compared: Vec<&Draft> = drafts
            .iter()
            .copied()
            .filter(|draft| self.copies > 1 || is_filled(self.drafts.slots_of(draft)))
            .collect();
        let contents = |draft| self.drafts.slots_of(draft).iter().filter(|slot| !slot.is_blank());
        let same = |a, b| contents(a).map(said).eq(contents(b).map(said));
        if compared.iter().all(|draft| same(first, *draft)) { Some(Ok(first)) } else { Some(Err(compared)) }
    }

    /// The column of the grid where all complete rows with borders begin, if they agree.
    pub(super) fn first_column(&self, width: usize) -> Option<u32> {
        let mut columns = self.drafts.rows.iter().filter_map(|draft| {
            let slots = self.drafts.slots_of(draft);
            match super::arrangement::arrangement(slots, width) {
                super::arrangement::Arrangement::Complete { first } if slots[first].bordered => {
                    Some(slots[first].column)
                }
                _ => None,
            }
        });
        let column = columns.next()?;
        columns.all(|other| other == column).then_some(column)
    }

    /// Says which labels were recognised by distance or order, and which rows and numbers belong nowhere. `used` tells
    /// whether a row of the form has a place in this edition.
    pub(super) fn tell(
        &self,
        document: &Document<'_>,
        findings: &mut Vec<Finding>,
        used: impl Fn(RowKey) -> bool,
    ) {
        let text = document.text();
        let mut told = 0;
        for draft in &self.drafts.rows {
            let slots = self.drafts.slots_of(draft);
            let numbers = slots.iter().filter(|slot| slot.number().is_some()).count();
            let place = draft.label.or_else(|| slots.first().map(|slot| slot.span));
            match draft.recognition {
                Recognition::Distance(key) => {
                    let label = form().row(key, Edition::Hybrid).map_or("", |row| row.label);
                    let words = draft.label.unwrap_or_default().of(text);
                    let message = format!("{words} was taken for {label}");
                    findings.push(Finding::new(Rule::LabelByDistance, message).at(place).about(cells(key)));
                }
                Recognition::Order(key) => {
                    let label = form().row(key, Edition::Hybrid).map_or("", |row| row.label);
                    let message = format!("a row without label was taken for {label}");
                    findings.push(Finding::new(Rule::LabelByOrder, message).at(place).about(cells(key)));
                }
                Recognition::Label(key) if used(key) => {}
                _ if numbers == 0 => {}
                _ => {
                    told += 1;
                    if told > MOST_TOLD {
                        continue;
                    }
                    let whole = slots.iter().map(|slot| slot.span).chain(draft.label).reduce(Span::to);
                    let finding = match draft.label {
                        Some(label) if label.of(text).chars().count() > 1 => Finding::new(
                            Rule::RowUnknown,
                            format!(
                                "{} is no row of the form; its {numbers} numbers are in no cell",
                                label.of(text)
                            ),
                        ),
                        _ => {
                            Finding::new(Rule::NumbersUnplaced, format!("{numbers} numbers belong to no row"))
                        }
                    };
                    findings.push(finding.at(whole));
                }
            }
        }
        if told > MOST_TOLD {
            let message =
                format!("{} more rows of this table belong to no row of the form", told - MOST_TOLD);
            findings.push(Finding::new(Rule::NumbersUnplaced, message).at(self.drafts.span));
        }
    }
}

fn cells(key: RowKey) -> Vec<CellRef> {
    form()
        .row(key, Edition::Hybrid)
        .into_iter()
        .flat_map(|row| row.columns.iter().map(|column| CellRef::new(key, *column)))
        .collect()
}

/// What a slot says, for comparing two copies of a row: a number with its unit, or why there is none.
fn said(slot: &Slot) -> (Option<(Decimal, Option<Measure>)>, bool) {
    let number = slot.number().map(|printed| (printed.value.normalize(), printed.measure));
    (number, matches!(slot.content, Content::NotApplicable))
}
