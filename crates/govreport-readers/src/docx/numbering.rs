//! Lists (编号): the numbers that Word writes in front of paragraphs. They are not in the text of the file, but readers see them.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::number_text::number_text;
use super::styles::Styles;
use crate::budget::Budget;
use crate::package::{Element, Space, Step, Stop, Xml};

/// How deep a list goes.
const LEVELS: usize = 9;

/// The longest text of a number that is taken. Word itself allows fewer characters. It stands in front of each paragraph of the
/// list, so one without a limit would make a small file large.
/// Measured: with 32, no cell changes.
const LONGEST_TEXT: usize = 64;

/// The lists of a document, and how far they have counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    patterns: HashMap<String, Pattern>,
    lists: HashMap<String, List>,
    /// Lists of one pattern count on together.
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    /// Lists that have begun anew at a level, as they are told to.
    begun: HashSet<(String, usize)>,
}

/// How a list looks (`abstractNum`).
#[derive(Debug, Default)]
struct Pattern {
    levels: HashMap<usize, Level>,
    /// A style whose list has the levels.
    style: Option<String>,
}

#[derive(Debug, Clone)]
struct Level {
    start: u32,
    format: String,
    /// `%1.%2` stands for the counts of the first two levels.
    text: String,
    /// The level, from 1, whose paragraphs make this one begin anew; 0 for none.
    restart: Option<usize>,
    /// Whether all counts are in plain figures.
    figures: bool,
    /// Whether nothing stands between the number and the words.
    close: bool,
    /// The style whose paragraphs stand at this level.
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 1,
            format: "decimal".to_owned(),
            text: String::new(),
            restart: None,
            figures: false,
            close: false,
            style: None,
        }
    }
}

/// A list (`num`): a pattern, and where it differs.
#[derive(Debug, Default)]
struct List {
    pattern: String,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
}

impl Numbering {
    /// Reads the part of lists. What is broken in it ends it.
    pub(super) fn read(text: &str, budget: &Budget) -> Result<Self, Stop> {
        let mut numbering = Self::default();
        match numbering.take(text, budget) {
            Ok(()) | Err(Stop::Broken(_)) => Ok(numbering),
            Err(over) => Err(over),
        }
    }

    fn take(&mut self, text: &str, budget: &Budget) -> Result<(), Stop> {
        let mut xml = Xml::new(text);
        // What is being read: a pattern or a list, and a level of it.
        let (mut pattern, mut list) = (None::<String>, None::<String>);
        let mut level = 0;
        loop {
            let element = match xml.next(budget)? {
                Step::Open(element) if element.space == Space::Words => element,
                Step::End => return Ok(()),
                _ => continue,
            };
            let depth = |name| {
                let depth = element.attribute(name).and_then(|depth| depth.trim().parse::<usize>().ok());
                depth.unwrap_or(0).min(LEVELS - 1)
            };
            match element.name() {
                "abstractNum" => {
                    list = None;
                    pattern = element.attribute("abstractNumId").map(Cow::into_owned);
                }
                "num" => {
                    pattern = None;
                    list = element.attribute("numId").map(Cow::into_owned);
                    self.lists.extend(list.clone().map(|list| (list, List::default())));
                }
                "lvl" | "lvlOverride" => level = depth("ilvl"),
                "abstractNumId" => {
                    if let (Some(list), Some(of)) =
                        (list.as_ref().and_then(|list| self.lists.get_mut(list)), element.value())
                    {
                        list.pattern = of.into_owned();
                    }
                }
                "startOverride" => {
                    if let (Some(list), Some(start)) =
                        (list.as_ref().and_then(|list| self.lists.get_mut(list)), element.number())
                    {
                        list.starts.insert(level, start);
                    }
                }
                "numStyleLink" => {
                    if let Some(pattern) = &pattern {
                        self.patterns.entry(pattern.clone()).or_default().style =
                            element.value().map(Cow::into_owned);
                    }
                }
                _ => {
                    let levels = match (&pattern, &list) {
                        (Some(pattern), _) => &mut self.patterns.entry(pattern.clone()).or_default().levels,
                        (None, Some(list)) => match self.lists.get_mut(list) {
                            Some(list) => &mut list.levels,
                            None => continue,
                        },
                        (None, None) => continue,
                    };
                    Level::take(levels, level, &element);
                }
            }
        }
    }

