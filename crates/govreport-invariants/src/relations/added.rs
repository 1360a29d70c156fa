//! A page number, a footer or a watermark more gives no cell another number.

use govreport_core::document::Document;
use govreport_core::model::Report;

use super::draft::Draft;
use super::{compared, picked};
use crate::{Law, Violation};

/// Lines that programs and printers put on pages.
pub const ADDED: [&str; 10] = [
    "— 3 —",
    "- 12 -",
    "第 3 页 共 8 页",
    "第2页",
    "2/9",
    "5",
    "青榆县桐岭镇人民政府办公室",
    "内部资料 仅供参考",
    "http://www.qingyu.gov.cn/zwgk/",
    "2024/1/15 10:32",
];

/// Puts such a line between two others, and reads again.
pub fn line_added(document: &Document<'_>, report: &Report, pick: u64) -> Vec<Violation> {
    let places: Vec<usize> = (0..document.blocks().len()).collect();
    let (Some(place), Some(line)) = (picked(&places, pick), picked(&ADDED, pick.rotate_left(17))) else {
        return Vec::new();
    };
    let mut draft = Draft::of(document);
    draft.insert(*place, line);
    let next = document.slice(document.blocks()[*place].span);
    let change = || format!("with the line {line:?} before {next:?}");
    compared(Law::LineAdded, report, &draft.finish(), &change, |before, after| {
        after.value.is_none() || before.value.is_none() || before.value == after.value
    })
}
