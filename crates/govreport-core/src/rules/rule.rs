//! The rules: code, name, severity and the page that explains each. Codes and names never change their meaning.

use serde::{Deserialize, Serialize};

use super::severity::Severity;

/// What a rule is about (规则类别).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Family {
    /// `GR0xx` 读取: bytes, encoding, limits.
    Reading,
    /// `GR1xx` 结构: sections, title, issuer, year, period.
    Structure,
    /// `GR2xx` 单元格: tables, rows, cells.
    Cells,
    /// `GR3xx` 勾稽: arithmetic within a table.
    Arithmetic,
}

impl Family {
    /// All members.
    pub const ALL: &'static [Self] = &[Self::Reading, Self::Structure, Self::Cells, Self::Arithmetic];

    /// The name, as it stands in every output.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Structure => "structure",
            Self::Cells => "cells",
            Self::Arithmetic => "arithmetic",
        }
    }
}

/// Everything there is to know of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RuleInfo {
    /// What it is about.
    pub family: Family,
    /// Code, such as `GR301`.
    pub code: &'static str,
    /// Name, such as `applicant-sum`.
    pub name: &'static str,
    /// How grave its findings are.
    pub severity: Severity,
    /// What it says, and how to read it: Markdown, the first line is the summary.
    pub documentation: &'static str,
}

macro_rules! rules {
    ($($family:ident { $($(#[doc = $doc:literal])+ $variant:ident = $code:literal, $name:literal, $severity:ident;)+ })+) => {
        /// A rule (规则). Its documentation here is the page that `govreport explain` prints.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Rule { $($($(#[doc = $doc])+ $variant,)+)+ }

        impl Rule {
            /// All rules, by code.
            pub const ALL: &'static [Self] = &[$($(Self::$variant,)+)+];

            /// Everything there is to know of it.
            pub const fn info(self) -> RuleInfo {
                match self {
                    $($(Self::$variant => RuleInfo {
                        family: Family::$family,
                        code: $code,
                        name: $name,
                        severity: Severity::$severity,
                        documentation: concat!($($doc, "\n",)+),
                    },)+)+
                }
            }
        }
    };
}

include!("list.rs");

impl Rule {
    /// Its code, such as `GR301`.
    pub const fn code(self) -> &'static str {
        self.info().code
    }

    /// Its name, such as `applicant-sum`.
    pub const fn name(self) -> &'static str {
        self.info().name
    }

    /// How grave its findings are.
    pub const fn severity(self) -> Severity {
        self.info().severity
    }

    /// What it is about.
    pub const fn family(self) -> Family {
        self.info().family
    }

    /// The rule with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.code() == code)
    }

    /// What it says, in one line.
    pub fn summary(self) -> &'static str {
        self.info().documentation.lines().next().unwrap_or_default().trim()
    }
}

impl std::fmt::Display for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.code(), self.name())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn codes_and_names_are_unique_and_in_order() {
        let codes: Vec<_> = Rule::ALL.iter().map(|rule| rule.code()).collect();
        assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
        let names: HashSet<_> = Rule::ALL.iter().map(|rule| rule.name()).collect();
        assert_eq!(names.len(), codes.len());
    }

    #[test]
    fn codes_begin_with_the_digit_of_their_family() {
        for (digit, family) in Family::ALL.iter().enumerate() {
            let rules = Rule::ALL.iter().filter(|rule| rule.family() == *family);
            assert!(rules.clone().next().is_some(), "{}", family.key());
            for rule in rules {
                assert!(
                    rule.code().starts_with(&format!("GR{digit}")),
                    "{rule} is filed under {}",
                    family.key()
                );
            }
        }
    }

    #[test]
    fn every_rule_explains_itself() {
        for rule in Rule::ALL {
            let page = rule.info().documentation;
            assert!(page.contains("# What to do"), "{rule} does not say what to do");
            assert!(rule.summary().ends_with('.'), "{rule}: the first line is not a sentence");
        }
    }
}
