//! How the contents of a row fill its columns.

use std::borrow::Cow;

use super::{bordered, flowing, glued, slot};
use crate::document::Document;
use crate::form::ColumnKey;
use crate::model::{Heading, Tie};
use crate::span::Span;
use crate::tables::columns::{Arrangement, Names, Padding, Row, Source, doubt_unproved, run_together};
use crate::tables::rows::{HeadColumn, HeadName, Heading as BlockHeading};
use crate::tables::tokens::{Slot, count};

const FREE: Source = Source { aligned: false, indexed: false, padding: Padding::None };
const ALIGNED: Source = Source { aligned: true, indexed: false, padding: Padding::None };

fn row<'a>(slots: impl Into<Cow<'a, [Slot]>>, width: usize, group: usize) -> Row<'a> {
    Row { slots: slots.into(), ..Row::new(0..width, group, &[]) }
}

fn arranged(slots: Vec<Slot>, width: usize) -> Arrangement {
    let mut row = row(slots, width, 0);
    row.arrange(&Names::none(), FREE);
    row.arrangement
}

/// A heading of columns, each named in a column of the grid; `None` is a foreign one.
fn names(heads: &[(Option<ColumnKey>, Option<u32>)], columns: &[ColumnKey]) -> Names {
    let column = |(name, grid): &(Option<ColumnKey>, Option<u32>)| HeadColumn {
        name: name.map_or(HeadName::Foreign, HeadName::Column),
        span: Span::new(0, 0),
        grid: *grid,
        torn: false,
        line: 0,
    };
    let columns_of = heads.iter().map(column).collect();
    Names::of(&BlockHeading { columns: columns_of, ..BlockHeading::default() }, columns, &Document::default())
}

const ISSUED: [ColumnKey; 3] = [ColumnKey::Issued, ColumnKey::Repealed, ColumnKey::InForce];

fn counts(row: &Row<'_>) -> Vec<Option<i64>> {
    let Arrangement::Placed { first } = row.arrangement else { return Vec::new() };
    row.slots[first..first + row.width].iter().map(Slot::count).collect()
}

#[test]
fn one_content_stands_for_all_columns_only_if_it_is_no_number() {
    assert_eq!(arranged(flowing(&["-"]), 3), Arrangement::Spanning);
    assert_eq!(arranged(bordered(&["word"]), 3), Arrangement::Spanning);
    assert_eq!(arranged(flowing(&["word"]), 3), Arrangement::Open);
    assert_eq!(arranged(bordered(&["7"]), 3), Arrangement::Open);
    // Of one column it is the content.
    assert_eq!(arranged(flowing(&["-"]), 1), Arrangement::Placed { first: 0 });
}

#[test]
fn as_many_contents_as_columns_are_one_for_each() {
    assert_eq!(arranged(bordered(&["", "1", "2", "3", ""]), 3), Arrangement::Placed { first: 1 });
    // On a grid that has more columns, the empty cells between are none of the form's.
    assert_eq!(arranged(bordered(&["1", "", "2", "", "3"]), 3), Arrangement::Placed { first: 0 });
    assert_eq!(arranged(bordered(&["1", "2"]), 3), Arrangement::Open);
    assert_eq!(arranged(bordered(&["", "", ""]), 3), Arrangement::Empty);
    assert_eq!(arranged(flowing(&["4"; 7]), 3), Arrangement::Unclear);
}

#[test]
fn contents_stand_under_the_headings_of_their_grid_columns() {
    let heads = |order: [usize; 3]| {
        let heads: Vec<_> = order.iter().zip(1..).map(|(at, grid)| (Some(ISSUED[*at]), Some(grid))).collect();
        names(&heads, &ISSUED)
    };
    let slots = bordered(&["label", "1", "2", "3"])[1..].to_vec();
    for (order, expected) in [([0, 1, 2], [1, 2, 3]), ([1, 0, 2], [2, 1, 3]), ([2, 0, 1], [2, 3, 1])] {
        let mut row = row(slots.clone(), 3, 0);
        row.arrange(&heads(order), ALIGNED);
        assert_eq!((counts(&row), row.heading), (expected.map(Some).to_vec(), Heading::Own), "{order:?}");
    }
    // An empty cell is empty, where its heading shows which.
    let mut with_gap = row(bordered(&["label", "", "2", ""])[1..].to_vec(), 3, 0);
    with_gap.arrange(&heads([0, 1, 2]), ALIGNED);
    assert_eq!(counts(&with_gap), [None, Some(2), None]);
    // Not where rows are filled up at their ends.
    let mut filled_up = row(bordered(&["label", "1", "2", ""])[1..].to_vec(), 3, 0);
    filled_up.arrange(&heads([0, 1, 2]), Source { padding: Padding::Behind, ..ALIGNED });
    assert_eq!((filled_up.arrangement, filled_up.heading), (Arrangement::Open, Heading::Edge));
}

