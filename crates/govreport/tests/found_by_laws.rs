//! Readings that broke a law that holds of any, as `govreport-invariants` found them.

use govreport::form::{ColumnKey, RowKey};
use govreport::model::{CellRef, Status, TableCell};
use govreport::{Options, Reading, Source};
use govreport_invariants::{judge, judge_text};
use govreport_synth::{DamageKind, Layout, Print, Spec, write_file};

fn read(text: &str) -> Reading {
    let text = format!("青榆县桐岭镇人民政府2023年政府信息公开工作年度报告\n\n{text}");
    let reading = Reading::from_text(text, &Options::default()).expect("it is a report");
    assert_eq!(judge_text(&reading.text, &reading.report), []);
    reading
}

fn cell(reading: &Reading, row: RowKey, column: ColumnKey) -> TableCell {
    reading.report.cell(CellRef::new(row, column)).expect("the form has it").clone()
}

/// Table three as a data frame prints it, with the index in front of the numbers.
fn data_frame(second: [&str; 5]) -> String {
    let set = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"].join("\t");
    let heads = format!("行政复议{0}行政诉讼{0}{0}", "\tNaN\tNaN\tNaN\tNaN\t");
    let parts = format!(
        "NaN{}未经复议直接起诉{1}复议后起诉{2}",
        "\tNaN\tNaN\tNaN\tNaN\t", "\tNaN\tNaN\tNaN\tNaN\t", "\tNaN\tNaN\tNaN\tNaN"
    );
    let second = second.join("\t");
    format!(
        "四、政府信息公开行政复议、行政诉讼情况\n\n\t{}\n0\t{parts}\n1\t{set}\t{second}\t{set}\n\
         2\t0\t17\t16\t0\t33\t4\t5\t18\t0\t27\t19\t12\t16\t8\t55\n",
        heads.trim_end()
    )
}

#[test]
fn exchanged_headings_of_table_three_are_followed_beside_an_index() {
    let sound = read(&data_frame(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]));
    let value = |reading: &Reading, column| cell(reading, RowKey::LitigationDirect, column).value;
    assert_eq!(value(&sound, ColumnKey::Corrected), Some(5.into()), "as the form has them");
    let moved = read(&data_frame(["结果维持", "尚未审结", "其他结果", "结果纠正", "总计"]));
    for (column, printed) in [(ColumnKey::Corrected, 0), (ColumnKey::Pending, 5), (ColumnKey::Upheld, 4)] {
        let value = value(&moved, column);
        assert!(value.is_none_or(|value| value == printed.into()), "{column}: {value:?}");
    }
}

#[test]
fn figures_of_two_widths_that_run_together_have_places_of_their_own() {
    let reading = read(
        "三、收到和处理政府信息公开申请情况\n\n申请人情况\n自然人法人或其他组织总计\n\
         商业企业科研机构社会公益组织法律服务机构其他\n一、本年新收政府信息公开申请数量０１０00０１\n\
         二、上年结转政府信息公开申请数量0000000\n",
    );
    let raws = [
        (ColumnKey::NaturalPerson, "０"),
        (ColumnKey::CommercialEnterprise, "１"),
        (ColumnKey::ResearchInstitution, "０"),
        (ColumnKey::PublicBenefitOrganization, "0"),
        (ColumnKey::LegalServiceInstitution, "0"),
        (ColumnKey::OtherOrganization, "０"),
        (ColumnKey::Total, "１"),
    ];
    let cells = raws.map(|(column, raw)| (cell(&reading, RowKey::NewReceived, column), raw));
    let given: Vec<_> = cells.iter().filter(|(cell, _)| cell.value.is_some()).collect();
    assert!(given.iter().all(|(cell, raw)| cell.raw.as_deref() == Some(raw)), "{given:?}");
    assert!(!given.is_empty(), "the row is read");
}

#[test]
fn the_blanks_of_one_empty_cell_stand_where_it_stands() {
    // A ruled PDF whose first row lost its contents: one empty cell is left beside its label.
    let kind = DamageKind::of_key("contents-lost").expect("it is a kind of damage");
    let bytes = write_file(&Spec::damaged(Layout::Pdf(Print::RULED), &[kind], 3_798_432_701)).bytes;
    let options = Options::default();
    let source = Source::from_reader(bytes.as_slice(), &options).expect("memory can be read");
    let document = source.document(&options).expect("it is a PDF");
    let report = govreport_core::model::Report::from_document(&document).expect("it is a report");
    assert_eq!(judge(&document, &report), []);
    let cell = report.cell(CellRef::new(RowKey::Regulations, ColumnKey::Issued)).expect("the form has it");
    assert_eq!(cell.status, Status::Blank);
    assert!(cell.span.is_some_and(govreport::Span::is_empty) && cell.grid.is_some(), "{cell:?}");
}

#[test]
fn a_sign_that_touches_the_next_figures_is_theirs() {
    let reading = read(
        "二、主动公开政府信息情况\n\n第二十条第（五）项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n\
         行政许可 17114 （+）188 5250\n",
    );
    let licensing = cell(&reading, RowKey::Licensing, ColumnKey::PriorItems);
    assert_eq!((licensing.value, licensing.raw.as_deref()), (Some(17114.into()), Some("17114")));
}

#[test]
fn a_page_number_between_rules_is_no_row() {
    // In a web page it is a paragraph like any other.
    let reading = read(
        "<h2>二、主动公开政府信息情况</h2><h3>第二十条第（一）项</h3><h4>规章</h4><p>— 3 —</p>\
         <table><tr><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr><tr><td>31</td><td>65</td><td>20</td></tr></table>",
    );
    let repealed = cell(&reading, RowKey::Regulations, ColumnKey::Repealed);
    assert!(repealed.value.is_none_or(|value| value == 65.into()), "{repealed:?}");
}
