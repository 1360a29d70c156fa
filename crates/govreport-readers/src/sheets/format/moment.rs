//! Days and times.

use super::code::Kind;
use crate::calendar;

/// How the days of a workbook are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in super::super) enum Epoch {
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

/// Day and time, ISO 8601; `None` for what is no day: the sheet shows `####`.
#[expect(
    clippy::cast_possible_truncation,
    reason = "days and seconds are whole and within the bounds checked before"
)]
pub(super) fn moment(value: f64, kind: Kind, epoch: Epoch) -> Option<String> {
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
    Some(match kind {
        Kind::Time if day == 0 => time,
        // A time of more than a day counts on.
        Kind::Time => return None,
        // A day with a time behind it that its format does not show.
        Kind::Date => date,
        _ => format!("{date} {time}"),
    })
}
