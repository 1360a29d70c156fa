//! Headings of columns some of whose characters were taken for others that are words of their own: 息计 for 总计.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::lexicon::lexicon;
use crate::form::{Meaning, TableKind, form};
use crate::text::fold::{Folded, fold, significant, taken_for};

/// More characters than this are no heading of a column.
/// Measured: with 20, no cell changes.
const LONGEST: usize = 40;

/// The heading of a column that words are once characters that no heading of the table holds are read as those that they look like: 息计.
/// Two of the form's words never become one another so.
pub(in crate::tables) fn misread_heading(words: &str, table: TableKind) -> Option<Meaning> {
    static HELD: LazyLock<[HashSet<Folded>; 3]> = LazyLock::new(|| {
        [TableKind::Proactive, TableKind::Requests, TableKind::Review].map(|table| {
            let of_table = form().labels.iter().filter(|label| label.table == Some(table));
            let heads = of_table.filter(|label| !matches!(label.meaning, Meaning::Section(_)));
            heads.flat_map(|label| significant(label.wording)).collect()
        })
    });
    // Nearly no word has such a character.
    if !words.chars().take(LONGEST).any(|c| taken_for(c).next().is_some()) {
        return None;
    }
    let held = &HELD[table as usize];
    let mut is_misread = false;
    let read = |c: char| {
        let own =
            if held.contains(&fold(c)) { None } else { taken_for(c).find(|own| held.contains(&fold(*own))) };
        is_misread |= own.is_some();
        own.unwrap_or(c)
    };
    let read: String = words.chars().take(LONGEST).map(read).collect();
    let meaning = is_misread.then(|| lexicon().whole(&read, table)).flatten()?;
    matches!(meaning, Meaning::Column(_) | Meaning::Head(_)).then_some(meaning)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::ColumnKey;

    #[test]
    fn a_misread_heading_is_told_by_its_characters() {
        let column = |words| misread_heading(words, TableKind::Review);
        assert_eq!(column("息计"), Some(Meaning::Column(ColumnKey::Total)));
        assert_eq!(column("结果纠止"), Some(Meaning::Column(ColumnKey::Corrected)));
        // What is printed whole, or has other characters, is no misread heading.
        assert_eq!([column("总计"), column("结果撤销"), column("上计")], [None; 3]);
    }
}
