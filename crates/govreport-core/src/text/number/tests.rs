use super::*;

fn read(text: &str) -> Option<String> {
    number(text).filter(|(rest, _)| rest.is_empty()).map(|(_, printed)| printed.value.to_string())
}

#[test]
fn numbers_as_they_are_printed() {
    for (printed, value) in [
        ("0", "0"),
        ("34754", "34754"),
        ("12,077", "12077"),
        ("1，234，567", "1234567"),
        ("２３", "23"),
        ("１２３４５６７８９０１２３４５６７８９", "1234567890123456789"),
        ("1２3", "123"),
        ("477.35", "477.35"),
        ("96171.60", "96171.60"),
        ("+7", "7"),
        ("－3", "-3"),
        ("−12", "-12"),
        ("减3", "-3"),
        ("－0", "0"),
        ("-0.00", "0.00"),
        ("增加 18", "18"),
        ("251000元", "251000"),
        ("25.1 万元", "25.1"),
        ("3次", "3"),
        ("22（其中修订16件）", "22"),
        ("22件（含废止3件）", "22"),
        (".34", "0.34"),
        ("．３４", "0.34"),
        ("12\u{200B}.\u{200B}34", "12.34"),
        ("1\u{200B}2,\u{FEFF}077", "12077"),
        ("12.34万", "12.34"),
        ("¥12.34", "12.34"),
        ("￥ 1,234.50 元", "1234.50"),
        ("5（注1）", "5"),
        ("5(①)", "5"),
    ] {
        assert_eq!(read(printed).as_deref(), Some(value), "{printed}");
    }
}

#[test]
fn what_is_no_number() {
    for printed in [
        "",
        "-",
        "１２月",
        "1.",
        "12,07",
        "三",
        ".",
        "100%以上",
        "1-2",
        "99999999999999999999999999999999999999999",
    ] {
        assert_eq!(read(printed), None, "{printed}");
    }
}

#[test]
fn figures_that_a_remark_makes_no_number() {
    assert!(is_doubted("1234（上年56）") && is_doubted("12.5(约)"));
    assert!(!is_doubted("1234") && !is_doubted("（一）") && !is_doubted("1.（一）予以") && !is_doubted(""));
}

#[test]
fn cells_that_are_numbers_to_a_person() {
    for (cell, value) in
        [("'351", 351), ("’351", 351), ("351。", 351), ("三五一", 351), ("十五。", 15), ("'-5", -5)]
    {
        assert_eq!(of_cell(cell).map(|printed| printed.value), Some(Decimal::from(value)), "{cell}");
    }
    for cell in ["", "'", "。", "'351'", "351。5", "351.", "一、", "（一）", "'约351", "351（约）。", "无。"]
    {
        assert_eq!(of_cell(cell), None, "{cell}");
    }
}

#[test]
fn signs_in_every_place() {
    for printed in [
        "5（减）",
        "5(-)",
        "5（下降）",
        "5（↓）",
        "5（减少）",
        "5 （ 减 ）",
        "5件（减少）",
        "↓5",
        "5↓",
        "减5",
        "减少 5",
        "-5",
        "\u{2212}5",
        "\u{FF0D}5",
        "\u{2010}5",
        "\u{2011}5",
        "\u{2012}5",
        "\u{2013}5",
        "\u{2014}5",
        "\u{AD}5",
        "负5",
        "－５",
        "-5（减少）",
        "5（—）",
    ] {
        let found = number(printed).filter(|(rest, _)| rest.is_empty()).map(|(_, printed)| printed);
        assert_eq!(
            found.map(|found| (found.value, found.sign)),
            Some((Decimal::from(-5), Some(Sign::Minus))),
            "{printed}"
        );
        assert!(printed.starts_with(begins_number), "{printed}");
    }
    for printed in
        ["+5", "＋5", "增5", "增加 5", "5（增）", "5(+)", "5（上升）", "5（↑）", "↑5", "5↑", "5项（增加）"]
    {
        let found = number(printed).filter(|(rest, _)| rest.is_empty()).map(|(_, printed)| printed);
        assert_eq!(
            found.map(|found| (found.value, found.sign)),
            Some((Decimal::from(5), Some(Sign::Plus))),
            "{printed}"
        );
    }
    assert!(number("5").is_some_and(|(_, printed)| printed.sign.is_none()));
    assert!(number("1,234").is_some_and(|(_, printed)| printed.sign.is_none()));
}

