//! The decimal figures of a number that a sheet stores, rounded and moved as formats do it.
//!
//! A spreadsheet keeps fifteen figures and rounds those, half up; what the arithmetic of the machine adds behind them
//! (7730.280000000001) is left out. So 1.005 with two places is 1.01, which its binary form alone would not give.

/// A number as figures: 0.d₁d₂d₃… · 10^point, without leading zeros.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Digits {
    figures: Vec<u8>,
    point: i32,
}

/// Figures that a spreadsheet keeps.
const KEPT: usize = 15;
/// Most places before the point that are written out. More are shown by no cell.
/// Measured: with 20, no cell changes.
const MOST_PLACES: i32 = 40;

impl Digits {
    /// The figures of the size of a number; `None` where it is none, or too large or too small for a cell.
    pub(super) fn of(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        if value == 0.0 {
            return Some(Self { figures: Vec::new(), point: 0 });
        }
        let written = format!("{:.*e}", KEPT - 1, value.abs());
        let (mantissa, exponent) = written.split_once('e')?;
        let mut figures: Vec<u8> = mantissa.bytes().filter(u8::is_ascii_digit).collect();
        while figures.last() == Some(&b'0') {
            figures.pop();
        }
        let point = exponent.parse::<i32>().ok()?.checked_add(1)?;
        (point.abs() <= MOST_PLACES).then_some(Self { figures, point })
    }

    /// Whether nothing but zeros is left.
    pub(super) fn is_zero(&self) -> bool {
        self.figures.is_empty()
    }

    /// How many figures stand before the point; zero or less where the number is below one.
    pub(super) const fn point(&self) -> i32 {
        self.point
    }

    /// The number multiplied by ten so many times.
    pub(super) fn shifted(mut self, places: i32) -> Self {
        if !self.is_zero() {
            self.point = self.point.saturating_add(places).clamp(-4 * MOST_PLACES, 4 * MOST_PLACES);
        }
        self
    }

    /// Rounded to so many places behind the point, half up.
    pub(super) fn rounded(mut self, places: usize) -> Self {
        let kept = i32::try_from(places).unwrap_or(i32::MAX).saturating_add(self.point);
        let Ok(kept) = usize::try_from(kept) else { return Self { figures: Vec::new(), point: 0 } };
        let Some(next) = self.figures.get(kept).copied() else { return self };
        self.figures.truncate(kept);
        if next >= b'5' {
            loop {
                match self.figures.pop() {
                    Some(b'9') => {}
                    Some(figure) => {
                        self.figures.push(figure + 1);
                        break;
                    }
                    None => {
                        self.figures.push(b'1');
                        self.point += 1;
                        break;
                    }
                }
            }
        }
        while self.figures.last() == Some(&b'0') {
            self.figures.pop();
        }
        if self.figures.is_empty() {
            self.point = 0;
        }
        self
    }

    /// The figures before the point; empty where there are none.
    pub(super) fn whole(&self) -> String {
        let count = usize::try_from(self.point).unwrap_or(0);
        (0..count).map(|place| self.figures.get(place).map_or('0', |figure| char::from(*figure))).collect()
    }

    /// The figures behind the point, as many as are not zeros at the end.
    pub(super) fn fraction(&self) -> String {
        if self.is_zero() {
            return String::new();
        }
        let zeros = usize::try_from(-self.point).unwrap_or(0);
        let before = usize::try_from(self.point).unwrap_or(0);
        let figures = self.figures.get(before..).unwrap_or_default();
        std::iter::repeat_n('0', zeros).chain(figures.iter().map(|figure| char::from(*figure))).collect()
    }

    /// As it is written without any format.
    pub(super) fn plain(&self) -> String {
        let whole = self.whole();
        let whole = if whole.is_empty() { "0" } else { &whole };
        match self.fraction() {
            fraction if fraction.is_empty() => whole.to_owned(),
            fraction => format!("{whole}.{fraction}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(value: f64) -> Digits {
        Digits::of(value).expect("a number that a cell can hold")
    }

    #[test]
    fn fifteen_figures_are_kept() {
        assert_eq!(digits(7730.0 + 0.28 + 1e-12).plain(), "7730.28");
        assert_eq!(digits(0.1 + 0.2).plain(), "0.3");
        assert_eq!(digits(0.000_123).plain(), "0.000123");
        assert_eq!(digits(1_234_567_890_123.0).plain(), "1234567890123");
        assert_eq!(digits(0.0).plain(), "0");
        for none in [f64::NAN, f64::INFINITY, 1e300, 1e-300] {
            assert_eq!(Digits::of(none), None);
        }
    }

    #[test]
    fn halves_are_rounded_up() {
        for (value, places, shown) in [
            (12.3456, 2, "12.35"),
            (1.005, 2, "1.01"),
            (12.345, 2, "12.35"),
            (9.995, 2, "10"),
            (0.5, 0, "1"),
            (0.49, 0, "0"),
            (0.05, 0, "0"),
            (99.9, 0, "100"),
            (351.0, 2, "351"),
            (0.004, 2, "0"),
            (0.006, 2, "0.01"),
        ] {
            assert_eq!(digits(value).rounded(places).plain(), shown, "{value} {places}");
        }
    }

    #[test]
    fn numbers_are_moved_by_tens() {
        assert_eq!(digits(351_000.0).shifted(-3).plain(), "351");
        assert_eq!(digits(351.0).shifted(-6).plain(), "0.000351");
        assert_eq!(digits(0.1234).shifted(2).plain(), "12.34");
        assert_eq!(digits(0.0).shifted(2).plain(), "0");
    }
}
