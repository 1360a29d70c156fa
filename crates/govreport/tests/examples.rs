//! The sample reports of `examples/reports`: every cell exact, and who reports on which year.

use std::fs;
use std::path::{Path, PathBuf};

use govreport::model::Report;
use govreport::{Options, Reading};
use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/reports")
}

fn gold(path: &Path) -> Value {
    let text = fs::read_to_string(path).expect("the gold file is there and UTF-8");
    serde_json::from_str(&text).expect("the gold file is JSON")
}

/// The differences between a report and its gold, one a line.
fn differences(report: &Report, gold: &Value) -> Vec<String> {
    let mut differences = Vec::new();
    let mut compare = |what: &str, found: Option<String>, truth: &Value| {
        let truth = match truth {
            Value::Null => None,
            Value::String(text) => Some(text.clone()),
            other => Some(other.to_string()),
        };
        if found != truth {
            differences.push(format!("{what}: {found:?}, in truth {truth:?}"));
        }
    };
    let meta = &gold["meta"];
    let title = report.title.as_ref().map(|title| title.value.replace(char::is_whitespace, ""));
    compare("title", title, &meta["title"]);
    compare("issuer", report.issuer.as_ref().map(|issuer| issuer.value.clone()), &meta["issuer"]);
    compare("year", report.year.as_ref().map(|year| year.value.to_string()), &meta["year"]);
    compare("published", report.published.as_ref().map(|day| day.value.to_string()), &meta["published"]);
    compare("period start", report.period.map(|period| period.start.to_string()), &meta["period"][0]);
    compare("period end", report.period.map(|period| period.end.to_string()), &meta["period"][1]);
    let sections: Vec<_> = report.sections.iter().map(|section| section.key.key()).collect();
    compare("sections", Some(serde_json::json!(sections).to_string()), &meta["sections"]);
    compare(
        "edition of table one",
        Some(report.proactive.edition.to_string()),
        &meta["edition"]["proactive"],
    );
    compare("edition of table two", Some(report.requests.edition.to_string()), &meta["edition"]["requests"]);

    for cell in gold["cells"].as_array().into_iter().flatten() {
        let [table, row, column] = [&cell[0], &cell[1], &cell[2]].map(|key| key.as_str().unwrap_or_default());
        let found = report.cells().find(|found| {
            found.table().key() == table && found.row.key() == row && found.column.key() == column
        });
        let (value, status) =
            found.map_or((None, "not among the cells"), |found| (found.value, found.status.key()));
        let truth = (!cell[3].is_null()).then(|| cell[3].to_string());
        let statuses = cell[4].as_array().into_iter().flatten().filter_map(Value::as_str);
        let same =
            value.map(|value| value.normalize()) == truth.as_ref().and_then(|truth| truth.parse().ok());
        if !same || !statuses.clone().any(|right| right == status) {
            let value = value.map(|value| value.to_string());
            let statuses: Vec<_> = statuses.collect();
            differences
                .push(format!("{table}/{row}/{column}: {value:?} {status}, in truth {truth:?} {statuses:?}"));
        }
    }
    differences
}

#[test]
fn every_sample_is_read_exactly() {
    let mut failures = Vec::new();
    let mut samples = 0;
    for entry in fs::read_dir(folder().join("gold")).expect("the folder of gold files") {
        let gold = gold(&entry.expect("a folder can be listed").path());
        let file = gold["meta"]["file"].as_str().expect("the gold names its report");
        samples += 1;
        let differences = match Reading::from_path(folder().join(file), &Options::default()) {
            Ok(reading) => differences(&reading.report, &gold),
            Err(error) => vec![error.to_string()],
        };
        if !differences.is_empty() {
            let shown: Vec<_> = differences.iter().take(8).cloned().collect();
            failures.push(format!("{file}: {} differences\n  {}", differences.len(), shown.join("\n  ")));
        }
    }
    assert!(samples >= 10, "only {samples} samples");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_sample_has_its_gold_and_its_line_on_the_page() {
    let page = fs::read_to_string(folder().join("README.md")).expect("the page that lists the samples");
    for entry in fs::read_dir(folder()).expect("the folder of samples") {
        let path = entry.expect("a folder can be listed").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("names are UTF-8").to_owned();
        if path.is_dir() || name == "README.md" {
            continue;
        }
        let stem = name.split('.').next().expect("a name has a first part");
        assert!(folder().join("gold").join(format!("{stem}.gold.json")).exists(), "{name} has no gold");
        assert!(page.contains(&format!("`{name}`")), "{name} is not on the page");
    }
}
