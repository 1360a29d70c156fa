//! The words of the three tables, as one dictionary.

use std::collections::BTreeSet;
use std::num::NonZero;
use std::sync::LazyLock;

use super::likeness::may_be_numbered;
use super::remains::bits_of;
use crate::form::{Label, Meaning, RowKey, SectionKey, TableKind, form};
use crate::text::fold::{Folded, significant};
use crate::text::lexicon::{Lexicon, Node, Walk, enumerator, first_significant};
use crate::text::words::Exact;

/// The dictionary of all labels of the form.
pub(in crate::tables) struct TableLexicon {
    lexicon: Lexicon,
    /// For each label, the table that a line of nothing but this label opens.
    opens: Vec<Option<TableKind>>,
    /// For each label, whether it names a row plainly.
    plain: Vec<bool>,
    /// For each label, what its wording stands for in each table.
    roles: Vec<[Roles; 3]>,
    /// The labels as the form prints them: nearly all of a report are printed so, and need not be walked along.
    printed: Exact<Printed>,
}

/// What a wording stands for in a table.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::tables) struct Roles {
    /// The row that it heads, if any.
    pub(in crate::tables) row: Option<RowKey>,
    /// What else it stands for, if anything.
    pub(in crate::tables) other: Option<Meaning>,
    /// It heads columns and nothing else.
    pub(in crate::tables) heads_columns: bool,
    /// The group of rows that it heads, if any.
    pub(in crate::tables) group: Option<&'static str>,
    /// The first of all that it stands for.
    pub(in crate::tables) first: Option<Meaning>,
}

impl Roles {
    fn of(meanings: &(impl Iterator<Item = Meaning> + Clone)) -> Self {
        let row = meanings.clone().find_map(|meaning| match meaning {
            Meaning::Row(key) => Some(key),
            _ => None,
        });
        let other =
            meanings.clone().find(|meaning| !matches!(meaning, Meaning::Row(_) | Meaning::Section(_)));
        let is_head = |meaning| matches!(meaning, Meaning::Column(_) | Meaning::Head(_));
        let heads_columns = meanings.clone().next().is_some() && meanings.clone().all(is_head);
        let group = meanings.clone().find_map(|meaning| match meaning {
            Meaning::Group(group) => Some(group),
            _ => None,
        });
        Self { row, other, heads_columns, group, first: meanings.clone().next() }
    }
}

/// Which of the labels of the form a wording is; as small as can be, for every token may have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tables) struct WordingNumber(NonZero<u16>);

impl WordingNumber {
    fn of(index: usize) -> Self {
        let number = u16::try_from(index + 1).ok().and_then(NonZero::new);
        Self(number.expect("a form has fewer than 65535 wordings"))
    }

    /// Its place among the labels of the form.
    pub(in crate::tables) fn index(self) -> usize {
        usize::from(self.0.get()) - 1
    }
}

/// What reading a label comes to that is printed as the form has it, with nothing behind it.
#[derive(Debug)]
pub(in crate::tables) struct Printed {
    /// The length of its enumerator.
    pub(in crate::tables) enumerator: usize,
    /// The walk from there to its end; offsets count from its enumerator.
    pub(in crate::tables) walk: Walk,
    /// Where the walk ends, if that is the end of the wording.
    pub(in crate::tables) whole: Option<Node>,
    /// Which wording it is.
    pub(in crate::tables) wording: WordingNumber,
    /// The bits that every wording has which it can be left of, if it is short.
    bits: Option<u64>,
}

/// The dictionary. Built from the form on first use.
pub(in crate::tables) fn lexicon() -> &'static TableLexicon {
    static LEXICON: LazyLock<TableLexicon> = LazyLock::new(|| {
        let lexicon = Lexicon::new(form().labels.iter().map(|label| label.wording));
        let printed = |(wording, label): (usize, &'static Label)| {
            let wording = WordingNumber::of(wording);
            let enumerator = enumerator(label.wording);
            let walk = lexicon.walk(label.wording, enumerator, Lexicon::ROOT);
            let whole = walk.open.filter(|open| walk.longest.is_some_and(|(node, _)| node == *open));
            (label.wording, Printed { enumerator, walk, whole, wording, bits: bits_of(label.wording) })
        };
        let roles = |label: &Label| {
            let entries = lexicon.walk(label.wording, enumerator(label.wording), Lexicon::ROOT).longest;
            let entries = entries.map_or(&[][..], |(node, _)| lexicon.entries(node));
            [TableKind::Proactive, TableKind::Requests, TableKind::Review]
                .map(|table| Roles::of(&meanings(entries, table)))
        };
        TableLexicon {
            roles: form().labels.iter().map(roles).collect(),
            opens: form().labels.iter().map(opens).collect(),
            plain: form().labels.iter().map(is_plain).collect(),
            printed: Exact::new(form().labels.iter().enumerate().map(printed)),
            lexicon,
        }
    });
    &LEXICON
}

