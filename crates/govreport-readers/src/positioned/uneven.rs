//! Rows without ruling lines whose numbers stand a little higher or lower than their labels.
//!
//! Some programs set the numbers of a row at the upper edge of their cells and the label in the middle: on the page they are four
//! to six points apart, and the next label is not much farther. Single rows do not show which label is meant; the rows of a page
//! together do, as all are set alike. Where they do not, labels and numbers stay on lines of their own.

use super::columns::{is_value, level};
use super::item::{Item, Part, TextLine};
use super::passage::Passage;
use super::rect::Rect;

/// Lines this near in height, in points, are even.
const EVEN: f64 = 1.5;
/// Heights this near to each other, in points, are the same.
const SAME: f64 = 1.2;
/// So many rows must be set alike, and this part of all.
/// Measured: with 4, no cell changes.
const FEWEST: usize = 3;
/// Measured: with 0.45, no cell changes.
const MOST_OF_ALL: f64 = 0.6;
/// The way to the label must be at most this part of that to the label on the other side.
const CLEARLY: f64 = 0.75;
/// So many rows show that it is no chance.
const MANY: usize = 6;
/// The way to the label is clear, however long, where so many rows more have a label there than on the other side.
const MORE: usize = 2;
/// A page with more lines than this is not looked at.
/// Measured: with 200, no cell changes.
const MOST_LINES: usize = 400;

/// The numbers of a line.
struct Numbers {
    item: usize,
    /// The first part of the line that is a number.
    first: usize,
    left: f64,
    baseline: f64,
}

/// A label, or a part of one.
struct Label {
    item: usize,
    part: usize,
    left: f64,
    right: f64,
    baseline: f64,
    /// It ends in a figure, as no label does: a stamp or another word stands before a number.
    holds_number: bool,
}

/// Puts the numbers of such rows on the lines of their labels.
pub(super) fn tie(items: Vec<Item>) -> Vec<Item> {
    let mut numbers: Vec<Numbers> = Vec::new();
    let mut labels: Vec<Label> = Vec::new();
    for (item, line) in items.iter().enumerate().filter_map(|(at, item)| Some((at, level(item)?))) {
        let first = line.parts.iter().position(is_value).unwrap_or(line.parts.len());
        let (before, values) = line.parts.split_at(first);
        labels.extend(before.iter().enumerate().map(|(part, label)| Label {
            item,
            part,
            left: label.area.left,
            right: label.area.right,
            baseline: baseline(label.area),
            holds_number:
                label.passage.text.ends_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c)),
        }));
        if let Some(value) = values.first().filter(|_| values.iter().all(is_value) && is_level(values)) {
            numbers.push(Numbers { item, first, left: value.area.left, baseline: baseline(value.area) });
        }
    }
    if numbers.len() < FEWEST || numbers.len() > MOST_LINES || labels.len() > MOST_LINES {
        return items;
    }
    labels.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    numbers.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    match way(&numbers, &labels) {
        Way::Even => items,
        Way::Unclear(way) => {
            let mut ties = ties(&numbers, &labels, way);
            let untied = untied(&numbers, &labels, &ties);
            ties.extend(untied);
            rebuild(items, &ties, true)
        }
        Way::Clear(way) => rebuild(items, &ties(&numbers, &labels, way), false),
    }
}

/// The way from the numbers of a row down to its label.
enum Way {
    /// They stand on one line, or each row is another case.
    Even,
    Clear(f64),
    /// Another label may be meant as well.
    Unclear(f64),
}

fn baseline(area: Rect) -> f64 {
    area.bottom - 0.13 * area.height()
}

fn is_level(parts: &[Part]) -> bool {
    parts.windows(2).all(|two| (baseline(two[0].area) - baseline(two[1].area)).abs() <= SAME)
}

/// The labels on the left of some numbers, between two heights.
fn beside<'l>(labels: &'l [Label], numbers: &Numbers, from: f64, to: f64) -> impl Iterator<Item = &'l Label> {
    let start = labels.partition_point(|label| label.baseline < from);
    let left = numbers.left;
    let near = labels.iter().skip(start).take_while(move |label| label.baseline <= to);
    near.filter(move |label| label.right <= left + SAME)
}

