//! The reports that are converted: so many that every edition, size of figures, way of writing nothing, and style of page meet.

use std::collections::BTreeMap;
use std::fmt;

use govreport::form::Edition;
use govreport::model::CellRef;
use govreport_synth::{
    Docx, DocxHeadings, Entry, Figures, HeaderOrder, Html, Layout, Markup, NumberStyle, PartStyle, Print,
    Punctuation, Random, Scale, Spec, TitleForm, Wording,
};

/// The formats that reports are written in; each converter takes one of them.
pub(crate) const FORMATS: [&str; 5] = ["html", "docx", "xlsx", "fodt", "md"];

/// The sizes of figures, those that matter most first.
const SCALES: [Scale; 4] = [Scale::County, Scale::Empty, Scale::Province, Scale::Township];

/// The signs that stand for nothing.
const DASHES: [&str; 5] = ["-", "—", "/", "无", "——"];

/// What a report has in the place of some of its zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nothing {
    Zeros,
    Blanks,
    Dashes,
    Both,
}

/// A report under its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Report(pub(crate) usize);

impl Report {
    /// The reports that are committed: one of each edition, with little prose.
    pub(crate) const KEPT: [Self; 2] = [Self(0), Self(1)];

    fn edition(self) -> Edition {
        if self.0.is_multiple_of(2) { Edition::E2021 } else { Edition::E2019 }
    }

    fn scale(self) -> Scale {
        SCALES[self.0 / 2 % SCALES.len()]
    }

    fn nothing(self) -> Nothing {
        // Three of them beside the four sizes and two editions: all pairs meet.
        match self.0 % 3 {
            0 if self.0.is_multiple_of(2) => Nothing::Both,
            0 => Nothing::Dashes,
            1 => Nothing::Blanks,
            _ => Nothing::Zeros,
        }
    }

    /// What to write in a format. The cells and their truth are the same in all of them.
    pub(crate) fn spec(self, format: &str) -> Spec {
        let number = self.0;
        let seed = 4_100 + number as u64;
        let markup = Markup::ALL[(number / 2 + number) % 4];
        let docx = Docx {
            headings: DocxHeadings::ALL[number / 2 % DocxHeadings::ALL.len()],
            torn_runs: number % 3 == 1,
        };
        let layout = match format {
            "docx" => Layout::Docx(docx),
            "xlsx" => Layout::Xlsx,
            "fodt" => Layout::OpenText(Print { ruled: number % 4 != 3, ..Print::RULED }),
            "md" => Layout::Markdown,
            _ => Layout::Html(Html { markup, charset: "utf-8" }),
        };
        let mut spec = Spec::new(layout, self.edition(), self.scale(), seed);
        let mut random = Random::fork(seed, 11);
        spec.numbers = NumberStyle::ALL[(number + number / 7) % NumberStyle::ALL.len()];
        spec.wording = Wording {
            header: HeaderOrder::ALL[number % HeaderOrder::ALL.len()],
            punctuation: if random.one_in(4) { Punctuation::HalfWidth } else { Punctuation::FullWidth },
            broken_words: random.one_in(3),
            spaced_enumerators: random.one_in(4),
            no_quotes: random.one_in(4),
        };
        spec.entries = self.entries(&spec.figures, &mut random);
        if Self::KEPT.contains(&self) {
            shorten(&mut spec);
        }
        spec
    }

    /// Some zeros are not printed as such.
    fn entries(self, figures: &Figures, random: &mut Random) -> BTreeMap<CellRef, Entry> {
        let dash = DASHES[self.0 / 3 % DASHES.len()];
        let mut entries = BTreeMap::new();
        for ((row, column), _) in figures.iter().filter(|(_, value)| value.is_zero()) {
            let entry = match (self.nothing(), random.below(4)) {
                (Nothing::Zeros, _) | (Nothing::Both, 2 | 3) | (_, 3) => continue,
                (Nothing::Blanks, _) | (Nothing::Both, 0) => Entry::Blank,
                (Nothing::Dashes | Nothing::Both, _) => Entry::NotApplicable(dash.into()),
            };
            entries.insert(CellRef::new(row, column), entry);
        }
        entries
    }
}

/// A sentence for each part, so that what is committed stays small.
fn shorten(spec: &mut Spec) {
    let first = |text: &str| text.split_inclusive('。').take(1).collect::<String>();
    let prose = &mut spec.prose;
    for part in &mut prose.parts {
        part.text = first(&part.text);
    }
    for text in [&mut prose.overview, &mut prose.problems, &mut prose.other_matters] {
        text.truncate(1);
        for paragraph in text {
            *paragraph = first(paragraph);
        }
    }
    prose.introduction.clear();
    prose.title = TitleForm::Usual;
    prose.part_style = PartStyle::RunOn;
    prose.contact = None;
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.0)
    }
}
