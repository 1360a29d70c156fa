//! Which columns the heading of a row names, in which order, and in which columns of the source's grid.

use std::ops::Range;

use super::entries::{Entry, entries, grid_tells, has_decrease};
use super::order::Order;
use super::torn::{goes_back, torn_order};
use super::torn_words::{
    MOST_ABOVE, lines_back, names_own_unit, names_torn_corner, names_torn_year, nearest_line,
};
use crate::document::Document;
use crate::form::{ColumnKey, TableKind};
use crate::span::Span;
use crate::tables::rows::{HeadColumn, Heading, Told};
use crate::tables::tokens::Slot;
use crate::tables::vocabulary::{has_words_of_its_own, says_more_than};
use crate::text::fold::is_ideograph;
use crate::text::remark::is_share;
use crate::text::scope::names_year;

/// The columns that the heading of a row names, as far as they concern the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::tables) struct Names {
    order: Order,
    /// For each column of the row, the column of the grid that its heading stands in; where the heading shows one for each
    /// that it names, and no two in one.
    grid: Option<Vec<Option<u32>>>,
    /// The columns of the grid under headings that are none of the form's.
    foreign: Vec<u32>,
    /// The columns of the grid in which the line of the headings has an empty cell.
    empty: Vec<u32>,
    /// The column of the grid behind the last cell of the line of the headings.
    end: u32,
    /// A heading stands in the place of every column, be it the form's or not.
    covers: bool,
    /// Its order is told by places in the grid, for its headings stand on several lines.
    by_places: bool,
}

impl Names {
    /// Of a row without a heading.
    pub(in crate::tables) fn none() -> Self {
        Self {
            order: Order::Form,
            grid: None,
            foreign: Vec::new(),
            empty: Vec::new(),
            end: 0,
            covers: false,
            by_places: false,
        }
    }

    /// Of a row each of whose columns has a heading in the grid. Contents that do not stand under their headings come in the order that
    /// those have from left to right.
    pub(in crate::tables) fn in_grid(grid: Vec<Option<u32>>) -> Self {
        let order = if grid.is_sorted() {
            Order::Form
        } else {
            let rank = |column: &u32| grid.iter().flatten().filter(|other| *other < column).count();
            Order::Other(grid.iter().map(|column| column.as_ref().map(rank)).collect(), grid.len())
        };
        Self { order, grid: Some(grid), covers: true, ..Self::none() }
    }

    /// What a heading says of these columns.
    pub(in crate::tables) fn of(heading: &Heading, columns: &[ColumnKey], document: &Document<'_>) -> Self {
        let text = document.text();
        if let Some(order) = torn_order(heading, columns, text) {
            return Self { order, ..Self::none() };
        }
        if heading.told == Told::OneByOne && says_more(heading, columns, text)
            || stand_in_other_order(heading, columns, document)
        {
            return Self { order: Order::Unordered, ..Self::none() };
        }
        let of_form = Self::of_form(heading, columns).filter(|_| !has_decrease(heading, text));
        if let Some(names) = of_form {
            return names;
        }
        let mut entries = entries(heading, columns, text);
        // A heading in the column of the labels stands in a row of its own that begins elsewhere: its place in the grid says nothing.
        let is_under_labels = |entry: &Entry| entry.grid.is_some() && entry.grid == heading.labels;
        if entries.iter().any(is_under_labels) {
            for entry in &mut entries {
                entry.grid = None;
            }
        }
        let is_foreign = |entry: &Entry| entry.column.is_none() && entry.grid.is_some();
        if are_parted_below(&entries, columns) || entries.iter().any(is_foreign) && !grid_tells(heading) {
            return Self { order: Order::Unordered, ..Self::none() };
        }
        let grid = grid(&entries, columns.len());
        let order_of_group = grid.is_none() && follows_group(heading);
        if grid.is_some() {
            entries.sort_by_key(|entry| entry.grid);
        }
        let covers = covers(&entries, columns.len());
        let foreign = entries.iter().filter(|entry| entry.column.is_none()).filter_map(|entry| entry.grid);
        let foreign = foreign.collect();
        let empty = heading.empty.clone();
        let named = entries.iter().filter(|entry| entry.column.is_some()).count();
        // 20 and 21年 where the heading of a column is missing are its pieces.
        let is_broken = heading.holds_numbers && named > 0 && named < columns.len();
        // 自然人 and 总计 stand beside the bodies, in lines of their own.
        let bodies = columns.get(1..columns.len().saturating_sub(1)).unwrap_or_default();
        let is_two_levels = columns.last() == Some(&ColumnKey::Total);
        let order = if order_of_group
            || is_broken
            || begins_with_total(heading, &entries, columns)
            || part_others(&entries, text)
            || is_two_levels && goes_back(heading, bodies, 1, text)
        {
            Order::Unordered
        } else {
            order(&entries, columns, covers)
        };
        let in_one_line = entries.windows(2).all(|pair| pair[0].line == pair[1].line);
        // 本年增 above 上一年项目数量, and /减 below it: what stands beside comes between, and lines tell no order of theirs.
        let is_told_by_lines = matches!(order, Order::Other(..)) && !in_one_line && !is_two_levels;
        let order = if is_told_by_lines && grid.is_none() && stand_beside(heading, text) {
            Order::Unordered
        } else {
            order
        };
        let by_places = matches!(order, Order::Other(..)) && !in_one_line;
        Self { order, grid, foreign, empty, end: heading.end, covers, by_places }
    }

