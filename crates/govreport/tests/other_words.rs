//! Words that look like the form's and say something else, and numbers that stand beside a row and are none of it: found by a
//! reader who knew the form and not the program.

use govreport::form::{ColumnKey, RowKey};
use govreport::model::Report;

#[path = "support/small_report.rs"]
mod small_report;
use small_report::{PROACTIVE, REQUESTS, cell, check_row, read};

const NEW: &str = "一、本年新收政府信息公开申请数量";
const CARRIED: &str = "二、上年结转政府信息公开申请数量";
const HEADING: &str = "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n";

/// The block of fees with this line of its item, heading, and rows.
fn fees(item: &str, heading: &str, rows: &str) -> Report {
    read(&[PROACTIVE, item, "\n", "信息内容\t", heading, "\n", rows])
}

fn amount(report: &Report) -> Option<String> {
    let fee = report.cells().find(|cell| cell.row == RowKey::Fees && cell.column == ColumnKey::Amount)?;
    fee.value.as_ref().map(ToString::to_string)
}

#[test]
fn every_word_of_the_block_may_name_the_unit() {
    let item = "第二十条第（八）项";
    let row = "行政事业性收费\t12000\n";
    assert_eq!(amount(&fees(item, "本年收费金额（单位：万元）", row)).as_deref(), Some("12000"));
    for report in [
        fees("第二十条第（八）项（单位：元）", "本年收费金额", row),
        fees(item, "本年收费金额/元", row),
        fees(item, "单位\t本年收费金额", "行政事业性收费\t元\t12000\n"),
        fees(item, "本年收费金额", "行政事业性收费\t12000\n注：收费金额单位为元\t\n"),
    ] {
        assert!(matches!(amount(&report).as_deref(), None | Some("1.2")), "{:?}", amount(&report));
    }
    // A unit that is none of money, and a remark that contradicts the heading.
    for report in [
        fees(item, "本年收费金额（件）", row),
        fees("第二十条第（八）项（单位：%）", "本年收费金额", row),
        fees(item, "本年收费金额（单位：万元）", "行政事业性收费\t12000\n注：收费金额单位为元\t\n"),
    ] {
        assert_eq!(amount(&report), None);
    }
}

#[test]
fn headings_that_look_like_the_forms_are_not_its_own() {
    for other in [
        "本年收费笔数",
        "本年减免金额（单位：万元）",
        "本年未收费金额（单位：万元）",
        "本年收费金额占比",
        "本年退费金额（单位：万元）",
        "上年收费金额（单位：万元）",
    ] {
        let report = fees("第二十条第（八）项", other, "行政事业性收费\t17\n");
        assert_eq!(amount(&report), None, "{other}");
        let flowing = read(&[PROACTIVE, "第二十条第（八）项\n信息内容\n", other, "\n行政事业性收费\n17\n"]);
        assert_eq!(amount(&flowing), None, "{other}");
    }
    // The amount stands under its own heading, whatever stands beside it.
    let two =
        fees("第二十条第（八）项", "本年收费笔数\t本年收费金额（单位：万元）", "行政事业性收费\t17\t3.4\n");
    assert!(matches!(amount(&two).as_deref(), None | Some("3.4")), "{:?}", amount(&two));
}

#[test]
fn a_remark_or_a_heading_below_takes_a_column_away() {
    let numbers = |cells: &str| format!("{NEW}\t{cells}\n{CARRIED}\t{cells}\n");
    let natural = |report: &Report| cell(report, RowKey::NewReceived, ColumnKey::NaturalPerson).value;
    let rows = numbers("5\t1\t0\t0\t0\t0\t6");
    for other in ["自然人（上年）", "非自然人", "自然人占比"] {
        let report = read(&[REQUESTS, &HEADING.replace("自然人", other), &rows]);
        assert_eq!(natural(&report), None, "{other}");
    }
    // Two years below each heading.
    let years = "\t2021年\t2022年".repeat(7);
    let heading = HEADING.replace('\t', "\t\t").replacen('\t', "", 1);
    let report =
        read(&[REQUESTS, &heading, &years, "\n", &numbers("5\t7\t1\t1\t0\t0\t0\t0\t0\t0\t0\t0\t6\t8")]);
    assert_ne!(natural(&report).map(|value| value.to_string()).as_deref(), Some("5"));
}