#[test]
fn remarks_are_never_thrown_away() {
    for printed in [
        "5（约）",
        "5（上年56）",
        "5（2022年）",
        "5（估计）",
        "5（1）",
        "5（）",
        "5（元/件）",
        "5（同比）",
        "5（下降5）",
        "5（其中累计3）",
        "5（含上年结转2件）",
        "5（减）（增）",
        "+5（减）",
        "增5（减少）",
        "↓5（增）",
        "-5↓",
        "5件（万元）",
        "5（减",
        "-（5）",
        "(5)",
        "(-)5",
        "5（增减）",
        "- 5",
        "— 5",
        "- 0",
        "--5",
        "——5",
        "5-",
        "5减",
    ] {
        assert_eq!(read(printed), None, "{printed}");
    }
    // What stands apart, with more behind it, belongs to what follows.
    assert_eq!(number("5 （二）部分公开 3").map(|(rest, _)| rest), Some(" （二）部分公开 3"));
}

#[test]
fn what_stands_apart_is_a_unit_only_alone() {
    assert_eq!(number("3 项目数量").map(|(rest, _)| rest), Some(" 项目数量"));
    assert_eq!(number("3 元旦").map(|(rest, _)| rest), Some(" 元旦"));
    assert_eq!(number("3 项 5").map(|(rest, _)| rest), Some(" 5"));
}

#[test]
fn units_with_numbers() {
    let money = |tens| Some(Measure::Money(measure::Money::of_tens(tens)));
    for (printed, unit) in [
        ("12.34", None),
        ("123400元", money(0)),
        ("123.4千元", money(3)),
        ("0.1234 百万元", money(6)),
        ("0.001234亿元", money(8)),
        ("12.34（万元）", money(4)),
        ("12.34（单位：万元）", money(4)),
        ("12.34（单位: 人民币万元）", money(4)),
        ("¥123400元", money(0)),
        ("人民币12.34万元", money(4)),
        ("¥12.34", Some(Measure::Currency)),
        ("12.34万", Some(Measure::Scale(4))),
        ("0.12亿", Some(Measure::Scale(8))),
        ("1234件", Some(Measure::Word)),
        ("1234（项）", Some(Measure::Word)),
        ("1234（单位：百件）", Some(Measure::Multiple)),
        ("1.2万件", Some(Measure::Multiple)),
        ("3（万件）", Some(Measure::Multiple)),
        ("3万人次", Some(Measure::Multiple)),
        ("12美元", Some(Measure::Unknown)),
        ("120000 元", money(0)),
        ("120000\u{3000}（元）", money(0)),
    ] {
        let found = number(printed).filter(|(rest, _)| rest.is_empty()).map(|(_, printed)| printed.measure);
        assert_eq!(found, Some(unit), "{printed}");
    }
}

#[test]
fn figures_run_together_are_marked() {
    assert!(number("000").is_some_and(|(_, printed)| printed.run_together));
    assert!(!number("100").is_some_and(|(_, printed)| printed.run_together));
    assert!(!number("0").is_some_and(|(_, printed)| printed.run_together));
    assert!(!number("0.5").is_some_and(|(_, printed)| printed.run_together));
}

#[test]
fn figures_are_counted_where_nothing_else_is_printed() {
    for (text, figures) in [
        ("302", 3),
        ("３０２", 3),
        ("1２3", 3),
        ("+7", 0),
        ("1,302", 0),
        ("3次", 0),
        ("2.5", 0),
        ("22（其中）", 0),
    ] {
        assert_eq!(number(text).map(|(_, printed)| printed.figures), Some(figures), "{text}");
    }
}

#[test]
fn marks_of_footnotes() {
    for mark in ["①", "①②", "*", "＊", "[1]", "［12］", "[¹²]", "注1", "注¹", "注", "²", "¹²", "⁽¹⁾"]
    {
        assert_eq!(footnote_mark(mark), mark.len(), "{mark}");
    }
    for text in ["", "**", "2", "余", "[2023]", "件"] {
        assert_eq!(footnote_mark(text), 0, "{text}");
    }
}

#[test]
fn words_for_no_number() {
    for text in ["-", "——", "／", "无", "无。", " 不适用 "] {
        assert!(is_not_applicable(text), "{text}");
    }
    for text in ["", "0", "无申请", "本单位未制作规章"] {
        assert!(!is_not_applicable(text), "{text}");
    }
}
