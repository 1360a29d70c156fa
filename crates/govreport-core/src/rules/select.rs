//! Finding rules by what a person types.

use super::rule::Rule;

/// Beginnings of codes have at least this many characters: `GR` alone means no family.
const SHORTEST: usize = 3;
/// Names that are more alike than this are offered for a wrong one (Jaro-Winkler). Measured on the slips of the tests below and
/// the names of the rules among each other: at 0.8 `result-sum` is offered for `applicant-sum`.
const ALIKE: f64 = 0.85;
/// So many are offered.
const OFFERED: usize = 3;

/// No rule has this code or name, and no code begins like it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no rule has the code or name {wanted:?}{}; `govreport rules` lists all", offered(near))]
#[non_exhaustive]
pub struct UnknownRule {
    /// What was asked for.
    pub wanted: String,
    /// Rules whose code or name is like it, the likest first.
    pub near: Vec<Rule>,
}

fn offered(near: &[Rule]) -> String {
    if near.is_empty() {
        return String::new();
    }
    let names: Vec<String> = near.iter().map(ToString::to_string).collect();
    format!("; near it: {}", names.join(", "))
}

impl Rule {
    /// The rule with this code or name, upper and lower case alike.
    ///
    /// # Errors
    ///
    /// [`UnknownRule`] where there is none; it names those that are like it.
    pub fn find(code_or_name: &str) -> Result<Self, UnknownRule> {
        let wanted = code_or_name.trim();
        let is_wanted = |rule: &Self| {
            rule.code().eq_ignore_ascii_case(wanted) || rule.name().eq_ignore_ascii_case(wanted)
        };
        Self::ALL.iter().copied().find(is_wanted).ok_or_else(|| unknown(wanted))
    }

    /// The rules meant by codes, names and beginnings of codes: `GR3` means all of that family. In the order of the words, each
    /// rule once.
    ///
    /// ```
    /// use govreport_core::check::Rule;
    ///
    /// let rules = Rule::select(["GR3", "title-missing"])?;
    /// assert!(rules.contains(&Rule::CaseBalance) && rules.contains(&Rule::TitleMissing));
    /// assert!(Rule::select(["GR9"]).is_err());
    /// # Ok::<(), govreport_core::check::UnknownRule>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`UnknownRule`] for the first word that means none.
    pub fn select(words: impl IntoIterator<Item = impl AsRef<str>>) -> Result<Vec<Self>, UnknownRule> {
        let mut rules = Vec::new();
        for word in words {
            let word = word.as_ref().trim();
            let start = word.to_ascii_uppercase();
            let begins = |rule: &&Self| start.len() >= SHORTEST && rule.code().starts_with(&start);
            let mut meant: Vec<Self> = match Self::find(word) {
                Ok(rule) => vec![rule],
                Err(unknown) => {
                    let family: Vec<Self> = Self::ALL.iter().filter(begins).copied().collect();
                    if family.is_empty() {
                        return Err(unknown);
                    }
                    family
                }
            };
            meant.retain(|rule| !rules.contains(rule));
            rules.append(&mut meant);
        }
        Ok(rules)
    }
}

fn unknown(wanted: &str) -> UnknownRule {
    UnknownRule { wanted: wanted.to_owned(), near: near(wanted) }
}

/// The rules whose code, name or a word of it is like `wanted`, the likest first.
fn near(wanted: &str) -> Vec<Rule> {
    let wanted = wanted.to_ascii_lowercase();
    let likeness = |rule: Rule| {
        let words = rule.name().split('-').chain([rule.name(), rule.code()]);
        let likeness = words.map(|word| strsim::jaro_winkler(&wanted, &word.to_ascii_lowercase()));
        likeness.fold(0.0, f64::max)
    };
    let mut near: Vec<(f64, Rule)> = Rule::ALL
        .iter()
        .map(|rule| (likeness(*rule), *rule))
        .filter(|(likeness, _)| *likeness > ALIKE)
        .collect();
    near.sort_by(|(a, first), (b, second)| b.total_cmp(a).then(first.cmp(second)));
    near.into_iter().take(OFFERED).map(|(_, rule)| rule).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_found_by_code_name_and_beginning() {
        assert_eq!(Rule::find(" gr301 "), Ok(Rule::ApplicantSum));
        assert_eq!(Rule::select(["applicant-sum"]), Ok(vec![Rule::ApplicantSum]));
        let arithmetic = Rule::select(["gr3", "GR301"]).unwrap_or_default();
        assert!(arithmetic.contains(&Rule::CaseBalance) && !arithmetic.contains(&Rule::YearMissing));
        assert_eq!(arithmetic.iter().filter(|rule| **rule == Rule::ApplicantSum).count(), 1);
        assert!(Rule::select(["GR"]).is_err());
        assert!(Rule::select([""]).is_err());
    }

    #[test]
    fn slips_of_the_pen_are_met_with_what_was_meant() {
        let near = |wanted: &str| Rule::find(wanted).expect_err("no rule is called that").near;
        assert_eq!(near("aplicant-sum").first(), Some(&Rule::ApplicantSum));
        assert_eq!(near("baance").first(), Some(&Rule::CaseBalance));
        assert!(near("完全不同").is_empty());
        let message = Rule::find("baance").expect_err("no rule is called that").to_string();
        assert!(message.contains("near it: GR303 case-balance"), "{message}");
    }
}
