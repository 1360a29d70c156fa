mod properties;
mod samples;

use super::*;
use crate::document::DocumentBuilder;
use crate::form::SectionKey;
use crate::model::{Origin, Severity};
use crate::span::Span;

/// A document of lines: `#` marks headings, empty lines are gaps.
fn document(text: &str) -> Document<'_> {
    let mut builder = Document::builder(text);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        add_line(&mut builder, text, Span::new(at, at + line.len()).trimmed(text));
        at += line.len();
    }
    builder.finish().expect("in order")
}

fn add_line(builder: &mut DocumentBuilder<'_>, text: &str, line: Span) {
    let content = line.of(text);
    let marks = content.len() - content.trim_start_matches('#').len();
    if content.is_empty() {
        builder.gap();
    } else if marks > 0 {
        let level = u8::try_from(marks).expect("few marks");
        builder.heading(level, Span::new(line.start + marks, line.end).trimmed(text));
    } else {
        builder.paragraph(line);
    }
}

fn read(text: &str) -> (Outline, Vec<Finding>) {
    let document = document(text);
    let mut findings = Vec::new();
    let site = Site::read(&document, &mut findings);
    let without_page = site.report_of(&document);
    let of_report = without_page.as_ref().unwrap_or(&document);
    let outline = Outline::read(of_report, &crate::tables::scan(of_report), &site, &mut findings);
    (outline, findings)
}

fn keys(outline: &Outline) -> Vec<SectionKey> {
    outline.sections.iter().map(|section| section.key).collect()
}

fn names(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.rule().name()).collect()
}

const REPORT: &str = "青禾县白塔镇2023年政府信息公开工作年度报告

发布时间: 2024-01-16 10:02 字体:[大 中 小]

本报告由白塔镇人民政府编制，包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等六个部分。
本报告所列数据的统计期限自2023年1月1日起至12月31日止。

一、总体情况
2023年，青禾县白塔镇认真落实条例。
（一）主动公开情况。全年公开信息9条。
另公开视频2条。
（二）依申请公开情况。全年未收到申请。
（三）政府信息管理情况。管理有序。
（四）平台建设情况。平台稳定。
（五）监督保障情况。开展培训。

二、主动公开政府信息情况
本镇无规章。

三、收到和处理政府信息公开申请情况
本镇未收到申请。

四、政府信息公开行政复议、行政诉讼情况
本镇没有复议。

五、存在的主要问题及改进情况
（一）存在的主要问题
人手少。
（二）改进情况
增加人手。

六、其他需要报告的事项
本年度未收取信息处理费。
（地址：青禾县白塔镇中街1号；邮编：654321；电话：0987-6543210）";

#[test]
fn a_whole_report() {
    let (outline, findings) = read(REPORT);
    assert_eq!(
        outline.identity.title.as_ref().map(|title| title.value.as_str()),
        Some("青禾县白塔镇2023年政府信息公开工作年度报告")
    );
    let issuer = outline.identity.issuer.as_ref().expect("an issuer");
    assert_eq!((issuer.value.as_str(), issuer.origin), ("青禾县白塔镇", Origin::Title));
    assert_eq!(
        outline.identity.year.as_ref().map(|year| (year.value, year.origin)),
        Some((2023, Origin::Title))
    );
    let period = outline.identity.period.expect("a period");
    assert_eq!(
        (period.start.to_string(), period.end.to_string()),
        ("2023-01-01".into(), "2023-12-31".into())
    );
    assert_eq!(period.span.of(REPORT), "2023年1月1日起至12月31日");
    let published = outline.identity.published.as_ref().expect("a day of publication");
    assert_eq!((published.value.to_string(), published.origin), ("2024-01-16".into(), Origin::PageMetadata));
    assert_eq!(outline.identity.contact.postcode.as_ref().map(|found| found.value.as_str()), Some("654321"));
    assert_eq!(keys(&outline), SectionKey::ALL);
    assert_eq!(names(&findings), <[&str; 0]>::default());

    let overview = &outline.sections[0];
    assert_eq!(overview.title, "一、总体情况");
    assert_eq!(overview.subsections.len(), 5);
    assert_eq!(overview.subsections[0].paragraphs.len(), 2);
    let problems: Vec<_> = outline.sections[4].paragraphs.iter().map(|span| span.of(REPORT)).collect();
    assert_eq!(problems, ["（一）存在的主要问题", "人手少。", "（二）改进情况", "增加人手。"]);
    for pair in outline.sections.windows(2) {
        assert!(pair[0].span.end <= pair[1].heading.start);
    }
}

