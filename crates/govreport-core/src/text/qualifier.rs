//! Words that make a label count something else than the form's own that looks like it (限定词): 未, 免, 笔数, 占比.

use std::sync::LazyLock;

use super::fold::is_blank;
use crate::form::lines;

const QUALIFIERS: &str = include_str!("../../form/qualifiers.tsv");

/// The words of the data, of each kind.
struct Qualifiers {
    negations: Vec<char>,
    others: Vec<&'static str>,
}

static QUALIFIERS_OF_DATA: LazyLock<Qualifiers> = LazyLock::new(|| {
    let mut of_data = Qualifiers { negations: Vec::new(), others: Vec::new() };
    for [kind, wording] in lines(QUALIFIERS) {
        match kind {
            "negation" => of_data.negations.extend(wording.chars()),
            "other" => of_data.others.push(wording),
            kind => panic!("form data: qualifiers.tsv has no kind {kind:?}"),
        }
    }
    of_data
});

/// Whether words have as many negations as the form's wording: without 不, or with one more, they say the opposite.
pub(crate) fn negates_alike(words: &str, wording: &str) -> bool {
    let negations = |text: &str| text.chars().filter(|c| QUALIFIERS_OF_DATA.negations.contains(c)).count();
    negations(words) == negations(wording)
}

/// Whether words hold a qualifier that none of the form's wordings has: another quantity, another act, a part of the whole, or a
/// negation.
pub(crate) fn qualifies_otherwise<'w>(words: &str, wordings: impl Iterator<Item = &'w str> + Clone) -> bool {
    let words: String = words.chars().filter(|c| !is_blank(*c)).collect();
    let is_other =
        |qualifier: &str| words.contains(qualifier) && !wordings.clone().any(|own| own.contains(qualifier));
    let of_data = &*QUALIFIERS_OF_DATA;
    let mut character = [0; 4];
    of_data.others.iter().any(|other| is_other(other))
        || of_data.negations.iter().any(|negation| is_other(negation.encode_utf8(&mut character)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposites_are_told_by_their_negations() {
        assert!(negates_alike("1.本机关不掌握相关政府", "本机关不掌握相关政府信息"));
        assert!(!negates_alike("1.本机关掌握相关政府信息", "本机关不掌握相关政府信息"));
        assert!(!negates_alike("上年未结转政府信息公开申请数量", "上年结转政府信息公开申请数量"));
    }

    #[test]
    fn a_qualifier_of_the_form_is_none() {
        let decided = ["处理决定数量", "本年处理决定数量"];
        assert!(qualifies_otherwise("处理决定数量占比", decided.into_iter()));
        assert!(qualifies_otherwise("本年 未 处理决定数量", decided.into_iter()));
        assert!(!qualifies_otherwise("本年处理决数量", decided.into_iter()));
        assert!(!qualifies_otherwise("本年制发件数", ["本年制发件数"].into_iter()));
    }
}
