//! What a person should know: about the reading, and about the numbers.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::CellRef;
use crate::document::GridPlace;
use crate::notices::{Amount, Language, Notice};
use crate::rules::{Family, Rule, Severity};
use crate::span::Span;

/// Something a person should know (提示事项): about how the source was read, or about what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Record", into = "Record")]
#[non_exhaustive]
pub struct Finding {
    /// What was found, as data; its kind is that of the rule.
    pub notice: Notice,
    /// The cells concerned.
    pub cells: Vec<CellRef>,
    /// The place to look at first.
    pub span: Option<Span>,
    /// Other places concerned.
    pub related: Vec<Span>,
    /// The page of the place to look at first, from 1, where the format knows pages.
    pub page: Option<u32>,
    /// Its table, row and column in the source (源表格位置), where the source shows borders.
    pub grid: Option<GridPlace>,
}

impl Finding {
    /// A finding without a place yet.
    pub const fn new(notice: Notice) -> Self {
        Self { notice, cells: Vec::new(), span: None, related: Vec::new(), page: None, grid: None }
    }

    /// Its place.
    #[must_use]
    pub fn at(mut self, span: impl Into<Option<Span>>) -> Self {
        self.span = span.into();
        self
    }

    /// Other places concerned.
    #[must_use]
    pub fn beside(mut self, spans: impl IntoIterator<Item = Span>) -> Self {
        self.related.extend(spans);
        self
    }

    /// The cells concerned.
    #[must_use]
    pub fn about(mut self, cells: impl IntoIterator<Item = CellRef>) -> Self {
        self.cells.extend(cells);
        self
    }

    /// The rule that says so.
    pub const fn rule(&self) -> Rule {
        self.notice.rule()
    }

    /// How grave it is.
    pub const fn severity(&self) -> Severity {
        self.rule().severity()
    }

    /// What was found, in an English sentence that tells a person what to look at.
    pub fn message(&self) -> String {
        self.message_in(Language::English)
    }

    /// The same in a language.
    pub fn message_in(&self, language: Language) -> String {
        self.notice.message(language)
    }

    /// What to do about it, where that goes beyond the page of the rule.
    pub fn hint(&self, language: Language) -> Option<&'static str> {
        self.notice.hint(language)
    }

    /// The number the source prints.
    pub fn observed(&self) -> Option<Decimal> {
        self.notice.observed()
    }

    /// The number that the other cells call for.
    pub fn expected(&self) -> Option<Decimal> {
        self.notice.expected()
    }

    /// The readings that were left, for cells that are `ambiguous`: each a value for every cell of `cells`, in their order.
    pub fn candidates(&self) -> &[Vec<Amount>] {
        self.notice.candidates()
    }
}

/// The form of a finding in JSON. What follows from the notice stands beside it, for those who read JSON without govreport.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Finding"))]
struct Record {
    /// Code of the rule, such as `GR301`.
    code: String,
    /// Name of the rule, such as `applicant-sum`.
    name: String,
    /// What the rule is about.
    family: Family,
    /// How grave it is.
    severity: Severity,
    /// What was found, in an English sentence.
    message: String,
    /// The same in Chinese.
    message_zh: String,
    /// What was found, as data: an object with one member, named as the rule.
    data: Notice,
    /// The cells concerned.
    cells: Vec<CellRef>,
    /// The place to look at first.
    span: Option<Span>,
    /// Other places concerned.
    related: Vec<Span>,
    /// The page of the place to look at first, from 1, where the format knows pages.
    page: Option<u32>,
    /// Its table, row and column in the source, where the source shows borders.
    grid: Option<GridPlace>,
    /// The number the source prints.
    #[serde(with = "rust_decimal::serde::arbitrary_precision_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    observed: Option<Decimal>,
    /// The number that the other cells call for.
    #[serde(with = "rust_decimal::serde::arbitrary_precision_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    expected: Option<Decimal>,
    /// What to do about it, where that goes beyond the page of the rule.
    hint: Option<String>,
}

impl From<Finding> for Record {
    fn from(finding: Finding) -> Self {
        let rule = finding.rule();
        Self {
            code: rule.code().to_owned(),
            name: rule.name().to_owned(),
            family: rule.family(),
            severity: rule.severity(),
            message: finding.message(),
            message_zh: finding.message_in(Language::Chinese),
            observed: finding.observed(),
            expected: finding.expected(),
            hint: finding.hint(Language::English).map(str::to_owned),
            data: finding.notice,
            cells: finding.cells,
            span: finding.span,
            related: finding.related,
            page: finding.page,
            grid: finding.grid,
        }
    }
}

impl TryFrom<Record> for Finding {
    type Error = NotTheRule;

    fn try_from(record: Record) -> Result<Self, NotTheRule> {
        let rule = record.data.rule();
        if rule.code() != record.code {
            return Err(NotTheRule { code: record.code, data: rule });
        }
        Ok(Self {
            notice: record.data,
            cells: record.cells,
            span: record.span,
            related: record.related,
            page: record.page,
            grid: record.grid,
        })
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Finding {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Record::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Record::json_schema(generator)
    }
}

/// The code of a finding is not that of the rule whose data it holds.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a finding has the code {code:?} and the data of {data}")]
pub struct NotTheRule {
    /// The code.
    code: String,
    /// The rule of the data.
    data: Rule,
}
