//! A dictionary of wordings, walked along the text itself.
//!
//! A trie over folded characters. Walking reads the source character by character, passes over what does not count, and
//! can stop in the middle of a wording and go on later: that is how a label torn over lines or cells is put together again.

use super::fold::{
    Alphabet, Folded, alphabet, is_blank, is_doubled_at, is_hidden, is_ideograph, misread_numeral,
    significant,
};
use super::reading::bracketed_reading;

/// No label has more characters than this in a row that do not count; the bound keeps every walk short.
/// Measured: with 32, no cell changes.
const LONGEST_PASSAGE: usize = 64;

/// An enumerator has fewer characters than this, white space around it included.
/// Measured: with 12, no cell changes.
const LONGEST_ENUMERATOR: usize = 24;

/// A place in the dictionary: the wordings that begin with what has been read so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Node(u32);

/// A node of the trie. Nodes are numbered from 1 in the order they were added; 0 is the root, which is nobody's child.
#[derive(Debug, Clone, Copy)]
struct Branch {
    /// The character that leads here from the parent.
    character: Folded,
    /// The first child, or 0.
    child: u32,
    /// The next child of the same parent, or 0.
    sibling: u32,
    /// The entries of the wording that ends here: a range of all entries.
    entries: (u16, u16),
}

/// A dictionary of wordings with the number of the entry each belongs to.
#[derive(Debug)]
pub(crate) struct Lexicon {
    nodes: Vec<Branch>,
    /// The entries, in the order of the nodes.
    entries: Vec<u16>,
    /// The children of the root by folded character: the walk is there most often.
    first: Vec<u32>,
}

/// How far a walk came.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Walk {
    /// The longest wording read: its node, and the offset after its last character.
    pub(crate) longest: Option<(Node, usize)>,
    /// Where in the dictionary the walk stood when the text ended; `None` where the text went on with another character.
    pub(crate) open: Option<Node>,
    /// Where in the dictionary the walk came to its end.
    pub(crate) reached: Node,
    /// Offset of the first character that could not be read, or the end of the text.
    pub(crate) stop: usize,
}

impl Walk {
    /// The same walk in a text in which what was walked stands this many bytes further on.
    pub(crate) fn moved(self, bytes: usize) -> Self {
        let longest = self.longest.map(|(node, end)| (node, end + bytes));
        Self { longest, stop: self.stop + bytes, ..self }
    }
}

impl Lexicon {
    /// The node before anything was read.
    pub(crate) const ROOT: Node = Node(0);

