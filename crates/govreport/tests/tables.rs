//! Tables as bodies print them: columns in another order, footnotes, units, parts of rows, merged cells, copies.

use govreport::check::{Check, Rule};
use govreport::form::{ColumnKey, RowKey};
use govreport::model::{Status, TableEdition};

#[path = "support/small_report.rs"]
mod small_report;
use small_report::{PROACTIVE, REQUESTS, REVIEW, cell, check_row, check_status, has, read};

/// Rows of table two whose columns stand as `names` says; `received` are the numbers of the first row in that order.
fn requests(names: &[&str], received: &[&str], parted: &str) -> String {
    let line = |label: &str, cells: &[&str]| format!("{label}{parted}{}\n", cells.join(parted));
    let zeros = vec!["0"; received.len()];
    [
        line("申请人情况", names),
        line("一、本年新收政府信息公开申请数量", received),
        line("二、上年结转政府信息公开申请数量", &zeros),
        line("（一）予以公开", received),
        line("（七）总计", received),
        line("四、结转下年度继续办理", &zeros),
    ]
    .concat()
}

const TOTAL_FIRST: [&str; 7] =
    ["总计", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"];

#[test]
fn numbers_stand_under_the_heading_of_their_column() {
    let report = read(&[
        PROACTIVE,
        "第二十条第（一）项\t\t\t\n信息内容\t现行有效件数\t本年制发件数\t本年废止件数\n规章\t0\t0\t0\n",
        "行政规范性文件\t12\t3\t\n",
    ]);
    check_row(&report, RowKey::NormativeDocuments, &[(ColumnKey::Issued, 3), (ColumnKey::InForce, 12)]);
    check_status(&report, RowKey::NormativeDocuments, ColumnKey::Repealed, Status::Blank);

    let received = ["13", "9", "1", "0", "2", "0", "1"];
    for parted in ["\t", " "] {
        let report = read(&[REQUESTS, &requests(&TOTAL_FIRST, &received, parted)]);
        for row in [RowKey::NewReceived, RowKey::Granted] {
            check_row(
                &report,
                row,
                &[(ColumnKey::NaturalPerson, 9), (ColumnKey::OtherOrganization, 1), (ColumnKey::Total, 13)],
            );
        }
    }
}

#[test]
fn totals_show_where_numbers_keep_the_order_of_the_form() {
    let received = ["9", "1", "0", "2", "0", "1", "13"];
    let report = read(&[REQUESTS, &requests(&TOTAL_FIRST, &received, " ")]);
    check_row(&report, RowKey::NewReceived, &[(ColumnKey::NaturalPerson, 9), (ColumnKey::Total, 13)]);
    // In a grid each number stands under its own heading, right or wrong; that the sums fail is for the check to say.
    let report = read(&[REQUESTS, &requests(&TOTAL_FIRST, &received, "\t")]);
    check_row(&report, RowKey::NewReceived, &[(ColumnKey::NaturalPerson, 1), (ColumnKey::Total, 9)]);
    let check = report.check(&Check::default());
    assert!(check.findings.iter().any(|finding| finding.rule() == Rule::ApplicantSum));
}

#[test]
fn figures_run_together_are_parted_where_zeros_leave_one_way() {
    let report = read(&[
        PROACTIVE,
        "第二十条第（一）项\n信息内容本年制发件数本年废止件数现行有效件数\n规章005\n行政规范性文件302\n",
    ]);
    check_row(&report, RowKey::Regulations, &[(ColumnKey::Issued, 0), (ColumnKey::InForce, 5)]);
    assert!(has(&report, Rule::CellsParted));
    // As many figures as columns prove nothing: 30 and 2 of a row that lost a number look the same.
    check_status(&report, RowKey::NormativeDocuments, ColumnKey::Issued, Status::Ambiguous);
}

#[test]
fn a_remark_behind_a_run_together_number_is_no_figure() {
    let report = read(&[
        PROACTIVE,
        "第二十条第（一）项\n信息内容本年制发件数本年废止件数现行有效件数\n规章０００\n行政规范性文件22（其中）\n",
    ]);
    check_row(&report, RowKey::Regulations, &[(ColumnKey::Issued, 0), (ColumnKey::InForce, 0)]);
    check_status(&report, RowKey::NormativeDocuments, ColumnKey::Issued, Status::Ambiguous);
}

#[test]
fn a_part_of_a_row_is_not_the_row() {
    let report = read(&[
        PROACTIVE,
        "第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可总数 16\n行政许可（新办） 9\n",
    ]);
    check_row(&report, RowKey::Licensing, &[(ColumnKey::Decisions, 16)]);
    assert!(has(&report, Rule::RowUnknown));
}

#[test]
fn numbers_in_front_of_a_label_are_a_doubt() {
    let report =
        read(&[PROACTIVE, "第二十条第（六）项\n本年处理决定数量\t信息内容\n16\t行政处罚\n4\t行政强制\n"]);
    check_status(&report, RowKey::Penalties, ColumnKey::Decisions, Status::Ambiguous);
    assert!(has(&report, Rule::NumbersUnplaced));

    // The numbers of another row in the same line.
    let report =
        read(&[PROACTIVE, "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t4\t行政强制\t\n"]);
    check_row(&report, RowKey::Penalties, &[(ColumnKey::Decisions, 4)]);
    check_status(&report, RowKey::CompulsoryMeasures, ColumnKey::Decisions, Status::Blank);
    assert!(!has(&report, Rule::NumbersUnplaced));

    let report = read(&[
        REVIEW,
        "\t行政复议\t未经复议直接起诉\t复议后起诉\n结果维持\t1\t0\t0\n结果纠正\t2\t0\t1\n其他结果\t0\t0\t0\n",
        "尚未审结\t0\t0\t0\n总计\t3\t0\t1\n",
    ]);
    check_status(&report, RowKey::LitigationAfterReconsideration, ColumnKey::Total, Status::Ambiguous);
    assert!(has(&report, Rule::NumbersUnplaced));
}

#[test]
fn the_mark_of_a_footnote_is_no_figure() {
    for (parted, mark) in [("\t", "①"), (" ", "①"), ("\t", "*"), (" ", "[1]"), ("\t", "注1")] {
        let report = read(&[
            PROACTIVE,
            &format!("第二十条第（五）项\n信息内容{parted}本年处理决定数量\n行政许可{parted}16{mark}\n"),
        ]);
        check_row(&report, RowKey::Licensing, &[(ColumnKey::Decisions, 16)]);
        let raw = format!("16{mark}");
        assert_eq!(cell(&report, RowKey::Licensing, ColumnKey::Decisions).raw.as_deref(), Some(raw.as_str()));
    }
    // Asterisks that hide figures.
    let report = read(&[PROACTIVE, "第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t1**\n"]);
    check_status(&report, RowKey::Licensing, ColumnKey::Decisions, Status::Text);
}

#[test]
fn a_sign_alone_stands_for_all_columns_of_its_row() {
    let heading = "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n";
    for (row, status) in [
        ("规章\t无\n", Status::NotApplicable),
        ("规章 无\n", Status::NotApplicable),
        ("规章\t本机关不制定规章\n", Status::Text),
    ] {
        let report = read(&[PROACTIVE, heading, row, "行政规范性文件\t3\t1\t12\n"]);
        for column in [ColumnKey::Issued, ColumnKey::Repealed, ColumnKey::InForce] {
            check_status(&report, RowKey::Regulations, column, status);
        }
        check_row(&report, RowKey::NormativeDocuments, &[(ColumnKey::Issued, 3), (ColumnKey::InForce, 12)]);
    }
}

#[test]
fn a_column_of_units_holds_no_contents() {
    let names = ["单位", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
    let table = requests(&names, &["件", "9", "1", "0", "2", "0", "1", "13"], "\t");
    let report = read(&[REQUESTS, &table]);
    check_row(&report, RowKey::NewReceived, &[(ColumnKey::NaturalPerson, 9), (ColumnKey::Total, 13)]);
}

#[test]
fn an_empty_copy_of_a_table_is_said() {
    let names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
    let filled = requests(&names, &["9", "1", "0", "2", "0", "1", "13"], "\t");
    let empty = filled.replace(|c: char| c.is_ascii_digit(), "");
    let report = read(&[REQUESTS, &empty, &filled]);
    check_row(&report, RowKey::NewReceived, &[(ColumnKey::NaturalPerson, 9), (ColumnKey::Total, 13)]);
    assert!(has(&report, Rule::RowRepeated));
    assert!(!has(&read(&[REQUESTS, &filled]), Rule::RowRepeated));
}

#[test]
fn a_row_of_the_other_edition_makes_the_table_a_mixed_one() {
    let report = read(&[
        PROACTIVE,
        "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t2\n行政规范性文件\t1\t0\t4\n",
        "第二十条第（九）项\n政府集中采购\t3\t15\n",
    ]);
    assert_eq!(report.proactive.edition, TableEdition::Hybrid);
    assert!(has(&report, Rule::EditionMixed));
    check_row(&report, RowKey::NormativeDocuments, &[(ColumnKey::Issued, 1), (ColumnKey::InForce, 4)]);
    check_row(&report, RowKey::Procurement, &[(ColumnKey::Projects, 3)]);
}

#[test]
fn the_beginning_of_a_label_names_its_row_but_gives_no_number_without_sums() {
    let denied = |label: &str| {
        let numbers = "\t1\t0\t0\t0\t0\t0\t1\n";
        let report = read(&[REQUESTS, "（一）予以公开", numbers, label, numbers, "（七）总计", numbers]);
        let value = cell(&report, RowKey::DeniedThirdPartyRights, ColumnKey::Total).value;
        (value, has(&report, Rule::LabelByDistance))
    };
    // That no other row is missing there is a weak answer, and most rows of this table are not in the source.
    assert_eq!(denied("4.保护第三"), (None, true));
    // Too little is left.
    assert_eq!(denied("4.保护"), (None, false));
}

#[test]
fn the_rows_of_other_handling_show_the_edition_whatever_the_year() {
    let row = |label: &str| format!("{label}\t1\t0\t0\t0\t0\t0\t1\n");
    let table = |year: &str, rows: &[&str]| {
        let rows: String = rows.iter().map(|label| row(label)).collect();
        let title =
            format!("浮玉县人民政府{year}年政府信息公开工作年度报告\n\n一、总体情况\n本年工作平稳。\n\n");
        govreport::parse(&format!("{title}{REQUESTS}{rows}")).expect("it is a report").requests.edition
    };
    let others = [
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "3.其他",
    ];
    for other in others {
        assert_eq!(table("2020", &["（一）予以公开", other, "（七）总计"]), TableEdition::E2021, "{other}");
    }
    assert_eq!(table("2023", &["（一）予以公开", "（六）其他处理", "（七）总计"]), TableEdition::E2019);
    assert_eq!(table("2020", &["（一）予以公开", "（七）总计"]), TableEdition::E2019);
    assert_eq!(table("2023", &["（一）予以公开", "（七）总计"]), TableEdition::E2021);
}
