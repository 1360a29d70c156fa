//! Labels that come torn: what a later piece of text completes or goes on with.

use super::labels::{Found, closed, is_remark};
use super::place::Place;
use super::track::Track;
use super::{LONGEST_WORDS, Lexer};
use crate::tables::tokens::Kind;
use crate::tables::vocabulary::lexicon;
use crate::text::fold::{is_blank, leading_word};
use crate::text::lexicon::first_significant;

impl Lexer<'_> {
    /// The youngest track that the text completes, if any.
    pub(super) fn rest_of_torn(&self, text: &str, at: usize, place: Place) -> Option<(usize, Found)> {
        if self.tracks.is_empty() {
            return None;
        }
        // Nearly all tracks fail at the first character.
        let first = first_significant(text, at)?;
        let may_go_on = |index: &usize| self.tracks[*index].goes_on_with(first);
        (0..self.tracks.len()).rev().filter(may_go_on).find_map(|index| {
            let walk = lexicon().walk(text, at, self.tracks[index].node);
            if let Some((node, end)) = walk.longest
                && self.tracks[index].may_go_on_at(place, self.document)
            {
                let end = closed(text, end);
                if walk.open.is_some() || text[end..].chars().next().is_none_or(is_blank) {
                    // 理（2022年）: the year that a walk passes over behind the last character is a remark, and no part of the label.
                    let ends = walk.open.is_none() || walk.reached == node && is_remark(&text[end..]);
                    let end = if ends { end } else { text.len() };
                    return Some((self.first_alike(index), Found { node, end, open: walk.open }));
                }
            }
            None
        })
    }

    /// The first of the tracks of one line, or of one cell, that were left alike: 本年 and 本年, whose rests come in the same order in the
    /// lines below.
    fn first_alike(&self, index: usize) -> usize {
        let own = &self.tracks[index];
        let is_alike = |track: &Track| track.node == own.node && track.place == own.place;
        self.tracks.iter().position(is_alike).unwrap_or(index)
    }

    pub(super) fn complete(&mut self, index: usize, found: &Found, at: usize) -> usize {
        let track = self.tracks.remove(index);
        let token = &mut self.tokens[track.token];
        token.kind = Kind::Label(found.node);
        token.wording = None;
        // Numbers may stand between the parts: the span of the label is that of its first part, or of both where they touch.
        if self.text[token.span.end..at].chars().all(is_blank) {
            token.span.end = found.end;
        }
        if let Some(node) = found.open.filter(|node| *node != track.node) {
            self.tracks.push(Track::new(node, track.token, track.place));
        }
        found.end
    }

    /// Goes on with a torn label that the word at `begin` does not finish either; an enumerator stands at `at`.
    pub(super) fn middle_of_torn(
        &mut self,
        text: &str,
        begin: usize,
        at: usize,
        place: Place,
    ) -> Option<usize> {
        // A word longer than every wording goes on with none.
        let mut near = (begin + LONGEST_WORDS).min(text.len());
        while !text.is_char_boundary(near) {
            near += 1;
        }
        let word = leading_word(&text[begin..near]);
        if near < text.len() && begin + word == near {
            return None;
        }
        let text = &text[..begin + word];
        let document = self.document;
        for index in (0..self.tracks.len()).rev() {
            let track = &self.tracks[index];
            let walk = lexicon().walk(text, at, track.node);
            if let Some(node) = walk.open
                && node != track.node
                && track.may_go_on_at(place, document)
            {
                let first = self.first_alike(index);
                // 理（2023年） before other words: what the walk passed over behind the last character is a remark.
                let whole = walk.longest.filter(|(last, end)| *last == node && is_remark(&text[*end..]));
                if let Some((node, end)) = whole {
                    return Some(self.complete(first, &Found { node, end, open: None }, at));
                }
                let track = &mut self.tracks[first];
                *track = Track::new(node, track.token, track.place);
                let token = &mut self.tokens[track.token];
                if let Kind::Fragment(fragment) = &mut token.kind {
                    *fragment = node;
                    if self.text[token.span.end..at].chars().all(is_blank) {
                        token.span.end = text.len();
                    }
                }
                return Some(text.len());
            }
        }
        None
    }
}
