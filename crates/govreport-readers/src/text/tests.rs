use govreport_core::document::BlockKind;

use super::*;

/// The blocks of a text, one a line: `H1 …`, `P …`, `R a|b|c`, `- …` for what is on the page but not of the text.
fn blocks(text: &str) -> Vec<String> {
    let document = document(Cow::Borrowed(text), Vec::new()).expect("its blocks are in order");
    document
        .blocks()
        .iter()
        .map(|block| match block.kind {
            BlockKind::Heading { level } => format!("H{level} {}", document.slice(block.span)),
            BlockKind::Row { table, .. } => {
                let cells: Vec<_> =
                    document.cells(block).iter().map(|cell| document.slice(cell.span)).collect();
                format!("R{table} {}", cells.join("|"))
            }
            BlockKind::PageFurniture => format!("- {}", document.slice(block.span)),
            _ => format!("P {}", document.slice(block.span)),
        })
        .collect()
}

#[test]
fn cells_parted_by_tabs() {
    assert_eq!(
        blocks("信息内容\t数\n规章\t0\t\n\t\t\n\n正文"),
        ["R0 信息内容|数", "R0 规章|0|", "R0 ||", "P 正文"]
    );
}

#[test]
fn one_indented_cell_a_line() {
    let text = "\t自然人\n\t商业\n企业\n\t总计\n\n\t\n\t0\n\t1\n\n五、存在的主要问题";
    assert_eq!(blocks(text), ["R0 自然人|商业\n企业|总计", "R0 |0|1", "P 五、存在的主要问题"]);
}

#[test]
fn indented_prose_is_no_table() {
    assert_eq!(
        blocks("\t一、总体情况\n\t本年度工作有序开展。\n"),
        ["P 一、总体情况", "P 本年度工作有序开展。"]
    );
}

#[test]
fn pipes_of_all_kinds() {
    assert_eq!(blocks("| 项 | 数 |\n|---|---|\n| 规章 | 0 |\n"), ["R0 项|数", "R0 规章|0"]);
    assert_eq!(blocks("规章 |\n0 |\n|\n0\n||\n"), ["P 规章", "P 0", "P 0"]);
}

#[test]
fn cells_parted_by_commas() {
    let text = "第二十条,,\n信息内容,\"本年, 新增\",\"数\n量\"\n规章,\"1,234\",5\n\n一、总体情况\n";
    assert_eq!(
        blocks(text),
        ["R0 第二十条||", "R0 信息内容|本年, 新增|数\n量", "R0 规章|1,234|5", "P 一、总体情况"]
    );
}

#[test]
fn rows_between_rows_of_one_length_may_have_another() {
    let text = "规章,,3,4\n文件,,5,6\n许可,,\n,,7,8\n处罚,,9,1\n";
    assert_eq!(blocks(text), ["R0 规章||3|4", "R0 文件||5|6", "R0 许可||", "R0 ||7|8", "R0 处罚||9|1"]);
    // Behind the last row of that length a number at its end shows that a line is one.
    assert_eq!(blocks("规章,3,4\n文件,5,6\n许可,甲\n"), ["R0 规章|3|4", "R0 文件|5|6", "P 许可,甲"]);
    let narrower = "规章,3,4\n文件,5,6\n信息内容,本年\n许可,7\n";
    assert_eq!(blocks(narrower), ["R0 规章|3|4", "R0 文件|5|6", "R0 信息内容|本年", "R0 许可|7"]);
    assert_eq!(
        blocks("规章,3,4\n文件,5,6\n许可\n处罚,7,8\n"),
        ["R0 规章|3|4", "R0 文件|5|6", "P 许可", "P 处罚,7,8"]
    );
}

#[test]
fn commas_of_prose_and_of_numbers_part_no_cells() {
    let numbers = "1,234,567\n2,345,678\n规章 1,234 2,345\n许可 5,678 9,012\n";
    assert_eq!(blocks(numbers), ["P 1,234,567", "P 2,345,678", "P 规章 1,234 2,345", "P 许可 5,678 9,012"]);
    let prose = "We met, we spoke, we left.\n\nThey met, they spoke, they left.\n";
    assert_eq!(blocks(prose), ["P We met, we spoke, we left.", "P They met, they spoke, they left."]);
    // A quotation mark that is left open ends nothing.
    assert_eq!(blocks("规章,\"1,2\n许可,3,4\n"), ["P 规章,\"1,2", "P 许可,3,4"]);
}

#[test]
fn a_ruler_shows_a_table_of_one_column() {
    // An empty cell is a row of it, until a line of another kind.
    let text = "| 本年处理决定数量 |\n|---|\n|  |\n| 7 |\n规章 |\n| 0 |\n";
    assert_eq!(blocks(text), ["R0 本年处理决定数量", "R0 ", "R0 7", "P 规章", "P 0"]);
    // Without it each line may be a cell of a row.
    assert_eq!(blocks("| 规章 |\n| 0 |\n"), ["P 规章", "P 0"]);
    assert_eq!(blocks("| 规章 |\n|---|---|\n"), ["P 规章"]);
}

#[test]
fn page_numbers_are_set_aside() {
    assert_eq!(blocks("规章 0\n- 3 -\n\x0C行政许可 0\n"), ["P 规章 0", "- - 3 -", "P 行政许可 0"]);
    assert_eq!(blocks("规章 0\n1\n\x0C行政许可 0\n2\n"), ["P 规章 0", "- 1", "P 行政许可 0", "- 2"]);
    // A source writes its page numbers in one way: a figure alone is none where others have dashes.
    assert_eq!(blocks("规章 0\n- 1 -\n\x0C行政许可 0\n2\n"), ["P 规章 0", "- - 1 -", "P 行政许可 0", "P 2"]);
    assert_eq!(blocks("规章 0\n2\n"), ["P 规章 0", "P 2"]);
}

#[test]
fn a_long_lone_cell_is_prose() {
    let prose = "本机关依法公开。".repeat(30);
    assert_eq!(blocks(&format!("{prose}\t\n")), [format!("P {prose}")]);
}
