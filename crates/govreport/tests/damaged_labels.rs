//! Labels that are damaged and say nothing else: characters printed twice, items with other numbers, lines of a site between them; and
//! damage beside them that leaves a number without its label.

#[path = "support/small_report.rs"]
mod small_report;

use govreport::form::{ColumnKey, RowKey};
use govreport::model::{Report, Status};
use small_report::{PROACTIVE, REQUESTS, cell, check_row, check_status, read};

const COLUMNS: [&str; 7] = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
const ROWS: [(&str, [u8; 7]); 8] = [
    ("一、本年新收政府信息公开申请数量", [7, 1, 0, 0, 0, 0, 8]),
    ("二、上年结转政府信息公开申请数量", [1, 0, 0, 0, 0, 0, 1]),
    ("（一）予以公开", [3, 1, 0, 0, 0, 0, 4]),
    ("8.属于行政查询事项", [2, 0, 0, 0, 0, 0, 2]),
    ("1.本机关不掌握相关政府信息", [1, 0, 0, 0, 0, 0, 1]),
    ("3.其他", [1, 0, 0, 0, 0, 0, 1]),
    ("（七）总计", [7, 1, 0, 0, 0, 0, 8]),
    ("四、结转下年度继续办理", [1, 0, 0, 0, 0, 0, 1]),
];

/// The labels of the rows and groups, each with a number for each column behind it.
fn lines(change: impl Fn(&str) -> String, join: impl Fn(&str, &[u8; 7]) -> String) -> String {
    let mut lines = String::new();
    for (label, numbers) in ROWS {
        let group = match label {
            "（一）予以公开" => Some("三、本年度办理结果"),
            "8.属于行政查询事项" => Some("（三）不予公开"),
            "1.本机关不掌握相关政府信息" => Some("（四）无法提供"),
            "3.其他" => Some("（六）其他处理"),
            _ => None,
        };
        if let Some(group) = group {
            lines.push_str(&change(group));
            lines.push('\n');
        }
        lines.push_str(&join(&change(label), &numbers));
    }
    lines
}

/// Each cell on a line of its own.
fn line_each(change: impl Fn(&str) -> String) -> Report {
    let heads = format!("{}\n", COLUMNS.join("\n"));
    let numbers = |label: &str, numbers: &[u8; 7]| {
        let numbers: Vec<String> = numbers.iter().map(u8::to_string).collect();
        format!("{label}\n{}\n", numbers.join("\n"))
    };
    read(&[REQUESTS, &heads, &lines(change, numbers)])
}

/// Cells parted by tabs.
fn tabs(change: impl Fn(&str) -> String) -> Report {
    let heads = format!("\t{}\n", COLUMNS.join("\t"));
    let numbers = |label: &str, numbers: &[u8; 7]| {
        let numbers: Vec<String> = numbers.iter().map(u8::to_string).collect();
        format!("{label}\t{}\n", numbers.join("\t"))
    };
    read(&[REQUESTS, &heads, &lines(change, numbers)])
}

#[track_caller]
fn check_all(report: &Report) {
    use ColumnKey::{CommercialEnterprise, NaturalPerson, Total};
    let keys = [
        RowKey::NewReceived,
        RowKey::CarriedIn,
        RowKey::Granted,
        RowKey::DeniedAdministrativeInquiry,
        RowKey::UnavailableNotHeld,
        RowKey::OtherHandlingOther,
        RowKey::ConcludedTotal,
        RowKey::CarriedForward,
    ];
    for (key, (_, numbers)) in keys.into_iter().zip(ROWS) {
        let expected = [(NaturalPerson, 0), (CommercialEnterprise, 1), (Total, 6)];
        check_row(report, key, &expected.map(|(column, at)| (column, numbers[at].into())));
    }
}

fn unchanged(label: &str) -> String {
    label.to_owned()
}

