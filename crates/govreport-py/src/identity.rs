//! `govreport.Origin`, `govreport.Period` and `govreport.Contact`: who reports, on which time, and where it says so.

use govreport::model::{self, Located};
use pyo3::prelude::*;
use pyo3::types::PyDate;

use crate::convert::{SpanPair, date, name, span};

/// Where in the source something was found (出处).
#[pyclass(frozen, eq, hash, module = "govreport")]
#[derive(PartialEq, Hash)]
pub(crate) struct Origin {
    kind: model::Origin,
    span: Option<govreport::Span>,
    property: Option<String>,
}

impl Origin {
    pub(crate) fn of<T>(located: Option<&Located<T>>) -> Option<Self> {
        located.map(|located| Self {
            kind: located.origin,
            span: located.span,
            property: located.property.clone(),
        })
    }
}

#[pymethods]
impl Origin {
    /// Kind of place: ``title`` (标题), ``period`` (统计期限), ``introduction`` (引言), ``body`` (正文), ``page_metadata``
    /// (页面信息), ``dateline`` (落款) or ``contact`` (联系方式).
    #[getter]
    fn kind(&self) -> String {
        name(self.kind)
    }

    /// The place: ``(start, end)``, or ``None`` for what stands in a property of the file, not in its text.
    #[getter]
    fn span(&self) -> Option<SpanPair> {
        self.span.map(span)
    }

    /// Name of that property (文件属性), as the file writes it, such as ``PubDate``; ``None`` for what stands in the text.
    #[getter]
    fn property(&self) -> Option<&str> {
        self.property.as_deref()
    }

    fn __repr__(&self) -> String {
        let kind = self.kind();
        match (self.span, &self.property) {
            (Some(span), _) => format!("<Origin {kind} {}..{}>", span.start, span.end),
            (None, Some(property)) => format!("<Origin {kind} {property:?}>"),
            (None, None) => format!("<Origin {kind}>"),
        }
    }
}

/// The reporting period (统计期限): both days belong to it.
#[pyclass(frozen, eq, hash, module = "govreport")]
#[derive(PartialEq, Hash)]
pub(crate) struct Period(pub(crate) model::Period);

#[pymethods]
impl Period {
    /// First day, a ``datetime.date``.
    #[getter]
    fn start<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDate>> {
        date(py, self.0.start)
    }

    /// Last day, a ``datetime.date``.
    #[getter]
    fn end<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDate>> {
        date(py, self.0.end)
    }

    /// Where it is printed: ``(start, end)``.
    #[getter]
    fn span(&self) -> SpanPair {
        span(self.0.span)
    }

    fn __repr__(&self) -> String {
        format!("<Period {} to {}>", self.0.start, self.0.end)
    }
}

/// The contact block (联系方式), each part as printed or ``None``.
#[pyclass(frozen, eq, module = "govreport")]
#[derive(PartialEq)]
pub(crate) struct Contact(pub(crate) model::Contact);

/// The words of a located text.
pub(crate) fn value(located: Option<&Located<String>>) -> Option<&str> {
    located.map(|located| located.value.as_str())
}

#[pymethods]
impl Contact {
    /// Postal address (地址).
    #[getter]
    fn address(&self) -> Option<&str> {
        value(self.0.address.as_ref())
    }

    /// Postal code (邮编).
    #[getter]
    fn postcode(&self) -> Option<&str> {
        value(self.0.postcode.as_ref())
    }

    /// Telephone number (电话).
    #[getter]
    fn telephone(&self) -> Option<&str> {
        value(self.0.telephone.as_ref())
    }

    /// Fax number (传真).
    #[getter]
    fn fax(&self) -> Option<&str> {
        value(self.0.fax.as_ref())
    }

    /// E-mail address (电子邮箱).
    #[getter]
    fn email(&self) -> Option<&str> {
        value(self.0.email.as_ref())
    }

    fn __repr__(&self) -> String {
        let parts = [
            ("address", self.address()),
            ("postcode", self.postcode()),
            ("telephone", self.telephone()),
            ("fax", self.fax()),
            ("email", self.email()),
        ];
        let shown: Vec<_> = parts
            .iter()
            .filter_map(|(name, value)| value.map(|value| format!(" {name}={value:?}")))
            .collect();
        format!("<Contact{}>", shown.concat())
    }
}
