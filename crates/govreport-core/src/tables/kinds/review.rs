//! 四、政府信息公开行政复议、行政诉讼情况: administrative reconsideration and litigation. Fifteen numbers: three rows of five that
//! add up. The form prints them in one line; some sources print three rows, or three tables.

use crate::document::{Block, BlockKind, Document};
use crate::form::{ColumnKey, Label, Meaning, RowKey, TableKind, form};
use crate::model::{Finding, Heading, Tie};
use crate::notices::PrintedRow;
use crate::span::Span;
use crate::tables::cells::absence::Standing;
use crate::tables::columns::{Arrangement, Names, Prints, Row, Source, follow_total, goes_back};
use crate::tables::rows::{Draft, Drafts, Found, HeadColumn, HeadName, Heading as BlockHeading, Told};
use crate::tables::tokens::{Slot, is_filled};
use crate::tables::vocabulary::{has_words_of_its_own, is_piece_of_heading, lexicon};
use crate::text::fold::words_of;
use crate::text::qualifier::{qualifies_otherwise, says_count};
use crate::text::remark::{ends_of_name, ends_with_others, is_of_another, is_share};
use crate::text::scope::{Time, time_of};

use super::plan::{Context, Plan};

const ROWS: usize = 3;
const COLUMNS: usize = 5;

pub(super) fn plan<'f>(found: &'f Found, context: Context<'_>, findings: &mut Vec<Finding>) -> Plan<'f> {
    let edition = context.expected;
    let rows: Vec<_> = form().rows(TableKind::Review, edition).map(|row| (row, edition)).collect();
    let mut standings: Vec<(RowKey, Standing)> = rows
        .iter()
        .map(|(row, _)| {
            let draft = found.drafts_of(row.key).next();
            (row.key, draft.map_or(Standing::Absent, |draft| Standing::Present(draft.label)))
        })
        .collect();
    let columns = rows.first().map(|(row, _)| row.columns.as_slice()).unwrap_or_default();
    let shape = Shape::of(&found.drafts);
    let unclear = matches!(shape, Shape::Unclear(_));
    if let Shape::OneLine(slots) | Shape::Unclear(slots) = shape {
        for (_, standing) in &mut standings {
            if *standing == Standing::Absent {
                *standing = Standing::Present(None);
            }
        }
        let sets = Sets::of(found, context.document, columns);
        let is_of_another = has_head_of_another(found, context) || has_label_of_another(found, context);
        let tie = if unclear || found.is_disordered(&slots) { Tie::Across } else { Tie::Between };
        let cells = 0..ROWS * COLUMNS;
        let mut row = Row { tie, slots: slots.into(), ..Row::new(cells, COLUMNS, &[]) };
        let stands_in_place = stands_in_place(found);
        match sets {
            Sets::Grid(names)
                if !is_of_another
                    && (names.under(&row.slots).is_some()
                        || !found.drafts.blocks.iter().any(has_foreign)) =>
            {
                row.arrange(&names, Source { aligned: true, indexed: false, padding: context.padding });
            }
            Sets::Form if stands_in_place && !is_of_another => {
                row.arrange(
                    &Names::none(),
                    Source { aligned: false, indexed: false, padding: context.padding },
                );
            }
            // Without a grid nothing shows which numbers a foreign heading takes.
            _ if found.drafts.blocks.iter().any(has_foreign)
                || has_piece_of_another_time(found, context)
                || is_of_another
                || says_more(found, context.document) =>
            {
                row.arrangement = Arrangement::Unclear;
                row.heading = Heading::Foreign;
            }
            Sets::Form | Sets::Grid(_) => {
                row.torn = may_begin_with_total(found);
                row.arrange(
                    &Names::none(),
                    Source { aligned: false, indexed: false, padding: context.padding },
                );
            }
            Sets::Moved => {
                row.arrangement = Arrangement::Unclear;
                row.heading = Heading::Unordered;
            }
        }
        row.doubt_caption(found.drafts.blocks.last());
        return Plan { edition: edition.into(), rows, sources: vec![row], standings, tells: false };
    }
    let prints = Prints::of(found, columns, context.document);
    let mut sources = Vec::with_capacity(rows.len());
    for (number, (form_row, edition)) in rows.iter().enumerate() {
        let chosen = found.choose(PrintedRow::new(form_row.key, *edition), findings);
        let Some(mut chosen) = chosen else { continue };
        let draft = chosen.draft;
        // Beside a label that heads columns nothing is its row: the empty cells are what it covers.
        let heads_columns = found
            .drafts
            .blocks
            .iter()
            .flat_map(|block| &block.columns)
            .any(|column| column.line > draft.line);
        if heads_columns && chosen.slots.iter().all(Slot::is_blank) {
            chosen.slots = &[];
        }
        let first = number * COLUMNS;
        let mut row = Row::of(first..first + COLUMNS, COLUMNS, &chosen);
        let print = prints.of_block(draft.block);
        row.arrange(
            &print.names,
            Source { aligned: print.aligned, indexed: print.indexed, padding: context.padding },
        );
        row.doubt_caption(found.drafts.blocks.get(draft.block));
        sources.push(row);
    }
    follow_total(&mut sources, prints.order());
    Plan { edition: edition.into(), rows, sources, standings, tells: true }
}

