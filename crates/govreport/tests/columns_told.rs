//! Which column a number stands in: merged cells, remarks and shares beside numbers, headings that stand twice, in another order or over
//! each other's columns, and tables whose heading is printed again.

use govreport::document::Area;
use govreport::form::{ColumnKey, RowKey};
use govreport::model::{Heading, Reason, Report, Status};
use govreport::positioned::{self, PositionedPage};
use govreport::{Limits, Reading, read_bytes};

#[path = "support/small_report.rs"]
mod small_report;
use small_report::{PROACTIVE, REQUESTS, cell, check_status, check_withheld, read};

const ZEROS: &str = "0 0 0 0 0 0 0";
const ONE_TO_SIX: &str = "1 2 3 4 5 6 21";
const RECEIVED: &str = "一、本年新收政府信息公开申请数量";
const CARRIED: &str = "二、上年结转政府信息公开申请数量";
const CONCLUDED: &str = "（七）总计";
const FORWARD: &str = "四、结转下年度继续办理";
const APPLICANTS: &str = "申请人情况 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计";
const TOTAL_FIRST: &str = "申请人情况 总计 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他";
const ARTICLE: &str = "第二十条第（一）项\n";
const DOCUMENTS: &str = "信息内容 本年制发件数 本年废止件数 现行有效件数";

/// Lines of words, each in a cell of its own where a tab parts them.
fn lines(parted: &str, lines: &[&str]) -> String {
    lines.iter().map(|line| line.replace(' ', parted) + "\n").collect()
}

/// The rows of table two that balance each other, below these lines of headings.
fn balance(parted: &str, headings: &[&str], numbers: [&str; 4]) -> Report {
    let rows = [RECEIVED, CARRIED, CONCLUDED, FORWARD].into_iter().zip(numbers);
    let rows: String = rows.map(|(label, row)| lines(parted, &[&format!("{label} {row}")])).collect();
    read(&[REQUESTS, &lines(parted, headings), &rows])
}

/// The two rows of documents, below these lines of headings.
fn documents(parted: &str, headings: &[&str], regulations: &str, normative: &str) -> Report {
    let rows = [format!("规章 {regulations}"), format!("行政规范性文件 {normative}")];
    let rows = lines(parted, &[&rows[0], &rows[1]]);
    read(&[PROACTIVE, ARTICLE, &lines(parted, headings), &rows])
}

/// Table two as a web page: `*2` behind a content says how many columns its cell covers.
fn page(headings: &[&str], numbers: [&str; 4]) -> Report {
    let row = |line: String| {
        let cell = |content: &str| match content.split_once('*') {
            Some((content, columns)) => format!("<td colspan={columns}>{content}"),
            None => format!("<td>{content}"),
        };
        format!("<tr>{}", line.split(' ').map(cell).collect::<String>())
    };
    let rows = [RECEIVED, CARRIED, CONCLUDED, FORWARD].into_iter().zip(numbers);
    let rows = rows.map(|(label, numbers)| format!("{label} {numbers}"));
    let table: String = headings.iter().map(|line| (*line).to_owned()).chain(rows).map(row).collect();
    let html = format!(
        "<html><head><meta charset=utf-8></head><body><h1>浮玉县人民政府2023年政府信息公开工作年度报告</h1><h2>一、总体情况</h2>\
         <p>本年工作平稳。</p><h2>{}</h2><table border=1>{table}</table></body></html>",
        REQUESTS.trim()
    );
    read_bytes(html.as_bytes()).expect("it is a report")
}

/// The numbers of a row; `-1` stands for none.
#[track_caller]
fn check_numbers(report: &Report, row: RowKey, expected: &[i64]) {
    let value = |number: &govreport_synth::Decimal| i64::try_from(*number).expect("counts are small");
    let cells = report.cells().filter(|cell| cell.row == row);
    let numbers: Vec<i64> = cells.map(|cell| cell.value.as_ref().map_or(-1, value)).collect();
    assert_eq!(numbers, expected, "{row}\n{:#?}", report.findings);
}

