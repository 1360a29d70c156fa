//! The unit of money that a heading, a label or a caption names: `本年收费金额（单位：万元）`, `行政事业性收费（元）`, `单位：元`.

use std::sync::LazyLock;

use super::fold::is_blank;
use super::measure::{Measure, Money, measure, whole};
use super::words::{Characters, Exact};
use crate::form::form;

/// What unit of money a text names (金额单位).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Named {
    /// None: no word of it.
    #[default]
    None,
    /// This one.
    One(Money),
    /// Several different ones.
    Several,
    /// One that is not known, or not converted: 美元, 元/件.
    Unknown,
}

impl Named {
    /// The unit that another text names, if it names one.
    pub(crate) fn unless(self, named: Self) -> Self {
        if named == Self::None { self } else { named }
    }

    /// What two texts name together.
    pub(crate) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::None, other) | (other, Self::None) => other,
            (one, other) if one == other => one,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            _ => Self::Several,
        }
    }
}

/// What introduces a unit.
const UNIT: &str = "单位";

/// The unit of money that a text names: in brackets, behind 单位, in 以…为单位, at its end, or with all of its words.
pub(crate) fn named(text: &str) -> Named {
    /// Of the labels of the form that is known.
    static OF_FORM: LazyLock<Exact<Named>> = LazyLock::new(|| {
        let wordings = form().labels.iter().map(|label| label.wording).filter(|wording| may_name(wording));
        Exact::new(wordings.map(|wording| (wording, named_anywhere(wording))))
    });
    if !may_name(text) {
        return Named::None;
    }
    OF_FORM.get(text).copied().unwrap_or_else(|| named_anywhere(text))
}

/// Whether a text holds a character without which none names a unit: nearly none does.
fn may_name(text: &str) -> bool {
    static CHARACTERS: LazyLock<Characters> =
        LazyLock::new(|| Characters::new("元圆圓位万萬亿億币幣角计".chars()));
    let characters: &Characters = &CHARACTERS;
    text.contains(|c| characters.has(c))
}

fn named_anywhere(text: &str) -> Named {
    let text = with_whole_units(text.chars().map(plain).collect());
    let mut found = Named::None;
    let mut outside = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, behind)) = rest.split_once('(') {
        outside.push_str(before);
        // A bracket that is torn off reaches to the end, or to the next.
        let end = behind.find(['(', ')']).unwrap_or(behind.len());
        let (inside, behind) = behind.split_at(end);
        outside.push('(');
        found = found.and(in_brackets(inside));
        rest = behind.strip_prefix(')').unwrap_or(behind);
    }
    outside.push_str(rest);
    found.and(in_words(&outside))
}

/// Words in which 单位 is not broken: a cell may be wrapped within it.
fn with_whole_units(text: String) -> String {
    if !text.contains("单 ") {
        return text;
    }
    let mut pieces = text.split('单');
    let mut whole = String::from(pieces.next().unwrap_or_default());
    for piece in pieces {
        let bare = piece.trim_start_matches(' ');
        whole.push('单');
        whole.push_str(if bare.starts_with('位') { bare } else { piece });
    }
    whole
}

/// The unit that a remark in brackets behind words names; one that names none, but anything else, says that they are not of money:
/// 本年收费金额（件）.
pub(crate) fn named_in_remark(words: &str, remarked: &str) -> Named {
    let remark = remarked.get(words.len()..).unwrap_or_default();
    match named(remark) {
        Named::None if says_anything(remark) => Named::Unknown,
        unit => unit,
    }
}

/// Whether anything but a figure, as the mark of a note is, stands in brackets.
pub(crate) fn says_anything(remark: &str) -> bool {
    remark.chars().any(|c| c.is_alphabetic() || matches!(c, '%' | '％' | '￥' | '¥'))
}

/// Whether words may name a unit of money in a way that is not read: 本表金额均为元, 收费以元填报.
fn may_name_unread(words: &str) -> bool {
    /// Measured: with 45, no cell changes.
    const LONGEST: usize = 90;
    words.len() <= LONGEST
        && words.contains('元')
        && ["金额", "收费", UNIT, "币种"].iter().any(|word| words.contains(word))
        && named(words) == Named::None
}

/// Whether words name a unit, and none of money that is known: 单位：件, 单位：%. 填报单位：… names a body.
pub(crate) fn names_other_unit(words: &str) -> bool {
    /// Measured: with 1, no cell changes.
    const LONGEST: usize = 2;
    may_name_unread(words)
        || words.match_indices(UNIT).any(|(at, _)| {
            let behind = words[at + UNIT.len()..].trim_start_matches([' ', ':', '：', '为']);
            let unit = behind.split(['）', ')', ' ', '，', ',', '。', '、']).next().unwrap_or_default();
            let is_of_body = words[..at].ends_with(['报', '制', '布', '送', '位']);
            let is_sign =
                !unit.is_empty() && !is_of_body && (unit.is_ascii() || unit.chars().nth(LONGEST).is_none());
            match whole(unit) {
                Some(Measure::Word | Measure::Multiple | Measure::Share | Measure::Unknown) => true,
                Some(_) => false,
                None => is_sign,
            }
        })
}

