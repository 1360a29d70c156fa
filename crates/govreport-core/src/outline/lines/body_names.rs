//! Names of public bodies (机关名称) in running text, and whether two names can be those of one body.

use std::sync::LazyLock;

use super::line::is_letter;
use crate::form::{BodyWord, frame};
use crate::span::Span;
use crate::text::date;
use crate::text::fold::{Folded, fold, is_blank};
use crate::text::words::Words;

/// The longest name looked for, in characters.
/// Measured: with 20, no cell changes.
const LONGEST: usize = 40;

static SUFFIXES: LazyLock<Vec<&'static str>> = LazyLock::new(|| frame().bodies(BodyWord::Suffix).collect());
/// The last characters of the suffixes: nearly every text fails at this test.
static LAST: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut last: Vec<char> = SUFFIXES.iter().filter_map(|suffix| suffix.chars().next_back()).collect();
    last.sort_unstable();
    last.dedup();
    last
});
static FOLLOWS: LazyLock<Words> = LazyLock::new(|| Words::new(frame().bodies(BodyWord::Follows)));
static AUTHORED: LazyLock<Words> = LazyLock::new(|| Words::new(frame().bodies(BodyWord::Authored)));
static NOT_A_NAME: LazyLock<Words> = LazyLock::new(|| Words::new(frame().bodies(BodyWord::NotAName)));
static NEVER: LazyLock<Words> = LazyLock::new(|| Words::new(frame().bodies(BodyWord::Never)));

/// Whether a text ends as names of bodies end. A remark in brackets behind the name may follow.
pub(in crate::outline) fn ends_like_name(text: &str) -> bool {
    let text = match text.strip_suffix(['）', ')']).and_then(|text| text.rsplit_once(['（', '('])) {
        Some((name, _)) => name,
        None => text,
    };
    text.chars().next_back().is_some_and(|last| LAST.binary_search(&last).is_ok())
        && SUFFIXES.iter().any(|suffix| text.ends_with(suffix))
}

/// Whether a title may be believed that this is who reports: it ends as a name of a body does, and holds no word that none has.
pub(in crate::outline) fn is_believable(name: &str) -> bool {
    let whole = name
        .strip_suffix(['）', ')'])
        .and_then(|text| text.rsplit_once(['（', '(']))
        .map_or(name, |(name, _)| name);
    let ends =
        ends_like_name(name) || frame().bodies(BodyWord::InTitle).any(|suffix| whole.ends_with(suffix));
    ends && !NEVER.occur(name)
}

/// Whether two titles name two bodies: neither name holds the other, and they differ plainly or in most of their characters.
pub(in crate::outline) fn are_two(a: &str, b: &str) -> bool {
    let (of_a, of_b) = (significant(a), significant(b));
    let (short, long) = if of_a.len() <= of_b.len() { (&of_a, &of_b) } else { (&of_b, &of_a) };
    let shared = short.iter().filter(|c| long.iter().any(|other| same(**c, *other))).count();
    differ(a, b) || shared * 2 < short.len()
}

/// Whether a text is nothing but the end of a name: 局 begins a line where a name was broken.
pub(in crate::outline) fn is_suffix(text: &str) -> bool {
    SUFFIXES.contains(&text)
}

/// Whether the whole of a text can be the name of a body.
pub(in crate::outline) fn is_name(text: &str) -> bool {
    let characters = text.chars().count();
    (3..=LONGEST).contains(&characters)
        && text.chars().all(is_name_character)
        && ends_like_name(text)
        && !NOT_A_NAME.begin(text)
}

fn is_name_character(c: char) -> bool {
    is_letter(c) || matches!(c, '（' | '）' | '(' | ')' | '·' | '•' | '・' | '、') || c.is_ascii_digit()
}

/// The name at byte `at` of a text, where a word follows that shows its end.
pub(in crate::outline) fn name_at(text: &str, at: usize) -> Option<Span> {
    name_before(text, at, |rest| date::year(rest).is_ok() || FOLLOWS.begin(rest))
}

/// The name at byte `at` of a text, where a word for writing a report follows.
pub(in crate::outline) fn author_at(text: &str, at: usize) -> Option<Span> {
    name_before(text, at, |rest| AUTHORED.begin(rest))
}

fn name_before(text: &str, at: usize, ends: impl Fn(&str) -> bool) -> Option<Span> {
    let rest = text.get(at..)?;
    for (length, c) in rest.char_indices().take(LONGEST) {
        let name = &rest[..length];
        if length > 0 && ends_like_name(name) && ends(rest[length..].trim_start_matches(is_blank)) {
            return is_name(name).then_some(Span::new(at, at + length));
        }
        if !is_name_character(c) {
            return None;
        }
    }
    None
}

/// Whether two names are plainly those of two bodies: the same words around a short part that differs. Short and full names
/// of one body, and names of which one holds the other, are not.
pub(in crate::outline) fn differ(a: &str, b: &str) -> bool {
    // Nearly all places of a report name its body in the same words.
    if a == b {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (significant(a), significant(b));
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| same(**a, **b)).count();
    let front = a.iter().zip(&b).take_while(|(a, b)| same(**a, **b)).count().min(a.len().min(b.len()) - back);
    let (of_a, of_b) = (&a[front..a.len() - back], &b[front..b.len() - back]);
    back > 0
        && of_a.len() == of_b.len()
        && (1..=3).contains(&of_a.len())
        && a.len() > 2
        && of_a.iter().zip(of_b).any(|(a, b)| !is_rank(*a) || !is_rank(*b))
}