/// Whether the headings come in the form's order, set by set.
fn is_in_order(found: &Found, columns: &[ColumnKey], text: &str) -> bool {
    if found.drafts.blocks.iter().any(|block| goes_back(block, columns, ROWS, text)) {
        return false;
    }
    let heads = found.drafts.blocks.iter().flat_map(|block| &block.columns);
    // Pieces of headings that were torn out of a page come in any order of lines; within one they come from left to right. Where each has
    // a line of its own, they come column by column.
    let share_lines = heads.clone().zip(heads.clone().skip(1)).any(|(head, next)| head.line == next.line);
    if share_lines && heads.clone().any(|head| head.torn) {
        let mut named: Vec<(u32, usize, usize)> = heads
            .filter_map(|head| {
                let place = columns.iter().position(|column| head.column() == Some(*column))?;
                Some((head.line, head.span.start, place))
            })
            .collect();
        named.sort_unstable();
        // A line may begin with the total of a set whose other headings stand higher or lower. Behind the first set the pieces that are
        // alike are not told apart.
        let total = columns.len().saturating_sub(1);
        return named.chunk_by(|a, b| a.0 == b.0).all(|line| {
            let places: Vec<usize> =
                line.iter().map(|(_, _, place)| *place).skip_while(|place| *place == total).collect();
            let distinct = (0..places.len()).take_while(|at| !places[..*at].contains(&places[*at])).count();
            let begins = places.first().is_none_or(|first| *first == 0) || !places.contains(&0);
            begins && places[..distinct].is_sorted()
        });
    }
    let places: Vec<usize> =
        heads.filter_map(|head| columns.iter().position(|column| head.column() == Some(*column))).collect();
    let begins = places.first().is_none_or(|first| *first == 0) || !places.contains(&0);
    // 结果维持 twice in each set: one of the two stands in the place of another.
    let sets = places.iter().filter(|place| **place == 0).count();
    begins && sets <= ROWS && places.windows(2).all(|pair| pair[1] == 0 || pair[0] < pair[1])
}

/// Whether the pieces of torn headings leave open where the totals stand: a line of them begins with one, which is the first set's in
/// the form's order, and its own set's in another.
fn may_begin_with_total(found: &Found) -> bool {
    let heads = || found.drafts.blocks.iter().flat_map(|block| &block.columns);
    if !heads().any(|head| head.torn) {
        return false;
    }
    let mut in_lines: Vec<_> = heads().map(|head| (head.line, head.span.start, head.column())).collect();
    in_lines.sort_unstable_by_key(|(line, start, _)| (*line, *start));
    in_lines.chunk_by(|a, b| a.0 == b.0).any(|line| {
        let is_total = |head: &(u32, usize, Option<ColumnKey>)| head.2 == Some(ColumnKey::Total);
        is_total(&line[0]) && !line.iter().all(is_total)
    })
}

/// Whether torn headings have words of another time among them, whatever they were broken into: 上年总, 计.
fn has_piece_of_another_time(found: &Found, context: Context<'_>) -> bool {
    let heads = || found.drafts.blocks.iter().flat_map(|block| &block.columns);
    if !heads().any(|head| head.torn) {
        return false;
    }
    let lines = heads().map(|head| head.line as usize);
    let (Some(first), Some(last)) = (lines.clone().min(), lines.max()) else { return false };
    let blocks = context.document.blocks().get(first.saturating_sub(1)..=last).unwrap_or_default();
    blocks.iter().any(|block| time_of(context.document.slice(block.span), context.year) == Time::Another)
}

/// Whether the words in front of the numbers make them another's: 2022年, 累计, 占比 in the column of the labels.
fn has_label_of_another(found: &Found, context: Context<'_>) -> bool {
    let is_unknown =
        |draft: &&Draft| draft.recognition.key().is_none() && is_filled(found.drafts.slots_of(draft));
    found.drafts.rows.iter().filter(is_unknown).filter_map(|draft| draft.label).any(|label| {
        let words = context.document.slice(label);
        matches!(time_of(words, context.year), Time::Another | Time::Unknown)
            || ends_with_others(words)
            || !says_count(words) && qualifies_otherwise(words, &std::iter::empty::<&str>())
    })
}

