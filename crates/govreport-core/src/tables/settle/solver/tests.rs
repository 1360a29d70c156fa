use super::*;

fn known(values: &[i64]) -> Vec<Bounds> {
    values.iter().map(|value| Bounds::of(*value)).collect()
}

/// All ways to put `values` in order into `width` cells.
fn line(first: usize, width: usize, values: &[i64]) -> Line {
    let mut candidates = Vec::new();
    for mask in 0..1_u32 << width {
        if mask.count_ones() as usize != values.len() {
            continue;
        }
        let mut next = 0;
        let (mut places, mut bounds) = (Vec::new(), Vec::new());
        for cell in 0..width {
            if mask & 1 << cell != 0 {
                places.push(Place::Slot(next));
                bounds.push(Bounds::of(values[next]));
                next += 1;
            } else {
                places.push(Place::Lost);
                bounds.push(Bounds::COUNT);
            }
        }
        candidates.push(Candidate { places, bounds });
    }
    Line { first, candidates }
}

/// a + b = c in every line of three, and the first two lines add up to the third.
fn sums(lines: usize) -> Vec<Sum> {
    let mut sums: Vec<Sum> = (0..lines)
        .map(|line| Sum { left: vec![line * 3, line * 3 + 1], right: vec![line * 3 + 2] })
        .collect();
    if lines == 3 {
        sums.extend((0..3).map(|column| Sum { left: vec![column, column + 3], right: vec![column + 6] }));
    }
    sums
}

#[test]
fn one_row_alone_leaves_two_readings() {
    let puzzle = Puzzle { cells: vec![Bounds::COUNT; 3], lines: vec![line(0, 3, &[4, 4])], sums: sums(1) };
    let outcome = solve(puzzle);
    // 4 0 4, 0 4 4 and 4 4 8.
    assert_eq!(outcome.solutions.len(), 3);
    assert_eq!(outcome.value(0), None);
}

#[test]
fn columns_decide_between_readings_of_a_row() {
    let mut cells = vec![Bounds::COUNT; 3];
    cells.extend(known(&[1, 0, 1, 5, 0, 5]));
    let puzzle = Puzzle { cells, lines: vec![line(0, 3, &[4, 4])], sums: sums(3) };
    let outcome = solve(puzzle);
    assert_eq!((outcome.value(0), outcome.value(1), outcome.value(2)), (Some(4), Some(0), Some(4)));
}

#[test]
fn zeros_are_zeros_wherever_one_was_lost() {
    let puzzle = Puzzle { cells: vec![Bounds::COUNT; 3], lines: vec![line(0, 3, &[0, 0])], sums: sums(1) };
    let outcome = solve(puzzle);
    assert_eq!(outcome.solutions.len(), 1);
    assert_eq!(outcome.value(2), Some(0));
}

#[test]
fn what_contradicts_itself_has_no_solution() {
    let mut cells = vec![Bounds::COUNT; 3];
    cells.extend(known(&[1, 0, 1, 9, 9, 9]));
    let puzzle = Puzzle { cells, lines: vec![line(0, 3, &[4, 4])], sums: sums(3) };
    let outcome = solve(puzzle);
    assert!(outcome.complete && outcome.solutions.is_empty());
    assert_eq!(outcome.value(0), None);
}

#[test]
fn sums_of_known_cells_are_left_out() {
    let mut cells = vec![Bounds::COUNT; 3];
    cells.extend(known(&[7, 7, 7]));
    let mut puzzle = Puzzle { cells, lines: vec![line(0, 3, &[0, 0])], sums: sums(2) };
    puzzle.keep_sums_of_lines();
    assert_eq!(puzzle.sums.len(), 1);
    assert_eq!(solve(puzzle).value(0), Some(0));
}

/// The smallest and the largest value of each cell, once one sum has narrowed them: the first two are the third.
fn narrowed(cells: [(i64, i64); 3]) -> Option<Vec<(i64, i64)>> {
    let mut bounds: Vec<Bounds> = cells.iter().map(|(low, high)| Bounds { low: *low, high: *high }).collect();
    super::bounds::propagate(&mut bounds, &sums(1))?;
    Some(bounds.iter().map(|bounds| (bounds.low, bounds.high)).collect())
}

#[test]
fn a_sum_narrows_its_total_and_its_terms() {
    let any = (Bounds::COUNT.low, Bounds::COUNT.high);
    for (cells, expected) in [
        ([(2, 5), (1, 3), any], Some([(2, 5), (1, 3), (3, 8)])),
        ([(2, 5), (1, 3), (4, 4)], Some([(2, 3), (1, 2), (4, 4)])),
        ([(2, 5), (1, 3), (7, 9)], Some([(4, 5), (2, 3), (7, 8)])),
        ([any, (5, 5), (7, 7)], Some([(2, 2), (5, 5), (7, 7)])),
        ([any, any, (7, 7)], Some([(0, 7), (0, 7), (7, 7)])),
        ([(4, 6), any, (7, 7)], Some([(4, 6), (1, 3), (7, 7)])),
        ([(3, 3), (4, 4), (7, 7)], Some([(3, 3), (4, 4), (7, 7)])),
        // More, or less, than the terms can be.
        ([(2, 5), (1, 3), (9, 12)], None),
        ([(2, 5), (1, 3), (0, 2)], None),
        ([any, (8, 8), (7, 7)], None),
    ] {
        assert_eq!(narrowed(cells), expected.map(Vec::from), "{cells:?}");
    }
    // Where a term may be anything, nothing is said of the total.
    let open = narrowed([any, (5, 5), any]).unwrap_or_default();
    assert_eq!((open[0].0, open[1], open[2].0), (0, (5, 5), 0));
}

