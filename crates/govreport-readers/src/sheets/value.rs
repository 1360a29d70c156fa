//! Values of cells as text.
//!
//! A number is written with the digits it was stored with, not with those its format shows: a format may round an amount, and
//! spreadsheets keep fifteen digits, so that what the arithmetic of the machine adds behind them (7730.280000000001) is left
//! out. The format decides what is a percentage and what a date.

use crate::calendar;

/// What the format of a cell makes of its number (数字格式).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum NumberFormat {
    /// A number.
    #[default]
    Plain,
    /// 百分比.
    Percent,
    /// 日期.
    Date,
    /// 时间.
    Time,
    /// Both.
    DateTime,
}

impl NumberFormat {
    /// The formats that have a number and no code.
    pub(super) fn built_in(number: u16) -> Self {
        match number {
            9 | 10 => Self::Percent,
            // From 27 on those of Chinese, Japanese and Korean Excel.
            14..=17 | 27..=31 | 34..=36 | 50..=54 | 57 | 58 => Self::Date,
            18..=21 | 32 | 33 | 45..=47 | 55 | 56 => Self::Time,
            22 => Self::DateTime,
            _ => Self::Plain,
        }
    }

    /// The format that a code such as `yyyy"年"m"月"` makes.
    pub(super) fn of_code(code: &str) -> Self {
        if ["general", "standard"].iter().any(|plain| code.trim().eq_ignore_ascii_case(plain)) {
            return Self::Plain;
        }
        let marks = marks(code);
        let has = |wanted: &[char]| marks.contains(wanted);
        let time = has(&['h', 's']);
        let date = has(&['y', 'd']) || has(&['m']) && !time;
        match (date, time) {
            (true, true) => Self::DateTime,
            (true, false) => Self::Date,
            (false, true) => Self::Time,
            (false, false) if has(&['%']) => Self::Percent,
            (false, false) => Self::Plain,
        }
    }
}

/// What of the first part of a code is no literal text, in lower case.
fn marks(code: &str) -> String {
    let mut marks = String::new();
    let mut rest = code.chars();
    while let Some(char) = rest.next() {
        match char {
            ';' => break,
            '"' => {
                rest.by_ref().find(|char| *char == '"');
            }
            // The next character is printed, left blank or repeated.
            '\\' | '_' | '*' => {
                rest.next();
            }
            '[' => {
                let inside: String = rest.by_ref().take_while(|char| *char != ']').collect();
                // Colours, conditions and languages say nothing; hours, minutes and seconds that go on counting do.
                if !inside.is_empty()
                    && inside.chars().all(|char| matches!(char.to_ascii_lowercase(), 'h' | 'm' | 's'))
                {
                    marks.push('h');
                }
            }
            char => marks.push(char.to_ascii_lowercase()),
        }
    }
    marks.replace("am/pm", "h").replace("a/p", "h")
}

/// How the days of a workbook are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Epoch {
    /// 1900-01-01 is day 1, and a 29th of February 1900 that never was is day 60.
    #[default]
    From1900,
    /// 1904-01-01 is day 0.
    From1904,
}

/// The day after the last that a sheet can show, 9999-12-31.
const END_OF_DAYS: f64 = 2_958_466.0;
/// Seconds of a day.
const DAY: f64 = 86_400.0;

/// A number as text.
pub(super) fn number(value: f64, format: NumberFormat, epoch: Epoch) -> String {
    if !value.is_finite() {
        return String::new();
    }
    match format {
        NumberFormat::Plain => digits(value),
        NumberFormat::Percent => digits(value * 100.0) + "%",
        NumberFormat::Date | NumberFormat::Time | NumberFormat::DateTime => {
            moment(value, format, epoch).unwrap_or_else(|| digits(value))
        }
    }
}

