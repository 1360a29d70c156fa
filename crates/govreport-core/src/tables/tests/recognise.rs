//! Which rows are recognised although their labels are damaged or missing.

use super::{bordered, flowing};
use crate::form::{ColumnKey, Meaning, RowKey, TableKind};
use crate::span::Span;
use crate::tables::rows::{Draft, Drafts, Pairing, Recognition, recognise};
use crate::tables::tokens::Slot;
use crate::tables::vocabulary::{is_near_to_row, nearest_heading};

/// A table put together row by row: label, how it was recognised so far, contents.
struct Sheet {
    table: TableKind,
    text: String,
    drafts: Drafts,
}

impl Sheet {
    fn new(table: TableKind) -> Self {
        Self { table, text: String::new(), drafts: Drafts::default() }
    }

    fn row(mut self, label: &str, recognition: Recognition, slots: &[Slot]) -> Self {
        let start = self.text.len();
        self.text += label;
        let first = self.drafts.slots.len();
        self.drafts.slots.extend(slots);
        self.drafts.rows.push(Draft {
            recognition,
            label: (!label.is_empty()).then(|| Span::new(start, self.text.len())),
            block: 0,
            first,
            end: self.drafts.slots.len(),
            behind_numbers: false,
            bracketed: false,
            line: 0,
            is_heading: false,
            pairing: Pairing::Alone,
        });
        self
    }

    /// A row that is known.
    fn known(self, key: RowKey) -> Self {
        self.row("", Recognition::Label(key), &bordered(&["1", "2"]))
    }

    /// A row of which only this label is there.
    fn damaged(self, label: &str) -> Self {
        self.row(label, Recognition::Unknown, &bordered(&["3", "4"]))
    }

    /// What the rows are recognised as.
    fn recognised(mut self) -> Vec<Recognition> {
        recognise(self.table, &self.text, None, &mut self.drafts);
        self.drafts.rows.iter().map(|row| row.recognition).collect()
    }
}

#[test]
fn a_damaged_label_is_recognised_between_its_neighbours() {
    use RowKey::{Granted, NewReceived, PartiallyGranted};
    let between = |label: &str, slots: &[Slot]| {
        let sheet = Sheet::new(TableKind::Requests).known(NewReceived);
        sheet.row(label, Recognition::Unknown, slots).known(Granted).recognised()[1]
    };
    let carried = "二、上年结政府信公开申请数量";
    assert_eq!(between(carried, &bordered(&["3", "4"])), Recognition::Distance(RowKey::CarriedIn));
    // A sign that nothing applies is a content as well; nothing, or an empty cell, is none.
    assert_eq!(between(carried, &bordered(&["-"])), Recognition::Distance(RowKey::CarriedIn));
    assert_eq!(between(carried, &[]), Recognition::Unknown);
    assert_eq!(between(carried, &bordered(&["", ""])), Recognition::Unknown);
    // Behind its place in the form it is another row's.
    let behind = Sheet::new(TableKind::Requests).known(Granted).damaged(carried).known(PartiallyGranted);
    assert_eq!(behind.recognised()[1], Recognition::Unknown);
}

#[test]
fn a_label_alone_on_its_line_is_no_neighbour() {
    let heading = Recognition::Label(RowKey::ConcludedTotal);
    let sheet = Sheet::new(TableKind::Requests).row("", heading, &[]);
    let sheet = sheet.damaged("二、上年结转政府信息公开申请数量").row(
        "",
        Recognition::Label(RowKey::NewReceived),
        &[],
    );
    // A label that is like that of no other row needs no neighbour.
    assert_eq!(sheet.recognised()[1], Recognition::Near(RowKey::CarriedIn));
}

#[test]
fn a_label_torn_over_two_lines_is_put_together() {
    let torn = |slots: &[Slot]| {
        let sheet = Sheet::new(TableKind::Requests).known(RowKey::NewReceived);
        let sheet = sheet.row("二、上年结转政府信", Recognition::Unknown, slots);
        sheet.damaged("公开申数量").known(RowKey::Granted).recognised()
    };
    assert_eq!(torn(&[])[1..3], [Recognition::Unknown, Recognition::Distance(RowKey::CarriedIn)]);
    // A label with contents of its own is no first half.
    assert_eq!(torn(&bordered(&["word"]))[2], Recognition::Unknown);
}

