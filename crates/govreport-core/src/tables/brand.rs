//! The name of a site that a mirror put into the words of a report, again and again: 行政许某某门户·官方网站可.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::document::{BlockKind, Document};
use crate::form::form;
use crate::span::Span;
use crate::tables::vocabulary::lexicon;
use crate::text::fold::{Folded, is_ideograph, significant};
use crate::text::lexicon::{Lexicon, enumerator};

/// A label with such a name in it is no longer than this, in bytes.
/// Measured: with 150, no cell changes.
const LONGEST_LABEL: usize = 300;
/// The characters of a name.
/// Measured: with 5, no cell changes.
const FEWEST_CHARACTERS: usize = 4;
/// Measured: with 12, no cell changes.
const MOST_CHARACTERS: usize = 24;
/// So many labels are looked at that hold a name.
/// Measured: with 16, no cell changes.
const MOST_LABELS: usize = 32;

/// The name that stands inside of several labels of the form, if there is one. A label without it is whole, it is made of other
/// characters than the form's, and it stands in the text three times at least: no office calls its rows so.
pub(crate) fn brand<'d>(document: &'d Document<'_>) -> Option<&'d str> {
    /// Measured: with 3, no cell changes.
    const FEWEST_LABELS: usize = 2;
    /// Measured: with 4, no cell changes.
    const FEWEST_TIMES: usize = 3;
    let text = document.text();
    let in_labels: Vec<&str> =
        labels(document).filter_map(|span| put_in(span.of(text))).take(MOST_LABELS).collect();
    in_labels.iter().copied().find(|name| {
        in_labels.iter().filter(|other| *other == name).count() >= FEWEST_LABELS
            && memchr::memmem::find_iter(text.as_bytes(), name.as_bytes()).take(FEWEST_TIMES).count()
                == FEWEST_TIMES
    })
}

/// What may be a label: short lines, and cells.
fn labels(document: &Document<'_>) -> impl Iterator<Item = Span> {
    let shown = document.blocks().iter().flat_map(|block| {
        let cells = document.cells(block).iter().map(|cell| cell.span);
        let line = Some(block.span).filter(|_| matches!(block.kind, BlockKind::Paragraph));
        cells.chain(line)
    });
    let text = document.text();
    shown.filter(|span| {
        (FEWEST_CHARACTERS * 3..=LONGEST_LABEL).contains(&span.len()) && span.of(text).contains(is_ideograph)
    })
}

/// The name inside of words that are a whole label without it.
fn put_in(words: &str) -> Option<&str> {
    let walk = lexicon().walk(words, enumerator(words), Lexicon::ROOT);
    let from = walk.stop;
    if walk.open.is_some() || walk.reached == Lexicon::ROOT || !words[..from].ends_with(is_ideograph) {
        return None;
    }
    let behind =
        words[from..].char_indices().skip(FEWEST_CHARACTERS).take(MOST_CHARACTERS - FEWEST_CHARACTERS);
    behind.filter(|(_, c)| is_ideograph(*c)).map(|(length, _)| &words[from..from + length]).find(|name| {
        let rest = lexicon().walk(words, from + name.len(), walk.reached).longest;
        rest.is_some_and(|(_, end)| significant(&words[end..]).next().is_none()) && is_foreign(name)
    })
}

/// Whether at least half of the characters of a name stand in no label of the form, and no figure is among them.
fn is_foreign(name: &str) -> bool {
    static OF_LABELS: LazyLock<HashSet<Folded>> =
        LazyLock::new(|| form().labels.iter().flat_map(|label| significant(label.wording)).collect());
    let all = significant(name).count();
    let foreign = significant(name).filter(|c| !OF_LABELS.contains(c)).count();
    all >= FEWEST_CHARACTERS && foreign * 2 >= all && !name.contains(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brand_of(lines: &[&str]) -> Option<String> {
        let text = lines.join("\n");
        let mut builder = Document::builder(&text);
        let mut at = 0;
        for line in lines {
            builder.paragraph(Span::new(at, at + line.len()));
            at += line.len() + 1;
        }
        brand(&builder.finish().expect("in order")).map(str::to_owned)
    }

    #[test]
    fn a_name_inside_of_several_labels() {
        let name = "鹭岛门户·官方网站";
        let lines = [format!("行政许{name}可"), format!("1.属于国{name}家秘密"), format!("本市{name}概况")];
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        assert_eq!(brand_of(&lines).as_deref(), Some(name));
        // In one label it may be anything.
        assert_eq!(brand_of(&lines[1..]), None);
    }

    #[test]
    fn words_that_make_labels_those_of_others_are_none() {
        for words in ["涉企", "不予", "上年", "执法机关", "（含上级交办）"] {
            let lines = ["行政许可", "行政处罚", "行政强制"]
                .map(|label| label.replace("行政", &format!("行政{words}")));
            let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
            assert_eq!(brand_of(&lines), None, "{words}");
        }
    }
}
