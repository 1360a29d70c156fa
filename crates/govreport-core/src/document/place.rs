//! Where on a page, and where in a table of the source, something stands.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// A length on a page, exact to a hundredth of a point (1/72 inch).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(from = "f64", into = "f64")]
pub struct Points(i32);

impl Points {
    /// The length in points.
    pub fn get(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl From<f64> for Points {
    /// Rounded to a hundredth; what is no number is 0, what no page is wide enough for is the widest.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a cast from float saturates, which is what is wanted"
    )]
    fn from(points: f64) -> Self {
        Self((points * 100.0).round() as i32)
    }
}

impl From<Points> for f64 {
    fn from(points: Points) -> Self {
        points.get()
    }
}

impl std::fmt::Display for Points {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.get().fmt(f)
    }
}

/// A rectangle on a page (页面区域), in points (1/72 inch) from the upper left corner of the page as it is shown.
///
/// In JSON: `[left, top, right, bottom]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "[Points; 4]", into = "[Points; 4]")]
pub struct Area {
    /// Left edge.
    pub left: Points,
    /// Upper edge.
    pub top: Points,
    /// Right edge.
    pub right: Points,
    /// Lower edge.
    pub bottom: Points,
}

impl Area {
    /// The rectangle between these edges, in points.
    pub fn new(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self { left: left.into(), top: top.into(), right: right.into(), bottom: bottom.into() }
    }

    /// The smallest rectangle that holds both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

impl From<[Points; 4]> for Area {
    fn from([left, top, right, bottom]: [Points; 4]) -> Self {
        Self { left, top, right, bottom }
    }
}

impl From<Area> for [Points; 4] {
    fn from(area: Area) -> Self {
        [area.left, area.top, area.right, area.bottom]
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Area {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Area".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let mut schema = <[f64; 4]>::json_schema(generator);
        schema.insert(
            "description".to_owned(),
            "A rectangle on a page (页面区域): [left, top, right, bottom] in points (1/72 inch) from the upper left corner.".into(),
        );
        schema
    }
}

/// A piece of the text with its place on a page (带位置的文字).
///
/// Usually a word or a run of characters on one line; an empty span marks an empty cell whose place is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Which part of the text.
    pub span: Span,
    /// Page, from 1.
    pub page: u32,
    /// Where on the page.
    pub area: Area,
}

/// A place in a table of the source (源表格位置): which table, row and column it has there, each from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GridPlace {
    /// Number of the table within the document, from 0.
    pub table: u32,
    /// Number of the row within the table, from 0.
    pub row: u32,
    /// Number of the column within the grid of the table, from 0.
    pub column: u32,
}
