//! The command on a whole report, written for this test: a sum in it fails, and a section is missing.

use crate::common::{Folder, govreport};
use serde_json::Value;

/// A report of a body that does not exist, in the tab-separated layout of pages copied as text. In the row of new requests
/// the applicants are 12, the total says 13.
fn report() -> String {
    let mut text = "云溪县松涧镇人民政府2023年政府信息公开工作年度报告\n\n\
        本报告数据的统计期限自2023年1月1日起至2023年12月31日止。\n\n\
        一、总体情况\n\n全年平稳有序，收到申请12件。\n\n\
        二、主动公开政府信息情况\n\n\
        第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件\t4\t0\t8\n\
        第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t1,306\n\
        第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t17\n行政强制\t0\n\
        第二十条第（八）项\n信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t25.1000\n\n\
        三、收到和处理政府信息公开申请情况\n\n\
        （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\n\
        自然人\t法人或其他组织\t总计\n商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n"
        .to_owned();
    let form = govreport::form::form();
    for row in form.rows(govreport::form::TableKind::Requests, govreport::form::Edition::E2021) {
        let numbers = match row.key.key() {
            "new_received" => "12\t0\t0\t0\t0\t0\t13",
            "granted" | "concluded_total" => "12\t0\t0\t0\t0\t0\t12",
            _ => "0\t0\t0\t0\t0\t0\t0",
        };
        if row.key.key() == "granted" {
            text.push_str("三、本年度办理结果\t");
        }
        text.extend([row.label, "\t", numbers, "\n"]);
    }
    text.push_str(
        "\n四、政府信息公开行政复议、行政诉讼情况\n\n行政复议\t行政诉讼\n\
         结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n\
         结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n\
         0\t0\t0\t0\t0\t0\t0\t0\t1\t1\t0\t0\t0\t0\t0\n\n\
         五、存在的主要问题及改进情况\n\n人手不足，将加强培训。\n",
    );
    text
}

fn objects(lines: &str) -> Vec<Value> {
    lines.lines().map(|line| serde_json::from_str(line).expect("each line is a JSON object")).collect()
}

#[test]
fn cells_are_all_there_and_stand_where_they_say() {
    let folder = Folder::new("cells");
    let text = report();
    let path = folder.file("松涧镇.txt", text.as_bytes());
    let run = govreport(&["cells", &path]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let cells = objects(&run.out);
    assert_eq!(cells.len(), 10 + 25 * 7 + 15);
    for (cell, line) in cells.iter().zip(run.out.lines()) {
        let keys = [
            "source", "table", "row", "column", "value", "status", "raw", "unit", "reason", "start", "end",
            "page",
        ];
        let places: Vec<usize> = keys
            .iter()
            .filter_map(|key| line.find(&format!("{}\"{key}\":", if *key == "source" { "{" } else { "," })))
            .collect();
        assert!(places.len() == keys.len() && places.is_sorted(), "{line}");
        assert_eq!(cell["source"], path.as_str());
        if let (Some(start), Some(end)) = (cell["start"].as_u64(), cell["end"].as_u64()) {
            let (start, end) = (usize::try_from(start).unwrap_or(0), usize::try_from(end).unwrap_or(0));
            assert_eq!(
                text.get(start..end).map(str::trim),
                cell["raw"].as_str().map(str::trim).or(Some("")),
                "{line}"
            );
        }
    }
    assert!(run.out.contains("\"row\":\"fees\",\"column\":\"amount\",\"value\":25.1000,"), "{}", run.out);
    assert!(run.out.contains("\"value\":1306,\"status\":\"read\",\"raw\":\"1,306\""), "{}", run.out);

    let csv = govreport(&["cells", "--format", "csv", &path]);
    assert_eq!(csv.out.lines().count(), cells.len() + 1);
    assert!(csv.out.contains(",licensing,decisions,1306,read,\"1,306\","), "{}", csv.out);
}

#[test]
fn a_failing_sum_is_found_and_ends_the_run_as_asked() {
    let folder = Folder::new("check");
    let path = folder.file("a.txt", report().as_bytes());
    let run = govreport(&["check", "--format", "jsonl", "--select", "applicant-sum", &path]);
    assert_eq!(run.code, Some(0));
    let findings = objects(&run.out);
    assert_eq!(findings.len(), 1, "{}", run.out);
    assert_eq!(findings[0]["code"], "GR301");
    assert_eq!(findings[0]["severity"], "inconsistency");
    assert_eq!((findings[0]["observed"].as_i64(), findings[0]["expected"].as_i64()), (Some(13), Some(12)));
    assert!(run.err.contains("ran      GR301 applicant-sum: 25 sums in 1 report"), "{}", run.err);
    for (fail_on, code) in [("error", 0), ("inconsistency", 1), ("warning", 1), ("info", 1), ("never", 0)] {
        let run = govreport(&["check", "--select", "GR3", "--fail-on", fail_on, &path]);
        assert_eq!(run.code, Some(code), "{fail_on}: {}{}", run.out, run.err);
    }
    let run = govreport(&[
        "check",
        "--select",
        "GR3",
        "--ignore",
        "GR301,case-balance",
        "--fail-on",
        "info",
        &path,
    ]);
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""));
}

