//! Remarks on headings and groups that make their numbers another's: 自然人（2022年）, 申请人情况（万件）, 第二十条第（六）项占比（%）.

use super::Writer;
use super::said::Captions;
use crate::form::Meaning;
use crate::span::Span;
use crate::tables::tokens::{Kind, Token};
use crate::tables::vocabulary::lexicon;
use crate::text::lexicon::{Lexicon, enumerator};
use crate::text::remark::{end_of_name, ends_of_name, is_of_another, is_open, with_rest};
use crate::text::scope::{Time, time_of};

/// A heading with the remark on it.
pub(super) struct Remarked<'t> {
    name: &'t str,
    pub(super) with_rest: &'t str,
    /// The remark makes it another's: 自然人（上年）.
    pub(super) is_other: bool,
    /// What its words stand for, if they are, letter by letter, a wording of what it heads.
    pub(super) is_wording_of: Option<Meaning>,
}

impl<'t> Writer<'t> {
    /// Takes in words that are a heading over several columns, or the label of a group, with a remark behind it: 申请人情况（2022年度）. Gives
    /// whether they are.
    pub(super) fn heading_with_remark(&mut self, token: &Token) -> bool {
        /// Measured: with 45, no cell changes.
        const LONGEST: usize = 90;
        let words = token.span.of(self.text);
        if words.len() > LONGEST {
            return false;
        }
        let open = words.rfind(['（', '(']).filter(|open| *open > 0).map(|open| words[..open].trim_end());
        let heads = |name: &str| match lexicon().whole(name, self.table) {
            Some(meaning @ (Meaning::Head(_) | Meaning::Group(_))) => Some(meaning),
            _ => None,
        };
        // 第二十条第（六）项占比（%）: what follows the name is a remark too, if it says something else.
        let begins = || {
            let (_, end) = lexicon().walk(words, enumerator(words), Lexicon::ROOT).longest?;
            let name = &words[..end];
            Some((name, heads(name)?)).filter(|_| is_of_another(name, words, self.year))
        };
        let named = open.and_then(|name| Some((name, heads(name)?))).or_else(begins);
        let Some((name, meaning)) = named else { return false };
        let span = Span::new(token.span.start, token.span.start + name.len());
        let said = is_of_another(name, words, self.year).then(|| said_in_remark(name, words, self.year));
        self.heading(meaning, &Token { span, ..*token });
        self.say_of_heading(meaning, said);
        true
    }

    /// The words of a heading, and what is printed of them with the remark in brackets behind them, which may be part of the token.
    pub(super) fn remarked(&self, meaning: Meaning, token: &Token) -> Remarked<'t> {
        let whole = token.span.of(self.text);
        let remarked = with_rest(token.span, self.text);
        // Nearly all headings are printed as the form has them: then all of the words are the name.
        let first_meaning = match token.kind {
            Kind::Label(node) if token.wording.is_some() || lexicon().is_wording(node, whole) => {
                let first = lexicon().roles(node, self.table).first;
                let stands_for = |own| own == meaning;
                (first == Some(meaning) || lexicon().meanings(node, self.table).any(stands_for))
                    .then_some(first)
            }
            _ => None,
        };
        let name = if first_meaning.is_some() { whole } else { self.name_of(meaning, whole) };
        let is_other = is_of_another(name, remarked, self.year)
            || matches!(meaning, Meaning::Column(_))
                && is_open(name, remarked, self.year, |words| self.is_in_label(words));
        Remarked { name, with_rest: remarked, is_other, is_wording_of: first_meaning.flatten() }
    }

    /// The name in the words of a heading, before a remark on it.
    fn name_of(&self, meaning: Meaning, whole: &'t str) -> &'t str {
        let names = |end: &usize| {
            let name = whole[..*end].trim_end();
            let walk = lexicon().walk(name, enumerator(name), Lexicon::ROOT);
            walk.longest.is_some_and(|(node, end)| {
                end == name.len() && lexicon().meanings(node, self.table).any(|other| other == meaning)
            })
        };
        // 本年增/减 is a name, and so is 收费金额（单位：万元）.
        let end = ends_of_name(whole).find(names).filter(|_| !names(&whole.len()));
        &whole[..end.unwrap_or(whole.len())]
    }

    /// Takes in what a remark behind a heading over several columns says of all of them: 申请人情况（2022年度）, 信息内容（万件）.
    pub(super) fn remark_of_heading(&mut self, meaning: Meaning, heading: &Remarked<'_>) {
        let said = heading.is_other.then(|| said_in_remark(heading.name, heading.with_rest, self.year));
        self.say_of_heading(meaning, said);
    }

    /// The same of what a remark was found to say.
    fn say_of_heading(&mut self, meaning: Meaning, said: Option<Captions>) {
        let Some(said) = said else { return };
        if matches!(meaning, Meaning::Group(_)) {
            self.group_says = said;
        }
        if self.drafts.blocks.is_empty() {
            self.new_block();
        }
        if let Some(block) = self.drafts.blocks.last_mut() {
            block.of_another_time |= said.of_another_time;
            block.in_multiples |= said.in_multiples;
        }
    }

    /// Whether words that may be a damaged heading name another time, or have a remark that makes them another's: 自然人%.
    pub(super) fn says_another(&self, words: &str) -> bool {
        let name = &words[..end_of_name(words)];
        matches!(time_of(words, self.year), Time::Another | Time::Unknown)
            || is_of_another(name, words, self.year)
    }
}

/// What a remark behind words that makes them another's says of the numbers below them.
fn said_in_remark(words: &str, remarked: &str, year: Option<u16>) -> Captions {
    let of_another_time = time_of(&remarked[words.len()..], year) == Time::Another;
    Captions { of_another_time, in_multiples: !of_another_time }
}
