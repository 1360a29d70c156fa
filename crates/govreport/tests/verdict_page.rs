//! `docs/verdict.md` says what the code decides: every answer with what it proves, every combination of answers with what follows.
//!
//! The measured figures of the page are those of docs/data/warrants.tsv, which `torture --warrants` writes.

use std::collections::HashMap;
use std::fs;

use govreport::model::{Figure, Heading, Label, Reason, Status, Strength, SumsAnswer, Tie, Warrant};
use govreport::{Options, Reading};
use govreport_core::{Verdict, verdict};

const PAGE: &str = include_str!("../../../docs/verdict.md");

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
const HEADING: &str = "| weak or none | sums | verdict | cells | wrong |\n|---|---|---|--:|--:|";

/// Where a table of the page stands: between two marks.
fn place_of(name: &str) -> (usize, usize) {
    let begin = format!("<!-- {name} -->");
    let end = format!("<!-- end of {name} -->");
    let from = PAGE.find(&begin).unwrap_or_else(|| panic!("docs/verdict.md has {begin}"));
    let to = PAGE.find(&end).unwrap_or_else(|| panic!("docs/verdict.md has {end}"));
    (from + begin.len(), to)
}

/// The lines of a table of the page, without its heading.
fn table(name: &str) -> Vec<Vec<&'static str>> {
    let (from, to) = place_of(name);
    let lines = PAGE[from..to].lines().filter(|line| line.starts_with('|')).skip(2);
    lines.map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

fn key_of(cell: &str) -> &str {
    cell.trim_matches('`')
}

fn word(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => "strong",
        Strength::Weak => "weak",
        Strength::None => "none",
    }
}

#[test]
fn the_page_lists_all_answers_with_what_they_prove() {
    let figures: Vec<_> = Figure::ALL.iter().map(|answer| (answer.key(), word(answer.strength()))).collect();
    let labels: Vec<_> = Label::ALL.iter().map(|answer| (answer.key(), word(answer.strength()))).collect();
    let ties: Vec<_> = Tie::ALL.iter().map(|answer| (answer.key(), word(answer.strength()))).collect();
    let headings: Vec<_> =
        Heading::ALL.iter().map(|answer| (answer.key(), word(answer.strength()))).collect();
    for (name, answers) in [("figure", figures), ("label", labels), ("tie", ties), ("heading", headings)] {
        let of_page: Vec<_> =
            table(name).iter().map(|line| (key_of(line[0]), line[line.len() - 1])).collect();
        assert_eq!(of_page, answers, "{name}");
    }
    let sums: Vec<_> = SumsAnswer::ALL.iter().map(|answer| answer.key()).collect();
    assert_eq!(table("sums").iter().map(|line| key_of(line[0])).collect::<Vec<_>>(), sums);
    let reasons: Vec<_> = Reason::ALL.iter().map(|reason| reason.key()).collect();
    assert_eq!(table("reasons").iter().map(|line| key_of(line[0])).collect::<Vec<_>>(), reasons);
}

/// The line of the table that a combination of answers falls under.
fn class(figure: Figure, label: Label, tie: Tie, heading: Heading) -> String {
    let answers = [
        ("label", label.key(), label.strength()),
        ("tie", tie.key(), tie.strength()),
        ("heading", heading.key(), heading.strength()),
        ("figure", figure.key(), figure.strength()),
    ];
    let named = |strength: Strength| {
        let of_strength = answers.iter().filter(move |(_, _, other)| *other == strength);
        of_strength.map(|(question, key, _)| format!("{question} `{key}`")).collect::<Vec<_>>()
    };
    // One that proves nothing decides alone; of several, the first.
    if let Some(first) = named(Strength::None).first() {
        return first.clone();
    }
    let weak = named(Strength::Weak);
    // A lost cell, or one of several that run together, leaves the places of its row in doubt too: one loss, not two doubts.
    let one_loss = matches!(figure, Figure::Unprinted | Figure::Joined | Figure::Parted)
        && heading.strength() == Strength::Weak
        && weak.len() == 2;
    match weak.len() {
        0 => "all strong".to_owned(),
        1 => weak[0].clone(),
        2 if one_loss => weak.join(" + "),
        _ => "two or more weak".to_owned(),
    }
}

fn outcome(verdict: Verdict) -> String {
    match verdict {
        Verdict::Give(status) => format!("`{}`", status.key()),
        Verdict::Withhold(reason) => format!("null, `{}`", reason.key()),
    }
}

/// Every class of combinations, what the sums say, and what is decided: the same for all combinations of the class.
fn decided() -> Vec<(String, SumsAnswer, String)> {
    let mut lines: Vec<(String, SumsAnswer, String)> = Vec::new();
    for &label in Label::ALL {
        for &tie in Tie::ALL {
            for &heading in Heading::ALL {
                for &figure in Figure::ALL {
                    for &sums in SumsAnswer::ALL {
                        let class = class(figure, label, tie, heading);
                        let outcome = outcome(verdict(figure, label, tie, heading, sums));
                        match lines.iter().find(|line| line.0 == class && line.1 == sums) {
                            Some((.., other)) => assert_eq!(*other, outcome, "{class}, {sums}"),
                            None => lines.push((class, sums, outcome)),
                        }
                    }
                }
            }
        }
    }
    lines
}

/// Cells that were measured, by the line of the table that they fall under and what the sums say: all, and wrong ones.
type Measured = HashMap<(String, SumsAnswer), (u64, u64)>;