    /// Builds the dictionary from wordings; the number of an entry is its place in the sequence.
    pub(crate) fn new<'a>(wordings: impl Iterator<Item = &'a str>) -> Self {
        let root = Branch { character: Folded::FOREIGN, child: 0, sibling: 0, entries: (0, 0) };
        let mut lexicon = Self { nodes: vec![root], entries: Vec::new(), first: Vec::new() };
        let mut ends: Vec<(u32, u16)> = Vec::new();
        for (entry, wording) in wordings.enumerate() {
            let entry = u16::try_from(entry).expect("a form has fewer than 65536 wordings");
            let characters = significant(&wording[enumerator(wording)..]);
            let end = characters.fold(0, |at, character| lexicon.child(at, character));
            ends.push((end, entry));
        }
        // The sort is stable: the entries of one wording stay in their order.
        ends.sort_by_key(|(node, _)| *node);
        for (node, entry) in ends {
            let before = u16::try_from(lexicon.entries.len()).expect("a form has fewer than 65536 wordings");
            lexicon.entries.push(entry);
            let of_node = &mut lexicon.nodes[node as usize].entries;
            *of_node = (if of_node.0 == of_node.1 { before } else { of_node.0 }, before + 1);
        }
        let mut child = lexicon.nodes[0].child;
        while child != 0 {
            let Branch { character, sibling, .. } = lexicon.nodes[child as usize];
            let width = lexicon.first.len().max(character.index() + 1);
            lexicon.first.resize(width, 0);
            lexicon.first[character.index()] = child;
            child = sibling;
        }
        lexicon
    }

    /// The child of a node for a character; added where there is none.
    fn child(&mut self, at: u32, character: Folded) -> u32 {
        let mut last = 0;
        let mut child = self.nodes[at as usize].child;
        while child != 0 {
            if self.nodes[child as usize].character == character {
                return child;
            }
            last = child;
            child = self.nodes[child as usize].sibling;
        }
        let added = u32::try_from(self.nodes.len()).expect("a form has few wordings");
        self.nodes.push(Branch { character, child: 0, sibling: 0, entries: (0, 0) });
        if last == 0 {
            self.nodes[at as usize].child = added;
        } else {
            self.nodes[last as usize].sibling = added;
        }
        added
    }

    /// The entries of the wording that ends at this node.
    pub(crate) fn entries(&self, node: Node) -> &[u16] {
        let (first, end) = self.nodes[node.0 as usize].entries;
        &self.entries[usize::from(first)..usize::from(end)]
    }

    /// Whether a longer wording goes on from this node.
    pub(crate) fn goes_on(&self, node: Node) -> bool {
        self.nodes[node.0 as usize].child != 0
    }

    /// All entries whose wording goes on from this node (itself included), if they are at most `limit`.
    pub(crate) fn entries_below(&self, node: Node, limit: usize) -> Vec<u16> {
        let mut found = Vec::new();
        let mut pending = vec![node.0];
        while let Some(at) = pending.pop() {
            found.extend_from_slice(self.entries(Node(at)));
            if found.len() > limit {
                return Vec::new();
            }
            let mut child = self.nodes[at as usize].child;
            while child != 0 {
                pending.push(child);
                child = self.nodes[child as usize].sibling;
            }
        }
        found.sort_unstable();
        found
    }

    /// The child of a node for a character, and its number.
    #[inline]
    fn step(&self, at: u32, branch: &Branch, character: Folded) -> Option<(u32, &Branch)> {
        let mut child = match at {
            0 => self.first.get(character.index()).copied().unwrap_or_default(),
            _ => branch.child,
        };
        while child != 0 {
            let branch = &self.nodes[child as usize];
            if branch.character == character {
                return Some((child, branch));
            }
            child = branch.sibling;
        }
        None
    }

    /// Reads `text` from byte `from` on, starting at `node`, as far as wordings go.
    pub(crate) fn walk(&self, text: &str, from: usize, node: Node) -> Walk {
        let alphabet = alphabet();
        let (mut at, mut end) = (node.0, from);
        let mut branch = &self.nodes[at as usize];
        // The last node that ends a wording, or 0, and the offset behind it.
        let (mut last, mut last_end) = (0, from);
        let longest = |last, end| (last != 0).then_some((Node(last), end));
        while let Some((folded, behind)) = alphabet.fold_at(text, end) {
            if folded == Folded::PASSED {
                match pass(alphabet, text, end) {
                    Ok(significant) => end = significant,
                    Err(stop) => {
                        let longest = longest(last, last_end);
                        return Walk { longest, open: None, reached: Node(at), stop };
                    }
                }
                continue;
            }
            let Some(next) = self.step(at, branch, folded) else {
                // 行政处处罚: no wording goes on with the character that it has just had.
                if end > from && is_doubled_at(text, end) {
                    end = behind;
                    last_end = if branch.ends_wording() { end } else { last_end };
                    continue;
                }
                return Walk { longest: longest(last, last_end), open: None, reached: Node(at), stop: end };
            };
            (at, branch) = next;
            end = behind;
            if branch.ends_wording() {
                (last, last_end) = (at, end);
            }
        }
        let longest = longest(last, last_end);
        Walk { longest, open: Some(Node(at)), reached: Node(at), stop: text.len() }
    }

    /// The bits of the characters that wordings go on with behind `node`.
    pub(crate) fn bits_behind(&self, node: Node) -> u64 {
        let mut bits = 0;
        let mut child = self.nodes[node.0 as usize].child;
        while child != 0 {
            let branch = &self.nodes[child as usize];
            bits |= branch.character.bit();
            child = branch.sibling;
        }
        bits
    }

    /// Whether a wording that was read up to `node` goes on with this character.
    #[inline]
    pub(crate) fn goes_on_with(&self, node: Node, character: Folded) -> bool {
        self.step(node.0, &self.nodes[node.0 as usize], character).is_some()
    }
}

impl Branch {
    #[inline]
    fn ends_wording(&self) -> bool {
        self.entries.0 != self.entries.1
    }
}

/// The offset of the first character from byte `at` on that counts, or the end of the text.
///
/// # Errors
///
/// Where more characters in a row do not count than any label has, the offset behind them.
fn pass(alphabet: &Alphabet, text: &str, mut at: usize) -> Result<usize, usize> {
    let mut passed = 0;
    while let Some((Folded::PASSED, behind)) = alphabet.fold_at(text, at) {
        if let Some(skipped) = insertion(text, at, behind) {
            at = behind + skipped;
            continue;
        }
        // Behind a label on a page many spaces may stand.
        let spaces = text.as_bytes()[behind..].iter().take(LONGEST_PASSAGE - passed);
        let spaces = spaces.take_while(|byte| **byte == b' ').count();
        at = behind + spaces;
        passed += spaces;
        passed += 1;
        if passed > LONGEST_PASSAGE {
            return Err(at);
        }
    }
    Ok(at)
}

