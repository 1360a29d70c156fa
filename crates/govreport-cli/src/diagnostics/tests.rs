//! Snapshots of findings as a person sees them.

use govreport::form::{ColumnKey, RowKey};
use govreport::model::CellRef;

use super::*;

const TEXT: &str = "云溪县松涧镇人民政府2023年政府信息公开工作年度报告\n\
    本报告由松涧镇党政办公室根据有关规定编制，全文共六个部分，数据的统计期限为2022年1月1日至2022年12月31日，\
    如有疑问请与我办联系，地址为云溪县松涧镇桥头街一号，邮编为空，欢迎来函来电咨询本报告所列各项内容和数据情况。\n\
    （一）予以公开\t9\t0\t0\t0\t0\t9\n\
    （二）部分公开\t2\t1\t0\t0\t0\t0\t4\n\
    1.属于国家秘密\t0\t0\t0\t0\t0\t0\n\
    2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\n\
    3.危及“三安全一稳定”\t0\t0\t0\t0\t0\t0\n\
    4.保护第三方合法权益\t0\t0\t0\t0\t0\t0\n";

fn place(words: &str) -> Span {
    let start = TEXT.find(words).expect("the words stand in TEXT");
    Span::new(start, start + words.len())
}

fn shown(findings: &[Finding]) -> String {
    let findings: Vec<&Finding> = findings.iter().collect();
    let mut out = anstream::StripStream::new(Vec::new());
    write(&mut out, "松涧镇.txt", TEXT, &findings, 110).expect("writing to memory does not fail");
    String::from_utf8(out.into_inner()).expect("the output is UTF-8")
}

#[test]
fn findings_stand_under_their_lines() {
    let row = place("2\t1\t0\t0\t0\t0\t4");
    let findings = [
        Finding::new(Rule::SectionMissing, "四、政府信息公开行政复议、行政诉讼情况 was not found"),
        Finding::new(Rule::YearInDoubt, "the title says 2023, the reporting period 2022")
            .at(place("2022年1月1日至2022年12月31日"))
            .beside([place("2023")])
            .hint("the title's year is kept"),
        Finding::new(Rule::ApplicantSum, "（二）部分公开: 2+1+0+0+0+0 is 3, the stated total is 4")
            .at(Span::new(row.end - 1, row.end))
            .beside([Span::new(row.start, row.start + 1), Span::new(row.start + 2, row.start + 3)])
            .values(decimal("4"), decimal("3")),
    ];
    insta::assert_snapshot!(shown(&findings));
}

#[test]
fn many_findings_of_one_rule_stay_readable() {
    let labels = [
        "（一）予以公开",
        "1.属于国家秘密",
        "2.其他法律行政法规禁止公开",
        "3.危及“三安全一稳定”",
        "4.保护第三方合法权益",
    ];
    let mut findings: Vec<Finding> = labels
        .iter()
        .map(|label| {
            let start = place(label);
            let end = TEXT[start.end..].find('\n').map_or(TEXT.len(), |at| start.end + at);
            Finding::new(Rule::CellsRealigned, format!("{label}: six numbers for seven columns"))
                .at(Span::new(start.end + 1, end))
        })
        .collect();
    findings.push(Finding::new(Rule::CellsRealigned, "（二）部分公开: shifted by one").at(place("（二）")));
    let mut ambiguous = Finding::new(Rule::CellsAmbiguous, "two readings of （一）予以公开 are left")
        .at(place("9\t0\t0\t0\t0\t9"))
        .about(
            [ColumnKey::NaturalPerson, ColumnKey::Total].map(|column| CellRef::new(RowKey::Granted, column)),
        );
    ambiguous.candidates = vec![vec![decimal("9"), decimal("9")], vec![None, decimal("9")]];
    findings.push(ambiguous);
    insta::assert_snapshot!(shown(&findings));
}

/// A decimal, without naming its crate.
fn decimal<T: std::str::FromStr>(digits: &str) -> Option<T> {
    digits.parse().ok()
}

#[test]
fn findings_without_a_place_in_the_text_do_no_harm() {
    let far = Span::new(90_000, 90_010);
    let text = shown(&[Finding::new(Rule::NumbersUnplaced, "somewhere else").at(far).beside([far])]);
    assert!(text.contains("somewhere else"), "{text}");
    let text = shown(&[Finding::new(Rule::NumbersUnplaced, "whole text").at(Span::new(0, TEXT.len()))]);
    assert!(text.contains("up to line 8"), "{text}");
}
