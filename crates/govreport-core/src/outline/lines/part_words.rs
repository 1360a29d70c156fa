//! The words that name the five parts of section one (总体情况).

use std::sync::LazyLock;

use crate::form::{OverviewPart, form};
use crate::text::fold::is_blank;
use crate::text::lexicon::Lexicon;

static PARTS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(form().overview.iter().map(|(_, wording)| *wording)));

/// The part that the words at the beginning of a text name, and where they end.
pub(in crate::outline) fn at_start(text: &str) -> Option<(OverviewPart, usize)> {
    let (node, end) = PARTS.walk(text, 0, Lexicon::ROOT).longest?;
    Some((form().overview[usize::from(PARTS.entries(node)[0])].0, end))
}

/// The part that a wording names, where it names one and nothing else stands there.
pub(in crate::outline) fn named(words: &str) -> Option<OverviewPart> {
    let (part, end) = at_start(words)?;
    words[end..].chars().all(is_blank).then_some(part)
}
