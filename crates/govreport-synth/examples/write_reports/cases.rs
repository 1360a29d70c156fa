//! The sample reports, one function each.

use encoding_rs::{Encoding, GBK};
use govreport_core::form::{ColumnKey, Edition, RowKey, SectionKey, TableKind, form};
use govreport_core::model::{CellRef, Date};
use govreport_synth::{
    Body, Damage, Entry, Figures, HeaderOrder, HeadingMarks, Layout, Merged, NumberStyle, Padding, PartStyle,
    PeriodForm, Prose, Punctuation, Scale, Spec, TitleForm, Wording,
};

/// A sample report.
pub(crate) struct Case {
    /// The file it is written to.
    pub(crate) file: &'static str,
    /// What it shows, for the page that lists the samples.
    pub(crate) shows: &'static str,
    /// The encoding, where it is not UTF-8.
    pub(crate) encoding: Option<&'static Encoding>,
    /// What to write.
    pub(crate) spec: Spec,
}

/// All samples, in the order of the page.
pub(crate) fn all() -> Vec<Case> {
    vec![
        plain_tabs(),
        cut_table(),
        lost_cells(),
        drifting_markdown(),
        word_export(),
        paragraphs(),
        pipes(),
        pdf(),
        form_of_2019(),
        disagreeing_sums(),
        dashes(),
        gbk(),
    ]
}

/// A report of a body of the data file, in a layout.
fn spec(body: &str, year: u16, layout: Layout, figures: Figures, seed: u64) -> Spec {
    // A name that the data file lost would show at once in the title of the sample.
    let body = Body::named(body).unwrap_or(Body::all()[0]);
    let mut spec = Spec::new(layout, Edition::E2021, Scale::Empty, seed);
    spec.prose = Prose::of(&body, year, &figures, seed);
    spec.prose.published = None;
    spec.prose.period = spec.prose.period.or(Some(PeriodForm::YearOnce));
    spec.prose.title = TitleForm::Usual;
    spec.figures = figures;
    spec
}

/// The cells of a row of table two or three.
fn row(row: RowKey) -> impl Iterator<Item = CellRef> {
    form().columns(row.table()).map(move |column| CellRef::new(row, column.key))
}

fn plain_tabs() -> Case {
    let figures = Figures::random(Edition::E2021, Scale::County, 11);
    let mut spec = spec("苍梓县人民政府", 2023, Layout::Tabs(Merged::Trailing), figures, 101);
    spec.prose.part_style = PartStyle::RunOn;
    spec.prose.period = Some(PeriodForm::Full);
    spec.marks = Some(HeadingMarks::None);
    Case { file: "cangzi_2023_tabs.txt", shows: "Tab-separated tables, complete.", encoding: None, spec }
}

fn cut_table() -> Case {
    let mut figures = Figures::random(Edition::E2021, Scale::Empty, 12);
    figures.set(RowKey::NormativeDocuments, ColumnKey::Issued, 3);
    let mut spec = spec("砚汀市人民政府办公室", 2023, Layout::Tabs(Merged::Trailing), figures, 102);
    spec.prose.title = TitleForm::YearWord;
    spec.marks = Some(HeadingMarks::None);
    spec.prose.part_style = PartStyle::RunOn;
    let blank = spec
        .figures
        .iter()
        .map(|((row, column), _)| CellRef::new(row, column))
        .filter(|cell| cell.table == TableKind::Requests || cell.column == ColumnKey::InForce);
    spec.entries = blank.map(|cell| (cell, Entry::Blank)).collect();
    spec.damage = vec![
        Damage::CutAfter(RowKey::DeniedProcessInformation),
        Damage::FlushLeft(RowKey::DeniedProcessInformation),
        Damage::WithoutSection(SectionKey::Review),
    ];
    Case {
        file: "yanting_2023_cut.txt",
        shows: "Table two has only blank cells and ends after its tenth row; section four is missing.",
        encoding: None,
        spec,
    }
}

