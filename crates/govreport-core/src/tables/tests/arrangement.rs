//! How the contents of a row fill its columns.

use super::{bordered, flowing, glued, slot};
use crate::tables::columns::{
    Arrangement, adds_up, arrangement, bounds, by_borders, by_order, count, join_inner_spaces, run_together,
    shape,
};
use crate::tables::settle::{Candidate, Place};
use crate::tables::tokens::{Content, Slot};

/// A row with borders whose cells hold several contents.
fn cells(cells: &[&[&str]]) -> Vec<Slot> {
    let of_cell = |(texts, column): (&&[&str], u32)| {
        texts.iter().map(move |text| Slot { column, ..slot(text) }).collect::<Vec<_>>()
    };
    cells.iter().zip(0..).flat_map(of_cell).collect()
}

/// The counts in a row; nothing for words.
fn counts(slots: &[Slot]) -> Vec<Option<i64>> {
    slots.iter().map(|slot| slot.number().and_then(count)).collect()
}

fn joined(slots: &[Slot], width: usize, has_total: bool) -> Option<Vec<Option<i64>>> {
    join_inner_spaces(slots, width, has_total).map(|slots| counts(&slots))
}

/// The numbers that each arrangement gives the cells; nothing for one that was lost.
fn numbers(candidates: &[Candidate]) -> Vec<Vec<Option<i64>>> {
    candidates
        .iter()
        .map(|candidate| candidate.bounds.iter().map(|bounds| bounds.value()).collect())
        .collect()
}

#[test]
fn groups_of_three_in_one_cell_are_one_number() {
    assert_eq!(
        joined(&cells(&[&["12", "377"], &["3"], &["4"]]), 3, false),
        Some(vec![Some(12_377), Some(3), Some(4)])
    );
    assert_eq!(
        joined(&cells(&[&["1", "234", "567"], &["3"]]), 2, false),
        Some(vec![Some(1_234_567), Some(3)])
    );
    // Of figures alone, and as many as are printed.
    let whole = join_inner_spaces(&cells(&[&["12", "377"], &["3"]]), 2, false).unwrap_or_default();
    assert_eq!(whole[0].number().map(|printed| printed.figures), Some(5));
    for parts in [["1,302", "577"], ["12", "word"], ["12", "37"], ["12", "3775"]] {
        assert_eq!(
            joined(&cells(&[&parts, &["3"], &["4"]]), 3, false),
            Some(vec![None, Some(3), Some(4)]),
            "{parts:?}"
        );
    }
}

#[test]
fn other_groups_are_one_number_only_where_the_total_says_so() {
    let row = cells(&[&["1", "5"], &["2"], &["17"]]);
    assert_eq!(joined(&row, 3, true), Some(vec![Some(15), Some(2), Some(17)]));
    assert_eq!(joined(&row, 3, false), Some(vec![None, Some(2), Some(17)]));
    assert_eq!(joined(&cells(&[&["1", "5"], &["2"], &["18"]]), 3, true), Some(vec![None, Some(2), Some(18)]));
    // What has a sign is no group of figures.
    for parts in [["+1", "5"], ["1", "+5"]] {
        assert_eq!(
            joined(&cells(&[&parts, &["2"], &["17"]]), 3, true),
            Some(vec![None, Some(2), Some(17)]),
            "{parts:?}"
        );
    }
}

#[test]
fn contents_are_joined_only_within_one_cell_of_a_full_row() {
    // A cell for every column is needed.
    assert_eq!(joined(&cells(&[&["1", "234"], &["3"]]), 3, false), None);
    // Nothing shares a cell.
    assert_eq!(joined(&bordered(&["1", "234", "3"]), 3, false), None);
    assert_eq!(joined(&bordered(&["1"]), 3, false), None);
    let pair = |change: fn(&mut Slot)| {
        let mut slots = cells(&[&["1", "234"]]);
        change(&mut slots[1]);
        joined(&slots, 1, false)
    };
    assert_eq!(pair(|_| {}), Some(vec![Some(1234)]));
    // Without borders, in another column, in another line.
    assert_eq!(pair(|slot| slot.bordered = false), None);
    assert_eq!(pair(|slot| slot.column = 1), None);
    assert_eq!(pair(|slot| slot.block = 1), None);
}