/// Whether a text is nothing but figures, no more of them than a number has.
fn is_number(text: &str) -> bool {
    /// Measured: with 9, no cell changes.
    const LONGEST: usize = 18;
    text.len() <= LONGEST && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The same bits of figures as [`bits_of`] has of all words.
fn bits_of_number(figures: &str) -> u64 {
    static BITS: LazyLock<[u64; 10]> = LazyLock::new(|| {
        ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
            .map(|figure| bits_of(figure).expect("one character is short"))
    });
    figures.bytes().fold(0, |bits, figure| bits | BITS[usize::from(figure - b'0')])
}

/// A label opens its table where its words are the form's alone; short or common words (规章, 其他, 行政复议) stand in prose and
/// in other tables as well and count only inside an open table.
fn opens(label: &Label) -> Option<TableKind> {
    let length = significant(label.wording).count();
    let own = match label.meaning {
        Meaning::Column(_) | Meaning::AmountInYuan => length >= 4,
        Meaning::Group(_) => length >= 5,
        Meaning::Head(key) => key != "litigation",
        Meaning::Row(key) => key.table() != TableKind::Proactive && length >= 6,
        Meaning::Section(_) => false,
    };
    label.table.filter(|_| own)
}

/// Whether a label names a row by its words alone. Those of the form say no other time, as a test of the words of time shows.
fn is_plain(label: &Label) -> bool {
    matches!(label.meaning, Meaning::Row(key) if names_no_other_item(label.wording, key))
}

/// Whether words may be a row's by the number of their item. A name of a word or two is common to many lists: there another number
/// says that it is another item.
pub(in crate::tables) fn names_no_other_item(words: &str, row: RowKey) -> bool {
    const COMMON: usize = 2;
    let is_common = || significant(&words[enumerator(words)..]).take(COMMON + 1).count() <= COMMON;
    may_be_numbered(words, row) || !is_common()
}

/// The first characters of such labels.
fn first_characters(is_such: impl Fn(&Label) -> bool) -> Vec<Folded> {
    let such = form().labels.iter().filter(|label| is_such(label)).map(|label| label.wording);
    let first: BTreeSet<Folded> =
        such.filter_map(|wording| first_significant(wording, enumerator(wording))).collect();
    first.into_iter().collect()
}

/// What these entries stand for, in one table.
fn meanings(entries: &[u16], table: TableKind) -> impl Iterator<Item = Meaning> + Clone {
    let labels = entries.iter().map(|entry| &form().labels[usize::from(*entry)]);
    labels.filter(move |label| label.table == Some(table)).map(|label| label.meaning)
}

impl TableLexicon {
    pub(in crate::tables) fn walk(&self, text: &str, from: usize, node: Node) -> Walk {
        self.lexicon.walk(text, from, node)
    }

    /// What reading the whole of a text comes to, if it is a label as the form prints it.
    #[inline]
    pub(in crate::tables) fn printed(&self, text: &str) -> Option<&Printed> {
        self.printed.get(text)
    }

    /// The bits of the characters that wordings go on with behind this node.
    pub(in crate::tables) fn bits_behind(&self, node: Node) -> u64 {
        self.lexicon.bits_behind(node)
    }

    /// Whether a wording that was read up to this node goes on with this character.
    pub(in crate::tables) fn goes_on_with(&self, node: Node, character: Folded) -> bool {
        self.lexicon.goes_on_with(node, character)
    }

    /// Whether a longer wording goes on from this node.
    pub(in crate::tables) fn goes_on(&self, node: Node) -> bool {
        self.lexicon.goes_on(node)
    }

    /// What the wording that ends at this node stands for, in one table.
    pub(in crate::tables) fn meanings(&self, node: Node, table: TableKind) -> impl Iterator<Item = Meaning> {
        meanings(self.lexicon.entries(node), table)
    }

    /// The same, told apart.
    #[inline]
    pub(in crate::tables) fn roles(&self, node: Node, table: TableKind) -> &Roles {
        static NONE: Roles = Roles { row: None, other: None, heads_columns: false, group: None, first: None };
        let first = self.lexicon.entries(node).first();
        first.map_or(&NONE, |entry| &self.roles[usize::from(*entry)][table as usize])
    }

    /// Whether words begin with the whole label of a group of a table: 第二十条第（六）项占比.
    pub(in crate::tables) fn begins_with_group(&self, words: &str, table: TableKind) -> bool {
        static FIRST: LazyLock<[Vec<Folded>; 3]> = LazyLock::new(|| {
            [TableKind::Proactive, TableKind::Requests, TableKind::Review].map(|table| {
                first_characters(|label| {
                    label.table == Some(table) && matches!(label.meaning, Meaning::Group(_))
                })
            })
        });
        // The first character rules out nearly all words.
        let first = first_significant(words, enumerator(words));
        first.is_some_and(|first| FIRST[table as usize].contains(&first))
            && self.begins_with(words, table).is_some_and(|roles| roles.group.is_some())
    }

    /// The same of a group or a row: 危及“三安全一稳定”%.
    pub(in crate::tables) fn begins_with_label(&self, words: &str, table: TableKind) -> bool {
        self.begins_with(words, table).is_some_and(|roles| roles.group.is_some() || roles.row.is_some())
    }

    /// What the longest wording that words begin with stands for.
    fn begins_with(&self, words: &str, table: TableKind) -> Option<&Roles> {
        let longest = self.walk(words, enumerator(words), Lexicon::ROOT).longest;
        longest.map(|(node, _)| self.roles(node, table))
    }

    /// What the wordings that begin with what led to this node stand for, in one table, if they are few.
    pub(in crate::tables) fn meanings_below(&self, node: Node, table: TableKind) -> Vec<Meaning> {
        let mut meanings: Vec<Meaning> = self
            .lexicon
            .entries_below(node, 16)
            .into_iter()
            .map(|entry| &form().labels[usize::from(entry)])
            .filter(|label| label.table == Some(table))
            .map(|label| label.meaning)
            .collect();
        meanings.dedup();
        meanings
    }

    /// What the whole of a text stands for in one table, if it is a wording of the form.
    pub(in crate::tables) fn whole(&self, text: &str, table: TableKind) -> Option<Meaning> {
        if let Some(printed) = self.printed(text) {
            return self.meanings(printed.walk.longest?.0, table).next();
        }
        self.whole_otherwise(text, table)
    }

    /// The same of a text that is not printed as the form has it.
    fn whole_otherwise(&self, text: &str, table: TableKind) -> Option<Meaning> {
        let begin = enumerator(text);
        let (node, end) = self.walk(text, begin, Lexicon::ROOT).longest?;
        let rest = &text[end..];
        significant(rest).next().is_none().then(|| self.meanings(node, table).next())?
    }

    /// The same with the bits that every wording has which the text can be left of; `None` for them if it is too long.
    pub(in crate::tables) fn whole_with_bits(
        &self,
        text: &str,
        table: TableKind,
    ) -> (Option<Meaning>, Option<u64>) {
        match self.printed(text) {
            Some(printed) => {
                let node = printed.walk.longest.map(|(node, _)| node);
                (node.and_then(|node| self.meanings(node, table).next()), printed.bits)
            }
            // No wording begins with a figure, as a test shows.
            None if is_number(text) => (None, Some(bits_of_number(text))),
            None => (self.whole_otherwise(text, table), bits_of(text)),
        }
    }

    /// Whether a wording is the form's for a row and names it plainly, as [`Self::is_plain`] has it of words.
    pub(in crate::tables) fn is_plain_wording(&self, wording: WordingNumber, row: RowKey) -> bool {
        let wording = wording.index();
        self.plain[wording] && form().labels[wording].meaning == Meaning::Row(row)
    }

    /// Whether the words of a label, which led to this node, are the form's for a row and name it plainly: they say no other time and have
    /// no other item's number.
    pub(in crate::tables) fn is_plain(&self, node: Node, words: &str, row: RowKey) -> bool {
        self.lexicon.entries(node).iter().map(|entry| usize::from(*entry)).any(|entry| {
            let label = &form().labels[entry];
            self.plain[entry] && label.meaning == Meaning::Row(row) && label.wording == words
        })
    }

    /// What the whole of the words of a label stands for in one table, the last piece of which led to this node.
    pub(in crate::tables) fn whole_label(
        &self,
        node: Node,
        words: &str,
        table: TableKind,
    ) -> Option<Meaning> {
        // Nearly all labels are printed as the form has them: then no other node can be reached.
        if self.is_wording(node, words) {
            return self.meanings(node, table).next();
        }
        self.whole(words, table)
    }

    /// Whether words are, letter by letter, a wording that ends at this node.
    pub(in crate::tables) fn is_wording(&self, node: Node, words: &str) -> bool {
        self.lexicon.entries(node).iter().any(|entry| form().labels[usize::from(*entry)].wording == words)
    }

    /// The table that the wording ending at this node opens.
    pub(in crate::tables) fn opens(&self, node: Node) -> Option<TableKind> {
        self.lexicon.entries(node).iter().find_map(|entry| self.opens[usize::from(*entry)])
    }

    /// The table that all wordings open that begin with what led to this node; `words` is what was read of them. The beginning
    /// of a label opens its table only where it is long.
    pub(in crate::tables) fn opens_below(&self, node: Node, words: &str) -> Option<TableKind> {
        /// Measured: with 7, no cell changes.
        const SHORTEST: usize = 6;
        if significant(words).take(SHORTEST).count() < SHORTEST {
            return None;
        }
        let entries = self.lexicon.entries_below(node, 16);
        let table = self.opens[usize::from(*entries.first()?)]?;
        entries.iter().all(|entry| self.opens[usize::from(*entry)] == Some(table)).then_some(table)
    }

    /// Whether words are wordings of the form and nothing else, or a piece of the heading of a section: 行政复议行政诉讼, 提起行政诉讼情况.
    pub(in crate::tables) fn consists_of_wordings(&self, words: &str) -> bool {
        let mut at = enumerator(words);
        while significant(&words[at..]).next().is_some() {
            match self.walk(words, at, Lexicon::ROOT).longest {
                Some((_, end)) if end > at => at = end,
                _ => return Self::is_piece_of_section(words),
            }
        }
        true
    }

    fn is_piece_of_section(words: &str) -> bool {
        static SECTIONS: LazyLock<Vec<Vec<Folded>>> = LazyLock::new(|| {
            let of_sections =
                form().labels.iter().filter(|label| matches!(label.meaning, Meaning::Section(_)));
            of_sections.map(|label| significant(label.wording).collect()).collect()
        });
        let words: Vec<Folded> = significant(words).collect();
        SECTIONS.iter().any(|wording| wording.windows(words.len().max(1)).any(|window| window == words))
    }

    /// Whether all of a line is the heading of a section as the form prints it, be it with its number.
    pub(in crate::tables) fn is_heading_of_section(&self, line: &str) -> bool {
        self.is_section(&line[enumerator(line)..])
    }

    fn is_section(&self, words: &str) -> bool {
        let printed = self.printed(words).map(|printed| form().labels[printed.wording.index()].meaning);
        matches!(printed, Some(Meaning::Section(_)))
    }

    /// Whether a line begins as the heading of a section does.
    pub(in crate::tables) fn heads_any_section(&self, line: &str) -> bool {
        static FIRST: LazyLock<Vec<Folded>> =
            LazyLock::new(|| first_characters(|label| matches!(label.meaning, Meaning::Section(_))));
        let begin = enumerator(line);
        if self.is_section(&line[begin..]) {
            return true;
        }
        // The first character rules out nearly all lines.
        if !first_significant(line, begin).is_some_and(|first| FIRST.contains(&first)) {
            return false;
        }
        let longest = self.walk(line, begin, Lexicon::ROOT).longest;
        longest.is_some_and(|(node, _)| self.heads_section(node).is_some())
    }

    /// The section whose heading the wording ending at this node is.
    pub(in crate::tables) fn heads_section(&self, node: Node) -> Option<SectionKey> {
        self.lexicon.entries(node).iter().find_map(|entry| match form().labels[usize::from(*entry)].meaning {
            Meaning::Section(section) => Some(section),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_wording_begins_with_a_figure() {
        for figure in '0'..='9' {
            let walk = lexicon().walk(&figure.to_string(), 0, Lexicon::ROOT);
            assert_eq!((walk.longest, walk.stop), (None, 0), "{figure}");
        }
        for number in ["0", "12", "1234", "123456789012345678"] {
            assert!(is_number(number));
            assert_eq!(enumerator(number), 0, "{number}");
            assert_eq!(bits_of(number), Some(bits_of_number(number)), "{number}");
        }
    }
}
