//! Years and units broken over the lines of a heading, which no line of it names alone: 20, 18, 年 in the corner of a table, 单位, ：千, 件.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::form::TableKind;
use crate::span::Span;
use crate::tables::vocabulary::lexicon;
use crate::text::figures::is_figure;
use crate::text::money::counts_multiples;
use crate::text::page_number::is_page_number;
use crate::text::remark::{OPEN, ends_with_others};
use crate::text::scope::{Time, is_figure_of_year, names_year, time_of};

/// Whether the words above the labels say that the numbers are not what the form counts: 单位：千件, 上年度数据.
pub(super) fn corner_says_another(corner: &str) -> bool {
    counts_multiples(corner) == Some(true)
        || ends_with_others(corner)
        || matches!(time_of(corner, None), Time::Another | Time::Unknown)
}

/// Whether all that a line says is that the numbers are counted one by one, as the form's are: 单位：件.
pub(super) fn names_own_unit(line: &str) -> bool {
    line.trim().trim_start_matches(OPEN).starts_with(UNIT) && counts_multiples(line) == Some(false)
}

/// The word before a unit.
const UNIT: &str = "单位";
/// So many figures a year has.
const FIGURES: usize = 4;
/// What it ends with.
const YEAR: &str = "年";
/// Where they stand.
static UNITS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(UNIT));
static YEARS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(YEAR));

/// So many lines above a heading may be of it.
/// Measured: with 5, no cell changes.
pub(super) const MOST_ABOVE: usize = 6;

/// The last lines of a text that are not empty and no numbers of pages, from the last one up: at most so many, and back to the heading of
/// the section or a sentence, or up to the item of an article.
pub(super) fn lines_back(text: &str, most: usize) -> impl Iterator<Item = &str> {
    let ends = |line: &&str| line.contains('。') || lexicon().heads_any_section(line);
    let mut is_item_read = false;
    let lines = text.lines().rev().filter(|line| !line.trim().is_empty() && !is_page_number(line));
    let lines = lines.take_while(move |line| !ends(line)).take_while(move |line| {
        let goes_on = !is_item_read;
        is_item_read = lexicon().begins_with_group(line, TableKind::Proactive);
        goes_on
    });
    lines.take(most)
}

/// Where the first whole line begins of those near before a place. A line that is cut begins with other words than it has.
pub(super) fn nearest_line(text: &str, end: usize) -> usize {
    /// Measured: with 150, no cell changes.
    const NEAREST: usize = 300;
    let start = text.floor_char_boundary(end.saturating_sub(NEAREST));
    if start == 0 {
        return 0;
    }
    text.get(start..end).and_then(|near| near.find('\n')).map_or(end, |line| start + line + 1)
}

/// Whether the lines before a place name a year that none of them names alone: 20, 18, 年.
pub(super) fn names_torn_year(text: &str, end: usize) -> bool {
    let above = text.get(nearest_line(text, end)..end).unwrap_or_default();
    // Before nearly all headings no four figures follow each other, be it over lines.
    if !has_run_of_figures(above) {
        return false;
    }
    let mut pieces: Vec<&str> = lines_back(above, MOST_ABOVE).collect();
    pieces.reverse();
    names_year(&pieces.concat()) && pieces.iter().all(|line| !names_year(line))
}

/// Whether figures of a year follow each other in a text, as many as a year has, with nothing but white space between.
fn has_run_of_figures(text: &str) -> bool {
    let mut run = 0;
    text.chars().any(|c| {
        if is_figure_of_year(c) {
            run += 1;
        } else if !c.is_whitespace() {
            run = 0;
        }
        run == FIGURES
    })
}

/// Whether the first words of the lines of a heading and of those before it, or the last ones, are, one below the other, a year, or a unit
/// that the form does not count in: 单位, ：千, 件.
pub(super) fn names_torn_corner(text: &str, heading: Span) -> bool {
    // Each word of a heading, and each number behind it, may have a line of its own.
    /// Measured: with 40, no cell changes.
    const MOST_LINES: usize = 80;
    let above = text.get(nearest_line(text, heading.start)..heading.end).unwrap_or_default();
    // What is torn begins with a unit, or with a figure and ends with 年 at the end of a word.
    let ends_word = |behind: &str| behind.chars().next().is_none_or(char::is_whitespace);
    let ends_year = |at: usize| ends_word(&above[at + YEAR.len()..]);
    let may_be_year = || YEARS.find_iter(above.as_bytes()).any(ends_year) && above.contains(is_figure);
    let begins_word = |at: usize| {
        above[..at].ends_with(OPEN) || above[..at].chars().next_back().is_none_or(char::is_whitespace)
    };
    let may_be_unit = || UNITS.find_iter(above.as_bytes()).any(begins_word);
    if !may_be_unit() && !may_be_year() {
        return false;
    }
    let mut lines: Vec<&str> = lines_back(above, MOST_LINES).collect();
    lines.reverse();
    let firsts: Vec<&str> =
        lines.iter().map(|line| line.split_whitespace().next().unwrap_or_default()).collect();
    let lasts: Vec<&str> =
        lines.iter().map(|line| line.split_whitespace().next_back().unwrap_or_default()).collect();
    names_torn(&firsts) || names_torn(&lasts)
}

/// Whether 年 ends a text, with the figures of a year directly before it: the one of 204, 三、本年 has none.
fn ends_with_year(text: &str) -> bool {
    let figures = text.strip_suffix(YEAR).unwrap_or_default().chars().rev();
    figures.take_while(|c| is_figure_of_year(*c)).count() >= FIGURES
}

/// Whether pieces that stand one below the other name a year, or such a unit, which none of them does alone.
fn names_torn(pieces: &[&str]) -> bool {
    /// Measured: with 3, no cell changes.
    const MOST_PIECES: usize = 4;
    let is_corner = |pieces: &[&str]| {
        let words = pieces.concat();
        let is_unit =
            words.trim_start_matches(OPEN).starts_with(UNIT) && counts_multiples(&words) == Some(true);
        is_unit
            || ends_with_year(&words) && !pieces.iter().any(|piece| names_year(piece)) && names_year(&words)
    };
    let begins =
        |first: &&str| first.trim_start_matches(OPEN).starts_with(UNIT) || first.starts_with(is_figure);
    (0..pieces.len()).filter(|at| begins(&pieces[*at])).any(|at| {
        let most = pieces.len().min(at + MOST_PIECES);
        (at + 2..=most).any(|end| is_corner(&pieces[at..end]))
    })
}
