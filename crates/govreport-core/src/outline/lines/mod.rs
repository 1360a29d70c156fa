//! What a line can be, by itself: the heading of a section, the title of a report, the name of a body, the dateline.

pub(super) mod body_names;
pub(super) mod dateline;
pub(super) mod heading;
pub(super) mod line;
pub(super) mod part_words;
pub(super) mod title;
