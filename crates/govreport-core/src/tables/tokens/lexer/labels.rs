//! Labels of the form in a piece of text: how far they go and what may follow them.

use crate::tables::vocabulary::{PrintedLabel, lexicon};
use crate::text::figures::is_figure;
use crate::text::fold::{is_blank, leading_word};
use crate::text::lexicon::{Lexicon, Node, Walk, enumerator};
use crate::text::qualifier::qualifies_otherwise;

/// A label that was found.
pub(super) struct Found {
    pub(super) node: Node,
    /// Offset after the label, closing brackets and colon included.
    pub(super) end: usize,
    /// Where the text ended inside a longer wording: that wording.
    pub(super) open: Option<Node>,
}

/// Walks along the words at byte `at`: where they begin, behind their enumerator, and how far wordings go; and the wording that all of
/// them are, if they are one.
pub(super) fn walked(text: &str, at: usize) -> (usize, Walk, Option<&'static PrintedLabel>) {
    let words = &text[at..];
    let Some(printed) = lexicon().printed(words) else {
        let begin = at + enumerator(words);
        return (begin, lexicon().walk(text, begin, Lexicon::ROOT), None);
    };
    (at + printed.enumerator, printed.walk.moved(at), Some(printed))
}

/// Whether what stands behind a label begins as a remark does.
pub(super) fn is_remark(behind: &str) -> bool {
    behind.starts_with(['（', '('])
}

/// A whole label, as a walk from its beginning found it: behind it the text ends, or white space, a number, a bracket or
/// another label follows.
pub(super) fn label(text: &str, walk: &Walk) -> Option<Found> {
    let (node, end) = walk.longest?;
    // The text goes on with a longer wording and breaks off in it, at its end or before a number: it is the longer one.
    let breaks_off = walk.open.is_some() || text[..walk.stop].ends_with(is_blank);
    if breaks_off && walk.reached != node {
        return None;
    }
    if walk.open.is_some() {
        let open = walk.open.filter(|open| lexicon().goes_on(*open));
        return Some(Found { node, end: text.len(), open });
    }
    let end = closed(text, end);
    let follows = ends_label(text, end) || {
        let next = lexicon().walk(text, end + enumerator(&text[end..]), Lexicon::ROOT);
        next.longest.is_some_and(|(_, end)| {
            let end = closed(text, end);
            let third = end + enumerator(&text[end..]);
            ends_label(text, end) || lexicon().walk(text, third, Lexicon::ROOT).longest.is_some()
        })
    };
    follows.then_some(Found { node, end, open: None })
}

/// The beginning of a wording at `begin`, as a walk from there found it, that breaks off with the piece or with the next white
/// space. Gives the offset where it breaks off.
pub(super) fn fragment(text: &str, begin: usize, walk: &Walk) -> Option<(Node, usize)> {
    let is_begun = |node: &Node| *node != Lexicon::ROOT;
    if let Some(node) = walk.open.filter(is_begun) {
        return Some((node, text.len()));
    }
    // A walk that came to its end inside the first word does so without the words behind as well.
    let end = begin + leading_word(&text[begin..walk.stop]);
    if end == begin || end == walk.stop {
        return None;
    }
    lexicon().walk(&text[..end], begin, Lexicon::ROOT).open.filter(is_begun).map(|node| (node, end))
}

/// Whether what stands at `end` can follow a label: nothing, white space, a figure or guidance in brackets.
pub(super) fn ends_label(text: &str, end: usize) -> bool {
    let next = text[end..].chars().next();
    next.is_none_or(|c| is_blank(c) || is_figure(c) || matches!(c, '（' | '('))
}

/// The length of the rest of a word behind a label, if it makes the label count something else.
pub(super) fn says_otherwise(behind: &str, label: &str) -> usize {
    let end = behind.find(|c| is_blank(c) || is_figure(c)).unwrap_or(behind.len());
    let rest = &behind[..end];
    if qualifies_otherwise(rest, &std::iter::once(label)) { rest.len() } else { 0 }
}

/// Takes closing brackets, quotation marks and a colon behind a label into it. Spaces may have got before a bracket.
pub(super) fn closed(text: &str, end: usize) -> usize {
    let is_closing =
        |c: char| matches!(c, '）' | ')' | '】' | ']' | '”' | '"' | '’' | '：' | ':' | '。' | '*');
    let behind = text[end..].trim_start_matches([' ', '\u{2028}']);
    let end = if behind.starts_with(['）', ')']) { text.len() - behind.len() } else { end };
    text[end..].find(|c| !is_closing(c)).map_or(text.len(), |length| end + length)
}