    /// What it says to rows that begin elsewhere than its headings: an order that only places in the grid tell is none to them.
    pub(in crate::tables) fn without_places(mut self) -> Self {
        if self.by_places {
            self.order = Order::Unordered;
        }
        self
    }

    /// What nearly all headings say: the row's columns and no others, each once and in their order, all of them in the grid from left
    /// to right or none.
    fn of_form(heading: &Heading, columns: &[ColumnKey]) -> Option<Self> {
        let heads = &heading.columns;
        let names_all = heads.len() == columns.len()
            && heads.iter().zip(columns).all(|(head, column)| head.column() == Some(*column));
        let is_rising = heads.windows(2).all(|pair| pair[0].grid < pair[1].grid);
        let is_under_labels = heads.iter().any(|head| head.grid.is_some() && head.grid == heading.labels);
        let grid: Option<Vec<Option<u32>>> = match heads.first().filter(|_| names_all)?.grid {
            Some(_) if !is_rising || is_under_labels => return None,
            Some(_) => Some(heads.iter().map(|head| head.grid).collect()),
            None if heads.iter().any(|head| head.grid.is_some()) => return None,
            None => None,
        };
        let stands_apart = heads.windows(2).any(|pair| pair[0].grid.map(|grid| grid + 1) != pair[1].grid);
        let covers = grid.is_none() || !stands_apart;
        Some(Self {
            order: Order::Form,
            grid,
            foreign: Vec::new(),
            empty: heading.empty.clone(),
            end: heading.end,
            covers,
            by_places: false,
        })
    }

    /// The order in which they are named.
    pub(in crate::tables) fn order(&self) -> &Order {
        &self.order
    }

    /// Whether every column of the row has a heading in the grid, its own or another in its place.
    pub(in crate::tables) fn is_whole(&self) -> bool {
        self.covers || self.grid.as_ref().is_some_and(|grid| grid.iter().all(Option::is_some))
    }

    /// The first column of the grid that a heading of the row's columns stands in.
    pub(in crate::tables) fn begins(&self) -> Option<u32> {
        self.grid.as_ref()?.iter().flatten().copied().min()
    }

    /// How many headings stand in these columns of the grid; nothing where the headings stand in none.
    pub(in crate::tables) fn headed(&self, columns: Range<u32>) -> Option<usize> {
        let grid = self.grid.as_ref()?;
        let heads = grid.iter().flatten().chain(&self.foreign);
        Some(heads.filter(|column| columns.contains(column)).count())
    }

    /// How many columns of the row have a heading in the grid.
    pub(in crate::tables) fn width(&self) -> usize {
        self.grid.as_ref().map_or(0, |grid| grid.iter().flatten().count())
    }

    /// The column of the grid that the heading of the row's first column stands in.
    pub(in crate::tables) fn first(&self) -> Option<u32> {
        *self.grid.as_ref()?.first()?
    }

    /// Whether the line of the headings has a cell in this column of the grid, a heading or an empty one.
    pub(in crate::tables) fn has_cell(&self, column: u32) -> bool {
        self.is_foreign(column)
            || self.empty.contains(&column)
            || self.grid.as_ref().is_some_and(|grid| grid.contains(&Some(column)))
    }