#[test]
fn half_of_a_short_label_is_enough_beside_its_neighbour() {
    use RowKey::{NormativeDocuments, Regulations};
    let before = |label: &str| Sheet::new(TableKind::Proactive).damaged(label);
    assert_eq!(before("规草").known(NormativeDocuments).recognised()[0], Recognition::Distance(Regulations));
    // None of its characters; no neighbour; a neighbour that leaves several rows.
    assert_eq!(before("甲乙").known(NormativeDocuments).recognised()[0], Recognition::Unknown);
    assert_eq!(
        before("规草").damaged("甲乙").known(NormativeDocuments).recognised()[0],
        Recognition::Unknown
    );
    assert_eq!(before("规草").known(RowKey::Licensing).recognised()[0], Recognition::Unknown);
}

#[test]
fn a_row_without_label_is_told_by_its_place_alone_between_filled_neighbours() {
    let filled = bordered(&["1", "2"]);
    let between = |table, [before, behind]: [(RowKey, &[Slot]); 2], slots: &[Slot]| {
        let sheet = Sheet::new(table).row("", Recognition::Label(before.0), before.1);
        let sheet = sheet.row("", Recognition::Unknown, slots);
        sheet.row("", Recognition::Label(behind.0), behind.1).recognised()[1]
    };
    let (received, granted) = (RowKey::NewReceived, RowKey::Granted);
    let whole = [(received, &*filled), (granted, &*filled)];
    assert_eq!(between(TableKind::Requests, whole, &filled), Recognition::Order(RowKey::CarriedIn));
    // Without borders, or beside an empty row.
    assert_eq!(between(TableKind::Requests, whole, &flowing(&["1", "2"])), Recognition::Unknown);
    let empty = bordered(&["", ""]);
    for neighbours in [[(received, &*empty), (granted, &*filled)], [(received, &*filled), (granted, &*empty)]]
    {
        assert_eq!(between(TableKind::Requests, neighbours, &filled), Recognition::Unknown);
    }
    // Several rows are missing, or one that only one edition has, or one of three cases that bodies leave out.
    for (table, before, behind) in [
        (TableKind::Requests, received, RowKey::PartiallyGranted),
        (TableKind::Requests, RowKey::OtherHandlingCorrectionOverdue, RowKey::OtherHandlingOther),
        (TableKind::Review, RowKey::Reconsideration, RowKey::LitigationAfterReconsideration),
    ] {
        assert_eq!(
            between(table, [(before, &*filled), (behind, &*filled)], &filled),
            Recognition::Unknown,
            "{before}"
        );
    }
    // The first row of all has no neighbour before it.
    let first =
        Sheet::new(TableKind::Requests).row("", Recognition::Unknown, &filled).known(RowKey::CarriedIn);
    assert_eq!(first.recognised()[0], Recognition::Unknown);
    // Of two in a row neither is told.
    let sheet = Sheet::new(TableKind::Requests).known(received).row("", Recognition::Unknown, &filled);
    assert_eq!(
        sheet.row("", Recognition::Unknown, &filled).known(granted).recognised()[1],
        Recognition::Unknown
    );
}

#[test]
fn headings_of_columns_are_known_by_most_of_their_words() {
    let column = |words| nearest_heading(words, TableKind::Requests);
    assert_eq!(column("自然"), Some(Meaning::Column(ColumnKey::NaturalPerson)));
    assert_eq!(column("商企业"), Some(Meaning::Column(ColumnKey::CommercialEnterprise)));
    assert_eq!(column("社会公组织"), Some(Meaning::Column(ColumnKey::PublicBenefitOrganization)));
    for words in ["", "然", "完全不同", "企组织"] {
        assert_eq!(column(words), None, "{words}");
    }
    // Labels of rows are none.
    assert_eq!(nearest_heading("行政规性文件", TableKind::Proactive), None);
}

#[test]
fn words_are_near_to_a_row_if_most_of_its_label_is_there() {
    for (words, expected) in [
        ("行政规性文件", true),
        ("规章", true),
        ("规草", false),
        ("章", false),
        ("甲乙丙丁", false),
        ("本年制发件数", false),
    ] {
        assert_eq!(is_near_to_row(words, TableKind::Proactive), expected, "{words}");
    }
}
