//! PDF 文本: what `pdftotext` makes of a report. Paragraphs are broken into lines, labels are broken mid-word with their
//! numbers behind, between or beside the pieces, labels of groups stand anywhere beside their rows, one of them a character a
//! line; page numbers come in between.

use super::pages::Pages;
use super::pdf_heading::{self, Torn};
use crate::article::Part;
use crate::paper::Paper;
use crate::random::Random;
use crate::sheet::{Sheet, Slot};

/// Characters a line of prose.
const LINE: usize = 28;

/// Where the numbers stand beside a label that is broken over two lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beside {
    FirstPiece,
    Between,
    Behind,
}

/// The look of one document.
struct Look {
    aligned: bool,
    heading: Torn,
    /// Characters a label may have before it breaks.
    label: usize,
    /// Labels of groups stand in the middle of their rows, not above them.
    groups_in_the_middle: bool,
}

pub(super) fn write(parts: &[Part], aligned: bool, paper: &mut Paper, random: &mut Random) {
    let look = Look {
        aligned,
        heading: [Torn::CellByCell, Torn::LineByLine, Torn::Whole][random.size(usize::from(aligned), 2)],
        label: random.size(14, 24),
        groups_in_the_middle: random.one_in(2),
    };
    let indent = if aligned { "     " } else { "" };
    let mut pages = Pages::new(paper, random);
    for part in parts {
        match part {
            Part::Title(lines) => {
                for line in lines {
                    pages.line(&format!("{}{line}", indent.repeat(3)));
                }
            }
            Part::PageLine(text) | Part::Heading { text, .. } => pages.line(&format!("{indent}{text}")),
            Part::Paragraph(text) => {
                for (number, line) in broken(text, LINE).into_iter().enumerate() {
                    pages.line(&format!("{}{line}", if number == 0 { indent } else { "" }));
                }
            }
            Part::Table(sheet) => look.table(sheet, &mut pages, random),
        }
    }
    pages.finish();
}

impl Look {
    fn gap(&self) -> &'static str {
        if self.aligned { "      " } else { " " }
    }

    fn table(&self, sheet: &Sheet, pages: &mut Pages<'_>, random: &mut Random) {
        // Labels that cover several rows, by the row they are printed above.
        let mut groups: Vec<(usize, &Slot)> = Vec::new();
        for (number, row) in sheet.rows.iter().enumerate().filter(|(number, _)| sheet.has_figures(*number)) {
            for slot in row.iter().filter(|slot| !slot.is_number() && slot.rows > 1) {
                groups.push((number + if self.groups_in_the_middle { slot.rows / 2 } else { 0 }, slot));
            }
        }
        for (number, row) in sheet.rows.iter().enumerate() {
            if !sheet.has_figures(number) {
                pdf_heading::row(row, self.heading, self.gap(), pages);
                continue;
            }
            for (_, slot) in groups.iter().filter(|(above, _)| *above == number) {
                self.group(slot, pages, random);
            }
            let first = row.iter().position(Slot::is_figure).unwrap_or(row.len());
            let (labels, numbers) = row.split_at(first);
            let labels = labels.iter().filter(|slot| slot.rows == 1);
            let label = labels.map(|slot| slot.text.as_str()).collect::<Vec<_>>().concat();
            let numbers: Vec<&Slot> = numbers.iter().filter(|slot| !slot.text.is_empty()).collect();
            self.row(&label, &numbers, pages, random);
        }
    }

    /// The label of a group: a tall and narrow one a character a line, others in one or two pieces.
    fn group(&self, slot: &Slot, pages: &mut Pages<'_>, random: &mut Random) {
        if slot.rows > 10 {
            if self.aligned {
                let characters: Vec<String> = slot.text.chars().map(String::from).collect();
                pages.line(&format!(" {}", characters.join(" ")));
            } else {
                slot.text.chars().for_each(|c| pages.line(&c.to_string()));
            }
        } else if random.one_in(2) {
            self.lines(&broken(&slot.text, 5), pages);
        } else {
            pages.line(&format!("{}{}", self.indent(), slot.text));
        }
    }

    fn indent(&self) -> &'static str {
        if self.aligned { "          " } else { "" }
    }

    fn lines(&self, pieces: &[String], pages: &mut Pages<'_>) {
        for piece in pieces {
            pages.line(&format!("{}{piece}", self.indent()));
        }
    }

    fn row(&self, label: &str, numbers: &[&Slot], pages: &mut Pages<'_>, random: &mut Random) {
        let pieces = broken(label, self.label);
        let beside = [Beside::FirstPiece, Beside::Between, Beside::Behind][random.size(0, 2)];
        let (first, rest) = match pieces.split_first() {
            Some((first, rest)) => (first.as_str(), rest),
            None => ("", &[][..]),
        };
        if rest.is_empty() || beside == Beside::FirstPiece {
            self.numbers(first, numbers, pages);
            self.lines(rest, pages);
            return;
        }
        pages.line(&format!("{}{first}", self.indent()));
        if beside == Beside::Between {
            self.numbers("", numbers, pages);
            self.lines(rest, pages);
        } else {
            self.lines(rest, pages);
            self.numbers("", numbers, pages);
        }
    }

    /// A line of numbers, with the label or piece of one before it.
    fn numbers(&self, label: &str, numbers: &[&Slot], pages: &mut Pages<'_>) {
        if label.is_empty() && numbers.is_empty() {
            return;
        }
        let start = pages.paper.len();
        pages.paper.text(self.indent());
        pages.paper.text(label);
        if self.aligned {
            // A Chinese character is as wide as two spaces.
            let width: usize =
                pages.paper.since(start).chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
            pages.paper.text(&" ".repeat(60_usize.saturating_sub(width)));
        }
        for (place, slot) in numbers.iter().enumerate() {
            if self.aligned {
                pages.paper.text(&" ".repeat(8_usize.saturating_sub(slot.text.chars().count()).max(2)));
            } else if place > 0 || !label.is_empty() {
                pages.paper.text(" ");
            }
            pages.paper.bare(slot, "");
        }
        pages.end_line();
    }
}

/// A text in pieces of so many characters. A piece does not begin with a mark that belongs to the line before, nor inside a
/// number or a Latin word.
fn broken(text: &str, size: usize) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut count = 0;
    let mut before = ' ';
    for c in text.chars() {
        let clings = matches!(c, '，' | '。' | '、' | '；' | '：' | '）' | '”' | ',' | ';' | ':' | ')');
        match pieces.last_mut() {
            Some(piece) if count < size || clings || (is_latin(before) && is_latin(c)) => piece.push(c),
            _ => {
                pieces.push(c.to_string());
                count = 0;
            }
        }
        count += 1;
        before = c;
    }
    pieces
}

/// Letters and digits that stay together at the end of a line.
fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '@' | '-')
}
