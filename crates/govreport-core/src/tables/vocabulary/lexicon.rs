//! The words of the three tables, as one dictionary.

use std::sync::LazyLock;

use crate::form::{Label, Meaning, SectionKey, TableKind, form};
use crate::text::fold::{Folded, significant};
use crate::text::lexicon::{Lexicon, Node, enumerator};

/// The dictionary of all labels of the form.
pub(in crate::tables) struct TableLexicon {
    lexicon: Lexicon,
    /// For each label, the table that a line of nothing but this label opens.
    opens: Vec<Option<TableKind>>,
}

/// The dictionary. Built from the form on first use.
pub(in crate::tables) fn lexicon() -> &'static TableLexicon {
    static LEXICON: LazyLock<TableLexicon> = LazyLock::new(|| TableLexicon {
        lexicon: Lexicon::new(form().labels.iter().map(|label| label.wording)),
        opens: form().labels.iter().map(opens).collect(),
    });
    &LEXICON
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

impl TableLexicon {
    pub(in crate::tables) fn walk(&self, text: &str, from: usize, node: Node) -> crate::text::lexicon::Walk {
        self.lexicon.walk(text, from, node)
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
        self.lexicon
            .entries(node)
            .iter()
            .map(|entry| &form().labels[usize::from(*entry)])
            .filter(move |label| label.table == Some(table))
            .map(|label| label.meaning)
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
        let begin = enumerator(text);
        let (node, end) = self.walk(text, begin, Lexicon::ROOT).longest?;
        let rest = &text[end..];
        significant(rest).next().is_none().then(|| self.meanings(node, table).next())?
    }

    /// What the whole of the words of a label stands for in one table, the last piece of which led to this node.
    pub(in crate::tables) fn whole_label(
        &self,
        node: Node,
        words: &str,
        table: TableKind,
    ) -> Option<Meaning> {
        // Nearly all labels are printed as the form has them: then no other node can be reached.
        let is_wording = |entry: &u16| form().labels[usize::from(*entry)].wording == words;
        if self.lexicon.entries(node).iter().any(is_wording) {
            return self.meanings(node, table).next();
        }
        self.whole(words, table)
    }

    /// The table that the wording ending at this node opens.
    pub(in crate::tables) fn opens(&self, node: Node) -> Option<TableKind> {
        self.lexicon.entries(node).iter().find_map(|entry| self.opens[usize::from(*entry)])
    }

    /// The table that all wordings open that begin with what led to this node; `words` is what was read of them. The beginning
    /// of a label opens its table only where it is long.
    pub(in crate::tables) fn opens_below(&self, node: Node, words: &str) -> Option<TableKind> {
        const SHORTEST: usize = 6;
        if significant(words).take(SHORTEST).count() < SHORTEST {
            return None;
        }
        let entries = self.lexicon.entries_below(node, 16);
        let table = self.opens[usize::from(*entries.first()?)]?;
        entries.iter().all(|entry| self.opens[usize::from(*entry)] == Some(table)).then_some(table)
    }

    /// The section whose heading the wording ending at this node is.
    pub(in crate::tables) fn heads_section(&self, node: Node) -> Option<SectionKey> {
        self.lexicon.entries(node).iter().find_map(|entry| match form().labels[usize::from(*entry)].meaning {
            Meaning::Section(section) => Some(section),
            _ => None,
        })
    }
}
