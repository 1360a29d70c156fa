//! Where doubt is honest: pages on which a number could be taken for another's, and none may be.

use govreport::check::Rule;
use govreport::form::{ColumnKey, RowKey};
use govreport::model::{Reason, Status};

#[path = "support/small_report.rs"]
mod small_report;
use small_report::{PROACTIVE, REQUESTS, REVIEW, cell, check_row, check_status, has, read};

const REVIEW_HEADING: &str = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n";
const APPLICANTS: &str = "| 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n|---|---|---|---|---|---|---|\n";

/// Table three, each kind a table of its own with this row of numbers.
fn review(reconsideration: &str) -> String {
    let table = |name: &str, numbers: &str| format!("{name}\t\t\t\t\n{REVIEW_HEADING}{numbers}\n\n");
    [
        REVIEW,
        &table("行政复议", reconsideration),
        &table("行政诉讼（未经复议直接起诉）", "6\t2\t4\t1\t13"),
        &table("行政诉讼（复议后起诉）", "0\t0\t0\t0\t0"),
    ]
    .concat()
}

#[test]
fn an_empty_end_is_a_doubt_where_the_numbers_may_have_moved() {
    // 7 3 5 9 24 that lost its first: 3 + 5 + 9 and some number make 24.
    let report = read(&[&review("3\t5\t9\t24\t")]);
    check_status(&report, RowKey::Reconsideration, ColumnKey::Upheld, Status::Ambiguous);
    check_status(&report, RowKey::Reconsideration, ColumnKey::Total, Status::Ambiguous);
    check_row(&report, RowKey::LitigationDirect, &[(ColumnKey::Upheld, 6), (ColumnKey::Total, 13)]);
    // The only sum of these is the one that would have to tell where they stand: without it they may have moved as well.
    let report = read(&[&review("3\t0\t0\t0\t")]);
    for (column, printed) in [(ColumnKey::Upheld, Some(3)), (ColumnKey::Total, None)] {
        let found = cell(&report, RowKey::Reconsideration, column);
        assert!(found.value.is_none() || found.value == printed.map(Into::into), "{found:?}");
    }
}

#[test]
fn numbers_that_may_have_moved_are_a_doubt_whatever_other_rows_look_like() {
    let rows = |first: &str, second: &str| {
        let table = |name: &str, numbers: &str| format!("{name}\t\t\t\t\n{REVIEW_HEADING}{numbers}\n\n");
        read(&[
            REVIEW,
            &table("行政复议", first),
            &table("行政诉讼（未经复议直接起诉）", second),
            &table("行政诉讼（复议后起诉）", "0\t0\t0\t0\t0"),
        ])
    };
    // The other one has an empty cell at its place, or moved itself.
    for other in ["6\t\t4\t1\t11", "\t2\t4\t1\t7", "\t3\t5\t9\t2"] {
        for report in [rows("3\t5\t9\t24\t", other), rows(other, "3\t5\t9\t24\t")] {
            let moved = [RowKey::Reconsideration, RowKey::LitigationDirect]
                .into_iter()
                .filter(|row| cell(&report, *row, ColumnKey::Corrected).value == Some(5.into()));
            assert_eq!(moved.count(), 0, "{other:?}\n{:#?}", report.findings);
        }
    }
}

#[test]
fn a_number_lost_of_one_sum_is_told_by_nothing() {
    for numbers in ["3\t5\t9\t24", "72852\t250\t49\t1079"] {
        let report = read(&[&review(numbers)]);
        for column in [ColumnKey::Upheld, ColumnKey::Pending, ColumnKey::Total] {
            check_status(&report, RowKey::Reconsideration, column, Status::Ambiguous);
        }
        check_row(&report, RowKey::LitigationDirect, &[(ColumnKey::Other, 4)]);
    }
    // Zeros are no exception: with the one sum left out, the lost number can be any, and stand at any place.
    let report = read(&[&review("0\t0\t0\t0")]);
    check_status(&report, RowKey::Reconsideration, ColumnKey::Upheld, Status::Ambiguous);
    check_status(&report, RowKey::Reconsideration, ColumnKey::Total, Status::Ambiguous);
}