    /// Whether the line of the headings has a cell behind the last place of a row.
    pub(in crate::tables) fn go_on_behind(&self, slots: &[Slot]) -> bool {
        slots.last().is_some_and(|slot| slot.column.saturating_add(slot.columns.max(1)) < self.end)
    }

    /// Whether contents in the order of the columns stand under the headings of others.
    pub(in crate::tables) fn are_elsewhere(&self, slots: &[Slot]) -> bool {
        let is_elsewhere = |(column, slot): (&Option<u32>, &Slot)| {
            slot.bordered && column.is_some_and(|column| column != slot.column)
        };
        self.grid.as_ref().is_some_and(|grid| grid.iter().zip(slots).any(is_elsewhere))
    }

    /// Whether the line of the headings has an empty cell in this column of the grid, and no line of them a heading.
    pub(in crate::tables) fn is_unheaded(&self, column: u32) -> bool {
        let is_headed = || self.grid.as_ref().is_some_and(|grid| grid.contains(&Some(column)));
        self.empty.contains(&column) && !self.is_foreign(column) && !is_headed()
    }

    /// Whether the line of the headings has an empty cell that is no heading's.
    pub(in crate::tables) fn has_unheaded(&self) -> bool {
        self.grid.is_some() && self.empty.iter().any(|column| self.is_unheaded(*column))
    }

    /// Whether something stands under the heading of every column.
    pub(in crate::tables) fn are_filled(&self, slots: &[Slot]) -> bool {
        let is_filled =
            |column: &Option<u32>| slots.iter().any(|slot| Some(slot.column) == *column && !slot.is_blank());
        self.grid.as_ref().is_some_and(|grid| grid.iter().all(is_filled))
    }

    /// Whether a heading that is none of the form's stands in this column of the grid.
    pub(in crate::tables) fn is_foreign(&self, column: u32) -> bool {
        self.foreign.contains(&column)
    }

    /// Whether the places of a row are those under the headings, one for each and in their order.
    pub(in crate::tables) fn are_over(&self, slots: &[Slot]) -> bool {
        let Some(grid) = &self.grid else { return false };
        grid.len() == slots.len()
            && grid.iter().zip(slots).all(|(column, slot)| slot.bordered && *column == Some(slot.column))
    }

    /// The contents of a row that stand under the headings, where each heading has one place and nothing stands beside them;
    /// `None` in the place of a column that has no heading.
    pub(in crate::tables) fn under(&self, slots: &[Slot]) -> Option<Vec<Option<Slot>>> {
        let grid = self.grid.as_ref()?;
        let is_named = |column: u32| grid.contains(&Some(column)) || self.foreign.contains(&column);
        let beside = slots.iter().any(|slot| !slot.bordered || !slot.is_blank() && !is_named(slot.column));
        if beside {
            return None;
        }
        let under = |column: &Option<u32>| match column {
            None => Some(None),
            Some(column) => {
                let mut slots = slots.iter().filter(|slot| slot.column == *column);
                slots.next().filter(|_| slots.next().is_none()).copied().map(Some)
            }
        };
        grid.iter().map(under).collect()
    }
}

/// Whether the headings of columns stand on the page in another order than the form's, from left to right, where the source knows their
/// places: as text they come line by line.
pub(super) fn stand_in_other_order(
    heading: &Heading,
    columns: &[ColumnKey],
    document: &Document<'_>,
) -> bool {
    /// In points: headings nearer to each other than this stand below each other.
    /// Measured: with 5, no cell changes.
    const LEAST: f64 = 4.0;
    let middle = |head: &HeadColumn| {
        let column = columns.iter().position(|column| head.column() == Some(*column))?;
        let (page, area) = document.area(head.span)?;
        Some((column, page, f64::midpoint(area.left.get(), area.right.get())))
    };
    let places: Vec<(usize, u32, f64)> =
        heading.columns.iter().filter(|head| head.grid.is_none()).filter_map(middle).collect();
    places.iter().any(|(column, page, x)| {
        places
            .iter()
            .any(|(other, of_page, other_x)| column < other && page == of_page && *x > other_x + LEAST)
    })
}

