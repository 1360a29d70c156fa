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
