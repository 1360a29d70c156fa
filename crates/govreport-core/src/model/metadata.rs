//! What the page or the file states about the report, beside the report itself.

use serde::{Deserialize, Serialize};

use super::{Date, Located};

/// The metadata of the page or file (页面信息、文件属性): labelled lines and rows such as `索引号：K1/2024-00012`, and properties
/// such as `<meta name="PubDate">`. What the page prints counts before what a property says.
///
/// Words stand as printed, placeholders such as 无 or 〔〕号 too; a label without a value is absent.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Metadata {
    /// 名称、标题: what the page calls the document.
    pub name: Option<Located<String>>,
    /// 索引号: the number under which the site files it.
    pub index_number: Option<Located<String>>,
    /// 发布机构、发文机关: the body that publishes it.
    pub publisher: Option<Located<String>>,
    /// 来源: where the site took it from.
    pub source: Option<Located<String>>,
    /// 文号: its number among the documents of the body.
    pub document_number: Option<Located<String>>,
    /// 分类: by subject, kind or service (主题分类, 体裁分类, 组配分类).
    pub category: Option<Located<String>>,
    /// 生成日期、成文日期: the day it was written.
    pub created: Option<Located<Date>>,
    /// 公开日期、发布时间: the day it was published.
    pub published: Option<Located<Date>>,
    /// 网址: its address.
    pub url: Option<Located<String>>,
}
