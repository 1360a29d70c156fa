//! What must hold of every report, whatever it says and however it is laid out.
//!
//! Every property is tried with 64 reports of random figures, text and layout; `GOVREPORT_CASES=1000` tries more.

use std::collections::BTreeMap;

use govreport::check::Check;
use govreport::form::TableKind;
use govreport::model::{CellRef, Status};
use govreport::{Error, Options, Reading};
use govreport_invariants::judge_text;
use govreport_synth::{
    Decimal, Docx, Encoding, Html, Layout, Markup, Merged, Print, Random, Scale, Spec, write, write_encoded,
    write_file,
};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};

#[path = "support/spans.rs"]
mod spans;
#[path = "support/sums.rs"]
mod sums;

/// Tries a property on random inputs and fails with what it says.
fn hold<S: Strategy>(strategy: &S, property: impl Fn(S::Value) -> Result<(), String>) {
    let cases = std::env::var("GOVREPORT_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(64);
    // The message names the seed, which is all that is needed to write the same report again.
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let run = |value| property(value).map_err(TestCaseError::fail);
    if let Err(error) = TestRunner::new(config).run(strategy, run) {
        panic!("{error}");
    }
}

fn seed() -> impl Strategy<Value = u64> {
    any::<u64>().no_shrink()
}

/// The layouts that show every cell, so that all of a report can be read from them.
fn layouts() -> Vec<Layout> {
    let texts = Layout::ALL.into_iter().filter(|layout| *layout != Layout::Concatenated);
    let pages = Markup::ALL.map(|markup| Layout::Html(Html { markup, charset: "utf-8" }));
    let prints = [Print::RULED, Print { small_pages: true, repeated_heads: true, ..Print::RULED }];
    texts.chain(pages).chain(prints.map(Layout::Pdf)).chain([Layout::Docx(Docx::PLAIN)]).collect()
}

fn layout() -> impl Strategy<Value = Layout> {
    prop::sample::select(layouts())
}

/// Reads, and fails where a law that holds of any reading is broken.
fn read(bytes: &[u8]) -> Result<Reading, Error> {
    let reading = Reading::from_bytes(bytes, &Options::default())?;
    // Bytes that were cut out and doubled shuffle a document: rows may stand in the section of another table.
    let mut broken = judge_text(&reading.text, &reading.report);
    broken.retain(|violation| !violation.is_of_shuffled());
    let told: Vec<String> = broken.iter().map(ToString::to_string).collect();
    assert!(broken.is_empty(), "{}", told.join("\n"));
    Ok(reading)
}

/// Value and status of every cell.
type Cells = BTreeMap<CellRef, (Option<Decimal>, Status)>;

fn cells(reading: &Reading) -> Cells {
    reading.report.cells().map(|cell| (cell.at(), (cell.value, cell.status))).collect()
}

fn cells_of(bytes: &[u8]) -> Result<Cells, String> {
    read(bytes).map(|reading| cells(&reading)).map_err(|error| error.to_string())
}

/// Fails where two readings have different cells, and names the first of them.
fn same(what: &str, a: &Cells, b: &Cells) -> Result<(), String> {
    let differing: Vec<_> = a
        .iter()
        .filter(|(at, cell)| b.get(*at) != Some(cell))
        .map(|(at, cell)| (at, cell, b.get(at)))
        .collect();
    match differing.first() {
        None if a.len() == b.len() => Ok(()),
        first => Err(format!("{what}: {} cells differ, {first:?}", differing.len())),
    }
}

#[test]
fn a_broken_number_breaks_exactly_the_sums_it_is_part_of() {
    hold(&(layout(), seed(), 0..200_usize, 1..5000_u32, any::<bool>()), |(layout, seed, cell, by, down)| {
        let mut spec = Spec::random(layout, seed);
        let figures: Vec<_> = spec.figures.iter().collect();
        let ((row, column), value) = figures[cell % figures.len()];
        let by = Decimal::from(by);
        // Counts are not less than nothing.
        let broken = if down && value >= by { value - by } else { value + by };
        spec.figures.set(row, column, broken);
        let reading = read(&write_file(&spec).bytes).map_err(|error| error.to_string())?;
        let at = CellRef::new(row, column);
        let result = reading.report.check(&Check::default());
        let (found, due) =
            (sums::broken_sums(&result), sums::sums_with(at, spec.figures.editions().of(at.table)));
        // Without borders, fifteen numbers on as many lines are believed only where their sums hold: then nothing is compared.
        let may_be_withheld =
            matches!(layout, Layout::Paragraphs | Layout::PipeLines) && at.table == TableKind::Review;
        let is_withheld = || reading.report.cell(at).is_some_and(|cell| cell.value.is_none());
        if found == due || may_be_withheld && found.is_empty() && is_withheld() {
            Ok(())
        } else {
            Err(format!("{layout:?}, seed {seed}: {at} {value} → {broken}: found {found:?}, due {due:?}"))
        }
    });
}

#[test]
fn every_layout_gives_the_same_cells() {
    hold(&seed(), |seed| {
        let spec = Spec::random(Layout::Tabs(Merged::Empty), seed);
        let expected = cells_of(write(&spec).text.as_bytes())?;
        for layout in layouts() {
            let spec = Spec { layout, ..spec.clone() };
            let found = cells_of(&write_file(&spec).bytes)?;
            same(&format!("{layout:?}, seed {seed}"), &expected, &found)?;
        }
        Ok(())
    });
}

#[test]
fn every_encoding_gives_the_same_cells() {
    hold(&(layout(), seed()), |(layout, seed)| {
        let spec = Spec::random(layout, seed);
        let expected = cells_of(&write_file(&spec).bytes)?;
        for encoding in Encoding::ALL {
            // Big5 lacks the characters of most texts.
            if let Some(file) = write_encoded(&spec, encoding) {
                same(
                    &format!("{layout:?} in {encoding:?}, seed {seed}"),
                    &expected,
                    &cells_of(&file.bytes)?,
                )?;
            }
        }
        Ok(())
    });
}

/// Lines that the page of a site prints above a report and below it.
const ABOVE: [&str; 6] = [
    "首页 > 政务公开 > 政府信息公开年报",
    "【字体：大 中 小】",
    "打印本页 关闭窗口",
    "索引号：000014349/2024-00018",
    "分享到：微信 微博 QQ空间",
    "您当前的位置：首页 > 信息公开",
];
const BELOW: [&str; 6] = [
    "打印本页",
    "关闭窗口",
    "主办单位：某市人民政府办公室",
    "网站地图 联系我们 关于本站",
    "版权所有 未经许可不得转载",
    "浏览次数：1306",
];

#[test]
fn what_a_site_prints_around_a_report_changes_no_cell() {
    let texts =
        prop::sample::select(layouts().into_iter().filter(|layout| layout.is_text()).collect::<Vec<_>>());
    hold(&(texts, seed()), |(layout, seed)| {
        let text = write(&Spec::random(layout, seed)).text;
        let mut random = Random::fork(seed, 90);
        let mut lines = |from: &[&str]| {
            let some: Vec<&str> = from.iter().copied().filter(|_| random.one_in(2)).collect();
            if some.is_empty() { String::new() } else { some.join("\n") + "\n" }
        };
        let around = format!("{}\n{text}\n{}", lines(&ABOVE), lines(&BELOW));
        same(&format!("{layout:?}, seed {seed}"), &cells_of(text.as_bytes())?, &cells_of(around.as_bytes())?)
    });
}

/// Layouts in which each line stands for itself, so that a line between two of them means nothing.
const OF_LINES: [Layout; 7] = [
    Layout::Tabs(Merged::Empty),
    Layout::Tabs(Merged::Trailing),
    Layout::Tabs(Merged::Vanished),
    Layout::Tabs(Merged::Ragged),
    Layout::Piped,
    Layout::PipeJoinedPadded,
    Layout::PdfRaw,
];

/// The text with something put behind some of its lines.
fn sprinkled(text: &str, random: &mut Random, mut put: impl FnMut(usize) -> String) -> String {
    let mut out = String::new();
    for (number, line) in text.split_inclusive('\n').enumerate() {
        out.push_str(line);
        if random.one_in(12) {
            out.push_str(&put(number));
        }
    }
    out
}

#[test]
fn blank_lines_change_no_cell() {
    let layouts = prop::sample::select([&OF_LINES[..], &[Layout::Paragraphs]].concat());
    hold(&(layouts, seed()), |(layout, seed)| {
        let text = write(&Spec::random(layout, seed)).text;
        let mut random = Random::fork(seed, 91);
        let airy =
            sprinkled(&text, &mut random, |number| if number % 3 == 0 { "\n\n".into() } else { "\n".into() });
        same(&format!("{layout:?}, seed {seed}"), &cells_of(text.as_bytes())?, &cells_of(airy.as_bytes())?)
    });
}

#[test]
fn page_breaks_change_no_cell() {
    hold(&(prop::sample::select(&OF_LINES[..]), seed()), |(layout, seed)| {
        let text = write(&Spec::random(layout, seed)).text;
        let mut random = Random::fork(seed, 92);
        let mut page = 0;
        let paged = sprinkled(&text, &mut random, |_| {
            page += 1;
            format!("— {page} —\n\u{c}")
        });
        same(&format!("{layout:?}, seed {seed}"), &cells_of(text.as_bytes())?, &cells_of(paged.as_bytes())?)
    });
}

/// The bytes of a file with a few of them changed, cut out or doubled.
fn spoilt(mut bytes: Vec<u8>, random: &mut Random) -> Vec<u8> {
    for _ in 0..random.size(1, 8) {
        let at = random.size(0, bytes.len());
        let end = (at + random.size(1, 400)).min(bytes.len());
        match random.below(4) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let piece = bytes[at..end].to_vec();
                let to = random.size(0, bytes.len());
                bytes.splice(to..to, piece);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = random.bits().to_le_bytes()[0];
                }
            }
        }
    }
    bytes
}

#[test]
fn reading_twice_gives_the_same_bytes() {
    hold(&(layout(), seed(), any::<bool>()), |(layout, seed, spoil)| {
        let mut bytes = write_file(&Spec::random(layout, seed)).bytes;
        if spoil {
            bytes = spoilt(bytes, &mut Random::fork(seed, 93));
        }
        let told = || match read(&bytes) {
            Ok(reading) => {
                spans::check_spans(&reading.report, &reading.text);
                (reading.text.clone(), govreport::to_json(&reading.report))
            }
            Err(error) => (String::new(), error.to_string()),
        };
        let (first, second) = (told(), told());
        if first == second { Ok(()) } else { Err(format!("{layout:?}, seed {seed}: two answers")) }
    });
}

#[test]
fn the_scale_of_the_figures_is_tried() {
    // A guard of the properties above: reports of all sizes are among those that a hundred seeds write.
    let sizes: std::collections::BTreeSet<usize> = (0..100)
        .map(|seed| {
            let spec = Spec::random(Layout::Tabs(Merged::Empty), seed);
            spec.figures.iter().map(|(_, value)| value.to_string().len()).max().unwrap_or_default()
        })
        .collect();
    assert!(sizes.len() >= Scale::ALL.len(), "{sizes:?}");
}