#[test]
fn a_number_beyond_all_reason_counts_as_unknown() {
    for value in [0, 7, 1 << 40] {
        assert_eq!(Bounds::of(value).value(), Some(value));
    }
    for value in [-1, i64::MAX, Bounds::COUNT.high] {
        assert_eq!(Bounds::of(value), Bounds::COUNT);
    }
    assert_eq!(Bounds::COUNT.value(), None);
}

#[test]
fn more_solutions_than_are_told_apart_tell_nothing() {
    let solve = |values| {
        let one = |value| Candidate { places: vec![Place::Slot(0)], bounds: vec![Bounds::of(value)] };
        let line = Line { first: 0, candidates: (0..values).map(one).collect() };
        solve(Puzzle { cells: vec![Bounds::COUNT], lines: vec![line], sums: Vec::new() })
    };
    let outcome = solve(64);
    assert!(outcome.complete);
    assert_eq!(outcome.solutions.len(), 64);
    let outcome = solve(65);
    assert!(!outcome.complete);
    assert_eq!(outcome.value(0), None);
    // Even where those that were found agree.
    let agreeing = Outcome { complete: false, ..solve(1) };
    assert_eq!((solve(1).value(0), agreeing.value(0)), (Some(0), None));
}

#[test]
fn a_cell_is_told_only_if_all_solutions_agree() {
    // 4 0 4 and 0 4 4, and 3 0 3 and 0 3 3; their columns are 4 3 7 and 4 3 7.
    let mut cells = vec![Bounds::COUNT; 6];
    cells.extend(known(&[4, 3, 7]));
    let lines = vec![line(0, 3, &[4, 4]), line(3, 3, &[3, 3])];
    let outcome = solve(Puzzle { cells, lines, sums: sums(3) });
    assert_eq!(outcome.solutions.len(), 1);
    assert_eq!((0..6).map(|cell| outcome.value(cell)).collect::<Vec<_>>(), [4, 0, 4, 0, 3, 3].map(Some));
    // Columns that are the same either way leave two, which agree in the totals alone.
    let mut cells = vec![Bounds::COUNT; 6];
    cells.extend(known(&[3, 3, 6]));
    let lines = vec![line(0, 3, &[3, 3]), line(3, 3, &[3, 3])];
    let outcome = solve(Puzzle { cells, lines, sums: sums(3) });
    assert_eq!(outcome.solutions.len(), 2);
    assert_eq!((outcome.value(0), outcome.value(2), outcome.value(5)), (None, Some(3), Some(3)));
}

#[test]
fn a_line_keeps_what_its_own_sums_allow() {
    let numbers = |line: &Line| -> Vec<Vec<Option<i64>>> {
        line.candidates.iter().map(|one| one.bounds.iter().map(|bounds| bounds.value()).collect()).collect()
    };
    for first in [0, 3] {
        let candidates = line(first, 3, &[4, 5]).candidates;
        let kept = Line::new(first, candidates, &sums(2));
        assert_eq!(numbers(&kept), [[4, 5, 9], [4, 1, 5], [1, 4, 5]].map(|row| row.map(Some)).map(Vec::from));
        assert_eq!(kept.first, first);
    }
    // A sum over other cells, or over more than its own, says nothing about one line.
    let candidates = line(0, 3, &[4, 5]).candidates;
    assert_eq!(Line::new(0, candidates.clone(), &[]).candidates, candidates);
    let columns = &sums(3)[3..];
    assert_eq!(Line::new(0, candidates.clone(), columns).candidates, candidates);
    let with_next = [Sum { left: vec![0, 1], right: vec![3] }];
    assert_eq!(Line::new(0, candidates.clone(), &with_next).candidates, candidates);
    // Two arrangements of the same numbers are one.
    let zeros = Line::new(0, line(0, 3, &[0, 0]).candidates, &sums(1));
    assert_eq!(numbers(&zeros), [[Some(0); 3]]);
}

#[test]
fn sums_are_gone_through_until_nothing_changes() {
    // a + b = c, and d + e = a: only what the second says of a tells b.
    let sums = [Sum { left: vec![0, 1], right: vec![2] }, Sum { left: vec![3, 4], right: vec![0] }];
    let mut cells = vec![Bounds::COUNT; 2];
    cells.extend(known(&[7, 1, 2]));
    super::bounds::propagate(&mut cells, &sums);
    assert_eq!(cells, known(&[3, 4, 7, 1, 2]));
    // The same with the sides exchanged.
    let sums = sums.map(|Sum { left, right }| Sum { left: right, right: left });
    let mut cells = vec![Bounds::COUNT; 2];
    cells.extend(known(&[7, 1, 2]));
    super::bounds::propagate(&mut cells, &sums);
    assert_eq!(cells, known(&[3, 4, 7, 1, 2]));
}