/// Whether a remark makes the head of a set another's: 复议后起诉（2022年）.
fn has_head_of_another(found: &Found, context: Context<'_>) -> bool {
    let Some((first, last)) = lines_of_headings(found) else { return false };
    let is_other = |span: Span| {
        let head = context.document.slice(span);
        let mut names = ends_of_name(head).map(|end| &head[..end]);
        names.any(|name| {
            let meaning = lexicon().whole(name, TableKind::Review);
            matches!(meaning, Some(Meaning::Row(_) | Meaning::Head(_)))
                && is_of_another(name, head, context.year)
        })
    };
    // No line that names columns says of what time they are, also where its words run together.
    let lines = context.document.blocks().get(first..=last).unwrap_or_default().iter();
    let mut lines = lines.filter(|block| context.document.cells(block).is_empty());
    let is_of_another_time = |block: &Block| {
        matches!(time_of(context.document.slice(block.span), context.year), Time::Another | Time::Unknown)
    };
    if lines.any(is_of_another_time) {
        return true;
    }
    let first_line = context.document.blocks().get(first).map_or(0, |block| block.span.start);
    // 行政复议行政诉讼：2022年: where words run together the head of a set has no remark of its own.
    let is_run_of_another = |block: &Block| {
        let line = context.document.slice(block.span);
        // The lines that name columns say no other time, as was found.
        let is_above = block.span.start < first_line;
        let heads = |label: &Label| {
            label.table == Some(TableKind::Review)
                && matches!(label.meaning, Meaning::Row(_) | Meaning::Head(_) | Meaning::Column(_))
                && line.contains(label.wording)
        };
        !line.contains(['。', '，'])
            && (is_above && is_of_another_time(block) || line.contains(is_share))
            && form().labels.iter().any(heads)
    };
    heading_blocks(first, last, context.document).any(|block| {
        let cells = context.document.cells(block);
        if cells.is_empty() && is_run_of_another(block) {
            return true;
        }
        cells.iter().any(|cell| is_other(cell.span))
            || cells.is_empty()
                && (is_other(block.span) || words(block.span, context.document.text()).any(is_other))
    })
}

/// Whether the words of the one heading stand where the form's stand.
fn stands_in_place(found: &Found) -> bool {
    let mut headings = found.drafts.blocks.iter().filter(|block| !block.columns.is_empty());
    headings
        .next()
        .is_some_and(|heading| heading.told == Told::InPlace && heading.columns.len() == ROWS * COLUMNS)
        && headings.next().is_none()
}

/// Whether a heading names a column that is none of the form's, or may do so: which column a damaged word in a cell of its own heads only
/// all the words together tell.
fn has_foreign(heading: &BlockHeading) -> bool {
    let is_open = |head: &HeadColumn| head.name == HeadName::Damaged && head.grid.is_some();
    heading.columns.iter().any(|head| head.is_foreign() || is_open(head))
}

/// What the heading of the one line says of its three sets of columns.
enum Sets {
    /// Where in the grid each of the fifteen stands.
    Grid(Names),
    /// They stand in the form's order, or the heading does not say.
    Form,
    /// They stand in another order, and no grid shows which number is whose.
    Moved,
}

impl Sets {
    /// Of a heading whose words stand where the form's stand: the columns come in its order, in a grid or not.
    fn in_place(found: &Found) -> Self {
        let heads = found.drafts.blocks.iter().flat_map(|block| &block.columns);
        let grid: Vec<Option<u32>> = heads.map(|head| head.grid).collect();
        let is_whole = grid.iter().all(Option::is_some) && grid.is_sorted();
        let distinct = grid.windows(2).all(|pair| pair[0] != pair[1]);
        if is_whole && distinct { Self::Grid(Names::in_grid(grid)) } else { Self::Form }
    }

