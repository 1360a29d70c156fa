//! Words with their places become lines, paragraphs and tables: the hand-over for text recognition.

#[path = "support/page.rs"]
mod support;

use govreport_core::check::Check;
use govreport_core::check::Rule;
use govreport_core::document::{Area, Document};
use govreport_core::notices::Language;
use govreport_readers::positioned::{self, Direction, PositionedPage};
use govreport_readers::{Limit, Limits, ReadError};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};

use support::{blocks, check_spans};

/// The size of a character on these pages.
const SIZE: f64 = 10.0;

/// An upright A4 page.
fn page() -> PositionedPage {
    PositionedPage::new(595.0, 842.0)
}

/// Adds a text, a word for each character, as a PDF has it.
fn characters(page: &mut PositionedPage, text: &str, mut left: f64, top: f64) {
    for c in text.chars() {
        let width = if c.is_ascii() { SIZE / 2.0 } else { SIZE };
        page.word(c.encode_utf8(&mut [0; 4]), Area::new(left, top, left + width, top + SIZE));
        left += width;
    }
}

/// Draws the lines of a table with these edges.
fn rule(page: &mut PositionedPage, columns: &[f64], rows: &[f64]) {
    let ends = |edges: &[f64]| (edges[0], edges[edges.len() - 1]);
    let ((left, right), (top, bottom)) = (ends(columns), ends(rows));
    for x in columns {
        page.ruling(Area::new(*x, top, x + 0.5, bottom));
    }
    for y in rows {
        page.ruling(Area::new(left, *y, right, y + 0.5));
    }
}

fn document(pages: impl IntoIterator<Item = PositionedPage>) -> Document<'static> {
    let document = positioned::document(pages, &Limits::default()).expect("it is within the limits");
    check_spans(&document);
    document
}

#[test]
fn lines_of_running_text_are_one_paragraph() {
    let mut page = PositionedPage::new(400.0, 600.0);
    characters(&mut page, "总体情况", 70.0, 100.0);
    characters(&mut page, "本年度主动公开政府信息一百二十条，收到申请1", 90.0, 120.0);
    characters(&mut page, "2件，均已办结，没有申请转入下一年度继续办理，", 70.0, 140.0);
    characters(&mut page, "也没有收费。", 70.0, 160.0);
    characters(&mut page, "其他情况", 70.0, 180.0);
    assert_eq!(
        blocks(&document([page])),
        [
            "P 总体情况",
            "P 本年度主动公开政府信息一百二十条，收到申请12件，均已办结，没有申请转入下一年度继续办理，也没有收费。",
            "P 其他情况"
        ]
    );
}

#[test]
fn cells_keep_their_place_and_empty_ones_are_there() {
    let mut page = page();
    rule(&mut page, &[50.0, 150.0, 200.0, 250.0], &[100.0, 130.0, 160.0]);
    characters(&mut page, "规章", 60.0, 110.0);
    characters(&mut page, "12", 160.0, 110.0);
    characters(&mut page, "行政规范性", 60.0, 132.0);
    characters(&mut page, "文件", 60.0, 145.0);
    characters(&mut page, "3", 220.0, 140.0);
    let document = document([page]);
    assert_eq!(blocks(&document), ["R0 规章|12|", "R0 行政规范性文件||3"]);
    let empty = document.cells(&document.blocks()[1])[1].span;
    assert_eq!(document.area(empty), Some((1, Area::new(150.25, 130.25, 200.25, 160.25))));
    let number = document.cells(&document.blocks()[0])[1].span;
    assert_eq!(document.area(number), Some((1, Area::new(160.0, 110.0, 170.0, 120.0))));
}

#[test]
fn a_break_between_figures_in_a_cell_is_kept() {
    let mut page = page();
    rule(&mut page, &[50.0, 80.0, 180.0], &[100.0, 130.0]);
    characters(&mut page, "1030", 56.0, 102.0);
    characters(&mut page, "5", 62.0, 115.0);
    characters(&mut page, "12", 120.0, 102.0);
    characters(&mut page, "34", 120.0, 115.0);
    assert_eq!(blocks(&document([page])), ["R0 1030\n5|12\n34"]);
}