#[test]
fn a_total_is_the_sum_of_all_others() {
    for (row, width, expected) in [
        (&["1", "2", "3"][..], 3, true),
        (&["", "1", "2", "3"], 3, true),
        (&["1", "2", "4"], 3, false),
        (&["1", "2", "-"], 3, false),
        (&["0", "0"], 3, false),
        (&["9223372036854775807", "1", "0"], 3, false),
    ] {
        assert_eq!(adds_up(&bordered(row), width), expected, "{row:?}");
    }
}

#[test]
fn one_content_stands_for_all_columns_only_if_it_is_no_number() {
    assert!(matches!(arrangement(&flowing(&["-"]), 3), Arrangement::Spanning));
    assert!(matches!(arrangement(&bordered(&["word"]), 3), Arrangement::Spanning));
    assert!(matches!(arrangement(&flowing(&["word"]), 3), Arrangement::Open));
    assert!(matches!(arrangement(&bordered(&["7"]), 3), Arrangement::Open));
    // Of one column it is the content.
    assert!(matches!(arrangement(&flowing(&["-"]), 1), Arrangement::Complete { first: 0 }));
}

#[test]
fn a_row_is_complete_if_its_columns_follow_each_other() {
    assert!(matches!(
        arrangement(&bordered(&["", "1", "2", "3", ""]), 3),
        Arrangement::Complete { first: 1 }
    ));
    assert!(matches!(arrangement(&bordered(&["1", "", "2", "3"]), 3), Arrangement::Open));
    assert!(matches!(arrangement(&flowing(&["1", "", "3"]), 3), Arrangement::Open));
    assert!(matches!(arrangement(&bordered(&["", "", ""]), 3), Arrangement::Empty));
}

#[test]
fn the_columns_can_be_wherever_all_contents_are_in_them() {
    for (row, width, expected) in [
        (&["1", "", "3"][..], 3, Some(0..=0)),
        (&["", "1", "2", ""], 3, Some(0..=1)),
        (&["", "", "1", "2"], 3, Some(1..=1)),
        (&["", "", "1"], 2, Some(1..=1)),
        (&["1", "", "", ""], 3, Some(0..=0)),
        // They reach over more columns than there are, or there are fewer cells than columns.
        (&["1", "", "", "2"], 3, None),
        (&["1", "2"], 3, None),
    ] {
        match (arrangement(&bordered(row), width), expected) {
            (Arrangement::Bordered { windows }, Some(expected)) => assert_eq!(windows, expected, "{row:?}"),
            (Arrangement::Open, None) => {}
            (other, _) => panic!("{row:?}: {other:?}"),
        }
    }
}

#[test]
fn far_more_contents_than_columns_are_no_row() {
    for (contents, unclear) in [(5, false), (6, true), (7, true)] {
        let row = flowing(&vec!["4"; contents]);
        assert_eq!(matches!(arrangement(&row, 2), Arrangement::Unclear), unclear, "{contents}");
        assert_eq!(by_order(&row, 2, None).is_empty(), unclear, "{contents}");
    }
    // Twelve columns of which any six kept their content: too many ways.
    assert!(by_order(&flowing(&["4"; 6]), 12, None).is_empty());
    assert_eq!(by_order(&flowing(&["4"; 10]), 12, None).len(), 66);
    assert_eq!(by_order(&flowing(&["4"; 6]), 10, None).len(), 210);
    assert!(by_order(&bordered(&["", ""]), 2, None).is_empty());
}

