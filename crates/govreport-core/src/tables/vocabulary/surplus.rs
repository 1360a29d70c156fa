//! What the lines of a heading say beyond the form's heading.
//!
//! A heading that was torn over lines is a heap of pieces, and no piece alone shows that a word was broken too: 自然人（上 and 年）, 结果未 and
//! 维持. All its characters together do: the form's heading has each of them so many times, and what is left over is the other word.

use std::sync::LazyLock;

use crate::form::{Meaning, TableKind, form};
use crate::text::fold::{Folded, fold, significant};
use crate::text::qualifier::is_made_of_qualifier;
use crate::text::scope::is_made_of_other_time;

/// How many times the form's heading of a table has each character.
struct Own {
    /// By the number of the character.
    times: Vec<usize>,
    /// How many characters it has.
    length: usize,
}

/// Whether the lines of the heading of table two or three hold a word that the form's heading has not: one of time, one that makes it
/// count something else, a negation, or two characters side by side that the heading has nowhere.
///
/// Lines of which the most is none of the heading's stand beside it and are passed over. So is a heading that is printed twice.
pub(in crate::tables) fn has_words_of_its_own<'l>(
    lines: impl Iterator<Item = &'l str>,
    table: TableKind,
) -> bool {
    static OWN: LazyLock<[Own; 2]> = LazyLock::new(|| [own(TableKind::Requests), own(TableKind::Review)]);
    let [requests, review] = &*OWN;
    let own = if table == TableKind::Review { review } else { requests };
    let mut left = own.times.clone();
    let (mut surplus, mut length, mut has_other_word) = (Vec::new(), 0, false);
    for line in lines.filter(|line| own.is_line(line)) {
        let mut after_other = false;
        for c in line.chars().filter(|c| fold(*c) != Folded::PASSED) {
            let is_other = is_ideograph(c) && !own.has(fold(c));
            has_other_word |= is_other && after_other;
            after_other = is_other;
            length += 1;
            match left.get_mut(fold(c).index()) {
                Some(times) if *times > 0 => *times -= 1,
                _ if is_ideograph(c) => surplus.push(c),
                _ => {}
            }
        }
    }
    let is_printed_twice = length * 2 > own.length * 3;
    !is_printed_twice && (has_other_word || is_made_of_other_time(&surplus) || is_made_of_qualifier(&surplus))
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}')
}

impl Own {
    fn has(&self, character: Folded) -> bool {
        self.times.get(character.index()).is_some_and(|times| *times > 0)
    }

    /// Whether at least half of a line are characters of the heading.
    fn is_line(&self, line: &str) -> bool {
        let (mut own, mut all) = (0, 0);
        for character in significant(line) {
            own += usize::from(self.has(character));
            all += 1;
        }
        all > 0 && own * 2 >= all
    }
}

/// The form's heading of a table: each of its words as often as it stands there, of several wordings the longest.
fn own(table: TableKind) -> Own {
    let sets = if table == TableKind::Review { 3 } else { 1 };
    let mut own = Own { times: Vec::new(), length: 0 };
    let mut done: Vec<Meaning> = Vec::new();
    let of_table = || form().labels.iter().filter(|label| label.table == Some(table));
    for label in of_table() {
        let times = match label.meaning {
            Meaning::Column(_) => sets,
            Meaning::Head(_) => 1,
            // The labels of the rows of table three head columns.
            Meaning::Row(_) if table == TableKind::Review => 1,
            _ => continue,
        };
        if done.contains(&label.meaning) {
            continue;
        }
        done.push(label.meaning);
        let wordings =
            || of_table().filter(|other| other.meaning == label.meaning).map(|other| other.wording);
        let count = |wording: &str, c: Folded| significant(wording).filter(|other| *other == c).count();
        let mut seen: Vec<Folded> = Vec::new();
        for c in wordings().flat_map(significant) {
            if seen.contains(&c) {
                continue;
            }
            seen.push(c);
            let most = times * wordings().map(|wording| count(wording, c)).max().unwrap_or_default();
            if own.times.len() <= c.index() {
                own.times.resize(c.index() + 1, 0);
            }
            own.times[c.index()] += most;
        }
        own.length +=
            times * wordings().map(|wording| significant(wording).count()).max().unwrap_or_default();
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    const REVIEW: &str = "行政复议行政诉讼\n结果维持结果纠正其他结果尚未审结总计未经复议直接起诉复议后起诉\n结果维持结果纠正其他结果尚未审结总计结果维持结果纠正其他结果尚未审结总计";
    const REQUESTS: &str = "（本列数据的勾稽关系为：第一项加第二项之和， 法人或其他组织\n等于第三项加第四项之和） 自然人 总计\n商业企业 科研机构 社会公益 法律服务 其他\n组织 机构";

    fn review(text: &str) -> bool {
        has_words_of_its_own(text.lines(), TableKind::Review)
    }

    fn requests(text: &str) -> bool {
        has_words_of_its_own(text.lines(), TableKind::Requests)
    }

    #[test]
    fn the_heading_of_the_form_says_no_more_than_itself() {
        assert!(!review(REVIEW));
        assert!(!requests(REQUESTS));
        // Characters that were lost or taken for others are no words.
        assert!(!review(&REVIEW.replacen("纠正", "纠止", 2)));
        assert!(!requests(&REQUESTS.replacen("商业企业", "商业业", 1)));
        // Lines of something else stand beside it.
        assert!(!requests(&REQUESTS.replacen('\n', "\n海川县商务局年度报告\n", 1)));
    }

    #[test]
    fn a_word_broken_over_lines_is_seen() {
        assert!(requests(&REQUESTS.replace("自然人 总计\n", "自然人（上 总计\n年） ")));
        assert!(requests(&REQUESTS.replace("社会公益", "境外社会公益")));
        assert!(requests(&REQUESTS.replace("法人或", "上年法人或")));
        assert!(review(&REVIEW.replacen("结果维持", "结果未维持", 1)));
        assert!(review(&REVIEW.replace("行政诉讼", "行政仲裁")));
    }
}