fn lost_cells() -> Case {
    let natural = |row, value: i64| ((row, ColumnKey::NaturalPerson), value.into());
    let figures = Figures::given(
        Edition::E2021,
        [
            natural(RowKey::Granted, 7),
            natural(RowKey::PartiallyGranted, 1),
            natural(RowKey::UnavailableNotHeld, 2),
            natural(RowKey::NotProcessedDuplicate, 1),
            ((RowKey::NormativeDocuments, ColumnKey::Issued), 2.into()),
            ((RowKey::NormativeDocuments, ColumnKey::InForce), 5.into()),
        ],
    )
    .settled();
    let mut spec = spec("望栎区教育局", 2022, Layout::Tabs(Merged::Empty), figures, 103);
    spec.marks = Some(HeadingMarks::None);
    spec.wording.header = HeaderOrder::TotalFirst;
    spec.damage = RowKey::ALL
        .iter()
        .filter(|row| row.table() == TableKind::Requests && row.key() != "other_handling")
        .filter(|row| (RowKey::Granted..=RowKey::OtherHandlingOther).contains(row))
        .map(|row| Damage::Shifted(*row, ColumnKey::CommercialEnterprise))
        .collect();
    Case {
        file: "wangli_2022_lost_cells.txt",
        shows: "Twenty-one rows of table two have six numbers for seven columns, behind an empty cell; only the sums say whose they are.",
        encoding: None,
        spec,
    }
}

fn drifting_markdown() -> Case {
    let figures = Figures::random(Edition::E2021, Scale::Township, 14);
    let mut spec = spec("桐笠镇人民政府", 2023, Layout::Tabs(Merged::Ragged), figures, 104);
    spec.marks = Some(HeadingMarks::Drifting);
    spec.prose.title = TitleForm::Spaced;
    spec.prose.part_style = PartStyle::OwnLine;
    spec.wording = Wording { header: HeaderOrder::TotalFirst, broken_words: true, ..Wording::PLAIN };
    spec.damage = vec![
        Damage::FlushLeft(RowKey::NotProcessedReconfirmation),
        Damage::FlushLeft(RowKey::ConcludedTotal),
    ];
    Case {
        file: "tongli_2023_headings.md",
        shows: "Markdown whose headings sink deeper as the report goes on; tabbed tables in which some rows begin further left.",
        encoding: None,
        spec,
    }
}

fn word_export() -> Case {
    let figures = Figures::random(Edition::E2021, Scale::County, 15);
    let mut spec = spec("云苇市市场监督管理局", 2023, Layout::Word, figures, 105);
    spec.prose.title = TitleForm::BrokenBeforeReport;
    spec.prose.part_style = PartStyle::RunOn;
    spec.wording.broken_words = true;
    Case {
        file: "yunwei_2023_word.txt",
        shows: "Word export: a cell a line behind a tab, line breaks inside heading cells, a broken title.",
        encoding: None,
        spec,
    }
}

fn paragraphs() -> Case {
    let figures = Figures::random(Edition::E2021, Scale::Township, 16);
    let mut spec = spec("槐汀乡人民政府", 2023, Layout::Paragraphs, figures, 106);
    spec.prose.published = Date::new(2024, 1, 19);
    spec.prose.introduction.clear();
    spec.prose.period = Some(PeriodForm::Dash);
    spec.prose.contact = Body::named("槐汀乡人民政府");
    spec.numbers.padding = Padding::Behind;
    spec.wording = Wording {
        punctuation: Punctuation::HalfWidth,
        broken_words: true,
        no_quotes: true,
        ..Wording::PLAIN
    };
    Case {
        file: "huaiting_2023_paragraphs.txt",
        shows: "A cell a paragraph, half-width punctuation, spaces behind numbers, a line with the time of publication, a contact block.",
        encoding: None,
        spec,
    }
}

