//! Rows that lost contents or have some too many: what the sums of the form tell of them, and what they do not.

use govreport::check::Rule;
use govreport::form::{ColumnKey, RowKey};
use govreport::model::{Report, Status};

#[path = "support/small_report.rs"]
mod small_report;
use small_report::{PROACTIVE, REQUESTS, REVIEW, cell, check_row, check_status, has, read};

const DOCUMENTS: &str = "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n";
const ZEROS: &str = "0 0 0 0 0 0 0";

/// The rows of table two that balance each other in every column: received and carried in, concluded and carried forward. Text
/// without borders; with tabs for spaces a table with borders.
fn requests(received: &str, carried: &str, concluded: &str, forward: &str) -> String {
    format!(
        "一、本年新收政府信息公开申请数量 {received}\n二、上年结转政府信息公开申请数量{carried}\n（七）总计 {concluded}\n\
         四、结转下年度继续办理 {forward}\n"
    )
}

/// The same rows, their figures run together behind their labels. A run behind one label only could be a mark of that label.
fn glued(received: &str, carried: &str, concluded: &str, forward: &str) -> String {
    requests(received, carried, concluded, forward)
        .replace("数量 ", "数量")
        .replace("总计 ", "总计")
        .replace("办理 ", "办理")
}

fn numbers(report: &Report, row: RowKey) -> Vec<Option<i64>> {
    let value = |number: &govreport_synth::Decimal| i64::try_from(*number).expect("counts are small");
    report.cells().filter(|cell| cell.row == row).map(|cell| cell.value.as_ref().map(value)).collect()
}

#[track_caller]
fn check_numbers(report: &Report, row: RowKey, expected: &[i64]) {
    let expected: Vec<_> = expected.iter().copied().map(Some).collect();
    assert_eq!(numbers(report, row), expected, "{row}\n{:#?}", report.findings);
}

#[track_caller]
fn check_doubt(report: &Report, row: RowKey) {
    for cell in report.cells().filter(|cell| cell.row == row) {
        assert_eq!(cell.status, Status::Ambiguous, "{cell:?}\n{:#?}", report.findings);
    }
}

#[test]
fn columns_tell_what_a_row_lost() {
    let of_row = |numbers: &str, printed: &str| {
        read(&[REQUESTS, &requests(ZEROS, &format!(" {printed}"), numbers, ZEROS)])
    };
    // Each lost one of 4 3 2 1 0 0 10.
    for printed in ["3 2 1 0 0 10", "4 3 2 1 0 0", "4 3 2 0 0 10", "4 3 2 1 0 10"] {
        let report = of_row("4 3 2 1 0 0 10", printed);
        check_numbers(&report, RowKey::CarriedIn, &[4, 3, 2, 1, 0, 0, 10]);
        assert!(has(&report, Rule::CellsRealigned));
    }
    // Each lost two or three of 4 3 2 1 5 6 21.
    for printed in ["4 3 1 5 21", "3 2 1 5 6", "4 3 2 21"] {
        let report = of_row("4 3 2 1 5 6 21", printed);
        check_numbers(&report, RowKey::CarriedIn, &[4, 3, 2, 1, 5, 6, 21]);
        assert!(has(&report, Rule::CellsRealigned));
    }
    // Where several are missing, those that would be 0 may have been empty cells or dashes.
    let report = of_row("4 3 2 1 0 0 10", "4 3 1 10");
    for (column, value) in [(ColumnKey::ResearchInstitution, Some(2)), (ColumnKey::OtherOrganization, None)] {
        assert_eq!(cell(&report, RowKey::CarriedIn, column).value, value.map(Into::into), "{column:?}");
    }
    // Too few are left.
    for printed in ["4 3 10", "10"] {
        let report = read(&[REQUESTS, &requests(ZEROS, &format!(" {printed}"), "4 3 2 1 0 0 10", ZEROS)]);
        check_doubt(&report, RowKey::CarriedIn);
    }
    // Zeros are no exception: four were lost, more than the sums can tell.
    let report = read(&[REQUESTS, &requests("4 3 2 1 0 0 10", " 0 0 0", "4 3 2 1 0 0 10", ZEROS)]);
    check_doubt(&report, RowKey::CarriedIn);
}

