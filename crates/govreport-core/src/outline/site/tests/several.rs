use std::borrow::Cow;

use super::*;
use crate::model::Presence;
use crate::outline::site::Site;

#[test]
fn two_reports_of_two_bodies() {
    let (first, second) = (report("青禾县白塔镇", 2023, 3), report("青禾县石桥镇", 2023, 44));
    let document = page(&format!("{first}\n{second}"), &[]);
    let both = Report::from_document(&document).expect("a report");
    assert_eq!(rules(&both.findings), ["GR105"]);
    let finding = &both.findings[0];
    assert!(finding.message().contains("青禾县白塔镇 2023, 青禾县石桥镇 2023"), "{}", finding.message());
    assert_eq!(
        finding.span.map(|span| document.slice(span)),
        Some("青禾县石桥镇2023年政府信息公开工作年度报告")
    );
    assert_eq!(requests(&both).as_deref(), Some("3"));
    assert_eq!(value(both.issuer.as_ref()).as_deref(), Some("青禾县白塔镇"));
    let begins = finding.span.map_or(0, |span| span.start);
    assert!(both.cells().filter_map(|cell| cell.span).all(|span| span.end <= begins));
    assert!(both.sections.iter().all(|section| section.span.end <= begins));
}

#[test]
fn two_years_of_one_body() {
    let (first, second) = (report("青禾县白塔镇", 2022, 3), report("青禾县白塔镇", 2023, 44));
    let both = read(&format!("{first}\n{second}"));
    assert_eq!(rules(&both.findings), ["GR105"]);
    assert_eq!(
        (both.year.as_ref().map(|year| year.value), requests(&both).as_deref()),
        (Some(2022), Some("3"))
    );
}

#[test]
fn the_first_complete_one_is_read() {
    let (first, second) = (report("青禾县白塔镇", 2022, 3), report("青禾县石桥镇", 2023, 44));
    let (cut, _) = first.split_once("# 三、").expect("section three");
    let document =
        page(&format!("{cut}\n本报告所列数据的统计期限自2022年1月1日起至2022年12月31日止。\n{second}"), &[]);
    let both = Report::from_document(&document).expect("a report");
    assert_eq!(rules(&both.findings), ["GR105"]);
    assert_eq!(value(both.issuer.as_ref()).as_deref(), Some("青禾县石桥镇"));
    assert_eq!(
        (both.year.as_ref().map(|year| year.value), requests(&both).as_deref()),
        (Some(2023), Some("44"))
    );
    assert_eq!(both.period, None, "the period is the other report's");
    assert_eq!(both.review.presence, Presence::Complete);
}

#[test]
fn a_copy_is_no_second_report() {
    let one = report("青禾县白塔镇", 2023, 3);
    let copies = read(&format!("{one}\n{one}"));
    assert!(!rules(&copies.findings).contains(&"GR105"));
    assert!(rules(&copies.findings).contains(&"GR102"));
    let named_shorter = one.replace("青禾县白塔镇", "白塔镇人民政府");
    assert!(!rules(&read(&format!("{one}\n{named_shorter}")).findings).contains(&"GR105"));
}

#[test]
fn titles_of_other_reports_are_no_reports() {
    let one = report("青禾县白塔镇", 2023, 3);
    let list = "青禾县白塔镇2022年政府信息公开工作年度报告\n青禾县白塔镇2021年政府信息公开工作年度报告";
    assert!(!rules(&read(&format!("{one}\n{list}")).findings).contains(&"GR105"));
    // In the middle: what follows are other sections.
    let middle = one.replace("# 四、", "青禾县白塔镇2022年政府信息公开工作年度报告\n# 四、");
    let middle = read(&middle);
    assert!(!rules(&middle.findings).contains(&"GR105"), "{:?}", middle.findings);
    assert_eq!(middle.sections.len(), 6);
}

#[test]
fn the_report_that_is_read_is_borrowed() {
    let (first, second) = (report("青禾县白塔镇", 2022, 3), report("青禾县石桥镇", 2023, 44));
    let (cut, _) = first.split_once("# 三、").expect("section three");
    let document = page(&format!("{cut}\n{second}"), &[]);
    let site = Site::read(&document, &mut Vec::new());
    let read = site.report_of(&document).expect("the first report is not read");
    let blocks = document.blocks().as_ptr_range();
    assert!(blocks.contains(&read.blocks().as_ptr()), "the list of blocks is that of the page");
    assert!(matches!(read.cells, Cow::Borrowed(_)) && matches!(read.links, Cow::Borrowed(_)));
    assert_eq!(read.blocks().first().map(|block| block.span.start), Some(site.begins()));
}
