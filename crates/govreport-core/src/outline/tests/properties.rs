//! Whatever the text: no panic, and every span a place in it.

use proptest::prelude::*;

use super::read;
use crate::span::Span;

/// Pieces of which a text is made: what the grammars look for, and what breaks them.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "一、",
        "二、",
        "（一）",
        "(二)",
        "1.",
        "2、",
        "一是",
        "①",
        "—、",
        "第三部分",
        "总体情况",
        "主动公开政府信息情况",
        "收到和处理政府信息公开申请情况",
        "政府信息公开行政复议、",
        "行政诉讼情况",
        "存在的主要问题及改进情况",
        "其他需要报告的事项",
        "主动公开情况",
        "依申请公开",
        "平台",
        "监督保障",
        "青禾县",
        "人民政府",
        "局",
        "2023年",
        "二〇二三年",
        "20231231日",
        "202111日",
        "年度",
        "政府信息公开",
        "工作",
        "年度报告",
        "报告的通知",
        "（图解）",
        "{{ title }}",
        "发布时间：",
        "发布机构",
        "2024-01-30",
        "统计期限自",
        "起至",
        "12月31日",
        "电话：",
        "地址",
        "邮编：123456",
        "现将",
        "由",
        "编制",
        "。",
        "，",
        "；",
        "：",
        "\n",
        "\n\n",
        "# ",
        " ",
        "\u{3000}",
        "|",
        "……",
        "0",
        "9",
        "报",
        "告",
    ]);
    prop_oneof![8 => known.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)]
}

proptest! {
    #[test]
    fn any_text_is_read(pieces in prop::collection::vec(piece(), 0..120)) {
        let text = pieces.concat();
        let (outline, findings) = read(&text);
        let text_of = |span: Span| text.get(span.range());
        for span in findings.iter().flat_map(|finding| finding.span.into_iter().chain(finding.related.clone())) {
            prop_assert!(text_of(span).is_some(), "{span:?}");
        }
        for section in &outline.sections {
            prop_assert_eq!(text_of(section.heading), Some(section.title.as_str()));
            prop_assert!(section.span.contains(section.heading));
            prop_assert!(section.paragraphs.is_sorted_by(|a, b| a.end <= b.start));
            for span in &section.paragraphs {
                prop_assert!(section.span.contains(*span) && !span.is_empty());
            }
            for part in &section.subsections {
                prop_assert!(section.span.contains(part.span), "{:?} {:?}", section.span, part.span);
                prop_assert!(text_of(part.heading).is_some_and(|heading| heading.trim() == part.title));
                prop_assert!(part.paragraphs.iter().all(|span| part.span.contains(*span)));
            }
        }
        if let Some(issuer) = &outline.identity.issuer {
            prop_assert!(issuer.span.and_then(text_of).is_some());
        }
        for located in [&outline.identity.contact.address, &outline.identity.contact.telephone].into_iter().flatten() {
            prop_assert_eq!(located.span.and_then(text_of), Some(located.value.as_str()));
        }
        prop_assert_eq!(outline.sections.is_sorted_by(|a, b| a.span.end <= b.span.start), true);
    }
}