/// What `torture --warrants` counted; nothing where it was not run.
fn measured() -> Option<Measured> {
    fn of_key<T: Copy>(all: &[T], key: impl Fn(T) -> &'static str, word: &str) -> T {
        let found = all.iter().copied().find(|answer| key(*answer) == word);
        found.unwrap_or_else(|| panic!("{word} is an answer"))
    }
    let table = fs::read_to_string(format!("{ROOT}/docs/data/warrants.tsv")).ok()?;
    let mut measured = Measured::new();
    for line in table.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let [label, tie, heading, figure, sums, all, wrong] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("docs/data/warrants.tsv has seven columns: {line}");
        };
        let class = class(
            of_key(Figure::ALL, Figure::key, figure),
            of_key(Label::ALL, Label::key, label),
            of_key(Tie::ALL, Tie::key, tie),
            of_key(Heading::ALL, Heading::key, heading),
        );
        let cells = measured.entry((class, of_key(SumsAnswer::ALL, SumsAnswer::key, sums))).or_default();
        cells.0 += all.parse::<u64>().expect("a number of cells");
        cells.1 += wrong.parse::<u64>().expect("a number of cells");
    }
    Some(measured)
}

/// The lines of the table as they should be.
fn written() -> Vec<String> {
    let (decided, measured) = (decided(), measured());
    let line = |class: &str, answers: &[SumsAnswer], any: bool, outcome: &str| {
        let sums: Vec<String> = answers.iter().map(|answer| format!("`{answer}`")).collect();
        let sums = if any { "any".to_owned() } else { sums.join(", ") };
        let figures = measured.as_ref().map_or(["—".to_owned(), "—".to_owned()], |measured| {
            let of_line = answers.iter().filter_map(|answer| measured.get(&(class.to_owned(), *answer)));
            let (all, wrong) = of_line.fold((0, 0), |sum, cells| (sum.0 + cells.0, sum.1 + cells.1));
            [all.to_string(), if outcome.starts_with("null") { "—".to_owned() } else { wrong.to_string() }]
        });
        format!("| {class} | {sums} | {outcome} | {} |", figures.join(" | "))
    };
    let mut classes: Vec<&str> = Vec::new();
    for (class, ..) in &decided {
        if !classes.contains(&class.as_str()) {
            classes.push(class);
        }
    }
    let gives = |class: &str| decided.iter().any(|line| line.0 == class && !line.2.starts_with("null"));
    classes.sort_by_key(|class| match *class {
        "all strong" => (0, false),
        "two or more weak" => (2, false),
        class if gives(class) => (1, class.contains('+')),
        _ => (3, false),
    });
    let mut lines = Vec::new();
    for class in classes {
        let of_class: Vec<_> = decided.iter().filter(|line| line.0 == class).collect();
        let mut outcomes: Vec<&str> = of_class.iter().map(|line| line.2.as_str()).collect();
        // What is given stands before what is withheld.
        outcomes.sort_unstable();
        outcomes.dedup();
        if class == "all strong" {
            // The sums change nothing here; how often they hold is told.
            lines.extend(of_class.iter().map(|(_, sums, outcome)| line(class, &[*sums], false, outcome)));
            continue;
        }
        for outcome in &outcomes {
            let answers: Vec<SumsAnswer> =
                of_class.iter().filter(|line| line.2 == *outcome).map(|line| line.1).collect();
            lines.push(line(class, &answers, outcomes.len() == 1, outcome));
        }
    }
    lines
}

/// `GOVREPORT_UPDATE=1` before the command writes the table into the page.
#[test]
fn the_page_lists_every_combination_with_what_is_decided() {
    let written = written();
    let (from, to) = place_of("verdict");
    let heading: Vec<&str> = PAGE[from..to].lines().filter(|line| line.starts_with('|')).take(2).collect();
    let heading = if heading.len() == 2 { heading.join("\n") } else { HEADING.to_owned() };
    let table = format!("{heading}\n{}\n", written.join("\n"));
    if std::env::var_os("GOVREPORT_UPDATE").is_some() {
        let page = format!("{}\n{table}{}", &PAGE[..from], &PAGE[to..]);
        fs::write(format!("{ROOT}/docs/verdict.md"), page).expect("the page can be written");
        return;
    }
    assert!(
        PAGE[from..to].trim() == table.trim(),
        "GOVREPORT_UPDATE=1 writes the table of docs/verdict.md:\n{table}"
    );
}

/// The warrant that a report prints explains what it gives and what it withholds, in every sample.
#[test]
fn the_warrant_of_a_cell_explains_its_status() {
    let samples = ["examples/reports", "examples/formats"].map(|folder| format!("{ROOT}/{folder}"));
    let files = samples.iter().flat_map(|folder| fs::read_dir(folder).expect("the samples are there"));
    let mut warranted = 0;
    for file in files.map(|file| file.expect("the folder can be read").path()).filter(|path| path.is_file()) {
        let Ok(reading) = Reading::from_path(&file, &Options::default()) else { continue };
        for cell in reading.report.cells() {
            assert_eq!(
                cell.reason.is_some(),
                cell.status == Status::Ambiguous,
                "{}: {}",
                file.display(),
                cell.at()
            );
            let Some(Warrant { figure, label, tie, heading, sums, .. }) = cell.warrant else { continue };
            warranted += 1;
            let place = format!("{}: {}, {:?}", file.display(), cell.at(), cell.warrant);
            match verdict(figure, label, tie, heading, sums) {
                Verdict::Withhold(reason) => assert_eq!(cell.reason, Some(reason), "{place}"),
                Verdict::Give(status) if cell.value.is_some() => assert_eq!(cell.status, status, "{place}"),
                // What stands at the place is no number.
                Verdict::Give(_) => assert_ne!(cell.status, Status::Ambiguous, "{place}"),
            }
        }
    }
    assert!(warranted > 1000, "{warranted} cells have a warrant");
}
