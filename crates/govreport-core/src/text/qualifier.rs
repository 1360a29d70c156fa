//! Words that make a label count something else than the form's own that looks like it (限定词): 未, 免, 笔数, 占比.

use std::sync::LazyLock;

use super::fold::{Folded, fold, is_blank, significant_of};
use super::words::{ByFirst, Characters};
use crate::form::lines;

const QUALIFIERS: &str = include_str!("../../form/qualifiers.tsv");

/// The words of the data, of each kind.
struct Qualifiers {
    negations: Characters,
    /// All that change a label, a negation as a word of one character.
    all: ByFirst<()>,
    /// With which a remark begins that changes nothing.
    nothing: Vec<&'static str>,
    /// What says that the form's own is counted.
    counts: Vec<&'static str>,
}

static QUALIFIERS_OF_DATA: LazyLock<Qualifiers> = LazyLock::new(|| {
    let mut negations = Vec::new();
    let mut others = Vec::new();
    let (mut nothing, mut counts) = (Vec::new(), Vec::new());
    for [kind, wording] in lines(QUALIFIERS) {
        match kind {
            "negation" => negations.push(wording),
            "other" => others.push(wording),
            "nothing" => nothing.push(wording),
            "count" => counts.push(wording),
            kind => panic!("form data: qualifiers.tsv has no kind {kind:?}"),
        }
    }
    let single = negations
        .iter()
        .flat_map(|wording| wording.char_indices().map(|(at, c)| &wording[at..at + c.len_utf8()]));
    Qualifiers {
        negations: Characters::new(negations.iter().flat_map(|wording| wording.chars())),
        all: ByFirst::new(single.chain(others).map(|wording| (wording, ()))),
        nothing,
        counts,
    }
});

/// Whether words have the negations of the form's wording: without 不, or with one more, they say the opposite; and so they may where it
/// stands at neither of the characters that it stands at in the wording, as in 未逾期按 for 逾期未按.
pub(crate) fn negates_alike(words: &str, wording: &str) -> bool {
    let count = negations(words);
    count == negations(wording) && (count == 0 || stands_alike(words, wording))
}

/// How many negations words have.
fn negations(words: &str) -> usize {
    let of_data = &*QUALIFIERS_OF_DATA;
    words.chars().filter(|c| of_data.negations.has(*c)).count()
}

/// Whether each negation in words has the character before it, or the one behind, that one in the wording has; there is none at an end.
fn stands_alike(words: &str, wording: &str) -> bool {
    let of_data = &*QUALIFIERS_OF_DATA;
    let at_negations = |text: &str| {
        let characters: Vec<char> = text.chars().filter(|c| fold(*c) != Folded::PASSED).collect();
        let folded = |at: usize| characters.get(at).map(|c| fold(*c));
        let places = (0..characters.len()).filter(|at| of_data.negations.has(characters[*at]));
        places.map(|at| (at.checked_sub(1).and_then(folded), folded(at + 1))).collect::<Vec<_>>()
    };
    let of_wording = at_negations(wording);
    at_negations(words)
        .iter()
        .all(|(before, behind)| of_wording.iter().any(|(other, next)| before == other || behind == next))
}

/// Whether the words of a remark begin with one that changes nothing: 单位：件, 注1.
pub(crate) fn changes_nothing(words: &str) -> bool {
    QUALIFIERS_OF_DATA.nothing.iter().any(|word| words.starts_with(word))
}

/// Whether all that words say is that the form's own is counted: 件数, 数量.
pub(crate) fn says_count(words: &str) -> bool {
    QUALIFIERS_OF_DATA.counts.contains(&words.trim())
}

/// Whether a character is a negation: 未, 不.
pub(crate) fn negates(c: char) -> bool {
    QUALIFIERS_OF_DATA.negations.has(c)
}

/// Whether words are a negation alone, as 非 before 商业企业.
pub(crate) fn is_negation(words: &str) -> bool {
    !words.is_empty() && words.chars().all(negates)
}

/// Whether characters, in whatever order, make up a qualifier; a negation is one alone.
pub(crate) fn is_made_of_qualifier(characters: &[char]) -> bool {
    let of_data = &*QUALIFIERS_OF_DATA;
    let is_whole = |wording: &str| wording.chars().all(|c| characters.contains(&c));
    characters.iter().any(|c| of_data.all.of_first(*c).any(|(wording, ())| is_whole(wording)))
}

