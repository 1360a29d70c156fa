//! Labels and headings that are one word away from the form's, and say something else. A person chose the words: subsets, other bodies, other
//! quantities, as offices write them.

#[path = "support/small_report.rs"]
mod small_report;

use govreport::form::{ColumnKey, RowKey};
use govreport::model::{Report, Status};
use small_report::{PROACTIVE, REQUESTS, REVIEW, read, value};

fn status(report: &Report, row: RowKey, column: ColumnKey) -> Option<Status> {
    report.cells().find(|cell| cell.row == row && cell.column == column).map(|cell| cell.status)
}

const ROWS: &str = "一、本年新收政府信息公开申请数量\t\t\t21\t1\t2\t3\t4\t5\t36\n二、上年结转政府信息公开申请数量\t\t\t7\t1\t0\t2\t0\t3\t13\n";

/// Table two under headings of three lines, of which the first column and the one before the last are named so.
fn requests(natural: &str, other: &str) -> Report {
    let heads = format!(
        "\t\t\t申请人情况\n\t\t\t{natural}\t法人或其他组织\t\t\t\t\t总计\n\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t{other}\n"
    );
    read(&[REQUESTS, &heads, ROWS])
}

#[test]
fn a_piece_of_another_heading_in_the_place_of_a_column_is_anothers() {
    let of_new = |report: &Report, column| value(report, RowKey::NewReceived, column);
    let own = requests("自然人", "其他");
    assert_eq!(of_new(&own, ColumnKey::NaturalPerson).as_deref(), Some("21"));
    assert_eq!(of_new(&own, ColumnKey::OtherOrganization).as_deref(), Some("5"));
    // All characters of 法人 are those of 法人或其他组织.
    let others = requests("法人", "其他");
    assert_eq!(of_new(&others, ColumnKey::NaturalPerson), None);
    assert_eq!(of_new(&others, ColumnKey::CommercialEnterprise).as_deref(), Some("1"));
    // 合计 is a wording of the total, which stands beside it.
    let totals = requests("自然人", "合计");
    assert_eq!(of_new(&totals, ColumnKey::OtherOrganization), None);
    assert_eq!(of_new(&totals, ColumnKey::Total), None);
    assert_eq!(of_new(&totals, ColumnKey::NaturalPerson).as_deref(), Some("21"));
    // In one line, with nothing but the order to tell the columns.
    let flowing = |natural: &str| {
        read(&[
            REQUESTS,
            &format!("{natural} 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"),
            "一、本年新收政府信息公开申请数量 21 1 2 3 4 5 36\n",
        ])
    };
    assert_eq!(of_new(&flowing("自然人"), ColumnKey::NaturalPerson).as_deref(), Some("21"));
    assert_eq!(of_new(&flowing("法人"), ColumnKey::NaturalPerson), None);
}

#[test]
fn a_foreign_heading_above_a_column_of_a_ragged_grid_is_not_taken_for_it() {
    let ragged = |natural: &str| {
        let heads = format!(
            "\t\t\t{natural}\t法人或其他组织\t\t\t\t\t总计\n\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n"
        );
        value(&read(&[REQUESTS, &heads, ROWS]), RowKey::NewReceived, ColumnKey::NaturalPerson)
    };
    assert_eq!(ragged("自然人").as_deref(), Some("21"));
    assert_eq!(ragged("非自然人"), None);
    assert_eq!(ragged("工作人员"), None);
}

/// Table one, of which the item of licences has this heading and the label of its row is this.
fn licences(heading: &str, label: &str) -> Report {
    read(&[
        PROACTIVE,
        &format!("第二十条第（五）项\t\n信息内容\t{heading}\n{label}\t31\n第二十条第（六）项\t\n"),
        "信息内容\t本年处理决定数量\n行政处罚\t8\n行政强制\t2\n",
    ])
}