#[test]
fn a_number_over_two_columns_is_in_neither() {
    for headings in [&[APPLICANTS][..], &[]] {
        let report = page(headings, ["0*2 3 1 0 2 6", ZEROS, "0 0 3 1 0 2 6", ZEROS]);
        check_numbers(&report, RowKey::NewReceived, &[-1, -1, 3, 1, 0, 2, 6]);
        for (column, reason) in [
            (ColumnKey::NaturalPerson, Reason::FigureUnclear),
            (ColumnKey::CommercialEnterprise, Reason::FigureUnclear),
        ] {
            assert_eq!(cell(&report, RowKey::NewReceived, column).reason, Some(reason));
        }
        // The others stand where they are printed, and did not move.
        check_status(&report, RowKey::NewReceived, ColumnKey::ResearchInstitution, Status::Read);
        let warrant = cell(&report, RowKey::NewReceived, ColumnKey::Total).warrant.expect("it is told why");
        assert_ne!(warrant.heading, Heading::Edge);
    }
    // All cells cover two columns: each is one of the form's.
    let wide = |row: &str| row.split(' ').map(|number| format!("{number}*2")).collect::<Vec<_>>().join(" ");
    let (received, zeros) = (wide("0 0 3 1 0 2 6"), wide(ZEROS));
    let report = page(&[], [&received, &zeros, &received, &zeros]);
    check_numbers(&report, RowKey::NewReceived, &[0, 0, 3, 1, 0, 2, 6]);
}

#[test]
fn a_dash_over_some_columns_is_not_that_of_all() {
    let report = page(&[APPLICANTS], [ZEROS, "—*3", ZEROS, ZEROS]);
    check_withheld(&report, RowKey::CarriedIn, Reason::NoReading);
    let report = page(&[APPLICANTS], [ZEROS, "—*7", ZEROS, ZEROS]);
    for cell in report.cells().filter(|cell| cell.row == RowKey::CarriedIn) {
        assert_eq!(cell.status, Status::NotApplicable);
    }
}

#[test]
fn one_row_that_the_headings_order_fits_takes_nothing_from_the_others() {
    // As text the total comes before the columns that it adds up. The dash for a total makes one row fit that order only.
    let heads = ["自然人 法人或其他组织 总计", "商业企业 科研机构 社会公益组织 法律服务机构 其他"];
    let rows = |rows: [&str; 4]| balance("\t", &heads, rows);
    let report = rows(["0 3 0 0 0 1 4", "1 0 0 0 0 0 1", "1 1 0 0 0 0 —", "0 2 0 0 0 1 3"]);
    check_numbers(&report, RowKey::NewReceived, &[0, 3, 0, 0, 0, 1, 4]);
    check_numbers(&report, RowKey::CarriedIn, &[1, 0, 0, 0, 0, 0, 1]);
    // Of one row for each order nothing shows which is the page's.
    let report = rows(["1 1 0 0 0 0 —", "1 0 0 0 0 0 1", "0 0 0 0 0 0 0", "0 0 0 0 0 0 0"]);
    check_withheld(&report, RowKey::CarriedIn, Reason::ColumnsUnordered);
    // Nor of several for each.
    let report = rows(["1 1 0 0 0 0 —", "2 2 0 0 0 0 0", "1 0 0 0 0 0 1", "2 0 0 0 0 0 2"]);
    check_withheld(&report, RowKey::CarriedIn, Reason::ColumnsUnordered);
}

#[test]
fn a_share_in_the_place_of_a_number_is_none_and_leaves_the_others() {
    let carried = |numbers: &str| read(&[REQUESTS, &format!("{CARRIED} {numbers}\n")]);
    check_numbers(&carried("5 0 0 0 0 0 5 40%"), RowKey::CarriedIn, &[5, 0, 0, 0, 0, 0, 5]);
    let report = carried("5 0 40% 0 0 0 5");
    check_numbers(&report, RowKey::CarriedIn, &[5, 0, -1, 0, 0, 0, 5]);
    check_status(&report, RowKey::CarriedIn, ColumnKey::ResearchInstitution, Status::Text);
    // At an end it may be of a column beside.
    check_withheld(&carried("5 0 0 0 0 0 40%"), RowKey::CarriedIn, Reason::FigureUnclear);
    check_withheld(&carried("40% 5 0 0 0 0 5"), RowKey::CarriedIn, Reason::FigureUnclear);
}

