//! Whether words that look like a label of the form say something else than it.
//!
//! A label that lost characters, or of which some were taken for others, is still the form's. One that has a word of its own is
//! not, however alike the two look: 本年收费笔数 is not 本年收费金额, 1.本机关掌握… is not 1.本机关不掌握….

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::form::{Meaning, RowKey, form};
use crate::text::fold::{Folded, is_blank, significant};
use crate::text::lexicon::enumerator;
use crate::text::qualifier::{negates_alike, qualifies_otherwise};
use crate::text::scope::phrases_of_time;

/// How many characters of words are compared at most.
/// Measured: with 30, 42 cells of the written reports are lost (`label-characters`, `ocr-text`).
const LONGEST: usize = 60;

/// Whether words may be the label of a row, damaged.
pub(in crate::tables) fn may_mean_row(words: &str, row: RowKey) -> bool {
    may_mean(words, Meaning::Row(row))
}

/// Whether words may be a damaged wording of this meaning: they add no word to one of them, replace none and turn none into its
/// opposite.
pub(in crate::tables) fn may_mean(words: &str, meaning: Meaning) -> bool {
    let words = &words[enumerator(words)..];
    let wordings = wordings(meaning);
    adds_nothing_to(words, wordings) && {
        let printed: Vec<Folded> = significant(&without_numbers(words)).take(LONGEST).collect();
        wordings.iter().any(|wording| {
            let own = wording.as_long_as(printed.len());
            negates_alike(words, own.words) && !replaces_a_word(&printed, &own.folded)
        })
    }
}

/// The words of a label without the lines that hold nothing but the numbers of its row: they stand where it was broken, and are no word.
fn without_numbers(words: &str) -> Cow<'_, str> {
    let is_number = |line: &&str| line.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ');
    if words.lines().any(|line| is_number(&line)) {
        words.lines().filter(|line| !is_number(line)).collect::<Vec<_>>().join("\n").into()
    } else {
        words.into()
    }
}

/// A wording of the form, as words are compared with it.
struct Wording {
    whole: Part,
    /// Without the remark at its end, and the most characters of words that may be this part alone.
    name: Option<(Part, usize)>,
}

/// A wording or the beginning of one, with its characters folded.
struct Part {
    words: &'static str,
    folded: Vec<Folded>,
}

impl Part {
    fn of(words: &'static str) -> Self {
        Self { words, folded: significant(words).take(LONGEST).collect() }
    }
}

impl Wording {
    fn of(wording: &'static str) -> Self {
        let name = enumerator(wording);
        let name = wording[name..].find('（').map(|at| {
            let most = significant(&wording[name..name + at]).count() + 1;
            (Part::of(&wording[..name + at]), most)
        });
        Self { whole: Part::of(wording), name }
    }

    /// The part that so many characters may be: 不 in the remark at its end is none of 部分不公开.
    fn as_long_as(&self, characters: usize) -> &Part {
        match &self.name {
            Some((name, most)) if characters <= *most => name,
            _ => &self.whole,
        }
    }
}

/// The words of wordings.
fn words_of(wordings: &[Wording]) -> impl Iterator<Item = &'static str> + Clone {
    wordings.iter().map(|wording| wording.whole.words)
}

/// Whether every word of time and every qualifier in words stands in a wording of this meaning too: 上年度结转本年 is not 结转下年度.
/// A piece of a label may lack what the label has.
pub(in crate::tables) fn adds_nothing(words: &str, meaning: Meaning) -> bool {
    adds_nothing_to(words, wordings(meaning))
}

/// Whether words have a qualifier that no wording of this meaning has: 本年新收政府信息公开申请人数.
pub(in crate::tables) fn counts_another(words: &str, meaning: Meaning) -> bool {
    qualifies_otherwise(words, &words_of(wordings(meaning)))
}

fn adds_nothing_to(words: &str, wordings: &[Wording]) -> bool {
    let says_no_other_time = phrases_of_time(words).all(|phrase| {
        let phrase: Cow<'_, str> = if phrase.contains(is_blank) {
            phrase.chars().filter(|c| !is_blank(*c)).collect()
        } else {
            phrase.into()
        };
        words_of(wordings).any(|wording| wording.contains(&*phrase))
    });
    says_no_other_time && !qualifies_otherwise(words, &words_of(wordings))
}

/// Whether words are what is left of a wording of this meaning: characters of it in their order, or as many with one of them taken for
/// another. Of two characters nothing is left then.
pub(super) fn may_be_left_of(words: &str, meaning: Meaning) -> bool {
    /// Measured: with 5, no cell changes.
    const FEWEST: usize = 4;
    let printed: Vec<Folded> = significant(words).collect();
    let is_left = |wording: &str| {
        let mut own = significant(wording);
        printed.iter().all(|character| own.any(|other| other == *character))
    };
    let is_misprinted = |wording: &str| {
        let own: Vec<Folded> = significant(wording).collect();
        let others = own.iter().zip(&printed).filter(|(own, printed)| own != printed).count();
        own.len() == printed.len() && own.len() >= FEWEST && others == 1
    };
    let wordings = wordings(meaning);
    adds_nothing_to(words, wordings)
        && words_of(wordings).any(|wording| is_left(wording) || is_misprinted(wording))
}