#[test]
fn columns_tell_how_a_run_of_figures_is_parted() {
    let report = read(&[REQUESTS, &glued("0200002", "120000012", "122000014", "0000000")]);
    check_numbers(&report, RowKey::CarriedIn, &[12, 0, 0, 0, 0, 0, 12]);
    // Each number has a place of its own: a printed figure gives one cell at most.
    assert_eq!(cell(&report, RowKey::CarriedIn, ColumnKey::Total).raw.as_deref(), Some("12"));
    assert!(has(&report, Rule::CellsParted));
    // A sum alone does not.
    let review = |reconsideration: &str| {
        let heading = "结果维持 结果纠正 其他结果 尚未审结 总计\n";
        let zeros = ["行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"]
            .map(|name| format!("{name}\n{heading}0 0 0 0 0\n\n"));
        read(&[REVIEW, &format!("行政复议\n{heading}{reconsideration}\n\n"), &zeros.concat()])
    };
    check_doubt(&review("0100010"), RowKey::Reconsideration);
}

#[test]
fn parted_figures_are_known_to_other_rows() {
    // 2 0 0 0 0 7 lost its first: what was carried in says that it was 5.
    let report = read(&[REQUESTS, &glued("1200003", "4000004", " 2 0 0 0 0 7", "0000000")]);
    check_numbers(&report, RowKey::CarriedIn, &[4, 0, 0, 0, 0, 0, 4]);
    check_numbers(&report, RowKey::ConcludedTotal, &[5, 2, 0, 0, 0, 0, 7]);
}

#[test]
fn each_parted_figure_stands_where_it_is_printed() {
    // As many figures as columns prove nothing, so only what zeros part in one way is parted without a sum.
    for (figures, numbers) in [("0011", ["0", "0", "11"]), ("００５", ["０", "０", "５"])] {
        let report = read(&[
            PROACTIVE,
            &format!(
                "第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章000\n行政规范性文件{figures}\n"
            ),
        ]);
        let columns = [ColumnKey::Issued, ColumnKey::Repealed, ColumnKey::InForce];
        for (column, number) in columns.into_iter().zip(numbers) {
            let cell = cell(&report, RowKey::NormativeDocuments, column);
            assert_eq!((cell.raw.as_deref(), cell.status), (Some(number), Status::Read), "{cell:?}");
        }
        let parted = report.findings.iter().find(|finding| finding.rule() == Rule::CellsParted);
        assert_eq!(parted.map(|finding| finding.cells.len()), Some(3));
    }
}

#[test]
fn damage_that_two_rows_explain_equally_well_is_a_doubt() {
    // By their borders 3 2 and 2 3: one of them moved, and nothing tells which.
    let table = requests(ZEROS, " 3  0 0 0 0 5", " 3 0 0 0 0 5", ZEROS).replace(' ', "\t");
    let report = read(&[REQUESTS, &table]);
    check_doubt(&report, RowKey::CarriedIn);
    check_doubt(&report, RowKey::ConcludedTotal);
    check_numbers(&report, RowKey::NewReceived, &[0; 7]);
    // With the other way round both borders are right.
    let table = requests(ZEROS, " 3  0 0 0 0 5", " 2 0 0 0 0 5", ZEROS).replace(' ', "\t");
    let report = read(&[REQUESTS, &table]);
    check_row(&report, RowKey::CarriedIn, &[(ColumnKey::NaturalPerson, 3), (ColumnKey::Total, 5)]);
    check_status(&report, RowKey::CarriedIn, ColumnKey::CommercialEnterprise, Status::Blank);
    check_row(
        &report,
        RowKey::ConcludedTotal,
        &[(ColumnKey::CommercialEnterprise, 2), (ColumnKey::Total, 5)],
    );
}

#[test]
fn a_doubt_is_said_where_the_row_stands() {
    let report = read(&[REQUESTS, &requests(ZEROS, " 4 3 10", "4 3 2 1 0 0 10", ZEROS)]);
    let doubt =
        report.findings.iter().find(|finding| finding.rule() == Rule::CellsAmbiguous).expect("it is said");
    let span = doubt.span.expect("it is at a place");
    assert_eq!(span.len(), "二、上年结转政府信息公开申请数量 4 3 10".len());
    assert_eq!(doubt.cells.len(), 7);
}

