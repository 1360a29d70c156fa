//! `GR1xx` 结构: what was met in sections, title, issuer, year and period.

use serde::{Deserialize, Serialize};

use super::data::data;
use super::sentence::Sentence;
use super::words::count;
use crate::form::{SectionKey, form};
use crate::model::{Date, Origin};

data! {
    /// A section has no heading (部分缺失).
    struct SectionMissing {
        /// The section.
        pub section: SectionKey,
        /// Its table is there all the same.
        pub has_table: bool,
    }

    /// The heading of a section stands in several places (部分重复); one was taken.
    struct SectionRepeated {
        /// The section.
        pub section: SectionKey,
        /// How many other places have it.
        pub others: usize,
    }

    /// Two sections stand the other way round than in the form (部分次序).
    struct SectionOrder {
        /// The section that stands later in the source.
        pub section: SectionKey,
        /// The section that stands before it in the source, and behind it in the form.
        pub behind: SectionKey,
    }

    /// A heading with unknown words was taken for a section by its number (按序号认定).
    struct SectionByNumber {
        /// The section.
        pub section: SectionKey,
    }

    /// The source holds several reports (一页多份报告); one was read.
    struct SeveralReports {
        /// All of them, each by issuer and year.
        pub reports: Vec<String>,
        /// The one that was read.
        pub read: String,
        /// It is complete; otherwise it is the one of which most is there.
        pub is_complete: bool,
    }

    /// The report, or some of its tables, may be in a file that the page links (报告在附件中).
    struct ReportInAttachment {
        /// The files: words of the link, with its address.
        pub attachments: Vec<String>,
        /// The page holds neither a section nor a table of the report.
        pub whole: bool,
    }

    /// No title was found (缺标题).
    struct TitleMissing {}

    /// No issuer was found (缺报告机关).
    struct IssuerMissing {}

    /// The issuer is in doubt (报告机关存疑).
    enum IssuerInDoubt {
        /// The title names what is no public body; it was not taken.
        NotABody {
            /// What the title names.
            named: String,
        },
        /// The source names two bodies.
        Two {
            /// The one that was taken.
            taken: String,
            /// The other.
            other: String,
        },
    }

    /// No year was found (缺年度).
    struct YearMissing {}

    /// Places of the source name different years (年度存疑).
    struct YearInDoubt {
        /// The year that was taken.
        pub taken: u16,
        /// What kind of place it was found in.
        pub origin: Origin,
        /// The other year.
        pub other: u16,
        /// What kind of place that was found in.
        pub other_origin: Origin,
    }

    /// The reporting period is not the calendar year (统计期限异常).
    struct PeriodIrregular {
        /// Its first day.
        pub start: Date,
        /// Its last day.
        pub end: Date,
    }
}

impl Sentence for SectionMissing {
    fn english(&self) -> String {
        let (number, label) = (self.section.number(), form().section_label(self.section));
        if self.has_table {
            format!("section {number}, {label}, has no heading; its table is there")
        } else {
            format!("section {number}, {label}, is missing: no heading has its words or its number")
        }
    }

    fn chinese(&self) -> String {
        let (number, label) = (self.section.numeral(), form().section_label(self.section));
        if self.has_table {
            format!("第{number}部分“{label}”没有标题，但有其表格")
        } else {
            format!("缺第{number}部分“{label}”：没有标题含其文字或序号")
        }
    }
}

impl Sentence for SectionRepeated {
    fn english(&self) -> String {
        let (label, others) = (form().section_label(self.section), count(self.others, "more place"));
        format!("the heading of {label} stands here and in {others}; this one was taken")
    }

    fn chinese(&self) -> String {
        let label = form().section_label(self.section);
        format!("标题“{label}”除此处外还出现{}次，以此处为准", self.others)
    }
}

impl Sentence for SectionOrder {
    fn english(&self) -> String {
        let (label, before) = (form().section_label(self.section), form().section_label(self.behind));
        format!("{label} stands behind {before}; the form has them the other way round")
    }

