//! What is said of the numbers of a table in another place than their own row and column: in the label of their group, in a heading over
//! several columns, in the corner, in a caption, below the table; and headings that only all their pieces show.

#[path = "support/small_report.rs"]
mod small_report;

use govreport::form::{ColumnKey, RowKey};
use govreport::model::Report;
use small_report::{PROACTIVE, REQUESTS, REVIEW, cell, read};

const HEADS: &str = "自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计";
const NEW: &str = "一、本年新收政府信息公开申请数量\t\t5\t1\t0\t0\t0\t0\t6\n";
const CARRIED: &str = "二、上年结转政府信息公开申请数量\t\t1\t0\t0\t0\t0\t0\t1\n";

fn value(report: &Report, row: RowKey, column: ColumnKey) -> Option<String> {
    cell(report, row, column).value.map(|value| value.to_string())
}

fn natural(report: &Report, row: RowKey) -> Option<String> {
    value(report, row, ColumnKey::NaturalPerson)
}

fn total(report: &Report) -> Option<String> {
    value(report, RowKey::NewReceived, ColumnKey::Total)
}

#[test]
fn the_label_of_a_group_is_said_of_its_rows() {
    let table = |outcome: &str, group: &str| {
        let granted = format!("{outcome}\t（一）予以公开\t4\t1\t0\t0\t0\t0\t5\n");
        let secret = format!("{group}\t1.属于国家秘密\t2\t0\t0\t0\t0\t0\t2\n");
        let forward = "四、结转下年度继续办理\t\t0\t0\t0\t0\t0\t0\t0\n";
        read(&[REQUESTS, "\t\t", HEADS, "\n", NEW, CARRIED, &granted, &secret, forward])
    };
    let own = table("三、本年度办理结果", "（三）不予公开");
    assert_eq!(natural(&own, RowKey::Granted).as_deref(), Some("4"));
    assert_eq!(natural(&own, RowKey::DeniedStateSecret).as_deref(), Some("2"));
    for outcome in ["三、2021年度办理结果", "三、上年度办理结果"] {
        let report = table(outcome, "（三）不予公开");
        assert_eq!(natural(&report, RowKey::Granted), None, "{outcome}");
        assert_eq!(natural(&report, RowKey::DeniedStateSecret), None, "{outcome}");
        assert_eq!(natural(&report, RowKey::CarriedForward).as_deref(), Some("0"), "{outcome}");
    }
    for group in ["（三）不予公开占比（%）", "（三）不予公开（上年）"] {
        let report = table("三、本年度办理结果", group);
        assert_eq!(natural(&report, RowKey::DeniedStateSecret), None, "{group}");
        assert_eq!(natural(&report, RowKey::Granted).as_deref(), Some("4"), "{group}");
    }
}

#[test]
fn a_heading_over_columns_and_the_corner_are_said_of_the_table() {
    let table = |corner: &str, applicants: &str| {
        let first = format!("{corner}\t\t{applicants}\t\t\t\t\t\t\n");
        read(&[REQUESTS, &first, "\t\t", HEADS, "\n", NEW, CARRIED])
    };
    assert_eq!(total(&table("", "申请人情况")).as_deref(), Some("6"));
    for applicants in ["申请人情况（2021年度）", "申请人情况（万件）", "申请人情况（%）"]
    {
        assert_eq!(total(&table("", applicants)), None, "{applicants}");
    }
    for corner in ["上年度数据", "（单位：百件）", "单位：%"] {
        assert_eq!(total(&table(corner, "申请人情况")), None, "{corner}");
    }
}

#[test]
fn the_label_of_an_item_is_said_of_its_rows() {
    let table = |item: &str, contents: &str| {
        let block =
            format!("第二十条第（六）项{item}\t\n信息内容{contents}\t本年处理决定数量\n行政处罚\t7\n");
        let next = "第二十条第（五）项\t\n信息内容\t本年处理决定数量\n行政许可\t3\n";
        read(&[PROACTIVE, &block, next])
    };
    let decisions = |report: &Report, row| value(report, row, ColumnKey::Decisions);
    assert_eq!(decisions(&table("", ""), RowKey::Penalties).as_deref(), Some("7"));
    for (item, contents) in [("（2021年）", ""), ("（单位：万件）", ""), ("", "（2021年）")] {
        let report = table(item, contents);
        assert_eq!(decisions(&report, RowKey::Penalties), None, "{item}{contents}");
        assert_eq!(decisions(&report, RowKey::Licensing).as_deref(), Some("3"), "{item}{contents}");
    }
}

#[test]
fn captions_and_notes_say_what_is_counted() {
    let table = |above: &str, below: &str| {
        read(&[REQUESTS, above, "\n\t\t", HEADS, "\n", NEW, CARRIED, "\n", below, "\n"])
    };
    for below in ["", "注：上表数据由政务公开科汇总。", "注：新收申请较上年增加两件。"]
    {
        assert_eq!(total(&table("", below)).as_deref(), Some("6"), "{below}");
    }
    assert_eq!(total(&table("单位：%", "")), None);
    for below in ["注：上表为2021年数据。", "以上为上年度数据", "注：以上单位为万件", "本表数据均为百分比"]
    {
        assert_eq!(total(&table("", below)), None, "{below}");
    }
}