#[test]
fn a_source_that_fills_up_its_rows_shows_no_empty_end() {
    let proactive = "第二十条第（一）项\t\t\t\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n\
                     行政规范性文件\t0\t1\t\n\n";
    let rows = |behind_label: &str, at_end: &str| {
        format!(
            "{REQUESTS}一、本年新收政府信息公开申请数量\t{behind_label}2\t0\t0\t0\t0\t0\t2{at_end}\n\
             三、本年度办理结果\t（一）予以公开\t2\t0\t0\t0\t0\t0\t2\n"
        )
    };
    // The numbers of all rows begin in one column: every place is there, and an empty one is empty.
    let report = read(&[PROACTIVE, proactive, &rows("\t", "")]);
    check_row(&report, RowKey::NormativeDocuments, &[(ColumnKey::Issued, 0), (ColumnKey::Repealed, 1)]);
    check_status(&report, RowKey::NormativeDocuments, ColumnKey::InForce, Status::Blank);
    // Places of merged cells are left out and made up for at the end.
    let report = read(&[PROACTIVE, proactive, &rows("", "\t")]);
    check_status(&report, RowKey::NormativeDocuments, ColumnKey::Issued, Status::Ambiguous);
    check_row(&report, RowKey::Regulations, &[(ColumnKey::InForce, 0)]);
    // Also where there are too many ways to try them.
    let review = |at_end: &str| {
        let heading = ["结果维持\t结果纠正\t其他结果\t尚未审结\t总计"; 3].join("\t");
        let table = format!("{REVIEW}{heading}\n1\t2\t3\t4\t10\t5{}\n", "\t".repeat(9));
        read(&[PROACTIVE, proactive, &rows("", at_end), &table])
    };
    check_status(&review("\t"), RowKey::Reconsideration, ColumnKey::Upheld, Status::Ambiguous);
}

#[test]
fn a_row_with_fewer_cells_than_its_heading_shows_no_empty_end() {
    let report = |regulations: &str| {
        let heading = "第二十条第（一）项\t\t\t\t\n信息内容\t\t本年制发件数\t本年废止件数\t现行有效件数\n";
        read(&[PROACTIVE, heading, &format!("规章\t{regulations}\n行政规范性文件\t\t7\t8\t9\n")])
    };
    // A cell for every column of the heading: an empty one is empty.
    let whole = report("\t0\t1\t");
    check_row(&whole, RowKey::Regulations, &[(ColumnKey::Issued, 0), (ColumnKey::Repealed, 1)]);
    check_status(&whole, RowKey::Regulations, ColumnKey::InForce, Status::Blank);
    // One is missing, and nothing tells which.
    let short = report("0\t1\t");
    check_status(&short, RowKey::Regulations, ColumnKey::Issued, Status::Ambiguous);
    check_status(&short, RowKey::Regulations, ColumnKey::Repealed, Status::Ambiguous);
    // Where no cell is empty, none can be of another place.
    let full = report("0\t1\t2");
    check_row(&full, RowKey::Regulations, &[(ColumnKey::Issued, 0), (ColumnKey::InForce, 2)]);
}

#[test]
fn a_label_is_all_the_words_of_its_cell() {
    let report = read(&[
        REQUESTS,
        "（一）予以公开\t2\t0\t0\t0\t0\t0\t2\n",
        "2.其他(内部)法律行规\t1\t0\t0\t0\t0\t0\t1\n3.其他\t0\t0\t0\t0\t0\t0\t0\n（七）总计\t3\t0\t0\t0\t0\t0\t3\n",
    ]);
    check_row(&report, RowKey::OtherHandlingOther, &[(ColumnKey::NaturalPerson, 0), (ColumnKey::Total, 0)]);
}

#[test]
fn two_halves_of_labels_with_numbers_each_are_two_rows() {
    let report = read(&[
        PROACTIVE,
        "第二十条第（一）项\t\t\t\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规\t7\t8\t9\n范性文件\t3\t0\t4\n",
    ]);
    let documents = cell(&report, RowKey::NormativeDocuments, ColumnKey::Issued);
    assert!(documents.value.is_none_or(|value| value == 3.into()), "{documents:?}");
}

