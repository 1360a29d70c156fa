//! Writes words as a reader of the page sees them: white space collapsed, links around them.

use govreport_core::Span;

use crate::html::look::Moved;
use crate::raised::{is_figure, raised, withheld};

/// What is to stand between the words written and those that come next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pending {
    Nothing,
    Space,
    Line,
}

/// Linked words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Linked {
    pub(super) span: Span,
    /// The number of the target in the tree.
    pub(super) target: u32,
}

/// Writes the text of a page.
#[derive(Debug)]
pub(super) struct Writer {
    text: String,
    /// Where the line or cell that is written began.
    start: usize,
    pending: Pending,
    links: Vec<Linked>,
    /// The target of the link that is open, and where its words began.
    link: Option<(u32, Option<usize>)>,
    /// Where the words begin that are shown from the last letter to the first.
    turned: Option<usize>,
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C')
}

impl Writer {
    pub(super) fn new(capacity: usize) -> Self {
        let text = String::with_capacity(capacity);
        Self { text, start: 0, pending: Pending::Nothing, links: Vec::new(), link: None, turned: None }
    }

    /// How much is written.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// Writes words whose letters are shown from the last to the first; what follows them in the same way stands before them.
    pub(super) fn reversed(&mut self, words: &str) {
        let open = self.turned.take();
        let before = self.text.len();
        self.words(words);
        self.turned = open.or(Some(before));
    }

    /// Turns the words round that are shown from the last letter to the first.
    fn turn(&mut self) {
        let Some(start) = self.turned.take() else { return };
        let words = self.text.get(start..).unwrap_or_default();
        // The blank before them stays before them.
        let start = start + (words.len() - words.trim_start().len());
        let turned: String = words.trim_start().chars().rev().collect();
        self.text.truncate(start);
        self.text.push_str(&turned);
    }

    /// Writes words that are moved above or below the line, or over others of the line, which makes neither legible.
    pub(super) fn moved(&mut self, words: &str, moved: Moved) {
        let change = |c| match moved {
            Moved::To(place) => raised(c, place),
            Moved::Aside if is_figure(words) => withheld(c),
            Moved::Aside => c,
        };
        let words: String = words.chars().map(change).collect();
        self.words(&words);
    }

    /// Writes words; a run of white space is one space, and none at the ends of lines.
    pub(super) fn words(&mut self, words: &str) {
        let mut rest = words;
        loop {
            let spaces = rest.bytes().take_while(|byte| is_space(*byte)).count();
            if spaces > 0 {
                self.space();
                rest = rest.get(spaces..).unwrap_or_default();
            }
            if rest.is_empty() {
                return;
            }
            let length = rest.bytes().position(is_space).unwrap_or(rest.len());
            self.piece(rest.get(..length).unwrap_or_default());
            rest = rest.get(length..).unwrap_or_default();
        }
    }

    /// Writes words whose white space is kept, but no tab: that parts cells.
    pub(super) fn verbatim(&mut self, words: &str) {
        for (number, piece) in words.split(['\t', '\x0C']).enumerate() {
            if number > 0 {
                self.piece(" ");
            }
            self.piece(piece);
        }
    }

    fn piece(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        self.turn();
        if self.text.len() > self.start {
            match self.pending {
                Pending::Nothing => {}
                Pending::Space => self.text.push(' '),
                Pending::Line => self.text.push('\n'),
            }
        }
        self.pending = Pending::Nothing;
        if let Some((_, start @ None)) = &mut self.link {
            *start = Some(self.text.len());
        }
        self.text.push_str(words);
    }

    fn space(&mut self) {
        if self.pending == Pending::Nothing {
            self.pending = Pending::Space;
        }
    }

    /// What comes next stands on a new line of the same cell.
    pub(super) fn new_line(&mut self) {
        self.turn();
        self.pending = Pending::Line;
    }

    /// Ends the line or cell: where its words stand. The mark is written behind it, and nothing where it is blank and
    /// `blank` does not ask for it.
    pub(super) fn end(&mut self, mark: char, keep_blank: bool) -> Span {
        self.turn();
        self.pending = Pending::Nothing;
        let span = Span::new(self.start, self.text.len()).trimmed(&self.text);
        if span.is_empty() && !keep_blank {
            self.take_back();
            return Span::new(self.start, self.start);
        }
        self.text.push(mark);
        self.start = self.text.len();
        span
    }

    /// Takes the blank line back that is written.
    fn take_back(&mut self) {
        self.text.truncate(self.start);
        let within = |at: usize| at.min(self.start);
        for link in self.links.iter_mut().rev().take_while(|link| link.span.end > self.start) {
            link.span = Span::new(within(link.span.start), within(link.span.end));
        }
        if let Some((_, Some(start))) = &mut self.link {
            *start = within(*start);
        }
    }

    /// Writes a text on a line of its own: where it stands.
    pub(super) fn line(&mut self, words: &str) -> Span {
        self.words(words);
        self.end('\n', false)
    }

    /// Linked words begin.
    pub(super) fn open_link(&mut self, target: u32) {
        self.close_link();
        self.link = Some((target, None));
    }

    /// Linked words end.
    pub(super) fn close_link(&mut self) {
        self.turn();
        let Some((target, start)) = self.link.take() else { return };
        let end = self.text.len();
        // Of a picture that is linked there are no words.
        let span = Span::new(start.unwrap_or(end).min(end), end).trimmed(&self.text);
        self.links.push(Linked { span, target });
    }

    /// The text and its links.
    pub(super) fn finish(mut self) -> (String, Vec<Linked>) {
        self.turn();
        self.close_link();
        (self.text, self.links)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_collapses_and_others_stay() {
        let mut writer = Writer::new(0);
        writer.words("\n  政府 \n");
        writer.words(" 信息\u{A0}\u{3000}");
        writer.words("公开 ");
        let span = writer.end('\n', false);
        assert_eq!(writer.text, "政府 信息\u{A0}\u{3000}公开\n");
        assert_eq!(span.of(&writer.text), "政府 信息\u{A0}\u{3000}公开");
    }

    #[test]
    fn blank_lines_leave_nothing_but_cells_do() {
        let mut writer = Writer::new(0);
        writer.open_link(7);
        writer.words("\u{A0} ");
        writer.close_link();
        assert!(writer.end('\n', false).is_empty());
        assert_eq!(writer.text, "");
        writer.words("\u{A0}");
        let blank = writer.end('\t', true);
        let next = writer.end('\n', true);
        assert_eq!((blank, next), (Span::new(2, 2), Span::new(3, 3)));
        let (text, links) = writer.finish();
        assert_eq!(text, "\u{A0}\t\n");
        assert_eq!(links.len(), 1);
        assert!(links.iter().all(|link| link.span == Span::new(0, 0) && link.target == 7));
    }
}