#[test]
fn figures_that_may_be_several_numbers_make_a_row_unclear() {
    let unclear = |slots: &[Slot]| matches!(arrangement(slots, 3), Arrangement::Unclear);
    assert!(unclear(&flowing(&["00", "1", "2"])));
    // A sign shows that it is one number; one figure is one.
    assert!(!unclear(&flowing(&["+05", "1", "2"])));
    let in_lines = |texts: &[&str], second: u32| {
        let mut slots = glued(texts);
        slots[1].block = second;
        slots
    };
    // Figures that touch the label, beside those of another line.
    assert!(unclear(&in_lines(&["12", "1", "2"], 1)));
    assert!(!unclear(&in_lines(&["12", "1", "2"], 0)));
    assert!(!unclear(&in_lines(&["5", "1", "2"], 1)));
    // An empty cell of another line is none of its numbers.
    assert!(!unclear(&in_lines(&["12", "", "2"], 1)));
    assert!(!unclear(&flowing(&["12", "1", "2"])));
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
        assert_eq!(bounds(&slot(text)).value(), expected, "{text}");
    }
}

#[test]
fn empty_cells_at_the_end_are_no_part_of_the_shape() {
    assert_eq!(shape(&bordered(&["", "1", "", "2", "", ""])), [false, true, false, true]);
    assert_eq!(shape(&bordered(&["", ""])), [false; 0]);
}

#[test]
fn every_window_is_an_arrangement() {
    let row = bordered(&["", "1", "2", ""]);
    let candidates = by_borders(&row, 3, &[0, 1]);
    assert_eq!(numbers(&candidates), [[None, Some(1), Some(2)], [Some(1), Some(2), None]]);
    assert_eq!(candidates[1].places, [Place::Slot(1), Place::Slot(2), Place::Slot(3)]);
}

#[test]
fn contents_keep_their_order_whatever_was_lost_or_added() {
    let lost = by_order(&bordered(&["4", "", "5"]), 3, Some(3));
    assert_eq!(
        numbers(&lost),
        [[Some(4), Some(5), None], [Some(4), None, Some(5)], [None, Some(4), Some(5)]]
    );
    assert_eq!(lost[1].places, [Place::Slot(0), Place::Lost, Place::Slot(2)]);
    let added = by_order(&flowing(&["4", "5", "6"]), 2, None);
    assert_eq!(numbers(&added), [[Some(4), Some(5)], [Some(4), Some(6)], [Some(5), Some(6)]]);
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
        (flowing(&[&"0".repeat(24)]), 15, Some("000000000000000000000000")),
        (flowing(&[&"0".repeat(25)]), 15, None),
    ] {
        assert_eq!(run_together(&row, width).as_deref(), expected, "{row:?}");
    }
    let mut beside_blank = glued(&["302", ""]);
    beside_blank.rotate_left(1);
    assert_eq!(run_together(&beside_blank, 3).as_deref(), Some("302"));
}

#[test]
fn figures_are_parted_in_every_way_that_adds_up() {
    let partings = |figures, width, group| numbers(&by_order(&glued(&[figures]), width, group));
    let some = |numbers: &[i64]| numbers.iter().copied().map(Some).collect::<Vec<_>>();
    assert_eq!(partings("123", 2, None), [some(&[1, 23]), some(&[12, 3])]);
    assert_eq!(partings("103", 2, None), [some(&[10, 3])]);
    assert_eq!(partings("12", 3, None), Vec::<Vec<Option<i64>>>::new());
    // 1 + 2 = 3, 4 + 5 = 9; and 12 + 0 = 12.
    assert_eq!(partings("123459", 6, Some(3)), [some(&[1, 2, 3, 4, 5, 9])]);
    assert_eq!(partings("12012", 3, Some(3)), [some(&[12, 0, 12])]);
    assert_eq!(partings("9110", 3, Some(3)), [some(&[9, 1, 10])]);
    // 1 + 21 = 22 and 12 + 1 = 13 are two readings of different figures.
    assert_eq!(partings("12122", 3, Some(3)), [some(&[1, 21, 22])]);
    assert_eq!(partings("12113", 3, Some(3)), [some(&[12, 1, 13])]);
    assert!(partings("124", 3, Some(3)).is_empty());
    assert!(by_order(&glued(&["12"]), 2, None).iter().all(|part| part.places == [Place::Part(0); 2]));
    assert!(matches!(slot("-").content, Content::NotApplicable));
}
