//! Snapshots of findings as a person sees them.

use govreport::form::{ColumnKey, RowKey};
use govreport::model::CellRef;
use serde_json::json;

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

fn finding(notice: serde_json::Value) -> Finding {
    Finding::new(serde_json::from_value(notice).expect("it is the data of a rule"))
}

fn addend(column: ColumnKey, value: u32) -> serde_json::Value {
    json!({"cell": CellRef::new(RowKey::PartiallyGranted, column), "value": value})
}

fn realigned(row: RowKey, lost: u32) -> Finding {
    finding(json!({"cells-realigned": {
        "place": {"row": {"row": row, "edition": "2021"}},
        "contents": {"printed": 6, "columns": 7},
        "lost": lost,
    }}))
}

#[test]
fn findings_stand_under_their_lines() {
    let row = place("2\t1\t0\t0\t0\t0\t4");
    let findings = [
        finding(json!({"section-missing": {"section": "review", "has_table": false}})),
        finding(json!({"year-in-doubt": {
            "taken": 2023, "origin": "title", "other": 2022, "other_origin": "period",
        }}))
        .at(place("2022年1月1日至2022年12月31日"))
        .beside([place("2023")]),
        finding(json!({"applicant-sum": {
            "of": {"row": {"row": "partially_granted", "edition": "2021"}},
            "left": [addend(ColumnKey::NaturalPerson, 2), addend(ColumnKey::CommercialEnterprise, 1)],
            "right": [addend(ColumnKey::Total, 4)],
            "added": 3,
            "stated": 4,
        }}))
        .at(Span::new(row.end - 1, row.end))
        .beside([Span::new(row.start, row.start + 1), Span::new(row.start + 2, row.start + 3)]),
    ];
    insta::assert_snapshot!(shown(&findings));
}

#[test]
fn many_findings_of_one_rule_stay_readable() {
    let labels = [
        (RowKey::Granted, "（一）予以公开"),
        (RowKey::DeniedStateSecret, "1.属于国家秘密"),
        (RowKey::DeniedProhibitedByLaw, "2.其他法律行政法规禁止公开"),
        (RowKey::DeniedSecurityAndStability, "3.危及“三安全一稳定”"),
        (RowKey::DeniedThirdPartyRights, "4.保护第三方合法权益"),
    ];
    let mut findings: Vec<Finding> = labels
        .iter()
        .map(|(row, label)| {
            let start = place(label);
            let end = TEXT[start.end..].find('\n').map_or(TEXT.len(), |at| start.end + at);
            realigned(*row, 1).at(Span::new(start.end + 1, end))
        })
        .collect();
    findings.push(realigned(RowKey::PartiallyGranted, 0).at(place("（二）")));
    let cells = [ColumnKey::NaturalPerson, ColumnKey::Total];
    let ambiguous = finding(json!({"cells-ambiguous": {
        "place": {"row": {"row": "granted", "edition": "2021"}},
        "reason": "several_readings",
        "contents": {"printed": 6, "columns": 7},
        "candidates": [[9, 9], [null, 9]],
    }}));
    let cells = cells.map(|column| CellRef::new(RowKey::Granted, column));
    findings.push(ambiguous.at(place("9\t0\t0\t0\t0\t9")).about(cells));
    insta::assert_snapshot!(shown(&findings));
}

#[test]
fn findings_without_a_place_in_the_text_do_no_harm() {
    let far = Span::new(90_000, 90_010);
    let unplaced = || finding(json!({"numbers-unplaced": {"row": {"numbers": 3}}}));
    let text = shown(&[unplaced().at(far).beside([far])]);
    assert!(text.contains("3 numbers belong to no row"), "{text}");
    let text = shown(&[unplaced().at(Span::new(0, TEXT.len()))]);
    assert!(text.contains("up to line 8"), "{text}");
}
