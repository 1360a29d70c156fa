//! The command as a user meets it: what it prints where, and how it ends.

use crate::common::{Folder, Run, govreport};

#[test]
fn without_arguments_it_helps_and_counts_as_wrong_usage() {
    let run = govreport(&[]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("Usage: govreport"), "{}", run.err);
}

#[test]
fn help_teaches_by_examples() {
    for command in ["read", "cells", "check", "json", "explain", "demo"] {
        let run = govreport(&["help", command]);
        assert_eq!(run.code, Some(0), "{command}");
        assert!(run.out.contains("Examples:"), "{command}: {}", run.out);
    }
    let run = govreport(&["--help"]);
    assert!(run.out.contains("Exit codes: 0 done; 1 findings"), "{}", run.out);
}

#[test]
fn the_version_is_the_crates() {
    assert_eq!(govreport(&["--version"]).out.trim(), concat!("govreport ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn rules_are_listed_one_a_line_in_each_format() {
    let human = govreport(&["rules"]);
    assert_eq!(human.code, Some(0));
    assert!(human.out.lines().any(|line| line.starts_with("GR301  applicant-sum")), "{}", human.out);
    let jsonl = govreport(&["rules", "--format", "jsonl"]);
    for line in jsonl.out.lines() {
        let rule: serde_json::Value = serde_json::from_str(line).expect("each line is a JSON object");
        for key in ["code", "name", "severity", "family", "summary", "documentation"] {
            assert!(rule[key].is_string(), "{key} is missing in {line}");
        }
    }
}

#[test]
fn the_committed_page_of_rules_is_what_the_command_prints() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/rules.md"))
        .unwrap_or_default()
        .replace("\r\n", "\n");
    let now = govreport(&["rules", "--format", "markdown"]).out;
    assert!(
        page == now,
        "docs/rules.md is not what the rules say; make it anew with\n    \
         cargo run -p govreport-cli -- rules --format markdown > docs/rules.md"
    );
}

#[test]
fn rules_explain_themselves_by_code_and_name() {
    let by_code = govreport(&["explain", "gr301"]);
    let by_name = govreport(&["explain", "applicant-sum"]);
    assert_eq!(by_code.out, by_name.out);
    assert!(by_code.out.starts_with("GR301 applicant-sum (inconsistency, arithmetic)\n"), "{}", by_code.out);
    assert!(by_code.out.contains("# What to do"), "{}", by_code.out);
}

#[test]
fn unknown_rules_are_met_with_near_names() {
    let run = govreport(&["explain", "aplicant-sum"]);
    assert_eq!(run.code, Some(2));
    assert!(run.out.is_empty());
    assert!(run.err.contains("GR301 applicant-sum"), "{}", run.err);
    let run = govreport(&["check", "--select", "GR9", "no-such-file"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("no rule has the code or name \"GR9\""), "{}", run.err);
}

#[test]
fn the_schema_is_a_json_schema() {
    let run = govreport(&["schema"]);
    let schema: serde_json::Value = serde_json::from_str(&run.out).expect("the schema is JSON");
    assert!(schema["$schema"].is_string());
    assert!(schema["properties"]["requests"].is_object());
}

#[test]
fn what_cannot_be_read_is_said_and_ends_with_2() {
    let folder = Folder::new("unreadable");
    let empty = folder.file("empty.txt", b"");
    let other = folder.file("other.txt", "这不是年度报告。\n".as_bytes());
    let missing = folder.path("missing.txt");
    for path in [&empty, &other, &missing] {
        for command in ["read", "cells", "check", "json", "text"] {
            // What a reader saw can be looked at although it is no report.
            if command == "text" && path == &other {
                continue;
            }
            let run = govreport(&[command, path]);
            assert_eq!(run.code, Some(2), "{command} {path}");
            assert!(run.out.is_empty(), "{command} {path}: {}", run.out);
            assert!(run.err.contains(path.as_str()), "{command} {path}: {}", run.err);
        }
    }
}

#[test]
fn csv_has_its_heading_even_where_nothing_is_read() {
    let folder = Folder::new("heading");
    let run = govreport(&["cells", "--format", "csv", &folder.file("empty.txt", b"")]);
    assert_eq!(
        run.out,
        "source,table,row,column,value,status,raw,unit,reason,start,end,page,box_left,box_top,box_right,box_bottom,\
         grid_table,grid_row,grid_column,edition\r\n"
    );
    assert_eq!(run.code, Some(2));
}

#[test]
fn commands_for_one_file_take_no_folder() {
    let folder = Folder::new("one-file");
    for command in ["read", "text", "json"] {
        let run = govreport(&[command, &folder.path("")]);
        assert_eq!(run.code, Some(2), "{command}");
        assert!(run.err.contains("is a folder"), "{command}: {}", run.err);
    }
}

#[test]
fn a_folder_without_files_is_said() {
    let folder = Folder::new("nothing");
    folder.file(".hidden", b"x");
    let run = govreport(&["cells", &folder.path("")]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("nothing to read in this folder"), "{}", run.err);
}

#[test]
fn folders_are_walked_in_order_and_bad_files_do_not_stop_the_run() {
    let folder = Folder::new("walk");
    for name in ["b/2.txt", "a.txt", "b/1.txt", "c.txt", ".git/config"] {
        folder.file(name, b"");
    }
    let run = govreport(&["cells", &folder.path("")]);
    let order: Vec<usize> =
        ["a.txt", "1.txt", "2.txt", "c.txt"].iter().filter_map(|name| run.err.find(name)).collect();
    assert_eq!(order.len(), 4, "{}", run.err);
    assert!(order.is_sorted(), "{}", run.err);
    assert!(!run.err.contains(".git"), "{}", run.err);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let Run { code, err, .. } = crate::common::closed_early(&["rules", "--format", "markdown"]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
}
