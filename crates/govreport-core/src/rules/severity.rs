//! How grave a finding is.

use serde::{Deserialize, Serialize};

/// How grave a finding is (级别).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// 提示: what the reading did.
    Info,
    /// 注意: something a person should look at.
    Warning,
    /// 不一致: numbers that can be read disagree with each other.
    Inconsistency,
    /// 错误: something the form demands is missing or cannot be read.
    Error,
}

impl Severity {
    /// The name, as it stands in every output.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Inconsistency => "inconsistency",
            Self::Error => "error",
        }
    }
}

impl std::fmt::Display for Severity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.key())
    }
}
