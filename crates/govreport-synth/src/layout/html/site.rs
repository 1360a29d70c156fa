//! A page of a site with the report in the middle.

use super::{escaped, plain, spans, title};
use crate::article::Part;
use crate::paper::Paper;
use crate::prose::Prose;
use crate::sheet::{Sheet, Slot};
use govreport_core::form::TableKind;

/// The page around the report; words in braces are replaced.
const PAGE: &str = include_str!("../../../data/site.html");

pub(super) fn page(parts: &[Part], charset: &str, prose: &Prose, paper: &mut Paper) {
    // A report of which no day is printed was published in the usual month.
    let published =
        prose.published.map_or_else(|| format!("{}-01-21", prose.year + 1), |day| day.to_string());
    let hidden = parts.iter().find_map(|part| match part {
        Part::Table(sheet) if sheet.kind == TableKind::Review => Some(other_figures(sheet)),
        _ => None,
    });
    let page = PAGE
        .replace("{charset}", charset)
        .replace("{title}", &escaped(&title(parts)))
        .replace("{issuer}", &escaped(&prose.issuer))
        .replace("{published}", &published)
        .replace("{year}", &prose.year.to_string())
        .replace("{year before}", &(prose.year - 1).to_string())
        .replace("{hidden}", &hidden.unwrap_or_default());
    let (before, behind) = page.split_once("{article}").unwrap_or((&page, ""));
    paper.text(before);
    plain::article(parts, paper);
    paper.text(behind);
}

/// The rows of a table with other numbers in it, such as those of another year: who reads them reads what nobody sees.
fn other_figures(sheet: &Sheet) -> String {
    let cell = |slot: &Slot| {
        let text = if slot.is_number() { "87" } else { &slot.text };
        format!("<td{}>{}</td>", spans(slot), escaped(text))
    };
    let row = |row: &Vec<Slot>| format!("<tr>{}</tr>\n", row.iter().map(cell).collect::<Vec<_>>().concat());
    sheet.rows.iter().map(row).collect::<Vec<_>>().concat()
}
