//! What a page says beside its numbers, and what of it may not become a number: other years and scopes, page numbers, empty cells,
//! raised and struck-out marks, units.
//!
//! What label, heading and sums must show stands in `warrant.rs`.

use govreport::form::{ColumnKey, RowKey};
use govreport::model::{Reason, Report, Status};
use govreport::read_bytes;

#[path = "support/small_report.rs"]
mod small_report;
use small_report::{PROACTIVE, REQUESTS, cell, check_row, check_status, read};

const ZEROS: &str = "0\t0\t0\t0\t0\t0\t0";
const LICENSING: &str = "第二十条第（五）项\n信息内容\t本年处理决定数量\n";

/// A page on which table one has this block and these rows of cells.
fn page(article: &str, rows: &[&str]) -> Report {
    let table = rows.iter().fold(String::new(), |table, cells| table + "<tr>" + cells + "</tr>");
    let html = format!(
        "<html><head><meta charset=utf-8></head><body><h1>浮玉县人民政府2023年政府信息公开工作年度报告</h1><h2>一、总体情况</h2>\
         <p>本年工作平稳。</p><h2>二、主动公开政府信息情况</h2><table border=1><tr><td colspan=4>{article}</td></tr>{table}</table>\
         </body></html>"
    );
    read_bytes(html.as_bytes()).expect("it is a report")
}

/// A page on which the rows of 第二十条第（五）项 and （六）项 have these cells for a number.
fn decisions(licensing: &str) -> Report {
    page("第二十条第（五）项", &["<td>信息内容<td>本年处理决定数量", &format!("<td>行政许可{licensing}")])
}

fn number(report: &Report, row: RowKey, column: ColumnKey) -> Option<i64> {
    cell(report, row, column).value.map(|value| i64::try_from(value).expect("counts are small"))
}

/// A page number or a year between or behind the numbers of a row that stands on one line.
#[test]
fn a_number_alone_on_a_line_completes_no_row_of_one_line() {
    for stray in ["0", "2023", "- 3 -", "第3页"] {
        let report = read(&[
            REQUESTS,
            "一、本年新收政府信息公开申请数量 2 0 0 0 0 0 2\n",
            &format!("二、上年结转政府信息公开申请数量 1 0 0 0 0 1\n{stray}\n"),
            "（一）予以公开 2 0 0 0 0 0 2\n（七）总计 3 0 0 0 0 0 3\n四、结转下年度继续办理 0 0 0 0 0 0 0\n",
        ]);
        check_row(&report, RowKey::Granted, &[(ColumnKey::NaturalPerson, 2), (ColumnKey::Total, 2)]);
        check_row(&report, RowKey::NewReceived, &[(ColumnKey::NaturalPerson, 2), (ColumnKey::Total, 2)]);
        for column in [ColumnKey::OtherOrganization, ColumnKey::Total] {
            let found = cell(&report, RowKey::CarriedIn, column);
            let wanted = i64::from(column == ColumnKey::Total);
            // The sums may find out what was lost; the stray number may not stand for it.
            assert!(found.value.is_none_or(|value| value == wanted.into()), "{stray}: {found:?}");
            assert!(
                !found.raw.as_deref().is_some_and(|raw| raw.contains(stray) && stray != "0"),
                "{found:?}"
            );
        }
    }
}

#[test]
fn a_row_goes_on_over_a_page_number_only_where_its_sum_holds() {
    let row = |second: &str| {
        let cells = format!("4\n3\n2\n1\n- 3 -\n{second}");
        let zeros = ZEROS.replace('\t', "\n");
        read(&[
            REQUESTS,
            &format!(
                "一、本年新收政府信息公开申请数量\n{zeros}\n二、上年结转政府信息公开申请数量\n{cells}\n"
            ),
            &format!("（一）予以公开\n{zeros}\n（二）部分公开\n{zeros}\n"),
        ])
    };
    let report = row("0\n0\n10");
    for (column, wanted) in [(ColumnKey::ResearchInstitution, 2), (ColumnKey::Total, 10)] {
        assert!(number(&report, RowKey::CarriedIn, column).is_none_or(|number| number == wanted));
    }
    let report = row("0\n10");
    for column in [ColumnKey::LegalServiceInstitution, ColumnKey::Total] {
        assert_eq!(number(&report, RowKey::CarriedIn, column), None, "{:#?}", report.findings);
    }
    check_row(&report, RowKey::PartiallyGranted, &[(ColumnKey::Total, 0)]);
}

