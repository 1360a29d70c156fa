//! How numbers are written.

use govreport_core::form::NumberKind;
use rust_decimal::Decimal;

use crate::random::Random;

/// How numbers are written (数字写法).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NumberStyle {
    /// 千分位: thousands are parted by a comma.
    pub thousands: bool,
    /// 全角: digits, signs and points are full width.
    pub full_width: bool,
    /// A positive change has a plus sign.
    pub plus: bool,
    /// The minus sign of a negative change: `-`, `−` or `－`.
    pub minus: char,
    /// White space before and behind the number, inside its cell.
    pub padding: Padding,
}

/// White space around a number, inside its cell (单元格内空格).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Padding {
    /// None.
    None,
    /// A space behind some numbers.
    Behind,
    /// Spaces on both sides of some numbers.
    Around,
}

impl NumberStyle {
    /// Bare digits, changes without plus sign.
    pub const PLAIN: Self =
        Self { thousands: false, full_width: false, plus: false, minus: '-', padding: Padding::None };

    /// The styles met in print, from plain to odd.
    pub const ALL: [Self; 7] = [
        Self::PLAIN,
        Self { plus: true, ..Self::PLAIN },
        Self { padding: Padding::Behind, ..Self::PLAIN },
        Self { padding: Padding::Around, plus: true, ..Self::PLAIN },
        Self { minus: '−', plus: true, ..Self::PLAIN },
        Self { thousands: true, ..Self::PLAIN },
        Self { full_width: true, plus: true, minus: '－', ..Self::PLAIN },
    ];

    /// The number as written.
    pub fn write(self, value: Decimal, kind: NumberKind) -> String {
        let digits = value.abs().to_string();
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let mut text = String::new();
        if value.is_sign_negative() && !value.is_zero() {
            text.push(self.minus);
        } else if self.plus && kind == NumberKind::Change && !value.is_zero() {
            text.push('+');
        }
        for (place, digit) in whole.chars().enumerate() {
            if self.thousands && place > 0 && (whole.len() - place).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        if !fraction.is_empty() {
            text.push('.');
            text.push_str(fraction);
        }
        if self.full_width { text.chars().map(full_width).collect() } else { text }
    }

    /// The white space before and behind the next number.
    pub(crate) fn padding(self, random: &mut Random) -> (&'static str, &'static str) {
        match self.padding {
            Padding::Behind if random.one_in(2) => ("", " "),
            Padding::Around if random.one_in(2) => (" ", "  "),
            _ => ("", ""),
        }
    }
}

/// The full width form of an ASCII character; any other stays.
pub(crate) fn full_width(c: char) -> char {
    match c {
        '!'..='~' => char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_write_what_they_say() {
        let change = NumberKind::Change;
        let [plain, plus, _, _, minus, thousands, full] = NumberStyle::ALL;
        assert_eq!(plain.write(Decimal::new(1_234_567, 2), NumberKind::Amount), "12345.67");
        assert_eq!(plus.write(Decimal::from(7), change), "+7");
        assert_eq!(plus.write(Decimal::from(7), NumberKind::Count), "7");
        assert_eq!(plus.write(Decimal::ZERO, change), "0");
        assert_eq!(minus.write(Decimal::from(-3), change), "−3");
        assert_eq!(thousands.write(Decimal::new(1_234_567, 2), NumberKind::Amount), "12,345.67");
        assert_eq!(thousands.write(Decimal::from(123_456), NumberKind::Count), "123,456");
        assert_eq!(full.write(Decimal::from(-30), change), "－３０");
    }
}
