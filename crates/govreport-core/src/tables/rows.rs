//! From drafts to rows of the form: one draft a row, damaged labels recognised, what belongs nowhere said.

use rust_decimal::Decimal;

use super::arrangement::{Arrangement, arrangement};
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
    /// The drafts that are rows of the form, by the row; of each row those with contents first.
    by_key: Vec<(RowKey, usize)>,
    /// More than one copy of the table holds anything: the first of each row, the second, and so on.
    has_copies: bool,
    /// The text is not in reading order: labels and numbers without borders do not follow each other as in the form.
    disordered: bool,
    /// The rows whose numbers may be those of a row without label beside them.
    between: Vec<usize>,
}

/// Why a row's numbers are not believed.
const REPEATED: &str = "the row stands in the source more than once, with different numbers";
const MISPLACED: &str = "numbers without a label stand beside it, or numbers beside the headings of columns";
pub(super) const DISORDERED: &str = "the text of this table is not in reading order";

/// The draft that stands for a row of the form.
pub(super) struct Chosen<'f> {
    pub(super) draft: &'f Draft,
    pub(super) slots: &'f [Slot],
    /// Why it is not to be believed, if so.
    pub(super) distrust: Option<&'static str>,
}

/// Finds the rows of a table. `width` is the number of columns of its widest row.
pub(super) fn find(document: &Document<'_>, scan: &Scan, table: TableKind, width: usize) -> Found {
    let text = document.text();
    let mut drafts = Drafts::of(table, text, scan.pieces(table));
    nearest::recognise(table, text, &mut drafts);
    let keys = drafts.rows.iter().enumerate();
    let mut by_key: Vec<(RowKey, usize)> = Vec::with_capacity(drafts.rows.len());
    by_key.extend(keys.filter_map(|(number, draft)| Some((draft.recognition.key()?, number))));
    by_key.sort_by_key(|(key, _)| *key);
    let has_copies = filled_copies(&drafts, &by_key) > 1;
    by_key.sort_by_key(|(key, number)| (*key, !is_filled(drafts.slots_of(&drafts.rows[*number]))));
    let disordered = is_disordered(&drafts, width);
    let between = between_numbers(document, &drafts);
    Found { drafts, by_key, has_copies, disordered, between }
}

/// The rows whose numbers may be those of a row without label beside them: the label stands in a line of its own between two lines
/// of numbers, of which the first has no label, as where a label was broken around its numbers; or the row is empty, and the
/// numbers behind it have no label.
fn between_numbers(document: &Document<'_>, drafts: &Drafts) -> Vec<usize> {
    let numbers =
        |draft: &Draft| drafts.slots_of(draft).iter().filter(|slot| slot.number().is_some()).count();
    let is_alone = |draft: &Draft| {
        let block =
            drafts.slots_of(draft).first().and_then(|slot| document.blocks().get(slot.block as usize));
        draft.label.is_some_and(|label| block.is_some_and(|block| !block.span.contains(label)))
    };
    let of_next = |(at, pair): (usize, &[Draft])| {
        let unnamed = pair[0].label.is_none() && pair[0].recognition.key().is_none();
        (unnamed && numbers(&pair[0]) >= FEWEST_STRAY && is_alone(&pair[1])).then_some(at + 1)
    };
    let of_empty = |(at, pair): (usize, &[Draft])| {
        let unnamed = pair[1].label.is_none() && pair[1].recognition.key().is_none();
        let empty = !is_filled(drafts.slots_of(&pair[0])) && pair[0].recognition.key().is_some();
        (unnamed && numbers(&pair[1]) >= FEWEST_STRAY && empty).then_some(at)
    };
    let pairs = || drafts.rows.windows(2).enumerate();
    pairs().filter_map(of_next).chain(pairs().filter_map(of_empty)).collect()
}

/// How many copies of the table hold anything: the first draft of each row makes up one, the second another.
fn filled_copies(drafts: &Drafts, by_key: &[(RowKey, usize)]) -> usize {
    let of_rows = || by_key.chunk_by(|a, b| a.0 == b.0);
    let most = of_rows().map(<[_]>::len).max().unwrap_or(0);
    let holds = |copy: &usize| {
        let draft = |rows: &[(RowKey, usize)]| rows.get(*copy).map(|(_, number)| &drafts.rows[*number]);
        of_rows().filter_map(draft).any(|draft| is_filled(drafts.slots_of(draft)))
    };
    // Two copies are enough to be in doubt.
    (0..most).filter(holds).take(2).count()
}