    fn chinese(&self) -> String {
        let (label, before) = (form().section_label(self.section), form().section_label(self.behind));
        format!("“{label}”排在“{before}”之后，与格式规定的次序相反")
    }
}

impl Sentence for SectionByNumber {
    fn english(&self) -> String {
        let label = form().section_label(self.section);
        format!("this heading was taken for {label} by its number; its words are not known")
    }

    fn chinese(&self) -> String {
        format!("此标题的文字未收录，按序号认定为“{}”", form().section_label(self.section))
    }
}

impl Sentence for SeveralReports {
    fn english(&self) -> String {
        let which =
            if self.is_complete { "the first that is complete" } else { "the one of which most is there" };
        format!(
            "the source holds {}: {}; {which} was read, {}, and nothing of the others",
            count(self.reports.len(), "report"),
            self.reports.join(", "),
            self.read
        )
    }

    fn chinese(&self) -> String {
        let which = if self.is_complete { "第一份完整的" } else { "内容最多的一份" };
        let (number, reports) = (self.reports.len(), self.reports.join("、"));
        format!("来源中有{number}份报告：{reports}；只读取了{which}：{}", self.read)
    }
}

impl Sentence for ReportInAttachment {
    fn english(&self) -> String {
        let what = if self.whole {
            "the page holds neither a section nor a table of the report"
        } else {
            "tables of the report are not on the page"
        };
        format!("{what}; it links what may hold it: {}", self.attachments.join(", "))
    }

    fn chinese(&self) -> String {
        let what = if self.whole {
            "页面上没有报告的任何部分和表格"
        } else {
            "页面上缺报告的表格"
        };
        format!("{what}，可能在附件中：{}", self.attachments.join("、"))
    }
}

impl Sentence for TitleMissing {
    fn english(&self) -> String {
        "no title of such a report was found".to_owned()
    }

    fn chinese(&self) -> String {
        "未找到报告标题".to_owned()
    }
}

impl Sentence for IssuerMissing {
    fn english(&self) -> String {
        "no place of the source names the body that reports".to_owned()
    }

    fn chinese(&self) -> String {
        "来源中未写明报告机关".to_owned()
    }
}

impl Sentence for IssuerInDoubt {
    fn english(&self) -> String {
        match self {
            Self::NotABody { named } => {
                format!("the title names {named}, which is not the name of a public body; it was not taken")
            }
            Self::Two { taken, other } => format!(
                "the source names its issuer {taken} and, at another place, {other}; the first was taken"
            ),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::NotABody { named } => format!("标题中的“{named}”不是行政机关名称，未采用"),
            Self::Two { taken, other } => {
                format!("报告机关一处写作“{taken}”，另一处写作“{other}”，以前者为准")
            }
        }
    }
}

impl Sentence for YearMissing {
    fn english(&self) -> String {
        "no place of the source tells which year is reported on".to_owned()
    }

    fn chinese(&self) -> String {
        "来源中未写明报告年度".to_owned()
    }
}

impl Sentence for YearInDoubt {
    fn english(&self) -> String {
        let Self { taken, origin, other, other_origin } = self;
        format!("{} says {taken}, {} says {other}; {taken} was taken", place(*origin), place(*other_origin))
    }

    fn chinese(&self) -> String {
        let Self { taken, origin, other, other_origin } = self;
        let (own, others) = (origin.chinese(), other_origin.chinese());
        format!("{own}为{taken}年，{others}为{other}年，以{taken}年为准")
    }
}

fn place(origin: Origin) -> &'static str {
    match origin {
        Origin::Title => "the title",
        Origin::Period => "the reporting period",
        Origin::Introduction => "the introduction",
        Origin::Body => "the beginning of section one",
        Origin::PageMetadata => "the page",
        Origin::Dateline => "the dateline",
        Origin::Contact => "the contact block",
    }
}

impl Sentence for PeriodIrregular {
    fn english(&self) -> String {
        format!(
            "the reporting period is {} to {}; the form counts from 1 January to 31 December",
            self.start, self.end
        )
    }

    fn chinese(&self) -> String {
        format!("统计期限为{}至{}，格式规定为1月1日至12月31日", self.start, self.end)
    }
}
