//! Headings and rows that claim what is another's: two headings for one column, the last row of another group, words of time; found by an
//! independent writer of documents.

#[path = "support/small_report.rs"]
mod small_report;

use govreport::form::{ColumnKey, RowKey};
use govreport::model::Report;
use small_report::{PROACTIVE, REQUESTS, read, value};

/// A table of Markdown.
fn table(heads: &str, rows: &[&str]) -> String {
    let line = |cells: &str| format!("| {} |\n", cells.replace(' ', " | "));
    let ruler = format!("|{}\n", "---|".repeat(heads.split(' ').count()));
    format!("{}{ruler}{}\n", line(heads), rows.iter().map(|row| line(row)).collect::<String>())
}

/// Table two under these headings.
fn requests(heads: &str, row: &str) -> Report {
    let heads = format!("项目 {heads}");
    read(&[REQUESTS, "\n", &table(&heads, &[&format!("一、本年新收政府信息公开申请数量 {row}")])])
}

#[test]
fn of_two_headings_for_one_column_that_of_the_form_is_its() {
    use ColumnKey::{PublicBenefitOrganization, Total};
    let heads = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他";
    for other in ["法人或其他组织合计", "合计"] {
        let report = requests(&format!("{heads} {other} 总计"), "10 1 2 0 1 1 5 15");
        let total = value(&report, RowKey::NewReceived, Total);
        assert!(total.is_none() || total.as_deref() == Some("15"), "{other}: {total:?}");
    }
    let report = requests(
        "自然人 商业企业 科研机构 社会组织 社会公益组织 法律服务机构 其他 总计",
        "10 1 2 3 0 1 1 18",
    );
    // 社会组织 is a wording of the form as well: neither is believed.
    let bodies = value(&report, RowKey::NewReceived, PublicBenefitOrganization);
    assert!(bodies.is_none() || bodies.as_deref() == Some("0"), "{bodies:?}");
}

#[test]
fn table_one_has_no_sum_that_could_tell() {
    let issued = |heads: &str| {
        let rows = ["规章 9 1 0 4", "行政规范性文件 31 5 2 40"];
        let report = read(&[PROACTIVE, "\n", &table(&format!("信息内容 {heads}"), &rows)]);
        value(&report, RowKey::Regulations, ColumnKey::Issued)
    };
    for other in ["本年印发件数", "本年发布件数", "本年制定件数"] {
        let own = issued(&format!("{other} 本年制发件数 本年废止件数 现行有效件数"));
        assert!(own.is_none() || own.as_deref() == Some("1"), "{other}: {own:?}");
    }
    let decisions = |heads: &str| {
        let report = read(&[
            PROACTIVE,
            "\n",
            &table(&format!("信息内容 {heads}"), &["行政处罚 1564 600", "行政强制 88 7"]),
        ]);
        value(&report, RowKey::Penalties, ColumnKey::Decisions)
    };
    let own = decisions("处理决定数量 本年处理决定数量");
    assert!(own.is_none() || own.as_deref() == Some("600"), "{own:?}");
}

#[test]
fn the_last_row_of_another_group_is_none_of_the_forms() {
    let report = |group: &str| {
        let rows = [
            "一、本年新收政府信息公开申请数量 10 0 0 0 0 0 10",
            "1.本机关不掌握相关政府信息 3 0 0 0 0 0 3",
            "2.没有现成信息需要另行制作 1 0 0 0 0 0 1",
        ];
        let heads = "项目 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计";
        let text = table(heads, &rows);
        let text = text.trim_end().replace("| 1.本", "| （四）无法提供 |  |  |  |  |  |  |  |\n| 1.本");
        read(&[
            REQUESTS,
            "\n",
            &text,
            "\n",
            group,
            "| 3.其他 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n| （七）总计 | 10 | 0 | 0 | 0 | 0 | 0 | 10 |\n",
        ])
    };
    let other = |report: &Report| value(report, RowKey::OtherHandlingOther, ColumnKey::NaturalPerson);
    assert_eq!(other(&report("| （六）其他处理 |  |  |  |  |  |  |  |\n")).as_deref(), Some("2"));
    assert_eq!(other(&report("")), None);
}

#[test]
fn words_of_several_years_are_words_of_time() {
    let new = |label: &str| {
        let heads = "项目 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计";
        let report = read(&[REQUESTS, "\n", &table(heads, &[&format!("{label} 10 0 0 0 0 0 10")])]);
        value(&report, RowKey::NewReceived, ColumnKey::NaturalPerson)
    };
    assert_eq!(new("一、本年新收政府信息公开申请数量").as_deref(), Some("10"));
    for time in ["两年", "每年", "近年", "来年", "本届"] {
        assert_eq!(new(&format!("一、{time}新收政府信息公开申请数量")), None, "{time}");
    }
}

#[test]
fn a_figure_that_ends_a_label_begins_its_number() {
    for cells in ["行政事业性收费,1 207", "行政事业性收费，1 207", "行政事业性收费,0 5"]
    {
        let report = read(&[PROACTIVE, "信息内容,本年收费金额（单位：万元）\n", cells, "\n"]);
        assert_eq!(value(&report, RowKey::Fees, ColumnKey::Amount), None, "{cells}");
    }
}

#[test]
fn of_three_headings_for_one_column_none_is_believed() {
    let heads = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 其他 其他 总计";
    let report = requests(heads, "10 1 2 0 1 1 3 4 15");
    assert_eq!(value(&report, RowKey::NewReceived, ColumnKey::OtherOrganization), None);
}
