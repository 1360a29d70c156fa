//! Rows that only the sums of the form can settle, one question of the settling at a time: which ways are tried, which borders are
//! believed, what an empty cell or a dash beside a loss is worth, and what is said of a row that stays in doubt.

use govreport::form::{ColumnKey, Edition, RowKey, TableKind, form};
use govreport::model::{Figure, Reason, Report, Status, SumsAnswer};
use govreport::positioned::{self, PositionedPage};
use govreport::{Limits, Reading};

#[path = "support/small_report.rs"]
mod small_report;
use small_report::{PROACTIVE, REQUESTS, cell, check_row, check_status, check_withheld, read};

const ZEROS: &str = "0 0 0 0 0 0 0";
const HEADING: &str = "申请人情况 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计";
const RECEIVED: &str = "一、本年新收政府信息公开申请数量";
const CARRIED: &str = "二、上年结转政府信息公开申请数量";
const GRANTED: &str = "（一）予以公开";
const CONCLUDED: &str = "（七）总计";
const FORWARD: &str = "四、结转下年度继续办理";

/// Lines of labels and numbers, each number in a cell of its own where a tab parts them; `_` is a blank within a cell.
fn lines(parted: &str, rows: &[(&str, &str)]) -> String {
    let line = |(label, numbers): &(&str, &str)| {
        format!("{label} {numbers}\n").replace(' ', parted).replace('_', " ")
    };
    rows.iter().map(line).collect()
}

/// The rows that balance each other in every column: received and carried in, concluded and carried forward.
fn balance(parted: &str, [received, carried, concluded, forward]: [&str; 4]) -> Report {
    let rows = [(RECEIVED, received), (CARRIED, carried), (CONCLUDED, concluded), (FORWARD, forward)];
    read(&[REQUESTS, &lines(parted, &rows)])
}

/// The same below the heading of their columns.
fn headed(rows: [&str; 4]) -> Report {
    let [received, carried, concluded, forward] = rows;
    let rows = [(RECEIVED, received), (CARRIED, carried), (CONCLUDED, concluded), (FORWARD, forward)];
    read(&[REQUESTS, &HEADING.replace(' ', "\t"), "\n", &lines("\t", &rows)])
}

fn numbers(report: &Report, row: RowKey) -> Vec<Option<i64>> {
    let value = |number: &govreport_synth::Decimal| i64::try_from(*number).expect("counts are small");
    report.cells().filter(|cell| cell.row == row).map(|cell| cell.value.as_ref().map(value)).collect()
}

fn statuses(report: &Report, row: RowKey) -> Vec<Status> {
    report.cells().filter(|cell| cell.row == row).map(|cell| cell.status).collect()
}

/// The numbers of a row; `-1` stands for none.
#[track_caller]
fn check_numbers(report: &Report, row: RowKey, expected: [i64; 7]) {
    let expected = expected.map(|number| (number >= 0).then_some(number));
    assert_eq!(numbers(report, row), expected, "{row}\n{:#?}", report.findings);
}

#[test]
fn figures_that_may_be_several_numbers_are_unclear() {
    let rows = lines(" ", &[("规章", "00 1 2"), ("行政规范性文件", "1 2 3")]);
    let heading = "第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n";
    let report = read(&[PROACTIVE, heading, &rows]);
    check_withheld(&report, RowKey::Regulations, Reason::FigureUnclear);
    let warrant = cell(&report, RowKey::Regulations, ColumnKey::Issued).warrant;
    assert_eq!(warrant.map(|warrant| warrant.figure), Some(Figure::Unclear));
    check_row(&report, RowKey::NormativeDocuments, &[(ColumnKey::Issued, 1), (ColumnKey::InForce, 3)]);
}

#[test]
fn a_word_for_all_columns_of_a_row_whose_label_is_in_doubt_says_nothing_of_them() {
    let one = "1 0 0 0 0 0 1";
    let rows = [
        (GRANTED, one),
        ("3.危及“三安全一稳定”", ZEROS),
        ("4.保护第三", "无"),
        ("5.属于三类内部事务信息", ZEROS),
        (CONCLUDED, one),
    ];
    let report = read(&[REQUESTS, &lines("\t", &rows)]);
    check_withheld(&report, RowKey::DeniedThirdPartyRights, Reason::NoSum);
    // Behind the whole label it does.
    let rows =
        rows.map(|(label, numbers)| (if numbers == "无" { "4.保护第三方合法权益" } else { label }, numbers));
    let report = read(&[REQUESTS, &lines("\t", &rows)]);
    assert_eq!(statuses(&report, RowKey::DeniedThirdPartyRights), [Status::NotApplicable; 7]);
}