    /// Counts a paragraph of a list on, at a level of it, and gives the number that stands in front of it, with the gap behind it.
    ///
    /// `numbered_in` is the style that named the list, if a style did: the list may say which level is for that style.
    pub(super) fn next(
        &mut self,
        name: &str,
        level: Option<u8>,
        numbered_in: Option<&str>,
        styles: &Styles,
    ) -> Option<String> {
        let list = self.lists.get(name)?;
        let (pattern, levels) = levels(&self.patterns, &self.lists, list, styles)?;
        let level = level.map(usize::from).or_else(|| {
            let of_style =
                |level: &usize| levels.get(level).is_some_and(|level| level.style.as_deref() == numbered_in);
            numbered_in.and_then(|_| (0..LEVELS).find(of_style))
        });
        let level = level.unwrap_or(0).min(LEVELS - 1);
        let of = |depth: usize| list.levels.get(&depth).or_else(|| levels.get(&depth));
        let shape = of(level)?;
        let start = |depth: usize| {
            list.starts.get(&depth).copied().or_else(|| of(depth).map(|level| level.start)).unwrap_or(1)
        };
        let counts = self.counts.entry(pattern.to_owned()).or_default();
        for (depth, count) in counts.iter_mut().enumerate().take(level + 1) {
            let anew = list.starts.contains_key(&depth) && self.begun.insert((name.to_owned(), depth));
            *count = match *count {
                Some(count) if depth == level && !anew => Some(count.saturating_add(1)),
                Some(count) if !anew => Some(count),
                _ => Some(start(depth)),
            };
        }
        for (depth, count) in counts.iter_mut().enumerate().skip(level + 1) {
            let restart = of(depth).and_then(|level| level.restart).unwrap_or(depth);
            if level < restart {
                *count = None;
            }
        }
        if shape.format == "bullet" {
            return None;
        }
        let text = shape.written(counts, |depth| of(depth).map_or("decimal", |level| &level.format));
        (!text.trim().is_empty()).then_some(text)
    }
}

/// The name of the pattern of a list and its levels.
fn levels<'n>(
    patterns: &'n HashMap<String, Pattern>,
    lists: &HashMap<String, List>,
    list: &List,
    styles: &Styles,
) -> Option<(&'n str, &'n HashMap<usize, Level>)> {
    let (mut name, mut pattern) = patterns.get_key_value(&list.pattern)?;
    if pattern.levels.is_empty()
        && let Some(style) = &pattern.style
        && let Some(of_style) = &styles.resolve(style).number.list
        && let Some(other) = lists.get(of_style)
    {
        (name, pattern) = patterns.get_key_value(&other.pattern)?;
    }
    Some((name, &pattern.levels))
}

impl Level {
    fn take(levels: &mut HashMap<usize, Self>, level: usize, element: &Element<'_>) {
        match element.name() {
            "start" => levels.entry(level).or_default().start = element.number().unwrap_or(1),
            "numFmt" => {
                levels.entry(level).or_default().format = element.value().unwrap_or_default().into_owned();
            }
            "lvlText" => {
                let text = element.value().unwrap_or_default();
                levels.entry(level).or_default().text = text.chars().take(LONGEST_TEXT).collect();
            }
            "lvlRestart" => {
                levels.entry(level).or_default().restart = element.number().map(|level| level as usize);
            }
            "isLgl" => levels.entry(level).or_default().figures = element.is_on(),
            "suff" => levels.entry(level).or_default().close = element.value().as_deref() == Some("nothing"),
            "pStyle" => levels.entry(level).or_default().style = element.value().map(Cow::into_owned),
            _ => {}
        }
    }

    /// The number, and a blank where words set close to it could be taken for part of it.
    fn written<'f>(&self, counts: &[Option<u32>; LEVELS], format: impl Fn(usize) -> &'f str) -> String {
        let mut text = String::new();
        let mut rest = self.text.chars().peekable();
        while let Some(c) = rest.next() {
            let level = rest.peek().filter(|_| c == '%').and_then(|c| c.to_digit(10)).unwrap_or(0) as usize;
            match level.checked_sub(1).and_then(|depth| Some((depth, (*counts.get(depth)?)?))) {
                Some((depth, count)) => {
                    rest.next();
                    let format = if self.figures { "decimal" } else { format(depth) };
                    text.push_str(&number_text(count, format));
                }
                None => text.push(c),
            }
        }
        if !self.close && text.ends_with(|last: char| last.is_alphanumeric() || matches!(last, '.' | '．')) {
            text.push(' ');
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;

    fn numbering(inner: &str) -> Numbering {
        let text = format!(
            "<w:numbering xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>{inner}</w:numbering>"
        );
        Numbering::read(&text, &Budget::new(&Limits::default())).expect("within limits")
    }

    fn numbers(numbering: &mut Numbering, paragraphs: &[(&str, u8)]) -> Vec<String> {
        let next = |(list, level): &(&str, u8)| {
            numbering.next(list, Some(*level), None, &Styles::default()).unwrap_or_default()
        };
        paragraphs.iter().map(next).collect()
    }

    const OUTLINE: &str = "<w:abstractNum w:abstractNumId='0'>\
        <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl>\
        <w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='（%2）'/></w:lvl>\
        <w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:isLgl/><w:lvlText w:val='%1.%2.%3'/></w:lvl>\
        </w:abstractNum>\
        <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>\
        <w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>";

    #[test]
    fn levels_count_and_begin_anew() {
        let mut numbering = numbering(OUTLINE);
        let paragraphs =
            [("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1), ("2", 0), ("2", 0), ("9", 0)];
        assert_eq!(
            numbers(&mut numbering, &paragraphs),
            ["一、", "（一）", "（二）", "1.2.1 ", "二、", "（一）", "一、", "二、", ""]
        );
    }

    #[test]
    fn a_level_without_its_parents_shows_their_start() {
        assert_eq!(numbers(&mut numbering(OUTLINE), &[("1", 2)]), ["1.1.1 "]);
    }

    #[test]
    fn bullets_are_no_numbers() {
        let mut numbering = numbering(
            "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='\u{F0B7}'/></w:lvl></w:abstractNum>\
             <w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>",
        );
        assert_eq!(numbers(&mut numbering, &[("1", 0)]), [""]);
    }
}
