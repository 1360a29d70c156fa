use super::*;
use crate::check::Rule;
use crate::document::Format;
use crate::form::SectionKey;
use crate::model::{Origin, Presence};

#[test]
fn a_full_page_of_a_site() {
    let alone = read(&report("青禾县白塔镇", 2023, 3));
    let source = format!("{BEFORE}{}{BEHIND}", report("青禾县白塔镇", 2023, 3));
    let document = page(&source, &[("PubDate", "2024-02-01 10:00"), ("SiteName", "青禾县人民政府")]);
    let report = Report::from_document(&document).expect("a report");
    assert_eq!(rules(&report.findings), rules(&alone.findings));
    assert_eq!(value(report.title.as_ref()), value(alone.title.as_ref()));
    assert_eq!(value(report.issuer.as_ref()).as_deref(), Some("青禾县白塔镇"));
    assert_eq!(value(report.published.as_ref()).as_deref(), Some("2024-01-13"));
    assert_eq!(requests(&report).as_deref(), Some("3"));
    assert_eq!(report.sections.len(), 6);
    assert_eq!(report.contact, crate::model::Contact::default(), "the footer's address is not the report's");
    let last = last_section(&document, &report);
    assert_eq!(
        last,
        [
            "本年度未收取信息处理费。",
            "青禾县白塔镇人民政府",
            "2024年1月10日",
            "附件：青禾县白塔镇2023年报告.docx"
        ]
    );
    let metadata = &report.metadata;
    for (found, expected) in [
        (&metadata.name, Some("青禾县白塔镇2023年政府信息公开工作年度报告")),
        (&metadata.index_number, Some("K1234567/2024-00012")),
        (&metadata.publisher, Some("青禾县白塔镇")),
        (&metadata.document_number, Some("〔〕号")),
        (&metadata.category, Some("政务公开")),
        (&metadata.source, Some("青禾县政府网")),
        (&metadata.url, None),
    ] {
        assert_eq!(value(found.as_ref()).as_deref(), expected);
        if let Some(found) = found {
            assert_eq!(found.span.map(|span| document.slice(span)), Some(found.value.as_str()));
            assert_eq!(found.property, None);
        }
    }
    assert_eq!(value(metadata.created.as_ref()).as_deref(), Some("2024-01-10"));
    assert_eq!(value(metadata.published.as_ref()).as_deref(), Some("2024-01-13"));
}

#[test]
fn the_same_page_without_links() {
    let mut plain = String::new();
    let mut rest = format!("{BEFORE}{}{BEHIND}", report("青禾县白塔镇", 2023, 3));
    while let Some((before, link)) = rest.split_once('<') {
        let (name, after) = link.split_once(">(").expect("a link");
        let (_, after) = after.split_once(')').expect("its end");
        plain.extend([before, name]);
        rest = after.to_owned();
    }
    plain.push_str(&rest);
    let document = page(&plain, &[]);
    let report = Report::from_document(&document).expect("a report");
    assert_eq!(last_section(&document, &report).len(), 4);
    assert_eq!(report.contact.address, None);
    assert_eq!(rules(&report.findings), <[&str; 0]>::default());
}

#[test]
fn a_signed_dateline_behind_a_button_is_kept() {
    let source = format!(
        "{}\n打印\n青禾县白塔镇人民政府\n2024年1月10日\n版权所有：青禾县",
        report("青禾县白塔镇", 2023, 3)
    );
    let document = page(&source, &[]);
    let report = Report::from_document(&document).expect("a report");
    assert_eq!(value(report.published.as_ref()).as_deref(), Some("2024-01-10"));
    assert_eq!(last_section(&document, &report).len(), 3);
}

#[test]
fn what_may_be_the_report_is_kept() {
    for kept in [
        "无",
        "（一）收费情况",
        "承办提案3件",
        "1.关于收费的说明",
        "公开方式：网站公开",
        "打印纸支出增加。年内收到纸质申请三件。",
    ] {
        let source = report("青禾县白塔镇", 2023, 3).replace("本年度未收取信息处理费。", kept);
        let document = page(&format!("{source}\n打印\n上一篇：没有了"), &[]);
        let report = Report::from_document(&document).expect("a report");
        assert_eq!(last_section(&document, &report), [kept]);
    }
    // A table behind a footer.
    let (front, table) = report("青禾县白塔镇", 2023, 3)
        .split_once("# 四、")
        .map(|(front, table)| (front.to_owned(), format!("# 四、{table}")))
        .expect("section four");
    let torn = read(&format!("{front}\n版权所有：青禾县\n{table}"));
    assert_eq!(torn.review.presence, Presence::Complete);
}