#[test]
fn an_empty_row_under_its_own_heading_keeps_the_next_one_from_it() {
    let report = read(&[
        "## 三、收到和处理政府信息公开申请情况\n\n",
        &format!("### （一）予以公开\n\n{APPLICANTS}| 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n\n"),
        &format!("### 3.其他\n\n{APPLICANTS}| | | | | | | |\n\n"),
        &format!("### （七）总计\n\n{APPLICANTS}| 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n\n"),
    ]);
    check_status(&report, RowKey::OtherHandlingOther, ColumnKey::Total, Status::Blank);
    check_row(&report, RowKey::ConcludedTotal, &[(ColumnKey::NaturalPerson, 4), (ColumnKey::Total, 4)]);
}

#[test]
fn a_hidden_unit_is_not_yuan() {
    let report = read(&[
        PROACTIVE,
        "第二十条第（八）项\t\n信息内容\t本年收费金额（单位：***元）\n行政事业性收费\t5\n",
    ]);
    let fees = cell(&report, RowKey::Fees, ColumnKey::Amount);
    assert!(fees.value.is_none_or(|value| value == 5.into()), "{fees:?}");
}

#[test]
fn numbers_in_front_of_an_enumerator_stay_numbers() {
    let report = read(&[
        REQUESTS,
        "（一）予以公开 2 0 0 0 0 0 2 1.属于国家秘密 0 0 0 0 0 0 0\n（七）总计 2 0 0 0 0 0 2\n",
    ]);
    check_row(&report, RowKey::Granted, &[(ColumnKey::NaturalPerson, 2), (ColumnKey::Total, 2)]);
    check_row(&report, RowKey::DeniedStateSecret, &[(ColumnKey::Total, 0)]);
}

#[test]
fn figures_run_together_have_no_other_number_beside_them() {
    let report = read(&[
        PROACTIVE,
        "第二十条第（八）项\n信息内容上一年项目数量本年增/减\n行政事业性收费00\n\n8\n\n第二十条第（九）项\n",
    ]);
    check_status(&report, RowKey::Fees, ColumnKey::Change, Status::Ambiguous);
}

#[test]
fn numbers_whose_label_may_be_either_neighbour_are_in_no_cell() {
    let row = |numbers: &str| format!("| {numbers} |\n");
    let report = read(&[
        REQUESTS,
        "| 一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n| 二、上年结转政府信息 | | | | | | | |\n",
        &row(" | 5 | 0 | 0 | 0 | 0 | 0 | 5"),
        "| （一）予以公开 | | | | | | | |\n| （二）部分公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n",
    ]);
    for row in [RowKey::CarriedIn, RowKey::Granted] {
        assert_eq!(cell(&report, row, ColumnKey::Total).value, None, "{:#?}", report.findings);
    }
    assert!(has(&report, Rule::NumbersUnplaced));
}

#[test]
fn labels_that_are_a_little_damaged_are_known() {
    let report = read(&[
        PROACTIVE,
        "第二十条第（一项\t\t\t\n息内容\t本年制件数\t本年废止件\t现有效件数\n规草\t1\t2\t3\n行政规性文件\t4\t5\t6\n",
        REQUESTS,
        "一、年新收政府信息公开申请数量\t\t2\t0\t0\t0\t0\t0\t2\n三、本年度办理结\t（一）以公开\t2\t0\t0\t0\t0\t0\t2\n",
        "\t（七总(zǒng)计(jì)\t2\t0\t0\t0\t0\t0\t2\n四、结转下年度继续办理\t\t0\t0\t0\t0\t0\t0\t0\n",
    ]);
    // One character of two is not much to go by, and table one has no sum that could confirm it.
    check_status(&report, RowKey::Regulations, ColumnKey::Issued, Status::Ambiguous);
    let regulations = cell(&report, RowKey::Regulations, ColumnKey::Issued);
    assert_eq!(regulations.reason, Some(Reason::NoSum));
    check_row(&report, RowKey::NormativeDocuments, &[(ColumnKey::Issued, 4), (ColumnKey::InForce, 6)]);
    for row in [RowKey::NewReceived, RowKey::Granted, RowKey::ConcludedTotal] {
        check_row(&report, row, &[(ColumnKey::NaturalPerson, 2), (ColumnKey::Total, 2)]);
    }
}

