//! The code of a number format (数字格式代码), such as `_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ `, taken apart.
//!
//! A code has up to four sections: for what is above zero, below zero, zero, and text. Each is a row of parts: places for
//! figures, and what is printed between them.

/// A section of a code.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Section {
    pub(super) parts: Vec<Part>,
    /// What numbers it is for, where it says so.
    pub(super) condition: Option<Condition>,
    /// What it does to numbers beside figures and words.
    pub(super) kind: Kind,
    /// Numbers are divided by a thousand so many times.
    pub(super) thousandths: u8,
    /// Numbers are multiplied by a hundred so many times.
    pub(super) percent: u8,
    /// Figures before the point are grouped by threes.
    pub(super) grouped: bool,
    /// It prints in white.
    pub(super) is_white: bool,
}

/// What a section makes of numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words only.
    #[default]
    Words,
    /// Figures at their places.
    Figures,
    /// A day.
    Date,
    /// A time.
    Time,
    /// Both.
    DateTime,
    /// What is not worked out here: fractions, powers of ten, numerals in Chinese.
    Other,
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// A character that is printed as it stands.
    Literal(char),
    /// A place for a figure before the point, or behind it.
    Place { pad: Pad, behind_point: bool },
    /// The point.
    Point,
    /// The number as it would be printed without a format, or a text.
    All { text: bool },
}

/// What stands in a place for which there is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pad {
    /// `0`
    Zero,
    /// `#`
    Nothing,
    /// `?`
    Blank,
}

