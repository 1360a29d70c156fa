//! What the format of a cell makes of what is in it (数字格式).
//!
//! A number is what the sheet shows: rounded as its format rounds, in the unit that it shows, with the words around it, a dash
//! or nothing where the format says so. Only how wide the column is does not count: `####` is a matter of the screen.
//!
//! What is not worked out (fractions, powers of ten, numerals in Chinese) is withheld: its figures are U+FFFD, so that it is
//! neither a number nor an empty cell. Days and times are written by ISO 8601.

mod code;
mod digits;
mod moment;

use self::code::{Kind, Pad, Part, Section};
use self::digits::Digits;
pub(super) use self::moment::Epoch;

/// Stands for a character that is not known: what a cell shows, and what cannot be told from the file.
pub(super) const UNKNOWN: char = char::REPLACEMENT_CHARACTER;

/// What the format of a cell makes of what is in it (数字格式).
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct NumberFormat(Code);

#[derive(Debug, Clone, Default, PartialEq)]
enum Code {
    /// 常规: no format.
    #[default]
    General,
    /// A code, by its sections.
    Sections(Vec<Section>),
    /// A code that is none.
    Unknown,
}

/// What a cell shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    pub(super) text: String,
    /// The format prints it in white.
    pub(super) is_white: bool,
}

impl From<String> for Shown {
    fn from(text: String) -> Self {
        Self { text, is_white: false }
    }
}

/// The codes of the formats that have a number and no code, as Chinese Excel shows them.
const BUILT_IN: &[(std::ops::RangeInclusive<u16>, &str)] = &[
    (1..=1, "0"),
    (2..=2, "0.00"),
    (3..=3, "#,##0"),
    (4..=4, "#,##0.00"),
    (5..=6, "¥#,##0;¥-#,##0"),
    (7..=8, "¥#,##0.00;¥-#,##0.00"),
    (9..=9, "0%"),
    (10..=10, "0.00%"),
    (11..=11, "0.00E+00"),
    (12..=12, "# ?/?"),
    (13..=13, "# ??/??"),
    // From 27 on those of Chinese, Japanese and Korean Excel.
    (14..=17, "yyyy-mm-dd"),
    (18..=21, "hh:mm:ss"),
    (22..=22, "yyyy-mm-dd hh:mm"),
    (27..=31, "yyyy-mm-dd"),
    (32..=33, "hh:mm:ss"),
    (34..=36, "yyyy-mm-dd"),
    (37..=38, "#,##0;-#,##0"),
    (39..=40, "#,##0.00;-#,##0.00"),
    (41..=41, "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ "),
    (42..=42, "_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* \"-\"_ ;_ @_ "),
    (43..=43, "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ "),
    (44..=44, "_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* \"-\"??_ ;_ @_ "),
    (45..=47, "mm:ss"),
    (48..=48, "##0.0E+0"),
    (49..=49, "@"),
    (50..=54, "yyyy-mm-dd"),
    (55..=56, "hh:mm:ss"),
    (57..=58, "yyyy-mm-dd"),
];

impl NumberFormat {
    /// The formats that have a number and no code.
    pub(super) fn built_in(number: u16) -> Self {
        let found = BUILT_IN.iter().find(|(numbers, _)| numbers.contains(&number));
        found.map_or_else(Self::default, |(_, code)| Self::of_code(code))
    }

    /// The format that a code such as `yyyy"年"m"月"` makes.
    pub(super) fn of_code(code: &str) -> Self {
        let code = code.trim_matches(['\r', '\n', '\t']);
        let plain = ["", "general", "standard", "@", "g/通用格式"];
        if plain.iter().any(|plain| code.trim().eq_ignore_ascii_case(plain)) {
            return Self::default();
        }
        Self(code::sections(code).map_or(Code::Unknown, Code::Sections))
    }

