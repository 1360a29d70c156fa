//! `govreport.Metadata`: what the page or the file states beside the report.

use govreport::model;
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::PyDate;

use crate::convert::date;
use crate::identity::{Origin, value};

/// What the page or the file states beside the report (页面信息、文件属性), each part as printed or ``None``.
///
/// Labelled lines and rows of the page (``索引号``, ``发布机构`` …) count before properties of the file (``<meta>`` of a web page,
/// the properties of a Word or PDF file).
#[pyclass(frozen, eq, module = "govreport")]
#[derive(PartialEq)]
pub(crate) struct Metadata(pub(crate) model::Metadata);

/// The parts, in the order in which they are shown.
const PARTS: [&str; 9] = [
    "name",
    "index_number",
    "publisher",
    "source",
    "document_number",
    "category",
    "created",
    "published",
    "url",
];

#[pymethods]
impl Metadata {
    /// What the page calls the document (名称、标题).
    #[getter]
    fn name(&self) -> Option<&str> {
        value(self.0.name.as_ref())
    }

    /// The number under which the site files it (索引号).
    #[getter]
    fn index_number(&self) -> Option<&str> {
        value(self.0.index_number.as_ref())
    }

    /// The body that publishes it (发布机构、发文机关).
    #[getter]
    fn publisher(&self) -> Option<&str> {
        value(self.0.publisher.as_ref())
    }

    /// Where the site took it from (来源).
    #[getter]
    fn source(&self) -> Option<&str> {
        value(self.0.source.as_ref())
    }

    /// Its number among the documents of the body (文号).
    #[getter]
    fn document_number(&self) -> Option<&str> {
        value(self.0.document_number.as_ref())
    }

    /// Its class by subject, kind or service (主题分类、体裁分类、组配分类).
    #[getter]
    fn category(&self) -> Option<&str> {
        value(self.0.category.as_ref())
    }

    /// The day it was written (生成日期、成文日期), a ``datetime.date``.
    #[getter]
    fn created<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDate>>> {
        self.0.created.as_ref().map(|day| date(py, day.value)).transpose()
    }

    /// The day it was published (公开日期、发布时间), a ``datetime.date``.
    #[getter]
    fn published<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDate>>> {
        self.0.published.as_ref().map(|day| date(py, day.value)).transpose()
    }

    /// Its address (网址).
    #[getter]
    fn url(&self) -> Option<&str> {
        value(self.0.url.as_ref())
    }

    /// Where a part was found.
    ///
    /// Parameters
    /// ----------
    /// part : str
    ///     ``name``, ``index_number``, ``publisher``, ``source``, ``document_number``, ``category``, ``created``, ``published``
    ///     or ``url``.
    ///
    /// Returns
    /// -------
    /// Origin or None
    ///
    /// Raises
    /// ------
    /// KeyError
    ///     There is no such part.
    fn origin(&self, part: &str) -> PyResult<Option<Origin>> {
        let metadata = &self.0;
        Ok(match part {
            "name" => Origin::of(metadata.name.as_ref()),
            "index_number" => Origin::of(metadata.index_number.as_ref()),
            "publisher" => Origin::of(metadata.publisher.as_ref()),
            "source" => Origin::of(metadata.source.as_ref()),
            "document_number" => Origin::of(metadata.document_number.as_ref()),
            "category" => Origin::of(metadata.category.as_ref()),
            "created" => Origin::of(metadata.created.as_ref()),
            "published" => Origin::of(metadata.published.as_ref()),
            "url" => Origin::of(metadata.url.as_ref()),
            _ => {
                let known = PARTS.join(", ");
                return Err(PyKeyError::new_err(format!(
                    "no part {part:?} of the metadata; the parts are: {known}"
                )));
            }
        })
    }

    fn __repr__(&self) -> String {
        let metadata = &self.0;
        let day = |day: Option<&model::Located<model::Date>>| day.map(|day| day.value.to_string());
        let texts = [
            self.name().map(str::to_owned),
            self.index_number().map(str::to_owned),
            self.publisher().map(str::to_owned),
            self.source().map(str::to_owned),
            self.document_number().map(str::to_owned),
            self.category().map(str::to_owned),
            day(metadata.created.as_ref()),
            day(metadata.published.as_ref()),
            self.url().map(str::to_owned),
        ];
        let shown: Vec<_> = PARTS
            .iter()
            .zip(texts)
            .filter_map(|(part, text)| text.map(|text| format!(" {part}={text:?}")))
            .collect();
        format!("<Metadata{}>", shown.concat())
    }
}