#[test]
fn characters_printed_twice_change_nothing() {
    let doubled: fn(&str) -> String = |label| {
        // The last character, and the bracket of an item.
        let last = label.chars().next_back().map(String::from).unwrap_or_default();
        format!("{}{last}", label.replace('（', "（（").replace("不予", "不不予"))
    };
    check_all(&line_each(unchanged));
    check_all(&line_each(doubled));
    check_all(&tabs(doubled));
}

#[test]
fn a_character_whose_doubling_says_something_else_is_no_slip() {
    let report = tabs(|label| label.replace("上年结转", "上上年结转"));
    assert_eq!(cell(&report, RowKey::CarriedIn, ColumnKey::NaturalPerson).value, None);
}

#[test]
fn a_short_label_with_the_number_of_an_item_begins_a_row() {
    let report = line_each(|label| label.replace("3.其他", "3.具他").replace("（七）总计", "（七）计"));
    check_row(&report, RowKey::UnavailableNotHeld, &[(ColumnKey::NaturalPerson, 1)]);
    check_row(&report, RowKey::CarriedForward, &[(ColumnKey::NaturalPerson, 1)]);
}

#[test]
fn a_misread_group_is_no_rest_of_the_label_above() {
    check_all(&line_each(|label| label.replace("无法提供", "无去提供")));
}

#[test]
fn a_misread_number_of_a_group_is_no_remark() {
    check_all(&line_each(|label| {
        label.replace("（四）无法", "（匹）无法").replace("（三）不予", "（彡）不予")
    }));
    check_all(&tabs(|label| label.replace("（四）无法", "（匹）无法")));
}

#[test]
fn the_name_of_a_site_inside_of_the_words_is_passed_over() {
    let put_in = |label: &str| {
        let name = "鹭岛门户·官方网站";
        let label = label.replace("政府信", &format!("政{name}府信")).replace("查询", &format!("查{name}询"));
        label.replace("予以公开", &format!("予以公{name}开"))
    };
    check_all(&line_each(put_in));
    check_all(&tabs(put_in));
}

#[test]
fn the_name_of_a_site_stays_in_what_is_no_table() {
    let name = "鹭岛门户·官方网站";
    let row =
        |label: &str| format!("{}\t7\t0\t0\t0\t0\t0\t7\n", label.replace("政府信", &format!("政{name}府信")));
    let text = format!(
        "{name}教育局2023年政府信息公开工作年度报告\n\n一、总体情况\n本{name}年工作平稳。\n\n三、收到和处理政府信息公开申请情况\n\t{}\n{}{}",
        COLUMNS.join("\t"),
        row("一、本年新收政府信息公开申请数量"),
        row("二、上年结转政府信息公开申请数量"),
    );
    let report = govreport::parse(&text).expect("it is a report");
    check_row(&report, RowKey::NewReceived, &[(ColumnKey::Total, 7)]);
    let title = report.title.expect("it has a title").value;
    assert!(title.contains(name) && !title.contains('\u{200B}'), "{title}");
    // Who stood there is not known.
    assert!(report.issuer.is_none_or(|issuer| issuer.value != "教育局"));
}

#[test]
fn rows_with_the_numbers_of_other_items_stay_in_their_group() {
    // Each item one further on, all in brackets.
    let moved = |label: &str| match label {
        "8.属于行政查询事项" => "（三）属于行政查询事项".to_owned(),
        "1.本机关不掌握相关政府信息" => "（四）本机关不掌握相关政府信息".to_owned(),
        _ => label.to_owned(),
    };
    check_all(&tabs(moved));
}

#[test]
fn an_item_broken_behind_its_bracket_is_no_remark_on_the_group() {
    check_all(&line_each(|label| label.replace("（一）予以", "（\n一）予以")));
}

#[test]
fn lines_of_a_site_between_the_rows_are_passed_over() {
    for line in [
        "上一篇：没有了",
        "【打印本页】【关闭窗口】",
        "您的位置：首页 > 政务公开 > 正文",
        "返回顶部 无障碍浏览",
    ] {
        for before in ["（一）予以公开", "二、上年结转政府信息公开申请数量", "8.属于行政查询事项"]
        {
            check_all(&line_each(|label| {
                if label == before { format!("{line}\n\n{label}") } else { label.to_owned() }
            }));
        }
    }
}

