//! What a page prints around the report (网页上的导航、按钮、页脚), told by its words and its links.

use std::sync::LazyLock;

use crate::document::{Block, BlockKind, Document};
use crate::form::{ChromeWord, frame};
use crate::outline::lines::line::next_colon;
use crate::span::Span;
use crate::text::fold::{is_blank, is_letter};
use crate::text::lexicon::Lexicon;
use crate::text::words::Words;

static WORDS: LazyLock<Vec<(ChromeWord, &'static str)>> = LazyLock::new(|| {
    frame().chrome.iter().copied().filter(|(part, _)| *part != ChromeWord::FootSign).collect()
});
static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(WORDS.iter().map(|(_, wording)| *wording)));
static SIGNS: LazyLock<Words> = LazyLock::new(|| Words::new(frame().chrome(ChromeWord::FootSign)));

/// The longest line of a footer, in bytes.
/// Measured: with 300, no cell changes.
const LONGEST: usize = 600;
/// The longest line of buttons, in bytes.
/// Measured: with 120, no cell changes.
const LONGEST_BUTTONS: usize = 240;

/// What a line around the report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Chrome {
    /// 打印、字体: nothing but buttons.
    Buttons,
    /// 上一篇、主办单位、ICP备: a list of other pages, or the footer, begins.
    Foot,
}

/// What a line is, if it belongs to the page and not to the report.
pub(super) fn of_line(content: &str) -> Option<Chrome> {
    if content.len() > LONGEST {
        return None;
    }
    if content.len() <= LONGEST_BUTTONS && is_buttons(content) {
        return Some(Chrome::Buttons);
    }
    let begins_foot = LEXICON.walk(content, 0, Lexicon::ROOT).longest.is_some_and(|(node, end)| {
        let mut parts = LEXICON.entries(node).iter().map(|entry| WORDS[usize::from(*entry)].0);
        parts.any(|part| matches!(part, ChromeWord::HeadsList | ChromeWord::Footer))
            && !content[end..].starts_with(char::is_alphanumeric)
    });
    let foot = begins_foot || SIGNS.occur(content);
    foot.then_some(Chrome::Foot)
}

/// Whether a line between lines of the report is the page's: buttons alone, or the link to another page (上一篇：没有了). That the report ends
/// there is not said: it goes on below.
pub(super) fn is_between(content: &str) -> bool {
    /// 中 and 大 alone may be pieces of a label that runs down beside its rows.
    /// Measured: with 5, no cell changes.
    const FEWEST: usize = 4;
    content.len() <= LONGEST_BUTTONS
        && content.chars().nth(FEWEST - 1).is_some()
        && (is_buttons(content)
            // Most lines have no colon.
            || next_colon(content, 0).is_some() && is_link_to_another(content))
}

/// Whether a line begins with the words that head the link to another page, and a colon behind them.
fn is_link_to_another(content: &str) -> bool {
    LEXICON.walk(content, 0, Lexicon::ROOT).longest.is_some_and(|(node, end)| {
        let mut parts = LEXICON.entries(node).iter().map(|entry| WORDS[usize::from(*entry)].0);
        parts.any(|part| part == ChromeWord::HeadsList) && content[end..].starts_with(['：', ':'])
    })
}

/// Whether a line holds buttons and nothing else; numbers may stand behind them: 浏览次数：12.
fn is_buttons(content: &str) -> bool {
    let mut at = 0;
    loop {
        let rest = &content[at..];
        at += rest.len() - rest.trim_start_matches(|c: char| !is_letter(c)).len();
        if at == content.len() {
            return content.contains(is_letter);
        }
        let Some((node, end)) = LEXICON.walk(content, at, Lexicon::ROOT).longest else {
            return false;
        };
        if !LEXICON.entries(node).iter().any(|entry| WORDS[usize::from(*entry)].0 == ChromeWord::Button) {
            return false;
        }
        at = end;
    }
}

/// Whether a block holds links to other pages and nothing else. Links into the page itself do not count: they are its contents.
pub(super) fn is_links(document: &Document<'_>, block: &Block) -> bool {
    match block.kind {
        BlockKind::Heading { .. } | BlockKind::Paragraph => all_linked(document, block.span),
        BlockKind::Row { .. } => {
            let mut cells =
                document.cells(block).iter().map(|cell| cell.span).filter(|span| !span.is_empty());
            cells.clone().next().is_some() && cells.all(|cell| all_linked(document, cell))
        }
        BlockKind::Picture | BlockKind::PageFurniture => false,
    }
}

fn all_linked(document: &Document<'_>, span: Span) -> bool {
    let links = document.links();
    let first = links.partition_point(|link| link.span.end <= span.start);
    let mut at = span.start;
    let mut linked = false;
    let is_gap =
        |gap: &str| gap.chars().all(|c| is_blank(c) || matches!(c, '|' | '>' | '/' | '·' | '»' | '丨'));
    for link in links[first..].iter().take_while(|link| link.span.start < span.end) {
        if link.span.is_empty() || link.target.starts_with('#') {
            continue;
        }
        if link.span.start > at && !is_gap(Span::new(at, link.span.start).of(document.text())) {
            return false;
        }
        at = at.max(link.span.end);
        linked = true;
    }
    linked && (at >= span.end || is_gap(Span::new(at, span.end).of(document.text())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buttons() {
        for line in [
            "字体：[大 中 小]",
            "【打印】 【关闭窗口】",
            "打印本页 关闭窗口",
            "分享到： 微信 微博",
            "浏览次数：128",
            "扫一扫在手机打开当前页",
            "返回顶部",
        ] {
            assert_eq!(of_line(line), Some(Chrome::Buttons), "{line}");
        }
    }

    #[test]
    fn feet() {
        for line in [
            "上一篇：关于召开会议的通知",
            "下一篇:没有了",
            "主办单位：青禾县人民政府办公室",
            "版权所有：青禾县人民政府",
            "青ICP备12345678号-1",
            "青公网安备 99999902000001号",
            "相关链接",
            "网站标识码：9999990001 网站地图",
            "Copyright © 2024 青禾县人民政府",
        ] {
            assert_eq!(of_line(line), Some(Chrome::Foot), "{line}");
        }
    }

    #[test]
    fn text_of_a_report() {
        for line in [
            "无",
            "无。",
            "（一）主动公开",
            "承办人大代表建议12件，政协提案8件。",
            "主办人大建议3件",
            "相关信息公开情况",
            "中共青禾县委办公室",
            "大力推进公开",
            "微信公众号发布信息230条。",
            "青禾县人民政府",
            "2024年1月30日",
            "0",
            "",
        ] {
            assert_eq!(of_line(line), None, "{line}");
        }
    }
}
