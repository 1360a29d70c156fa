//! How labels are written.

/// Where the heading of table two has its 总计 (表头次序). The numbers always stand in the form's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum HeaderOrder {
    /// All seven words in one row, in the order of the numbers.
    Flat,
    /// 总计 beside 法人或其他组织, so that in the order of the text it comes before 商业企业.
    TotalBesideLegalPersons,
    /// 总计 in the first row, beside 申请人情况, before all others.
    TotalFirst,
}

impl HeaderOrder {
    /// All members.
    pub const ALL: [Self; 3] = [Self::Flat, Self::TotalBesideLegalPersons, Self::TotalFirst];
}

/// Width of punctuation (标点宽度).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Punctuation {
    /// 全角: `（`, `，`, `：`.
    FullWidth,
    /// 半角: `(`, `,`, `:`.
    HalfWidth,
}

/// How labels are written (标签写法).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Wording {
    /// Order of the heading of table two.
    pub header: HeaderOrder,
    /// Width of brackets, commas and colons in the whole report.
    pub punctuation: Punctuation,
    /// Words of narrow heading cells are broken over two lines.
    pub broken_words: bool,
    /// A space after the enumerator: `1. 属于国家秘密`.
    pub spaced_enumerators: bool,
    /// The quotation marks of “三安全一稳定” are lost.
    pub no_quotes: bool,
}

impl Wording {
    /// As the form prints it.
    pub const PLAIN: Self = Self {
        header: HeaderOrder::TotalBesideLegalPersons,
        punctuation: Punctuation::FullWidth,
        broken_words: false,
        spaced_enumerators: false,
        no_quotes: false,
    };

    /// The label in this wording.
    pub(crate) fn label(self, label: &str) -> String {
        let mut text = label.to_owned();
        if self.no_quotes {
            text.retain(|c| !matches!(c, '“' | '”'));
        }
        if self.spaced_enumerators
            && let Some((number, rest)) = label.split_once('.')
            && number.len() == 1
        {
            text = format!("{number}. {}", text.get(2..).unwrap_or(rest));
        }
        self.punctuated(&text)
    }

    /// Any text in this wording's punctuation.
    pub(crate) fn punctuated(self, text: &str) -> String {
        if self.punctuation == Punctuation::FullWidth {
            return text.to_owned();
        }
        text.chars()
            .map(|c| match c {
                '（' => '(',
                '）' => ')',
                '，' => ',',
                '：' => ':',
                '；' => ';',
                other => other,
            })
            .collect()
    }

    /// The label of a narrow heading cell: broken in the middle where this wording breaks words.
    pub(crate) fn narrow(self, label: &str) -> String {
        let label = self.label(label);
        let characters: Vec<char> = label.chars().collect();
        if !self.broken_words || characters.len() < 4 {
            return label;
        }
        let (first, second) = characters.split_at(characters.len() / 2);
        first.iter().chain(&['\n']).chain(second).collect()
    }
}