fn pipes() -> Case {
    let figures = Figures::random(Edition::E2021, Scale::County, 17);
    let mut spec = spec("霁原县水利局", 2022, Layout::PipeJoinedPadded, figures, 107);
    spec.prose.title = TitleForm::YearFirst;
    spec.entries.insert(
        CellRef::new(RowKey::NormativeDocuments, ColumnKey::InForce),
        Entry::Annotated("（其中修订2件）".into()),
    );
    Case {
        file: "jiyuan_2022_pipes.txt",
        shows: "Cells joined by pipes, merged cells padded; a remark behind a number; the year first in the title.",
        encoding: None,
        spec,
    }
}

fn pdf() -> Case {
    let figures = Figures::random(Edition::E2021, Scale::County, 18);
    let mut spec = spec("鹭洄区卫生健康局", 2024, Layout::PdfRaw, figures, 108);
    spec.prose.title = TitleForm::BrokenBehindBody;
    Case {
        file: "luhui_2024_pdf.txt",
        shows: "Text taken from a PDF: labels broken around their numbers, heading words torn apart, page numbers inside tables.",
        encoding: None,
        spec,
    }
}

fn form_of_2019() -> Case {
    let figures = Figures::random(Edition::E2019, Scale::County, 19);
    let mut spec = spec("榆岫旗人民政府办公室", 2019, Layout::Markdown, figures, 109);
    spec.numbers = NumberStyle { plus: true, ..NumberStyle::PLAIN };
    spec.marks = Some(HeadingMarks::Markdown);
    Case {
        file: "yuxiu_2019_form.md",
        shows: "The form of 2019 in Markdown tables: signed changes on last year, procurement, an undivided row for other handling.",
        encoding: None,
        spec,
    }
}

fn disagreeing_sums() -> Case {
    let mut figures = Figures::random(Edition::E2021, Scale::County, 20);
    figures.set(RowKey::ConcludedTotal, ColumnKey::NaturalPerson, 63);
    figures.set(RowKey::Reconsideration, ColumnKey::Total, 0);
    let spec = spec("苍梓县人民政府", 2022, Layout::Piped, figures, 110);
    Case {
        file: "cangzi_2022_sums_disagree.txt",
        shows: "Complete, but the stated totals are not the sums of their parts: read as printed, and the check says so.",
        encoding: None,
        spec,
    }
}

fn dashes() -> Case {
    let figures = Figures::random(Edition::E2021, Scale::Empty, 21);
    let mut spec = spec("白樗街道办事处", 2021, Layout::Tabs(Merged::Empty), figures, 111);
    spec.prose.part_style = PartStyle::Arabic;
    spec.marks = Some(HeadingMarks::None);
    let regulations = |column| CellRef::new(RowKey::Regulations, column);
    for (column, word) in [(ColumnKey::Issued, "—"), (ColumnKey::Repealed, "/"), (ColumnKey::InForce, "无")]
    {
        spec.entries.insert(regulations(column), Entry::NotApplicable(word.into()));
    }
    let fees = CellRef::new(RowKey::Fees, ColumnKey::Amount);
    spec.entries.insert(fees, Entry::Words("本单位没有收费项目".into()));
    spec.entries.insert(CellRef::new(RowKey::CompulsoryMeasures, ColumnKey::Decisions), Entry::Blank);
    spec.entries.extend(row(RowKey::CarriedForward).map(|cell| (cell, Entry::Blank)));
    spec.entries.extend(row(RowKey::LitigationDirect).map(|cell| (cell, Entry::NotApplicable("-".into()))));
    Case {
        file: "baichu_2021_dashes.txt",
        shows: "Zeros, blanks, dashes, 无 and words in number cells: each is kept apart from the others.",
        encoding: None,
        spec,
    }
}

fn gbk() -> Case {
    let figures = Figures::random(Edition::E2019, Scale::Township, 22);
    let mut spec = spec("桐笠镇人民政府", 2020, Layout::PipeLines, figures, 112);
    spec.numbers = NumberStyle { plus: true, ..NumberStyle::PLAIN };
    Case {
        file: "tongli_2020_gbk.txt",
        shows: "GBK; the form of 2019, a cell a line with its pipe.",
        encoding: Some(GBK),
        spec,
    }
}
