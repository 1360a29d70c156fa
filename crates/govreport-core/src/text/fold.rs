//! Folding for comparison: what counts as the same character when wordings are compared.
//!
//! Text is never rewritten. A comparison walks the original and folds each character as it goes, so every offset stays an
//! offset into the source. Folded away are white space, zero-width characters, punctuation, brackets and quotation marks of
//! every width, readings in brackets, and 的; full-width ASCII, upper case, traditional characters and radicals become their plain twins, and so do
//! look-alikes that no wording holds (杲 for 果).

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::reading::bracketed_tone;
use crate::form::{form, frame};
use crate::span::Span;

const VARIANTS: &str = include_str!("../../form/variants.tsv");
const LOOKALIKES: &str = include_str!("../../form/lookalikes.tsv");
/// The columns of the look-alikes.
const READ_ANYWHERE: usize = 1;
const READ_IN_HEADINGS: usize = 2;
const READ_IN_NUMBERS: usize = 3;

/// What a character is for comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Folded(u16);

impl Folded {
    /// A character that no wording of the form holds.
    pub(crate) const FOREIGN: Self = Self(0);
    /// A character that comparison passes over.
    pub(crate) const PASSED: Self = Self(1);
    const FIRST: u16 = 2;

    /// Its number: those of the characters of all wordings are small.
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }

    /// One bit of 64 that the character sets in a summary of several.
    pub(crate) const fn bit(self) -> u64 {
        1 << (self.0 % 64)
    }
}

/// The characters of all wordings, numbered, with everything that stands for them.
pub(super) struct Alphabet {
    of: Box<[Folded; CHARACTERS]>,
    /// A character that some table holds, and the one it may be, in the order of the first.
    taken_for: Vec<(char, char)>,
    /// The same where it is the number of an item.
    numerals: Vec<(char, char)>,
    /// The first of these, a bit each: nearly no character is one.
    taken: Box<[u64; CHARACTERS / BITS]>,
}

/// How many characters share a number of bits.
const BITS: usize = u64::BITS as usize;

/// The wordings hold no character beyond this many.
const CHARACTERS: usize = 0x1_0000;

/// The alphabet. Built from the form on first use.
#[inline]
pub(super) fn alphabet() -> &'static Alphabet {
    static ALPHABET: LazyLock<Alphabet> = LazyLock::new(Alphabet::build);
    &ALPHABET
}

impl Alphabet {
    /// What `c` is for comparison.
    #[inline]
    pub(super) fn fold(&self, c: char) -> Folded {
        self.of.get(c as usize).copied().unwrap_or(Folded::FOREIGN)
    }

    /// What the character at byte `at` of a text is for comparison, and the offset behind it; `None` at the end of the text.
    #[inline]
    pub(super) fn fold_at(&self, text: &str, at: usize) -> Option<(Folded, usize)> {
        Some(match text.as_bytes().get(at..)? {
            // Nearly all characters are ideographs: their three bytes are put together without a look at each of them.
            [first @ 0xE0..=0xEF, second, third, ..] => {
                let bits = |byte: &u8| u16::from(byte & 0x3F);
                let code = u16::from(*first) << 12 | bits(second) << 6 | bits(third);
                (self.of[usize::from(code)], at + 3)
            }
            [first, ..] if first.is_ascii() => (self.of[usize::from(*first)], at + 1),
            _ => {
                let c = text.get(at..)?.chars().next()?;
                (self.fold(c), at + c.len_utf8())
            }
        })
    }

