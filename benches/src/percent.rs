//! Shares as they stand in tables.

/// A share in percent, cut, not rounded: 100 % is all.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
pub fn percent(part: u64, whole: u64) -> String {
    if whole == 0 {
        return "–".to_owned();
    }
    let share = (part as f64 / whole as f64 * 10_000.0).floor() / 100.0;
    if part == whole { "100 %".to_owned() } else { format!("{share:.2} %") }
}