#[test]
fn one_content_too_many_on_lines_of_cells_makes_the_row_doubtful() {
    // Each cell has a line of its own, and the ends of wider rows' cells stand behind the last one.
    let carried = |numbers: &str| {
        let row = |label: &str, numbers: &str| format!("{label} |\n{} | |\n", numbers.replace(' ', " |\n"));
        let heads = row("申请人情况", "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计");
        read(&[
            REQUESTS,
            &heads,
            &row(RECEIVED, "3 0 1 0 0 2 6"),
            &row(CARRIED, numbers),
            &row(FORWARD, ZEROS),
        ])
    };
    check_numbers(&carried("1 0 0 0 0 0 1"), RowKey::CarriedIn, &[1, 0, 0, 0, 0, 0, 1]);
    for numbers in ["2 2 0 5 0 1 0 —", "2 2 0 5 0 1 0 无", "2 2 0 5 0 1 0 10", " 0 2 0 5 2 3 18"] {
        let report = carried(numbers);
        let given =
            report.cells().filter(|cell| cell.row == RowKey::CarriedIn && cell.status == Status::Read);
        assert_eq!(given.count(), 0, "{numbers}");
    }
}

#[test]
fn words_behind_the_last_number_may_be_the_page_s() {
    let report = read(&[REQUESTS, &format!("{CARRIED} 5 0 0 0 0 5 2021年\n")]);
    check_withheld(&report, RowKey::CarriedIn, Reason::FigureUnclear);
    // The same of a row without a sum, whose cells have a line each.
    let report = documents("\n\n", &[DOCUMENTS], "11 25 2023年", "1 0 9");
    check_numbers(&report, RowKey::Regulations, &[-1, -1, -1]);
}

#[test]
fn an_amount_under_the_heading_of_a_count_has_moved() {
    let procurement = |numbers: &str| {
        let table = "第二十条第（九）项\n信息内容\t采购项目数量\t采购总金额\n政府集中采购\t";
        read(&[PROACTIVE, table, numbers, "\n"])
    };
    let report = procurement("3.5\t");
    check_status(&report, RowKey::Procurement, ColumnKey::Amount, Status::Ambiguous);
    check_numbers(&procurement("3\t"), RowKey::Procurement, &[3, -1]);
    check_status(&procurement("3\t"), RowKey::Procurement, ColumnKey::Amount, Status::Blank);
}

#[test]
fn a_figure_that_touches_the_label_may_be_the_mark_of_a_note() {
    // 2 would be what was issued, and one number was lost.
    let rows = "规章 1 2 3\n行政规范性文件2 4 5\n";
    let report = read(&[PROACTIVE, ARTICLE, DOCUMENTS, "\n", rows]);
    check_withheld(&report, RowKey::NormativeDocuments, Reason::FigureUnclear);
    check_numbers(&report, RowKey::Regulations, &[1, 2, 3]);
    // The sum may lack just the number that the mark is. It does not where the figures are more than a mark's.
    let touching = |figures: &str| {
        let three = "3 0 0 0 0 0 3";
        let rows =
            [format!("{RECEIVED} {three}"), format!("{CARRIED}{figures}"), format!("{CONCLUDED} {three}")];
        read(&[REQUESTS, &rows.join("\n"), "\n", FORWARD, " ", ZEROS, "\n"])
    };
    check_withheld(&touching("1 0 0 0 0 0 1"), RowKey::CarriedIn, Reason::FigureUnclear);
    check_numbers(&touching("120 0 0 0 0 0 120"), RowKey::CarriedIn, &[120, 0, 0, 0, 0, 0, 120]);
}

#[test]
fn a_column_that_most_rows_have_more_is_in_the_gap_of_the_others() {
    // 9 stands in a column of its own; where the third cell is empty it may be one of the form's.
    let report =
        balance("\t", &[], ["3 0 9 0 0 0 0 3", "1 0  0 0 0 0 1", "4 0 9 0 0 0 0 4", "0 0 9 0 0 0 0 0"]);
    check_withheld(&report, RowKey::CarriedIn, Reason::FigureUnclear);
    // Of one row only it is no column.
    let report = balance("\t", &[], ["3 0 0 0 0 0 3", "1 0  0 0 0 0 1", "4 0 9 0 0 0 0 4", ZEROS]);
    check_numbers(&report, RowKey::CarriedIn, &[1, 0, 0, 0, 0, 0, 1]);
}