/// Whether the lines of a heading hold words that the form's has not, in pieces that show no places: which columns they are over is not
/// known.
fn says_more(heading: &Heading, columns: &[ColumnKey], text: &str) -> bool {
    /// A heading on more lines is several.
    /// Measured: with 20, no cell changes.
    const MOST_LINES: u32 = 40;
    /// Measured: with 20, no cell changes.
    const MOST_PIECES: usize = 40;
    let heads = &heading.columns;
    let is_one_level = columns.last() != Some(&ColumnKey::Total);
    let (Some(first), Some(last)) = (heads.first(), heads.last()) else {
        // Of a heading in pieces none may have been told for one.
        let lines = heading.lines.filter(|_| is_one_level);
        return lines.is_some_and(|lines| {
            says_more_than(lines.of(text).lines().take(MOST_PIECES), columns)
                || names_torn_corner(text, lines)
        });
    };
    if heads.iter().all(|head| head.grid.is_some()) {
        return false;
    }
    // 20, 20, 年 in front of headings that were told for whole.
    if is_one_level && !heads.iter().any(|head| head.torn) && heads.len() >= columns.len() {
        return first.line != last.line && names_torn_corner(text, first.span.to(last.span));
    }
    let lines = heads.iter().fold(first.span.to(last.span), |span, head| span.to(head.span));
    let own_start = heading.lines.map_or(lines.start, |own| own.start.min(lines.start));
    // Where the first column has no heading, what stands above the others may be one that is none of the form's.
    let is_first_named = is_one_level || heads.iter().any(|head| head.column() == columns.first().copied());
    let above = if is_first_named { own_start } else { nearest_line(text, own_start) };
    let above = Span::new(above, lines.start).of(text);
    let rest = heading.lines.map_or("", |own| Span::new(lines.end, own.end.max(lines.end)).of(text));
    // What stands above it and before its section's heading: no sentence, and not much.
    let above = lines_back(above, MOST_ABOVE);
    // The heading of another column, known for one, stands for itself.
    let is_foreign =
        |line: &&str| heads.iter().any(|head| head.is_foreign() && head.span.of(text) == line.trim());
    // 社会公益组织（2018, and below it 年度）: of a torn heading nothing shows which column the year is of.
    let own = || lines.of(text).lines().chain(rest.lines()).filter(|line| !is_foreign(line));
    if own().any(|line| names_year(line) || line.contains(is_share))
        || names_torn_year(text, lines.start)
        || names_torn_corner(text, with_lines_behind(heading, lines, text))
    {
        return last.line.abs_diff(first.line) < MOST_LINES;
    }
    let lines = above.chain(lines.of(text).lines()).chain(rest.lines());
    let lines = lines.filter(|line| !is_foreign(line) && !names_own_unit(line));
    last.line.abs_diff(first.line) < MOST_LINES
        && match columns.first() {
            Some(ColumnKey::Upheld) => has_words_of_its_own(lines, TableKind::Review),
            _ if is_one_level => says_more_than(lines, columns),
            _ => has_words_of_its_own(lines, TableKind::Requests),
        }
}

/// The lines of a heading with those directly behind it: numbers that stand there may be pieces of it, 20, 18, 年.
fn with_lines_behind(heading: &Heading, heads: Span, text: &str) -> Span {
    /// Measured: with 80, no cell changes.
    const NEAREST: usize = 160;
    let lines = heading.lines.map_or(heads, |own| heads.to(own));
    let nearest = text.floor_char_boundary((lines.end + NEAREST).min(text.len()));
    // A line that is cut ends with other words than it has: 三、本年, of 三、本年度办理结果.
    let whole = text.get(lines.end..nearest).and_then(|behind| behind.rfind('\n'));
    Span::new(lines.start, whole.map_or(lines.end, |end| lines.end + end))
}

/// Whether words stand beside each other in a line of a heading that has several.
fn stand_beside(heading: &Heading, text: &str) -> bool {
    let lines = heading.lines.map_or("", |lines| lines.of(text));
    let words = |line: &str| line.split_whitespace().filter(|word| word.contains(is_ideograph)).count();
    lines.lines().any(|line| words(line) > 1)
}