/// `[>=10000]`
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Condition {
    sign: Comparison,
    bound: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparison {
    Less,
    AtMost,
    Equal,
    Unequal,
    AtLeast,
    More,
}

impl Condition {
    /// Whether it holds of a number.
    pub(super) fn holds(self, value: f64) -> bool {
        match self.sign {
            Comparison::Less => value < self.bound,
            Comparison::AtMost => value <= self.bound,
            Comparison::Equal => value.total_cmp(&self.bound).is_eq(),
            Comparison::Unequal => value.total_cmp(&self.bound).is_ne(),
            Comparison::AtLeast => value >= self.bound,
            Comparison::More => value > self.bound,
        }
    }

    fn read(text: &str) -> Option<Self> {
        const SIGNS: [(&str, Comparison); 6] = [
            ("<=", Comparison::AtMost),
            ("<>", Comparison::Unequal),
            (">=", Comparison::AtLeast),
            ("<", Comparison::Less),
            (">", Comparison::More),
            ("=", Comparison::Equal),
        ];
        let (sign, bound) =
            SIGNS.iter().find_map(|(sign, is)| text.strip_prefix(sign).map(|bound| (*is, bound)))?;
        Some(Self { sign, bound: bound.trim().parse().ok()? })
    }
}

/// The longest code that is read: Excel takes 255 characters.
/// Measured: with 512, no cell changes.
const LONGEST: usize = 1024;
/// The most sections that a code has.
/// Measured: with 3, 350 of the real reports change.
const MOST_SECTIONS: usize = 4;

/// The sections of a code; `None` where it is none.
pub(super) fn sections(code: &str) -> Option<Vec<Section>> {
    if code.len() > LONGEST {
        return None;
    }
    let mut reader = Reader { rest: code, section: Draft::default(), sections: Vec::new() };
    while let Some(char) = reader.next() {
        reader.part(char)?;
    }
    reader.end();
    (reader.sections.len() <= MOST_SECTIONS).then_some(reader.sections)
}

/// A section while it is read.
#[derive(Default)]
struct Draft {
    section: Section,
    /// A point was read.
    behind_point: bool,
    /// Commas that were read since the last place.
    commas: u8,
    letters: Letters,
    /// Something that is not worked out.
    other: bool,
}

/// Letters of days and times.
#[derive(Default, Clone, Copy)]
struct Letters {
    date: bool,
    time: bool,
    /// `m`: months or minutes.
    month: bool,
}

struct Reader<'c> {
    rest: &'c str,
    section: Draft,
    sections: Vec<Section>,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let char = chars.next();
        self.rest = chars.as_str();
        char
    }

    /// Takes what the rest begins with, in any case.
    fn take(&mut self, word: &str) -> bool {
        let found = self.rest.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word));
        if found {
            self.rest = self.rest.get(word.len()..).unwrap_or_default();
        }
        found
    }

    fn put(&mut self, part: Part) {
        self.section.section.parts.push(part);
    }

    /// Reads the part that begins with this character. `None`: the code is none.
    fn part(&mut self, char: char) -> Option<()> {
        match char {
            ';' => self.end(),
            '"' => {
                let (quoted, rest) = self.rest.split_once('"').unwrap_or((self.rest, ""));
                self.rest = rest;
                self.section.section.parts.extend(quoted.chars().map(Part::Literal));
            }
            // `!` is what Chinese Excel escapes with.
            '\\' | '!' => {
                let char = self.next()?;
                self.put(Part::Literal(char));
            }
            // A blank as wide as the next character.
            '_' => {
                self.next()?;
                self.put(Part::Literal(' '));
            }
            // The next character fills the cell.
            '*' => match self.next()? {
                char if char.is_numeric() => self.section.other = true,
                char => self.put(Part::Literal(char)),
            },
            '[' => {
                let (inside, rest) = self.rest.split_once(']')?;
                self.rest = rest;
                self.bracket(inside);
            }
            '0' => self.place(Pad::Zero),
            '#' => self.place(Pad::Nothing),
            '?' => self.place(Pad::Blank),
            '.' if self.section.behind_point => self.put(Part::Literal('.')),
            '.' => {
                self.section.section.thousandths += std::mem::take(&mut self.section.commas);
                self.section.behind_point = true;
                self.put(Part::Point);
            }
            // Behind something else than a place: programs differ in what it means.
            ',' if self.has_places() && !self.is_behind_place() => self.section.other = true,
            ',' => self.section.commas = self.section.commas.saturating_add(1).min(4),
            '%' => {
                self.section.section.percent = self.section.section.percent.saturating_add(1).min(4);
                self.put(Part::Literal('%'));
            }
            '@' => self.put(Part::All { text: true }),
            // A fraction, where figures stand before the stroke.
            '/' if self.has_places() && !self.section.letters.date => self.section.other = true,
            'G' | 'g' if ["eneral", "/通用格式"].iter().any(|word| self.take(word)) => {
                self.put(Part::All { text: false });
            }
            'S' | 's' if self.take("tandard") => self.put(Part::All { text: false }),
            'A' | 'a' if self.take("m/pm") || self.take("/p") => self.section.letters.time = true,
            'E' | 'e' if self.rest.starts_with(['+', '-']) => self.section.other = true,
            char => self.letter(char),
        }
        Some(())
    }

    /// A letter of a day or a time, or a character that is printed.
    fn letter(&mut self, char: char) {
        match char.to_ascii_lowercase() {
            'y' | 'd' | 'e' | 'a' | 'g' | 'b' => self.section.letters.date = true,
            'h' | 's' => self.section.letters.time = true,
            'm' => self.section.letters.month = true,
            _ => self.put(Part::Literal(char)),
        }
    }

    fn has_places(&self) -> bool {
        self.section.section.parts.iter().any(|part| matches!(part, Part::Place { .. }))
    }

    /// Whether the part read last is a place, or the point.
    fn is_behind_place(&self) -> bool {
        matches!(self.section.section.parts.last(), Some(Part::Place { .. } | Part::Point))
    }

    fn place(&mut self, pad: Pad) {
        let behind_point = self.section.behind_point;
        let commas = std::mem::take(&mut self.section.commas);
        self.section.section.grouped |= commas > 0 && !behind_point && self.has_places();
        self.put(Part::Place { pad, behind_point });
    }

    /// Colours, conditions, currencies, numerals, times that go on counting.
    fn bracket(&mut self, inside: &str) {
        let lower = inside.to_ascii_lowercase();
        let section = &mut self.section;
        if let Some(condition) = Condition::read(inside) {
            section.section.condition = Some(condition);
        } else if let Some(currency) = inside.strip_prefix('$') {
            let (sign, language) = currency.rsplit_once('-').unwrap_or((currency, ""));
            section.section.parts.extend(sign.chars().map(Part::Literal));
            // The language may ask for other numerals in its highest byte.
            section.other |= u32::from_str_radix(language, 16).is_ok_and(|code| code >> 24 > 1);
        } else if lower.starts_with("dbnum") || lower.starts_with("natnum") {
            section.other = true;
        } else if !lower.is_empty() && lower.chars().all(|char| matches!(char, 'h' | 'm' | 's')) {
            section.letters.time = true;
        } else {
            section.section.is_white |=
                matches!(lower.as_str(), "white" | "白色" | "color2" | "color 2" | "颜色2");
        }
    }

    fn end(&mut self) {
        let has_figures = self.has_places();
        let Draft { mut section, commas, letters, other, .. } = std::mem::take(&mut self.section);
        section.thousandths = section.thousandths.saturating_add(if has_figures { commas } else { 0 });
        let has_all = section.parts.iter().any(|part| matches!(part, Part::All { .. }));
        let Letters { date, time, month } = letters;
        let date = date || month && !time;
        section.kind = match (date, time) {
            (true, true) => Kind::DateTime,
            (true, false) => Kind::Date,
            (false, true) => Kind::Time,
            _ if other || has_all && has_figures => Kind::Other,
            _ if has_figures => Kind::Figures,
            _ => Kind::Words,
        };
        self.sections.push(section);
    }
}
