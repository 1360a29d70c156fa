//! Labels that are broken, torn away, misspelt or in other punctuation.

use govreport_core::form::TableKind;

use super::{doubt_labels, labels};
use crate::draft::{Draft, Place};
use crate::random::Random;
use crate::sheet::Slot;

/// Changes some labels: one, a few or all; `change` gives the new text. Says how many changed.
fn change(draft: &mut Draft<'_>, random: &mut Random, change: impl Fn(&str, &mut Random) -> String) -> usize {
    let mut labels = labels(draft);
    let often = match random.below(3) {
        0 => 1,
        1 => 6,
        _ => labels.len() as u64,
    };
    let sure = random.size(0, labels.len().saturating_sub(1));
    let mut changed = 0;
    for (number, label) in labels.iter_mut().enumerate() {
        if number == sure || random.one_in(often) {
            let new = change(label, random);
            changed += usize::from(new != **label);
            **label = new;
        }
    }
    doubt_labels(draft);
    changed
}

/// Labels are broken over two or three lines.
pub(super) fn wrapped(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let changed = change(draft, random, |label, random| {
        let characters: Vec<char> = label.chars().filter(|c| *c != '\n').collect();
        if characters.len() < 4 {
            return label.to_owned();
        }
        let size = random.size(2, characters.len() - 1).max(characters.len() / 3);
        let lines: Vec<String> = characters.chunks(size).map(|line| line.iter().collect()).collect();
        lines.join("\n")
    });
    (changed > 0).then(|| format!("{changed} labels broken over lines"))
}

/// Labels stand in a row of their own, above their numbers or around them.
pub(super) fn torn(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows: Vec<Place> = draft
        .number_rows(None)
        .into_iter()
        .filter(|place| draft.cells(*place).iter().all(|cell| cell.table != TableKind::Review))
        .collect();
    let start = random.size(0, rows.len().saturating_sub(1));
    let run = rows.get(start..rows.len().min(start + random.size(1, 5)))?;
    let around = random.one_in(3);
    let mut torn = 0;
    for place in run.iter().rev() {
        let line = draft.line(*place)?;
        let numbers = line.iter().position(Slot::is_number)?;
        let Some(label) =
            numbers.checked_sub(1).filter(|at| line[*at].rows == 1 && !line[*at].text.is_empty())
        else {
            continue;
        };
        let (mut first, rest) = halves(&line[label].text, around);
        first.retain(|c| c != '\n');
        let mut with_numbers = vec![Slot { text: String::new(), ..line[label].clone() }];
        let mut alone: Vec<Slot> = line.drain(..numbers).collect();
        alone[label].text = first;
        with_numbers.append(line);
        *line = alone;
        let below = (!rest.is_empty()).then(|| vec![Slot { text: rest, ..with_numbers[0].clone() }]);
        draft.moved_to(&with_numbers);
        let sheet = draft.sheet(*place)?;
        if let Some(below) = below {
            sheet.insert_below(place.row, below);
        }
        sheet.insert_below(place.row, with_numbers);
        torn += 1;
    }
    (torn > 0).then(|| format!("{torn} labels torn from their numbers"))
}

/// A label in two, where it is long enough and to be broken.
fn halves(label: &str, around: bool) -> (String, String) {
    let characters: Vec<char> = label.chars().collect();
    if !around || characters.len() < 6 {
        return (label.to_owned(), String::new());
    }
    let (first, second) = characters.split_at(characters.len() / 2);
    (first.iter().collect(), second.iter().collect())
}

/// Labels have lost a character or have one twice; or one character is lost in all of them, as where a font has none.
pub(super) fn characters(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    if random.one_in(3) {
        let lost =
            *random.pick(&['制', '数', '年', '件', '公', '开', '申', '行', '政', '一', '“', '理', '其'])?;
        let mut changed = 0;
        for label in labels(draft) {
            let before = label.len();
            if label.chars().any(|c| c != lost) {
                label.retain(|c| c != lost);
            }
            changed += usize::from(label.len() != before);
        }
        doubt_labels(draft);
        return (changed > 0).then(|| format!("{lost} lost in {changed} labels"));
    }
    let doubled = random.one_in(3);
    let changed = change(draft, random, |label, random| {
        let mut characters: Vec<char> = label.chars().collect();
        if characters.len() > 1 {
            let at = random.size(0, characters.len() - 1);
            if doubled {
                characters.insert(at, characters[at]);
            } else if characters[at] != '万' {
                // Without 万 the label of an amount says, quite legibly, that it is in yuan.
                characters.remove(at);
            }
        }
        characters.into_iter().collect()
    });
    (changed > 0)
        .then(|| format!("{changed} labels with a character {}", if doubled { "twice" } else { "less" }))
}