    /// What a number is shown as.
    pub(super) fn number(&self, value: f64, epoch: Epoch) -> Shown {
        if !value.is_finite() {
            return String::new().into();
        }
        match &self.0 {
            Code::General => general(value).into(),
            Code::Unknown => withheld().into(),
            Code::Sections(sections) => match section_for(sections, value) {
                Choice::Section(section, is_signed) => {
                    let text = show(section, value, is_signed, epoch);
                    let is_white = section.is_white;
                    Shown { text, is_white }
                }
                Choice::Nothing => String::new().into(),
                Choice::Unknown => withheld().into(),
            },
        }
    }

    /// What a text is shown as.
    pub(super) fn text(&self, text: String) -> Shown {
        let Code::Sections(sections) = &self.0 else { return text.into() };
        match text_section(sections) {
            Some(section) => {
                let mut shown = String::new();
                for part in &section.parts {
                    match part {
                        Part::Literal(char) => shown.push(*char),
                        Part::All { text: true } => shown.push_str(&text),
                        _ => {}
                    }
                }
                Shown { text: shown, is_white: section.is_white }
            }
            None => text.into(),
        }
    }
}

/// The section that texts are shown by.
fn text_section(sections: &[Section]) -> Option<&Section> {
    let is_for_text = |section: &&Section| section.parts.contains(&Part::All { text: true });
    sections.get(3).or_else(|| sections.last().filter(is_for_text))
}

/// Which section a number is shown by.
enum Choice<'s> {
    /// This one; whether it leaves the sign to be printed in front.
    Section(&'s Section, bool),
    Nothing,
    Unknown,
}

fn section_for(sections: &[Section], value: f64) -> Choice<'_> {
    let text_is_last = sections.len() > 1 && text_section(sections).is_some();
    let numbers = if text_is_last { sections.get(..sections.len() - 1) } else { Some(sections) };
    let numbers = numbers.unwrap_or_default();
    if numbers.iter().any(|section| section.condition.is_some()) {
        let holds = |section: &&Section| section.condition.is_none_or(|condition| condition.holds(value));
        return match numbers.iter().find(holds) {
            // Programs do not agree on where the sign of such a number stands.
            Some(_) if value < 0.0 => Choice::Unknown,
            Some(section) => Choice::Section(section, false),
            // Excel fills the cell with `#`.
            None => Choice::Unknown,
        };
    }
    let [first, others @ ..] = numbers else { return Choice::Nothing };
    match others {
        [] => Choice::Section(first, value < 0.0),
        [below, ..] if value < 0.0 => {
            // Nothing at all behind the last `;`: programs differ.
            if below.parts.is_empty() && others.len() == 1 && !text_is_last {
                return Choice::Unknown;
            }
            if prints_number(below) && !tells_sign(first, below) {
                return Choice::Unknown;
            }
            Choice::Section(below, false)
        }
        [_, zero, ..] if value == 0.0 => Choice::Section(zero, false),
        _ => Choice::Section(first, false),
    }
}

fn prints_number(section: &Section) -> bool {
    section.parts.iter().any(|part| matches!(part, Part::Place { .. } | Part::All { .. }))
}

/// Whether a section prints what it is given as a text (`@`), with its sign.
fn prints_text(section: &Section) -> bool {
    section.parts.contains(&Part::All { text: true })
}

/// Whether the section for numbers below zero prints anything that the one for others does not. Where only a colour tells them
/// apart, the sign would be lost.
fn tells_sign(above: &Section, below: &Section) -> bool {
    below
        .parts
        .iter()
        .any(|part| matches!(part, Part::Literal(char) if *char != ' ') && !above.parts.contains(part))
}

/// A number without a format: as many figures as a cell has room for by default, which are eleven with the point.
fn general(value: f64) -> String {
    const ROOM: i32 = 10;
    let Some(digits) = Digits::of(value) else { return withheld() };
    let sign = if value < 0.0 { "-" } else { "" };
    let before = digits.point().max(1);
    let digits = match usize::try_from(ROOM - before) {
        Ok(places) => {
            // What is very small is shown as a power of ten.
            if digits.point() < -3 && !digits.is_zero() {
                return withheld();
            }
            digits.rounded(places)
        }
        // A whole number is told with all its figures.
        Err(_) => digits,
    };
    let sign = if digits.is_zero() { "" } else { sign };
    format!("{sign}{}", digits.plain())
}

