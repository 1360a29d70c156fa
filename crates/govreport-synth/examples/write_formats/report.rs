//! The one report that is written in all formats.

use govreport_core::form::{ColumnKey, Edition, RowKey};
use govreport_core::model::CellRef;
use govreport_synth::{
    Body, Decimal, Entry, Figures, Layout, NumberStyle, PartStyle, PeriodForm, Prose, Scale, Spec, TitleForm,
    Wording,
};

/// The report: the same body, figures, text and cells whatever the layout.
pub(crate) fn spec(layout: Layout) -> Spec {
    let figures = figures();
    // A name that the data file lost would show at once in the title.
    let body = Body::named("苍梓县人民政府").unwrap_or(Body::all()[0]);
    let mut spec = Spec::new(layout, Edition::E2021, Scale::Empty, 301);
    spec.prose = Prose::of(&body, 2024, &figures, 301);
    // Every character costs the PDFs a picture of it: a sentence is enough for each part.
    let first = |text: &str| text.split_inclusive('。').take(1).collect::<String>();
    for part in &mut spec.prose.parts {
        part.text = first(&part.text);
    }
    for text in [&mut spec.prose.overview, &mut spec.prose.problems, &mut spec.prose.other_matters] {
        text.truncate(1);
    }
    spec.prose.published = None;
    spec.prose.title = TitleForm::Usual;
    spec.prose.period = Some(PeriodForm::Full);
    spec.prose.part_style = PartStyle::RunOn;
    spec.figures = figures;
    spec.numbers = NumberStyle { thousands: true, ..NumberStyle::PLAIN };
    spec.wording = Wording { broken_words: true, ..Wording::PLAIN };
    spec.entries = entries();
    spec
}

/// Numbers that differ from each other wherever they may, so that one in the wrong place shows.
fn figures() -> Figures {
    let mut figures = Figures::random(Edition::E2021, Scale::County, 24);
    figures.set(RowKey::Licensing, ColumnKey::Decisions, 31_806);
    figures.set(RowKey::Penalties, ColumnKey::Decisions, 1_004_257);
    figures.set(RowKey::CompulsoryMeasures, ColumnKey::Decisions, 973);
    figures.set(RowKey::Fees, ColumnKey::Amount, Decimal::new(2_345_678, 4));
    let applicants = [
        ColumnKey::NaturalPerson,
        ColumnKey::CommercialEnterprise,
        ColumnKey::ResearchInstitution,
        ColumnKey::PublicBenefitOrganization,
        ColumnKey::LegalServiceInstitution,
        ColumnKey::OtherOrganization,
    ];
    let rows = RowKey::ALL.iter().filter(|row| (RowKey::CarriedIn..=RowKey::CarriedForward).contains(row));
    for (number, row) in (0_u32..).zip(rows) {
        for (place, column) in (0_u32..).zip(applicants) {
            // Every third cell stays 0, as most are in print; figures of one to four digits.
            if (number + place) % 3 != 2 {
                figures.set(*row, column, 3 + (number * 37 + place * 211) % 1_390);
            }
        }
    }
    // What is not printed as a number counts for nothing in the sums.
    for cell in entries().iter().filter(|(_, entry)| !entry.prints_number()).map(|(cell, _)| cell) {
        figures.set(cell.row, cell.column, 0);
    }
    figures.settled()
}

/// Blanks, dashes and a remark: each is kept apart from a number and from the others.
fn entries() -> std::collections::BTreeMap<CellRef, Entry> {
    let blank = |row, column| (CellRef::new(row, column), Entry::Blank);
    let dash =
        |row, column, with: &'static str| (CellRef::new(row, column), Entry::NotApplicable(with.into()));
    [
        dash(RowKey::Regulations, ColumnKey::Issued, "—"),
        dash(RowKey::Regulations, ColumnKey::Repealed, "/"),
        blank(RowKey::Regulations, ColumnKey::InForce),
        (
            CellRef::new(RowKey::NormativeDocuments, ColumnKey::InForce),
            Entry::Annotated("（其中修订2件）".into()),
        ),
        blank(RowKey::CarriedIn, ColumnKey::LegalServiceInstitution),
        blank(RowKey::DeniedStateSecret, ColumnKey::NaturalPerson),
        dash(RowKey::DeniedSecurityAndStability, ColumnKey::ResearchInstitution, "-"),
        blank(RowKey::Reconsideration, ColumnKey::Other),
        dash(RowKey::LitigationDirect, ColumnKey::Pending, "—"),
    ]
    .into()
}