#[test]
fn an_empty_row_of_one_of_two_tables_is_no_claim() {
    // The second table has other numbers, and a row that the first has not: nothing tells of which year it is.
    let table = |rows: &[(&str, &str)]| {
        let row =
            |(label, numbers): &(&str, &str)| format!("| {label} | {} |\n", numbers.replace(' ', " | "));
        rows.iter().map(row).collect::<String>()
    };
    let heading = format!("| {} |\n|{}\n", HEADING.replace(' ', " | "), "---|".repeat(8));
    let [one, two, three, four, five] = [1, 2, 3, 4, 5].map(|n| format!("{n} 0 0 0 0 0 {n}"));
    let first = [(RECEIVED, &*three), (CARRIED, &one), (GRANTED, &two), (CONCLUDED, &two), (FORWARD, &two)];
    let empty = "      ";
    let second = [
        (RECEIVED, &*four),
        (CARRIED, &*three),
        (GRANTED, &two),
        ("1.属于国家秘密", empty),
        (CONCLUDED, &five),
        (FORWARD, &two),
    ];
    let report = read(&[REQUESTS, &heading, &table(&first), &table(&second)]);
    check_withheld(&report, RowKey::DeniedStateSecret, Reason::LabelDoubtful);
    // In the one table there is, its empty cells are empty.
    let report = read(&[REQUESTS, &heading, &table(&second)]);
    assert_eq!(statuses(&report, RowKey::DeniedStateSecret), [Status::Blank; 7]);
}

#[test]
fn an_empty_row_beside_numbers_without_a_label_was_torn_from_it() {
    let row = |label: &str, numbers: &str| format!("| {label} | {} |\n", numbers.replace(' ', " | "));
    let (five, empty) = ("5 0 0 0 0 0 5", "      ");
    let table = [
        row(RECEIVED, five),
        row("二、上年结转政府信息", empty),
        row("", five),
        row(GRANTED, empty),
        row("（二）部分公开", ZEROS),
    ];
    let report = read(&[REQUESTS, &table.concat()]);
    check_withheld(&report, RowKey::Granted, Reason::TornFromLabel);
    check_numbers(&report, RowKey::NewReceived, [5, 0, 0, 0, 0, 0, 5]);
}

#[test]
fn sums_are_asked_of_every_figure_of_a_run() {
    // 0 0 0 0 0 0 11: the row's own sum fails, and the check is told so.
    let rows = [(RECEIVED, "0000000"), (CARRIED, "00000011"), (CONCLUDED, "0000000"), (FORWARD, "0000000")];
    let run = |(label, figures): &(&str, &str)| format!("{label}{figures}\n");
    let run: String = rows.iter().map(run).collect();
    let report = read(&[REQUESTS, &run]);
    check_numbers(&report, RowKey::CarriedIn, [0, 0, 0, 0, 0, 0, 11]);
    for cell in report.cells().filter(|cell| cell.row == RowKey::CarriedIn) {
        assert_eq!(cell.warrant.map(|warrant| warrant.sums), Some(SumsAnswer::Fail), "{cell:?}");
    }
}

#[test]
fn a_row_that_moved_past_an_empty_cell_is_found_where_it_is_the_only_one() {
    // 0 was lost in the second column, and the empty cell is not one of the form's.
    let report = balance("\t", ["3 1 2  0 0 6", ZEROS, "3 0 1 2 0 0 6", ZEROS]);
    check_row(
        &report,
        RowKey::NewReceived,
        &[(ColumnKey::NaturalPerson, 3), (ColumnKey::ResearchInstitution, 1), (ColumnKey::Total, 6)],
    );
    check_row(&report, RowKey::NewReceived, &[(ColumnKey::PublicBenefitOrganization, 2)]);
}

#[test]
fn the_borders_of_rows_of_different_shapes_may_all_be_right() {
    // A total and a first number were not printed. The sums say the same of both rows as they stand.
    let report = headed(["4 3 2 1 0 0 ", " 3 2 1 0 0 6", "4 6 4 2 0 0 16", ZEROS]);
    check_numbers(&report, RowKey::NewReceived, [4, 3, 2, 1, 0, 0, -1]);
    check_numbers(&report, RowKey::CarriedIn, [-1, 3, 2, 1, 0, 0, 6]);
    check_status(&report, RowKey::NewReceived, ColumnKey::Total, Status::Blank);
    check_status(&report, RowKey::CarriedIn, ColumnKey::NaturalPerson, Status::Blank);
}