/// What is shown and is not worked out.
fn withheld() -> String {
    UNKNOWN.to_string()
}

fn show(section: &Section, value: f64, is_signed: bool, epoch: Epoch) -> String {
    let figures = match section.kind {
        Kind::Date | Kind::Time | Kind::DateTime => {
            return moment::moment(value, section.kind, epoch).unwrap_or_else(withheld);
        }
        Kind::Other => return withheld(),
        Kind::Words => None,
        Kind::Figures => {
            let Some(digits) = Digits::of(value) else { return withheld() };
            let tens = 2 * i32::from(section.percent) - 3 * i32::from(section.thousandths);
            Some(digits.shifted(tens).rounded(places_behind(section)))
        }
    };
    let mut shown = String::new();
    let is_zero = figures.as_ref().is_some_and(Digits::is_zero);
    // The sign stands before all that a section prints, and is printed where it prints no figure, too.
    if is_signed && !is_zero && !prints_text(section) {
        shown.push('-');
    }
    match figures {
        Some(figures) => place(section, &figures, &mut shown),
        None => {
            for part in &section.parts {
                match part {
                    Part::Literal(char) => shown.push(*char),
                    Part::All { .. } => {
                        let keeps_sign = is_signed && prints_text(section);
                        shown.push_str(&general(if keeps_sign { value } else { value.abs() }));
                    }
                    _ => {}
                }
            }
        }
    }
    shown
}

fn places_behind(section: &Section) -> usize {
    section.parts.iter().filter(|part| matches!(part, Part::Place { behind_point: true, .. })).count()
}

/// Puts figures at their places. What is more than there are places before the point stands at the first of them.
fn place(section: &Section, figures: &Digits, shown: &mut String) {
    let whole: Vec<char> = figures.whole().chars().collect();
    let mut fraction = figures.fraction().into_bytes().into_iter().map(char::from);
    let is_before = |part: &Part| matches!(part, Part::Place { behind_point: false, .. });
    let mut left = section.parts.iter().filter(|part| is_before(part)).count();
    let mut next = 0;
    // Figures that no place before the point takes: `.00` prints 12.34 all the same.
    let without_places = left == 0;
    for part in &section.parts {
        match part {
            Part::Literal(char) => shown.push(*char),
            Part::Point => {
                if without_places {
                    shown.extend(&whole);
                }
                shown.push('.');
            }
            Part::Place { pad, behind_point: false } => {
                // As many figures as leave one for each of the other places.
                let here = (whole.len() + 1).saturating_sub(next + left);
                for figure in whole.iter().skip(next).take(here) {
                    shown.push(*figure);
                    next += 1;
                    group(section, whole.len() - next, shown);
                }
                if here == 0 {
                    padding(*pad, shown);
                    if *pad == Pad::Zero {
                        group(section, left - 1, shown);
                    }
                }
                left -= 1;
            }
            Part::Place { pad, behind_point: true } => match fraction.next() {
                Some(figure) => shown.push(figure),
                None => padding(*pad, shown),
            },
            Part::All { .. } => {}
        }
    }
}

/// A comma, where figures are grouped and so many are left that a group begins.
fn group(section: &Section, left: usize, shown: &mut String) {
    if section.grouped && left > 0 && left.is_multiple_of(3) {
        shown.push(',');
    }
}

fn padding(pad: Pad, shown: &mut String) {
    match pad {
        Pad::Zero => shown.push('0'),
        Pad::Blank => shown.push(' '),
        Pad::Nothing => {}
    }
}

/// A truth value as text.
pub(super) fn boolean(value: bool) -> String {
    if value { "TRUE" } else { "FALSE" }.to_owned()
}

#[cfg(test)]
mod tests;