#[test]
fn labels_set_downwards_and_turned_are_read_in_order() {
    let mut page = page();
    rule(&mut page, &[50.0, 70.0, 90.0, 110.0], &[100.0, 160.0]);
    for (at, c) in ["办", "理", "结", "果"].into_iter().enumerate() {
        let top = 105.0 + 12.0 * f64::from(u8::try_from(at).expect("four characters"));
        page.word(c, Area::new(55.0, top, 65.0, top + SIZE));
        page.turned_word(c, Area::new(75.0, top, 85.0, top + SIZE), Direction::Vertical);
        let from_below = 147.0 - 12.0 * f64::from(u8::try_from(at).expect("four characters"));
        page.turned_word(c, Area::new(95.0, from_below - SIZE, 105.0, from_below), Direction::Up);
    }
    assert_eq!(blocks(&document([page])), ["R0 办理结果|办理结果|办理结果"]);
}

#[test]
fn a_page_turned_on_its_side_is_read_as_it_is_meant() {
    let upright = |page: &mut PositionedPage, text: &str, left: f64, top: f64| {
        for (c, at) in text.chars().zip(0_u8..) {
            let left = left + SIZE * f64::from(at);
            // Turned counter-clockwise: what is to the right is further up.
            let area = Area::new(top, 800.0 - left - SIZE, top + SIZE, 800.0 - left);
            page.turned_word(c.encode_utf8(&mut [0; 4]), area, Direction::Up);
        }
    };
    let mut page = page();
    upright(&mut page, "上行", 100.0, 100.0);
    upright(&mut page, "下行", 100.0, 130.0);
    let document = document([page]);
    assert_eq!(blocks(&document), ["P 上行", "P 下行"]);
    assert_eq!(document.words()[0].area, Area::new(100.0, 680.0, 110.0, 700.0));
}

/// A page with the end of a table: two rows, of which the last may be cut.
fn table_page(number: u32, rows: &[(&str, &str, &str)]) -> PositionedPage {
    let mut page = page();
    let edges: Vec<f64> =
        (0..=rows.len()).map(|at| 90.0 + 20.0 * f64::from(u8::try_from(at).unwrap_or(0))).collect();
    rule(&mut page, &[50.0, 130.0, 180.0, 230.0], &edges);
    for ((label, first, second), top) in rows.iter().zip(&edges) {
        characters(&mut page, label, 55.0, top + 5.0);
        characters(&mut page, first, 150.0, top + 5.0);
        characters(&mut page, second, 200.0, top + 5.0);
    }
    characters(&mut page, "汇编本", 270.0, 40.0);
    characters(&mut page, &format!("- {number} -"), 280.0, 790.0);
    page
}

#[test]
fn a_table_goes_on_over_pages_and_its_repeated_heading_does_not() {
    let heading = ("信息内容", "甲", "乙");
    let pages = [
        table_page(1, &[heading, ("规章", "1", "2"), ("要求行政机关确", "3", "")]),
        table_page(2, &[heading, ("认已获取信息", "", ""), ("总计", "4", "2")]),
    ];
    assert_eq!(
        blocks(&document(pages)),
        [
            "- 汇编本",
            "R0 信息内容|甲|乙",
            "R0 规章|1|2",
            "R0 要求行政机关确认已获取信息|3|",
            "R0 总计|4|2",
            "- - 1 -",
            "- 汇编本",
            "- 信息内容 甲 乙",
            "- - 2 -"
        ]
    );
}

#[test]
fn a_row_of_empty_cells_on_a_new_page_is_a_row() {
    let pages = [
        table_page(1, &[("甲项", "1", "2"), ("乙项", "3", "4")]),
        table_page(2, &[("丙项", "", ""), ("丁项", "4", "2")]),
    ];
    let rows: Vec<String> =
        blocks(&document(pages)).into_iter().filter(|block| block.starts_with('R')).collect();
    assert_eq!(rows, ["R0 甲项|1|2", "R0 乙项|3|4", "R0 丙项||", "R0 丁项|4|2"]);
}

