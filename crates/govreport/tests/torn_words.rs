//! Words that a line, a page or a cell breaks off: no piece alone shows what they say of the numbers.

#[path = "support/small_report.rs"]
mod small_report;

use govreport::form::{ColumnKey, RowKey};
use govreport::model::{Report, Status};
use small_report::{PROACTIVE, REQUESTS, REVIEW, cell, read, value};

/// The value of a cell; none where the edition that the table shows has not the column.
fn natural(report: &Report, row: RowKey) -> Option<String> {
    value(report, row, ColumnKey::NaturalPerson)
}

/// Table two as text without borders; `above` and `below` stand around the row of 国家秘密.
fn flowing(above: &str, below: &str) -> Report {
    const HEADS: &str = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n";
    const NEW: &str = "一、本年新收政府信息公开申请数量 5 1 0 0 0 0 6\n";
    const CARRIED: &str = "二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1\n";
    const GRANTED: &str = "（一）予以公开 4 1 0 0 0 0 5\n";
    const SECRET: &str = "1.属于国家秘密 2 0 0 0 0 0 2\n";
    const FORWARD: &str = "四、结转下年度继续办理 0 0 0 0 0 0 0\n";
    read(&[REQUESTS, HEADS, NEW, CARRIED, GRANTED, above, SECRET, below, FORWARD])
}

#[test]
fn the_label_of_a_group_is_put_together_before_it_is_believed() {
    for (above, below) in [("（三）不予公开\n", ""), ("（三）不予公\n", "开\n"), ("（三）不予\n公开\n", "")]
    {
        let own = flowing(above, below);
        assert_eq!(natural(&own, RowKey::DeniedStateSecret).as_deref(), Some("2"), "{above}{below}");
        assert_eq!(natural(&own, RowKey::Granted).as_deref(), Some("4"), "{above}{below}");
    }
    for (above, below) in [
        ("（三）予以公\n", "开\n"),
        ("（三）予以\n公开\n", ""),
        ("（三）不予公开\n占比(%)\n", ""),
        ("（三）不予公\n", "开占比（%）\n"),
        ("（三）不予公\n开[2021年]\n", ""),
    ] {
        let report = flowing(above, below);
        assert_eq!(natural(&report, RowKey::DeniedStateSecret), None, "{above}{below}");
        // What stands on a line of its own may be said of all rows.
        if !format!("{above}{below}").contains(['占', '[']) {
            assert_eq!(natural(&report, RowKey::Granted).as_deref(), Some("4"), "{above}{below}");
            assert_eq!(natural(&report, RowKey::CarriedForward).as_deref(), Some("0"), "{above}{below}");
        }
    }
}

#[test]
fn a_year_that_runs_down_beside_the_rows_is_one() {
    let own = flowing("三、\n本年\n度办\n理结\n果\n", "");
    assert_eq!(natural(&own, RowKey::DeniedStateSecret).as_deref(), Some("2"));
    for above in [
        "三、\n2018\n年度\n办理\n结果\n",
        "三\n、\n2\n0\n- 3 -\n1\n8\n年\n度\n办\n理\n",
        "三、\n上年\n度办\n",
    ] {
        assert_eq!(natural(&flowing(above, ""), RowKey::DeniedStateSecret), None, "{above}");
    }
}

#[test]
fn a_remark_that_the_line_cuts_off_is_one() {
    let row = |label: &str| flowing("（三）不予公开\n", label);
    for label in
        ["7.属于行政执法案卷（上 3 0 0 0 0 0 3\n年度）\n", "7.属于行政执法案卷（千 3 0 0 0 0 0 3\n件）\n"]
    {
        assert_eq!(natural(&row(label), RowKey::DeniedEnforcementFiles), None, "{label}");
    }
    let own = row("7.属于行政执法案卷 3 0 0 0 0 0 3\n");
    assert_eq!(natural(&own, RowKey::DeniedEnforcementFiles).as_deref(), Some("3"));
}

#[test]
fn a_second_remark_counts_too() {
    let amount = |heading: &str| {
        let block = format!("第二十条第（八）项\t\n信息内容\t{heading}\n行政事业性收费\t5\n");
        value(&read(&[PROACTIVE, &block]), RowKey::Fees, ColumnKey::Amount)
    };
    assert_eq!(amount("本年收费金额（单位：万元）").as_deref(), Some("5"));
    for heading in [
        "本年收费金额（单位：万元）（上年度）",
        "本年收费金额（单位：万元）%",
        "本年收费金额（单位：万元 ）（2021年）",
    ] {
        assert_eq!(amount(heading), None, "{heading}");
    }
}

