//! The real reports that the project was given, where they are at hand.

use super::{keys, names, read};
use crate::form::{SectionKey, form};
use crate::text::fold::same;

#[test]
fn title_issuer_year_and_sections_are_those_of_the_truth() {
    let shared = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared");
    let Ok(files) = std::fs::read_dir(format!("{shared}/samples/seeds")) else {
        eprintln!("skipped: the real samples are not on this machine");
        return;
    };
    let mut seen = 0;
    for file in files {
        let path = file.expect("a directory that can be read").path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).expect("a name").to_owned();
        let text = std::fs::read_to_string(&path).expect("a text");
        let gold = std::fs::read_to_string(format!("{shared}/gold/{stem}.json")).expect("its truth");
        let gold: serde_json::Value = serde_json::from_str(&gold).expect("JSON");
        let (outline, findings) = read(&without_table_rows(&text));
        let meta = &gold["meta"];
        assert_eq!(
            outline.identity.issuer.as_ref().map(|issuer| issuer.value.as_str()),
            meta["issuer"].as_str(),
            "{stem}"
        );
        assert_eq!(
            outline.identity.year.as_ref().map(|year| u64::from(year.value)),
            meta["year"].as_u64(),
            "{stem}"
        );
        let published = outline.identity.published.as_ref().map(|day| day.value.to_string());
        assert_eq!(published.as_deref(), meta["published"].as_str(), "{stem}");
        let title = outline.identity.title.as_ref().map(|title| title.value.as_str()).unwrap_or_default();
        assert!(
            title.ends_with("年政府信息公开工作年度报告") || title.ends_with("年度政府信息公开工作年度报告"),
            "{stem}"
        );
        assert!(title.starts_with(meta["issuer"].as_str().unwrap_or_default()), "{stem}: {title}");
        let review = !stem.starts_with("000");
        let expected = SectionKey::ALL.iter().copied().filter(|key| review || *key != SectionKey::Review);
        assert_eq!(keys(&outline), expected.collect::<Vec<_>>(), "{stem}");
        assert_eq!(outline.sections[0].subsections.len(), 5, "{stem}");
        let expected: &[&str] = match &stem[..3] {
            "000" => &["section-missing"],
            "001" => &["issuer-in-doubt"],
            _ => &[],
        };
        assert_eq!(names(&findings), expected, "{stem}");
        let has_period = !matches!(&stem[..3], "002" | "004");
        assert_eq!(outline.identity.period.is_some(), has_period, "{stem}");
        seen += 1;
    }
    assert_eq!(seen, 5);
}

/// Leaves out the lines that are labels or numbers of tables, so that the test does not depend on how tables are found.
fn without_table_rows(text: &str) -> String {
    let is_row = |line: &str| {
        let first = line.split('\t').find(|cell| !cell.trim().is_empty()).unwrap_or_default();
        let of_table = |label: &crate::form::Label| {
            !matches!(label.meaning, crate::form::Meaning::Section(_)) && same(label.wording, first)
        };
        first.trim().bytes().all(|b| b.is_ascii_digit() || b == b'-') && !first.is_empty()
            || form().labels.iter().any(of_table)
    };
    text.lines().map(|line| if is_row(line) { "" } else { line }).collect::<Vec<_>>().join("\n")
}
