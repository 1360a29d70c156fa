//! Who reports, on which year, and where the source says so.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// Where in the source something was found (出处).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Origin {
    /// 标题: in the title.
    Title,
    /// 统计期限: in the sentence on the reporting period.
    Period,
    /// 引言: in the introduction before section one.
    Introduction,
    /// 正文: in the text of the sections.
    Body,
    /// 页面信息: in a labelled line of the page (发布时间, 发布机构, 来源 …), or in a property of the file (`<meta>`, `<title>`).
    PageMetadata,
    /// 落款: in the dateline or signature at the end or under the title.
    Dateline,
    /// 联系方式: in the contact block.
    Contact,
}

impl Origin {
    /// The Chinese term, such as 标题.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Title => "标题",
            Self::Period => "统计期限",
            Self::Introduction => "引言",
            Self::Body => "正文",
            Self::PageMetadata => "页面信息",
            Self::Dateline => "落款",
            Self::Contact => "联系方式",
        }
    }
}

/// A value with where it was found.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Located_{T}"))]
#[non_exhaustive]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// What kind of place it was found in.
    pub origin: Origin,
    /// The place; `None` for what stands in a property of the file, not in its text.
    pub span: Option<Span>,
    /// 文件属性: the name of that property, as the file writes it (`PubDate`); `None` for what stands in the text.
    pub property: Option<String>,
}

impl<T> Located<T> {
    /// A value that stands in the text.
    pub const fn new(value: T, origin: Origin, span: Span) -> Self {
        Self { value, origin, span: Some(span), property: None }
    }

    /// A value that the file states beside its text, in the property of this name.
    pub fn from_property(value: T, name: impl Into<String>) -> Self {
        Self { value, origin: Origin::PageMetadata, span: None, property: Some(name.into()) }
    }
}

/// The contact block (联系方式).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Contact {
    /// 地址: postal address.
    pub address: Option<Located<String>>,
    /// 邮编: postal code.
    pub postcode: Option<Located<String>>,
    /// 电话: telephone number, as printed.
    pub telephone: Option<Located<String>>,
    /// 传真: fax number, as printed.
    pub fax: Option<Located<String>>,
    /// 电子邮箱: e-mail address, as printed.
    pub email: Option<Located<String>>,
}
