//! A document made of any bytes: each byte is a piece of the form, a number, or the end of a cell, a row or a line.

use govreport::Span;
use govreport::document::{Cell, Document};
use govreport::form::{ColumnKey, Edition, RowKey, SectionKey, TableKind, form};

/// What stands in cells beside the words of the form.
const CONTENTS: [&str; 40] = [
    "0",
    "1",
    "2",
    "3",
    "5",
    "7",
    "12",
    "24",
    "100",
    "1,306",
    "０",
    "１２",
    "-3",
    "+7",
    "0.5",
    "12.34",
    "251000元",
    "3件",
    "—",
    "/",
    "无",
    "不适用",
    "约5",
    "5（下降）",
    "3 1",
    "31%",
    "0011",
    "0000000",
    "2581211",
    "上年",
    "2022年",
    "同比",
    "占比",
    "合计",
    "NaN",
    "法人或其他组织",
    "本表金额单位：元",
    "（一）",
    "其中：",
    "注：上表为2021年数据",
];

/// What a byte that is no word stands for.
enum Step {
    /// The cell ends; the next one begins so many columns further, and covers so many.
    Cell {
        skip: u32,
        covers: u32,
    },
    Row,
    Line,
    Heading,
    Furniture,
}

/// All words of the form, in its order.
fn words() -> Vec<String> {
    let sections = SectionKey::ALL.iter().zip(["一", "二", "三", "四", "五", "六"]);
    let mut words: Vec<String> =
        sections.map(|(key, number)| format!("{number}、{}", form().section_label(*key))).collect();
    words.push("青榆县桐岭镇人民政府2023年政府信息公开工作年度报告".to_owned());
    words.extend(
        ["第二十条第（一）项", "第二十条第（五）项", "第二十条第（八）项", "信息内容"].map(str::to_owned),
    );
    words.extend(["申请人情况", "三、本年度办理结果", "（三）不予公开", "（四）无法提供"].map(str::to_owned));
    for edition in [Edition::E2021, Edition::E2019] {
        words.extend(RowKey::ALL.iter().filter_map(|key| Some(form().row(*key, edition)?.label.to_owned())));
    }
    for table in TableKind::ALL.iter().copied() {
        let columns = ColumnKey::ALL.iter().filter(|key| form().column(table, **key).is_some());
        words.extend(columns.map(|key| form().column_label(table, *key, Edition::E2021).to_owned()));
    }
    words.sort();
    words.dedup();
    words
}

/// The document.
pub fn document(bytes: &[u8]) -> Document<'static> {
    static WORDS: std::sync::LazyLock<Vec<String>> = std::sync::LazyLock::new(words);
    let mut builder = Document::builder("");
    let mut text = String::new();
    let (mut start, mut cell_start) = (0, 0);
    let mut cells: Vec<Cell> = Vec::new();
    let (mut column, mut covers) = (0, 1);
    for byte in bytes.iter().take(4096) {
        let step = match byte {
            0..=7 => Step::Cell { skip: 0, covers: 1 },
            8 => Step::Cell { skip: 1, covers: 1 },
            9..=11 => Step::Cell { skip: 0, covers: u32::from(byte - 7) },
            12..=15 => Step::Row,
            16..=18 => Step::Line,
            19 => Step::Heading,
            20 => Step::Furniture,
            // The rest are words: first the contents of cells, then those of the form.
            word => {
                let at = usize::from(word - 21);
                let word = CONTENTS.get(at).map(|word| (*word).to_owned());
                let word = word.or_else(|| WORDS.get(at.saturating_sub(CONTENTS.len())).cloned());
                text.push_str(&word.unwrap_or_else(|| "，".to_owned()));
                continue;
            }
        };
        let end_cell = |cells: &mut Vec<Cell>, text: &str, column: u32, covers: u32| {
            let span = Span::new(cell_start, text.len()).trimmed(text);
            cells.push(Cell { span, column, column_span: covers, row_span: 1 });
        };
        let line = Span::new(start, text.len());
        match step {
            Step::Cell { skip, covers: next } => {
                end_cell(&mut cells, &text, column, covers);
                text.push('\t');
                (column, covers) = (column + covers + skip, next);
                cell_start = text.len();
                continue;
            }
            Step::Row => {
                end_cell(&mut cells, &text, column, covers);
                builder.grid_row(line, cells.drain(..));
            }
            Step::Line => builder.paragraph(line),
            Step::Heading => builder.heading(1, line),
            Step::Furniture => builder.page_furniture(line),
        }
        text.push('\n');
        cells.clear();
        (column, covers) = (0, 1);
        (start, cell_start) = (text.len(), text.len());
    }
    builder.over(text).finish().expect("the pieces are made in order")
}