#[test]
fn a_total_that_is_named_before_all_others_line_by_line_tells_no_order() {
    let headings: Vec<&str> = TOTAL_FIRST.split(' ').skip(1).collect();
    for row in ["5 5 0 0 0 0 0", "5 0 0 0 0 0 5"] {
        let report = balance(" ", &headings, [row, ZEROS, row, ZEROS]);
        check_withheld(&report, RowKey::NewReceived, Reason::ColumnsUnordered);
    }
}

#[test]
fn a_number_of_persons_behind_those_of_bodies_is_none_of_them() {
    let bodies = "商业企业 科研机构 社会公益组织 法律服务机构 其他";
    let report = |headings: &[&str]| balance(" ", headings, [ONE_TO_SIX, ZEROS, ONE_TO_SIX, ZEROS]);
    // The bodies come first, and 自然人 is the sixth number: as text the heading has another order than the form's.
    for headings in [
        &["申请人情况", "法人或其他组织 自然人 总计", bodies][..],
        &["申请人情况 法人或其他组织 自然人 总计", bodies],
        &["申请人情况", "法人或其他组织", "自然人", "总计", bodies],
    ] {
        check_withheld(&report(headings), RowKey::NewReceived, Reason::ColumnsUnordered);
    }
    for headings in [
        &["申请人情况", "自然人 法人或其他组织 总计", bodies][..],
        &["申请人情况", "自然人", "法人或其他组织", "总计", bodies],
        // The cell of the bodies is the higher one of two levels, and the others stand beside both.
        &["申请人情况", "法人或其他组织", "自然人 总计", bodies],
    ] {
        check_numbers(&report(headings), RowKey::NewReceived, &[1, 2, 3, 4, 5, 6, 21]);
    }
}

#[test]
fn a_heading_that_stands_under_each_of_the_others_parts_their_columns() {
    let heading = "信息内容 本年制发件数 占比 本年废止件数 占比 现行有效件数 占比";
    let report = documents(" ", &[heading], "7 1 8 2 9 3", "4 1 5 2 6 3");
    check_withheld(&report, RowKey::Regulations, Reason::ColumnsUnordered);
}

#[test]
fn columns_under_a_heading_of_another_time_are_of_that_time() {
    let heading = "信息内容\t上年\t\t现行有效件数\n\t本年制发件数\t本年废止件数\t\n";
    let report = read(&[PROACTIVE, ARTICLE, heading, "规章\t7\t8\t9\n"]);
    for column in [ColumnKey::Issued, ColumnKey::Repealed] {
        assert_eq!(cell(&report, RowKey::Regulations, column).value, None, "{column}");
    }
}

#[test]
fn of_two_headings_of_one_column_neither_is_told() {
    let heading = "信息内容 本年制发件数 本年制发件数 本年废止件数 现行有效件数";
    let report = documents("\t", &[heading], "7 1 8 9", "4 1 5 6");
    check_numbers(&report, RowKey::Regulations, &[-1, 8, 9]);
    check_numbers(&report, RowKey::NormativeDocuments, &[-1, 5, 6]);
    for heading in [
        "申请人情况 自然人 商业企业 科研机构 公益组织 社会公益组织 法律服务机构 其他 总计",
        "申请人情况 自然人 商业企业 科研机构 社会公益组织 公益组织 法律服务机构 其他 总计",
    ] {
        let (row, zeros) = ("1 2 3 4 4 5 6 25", "0 0 0 0 0 0 0 0");
        let report = balance("\t", &[heading], [row, zeros, row, zeros]);
        let column = cell(&report, RowKey::NewReceived, ColumnKey::PublicBenefitOrganization);
        assert_eq!(column.value, None, "{heading}");
    }
    // Two tables side by side name each of them twice: the first is the report's.
    let heading = format!("{DOCUMENTS} 本年制发件数 本年废止件数 现行有效件数");
    let report = documents("\t", &[&heading], "7 8 9 1 2 3", "4 5 6 1 2 3");
    check_numbers(&report, RowKey::Regulations, &[7, 8, 9]);
    check_numbers(&report, RowKey::NormativeDocuments, &[4, 5, 6]);
}

