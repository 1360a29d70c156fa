//! A part of a web page: a text that begins with an ordinary element, without `<html>`, as editors and interfaces of sites give it.
//!
//! Texts and Markdown may begin with such an element, too, and go on without. So the lines are counted.

/// Elements that a part of a page begins with, of blocks, of tables and of words. Lower case.
const ELEMENTS: [&str; 62] = [
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "b",
    "big",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "fieldset",
    "figure",
    "font",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "i",
    "iframe",
    "img",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "s",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
    "input",
    "label",
];

/// Whether a text that begins with a tag is a part of a page: at least every other line that says something has a tag, and no lines
/// are rows of a table drawn with strokes.
pub(super) fn is_page(text: &str) -> bool {
    if element(text).is_none() {
        return false;
    }
    let (mut lines, mut marked, mut rows) = (0_usize, 0_usize, 0_usize);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        lines += 1;
        let is_marked = holds_tag(line);
        marked += usize::from(is_marked);
        rows += usize::from(!is_marked && line.starts_with(['|', '│', '┌', '+', '#']));
    }
    rows < 2 && 2 * marked >= lines
}

/// Whether a tag of a known element stands in a line.
fn holds_tag(line: &str) -> bool {
    memchr::memchr_iter(b'<', line.as_bytes()).any(|at| line.get(at..).and_then(element).is_some())
}

/// The element whose tag a text begins with: behind its name comes what ends a name.
fn element(text: &str) -> Option<&'static str> {
    let tag = text.strip_prefix('<')?;
    let name = tag.strip_prefix('/').unwrap_or(tag);
    let end = name.bytes().position(|byte| !byte.is_ascii_alphanumeric())?;
    let (name, behind) = name.split_at_checked(end)?;
    let ends = behind.starts_with(['>', '/']) || behind.starts_with(|c: char| c.is_ascii_whitespace());
    ELEMENTS.iter().copied().find(|known| ends && known.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::is_page;

    #[test]
    fn parts_of_pages_are_pages() {
        for page in [
            "<h1>报告</h1><table><tr><td>规章</td><td>1</td></tr></table>",
            "<p>一、总体情况</p>\n<p>二、主动公开政府信息情况</p>\n<table>\n<tr>\n<td>规章</td>\n</tr>\n</table>",
            "<P style=\"text-indent:2em\">一、总体情况\n<P>二、主动公开政府信息情况",
            "<section>\n<h2>报告</h2>\n</section>",
            "<span style='font-size:16px'>报告</span><br/>一、总体情况<br/>",
            "<tr><td>规章</td><td>1</td></tr>",
            "<center><b>报告</b></center>",
            "<p>一行\n没有标记的一行</p>",
        ] {
            assert!(is_page(page), "{page}");
        }
    }

    #[test]
    fn texts_with_tags_are_texts() {
        for text in [
            "<一、总体情况>\n正文",
            "<p",
            "<p一>",
            "<说明>见附件</说明>",
            "<br>\n一、总体情况\n正文\n二、主动公开政府信息情况\n正文",
            "<h1 align=\"center\">报告</h1>\n\n## 一、总体情况\n\n| 规章 | 1 |\n|---|---|\n| 行政许可 | 2 |",
            "<p>报告</p>\n一、总体情况\n规章\t1\t2\t3\n行政许可\t4",
            "<a@b.cn>\n联系我们",
        ] {
            assert!(!is_page(text), "{text}");
        }
    }
}
