//! What stands beside the numbers says whose they are: words of time between a label and its numbers, in the corner and above the table;
//! headings that are nothing but numbers; a total of other rows; units in remarks. The kinds came of a reader who knew the issue alone.

#[path = "support/small_report.rs"]
mod small_report;

use govreport::form::{ColumnKey, RowKey};
use small_report::{PROACTIVE, REQUESTS, REVIEW, read, value};

const OTHER_TIMES: [&str; 6] = ["2022年", "上年", "去年", "累计", "上半年", "一季度"];

#[test]
fn the_label_of_the_row_of_table_three_is_asked() {
    let upheld = |label: &str| {
        let set = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计";
        let heads = format!(
            "项目\t行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n\t{set}\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n\t\t\t\t\t\t{set}\t{set}\n"
        );
        let row = format!("{label}\t5\t8\t2\t3\t18\t6\t9\t4\t0\t19\t2\t2\t4\t5\t13\n");
        value(&read(&[REVIEW, &heads, &row]), RowKey::Reconsideration, ColumnKey::Upheld)
    };
    assert_eq!(upheld("件数").as_deref(), Some("5"));
    for other in OTHER_TIMES.into_iter().chain(["占比", "同比", "其中：基层"]) {
        assert_eq!(upheld(other), None, "{other}");
    }
}

const HEADS: &str = "自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计";

#[test]
fn a_word_of_time_between_a_label_and_its_numbers_makes_the_row_anothers() {
    let new = |time: &str, between: &str| {
        let heads = format!("项目\t期间\t{HEADS}\n");
        let rows = format!(
            "一、本年新收政府信息公开申请数量\t{time}\t21\t1\t2\t3\t4\t5\t36\n二、上年结转政府信息公开申请数量\t\t7\t1\t0\t2\t0\t3\t13\n"
        );
        let table = [heads, rows].concat().replace('\t', between);
        value(&read(&[REQUESTS, &table]), RowKey::NewReceived, ColumnKey::NaturalPerson)
    };
    assert_eq!(new("", "\t").as_deref(), Some("21"));
    for other in OTHER_TIMES {
        assert_eq!(new(other, "\t"), None, "{other}");
        assert_eq!(new(other, "  "), None, "{other}");
    }
    // Its 年 may be lost.
    assert_eq!(new("2022", "\t"), None);
    assert_eq!(new("2022", "  "), None);
    assert_eq!(new("2022", " "), None);
}

#[test]
fn a_corner_or_a_line_above_may_say_the_time_of_all() {
    let new = |above: &str, corner: &str| {
        let heads = format!("{above}{corner}\t{HEADS}\n");
        let row = "一、本年新收政府信息公开申请数量\t21\t1\t2\t3\t4\t5\t36\n";
        value(&read(&[REQUESTS, &heads, row]), RowKey::NewReceived, ColumnKey::NaturalPerson)
    };
    for own in ["", "2023\n", "统计期限：2023年1月1日至2023年12月31日\n", "（截至2023年12月31日）\n"]
    {
        assert_eq!(new(own, "项目").as_deref(), Some("21"), "{own}");
    }
    assert_eq!(new("", "上年"), None);
    for other in ["2022\n", "统计期限：2022年1月1日至2022年12月31日\n", "（截至2023年6月30日）\n"]
    {
        assert_eq!(new(other, "项目"), None, "{other}");
    }
}

#[test]
fn a_year_in_a_corner_that_covers_all_lines_of_the_heading_is_said_of_all() {
    let natural = |corner: &str| {
        let head = |cells: &str| format!("<tr>{cells}</tr>");
        let top = format!("<td rowspan=3>{corner}</td><td colspan=7>申请人情况</td>");
        let middle = "<td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>总计</td>";
        let low = "<td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td>";
        let row = "<td>一、本年新收政府信息公开申请数量</td><td>21</td><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>36</td>";
        let table: String = [&top, middle, low, row].map(head).concat();
        let html = format!(
            "<html><head><meta charset=utf-8></head><body><h1>浮玉县人民政府2023年政府信息公开工作年度报告</h1>\
             <h2>一、总体情况</h2><p>本年工作平稳。</p><h2>{}</h2><table border=1>{table}</table></body></html>",
            REQUESTS.trim()
        );
        let report = govreport::read_bytes(html.as_bytes()).expect("it is a report");
        value(&report, RowKey::NewReceived, ColumnKey::NaturalPerson)
    };
    for own in ["", "项目", "2023"] {
        assert_eq!(natural(own).as_deref(), Some("21"), "{own}");
    }
    for other in ["2022", "2022年", "上年"] {
        assert_eq!(natural(other), None, "{other}");
    }
}