#[test]
fn with_many_shapes_of_rows_an_empty_cell_is_no_zero() {
    // Empty cells in five columns are five shapes. In front of six zeros the empty cell may as well be a label's, and a zero lost.
    let own = |key: RowKey| match key {
        RowKey::NewReceived => "1  0 0 0 0 1",
        RowKey::PartiallyGranted => "0 0  0 0 0 0",
        RowKey::DeniedEnforcementFiles => "0 0 0 0 0  0",
        RowKey::UnavailableStillUnclear => "0 0 0  0 0 0",
        RowKey::NotProcessedPetitionOrComplaint => " 0 0 0 0 0 0",
        RowKey::NotProcessedPublication | RowKey::ConcludedTotal => "1 0 0 0 0 0 1",
        _ => ZEROS,
    };
    // Each cell on a line of its own, behind two of labels.
    let cells = |label: &str, numbers: &str| format!("\t{label}\n\t{}\n\n", numbers.replace(' ', "\n\t"));
    let rows = form().rows(TableKind::Requests, Edition::E2021);
    let rows: Vec<String> = rows.map(|row| format!("\t\n\t\n{}", cells(row.label, own(row.key)))).collect();
    let heads = format!("\t{}\n\n", HEADING.replace(' ', "\n\t"));
    let report = read(&[REQUESTS, &heads, &rows.concat()]);
    check_numbers(&report, RowKey::NotProcessedPublication, [1, 0, 0, 0, 0, 0, 1]);
    let row = RowKey::NotProcessedPetitionOrComplaint;
    assert_eq!(numbers(&report, row)[0], None);
    assert!(matches!(statuses(&report, row)[0], Status::Blank | Status::Ambiguous));
}

#[test]
fn an_empty_cell_keeps_its_place_beside_a_row_of_its_shape_that_moved() {
    // The second row lost its first number, 0. The total of the first is not printed: 10 would be no number of the page.
    for report in [
        headed(["4 3 2 1 0 0 ", "3 2 1 0 0 6 ", "4 6 4 2 0 0 16", ZEROS]),
        balance("\t", ["4 3 2 1 0 0 ", "3 2 1 0 0 6 ", "4 6 4 2 0 0 16", ZEROS]),
    ] {
        check_numbers(&report, RowKey::NewReceived, [4, 3, 2, 1, 0, 0, -1]);
        check_row(&report, RowKey::CarriedIn, &[(ColumnKey::CommercialEnterprise, 3), (ColumnKey::Total, 6)]);
    }
}

#[test]
fn a_number_that_moved_is_said_to_have_moved() {
    // 4 was lost, and an empty cell filled up the row: each other number stands one column before its own.
    let report = headed([ZEROS, "3 2 1 0 5 15 ", "4 3 2 1 0 5 15", ZEROS]);
    check_numbers(&report, RowKey::CarriedIn, [4, 3, 2, 1, 0, 5, 15]);
    let moved = [Status::Realigned; 6];
    assert_eq!(statuses(&report, RowKey::CarriedIn), [&[Status::Inferred][..], &moved].concat());
}

#[test]
fn what_is_printed_behind_a_damaged_label_is_not_exchanged_for_what_the_sums_leave() {
    let rows =
        [(RECEIVED, ZEROS), ("二、上年结", "5 0 0 0 0 0 5"), (CONCLUDED, "3 1 0 0 0 0 4"), (FORWARD, ZEROS)];
    let report = read(&[REQUESTS, &lines("\t", &rows)]);
    check_withheld(&report, RowKey::CarriedIn, Reason::NoReading);
}

#[test]
fn a_row_of_which_nothing_can_be_told_takes_nothing_from_the_others() {
    // 3 of 7 are too few; what was carried in is told by the columns of other rows.
    let rows = [
        (RECEIVED, ZEROS),
        (CARRIED, "3 2 1 0 5 15"),
        (GRANTED, "4 3 8"),
        (CONCLUDED, "4 3 2 1 0 5 15"),
        (FORWARD, ZEROS),
    ];
    let report = read(&[REQUESTS, &lines("\t", &rows)]);
    check_numbers(&report, RowKey::CarriedIn, [4, 3, 2, 1, 0, 5, 15]);
    check_withheld(&report, RowKey::Granted, Reason::NoReading);
}

