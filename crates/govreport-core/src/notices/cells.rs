//! `GR2xx` 单元格: what was met in tables, rows and cells.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::data::data;
use super::printed::{Place, PrintedRow};
use super::sentence::Sentence;
use super::words::count;
use crate::form::{TableKind, form};
use crate::model::{Reason, TableEdition};

data! {
    /// No row of a table was found (表格缺失).
    enum TableMissing {
        /// Nothing of it is in the source.
        Source {
            /// The table.
            table: TableKind,
        },
        /// Nothing of it is in the part of the source that was read.
        PartRead {
            /// The table.
            table: TableKind,
        },
        /// Headings, words or numbers of it are there, and no row of the form.
        Rows {
            /// The table.
            table: TableKind,
        },
    }

    /// A table breaks off (表格截断).
    struct TableCutOff {
        /// The last row that is there.
        pub after: PrintedRow,
        /// The rows that are not.
        pub rows: Vec<PrintedRow>,
    }

    /// Rows of the form are not in the source (缺行).
    struct RowAbsent {
        /// The rows, which follow each other in the form.
        pub rows: Vec<PrintedRow>,
    }

    /// A row or a table stands in the source more than once (重复).
    enum RowRepeated {
        /// A row with different numbers.
        Row {
            /// The row.
            row: PrintedRow,
            /// How often it stands there.
            times: usize,
        },
        /// A row of a table whose captions name several scopes (本级, 全市).
        Scopes {
            /// The row.
            row: PrintedRow,
        },
        /// A row that stands in one of two tables with different numbers.
        OneOfTwo {
            /// The row.
            row: PrintedRow,
        },
        /// A table of which a copy is empty; that copy was passed over.
        EmptyCopy {
            /// The table.
            table: TableKind,
        },
    }

    /// A row with numbers is none of the form's (未知行); its numbers are in no cell.
    enum RowUnknown {
        /// Its label is not known.
        Label {
            /// The label as printed.
            label: String,
            /// How many numbers it has.
            numbers: usize,
        },
        /// It is a part of a row of the form.
        Part {
            /// That row.
            of: PrintedRow,
        },
    }

    /// A table mixes two editions of the form (格式混用).
    struct EditionMixed {
        /// The table.
        pub table: TableKind,
    }

    /// A table follows an edition that was not in force for its year (旧格式).
    struct EditionSuperseded {
        /// The table.
        pub table: TableKind,
        /// The edition it follows.
        pub edition: TableEdition,
        /// The year reported on.
        pub year: u16,
    }

    /// A picture stands where a table should be (表格为图片).
    struct TableAsPicture {
        /// The table.
        pub table: TableKind,
    }

    /// A label was recognised although characters differ (近似标签).
    struct LabelByDistance {
        /// The label as printed.
        pub words: String,
        /// The row it was taken for.
        pub row: PrintedRow,
    }

    /// A row without a label was recognised by its neighbours (按次序认定).
    struct LabelByOrder {
        /// The row it was taken for.
        pub row: PrintedRow,
    }

    /// Numbers were taken into the columns that the sums leave (归位).
    struct CellsRealigned {
        /// The row.
        pub place: Place,
        /// How many contents are printed for how many columns.
        pub contents: Contents,
        /// How many cells were lost.
        pub lost: usize,
    }

    /// How many contents stand in a row, and how many columns it has.
    struct Contents {
        /// Contents printed.
        pub printed: usize,
        /// Columns of the form.
        pub columns: usize,
    }

    /// Numbers are withheld (存疑).
    struct CellsAmbiguous {
        /// The row.
        pub place: Place,
        /// Why.
        pub reason: Reason,
        /// How many contents are printed for how many columns, where that matters.
        pub contents: Option<Contents>,
        /// The readings that were left, each a value for every cell of the finding.
        pub candidates: Vec<Vec<Amount>>,
    }

    /// All cells of a table are empty (空表).
    struct TableBlank {
        /// The table.
        pub table: TableKind,
    }

    /// What stands in a cell is no number that its column can have (文字).
    enum TextInNumberCell {
        /// Words.
        Words {
            /// The words.
            words: String,
        },
        /// A number of another kind: a fraction among counts, an amount below zero.
        Number {
            /// The number as printed.
            number: String,
        },
    }

    /// An amount was converted into the unit of the form (单位换算).
    struct UnitConverted {
        /// The amount as printed.
        pub printed: String,
        /// The unit it is printed in, such as 元.
        pub unit: String,
        /// The amount in 万元.
        #[serde(with = "rust_decimal::serde::arbitrary_precision")]
        #[cfg_attr(feature = "schema", schemars(with = "f64"))]
        pub value: Decimal,
        /// 万元 is the unit that the form prints: of fees, not of procurement.
        pub of_form: bool,
    }

    /// Numbers that run together were parted (拆分).
    enum CellsParted {
        /// Zeros leave one way to part them.
        ByZeros {
            /// The row.
            place: Place,
            /// The figures that run together.
            figures: String,
        },
        /// The sums leave one way to part them.
        BySums {
            /// The row.
            place: Place,
        },
    }

    /// Numbers stand in a table and belong to no cell (数字无归属).
    enum NumbersUnplaced {
        /// In a row without a label.
        Row {
            /// How many.
            numbers: usize,
        },
        /// In front of a label, or beside the heading of a column.
        Beside {
            /// How many.
            numbers: usize,
        },
        /// In more rows than are told one by one.
        MoreRows {
            /// How many rows.
            rows: usize,
        },
    }
}