#[test]
fn the_last_cell_behind_a_damaged_label_is_its_rows() {
    // Where each cell has a line with its pipe, the ends of the row stand on that of its last.
    let row = |label: &str, numbers: &str| {
        format!("|\n{label} |\n{} | ||\n", numbers.split(',').collect::<Vec<_>>().join(" |\n"))
    };
    let heading = "|\n自然人 |\n法人或其他组织 | |||||||\n|\n商业企业 |\n科研机构 |\n社会公益组织 |\n法律服务机构 |\n其他 |\n总计 | |\n";
    let report = read(&[
        REQUESTS,
        heading,
        &row("一、本年新收政府信息公开申请数量", "5,1,0,0,0,2,8"),
        &row("二、上年结传政府信息公升申请数量", "1,0,0,0,0,0,1"),
        &row("（一）予以公开", "6,1,0,0,0,2,9"),
        &row("（七）总计", "6,1,0,0,0,2,9"),
        &row("四、结转下年度继续办理", "0,0,0,0,0,0,0"),
    ]);
    for (key, total) in [(RowKey::NewReceived, 8), (RowKey::CarriedIn, 1), (RowKey::Granted, 9)] {
        check_row(&report, key, &[(ColumnKey::Total, total)]);
    }
}

#[test]
fn a_row_named_by_other_words_behind_an_empty_cell_is_not_told_by_its_place() {
    let row = |cells: &str| format!("<tr><td>{}</td></tr>", cells.replace(',', "</td><td>"));
    let zeros = "0,0,0,0,0,0,0";
    let report = read(&[
        REQUESTS,
        "<table>",
        &row(&format!(",,{}", COLUMNS.join(","))),
        &row(&format!("一、本年新收政府信息公开申请数量,,{zeros}")),
        &row(&format!("二、上年结转政府信息公开申请数量,,{zeros}")),
        &row(&format!(",（一）不予公开,{zeros}")),
        &row(&format!(",（二）部分公开,{zeros}")),
        &row(&format!(",（七）总计,{zeros}")),
        &row(&format!("四、结转下年度继续办理,,{zeros}")),
        "</table>",
    ]);
    assert_eq!(cell(&report, RowKey::Granted, ColumnKey::NaturalPerson).value, None);
}

#[test]
fn a_dash_alone_in_a_row_of_two_columns_is_not_that_of_both() {
    let fees = |cells: &str| {
        let table = format!(
            "第二十条第（八）项\n信息内容\t上一年项目数量\t本年增/减\n行政事业性收费\t{cells}\n第二十条第（九）项\n信息内容\t采购项目数量\t采购总金额\n政府集中采购\t2\t3\n"
        );
        read(&[PROACTIVE, &table])
    };
    for column in [ColumnKey::PriorItems, ColumnKey::Change] {
        check_status(&fees("—\t—"), RowKey::Fees, column, Status::NotApplicable);
        // The other cell may have been lost.
        check_status(&fees("—"), RowKey::Fees, column, Status::Ambiguous);
    }
}

#[test]
fn the_number_of_a_page_between_dashes_is_none_of_the_row_above() {
    let report = |stray: &str| {
        let rows = "一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n（一）予以公开 1 0 0 0 0 0 1\n（七）总计 3 0 0 0 0 3\n";
        let heads = format!("{}\n", COLUMNS.join(" "));
        read(&[REQUESTS, &heads, rows, stray, "四、结转下年度继续办理 0 0 0 0 0 0 0\n"])
    };
    for stray in ["", "— 3 —\n"] {
        let report = report(stray);
        for column in [ColumnKey::OtherOrganization, ColumnKey::Total] {
            let status = cell(&report, RowKey::ConcludedTotal, column).status;
            assert!(!matches!(status, Status::NotApplicable | Status::Blank), "{stray}: {status:?}");
        }
    }
}