#[test]
fn a_foreign_heading_keeps_its_own_number() {
    let heads =
        [(Some(ISSUED[0]), Some(1)), (None, Some(2)), (Some(ISSUED[1]), Some(3)), (Some(ISSUED[2]), Some(4))];
    let mut with_foreign = row(bordered(&["label", "1", "9", "2", "3"])[1..].to_vec(), 3, 0);
    with_foreign.arrange(&names(&heads, &ISSUED), ALIGNED);
    assert_eq!(counts(&with_foreign), [Some(1), Some(2), Some(3)]);
    // Without borders as well, where there are as many contents as headings.
    let mut flow = row(flowing(&["1", "9", "2", "3"]), 3, 0);
    flow.arrange(&names(&heads, &ISSUED), FREE);
    assert_eq!(counts(&flow), [Some(1), Some(2), Some(3)]);
    let mut short = row(flowing(&["1", "2", "3"]), 3, 0);
    short.arrange(&names(&heads, &ISSUED), FREE);
    assert_eq!((short.arrangement, short.heading), (Arrangement::Unclear, Heading::Foreign));
    // A heading in the place of the form's takes the column's number away.
    let instead = [(Some(ISSUED[0]), Some(1)), (None, Some(2)), (Some(ISSUED[2]), Some(3))];
    let mut replaced = row(bordered(&["label", "1", "9", "3"])[1..].to_vec(), 3, 0);
    replaced.arrange(&names(&instead, &ISSUED), ALIGNED);
    assert_eq!((counts(&replaced), replaced.foreign), (vec![Some(1), None, Some(3)], 0b010));
}

#[test]
fn headings_that_are_all_foreign_leave_nothing() {
    let heads = [(None, Some(1)), (None, Some(2)), (None, Some(3))];
    let mut of_years = row(bordered(&["label", "1", "2", "3"])[1..].to_vec(), 3, 0);
    of_years.arrange(&names(&heads, &ISSUED), ALIGNED);
    assert_eq!((of_years.arrangement, of_years.heading), (Arrangement::Unclear, Heading::Foreign));
}

#[test]
fn a_full_row_without_borders_needs_its_sum_or_full_neighbours() {
    let full = |texts: &[&str]| {
        let mut one = row(flowing(texts), 3, 3);
        // Each content on a line of its own.
        one.slots.to_mut().iter_mut().zip(0..).for_each(|(slot, block)| slot.block = block);
        one.tie = Tie::Between;
        one.arrange(&Names::none(), FREE);
        one
    };
    let proved = |rows: &[&[&str]]| {
        let mut rows: Vec<Row<'_>> = rows.iter().map(|texts| full(texts)).collect();
        doubt_unproved(&mut rows);
        rows.iter().map(|row| matches!(row.arrangement, Arrangement::Placed { .. })).collect::<Vec<_>>()
    };
    assert_eq!(proved(&[&["1", "2", "3"]]), [true]);
    assert_eq!(proved(&[&["1", "2", "3"], &["1", "2", "4"], &["1", "0", "1"]]), [true; 3]);
    assert_eq!(proved(&[&["1", "2"], &["1", "2", "4"], &["1", "0", "1"]]), [false, false, true]);
    // A dash for the total contradicts what is added up.
    assert_eq!(proved(&[&["1", "2", "-"], &["1", "0", "1"]]), [false, true]);
    assert_eq!(proved(&[&["0", "0", "-"], &["1", "0", "1"]]), [true, true]);
}