/// Whether 自然人 comes behind 法人或其他组织, where the form has it before: on the same line, or each of the three headings of the first
/// level on a line of its own.
fn follows_group(heading: &Heading) -> bool {
    let line_of = |column| {
        heading
            .columns
            .iter()
            .find(|head| head.column() == Some(column))
            .map(|head| (head.span.start, head.line))
    };
    let (Some((group, group_line)), Some((natural, natural_line)), Some((_, total_line))) =
        (heading.organizations, line_of(ColumnKey::NaturalPerson), line_of(ColumnKey::Total))
    else {
        return false;
    };
    group < natural && (group_line == natural_line || group_line < natural_line && natural_line < total_line)
}

/// Whether the same words, none of the form's, stand there more than once and not in a grid: 占比 under each of the others.
fn part_others(entries: &[Entry], text: &str) -> bool {
    let others = || entries.iter().filter(|entry| entry.column.is_none() && entry.grid.is_none());
    others()
        .enumerate()
        .any(|(at, entry)| others().take(at).any(|other| other.span.of(text) == entry.span.of(text)))
}

/// Whether a line of other headings stands in the grid below the columns of a heading of one level: 网络申请, 信函申请. Wherever its cells
/// stand, it parts the columns.
fn are_parted_below(entries: &[Entry], columns: &[ColumnKey]) -> bool {
    let is_one_level = columns.last() != Some(&ColumnKey::Total);
    let named = || entries.iter().filter(|entry| entry.column.is_some() && entry.grid.is_some());
    let last = named().map(|entry| entry.line).max();
    let others = entries.iter().filter(|entry| entry.column.is_none() && entry.grid.is_some());
    is_one_level && last.is_some_and(|last| others.into_iter().any(|other| other.line > last))
}

/// Whether 总计 stands before all others where each heading has a line of its own, and none over several columns shows two levels: nothing
/// tells then whether its numbers come first too.
fn begins_with_total(heading: &Heading, entries: &[Entry], columns: &[ColumnKey]) -> bool {
    let total = columns.iter().position(|column| *column == ColumnKey::Total);
    let have_lines = entries.windows(2).all(|pair| pair[0].line != pair[1].line && pair[0].grid.is_none());
    heading.organizations.is_none()
        && entries.len() == columns.len()
        && total.is_some()
        && entries.first().is_some_and(|first| first.column == total)
        && have_lines
}

/// Whether a heading stands in the place of every column: those that are the form's stand side by side in the form's order, as far
/// apart as the form has them, and others fill the places between them.
fn covers(entries: &[Entry], width: usize) -> bool {
    let Some(first) = entries.iter().find_map(|entry| Some((entry.column?, entry.grid))) else {
        return false;
    };
    let place = |at: usize, entry: &Entry| match (entry.grid, first.1) {
        (Some(own), Some(grid)) => (own as usize + first.0).checked_sub(grid as usize),
        (None, None) if entries.len() == width => Some(at),
        _ => None,
    };
    let stands_apart = entries
        .iter()
        .enumerate()
        .any(|(at, entry)| entry.column.is_some() && place(at, entry) != entry.column);
    !stands_apart
        && (0..width)
            .all(|column| entries.iter().enumerate().any(|(at, entry)| place(at, entry) == Some(column)))
}

/// For each column of the row, the column of the grid of its heading.
fn grid(entries: &[Entry], width: usize) -> Option<Vec<Option<u32>>> {
    if entries.is_empty() || entries.iter().any(|entry| entry.grid.is_none()) {
        return None;
    }
    let distinct =
        (1..entries.len()).all(|at| entries[..at].iter().all(|entry| entry.grid != entries[at].grid));
    let mut grid = vec![None; width];
    for entry in entries {
        if let Some(column) = entry.column {
            grid[column] = entry.grid;
        }
    }
    (distinct && grid.iter().any(Option::is_some)).then_some(grid)
}

