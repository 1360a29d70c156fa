//! 联系方式: the contact block at the end of a report.

use super::Body;

/// The lines of the contact block. The numbers are of no subscriber: no area code begins with 0999 5.
pub(super) fn lines(body: &Body) -> Vec<String> {
    vec![
        format!("联系地址：{}", body.address),
        "邮政编码：999900".to_owned(),
        "联系电话：0999-5550123".to_owned(),
        "电子邮箱：gongkai@example.com".to_owned(),
    ]
}
