//! Words that several sentences share.

/// `1 cell`, `3 cells`.
pub(super) fn count(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

/// `page 3`, `pages 1, 2, 5 to 9`.
pub(super) fn pages(pages: &[u32]) -> String {
    let ranges = ranges(pages, " to ");
    if pages.len() == 1 {
        format!("page {}", ranges.concat())
    } else {
        format!("pages {}", ranges.join(", "))
    }
}

/// 第1、2、5至9页.
pub(super) fn pages_zh(pages: &[u32]) -> String {
    format!("第{}页", ranges(pages, "至").join("、"))
}

/// Numbers that follow each other are told by the first and the last of them.
fn ranges(pages: &[u32], to: &str) -> Vec<String> {
    let runs = pages.chunk_by(|a, b| a.checked_add(1) == Some(*b));
    let named = |run: &[u32]| match run {
        [first, .., last] if run.len() > 2 => vec![format!("{first}{to}{last}")],
        _ => run.iter().map(u32::to_string).collect(),
    };
    runs.flat_map(named).collect()
}
