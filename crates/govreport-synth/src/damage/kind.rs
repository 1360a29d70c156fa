//! Damage and its kinds. What each does stands in `strike`.

use govreport_core::form::{ColumnKey, RowKey, SectionKey};

/// Something that happened to a report between its author and the text at hand (损坏).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Damage {
    /// 截断: the table ends after this row.
    CutAfter(RowKey),
    /// 章节缺失: the section is missing, heading, table and all.
    WithoutSection(SectionKey),
    /// 错位: an empty cell stands before the numbers of this row, and the number of this column is lost, so that the numbers
    /// before it stand one column too far to the right. The sums must tell the number.
    Shifted(RowKey, ColumnKey),
    /// 移到左边框: the row lost the empty places under its merged labels, as after a page break, and begins at the left border.
    FlushLeft(RowKey),
    /// 随机损坏: damage of a kind; the seed decides where it strikes and how.
    Drawn(DamageKind, u64),
}

impl Damage {
    /// Damage of a kind, decided by a seed.
    pub const fn random(kind: DamageKind, seed: u64) -> Self {
        Self::Drawn(kind, seed)
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $key:literal: $strike:path;)+) => {
        /// A kind of damage (损坏种类).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum DamageKind { $($(#[$doc])* $name,)+ }

        impl DamageKind {
            /// All members.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The name, for command lines and tables.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }
        }
    };
}

/// Gives the list of all kinds, each with what does the damage, to a macro.
macro_rules! every_kind {
    ($with:ident) => {
        $with! {
        /// 单元格丢失: the cell of one column is lost in a run of rows.
        CellLost = "cell-lost": cells::lost;
        /// 行错位: the numbers of a row stand one column too far right or left.
        RowShifted = "row-shifted": cells::shifted;
        /// 单元格相连: numbers of a row run together.
        CellsJoined = "cells-joined": cells::joined;
        /// 表头丢失: rows of the heading of a table are lost.
        HeaderSwallowed = "header-swallowed": headers::swallowed;
        /// 表头次序: the words of the heading stand in another order.
        HeaderOrder = "header-order": headers::order;
        /// 合并格丢失: labels that cover several rows or columns are lost.
        MergedDropped = "merged-dropped": merged::dropped;
        /// 合并格重复: cells that cover several rows or columns are printed in each.
        MergedRepeated = "merged-repeated": merged::repeated;
        /// 行丢失: rows are cut out of a table.
        RowsCut = "rows-cut": cuts::rows;
        /// 表丢失: a table is missing, or ends early.
        TableCut = "table-cut": cuts::table;
        /// 换页: a table goes on after a page break, with a page number and perhaps its heading again.
        PageBreak = "page-break": cuts::page_break;
        /// 标签折行: labels are broken over lines.
        LabelWrapped = "label-wrapped": labels::wrapped;
        /// 标签脱离: labels are torn from their numbers.
        LabelTorn = "label-torn": labels::torn;
        /// 标签缺字重字: labels have lost or doubled characters.
        LabelCharacters = "label-characters": labels::characters;
        /// 标签空格: labels have spaces inside.
        LabelSpaces = "label-spaces": labels::spaces;
        /// 标点: labels have other punctuation.
        Punctuation = "punctuation": labels::punctuation;
        /// 序号: enumerators are lost or others.
        Enumerators = "enumerators": labels::enumerators;
        /// 繁体: traditional characters.
        Traditional = "traditional": characters::traditional;
        /// 识别错字: characters taken for others that look like them, in labels and prose.
        OcrText = "ocr-text": characters::ocr_text;
        /// 识别错数字: digits taken for letters.
        OcrDigits = "ocr-digits": characters::ocr_digits;
        /// 零作空白: nothing stands where zero belongs.
        BlankZeros = "blank-zeros": contents::blank_zeros;
        /// 零作横线: a dash stands where zero belongs.
        Dashes = "dashes": contents::dashes;
        /// 单元格文字: words stand in cells.
        Words = "words": contents::words;
        /// 数字写法: separators of thousands, full-width digits.
        NumberForms = "number-forms": contents::number_forms;
        /// 合计错误: a total is wrong, as its author printed it.
        WrongTotal = "wrong-total": contents::wrong_total;
        /// 章节缺失: a section is missing, or only its heading.
        SectionMissing = "section-missing": sections::missing;
        /// 章节次序: sections stand in another order.
        SectionsReordered = "sections-reordered": sections::reordered;
        /// 章节改名: sections have other names and numbers.
        SectionsRenamed = "sections-renamed": sections::renamed;
        /// 章节嵌套: section one numbers its parts anew and names them like sections.
        SectionsNested = "sections-nested": sections::nested;
        /// 镜像噪声: mirrors put readings, masks and brands into the text.
        MirrorNoise = "mirror-noise": noise::mirror;
        /// 网站噪声: lines of the site stand inside the report.
        SiteNoise = "site-noise": noise::site;
        /// 空行: empty lines anywhere.
        BlankLines = "blank-lines": noise::blank_lines;
            }
    };
}
pub(super) use every_kind;

every_kind!(kinds);

impl DamageKind {
    /// The kind of a name.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.key() == key)
    }
}