#[test]
fn words_directly_before_a_label_are_one_word_with_it() {
    let of = |report: &Report| value(report, RowKey::Licensing, ColumnKey::Decisions);
    assert_eq!(of(&licences("本年处理决定数量", "行政许可")).as_deref(), Some("31"));
    assert_eq!(of(&licences("自然人处理决定数量", "行政许可")), None);
    assert_eq!(of(&licences("本年处理决定数量", "其他行政许可")), None);
    // The number of the item belongs to the words before the label.
    for between in ["\t", " "] {
        let numbers = ["0", "3", "0", "0", "0", "0", "3"].join(between);
        let secret = |label: &str| {
            let heads =
                "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n".replace(' ', between);
            let report = read(&[REQUESTS, "项目", between, &heads, label, between, &numbers, "\n"]);
            value(&report, RowKey::DeniedStateSecret, ColumnKey::CommercialEnterprise)
        };
        assert_eq!(secret("1.属于国家秘密").as_deref(), Some("3"));
        assert_eq!(secret("1.其他属于国家秘密"), None);
    }
}

#[test]
fn a_remark_of_other_words_may_name_a_part() {
    let of = |label: &str| licences("本年处理决定数量", label);
    for part in ["行政许可（新办）", "行政许可（涉企）", "行政许可（下属单位）", "行政许可(试点)"]
    {
        assert_eq!(value(&of(part), RowKey::Licensing, ColumnKey::Decisions), None, "{part}");
        assert_eq!(status(&of(part), RowKey::Licensing, ColumnKey::Decisions), Some(Status::Ambiguous));
    }
    for whole in ["行政许可（件）", "行政许可（单位：件）", "行政许可（注1）", "行政许可（2023年）"]
    {
        assert_eq!(
            value(&of(whole), RowKey::Licensing, ColumnKey::Decisions).as_deref(),
            Some("31"),
            "{whole}"
        );
    }
    let of_column =
        |natural: &str| value(&requests(natural, "其他"), RowKey::CarriedIn, ColumnKey::NaturalPerson);
    assert_eq!(of_column("自然人（试点）"), None);
    assert_eq!(of_column("自然人（件）").as_deref(), Some("7"));
}

#[test]
fn a_word_of_characters_that_no_label_has_is_a_word() {
    let petition = |label: &str| {
        let heads = "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n";
        let rows = format!("{label}\t2\t0\t0\t0\t0\t0\t2\n（七）总计\t2\t0\t0\t0\t0\t0\t2\n");
        let report = read(&[REQUESTS, heads, &rows]);
        value(&report, RowKey::NotProcessedDuplicate, ColumnKey::NaturalPerson)
    };
    assert_eq!(petition("2.重复申请").as_deref(), Some("2"));
    for other in ["2.乡镇重复申请", "2.街道重复申请", "2.涉农重复申请"] {
        assert_eq!(petition(other), None, "{other}");
    }
}

#[test]
fn a_label_of_another_table_is_no_label_here() {
    let numbers = "0\t3\t0\t0\t0\t0\t3";
    let secret = |label: &str| {
        let heads = "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n";
        let rows =
            format!("（一）予以公开\t{numbers}\n{label}\t{numbers}\n2.其他法律行政法规禁止公开\t{numbers}\n");
        let report = read(&[REQUESTS, heads, &rows]);
        value(&report, RowKey::DeniedStateSecret, ColumnKey::CommercialEnterprise)
    };
    assert_eq!(secret("1.属于国家秘密").as_deref(), Some("3"));
    for other in ["1.行政许可", "1.规章", "行政强制"] {
        assert_eq!(secret(other), None, "{other}");
    }
}

#[test]
fn a_heading_printed_twice_stands_in_the_place_of_another() {
    let documents = |heads: [&str; 3], between: &str| {
        let heads = heads.join(between);
        let report = read(&[
            PROACTIVE,
            &format!("第二十条第（一）项\n信息内容{between}{heads}\n规章{between}"),
            &["4", "5", "6"].join(between),
            "\n",
        ]);
        [ColumnKey::Issued, ColumnKey::Repealed, ColumnKey::InForce]
            .map(|column| value(&report, RowKey::Regulations, column))
    };
    let own = ["本年制发件数", "本年废止件数", "现行有效件数"];
    for between in ["\n", "\t", " "] {
        assert_eq!(documents(own, between), ["4", "5", "6"].map(|value| Some(value.to_owned())));
        assert_eq!(documents([own[0], own[0], own[2]], between)[..2], [None, None]);
        assert_eq!(documents([own[0], own[2], own[2]], between)[1..], [None, None]);
    }
    let review = |corrected: &str| {
        let set = format!("结果维持\n{corrected}\n其他结果\n尚未审结\n总计\n");
        let heads = format!("行政复议\n行政诉讼\n{set}未经复议直接起诉\n复议后起诉\n{set}{set}");
        let report = read(&[REVIEW, &heads, "1\n0\n0\n0\n1\n", "2\n0\n0\n0\n2\n", "3\n0\n0\n0\n3\n"]);
        value(&report, RowKey::Reconsideration, ColumnKey::Corrected)
    };
    assert_eq!(review("结果纠正").as_deref(), Some("0"));
    assert_eq!(review("结果维持"), None);
}

