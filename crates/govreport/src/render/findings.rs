//! Counting findings by how grave they are.

use govreport_core::model::Severity;

/// `3 findings: 1 error, 2 warnings`, or `no findings`; the gravest come first.
pub fn count_findings(severities: impl IntoIterator<Item = Severity>) -> String {
    let mut counts =
        [Severity::Error, Severity::Inconsistency, Severity::Warning, Severity::Info].map(|of| (of, 0));
    for severity in severities {
        for (_, count) in counts.iter_mut().filter(|(of, _)| *of == severity) {
            *count += 1;
        }
    }
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    if all == 0 {
        return "no findings".to_owned();
    }
    let grades: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(severity, count)| format!("{count} {}", plural(severity, count)))
        .collect();
    format!("{all} finding{}: {}", if all == 1 { "" } else { "s" }, grades.join(", "))
}

fn plural(severity: Severity, count: usize) -> &'static str {
    match (severity, count) {
        (Severity::Error, 1) => "error",
        (Severity::Error, _) => "errors",
        (Severity::Inconsistency, 1) => "inconsistency",
        (Severity::Inconsistency, _) => "inconsistencies",
        (Severity::Warning, 1) => "warning",
        (Severity::Warning, _) => "warnings",
        (Severity::Info, _) => "info",
    }
}