#[test]
fn properties_of_the_file() {
    let source = report("青禾县白塔镇", 2023, 3);
    let (_, body) = source.split_once("# 一、总体情况").expect("section one");
    let body = format!("# 一、总体情况{body}").replace("青禾县白塔镇", "本镇").replace("2023年，", "");
    let properties = [
        ("title", "青禾县白塔镇2023年政府信息公开工作年度报告_青禾县人民政府"),
        ("PUBDATE", "2024-01-30T10:02:00+08:00"),
        ("creator", "admin"),
        ("ContentSource", "青禾县政府网"),
        ("canonical", "http://qh.example.cn/1.html"),
        ("generator", "青禾"),
    ];
    let report = Report::from_document(&page(&body, &properties)).expect("a report");
    let issuer = report.issuer.as_ref().expect("an issuer");
    assert_eq!((issuer.value.as_str(), issuer.origin), ("青禾县白塔镇", Origin::PageMetadata));
    assert_eq!((issuer.span, issuer.property.as_deref()), (None, Some("title")));
    assert_eq!(report.year.as_ref().map(|year| year.value), Some(2023));
    assert_eq!(value(report.title.as_ref()).as_deref(), Some("青禾县白塔镇2023年政府信息公开工作年度报告"));
    let published = report.published.as_ref().expect("a day");
    assert_eq!(
        (published.value.to_string().as_str(), published.property.as_deref()),
        ("2024-01-30", Some("PUBDATE"))
    );
    assert_eq!(report.metadata.publisher, None, "a login is no body");
    assert_eq!(value(report.metadata.source.as_ref()).as_deref(), Some("青禾县政府网"));
    assert_eq!(value(report.metadata.url.as_ref()).as_deref(), Some("http://qh.example.cn/1.html"));
    assert_eq!(rules(&report.findings), <[&str; 0]>::default());
    let json = serde_json::to_string(&report).expect("JSON");
    assert_eq!(serde_json::from_str::<Report>(&json).expect("the same report"), report);
    assert_eq!(report.format, Format::Text);
}

#[test]
fn only_an_attachment() {
    let source = "# 青禾县白塔镇2023年政府信息公开工作年度报告
        发布时间：2024-01-30 字体：[大 中 小]
        附件：<青禾县白塔镇2023年政府信息公开工作年度报告.pdf>(/files/2023.pdf)
        【打印】
        版权所有：青禾县";
    let report = read(source);
    assert_eq!(value(report.issuer.as_ref()).as_deref(), Some("青禾县白塔镇"));
    assert_eq!(report.year.as_ref().map(|year| year.value), Some(2023));
    assert_eq!(rules(&report.findings), ["GR106"]);
    assert!(report.findings[0].message().contains("/files/2023.pdf"), "{}", report.findings[0].message());
    assert!(report.tables().iter().all(|table| table.presence == Presence::Absent));

    let named = source.replace('<', "").replace(">(/files/2023.pdf)", "");
    assert_eq!(rules(&read(&named).findings), ["GR106"], "a text knows no links");
}

#[test]
fn tables_in_an_attachment() {
    let source = report("青禾县白塔镇", 2023, 3);
    let lines: Vec<&str> =
        source.lines().filter(|line| !line.contains('|') && !line.contains("第二十条")).collect();
    let source = format!("{}\n附件：<信息公开统计表.xls>(tjb.xls?v=1)", lines.join("\n"));
    let report = read(&source);
    assert_eq!(report.sections.len(), 6);
    let mut rules = rules(&report.findings);
    rules.sort_unstable();
    assert_eq!(rules, ["GR106", "GR201", "GR201", "GR201"]);
}

#[test]
fn pages_that_hold_no_report() {
    let list = "<青禾县白塔镇2023年政府信息公开工作年度报告>(2023.html)
        <青禾县白塔镇2022年政府信息公开工作年度报告>(2022.html)";
    match Report::from_document(&page(list, &[])) {
        Err(ParseError::OnlyLinks { links }) => assert_eq!(links.len(), 2),
        other => panic!("{other:?}"),
    }
    let file = "通知公告\n<2023年信息公开年报>(/files/2023.docx)";
    let error = Report::from_document(&page(file, &[])).expect_err("no report");
    assert!(error.to_string().contains("《2023年信息公开年报》 (/files/2023.docx)"), "{error}");
    assert_eq!(
        Report::from_document(&page("今天天气很好。", &[])).expect_err("no report"),
        ParseError::NotAReport
    );
    let title = [("title", "青禾县2023年政府信息公开工作年度报告")];
    assert_eq!(
        Report::from_document(&page("今天天气很好。", &title)).expect_err("no report"),
        ParseError::NotAReport
    );
}

