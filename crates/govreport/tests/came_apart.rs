//! What other programs make of tables: numbers that came apart, and cells that stand for several rows.

use govreport::form::{ColumnKey, RowKey};
use govreport::model::{CellRef, Report, Status};
use govreport::parse;

fn statuses(report: &Report, row: RowKey) -> Vec<Status> {
    report.cells().filter(|cell| cell.row == row).map(|cell| cell.status).collect()
}

/// pdfminer writes the cells of a line together, and what was wrapped far below: 1739 is 173, and a 9 under the table.
const TORN: &str = "\
桐溪县水务局2023年政府信息公开工作年度报告

四、政府信息公开行政复议、行政诉讼情况
行政复议
结果维
持

结果纠
正

其他结
果

尚未审
结

总计

结果纠
正

其他结
果

尚未审
结

结果纠
正

其他结
果

３１１ ８

４４０ ７７７ １５７

行政诉讼
未经复议直接起诉
结果维
持
５８１ ５６１ ２７７ ３２０ １７３

复议后起诉
结果维
持
５１８ ７１９ ２８６

０

９

五、存在的主要问题及改进情况

公开栏目的更新还不够及时。
";

#[test]
fn a_full_row_is_not_believed_among_rows_that_came_apart() {
    let report = parse(TORN).expect("it is a report");
    assert_eq!(statuses(&report, RowKey::LitigationDirect), [Status::Ambiguous; 5]);
    // Where its sum holds, nothing came apart in it.
    let whole = parse(&TORN.replace("５８１ ５６１ ２７７ ３２０ １７３", "１ ２ ３ ４ １０"))
        .expect("it is a report");
    assert_eq!(statuses(&whole, RowKey::LitigationDirect), [Status::Read; 5]);
}

#[test]
fn a_dash_that_covers_several_rows_is_that_of_none() {
    let report = parse(
        "<p>桐溪县水务局2023年政府信息公开工作年度报告</p><p>三、收到和处理政府信息公开申请情况</p><table>\
         <tr><td>申请人情况</td><td>自然人</td><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td><td>总计</td></tr>\
         <tr><td>一、本年新收政府信息公开申请数量</td><td>3</td><td>0</td><td rowspan=2>—</td><td>0</td><td>0</td><td>0</td><td>3</td></tr>\
         <tr><td>二、上年结转政府信息公开申请数量</td><td>1</td><td>0</td><td>0</td><td>0</td><td>0</td><td>1</td></tr></table>",
    )
    .expect("it is a report");
    for row in [RowKey::NewReceived, RowKey::CarriedIn] {
        let cell = report.cell(CellRef::new(row, ColumnKey::ResearchInstitution)).expect("the form has it");
        assert_eq!(cell.status, Status::Ambiguous, "{row}");
        let total = report.cell(CellRef::new(row, ColumnKey::Total)).expect("the form has it");
        assert_eq!(total.status, Status::Read, "{row}");
    }
}