#[test]
fn labels_with_a_word_of_their_own_are_other_rows() {
    for (row, other) in [
        (RowKey::UnavailableNotHeld, "1.本机关掌握相关政府信息"),
        (RowKey::UnavailableNeedsCreation, "2.有现成信息需要另行制作"),
        (RowKey::CarriedForward, "四、结转下年度终止办理"),
        (RowKey::CarriedIn, "二、上年未结转政府信息公开申请数量"),
        (RowKey::NewReceived, "一、本年新收政府信息公开申请数量（网上）"),
    ] {
        let report = read(&[REQUESTS, HEADING, other, "\t5\t1\t0\t0\t0\t0\t6\n"]);
        assert_eq!(cell(&report, row, ColumnKey::Total).value, None, "{other}");
    }
    let block = |label: &str| {
        let report = read(&[PROACTIVE, "第二十条第（六）项\n信息内容\t本年处理决定数量\n", label, "\t9\n"]);
        cell(&report, RowKey::Penalties, ColumnKey::Decisions).value
    };
    assert!(block("行政处罚").is_some());
    for other in ["行政处罚人数", "行政处罚（当场）", "行政处罚（罚款，万元）", "行政处罚（上年）"]
    {
        assert_eq!(block(other), None, "{other}");
    }
}

#[test]
fn the_heads_of_table_three_are_the_forms() {
    let line = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计";
    let table = |first: &str| {
        let numbers = ["1\t2\t0\t0\t3"; 3].join("\t");
        read(&[
            "四、政府信息公开行政复议、行政诉讼情况\n",
            &[first, "行政诉讼\n", "未经复议直接起诉\n", "复议后起诉\n"].join("\n"),
            &[line; 3].join("\t"),
            "\n",
            &numbers,
            "\n",
        ])
    };
    let total = |report: &Report| cell(report, RowKey::Reconsideration, ColumnKey::Total).value;
    assert!(total(&table("行政复议")).is_some());
    for other in ["行政裁决", "行政复议（上年）"] {
        assert_eq!(total(&table(other)), None, "{other}");
    }
}

#[test]
fn contents_above_the_first_label_and_a_last_label_without_any_untie_the_group() {
    let rows = "信息内容 1 7 1\n规章 1 4 9\n行政规范性文件\n";
    let report = read(&[PROACTIVE, "第二十条第（一）项\n本年制发件数 本年废止件数 现行有效件数\n", rows]);
    assert_eq!(cell(&report, RowKey::Regulations, ColumnKey::InForce).value, None);
    let right = "信息内容\n规章 1 7 1\n行政规范性文件 1 4 9\n";
    let report = read(&[PROACTIVE, "第二十条第（一）项\n本年制发件数 本年废止件数 现行有效件数\n", right]);
    check_row(&report, RowKey::Regulations, &[(ColumnKey::InForce, 1)]);
}

#[test]
fn a_number_alone_on_a_line_completes_no_row() {
    let report = read(&[
        PROACTIVE,
        "第二十条第（五）项\n信息内容 本年处理决定数量\n行政许可 7\n",
        "第二十条第（六）项\n信息内容 本年处理决定数量\n行政处罚\n4\n行政强制 123\n",
    ]);
    assert_eq!(cell(&report, RowKey::Penalties, ColumnKey::Decisions).value, None);
    check_row(&report, RowKey::CompulsoryMeasures, &[(ColumnKey::Decisions, 123)]);
}

#[test]
fn a_number_without_a_pipe_among_cells_that_have_one_is_no_cell() {
    let cells = |label: &str, numbers: &[&str]| {
        let lines: Vec<String> =
            std::iter::once(&label).chain(numbers).map(|cell| format!("{cell} |\n")).collect();
        lines.concat()
    };
    let full = ["3", "0", "0", "0", "0", "0", "3"];
    let table = [
        cells("自然人", &["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]),
        cells(NEW, &full),
        cells(CARRIED, &["3", "0", "0", "0", "0", "3"]) + "7\n",
        cells("（一）予以公开", &full),
        cells("（二）部分公开", &full),
    ]
    .concat();
    let report = read(&[REQUESTS, &table]);
    let total = cell(&report, RowKey::CarriedIn, ColumnKey::Total).value;
    assert_ne!(total.map(|total| total.to_string()).as_deref(), Some("7"));
    check_row(&report, RowKey::Granted, &[(ColumnKey::Total, 3)]);
}