fn section(table: TableKind) -> &'static str {
    form().section_label(table.section())
}

fn labels(rows: &[PrintedRow], between: &str) -> String {
    let labels: Vec<&str> = rows.iter().map(|row| row.label()).collect();
    labels.join(between)
}

impl Sentence for TableMissing {
    fn english(&self) -> String {
        match self {
            Self::Source { table } => {
                format!("the table of section {} is not in the source", section(*table))
            }
            Self::PartRead { table } => {
                format!(
                    "the table of section {} is not in the part of the source that was read",
                    section(*table)
                )
            }
            Self::Rows { table } => {
                format!("of the table of section {} no row of the form was found", section(*table))
            }
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::Source { table } => format!("来源中没有“{}”的表格", section(*table)),
            Self::PartRead { table } => format!("已读取的部分中没有“{}”的表格", section(*table)),
            Self::Rows { table } => format!("未找到“{}”的表格中格式规定的任何一行", section(*table)),
        }
    }
}

impl Sentence for TableCutOff {
    fn english(&self) -> String {
        let rows = count(self.rows.len(), "row");
        let are = if self.rows.len() == 1 { "is" } else { "are" };
        format!("the table breaks off after {}: {rows} {are} not in the source", self.after.label())
    }

    fn chinese(&self) -> String {
        format!("表格在“{}”之后中断，缺{}行", self.after.label(), self.rows.len())
    }
}

impl Sentence for RowAbsent {
    fn english(&self) -> String {
        format!("not in the source: {}", labels(&self.rows, "; "))
    }

    fn chinese(&self) -> String {
        format!("来源中缺：{}", labels(&self.rows, "；"))
    }
}

impl Sentence for RowRepeated {
    fn about(&self) -> Option<String> {
        match self {
            Self::Row { row, .. } | Self::Scopes { row } | Self::OneOfTwo { row } => {
                Some(row.label().to_owned())
            }
            Self::EmptyCopy { .. } => None,
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Row { times, .. } => {
                format!("stands in the source {times} times, with different numbers")
            }
            Self::Scopes { .. } => {
                "stands in a table of several scopes: its captions name more than one".to_owned()
            }
            Self::OneOfTwo { .. } => {
                "stands in one of two tables that have different numbers: nothing tells of \
                                      which year or body it is"
                    .to_owned()
            }
            Self::EmptyCopy { .. } => {
                "the table stands in the source more than once; a copy that is empty was passed over"
                    .to_owned()
            }
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::Row { times, .. } => format!("出现{times}次，数字不同"),
            Self::Scopes { .. } => "所在表格的说明写有不止一个统计范围".to_owned(),
            Self::OneOfTwo { .. } => {
                "有两张数字不同的表格，此行只见于其中一张，无法判断属于哪一年或哪个机关".to_owned()
            }
            Self::EmptyCopy { .. } => "表格出现不止一次，其中空白的一张未采用".to_owned(),
        }
    }
}

impl Sentence for RowUnknown {
    fn english(&self) -> String {
        match self {
            Self::Label { label, numbers } => {
                let are = if *numbers == 1 { "number is" } else { "numbers are" };
                format!("{label} is no row of the form; its {numbers} {are} in no cell")
            }
            Self::Part { of } => format!("a part of {}; its numbers are in no cell", of.label()),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::Label { label, numbers } => {
                format!("“{label}”不是格式规定的行，其{numbers}个数字未计入任何单元格")
            }
            Self::Part { of } => format!("此行是“{}”的一部分，其数字未计入任何单元格", of.label()),
        }
    }
}

impl Sentence for EditionMixed {
    fn english(&self) -> String {
        "some blocks of the table follow the form of 2019, others that of 2021".to_owned()
    }

    fn chinese(&self) -> String {
        "表格中有的部分用2019年格式，有的用2021年格式".to_owned()
    }
}

impl Sentence for EditionSuperseded {
    fn english(&self) -> String {
        let what = match self.edition {
            TableEdition::Hybrid => "partly follows",
            TableEdition::E2019 | TableEdition::E2021 => "follows",
        };
        let (section, year) = (section(self.table), self.year);
        format!("the table of section {section} {what} the form of 2019, the report is on {year}")
    }

    fn chinese(&self) -> String {
        let what = match self.edition {
            TableEdition::Hybrid => "部分沿用",
            TableEdition::E2019 | TableEdition::E2021 => "沿用",
        };
        format!("报告年度为{}年，“{}”的表格{what}2019年格式", self.year, section(self.table))
    }
}

impl Sentence for TableAsPicture {
    fn english(&self) -> String {
        format!("the table of section {} is a picture: its numbers are not in the text", section(self.table))
    }