#[test]
fn columns_of_table_one_have_no_total() {
    // 15 + 2 = 17 says nothing here: two numbers in a cell are four for three columns.
    let report = read(&[PROACTIVE, DOCUMENTS, "规章\t1 5\t2\t17\n"]);
    check_doubt(&report, RowKey::Regulations);
    // In table two it does.
    let table = requests("1_5 2 0 0 0 0 17", &format!(" {ZEROS}"), "15 2 0 0 0 0 17", ZEROS);
    let report = read(&[REQUESTS, &table.replace(' ', "\t").replace('_', " ")]);
    check_numbers(&report, RowKey::NewReceived, &[15, 2, 0, 0, 0, 0, 17]);
    // So the figures on both sides of a blank may be two numbers, however they are grouped: only a sum could join them.
    let report = read(&[PROACTIVE, DOCUMENTS, "规章\t12 377\t2\t17\n"]);
    check_doubt(&report, RowKey::Regulations);
}

#[test]
fn empty_cells_between_as_many_numbers_as_columns_are_no_columns() {
    let report = read(&[PROACTIVE, DOCUMENTS, "规章\t1\t\t2\t3\n行政规范性文件\t4\t5\t\t\t6\n"]);
    check_numbers(&report, RowKey::Regulations, &[1, 2, 3]);
    check_numbers(&report, RowKey::NormativeDocuments, &[4, 5, 6]);
    check_status(&report, RowKey::Regulations, ColumnKey::Repealed, Status::Read);
    assert!(!has(&report, Rule::CellsRealigned));
}

#[test]
fn an_empty_cell_stands_where_its_column_does() {
    let columns = |rows: &str, heading: &str| {
        let report = read(&[PROACTIVE, "第二十条第（一）项\n", heading, rows]);
        let cells = report.cells().filter(|cell| cell.row == RowKey::Regulations);
        cells
            .map(|cell| {
                assert_eq!(cell.status, Status::Blank);
                cell.grid.map(|grid| grid.column)
            })
            .collect::<Vec<_>>()
    };
    let heading = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n";
    assert_eq!(columns("规章\t\t\t\n行政规范性文件\t1\t2\t3\n", heading), [Some(1), Some(2), Some(3)]);
    assert_eq!(columns("规章\t\t\t\n", heading), [Some(1), Some(2), Some(3)]);
    // One cell more than columns: they are where the numbers of the table are.
    let heading = "信息内容\t\t本年制发件数\t本年废止件数\t现行有效件数\n";
    assert_eq!(columns("规章\t\t\t\t\n行政规范性文件\t\t1\t2\t3\n", heading), [Some(2), Some(3), Some(4)]);
    // The headings show where.
    assert_eq!(columns("规章\t\t\t\t\n", heading), [Some(2), Some(3), Some(4)]);
}

#[test]
fn a_sign_keeps_its_place_in_a_row_that_lost_a_number() {
    let report = read(&[REQUESTS, &requests(ZEROS, " 无 3 2 1 0 10", "4 3 2 1 0 0 10", ZEROS)]);
    check_status(&report, RowKey::CarriedIn, ColumnKey::NaturalPerson, Status::NotApplicable);
    check_row(&report, RowKey::CarriedIn, &[(ColumnKey::CommercialEnterprise, 3), (ColumnKey::Total, 10)]);
}

