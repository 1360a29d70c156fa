//! Tables whose rows or columns stand in another order than the form's, stand there twice, or are out of reading order.

use govreport::check::Rule;
use govreport::form::{ColumnKey, RowKey};
use govreport::model::{Report, Status};

#[path = "support/small_report.rs"]
mod small_report;
use small_report::{PROACTIVE, REQUESTS, cell, check_row, has, read};

const NEW: &str = "一、本年新收政府信息公开申请数量";
const CARRIED: &str = "二、上年结转政府信息公开申请数量";
const GRANTED: &str = "（一）予以公开";
const PARTLY: &str = "（二）部分公开";
const TOTAL: &str = "（七）总计";
const FORWARD: &str = "四、结转下年度继续办理";

/// A row of table two of one person's requests; a table between tabs, or text between spaces.
fn row(label: &str, requests: u32, parted: &str) -> String {
    let (first, total) = (requests.to_string(), requests.to_string());
    line(label, &[&first, "0", "0", "0", "0", "0", &total], parted)
}

fn line(label: &str, cells: &[&str], parted: &str) -> String {
    format!("{label}{parted}{}\n", cells.join(parted))
}

/// Table one's block of documents, with the columns of its heading turned round, and these rows.
fn turned(heading_parted: &str, rows: &str) -> Report {
    let names = ["现行有效件数", "本年制发件数", "本年废止件数"];
    read(&[PROACTIVE, "第二十条第（一）项\n", &line("信息内容", &names, heading_parted), rows])
}

fn check_statuses(report: &Report, row: RowKey, status: Status) {
    for cell in report.cells().filter(|cell| cell.row == row) {
        assert_eq!(cell.status, status, "{row}/{}\n{:#?}", cell.column, report.findings);
    }
}

#[test]
fn as_many_numbers_as_columns_follow_a_heading_that_names_all_on_one_line() {
    // With borders around the numbers and without: what stands above them in the same order names them.
    for parted in ["\t", " "] {
        let rows = line("规章", &["7", "8", "9"], parted) + &line("行政规范性文件", &["0"; 3], parted);
        let report = turned(" ", &rows);
        check_row(&report, RowKey::Regulations, &[(ColumnKey::InForce, 7), (ColumnKey::Issued, 8)]);
        check_row(&report, RowKey::NormativeDocuments, &[(ColumnKey::Issued, 0), (ColumnKey::InForce, 0)]);
    }
}

#[test]
fn under_a_turned_heading_each_number_is_the_column_it_stands_under() {
    let report = turned("\t", "规章\t7\t8\t9\n");
    check_row(&report, RowKey::Regulations, &[(ColumnKey::InForce, 7), (ColumnKey::Issued, 8)]);
    // An empty cell that no column heads changes nothing; a number in it does.
    for (beside, status) in [("", Status::Read), ("5", Status::Ambiguous)] {
        let report = read(&[
            PROACTIVE,
            "第二十条第（一）项\n信息内容\t\t现行有效件数\t本年制发件数\t本年废止件数\n",
            &line("规章", &[beside, "7", "8", "9"], "\t"),
            &line("行政规范性文件", &["", "1", "2", "3"], "\t"),
        ]);
        check_statuses(&report, RowKey::Regulations, status);
        check_row(&report, RowKey::NormativeDocuments, &[(ColumnKey::InForce, 1), (ColumnKey::Issued, 2)]);
    }
}