#[test]
fn years_and_missing_columns_are_no_columns_of_the_form() {
    let years = "\t\t2018\t2019\t2020\t2021\t2022\t2023\t总计\n";
    assert_eq!(total(&read(&[REQUESTS, years, NEW, CARRIED])), None);
    // One column less, and a sum of its own in front of the total: as many as the form has.
    let heads = "\t\t自然人\t商业企业\t科研机构\t法律服务机构\t其他\t合计\t总计\n";
    let report = read(&[
        REQUESTS,
        heads,
        "一、本年新收政府信息公开申请数量\t\t5\t1\t0\t2\t0\t3\t8\n",
        "二、上年结转政府信息公开申请数量\t\t1\t0\t0\t0\t0\t0\t1\n",
    ]);
    assert_eq!(value(&report, RowKey::NewReceived, ColumnKey::PublicBenefitOrganization), None);
    assert_eq!(
        value(&report, RowKey::NewReceived, ColumnKey::OtherOrganization).as_deref().unwrap_or("0"),
        "0"
    );
}

#[test]
fn columns_in_no_known_order_give_short_rows_nothing() {
    let table = |order: &str| {
        let heads = format!(
            "申请人情况 |\n自然人 | 法人或其他组织 | 总计 |\n商业企业 | 科研机构 | {order} | 其他 |\n"
        );
        let report = read(&[
            REQUESTS,
            &heads,
            "一、本年新收政府信息公开申请数量 | 165 | 332 | 252 | 77 |  | 361 | 1187 |\n",
            "二、上年结转政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n",
        ]);
        value(&report, RowKey::NewReceived, ColumnKey::PublicBenefitOrganization)
    };
    assert_eq!(table("社会公益组织 | 法律服务机构").as_deref().unwrap_or("77"), "77");
    assert_eq!(table("法律服务机构 | 社会公益组织"), None);
}

#[test]
fn the_number_of_a_line_under_an_empty_heading_is_none_of_the_rows() {
    let table = |first: &str, second: &str| {
        let heads = "\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n";
        let row = |label: &str, number: &str| format!("{label}\t{number}\t5\t0\t0\t1\t0\t0\t6\n");
        read(&[
            REQUESTS,
            heads,
            &row("一、本年新收政府信息公开申请数量", first),
            &row("二、上年结转政府信息公开申请数量", second),
        ])
    };
    assert_eq!(natural(&table("0", "1"), RowKey::NewReceived).as_deref(), Some("5"));
    // In one row alone it may be a number that moved.
    assert_eq!(natural(&table("3", ""), RowKey::CarriedIn).as_deref(), Some("5"));
}

#[test]
fn the_rest_of_a_label_below_its_numbers_is_read_with_it() {
    let table = |rest: &str| {
        let row = "一、本年新收政府信息公开申请 5 1 0 0 0 0 6\n";
        let next = "二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1\n";
        read(&[REQUESTS, &HEADS.replace('\t', " "), "\n", row, rest, "\n", next])
    };
    assert_eq!(total(&table("数量")).as_deref(), Some("6"));
    for rest in ["人数", "数量（万件）", "数量（2021年）"] {
        assert_eq!(total(&table(rest)), None, "{rest}");
    }
}

#[test]
fn a_negation_broken_out_of_a_heading_turns_it() {
    let table = |direct: &str| {
        let set = "结果\n维持\n结果\n纠正\n其他\n结果\n尚未\n审结\n总计\n";
        let heads = format!("行政复议\n行政诉讼\n{set}{direct}\n复议\n后起\n诉\n{set}{set}");
        let report = read(&[REVIEW, &heads, "1 0 0 0 1 2 1 0 0 3 0 0 0 0 0\n"]);
        value(&report, RowKey::LitigationDirect, ColumnKey::Upheld)
    };
    assert_eq!(table("未经\n复议\n直接\n起诉").as_deref(), Some("2"));
    assert_eq!(table("经复\n议直\n接起\n诉"), None);
}

/// Table two in a page, with the cells of its first two rows.
fn page(heads: &[&str; 7], new: &str, carried: &str) -> Report {
    let heads = heads.map(|head| format!("<td>{head}</td>")).concat();
    let page = [
        "<html><body><h1>某某县水利局2023年政府信息公开工作年度报告</h1><h2>三、收到和处理政府信息公开申请情况</h2>",
        &format!("<table><tr><td></td>{heads}</tr>"),
        &format!("<tr><td>一、本年新收政府信息公开申请数量</td>{new}</tr>"),
        &format!("<tr><td>二、上年结转政府信息公开申请数量</td>{carried}</tr></table></body></html>"),
    ];
    govreport::parse(&page.concat()).expect("it is a report")
}

