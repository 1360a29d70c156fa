//! What the lines of a heading say beyond the form's heading.
//!
//! A heading that was torn over lines is a heap of pieces, and no piece alone shows that a word was broken too: 自然人（上 and 年）, 结果未 and
//! 维持. All its characters together do: the form's heading has each of them so many times, and what is left over is the other word.

use std::sync::LazyLock;

use crate::form::{ColumnKey, Label, Meaning, TableKind, form};
use crate::text::fold::{Folded, fold, is_blank, is_ideograph, significant, taken_for};
use crate::text::qualifier::{is_made_of_qualifier, negates};
use crate::text::scope::is_made_of_other_time;

/// Whether the lines of the heading of table two or three hold a word that the form's heading has not: one of time, one that makes it
/// count something else, a negation, or two characters side by side that the heading has nowhere; or whether a word is missing without
/// which another says something else.
///
/// Lines of which the most is none of the heading's stand beside it and are passed over. So is a heading that is printed twice.
pub(in crate::tables) fn has_words_of_its_own<'l>(
    lines: impl Iterator<Item = &'l str>,
    table: TableKind,
) -> bool {
    static OWN: LazyLock<[Own; 2]> =
        LazyLock::new(|| [Own::of_table(TableKind::Requests), Own::of_table(TableKind::Review)]);
    let [requests, review] = &*OWN;
    let own = if table == TableKind::Review { review } else { requests };
    own.is_exceeded(lines)
}

/// The same of a heading of table one, over these columns.
pub(in crate::tables) fn says_more_than<'l>(
    lines: impl Iterator<Item = &'l str>,
    columns: &[ColumnKey],
) -> bool {
    /// Of the columns of each row of the form.
    static OWN: LazyLock<Vec<(&'static [ColumnKey], Own)>> = LazyLock::new(|| {
        let mut all: Vec<(&[ColumnKey], Own)> = Vec::new();
        for row in form().rows_of_any_edition(TableKind::Proactive) {
            if !all.iter().any(|(columns, _)| *columns == row.columns) {
                all.push((&row.columns, Own::of_columns(&row.columns)));
            }
        }
        all
    });
    match OWN.iter().find(|(of_row, _)| *of_row == columns) {
        Some((_, own)) => own.is_exceeded(lines),
        None => Own::of_columns(columns).is_exceeded(lines),
    }
}

/// How many times the form's heading has each character.
#[derive(Default)]
struct Own {
    /// By the number of the character.
    times: Vec<usize>,
    /// It is a heading of table one.
    has_one_level: bool,
    /// How many characters it has.
    length: usize,
    /// Its words that say something else without one of their characters, with that one, the others, and how many times they stand there.
    turned: Vec<(Folded, Vec<Folded>, usize)>,
}

impl Own {
    /// The heading of table two or three.
    fn of_table(table: TableKind) -> Self {
        let sets = if table == TableKind::Review { 3 } else { 1 };
        let times = |meaning: Meaning| match meaning {
            Meaning::Column(_) => sets,
            Meaning::Head(_) => 1,
            // The labels of the rows of table three head columns.
            Meaning::Row(_) if table == TableKind::Review => 1,
            _ => 0,
        };
        Self::of(table, times)
    }

    /// A heading of table one, with the label of its group.
    fn of_columns(columns: &[ColumnKey]) -> Self {
        Self::of(TableKind::Proactive, |meaning| match meaning {
            Meaning::Column(column) => usize::from(columns.contains(&column)),
            Meaning::AmountInYuan => usize::from(columns.contains(&ColumnKey::Amount)),
            Meaning::Head(_) => 1,
            _ => 0,
        })
    }

    /// Each of the words of a table as often as it stands in the heading; of several wordings each character as often as in the one that
    /// has it most.
    fn of(table: TableKind, times: impl Fn(Meaning) -> usize) -> Self {
        let of_table = || form().labels.iter().filter(|label| label.table == Some(table));
        let mut own = Self { has_one_level: table == TableKind::Proactive, ..Self::default() };
        let mut done: Vec<Meaning> = Vec::new();
        for meaning in of_table().map(|label| label.meaning) {
            let times = times(meaning);
            if times > 0 && !done.contains(&meaning) {
                done.push(meaning);
                let wordings: Vec<&str> =
                    of_table().filter(|other| other.meaning == meaning).map(|other| other.wording).collect();
                own.add(&wordings, times);
            }
        }
        if table == TableKind::Proactive {
            let is_group = |label: &&Label| matches!(label.meaning, Meaning::Group(_));
            own.add(&of_table().filter(is_group).map(|label| label.wording).collect::<Vec<_>>(), 1);
        }
        own
    }

    fn add(&mut self, wordings: &[&str], times: usize) {
        let count = |wording: &str, c: Folded| significant(wording).filter(|other| *other == c).count();
        let mut seen: Vec<Folded> = Vec::new();
        for c in wordings.iter().flat_map(|wording| significant(wording)) {
            if seen.contains(&c) {
                continue;
            }
            seen.push(c);
            let most = times * wordings.iter().map(|wording| count(wording, c)).max().unwrap_or_default();
            if self.times.len() <= c.index() {
                self.times.resize(c.index() + 1, 0);
            }
            self.times[c.index()] += most;
        }
        let turn = |wording: &str| wording.chars().find(|c| negates(*c) || is_of_time_before(*c)).map(fold);
        if let Some((turn, wording)) = wordings.iter().find_map(|wording| Some((turn(wording)?, wording))) {
            let others = significant(wording).filter(|c| *c != turn).collect();
            self.turned.push((turn, others, times));
        }
        let longest = wordings.iter().map(|wording| significant(wording).count()).max();
        self.length += times * longest.unwrap_or_default();
    }

