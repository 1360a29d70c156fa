//! One report in every format (examples/formats): the same cells from all, each with the place that its format knows.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::str::FromStr as _;
use std::{env, fs, process};

use govreport::check::Rule;
use govreport::model::TableCell;
use govreport::{Decimal, Options, Reading};
use serde_json::Value;

/// What a format knows of the place of a cell.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// Nothing beyond the text.
    Text,
    /// Table, row and column of the source.
    Grid,
    /// Page and box.
    Page,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/formats")
}

fn truth() -> Value {
    let text =
        fs::read_to_string(folder().join("cells.json")).expect("examples/formats/cells.json is committed");
    serde_json::from_str(&text).expect("it is JSON")
}

fn read(path: &Path) -> Reading {
    Reading::from_path(path, &Options::default())
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Everything in which the cells read differ from the true ones, a line each.
fn differences(reading: &Reading) -> Vec<String> {
    let truth = truth();
    let cells = truth["cells"].as_array().expect("cells are a list");
    let mut read: BTreeMap<(&str, &str), &TableCell> =
        reading.report.cells().map(|cell| ((cell.row.key(), cell.column.key()), cell)).collect();
    let mut found = Vec::new();
    for cell in cells {
        let key = |name: &str| cell[name].as_str().unwrap_or_default();
        let address = format!("{}/{}/{}", key("table"), key("row"), key("column"));
        let Some(is) = read.remove(&(key("row"), key("column"))) else {
            found.push(format!("{address} is not there"));
            continue;
        };
        let value = cell["value"]
            .as_number()
            .map(|number| Decimal::from_str(&number.to_string()).expect("the truth has plain decimals"));
        let raw = cell["raw"].as_str().map(without_space);
        if (is.value, is.status.key()) != (value, key("status"))
            || is.raw.as_deref().map(without_space) != raw
        {
            found.push(format!(
                "{address} is {value:?} {} {raw:?}, but was read as {:?} {} {:?}",
                key("status"),
                is.value,
                is.status,
                is.raw
            ));
        }
    }
    found.extend(read.keys().map(|(row, column)| format!("{row}/{column} is in no cell of the truth")));
    found
}

/// The file gives exactly the true cells, with their places, and what the report says of itself.
#[track_caller]
fn check(file: &str, place: Place) {
    let reading = read(&folder().join(file));
    let wrong = differences(&reading);
    assert!(wrong.is_empty(), "{file}: {} cells differ:\n{}", wrong.len(), wrong.join("\n"));
    let (mut places, mut boxes) = (BTreeSet::new(), BTreeSet::new());
    for cell in reading.report.cells() {
        let at = format!("{file}: {}", cell.at());
        assert_eq!(
            cell.raw.as_deref(),
            cell.span.filter(|_| cell.raw.is_some()).map(|span| reading.slice(span)),
            "{at}"
        );
        match place {
            Place::Text => assert_eq!((cell.page, cell.area), (None, None), "{at}"),
            Place::Grid => {
                let grid = cell.grid.unwrap_or_else(|| panic!("{at} has no place in a table"));
                assert!(
                    places.insert((grid.table, grid.row, grid.column)),
                    "{at} stands where another stands"
                );
            }
            Place::Page if cell.raw.is_some() => {
                let page = cell.page.unwrap_or_else(|| panic!("{at} has no page"));
                let area = cell.area.unwrap_or_else(|| panic!("{at} has no box"));
                // The pages are as wide as A4 and at most as high.
                assert!(
                    area.left.get() > 0.0 && area.right > area.left && area.right.get() < 596.0,
                    "{at}: {area:?}"
                );
                assert!(
                    area.top.get() > 0.0 && area.bottom > area.top && area.bottom.get() < 842.0,
                    "{at}: {area:?}"
                );
                assert!(
                    boxes.insert((page, area.top, area.left)),
                    "{at} stands where another stands: {area:?}"
                );
            }
            Place::Page => {}
        }
    }
    identity(file, &reading);
}

#[track_caller]
fn identity(file: &str, reading: &Reading) {
    let truth = truth();
    let (report, is) = (&reading.report, &truth["report"]);
    assert_eq!(report.title.as_ref().map(|title| title.value.as_str()), is["title"].as_str(), "{file}");
    assert_eq!(report.issuer.as_ref().map(|issuer| issuer.value.as_str()), is["issuer"].as_str(), "{file}");
    assert_eq!(report.year.as_ref().map(|year| u64::from(year.value)), is["year"].as_u64(), "{file}");
    let period = report.period.as_ref().map(|period| [period.start.to_string(), period.end.to_string()]);
    assert_eq!(serde_json::to_value(period).ok(), Some(is["period"].clone()), "{file}");
    let sections: Vec<&str> = report.sections.iter().map(|section| section.key.key()).collect();
    assert_eq!(serde_json::to_value(sections).ok(), Some(is["sections"].clone()), "{file}");
    let misled: Vec<_> =
        report.findings.iter().filter(|finding| finding.rule() == Rule::ExtensionMisleads).collect();
    assert!(misled.is_empty(), "{file}: {misled:?}");
}

#[test]
fn text() {
    check("tabs.txt", Place::Text);
}

#[test]
fn markdown() {
    check("markdown.md", Place::Text);
}

#[test]
fn html_plain() {
    check("plain.html", Place::Grid);
}

#[test]
fn html_of_word() {
    check("word.html", Place::Grid);
}

#[test]
fn html_in_gbk_declared_as_gb2312() {
    check("gbk.html", Place::Grid);
}

#[test]
fn html_unclosed() {
    check("unclosed.html", Place::Grid);
}

#[test]
fn html_inside_a_page_of_a_site() {
    check("site.html", Place::Grid);
}

#[test]
fn docx() {
    check("word.docx", Place::Grid);
}

#[test]
fn doc() {
    check("word.doc", Place::Grid);
}

#[test]
fn xlsx() {
    check("sheets.xlsx", Place::Grid);
}

#[test]
fn xls() {
    check("sheets.xls", Place::Grid);
}

#[test]
fn pdf_ruled() {
    check("ruled.pdf", Place::Page);
}

#[test]
fn pdf_unruled() {
    check("unruled.pdf", Place::Page);
}

#[test]
fn pdf_continued_over_pages() {
    check("pages.pdf", Place::Page);
}

#[test]
fn pdf_continued_over_pages_with_repeated_headings() {
    check("pages_heads.pdf", Place::Page);
}

#[test]
fn a_wrong_extension_works_and_is_noted() {
    let here = env::temp_dir().join(format!("govreport-formats-{}", process::id()));
    fs::create_dir_all(&here).expect("the folder for temporary files can be written");
    for (file, name) in [
        ("tabs.txt", "a.docx"),
        ("plain.html", "b.doc"),
        ("gbk.html", "c.xls"),
        ("word.docx", "d.pdf"),
        ("word.doc", "e.docx"),
        ("sheets.xlsx", "f.docx"),
        ("sheets.xls", "g.txt"),
        ("ruled.pdf", "h.html"),
    ] {
        let path = here.join(name);
        fs::copy(folder().join(file), &path).expect("a file can be copied");
        let reading = read(&path);
        let wrong = differences(&reading);
        assert!(wrong.is_empty(), "{file} as {name}:\n{}", wrong.join("\n"));
        let noted = reading
            .report
            .findings
            .iter()
            .filter(|finding| finding.rule() == Rule::ExtensionMisleads)
            .count();
        assert_eq!(noted, 1, "{file} as {name}: {:?}", reading.report.findings);
    }
    fs::remove_dir_all(&here).expect("it can be removed again");
}

#[test]
fn bytes_and_open_files_give_the_same_as_paths() {
    for file in ["gbk.html", "word.docx", "word.doc", "sheets.xlsx", "sheets.xls", "ruled.pdf"] {
        let path = folder().join(file);
        let bytes = fs::read(&path).expect("the file is committed");
        let of_path = read(&path);
        let of_bytes = Reading::from_bytes(&bytes, &Options::default()).expect("as by path");
        let of_reader = Reading::from_reader(bytes.as_slice(), &Options::default()).expect("as by path");
        assert_eq!(of_path, of_bytes, "{file}");
        assert_eq!(of_path, of_reader, "{file}");
    }
}