    fn build() -> Self {
        let of = vec![Folded::FOREIGN; CHARACTERS].into_boxed_slice();
        let mut of: Box<[Folded; CHARACTERS]> = of.try_into().expect("it was made of so many");
        for c in BLOCKS_OF_PASSED.into_iter().flatten().filter(|c| is_passed(*c)) {
            of[c as usize] = Folded::PASSED;
        }
        let twins: FxHashMap<char, char> = twins_of(VARIANTS, 1).collect();
        let mut next = Folded::FIRST;
        let form = form();
        let wordings = form
            .labels
            .iter()
            .map(|label| label.wording)
            .chain(form.sections.iter().map(|(_, wording)| *wording))
            .chain(form.overview.iter().map(|(_, wording)| *wording))
            .chain(frame().folded_wordings());
        for c in wordings.flat_map(str::chars) {
            let plain = plain(c, &twins);
            let slot = plain as usize;
            if slot < of.len() && of[slot] == Folded::FOREIGN {
                of[slot] = Folded(next);
                next += 1;
            }
        }
        // Everything that stands for a numbered character gets its number.
        let lookalikes = twins_of(LOOKALIKES, READ_ANYWHERE);
        for (variant, c) in twins.into_iter().chain(lookalikes) {
            if (variant as usize) < of.len() {
                of[variant as usize] = of[c as usize];
            }
        }
        for c in '!'..='~' {
            let folded = of[c.to_ascii_lowercase() as usize];
            of[c as usize] = folded;
            of[c as usize + 0xFEE0] = folded;
        }
        let mut taken_for: Vec<(char, char)> = twins_of(LOOKALIKES, READ_IN_HEADINGS).collect();
        taken_for.sort_unstable();
        let mut taken = Box::new([0; CHARACTERS / BITS]);
        for (c, _) in &taken_for {
            let bits = taken.get_mut(*c as usize / BITS).expect("no look-alike lies beyond the wordings");
            *bits |= 1 << (*c as usize % BITS);
        }
        let numerals = twins_of(LOOKALIKES, READ_IN_NUMBERS).collect();
        Self { of, taken_for, numerals, taken }
    }
}

/// The characters that a column of a table says stand for others, each with the one it stands for.
fn twins_of(table: &'static str, column: usize) -> impl Iterator<Item = (char, char)> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(move |line| {
        let c = line.chars().next();
        let others = line.split('\t').nth(column).unwrap_or_default().split(' ');
        let others = others.filter_map(|other| other.chars().next()).filter(|other| *other != '-');
        others.filter_map(move |other| Some((other, c?)))
    })
}

fn plain(c: char, twins: &FxHashMap<char, char>) -> char {
    let narrow = match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    twins.get(&narrow).copied().unwrap_or(narrow).to_ascii_lowercase()
}

/// Whether a character is a Chinese one (汉字).
pub(crate) fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}')
}

/// Whether a character is a letter or an ideograph. Nearly all are of those that every report is written in: they need not be looked up.
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FA5}') || c.is_alphabetic()
}

/// White space of any kind, and characters without width.
#[inline]
pub(crate) fn is_blank(c: char) -> bool {
    // Nearly all characters of a report are ideographs and figures.
    let printing = matches!(c, '\u{3400}'..='\u{9FFF}' | '!'..='~');
    !printing
        && (c.is_whitespace()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{3164}' | '\u{E5E5}'))
}

/// Characters without width, which stand inside of numbers and words unseen.
#[inline]
pub(crate) fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// All of these.
pub(crate) fn hidden_characters() -> impl Iterator<Item = char> {
    ('\u{200B}'..='\u{200F}').chain(['\u{2060}', '\u{FEFF}'])
}

/// Whether the UTF-8 of a blank character can begin with each byte. Bytes inside a character begin none.
const BEGINS_BLANK: [bool; 256] = {
    let mut begins = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        begins[byte] = matches!(byte, 0x09..=0x0D | 0x20 | 0xC2 | 0xE1..=0xE3 | 0xEE | 0xEF);
        byte += 1;
    }
    begins
};

#[inline]
fn may_begin_blank(byte: u8) -> bool {
    BEGINS_BLANK[usize::from(byte)]
}

/// Length of the blank characters that `text` begins with.
#[inline]
pub(crate) fn leading_blank(text: &str) -> usize {
    // Most texts that are asked about begin with none.
    match text.as_bytes().first() {
        Some(first) if may_begin_blank(*first) => length_of_blank(text),
        _ => 0,
    }
}

fn length_of_blank(text: &str) -> usize {
    match text.as_bytes() {
        // Between the numbers of a row, its cells and its lines stands one.
        [b' ' | b'\t' | b'\n', next, ..] if !may_begin_blank(*next) => 1,
        [first, ..] if may_begin_blank(*first) => {
            // Columns are kept apart by many spaces.
            let spaces = text.bytes().take_while(|byte| *byte == b' ').count();
            match text.as_bytes().get(spaces) {
                Some(next) if may_begin_blank(*next) => {
                    text[spaces..].find(|c| !is_blank(c)).map_or(text.len(), |length| spaces + length)
                }
                _ => spaces,
            }
        }
        _ => 0,
    }
}