/// The way from numbers down to their labels that most rows of the page have.
fn way(numbers: &[Numbers], labels: &[Label]) -> Way {
    let mut pitches: Vec<f64> = numbers
        .windows(2)
        .map(|two| two[1].baseline - two[0].baseline)
        .filter(|pitch| *pitch > EVEN)
        .collect();
    pitches.sort_by(f64::total_cmp);
    let Some(pitch) = pitches.get(pitches.len() / 2).copied() else { return Way::Even };
    let mut ways: Vec<(f64, usize)> = Vec::new();
    for (row, line) in numbers.iter().enumerate() {
        let near = beside(labels, line, line.baseline - pitch, line.baseline + pitch);
        ways.extend(near.map(|label| (label.baseline - line.baseline, row)));
    }
    ways.sort_by(|a, b| a.0.total_cmp(&b.0));
    let rows_near = |way: f64| {
        let start = ways.partition_point(|(other, _)| *other < way - SAME / 2.0);
        let within = ways.iter().skip(start).take_while(|(other, _)| *other <= way + SAME / 2.0);
        let mut rows: Vec<usize> = within.map(|(_, row)| *row).collect();
        rows.sort_unstable();
        rows.dedup();
        rows.len()
    };
    let counted: Vec<(f64, usize)> = ways.iter().map(|(way, _)| (*way, rows_near(*way))).collect();
    let most = |from: &dyn Fn(f64) -> bool| {
        let those = counted.iter().filter(|(way, _)| from(*way));
        those.copied().max_by(|a, b| a.1.cmp(&b.1).then(b.0.abs().total_cmp(&a.0.abs())))
    };
    // The nearest labels, and those on the other side that would be meant otherwise.
    let Some((way, rows)) = most(&|way| way.abs() <= pitch / 2.0 + SAME / 2.0) else { return Way::Even };
    let rival = most(&|other| (other - way).abs() > 2.0 * SAME).map_or(0, |(_, rows)| rows);
    let has_label =
        |line: &&Numbers| beside(labels, line, line.baseline - pitch, line.baseline + pitch).next().is_some();
    let with_label = numbers.iter().filter(has_label).count();
    let is_usual = rows >= FEWEST && count(rows) >= MOST_OF_ALL * count(with_label);
    // Numbers in the middle beside labels of two lines have one above and one below.
    let is_between = 2.0 * way.abs() < pitch - 2.0 * SAME && 2 * rows_near(-way) >= rows;
    if !is_usual || is_between || way.abs() <= EVEN {
        return Way::Even;
    }
    let is_near = way.abs() <= CLEARLY * (pitch - way.abs()) && rows >= rival;
    // Where rows are of different heights, only one way leads to a label everywhere.
    if is_near || rows >= rival + MORE {
        Way::Clear(way)
    } else if rows >= MANY {
        Way::Unclear(way)
    } else {
        Way::Even
    }
}

fn count(of: usize) -> f64 {
    u32::try_from(of).map_or(f64::INFINITY, f64::from)
}

/// For each line of numbers that has a label at that way: the line, the first of its numbers, and the parts of the label.
fn ties(numbers: &[Numbers], labels: &[Label], way: f64) -> Vec<Tie> {
    let mut ties: Vec<Tie> = Vec::new();
    for line in numbers {
        let at = line.baseline + way;
        let found: Vec<&Label> = beside(labels, line, at - SAME, at + SAME).collect();
        let Some(nearest) = found.iter().max_by(|a, b| a.right.total_cmp(&b.right)) else { continue };
        // The first line of a label of two lines stands beside its numbers already; what is farther away heads a group.
        let has_nearer = labels.iter().any(|label| label.item == line.item && label.left >= nearest.right);
        if has_nearer && nearest.item != line.item {
            continue;
        }
        // Behind the label, words with a number are the first of its numbers.
        let of_row = labels.iter().filter(|label| {
            label.item == line.item
                && label.item == nearest.item
                && label.holds_number
                && label.left >= nearest.right
                && (label.baseline - line.baseline).abs() <= SAME
        });
        let first = of_row.map(|label| label.part).min().map_or(line.first, |part| part.min(line.first));
        let own = found.iter().filter(|label| label.item == nearest.item);
        ties.push(Tie {
            numbers: (line.item, first),
            label: (nearest.item, own.map(|label| label.part).collect()),
        });
    }
    // A label that two lines of numbers would have has neither.
    let of_label = |tie: &Tie| tie.label.0;
    let mut uses = std::collections::HashMap::new();
    for tie in &ties {
        *uses.entry(of_label(tie)).or_insert(0_u32) += 1;
    }
    ties.retain(|tie| uses.get(&of_label(tie)) == Some(&1));
    ties
}

