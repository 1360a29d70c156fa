//! Whether a label can still be read.
//!
//! A label is legible if, white space, punctuation, enumerators and Latin letters aside and traditional characters taken for
//! simplified ones, it differs from the form's in at most a third of its characters, and more from every other label of the table.

use std::collections::HashMap;
use std::sync::LazyLock;

use govreport_core::form::{RowKey, TableKind};

use crate::article::Part;
use crate::draft::{Draft, Place};
use crate::sheet::{Sheet, Slot};

/// The simplified character of each traditional one.
static SIMPLIFIED: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    include_str!("../../data/traditional.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(to, from)| Some((to.chars().next()?, from)))
        .flat_map(|(to, from)| from.chars().filter(|c| *c != ' ').map(move |c| (c, to)))
        .collect()
});

/// The Han characters of a text without a leading enumerator, simplified.
pub(super) fn folded(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let name = text.trim_start_matches(|c: char| !is_han(c) || "一二三四五六七八九十".contains(c));
    let name = if name.is_empty() { &text } else { name };
    name.chars().filter(|c| is_han(*c)).map(|c| SIMPLIFIED.get(&c).copied().unwrap_or(c)).collect()
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// How many characters have to be put in, taken out or changed.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, c) in a.chars().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, d) in b.iter().enumerate() {
            let changed = before + usize::from(c != *d);
            before = row[j + 1];
            row[j + 1] = changed.min(before + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

/// Whether the label of a row can be read.
pub(super) fn legible(draft: &Draft<'_>, sheet: &Sheet, place: Place, keys: &[RowKey]) -> bool {
    let [key] = keys else {
        // Table three in one row: fifteen numbers in order need no words.
        return keys.len() > 1;
    };
    let Some(printed) = printed(draft, sheet, place) else { return false };
    let printed = folded(&printed);
    let rows = draft.spec.figures.editions().rows(key.table());
    let names = rows.iter().map(|row| {
        let litigation = key.table() == TableKind::Review && row.key != RowKey::Reconsideration;
        let name = if litigation { format!("行政诉讼{}", row.label) } else { row.label.to_owned() };
        (row.key, folded(&name))
    });
    let (own, others): (Vec<_>, Vec<_>) = names.partition(|(other, _)| other == key);
    let Some((_, own)) = own.first() else { return false };
    let off = distance(&printed, own);
    3 * off <= own.chars().count() && others.iter().all(|(_, other)| distance(&printed, other) > off)
}

/// The words before the numbers of a row, or around them, or over its table.
fn printed(draft: &Draft<'_>, sheet: &Sheet, place: Place) -> Option<String> {
    let words = |row: usize| -> Option<&Slot> {
        let line = sheet.rows.get(row)?;
        let end = line.iter().position(Slot::is_number).unwrap_or(line.len());
        line.get(..end)?.iter().rev().find(|slot| !slot.text.is_empty())
    };
    if let Some(slot) = words(place.row) {
        // The label of a group that begins here is not the row's own.
        if slot.rows == 1 {
            return Some(slot.text.clone());
        }
        return None;
    }
    // A label torn from its numbers: one that ends its row above, and perhaps goes on alone below.
    let torn_off = |row: usize| sheet.rows.get(row).is_some_and(|line| !line.iter().any(Slot::is_number));
    if place.row > 0 && torn_off(place.row - 1) && sheet.first_numbers() < place.row {
        let first = words(place.row - 1)?.text.clone();
        let rest = sheet.rows.get(place.row + 1).filter(|line| line.len() == 1 && torn_off(place.row + 1));
        return Some(first + rest.map_or("", |line| line[0].text.as_str()));
    }
    // A row that is a table of its own: it has its name in a heading before it, or in its first row.
    let before = draft.chapters.get(place.chapter)?.parts.get(..place.part)?;
    let heading = before.iter().rev().find(|part| !matches!(part, Part::PageLine(_)));
    if let Some(Part::Heading { depth, text }) = heading
        && *depth > 1
    {
        return Some(text.clone());
    }
    match sheet.rows.first().map(Vec::as_slice) {
        Some([only]) if only.cell.is_none() => Some(only.text.clone()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_folded() {
        assert_eq!(folded("（三）不予公開"), "不予公开");
        assert_eq!(folded("5.要求行政机关确认"), "要求行政机关确认");
        assert_eq!(folded("三、 其\n他"), "其他");
    }

    #[test]
    fn distances() {
        assert_eq!(distance("行政许可", "行政许可"), 0);
        assert_eq!(distance("行政处罚", "行政强制"), 2);
        assert_eq!(distance("", "其他"), 2);
        assert_eq!(distance("重复申请", "复申请"), 1);
    }
}