fn significant(name: &str) -> Vec<char> {
    name.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether two characters are the same, or variants of one.
fn same(a: char, b: char) -> bool {
    a == b || (fold(a) == fold(b) && fold(a) != Folded::FOREIGN)
}

/// A character that tells the rank of a region; another one makes another body, not a slip of the pen.
fn is_rank(c: char) -> bool {
    matches!(
        c,
        '省' | '市' | '县' | '縣' | '区' | '區' | '州' | '盟' | '旗' | '镇' | '鎮' | '乡' | '鄉' | '村'
    )
}

/// Where a text names a body that differs from `name` in one character, at the beginning of a sentence.
///
/// Names shorter than five characters are not looked for: so many places differ in one character of two.
pub(in crate::outline) fn near_miss(text: &str, name: &str) -> Option<Span> {
    let characters = name.chars().count();
    if characters < 5 {
        return None;
    }
    let middle = name.char_indices().nth(characters / 2).map_or(0, |(at, _)| at);
    let (front, back) = name.split_at(middle);
    // Nearly everywhere one half of the name stands, the other half stands too.
    let alone = |at: &usize| !text[..*at].ends_with(front);
    let behind = memchr::memmem::find_iter(text.as_bytes(), back.as_bytes()).filter(alone).filter_map(|at| {
        let start = text[..at].char_indices().rev().nth(characters / 2 - 1)?.0;
        one_differs(&text[start..at], front).then_some(Span::new(start, at + back.len()))
    });
    let before = memchr::memmem::find_iter(text.as_bytes(), front.as_bytes()).filter_map(|at| {
        let from = at + front.len();
        let rest = &text[from..];
        if rest.starts_with(back) {
            return None;
        }
        let count = characters - characters / 2;
        let end = rest.char_indices().nth(count).map_or(rest.len(), |(at, _)| at);
        let same_end = rest[..end].chars().next_back() == name.chars().next_back();
        (same_end && one_differs(&rest[..end], back)).then_some(Span::new(at, from + end))
    });
    behind.chain(before).filter(|span| begins_sentence(&text[..span.start])).min()
}

/// Whether two texts of one length differ in exactly one character, both of which can stand in the name of a place.
fn one_differs(a: &str, b: &str) -> bool {
    let mut differing = 0;
    let mut of_b = b.chars();
    for a in a.chars() {
        let Some(b) = of_b.next() else { return false };
        if !same(a, b) {
            differing += 1;
            if differing > 1 || is_rank(a) || is_rank(b) || !a.is_alphabetic() || !b.is_alphabetic() {
                return false;
            }
        }
    }
    differing == 1 && of_b.next().is_none()
}

/// Whether a sentence or an item of a list begins behind `before`.
fn begins_sentence(before: &str) -> bool {
    let mut characters = before.chars().rev().filter(|c| !matches!(c, ' ' | '\u{3000}'));
    match characters.next() {
        None | Some('\n' | '\r' | '\t' | '。' | '；' | ';' | '！' | '？' | '）' | ')') => true,
        Some('、' | '.' | '．') => characters.next().is_some_and(is_numeral),
        Some('，' | ',') => characters.next().is_some_and(|c| matches!(c, '年' | '度' | '来')),
        Some(_) => false,
    }
}

fn is_numeral(c: char) -> bool {
    crate::text::figures::figure(c).is_some() || crate::text::figures::han_figure(c).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Option<&str> {
        name_at(text, 0).map(|span| span.of(text))
    }

    #[test]
    fn names_in_running_text() {
        for (text, name) in [
            ("青禾县人民政府在市委领导下", Some("青禾县人民政府")),
            ("青禾县人民政府办公室严格按照条例", Some("青禾县人民政府办公室")),
            ("青禾县2023年度政府信息公开工作", Some("青禾县")),
            ("青禾县白塔镇认真贯彻", Some("青禾县白塔镇")),
            ("青禾县统计局•云岭调查队坚持", None),
            ("我县坚持以公开为常态", None),
            ("本机关严格按照", None),
            ("全县坚持", None),
            ("青禾县政务公开工作稳步推进", Some("青禾县")),
            ("工作有序推进", None),
        ] {
            assert_eq!(at(text), name, "{text}");
        }
    }

    #[test]
    fn one_body_or_two() {
        for (a, b, two) in [
            ("青禾县人民政府", "青河县人民政府", true),
            ("青禾县教育局", "青禾县财政局", true),
            ("白塔镇", "石桥镇", true),
            ("青禾县白塔镇", "白塔镇人民政府", false),
            ("青禾县应急局", "青禾县应急管理局", false),
            ("青禾县人民政府", "青禾县人民政府办公室", false),
            ("教育和体育局", "教育体育局", false),
            ("青禾市人民政府", "青禾县人民政府", false),
            ("青禾總署", "青禾总署", false),
            ("青禾县", "青禾县", false),
        ] {
            assert_eq!(differ(a, b), two, "{a} {b}");
            assert_eq!(differ(b, a), two, "{b} {a}");
        }
    }

    #[test]
    fn a_name_with_one_other_character() {
        let text = "青禾县人民政府办公室做好公开。\n1.青河县人民政府办公室严格执行。";
        let found = near_miss(text, "青禾县人民政府办公室").expect("the second line");
        assert_eq!(found.of(text), "青河县人民政府办公室");
        for text in [
            "根据《青河县人民政府办公室通知》要求",
            "会同青河县人民政府办公室开展工作",
            "青禾市人民政府办公室要求",
            "青禾县人民政府办公厅要求",
            "青禾县人民政府办公室要求",
        ] {
            assert_eq!(near_miss(text, "青禾县人民政府办公室"), None, "{text}");
        }
    }
}
