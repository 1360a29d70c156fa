use super::*;

fn parts(text: &str) -> Vec<(OverviewPart, String, Vec<String>)> {
    let mut at = 0;
    let mut prose = Vec::new();
    for line in text.lines() {
        let marked = line.starts_with('#');
        let start = at + line.len() - line.trim_start_matches(['#', ' ']).len();
        prose.push(Prose { span: Span::new(start, at + line.len()), marked });
        at += line.len() + 1;
    }
    let (subsections, _) = read(text, &prose);
    subsections
        .into_iter()
        .map(|part| {
            let paragraphs = part.paragraphs.iter().map(|span| span.of(text).to_owned()).collect();
            (part.key, part.title, paragraphs)
        })
        .collect()
}

fn keys(text: &str) -> Vec<OverviewPart> {
    parts(text).into_iter().map(|(key, ..)| key).collect()
}

const ALL: [OverviewPart; 5] = [
    OverviewPart::ProactiveDisclosure,
    OverviewPart::DisclosureOnRequest,
    OverviewPart::InformationManagement,
    OverviewPart::Platforms,
    OverviewPart::Supervision,
];

#[test]
fn all_ways_to_number_the_parts() {
    for text in [
        "（一）主动公开情况。甲。\n（二）依申请公开情况。乙。\n（三）政府信息管理情况。丙。\n（四）平台建设情况。丁。\n（五）监督保障情况。戊。",
        "1.主动公开情况。\n甲。\n2.依申请公开办理情况。\n乙。\n3.政府信息管理情况。\n丙。\n4.平台建设。\n丁。\n5.监督保障。\n戊。",
        "（1）主动公开\n甲。\n（2）依申请公开\n乙。\n（3）政府信息管理\n丙。\n（4）公开平台建设\n丁。\n（5）监督保障\n戊。",
        "一是主动公开方面，甲。\n二是依申请公开方面，乙。\n三是政府信息管理方面，丙。\n四是平台建设方面，丁。\n五是监督保障方面，戊。",
        "我镇做好工作。一是主动公开情况，甲；二是依申请公开情况，乙；三是政府信息管理情况，丙；四是平台建设情况，丁；五是监督保障情况，戊。",
        "政府信息主动公开情况。甲。\n依申请公开情况。乙。\n政府信息管理情况。丙。\n平台建设情况。丁。\n监督保障情况。戊。",
        "### （一）主动公开：\n甲。\n### （二）依申请公开：\n乙。\n### （三）政府信息管理：\n丙。\n### （四）平台建设：\n丁。\n### （五）监督保障：\n戊。",
        "(一)是主动公开情况\n甲。\n(二)是依申请公开情况\n乙。\n(三)是政府信息管理情况\n丙。\n)平台建设情况\n丁。\n(五)监督保障\n戊。",
        "（一）不断拓展主动公开深度\n甲。\n（二）从严规范依申请公开程序\n乙。\n（三）狠抓信息管理\n丙。\n（四）优化平台功能\n丁。\n（五）压实监督责任\n戊。",
    ] {
        assert_eq!(keys(text), ALL, "{text}");
    }
}

#[test]
fn titles_and_paragraphs() {
    let found = parts(
        "导语。\n（一）有序做好主动公开。甲。\n续甲。\n1.规范依申请公开。\n（二）严格落实依申请公开\n乙。",
    );
    assert_eq!(
        found,
        [
            (
                OverviewPart::ProactiveDisclosure,
                "（一）有序做好主动公开".to_owned(),
                vec!["甲。".to_owned(), "续甲。".to_owned(), "1.规范依申请公开。".to_owned()],
            ),
            (
                OverviewPart::DisclosureOnRequest,
                "（二）严格落实依申请公开".to_owned(),
                vec!["乙。".to_owned()]
            ),
        ]
    );
}

#[test]
fn another_heading_of_the_same_level_ends_a_part() {
    let found = parts("（一）主动公开情况\n甲。\n（二）政策解读情况\n乙。\n（三）监督保障情况\n丙。");
    assert_eq!(found[0].2, ["甲。"]);
    assert_eq!(found[1].0, OverviewPart::Supervision);
}

#[test]
fn prose_has_no_parts() {
    for text in [
        "我镇主动公开信息9条，依申请公开0件。",
        "一是加强领导，主动公开。二是完善平台，便民利民。",
        "主动公开信息9条。\n依申请公开0件。",
    ] {
        assert_eq!(keys(text), [], "{text}");
    }
}

#[test]
fn the_paragraphs_of_the_section_leave_out_the_headings() {
    let text = "导语。\n（一）主动公开情况\n甲。\n（二）依申请公开情况。乙。";
    let mut at = 0;
    let prose: Vec<Prose> = text
        .lines()
        .map(|line| {
            let span = Span::new(at, at + line.len());
            at += line.len() + 1;
            Prose { span, marked: false }
        })
        .collect();
    let (_, paragraphs) = read(text, &prose);
    let paragraphs: Vec<_> = paragraphs.into_iter().map(|span| span.of(text)).collect();
    assert_eq!(paragraphs, ["导语。", "甲。", "乙。"]);
}