#[test]
fn markdown_of_unequal_depth() {
    let text = REPORT
        .replace("青禾县白塔镇2023年政", "# 青禾县白塔镇 2023 年政")
        .replace("\n一、", "\n## 一、")
        .replace("\n三、", "\n##### 三、")
        .replace("\n（一）存", "\n###### （一）存")
        .replace("\n五、", "\n#### 五、");
    let (outline, findings) = read(&text);
    assert_eq!(keys(&outline), SectionKey::ALL);
    assert_eq!(names(&findings), <[&str; 0]>::default());
    assert_eq!(outline.sections[4].paragraphs.len(), 3, "a marked heading is no paragraph");
}

#[test]
fn a_missing_section_is_a_finding() {
    let text = REPORT.replace("四、政府信息公开行政复议、行政诉讼情况\n", "");
    let (outline, findings) = read(&text);
    assert_eq!(outline.sections.len(), 5);
    assert_eq!(names(&findings), ["section-missing"]);
    assert_eq!(findings[0].severity(), Severity::Error);
    assert!(findings[0].message().contains("section 4"), "{}", findings[0].message());
    assert_eq!(findings[0].span.map(|span| span.of(&text)), Some("五、存在的主要问题及改进情况"));
}

#[test]
fn a_table_of_contents_is_passed_over() {
    let contents = "目录\n一、总体情况 ........ 1\n二、主动公开政府信息情况 ........ 3\n三、收到和处理政府信息公开申请情况 ........ 5\n";
    let plain = "目录\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n";
    for contents in [contents, plain] {
        let text = REPORT.replace("本报告由", &format!("{contents}本报告由"));
        let (outline, findings) = read(&text);
        assert_eq!(keys(&outline), SectionKey::ALL);
        assert_eq!(names(&findings), <[&str; 0]>::default(), "{contents}");
        assert_eq!(outline.sections[0].paragraphs.len(), 7);
    }
    let at_once = REPORT.replace("\n一、总体情况", &format!("\n{plain}一、总体情况"));
    assert_eq!(keys(&read(&at_once).0), SectionKey::ALL);
}

#[test]
fn sections_by_their_number() {
    let text = REPORT.replace("五、存在的主要问题及改进情况", "五、经验与教训");
    let (outline, findings) = read(&text);
    assert_eq!(keys(&outline), SectionKey::ALL);
    assert_eq!(names(&findings), ["section-by-number"]);
    assert_eq!(outline.sections[4].title, "五、经验与教训");
}

#[test]
fn headings_of_the_free_form_are_not_taken_by_number() {
    let text = "青禾县2016年政府信息公开工作年度报告\n一、概述\n甲。\n二、主动公开政府信息情况\n乙。\n三、依申请公开政府信息情况\n丙。\n\
                四、收费及减免情况\n丁。\n五、因政府信息公开申请行政复议、提起行政诉讼情况\n戊。\n六、存在的主要问题及改进措施\n己。\n七、附表\n庚。";
    let (outline, findings) = read(text);
    assert_eq!(keys(&outline), &SectionKey::ALL[..5]);
    assert_eq!(names(&findings), ["section-missing"]);
}

#[test]
fn a_heading_that_stands_twice() {
    // The author restarts the numbers inside section one.
    let text = REPORT.replace(
        "（一）主动公开情况。",
        "一、加强组织领导。\n三、主动公开政府信息情况。全年公开9条。\n四、依申请公开政府信息情况。没有申请。\n",
    );
    let (outline, findings) = read(&text);
    assert_eq!(keys(&outline), SectionKey::ALL);
    assert_eq!(outline.sections[1].title, "二、主动公开政府信息情况");
    assert_eq!(outline.sections[2].title, "三、收到和处理政府信息公开申请情况");
    assert_eq!(names(&findings), ["section-repeated", "section-repeated"]);
    assert_eq!(findings[0].related.len(), 1);
}