    fn of(found: &Found, document: &Document<'_>, columns: &[ColumnKey]) -> Self {
        if stands_in_place(found) {
            return Self::in_place(found);
        }
        let heads = heads(found, document);
        let labels: Vec<(RowKey, usize, Option<u32>)> = heads
            .iter()
            .filter_map(|head| match head.meaning {
                Meaning::Row(key) => Some((key, head.start, head.grid)),
                _ => None,
            })
            .collect();
        // The set of a column is that of the label that stands over it, or to its left over its neighbours.
        let set_of = |grid: u32| {
            let over = labels
                .iter()
                .filter_map(|(key, _, column)| Some((column.filter(|column| *column <= grid)?, *key)));
            over.max_by_key(|(column, _)| *column).map(|(_, key)| key)
        };
        let rows: Vec<RowKey> = form().rows_of_any_edition(TableKind::Review).map(|row| row.key).collect();
        let mut grid: Vec<Option<u32>> = vec![None; rows.len() * columns.len()];
        for head in found.drafts.blocks.iter().flat_map(|block| &block.columns) {
            let (Some(column), Some(place)) = (head.column(), head.grid) else { continue };
            let at = set_of(place).and_then(|set| rows.iter().position(|row| *row == set));
            let of_set = columns.iter().position(|own| *own == column);
            if let (Some(set), Some(column)) = (at, of_set) {
                grid[set * columns.len() + column].get_or_insert(place);
            }
        }
        let is_whole = grid.iter().all(Option::is_some);
        let distinct = (1..grid.len()).all(|at| !grid[..at].contains(&grid[at]));
        if is_whole && distinct {
            return Self::Grid(Names::in_grid(grid));
        }
        let mut keys: Vec<RowKey> = labels.iter().map(|(key, ..)| *key).collect();
        keys.dedup();
        let in_order =
            keys.windows(2).all(|pair| pair[0] < pair[1]) && is_in_order(found, columns, document.text());
        let litigation =
            heads.iter().find(|head| matches!(head.meaning, Meaning::Head(_))).map(|head| head.start);
        let reconsideration =
            labels.iter().find(|(key, ..)| *key == RowKey::Reconsideration).map(|(_, place, _)| *place);
        let before =
            matches!((litigation, reconsideration), (Some(litigation), Some(other)) if litigation < other);
        let mut sets = keys.clone();
        sets.sort_unstable();
        sets.dedup();
        let names_another = sets.len() < ROWS && has_other_words(found, document);
        if in_order && !before && !names_another { Self::Form } else { Self::Moved }
    }
}

/// The blocks in which the heads of the three sets and the headings of their columns can stand, from the last one up: those down to
/// `last`, the line of a heading, and the nearest above the first.
fn heading_blocks<'d>(
    first: usize,
    last: usize,
    document: &'d Document<'_>,
) -> impl Iterator<Item = &'d Block> {
    /// Measured: with 5, no cell changes.
    const NEAREST: usize = 6;
    let is_section = |block: &Block| {
        matches!(block.kind, BlockKind::Heading { .. })
            || lexicon().heads_any_section(document.slice(block.span))
    };
    let is_shown = |block: &&Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Row { .. });
    let blocks = document.blocks().get(first.saturating_sub(NEAREST)..=last).unwrap_or_default();
    blocks.iter().rev().take_while(move |block| !is_section(block)).filter(is_shown)
}

/// The first and the last line that holds the heading of a column.
fn lines_of_headings(found: &Found) -> Option<(usize, usize)> {
    let lines =
        || found.drafts.blocks.iter().flat_map(|block| &block.columns).map(|column| column.line as usize);
    Some((lines().min()?, lines().max()?))
}

/// Whether words may be a sentence, or a remark on one: no heading has such signs, but in a remark behind it (其中：境外).
fn is_prose(words: &str) -> bool {
    // In nearly all words no byte is such a sign or begins one.
    if !words.bytes().any(|byte| matches!(byte, b':' | 0xE3 | 0xEF)) {
        return false;
    }
    let name = words.split(['（', '(']).next().filter(|name| !name.trim().is_empty()).unwrap_or(words);
    name.contains(['。', '，', '：', ':'])
}

/// Whether the lines above the numbers say more than the form's heading.
fn says_more(found: &Found, document: &Document<'_>) -> bool {
    let Some((first, last)) = lines_of_headings(found) else { return false };
    let numbers = found.drafts.slots.iter().map(|slot| slot.block as usize).min();
    let last = numbers.map_or(last, |numbers| last.max(numbers.saturating_sub(1)));
    let lines = heading_blocks(first, last, document).flat_map(|block| document.slice(block.span).lines());
    has_words_of_its_own(lines.filter(|line| !is_prose(line)), TableKind::Review)
}