/// Spaces stand inside labels.
pub(super) fn spaces(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let space = *random.pick(&[" ", "  ", "\u{3000}", "\u{a0}", " \u{3000}"])?;
    let often = random.between(1, 6);
    let changed = change(draft, random, |label, random| {
        let mut text = String::new();
        for (place, c) in label.chars().enumerate() {
            if place > 0 && c != '\n' && random.one_in(often) {
                text.push_str(space);
            }
            text.push(c);
        }
        text
    });
    (changed > 0).then(|| format!("spaces in {changed} labels"))
}

/// Each line: a sign, and those that may stand for it.
const SIGNS: [(char, &[&str]); 12] = [
    ('（', &["(", "〔", "【", "﹝", "（ "]),
    ('）', &[")", "〕", "】", "﹞", ""]),
    ('(', &["（", "["]),
    (')', &["）", "]"]),
    ('、', &["，", ",", "﹑", " "]),
    ('.', &["．", "、", "。", "·"]),
    ('，', &[",", "、", ""]),
    ('：', &[":", "∶", ""]),
    ('“', &["\"", "「", "‘", "”"]),
    ('”', &["\"", "」", "’", "”"]),
    ('/', &["／", "、", ""]),
    (':', &["：", ""]),
];

/// Labels have other punctuation.
pub(super) fn punctuation(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let choice = random.size(0, 4);
    let changed = change(draft, random, |label, _| {
        label
            .chars()
            .map(|c| match SIGNS.iter().find(|(sign, _)| *sign == c) {
                Some((_, others)) => others[choice % others.len()].to_owned(),
                None => c.to_string(),
            })
            .collect()
    });
    (changed > 0).then(|| format!("other punctuation in {changed} labels"))
}

/// Characters that enumerators are made of.
fn is_enumerator(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十".contains(c)
}

/// The enumerator of a label and what follows it: `（一）`, `1.`, `一、`.
fn enumerator(label: &str) -> Option<(usize, &str)> {
    let inner = label.trim_start_matches(['（', '(']);
    let rest = inner.trim_start_matches(is_enumerator);
    let number = inner.strip_suffix(rest)?;
    let name = rest.trim_start_matches(['）', ')', '.', '、', ' ', '．']);
    if number.is_empty() || name.len() == rest.len() {
        return None;
    }
    let number = number.parse().ok().or_else(|| {
        "一二三四五六七八九十".chars().position(|c| number.starts_with(c)).map(|place| place + 1)
    })?;
    Some((number, name))
}

/// Enumerators of labels are lost, of another style, or wrong.
pub(super) fn enumerators(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let how = random.below(6);
    let changed = change(draft, random, |label, _| {
        let Some((number, name)) = enumerator(label) else {
            return label.to_owned();
        };
        let numeral = crate::prose::numeral(number);
        match how {
            0 => name.to_owned(),
            1 => format!("{number}、{name}"),
            2 => format!("（{number}）{name}"),
            3 => format!(
                "{}{name}",
                char::from_u32(0x2460 + u32::try_from(number).unwrap_or(1) - 1).unwrap_or('①')
            ),
            4 => format!("{numeral}、{name}"),
            _ => format!("（{}）{name}", crate::prose::numeral(number + 1)),
        }
    });
    (changed > 0).then(|| format!("other enumerators in {changed} labels"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enumerators_are_told_from_names() {
        assert_eq!(enumerator("（二）部分公开"), Some((2, "部分公开")));
        assert_eq!(enumerator("8.属于行政查询事项"), Some((8, "属于行政查询事项")));
        assert_eq!(enumerator("四、结转下年度继续办理"), Some((4, "结转下年度继续办理")));
        assert_eq!(enumerator("规章"), None);
        assert_eq!(enumerator("第二十条第（一）项"), None);
    }

    #[test]
    fn long_labels_are_broken_in_the_middle() {
        assert_eq!(halves("规章", true), ("规章".to_owned(), String::new()));
        assert_eq!(halves("行政事业性收费", true), ("行政事".to_owned(), "业性收费".to_owned()));
    }
}