    /// Whether lines say more than this heading, or less in a way that turns it.
    fn is_exceeded<'l>(&self, lines: impl Iterator<Item = &'l str>) -> bool {
        let mut left = self.times.clone();
        let (mut surplus, mut length, mut has_other_word) = (Vec::new(), 0, false);
        for line in lines.filter(|line| self.is_line(line)) {
            let mut after_other = false;
            // Where a piece of a heading of one level has a line of its own, none is printed twice.
            let is_one_piece = self.has_one_level && !line.trim().contains(is_blank);
            for (c, folded) in line.chars().map(|c| (c, fold(c))) {
                if folded == Folded::PASSED {
                    continue;
                }
                length += 1;
                let is_left = left.get_mut(folded.index()).is_some_and(|times| {
                    let is_left = *times > 0;
                    *times = times.saturating_sub(1);
                    is_left
                });
                // Nearly all characters are the heading's.
                let is_surplus = !is_left && is_ideograph(c) && !stands_for_another(c, &mut left);
                let is_other = is_surplus && (is_one_piece || !self.has(folded));
                has_other_word |= is_other && after_other;
                after_other = is_other;
                if is_surplus {
                    surplus.push(c);
                }
            }
        }
        let is_printed_twice = length * 2 > self.length * 3;
        !is_printed_twice
            && (has_other_word
                || self.is_turned(&left)
                || is_made_of_other_time(&surplus)
                || is_made_of_qualifier(&surplus))
    }

    fn has(&self, character: Folded) -> bool {
        self.times.get(character.index()).is_some_and(|times| *times > 0)
    }

    /// Whether a character that turns words is missing more often than those words: 经复议直接起诉 is left. `left` says how many times
    /// each character is missing.
    fn is_turned(&self, left: &[usize]) -> bool {
        let missing = |c: Folded| left.get(c.index()).copied().unwrap_or_default();
        self.turned.iter().any(|(turn, ..)| {
            let with = self.turned.iter().filter(|(other, ..)| other == turn);
            let words = with.map(|(_, others, times)| {
                others.iter().map(|c| missing(*c)).min().unwrap_or_default().min(*times)
            });
            missing(*turn) > words.sum()
        })
    }

    /// Whether at least half of a line are characters of the heading, or it is short: a piece of what stands in a cell.
    fn is_line(&self, line: &str) -> bool {
        /// Measured: with 2, no cell changes.
        const LONGEST: usize = 3;
        let (mut own, mut all) = (0, 0);
        for character in significant(line) {
            own += usize::from(self.has(character));
            all += 1;
        }
        all > 0 && (own * 2 >= all || all <= LONGEST)
    }
}

/// Whether a character may be one of the heading's that is missing so far, misread: 末 for 未. It is taken off them then.
fn stands_for_another(printed: char, left: &mut [usize]) -> bool {
    let mut owns =
        taken_for(printed).map(fold).filter(|own| left.get(own.index()).is_some_and(|times| *times > 0));
    let Some(own) = owns.next() else { return false };
    left[own.index()] -= 1;
    true
}

/// 上 of 上一年项目数量: without it the words are of this year.
fn is_of_time_before(c: char) -> bool {
    c == '上'
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
        assert!(!review(&REVIEW.replace("尚未审结总计", "尚末审结息计")));
        assert!(!requests(&REQUESTS.replacen("商业企业", "商业业", 1)));
        // Lines of something else stand beside it.
        assert!(!requests(&REQUESTS.replacen('\n', "\n海川县商务局年度报告\n", 1)));
    }

    #[test]
    fn a_heading_of_table_one_over_other_columns_is_seen() {
        let says_more = |text: &str| {
            says_more_than(text.lines(), &[ColumnKey::PriorItems, ColumnKey::Change, ColumnKey::Decisions])
        };
        let own = "第二十\n条第（五）项\n信息\n内容\n上一\n年项\n目数\n量\n本年\n增/\n减\n处理\n决定\n数量";
        assert!(!says_more(own));
        assert!(says_more(&own.replace("增/\n减", "项目\n数量")));
        assert!(says_more(&own.replace("上一\n年", "本年\n")));
    }

    #[test]
    fn the_heading_of_another_row_is_seen() {
        let says_more = |text: &str| says_more_than(text.lines(), &[ColumnKey::Projects, ColumnKey::Amount]);
        let own = "第二十条第（九）项\n信息\n内容\n采购\n项目\n数量\n采购\n总金\n额";
        assert!(!says_more(own));
        assert!(says_more(&own.replace("采购\n总金\n额", "收费\n项目\n数量")));
    }

    #[test]
    fn a_word_broken_over_lines_is_seen() {
        assert!(requests(&REQUESTS.replace("自然人 总计\n", "自然人（上 总计\n年） ")));
        assert!(requests(&REQUESTS.replace("社会公益", "境外社会公益")));
        assert!(requests(&REQUESTS.replace("自然人 总计", "境外\n自然\n人")));
        assert!(requests(&REQUESTS.replace("法人或", "上年法人或")));
        assert!(review(&REVIEW.replacen("结果维持", "结果未维持", 1)));
        assert!(review(&REVIEW.replace("行政诉讼", "行政仲裁")));
        assert!(review(&REVIEW.replace("未经复议", "经复议")));
        assert!(!review("结果维持 结果纠正 其他结果 尚未审结 总计"));
    }
}
