//! Judging: what the numbers of a report say about each other. Checking reports and changes nothing.

mod arithmetic;
mod engine;
mod outcome;

pub use crate::rules::{Family, Rule, RuleInfo, UnknownRule};
pub use engine::Check;
pub use outcome::{CheckReport, Ran, SkipReason, Skipped};