#[test]
fn a_row_reaches_over_no_heading_of_a_section() {
    let report = read(&[
        REQUESTS,
        "一、本年新收政府信息公开申请数量 2 0 0 0 0 0 2\n四、结转下年度继续办理 1 0 0 0 0 0\n",
        "五、存在的主要问题及改进情况\n1\n本年无。\n",
    ]);
    assert_eq!(number(&report, RowKey::CarriedForward, ColumnKey::Total), None, "{:#?}", report.findings);
    check_row(&report, RowKey::NewReceived, &[(ColumnKey::Total, 2)]);
}

#[test]
fn a_blank_in_a_cell_joins_digits_only_where_the_sum_says_so() {
    let table = |received: &str| {
        let row = |label: &str, cells: &str| format!("{label}\t{cells}\n");
        read(&[
            REQUESTS,
            &row("一、本年新收政府信息公开申请数量", received),
            &row("二、上年结转政府信息公开申请数量", ZEROS),
            &row("（七）总计", "15\t2\t0\t0\t0\t0\t17"),
            &row("四、结转下年度继续办理", ZEROS),
        ])
    };
    let report = table("1 5\t2\t0\t0\t0\t0\t17");
    let joined = number(&report, RowKey::NewReceived, ColumnKey::NaturalPerson);
    assert!(joined.is_none_or(|number| number == 15), "{joined:?}");
    let report = table("1 5\t2\t0\t0\t0\t0\t18");
    assert_eq!(
        number(&report, RowKey::NewReceived, ColumnKey::NaturalPerson),
        None,
        "{:#?}",
        report.findings
    );
}

#[test]
fn an_amount_broken_over_lines_is_whole_or_nothing() {
    let heading = "<td>信息内容<td>本年收费金额（单位：万元）";
    for broken in ["153<br>.33", "153.<br>33", "<p>153</p><p>.33</p>"] {
        let report = page("第二十条第（八）项", &[heading, &format!("<td>行政事业性收费<td>{broken}")]);
        let fees = cell(&report, RowKey::Fees, ColumnKey::Amount);
        assert!(fees.value.is_none_or(|value| value.to_string() == "153.33"), "{broken}: {fees:?}");
        assert_ne!(fees.status, Status::Blank, "{broken}");
    }
}

#[test]
fn rows_of_another_time_are_none_of_the_form() {
    for other in [
        "去年行政许可",
        "上年行政许可",
        "行政许可（累计）",
        "上半年行政许可",
        "2022年行政许可",
        "历年行政许可",
    ] {
        for table in [format!("{LICENSING}{other}\t9\n"), format!("{LICENSING}{other}\t9\n行政许可\t16\n")]
        {
            let report = read(&[PROACTIVE, &table]);
            let found = number(&report, RowKey::Licensing, ColumnKey::Decisions);
            assert!(found.is_none_or(|number| number == 16), "{table}: {found:?}");
        }
    }
    // The year of the report, and what the form itself says of other years.
    let report = read(&[PROACTIVE, LICENSING, "2023年行政许可\t16\n"]);
    assert!(number(&report, RowKey::Licensing, ColumnKey::Decisions).is_none_or(|number| number == 16));
    let report = read(&[REQUESTS, "二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n"]);
    check_row(&report, RowKey::CarriedIn, &[(ColumnKey::NaturalPerson, 1), (ColumnKey::Total, 1)]);
}

#[test]
fn headings_of_another_time_name_no_column_of_the_form() {
    for foreign in ["上年处理决定数量", "2022年处理决定数量", "累计处理决定数量", "占比"]
    {
        let heading = format!("<td>信息内容<td>{foreign}");
        let report = page("第二十条第（五）项", &[&heading, "<td>行政许可<td>9"]);
        assert_eq!(number(&report, RowKey::Licensing, ColumnKey::Decisions), None, "{foreign}");
        // Beside the form's own, only the number under that one is the form's.
        let heading = format!("<td>信息内容<td>{foreign}<td>本年处理决定数量");
        let report = page("第二十条第（五）项", &[&heading, "<td>行政许可<td>9<td>16"]);
        check_row(&report, RowKey::Licensing, &[(ColumnKey::Decisions, 16)]);
    }
}

#[test]
fn a_caption_of_another_year_gives_its_table_away() {
    let table = |caption: &str| read(&[PROACTIVE, caption, LICENSING, "行政许可\t16\n"]);
    let report = table("表1 2022年主动公开政府信息情况\n");
    assert_eq!(number(&report, RowKey::Licensing, ColumnKey::Decisions), None, "{:#?}", report.findings);
    for caption in ["表1 2023年主动公开政府信息情况\n", "（本表填报单位：全县各单位）\n", ""]
    {
        check_row(&table(caption), RowKey::Licensing, &[(ColumnKey::Decisions, 16)]);
    }
}