    fn chinese(&self) -> String {
        format!("“{}”的表格是图片，文本中没有其数字", section(self.table))
    }
}

impl Sentence for LabelByDistance {
    fn english(&self) -> String {
        format!("{} was taken for {}", self.words, self.row.label())
    }

    fn chinese(&self) -> String {
        format!("“{}”被认定为“{}”", self.words, self.row.label())
    }
}

impl Sentence for LabelByOrder {
    fn english(&self) -> String {
        format!("a row without label was taken for {}", self.row.label())
    }

    fn chinese(&self) -> String {
        format!("一行没有标签，按次序认定为“{}”", self.row.label())
    }
}

impl Contents {
    fn english(&self) -> String {
        format!("{} for {}", count(self.printed, "content"), count(self.columns, "column"))
    }

    fn chinese(&self) -> String {
        format!("应有{}格，印有{}项内容", self.columns, self.printed)
    }
}

const ONLY: &str =
    "the sums of the form leave only this arrangement, also where a single one of them is left out";
const ONLY_ZH: &str = "各项勾稽关系（去掉任何一项亦然）只容许这一种排列";

impl Sentence for CellsRealigned {
    fn about(&self) -> Option<String> {
        Some(self.place.label().to_owned())
    }

    fn english(&self) -> String {
        let lost = match self.lost {
            0 => "not all of them belong here",
            1 => "1 cell was lost",
            _ => "several cells were lost",
        };
        format!("{}: {lost}; {ONLY}", self.contents.english())
    }

    fn chinese(&self) -> String {
        let lost = match self.lost {
            0 => "有的不属于本行".to_owned(),
            lost => format!("缺失{lost}格"),
        };
        format!("{}，{lost}；{ONLY_ZH}", self.contents.chinese())
    }
}

impl Sentence for CellsAmbiguous {
    fn about(&self) -> Option<String> {
        Some(self.place.label().to_owned())
    }

    fn english(&self) -> String {
        match &self.contents {
            Some(contents) => format!("{}; {}", contents.english(), self.reason.sentence()),
            None => self.reason.sentence().to_owned(),
        }
    }

    fn chinese(&self) -> String {
        match &self.contents {
            Some(contents) => format!("{}；{}", contents.chinese(), self.reason.sentence_in_chinese()),
            None => self.reason.sentence_in_chinese().to_owned(),
        }
    }
}

impl Sentence for TableBlank {
    fn english(&self) -> String {
        format!("every cell of the table is empty: {}", section(self.table))
    }

    fn chinese(&self) -> String {
        format!("“{}”的表格全部为空白", section(self.table))
    }
}

impl Sentence for TextInNumberCell {
    fn english(&self) -> String {
        match self {
            Self::Words { words } => format!("words where the form wants a number: {words}"),
            Self::Number { number } => format!("a number that the column cannot have: {number}"),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::Words { words } => format!("应填数字处填有文字：{words}"),
            Self::Number { number } => format!("该列不应有这样的数字：{number}"),
        }
    }
}

impl Sentence for UnitConverted {
    fn english(&self) -> String {
        let Self { printed, unit, value, of_form } = self;
        let into = if *of_form { "the unit of the form, 万元" } else { "万元" };
        format!("{printed} is printed in {unit} and was converted into {into}: {value}")
    }

    fn chinese(&self) -> String {
        let Self { printed, unit, value, of_form } = self;
        let into = if *of_form { "格式规定的万元" } else { "万元" };
        format!("{printed}的单位为{unit}，已换算为{into}：{value}")
    }
}

impl Sentence for CellsParted {
    fn about(&self) -> Option<String> {
        let (Self::ByZeros { place, .. } | Self::BySums { place }) = self;
        Some(place.label().to_owned())
    }

    fn english(&self) -> String {
        match self {
            Self::ByZeros { figures, .. } => {
                format!("{figures} was parted: zeros leave one way to do so")
            }
            Self::BySums { .. } => format!("numbers run together were parted; {ONLY}"),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::ByZeros { figures, .. } => format!("连写的{figures}已拆分：因其中的零，只有一种拆法"),
            Self::BySums { .. } => format!("连写的数字已拆分；{ONLY_ZH}"),
        }
    }
}

impl Sentence for NumbersUnplaced {
    fn english(&self) -> String {
        match self {
            Self::Row { numbers: 1 } => "1 number belongs to no row".to_owned(),
            Self::Row { numbers } => format!("{numbers} numbers belong to no row"),
            Self::Beside { numbers } => format!(
                "{} in front of a label or beside the heading of a column",
                if *numbers == 1 { "1 number stands".to_owned() } else { format!("{numbers} numbers stand") }
            ),
            Self::MoreRows { rows: 1 } => "1 more row of this table belongs to no row of the form".to_owned(),
            Self::MoreRows { rows } => format!("{rows} more rows of this table belong to no row of the form"),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::Row { numbers } => format!("{numbers}个数字不属于任何一行"),
            Self::Beside { numbers } => format!("{numbers}个数字位于标签之前或列标题旁"),
            Self::MoreRows { rows } => format!("此表还有{rows}行不是格式规定的行"),
        }
    }
}
