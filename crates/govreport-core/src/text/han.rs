//! Numbers in Chinese figures, as some write them into cells: 三五一, 八〇, 三百五十一, 二十四.

/// The number that the whole of a text is; `None` where it could be read in two ways (三百五), too.
pub(crate) fn number(text: &str) -> Option<u32> {
    /// 九千九百九十九万九千九百九十九.
    /// Measured: with 7, no cell changes.
    const LONGEST: usize = 15;
    // Nearly all words begin with another character.
    text.chars().next().filter(|first| figure(*first).is_some() || place(*first).is_some())?;
    if text.chars().nth(LONGEST).is_some() {
        return None;
    }
    if text.chars().all(|c| figure(c).is_some()) { places(text) } else { spoken(text) }
}

/// Figure by figure: 三五一.
fn places(text: &str) -> Option<u32> {
    // 〇五 may be two numbers run together.
    let first = text.chars().next().and_then(figure)?;
    if first == 0 && text.chars().count() > 1 {
        return None;
    }
    // 一两, 两三: one or two, two or three. No number has 两 for one of its figures.
    if text.contains('两') && text.chars().count() > 1 {
        return None;
    }
    text.chars().try_fold(0_u32, |sum, c| sum.checked_mul(10)?.checked_add(figure(c)?))
}

/// As it is spoken: 三百五十一.
fn spoken(text: &str) -> Option<u32> {
    const TEN_THOUSAND: u32 = 10_000;
    let (mut sum, mut part) = (0_u32, 0_u32);
    // The figure that waits for its place, the last place, and whether a zero stands between.
    let mut waiting = None;
    let mut last = TEN_THOUSAND;
    let mut skipped = false;
    for c in text.chars() {
        if let Some(figure) = figure(c) {
            if waiting.is_some() {
                return None;
            }
            if figure == 0 {
                skipped = true;
            } else {
                waiting = Some(figure);
            }
            continue;
        }
        let place = place(c)?;
        if place == TEN_THOUSAND {
            if sum > 0 {
                return None;
            }
            sum = (part + waiting.take().unwrap_or_default())
                .checked_mul(TEN_THOUSAND)
                .filter(|sum| *sum > 0)?;
            (part, last, skipped) = (0, TEN_THOUSAND, false);
            continue;
        }
        if place >= last {
            return None;
        }
        // 十五 leaves out the one.
        let figure = waiting.take().or((place == 10 && sum + part == 0).then_some(1))?;
        part += figure * place;
        (last, skipped) = (place, false);
    }
    // 三百五 is 350 or 305.
    let is_told = waiting.is_none() || last == 10 || skipped;
    is_told.then_some(sum + part + waiting.unwrap_or_default())
}

fn figure(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '○' | '零' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn place(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1_000,
        '万' => 10_000,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_chinese_figures() {
        for (text, value) in [
            ("三五一", 351),
            ("八〇", 80),
            ("〇", 0),
            ("零", 0),
            ("四", 4),
            ("十", 10),
            ("十五", 15),
            ("二十四", 24),
            ("三百五十一", 351),
            ("三百零五", 305),
            ("一千零二十", 1020),
            ("两千", 2000),
            ("一万二千零七十七", 12077),
            ("叁佰伍拾壹", 351),
            ("九千九百九十九万九千九百九十九", 99_999_999),
        ] {
            assert_eq!(number(text), Some(value), "{text}");
        }
        for text in [
            "一两",
            "两三",
            "",
            "三百五",
            "〇五",
            "一一百",
            "百",
            "十百",
            "一百二百",
            "万",
            "一万一万",
            "无",
            "一、",
            "三5",
            "元",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
        assert_eq!(number(&"一".repeat(1_000)), None);
    }
}