/// 第二十条第（五）项 as a PDF prints it, the words of each cell broken over lines.
fn licensing(heading: &str) -> Option<String> {
    let block = format!("第二十条第（五）项\n{heading}行政许可 30 -3 7\n第二十条第（六）项\n");
    value(&read(&[PROACTIVE, &block]), RowKey::Licensing, ColumnKey::PriorItems)
}

#[test]
fn the_corner_of_a_torn_heading_is_said_of_its_table() {
    let own = "信息 上一 本年 处理\n内容 年项 增/ 决定\n内容 目数 减 数量\n内容 量 减 数量\n";
    assert_eq!(licensing(own).as_deref(), Some("30"));
    for [first, second, third, last] in
        [["单位", "：千", "件", "件"], ["20", "21", "年", "年"], ["上年", "度数", "据", "据"]]
    {
        let heading = format!(
            "{first} 上一 本年 处理\n{second} 年项 增/ 决定\n{third} 目数 减 数量\n{last} 量 减 数量\n"
        );
        assert_eq!(licensing(&heading), None, "{first}{second}{third}");
    }
}

#[test]
fn headings_beside_each_other_tell_no_other_order_by_their_lines() {
    // 本年增/减 is as high as two lines, and what stands beside it comes between.
    let report =
        read(&[PROACTIVE, "第二十条第(八)项\n信息内 本年增\n上一年项目数量\n容 /减\n行政事业性收费 30 -3\n"]);
    assert_eq!(value(&report, RowKey::Fees, ColumnKey::PriorItems), None);
    assert_eq!(value(&report, RowKey::Fees, ColumnKey::Change), None);
    // Each on a line of its own they do.
    let report =
        read(&[PROACTIVE, "第二十条第(八)项\n信息内容\n本年增/减\n上一年项目数量\n行政事业性收费\n-3\n30\n"]);
    assert_eq!(value(&report, RowKey::Fees, ColumnKey::PriorItems).as_deref(), Some("30"));
}

#[test]
fn words_among_the_numbers_of_a_row_hold_a_place() {
    for row in [
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关\n0 9 0 0 见附件 0 9\n不再处理其政府信息公开申请\n",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 9 0 0 0 0 0 见附件\n",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关\n0 9 0 0 − 0 9\n不再处理其政府信息公开申请\n",
    ] {
        let report = flowing("", &format!("（六）其他处理\n{row}"));
        let of_row = |column| cell(&report, RowKey::OtherHandlingFeeOverdue, column);
        for column in [ColumnKey::LegalServiceInstitution, ColumnKey::Total] {
            assert_ne!(of_row(column).status, Status::Inferred, "{row}");
        }
        assert_ne!(of_row(ColumnKey::LegalServiceInstitution).status, Status::Realigned, "{row}");
    }
}

#[test]
fn an_empty_cell_beside_a_mark_and_a_number_is_no_claim() {
    let report = read(&[
        REQUESTS,
        "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n",
        "一、本年新收政府信息公开申请数量\t5\t1\t0\t0\t0\t0\t6\n",
        "二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t\t－ 1\n",
    ]);
    let empty = cell(&report, RowKey::CarriedIn, ColumnKey::OtherOrganization);
    assert_eq!(empty.status, Status::Ambiguous);
    // What is withheld is said.
    let is_said = |finding: &govreport::model::Finding| finding.cells.contains(&empty.at());
    assert!(report.findings.iter().any(is_said), "{:#?}", report.findings);
}

#[test]
fn heads_that_run_together_have_remarks_too() {
    let table = |heads: &str| {
        let report = read(&[
            REVIEW,
            heads,
            "结果维持结果纠正其他结果尚未审结总计未经复议直接起诉复议后起诉\n",
            "结果维持结果纠正其他结果尚未审结总计结果维持结果纠正其他结果尚未审结总计\n",
            "1 2 0 1 4 1 0 0 2 3 0 2 2 1 5\n",
        ]);
        value(&report, RowKey::LitigationDirect, ColumnKey::Total)
    };
    assert_eq!(table("行政复议行政诉讼\n").as_deref(), Some("3"));
    for heads in ["行政复议行政诉讼：2018年\n", "行政复议行政诉讼（其中：境外）\n", "行政复议%行政诉讼\n"]
    {
        assert_eq!(table(heads), None, "{heads}");
    }
}