#[test]
fn a_sum_used_up_by_a_lost_number_confirms_nothing() {
    // 1 and 0 ran together: of the six numbers, 10 and 1 with a lost total of 11 add up, as any numbers do.
    let rows = "一、本年新收政府信息公开申请数量 2 0 0 0 0 0 2\n（一）予以公开 2 0 0 0 0 0 2\n\
                2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 10 0 0 0 0 1\n";
    let report = read(&[REQUESTS, rows]);
    for column in [ColumnKey::NaturalPerson, ColumnKey::OtherOrganization, ColumnKey::Total] {
        check_status(&report, RowKey::OtherHandlingFeeOverdue, column, Status::Ambiguous);
    }
    check_row(&report, RowKey::Granted, &[(ColumnKey::NaturalPerson, 2), (ColumnKey::Total, 2)]);
    // A lost number that the sums of the columns confirm is told: its own sum and that of its column both leave it alone.
    let rows = "一、本年新收政府信息公开申请数量 2 0 0 0 0 0\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n\
                （一）予以公开 2 0 0 0 0 0 2\n（七）总计 2 0 0 0 0 0 2\n四、结转下年度继续办理 0 0 0 0 0 0 0\n";
    let report = read(&[REQUESTS, rows]);
    check_row(&report, RowKey::NewReceived, &[(ColumnKey::NaturalPerson, 2), (ColumnKey::Total, 2)]);
    check_status(&report, RowKey::NewReceived, ColumnKey::Total, Status::Inferred);
    // The other rows of （三） to （六） are not in the source: what adds up to （七） cannot be asked.
    let rows = rows
        .replace(" 2 0 0 0 0 0\n", " 2 0 0 0 0 0 2\n")
        .replace("公开 2 0 0 0 0 0 2\n（七）", "公开 2 0 0 0 0 0\n（七）");
    let report = read(&[REQUESTS, &rows]);
    check_status(&report, RowKey::Granted, ColumnKey::Total, Status::Ambiguous);
}

#[test]
fn a_row_of_words_under_its_own_heading_keeps_the_next_one_from_it() {
    let none = "本单位没有此项职权";
    let report = read(&[
        "## 三、收到和处理政府信息公开申请情况\n\n",
        &format!("### （一）予以公开\n\n{APPLICANTS}| 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n\n"),
        &format!("### 1.属于国家秘密\n\n{APPLICANTS}| {} |\n\n", [none; 7].join(" | ")),
        &format!("### 其\n\n{APPLICANTS}| 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n\n"),
    ]);
    for column in [ColumnKey::NaturalPerson, ColumnKey::Total] {
        check_status(&report, RowKey::DeniedStateSecret, column, Status::Text);
    }
}

#[test]
fn what_a_site_puts_under_a_label_takes_no_row_from_the_form() {
    let empty = format!("{APPLICANTS}| | | | | | | |\n\n");
    let report = read(&[
        "## 三、收到和处理政府信息公开申请情况\n\n",
        &format!(
            "### 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\n\n浏览次数：1036\n\n{empty}"
        ),
        &format!("### 3.其他\n\n{empty}"),
        &format!("### （七）总计\n\n{APPLICANTS}| 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n\n"),
    ]);
    assert_eq!(cell(&report, RowKey::OtherHandlingFeeOverdue, ColumnKey::Total).value, None);
    check_status(&report, RowKey::OtherHandlingOther, ColumnKey::Total, Status::Blank);
    check_row(&report, RowKey::ConcludedTotal, &[(ColumnKey::NaturalPerson, 1), (ColumnKey::Total, 1)]);
}

#[test]
fn figures_run_together_need_a_second_sum_to_be_parted() {
    // 12 0 0 0 0 0 12, of which only this parting adds up in its row.
    let rows = |total: &str| {
        format!(
            "申请人情况自然人商业企业科研机构社会公益组织法律服务机构其他总计\n一、本年新收政府信息公开申请数量9000009\n\
             （一）予以公开120000012\n{total}"
        )
    };
    let report = read(&[REQUESTS, &rows("")]);
    for column in [ColumnKey::NaturalPerson, ColumnKey::OtherOrganization, ColumnKey::Total] {
        check_status(&report, RowKey::Granted, column, Status::Ambiguous);
    }
    let report = read(&[REQUESTS, &rows("（七）总计120000012\n四、结转下年度继续办理0000000\n")]);
    check_status(&report, RowKey::CarriedForward, ColumnKey::Total, Status::Read);
    let granted = cell(&report, RowKey::Granted, ColumnKey::Total);
    assert!(granted.value.is_none_or(|value| value == 12.into()), "{granted:?}");
}