#[test]
fn words_of_other_acts_make_another_heading() {
    let documents = |heading: &str| {
        let heads = format!("第二十条第（一）项\n信息内容\t{heading}\t本年废止件数\t现行有效件数\n");
        let report = read(&[PROACTIVE, &heads, "规章\t4\t5\t6\n行政规范性文件\t1\t0\t9\n"]);
        value(&report, RowKey::Regulations, ColumnKey::Issued)
    };
    assert_eq!(documents("本年制发件数").as_deref(), Some("4"));
    for other in ["本年收发件数", "本年转发件数", "本年印发份数", "本年发文件数"] {
        assert_eq!(documents(other), None, "{other}");
    }
    let row = |key: RowKey, label: &str| {
        let heads = "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n";
        let rows = format!("{label}\t2\t0\t0\t0\t0\t0\t2\n（七）总计\t2\t0\t0\t0\t0\t0\t2\n");
        value(&read(&[REQUESTS, heads, &rows]), key, ColumnKey::NaturalPerson)
    };
    for (key, own, other) in [
        (RowKey::DeniedEnforcementFiles, "7.属于行政执法案卷", "7.属于行政司法案卷"),
        (RowKey::DeniedProhibitedByLaw, "2.其他法律行政法规禁止公开", "2.其他规章禁止公开"),
        (RowKey::DeniedAdministrativeInquiry, "8.属于行政查询事项", "8.属于行政咨询事项"),
        (RowKey::NotProcessedDuplicate, "2.重复申请", "2.重大申请"),
    ] {
        assert_eq!(row(key, own).as_deref(), Some("2"), "{own}");
        assert_eq!(row(key, other), None, "{other}");
    }
}

#[test]
fn what_stands_above_a_heading_whose_first_column_has_none_may_be_anothers() {
    let natural = |first: &str| {
        let heads = format!(
            "{first}\n法人\n或其\n他组\n织\n总计\n商业\n企业\n科研\n机构\n社会\n公益\n组织\n法律\n服务\n- 2 -\n机构\n其他\n"
        );
        let rows = "一、本年新收政府信息公开申请数量 21 1 2 3 4 5 36\n二、上年结转政府信息公开申请数量 7 1 0 2 0 3 13\n";
        value(&read(&[REQUESTS, &heads, rows]), RowKey::NewReceived, ColumnKey::NaturalPerson)
    };
    assert_eq!(natural("申请人情况\n自然人").as_deref(), Some("21"));
    assert_eq!(natural("申请人情况\n代理人"), None);
}

#[test]
fn a_heading_of_decreases_gives_no_change() {
    // The form of 2019, whose change is one column with its sign.
    let change = |headings: &str, numbers: &str, between: &str| {
        let rows = format!(
            "第二十条第（五）项\n信息内容 上一年项目数量 {headings} 处理决定数量\n行政许可 {numbers}\n"
        );
        let report = read(&[PROACTIVE, &rows.replace(' ', between)]);
        value(&report, RowKey::Licensing, ColumnKey::Change)
    };
    for between in ["\t", " "] {
        assert_eq!(change("本年增/减", "9 -4 175", between).as_deref(), Some("-4"));
        assert_eq!(change("本年减", "9 4 175", between), None);
        assert_eq!(change("本年增 本年减", "9 0 18 175", between), None);
        assert_eq!(change("本年减 本年增", "9 18 0 175", between), None);
    }
}
