//! The headings of the sections, as far as a line alone tells them.
//!
//! Only a line that is a Chinese numeral and then the form's own words, letter by letter, is taken: what is less plain is nobody's
//! boundary here.

use govreport_core::Span;
use govreport_core::form::{SectionKey, TableKind, form};

/// A heading of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) section: SectionKey,
    pub(crate) span: Span,
}

impl Heading {
    /// The table that its section holds.
    pub(crate) fn table(self) -> Option<TableKind> {
        match self.section {
            SectionKey::Proactive => Some(TableKind::Proactive),
            SectionKey::Requests => Some(TableKind::Requests),
            SectionKey::Review => Some(TableKind::Review),
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
        let section = section(span.of(text));
        if let Some(section) = section {
            if follows {
                found.pop();
            }
            found.push(Heading { section, span });
        }
        follows = section.is_some();
    }
    found
}

/// The section that a line heads: 二、主动公开政府信息情况.
fn section(line: &str) -> Option<SectionKey> {
    let line = line.trim_start_matches('#').trim_start();
    let rest = line.strip_prefix(['一', '二', '三', '四', '五', '六'])?;
    let words = rest.trim_start().strip_prefix(['、', '.', '．', '，', ','])?.trim();
    SectionKey::ALL.iter().copied().find(|key| form().section_label(*key) == words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_nothing_but_a_heading_are_found() {
        let text = "某县年度报告\n二、主动公开政府信息情况\n规章 0\n## 三、收到和处理政府信息公开申请情况\n\
                    主动公开政府信息情况良好\n二、主动公开政府信息情况说明\n";
        let found: Vec<SectionKey> = headings(text).iter().map(|heading| heading.section).collect();
        assert_eq!(found, [SectionKey::Proactive, SectionKey::Requests]);
    }

    #[test]
    fn a_table_of_contents_is_none() {
        let text = "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n正文\n一、总体情况\n正文";
        let found: Vec<SectionKey> = headings(text).iter().map(|heading| heading.section).collect();
        assert_eq!(found, [SectionKey::Requests, SectionKey::Overview]);
    }
}
