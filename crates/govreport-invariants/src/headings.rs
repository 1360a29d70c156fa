//! The headings of the sections, as far as a line alone tells them.
//!
//! Of a line that is a Chinese numeral and then the form's own words, letter by letter, with at most the name of a body in front of
//! them, the section is known. What is less plain is a boundary of nobody's: nothing is asked behind it.

use govreport_core::Span;
use govreport_core::form::{SectionKey, TableKind, form};

/// The name of a body in front of the words of a heading has at most so many characters: 行政机关.
const LONGEST_BODY: usize = 6;

/// What is longer heads nothing.
const LONGEST: usize = 40;

/// A heading of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Heading {
    /// Which; `None` where the words are not the form's.
    pub(crate) section: Option<SectionKey>,
    pub(crate) span: Span,
}

impl Heading {
    /// The table that its section holds.
    pub(crate) fn table(self) -> Option<TableKind> {
        match self.section {
            Some(SectionKey::Proactive) => Some(TableKind::Proactive),
            Some(SectionKey::Requests) => Some(TableKind::Requests),
            Some(SectionKey::Review) => Some(TableKind::Review),
            _ => None,
        }
    }
}

/// The headings in a text, in its order. Of several that follow each other with nothing between, as in a table of contents, only the
/// last is one.
pub(crate) fn headings(text: &str) -> Vec<Heading> {
    let (mut found, mut at): (Vec<Heading>, usize) = (Vec::new(), 0);
    let mut follows = false;
    for line in text.split('\n') {
        let span = Span::new(at, at + line.len()).trimmed(text);
        at += line.len() + 1;
        if span.is_empty() {
            continue;
        }
        let heading = heading(span, text);
        if follows && heading.is_some() {
            found.pop();
        }
        follows = heading.is_some();
        found.extend(heading);
    }
    found
}

/// The heading that a line is: 二、主动公开政府信息情况. Of other words, which may head a section all the same, it is not known which.
fn heading(span: Span, text: &str) -> Option<Heading> {
    let line = span.of(text).trim_start_matches('#').trim_start();
    let rest = line.strip_prefix(['一', '二', '三', '四', '五', '六'])?;
    let words = rest.trim_start().strip_prefix(['、', '.', '．', '，', ','])?.trim();
    let is_headed = |key: &SectionKey| {
        words
            .strip_suffix(form().section_label(*key))
            .is_some_and(|body| body.chars().count() <= LONGEST_BODY)
    };
    let found = SectionKey::ALL.iter().copied().find(is_headed);
    let may_head =
        words.chars().count() <= LONGEST && ["情况", "问题", "事项"].iter().any(|word| words.contains(word));
    (found.is_some() || may_head && !words.contains(['。', '；'])).then_some(Heading { section: found, span })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_nothing_but_a_heading_are_found() {
        let text = "某县年度报告\n二、主动公开政府信息情况\n规章 0\n## 三、行政机关收到和处理政府信息公开申请情况\n\
                    主动公开政府信息情况良好\n二、主动公开政府信息情况说明\n";
        let found: Vec<Option<SectionKey>> = headings(text).iter().map(|heading| heading.section).collect();
        let known = [Some(SectionKey::Proactive), Some(SectionKey::Requests), None];
        assert_eq!(found, known);
    }

    #[test]
    fn a_table_of_contents_is_none() {
        let text = "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n正文\n一、总体情况\n正文";
        let found: Vec<Option<SectionKey>> = headings(text).iter().map(|heading| heading.section).collect();
        assert_eq!(found, [Some(SectionKey::Requests), Some(SectionKey::Overview)]);
    }
}