/// Whether words say that counts are multiples or shares: 单位：百件, 单位：%. Nothing where they name no measure word.
pub(crate) fn counts_multiples(words: &str) -> Option<bool> {
    let (_, behind) = words.rsplit_once(UNIT)?;
    let unit = behind.trim_start_matches([' ', ':', '：', '为']);
    let unit = unit.split(['）', ')', ' ', '，', ',', '。', '、']).next()?;
    match whole(unit)? {
        Measure::Multiple | Measure::Share => Some(true),
        Measure::Word => Some(false),
        Measure::Money(_) | Measure::Scale(_) | Measure::Currency | Measure::Unknown => None,
    }
}

/// Brackets, colons and separators as one of each; characters as the data has them.
fn plain(c: char) -> char {
    match c {
        '（' | '【' | '[' | '［' | '〔' | '〈' | '{' => '(',
        '）' | '】' | ']' | '］' | '〕' | '〉' | '}' => ')',
        '：' | '∶' | '﹕' => ':',
        '、' | '，' | ',' | '；' | ';' | '。' | '和' | '或' | '及' | '与' => ',',
        '單' => '单',
        '幣' => '币',
        '計' => '计',
        '為' => '为',
        c if is_blank(c) => ' ',
        c => c,
    }
}

/// What the content of brackets names.
fn in_brackets(inside: &str) -> Named {
    /// Measured: with 5, no cell changes.
    const LONGEST: usize = 6;
    let inside = without_blanks(inside);
    let (introduced, units) = match inside.split_once(UNIT) {
        Some((_, units)) if units.starts_with(':') || whole(units).is_some() => (true, units),
        _ => (false, inside.as_str()),
    };
    let mut named = Named::None;
    let mut known = false;
    for part in units.split(',') {
        let unit = bare(part);
        known |= whole(unit).is_some();
        named = named.and(of_part(unit));
    }
    // A unit is announced, and what follows is too short for the name of a body.
    let is_unknown = introduced && !known && (1..=LONGEST).contains(&bare(units).chars().count());
    if is_unknown { Named::Unknown } else { named }
}

/// What the words outside of brackets name.
fn in_words(text: &str) -> Named {
    let all = without_blanks(text);
    let alone = all.trim_matches(['(', ':', ',', '/']);
    match whole(alone) {
        // Torn off what announces it, 万 may go on: 单位, :万, 件.
        Some(Measure::Scale(_)) if all.starts_with(':') => return Named::Unknown,
        Some(unit) if money(unit).is_some() => return money(unit).map_or(Named::None, Named::One),
        _ => {}
    }
    let mut named = Named::None;
    for (at, _) in text.match_indices(UNIT) {
        let behind = text.get(at + UNIT.len()..).unwrap_or_default().trim_start_matches([' ', ':']);
        let end = behind.find(['(', ':']).unwrap_or(behind.len());
        let behind = behind.get(..end).unwrap_or_default();
        for part in behind.split(',') {
            // 单位：元 2023年: the first word, or all of them where blanks stand inside of it.
            let word = part.split(' ').find(|word| !word.is_empty()).unwrap_or_default();
            let joined = without_blanks(part);
            let unit = if whole(word).is_some() { word } else { &joined };
            named = named.and(of_part(bare(unit)));
        }
    }
    // 以万元为单位, 以元计
    for (at, _) in all.match_indices('以') {
        let behind = all.get(at + '以'.len_utf8()..).unwrap_or_default();
        if let Some((rest, found)) = measure(behind)
            && (rest.starts_with("为单位") || rest.starts_with("为计") || rest.starts_with('计'))
        {
            named = named.and(money(found).map_or(Named::None, Named::One));
        }
    }
    if named == Named::None { at_the_end(alone) } else { named }
}

/// 收费金额万元, 金额:元
fn at_the_end(text: &str) -> Named {
    const BEFORE_YUAN: [char; 7] = ['额', '額', '费', '款', '金', ':', '/'];
    let starts = text.char_indices().map(|(at, _)| at);
    for at in starts {
        let (before, unit) = text.split_at(at);
        let Some(found) = whole(unit).and_then(money) else { continue };
        let is_unit = found != Money::YUAN || before.ends_with(BEFORE_YUAN) || unit.chars().count() > 1;
        let is_money = unit.contains(['元', '圆', '圓']);
        return if is_unit && is_money { Named::One(found) } else { Named::None };
    }
    Named::None
}