#[test]
fn tables_as_pictures() {
    let source = report("青禾县白塔镇", 2023, 3);
    let mut lines: Vec<String> = Vec::new();
    for line in source.lines() {
        if line.contains('|') || line.contains("第二十条") {
            if lines.last().is_none_or(|last| !last.starts_with('!')) {
                lines.push("! ".to_owned());
            }
        } else {
            lines.push(line.to_owned());
        }
    }
    let report = read(&lines.join("\n"));
    assert_eq!(rules(&report.findings), ["GR208", "GR208", "GR208"]);
    let heading = report.section(SectionKey::Proactive).map(|section| section.heading);
    assert_eq!(report.findings[0].span, heading);
    assert_eq!(report.table(TableKind::Proactive).presence, Presence::Absent);

    let pictures = read("# 青禾县白塔镇2023年政府信息公开工作年度报告（图解）\n! 图解一\n! 图解二\n打印");
    let as_pictures = pictures.findings.iter().filter(|finding| finding.rule() == Rule::TableAsPicture);
    assert_eq!(as_pictures.count(), 3);
}

#[test]
fn names_that_mirrors_put_in() {
    let clean = report("青禾县白塔镇", 2023, 3);
    for name in ["万家乐手机官网入口·(中国)官方网站", "欢乐直播公开", "极速赛程2020"]
    {
        let (_, body) = clean.split_once('\n').expect("the title");
        let report = read(&format!("# {name}2023年政府信息公开工作年度报告\n{body}"));
        let issuer = report.issuer.as_ref().expect("the introduction names it");
        assert_eq!((issuer.value.as_str(), issuer.origin), ("青禾县白塔镇", Origin::Introduction), "{name}");
        assert_eq!(rules(&report.findings), ["GR112"]);
    }
}

#[test]
fn a_title_of_two_years() {
    let source =
        report("青禾县白塔镇", 2023, 3).replacen("青禾县白塔镇2023年", "【2022年】青禾县白塔镇2023年", 1);
    let report = read(&source);
    assert_eq!(report.year.as_ref().map(|year| year.value), Some(2023));
    assert_eq!(rules(&report.findings), ["GR114"]);
}

#[test]
fn labels_and_values_in_lines_of_their_own() {
    let lines =
        "索 引 号\nK1234567/2024-00012\n文 号\n青政函〔2024〕2号\n发布机构：\n青禾县白塔镇\n有 效 性\n有效";
    let found = read(&format!("{lines}\n{}", report("青禾县白塔镇", 2023, 3))).metadata;
    assert_eq!(value(found.index_number.as_ref()).as_deref(), Some("K1234567/2024-00012"));
    assert_eq!(value(found.document_number.as_ref()).as_deref(), Some("青政函〔2024〕2号"));
    assert_eq!(value(found.publisher.as_ref()).as_deref(), Some("青禾县白塔镇"));
}

#[test]
fn labels_over_a_row_of_values() {
    let rows = "索引号 | 发布机构 | 发布日期\nK1/2024-1 | 青禾县白塔镇 | 2024年1月13日";
    let found = read(&format!("{rows}\n{}", report("青禾县白塔镇", 2023, 3))).metadata;
    assert_eq!(value(found.index_number.as_ref()).as_deref(), Some("K1/2024-1"));
    assert_eq!(value(found.publisher.as_ref()).as_deref(), Some("青禾县白塔镇"));
    assert_eq!(value(found.published.as_ref()).as_deref(), Some("2024-01-13"));
}

#[test]
fn a_day_broken_over_lines_and_labels_below_the_report() {
    let source = format!(
        "{}\n来源：青禾县政府网 责任编辑：张三\n发布时间：2024-\n01-13",
        report("青禾县白塔镇", 2023, 3)
    );
    let document = page(&source, &[]);
    let report = Report::from_document(&document).expect("a report");
    assert_eq!(value(report.metadata.published.as_ref()).as_deref(), Some("2024-01-13"));
    assert_eq!(value(report.metadata.source.as_ref()).as_deref(), Some("青禾县政府网"));
    assert!(!last_section(&document, &report).iter().any(|line| line.contains("来源")));
}
