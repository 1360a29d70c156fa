//! Tables.

use super::{blocks, body, p, row};

fn table(rows: &[String]) -> String {
    format!(
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>{}</w:tbl>",
        rows.concat()
    )
}

#[test]
fn merged_cells_keep_the_grid_true() {
    let document = body(&table(&[
        row(&[("<w:gridSpan w:val='2'/><w:vMerge w:val='restart'/>", "甲"), ("", "乙")]),
        row(&[("<w:gridSpan w:val='2'/><w:vMerge/>", "看不见"), ("", "1")]),
        row(&[("<w:vMerge w:val='continue'/>", "没有上文"), ("", ""), ("<w:vMerge w:val='restart'/>", "2")]),
        row(&[("<w:hMerge w:val='restart'/>", "横"), ("<w:hMerge/>", ""), ("<w:vMerge/>", "")]),
        "<w:tr><w:trPr><w:gridBefore w:val='1'/><w:gridAfter w:val='1'/></w:trPr><w:tc><w:p/></w:tc></w:tr>"
            .to_owned(),
        row(&[("<w:gridSpan w:val='1000000'/>", "宽"), ("", "3")]),
    ]));
    insta::assert_snapshot!(blocks(&document), @"
    R0.0 0+2×2[甲] 2[乙]
    R0.1 2[1]
    R0.2 0[没有上文] 1[] 2+1×2[2]
    R0.3 0+2×1[横]
    R0.4 1[]
    R0.5 0+63×1[宽] 63[3]
    ");
}

#[test]
fn paragraphs_tabs_and_breaks_in_cells() {
    let document = body(&table(&[format!(
        "<w:tr><w:tc>{}{}<w:p/></w:tc><w:tc><w:p><w:r><w:t>1</w:t><w:tab/><w:t>2</w:t><w:br/><w:t>3</w:t></w:r></w:p></w:tc></w:tr>",
        p("商业"),
        p("企业")
    )]));
    insta::assert_snapshot!(blocks(&document), @"R0.0 0[商业⏎企业] 1[1 2⏎3]");
}

#[test]
fn controls_and_revisions_around_rows_and_cells() {
    let kept = row(&[("", "甲"), ("", "1")]);
    let document = body(&format!(
        "<w:sdt><w:sdtContent><w:tbl><w:sdt><w:sdtContent>{kept}</w:sdtContent></w:sdt>\
         <w:tr><w:trPr><w:del/></w:trPr><w:tc>{}</w:tc></w:tr><w:tr><w:trPr><w:ins/></w:trPr><w:tc>{}</w:tc>\
         <w:sdt><w:sdtContent><w:tc><w:smartTag>{}</w:smartTag></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl></w:sdtContent></w:sdt>",
        p("删"),
        p("乙"),
        p("2")
    ));
    insta::assert_snapshot!(blocks(&document), @"
    R0.0 0[甲] 1[1]
    R0.1 0[乙] 1[2]
    ");
}

#[test]
fn tables_in_tables() {
    let inner = table(&[row(&[("", "一"), ("", "1")]), row(&[("", "二"), ("", "2")])]);
    let lone = format!("<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>", p("5"));
    let frame = format!("<w:tbl><w:tr><w:tc>{}{inner}{}</w:tc></w:tr></w:tbl>", p("框内"), p("框尾"));
    let cell = |inner: &str| format!("<w:tc>{inner}<w:p/></w:tc>");
    let data = table(&[
        format!("<w:tr>{}{}{}</w:tr>", cell(&p("总计")), cell(&lone), cell(&inner)),
        row(&[("", "a"), ("", "b"), ("", "c")]),
    ]);
    let beside = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell(&inner), cell(&p("右栏")));
    let document = body(&format!("{frame}{}{data}{}{beside}", p("其间"), p("其后")));
    insta::assert_snapshot!(blocks(&document), @"
    P 框内
    R0.0 0[一] 1[1]
    R0.1 0[二] 1[2]
    P 框尾
    P 其间
    R1.0 0[总计] 1[5] 2[￼]
    R1.1 0[a] 1[b] 2[c]
    R2.0 0[一] 1[1]
    R2.1 0[二] 1[2]
    P 其后
    R3.0 0[一] 1[1]
    R3.1 0[二] 1[2]

    P 右栏
    ");
}

#[test]
fn a_picture_is_not_blank() {
    let pictured = "<w:tc><w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p></w:tc>";
    let document = body(&table(&[format!("<w:tr>{pictured}<w:tc>{}</w:tc></w:tr>", p("1"))]));
    insta::assert_snapshot!(blocks(&document), @"R0.0 0[￼] 1[1]");
}

#[test]
fn two_tables_that_touch_are_two() {
    let one = table(&[row(&[("", "1"), ("", "2")])]);
    insta::assert_snapshot!(blocks(&body(&(one.clone() + &one))), @"
    R0.0 0[1] 1[2]
    R1.0 0[1] 1[2]
    ");
}
