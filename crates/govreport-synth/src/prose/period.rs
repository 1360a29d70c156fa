//! 统计期限: the sentence on the reporting period.

use govreport_core::model::Date;

/// A form of the sentence on the reporting period (统计期限句式).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PeriodForm {
    /// Both days with their year.
    Full,
    /// The year of the last day left out.
    YearOnce,
    /// A dash between the days.
    Dash,
    /// 统计时限, and 从 … 起到 … 止.
    FromTo,
}

impl PeriodForm {
    /// All members.
    pub const ALL: [Self; 4] = [Self::Full, Self::YearOnce, Self::Dash, Self::FromTo];

    /// The sentence for a year.
    pub(crate) fn sentence(self, year: u16) -> String {
        match self {
            Self::Full => format!("本报告中所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"),
            Self::YearOnce => format!("本年度报告所列数据的统计期限为{year}年1月1日至12月31日。"),
            Self::Dash => format!("报告所列数据的统计期限为{year}年1月1日—{year}年12月31日。"),
            Self::FromTo => format!("本报告数据统计时限从{year}年1月1日起到{year}年12月31日止。"),
        }
    }

    /// The days that every form names.
    pub(crate) fn days(year: u16) -> Option<(Date, Date)> {
        Some((Date::new(year, 1, 1)?, Date::new(year, 12, 31)?))
    }
}
