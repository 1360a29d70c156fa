//! Which tables are kept, and where their cells stand.

use super::blocks::{blocks, read};

#[test]
fn places_that_cells_above_cover_are_left_free() {
    let page = "<table><tr><td rowspan=3>办理结果<td rowspan=2>不予公开<td>1.秘密<td>0<tr><td>2.其他<td>1<tr><td colspan=2>总计<td>1</table>";
    assert_eq!(
        blocks(&read(page)),
        ["R0 0+1x3:办理结果|1+1x2:不予公开|2:1.秘密|3:0", "R0 2:2.其他|3:1", "R0 1+2x1:总计|3:1"]
    );
}

#[test]
fn spans_end_with_their_section() {
    let page = "<table><thead><tr><th rowspan=9>甲<th>乙<tbody><tr><td>丙<td>丁</table>";
    assert_eq!(blocks(&read(page)), ["R0 0:甲|1:乙", "R0 0:丙|1:丁"]);
}

#[test]
fn a_foot_is_printed_last_and_captions_first() {
    let page = "<table><tfoot><tr><td>总计<td>1<tbody><tr><td>甲<td>1</tbody><caption>表一</caption></table>";
    assert_eq!(blocks(&read(page)), ["P 表一", "R0 0:甲|1:1", "R0 0:总计|1:1"]);
}

#[test]
fn each_empty_cell_has_a_place_of_its_own() {
    let document = read("<table><tr><td><td>&nbsp;<td>1<td></table>");
    assert_eq!(document.text(), "\t\u{A0}\t1\t\n");
    let starts: Vec<_> = document.cells(&document.blocks()[0]).iter().map(|cell| cell.span.start).collect();
    assert_eq!(starts, [0, 3, 4, 6]);
}

#[test]
fn tables_that_lay_out_become_lines_and_those_inside_stay() {
    let page =
        "<table><tr><td>导航<td>前<table><tr><td>规章<td>1</table>后<table><tr><td>许可<td>2</table></table>";
    assert_eq!(blocks(&read(page)), ["P 导航", "P 前", "R0 0:规章|1:1", "P 后", "R1 0:许可|1:2"]);
    assert_eq!(blocks(&read("<table><tr><td><p>一、总体情况<p>正文</table>")), ["P 一、总体情况", "P 正文"]);
}

#[test]
fn prose_in_cells_makes_a_layout_and_paragraphs_do_not() {
    let prose = "本机关依法依规、及时准确公开各类政府信息，认真办理每一件申请，切实保障公众的知情权和参与权、监督权。";
    let page = format!("<table><tr><td>菜单<td><p>{prose}<p>{prose}</table>");
    assert_eq!(blocks(&read(&page)).len(), 3);
    assert!(blocks(&read(&page)).iter().all(|block| block.starts_with('P')));
    let page = "<table><tr><td><h2>题</h2><p>文<td>侧栏</table>";
    assert_eq!(blocks(&read(page)), ["H2 题", "P 文", "P 侧栏"]);
    let page = "<table><tr><td><p>商业<p>企业<td><p>科研<br>机构<tr><td><p>0<td><p>1</table>";
    assert_eq!(blocks(&read(page)), ["R0 0:商业⏎企业|1:科研⏎机构", "R0 0:0|1:1"]);
}

#[test]
fn what_stands_at_the_wrong_place_in_a_table_comes_before_it() {
    let page = "<table>甲<tr>乙<td>1<td>2</tr><p>丙</p></table>丁";
    assert_eq!(blocks(&read(page)), ["P 甲乙", "P 丙", "R0 0:1|1:2", "P 丁"]);
}

#[test]
fn tables_side_by_side_are_two() {
    let page = "<table><tr><td>1<td>2</table><table><tr><td>3<td>4</table>";
    assert_eq!(blocks(&read(page)), ["R0 0:1|1:2", "R1 0:3|1:4"]);
}

#[test]
fn a_row_without_height_shows_what_stands_in_it_and_nothing_else() {
    let flat = "<table><tr><td>规章<td>1</tr><tr height=0><td></td><td> </td></tr></table>";
    assert_eq!(blocks(&read(flat)), ["R0 0:规章|1:1"]);
    assert_eq!(blocks(&read(&flat.replace("height=0", "style='height:0'"))), ["R0 0:规章|1:1"]);
    assert_eq!(blocks(&read(&flat.replace("<td> ", "<td>2"))), ["R0 0:规章|1:1", "R0 0:|1:2"]);
    assert_eq!(blocks(&read(&flat.replace("height=0", "height=20"))), ["R0 0:规章|1:1", "R0 0:|1:"]);
}
