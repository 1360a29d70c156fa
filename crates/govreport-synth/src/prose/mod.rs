//! Names and text: bodies that do not exist, and what they could write about their year.

mod body;
mod contact;
mod numeral;
mod paragraphs;
mod period;
mod title;

pub use body::Body;
pub(crate) use numeral::numeral;
pub use period::PeriodForm;
pub use title::TitleForm;

use govreport_core::form::{OverviewPart, RowKey, SectionKey, form};
use govreport_core::model::Date;

use crate::article::Part;
use crate::figures::Figures;
use crate::random::Random;
use paragraphs::Writing;

/// Names, title and text of a report (文字部分).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose {
    /// 报告机关: the body that reports.
    pub issuer: String,
    /// 报告年度: the year reported on.
    pub year: u16,
    /// 标题: the form of the title.
    pub title: TitleForm,
    /// 发布日期: the day of publication, printed under the title.
    pub published: Option<Date>,
    /// 引言: paragraphs before section one.
    pub introduction: Vec<String>,
    /// 统计期限: the sentence on the reporting period, behind the introduction or, without one, at the end.
    pub period: Option<PeriodForm>,
    /// Headings of the six sections, without number, in order.
    pub headings: Vec<(SectionKey, String)>,
    /// 总体情况: the first paragraphs of section one.
    pub overview: Vec<String>,
    /// The five parts of section one.
    pub parts: Vec<OverviewText>,
    /// How the parts of section one are set.
    pub part_style: PartStyle,
    /// 存在的主要问题及改进情况: the paragraphs of section five.
    pub problems: Vec<String>,
    /// 其他需要报告的事项: the paragraphs of section six.
    pub other_matters: Vec<String>,
    /// 联系方式: the contact block at the end.
    pub contact: Option<Body>,
}

/// One of the five parts of section one, with its heading (总体情况的一个方面).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverviewText {
    /// Which part.
    pub key: OverviewPart,
    /// The heading, without number.
    pub heading: String,
    /// The paragraph.
    pub text: String,
}

/// How the parts of section one are set (小标题写法).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PartStyle {
    /// `（一）主动公开情况` on a line of its own.
    OwnLine,
    /// `（一）主动公开情况。` with its paragraph behind it.
    RunOn,
    /// `1.主动公开情况。` on a line of its own.
    Arabic,
}

impl Prose {
    /// Random prose; what it says of the requests agrees with the figures.
    pub fn random(figures: &Figures, seed: u64) -> Self {
        let mut random = Random::fork(seed, 5);
        let body = Body::random(&mut random);
        let year = match figures.editions().proactive {
            govreport_core::model::TableEdition::E2019 => 2019 + u16::from(random.one_in(2)),
            _ => [2021, 2022, 2023, 2024][random.size(0, 3)],
        };
        Self::drawn(&body, year, figures, &mut random)
    }

    /// Random prose of a given body and year.
    pub fn of(body: &Body, year: u16, figures: &Figures, seed: u64) -> Self {
        Self::drawn(body, year, figures, &mut Random::fork(seed, 5))
    }

    fn drawn(body: &Body, year: u16, figures: &Figures, random: &mut Random) -> Self {
        let received =
            figures.get(RowKey::NewReceived, govreport_core::form::ColumnKey::Total).unwrap_or_default();
        let mut writing = Writing::new(body, year, received, random);
        let on_request =
            if received.is_zero() { "disclosure_on_request.none" } else { "disclosure_on_request.some" };
        let parts = OverviewPart::ALL
            .iter()
            .map(|key| OverviewText {
                key: *key,
                heading: writing.one(&format!("part.{key}")),
                text: if *key == OverviewPart::DisclosureOnRequest {
                    writing.one(on_request)
                } else {
                    writing.two(key.key())
                },
            })
            .collect();
        let headings =
            SectionKey::ALL.iter().map(|key| (*key, writing.one(&format!("heading.{key}")))).collect();
        let overview = vec![writing.one("overview")];
        let problems = writing.problems();
        let other_matters = vec![writing.one("other")];
        let introduction = vec![writing.one("introduction")];
        Self {
            issuer: body.name.to_owned(),
            year,
            title: random.pick(&TitleForm::ALL).copied().unwrap_or(TitleForm::Usual),
            published: if random.one_in(3) {
                Date::new(year + 1, 1, 10 + u8::from(random.one_in(2)) * 15)
            } else {
                None
            },
            introduction: if random.one_in(3) { Vec::new() } else { introduction },
            period: if random.one_in(4) { None } else { random.pick(&PeriodForm::ALL).copied() },
            headings,
            overview,
            parts,
            part_style: [PartStyle::OwnLine, PartStyle::RunOn, PartStyle::Arabic][random.size(0, 2)],
            problems,
            other_matters,
            contact: if random.one_in(3) { Some(*body) } else { None },
        }
    }

    /// The line of the page that names the day of publication.
    pub(crate) fn publication_line(&self) -> Option<String> {
        self.published.map(|day| format!("发布时间：{day} 09:30 字体：[大 中 小]"))
    }

    /// The heading of a section, without number.
    pub(crate) fn heading(&self, key: SectionKey) -> &str {
        self.headings
            .iter()
            .find(|(other, _)| *other == key)
            .map_or_else(|| form().section_label(key), |(_, heading)| heading)
    }

    /// The contact block.
    pub(crate) fn contact_lines(&self) -> Vec<String> {
        self.contact.as_ref().map(contact::lines).unwrap_or_default()
    }

    /// The text of a section that is prose.
    pub(crate) fn section(&self, key: SectionKey, parts: &mut Vec<Part>) {
        let paragraphs = match key {
            SectionKey::Overview => &self.overview,
            SectionKey::Problems => &self.problems,
            _ => &self.other_matters,
        };
        parts.extend(paragraphs.iter().cloned().map(Part::Paragraph));
        if key != SectionKey::Overview {
            return;
        }
        for (number, OverviewText { heading, text, .. }) in (1..).zip(&self.parts) {
            match self.part_style {
                PartStyle::OwnLine => {
                    parts.push(Part::Heading {
                        depth: 2, text: format!("（{}）{heading}", numeral(number))
                    });
                    parts.push(Part::Paragraph(text.clone()));
                }
                PartStyle::RunOn => {
                    parts.push(Part::Paragraph(format!("（{}）{heading}。{text}", numeral(number))));
                }
                PartStyle::Arabic => {
                    parts.push(Part::Heading { depth: 2, text: format!("{number}.{heading}。") });
                    parts.push(Part::Paragraph(text.clone()));
                }
            }
        }
    }
}
