//! Numbers as lists write them: `一`, `甲`, `①`, `IV`.

/// The digits of Chinese numbers.
const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
/// The digits of Chinese numbers as they are written on cheques (大写).
const FORMAL: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
/// 天干, the heavenly stems.
const STEMS: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
/// 地支, the earthly branches.
const BRANCHES: [&str; 12] = ["子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"];

/// The number in the format of this name. A format that is not known is that of plain figures.
pub(super) fn number_text(number: u32, format: &str) -> String {
    match format {
        "none" | "bullet" => String::new(),
        "decimalZero" => format!("{number:02}"),
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "koreanCounting" => counted(number, &DIGITS, ["十", "百", "千"]),
        "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal" => {
            counted(number, &FORMAL, ["拾", "佰", "仟"])
        }
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => {
            number.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0') % 10]).collect()
        }
        "ideographTraditional" => cycled(number, &STEMS),
        "ideographZodiac" => cycled(number, &BRANCHES),
        "decimalFullWidth" | "decimalFullWidth2" => shifted(number, '０'),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => enclosed(number, '①', 20),
        "decimalEnclosedParen" => enclosed(number, '⑴', 20),
        "decimalEnclosedFullstop" => enclosed(number, '⒈', 20),
        "ideographEnclosedCircle" => enclosed(number, '㊀', 10),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_lowercase(),
        "upperLetter" => letters(number, b'A'),
        "lowerLetter" => letters(number, b'a'),
        _ => number.to_string(),
    }
}

/// 一 … 十 十一 … 二十 … 一百零一.
fn counted(number: u32, digits: &[&str; 10], units: [&str; 3]) -> String {
    if number == 0 || number > 9999 {
        return number.to_string();
    }
    let mut text = String::new();
    let mut skipped = false;
    for (place, unit) in [(1000, units[2]), (100, units[1]), (10, units[0]), (1, "")] {
        let digit = (number / place % 10) as usize;
        if digit == 0 {
            skipped = !text.is_empty();
            continue;
        }
        if skipped {
            text.push('零');
            skipped = false;
        }
        // Ten is 十, not 一十; 拾 on a cheque is the same.
        if !(text.is_empty() && place == 10 && digit == 1) {
            text.push_str(digits[digit % 10]);
        }
        text.push_str(unit);
    }
    text
}

fn cycled(number: u32, signs: &[&str]) -> String {
    let index = number.checked_sub(1).map_or(0, |before| before as usize % signs.len());
    signs.get(index).copied().unwrap_or_default().to_owned()
}

fn shifted(number: u32, zero: char) -> String {
    let digit = |digit: char| char::from_u32(zero as u32 + (digit as u32 - '0' as u32));
    number.to_string().chars().filter_map(digit).collect()
}

/// One sign for the number, where there is one.
fn enclosed(number: u32, one: char, most: u32) -> String {
    let sign = (1..=most).contains(&number).then(|| char::from_u32(one as u32 + number - 1)).flatten();
    sign.map_or_else(|| number.to_string(), String::from)
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number == 0 || number > 3999 {
        return number.to_string();
    }
    let mut rest = number;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

/// a … z, then aa, bb …
fn letters(number: u32, first: u8) -> String {
    let Some(before) = number.checked_sub(1).filter(|before| *before < 26 * 26) else {
        return number.to_string();
    };
    // What is left of a division by 26 fits.
    let letter = char::from(first + u8::try_from(before % 26).unwrap_or(0));
    std::iter::repeat_n(letter, (before / 26 + 1) as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_lists_write_them() {
        let written = |format: &str, numbers: &[u32]| {
            numbers.iter().map(|number| number_text(*number, format)).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            written("chineseCounting", &[1, 10, 11, 20, 21, 101, 110, 1001, 0]),
            "一 十 十一 二十 二十一 一百零一 一百一十 一千零一 0"
        );
        assert_eq!(written("chineseLegalSimplified", &[1, 12]), "壹 拾贰");
        assert_eq!(written("ideographDigital", &[3, 10]), "三 一〇");
        assert_eq!(written("ideographTraditional", &[1, 10, 11]), "甲 癸 甲");
        assert_eq!(written("decimalFullWidth", &[12]), "１２");
        assert_eq!(written("decimalEnclosedCircle", &[1, 20, 21]), "① ⑳ 21");
        assert_eq!(written("ideographEnclosedCircle", &[10]), "㊉");
        assert_eq!(written("upperRoman", &[4, 1999]), "IV MCMXCIX");
        assert_eq!(written("lowerLetter", &[1, 26, 27]), "a z aa");
        assert_eq!(written("decimalZero", &[7]), "07");
        assert_eq!(written("ordinal", &[7]), "7");
        assert_eq!(written("none", &[7]), "");
    }
}