#[test]
fn what_became_of_a_row_is_said_in_numbers() {
    let says_of = |carried: &str, total: &str, what: &str| {
        let report = read(&[REQUESTS, &requests(ZEROS, carried, total, ZEROS)]);
        let says = |wanted: &str| report.findings.iter().any(|finding| finding.message().contains(wanted));
        assert!(says(what), "{what}: {:#?}", report.findings);
    };
    let said = |carried: &str, what: &str| says_of(carried, "4 3 2 1 0 0 10", what);
    says_of(" 4 3 1 5 21", "4 3 2 1 5 6 21", "5 contents for 7 columns: several cells were lost");
    said(" 4 3 2 1 0 10", "6 contents for 7 columns: 1 cell was lost");
    said(" 4 3 2 1 10", "5 contents for 7 columns; ");
    said(" 4 3 2 1 0 0 10 5", "8 contents for 7 columns: not all of them belong here");
    said(" 4 3 10", "3 contents for 7 columns;");
    let table = requests(ZEROS, " 4 3  10   ", "4 3 2 1 0 0 10", ZEROS).replace(' ', "\t");
    let report = read(&[REQUESTS, &table]);
    assert!(
        !report.findings.iter().any(|finding| finding.message().contains("8 contents")),
        "{:#?}",
        report.findings
    );
}

#[test]
fn the_readings_of_a_doubt_are_those_of_its_row() {
    let report = read(&[REQUESTS, "二、上年结转政府信息公开申请数量 3 0 0 0 0 3\n"]);
    check_status(&report, RowKey::CarriedIn, ColumnKey::NaturalPerson, Status::Ambiguous);
    let doubt =
        report.findings.iter().find(|finding| finding.rule() == Rule::CellsAmbiguous).expect("it is said");
    assert!(doubt.candidates().len() > 1, "{doubt:#?}");
    assert!(doubt.candidates().iter().all(|reading| reading.len() == 7), "{doubt:#?}");
}

#[test]
fn cells_that_may_be_either_of_two_columns_are_in_neither() {
    let report = read(&[PROACTIVE, DOCUMENTS, "规章\t\t1\t2\t\n"]);
    check_doubt(&report, RowKey::Regulations);
    // The numbers of other rows show in which column of the grid the first is, but not that this row did not move: it lacks six
    // of seven, and its sum leaves several columns to the one that is left.
    let rows = |first: &str| {
        let full = |label: &str| format!("{label}\t{first}3\t0\t0\t0\t0\t0\t3\n");
        let full = ["一、本年新收政府信息公开申请数量", "（一）予以公开", "（七）总计"].map(full).concat();
        read(&[REQUESTS, &full, "四、结转下年度继续办理\t\t4\t\t\t\t\t\t\n"])
    };
    let report = rows("\t");
    check_doubt(&report, RowKey::CarriedForward);
    // A row that cannot begin there shows that the grid is not the form's.
    let full = |label: &str| format!("{label}\t\t3\t0\t0\t0\t0\t0\t3\n");
    let full = ["一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"].map(full).concat();
    let rows = |granted: &str| {
        read(&[REQUESTS, &full, &format!("（一）予以公开\t{granted}\n"), "（二）部分公开\t\t4\t\t\t\t\t\t\n"])
    };
    let report = rows("\t9\t\t\t\t\t\t");
    check_doubt(&report, RowKey::PartiallyGranted);
    let report = rows("9\t\t\t\t\t\t\t");
    check_status(&report, RowKey::PartiallyGranted, ColumnKey::NaturalPerson, Status::Ambiguous);
    check_status(&report, RowKey::PartiallyGranted, ColumnKey::CommercialEnterprise, Status::Ambiguous);
}

/// Other rows are no headings: what is short of its columns needs a heading of its own or sums.
#[test]
fn rows_alone_do_not_show_the_first_column_of_a_grid() {
    let full = |label: &str| format!("{label}\t3\t0\t0\t0\t0\t0\t3\n");
    let full = ["一、本年新收政府信息公开申请数量", "（一）予以公开", "（七）总计"].map(full).concat();
    let report = read(&[REQUESTS, &full, "四、结转下年度继续办理\t\t4\t\t\t\t\t\t\n"]);
    check_doubt(&report, RowKey::CarriedForward);
}

#[test]
fn empty_cells_that_the_sums_contradict_are_a_doubt() {
    // No heading names the columns, and with an empty total the column of totals does not add up.

    let table = requests("3 0 0 0 0 0 3", " 4 3     ", "7 3 0 0 0 0 10", ZEROS).replace(' ', "\t");
    let report = read(&[REQUESTS, &table]);
    check_doubt(&report, RowKey::CarriedIn);
}