#[test]
fn an_empty_cell_and_a_mark_are_printed_to_be_said() {
    // A label without any cell.
    let report = read(&[
        PROACTIVE,
        LICENSING,
        "行政许可\n第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t4\n",
    ]);
    let licensing = cell(&report, RowKey::Licensing, ColumnKey::Decisions);
    assert!(matches!(licensing.status, Status::Absent | Status::Ambiguous), "{licensing:?}");
    check_row(&report, RowKey::Penalties, &[(ColumnKey::Decisions, 4)]);
    for (printed, status) in
        [("<td>", Status::Blank), ("<td>—", Status::NotApplicable), ("<td>无", Status::NotApplicable)]
    {
        let report = decisions(printed);
        check_status(&report, RowKey::Licensing, ColumnKey::Decisions, status);
        assert_eq!(cell(&report, RowKey::Licensing, ColumnKey::Decisions).reason, None);
    }
    // Numbers of the table that belong to no row: the label without a cell may be theirs.
    let report = read(&[
        REQUESTS,
        "一、本年新收政府信息公开申请数量\n（一）予以公开\n2 0 0 0 0 0 2\n3 0 0 0 0 0 3\n4 0 0 0 0 0 4\n",
    ]);
    let received = cell(&report, RowKey::NewReceived, ColumnKey::Total);
    assert_eq!((received.value, received.status), (None, Status::Ambiguous));
    assert!(received.reason.is_some());
}

#[test]
fn raised_marks_are_no_digits() {
    for mark in ["<sup>1</sup>", "¹", "①", "<sup>[2]</sup>"] {
        let report = decisions(&format!("<td>16{mark}"));
        let found = number(&report, RowKey::Licensing, ColumnKey::Decisions);
        assert!(found.is_none_or(|number| number == 16), "{mark}: {found:?}");
    }
}

#[test]
fn what_is_struck_out_or_hidden_is_not_said() {
    let struck = |tag: &str| decisions(&format!("<td><{tag}>15</{tag}>16"));
    for tag in ["s", "del", "strike"] {
        check_row(&struck(tag), RowKey::Licensing, &[(ColumnKey::Decisions, 16)]);
    }
    for style in ["display:none", "visibility:hidden", "font-size:0", "opacity:0"] {
        let report = decisions(&format!("<td><span style=\"{style}\">15</span>16"));
        check_row(&report, RowKey::Licensing, &[(ColumnKey::Decisions, 16)]);
    }
    // Nothing else stands there.
    let licensing = decisions("<td><s>15</s>");
    assert_eq!(number(&licensing, RowKey::Licensing, ColumnKey::Decisions), None);
    // White on white is not shown; white on a dark ground is.
    let white = decisions("<td bgcolor=white><font color=white>15</font>");
    assert_eq!(number(&white, RowKey::Licensing, ColumnKey::Decisions), None);
}

#[test]
fn amounts_are_given_in_the_unit_that_the_page_names() {
    let fees = |heading: &str, amount: &str| {
        let heading = format!("<td>信息内容<td>本年收费金额{heading}");
        page("第二十条第（八）项", &[&heading, &format!("<td>行政事业性收费<td>{amount}")])
    };
    for (heading, amount, wanted) in [
        ("（单位：万元）", "12.5", "12.5"),
        ("（单位：元）", "125000", "12.5"),
        ("（单位：千元）", "125", "12.5"),
        ("（单位：万元）", "125000元", "12.5"),
        ("（单位：亿元）", "0.00125", "12.5"),
    ] {
        let report = fees(heading, amount);
        let cell = cell(&report, RowKey::Fees, ColumnKey::Amount);
        let value = cell.value.map(|value| value.normalize().to_string());
        assert_eq!(value.as_deref(), Some(wanted), "{heading} {amount}: {cell:?}");
    }
    // A unit that is not known, and two that contradict each other.
    for (heading, amount) in [("（单位：件）", "12.5"), ("（单位：美元）", "12.5")] {
        let report = fees(heading, amount);
        let cell = cell(&report, RowKey::Fees, ColumnKey::Amount);
        assert_eq!(cell.value, None, "{heading}: {cell:?}");
        assert!(
            cell.reason.is_none_or(|reason| matches!(reason, Reason::ForeignHeading | Reason::FigureUnclear))
        );
    }
}

#[test]
fn a_cell_over_several_columns_is_none_of_theirs() {
    // However many columns it says that it covers.
    for columns in ["2", "1000", "4294967295"] {
        let report = page(
            "第二十条第（一）项",
            &[
                "<td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数",
                &format!("<td>规章<td colspan={columns}>7<td>3"),
            ],
        );
        for column in [ColumnKey::Issued, ColumnKey::Repealed] {
            assert_eq!(number(&report, RowKey::Regulations, column), None, "{columns} {column}");
        }
    }
}