/// Length of the word that `text` begins with: up to the first blank character.
pub(crate) fn leading_word(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            // Nearly all characters are ideographs of three bytes; none that begins with these is blank.
            0xE4..=0xE9 => 3,
            byte if may_begin_blank(*byte) => match text[at..].chars().next() {
                Some(c) if !is_blank(c) => c.len_utf8(),
                _ => return at,
            },
            _ => 1,
        };
    }
    text.len()
}

/// The words of a line: what blanks part.
pub(crate) fn words_of(line: Span, text: &str) -> impl Iterator<Item = Span> {
    let mut at = line.start;
    std::iter::from_fn(move || {
        at += leading_blank(&text[at..line.end]);
        let word = Span::new(at, at + leading_word(&text[at..line.end]));
        at = word.end;
        (!word.is_empty()).then_some(word)
    })
}

/// Where the characters stand that are passed over: no other needs to be looked at when the alphabet is built.
const BLOCKS_OF_PASSED: [RangeInclusive<char>; 8] = [
    '\0'..='\u{FF}',
    '\u{1680}'..='\u{1680}',
    '\u{2000}'..='\u{206F}',
    '\u{2200}'..='\u{22FF}',
    '\u{3000}'..='\u{3164}',
    '的'..='的',
    '\u{E5E5}'..='\u{E5E5}',
    '\u{FE50}'..='\u{FFFF}',
];

fn is_passed(c: char) -> bool {
    is_blank(c)
        // A hyphen that shows only at the end of a line. Before figures it is a minus: `sign`.
        || c == '\u{00AD}'
        || matches!(
            c,
            '的' | '、' | '。' | '，' | '．' | '：' | '；' | '·' | '•' | '・' | '…' | '／' | '＂' | '＇'
        )
        // Small and half-width forms, and signs of mathematics that stand for them.
        || matches!(c, '\u{FE50}'..='\u{FE5E}' | '｡' | '､' | '｢' | '｣' | '∶' | '∙' | '‧' | '〖' | '〗')
        || matches!(
            c,
            '（' | '）' | '〔' | '〕' | '【' | '】' | '［' | '］' | '〈' | '〉' | '《' | '》'
        )
        || matches!(
            c,
            '「' | '」'
                | '『'
                | '』'
                | '“'
                | '”'
                | '‘'
                | '’'
                | '〝'
                | '〞'
                | '＊'
                | '—'
                | '－'
                | '–'
                | '―'
        )
        || matches!(
            c,
            '!' | '"' | '#' | '\'' | '(' | ')' | '*' | ',' | '-' | '.' | '/' | ':' | ';' | '<' | '>'
        )
        || matches!(c, '[' | ']' | '`' | '_' | '~' | '|' | '\\' | '？' | '！' | '?')
}

/// What `c` is for comparison.
#[inline]
pub(crate) fn fold(c: char) -> Folded {
    alphabet().fold(c)
}

/// Whether a character is drawn so much like another that it may be that one, misread, though it is one of other words: 末 of 期末 for 未.
/// Only the place can say which is meant.
pub(crate) fn may_be_taken_for(printed: char, own: Folded) -> bool {
    taken_for(printed).any(|other| fold(other) == own)
}

/// The characters that one may be, misread.
pub(crate) fn taken_for(printed: char) -> impl Iterator<Item = char> {
    let alphabet = alphabet();
    let bits = alphabet.taken.get(printed as usize / BITS).copied().unwrap_or_default();
    let is_taken = bits & 1 << (printed as usize % BITS) != 0;
    let all = if is_taken { alphabet.taken_for.as_slice() } else { &[] };
    let first = all.partition_point(|(c, _)| *c < printed);
    all[first..].iter().take_while(move |(c, _)| *c == printed).map(|(_, own)| *own)
}

/// Whether a character that stands twice in a row was printed twice, as 处 of 行政处处罚: no label has one twice. Those are not meant that say
/// something else so: 上上年, 二〇二二年.
fn may_be_doubled(c: char) -> bool {
    const SAY_ANOTHER: &str = "上下前〇零一二三四五六七八九十";
    is_ideograph(c) && !SAY_ANOTHER.contains(c)
}

