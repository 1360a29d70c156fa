//! What other programs made of two reports is read without a wrong number, and as many numbers are read as were.
//!
//! `converters/outputs/` is written by `make converters-outputs`; its truth is that of who wrote the reports.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use govreport::{Options, Reading};
use govreport_benches::{Warrants, compare, parse_truth_table};
use govreport_invariants::{Law, judge_text};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../converters/outputs")
}

#[test]
fn outputs_of_other_programs_are_read_without_a_false_word() {
    let table = |name: &str| fs::read_to_string(folder().join(name)).expect("the table is committed");
    let truth = parse_truth_table(&table("truth.tsv")).expect("every line is a cell");
    assert_eq!(truth.values().map(Vec::len).collect::<Vec<_>>(), [200, 198], "all cells of both editions");
    let mut failures = Vec::new();
    let mut outputs = 0;
    for line in table("outputs.tsv").lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [_, _, _, _, _, report, file, given] = fields[..] else { panic!("eight columns: {line}") };
        let given: u64 = given.parse().expect("a count");
        let reading = Reading::from_path(folder().join(file), &Options::default());
        let mut misses = Vec::new();
        let count = compare(
            reading.as_ref().ok().map(|reading| &reading.report),
            &truth[report],
            &BTreeMap::new(),
            &mut misses,
            &mut Warrants::default(),
        );
        outputs += 1;
        if let Ok(reading) = &reading {
            let broken = judge_text(&reading.text, &reading.report);
            // Tables that are written apart from the text stand behind the headings of all sections.
            let is_apart = file.starts_with("pdfplumber-csv");
            let broken = broken.iter().filter(|law| !is_apart || law.law() != Law::WithinTable);
            failures.extend(broken.map(|law| format!("{file}: {law}")));
        }
        if count.wrong + count.misstated > 0 || count.given < given {
            let first = misses
                .first()
                .map(|miss| format!("{:?} {} {:?}", miss.verdict, miss.truth.at(), miss.answer));
            failures.push(format!(
                "{file}: wrong {}, misstated {}, given {} of {given}: {}",
                count.wrong,
                count.misstated,
                count.given,
                first.unwrap_or_default()
            ));
        }
    }
    assert!(outputs > 200, "only {outputs} outputs are there");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