/// The first character from byte `at` on that a walk does not pass over, if there is one.
pub(crate) fn first_significant(text: &str, at: usize) -> Option<Folded> {
    let alphabet = alphabet();
    match alphabet.fold_at(text, at)? {
        (Folded::PASSED, _) => {
            alphabet.fold_at(text, pass(alphabet, text, at).ok()?).map(|(folded, _)| folded)
        }
        (folded, _) => Some(folded),
    }
}

/// Length of what may be put into a label from byte `behind` on and is passed over together with the character at `at`: a year
/// in brackets (本年(2023)制发件数), or the reading that a mirror puts behind a character (公(gōng)开).
#[inline]
fn insertion(text: &str, at: usize, behind: usize) -> Option<usize> {
    let bracketed = |text| bracketed_year(text).or_else(|| bracketed_reading(text));
    match text.as_bytes()[at] {
        b'(' => bracketed(&text[behind..]),
        // The first byte of the bracket of full width.
        0xEF if text[at..].starts_with('（') => bracketed(&text[behind..]),
        _ => None,
    }
}

/// What stands for a sign that a file does not name.
const UNKNOWN: char = '\u{FFFD}';

/// Length of an enumerator at the start of `text`: `1.` `1、` `(1)` `（一）` `一、` `①`, white space around it included;
/// 0 where there is none. A bare number is no enumerator.
#[inline]
pub(crate) fn enumerator(text: &str) -> usize {
    if begins_without_enumerator(text.as_bytes()) { 0 } else { read_enumerator(text) }
}

/// Whether the first three bytes of a character, or of several, are a Chinese numeral.
fn are_han_numeral([first, second, third]: [u8; 3]) -> bool {
    let bits = |byte: u8| u32::from(byte & 0x3F);
    let code = u32::from(first & 0x0F) << 12 | bits(second) << 6 | bits(third);
    first >> 4 == 0xE && char::from_u32(code).is_some_and(is_han_numeral)
}

/// The length of the enumerator of nearly all labels that have one: `1.`, `一、` or `（一）`, with a word directly behind.
fn common_enumerator(text: &[u8]) -> Option<usize> {
    let behind = if let [b'1'..=b'9', b'.', behind @ ..] = text {
        behind
    } else {
        let opened = text.strip_prefix("（".as_bytes());
        let mark = if opened.is_some() { "）" } else { "、" };
        let (numeral, rest) = opened.unwrap_or(text).split_first_chunk()?;
        rest.strip_prefix(mark.as_bytes()).filter(|_| are_han_numeral(*numeral))?
    };
    let length = text.len() - behind.len();
    // No sign, white space or figure begins so.
    behind.first().is_some_and(|next| matches!(next, 0xE4..=0xE9)).then_some(length)
}

fn read_enumerator(text: &str) -> usize {
    common_enumerator(text.as_bytes()).unwrap_or_else(|| any_enumerator(text))
}