#[test]
fn captions_are_read_wherever_they_stand() {
    let review = |caption: &str, below: &str| {
        let report = read(&[
            caption,
            "行政复议\t行政诉讼\n",
            "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n",
            "\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n",
            "1\t2\t0\t1\t4\t1\t0\t0\t2\t3\t0\t2\t2\t1\t5\n",
            below,
        ]);
        value(&report, RowKey::LitigationDirect, ColumnKey::Total)
    };
    assert_eq!(review(REVIEW, "").as_deref(), Some("3"));
    for caption in ["表：2021年情况", "2021 年", "（2021年度）"] {
        let in_cells = format!("{REVIEW}{caption}\t{caption}\t{caption}\n");
        assert_eq!(review(&in_cells, ""), None, "{caption}");
    }
    assert_eq!(review("四、上年度政府信息公开行政复议、行政诉讼情况\n", ""), None);
    let note = "注：以上为2021年数据。\t".repeat(15);
    assert_eq!(review(REVIEW, &format!("{}\n", note.trim_end())), None);
}

#[test]
fn a_heading_of_time_alone_is_no_beginning_of_the_forms() {
    let report = read(&[PROACTIVE, "信息内容\t件数\t上年\n行政许可\t608\t206\n行政处罚\t805\t542\n"]);
    assert_eq!(value(&report, RowKey::Licensing, ColumnKey::PriorItems), None);
    assert_eq!(value(&report, RowKey::Penalties, ColumnKey::PriorItems), None);
}

#[test]
fn the_corner_says_its_time_before_the_guidance() {
    let table = |corner: &str| {
        let report = read(&[
            REQUESTS,
            &format!(
                "{corner}（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\t\t\t\t\t\t\n"
            ),
            "\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n",
            "一、本年新收政府信息公开申请数量\t5\t1\t0\t0\t0\t0\t6\n",
            "二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n",
        ]);
        natural(&report, RowKey::NewReceived)
    };
    assert_eq!(table("").as_deref(), Some("5"));
    assert_eq!(table("上年"), None);
}

#[test]
fn a_unit_broken_over_lines_above_headings_of_a_line_each_is_one() {
    let lines = |words: &str| format!("{}\n", words.split(' ').collect::<Vec<_>>().join("\n"));
    let table = |corner: &str| {
        let heads = lines("自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计");
        let rows: String = [
            "一、本年新收政府信息公开申请数量 5 1 0 0 0 0 6",
            "二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1",
        ]
        .map(lines)
        .concat();
        read(&[REQUESTS, corner, &heads, &rows])
    };
    assert_eq!(natural(&table("单位：\n件\n"), RowKey::NewReceived).as_deref(), Some("5"));
    for corner in ["单位\n：千\n件\n", "（单位\n：千\n件）\n", "单位：千件\n"] {
        assert_eq!(natural(&table(corner), RowKey::NewReceived), None, "{corner}");
    }
}

#[test]
fn a_year_on_the_line_below_a_label_is_the_rest_of_it() {
    let own = flowing("1.属于国家秘密\n2023年\n2 0 0 0 0 0 2\n", "");
    assert_eq!(natural(&own, RowKey::Granted).as_deref(), Some("4"));
    for label in ["2.其他法律行政法规禁止公开\n2020年\n", "2.其他法律行政法规禁止公开\n2019年度\n"]
    {
        let report = flowing("", &format!("{label}1 0 0 0 0 0 1\n"));
        for column in [ColumnKey::NaturalPerson, ColumnKey::CommercialEnterprise, ColumnKey::Total] {
            assert_eq!(value(&report, RowKey::DeniedProhibitedByLaw, column), None, "{label}");
        }
    }
}

#[test]
fn words_at_the_end_of_the_last_row_of_a_table_stand_in_its_last_cell() {
    let report = read(&[
        REQUESTS,
        "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n一、本年新收政府信息公开申请数量 5 1 0 0 0 0 6\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n（七）总计 5 1 0 0 0 0 6\n四、结转下年度继续办理 0 0 0 0 0 0 详见附件\n\n五、存在的主要问题\n",
    ]);
    assert_eq!(value(&report, RowKey::CarriedForward, ColumnKey::Total), None);
}
