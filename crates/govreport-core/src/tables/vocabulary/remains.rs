//! What damage left of the words of a heading: characters were lost, printed twice, masked or taken for others that look like them.
//!
//! How much is enough depends on the place. Alone, 果持 could be much; where all other words of a heading stand where the form's stand, it
//! can only be 结果维持.

use std::sync::LazyLock;

use crate::form::{Meaning, TableKind, form};
use crate::text::fold::{Folded, fold, may_be_taken_for, taken_for};
use crate::text::qualifier::negates;
use crate::text::reading::bracketed_tone;

/// More characters than this are no heading of a column.
const LONGEST: usize = 40;
/// How many characters a mask (***) hides at most.
const MOST_MASKED: usize = 3;

/// Words of a page, as they are compared with what they may be the remains of.
#[derive(Debug, Default)]
pub(in crate::tables) struct Remains {
    printed: Vec<Printed>,
    /// The bits of its characters, but of those that may be others, misread.
    bits: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Printed {
    Character(char),
    /// `***`, which sites put over words that they find unfit.
    Mask,
}

impl Remains {
    /// These words and what stands before them already; `None` if they are too long.
    pub(in crate::tables) fn and(&self, words: &str) -> Option<Self> {
        let (mut printed, mut bits) = (self.printed.clone(), self.bits);
        let mut rest = words;
        while let Some(c) = rest.chars().next() {
            rest = &rest[c.len_utf8()..];
            // 政(zhèng)府: mirrors of sites print how a character is read.
            if matches!(c, '(' | '（')
                && let Some(reading) = bracketed_tone(rest)
            {
                rest = &rest[reading..];
            } else if c == '*' {
                if printed.last() != Some(&Printed::Mask) {
                    printed.push(Printed::Mask);
                }
            } else if fold(c) != Folded::PASSED {
                printed.push(Printed::Character(c));
                if taken_for(c).next().is_none() {
                    bits |= fold(c).bit();
                }
            }
            if printed.len() > LONGEST {
                return None;
            }
        }
        Some(Self { printed, bits })
    }

    /// Whether the words may be what is left of a wording of this meaning, and no other word: every character is one of the wording, in
    /// its order, or printed twice, and half of the wording is left.
    pub(in crate::tables) fn may_be(&self, meaning: Meaning, table: TableKind) -> bool {
        static OF_FORM: LazyLock<Vec<(TableKind, Meaning, Own)>> = LazyLock::new(|| {
            let labels = form().labels.iter();
            labels.filter_map(|label| Some((label.table?, label.meaning, Own::of(label.wording)))).collect()
        });
        let mut of_meaning = OF_FORM.iter().filter(|(of, own, _)| *own == meaning && *of == table);
        of_meaning.any(|(.., own)| self.may_be_own(own))
    }

    /// The same of one wording.
    pub(super) fn may_be_wording(&self, wording: &str) -> bool {
        self.may_be_own(&Own::of(wording))
    }

    fn may_be_own(&self, own: &Own) -> bool {
        // Nearly all wordings have not all characters that are printed: their bits tell.
        self.bits & !own.bits == 0
            && self
                .left_of(&own.characters, own.negated)
                .is_some_and(|count| count > 0 && count * 2 >= own.characters.len())
    }

    /// How many characters of a wording are left at most; `None` if other characters are printed, or none of the first `needed`.
    fn left_of(&self, own: &[char], needed: Option<usize>) -> Option<usize> {
        // The most that is left of the wording's first `at` characters once so many are printed, and whether one of those needed is.
        type Left = Option<(bool, usize)>;
        let needed = needed.unwrap_or_default();
        let mut before: Vec<Left> = vec![Some((needed == 0, 0)); own.len() + 1];
        let mut last = None;
        for printed in &self.printed {
            let mut row: Vec<Left> = vec![None; own.len() + 1];
            for at in 0..=own.len() {
                let missing = at.checked_sub(1).and_then(|at| row[at]);
                let taken = match *printed {
                    Printed::Mask => {
                        before[at.saturating_sub(MOST_MASKED)..=at].iter().copied().max().flatten()
                    }
                    Printed::Character(c) => {
                        let is_twice = last == Some(*printed);
                        let twice = before[at].filter(|_| is_twice);
                        let same =
                            at.checked_sub(1).filter(|at| is_or_looks_like(c, own[*at])).and_then(|at| {
                                let (has_needed, count) = before[at]?;
                                Some((has_needed || at < needed, count + 1))
                            });
                        twice.max(same)
                    }
                };
                row[at] = missing.max(taken);
            }
            before = row;
            last = Some(*printed);
        }
        let (has_needed, count) = before.last().copied().flatten()?;
        has_needed.then_some(count)
    }
}

/// A wording of the form, as remains are compared with it.
struct Own {
    characters: Vec<char>,
    bits: u64,
    /// 经复议直接起诉 is the opposite of 未经复议直接起诉: of so many characters, up to what negates, one must be left.
    negated: Option<usize>,
}

impl Own {
    fn of(wording: &str) -> Self {
        let characters: Vec<char> = wording.chars().filter(|c| fold(*c) != Folded::PASSED).collect();
        let bits = characters.iter().fold(0, |bits, c| bits | fold(*c).bit());
        let negated = characters.iter().position(|c| negates(*c)).map(|at| at + 1);
        Self { characters, bits, negated }
    }
}

fn is_or_looks_like(printed: char, own: char) -> bool {
    let own = fold(own);
    own != Folded::FOREIGN && fold(printed) == own || may_be_taken_for(printed, own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{ColumnKey, RowKey};

    fn may_be(words: &str, meaning: Meaning) -> bool {
        Remains::default().and(words).expect("it is short").may_be(meaning, TableKind::Review)
    }

    #[test]
    fn what_is_left_of_a_heading_is_told() {
        let upheld = Meaning::Column(ColumnKey::Upheld);
        for words in
            ["结果维持", "果维持", "结 果 持", "结结果维维持", "结(jié)果(guǒ)维持", "结果***", "洁果维恃"]
        {
            assert!(may_be(words, upheld), "{words}");
        }
        for words in ["结果未维持", "结果纠正", "果", "结果维持率", "上年结果维持", "结果维持（2022年）"]
        {
            assert!(!may_be(words, upheld), "{words}");
        }
        assert!(may_be("尚末审结", Meaning::Column(ColumnKey::Pending)));
        assert!(may_be("息计", Meaning::Column(ColumnKey::Total)));
    }

    #[test]
    fn what_negates_must_be_left() {
        let direct = Meaning::Row(RowKey::LitigationDirect);
        assert!(may_be("未经复直接起诉", direct) && may_be("末经复议直接起诉", direct));
        assert!(!may_be("经复议直接起诉", direct));
        let pending = Meaning::Column(ColumnKey::Pending);
        assert!(may_be("尚审结", pending) && may_be("未审结", pending));
        assert!(!may_be("已审结", pending) && !may_be("审结", pending));
    }
}
