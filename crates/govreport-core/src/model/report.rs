//! The report.

use serde::{Deserialize, Serialize};

use super::{CellRef, Contact, Date, Finding, Located, Metadata, Period, Section, Table, TableCell};
use crate::document::Format;
use crate::form::{SectionKey, TableKind};

/// Version of the JSON form of a report.
pub const SCHEMA_VERSION: u32 = 2;

/// An annual report on government-information disclosure (政府信息公开工作年度报告), as its source prints it.
///
/// Source: articles 49 and 50 of the Regulations on Open Government Information; forms 国办公开办函〔2021〕30号 and 〔2019〕60号.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Report {
    /// Version of this JSON form.
    pub schema_version: u32,
    /// 文件格式: the format of the source, told by its content.
    pub format: Format,
    /// 标题: the title, its lines put together.
    pub title: Option<Located<String>>,
    /// 报告机关: the body that reports, as the source names it.
    pub issuer: Option<Located<String>>,
    /// 报告年度: the year reported on.
    pub year: Option<Located<u16>>,
    /// 统计期限: the reporting period, where printed.
    pub period: Option<Period>,
    /// 发布日期: the day of publication: of a labelled line, else of the dateline, else of a property of the file.
    pub published: Option<Located<Date>>,
    /// 页面信息: what the page or the file states about the report.
    pub metadata: Metadata,
    /// 联系方式: the contact block.
    pub contact: Contact,
    /// The sections found, in the order of the source.
    pub sections: Vec<Section>,
    /// 表一: proactive disclosure.
    pub proactive: Table,
    /// 表二: requests received and handled.
    pub requests: Table,
    /// 表三: administrative reconsideration and litigation.
    pub review: Table,
    /// What a person should know about this reading, in the order of the source.
    pub findings: Vec<Finding>,
}

impl Report {
    /// One of the three tables.
    pub fn table(&self, kind: TableKind) -> &Table {
        match kind {
            TableKind::Proactive => &self.proactive,
            TableKind::Requests => &self.requests,
            TableKind::Review => &self.review,
        }
    }

    /// The three tables, in the form's order.
    pub fn tables(&self) -> [&Table; 3] {
        [&self.proactive, &self.requests, &self.review]
    }

    /// Every cell of the three tables, in the form's order.
    pub fn cells(&self) -> impl Iterator<Item = &TableCell> {
        self.tables().into_iter().flat_map(|table| &table.cells)
    }

    /// The cell at an address; `None` where the edition has no such cell.
    pub fn cell(&self, at: CellRef) -> Option<&TableCell> {
        self.table(at.table).get(at.row, at.column)
    }

    /// A section, if the source has it.
    pub fn section(&self, key: SectionKey) -> Option<&Section> {
        self.sections.iter().find(|section| section.key == key)
    }
}