#[test]
fn a_remark_in_any_form_makes_a_heading_or_a_label_anothers() {
    let table = |head: &str, label: &str| {
        let heads = HEADS.replacen("自然人", &format!("自然人{head}"), 1);
        let new = NEW.replacen("数量", &format!("数量{label}"), 1);
        read(&["某某县水利局2023年政府信息公开工作年度报告\n", REQUESTS, "\t\t", &heads, "\n", &new, CARRIED])
    };
    assert_eq!(natural(&table("", ""), RowKey::NewReceived).as_deref(), Some("5"));
    // What the form counts anyway, and the report's own year, say nothing else.
    for remark in ["（2023年）", "（件）"] {
        assert_eq!(natural(&table(remark, ""), RowKey::NewReceived).as_deref(), Some("5"), "{remark}");
    }
    for remark in [
        "（2022年）",
        "2022年",
        "：2022年",
        "[2022年]",
        "%",
        "（%）",
        "（万件）",
        "/万件",
        "（累计）",
        "（1-6月）",
    ] {
        let report = table(remark, "");
        assert_eq!(natural(&report, RowKey::CarriedIn), None, "自然人{remark}");
        let report = table("", remark);
        assert_eq!(natural(&report, RowKey::NewReceived), None, "新收{remark}");
        assert_eq!(natural(&report, RowKey::CarriedIn).as_deref(), Some("1"), "新收{remark}");
    }
}

#[test]
fn a_group_is_told_by_its_number() {
    let table = |group: &str| {
        let granted = "三、本年度办理结果\t（一）予以公开\t4\t1\t0\t0\t0\t0\t5\n";
        let secret = format!("{group}\t1.属于国家秘密\t2\t0\t0\t0\t0\t0\t2\n");
        read(&[REQUESTS, "\t\t", HEADS, "\n", NEW, CARRIED, granted, &secret])
    };
    // A character that was taken for another is none that turns the label.
    for group in ["（三）不予公开", "（三）下予公开", "（三）不予公"] {
        assert_eq!(natural(&table(group), RowKey::DeniedStateSecret).as_deref(), Some("2"), "{group}");
    }
    for group in ["（三）予以公开", "（三）不予公开（2022年）", "（三）不予公开占比（%）"]
    {
        let report = table(group);
        assert_eq!(natural(&report, RowKey::DeniedStateSecret), None, "{group}");
        assert_eq!(natural(&report, RowKey::Granted).as_deref(), Some("4"), "{group}");
    }
}

#[test]
fn of_two_tables_with_different_numbers_no_row_is_taken_alone() {
    let rows = |label: &str, numbers: &str| {
        let others = ["二、上年结转政府信息公开申请数量", "（一）予以公开", "四、结转下年度继续办理"];
        let others = others.map(|label| format!("{label}\t{numbers}\n")).concat();
        format!("\t{HEADS}\n{label}\t{numbers}\n{others}")
    };
    let own = rows("一、新", "5\t1\t0\t0\t0\t0\t6");
    for caption in ["附：2022年情况", "附表"] {
        let other = rows("一、本年新收政府信息公开申请数量", "7\t1\t0\t0\t0\t0\t8");
        let report = read(&[REQUESTS, &own, caption, "\n", &other]);
        assert_eq!(natural(&report, RowKey::NewReceived), None, "{caption}");
    }
}

#[test]
fn a_cell_that_says_something_else_is_not_worked_out() {
    const FORM: [&str; 7] =
        ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
    let cells = |numbers: [&str; 7]| numbers.map(|number| format!("<td>{number}</td>")).concat();
    let carried = cells(["1", "0", "0", "0", "0", "0", "1"]);
    let of = |printed: &str| {
        let report = page(&FORM, &cells(["5", printed, "0", "0", "2", "0", "8"]), &carried);
        value(&report, RowKey::NewReceived, ColumnKey::CommercialEnterprise)
    };
    assert_eq!(of("1").as_deref(), Some("1"));
    // 一 may be a dash.
    for printed in ["31%", "3 1", "约1", "见附件", "一"] {
        assert_eq!(of(printed), None, "{printed}");
    }
    // A number over two rows is neither's.
    let tall = cells(["5", "1", "0", "0", "2", "0", "8"]).replacen("<td>", "<td rowspan=2>", 1);
    let lower = cells(["", "0", "0", "0", "0", "0", "1"]).replacen("<td></td>", "", 1);
    let report = page(&FORM, &tall, &lower);
    for row in [RowKey::NewReceived, RowKey::CarriedIn] {
        assert_eq!(natural(&report, row), None, "{row}");
    }
    assert_eq!(value(&report, RowKey::CarriedIn, ColumnKey::Total).as_deref(), Some("1"));
}

#[test]
fn numbers_that_are_called_invented_are_no_ones() {
    let table = |caption: &str| read(&[REQUESTS, caption, "\n\t\t", HEADS, "\n", NEW, CARRIED]);
    for caption in ["填报样例", "以下为模拟数据"] {
        assert_eq!(total(&table(caption)), None, "{caption}");
    }
}