#[test]
fn checks_that_could_not_run_are_said() {
    let folder = Folder::new("skipped");
    let text = report();
    let cut = text.find("四、政府信息公开行政复议").expect("the heading stands in the text");
    let run = govreport(&["check", &folder.file("cut.txt", &text.as_bytes()[..cut])]);
    assert!(run.err.contains("skipped  GR304 result-sum in 1 report"), "{}", run.err);
    assert!(run.out.contains("GR201 table-missing"), "{}", run.out);
}

#[test]
fn reading_shows_the_report_to_a_person() {
    let folder = Folder::new("read");
    let run = govreport(&["read", &folder.file("a.txt", report().as_bytes())]);
    assert_eq!(run.code, Some(0));
    for part in [
        "云溪县松涧镇人民政府",
        "2023-01-01 to 2023-12-31",
        "!13",
        "25.1000",
        "inconsistency[GR301",
        "六、其他需要报告的事项",
    ] {
        assert!(run.out.contains(part), "{part} is missing in\n{}", run.out);
    }
    assert!(!run.out.contains('\u{1b}'), "escape sequences in an output that is no terminal");
    let widest =
        run.out.lines().filter(|line| line.starts_with('│')).map(unicode_width::UnicodeWidthStr::width).max();
    assert!(widest.is_some_and(|columns| columns <= 110), "{widest:?}");
}

#[test]
fn json_holds_the_whole_report() {
    let folder = Folder::new("json");
    let path = folder.file("a.txt", report().as_bytes());
    let (short, pretty) = (govreport(&["json", &path]), govreport(&["json", "--pretty", &path]));
    assert_eq!(short.out.lines().count(), 1);
    let value: Value = serde_json::from_str(&short.out).expect("the report is JSON");
    assert_eq!(Some(&value), serde_json::from_str(&pretty.out).ok().as_ref());
    assert_eq!(value["year"]["value"].as_u64(), Some(2023));
    assert_eq!(value["requests"]["cells"].as_array().map(Vec::len), Some(175));
}

#[test]
fn one_bad_file_among_good_ones_is_said_and_passed_over() {
    let folder = Folder::new("mixed");
    folder.file("a.txt", report().as_bytes());
    folder.file("b.txt", b"\0\x01\x02 no report");
    folder.file("c.txt", report().as_bytes());
    let run = govreport(&["cells", &folder.path("")]);
    assert_eq!(run.code, Some(0));
    assert_eq!(run.out.lines().count(), 400);
    assert!(run.err.contains("b.txt"), "{}", run.err);
}

#[test]
fn text_shows_what_the_reader_saw_at_the_offsets_of_the_cells() {
    let folder = Folder::new("text");
    // The extension says another format than the content has.
    let path = folder.file("松涧镇.pdf", report().as_bytes());
    let seen = govreport(&["text", &path]);
    assert_eq!(seen.code, Some(0), "{}", seen.err);
    assert!(seen.err.contains("a text,"), "{}", seen.err);
    assert!(seen.err.contains("ends in .pdf"), "{}", seen.err);
    let row = seen.out.lines().find(|line| line.contains("│ 行政许可 │ 1,306 │")).expect("the row is shown");
    let offset: u64 = row.split_whitespace().next().and_then(|word| word.parse().ok()).expect("the offset");
    let cells = objects(&govreport(&["cells", &path]).out);
    let cell = cells.iter().find(|cell| cell["raw"] == "1,306").expect("the cell is read");
    assert_eq!(cell["start"].as_u64(), Some(offset + "行政许可\t".len() as u64));
    assert_eq!(cell["grid"][2], 1, "the second column of its table");
    let findings = objects(&govreport(&["check", "--format", "jsonl", &path]).out);
    assert!(findings.iter().any(|finding| finding["code"] == "GR006"), "{findings:?}");
}

#[test]
fn a_limit_on_the_command_line_is_named_when_it_is_passed() {
    let folder = Folder::new("limit");
    let path = folder.file("松涧镇.txt", report().as_bytes());
    let run = govreport(&["cells", "--max-bytes", "100", &path]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("max_bytes"), "{}", run.err);
}
