//! Small grammars over the text: folding for comparison, dictionaries of wordings, numbers, dates.

pub(crate) mod caption_time;
pub(crate) mod date;
pub(crate) mod figures;
pub(crate) mod filler;
pub(crate) mod fold;
mod han;
pub(crate) mod lexicon;
pub(crate) mod measure;
pub(crate) mod money;
pub(crate) mod number;
pub(crate) mod ordinal;
pub(crate) mod page_number;
pub(crate) mod period;
pub(crate) mod qualifier;
pub(crate) mod reading;
pub(crate) mod remark;
pub(crate) mod scope;
mod sign;
pub(crate) mod words;