/// Whether the character at byte `at` of a text is the one before it printed twice.
#[inline]
pub(super) fn is_doubled_at(text: &str, at: usize) -> bool {
    // An ideograph has three bytes, which no two characters that differ share.
    let bytes = text.as_bytes();
    let is_same = at >= 3 && bytes.get(at..at + 3).is_some_and(|own| *own == bytes[at - 3..at]);
    is_same && text[at..].chars().next().is_some_and(may_be_doubled)
}

/// The Chinese numeral that a character is, misread where it is the number of an item: （匹） is （四）, （王） is （五）.
pub(crate) fn misread_numeral(c: char) -> Option<char> {
    const NUMERALS: &str = "一二三四五六七八九十";
    let (folded, numerals) = (alphabet().fold(c), &alphabet().numerals);
    let is_it = |numeral: &char| alphabet().fold(*numeral) == folded && folded.0 >= Folded::FIRST;
    let in_number = numerals.iter().find(|(printed, _)| *printed == c).map(|(_, numeral)| *numeral);
    in_number.or_else(|| NUMERALS.chars().find(is_it)).filter(|numeral| *numeral != c)
}

/// The folded characters of `text`, without those that comparison passes over. Over a reading it passes too (政(zhèng)府), and over a
/// character that was printed twice (行政处处罚).
pub(crate) fn significant(text: &str) -> impl Iterator<Item = Folded> {
    let alphabet = alphabet();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let (folded, behind) = alphabet.fold_at(text, at)?;
            let first = std::mem::replace(&mut at, behind);
            if folded != Folded::PASSED {
                if is_doubled_at(text, first) {
                    continue;
                }
                return Some(folded);
            }
            // Brackets are passed over, and with them the reading that they hold.
            let passed = &text.as_bytes()[first..behind];
            if (passed == b"(" || passed == "（".as_bytes())
                && let Some(reading) = bracketed_tone(&text[behind..])
            {
                at = behind + reading;
            }
        }
    })
}

/// These characters folded, without those that comparison passes over.
pub(crate) fn significant_of(characters: impl Iterator<Item = char>) -> impl Iterator<Item = Folded> {
    let alphabet = alphabet();
    characters.map(|c| alphabet.fold(c)).filter(|folded| *folded != Folded::PASSED)
}

/// Whether two texts are the same wording.
#[cfg(test)]
pub(crate) fn same(a: &str, b: &str) -> bool {
    significant(a).eq(significant(b))
}