fn any_enumerator(text: &str) -> usize {
    // An enumerator is short, the white space in it too: a long run of figures is not searched through.
    let mut rest = text.chars();
    let mut left = LONGEST_ENUMERATOR;
    let mut next = || {
        left = left.checked_sub(1)?;
        rest.next().map(|c| (c, text.len() - rest.as_str().len()))
    };
    let Some((mut c, mut end)) = next() else { return 0 };
    while is_blank(c) {
        let Some(behind) = next() else { return 0 };
        (c, end) = behind;
    }
    if is_figure_with_mark(c) {
        return with_blank_behind(text, end);
    }
    let bracketed = is_bracket(c);
    // Most words do not begin as an enumerator does.
    if !bracketed && !is_numeral(c) {
        return 0;
    }
    if bracketed {
        let bracket = c;
        let Some(behind) = next() else { return 0 };
        (c, end) = behind;
        // ((一)
        if c == bracket {
            let Some(behind) = next() else { return 0 };
            (c, end) = behind;
        }
        // （匹）无法提供: the number in the brackets was misread.
        if is_ideograph(c)
            && !is_han_numeral(c)
            && text[end..].starts_with(CLOSE)
            && let Some(numeral) = misread_numeral(c)
        {
            c = numeral;
        }
    }
    let mut han = false;
    let mut digits = 0;
    let mut ended = false;
    loop {
        if is_numeral(c) {
            han = is_han_numeral(c);
            digits += 1;
            // Numbers of a row may stand before an enumerator: 0 0 1.属于国家秘密.
            if digits > 3 || ended {
                return 0;
            }
        } else if is_blank(c) || c == '\\' {
            ended = digits > 0;
        } else {
            break;
        }
        let Some(behind) = next() else { return 0 };
        (c, end) = behind;
    }
    if digits == 0 {
        return 0;
    }
    match c {
        _ if CLOSE.contains(&c) => {
            // （一）、 is met as well.
            let mark = text[end..].chars().next().filter(|c| matches!(c, '、' | '.' | '．'));
            with_blank_behind(text, end + mark.map_or(0, char::len_utf8))
        }
        '、' | '.' | '．' | '，' | ',' | '：' | ':' | '。' | '﹑' | '､' | '﹒' | '∶' | '·' | '•' | '・'
        | '‧'
            if !bracketed =>
        {
            // 12.5 is a number.
            let behind = text[end..].trim_start_matches(is_hidden);
            let is_number = behind.starts_with(|c: char| matches!(c, '0'..='9' | '０'..='９'));
            if is_number { 0 } else { with_blank_behind(text, end) }
        }
        // 1�属于: the sign behind the number, which a reader may have written once for each of its bytes.
        UNKNOWN if !bracketed => {
            let behind = text[end..].trim_start_matches(UNKNOWN);
            if behind.starts_with(is_ideograph) { text.len() - behind.len() } else { 0 }
        }
        // The sign behind the number, or the second bracket, was lost: 一 本年新收, （七总计.
        _ if han && digits == 1 && (bracketed || ended) => end - c.len_utf8(),
        _ => 0,
    }
}

/// Whether the first bytes of a text show that it begins with no enumerator. Of nearly all words and of the numbers of a row
/// they do.
#[inline]
fn begins_without_enumerator(text: &[u8]) -> bool {
    // Ideographs that begin with these bytes are no numerals, nor is any sign or white space.
    const BEGINS_WORD: std::ops::RangeInclusive<u8> = 0xE6..=0xE9;
    match text {
        // Of these some are: 一, 三, 七, 九, 二, 五 and 八, 六, 十, 四.
        [first @ (0xE4 | 0xE5), second, third, ..] => !are_han_numeral([*first, *second, *third]),
        [first, ..] if BEGINS_WORD.contains(first) => true,
        [b'0'..=b'9', ..] => {
            let near = &text[..text.len().min(LONGEST_ENUMERATOR)];
            let figures = near.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let blanks = near[figures..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
            match &near[figures + blanks..] {
                // Another number, a word or a sign.
                [b'0'..=b'9' | b'%' | b'|', ..] => true,
                [first, ..] if BEGINS_WORD.contains(first) => true,
                [first @ (0xE4 | 0xE5), second, third, ..] => !are_han_numeral([*first, *second, *third]),
                // The next figures of the number: 1,306.
                [b',' | b'.', next, ..] => next.is_ascii_digit(),
                [_, ..] => false,
                [] => near.len() == text.len(),
            }
        }
        _ => false,
    }
}

/// Offset of the first character from `at` on that is not blank.
fn with_blank_behind(text: &str, at: usize) -> usize {
    let mut rest = text[at..].chars();
    let mut end = at;
    for _ in 0..LONGEST_PASSAGE {
        if !rest.next().is_some_and(is_blank) {
            break;
        }
        end = text.len() - rest.as_str().len();
    }
    end
}

/// A figure and its enclosure in one character.
fn is_figure_with_mark(c: char) -> bool {
    matches!(c, '①'..='⑳' | '⑴'..='⒛' | '㈠'..='㈩')
}

/// The brackets behind the number of an item.
const CLOSE: [char; 9] = [')', '）', '〕', '】', ']', '﹞', '］', '〗', '﹚'];

fn is_bracket(c: char) -> bool {
    matches!(c, '(' | '（' | '〔' | '【' | '[' | '﹝' | '［' | '〖' | '﹙')
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '０'..='９') || is_han_numeral(c)
}

fn is_han_numeral(c: char) -> bool {
    matches!(
        c,
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '⼀' | '⼆' | '⼋' | '⼗'
    )
}

