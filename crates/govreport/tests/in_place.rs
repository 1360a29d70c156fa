//! Headings whose words are damaged: they are told by all of them together, where each stands in the place of the form's.

#[path = "support/small_report.rs"]
mod small_report;

use govreport::form::{ColumnKey, RowKey};
use govreport::model::{Report, Status};
use small_report::{PROACTIVE, REQUESTS, REVIEW, read};

fn value(report: &Report, row: RowKey, column: ColumnKey) -> Option<String> {
    let cell = report.cells().find(|cell| cell.row == row && cell.column == column)?;
    cell.value.map(|value| value.to_string())
}

/// The numbers of table three under three lines of headings.
fn review(heads: [&str; 3]) -> [Option<String>; 3] {
    let report = read(&[
        REVIEW,
        heads[0],
        "\n",
        heads[1],
        "\n",
        heads[2],
        "\n",
        "11 2 3 4 20 5 6 7 8 26 9 1 1 1 12\n",
    ]);
    [
        value(&report, RowKey::Reconsideration, ColumnKey::Upheld),
        value(&report, RowKey::LitigationDirect, ColumnKey::Corrected),
        value(&report, RowKey::LitigationAfterReconsideration, ColumnKey::Total),
    ]
}

const SETS: &str = "行政复议 行政诉讼";
const FIRST: &str = "结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉";
const OTHERS: &str = "结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计";

fn is_read(heads: [&str; 3]) -> bool {
    let read = review(heads);
    let expected = [Some("11"), Some("6"), Some("12")].map(|value| value.map(str::to_owned));
    assert!(read == expected || read == [const { None }; 3], "{heads:?}: {read:?}");
    read == expected
}

#[test]
fn a_heading_of_table_three_is_told_by_all_its_words() {
    assert!(is_read([SETS, FIRST, OTHERS]));
    // Characters were lost or printed twice, also in nearly all words.
    assert!(is_read(["行复议 行诉讼", FIRST, OTHERS]));
    assert!(is_read([SETS, &FIRST.replace("结果", "果"), OTHERS]));
    assert!(is_read(["政复议 行政诉", "果维持 结纠正 其他结 尚审结 总 未经复直接起诉 复议后诉", OTHERS]));
    assert!(is_read(["行行政复议 行政政诉讼", &FIRST.replace('结', "结结"), OTHERS]));
    // Some were taken for others that look like them: 杲 is in no word of the form, 末 is.
    assert!(is_read([SETS, &FIRST.replace('果', "杲"), &OTHERS.replace("尚未审结 总计", "尚末审结 息计")]));
    // A mirror printed how characters are read, or masked some.
    assert!(is_read([SETS, &FIRST.replace("结果", "结(jié)果(guǒ)(guǒ)"), OTHERS]));
    assert!(is_read(["行政复议 行***讼", FIRST, OTHERS]));
    // Each piece has a line of its own, and a page ends among them.
    let lines = |words: &str| words.replace(' ', "\n");
    let first = lines(FIRST).replace("其他结果", "其他\n- 3 -\n结果");
    assert!(is_read([&lines("行政复 政诉讼"), &first, &lines(OTHERS)]));
}

#[test]
fn other_words_and_other_places_are_no_damage() {
    assert!(!is_read(["行政裁决 行政诉讼", FIRST, OTHERS]));
    assert!(!is_read([SETS, &FIRST.replace("未经", "经"), OTHERS]));
    assert!(!is_read([SETS, &FIRST.replace("尚未审结", "已审结"), OTHERS]));
    assert!(!is_read([SETS, &FIRST.replace("总计", "总计（2019年）"), OTHERS]));
    // Nobody can tell which is which of two of which the same is left.
    assert!(!is_read(["行复议 行诉讼", &FIRST.replace("结果维持 结果纠正", "结果 结果"), OTHERS]));
    // The order is another.
    assert!(!is_read(["行复议 行诉讼", &FIRST.replace("结果维持 结果纠正", "结果纠正 结果维持"), OTHERS]));
    assert!(!is_read(["行诉讼 行复议", FIRST, OTHERS]));
}