/// Words of lines that rise a little and jump a little, as text recognition gives them.
#[test]
fn crooked_lines_without_rulings_keep_their_empty_cells() {
    let mut page = page();
    let lines = [
        ("一、新收", ["21", "0", "5", "26"]),
        ("二、结转", ["3", "", "1", "4"]),
        ("三、总计", ["24", "0", "6", "30"]),
    ];
    for ((label, numbers), at) in lines.iter().zip(0_u8..) {
        let top = 100.0 + 18.0 * f64::from(at);
        page.word(label, Area::new(60.0, top, 105.0, top + 11.0));
        for (number, column) in numbers.iter().zip(1_u8..) {
            let left = 120.0 + 60.0 * f64::from(column);
            let rise = 0.8 * f64::from(column) + if column % 2 == 0 { 1.2 } else { 0.0 };
            let width = 5.5 * f64::from(u8::try_from(number.len()).unwrap_or(0));
            if !number.is_empty() {
                page.word(number, Area::new(left - width, top - rise, left, top - rise + 10.0));
            }
        }
    }
    assert_eq!(
        blocks(&document([page])),
        ["R0 一、新收|21|0|5|26", "R0 二、结转|3||1|4", "R0 三、总计|24|0|6|30"]
    );
}

#[test]
fn numbers_that_do_not_stand_under_each_other_stay_text() {
    let mut page = page();
    characters(&mut page, "甲", 60.0, 100.0);
    characters(&mut page, "1", 100.0, 100.0);
    characters(&mut page, "2", 140.0, 100.0);
    characters(&mut page, "乙", 60.0, 120.0);
    characters(&mut page, "3", 120.0, 120.0);
    characters(&mut page, "4", 160.0, 120.0);
    assert_eq!(blocks(&document([page])), ["P 甲 1 2", "P 乙 3 4"]);
}

#[test]
fn text_printed_twice_is_read_once() {
    let mut page = page();
    characters(&mut page, "总计11", 60.0, 100.0);
    characters(&mut page, "总计11", 60.3, 100.0);
    assert_eq!(blocks(&document([page])), ["P 总计11"]);
}

#[test]
fn pages_without_words_are_a_scan() {
    let mut scan = page();
    scan.picture(Area::new(0.0, 0.0, 595.0, 842.0));
    let mut text = page();
    characters(&mut text, "总体情况", 70.0, 100.0);
    text.picture(Area::new(70.0, 200.0, 500.0, 500.0));
    let document = document([text, scan, page()]);
    assert_eq!(blocks(&document), ["P 总体情况", "picture", "picture"]);
    let remark = &document.remarks()[0];
    assert_eq!(remark.notice().rule(), Rule::ScannedPages);
    assert!(
        remark.notice().message(Language::English).starts_with("page 2 has no text"),
        "{}",
        remark.notice().message(Language::English)
    );
}

#[test]
fn limits_are_named() {
    let over = |pages: Vec<PositionedPage>, limits: Limits| positioned::document(pages, &limits).map(|_| ());
    assert_eq!(
        over(vec![page(), page()], Limits::default().with_max_pages(1)),
        Err(ReadError::OverLimit { limit: Limit::Pages, most: 1 })
    );
    let table = table_page(1, &[("甲", "1", "2"), ("乙", "3", "4")]);
    assert_eq!(
        over(vec![table], Limits::default().with_max_cells(5)),
        Err(ReadError::OverLimit { limit: Limit::Cells, most: 5 })
    );
}

/// Places: mostly on a coarse grid, so that words and lines meet, sometimes anywhere.
fn place() -> impl Strategy<Value = f64> {
    prop_oneof![6 => (0_u8..60).prop_map(|at| f64::from(at) * 10.0), 1 => any::<f64>(), 2 => -50.0..900.0_f64]
}

fn area() -> impl Strategy<Value = Area> {
    (place(), place(), 0.0..40.0_f64, 0.0..30.0_f64)
        .prop_map(|(left, top, width, height)| Area::new(left, top, left + width, top + height))
}

fn ruling() -> impl Strategy<Value = Area> {
    (place(), place(), 0_u8..40, any::<bool>()).prop_map(|(left, top, length, is_level)| {
        let length = f64::from(length) * 10.0;
        let (width, height) = if is_level { (length, 0.5) } else { (0.5, length) };
        Area::new(left, top, left + width, top + height)
    })
}