/// Length of `2023)` or `2023年）` at the start of `text`.
fn bracketed_year(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(digits..)?;
    let rest = rest.strip_prefix('年').unwrap_or(rest);
    let rest = rest.strip_prefix(')').or_else(|| rest.strip_prefix('）'))?;
    (digits == 4).then_some(text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        Lexicon::new(["其他", "其他结果", "（三）不予公开", "本年制发件数"].into_iter())
    }

    fn entry(text: &str) -> Option<(u16, usize)> {
        let lexicon = lexicon();
        let walk = lexicon.walk(text, enumerator(text), Lexicon::ROOT);
        walk.longest.map(|(node, end)| (lexicon.entries(node)[0], end))
    }

    #[test]
    fn the_longest_wording_wins() {
        assert_eq!(entry("其他 结果"), Some((1, "其他 结果".len())));
        assert_eq!(entry("其他 总计"), Some((0, "其他".len())));
        assert_eq!(entry("3.其它"), Some((0, "3.其它".len())));
    }

    #[test]
    fn a_torn_wording_goes_on_where_it_stopped() {
        let lexicon = lexicon();
        let walk = lexicon.walk("（三）不予", enumerator("（三）不予"), Lexicon::ROOT);
        assert!(walk.longest.is_none());
        let open = walk.open.expect("the text ended inside a wording");
        let walk = lexicon.walk("公开", 0, open);
        assert_eq!(walk.longest.map(|(node, _)| lexicon.entries(node)[0]), Some(2));
    }

    #[test]
    fn a_year_in_brackets_is_passed_over() {
        assert_eq!(entry("本年(2023)制发件数").map(|(entry, _)| entry), Some(3));
        assert_eq!(entry("本年（2023年）制发件数").map(|(entry, _)| entry), Some(3));
    }

    #[test]
    fn readings_of_characters_are_passed_over() {
        assert_eq!(entry("本(běn)年(nián)制（zhì）发件数(shù)(shù)").map(|(entry, _)| entry), Some(3));
        assert_eq!(entry("本年(abc def)制发件数"), None);
    }

    #[test]
    fn common_enumerators_are_those_of_any_kind() {
        let mut common = 0;
        for numeral in "0123456789一二三四五六七八九十百甲Ｄ".chars() {
            for (before, mark) in [("", "."), ("", "、"), ("（", "）"), ("(", ")"), ("", "")] {
                for behind in ["属于", "本年", "一", "2", " 本年", "、本年", "．本年", ""] {
                    let text = format!("{before}{numeral}{mark}{behind}");
                    if let Some(length) = common_enumerator(text.as_bytes()) {
                        assert_eq!(length, any_enumerator(&text), "{text}");
                        common += 1;
                    }
                }
            }
        }
        assert!(common > 60, "{common}");
        // The bytes of 一 without what makes them one.
        assert_eq!(common_enumerator("Dx@、属于".as_bytes()), None);
    }

    #[test]
    fn enumerators() {
        let rest = |text: &str| text[enumerator(text)..].to_owned();
        assert_eq!(rest("1.属于"), "属于");
        assert_eq!(rest("1 、 属于"), "属于");
        assert_eq!(rest("（一）予以"), "予以");
        assert_eq!(rest("（七）、总计"), "总计");
        assert_eq!(rest("① 总计"), "总计");
        assert_eq!(rest("12.5"), "12.5");
        assert_eq!(rest("1,306"), "1,306");
        assert_eq!(rest("12件"), "12件");
        assert_eq!(rest("12 %"), "12 %");
        assert_eq!(rest("12\u{200B}.\u{200B}34"), "12\u{200B}.\u{200B}34");
        assert_eq!(rest("15"), "15");
        assert_eq!(rest("15 "), "15 ");
        assert_eq!(rest("15 件"), "15 件");
        assert_eq!(rest("15 项"), "15 项");
        assert_eq!(rest("1一、总计"), "总计");
        assert_eq!(rest("0 0 1.属于"), "0 0 1.属于");
        assert_eq!(rest("1\\.属于"), "属于");
        assert_eq!(rest("三安全一稳定"), "三安全一稳定");
        assert_eq!(rest("（七总计"), "总计");
        assert_eq!(rest("一 本年新收"), "本年新收");
        assert_eq!(rest("﹝一﹞予以"), "予以");
        assert_eq!(rest("1。属于"), "属于");
        assert_eq!(rest("2023.其他"), "2023.其他");
        assert_eq!(rest("1\u{FFFD}属于"), "属于");
        assert_eq!(rest("1\u{FFFD}\u{FFFD}属于"), "属于");
        for number in ["13\u{FFFD}", "13\u{FFFD}5"] {
            assert_eq!(rest(number), number);
        }
        assert_eq!(rest(&format!("{}1、属于", " ".repeat(22))), "属于");
        assert_eq!(rest(&format!("{}1、属于", " ".repeat(23))), format!("{}1、属于", " ".repeat(23)));
    }
}
