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
/// Measured: with 20, no cell changes.
const LONGEST: usize = 40;
/// How many characters a mask (***) hides at most.
/// Measured: with 2, no cell changes.
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
    Character {
        character: char,
        folded: Folded,
        /// It may be another, misread.
        may_be_another: bool,
    },
    /// `***`, which sites put over words that they find unfit.
    Mask,
}

impl Printed {
    /// The bit that every wording has which this can be left of.
    const fn bit(self) -> u64 {
        match self {
            Self::Character { folded, may_be_another: false, .. } => folded.bit(),
            Self::Character { .. } | Self::Mask => 0,
        }
    }
}

/// What is printed in words, one after the other.
fn printed_in(words: &str) -> impl Iterator<Item = Printed> {
    let mut rest = words;
    std::iter::from_fn(move || {
        loop {
            let character = rest.chars().next()?;
            rest = &rest[character.len_utf8()..];
            // 政(zhèng)府: mirrors of sites print how a character is read.
            if matches!(character, '(' | '（')
                && let Some(reading) = bracketed_tone(rest)
            {
                rest = &rest[reading..];
                continue;
            }
            if character == '*' {
                return Some(Printed::Mask);
            }
            let folded = fold(character);
            if folded != Folded::PASSED {
                let may_be_another = taken_for(character).next().is_some();
                return Some(Printed::Character { character, folded, may_be_another });
            }
        }
    })
}

/// The bits that every wording has which words can be left of; `None` if they are too long.
pub(super) fn bits_of(words: &str) -> Option<u64> {
    let (mut bits, mut count, mut is_masked) = (0, 0, false);
    for printed in printed_in(words) {
        let goes_on = is_masked && printed == Printed::Mask;
        is_masked = printed == Printed::Mask;
        count += usize::from(!goes_on);
        if count > LONGEST {
            return None;
        }
        bits |= printed.bit();
    }
    Some(bits)
}

impl Remains {
    /// These words and what stands before them already; `None` if they are too long.
    pub(in crate::tables) fn and(mut self, words: &str) -> Option<Self> {
        for printed in printed_in(words) {
            if printed != Printed::Mask || self.printed.last() != Some(&Printed::Mask) {
                self.printed.push(printed);
                self.bits |= printed.bit();
            }
            if self.printed.len() > LONGEST {
                return None;
            }
        }
        Some(self)
    }

    /// Whether the words may be what is left of a wording of this meaning, and no other word: every character is one of the wording, in
    /// its order, or printed twice, and half of the wording is left.
    pub(in crate::tables) fn may_be(&self, meaning: Meaning, table: TableKind) -> bool {
        self.may_be_one_of(Wordings::of(meaning, table))
    }

    /// The same of the wordings of a meaning.
    pub(in crate::tables) fn may_be_one_of(&self, wordings: Wordings) -> bool {
        wordings.0.iter().any(|own| self.may_be_own(own))
    }

    /// Whether no wording of a meaning has all characters that are printed: then none has that and more.
    pub(in crate::tables) fn rules_out(&self, wordings: Wordings) -> bool {
        !wordings.may_have(self.bits)
    }

    /// Whether the words may be what is left of one wording.
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
    fn left_of(&self, own: &[Folded], needed: Option<usize>) -> Option<usize> {
        let needed = needed.unwrap_or_default();
        let mut before = vec![Left::nothing(needed == 0); own.len() + 1];
        let mut row = before.clone();
        let mut last = None;
        for printed in &self.printed {
            let is_twice = last == Some(*printed);
            let mut best = Left::NONE;
            for at in 0..=own.len() {
                let taken = match *printed {
                    Printed::Mask => {
                        let hidden = before[at.saturating_sub(MOST_MASKED)..=at].iter().max();
                        hidden.copied().unwrap_or(Left::NONE)
                    }
                    Printed::Character { character, folded, may_be_another } => {
                        let twice = if is_twice { before[at] } else { Left::NONE };
                        let same = at.checked_sub(1).filter(|at| {
                            before[*at] != Left::NONE
                                && (own[*at] != Folded::FOREIGN && folded == own[*at]
                                    || may_be_another && may_be_taken_for(character, own[*at]))
                        });
                        same.map_or(twice, |at| twice.max(before[at].and_one(at < needed)))
                    }
                };
                // What is missing of the wording up to here changes nothing.
                best = best.max(taken);
                row[at] = best;
            }
            // Another character is printed: no more of them make it one of the wording.
            if best == Left::NONE {
                return None;
            }
            std::mem::swap(&mut before, &mut row);
            last = Some(*printed);
        }
        before.last().and_then(|left| left.count())
    }
}

/// The most that is left of the first characters of a wording once so many are printed, and whether one of those needed is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Left(u16);

impl Left {
    /// Other characters are printed.
    const NONE: Self = Self(0);
    /// More than any count: no more than [`LONGEST`] characters are compared.
    const HAS_NEEDED: u16 = 0x100;

    const fn nothing(has_needed: bool) -> Self {
        Self(if has_needed { 1 | Self::HAS_NEEDED } else { 1 })
    }

    /// One character more.
    const fn and_one(self, is_needed: bool) -> Self {
        let one_more = self.0 + 1;
        Self(if is_needed { one_more | Self::HAS_NEEDED } else { one_more })
    }

    /// How many characters, if one of those needed is among them.
    fn count(self) -> Option<usize> {
        let count = (self.0 & !Self::HAS_NEEDED).checked_sub(1)?;
        (self.0 & Self::HAS_NEEDED != 0).then_some(usize::from(count))
    }
}

/// The wordings of one meaning in a table, as remains are compared with them.
#[derive(Debug, Clone, Copy)]
pub(in crate::tables) struct Wordings(&'static [Own]);

impl Wordings {
    pub(in crate::tables) fn of(meaning: Meaning, table: TableKind) -> Self {
        static OF_FORM: LazyLock<Vec<(TableKind, Meaning, Vec<Own>)>> = LazyLock::new(|| {
            let mut all: Vec<(TableKind, Meaning, Vec<Own>)> = Vec::new();
            for label in &form().labels {
                let Some(table) = label.table else { continue };
                let own = Own::of(label.wording);
                let of_meaning = |(of, meaning, _): &&mut (TableKind, Meaning, _)| {
                    *of == table && *meaning == label.meaning
                };
                match all.iter_mut().find(of_meaning) {
                    Some((.., wordings)) => wordings.push(own),
                    None => all.push((table, label.meaning, vec![own])),
                }
            }
            all
        });
        let found = OF_FORM.iter().find(|(of, own, _)| *of == table && *own == meaning);
        Self(found.map_or(&[], |(.., wordings)| wordings))
    }

    /// Whether one of them has these bits.
    pub(in crate::tables) fn may_have(self, bits: u64) -> bool {
        self.0.iter().any(|own| bits & !own.bits == 0)
    }
}

/// A wording of the form, as remains are compared with it.
#[derive(Debug)]
struct Own {
    characters: Vec<Folded>,
    bits: u64,
    /// 经复议直接起诉 is the opposite of 未经复议直接起诉: of so many characters, up to what negates, one must be left.
    negated: Option<usize>,
}

impl Own {
    fn of(wording: &str) -> Self {
        let printed = || wording.chars().map(|c| (c, fold(c))).filter(|(_, c)| *c != Folded::PASSED);
        let characters: Vec<Folded> = printed().map(|(_, folded)| folded).collect();
        let bits = characters.iter().fold(0, |bits, c| bits | c.bit());
        let negated = printed().position(|(c, _)| negates(c)).map(|at| at + 1);
        Self { characters, bits, negated }
    }
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