fn word() -> impl Strategy<Value = (String, Area, Direction)> {
    let text = prop_oneof![
        Just("规章".to_owned()),
        "[0-9]{1,4}",
        "[0-9]{1,3} [0-9]",
        Just("—".to_owned()),
        ".{0,6}"
    ];
    let direction = prop_oneof![
        8 => Just(Direction::Right),
        1 => Just(Direction::Up),
        1 => Just(Direction::Down),
        1 => Just(Direction::Left),
        1 => Just(Direction::Vertical)
    ];
    (text, area(), direction)
}

proptest! {
    #[test]
    fn any_words_and_lines_make_a_document(
        pages in vec((vec(word(), 0..60), vec(ruling(), 0..40), vec(area(), 0..3)), 0..4)
    ) {
        let pages = pages.into_iter().map(|(words, rulings, pictures)| {
            let mut page = page();
            for (text, area, direction) in &words {
                page.turned_word(text, *area, *direction);
            }
            for area in rulings {
                page.ruling(area);
            }
            for area in pictures {
                page.picture(area);
            }
            page
        });
        let document = document(pages);
        // What comes of it may be no report; it must not be the end of the program.
        let _ = govreport_core::model::Report::from_document(&document).map(|report| report.check(&Check::default()).findings.len());
    }
}

/// A table without ruling lines whose numbers stand so far below their labels; the rows are as far apart as `pitches` says.
fn uneven(below: f64, pitches: &[f64]) -> Vec<String> {
    uneven_and_stamped(below, pitches, None)
}

/// The same with a stamp right before the first number of a row.
fn uneven_and_stamped(below: f64, pitches: &[f64], stamped: Option<usize>) -> Vec<String> {
    let mut page = page();
    characters(&mut page, "办理情况", 50.0, 40.0);
    characters(&mut page, "件", 200.0, 60.0);
    characters(&mut page, "次", 250.0, 60.0);
    let mut top = 80.0;
    let names = ["甲类事项", "乙类事项合计", "丙类", "丁类事项", "戊类", "己类事项", "庚类"];
    for (row, (name, pitch)) in names.iter().zip(pitches).enumerate() {
        characters(&mut page, name, 50.0, top);
        if stamped == Some(row) {
            characters(&mut page, "核", 190.0, top + below);
        }
        characters(&mut page, &(10 + row).to_string(), 200.0, top + below);
        characters(&mut page, &(30 + row).to_string(), 250.0, top + below);
        top += pitch;
    }
    let document = document([page]);
    check_spans(&document);
    blocks(&document)
}

#[test]
fn numbers_a_little_above_or_below_their_labels_are_of_their_rows() {
    let regular = [13.0; 7];
    for below in [-5.0, -4.0, -2.5, 0.0, 2.5, 4.0, 5.0] {
        let found = uneven(below, &regular);
        assert!(found.contains(&"R0 甲类事项|10|30".to_owned()), "{below}: {found:?}");
        assert!(found.contains(&"R0 庚类|16|36".to_owned()), "{below}: {found:?}");
    }
    // Half way between two labels, rows of different heights tell.
    let found = uneven(-6.0, &[13.0, 13.0, 22.0, 13.0, 20.0, 13.0, 13.0]);
    assert!(found.contains(&"R0 丙类|12|32".to_owned()), "{found:?}");
}

#[test]
fn a_stamp_before_a_number_stays_in_its_row() {
    for row in 0..7 {
        for below in [-4.0, 4.0] {
            let found = uneven_and_stamped(below, &[13.0; 7], Some(row));
            let number = 10 + row;
            // What stands there is no number, and no empty cell.
            let is_stamped = |block: &String| block.contains("类") && block.contains(&format!("核{number}"));
            assert!(found.iter().any(is_stamped), "{row} {below}: {found:?}");
        }
    }
}

#[test]
fn numbers_half_way_between_two_labels_are_of_neither() {
    let found = uneven(6.5, &[13.0; 7]);
    assert!(!found.iter().any(|block| block.contains('类') && block.contains("|1")), "{found:?}");
    // They are on the page all the same, and their rows are not empty.
    assert!(found.contains(&"- 10 30".to_owned()), "{found:?}");
    assert!(found.iter().any(|block| block.contains('\u{FFFD}')), "{found:?}");
}