/// All wordings of a meaning.
fn wordings(meaning: Meaning) -> &'static [Wording] {
    static WORDINGS: LazyLock<Vec<(Meaning, Vec<Wording>)>> = LazyLock::new(|| {
        let mut by_meaning: Vec<(Meaning, Vec<Wording>)> = Vec::new();
        for label in &form().labels {
            match by_meaning.iter_mut().find(|(meaning, _)| *meaning == label.meaning) {
                Some((_, wordings)) => wordings.push(Wording::of(label.wording)),
                None => by_meaning.push((label.meaning, vec![Wording::of(label.wording)])),
            }
        }
        by_meaning
    });
    let of_meaning = WORDINGS.iter().find(|(other, _)| *other == meaning);
    of_meaning.map_or(&[], |(_, wordings)| wordings)
}

/// Whether several characters of words that follow each other are none of the wording's, in the alignment that has most in common: a
/// word stands there that the form has not. A character printed twice is none more.
fn replaces_a_word(printed: &[Folded], own: &[Folded]) -> bool {
    /// Measured: with 3, 28 more cells of the written reports are read (`ocr-text`, `page-break`); with 1, 21 of the real
    /// reports change.
    const FEWEST: usize = 2;
    let is_same = |a: Folded, b: Folded| a == b && a != Folded::FOREIGN;
    // What both begin with needs no alignment.
    let begin = own.iter().zip(printed).take_while(|(own, printed)| is_same(**own, **printed)).count();
    if printed.len() < begin + FEWEST {
        return false;
    }
    // Nor where all but one of the others are the wording's: no two of them are not, in no alignment that has most in common.
    let mut left = own[begin..].iter();
    if printed[begin + 1..].iter().all(|character| left.any(|other| is_same(*character, *other))) {
        return false;
    }
    // How many characters the ends of both have in common from here on.
    let width = own.len() + 1;
    let mut common = vec![0_u8; width * (printed.len() + 1)];
    for i in (begin..printed.len()).rev() {
        for j in (begin..own.len()).rev() {
            let at = i * width + j;
            common[at] = if is_same(printed[i], own[j]) {
                common[at + width + 1] + 1
            } else {
                common[at + width].max(common[at + 1])
            };
        }
    }
    let (mut i, mut j, mut run) = (begin, begin, 0);
    while i < printed.len() {
        if j < own.len() && is_same(printed[i], own[j]) {
            (i, j, run) = (i + 1, j + 1, 0);
        } else if j < own.len() && common[i * width + j + 1] >= common[(i + 1) * width + j] {
            j += 1;
        } else {
            let is_twice = i > 0 && is_same(printed[i], printed[i - 1]);
            run += usize::from(!is_twice);
            if run >= FEWEST {
                return true;
            }
            i += 1;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::ColumnKey;

    #[test]
    fn words_that_are_damaged_and_words_that_are_others() {
        let fee = Meaning::Column(ColumnKey::Amount);
        assert!(may_mean("本年收费金颔（单位：万元）", fee));
        assert!(may_mean("本年费金额（单位：万元）", fee));
        for other in
            ["本年收费笔数", "本年减免金额（单位：万元）", "本年未收费金额（单位：万元）", "本年收费金额占比"]
        {
            assert!(!may_mean(other, fee), "{other}");
        }
        let pending = Meaning::Column(ColumnKey::Pending);
        assert!(may_mean("尚未审吉", pending));
        assert!(!may_mean("已审结", pending));
        for (words, row) in [
            ("1.本机关掌握相关政府信息", RowKey::UnavailableNotHeld),
            ("2.有现成信息需要另行制作", RowKey::UnavailableNeedsCreation),
            ("四、结转下年度终止办理", RowKey::CarriedForward),
            ("二、上年未结转政府信息公开申请数量", RowKey::CarriedIn),
            ("一、2019年新收政府信息公开申请数量", RowKey::NewReceived),
            ("7.属于行政复议案卷", RowKey::DeniedEnforcementFiles),
            // Two characters of no label are not one printed twice.
            ("2.乡镇重复申请", RowKey::NotProcessedDuplicate),
            ("7.属于涉农行政执法案卷", RowKey::DeniedEnforcementFiles),
            ("4.侵害第三方合法权益", RowKey::DeniedThirdPartyRights),
            ("1.他机关不掌握相关政府信息", RowKey::UnavailableNotHeld),
        ] {
            assert!(!may_mean_row(words, row), "{words}");
        }
        let partly = RowKey::PartiallyGranted;
        assert!(!may_mean_row("（二）部分不公开", partly) && may_mean_row("（二）部公开", partly));
        assert!(may_mean_row("（二）部分公开（区分处理的，只计这情形，不计其他情形）", partly));
        assert!(may_mean_row(
            "（二）部分公开（区分处理的，只\n0 0 0 12 0 0 12\n计这一情形，不计其他情形）",
            partly
        ));
        assert!(may_mean_row("7.属于行政执案卷", RowKey::DeniedEnforcementFiles));
        assert!(may_mean_row("一、本年新新收政府信息公开甲请数量", RowKey::NewReceived));
    }

    #[test]
    fn a_piece_may_lack_what_the_label_has() {
        assert!(adds_nothing("审结", Meaning::Column(ColumnKey::Pending)));
        assert!(!adds_nothing("已审结", Meaning::Column(ColumnKey::Pending)));
    }
}