pub(super) fn is_filled(slots: &[Slot]) -> bool {
    slots.iter().any(|slot| !slot.is_blank())
}

/// Whether none of the contents shows the borders of its cell.
fn is_flowing(slots: &[Slot]) -> bool {
    slots.iter().all(|slot| !slot.bordered)
}

/// Whether labels and contents without borders follow each other in another way than label, numbers, label, numbers.
fn is_disordered(drafts: &Drafts, width: usize) -> bool {
    let flowing = |draft: &&Draft| {
        let slots = drafts.slots_of(draft);
        !slots.is_empty() && is_flowing(slots)
    };
    let mut first_of_form = None;
    let mut last = None;
    for draft in drafts.rows.iter().filter(flowing) {
        let numbers = drafts.slots_of(draft).iter().filter(|slot| slot.number().is_some()).count();
        if numbers > width + FEWEST_STRAY || draft.label.is_none() && numbers >= FEWEST_STRAY {
            return true;
        }
        let Recognition::Label(key) = draft.recognition else {
            continue;
        };
        let first = *first_of_form
            .get_or_insert_with(|| form().rows(key.table(), Edition::Hybrid).next().map(|row| row.key));
        // A table that begins again is a second table; a label that goes back within one is out of order.
        if last.is_some_and(|last| key < last) && Some(key) != first {
            return true;
        }
        last = Some(key);
    }
    false
}

impl Found {
    /// The drafts that are a row of the form, those with contents first.
    pub(super) fn drafts_of(&self, key: RowKey) -> impl Iterator<Item = &Draft> {
        let first = self.by_key.partition_point(|(other, _)| *other < key);
        let of_key = self.by_key[first..].iter().take_while(move |(other, _)| *other == key);
        of_key.map(|(_, number)| &self.drafts.rows[*number])
    }

    /// The rows of the form that were found, with their drafts.
    pub(super) fn rows(&self) -> impl Iterator<Item = (RowKey, &Draft)> {
        self.by_key.iter().map(|(key, number)| (*key, &self.drafts.rows[*number]))
    }

    /// Whether a row of the form was found.
    pub(super) fn has(&self, key: RowKey) -> bool {
        self.by_key.binary_search_by_key(&key, |(other, _)| *other).is_ok()
    }