#[test]
fn numbers_where_headings_should_stand_head_other_columns() {
    let new = |heads: &str| {
        let heads = format!("项目\t{heads}\n");
        let row = "一、本年新收政府信息公开申请数量\t21\t1\t2\t3\t4\t5\t36\n";
        value(&read(&[REQUESTS, &heads, row]), RowKey::NewReceived, ColumnKey::NaturalPerson)
    };
    assert_eq!(new(HEADS).as_deref(), Some("21"));
    assert_eq!(new("2018\t2019\t2020\t2021\t2022\t2023\t合计"), None);
    assert_eq!(new("1\t2\t3\t4\t5\t6\t7"), None);
}

#[test]
fn a_bare_total_of_other_rows_is_not_the_forms() {
    let total = |rows: [&str; 2]| {
        let [first, second] = rows.map(|label| format!("{label}\t2\t1\t0\t0\t0\t0\t3\n"));
        let table = format!("项目\t{HEADS}\n{first}{second}合计\t9\t2\t0\t0\t0\t0\t11\n");
        value(&read(&[REQUESTS, &table]), RowKey::ConcludedTotal, ColumnKey::NaturalPerson)
    };
    assert_eq!(total(["（五）不予处理 1.信访举报投诉类申请", "（六）其他处理 3.其他"]).as_deref(), Some("9"));
    for others in [["甲镇", "乙镇"], ["网上申请", "信函申请"], ["一季度", "二季度"]] {
        assert_eq!(total(others), None, "{others:?}");
    }
}

#[test]
fn a_remark_that_may_name_a_unit_withholds_the_amount() {
    let amount = |before: &str, after: &str| {
        let table = "第二十条第（八）项\n信息内容\t本年收费金额\n行政事业性收费\t1530.25\n";
        value(&read(&[PROACTIVE, before, table, after]), RowKey::Fees, ColumnKey::Amount)
    };
    assert_eq!(amount("", "").as_deref(), Some("1530.25"));
    for remark in ["本表金额均为元\n", "收费以元填报\n", "收费金额按元统计\n", "币种：人民币，单位：元\n"]
    {
        assert_ne!(amount(remark, "").as_deref(), Some("1530.25"), "{remark}");
        assert_ne!(amount("", remark).as_deref(), Some("1530.25"), "{remark}");
    }
}

#[test]
fn a_year_without_its_word_is_said_of_what_it_begins() {
    const GROUP: &str = "三、本年度办理结果";
    const APPLICANTS: &str = "申请人情况";
    let natural = |section: &str, group: &str, above: &str| {
        let heads = format!("\t{above}\n\t{HEADS}\n");
        let rows = format!("{group}\n（一）予以公开\t9\t1\t0\t0\t0\t1\t11\n");
        value(&read(&[section, &heads, &rows]), RowKey::Granted, ColumnKey::NaturalPerson)
    };
    assert_eq!(natural(REQUESTS, GROUP, APPLICANTS).as_deref(), Some("9"));
    assert_eq!(natural(REQUESTS, "三、2023办理结果", APPLICANTS).as_deref(), Some("9"));
    assert_eq!(natural("三、2023收到和处理政府信息公开申请情况\n", GROUP, APPLICANTS).as_deref(), Some("9"));
    for group in ["三、2022办理结果", "三、2022年度办理结果", "三、2022本年度办理结果"]
    {
        assert_eq!(natural(REQUESTS, group, APPLICANTS), None, "{group}");
    }
    assert_eq!(natural("三、2022收到和处理政府信息公开申请情况\n", GROUP, APPLICANTS), None);
    // Over all columns, be it in one cell or in several, and beside the heading of the total.
    for above in ["2022", "2022\t2022\t2022\t2022\t2022\t2022\t2022", "2022\t\t\t\t\t\t总计"] {
        assert_eq!(natural(REQUESTS, GROUP, above), None, "{above}");
    }
}