#[test]
fn figures_that_may_be_several_numbers_make_a_row_unclear() {
    let unclear = |slots: Vec<Slot>| arranged(slots, 3) == Arrangement::Unclear;
    assert!(unclear(flowing(&["00", "1", "2"])));
    // One figure is one number.
    assert!(!unclear(flowing(&["5", "1", "2"])));
    let in_lines = |texts: &[&str], second: u32| {
        let mut slots = glued(texts);
        slots[1].block = second;
        slots
    };
    // Figures that touch the label, beside those of another line.
    assert!(unclear(in_lines(&["12", "1", "2"], 1)));
    assert!(!unclear(in_lines(&["12", "1", "2"], 0)));
    assert!(unclear(in_lines(&["5", "1", "2"], 1)));
}

#[test]
fn only_whole_numbers_without_a_unit_are_counts() {
    for (text, expected) in [
        ("3", Some(3)),
        ("3.00", Some(3)),
        ("3次", Some(3)),
        ("2.5", None),
        ("-3", None),
        ("3元", None),
        ("99999999999999999999", None),
    ] {
        assert_eq!(slot(text).number().and_then(count), expected, "{text}");
    }
}

#[test]
fn a_run_of_figures_is_several_numbers_only_where_something_shows_it() {
    let fifteen = "123456789012345";
    for (row, width, expected) in [
        (glued(&["302"]), 3, Some("302")),
        (glued(&["12"]), 3, Some("12")),
        (glued(&["", "302"]), 3, None),
        (flowing(&["0014"]), 3, Some("0014")),
        (flowing(&["302"]), 3, None),
        // A figure for each of fifteen columns.
        (flowing(&[fifteen]), 15, Some(fifteen)),
        (flowing(&[&fifteen[1..]]), 14, None),
        (flowing(&[&fifteen[1..]]), 15, None),
        // One figure, or a number beside it.
        (glued(&["5"]), 3, None),
        (glued(&["302", "1"]), 3, None),
        (flowing(&["-"]), 3, None),
        (flowing(&[&"0".repeat(25)]), 15, None),
    ] {
        let run = run_together(&row, width).map(|run| run.figures);
        assert_eq!(run.as_deref(), expected, "{row:?}");
    }
}

#[test]
fn zeros_part_a_run_only_where_they_leave_one_way_even_with_cells_empty() {
    let parted = |figures: &str, width| {
        run_together(&glued(&[figures]), width).and_then(|run| run.only_parting(width))
    };
    assert_eq!(parted("000", 3), Some(vec![1, 1, 1]));
    assert_eq!(parted("0011", 3), Some(vec![1, 1, 2]));
    // One of four cells may be empty, and of three figures other than 0 nothing is shown.
    assert_eq!(parted("000", 4), None);
    assert_eq!(parted("258", 3), None);
    assert_eq!(parted("2581211", 7), None);
}

#[test]
fn figures_are_parted_in_every_way_that_adds_up() {
    let partings = |figures: &str, width, group| {
        run_together(&glued(&[figures]), width).map(|run| run.partings(width, group, 0)).unwrap_or_default()
    };
    assert_eq!(partings("123", 2, 0), [[1, 23], [12, 3]]);
    assert_eq!(partings("103", 2, 0), [[10, 3]]);
    assert!(partings("12", 3, 0).is_empty());
    assert_eq!(partings("123459", 6, 3), [[1, 2, 3, 4, 5, 9]]);
    assert_eq!(partings("12012", 3, 3), [[12, 0, 12]]);
    assert_eq!(partings("12122", 3, 3), [[1, 21, 22]]);
    assert_eq!(partings("12113", 3, 3), [[12, 1, 13]]);
    assert!(partings("124", 3, 3).is_empty());
    // One of two totals may be the author's slip.
    let run = run_together(&glued(&["112113"]), 6).expect("figures run together");
    assert_eq!(run.partings(6, 3, 0), Vec::<Vec<i64>>::new());
    assert_eq!(run.partings(6, 3, 1), [[1, 1, 2, 1, 1, 3]]);
}
