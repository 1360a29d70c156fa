//! What sites and mirrors put into a report.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{cuts::put_behind, doubt_labels, labels, prose};
use crate::article::Part;
use crate::draft::{Draft, Place};
use crate::random::Random;
use crate::sheet::Continuation;

/// Readings that mirrors put behind characters.
static READINGS: LazyLock<HashMap<char, &str>> = LazyLock::new(|| {
    include_str!("../../data/readings.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(c, reading)| Some((c.chars().next()?, reading)))
        .collect()
});

/// Lines of a site that may stand between any two lines of its page.
const LINES: [&str; 9] = [
    "分享到： 微信 微博 QQ空间",
    "【打印本页】【关闭窗口】",
    "扫一扫在手机打开当前页",
    "您的位置：首页 > 政务公开 > 政府信息公开年报 > 正文",
    "浏览次数：1036",
    "字体：【大 中 小】",
    "上一篇：没有了",
    "无障碍浏览 长者版",
    "返回顶部",
];

/// Puts readings, masks or foreign words into a text.
fn mirrored(text: &str, how: u64, often: u64, random: &mut Random) -> String {
    let mut new = String::new();
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match how {
            0 | 1 => {
                new.push(c);
                if let Some(reading) = READINGS.get(&c).filter(|_| random.one_in(often)) {
                    let reading = format!("({reading})");
                    new.push_str(&reading.repeat(if how == 0 { 1 } else { 2 }));
                }
            }
            2 if random.one_in(often * 6) => {
                // A filter hides one or two characters.
                new.push_str("***");
                if random.one_in(2) {
                    characters.next();
                }
            }
            3 if random.one_in(often * 12) => {
                new.push_str("某某直播·官方网站");
                new.push(c);
            }
            4 if matches!(c, '，' | '、' | '。') && random.one_in(often) => {
                new.push(c);
                new.push(if c == '，' { ',' } else { '，' });
            }
            _ => new.push(c),
        }
    }
    new
}

/// A mirror puts something into the text, and perhaps into the tables.
pub(super) fn mirror(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let how = random.below(5);
    let often = random.between(1, 8);
    let mut changed = 0;
    for text in prose(draft) {
        let new = mirrored(text, how, often, random);
        changed += usize::from(new != *text);
        *text = new;
    }
    let tables = random.one_in(2);
    if tables {
        for label in labels(draft) {
            let new = mirrored(label, how, often, random);
            changed += usize::from(new != *label);
            *label = new;
        }
        doubt_labels(draft);
    }
    let what = ["readings", "doubled readings", "masks", "foreign words", "doubled punctuation"]
        .get(usize::try_from(how).unwrap_or(0))?;
    (changed > 0).then(|| format!("{what} in {}", if tables { "everything" } else { "prose" }))
}

/// Lines of a site stand between parts of the report, and perhaps inside a table.
pub(super) fn site(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let sheets: Vec<(Place, usize)> =
        draft.sheets().map(|(place, sheet)| (place, sheet.rows.len())).collect();
    let inside = random.one_in(2);
    if inside {
        let (place, rows) = *random.pick(&sheets)?;
        let at = random.size(1, rows.saturating_sub(1).max(1));
        let line = (*random.pick(&LINES)?).to_owned();
        let rest = draft.sheet(place)?.split(at, Continuation::Empty);
        put_behind(draft, place, vec![line], rest)?;
    }
    let mut lines = 0;
    for chapter in &mut draft.chapters {
        for at in (1..=chapter.parts.len()).rev() {
            if random.one_in(6) {
                let line = (*random.pick(&LINES)?).to_owned();
                chapter.parts.insert(at, Part::PageLine(line));
                lines += 1;
            }
        }
    }
    Some(format!("{lines} lines of the site{}", if inside { ", and one inside a table" } else { "" }))
}

/// Empty lines anywhere.
#[expect(clippy::unnecessary_wraps, reason = "all kinds of damage have this signature")]
pub(super) fn blank_lines(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    draft.blank_lines.push(random.bits());
    Some("empty lines put in".to_owned())
}
