//! Pages of sites, put together the way a reader of web pages does.

mod pages;
mod several;

use crate::ParseError;
use crate::document::{Document, DocumentBuilder};
use crate::form::{ColumnKey, Edition, RowKey, TableKind, form};
use crate::model::{Finding, Located, Report};
use crate::span::Span;

/// Puts a page together from lines. `#` marks a heading, `|` parts the cells of a row, `<words>(target)` is a link, `!words` a
/// picture, an empty line a gap.
fn page(source: &str, properties: &[(&str, &str)]) -> Document<'static> {
    let mut text = String::new();
    let mut links: Vec<(Span, String)> = Vec::new();
    let mut blocks: Vec<(char, Vec<Span>)> = Vec::new();
    for line in source.lines().map(str::trim) {
        let kind = line.chars().next().filter(|c| matches!(c, '#' | '!')).unwrap_or('p');
        let words = line.trim_start_matches(['#', '!']).trim();
        let is_row = words.contains('|');
        let mut cells = Vec::new();
        for cell in words.split('|').map(str::trim) {
            let start = text.len();
            let mut rest = cell;
            while let Some((before, link)) = rest.split_once('<') {
                let (name, after) = link.split_once(">(").expect("a link is <words>(target)");
                let (target, after) = after.split_once(')').expect("the target ends");
                text.push_str(before);
                let at = text.len();
                text.push_str(name);
                links.push((Span::new(at, text.len()), target.to_owned()));
                rest = after;
            }
            text.push_str(rest);
            cells.push(Span::new(start, text.len()).trimmed(&text));
            text.push('\t');
        }
        text.push('\n');
        blocks.push((
            if is_row {
                'r'
            } else if line.is_empty() {
                ' '
            } else {
                kind
            },
            cells,
        ));
    }
    let mut builder = Document::builder(text);
    for (kind, cells) in blocks {
        add(&mut builder, kind, &cells);
    }
    for (span, target) in links {
        builder.link(span, target);
    }
    for (name, value) in properties {
        builder.property(*name, *value);
    }
    builder.finish().expect("in order")
}

fn add(builder: &mut DocumentBuilder<'_>, kind: char, cells: &[Span]) {
    let (Some(first), Some(last)) = (cells.first(), cells.last()) else { return };
    match kind {
        'r' => builder.row(first.to(*last), cells.iter().copied()),
        '#' => builder.heading(1, *first),
        '!' => builder.picture(*first),
        ' ' => builder.gap(),
        _ => builder.paragraph(*first),
    }
}

fn read(source: &str) -> Report {
    Report::from_document(&page(source, &[])).expect("a report")
}

fn rules(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.rule().code()).collect()
}

fn value<T: ToString>(located: Option<&Located<T>>) -> Option<String> {
    located.map(|located| located.value.to_string())
}

/// A report of these words, with tables as rows. Its table two says `requests` new requests.
fn report(issuer: &str, year: u16, requests: u32) -> String {
    let rows = form().rows(TableKind::Requests, Edition::E2021).map(|row| match row.key {
        RowKey::NewReceived | RowKey::Granted | RowKey::ConcludedTotal => {
            format!("{} | {requests} | 0 | 0 | 0 | 0 | 0 | {requests}", row.label)
        }
        _ => format!("{} | 0 | 0 | 0 | 0 | 0 | 0 | 0", row.label),
    });
    let table = rows.collect::<Vec<_>>().join("\n");
    format!(
        "# {issuer}{year}年政府信息公开工作年度报告
        根据《中华人民共和国政府信息公开条例》，现将{issuer}{year}年度政府信息公开工作情况报告如下，欢迎监督。
        # 一、总体情况
        {year}年，{issuer}认真落实条例，公开信息9条。
        # 二、主动公开政府信息情况
        第二十条第（一）项
        信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
        规章 | 0 | 0 | 0
        行政规范性文件 | 1 | 0 | 2
        第二十条第（五）项
        信息内容 | 本年处理决定数量
        行政许可 | 5
        第二十条第（六）项
        信息内容 | 本年处理决定数量
        行政处罚 | 6
        行政强制 | 7
        第二十条第（八）项
        信息内容 | 本年收费金额（单位：万元）
        行政事业性收费 | 0
        # 三、收到和处理政府信息公开申请情况
        {table}
        # 四、政府信息公开行政复议、行政诉讼情况
        行政复议 | 行政诉讼
        未经复议直接起诉 | 复议后起诉
        结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计
        0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0
        # 五、存在的主要问题及改进情况
        人手少，将增加人手。
        # 六、其他需要报告的事项
        本年度未收取信息处理费。"
    )
}

/// How many new requests the report says.
fn requests(report: &Report) -> Option<String> {
    report.requests.get(RowKey::NewReceived, ColumnKey::NaturalPerson)?.value.map(|value| value.to_string())
}

fn last_section(document: &Document<'_>, report: &Report) -> Vec<String> {
    let section = report.sections.last().expect("sections");
    section.paragraphs.iter().map(|span| document.slice(*span).to_owned()).collect()
}

/// The words of a page before and behind a report, as sites print them.
const BEFORE: &str = "<首页>(/) | <政务公开>(/zwgk) | <互动交流>(/hd)
    <无障碍>(/wza)
    <长者版>(/zz)
    您好，欢迎来到青禾县人民政府门户网站！
    当前位置：<首页>(/) > <政府信息公开>(/xx) > 正文
    索 引 号 | K1234567/2024-00012 | 主题分类 | 政务公开
    发布机构 | 青禾县白塔镇 | 成文日期 | 2024-01-10
    文 号 | 〔〕号 | 有 效 性 | 有效
    名 称 | 青禾县白塔镇2023年政府信息公开工作年度报告 | 来 源 | 
    内容概述 | 根据《中华人民共和国政府信息公开条例》，现将青禾县白塔镇2023年度政府信息公开工作情况报告如下，欢迎监督。
    发布时间：2024- 01- 13 16 : 26 来源：青禾县政府网 浏览次数：128 字体：[大 中 小]
    ";
const BEHIND: &str = "
    青禾县白塔镇人民政府
    2024年1月10日
    附件：<青禾县白塔镇2023年报告.docx>(/files/1.docx)
    【打印】 【关闭窗口】
    分享到：
    责任编辑：张三
    上一篇：<关于召开会议的通知>(/1.html)
    下一篇：<关于放假的通知>(/2.html)
    相关链接
    <中国政府网>(http://www.example.cn)
    <云岭省人民政府>(http://yl.example.cn)
    地址：青禾县中街99号 邮编：654321 电话：0987-1111111
    主办单位：青禾县人民政府办公室 承办单位：青禾县大数据中心
    版权所有：青禾县人民政府 青ICP备12345678号-1
    网站标识码：9999990001
    2024年5月1日
    您是第 12345 位访问者";
