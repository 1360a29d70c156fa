//! Cells parted by tabs.

use govreport_core::Span;

use super::emphasis::unmarked;

/// The cells of a line whose tabs stand at these offsets, at most `most` of them, without white space and emphasis.
pub(super) fn cells(text: &str, line: Span, tabs: &[usize], most: usize, cells: &mut Vec<Span>) {
    cells.clear();
    let mut start = line.start;
    for end in tabs.iter().copied().chain([line.end]).take(most) {
        cells.push(unmarked(text, Span::new(start, end).trimmed(text)));
        start = end + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(line: &str, most: usize) -> Vec<&str> {
        let mut spans = Vec::new();
        let tabs: Vec<usize> = line.match_indices('\t').map(|(at, _)| at).collect();
        cells(line, Span::new(0, line.len()), &tabs, most, &mut spans);
        spans.into_iter().map(|span| span.of(line)).collect()
    }

    #[test]
    fn cells_between_tabs() {
        assert_eq!(split("规章\t0\t **1** ", 9), ["规章", "0", "1"]);
        assert_eq!(split("\t规章\t\u{1}\t\t", 9), ["", "规章", "\u{1}", "", ""]);
        assert_eq!(split("规章\t0\t0", 2), ["规章", "0"]);
        assert_eq!(split("", 9), [""]);
    }
}