/// Whether words that are none of the form's stand where the heads of the three sets stand: 行政裁决 in the place of 行政复议.
fn has_other_words(found: &Found, document: &Document<'_>) -> bool {
    /// Measured: with 22, no cell changes.
    const LONGEST: usize = 45;
    let Some((first, _)) = lines_of_headings(found) else { return false };
    let is_other = |span: Span| {
        let words = document.slice(span);
        let is_of_form =
            || is_piece_of_heading(words, TableKind::Review) || lexicon().consists_of_wordings(words);
        !words.trim().is_empty()
            && words.len() <= LONGEST
            && !is_prose(words)
            && words.chars().any(char::is_alphabetic)
            && !is_of_form()
    };
    heading_blocks(first, first, document).any(|block| {
        let cells = document.cells(block);
        let lines = || words(block.span, document.text());
        if cells.is_empty() {
            lines().any(is_other) || lines().next().is_none() && is_other(block.span)
        } else {
            cells.iter().any(|cell| is_other(cell.span))
        }
    })
}

/// A cell or line that is the head of one of the three sets, or of both kinds of litigation.
struct Head {
    meaning: Meaning,
    start: usize,
    grid: Option<u32>,
}

/// The heads above the columns, each as it stands: a head over two others is no part of their labels here.
fn heads(found: &Found, document: &Document<'_>) -> Vec<Head> {
    let columns = found.drafts.blocks.iter().flat_map(|block| &block.columns);
    let last = columns.map(|column| column.line as usize).max().unwrap_or_default();
    let first = found.drafts.span.map_or(0, |span| span.start);
    let above = document.blocks().get(..=last).unwrap_or(document.blocks());
    // Blocks stand in the order of the text: those before the table are passed over together.
    let above = &above[above.partition_point(|block| block.span.end <= first)..];
    let mut heads = Vec::new();
    let mut look_at = |span: Span, grid| {
        let words = document.slice(span);
        // Nothing and numbers are no heads: the dictionary need not be asked.
        if !words.bytes().all(|byte| byte.is_ascii_digit())
            && let Some(meaning @ (Meaning::Row(_) | Meaning::Head(_))) =
                lexicon().whole(words, TableKind::Review)
        {
            heads.push(Head { meaning, start: span.start, grid });
        }
    };
    for block in above {
        let cells = document.cells(block);
        for cell in cells {
            look_at(cell.span, Some(cell.column));
        }
        if cells.is_empty() {
            look_at(block.span, None);
            words(block.span, document.text()).for_each(|word| look_at(word, None));
        }
    }
    heads
}

/// The words of a line, if it has several.
fn words(line: Span, text: &str) -> impl Iterator<Item = Span> {
    words_of(line, text).filter(move |word| *word != line)
}

/// How the table is laid out.
enum Shape {
    /// One line of fifteen columns under a heading of two levels, as the form prints it.
    OneLine(Vec<Slot>),
    /// A row, or a table, for each of the three.
    Rows,
    /// Numbers that could be of either.
    Unclear(Vec<Slot>),
}

impl Shape {
    /// The heading of one line names its columns once for each of the three; numbers behind a label of their own are a row.
    fn of(drafts: &Drafts) -> Self {
        let filled: Vec<&Draft> = drafts
            .rows
            .iter()
            .filter(|draft| drafts.slots_of(draft).iter().any(|slot| !slot.is_blank()))
            .collect();
        let slots: Vec<Slot> = filled.iter().flat_map(|draft| drafts.slots_of(draft)).copied().collect();
        let sets = drafts
            .blocks
            .iter()
            .flat_map(|block| &block.columns)
            .filter(|column| column.column() == Some(ColumnKey::Upheld))
            .count();
        let is_row = |draft: &&Draft| {
            let contents = drafts.slots_of(draft).iter().filter(|slot| !slot.is_blank()).count();
            draft.recognition.key().is_some() && contents <= COLUMNS
        };
        let rows = filled.iter().copied().filter(|draft| is_row(draft)).count();
        let runs_together = || {
            crate::tables::columns::run_together(&slots, ROWS * COLUMNS)
                .is_some_and(|run| run.figures.len() > COLUMNS)
        };
        match filled.as_slice() {
            // A line of the form that nobody filled in is a line all the same.
            [] if drafts.blank_line.len() == ROWS * COLUMNS && sets != 1 => {
                Self::OneLine(drafts.blank_line.clone())
            }
            [] => Self::Rows,
            [_] if runs_together() => Self::OneLine(slots),
            [line] if drafts.slots_of(line).len() > COLUMNS && sets != 1 => Self::OneLine(slots),
            [_] if rows == 1 && sets <= 1 => Self::Rows,
            [_] => Self::Unclear(slots),
            // Numbers of one line, torn over several: no piece has a row of its own.
            _ if rows == 0 && sets != 1 => Self::OneLine(slots),
            _ if rows == filled.len() => Self::Rows,
            _ => Self::Unclear(slots),
        }
    }
}
