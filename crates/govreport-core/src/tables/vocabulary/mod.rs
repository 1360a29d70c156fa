//! The words of the three tables: the dictionary of all wordings, and how alike damaged words are to them.

mod lexicon;
mod likeness;
mod wording;

pub(in crate::tables) use lexicon::{lexicon, names_no_other_item};
pub(in crate::tables) use likeness::{
    heads_no_other_time, is_near_to_row, is_only, is_piece_of_heading, may_be_numbered, nearest,
    nearest_heading, resembles_heading, says_no_other_time, share_left,
};
