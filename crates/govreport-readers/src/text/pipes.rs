//! Cells parted by pipes.
//!
//! Four ways are met: Markdown (`| a | b |` with rulers), pipes between and behind (`a | b |`), a row of which only one cell is
//! left (`a |`), and one cell a line with its pipe (`a |` or `|` alone). A line with a single filled cell shows no row: it may
//! be a cell of any row, so it is a paragraph.

use govreport_core::Span;

use super::line::unmarked;

/// Whether pipes of East Asian width or lines of a drawn box part the cells.
pub(super) fn has_wide(line: &str) -> bool {
    ['｜', '│', '┃'].iter().any(|mark| {
        let mut bytes = [0; 4];
        memchr::memmem::find(line.as_bytes(), mark.encode_utf8(&mut bytes).as_bytes()).is_some()
    })
}

/// The cells of a line, at most `most` and the rest, without white space and emphasis.
pub(super) fn cells(text: &str, line: Span, most: usize, cells: &mut Vec<Span>) {
    cells.clear();
    let words = line.of(text);
    let mut start = 0;
    for (at, mark) in words.match_indices(['|', '｜', '│', '┃']).take(most) {
        // An escaped pipe is part of the cell.
        if words[..at].ends_with('\\') {
            continue;
        }
        cells.push(Span::new(line.start + start, line.start + at));
        start = at + mark.len();
    }
    cells.push(Span::new(line.start + start, line.end));
    for cell in cells.iter_mut() {
        *cell = unmarked(text, cell.trimmed(text));
    }
    // The pipes at both ends of a row stand around cells, not between them.
    if cells.len() > 1 && cells[0].is_empty() && words.starts_with(['|', '｜', '│', '┃']) {
        cells.remove(0);
    }
    if cells.len() > 1 && cells.last().is_some_and(|cell| cell.is_empty()) {
        cells.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(line: &str) -> Vec<&str> {
        let mut spans = Vec::new();
        cells(line, Span::new(0, line.len()), 100, &mut spans);
        spans.into_iter().map(|span| span.of(line)).collect()
    }

    #[test]
    fn cells_between_pipes() {
        assert_eq!(split("| 规章 | 0 | **1** |"), ["规章", "0", "1"]);
        assert_eq!(split("规章 | 0 | 0 |"), ["规章", "0", "0"]);
        assert_eq!(split("规范性文件 | 11 | ||"), ["规范性文件", "11", "", ""]);
        assert_eq!(split("│规章│0│"), ["规章", "0"]);
        assert_eq!(split("规章 |"), ["规章"]);
        assert_eq!(split("|"), [""]);
    }
}