    /// The draft of a row of the form, or the first of several that say the same. Several that say different things are
    /// said to do so.
    pub(super) fn choose(&self, key: RowKey, name: &str, findings: &mut Vec<Finding>) -> Option<Chosen<'_>> {
        let is_whole = |draft: &&Draft| !draft.bracketed && is_filled(self.drafts.slots_of(draft));
        // 行政许可总数 and then 行政许可（新办）: the second is a part of the first.
        let whole = self.drafts_of(key).any(|draft| is_whole(&draft));
        let is_part = |draft: &&Draft| whole && draft.bracketed;
        let mut drafts = self.drafts_of(key).filter(|draft| !is_part(draft));
        let first = drafts.next()?;
        for part in self.drafts_of(key).filter(is_part) {
            let message = format!("a part of {name}; its numbers are in no cell");
            findings.push(Finding::new(Rule::RowUnknown, message).at(part.label).beside(first.label));
        }
        let slots = self.drafts.slots_of(first);
        // Of two filled copies, a row that is empty in one and filled in the other is different too.
        let compared: Vec<&Draft> =
            drafts.filter(|draft| self.has_copies || is_filled(self.drafts.slots_of(draft))).collect();
        let contents =
            |draft: &Draft| self.drafts.slots_of(draft).iter().filter(|slot| !slot.is_blank()).map(said);
        let repeated = compared.iter().any(|other| !contents(first).eq(contents(other)));
        if repeated {
            let others = compared.iter().filter_map(|draft| draft.label);
            let message =
                format!("{name} stands in the source {} times, with different numbers", compared.len() + 1);
            findings.push(Finding::new(Rule::RowRepeated, message).at(first.label).beside(others));
        }
        let is_first = |row: &usize| self.drafts.rows.get(*row).is_some_and(|row| std::ptr::eq(row, first));
        let misplaced = !is_filled(slots) && (first.behind_numbers || self.drafts.exchanged)
            || self.between.iter().any(is_first);
        let distrust = repeated.then_some(REPEATED).or(misplaced.then_some(MISPLACED));
        Some(Chosen { draft: first, slots, distrust })
    }

    /// Whether most rows stand in the source twice, with numbers and with nothing but empty cells.
    fn has_empty_copy(&self) -> bool {
        let of_rows = self.by_key.chunk_by(|a, b| a.0 == b.0);
        let (mut rows, mut twice) = (0, 0);
        for of_row in of_rows {
            let slots = |(_, number): &(RowKey, usize)| self.drafts.slots_of(&self.drafts.rows[*number]);
            rows += 1;
            let filled = of_row.iter().any(|row| is_filled(slots(row)));
            let empty = of_row.iter().any(|row| !slots(row).is_empty() && !is_filled(slots(row)));
            twice += usize::from(filled && empty);
        }
        twice > 1 && twice * 2 > rows
    }

    /// Why contents without borders are not to be believed, where the table is out of order.
    pub(super) fn disorder(&self, slots: &[Slot]) -> Option<&'static str> {
        (self.disordered && is_flowing(slots)).then_some(DISORDERED)
    }

    /// The column of the grid where all complete rows with borders begin, if they agree. Of a block of table one, its own rows.
    pub(super) fn first_column(&self, width: usize, block: Option<usize>) -> Option<u32> {
        let mut columns = self.first_columns(width, block);
        let column = columns.next()?;
        columns.all(|other| other == column).then_some(column)
    }

    /// Whether no two complete rows with borders begin in different columns of the grid.
    pub(super) fn begin_in_one_column(&self, width: usize) -> bool {
        let mut columns = self.first_columns(width, None);
        columns.next().is_none_or(|column| columns.all(|other| other == column))
    }

    fn first_columns(&self, width: usize, block: Option<usize>) -> impl Iterator<Item = u32> {
        let rows =
            self.drafts.rows.iter().filter(move |draft| block.is_none_or(|block| draft.block == block));
        rows.filter_map(move |draft| {
            let slots = self.drafts.slots_of(draft);
            // What has no borders has no columns, and what has fewer contents is not complete.
            let bordered = slots.len() >= width && slots.iter().any(|slot| slot.bordered);
            match arrangement(bordered.then_some(slots)?, width) {
                Arrangement::Complete { first } if slots[first].bordered => Some(slots[first].column),
                _ => None,
            }
        })
    }

    /// Whether the borders show a cell for every column that the heading of its block shows one for, or, without a heading,
    /// for every column that another row of the table has.
    pub(super) fn shows_all_cells(&self, document: &Document<'_>, draft: &Draft) -> bool {
        // Where no cell is empty, none can be of another place.
        if !self.drafts.slots_of(draft).iter().any(Slot::is_blank) {
            return true;
        }
        let width = |block: u32| {
            let cells = document.blocks().get(block as usize).map(|block| document.cells(block));
            cells.and_then(|cells| cells.last()).map(|last| last.column + last.column_span)
        };
        let blocks = self.blocks_of(draft);
        let own = blocks.filter_map(width).max();
        let heading = self.drafts.blocks.get(draft.block).map(|heading| heading.columns.as_slice());
        let headed = heading.unwrap_or_default().iter().filter_map(|column| width(column.line)).max();
        let wanted = headed
            .or_else(|| self.drafts.rows.iter().flat_map(|row| self.blocks_of(row)).filter_map(width).max());
        own.is_some() && own >= wanted
    }

    fn blocks_of(&self, draft: &Draft) -> impl Iterator<Item = u32> {
        self.drafts.slots_of(draft).iter().map(|slot| slot.block)
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
        if let Some(place) = self.drafts.strays.iter().copied().reduce(Span::to) {
            let count = self.drafts.strays.len();
            let message =
                format!("{count} numbers stand in front of a label or beside the heading of a column");
            findings.push(Finding::new(Rule::NumbersUnplaced, message).at(place));
        }
        if self.has_empty_copy() {
            let message =
                "the table stands in the source more than once; a copy that is empty was passed over";
            findings.push(Finding::new(Rule::RowRepeated, message).at(self.drafts.span));
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