/// The folded text as a value that can be compared and hashed.
#[cfg(test)]
pub(crate) fn folded(text: &str) -> Vec<Folded> {
    significant(text).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn width_case_space_and_punctuation_do_not_count() {
        assert!(same("第二十条第（一）项", "第二十条 第(一项)"));
        assert!(same("本年收费金额（单位：万元）", "本年收费金额单位:万元"));
        assert!(same("危及“三安全一稳定”", "危及”三安全一稳定”"));
        assert!(same("自 然\u{3000}人", "自\u{200b}然\n人"));
        assert!(same("政(zhèng)(zhèng)府（fǔ）信息", "政府信息") && !same("金额(RMB)", "金额"));
        assert!(same("总(zǒng)计(j ì)", "总计") && same("数(\u{2028}shù)量", "数量"));
    }

    #[test]
    fn a_character_printed_twice_is_one() {
        assert!(same("行政处处罚", "行政处罚") && same("不不予公开", "不予公开") && same("总计计", "总计"));
        // These say something else so.
        assert!(!same("上上年结转", "上年结转") && !same("二二", "二") && !same("11", "1"));
        for wording in form().labels.iter().map(|label| label.wording) {
            let all: Vec<char> = wording.chars().collect();
            assert!(!all.windows(2).any(|pair| pair[0] == pair[1] && may_be_doubled(pair[0])), "{wording}");
        }
    }

    #[test]
    fn traditional_characters_and_radicals_are_their_twins() {
        assert!(same("行政处罚", "行政處罰"));
        assert!(same("本年制发件数", "本年製發件數"));
        assert!(same("一、本年新收", "⼀、本年新收"));
        assert!(same("其他", "其它"));
    }

    /// A look-alike that is folded is a character of no table, and stands for one character: else it could make one word of the form
    /// another.
    #[test]
    fn a_folded_lookalike_is_no_character_of_any_wording_and_stands_for_one() {
        let tables = [
            include_str!("../../form/attachments.tsv"),
            include_str!("../../form/bodies.tsv"),
            include_str!("../../form/chrome.tsv"),
            include_str!("../../form/columns.tsv"),
            include_str!("../../form/contact.tsv"),
            include_str!("../../form/file_properties.tsv"),
            include_str!("../../form/fillers.tsv"),
            include_str!("../../form/headings.tsv"),
            include_str!("../../form/labels.tsv"),
            include_str!("../../form/notes.tsv"),
            include_str!("../../form/overview.tsv"),
            include_str!("../../form/overview_topics.tsv"),
            include_str!("../../form/page_labels.tsv"),
            include_str!("../../form/period.tsv"),
            include_str!("../../form/qualifiers.tsv"),
            include_str!("../../form/rows.tsv"),
            include_str!("../../form/sections.tsv"),
            include_str!("../../form/signs.tsv"),
            include_str!("../../form/time.tsv"),
            include_str!("../../form/title.tsv"),
            include_str!("../../form/units.tsv"),
            include_str!("../../form/words.tsv"),
            VARIANTS,
        ];
        let lines = tables.iter().flat_map(|table| table.lines()).filter(|line| !line.starts_with('#'));
        let used: HashSet<char> = lines.flat_map(str::chars).collect();
        let mut seen = HashSet::new();
        for (lookalike, c) in twins_of(LOOKALIKES, READ_ANYWHERE) {
            assert!(!used.contains(&lookalike), "{lookalike} stands in a wording");
            assert!(seen.insert(lookalike), "{lookalike} stands for two characters");
            assert_ne!(fold(c), Folded::FOREIGN, "no wording holds {c}");
            assert_eq!(fold(lookalike), fold(c));
        }
        for (lookalike, c) in twins_of(LOOKALIKES, READ_IN_HEADINGS) {
            assert!(used.contains(&lookalike), "{lookalike} stands in no wording: it may be read anywhere");
            assert_ne!(fold(lookalike), fold(c));
            assert!(may_be_taken_for(lookalike, fold(c)) && fold(c) != Folded::FOREIGN, "{c}");
        }
    }

    #[test]
    fn lookalikes_are_their_twins() {
        assert!(same("攻府信息公幵", "政府信息公开"));
        assert!(same("结杲维持", "结果维持"));
        // Both are characters of the form.
        assert!(!same("期未", "期末") && may_be_taken_for('末', fold('未')));
    }

    #[test]
    fn the_bytes_that_begin_a_blank_character_are_known() {
        for c in ('\0'..=char::MAX).filter(|c| is_blank(*c)) {
            let text = c.to_string();
            assert!(may_begin_blank(text.as_bytes()[0]), "{:X}", u32::from(c));
            assert_eq!((leading_blank(&text), leading_word(&text)), (text.len(), 0));
        }
        assert!(('\0'..=char::MAX).all(|c| !c.is_whitespace() || is_blank(c)));
        assert_eq!(leading_word("第一，　第二"), "第一，".len());
        assert_eq!(leading_blank("　 第二"), "　 ".len());
        assert_eq!(leading_blank("  　 \t第二"), "  　 \t".len());
        assert_eq!([leading_blank("   "), leading_blank("   第"), leading_blank(" \u{E001}")], [3, 3, 1]);
    }

    #[test]
    fn every_character_that_is_passed_over_or_hidden_is_known() {
        for c in '\0'..=char::MAX {
            let in_block = BLOCKS_OF_PASSED.iter().any(|block| block.contains(&c));
            assert!(in_block || !is_passed(c), "{:X}", u32::from(c));
            assert_eq!(hidden_characters().any(|hidden| hidden == c), is_hidden(c), "{:X}", u32::from(c));
        }
    }

    #[test]
    fn a_character_of_any_length_is_folded_where_it_stands() {
        let alphabet = alphabet();
        for c in '\0'..=char::MAX {
            let text = format!("一{c}");
            let found = alphabet.fold_at(&text, "一".len());
            assert_eq!(found, Some((alphabet.fold(c), text.len())), "{:X}", u32::from(c));
            assert_eq!(alphabet.fold_at(&text, text.len()), None);
        }
    }

    #[test]
    fn other_words_stay_other() {
        assert!(!same("行政许可", "行政处罚"));
        assert!(!same("总计", "总"));
    }
}
