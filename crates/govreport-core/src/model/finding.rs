//! What a person should know: about the reading, and about the numbers.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::CellRef;
use crate::rules::{Rule, Severity};
use crate::span::Span;

/// Something a person should know (提示事项): about how the source was read, or about what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Record", into = "Record")]
pub struct Finding {
    /// The rule that says so.
    pub rule: Rule,
    /// What was found, in a sentence that tells a person what to look at.
    pub message: String,
    /// The cells concerned.
    pub cells: Vec<CellRef>,
    /// The place to look at first.
    pub span: Option<Span>,
    /// Other places concerned.
    pub related: Vec<Span>,
    /// The number the source prints.
    pub observed: Option<Decimal>,
    /// The number that the other cells call for.
    pub expected: Option<Decimal>,
    /// The readings that were left, for cells that are `ambiguous`: each a value for every cell of `cells`, in their order.
    pub candidates: Vec<Vec<Option<Decimal>>>,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Finding {
    /// A finding of this rule, without a place yet.
    pub fn new(rule: Rule, message: impl Into<String>) -> Self {
        Self {
            rule,
            message: message.into(),
            cells: Vec::new(),
            span: None,
            related: Vec::new(),
            observed: None,
            expected: None,
            candidates: Vec::new(),
            hint: None,
        }
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

    /// What the source says and what the other cells call for.
    #[must_use]
    pub fn values(
        mut self,
        observed: impl Into<Option<Decimal>>,
        expected: impl Into<Option<Decimal>>,
    ) -> Self {
        self.observed = observed.into();
        self.expected = expected.into();
        self
    }

    /// What to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// How grave it is.
    pub fn severity(&self) -> Severity {
        self.rule.severity()
    }
}

/// The form of a finding in JSON: the rule by code and name, its severity beside it.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Finding"))]
struct Record {
    /// Code of the rule, such as `GR301`.
    code: String,
    /// Name of the rule, such as `applicant-sum`.
    name: String,
    /// How grave it is.
    severity: Severity,
    /// What was found, in a sentence.
    message: String,
    /// The cells concerned.
    cells: Vec<CellRef>,
    /// The place to look at first.
    span: Option<Span>,
    /// Other places concerned.
    related: Vec<Span>,
    /// The number the source prints.
    #[serde(with = "rust_decimal::serde::arbitrary_precision_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    observed: Option<Decimal>,
    /// The number that the other cells call for.
    #[serde(with = "rust_decimal::serde::arbitrary_precision_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    expected: Option<Decimal>,
    /// The readings that were left: each a value for every cell of `cells`, in their order.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Vec<Option<f64>>>"))]
    candidates: Vec<Vec<Number>>,
    /// What to do about it.
    hint: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct Number(#[serde(with = "rust_decimal::serde::arbitrary_precision_option")] Option<Decimal>);

impl From<Finding> for Record {
    fn from(finding: Finding) -> Self {
        Self {
            code: finding.rule.code().to_owned(),
            name: finding.rule.name().to_owned(),
            severity: finding.rule.severity(),
            message: finding.message,
            cells: finding.cells,
            span: finding.span,
            related: finding.related,
            observed: finding.observed,
            expected: finding.expected,
            candidates: finding
                .candidates
                .into_iter()
                .map(|reading| reading.into_iter().map(Number).collect())
                .collect(),
            hint: finding.hint,
        }
    }
}

impl TryFrom<Record> for Finding {
    type Error = UnknownRule;

    fn try_from(record: Record) -> Result<Self, UnknownRule> {
        Ok(Self {
            rule: Rule::from_code(&record.code).ok_or(UnknownRule(record.code))?,
            message: record.message,
            cells: record.cells,
            span: record.span,
            related: record.related,
            observed: record.observed,
            expected: record.expected,
            candidates: record
                .candidates
                .into_iter()
                .map(|reading| reading.into_iter().map(|number| number.0).collect())
                .collect(),
            hint: record.hint,
        })
    }
}

/// The JSON names a rule that this version does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no rule has the code {0:?}; `govreport rules` lists them")]
pub struct UnknownRule(String);

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Finding {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Record::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Record::json_schema(generator)
    }
}