#[test]
fn several_lost_cells_are_told_only_where_the_row_shows_no_other_empty_one() {
    // 2 and 6 of 4 3 2 1 5 6 21 are not there, and no cell is empty.
    let report = balance("\t", [ZEROS, "4 3 1 5 21", "4 3 2 1 5 6 21", ZEROS]);
    check_numbers(&report, RowKey::CarriedIn, [4, 3, 2, 1, 5, 6, 21]);
    // With empty cells at the end two of the form's may have been empty, and 10 stands in one of five columns.
    for report in [
        balance("\t", [ZEROS, "4 3 2 1 10  ", "4 3 2 1 0 0 10", ZEROS]),
        headed([ZEROS, "4 3 2 1 10  ", "4 3 2 1 0 0 10", ZEROS]),
    ] {
        check_withheld(&report, RowKey::CarriedIn, Reason::NoReading);
    }
    // Of zeros alone nothing tells which of seven they are.
    let report = balance("\t", [ZEROS, "0 0 0 0 0", ZEROS, ZEROS]);
    check_withheld(&report, RowKey::CarriedIn, Reason::NoReading);
}

#[test]
fn a_dash_beside_a_loss_stands_in_neither_column() {
    // 5 — 3 2 1 11 for 5 0 0 3 2 1 11: the dash is 商业企业's or 科研机构's.
    let report = balance(" ", [ZEROS, "5 — 3 2 1 11", "5 0 0 3 2 1 11", ZEROS]);
    let neither = [ColumnKey::CommercialEnterprise, ColumnKey::ResearchInstitution];
    for column in neither {
        check_status(&report, RowKey::CarriedIn, column, Status::Ambiguous);
    }
    check_numbers(&report, RowKey::CarriedIn, [5, -1, -1, 3, 2, 1, 11]);
}

#[test]
fn beside_a_dash_a_lost_number_may_have_been_a_dash() {
    for parted in [" ", "\t"] {
        let report = balance(parted, [ZEROS, "— 3 2 0 1 10", "0 3 2 4 0 1 10", ZEROS]);
        check_numbers(&report, RowKey::CarriedIn, [-1, 3, 2, -1, 0, 1, 10]);
        check_status(&report, RowKey::CarriedIn, ColumnKey::NaturalPerson, Status::NotApplicable);
        check_status(&report, RowKey::CarriedIn, ColumnKey::PublicBenefitOrganization, Status::Ambiguous);
    }
}

#[test]
fn numbers_of_one_cell_are_two_where_there_are_as_many_as_columns() {
    let report = balance("\t", [ZEROS, "4_3 2 1 0 0 10", "4 3 2 1 0 0 10", ZEROS]);
    check_numbers(&report, RowKey::CarriedIn, [4, 3, 2, 1, 0, 0, 10]);
}

#[test]
fn figures_of_one_cell_are_one_number_where_two_sums_say_so() {
    let report = balance("\t", [ZEROS, "2 1_5 0 0 0 0 17", "2 15 0 0 0 0 17", ZEROS]);
    check_numbers(&report, RowKey::CarriedIn, [2, 15, 0, 0, 0, 0, 17]);
    // The row's own sum was used up to find it: the other numbers are the printed ones all the same.
    let report = read(&[REQUESTS, &lines("\t", &[(CARRIED, "1_5 2 0 0 0 0 17")])]);
    check_numbers(&report, RowKey::CarriedIn, [-1, 2, 0, 0, 0, 0, 17]);
    // The sums leave 12, which the page does not print.
    let report = balance("\t", [ZEROS, "1_5 2 0 0 0 0 14", "12 2 0 0 0 0 14", ZEROS]);
    check_numbers(&report, RowKey::CarriedIn, [-1, 2, 0, 0, 0, 0, 14]);
    // A dash elsewhere in the row: 15 may be a lost dash as well, and what is printed stays.
    let report = balance("\t", [ZEROS, "1_5 2 0 — 0 0 17", "15 2 0 0 0 0 17", ZEROS]);
    check_numbers(&report, RowKey::CarriedIn, [-1, 2, 0, -1, 0, 0, 17]);
}

