//! 标题: forms of the title.

/// A form of the title (标题写法).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TitleForm {
    /// `<机关>2023年政府信息公开工作年度报告`.
    Usual,
    /// `<机关>2023年度政府信息公开工作年度报告`.
    YearWord,
    /// `2023年<机关>政府信息公开工作年度报告`.
    YearFirst,
    /// `<机关>2023年政府信息公开年度报告`, without 工作.
    WithoutWork,
    /// Spaces around the digits of the year.
    Spaced,
    /// Broken into two lines behind the body.
    BrokenBehindBody,
    /// Broken into two lines before 年度报告.
    BrokenBeforeReport,
}

impl TitleForm {
    /// All members.
    pub const ALL: [Self; 7] = [
        Self::Usual,
        Self::YearWord,
        Self::YearFirst,
        Self::WithoutWork,
        Self::Spaced,
        Self::BrokenBehindBody,
        Self::BrokenBeforeReport,
    ];

    /// The lines of the title.
    pub(crate) fn lines(self, issuer: &str, year: u16) -> Vec<String> {
        match self {
            Self::Usual => vec![format!("{issuer}{year}年政府信息公开工作年度报告")],
            Self::YearWord => vec![format!("{issuer}{year}年度政府信息公开工作年度报告")],
            Self::YearFirst => vec![format!("{year}年{issuer}政府信息公开工作年度报告")],
            Self::WithoutWork => vec![format!("{issuer}{year}年政府信息公开年度报告")],
            Self::Spaced => vec![format!("{issuer} {year} 年政府信息公开工作年度报告")],
            Self::BrokenBehindBody => {
                vec![issuer.to_owned(), format!("{year}年政府信息公开工作年度报告")]
            }
            Self::BrokenBeforeReport => {
                vec![format!("{issuer}{year}年政府信息公开工作"), "年度报告".to_owned()]
            }
        }
    }

    /// The title without line breaks and spaces.
    pub(crate) fn whole(self, issuer: &str, year: u16) -> String {
        self.lines(issuer, year).concat().replace(' ', "")
    }
}
