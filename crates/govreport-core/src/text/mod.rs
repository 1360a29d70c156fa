//! Small grammars over the text: folding for comparison, dictionaries of wordings, numbers, dates.

pub(crate) mod date;
pub(crate) mod figures;
pub(crate) mod fold;
pub(crate) mod lexicon;
pub(crate) mod number;
pub(crate) mod ordinal;
pub(crate) mod period;
pub(crate) mod words;
