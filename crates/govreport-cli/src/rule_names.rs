//! Finding rules by what a person types.

use govreport::check::Rule;

use crate::outcome::Failure;

/// The rule with this code or name.
pub(crate) fn find(code_or_name: &str) -> Result<Rule, Failure> {
    Rule::find(code_or_name.trim()).ok_or_else(|| unknown(code_or_name))
}

/// The rules meant by a list of codes, names and beginnings of codes (`GR3`).
pub(crate) fn find_all(wanted: &[String]) -> Result<Vec<Rule>, Failure> {
    let mut rules = Vec::new();
    for word in wanted {
        let word = word.trim();
        if let Some(rule) = Rule::find(word) {
            rules.push(rule);
            continue;
        }
        let start = word.to_ascii_uppercase();
        let before = rules.len();
        if start.len() > 2 {
            rules.extend(Rule::ALL.iter().copied().filter(|rule| rule.code().starts_with(&start)));
        }
        if rules.len() == before {
            return Err(unknown(word));
        }
    }
    Ok(rules)
}

fn unknown(wanted: &str) -> Failure {
    let near = near(wanted);
    let advice = if near.is_empty() {
        String::new()
    } else {
        let names: Vec<String> = near.iter().map(ToString::to_string).collect();
        format!("; near it: {}", names.join(", "))
    };
    Failure::Usage(format!("no rule has the code or name {wanted:?}{advice}; `govreport rules` lists all"))
}

/// At most three rules whose code, name or a word of it is like `wanted`, the nearest first.
fn near(wanted: &str) -> Vec<Rule> {
    let wanted = wanted.trim().to_ascii_lowercase();
    let likeness = |rule: Rule| {
        let words = rule.name().split('-').chain([rule.name(), rule.code()]);
        let likeness = words.map(|word| strsim::jaro_winkler(&wanted, &word.to_ascii_lowercase()));
        likeness.fold(0.0, f64::max)
    };
    let mut near: Vec<(f64, Rule)> = Rule::ALL
        .iter()
        .map(|rule| (likeness(*rule), *rule))
        .filter(|(likeness, _)| *likeness > 0.85)
        .collect();
    near.sort_by(|(a, first), (b, second)| b.total_cmp(a).then(first.cmp(second)));
    near.into_iter().take(3).map(|(_, rule)| rule).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_found_by_code_name_and_beginning() {
        assert_eq!(find(" gr301 ").ok(), Some(Rule::ApplicantSum));
        assert_eq!(find_all(&["applicant-sum".to_owned()]).ok(), Some(vec![Rule::ApplicantSum]));
        let arithmetic = find_all(&["gr3".to_owned()]).unwrap_or_default();
        assert!(arithmetic.contains(&Rule::CaseBalance) && !arithmetic.contains(&Rule::YearMissing));
        assert!(find_all(&["GR".to_owned()]).is_err());
        assert!(find_all(&[String::new()]).is_err());
    }

    #[test]
    fn slips_of_the_pen_are_met_with_what_was_meant() {
        assert_eq!(near("aplicant-sum").first(), Some(&Rule::ApplicantSum));
        assert_eq!(near("baance").first(), Some(&Rule::CaseBalance));
        assert!(near("完全不同").is_empty());
    }
}