/// The characters of a text that count in a comparison, but its negations.
fn without_negations(text: &str) -> impl Iterator<Item = Folded> {
    let of_data = &*QUALIFIERS_OF_DATA;
    significant_of(text.chars().filter(|c| !of_data.negations.has(*c)))
}

/// Whether words are all of a wording but its negation: 经复议直接起诉 of 未经复议直接起诉. They are no piece of it, but its opposite.
pub(crate) fn is_opposite(words: &str, wording: &str) -> bool {
    // Nearly all pairs differ in their first character: the negations are counted last.
    without_negations(words).eq(without_negations(wording)) && negations(words) != negations(wording)
}

/// Whether the first characters of words, at least `fewest` of them, are all of a wording but its negation, or all of it and one more.
pub(crate) fn begin_with_opposite(words: &str, wording: &str, fewest: usize) -> bool {
    let of_data = &*QUALIFIERS_OF_DATA;
    let negations = wording.chars().filter(|c| of_data.negations.has(*c));
    let mut own = without_negations(wording).peekable();
    let mut found = 0;
    for (at, c) in words.chars().enumerate() {
        if of_data.negations.has(c) {
            found += 1;
        } else if fold(c) != Folded::PASSED && own.next() != Some(fold(c)) {
            // Of nearly all wordings this is the first character.
            return false;
        }
        if at + 1 >= fewest && own.peek().is_none() && negations.clone().count() != found {
            return true;
        }
    }
    false
}

/// Whether words hold a qualifier that none of the form's wordings has: another quantity, another act, a part of the whole, or a
/// negation.
pub(crate) fn qualifies_otherwise<'w>(
    words: &str,
    wordings: &(impl Iterator<Item = &'w str> + Clone),
) -> bool {
    let of_data = &*QUALIFIERS_OF_DATA;
    // Nearly no character begins a qualifier: then there is nothing to search the wordings for.
    words.char_indices().any(|(at, first)| {
        let mut here =
            of_data.all.of_first(first).filter(|(qualifier, ())| begins_with(&words[at..], qualifier));
        here.any(|(qualifier, ())| !wordings.clone().any(|own| own.contains(qualifier)))
    })
}

/// Whether a text begins with a word, blanks between its characters passed over.
fn begins_with(text: &str, word: &str) -> bool {
    text.starts_with(word) || {
        let mut characters = text.chars().filter(|c| !is_blank(*c));
        word.chars().all(|c| characters.next() == Some(c))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposites_are_told_by_their_negations() {
        assert!(negates_alike("1.本机关不掌握相关政府", "本机关不掌握相关政府信息"));
        assert!(!negates_alike("1.本机关掌握相关政府信息", "本机关不掌握相关政府信息"));
        assert!(is_opposite("经复议 直接起诉", "未经复议直接起诉"));
        assert!(!is_opposite("复议直接起诉", "未经复议直接起诉"));
        assert!(!negates_alike("上年未结转政府信息公开申请数量", "上年结转政府信息公开申请数量"));
        assert!(negates_alike("申请人逾期未安收费通知", "申请人逾期未按收费通知"));
        assert!(!negates_alike("申请人未逾期按收费通知", "申请人逾期未按收费通知"));
    }

    #[test]
    fn beginnings_are_told_as_whole_words_are() {
        let wordings = ["未经复议直接起诉", "尚未审结", "结果维持", "上年结转"];
        let texts = [
            "经复议 直接起诉复议后起诉",
            "经复议直接起诉",
            "尚审结不",
            "上年未结转其他",
            "结果（维持）未",
            "结果",
        ];
        for (words, wording) in texts.iter().flat_map(|words| wordings.map(|wording| (words, wording))) {
            for fewest in 1..8 {
                let beginnings = words.char_indices().map(|(at, c)| &words[..at + c.len_utf8()]);
                let expected = beginnings.skip(fewest - 1).any(|beginning| is_opposite(beginning, wording));
                assert_eq!(
                    begin_with_opposite(words, wording, fewest),
                    expected,
                    "{words} {wording} {fewest}"
                );
            }
        }
    }

    #[test]
    fn a_qualifier_of_the_form_is_none() {
        let decided = ["处理决定数量", "本年处理决定数量"];
        assert!(qualifies_otherwise("处理决定数量占比", &decided.into_iter()));
        assert!(qualifies_otherwise("本年 未 处理决定数量", &decided.into_iter()));
        assert!(!qualifies_otherwise("本年处理决数量", &decided.into_iter()));
        assert!(!qualifies_otherwise("本年制发件数", &["本年制发件数"].into_iter()));
    }
}