/// What one of the units that are named together is.
fn of_part(unit: &str) -> Named {
    match whole(unit) {
        Some(Measure::Multiple | Measure::Share | Measure::Unknown) => Named::Unknown,
        Some(found) => money(found).map_or(Named::None, Named::One),
        // 元/件, 万元以上
        None => {
            let is_money = |text: &str| text.contains(['元', '圆', '圓']);
            let begins = measure(unit).is_some_and(|(rest, found)| {
                matches!(found, Measure::Money(_)) && is_money(unit.strip_suffix(rest).unwrap_or_default())
            });
            if begins || unit.ends_with(['元', '圆', '圓', '币']) { Named::Unknown } else { Named::None }
        }
    }
}

/// The money that a unit is: 万 alone is 万元 where money is counted.
fn money(unit: Measure) -> Option<Money> {
    match unit {
        Measure::Money(money) => Some(money),
        Measure::Scale(tens) => Some(Money::of_tens(tens)),
        Measure::Word | Measure::Currency | Measure::Multiple | Measure::Share | Measure::Unknown => None,
    }
}

/// A unit without what stands around it: 以…为单位, 人民币:…
fn bare(unit: &str) -> &str {
    let unit = unit.trim_start_matches(':');
    let unit = unit.strip_prefix("人民币:").or_else(|| unit.strip_prefix("币种:")).unwrap_or(unit);
    let unit = unit.strip_prefix('以').unwrap_or(unit);
    let ends = ["为单位", "为计量单位", "计", "下同"];
    ends.iter().find_map(|end| unit.strip_suffix(end)).unwrap_or(unit)
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| *c != ' ').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(tens: i8) -> Named {
        Named::One(Money::of_tens(tens))
    }

    #[test]
    fn units_in_headings_labels_and_captions() {
        for (text, tens) in [
            ("本年收费金额（单位：万元）", 4),
            ("本年收费金额（单位：百万元）", 6),
            ("本年收费金额（单位：亿元）", 8),
            ("本年收费金额（千元）", 3),
            ("本年收费金额(单位:元)", 0),
            ("本年收费金额（单位：人民币万元）", 4),
            ("本年收费金额（人民币：万元）", 4),
            ("本年收费金额（单位：万元，保留4位小数）", 4),
            ("本年收费金额【单位 万元】", 4),
            ("本年收费金额（单 位 ： 万 元", 4),
            ("本年收费金额（以万元计）", 4),
            ("本年收费金额万元", 4),
            ("本年收费金额：元", 0),
            ("行政事业性收费（元）", 0),
            ("行政事业性收费（单位：元）", 0),
            ("单位：元", 0),
            ("单位：万元", 4),
            ("單位：萬元", 4),
            ("金额单位：人民币元", 0),
            ("单位：件、万元", 4),
            ("单位：万元 2023年", 4),
            ("填报单位：青石镇人民政府 单位：元", 0),
            ("（单位：万）", 4),
            ("（单位：元；件）", 0),
            ("本表以千元为单位", 3),
            ("万元", 4),
            ("（万元）", 4),
            ("（单位：角）", -1),
        ] {
            assert_eq!(named(text), one(tens), "{text}");
        }
    }

    #[test]
    fn units_that_are_several_or_not_known() {
        for text in ["（单位：万元或元）", "单位：元、万元", "金额（元）（万元）"] {
            assert_eq!(named(text), Named::Several, "{text}");
        }
        for text in [
            "本年收费金额（单位：美元）",
            "（元/件）",
            "（单位：百件）",
            "（单位：担）",
            "（万元以上）",
            "单位：港币",
            "（单位：万美元）",
            "（单位：含税元）",
        ] {
            assert_eq!(named(text), Named::Unknown, "{text}");
        }
    }

    #[test]
    fn multiples_of_counts() {
        for (text, expected) in [
            ("单位：百件", Some(true)),
            ("（单位：十件）", Some(true)),
            ("单位：件", Some(false)),
            ("单位：元", None),
            ("本单位", None),
        ] {
            assert_eq!(counts_multiples(text), expected, "{text}");
        }
    }

    #[test]
    fn texts_that_name_no_unit() {
        for text in [
            "",
            "本年收费金额",
            "行政事业性收费",
            "现行有效件数（历史累计）",
            "填报单位：青石镇人民政府",
            "（单位：青石镇人民政府办公室）",
            "本单位",
            "下属单位数",
            "多元",
            "单元",
            "元旦",
            "（分类）",
            "单位：件",
            "（件）",
            "3.危及“三安全一稳定”",
            "万水镇",
            "(((((((",
            ")",
        ] {
            assert_eq!(named(text), Named::None, "{text}");
        }
        let long = "（单位：元".repeat(10_000);
        assert_eq!(named(&long), one(0));
    }
}
