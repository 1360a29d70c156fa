//! Units as they are printed behind numbers and named in headings.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::words::ByFirst;
use crate::form::lines;

const UNITS: &str = include_str!("../../form/units.tsv");

/// A unit printed behind a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    /// 元、千元、万元 …
    Money(Money),
    /// 万、亿: ten to this power of whatever the column counts.
    Scale(i8),
    /// 件、条、次 …: a measure word, which changes nothing.
    Word,
    /// ¥: money, of whatever unit the heading names.
    Currency,
    /// A multiple of a measure word, which is not converted: 百件, 万人次.
    Multiple,
    /// %: a part of something else, and no number of anything.
    Share,
    /// A unit that is not converted: 美元.
    Unknown,
}

/// A unit of money (金额单位): ten to a power of 元.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Money {
    tens: i8,
}

impl Money {
    /// 元
    pub(crate) const YUAN: Self = Self { tens: 0 };
    /// 万元
    pub(crate) const TEN_THOUSAND_YUAN: Self = Self { tens: 4 };

    /// The money that so many tens of 元 are.
    pub(crate) const fn of_tens(tens: i8) -> Self {
        Self { tens }
    }

    /// How it is written.
    pub(crate) fn wording(self) -> &'static str {
        wording("money", self.tens).unwrap_or("元")
    }

    /// An amount in this unit as 万元, exactly; `None` where it has more figures than a decimal holds.
    pub(crate) fn in_ten_thousands(self, amount: Decimal) -> Option<Decimal> {
        let tens = i32::from(self.tens - Self::TEN_THOUSAND_YUAN.tens);
        if tens == 0 || amount.is_zero() {
            return Some(amount);
        }
        let factor = 10_i64.checked_pow(tens.unsigned_abs())?;
        if tens > 0 {
            return amount.checked_mul(factor.into()).map(|amount| amount.normalize());
        }
        // Division by a power of ten is exact as long as the scale has room.
        let scale = amount.scale().checked_add(tens.unsigned_abs())?;
        Decimal::try_from_i128_with_scale(amount.mantissa(), scale).ok().map(|amount| amount.normalize())
    }
}

/// How so many tens are written that leave 元 or 件 to be understood: 万, 亿.
pub(crate) fn scale(tens: i8) -> &'static str {
    wording("scale", tens).unwrap_or_default()
}

/// The first wording of a unit in the data.
fn wording(kind: &str, tens: i8) -> Option<&'static str> {
    let is_it = |[of, power, _]: &[&str; 3]| *of == kind && power.parse() == Ok(tens);
    lines(UNITS).find(is_it).map(|[_, _, wording]| wording)
}

/// Units by their wordings.
static MEASURES: LazyLock<ByFirst<Measure>> =
    LazyLock::new(|| ByFirst::new(lines(UNITS).map(|[kind, tens, wording]| (wording, of_data(kind, tens)))));

fn of_data(kind: &str, tens: &str) -> Measure {
    let tens = || tens.parse().unwrap_or_else(|_| panic!("form data: units.tsv has no power {tens:?}"));
    match kind {
        "money" => Measure::Money(Money { tens: tens() }),
        "scale" => Measure::Scale(tens()),
        "word" => Measure::Word,
        "currency" => Measure::Currency,
        "multiple" => Measure::Multiple,
        "share" => Measure::Share,
        "other" => Measure::Unknown,
        kind => panic!("form data: units.tsv has no kind {kind:?}"),
    }
}

/// The unit at the start of a text, and what is behind it.
pub(crate) fn measure(text: &str) -> Option<(&str, Measure)> {
    let (rest, found) = listed(text)?;
    match (found, listed(rest)) {
        // 百件, 万人次
        (Measure::Scale(_), Some((rest, Measure::Word))) => Some((rest, Measure::Multiple)),
        _ => Some((rest, found)),
    }
}

/// The longest wording of the data at the start of a text.
fn listed(text: &str) -> Option<(&str, Measure)> {
    let mut here = MEASURES.of_first(text.chars().next()?);
    here.find_map(|(wording, measure)| text.strip_prefix(wording).map(|rest| (rest, *measure)))
}

/// Whether the whole of a text is a unit without a number: 件, 万元.
pub(crate) fn is_measure(text: &str) -> bool {
    whole(text).is_some()
}

/// The unit that the whole of a text is.
pub(crate) fn whole(text: &str) -> Option<Measure> {
    measure(text)
        .filter(|(rest, found)| rest.is_empty() && *found != Measure::Currency)
        .map(|(_, found)| found)
}

/// The first characters of the signs of currencies.
pub(super) fn firsts_of_currencies() -> impl Iterator<Item = char> {
    let currencies = lines(UNITS).filter(|[kind, _, _]| *kind == "currency");
    currencies.filter_map(|[_, _, wording]| wording.chars().next())
}

/// A sign of a currency at the start of a text: gives what is behind it.
pub(super) fn currency(text: &str) -> Option<&str> {
    measure(text).filter(|(_, found)| *found == Measure::Currency).map(|(rest, _)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_unit_counts() {
        let money = |tens| Measure::Money(Money { tens });
        for (text, expected) in [
            ("元", money(0)),
            ("万元", money(4)),
            ("百万元", money(6)),
            ("人民币万元", money(4)),
            ("千元", money(3)),
            ("亿元", money(8)),
            ("角", money(-1)),
            ("萬元", money(4)),
            ("万", Measure::Scale(4)),
            ("件", Measure::Word),
            ("件次", Measure::Word),
            ("百件", Measure::Multiple),
            ("万人次", Measure::Multiple),
            ("十件", Measure::Multiple),
            ("美元", Measure::Unknown),
            ("%", Measure::Share),
        ] {
            assert_eq!(whole(text), Some(expected), "{text}");
        }
        for text in ["", "元旦", "月", "人民", "¥", "件件"] {
            assert_eq!(whole(text), None, "{text}");
        }
        assert_eq!(currency("¥12"), Some("12"));
        assert_eq!(currency("人民币12万元"), Some("12万元"));
        assert_eq!(currency("人民币元"), None);
    }

    #[test]
    fn amounts_are_converted_exactly() {
        for (amount, tens, expected) in [
            ("123400", 0, "12.34"),
            ("123.4", 3, "12.34"),
            ("0.1234", 6, "12.34"),
            ("0.001234", 8, "12.34"),
            ("12.3400", 4, "12.3400"),
            ("1234000", -1, "12.34"),
            ("0", 8, "0"),
            ("0.00", 0, "0.00"),
            ("1", 0, "0.0001"),
        ] {
            let converted = Money { tens }.in_ten_thousands(amount.parse().expect("a decimal"));
            assert_eq!(
                converted.map(|amount| amount.to_string()).as_deref(),
                Some(expected),
                "{amount} {tens}"
            );
        }
        assert_eq!(Money::TEN_THOUSAND_YUAN.wording(), "万元");
        assert_eq!((Money { tens: 8 }.wording(), scale(8), scale(4)), ("亿元", "亿", "万"));
        assert_eq!(Money { tens: 8 }.in_ten_thousands(Decimal::MAX), None);
        let long: Decimal = "0.0000000000000000000000000001".parse().expect("a decimal");
        assert_eq!(Money::YUAN.in_ten_thousands(long), None);
    }
}
