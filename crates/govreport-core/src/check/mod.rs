//! Judging: what the numbers of a report say about each other. Checking reports and changes nothing.

mod arithmetic;
mod engine;
mod rule;

pub use engine::{Check, CheckReport, Skipped};
pub use rule::{Family, Rule, RuleInfo};