/// A number with the digits that a spreadsheet keeps, and no more than it needs.
fn digits(value: f64) -> String {
    // Fifteen digits; what was read back from them prints as short as they allow.
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    // No zero below zero.
    let rounded = if rounded == 0.0 { 0.0 } else { rounded };
    let size = rounded.abs();
    if rounded != 0.0 && !(1e-9..1e21).contains(&size) { format!("{rounded:e}") } else { rounded.to_string() }
}

/// Day and time, ISO 8601; `None` for what is no day.
#[expect(
    clippy::cast_possible_truncation,
    reason = "days and seconds are whole and within the bounds checked before"
)]
fn moment(value: f64, format: NumberFormat, epoch: Epoch) -> Option<String> {
    if !(0.0..END_OF_DAYS).contains(&value) {
        return None;
    }
    let seconds = (value * DAY).round();
    let day = (seconds / DAY).floor() as i64;
    let second = seconds as i64 % 86_400;
    let time = format!("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
    let (year, month, date) = calendar::date(match epoch {
        Epoch::From1904 => day - 24_107,
        Epoch::From1900 if day < 60 => day - 25_568,
        Epoch::From1900 => day - 25_569,
    });
    let date = format!("{year:04}-{month:02}-{date:02}");
    Some(match format {
        NumberFormat::Time if day == 0 => time,
        // A time of more than a day counts on.
        NumberFormat::Time => return None,
        // A day with a time behind it that its format does not show.
        NumberFormat::Date => date,
        _ => format!("{date} {time}"),
    })
}

/// A truth value as text.
pub(super) fn boolean(value: bool) -> String {
    if value { "TRUE" } else { "FALSE" }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(value: f64) -> String {
        number(value, NumberFormat::Plain, Epoch::From1900)
    }

    #[test]
    fn numbers_have_the_digits_they_were_stored_with() {
        assert_eq!(plain(7.0), "7");
        assert_eq!(plain(7730.0 + 0.28 + 1e-12), "7730.28");
        assert_eq!(plain(0.1 + 0.2), "0.3");
        assert_eq!(plain(-0.0), "0");
        assert_eq!(plain(-12.5), "-12.5");
        assert_eq!(plain(1_234_567_890_123.0), "1234567890123");
        assert_eq!(plain(1e300), "1e300");
        assert_eq!(plain(f64::NAN), "");
    }

    #[test]
    fn percentages_and_moments() {
        let write = |value, code| number(value, NumberFormat::of_code(code), Epoch::From1900);
        assert_eq!(write(0.1234, "0.00%"), "12.34%");
        assert_eq!(write(0.07, "0%"), "7%");
        assert_eq!(write(45308.0, "yyyy\"年\"m\"月\"d\"日\""), "2024-01-17");
        assert_eq!(write(45308.5, "yyyy/m/d h:mm"), "2024-01-17 12:00:00");
        assert_eq!(write(0.75, "h:mm AM/PM"), "18:00:00");
        assert_eq!(write(1.0, "m/d"), "1900-01-01");
        assert_eq!(write(61.0, "m/d"), "1900-03-01");
        assert_eq!(write(-1.0, "m/d"), "-1");
        assert_eq!(number(0.0, NumberFormat::Date, Epoch::From1904), "1904-01-01");
    }

    #[test]
    fn codes_of_numbers_are_no_dates() {
        for code in [
            "General",
            "0.00_);[Red]\\(0.00\\)",
            "#,##0\"days\"",
            "[$¥-804]#,##0.00",
            "@",
            "0.00E+00",
            "0;;yyyy",
        ] {
            assert_eq!(NumberFormat::of_code(code), NumberFormat::Plain, "{code}");
        }
        assert_eq!(NumberFormat::of_code("[$-804]yyyy-mm-dd;@"), NumberFormat::Date);
        assert_eq!(NumberFormat::of_code("[h]:mm"), NumberFormat::Time);
        assert_eq!(NumberFormat::built_in(14), NumberFormat::Date);
        assert_eq!(NumberFormat::built_in(2), NumberFormat::Plain);
    }
}