fn order(entries: &[Entry], columns: &[ColumnKey], covers: bool) -> Order {
    let width = columns.len();
    if entries.is_empty() {
        return Order::Form;
    }
    let named: Vec<usize> = entries.iter().filter_map(|entry| entry.column).collect();
    if named.is_empty() {
        return Order::Foreign;
    }
    let has_foreign = named.len() != entries.len();
    let in_order = |named: &[usize]| named.windows(2).all(|pair| pair[0] < pair[1]);
    let in_grid = entries.iter().all(|entry| entry.grid.is_some());
    let is_torn = entries.iter().any(|entry| entry.torn);
    let is_one_level = columns.last() != Some(&ColumnKey::Total);
    if !has_foreign && in_order(&named) {
        return Order::Form;
    }
    let places = || {
        (0..width)
            .map(|column| entries.iter().position(|entry| entry.column == Some(column)))
            .collect::<Vec<_>>()
    };
    if !has_foreign && columns.last() == Some(&ColumnKey::Total) && named.len() == width {
        let others: Vec<usize> = named.iter().copied().filter(|column| *column + 1 != width).collect();
        // As text 总计 comes before the columns that it adds up, but not before 自然人, which stands beside it. Where one of several lines
        // names it first, they tell of another order, and not which.
        let line_of =
            |column: usize| entries.iter().find(|entry| entry.column == Some(column)).map(|entry| entry.line);
        let is_before_first = named.first() == Some(&(width - 1)) && line_of(0) == line_of(width - 1);
        let is_shown = !is_before_first
            || entries.windows(2).all(|pair| pair[0].line == pair[1].line || pair[0].grid.is_some());
        // Nor does it come before them in their own line: there it stands in another order, and what stands on other lines has no place.
        let is_before_others = entries.windows(2).any(|pair| {
            pair[0].column == Some(width - 1) && pair[0].line == pair[1].line && pair[1].column != Some(0)
        });
        let share_a_line = entries.iter().all(|entry| entry.line == entries[0].line);
        if in_order(&others) && (!is_shown || is_before_others && !in_grid && !share_a_line) {
            return Order::Unordered;
        }
        if in_order(&others) {
            return Order::TotalMoved(places().into_iter().flatten().collect());
        }
    }
    // Of a heading of two levels that lost some of its words nothing tells which others are foreign.
    if has_foreign && !is_one_level && named.len() < width && !covers {
        return Order::Unordered;
    }
    // Line by line the pieces of a heading come from left to right, whatever comes in which line.
    let goes_back = entries.iter().enumerate().any(|(at, entry)| {
        let in_line = entries[..at].iter().filter(|other| other.line == entry.line);
        entry.column.is_some() && in_line.clone().any(|other| other.column > entry.column)
    });
    // Pieces of a heading of two levels that were torn out of a page come in any order: they say nothing against the form's, unless each
    // has a line of its own.
    if !has_foreign && !in_grid && is_torn {
        let others: Vec<usize> = named.iter().copied().filter(|column| *column + 1 != width).collect();
        let share_lines = entries.windows(2).any(|pair| pair[0].line == pair[1].line);
        let is_other = goes_back || is_one_level || !share_lines && !in_order(&others);
        return if is_other { Order::Unordered } else { Order::Form };
    }
    // Where another heading stands among them is not known either.
    if has_foreign && !in_grid && is_torn {
        return Order::Unordered;
    }
    // Where one line names several columns and another stands above or below it, nothing shows where between them it belongs.
    let is_line_each =
        (1..entries.len()).all(|at| entries[..at].iter().all(|entry| entry.line != entries[at].line));
    let share_a_line = entries.iter().all(|entry| entry.line == entries[0].line);
    if is_one_level && !in_grid && !share_a_line && !is_line_each {
        return Order::Unordered;
    }
    // So do the words of a heading of two levels: there only a line that names all columns tells of another order.
    let tells_order = is_one_level || share_a_line;
    // Where two headings share a column of the grid, the grid does not tell their order.
    let collide = (1..entries.len()).any(|at| {
        entries[at].grid.is_some() && entries[..at].iter().any(|other| other.grid == entries[at].grid)
    });
    // A line of other headings below parts the columns of the form: 本年, 同比（%）.
    let are_parted = entries.iter().any(|entry| {
        let is_below = |other: &Entry| other.column.is_none() && other.line > entry.line;
        entry.column.is_some()
            && entry.grid.is_some()
            && entries.iter().any(|other| is_below(other) && other.grid == entry.grid)
    });
    if (has_foreign || tells_order || in_grid) && (is_one_level || !collide) && !are_parted {
        Order::Other(places(), entries.len())
    } else {
        Order::Unordered
    }
}

impl Names {
    /// What it says in this order.
    pub(in crate::tables) fn in_order(self, order: Order) -> Self {
        Self { order, ..self }
    }

    /// What it says to rows that do not stand under its headings, where their sums cannot tell what they follow.
    pub(in crate::tables) fn without_order(self) -> Self {
        self.in_order(Order::Unordered)
    }
}