#[test]
fn a_year_without_its_word_begins_a_heading_of_table_one() {
    let licences = |heading: &str| {
        let table = format!("第二十条第（五）项\n信息内容\t{heading}\n行政许可\t31\n");
        value(&read(&[PROACTIVE, &table]), RowKey::Licensing, ColumnKey::Decisions)
    };
    assert_eq!(licences("本年处理决定数量").as_deref(), Some("31"));
    assert_eq!(licences("2022处理决定数量"), None);
    assert_eq!(licences("2022本年处理决定数量"), None);
}

#[test]
fn the_number_of_a_page_parts_no_word_in_the_corner() {
    let natural = |corner: &str| {
        let heads = format!("{corner}{}\n", HEADS.replace('\t', "\n"));
        let row = "一、本年新收政府信息公开申请数量 21 1 2 3 4 5 36\n";
        value(&read(&[REQUESTS, &heads, row]), RowKey::NewReceived, ColumnKey::NaturalPerson)
    };
    for own in ["", "- 3 -\n", "单位：件\n", "（单位：件）\n"] {
        assert_eq!(natural(own).as_deref(), Some("21"), "{own}");
    }
    for corner in ["单位\n：百\n件\n", "单位\n：百\n- 3 -\n件\n", "20\n22\n- 3 -\n年\n"] {
        assert_eq!(natural(corner), None, "{corner}");
    }
}

#[test]
fn numbers_behind_a_heading_are_no_year_whatever_follows_them() {
    // So many bytes behind a heading are looked at, and a line may be cut there: 2, 0, 2, 三、本年.
    for empty_lines in 0..60 {
        let each = |numbers: &str| numbers.replace(' ', "\n");
        let rows = format!(
            "一、本年新收政府信息公开申请数量\n{}\n{}二、上年结转政府信息公开申请数量\n{}\n三、本年度办理结果\n（一）予以公开\n{}\n",
            each("9 1 0 0 0 1 11"),
            "\n".repeat(empty_lines),
            each("0 0 0 0 2 0 2"),
            each("9 1 0 0 0 1 11"),
        );
        let heads = format!("{}\n", HEADS.replace('\t', "\n"));
        let report = read(&[REQUESTS, "申请人情况\n", &heads, &rows]);
        let natural = value(&report, RowKey::Granted, ColumnKey::NaturalPerson);
        assert_eq!(natural.as_deref(), Some("9"), "{empty_lines}");
    }
}

#[test]
fn a_caption_of_several_clauses_may_say_the_time_and_a_day_of_making_does_not() {
    let natural = |above: &str, below: &str| {
        let table = format!("项目\t{HEADS}\n一、本年新收政府信息公开申请数量\t21\t1\t2\t3\t4\t5\t36\n");
        value(&read(&[REQUESTS, above, &table, below]), RowKey::NewReceived, ColumnKey::NaturalPerson)
    };
    for other in [
        "此表为上年数据。\n",
        "2022年度，单位：件\n",
        "（上年数据，待更新）\n",
        "2023年发布，数据为2022年\n",
        "统计时间：2022.01.01-2022.12.31\n",
        "（2022.1-2022.12）\n",
        "（22年）\n",
    ] {
        assert_eq!(natural(other, ""), None, "{other}");
    }
    for own in [
        "2023年度，单位：件\n",
        "统计时间：2023.01.01-2023.12.31\n",
        "填报日期：2024年1月10日\n",
        "2024年1月15日\n",
        "较上年增加12件，具体情况见下表：\n",
        "按照《中华人民共和国政府信息公开条例》（2019年修订）统计\n",
        "共收到申请63件，其中自然人60件，商业企业3件。\n",
    ] {
        assert_eq!(natural(own, "").as_deref(), Some("21"), "{own}");
    }
    for below in [
        "以上数据统计至2023年9月底。\n",
        "以上为2023年1-9月数据\n",
        "注：上述数字为2022年数，2023年数据正在统计。\n",
    ] {
        assert_eq!(natural("", below), None, "{below}");
    }
    for below in ["注：以上为2023年数据，2022年数据见附件。\n", "注：数据截至2023年12月31日。\n"]
    {
        assert_eq!(natural("", below).as_deref(), Some("21"), "{below}");
    }
}
