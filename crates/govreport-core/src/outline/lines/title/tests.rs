use super::*;

fn lines(text: &str) -> Vec<Span> {
    let mut at = 0;
    let lines = text.split('\n').map(|line| {
        let span = Span::new(at, at + line.len()).trimmed(text);
        at += line.len() + 1;
        span
    });
    lines.filter(|span| !span.is_empty()).collect()
}

/// Title, issuer and year.
fn taken(text: &str) -> Option<(String, Option<String>, Option<u16>)> {
    let titles = find(text, &lines(text));
    best(&titles).map(|title| {
        let issuer = title.issuer.as_ref().map(|(name, _)| name.clone());
        (title.value(text), issuer, title.year.map(|(year, _)| year))
    })
}

fn assert_title(text: &str, title: &str, issuer: Option<&str>, year: Option<u16>) {
    assert_eq!(taken(text), Some((title.to_owned(), issuer.map(str::to_owned), year)), "{text}");
}

#[test]
fn titles_on_one_line() {
    for (title, issuer, year) in [
        ("青禾县人民政府2023年政府信息公开工作年度报告", Some("青禾县人民政府"), Some(2023)),
        ("青禾县2023年度政府信息公开工作年度报告", Some("青禾县"), Some(2023)),
        ("2023年青禾县政府信息公开工作年度报告", Some("青禾县"), Some(2023)),
        ("2023年度青禾县政府信息公开工作年度报告", Some("青禾县"), Some(2023)),
        ("青禾县统计局2019年度政府信息公开年度报告", Some("青禾县统计局"), Some(2019)),
        ("青禾县卫生健康局2020年度政府信息公开工作报告", Some("青禾县卫生健康局"), Some(2020)),
        ("白塔乡2022年信息公开工作年度报告", Some("白塔乡"), Some(2022)),
        ("青禾县市场监管局2016年政务信息公开年度报告", Some("青禾县市场监管局"), Some(2016)),
        ("白塔镇2021年政务公开年度报告", Some("白塔镇"), Some(2021)),
        ("白塔镇2021年政务公开工作年度报告", Some("白塔镇"), Some(2021)),
        ("青禾消防救援大队政府信息公开工作2025年度报告", Some("青禾消防救援大队"), Some(2025)),
        ("青禾县残联政府信息公开工作年度报告", Some("青禾县残联"), None),
        ("青禾国资委2020政府信息公开工作年度报告", Some("青禾国资委"), Some(2020)),
        ("青禾县教育局关于2021年度政府信息公开工作的年度报告", Some("青禾县教育局"), Some(2021)),
        ("青禾县自然资源局关于2021年度政府信息公开情况的报告", Some("青禾县自然资源局"), Some(2021)),
        ("青禾县公安局2019年政府信息公开年度工作报告", Some("青禾县公安局"), Some(2019)),
        ("青禾县交通运输局2018年政府信息公开工作情况报告", Some("青禾县交通运输局"), Some(2018)),
        ("青禾总署（本级机关）2020年政府信息公开工作年度报告", Some("青禾总署（本级机关）"), Some(2020)),
        ("【2019】青禾县交通局2019年政府信息公开工作年度报告", Some("青禾县交通局"), Some(2019)),
        ("青禾市2019年政府信息公开工作年度报告（图解）", Some("青禾市"), Some(2019)),
        ("青禾縣二〇二三年政府信息公開工作年度報告", Some("青禾縣"), Some(2023)),
        ("青禾县二○二三年政府信息公开工作年报", Some("青禾县"), Some(2023)),
        ("青禾县人民政府信息公开工作年度报告", Some("青禾县人民政府"), None),
        (
            "青禾市统计局•云岭统计局青禾调查队2022年政府信息公开工作年度报告",
            Some("青禾市统计局•云岭统计局青禾调查队"),
            Some(2022),
        ),
        ("政府信息公开工作年度报告", None, None),
        ("2023年政府信息公开工作年度报告", None, Some(2023)),
    ] {
        assert_title(title, title, issuer, year);
    }
}

