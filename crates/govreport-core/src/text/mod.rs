//! Small grammars over the text: folding for comparison, dictionaries of wordings, numbers, dates.

pub(crate) mod fold;
pub(crate) mod lexicon;
pub(crate) mod number;