/// The first row of table two under these lines of headings.
fn natural(heads: &str) -> Option<String> {
    let rows =
        "一、本年新收政府信息公开申请数量 5 1 0 0 0 2 8\n二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1\n";
    let report = read(&[REQUESTS, heads, rows]);
    value(&report, RowKey::NewReceived, ColumnKey::NaturalPerson)
}

#[test]
fn a_heading_of_table_two_is_told_by_all_its_words() {
    for heads in [
        "自燃人 法人或其他组织 息计\n商业业 科砖构 社会公益组 法律服务构 具他\n",
        "申请人情况 总\n自人 法人或其组织\n商企业 科研机 社会公组织 法律服机构 其\n",
        "自然\n法人或其他组\n总\n商业企\n科研机\n社会公组织\n法律服务\n其\n",
    ] {
        assert_eq!(natural(heads).as_deref(), Some("5"), "{heads}");
    }
    for heads in [
        // 总计 stands before the others in their line: so may its numbers.
        "总 自人 法人或其组织\n商企业 科研机 社会公组织 法律服机构 其\n",
        "境外人 法人或其他组织 总计\n商企业 科研机 社会公组织 法律服机构 其\n",
    ] {
        assert_eq!(natural(heads), None, "{heads}");
    }
}

#[test]
fn readings_of_characters_are_no_remarks() {
    let own = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n";
    let report = read(&[
        REQUESTS,
        own,
        "一、本年新收(shōu)政(zhèng)(zhèng)府信息公开申请数量 5 1 0 0 0 2 8\n",
        "二、上年结(jié)转政府信息公开申请数量 1 0 0 0 0 0 1\n",
        "三、本年度办理结果(guǒ)(guǒ)\n（一）予以公开(kāi) 4 0 0 0 0 0 4\n",
    ]);
    for (row, expected) in [(RowKey::NewReceived, "5"), (RowKey::CarriedIn, "1"), (RowKey::Granted, "4")] {
        assert_eq!(value(&report, row, ColumnKey::NaturalPerson).as_deref(), Some(expected), "{row:?}");
    }
    // A remark behind a reading is one.
    let turned = read(&[REQUESTS, own, "三、本年度办理结果(guǒ)（上年）\n（一）予以公开 4 0 0 0 0 0 4\n"]);
    assert_eq!(value(&turned, RowKey::Granted, ColumnKey::NaturalPerson), None);
}

#[test]
fn items_are_numbered_with_a_dot_in_the_middle_of_the_line() {
    let own = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n（三）不予公开\n";
    let report =
        read(&[REQUESTS, own, "1·属于国家秘密 2 0 0 0 0 0 2\n4・保护第三方合法权益 3 0 0 0 0 0 3\n"]);
    for (row, expected) in [(RowKey::DeniedStateSecret, "2"), (RowKey::DeniedThirdPartyRights, "3")] {
        assert_eq!(value(&report, row, ColumnKey::NaturalPerson).as_deref(), Some(expected), "{row:?}");
    }
}

#[test]
fn words_in_the_line_of_a_cell_hold_its_place() {
    let heads = "自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n";
    let rows = "一、本年新收政府信息公开申请数量\n9\n8\n0\n0\n0\n3\n20\n二、上年结转政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0\n";
    let row = "（一）予以公开\n9\n8\n0\n0\n0\n本年度未收到申请\n20\n";
    let report = read(&[REQUESTS, heads, rows, row]);
    assert_eq!(value(&report, RowKey::NewReceived, ColumnKey::Total).as_deref(), Some("20"));
    assert_eq!(value(&report, RowKey::Granted, ColumnKey::OtherOrganization), None);
    assert!(report.cells().all(|cell| cell.status != Status::Inferred));
}

#[test]
fn a_line_of_other_headings_parts_the_columns_above() {
    let article = "第二十条第（八）项\t\t\n";
    let heading = "信息内容\t本年收费金额（单位：万元）\t\n";
    let fee = |lines: &str| {
        let report = read(&[PROACTIVE, article, heading, lines]);
        value(&report, RowKey::Fees, ColumnKey::Amount)
    };
    assert_eq!(fee("行政事业性收费\t4\t\n").as_deref(), Some("4"));
    assert_eq!(fee("网上缴费\t\t现金缴费\n行政事业性收费\t4\t5\n"), None);
}
