//! What is said of a table of which no row was found: that it is not in the source is said only where that is so.

use govreport::check::Rule;
use govreport::document::{
    Document, DocumentTruncated, EncodingGuessed, PartDamaged, PartUnread, Pieces, Remark, RemarkKind,
    ScannedPages,
};
use govreport::form::{TableKind, form};
use govreport::model::{Finding, Presence, Report};
use govreport::{Span, parse};

const TITLE: &str = "浮玉县人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n本年工作平稳。\n\n";
const PROACTIVE: &str = "二、主动公开政府信息情况\n";
const REQUESTS: &str = "三、收到和处理政府信息公开申请情况\n";
const REVIEW: &str =
    "四、政府信息公开行政复议、行政诉讼情况\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n0\t0\t0\t0\t0\n";

/// What is said of each table that is missing.
fn missing(report: &Report) -> Vec<&Finding> {
    report.findings.iter().filter(|finding| finding.rule() == Rule::TableMissing).collect()
}

fn is_denied(finding: &Finding) -> bool {
    finding.message().ends_with("is not in the source")
}

#[track_caller]
fn check_denied(report: &Report, tables: &[TableKind]) {
    let denied: Vec<&Finding> = missing(report).into_iter().filter(|finding| is_denied(finding)).collect();
    assert_eq!(denied.len(), tables.len(), "{:#?}", report.findings);
    for (finding, table) in denied.iter().zip(tables) {
        let section = form().section_label(table.section());
        assert!(finding.message().contains(section), "{section}: {}", finding.message());
        assert_eq!(finding.span, None);
    }
}

#[test]
fn a_table_of_which_nothing_stands_anywhere_is_not_in_the_source() {
    let report = parse(&format!("{TITLE}{REQUESTS}本年没有收到申请。\n")).expect("it is a report");
    check_denied(&report, TableKind::ALL);
}

#[test]
fn a_table_of_which_only_headings_stand_there_is_not_denied() {
    let heads = "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n";
    let text = format!("{TITLE}{PROACTIVE}{heads}五、存在的主要问题及改进情况\n无。\n");
    let report = parse(&text).expect("it is a report");
    assert_eq!(report.proactive.presence, Presence::Absent);
    check_denied(&report, &[TableKind::Requests, TableKind::Review]);
    let told = missing(&report).into_iter().find(|finding| !is_denied(finding)).expect("the table is told");
    assert!(told.span.expect("it has a place").of(&text).starts_with("第二十条第（一）项"));
}

#[test]
fn a_table_whose_numbers_have_labels_of_something_else_or_none_is_not_denied() {
    for rows in ["信息内容\t本年制发件数\n别的什么\t3\n", "1\t2\t3\t4\n5\t6\t7\t8\n"] {
        let report = parse(&format!("{TITLE}{PROACTIVE}{rows}{REVIEW}")).expect("it is a report");
        assert_eq!(report.proactive.presence, Presence::Absent, "{rows}");
        check_denied(&report, &[TableKind::Requests]);
    }
}

#[test]
fn nothing_is_denied_where_a_part_of_the_source_was_not_read() {
    let text = format!("{TITLE}{PROACTIVE}");
    for (kind, leaves_out) in [
        (RemarkKind::from(DocumentTruncated { most: 9, counted: Pieces::Paragraphs }), true),
        (ScannedPages { pages: vec![2] }.into(), true),
        (PartDamaged::EndMissing.into(), true),
        (PartUnread::OtherFile.into(), true),
        (EncodingGuessed { encoding: "GB18030".to_owned() }.into(), false),
    ] {
        let mut builder = Document::builder(text.as_str());
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            builder.paragraph(Span::new(at, at + line.trim_end().len()));
            at += line.len();
        }
        builder.remark(Remark::new(kind.clone()));
        let report = Report::from_document(&builder.finish().expect("in order")).expect("it is a report");
        assert_eq!(missing(&report).len(), 3, "{kind:?}");
        assert_eq!(missing(&report).into_iter().any(is_denied), !leaves_out, "{kind:?}");
    }
}

#[test]
fn nothing_is_denied_where_another_report_was_passed_over() {
    let other = "青石县人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n本年工作平稳。\n\n";
    let row = "第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t3\n";
    let text = format!("{TITLE}{PROACTIVE}{row}\n{other}{PROACTIVE}{row}");
    let report = parse(&text).expect("it is a report");
    assert!(report.findings.iter().any(|finding| finding.rule() == Rule::SeveralReports));
    assert_eq!(missing(&report).len(), 2);
    check_denied(&report, &[]);
}