#[test]
fn sub_headings_with_the_words_of_a_section() {
    let text = REPORT.replace("（二）依申请公开情况。", "（二）收到和处理政府信息公开申请情况。");
    let (outline, findings) = read(&text);
    assert_eq!(outline.sections[0].subsections.len(), 5);
    assert_eq!(outline.sections[2].title, "三、收到和处理政府信息公开申请情况");
    assert_eq!(names(&findings), <[&str; 0]>::default());
}

#[test]
fn a_table_makes_no_sub_heading_a_section_and_is_no_prose() {
    let table = "第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n0\n0\n0\n行政规范性文件\n4\n0\n8\n";
    let text = REPORT
        .replace("（一）主动公开情况。", "1.主动公开情况。")
        .replace("（二）依申请公开情况。", "2.依申请公开情况。")
        .replace("本镇无规章。\n", table);
    let (outline, findings) = read(&text);
    assert_eq!(outline.sections[1].title, "二、主动公开政府信息情况");
    assert_eq!(outline.sections[1].paragraphs, []);
    assert_eq!(names(&findings), <[&str; 0]>::default());
}

#[test]
fn figures_as_numbers_on_two_levels() {
    let mut text = REPORT.to_owned();
    for (han, figure) in [("一", "1"), ("二", "2"), ("三", "3"), ("四", "4"), ("五", "5"), ("六", "6")]
    {
        text = text
            .replace(&format!("\n{han}、"), &format!("\n{figure}、"))
            .replace(&format!("（{han}）"), &format!("{figure}、"));
    }
    let (outline, _) = read(&text);
    assert_eq!(keys(&outline), SectionKey::ALL);
    assert_eq!(outline.sections[1].title, "2、主动公开政府信息情况");
    assert_eq!(outline.sections[0].subsections.len(), 5);
}

#[test]
fn headings_without_numbers_and_out_of_order() {
    let mut text = REPORT.to_owned();
    for han in ["一", "二", "三", "四", "五", "六"] {
        text = text.replace(&format!("\n{han}、"), "\n");
    }
    assert_eq!(keys(&read(&text).0), SectionKey::ALL);

    let (front, back) = REPORT.split_once("三、收到").expect("section three");
    let (three, rest) = back.split_once("四、政府").expect("section four");
    let (four, rest) = rest.split_once("五、存在").expect("section five");
    let swapped = format!("{front}四、政府{four}三、收到{three}五、存在{rest}");
    let (outline, findings) = read(&swapped);
    assert_eq!(outline.sections.len(), 6);
    assert_eq!(names(&findings), ["section-order"]);
}

#[test]
fn a_report_on_one_line() {
    let line = format!("{}{}", REPORT.replace('\n', " "), "附注。".repeat(900));
    let (outline, _) = read(&line);
    assert_eq!(keys(&outline), SectionKey::ALL);
    assert_eq!(outline.sections[1].paragraphs.len(), 1);
    assert_eq!(outline.sections[1].paragraphs[0].of(&line), "本镇无规章。");
}

#[test]
fn identity_without_a_title() {
    let without = |introduction: &str| {
        let (_, rest) = REPORT.split_once("\n一、总体情况").expect("section one");
        format!("{introduction}\n一、总体情况{rest}")
    };
    for (text, issuer, from, year, year_from) in [
        (
            without("根据条例，现将青禾县教育局2022年度政府信息公开工作情况报告如下，供社会公众查阅和监督："),
            "青禾县教育局",
            Origin::Introduction,
            2022,
            Origin::Introduction,
        ),
        (
            without(
                "本报告由青禾县教育局编制，所列数据的统计期限自2022年1月1日起至2022年12月31日止，欢迎监督。",
            ),
            "青禾县教育局",
            Origin::Introduction,
            2022,
            Origin::Period,
        ),
        (
            without("发布机构：青禾县教育局 发布日期：2024-01-16"),
            "青禾县教育局",
            Origin::PageMetadata,
            2023,
            Origin::Body,
        ),
        (without(""), "青禾县白塔镇", Origin::Body, 2023, Origin::Body),
    ] {
        let (outline, findings) = read(&text);
        let issuer_found = outline.identity.issuer.expect("an issuer");
        assert_eq!((issuer_found.value.as_str(), issuer_found.origin), (issuer, from), "{text}");
        let year_found = outline.identity.year.expect("a year");
        assert_eq!((year_found.value, year_found.origin), (year, year_from), "{text}");
        assert!(names(&findings).contains(&"title-missing"));
        assert!(outline.identity.published.is_none_or(|published| published.value.year() == 2024));
    }
}

