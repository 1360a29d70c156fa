//! Every law of one reading notices a report that was changed by hand so that it breaks it, and no other law does.

use std::collections::BTreeSet;

use govreport::document::Document;
use govreport::form::{ColumnKey, Edition, RowKey};
use govreport::model::{CellRef, Report, Status, TableCell, Unit};
use govreport::{Options, Source, Span};
use govreport_invariants::{Law, judge, judge_text};
use govreport_synth::{Layout, Merged, Scale, Spec, write};

const NEW: RowKey = RowKey::NewReceived;

/// What the laws say of a sound report after a change.
fn broken(change: impl FnOnce(&mut Report, &Document<'_>)) -> Vec<Law> {
    let written = write(&Spec::new(Layout::Tabs(Merged::Empty), Edition::E2021, Scale::County, 7));
    let options = Options::default();
    let source = Source::from_reader(written.text.as_bytes(), &options).expect("memory can be read");
    let document = source.document(&options).expect("a text is read");
    let mut report = Report::from_document(&document).expect("it is a report");
    assert_eq!(judge(&document, &report), [], "it is sound before");
    change(&mut report, &document);
    let laws: BTreeSet<Law> =
        judge(&document, &report).iter().map(govreport_invariants::Violation::law).collect();
    laws.into_iter().collect()
}

fn cell(report: &mut Report, row: RowKey, column: ColumnKey) -> &mut TableCell {
    let at = CellRef::new(row, column);
    let tables = [&mut report.proactive, &mut report.requests, &mut report.review];
    let cells = tables.into_iter().flat_map(|table| &mut table.cells);
    cells.into_iter().find(|cell| cell.at() == at).expect("the form has the cell")
}

fn of(report: &Report, row: RowKey, column: ColumnKey) -> TableCell {
    report.cell(CellRef::new(row, column)).expect("the form has the cell").clone()
}

fn with_status(row: RowKey, column: ColumnKey, status: Status) -> TableCell {
    let mut cell = TableCell::absent(row, column, Edition::E2021);
    cell.status = status;
    cell
}

#[test]
fn two_cells_with_one_figure_are_noticed() {
    let laws = broken(|report, _| {
        let person = of(report, NEW, ColumnKey::NaturalPerson);
        let enterprise = cell(report, NEW, ColumnKey::CommercialEnterprise);
        (enterprise.value, enterprise.span) = (person.value, person.span);
    });
    assert_eq!(laws, [Law::SpansApart]);
}

#[test]
fn a_figure_outside_its_table_is_noticed() {
    // A number of table two that is taken from table one.
    let laws = broken(|report, _| {
        let own = of(report, RowKey::Licensing, ColumnKey::Decisions);
        *cell(report, RowKey::Licensing, ColumnKey::Decisions) =
            TableCell::absent(RowKey::Licensing, ColumnKey::Decisions, Edition::E2021);
        let person = cell(report, NEW, ColumnKey::NaturalPerson);
        (person.value, person.span) = (own.value, own.span);
    });
    assert_eq!(laws, [Law::WithinTable]);
}

#[test]
fn a_figure_in_the_section_of_another_table_is_noticed() {
    // The same, where the table is said to reach so far.
    let laws = broken(|report, document| {
        let own = of(report, RowKey::Licensing, ColumnKey::Decisions);
        *cell(report, RowKey::Licensing, ColumnKey::Decisions) =
            TableCell::absent(RowKey::Licensing, ColumnKey::Decisions, Edition::E2021);
        report.requests.span = Some(Span::new(0, document.text().len()));
        let person = cell(report, NEW, ColumnKey::NaturalPerson);
        (person.value, person.span) = (own.value, own.span);
    });
    assert_eq!(laws, [Law::WithinTable]);
}

#[test]
fn another_number_than_the_printed_one_is_noticed() {
    let laws = broken(|report, _| {
        let person = cell(report, NEW, ColumnKey::NaturalPerson);
        person.value = person.value.map(|value| value + govreport::Decimal::ONE);
    });
    assert_eq!(laws, [Law::ReadsAsValue]);
}

#[test]
fn another_unit_than_the_printed_one_is_noticed() {
    let laws = broken(|report, _| {
        let fees = cell(report, RowKey::Fees, ColumnKey::Amount);
        fees.value = Some(govreport::Decimal::new(12, 0));
        fees.unit = Some(Unit::Yuan);
    });
    assert_eq!(laws, [Law::ReadsAsValue]);
}

#[test]
fn a_status_that_the_page_does_not_bear_out_is_noticed() {
    for status in [Status::Blank, Status::NotApplicable, Status::Text, Status::Ambiguous] {
        let laws = broken(|report, _| {
            let person = cell(report, NEW, ColumnKey::NaturalPerson);
            (person.value, person.status) = (None, status);
        });
        assert!(laws.contains(&Law::StatusAsPrinted), "{status}: {laws:?}");
    }
    let inferred = broken(|report, _| cell(report, NEW, ColumnKey::NaturalPerson).status = Status::Inferred);
    assert_eq!(inferred, [Law::StatusAsPrinted]);
}

#[test]
fn a_blank_without_an_empty_cell_is_noticed() {
    let laws = broken(|report, _| {
        *cell(report, NEW, ColumnKey::NaturalPerson) =
            with_status(NEW, ColumnKey::NaturalPerson, Status::Blank);
    });
    assert_eq!(laws, [Law::BlankIsEmpty]);
}

#[test]
fn a_text_alone_tells_the_laws_but_that_of_empty_cells() {
    let laws = broken(|report, document| {
        *cell(report, NEW, ColumnKey::NaturalPerson) =
            with_status(NEW, ColumnKey::NaturalPerson, Status::Blank);
        assert_eq!(judge_text(document.text(), report), []);
    });
    assert_eq!(laws, [Law::BlankIsEmpty]);
}