#[test]
fn what_a_page_puts_around_a_title() {
    let title = "青禾县2023年政府信息公开工作年度报告";
    assert_title(
        "政府信息公开\n2023年政府信息公开工作年度报告",
        "2023年政府信息公开工作年度报告",
        None,
        Some(2023),
    );
    for text in [
        "{{ title }} 青禾县2023年政府信息公开工作年度报告",
        "{{ title }}\n{{ errorMessage }}\n青禾县2023年政府信息公开工作年度报告",
        "# 青禾县2023年政府信息公开工作年度报告",
        "青禾县 2023 年政府信息公开工作 年度报告",
        "青禾县2023年政府信息公开工作年度报告_青禾县门户网站",
        "青禾县2023年政府信息公开工作年度报告 发布时间：2024-01-30",
        "当前位置：首页 > 政务公开 > 青禾县2023年政府信息公开工作年度报告",
        "名 称：青禾县2023年政府信息公开工作年度报告",
        "青禾县关于报送青禾县2023年政府信息公开工作年度报告的函\n青禾县2023年政府信息公开工作年度报告",
        "青禾县关于公布2023年政府信息公开工作年度报告的通知\n各镇：\n青禾县2023年政府信息公开工作年度报告",
        "政府信息公开年报\n青禾县2023年政府信息公开工作年度报告",
    ] {
        assert_title(text, title, Some("青禾县"), Some(2023));
    }
}

#[test]
fn titles_broken_over_lines() {
    let title = "青禾县白塔镇人民政府2022年政府信息公开工作年度报告";
    for text in [
        "青禾县白塔镇人民政府\n2022年政府信息公开工作年度报告",
        "青禾县白塔镇人民政府\n\n2022年政府信息公开工作年度报告",
        "青禾县白塔镇人民政府2022年政府信息公开工作\n年度报告",
        "青禾县白塔镇人民政府2022年政府\n信息公开工作年度报告",
        "青禾县白塔镇人民政府2022年政府信息\n公开工作年度报告",
        "青禾县白塔镇人民政府\n2022年\n政府信息公开工作年度报告",
        "青禾县白塔镇人民政府 2022年政府信息公开工作年度报告",
        "首页\n青禾县白塔镇人民政府\n2022年政府信息公开工作年度报告\n发布日期：2023-01-12",
    ] {
        assert_title(text, title, Some("青禾县白塔镇人民政府"), Some(2022));
    }
    assert_title(
        "青禾县教育\n局2021年政府信息公开工作年度报告",
        "青禾县教育局2021年政府信息公开工作年度报告",
        Some("青禾县教育局"),
        Some(2021),
    );
}

#[test]
fn of_repeated_titles_the_one_that_tells_most_is_taken() {
    let full = "青禾市应急管理局2021年政府信息公开工作年度报告";
    assert_title(
        &format!("市应急局2021年政府信息公开工作年度报告\n{full}"),
        full,
        Some("青禾市应急管理局"),
        Some(2021),
    );
    assert_title(&format!("{full}\n政府信息公开工作年度报告"), full, Some("青禾市应急管理局"), Some(2021));
    assert_title(&format!("{full}\n{full}"), full, Some("青禾市应急管理局"), Some(2021));
    assert_eq!(find(&format!("{full}\n{full}"), &lines(&format!("{full}\n{full}"))).len(), 2);
}

#[test]
fn a_year_below_the_title() {
    assert_title(
        "青禾县残联政府信息公开工作年度报告\n（2023年度）",
        "青禾县残联政府信息公开工作年度报告",
        Some("青禾县残联"),
        Some(2023),
    );
}

#[test]
fn what_is_no_title() {
    for text in [
        "",
        "根据《政府信息公开条例》，现公布2023年政府信息公开工作年度报告。",
        "现将青禾县2023年政府信息公开工作年度报告公布如下：",
        "青禾县关于报送2023年政府信息公开工作年度报告的通知",
        "青禾县2023年财政工作报告",
        "政府信息公开指南",
        "《青禾县2023年政府信息公开工作年度报告》解读",
    ] {
        assert_eq!(taken(text), None, "{text}");
    }
}

#[test]
fn spans_point_at_what_was_read() {
    let text = "首页\n青禾县\n2023 年政府信息公开工作年度报告（图片版）\n一、总体情况";
    let titles = find(text, &lines(text));
    let title = best(&titles).expect("a title");
    assert_eq!(title.span.of(text), "青禾县\n2023 年政府信息公开工作年度报告（图片版）");
    assert_eq!(title.issuer.as_ref().map(|(_, span)| span.of(text)), Some("青禾县"));
    assert_eq!(title.year.map(|(_, span)| span.of(text)), Some("2023 年"));
}
