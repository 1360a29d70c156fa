//! The notice: the data of one rule, and the sentence made of it.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::arithmetic::BrokenSum;
use super::cells::{
    CellsAmbiguous, CellsParted, CellsRealigned, EditionMixed, EditionSuperseded, LabelByDistance,
    LabelByOrder, NumbersUnplaced, RowAbsent, RowRepeated, RowUnknown, TableAsPicture, TableBlank,
    TableCutOff, TableMissing, TextInNumberCell, UnitConverted,
};
use super::language::Language;
use super::reading::TableTooLong;
use super::sentence::Sentence;
use super::structure::{
    IssuerInDoubt, IssuerMissing, PeriodIrregular, ReportInAttachment, SectionByNumber, SectionMissing,
    SectionOrder, SectionRepeated, SeveralReports, TitleMissing, YearInDoubt, YearMissing,
};
use crate::document::{
    ControlCharacters, DocumentTruncated, EncodingGuessed, ExtensionMisleads, InvalidBytes, PartDamaged,
    PartUnread, Remark, RemarkKind, ScannedPages,
};
use crate::rules::Rule;

macro_rules! notices {
    ($($variant:ident,)+) => {
        /// What reading or checking has to say (提示): the data of one rule.
        ///
        /// In JSON an object with one member, named as the rule: `{"row-absent": {"rows": […]}}`.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        #[non_exhaustive]
        pub enum Notice { $(
            #[doc = concat!("Of [`", stringify!($variant), "`](crate::check::Rule::", stringify!($variant), ").")]
            $variant(notices!(@data $variant)),
        )+ }

        impl Notice {
            /// The rule that says so.
            pub const fn rule(&self) -> Rule {
                match self { $(Self::$variant(_) => Rule::$variant,)+ }
            }

            fn sentence(&self) -> &dyn Sentence {
                match self { $(Self::$variant(data) => data,)+ }
            }
        }

        /// Fails to compile where a rule has no notice.
        const _: fn(Rule) = |rule| match rule { $(Rule::$variant => (),)+ };
    };
    // The four sums have the same data.
    (@data ApplicantSum) => { BrokenSum };
    (@data OutcomeSum) => { BrokenSum };
    (@data CaseBalance) => { BrokenSum };
    (@data ResultSum) => { BrokenSum };
    (@data $variant:ident) => { $variant };
}

notices! {
    InvalidBytes,
    EncodingGuessed,
    ControlCharacters,
    TableTooLong,
    DocumentTruncated,
    ExtensionMisleads,
    ScannedPages,
    PartDamaged,
    PartUnread,
    SectionMissing,
    SectionRepeated,
    SectionOrder,
    SectionByNumber,
    SeveralReports,
    ReportInAttachment,
    TitleMissing,
    IssuerMissing,
    IssuerInDoubt,
    YearMissing,
    YearInDoubt,
    PeriodIrregular,
    TableMissing,
    TableCutOff,
    RowAbsent,
    RowRepeated,
    RowUnknown,
    EditionMixed,
    EditionSuperseded,
    TableAsPicture,
    LabelByDistance,
    LabelByOrder,
    CellsRealigned,
    CellsAmbiguous,
    TableBlank,
    TextInNumberCell,
    UnitConverted,
    CellsParted,
    NumbersUnplaced,
    ApplicantSum,
    OutcomeSum,
    CaseBalance,
    ResultSum,
}

impl Notice {
    /// The sentence for a person.
    pub fn message(&self, language: Language) -> String {
        let sentence = self.sentence();
        let (said, between) = match language {
            Language::English => (sentence.english(), ": "),
            Language::Chinese => (sentence.chinese(), "："),
        };
        match sentence.about() {
            Some(about) => about + between + &said,
            None => said,
        }
    }

    /// What the sentence begins with, where it is about a row or a column, as the form prints it: `（一）予以公开`.
    pub fn about(&self) -> Option<String> {
        self.sentence().about()
    }

    /// What a person should do about it, where that goes beyond the page of the rule.
    pub fn hint(&self, language: Language) -> Option<&'static str> {
        match (self, language) {
            (Self::CellsAmbiguous(CellsAmbiguous { contents: Some(_), .. }), Language::English) => {
                Some("look at the source's own picture of the table")
            }
            (Self::CellsAmbiguous(CellsAmbiguous { contents: Some(_), .. }), Language::Chinese) => {
                Some("请对照来源页面上的表格")
            }
            _ => None,
        }
    }

    /// The number that the source prints, where the notice is about one.
    pub fn observed(&self) -> Option<Decimal> {
        self.broken_sum().map(BrokenSum::stated)
    }

    /// The number that the other cells call for.
    pub fn expected(&self) -> Option<Decimal> {
        self.broken_sum().map(BrokenSum::added)
    }

    /// The readings that were left of cells that are `ambiguous`: each a value for every cell of the finding, in their order.
    pub fn candidates(&self) -> &[Vec<Amount>] {
        match self {
            Self::CellsAmbiguous(notice) => &notice.candidates,
            _ => &[],
        }
    }

    const fn broken_sum(&self) -> Option<&BrokenSum> {
        match self {
            Self::ApplicantSum(sum)
            | Self::OutcomeSum(sum)
            | Self::CaseBalance(sum)
            | Self::ResultSum(sum) => Some(sum),
            _ => None,
        }
    }
}

impl From<RemarkKind> for Notice {
    fn from(kind: RemarkKind) -> Self {
        match kind {
            RemarkKind::InvalidBytes(data) => Self::InvalidBytes(data),
            RemarkKind::EncodingGuessed(data) => Self::EncodingGuessed(data),
            RemarkKind::Truncated(data) => Self::DocumentTruncated(data),
            RemarkKind::ControlCharacters(data) => Self::ControlCharacters(data),
            RemarkKind::ExtensionMisleads(data) => Self::ExtensionMisleads(data),
            RemarkKind::ScannedPages(data) => Self::ScannedPages(data),
            RemarkKind::PartDamaged(data) => Self::PartDamaged(data),
            RemarkKind::PartUnread(data) => Self::PartUnread(data),
        }
    }
}

impl Remark {
    /// The notice that the remark becomes.
    pub fn notice(&self) -> Notice {
        self.kind.clone().into()
    }
}
