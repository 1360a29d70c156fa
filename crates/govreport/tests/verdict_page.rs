//! `docs/verdict.md` says what the code decides: every answer with what it proves, every combination of answers with what follows.
//!
//! The columns of the page that hold measured figures are not looked at; all others are what is written here.

use govreport::model::{Figure, Heading, Label, Reason, Status, Strength, SumsAnswer, Tie, Warrant};
use govreport::{Options, Reading};
use govreport_core::{Verdict, verdict};

const PAGE: &str = include_str!("../../../docs/verdict.md");

/// The lines of a table of the page that stands between two marks, without its heading.
fn table(name: &str) -> Vec<Vec<&'static str>> {
    let begin = format!("<!-- {name} -->");
    let end = format!("<!-- end of {name} -->");
    let from = PAGE.find(&begin).unwrap_or_else(|| panic!("docs/verdict.md has {begin}"));
    let to = PAGE.find(&end).unwrap_or_else(|| panic!("docs/verdict.md has {end}"));
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
    let one_loss = matches!(figure, Figure::Unprinted | Figure::Parted)
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

/// The table as the page has it, but for what was measured.
fn written() -> Vec<[String; 3]> {
    let decided = decided();
    let mut classes: Vec<&str> = Vec::new();
    for (class, ..) in &decided {
        if !classes.contains(&class.as_str()) {
            classes.push(class);
        }
    }
    let rank = |class: &str| match class {
        "all strong" => 0,
        "two or more weak" => 3,
        _ => {
            let gives = |line: &&(String, SumsAnswer, String)| line.0 == class && !line.2.starts_with("null");
            if decided.iter().any(|line| gives(&line)) { 1 } else { 4 }
        }
    };
    classes.sort_by_key(|class| (rank(class), class.contains('+')));
    let mut lines: Vec<[String; 3]> = Vec::new();
    for class in classes {
        let of_class: Vec<_> = decided.iter().filter(|line| line.0 == class).collect();
        let same_for_all = of_class.iter().all(|line| line.2 == of_class[0].2);
        if same_for_all && class != "all strong" {
            lines.push([class.to_owned(), "any".to_owned(), of_class[0].2.clone()]);
            continue;
        }
        let mut outcomes: Vec<&str> = of_class.iter().map(|line| line.2.as_str()).collect();
        outcomes.sort_unstable();
        outcomes.dedup();
        // What is given first, then what is withheld; where all is given, a line for each answer of the sums.
        if same_for_all {
            for (_, sums, outcome) in of_class {
                lines.push([class.to_owned(), format!("`{sums}`"), outcome.clone()]);
            }
            continue;
        }
        for outcome in outcomes {
            let sums: Vec<String> = of_class
                .iter()
                .filter(|line| line.2 == outcome)
                .map(|line| format!("`{}`", line.1))
                .collect();
            lines.push([class.to_owned(), sums.join(", "), outcome.to_owned()]);
        }
    }
    lines
}

#[test]
fn the_page_lists_every_combination_with_what_is_decided() {
    let of_page: Vec<[String; 3]> =
        table("verdict").iter().map(|line| [line[0], line[1], line[2]].map(str::to_owned)).collect();
    let written = written();
    let lines: String = written
        .iter()
        .map(|[answers, sums, verdict]| format!("| {answers} | {sums} | {verdict} |\n"))
        .collect();
    assert!(of_page == written, "the table of docs/verdict.md should begin its lines so:\n{lines}");
}

/// The warrant that a report prints explains what it gives and what it withholds, in every sample.
#[test]
fn the_warrant_of_a_cell_explains_its_status() {
    let samples = ["examples/reports", "examples/formats"]
        .map(|folder| format!("{}/../../{folder}", env!("CARGO_MANIFEST_DIR")));
    let files = samples.iter().flat_map(|folder| std::fs::read_dir(folder).expect("the samples are there"));
    let mut warranted = 0;
    for file in files.map(|file| file.expect("the folder can be read").path()).filter(|path| path.is_file()) {
        let Ok(reading) = Reading::of_path(&file, &Options::default()) else { continue };
        for cell in reading.report.cells() {
            assert_eq!(
                cell.reason.is_some(),
                cell.status == Status::Ambiguous,
                "{}: {}",
                file.display(),
                cell.at()
            );
            let Some(Warrant { figure, label, tie, heading, sums }) = cell.warrant else { continue };
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