/// Table two in two parts, each with two rows below a heading of its own.
fn in_parts(parted: &str, first: (&str, [&str; 2]), second: (&str, [&str; 2])) -> Report {
    let part = |(heading, numbers): (&str, [&str; 2]), labels: [&str; 2]| {
        let rows = labels.into_iter().zip(numbers).map(|(label, row)| format!("{label} {row}"));
        let rows: String = rows.map(|row| lines(parted, &[&row])).collect();
        lines(parted, &[heading]) + &rows
    };
    read(&[REQUESTS, &part(first, [RECEIVED, CARRIED]), &part(second, [CONCLUDED, FORWARD])])
}

#[test]
fn a_heading_that_is_printed_again_says_the_same_again() {
    for parted in ["\t", " "] {
        let whole = (APPLICANTS, [ONE_TO_SIX, ZEROS]);
        let report = in_parts(parted, whole, whole);
        for row in [RowKey::NewReceived, RowKey::ConcludedTotal] {
            check_numbers(&report, row, &[1, 2, 3, 4, 5, 6, 21]);
        }
        // Words that one of them lost stand in the other.
        let report = in_parts(parted, (&APPLICANTS.replace("益组织", "益"), [ONE_TO_SIX, ZEROS]), whole);
        for row in [RowKey::NewReceived, RowKey::ConcludedTotal] {
            check_numbers(&report, row, &[1, 2, 3, 4, 5, 6, 21]);
        }
    }
}

#[test]
fn a_heading_of_other_columns_takes_away_the_rows_below_it() {
    let whole = (APPLICANTS, [ONE_TO_SIX, ZEROS]);
    let years = "申请人情况 2017年 2018年 2019年 2020年 2021年 2022年 2023年";
    let report = in_parts("\t", whole, (years, [ONE_TO_SIX, ZEROS]));
    check_numbers(&report, RowKey::NewReceived, &[1, 2, 3, 4, 5, 6, 21]);
    check_numbers(&report, RowKey::ConcludedTotal, &[-1; 7]);
    check_numbers(&report, RowKey::CarriedForward, &[-1; 7]);
}

#[test]
fn a_total_that_one_print_of_the_heading_moves_is_moved_below_it_alone() {
    let (whole, moved) = ((APPLICANTS, [ONE_TO_SIX, ZEROS]), (TOTAL_FIRST, ["21 1 2 3 4 5 6", ZEROS]));
    for report in [in_parts("\t", whole, moved), in_parts("\t", moved, whole)] {
        for row in [RowKey::NewReceived, RowKey::ConcludedTotal] {
            check_numbers(&report, row, &[1, 2, 3, 4, 5, 6, 21]);
        }
    }
    // Without a grid the rows tell whether they follow it. Where some do and some do not, nothing is told.
    let moved = (TOTAL_FIRST, ["21 1 2 3 4 5 6", "21 1 2 3 4 5 6"]);
    for report in [in_parts(" ", whole, moved), in_parts(" ", moved, whole)] {
        for row in [RowKey::NewReceived, RowKey::ConcludedTotal] {
            check_withheld(&report, row, Reason::ColumnsUnordered);
        }
    }
}

