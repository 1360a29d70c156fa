//! Damage and its kinds. What each does stands in `strike`.

use govreport_core::form::{ColumnKey, RowKey, SectionKey};

use crate::layout::{Html, Layout, Markup, Print};

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
    (
        earlier { $($(#[$doc:meta])* $name:ident = $key:literal: $strike:path;)+ }
        later { $($(#[$later_doc:meta])* $later:ident = $later_key:literal: $later_strike:path;)+ }
    ) => {
        /// A kind of damage (损坏种类).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum DamageKind { $($(#[$doc])* $name,)+ $($(#[$later_doc])* $later,)+ }

        impl DamageKind {
            /// All members.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+ $(Self::$later,)+];

            /// Those that there were up to commit fc4ad8f.
            pub const EARLIER: &'static [Self] = &[$(Self::$name,)+];

            /// Those that came later.
            pub const LATER: &'static [Self] = &[$(Self::$later,)+];

            /// The name, for command lines and tables.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ $(Self::$later => $later_key,)+ }
            }
        }
    };
}

/// Gives the list of all kinds, each with what does the damage, to a macro.
macro_rules! every_kind {
    ($with:ident) => {
        $with! {
        earlier {
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

        later {
        /// 一格缺失: one cell of one row is lost.
        OneLost = "one-lost": marks::one_lost;
        /// 一格空白: one cell is empty, whatever number belongs there.
        OneBlank = "one-blank": marks::one_blank;
        /// 一格横线: a dash, a slash or 无 stands in one cell, whatever number belongs there.
        OneDash = "one-dash": marks::one_dash;
        /// 标记与缺失: dashes, words or empty cells in a row that lost a cell, so that their places are not shown.
        MarkAndLoss = "mark-and-loss": marks::mark_and_loss;
        /// 合计横线: a dash, or nothing, where the total of printed numbers belongs.
        TotalDashed = "total-dashed": marks::total_dashed;
        /// 负号似横线: a dash in the cell before a number: `- 0`.
        DashBefore = "dash-before": marks::dash_before;
        /// 脚注: marks of footnotes behind numbers or labels: ¹ `[1]` ① 注1 *.
        Footnote = "footnote": marks::footnote;
        /// 约数: 约, 近, 余 or a scale beside a number, so that it is none of the form's.
        Qualified = "qualified": marks::qualified;
        /// 一格两数: two numbers in one cell.
        TwoInCell = "two-in-cell": crowded::two_in_cell;
        /// 一格两行: two or three rows in one row of cells.
        RowsInCell = "rows-in-cell": crowded::rows_in_cell;
        /// 数字折行: numbers wrapped inside their cells.
        NumberWrapped = "number-wrapped": crowded::wrapped;
        /// 数字断行: a number goes on in the next line.
        NumberBroken = "number-broken": crowded::broken;
        /// 数字相连: the figures of a row run together, and its zeros are not printed.
        RunTogether = "run-together": crowded::run_together;
        /// 数字合并格: one number given to two or three columns.
        NumberMerged = "number-merged": crowded::merged;
        /// 标签叠放: labels stacked in one cell beside several rows.
        LabelsStacked = "labels-stacked": stacks::stacked;
        /// 先标签后数字: several labels, then their rows.
        LabelsThenRows = "labels-then-rows": stacks::labels_then_rows;
        /// 数字在上: rows that stand above their labels.
        RowAboveLabel = "row-above-label": stacks::above;
        /// 标签丢失: rows without labels.
        LabelsLost = "labels-lost": stacks::lost;
        /// 标签残缺: labels of which the number and a few characters are left, perhaps those of another's name.
        LabelStump = "label-stump": stacks::stump;
        /// 标签重复: labels repeated in each column that they cover, perhaps behind a column of numbers from 0 on.
        LabelsRepeated = "labels-repeated": stacks::repeated;
        /// 两年并列: rows of two years.
        TwoYears = "two-years": foreign::two_years;
        /// 表外行: rows that are none of the form's.
        ForeignRows = "foreign-rows": foreign::rows;
        /// 他表标题: a caption that names another year, or tables of two scopes.
        ForeignCaption = "foreign-caption": foreign::caption;
        /// 杂散行: a page number, a year or another number alone on a line.
        StrayLine = "stray-line": strays::line;
        /// 杂数补位: a row that lost a cell, and a number behind it that is none of its own.
        StrayFills = "stray-fills": strays::fills;
        /// 杂数多出: a number behind a whole row.
        StrayBeside = "stray-beside": strays::beside;
        /// 表后文字: sentences with numbers right behind a table.
        ProseBehind = "prose-behind": strays::prose;
        /// 数入标题: the last number of a table behind the heading of the next section.
        NumberInHeading = "number-in-heading": strays::in_heading;
        /// 列序: columns in another order, with their headings.
        ColumnOrder = "column-order": column_order::order;
        /// 附加列: columns that are not the form's.
        FurtherColumn = "further-column": columns::further;
        /// 他列标题: the heading of another column over numbers.
        ForeignHeading = "foreign-heading": columns::foreign;
        /// 表头断开: headings broken over cells at the wrong place.
        HeadingBroken = "heading-broken": columns::broken;
        /// 括号正负号: signs of changes in brackets, words or arrows: `5（减）`.
        SignsInBrackets = "signs-in-brackets": amounts::signs;
        /// 金额单位: amounts in 元, 千元, 百万元, 亿元, named in heading, label, caption, remark or cell.
        AmountUnit = "amount-unit": amounts::units;
        /// 删除线: figures struck out beside the ones that hold.
        StruckOut = "struck-out": asides::struck;
        /// 上标: raised figures behind numbers.
        Raised = "raised": asides::raised;
        /// 隐藏: figures that are not shown.
        Hidden = "hidden": asides::hidden;
        /// 表头他词: a heading with a word of its own, which makes it that of another column: 本年收费笔数.
        HeadingWord = "heading-word": other_words::heading;
        /// 标签他词: a label with a word of its own, which makes it that of another row: 行政处罚（当场）.
        LabelWord = "label-word": other_words::label;
        /// 序号与名称不符: the number of one item before the name of another.
        LabelOfAnother = "label-of-another": other_words::of_another;
        /// 分项行: the parts of a row below it.
        PartRows = "part-rows": other_words::parts;
        /// 一栏两列: two columns under each heading: of two years or scopes, a number and its share.
        ColumnPairs = "column-pairs": column_pairs::pairs;
        /// 行次列: a column before the labels that numbers the rows.
        RowIndex = "row-index": index::rows;
        /// 栏次行: a row below the headings that numbers the columns.
        ColumnIndex = "column-index": index::columns;
        /// 填充值: `NaN` and `Unnamed: 3` where nothing stands.
        Fillers = "fillers": index::fillers;
        /// 单位他处: the unit of an amount in a column, the line of an item, a row, or a remark behind the number.
        UnitElsewhere = "unit-elsewhere": units::elsewhere;
        /// 计数单位: counts in hundreds or thousands: （万件）.
        CountScale = "count-scale": units::scales;
        /// 水印: a watermark over the table.
        Watermark = "watermark": pages::watermark;
        /// 行跨页: a row that goes on behind a page number.
        RowOverPage = "row-over-page": pages::row_over_page;
        /// 表内附注: a note in a row of the table.
        NoteRow = "note-row": pages::note_row;
        /// 他年表: the table of another year before or behind.
        OtherTable = "other-table": pages::other_table;
        /// 行内容丢失: labels whose rows are lost.
        ContentsLost = "contents-lost": rows_alone::contents_lost;
        /// 标签与行数不等: several labels, then a row more or less.
        LabelsThenOthers = "labels-then-others": rows_alone::labels_then_others;
        /// 小数断开: an amount that breaks at its decimal point.
        AmountBroken = "amount-broken": digits::amount_broken;
        /// 负号写法: signs that are written for a minus, a soft hyphen among them.
        MinusSign = "minus-sign": digits::minus;
        /// 横线与数字同格: a dash and a number in one cell.
        DashInCell = "dash-in-cell": digits::dash_in_cell;
        /// 数字间空格: blanks between the digits of a number.
        DigitsApart = "digits-apart": digits::apart;
        /// 数字全部相连: all figures of a row run together, zeros and all.
        DigitsTogether = "digits-together": digits::together;
        /// 附注: a remark behind a heading or a label, which makes the numbers others: `行政许可/万件`, `自然人[2022年]`.
        RemarkBehind = "remark-behind": remarks::behind;
        /// 组名他指: the name of a group of rows says something else: 三、上年度办理结果.
        GroupWord = "group-word": group_words::group;
        /// 表角: the corner of a heading names another year, unit or scope: 上年度数据.
        CornerWord = "corner-word": corners::word_in;
        /// 多列表头附注: a remark behind a heading over several columns: 申请人情况（上年）.
        HeadWord = "head-word": remarks::head;
        /// 表下说明: a note below a table, which says that its numbers are others, or nothing of them.
        NoteBelow = "note-below": below::note;
        /// 附上年表: below a table of which labels are damaged stands that of the year before.
        YearBeforeBelow = "year-before-below": below::year_before;
        /// 占比入格: a share, a reference or a number with a word in a cell: 31%, 见附件, 12起.
        ShareInCell = "share-in-cell": shares::in_cell;
        /// 跨行数字: a number cell that is merged over two rows.
        CellOverRows = "cell-over-rows": tall_cells::over_rows;
        /// 数字划去: the only figure of a cell is struck out.
        OwnStruck = "own-struck": own_figure::struck;
        /// 数字隐藏: the only figure of a cell is not shown.
        OwnHidden = "own-hidden": own_figure::hidden;
        /// 数字遮盖: a surface lies over the figure, perhaps with another figure on it.
        Covered = "covered": own_figure::covered;
        /// 注释: annotations of a PDF over numbers, or instead of them: text boxes, redactions, strokes, stamps, notes.
        Annotations = "annotations": drawn::annotations;
        /// 文字重叠: two numbers on one place.
        TextsOverlaid = "texts-overlaid": drawn::overlaid;
        /// 重影: numbers drawn more than once, a little apart.
        DrawnTwice = "drawn-twice": drawn::repeated;
        /// 水印图层: a watermark with figures in it, drawn over the table.
        WatermarkDrawn = "watermark-drawn": drawn::watermark;
        /// 表单: numbers in form fields, beside entries that are not chosen.
        FormFields = "form-fields": controls::fields;
        /// 折叠: numbers over a part that is folded away, or in it.
        Folded = "folded": controls::folded;
        /// 后备文字: texts of bars, films and frames, which only old programs show.
        FallbackText = "fallback-text": controls::fallback;
        /// 反向: numbers stored from their end to their beginning, and shown from right to left.
        Reversed = "reversed": controls::reversed;
        /// 多种内容: several contents for several programs, boxes of text.
        Alternatives = "alternatives": controls::alternatives;
        /// 公式: numbers as formulas of Word or `MathML`, fractions and roots among them.
        Formulas = "formulas": controls::formulas;
        /// 公式无值: formulas of a workbook whose results are not stored.
        FormulaUnstored = "formula-unstored": workbooks::unstored;
        /// 数字格式: formats of a workbook that show something else than is stored.
        NumberFormat = "number-format": workbooks::formats;
        /// 隐藏行列: rows and cells that are not shown, numbers under merged cells.
        UnseenCells = "unseen-cells": unseen::cells;
        /// 年份不明: the report nowhere names its year, and a table has rows or columns of two.
        YearUnknown = "year-unknown": year_unknown::two_years;
        }
            }
    };
}
pub(super) use every_kind;

every_kind!(kinds);

impl DamageKind {
    /// Small damages, of which a report may well have two or three.
    pub const SMALL: &'static [Self] =
        &[Self::OneLost, Self::OneBlank, Self::OneDash, Self::StrayLine, Self::Footnote, Self::WrongTotal];

    /// Whether a report of this layout can have it.
    pub fn fits(self, layout: Layout) -> bool {
        let run_on = layout == Layout::Concatenated;
        match self {
            // A line break inside a cell leaves no trace in what is printed without cells.
            Self::NumberWrapped => !run_on && !matches!(layout, Layout::PdfRaw | Layout::PdfAligned),
            // Only markup strikes out, raises and hides.
            Self::StruckOut | Self::Raised | Self::OwnStruck => {
                layout == Layout::Markdown || layout.is_drawn()
            }
            Self::Hidden | Self::OwnHidden => layout.is_drawn(),
            // What one format has and the others have not.
            Self::Covered | Self::Annotations | Self::DrawnTwice => matches!(layout, Layout::Pdf(_)),
            Self::TextsOverlaid | Self::WatermarkDrawn => matches!(layout, Layout::Html(_) | Layout::Pdf(_)),
            Self::Folded | Self::FallbackText => matches!(layout, Layout::Html(_)),
            Self::FormFields | Self::Reversed | Self::Formulas => {
                matches!(layout, Layout::Html(_) | Layout::Docx(_))
            }
            Self::Alternatives => matches!(layout, Layout::Docx(_)),
            Self::FormulaUnstored | Self::NumberFormat => layout == Layout::Xlsx,
            Self::UnseenCells => matches!(layout, Layout::Html(_) | Layout::Docx(_) | Layout::Xlsx),
            // A page of a site dates itself.
            Self::YearUnknown => {
                let dated = matches!(layout, Layout::Html(Html { markup: Markup::Site, .. }));
                layout != Layout::RowTables && !run_on && !dated
            }
            // Where each row is a table of its own, its label is a heading over it.
            Self::RowsInCell
            | Self::LabelsStacked
            | Self::LabelsThenRows
            | Self::RowAboveLabel
            | Self::LabelsLost
            | Self::LabelsRepeated
            | Self::TwoYears
            | Self::ForeignRows
            | Self::PartRows
            | Self::ContentsLost
            | Self::LabelsThenOthers => layout != Layout::RowTables && !run_on,
            // Nor has it a corner, nor a heading over others, nor a row below.
            Self::LabelStump | Self::CornerWord | Self::HeadWord | Self::CellOverRows => {
                layout != Layout::RowTables
            }
            // A caption names one table; these have many in a section.
            Self::ForeignCaption | Self::OtherTable | Self::NoteBelow | Self::YearBeforeBelow => {
                !matches!(layout, Layout::RowTables | Layout::SplitTables)
            }
            // What numbers the rows would run together with their labels.
            Self::RowIndex => !run_on && !matches!(layout, Layout::PdfRaw | Layout::PdfAligned),
            // Only a grid has places to fill.
            Self::Fillers => layout.shows_places(),
            // A page number parts no row of a grid.
            Self::RowOverPage => {
                matches!(
                    layout,
                    Layout::Paragraphs
                        | Layout::PipeLines
                        | Layout::PdfRaw
                        | Layout::PdfAligned
                        | Layout::Pdf(Print { ruled: false, .. })
                )
            }
            // Digits that run together anyway would be other numbers.
            Self::TwoInCell
            | Self::NumberBroken
            | Self::NumberMerged
            | Self::StrayFills
            | Self::StrayBeside
            | Self::DashBefore
            | Self::Qualified
            | Self::SignsInBrackets
            | Self::AmountUnit
            | Self::FurtherColumn
            | Self::ColumnPairs
            | Self::ColumnIndex
            | Self::UnitElsewhere
            | Self::Watermark
            | Self::NoteRow
            | Self::AmountBroken
            | Self::MinusSign
            | Self::DashInCell
            | Self::DigitsApart
            | Self::DigitsTogether
            | Self::ShareInCell => !run_on,
            _ => true,
        }
    }

    /// Whether only the form of 2019 has what it strikes: columns of changes.
    pub(crate) const fn wants_2019(self) -> bool {
        matches!(self, Self::SignsInBrackets | Self::MinusSign)
    }

    /// The kind of a name.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.key() == key)
    }
}