#[test]
fn nothing_to_go_by() {
    let (outline, findings) = read("今天天气很好。\n发布日期：2024-01-16");
    assert!(outline.identity.title.is_none() && outline.sections.is_empty());
    assert!(outline.identity.year.is_none(), "a day of publication is no year of report");
    let names = names(&findings);
    for name in ["title-missing", "issuer-missing", "year-missing"] {
        assert!(names.contains(&name), "{name}");
    }
}

#[test]
fn disagreements() {
    let text = REPORT.replace("自2023年1月1日起至12月31日止", "自2022年1月1日起至12月30日止");
    let (outline, findings) = read(&text);
    assert_eq!(outline.identity.year.map(|year| year.value), Some(2023));
    assert_eq!(names(&findings), ["year-in-doubt", "period-irregular"]);

    let text = REPORT.replace("2023年，青禾县白塔镇认真", "2021年，青禾县白塔镇认真");
    assert_eq!(names(&read(&text).1), ["year-in-doubt"]);

    let text = REPORT.replace("本年度未收取", "1.青苗县白塔镇本年度未收取");
    let (_, findings) = read(&text);
    assert_eq!(names(&findings), ["issuer-in-doubt"]);
    assert_eq!(findings[0].span.map(|span| span.of(&text)), Some("青苗县白塔镇"));

    let text = format!("{REPORT}\n青禾县石桥镇\n2024年1月20日");
    assert_eq!(names(&read(&text).1), ["issuer-in-doubt"]);
    let text = format!("{REPORT}\n白塔镇人民政府\n2024年1月20日");
    assert_eq!(names(&read(&text).1), <[&str; 0]>::default());
}

#[test]
fn a_dateline_tells_the_day() {
    let text = REPORT.replace("发布时间: 2024-01-16 10:02 字体:[大 中 小]\n", "");
    let text = format!("{text}\n二〇二四年一月二十日");
    let published = read(&text).0.identity.published.expect("a day");
    assert_eq!((published.value.to_string(), published.origin), ("2024-01-20".into(), Origin::Dateline));
}

#[test]
fn rubbish_does_no_harm() {
    for text in [
        "",
        "\n\n",
        "一、",
        "（",
        "年",
        "2023",
        "一、总体情况",
        "统计2023",
        "：",
        "电话：",
        "{{",
        "报告",
        "政府信息公开",
        "、、、一、、",
    ] {
        read(text);
    }
    let (outline, _) = read(&"一、总体情况\n".repeat(3000));
    assert_eq!(outline.sections.len(), 1);
}

/// Each of these would take hours if any step were quadratic.
#[test]
fn hostile_texts_cost_bounded_time() {
    for piece in [
        "一、总体情况。",
        "一、总体情况\n",
        "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n",
        "二、",
        "电话：",
        "统计2023年1月1日",
        "（一）主动公开。",
        "现将青禾县2023年政府信息公开工作年度报告\n",
        "一、经验\n",
        "总体情况、",
        "一、总体情况                    ",
        "政府信息公开工作",
        "2023年",
        "发布时间：",
        "发布时间：\n",
        "内容概述：\n",
        "打印\n",
        "版权所有：",
        "青禾县2022年政府信息公开工作年度报告\n",
        "附件：报告.doc\n",
    ] {
        let text =
            format!("青禾县人民政府2023年政府信息公开工作年度报告\n{}", piece.repeat(600_000 / piece.len()));
        read(&text);
        read(&text.replace('\n', " "));
    }
}