#[test]
fn figures_of_one_cell_stay_apart_where_the_row_does_not_tell() {
    for printed in [
        // Without a total the row has no sum.
        "1_5 2 0 0 0 0 —",
        "2 1_5 0 0 0 0 —",
        // A cell more than columns.
        "1_5 2 0 0 0 0 17 3",
        // A word and a number in one cell are no number.
        "无_5 2 0 0 0 0 7",
    ] {
        let concluded = if printed.ends_with('7') { "5 2 0 0 0 0 7" } else { "15 2 0 0 0 0 17" };
        let concluded = if printed.starts_with('2') { "2 15 0 0 0 0 17" } else { concluded };
        let report = balance("\t", [ZEROS, printed, concluded, ZEROS]);
        check_withheld(&report, RowKey::CarriedIn, Reason::NoReading);
    }
}

/// Table two with a line for each cell and a pipe behind it: an empty cell is a blank before its pipe.
fn line_each(rows: [(&str, &str); 4]) -> Report {
    const HEADING: &str = "|\n自然人 |\n法人或其他组织 | |||||||\n|\n商业企业 |\n科研机构 |\n社会公益组织 |\n法律服务机构 |\n其他 |\n总计 | |\n";
    let labels = [RECEIVED, CARRIED, CONCLUDED, FORWARD];
    let row = |(label, (cells, behind)): (&str, (&str, &str))| {
        format!("|\n{label} |\n{} | {behind}\n", cells.replace(',', " |\n"))
    };
    read(&[REQUESTS, HEADING, &labels.into_iter().zip(rows).map(row).collect::<String>()])
}

#[test]
fn an_empty_line_shows_its_column_and_nothing_moves() {
    let zeros = ("0,0,0,0,0,0,0", "||");
    let report = line_each([(",5,0,0,0,2,7", "||"), zeros, ("0,5,0,0,0,2,7", "||"), zeros]);
    check_numbers(&report, RowKey::NewReceived, [-1, 5, 0, 0, 0, 2, 7]);
    let read = [Status::Read; 6];
    assert_eq!(statuses(&report, RowKey::NewReceived), [&[Status::Blank][..], &read].concat());
}

#[test]
fn a_total_that_ends_of_cells_show_empty_is_not_worked_out() {
    // Of the second row nothing tells which of its zeros is not there; the first has all but its total.
    let zeros = ("0,0,0,0,0,0,0", "||");
    let report = line_each([("5,1,0,0,0,2", "|||"), ("1,0,0,0,0,1", "|||"), ("6,1,0,0,0,2,9", "||"), zeros]);
    check_numbers(&report, RowKey::NewReceived, [5, 1, 0, 0, 0, 2, -1]);
}

/// A page of words with places: the lines of table two, a blank between two numbers and no columns to be seen.
fn placed(rows: [&str; 4]) -> Report {
    let mut page = PositionedPage::new(842.0, 595.0);
    let mut word = |left: f64, top: f64, word: &str, size: f64| {
        let right = left + size * f64::from(u32::try_from(word.chars().count()).unwrap_or(1));
        page.word(word, govreport::document::Area::new(left, top, right, top + 10.0));
        right
    };
    word(150.0, 40.0, "浮玉县2023年政府信息公开工作年度报告", 10.0);
    word(60.0, 70.0, REQUESTS.trim(), 10.0);
    for ((label, numbers), top) in
        [RECEIVED, CARRIED, CONCLUDED, FORWARD].into_iter().zip(rows).zip([130.0, 150.0, 170.0, 190.0])
    {
        let mut right = word(60.0, top, label, 10.0);
        for number in numbers.split(' ') {
            right = word(right + 4.0, top, number, 5.0);
        }
    }
    let document = positioned::document([page], &Limits::default()).expect("it is within the limits");
    Reading::from_document(document).expect("it is a report").report
}

#[test]
fn what_is_missing_on_a_line_of_words_takes_its_neighbours_along() {
    // Whether 4 was not printed, or stands with the number beside it, is not told: the numbers farther away are.
    let check = |carried: &str, expected: [i64; 7]| {
        let report = placed([ZEROS, carried, "1 2 3 4 5 6 21", ZEROS]);
        check_numbers(&report, RowKey::CarriedIn, expected);
        check_numbers(&report, RowKey::ConcludedTotal, [1, 2, 3, 4, 5, 6, 21]);
    };
    check("1 2 3 4 5 6 21", [1, 2, 3, 4, 5, 6, 21]);
    check("1 2 3 5 6 21", [1, 2, -1, -1, -1, 6, 21]);
    check("2 3 4 5 6 21", [-1, -1, 3, 4, 5, 6, 21]);
    check("1 3 4 5 6 21", [-1, -1, -1, 4, 5, 6, 21]);
    check("1 2 3 4 5 21", [1, 2, 3, 4, -1, -1, -1]);
}