#[test]
fn totals_that_contradict_each_other_tell_no_order() {
    let names = ["总计", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"];
    for parted in ["\t", " "] {
        let report = read(&[
            REQUESTS,
            &line("申请人情况", &names, parted),
            &line(NEW, &["9", "1", "0", "2", "0", "1", "13"], parted),
            &line(CARRIED, &["0"; 7], parted),
            &line(GRANTED, &["13", "9", "1", "0", "2", "0", "1"], parted),
            &line(TOTAL, &["13", "9", "1", "0", "2", "0", "1"], parted),
            &line(FORWARD, &["0"; 7], parted),
        ]);
        // Under drawn headings each number is that of its column, whatever the sums say.
        let status = if parted == "\t" { Status::Read } else { Status::Ambiguous };
        for row in [RowKey::NewReceived, RowKey::CarriedIn, RowKey::Granted] {
            check_statuses(&report, row, status);
        }
    }
}

#[test]
fn text_whose_rows_go_back_is_out_of_order() {
    let [new, carried, granted] =
        [(NEW, 3), (CARRIED, 0), (GRANTED, 2)].map(|(label, of)| row(label, of, " "));
    let ordered = read(&[REQUESTS, &new, &carried, &granted]);
    check_row(&ordered, RowKey::Granted, &[(ColumnKey::NaturalPerson, 2), (ColumnKey::Total, 2)]);
    let back = read(&[REQUESTS, &new, &granted, &carried]);
    check_statuses(&back, RowKey::Granted, Status::Ambiguous);
    // A row that stands there twice does not go back, nor does a table that begins again.
    for again in [[&*granted, &*granted].concat(), [&*granted, &*new, &*carried, &*granted].concat()] {
        let report = read(&[REQUESTS, &new, &carried, &again]);
        check_row(&report, RowKey::Granted, &[(ColumnKey::NaturalPerson, 2), (ColumnKey::Total, 2)]);
    }
    // A label without numbers moves none.
    let report = read(&[REQUESTS, &new, &granted, CARRIED, "\n"]);
    check_row(&report, RowKey::Granted, &[(ColumnKey::NaturalPerson, 2), (ColumnKey::Total, 2)]);
    // With borders the order is the source's.
    let bordered = [NEW, GRANTED, CARRIED].map(|label| row(label, 1, "\t"));
    let report = read(&[REQUESTS, &bordered.concat()]);
    check_row(&report, RowKey::Granted, &[(ColumnKey::NaturalPerson, 1), (ColumnKey::Total, 1)]);
}

#[test]
fn text_with_far_too_many_numbers_behind_a_label_is_out_of_order() {
    let carried = |numbers: &[&str]| {
        read(&[REQUESTS, &row(NEW, 3, " "), &line(CARRIED, numbers, " "), &row(GRANTED, 2, " ")])
    };
    let report = carried(&["0"; 10]);
    check_row(&report, RowKey::Granted, &[(ColumnKey::NaturalPerson, 2), (ColumnKey::Total, 2)]);
    check_statuses(&carried(&["0"; 11]), RowKey::Granted, Status::Ambiguous);
}

#[test]
fn rows_that_differ_between_copies_are_a_doubt() {
    let copies =
        |first: &str, second: &str| read(&[REQUESTS, &row(NEW, 3, "\t"), first, &row(NEW, 3, "\t"), second]);
    let [two, three] = [2, 3].map(|requests| row(GRANTED, requests, "\t"));
    let empty = line(GRANTED, &[""; 7], "\t");
    for (first, second) in [(&two, &three), (&two, &empty), (&empty, &two)] {
        let report = copies(first, second);
        check_statuses(&report, RowKey::Granted, Status::Ambiguous);
        assert!(has(&report, Rule::RowRepeated));
        check_row(&report, RowKey::NewReceived, &[(ColumnKey::Total, 3)]);
    }
    let report = copies(&two, &two);
    check_row(&report, RowKey::Granted, &[(ColumnKey::NaturalPerson, 2), (ColumnKey::Total, 2)]);
    assert!(!has(&report, Rule::RowRepeated));
}

#[test]
fn an_empty_row_beside_a_filled_one_is_no_second_copy() {
    let rows = [(NEW, 3), (CARRIED, 0), (GRANTED, 2), (PARTLY, 1)].map(|(label, of)| row(label, of, "\t"));
    let empty = |label| line(label, &[""; 7], "\t");
    // One or two of four rows are there twice, then three.
    for (twice, said) in
        [(&[GRANTED][..], false), (&[GRANTED, PARTLY], false), (&[CARRIED, GRANTED, PARTLY], true)]
    {
        let empty: String = twice.iter().map(|label| empty(label)).collect();
        let report = read(&[REQUESTS, &rows.concat(), &empty]);
        check_row(&report, RowKey::Granted, &[(ColumnKey::NaturalPerson, 2), (ColumnKey::Total, 2)]);
        assert_eq!(has(&report, Rule::RowRepeated), said, "{twice:?}");
    }
    // Three of five.
    let rows = [rows.concat(), row(FORWARD, 0, "\t")].concat();
    assert!(has(
        &read(&[REQUESTS, &rows, &[CARRIED, GRANTED, PARTLY].map(empty).concat()]),
        Rule::RowRepeated
    ));
    assert!(!has(&read(&[REQUESTS, &rows, &[CARRIED, GRANTED].map(empty).concat()]), Rule::RowRepeated));
    // The only one; of two rows one.
    assert!(!has(&read(&[REQUESTS, &row(NEW, 3, "\t"), &empty(NEW)]), Rule::RowRepeated));
    let report = read(&[REQUESTS, &row(NEW, 3, "\t"), &row(CARRIED, 0, "\t"), &empty(CARRIED)]);
    assert!(!has(&report, Rule::RowRepeated));
    // Most rows have no second line at all, or one without cells.
    let labels = format!("{CARRIED}\n{GRANTED}\n{PARTLY}\n");
    assert!(!has(&read(&[REQUESTS, &rows, &labels]), Rule::RowRepeated));
}

#[test]
fn a_part_does_not_stand_for_its_row() {
    let licensing = |rows: &str| read(&[PROACTIVE, "第二十条第（五）项\n信息内容\t本年处理决定数量\n", rows]);
    for rows in ["行政许可（新办）\t9\n", "行政许可总数\t\n行政许可（新办）\t9\n"] {
        check_statuses(&licensing(rows), RowKey::Licensing, Status::Ambiguous);
    }
    check_row(
        &licensing("行政许可（新办）\t9\n行政许可总数\t16\n"),
        RowKey::Licensing,
        &[(ColumnKey::Decisions, 16)],
    );
}

#[test]
fn numbers_without_label_beside_an_empty_row_make_it_a_doubt() {
    let unnamed = |numbers: &[&str]| line("", numbers, "\t");
    let numbers = ["5", "0", "0", "0", "0", "0", "5"];
    let around = |between: &str| {
        read(&[REQUESTS, &row(NEW, 3, "\t"), between, &row(GRANTED, 2, "\t"), &row(PARTLY, 1, "\t")])
    };
    let empty = line(CARRIED, &[""; 7], "\t");
    // Behind an empty row that may have lost them.
    let report = around(&[&*empty, &unnamed(&numbers)].concat());
    check_statuses(&report, RowKey::CarriedIn, Status::Ambiguous);
    check_row(&report, RowKey::NewReceived, &[(ColumnKey::Total, 3)]);
    check_row(&report, RowKey::Granted, &[(ColumnKey::Total, 2)]);
    // The number of a page.
    let report = around(&[&*empty, &unnamed(&["", "", "5"])].concat());
    check_statuses(&report, RowKey::CarriedIn, Status::Blank);
    // A label in a line of its own, numbers on both sides.
    let behind = unnamed(&["0"; 7]);
    let report = around(&[&*unnamed(&numbers), CARRIED, "\n", &behind].concat());
    check_statuses(&report, RowKey::CarriedIn, Status::Ambiguous);
    let report = around(&[CARRIED, "\n", &*behind].concat());
    check_row(&report, RowKey::CarriedIn, &[(ColumnKey::NaturalPerson, 0), (ColumnKey::Total, 0)]);
    // A row that has numbers of its own loses them to nobody; nor are numbers with other words those of the row.
    let report = around(&unnamed(&numbers).repeat(2));
    check_row(&report, RowKey::NewReceived, &[(ColumnKey::NaturalPerson, 3), (ColumnKey::Total, 3)]);
    let other = line("其中网络平台", &numbers, "\t");
    check_statuses(&around(&[&*empty, &other].concat()), RowKey::CarriedIn, Status::Blank);
    let report = around(&[&*other, CARRIED, "\n", &behind].concat());
    check_row(&report, RowKey::CarriedIn, &[(ColumnKey::NaturalPerson, 0), (ColumnKey::Total, 0)]);
    // A label on the line of its own numbers.
    let report = around(&[&*unnamed(&numbers), &row(CARRIED, 0, "\t")].concat());
    check_row(&report, RowKey::CarriedIn, &[(ColumnKey::NaturalPerson, 0), (ColumnKey::Total, 0)]);
}

#[test]
fn what_was_taken_for_a_row_and_what_was_not_is_said() {
    let said = |rows: &str, rule: Rule| {
        let report = read(&[REQUESTS, &row(NEW, 3, "\t"), rows, &row(GRANTED, 2, "\t")]);
        report.findings.iter().filter(|finding| finding.rule() == rule).count()
    };
    let damaged = row("二、上年结政府信公开申请数量", 0, "\t");
    assert_eq!(said(&damaged, Rule::LabelByDistance), 1);
    assert_eq!(said(&damaged, Rule::RowUnknown), 0);
    let unnamed = row("", 0, "\t");
    assert_eq!((said(&unnamed, Rule::LabelByOrder), said(&unnamed, Rule::NumbersUnplaced)), (1, 0));
    assert_eq!(said(&row(CARRIED, 0, "\t"), Rule::LabelByOrder), 0);
    let other = row("其中网络平台", 1, "\t");
    assert_eq!((said(&other, Rule::RowUnknown), said(&other, Rule::NumbersUnplaced)), (1, 0));
    assert_eq!(said(&line("其中网络平台", &["无"; 7], "\t"), Rule::RowUnknown), 0);
    // One character names nothing.
    assert_eq!(said(&row("甲", 1, "\t"), Rule::NumbersUnplaced), 1);
    let report = read(&[REQUESTS, &row(NEW, 3, "\t"), &damaged, &row(GRANTED, 2, "\t")]);
    let taken = report.findings.iter().find(|finding| finding.rule() == Rule::LabelByDistance);
    assert_eq!(taken.map(|finding| finding.cells.len()), Some(7));
    // Twelve are told one by one, the others together.
    for (rows, told, together) in [(12, 12, 0), (13, 12, 1), (20, 12, 1)] {
        let others = other.repeat(rows);
        assert_eq!((said(&others, Rule::RowUnknown), said(&others, Rule::NumbersUnplaced)), (told, together));
    }
    // A row that only the other edition has.
    let report = read(&[
        REQUESTS,
        &row(NEW, 3, "\t"),
        &row("（六）其他处理", 4, "\t"),
        &row("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", 1, "\t"),
    ]);
    assert!(has(&report, Rule::RowUnknown), "{:#?}", report.findings);
    assert_eq!(cell(&report, RowKey::NewReceived, ColumnKey::Total).value, Some(3.into()));
}

#[test]
fn a_heading_above_the_line_of_the_others_stands_anywhere_among_them() {
    // 现行有效件数 was wrapped in its cell: its first line stands above the others, which are named in one.
    let report = read(&[
        PROACTIVE,
        "第二十条第（一）项\n现行有效件\n信息内容 本年制发件数 本年废止件数\n数\n规章\t74\t10\t60\n行政规范性文件\t61\t53\t23\n",
    ]);
    for column in [ColumnKey::Issued, ColumnKey::Repealed, ColumnKey::InForce] {
        assert_eq!(cell(&report, RowKey::Regulations, column).value, None, "{column}");
    }
}

#[test]
fn a_total_before_the_column_beside_it_shows_another_order() {
    let heading = |first: &str| {
        format!(
            "申请人情况\n法人或其他组织\n{first} 商业 科研 社会公 法律服\n其他\n企业 机构 益组织 务机构\n"
        )
    };
    let rows = "一、本年新收政府信息公开申请数量\t6\t3\t1\t1\t1\t0\t0\n（七）总计\t6\t3\t1\t1\t1\t0\t0\n";
    let report = read(&[REQUESTS, &heading("总计 自然人"), rows]);
    assert_eq!(cell(&report, RowKey::NewReceived, ColumnKey::OtherOrganization).value, None);
}