#[test]
fn headings_that_stand_from_right_to_left_are_not_read_from_left_to_right() {
    // Each heading on a line of its own, the first of the form's over the last of the numbers.
    let mut page = PositionedPage::new(595.0, 842.0);
    for (top, words) in [
        (40.0, &[(150.0, "浮玉县2023年政府信息公开工作年度报告")][..]),
        (70.0, &[(60.0, PROACTIVE.trim())]),
        (90.0, &[(60.0, ARTICLE.trim())]),
        (110.0, &[(60.0, "信息内容"), (310.0, "本年制发件数")]),
        (122.0, &[(245.0, "本年废止件数")]),
        (134.0, &[(180.0, "现行有效件数")]),
        (160.0, &[(60.0, "规章"), (205.0, "7"), (270.0, "8"), (335.0, "9")]),
        (180.0, &[(60.0, "行政规范性文件"), (205.0, "1"), (270.0, "2"), (335.0, "3")]),
    ] {
        for (left, word) in words {
            let width = 10.0 * f64::from(u32::try_from(word.chars().count()).unwrap_or(1));
            page.word(word, Area::new(*left, top, left + width, top + 10.0));
        }
    }
    let document = positioned::document([page], &Limits::default()).expect("it is within the limits");
    let report = Reading::from_document(document).expect("it is a report").report;
    for (row, issued, in_force) in [(RowKey::Regulations, 9, 7), (RowKey::NormativeDocuments, 3, 1)] {
        for (column, own) in [(ColumnKey::Issued, issued), (ColumnKey::InForce, in_force)] {
            let value = cell(&report, row, column).value;
            assert!(value.is_none_or(|value| value == own.into()), "{row}/{column}: {value:?}");
        }
    }
}

#[test]
fn what_is_left_of_a_heading_is_its_piece_or_another_s() {
    for parted in ["\t", " "] {
        for left in ["废件", "本年废"] {
            let heading = format!("信息内容 本年制发件数 {left} 现行有效件数");
            let report = documents(parted, &[&heading], "7 8 9", "4 5 6");
            check_numbers(&report, RowKey::Regulations, &[7, 8, 9]);
            check_numbers(&report, RowKey::NormativeDocuments, &[4, 5, 6]);
        }
    }
    // 有 stands in the heading of another column, and not before 废 in that of this one.
    let report = documents("\t", &["信息内容 本年制发件数 有废 现行有效件数"], "7 8 9", "4 5 6");
    check_numbers(&report, RowKey::Regulations, &[7, -1, 9]);
}

#[test]
fn a_row_on_two_lines_is_one_only_where_its_sum_says_so() {
    let received = |numbers: &str| {
        let rows =
            [format!("{CARRIED} {ZEROS}"), format!("{CONCLUDED} {ONE_TO_SIX}"), format!("{FORWARD} {ZEROS}")];
        read(&[REQUESTS, RECEIVED, " ", numbers, "\n", &rows.join("\n"), "\n"])
    };
    check_numbers(&received("1 2 3\n4 5 6 21"), RowKey::NewReceived, &[1, 2, 3, 4, 5, 6, 21]);
    check_withheld(&received("1 2 3\n4 5 6 20"), RowKey::NewReceived, Reason::FigureUnclear);
    // Table one has no sum that could.
    let report = documents(" ", &[DOCUMENTS], "7 8\n9", "4 5 6");
    check_withheld(&report, RowKey::Regulations, Reason::FigureUnclear);
    check_numbers(&report, RowKey::NormativeDocuments, &[4, 5, 6]);
}

#[test]
fn a_row_of_a_line_for_each_number_needs_neighbours_that_are_not_too_long() {
    let in_lines = |regulations: &str, normative: &str| {
        let words = format!("{DOCUMENTS} 规章 {regulations} 行政规范性文件 {normative}");
        read(&[PROACTIVE, ARTICLE, &words.replace(' ', "\n"), "\n"])
    };
    let report = in_lines("7 8 9", "4 5 6");
    check_numbers(&report, RowKey::Regulations, &[7, 8, 9]);
    check_numbers(&report, RowKey::NormativeDocuments, &[4, 5, 6]);
    // A neighbour that lost a number took none of this row's.
    let report = in_lines("7 8", "4 5 6");
    check_withheld(&report, RowKey::Regulations, Reason::NoSum);
    check_numbers(&report, RowKey::NormativeDocuments, &[4, 5, 6]);
    // The number that one has too many may be the other's.
    let report = in_lines("7 8 9 1", "4 5 6");
    check_withheld(&report, RowKey::NormativeDocuments, Reason::FigureUnclear);
    let report = in_lines("7 8 9", "4 5 6 1");
    check_withheld(&report, RowKey::Regulations, Reason::FigureUnclear);
}
