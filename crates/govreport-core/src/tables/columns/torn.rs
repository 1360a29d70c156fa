//! Headings whose words were broken in their cells and printed line by line. The pieces of a column stand below each other; of a heading
//! of one level every line has as many as there are columns, of two levels each line has some, from left to right.
//!
//! ```text
//! 信息 上一 本年 处理
//! 内容 年项 增/ 决定
//! 内容 目数 减 数量
//! ```

use super::order::Order;
use super::torn_words::{corner_says_another, names_torn_corner};
use crate::form::{ColumnKey, Meaning, TableKind, form};
use crate::tables::rows::Heading;
use crate::tables::vocabulary::{lexicon, nearest_heading};
use crate::text::fold::{is_blank, significant};

/// More lines than this are no heading.
/// Measured: with 11, no cell changes.
const MOST_LINES: usize = 12;

/// The order in which a heading of one level names the columns of a row, its pieces put together; `None` where it has other pieces, or
/// names none of them.
pub(super) fn torn_order(heading: &Heading, columns: &[ColumnKey], text: &str) -> Option<Order> {
    let is_one_level = columns.last() != Some(&ColumnKey::Total);
    let is_torn = heading.columns.iter().any(|head| head.torn)
        && heading.columns.iter().all(|head| head.grid.is_none());
    let lines = heading.lines.filter(|_| is_one_level && is_torn)?;
    let all = put_together(lines.of(text), columns.len())?;
    let (corner, names) = all.split_first()?;
    if corner_says_another(corner) || names_torn_corner(text, lines) {
        return Some(Order::Unordered);
    }
    let column_of = |name: &String| columns.iter().position(|column| is_heading(name, *column));
    let of_names: Vec<Option<usize>> = names.iter().map(column_of).collect();
    of_names.iter().flatten().next()?;
    if of_names.iter().enumerate().all(|(at, column)| *column == Some(at)) {
        return Some(Order::Form);
    }
    let place = |column| of_names.iter().position(|of_name| *of_name == Some(column));
    Some(Order::Other((0..columns.len()).map(place).collect(), names.len()))
}

/// Whether a line of the pieces of a heading of two levels names a column before one that the form has left of it: 其他 before the 企业
/// of 商业企业. The columns are named in so many sets beside each other.
pub(in crate::tables) fn goes_back(
    heading: &Heading,
    columns: &[ColumnKey],
    sets: usize,
    text: &str,
) -> bool {
    /// Measured: with 3, no cell changes.
    const FEWEST: usize = 2;
    let is_torn = heading.columns.iter().any(|head| head.torn && head.grid.is_none());
    let Some(lines) = heading.lines.filter(|_| is_torn) else { return false };
    let may_be =
        |piece: &str, column: ColumnKey| form().headings_of(column).any(|label| label.contains(piece));
    lines.of(text).lines().take(MOST_LINES).any(|line| {
        let (mut at, mut begun) = (0, 1);
        for piece in line.split(is_blank).filter(|piece| significant(piece).take(FEWEST).count() == FEWEST) {
            let places = || (0..columns.len()).filter(|place| may_be(piece, columns[*place]));
            let next = places().find(|place| *place >= at);
            begun += usize::from(next.is_none() && places().next().is_some());
            at = next.or_else(|| places().next()).unwrap_or(at);
        }
        begun > sets
    })
}

/// The words of each column, that of the labels first, its pieces put together. A piece that stands again in the next line is one.
fn put_together(lines: &str, width: usize) -> Option<Vec<String>> {
    let mut rows: Vec<Vec<&str>> = lines
        .lines()
        .take(MOST_LINES)
        // The number of a page.
        .filter(|line| line.contains(|c: char| c.is_alphabetic()))
        .map(|line| line.split(is_blank).filter(|piece| !piece.is_empty()).collect())
        .skip_while(|pieces: &Vec<&str>| pieces.len() < 2)
        .collect();
    let count = rows.first()?.len();
    if rows.len() < 2 || count != width + 1 || rows.iter().any(|row| row.len() != count) {
        return None;
    }
    rows.dedup();
    let of_column = |at: usize| {
        let mut pieces: Vec<&str> = rows.iter().map(|row| row[at]).collect();
        pieces.dedup();
        pieces.concat()
    };
    Some((0..count).map(of_column).collect())
}

/// Whether words are the heading of a column, or what damage left of it.
fn is_heading(words: &str, column: ColumnKey) -> bool {
    let meaning = Meaning::Column(column);
    let bare = words.split(['（', '(']).next().unwrap_or(words);
    let is_own =
        |label: &str| significant(label.split(['（', '(']).next().unwrap_or(label)).eq(significant(bare));
    form().headings_of(column).any(is_own)
        || lexicon().whole(words, TableKind::Proactive) == Some(meaning)
        || nearest_heading(words, TableKind::Proactive) == Some(meaning)
}
