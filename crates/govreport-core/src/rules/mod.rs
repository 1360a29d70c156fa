//! The rules: what each is called, how grave its findings are and the page that explains it.
//!
//! Below the model, because a finding names its rule, and apart from the checks: most rules are about the reading.

mod rule;
mod select;
mod severity;

pub use rule::{Family, Rule, RuleInfo};
pub use select::UnknownRule;
pub use severity::Severity;
