//! One notice of each rule: what it says in both languages, and that its JSON comes back.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::{Language, Notice};
use crate::rules::Rule;

const EXAMPLES: &str = include_str!("examples.jsonl");

fn examples() -> Vec<Notice> {
    let read = |line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    EXAMPLES.lines().map(read).collect()
}

#[test]
fn every_rule_has_an_example() {
    let shown: BTreeSet<Rule> = examples().iter().map(Notice::rule).collect();
    let missing: Vec<&Rule> = Rule::ALL.iter().filter(|rule| !shown.contains(rule)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn sentences_in_both_languages() {
    let mut said = String::new();
    for notice in examples() {
        writeln!(said, "{}", notice.rule()).expect("a string takes everything");
        for language in Language::ALL {
            writeln!(said, "  {}", notice.message(*language)).expect("a string takes everything");
            said.extend(notice.hint(*language).map(|hint| format!("    {hint}\n")));
        }
    }
    insta::assert_snapshot!(said);
}

#[test]
fn the_json_comes_back_under_the_name_of_the_rule() {
    for (notice, line) in examples().into_iter().zip(EXAMPLES.lines()) {
        let json = serde_json::to_string(&notice).expect("a notice is JSON");
        assert!(json.starts_with(&format!("{{\"{}\":", notice.rule().name())), "{json}");
        assert_eq!(json, line);
        assert_eq!(serde_json::from_str::<Notice>(&json).ok(), Some(notice));
    }
}

#[test]
fn chinese_sentences_hold_no_english_words_of_ours() {
    for notice in examples() {
        let said = notice.message(Language::Chinese);
        for word in [" the ", " is ", " was ", " are ", "number"] {
            assert!(!said.contains(word), "{said}");
        }
    }
}

#[test]
fn pages_are_named_by_runs() {
    use super::words::{pages, pages_zh};
    assert_eq!(pages(&[3]), "page 3");
    assert_eq!(pages(&[1, 2, 5, 6, 7, 9]), "pages 1, 2, 5 to 7, 9");
    assert_eq!(pages_zh(&[1, 5, 6, 7]), "第1、5至7页");
    assert_eq!(pages(&[u32::MAX]), format!("page {}", u32::MAX));
}
