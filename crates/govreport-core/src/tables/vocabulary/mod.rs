//! The words of the three tables: the dictionary of all wordings, and how alike damaged words are to them.

mod lexicon;
mod likeness;
mod misread;
mod remains;
mod sense;
mod surplus;
mod wording;

pub(in crate::tables) use lexicon::{
    Printed as PrintedLabel, Roles, WordingNumber, lexicon, names_no_other_item,
};
pub(in crate::tables) use likeness::{
    consists_of_pieces, goes_on_group, is_near_to_row, is_only, is_piece_of_group, is_piece_of_heading,
    may_be_numbered, nearest, nearest_group, nearest_heading, negates_heading, numbered_group,
    resembles_heading, says_the_opposite_of, share_left, stands_in_group, turns_group,
};
pub(in crate::tables) use misread::misread_heading;
pub(in crate::tables) use remains::{Remains, Wordings};
pub(in crate::tables) use sense::{adds_nothing, counts_another, may_mean, may_mean_row};
pub(in crate::tables) use surplus::{has_words_of_its_own, says_more_than};
