//! Page numbers, running heads and feet (页码、页眉、页脚): printed on every page, not part of the text.

use super::item::{Item, TextLine};
use super::layout::Layout;
use crate::text::page_number;

/// The part of a page, above and below, in which furniture stands.
const MARGIN: f64 = 0.13;
/// The same in points, for small pages.
/// Measured: with 100, no cell changes.
const LEAST_MARGIN: f64 = 80.0;
/// Lines of two pages this near to each other, in points, stand at the same place.
const SAME_PLACE: f64 = 6.0;
/// The most lines at either end of a page that are looked at.
const LINES: usize = 3;

/// For each page, the items that are furniture.
pub(super) fn find(pages: &[Layout]) -> Vec<Vec<usize>> {
    let ends: Vec<Vec<usize>> = pages.iter().map(ends).collect();
    let mut found = Vec::with_capacity(pages.len());
    for (number, (page, candidates)) in pages.iter().zip(&ends).enumerate() {
        let neighbours: Vec<&TextLine> = [number.checked_sub(1), Some(number + 1)]
            .into_iter()
            .flatten()
            .filter_map(|other| pages.get(other).zip(ends.get(other)))
            .flat_map(|(other, candidates)| candidates.iter().filter_map(|at| line(other, *at)))
            .collect();
        // A page has one number: beside — 2 — a bare 2 is what a cell was broken into.
        let is_dressed = |at: &usize| {
            line(page, *at).is_some_and(|line| page_number::is_page_number(line.passage().text.trim()))
        };
        let is_numbered = candidates.iter().any(is_dressed);
        let is_furniture = |at: &usize| {
            line(page, *at).is_some_and(|line| {
                if is_numbered && is_bare(line) {
                    return false;
                }
                is_number_of(line, number + 1) || neighbours.iter().any(|other| runs_on(line, other))
            })
        };
        found.push(candidates.iter().copied().filter(is_furniture).collect());
    }
    found
}

fn line(page: &Layout, at: usize) -> Option<&TextLine> {
    match page.items.get(at) {
        Some(Item::Line(line)) => Some(line),
        _ => None,
    }
}

/// The first and last lines of a page, where they stand in its margins.
fn ends(page: &Layout) -> Vec<usize> {
    let height = page.size.height();
    let margin = (MARGIN * height).max(LEAST_MARGIN).min(height / 4.0);
    let (head, foot) = (page.size.top + margin, page.size.bottom - margin);
    let is_line = |item: &Item| matches!(item, Item::Line(_));
    let items = || page.items.iter().enumerate();
    let first = items()
        .take_while(|(_, item)| is_line(item) && item.area().middle().1 < head)
        .take(LINES)
        .map(|(at, _)| at);
    let last = items()
        .rev()
        .take_while(|(_, item)| is_line(item) && item.area().middle().1 > foot)
        .take(LINES)
        .map(|(at, _)| at);
    first.chain(last).collect()
}

/// Whether a line is a page number: in a form that nothing else has, or just the number of this page.
fn is_number_of(line: &TextLine, page: usize) -> bool {
    let text = line.passage().text;
    let text = text.trim();
    page_number::is_page_number(text)
        || u32::try_from(page).is_ok_and(|page| page_number::is_number(text, page))
        || text.split_once('/').is_some_and(|(number, pages)| {
            let count = |text: &str| text.trim().parse::<usize>().ok().filter(|count| *count < 10_000);
            matches!((count(number), count(pages)), (Some(number), Some(pages)) if number == page && number <= pages)
        })
}

/// Whether a line is nothing but figures.
fn is_bare(line: &TextLine) -> bool {
    line.passage().text.trim().bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a line stands on the next page too, at the same place. Numbers in it may differ by the pages between.
fn runs_on(line: &TextLine, other: &TextLine) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= SAME_PLACE;
    if !near(line.area.top, other.area.top) {
        return false;
    }
    let [text, other_text] = [line, other].map(|line| line.passage().text);
    if text == other_text {
        // A row of equal numbers may end two pages; words do not.
        let has_words = text.chars().any(char::is_alphabetic);
        return has_words && !line.is_parted() && near(line.area.left, other.area.left);
    }
    // Page numbers that do not begin with 1, or with words around them.
    let (words, figures) = parted(&text);
    let (other_words, other_figures) = parted(&other_text);
    let (Ok(figure), Ok(other_figure)) = (figures.parse::<u32>(), other_figures.parse::<u32>()) else {
        return false;
    };
    words == other_words && figure.abs_diff(other_figure) == 1 && figures.len() <= 4
}

/// A text without its figures, and its figures.
fn parted(text: &str) -> (String, String) {
    text.chars().filter(|c| !c.is_whitespace()).partition(|c| !c.is_ascii_digit())
}