/// The numbers that no label has, neither at the usual way nor on their line.
fn untied(numbers: &[Numbers], labels: &[Label], ties: &[Tie]) -> Vec<Tie> {
    let is_tied = |line: &&Numbers| ties.iter().any(|tie| tie.numbers.0 == line.item);
    let has_label = |line: &&Numbers| {
        labels.iter().any(|label| label.item == line.item && (label.baseline - line.baseline).abs() <= EVEN)
    };
    let none = |line: &Numbers| Tie { numbers: (line.item, line.first), label: (line.item, Vec::new()) };
    numbers.iter().filter(|line| !is_tied(line) && !has_label(line)).map(none).collect()
}

/// Numbers and the label that they belong to.
struct Tie {
    /// The item with the numbers, and the first of its parts that is one.
    numbers: (usize, usize),
    /// The item with the label, and which of its parts it is.
    label: (usize, Vec<usize>),
}

/// Puts tied numbers and labels on one line.
///
/// Where it is not clear whose the numbers are, they are set aside: that something stands beside each label is all that is known.
fn rebuild(items: Vec<Item>, ties: &[Tie], are_unclear: bool) -> Vec<Item> {
    let mut lines: Vec<(Option<Item>, Vec<Option<Part>>, f64)> = items
        .into_iter()
        .map(|item| match item {
            Item::Line(line) if line.is_level => {
                (None, line.parts.into_iter().map(Some).collect(), line.height)
            }
            other => (Some(other), Vec::new(), 0.0),
        })
        .collect();
    let mut made: Vec<(usize, Item)> = Vec::new();
    for Tie { numbers: (of_numbers, first), label: (of_label, label) } in ties {
        let mut parts: Vec<Part> = Vec::new();
        let mut height = 0.0;
        if let Some((_, from, size)) = lines.get_mut(*of_label) {
            height = *size;
            parts.extend(label.iter().filter_map(|part| from.get_mut(*part)?.take()));
        }
        if let Some((_, from, _)) = lines.get_mut(*of_numbers) {
            let numbers: Vec<Part> = from.iter_mut().skip(*first).filter_map(Option::take).collect();
            if are_unclear {
                parts.extend(numbers.iter().map(unknown));
                made.extend(line(numbers, height).map(|line| (*of_numbers, Item::Aside(line))));
            } else {
                parts.extend(numbers);
            }
        }
        made.extend(line(parts, height).map(|line| (*of_label, Item::Line(line))));
    }
    made.sort_by_key(|(at, _)| *at);
    let mut made = made.into_iter().peekable();
    let mut items: Vec<Item> = Vec::with_capacity(lines.len());
    for (at, (item, parts, height)) in lines.into_iter().enumerate() {
        items.extend(item);
        items.extend(line(parts.into_iter().flatten().collect(), height).map(Item::Line));
        while let Some((_, line)) = made.next_if(|(of, _)| *of == at) {
            items.push(line);
        }
    }
    items
}

/// A part at the same place that says nothing.
fn unknown(part: &Part) -> Part {
    let mut passage = Passage::default();
    let page = part.passage.places.first().map_or(1, |place| place.page);
    passage.push("\u{FFFD}", false, page, part.area);
    Part { passage, area: part.area }
}

/// A line of these parts; nothing where there are none.
fn line(mut parts: Vec<Part>, height: f64) -> Option<TextLine> {
    parts.sort_by(|a, b| a.area.left.total_cmp(&b.area.left));
    let area = parts.iter().map(|part| part.area).reduce(Rect::to)?;
    Some(TextLine { area, height, parts, is_level: true })
}
