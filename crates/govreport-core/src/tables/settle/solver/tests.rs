use super::bounds::Cells;
use super::search::{Outcome, Reduced};
use super::sum::Sums;
use super::*;

/// The arrangements that satisfy all sums of a puzzle but the one of this index.
fn solve(puzzle: &Puzzle<'_>, left_out: Option<usize>) -> Outcome {
    Reduced::of(puzzle).solve(left_out)
}

/// Narrows the bounds of cells along the sums; `None` where a sum cannot hold.
fn propagate(bounds: &mut [Bounds], sums: &[Sum]) -> Option<()> {
    let sums = Sums::new(sums.to_vec(), bounds.len());
    let mut cells = Cells::new(bounds.len(), sums.every());
    for (cell, bounds) in bounds.iter().enumerate() {
        cells.meet(cell, *bounds, &sums)?;
    }
    cells.propagate(&sums, sums.every())?;
    bounds.copy_from_slice(cells.of(0..bounds.len()));
    Some(())
}

fn known(values: &[i64]) -> Vec<Option<i64>> {
    values.iter().copied().map(Some).collect()
}

/// All ways to put `values` in order into `width` cells.
fn line(first: usize, width: usize, values: &[i64]) -> Line<'static> {
    let mut candidates = Vec::new();
    for mask in 0..1_u32 << width {
        if mask.count_ones() as usize != values.len() {
            continue;
        }
        let mut next = 0;
        let (mut places, mut bounds) = (Vec::new(), Vec::new());
        for cell in 0..width {
            if mask & 1 << cell != 0 {
                places.push(Place::Number(next));
                bounds.push(Bounds::of(values[next]));
                next += 1;
            } else {
                places.push(Place::Lost);
                bounds.push(Bounds::COUNT);
            }
        }
        candidates.push(Candidate { places: places.into(), bounds });
    }
    Line { first, candidates: candidates.into() }
}

/// a + b = c in every line of three, and the first two lines add up to the third.
fn sums(lines: usize) -> Vec<Sum> {
    let sum = |left: Vec<usize>, right: Vec<usize>| Sum { left, right, ..Sum::default() };
    let mut sums: Vec<Sum> =
        (0..lines).map(|line| sum(vec![line * 3, line * 3 + 1], vec![line * 3 + 2])).collect();
    if lines == 3 {
        sums.extend((0..3).map(|column| sum(vec![column, column + 3], vec![column + 6])));
    }
    sums
}

/// The puzzle of these lines in a table of which the cells behind the first `open` are known.
fn puzzle<'w>(lines: Vec<Line<'w>>, open: usize, cells: &[i64], sums: &[Sum]) -> Puzzle<'w> {
    let table: Vec<Option<i64>> = [vec![None; open], known(cells)].concat();
    Puzzle::new(lines, &table, &Sums::new(sums.to_vec(), table.len()))
}

/// The numbers of each solution.
fn solutions(outcome: &Outcome) -> Vec<Vec<Option<i64>>> {
    let numbers =
        |candidate: &Candidate| candidate.bounds.iter().map(|bounds| bounds.value()).collect::<Vec<_>>();
    outcome.solutions.iter().map(|solution| solution.choice.iter().flat_map(numbers).collect()).collect()
}

/// What is left of each cell of the first line.
fn left(robust: &Robust, width: usize) -> Vec<Option<i64>> {
    let value = |offset| match robust.cell(0, offset) {
        Cell::Number(value, _) => Some(value),
        Cell::Mark(_) | Cell::Empty(_) | Cell::Several => None,
    };
    (0..width).map(value).collect()
}

#[test]
fn one_row_alone_leaves_several_readings() {
    // 4 0 4, 0 4 4 and 4 4 8.
    assert_eq!(solutions(&solve(&puzzle(vec![line(0, 3, &[4, 4])], 3, &[], &sums(1)), None)).len(), 3);
}

#[test]
fn columns_decide_between_readings_of_a_row() {
    let one = puzzle(vec![line(0, 3, &[4, 4])], 3, &[1, 0, 1, 5, 0, 5], &sums(3));
    assert_eq!(solutions(&solve(&one, None)), [known(&[4, 0, 4])]);
    // Also with any one sum left out: of any other reading two would fail.
    assert_eq!(left(&Robust::solve(&[one]), 3), known(&[4, 0, 4]));
}

#[test]
fn a_sum_that_found_a_lost_number_confirms_nothing() {
    // Nothing but the row's own sum: whatever was lost, it adds up.
    let one = puzzle(vec![line(0, 3, &[0, 0])], 3, &[], &sums(1));
    assert_eq!(solutions(&solve(&one, None)), [known(&[0, 0, 0])]);
    assert_eq!(left(&Robust::solve(&[one]), 3), [None; 3]);
    // The last column is not known: without the first, or the second, another number could be lost.
    let table: Vec<Option<i64>> = [vec![None; 3], known(&[1, 0, 1, 5, 0]), vec![None]].concat();
    let two = Puzzle::new(vec![line(0, 3, &[4, 4])], &table, &Sums::new(sums(3), table.len()));
    assert_eq!(solutions(&solve(&two, None)), [known(&[4, 0, 4])]);
    assert_eq!(left(&Robust::solve(&[two]), 3), [Some(4), None, None]);
}

#[test]
fn what_contradicts_itself_has_no_solution() {
    let one = puzzle(vec![line(0, 3, &[4, 4])], 3, &[1, 0, 1, 9, 9, 9], &sums(3));
    let outcome = solve(&one, None);
    assert!(outcome.complete && outcome.solutions.is_empty());
    assert!(Robust::solve(&[one]).is_contradiction());
}

#[test]
fn sums_that_say_nothing_of_the_lines_are_left_out() {
    // One of known cells alone, and one with a cell that nobody knows.
    let table: Vec<Option<i64>> = [vec![None; 3], known(&[7, 7, 7]), vec![None; 3]].concat();
    let sums = Sums::new(sums(3), table.len());
    assert_eq!(Puzzle::new(vec![line(0, 3, &[0, 0])], &table, &sums).sums.all().len(), 1);
}

#[test]
fn the_place_of_a_dash_must_be_as_unique_as_that_of_a_number() {
    // 4 – 4 of four cells: the dash stands in the second or the third.
    let mark = |place| {
        let places = [Place::Number(0), Place::Lost, Place::Lost, Place::Number(2)];
        let mut places = places.to_vec();
        places[place] = Place::Mark(1);
        let bounds = places.iter().map(|place| match place {
            Place::Number(_) => Bounds::of(4),
            _ => Bounds::COUNT,
        });
        Candidate { bounds: bounds.collect(), places: places.into() }
    };
    let sums = [Sum { left: vec![0, 1, 2], right: vec![3], ..Sum::default() }];
    let one = puzzle(vec![Line { first: 0, candidates: vec![mark(1), mark(2)].into() }], 4, &[], &sums);
    let robust = Robust::solve(&[one]);
    assert_eq!((robust.cell(0, 1), robust.cell(0, 2)), (Cell::Several, Cell::Several));
}

#[test]
fn shapes_of_damage_are_told_apart_only_where_they_say_different_things() {
    let [by_borders, otherwise] = [[4, 0, 4], [4, 0, 4]].map(|numbers| {
        let candidate = Candidate {
            places: (0..3).map(Place::Number).collect(),
            bounds: numbers.iter().copied().map(Bounds::of).collect(),
        };
        puzzle(vec![Line { first: 0, candidates: vec![candidate].into() }], 3, &[1, 0, 1, 5, 0, 5], &sums(3))
    });
    assert_eq!(left(&Robust::solve(&[by_borders, otherwise]), 3), known(&[4, 0, 4]));
}

/// The smallest and the largest value of each cell, once one sum has narrowed them: the first two are the third.
fn narrowed(cells: [(i64, i64); 3]) -> Option<Vec<(i64, i64)>> {
    let mut bounds: Vec<Bounds> = cells.iter().map(|(low, high)| Bounds { low: *low, high: *high }).collect();
    propagate(&mut bounds, &sums(1))?;
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
fn what_is_known_of_a_sum_counts() {
    let sum = Sum { left: vec![0], right: vec![1], left_known: 3, right_known: 5 };
    let mut cells = vec![Bounds::COUNT, Bounds::of(4)];
    propagate(&mut cells, &[sum]);
    assert_eq!(cells[0].value(), Some(6));
}

#[test]
fn more_solutions_than_are_told_apart_tell_nothing() {
    let one = |values| {
        let one =
            |value| Candidate { places: vec![Place::Number(0)].into(), bounds: vec![Bounds::of(value)] };
        puzzle(vec![Line { first: 0, candidates: (0..values).map(one).collect() }], 1, &[], &[])
    };
    let outcome = solve(&one(64), None);
    assert!(outcome.complete);
    assert_eq!(outcome.solutions.len(), 64);
    assert!(!solve(&one(65), None).complete);
    assert_eq!(left(&Robust::solve(&[one(65)]), 1), [None]);
}

#[test]
fn a_cell_is_told_only_if_all_solutions_agree() {
    // 4 0 4 and 0 4 4, and 3 0 3 and 0 3 3; their columns are 4 3 7.
    let lines = vec![line(0, 3, &[4, 4]), line(3, 3, &[3, 3])];
    let one = puzzle(lines, 6, &[4, 3, 7], &sums(3));
    assert_eq!(solutions(&solve(&one, None)), [known(&[4, 0, 4, 0, 3, 3])]);
    // Columns that are the same either way leave two, which agree in the totals alone.
    let lines = vec![line(0, 3, &[3, 3]), line(3, 3, &[3, 3])];
    assert_eq!(solutions(&solve(&puzzle(lines, 6, &[3, 3, 6], &sums(3)), None)).len(), 2);
}

#[test]
fn a_sum_that_took_nothing_away_can_be_left_out() {
    let (mut silent, mut spoken) = (0, 0);
    for code in 0..4_i64.pow(5) {
        let figures = [0, 1, 2, 3, 4].map(|at| code / 4_i64.pow(at) % 4);
        let (lost, second) = (figures[4], figures[2] + figures[3]);
        let lines = vec![line(0, 3, &figures[..2]), line(3, 3, &figures[2..4])];
        let one = puzzle(lines, 6, &[lost, second, second + lost], &sums(3));
        let whole = solve(&one, None);
        for sum in 0..one.sums.all().len() {
            if whole.spoke.meets(SumSet::one(sum)) {
                spoken += 1;
            } else {
                silent += 1;
                assert_eq!(solve(&one, Some(sum)), whole, "{code} without {sum}");
            }
        }
    }
    assert!(silent > 100 && spoken > 100, "{silent} {spoken}");
}

#[test]
fn sums_are_gone_through_until_nothing_changes() {
    // a + b = c, and d + e = a: only what the second says of a tells b.
    let sum = |left: &[usize], right: &[usize]| Sum {
        left: left.to_vec(),
        right: right.to_vec(),
        ..Sum::default()
    };
    let sums = [sum(&[0, 1], &[2]), sum(&[3, 4], &[0])];
    let exchanged = [sum(&[2], &[0, 1]), sum(&[0], &[3, 4])];
    for sums in [sums, exchanged] {
        let mut cells = vec![Bounds::COUNT; 2];
        cells.extend([7, 1, 2].map(Bounds::of));
        propagate(&mut cells, &sums);
        assert_eq!(cells, [3, 4, 7, 1, 2].map(Bounds::of));
    }
}

/// One arrangement of a line: for each cell where its number is, and the number, if it is printed.
fn candidate(cells: &[(Place, Option<i64>)]) -> Candidate {
    Candidate {
        places: cells.iter().map(|(place, _)| *place).collect(),
        bounds: cells.iter().map(|(_, number)| number.map_or(Bounds::COUNT, Bounds::of)).collect(),
    }
}

/// A line whose only cell has one of these numbers.
fn one_of(first: usize, values: impl Iterator<Item = i64>) -> Line<'static> {
    Line { first, candidates: values.map(|value| candidate(&[(Place::Number(0), Some(value))])).collect() }
}

/// A line of two cells: the first has the number 7, the second one of these.
fn beside_seven(values: impl Iterator<Item = i64>) -> Line<'static> {
    let both = |value| candidate(&[(Place::Number(0), Some(7)), (Place::Number(1), Some(value))]);
    Line { first: 0, candidates: values.map(both).collect() }
}

/// These arrangements of the only line, with no sum to ask.
fn of_readings(readings: Vec<Candidate>) -> Robust {
    Robust::solve(&[puzzle(vec![Line { first: 0, candidates: readings.into() }], 0, &[0; 4], &[])])
}

#[test]
fn sets_of_sums_are_sets() {
    let [one, two] = [1, 2].map(SumSet::one);
    let both = one.and(two);
    assert_eq!(both.each().collect::<Vec<_>>(), [1, 2]);
    assert_eq!(both.and(one), both);
    assert_eq!((both.within(one), both.without(one)), (one, two));
    assert!(both.meets(one) && !one.meets(two));
}

#[test]
fn arrangements_say_the_same_where_numbers_marks_and_losses_are_the_same() {
    let of = |places: [Place; 2]| candidate(&[(places[0], Some(4)), (places[1], None)]);
    let one = of([Place::Number(0), Place::Mark(1)]);
    assert!(one.says(&one));
    assert!(!one.says(&of([Place::Number(0), Place::Mark(2)])));
    // Beside a mark it matters whether a number was printed or lost.
    assert!(!one.says(&of([Place::Lost, Place::Mark(1)])));
    let other = candidate(&[(Place::Number(0), Some(5)), (Place::Mark(1), None)]);
    assert!(!one.says(&other));
    // Among numbers it does not: the number is the same.
    let numbers = |second| candidate(&[(Place::Number(0), Some(4)), (second, Some(4))]);
    assert!(numbers(Place::Number(1)).says(&numbers(Place::Lost)));
}

#[test]
fn a_search_that_is_cut_off_tells_nothing_of_a_cell_that_all_it_found_agree_on() {
    // The first cell is 7 in all that was looked at.
    assert_eq!(left(&Robust::solve(&[puzzle(vec![beside_seven(0..64)], 2, &[], &[])]), 2), [Some(7), None]);
    assert_eq!(left(&Robust::solve(&[puzzle(vec![beside_seven(0..65)], 2, &[], &[])]), 2), [None; 2]);
    // Nor where only the search without a sum is cut off.
    let is = [Sum { left: vec![1], right: vec![2], ..Sum::default() }];
    let beside = |values, known| puzzle(vec![beside_seven(0..values)], 2, &[known], &is);
    assert_eq!(left(&Robust::solve(&[beside(40, 5)]), 2), [Some(7), None]);
    assert_eq!(left(&Robust::solve(&[beside(70, 5)]), 2), [None; 2]);
    // What no reading satisfies is a contradiction, however many there would be without that sum.
    assert!(Robust::solve(&[beside(70, 500)]).is_contradiction());
}

#[test]
fn a_search_takes_so_many_steps_and_no_more() {
    // Of two lines with the numbers 0, 1, 2, … up to the same largest one, which is their sum.
    let steps = |first: i64, second: i64| {
        let largest = second - 1;
        let lines = vec![one_of(0, (0..first - 1).chain([largest])), one_of(1, 0..second)];
        let sum = Sum { left: vec![0, 1], right: vec![2], ..Sum::default() };
        solve(&puzzle(lines, 2, &[largest], &[sum]), None)
    };
    // 40 arrangements of the first, and for each of them 99 of the second: 4,000 steps.
    let whole = steps(40, 99);
    assert!(whole.complete);
    assert_eq!(whole.solutions.len(), 40);
    assert!(!steps(40, 100).complete);
}

#[test]
fn readings_that_come_to_say_the_same_are_one() {
    // Of 3 and a lost number, and of 2 and a lost number, whose columns are 5 and 5.
    let of = |first, number| {
        let printed = (Place::Number(0), Some(number));
        let lost = (Place::Lost, None);
        Line { first, candidates: vec![candidate(&[printed, lost]), candidate(&[lost, printed])].into() }
    };
    let column = |at| Sum { left: vec![at, at + 2], right: vec![at + 4], ..Sum::default() };
    let one = puzzle(vec![of(0, 3), of(2, 2)], 4, &[5, 5], &[column(0), column(1)]);
    let found = solutions(&solve(&one, None));
    let (mut told, all) = (found.clone(), found.len());
    told.sort();
    told.dedup();
    assert_eq!(told.len(), all, "{found:?}");
    assert!(found.contains(&known(&[3, 3, 2, 2])));
}

#[test]
fn a_lost_cell_and_those_with_the_same_number_up_to_it_may_be_lost() {
    let number = |at, value| (Place::Number(at), Some(value));
    let lost = |value| (Place::Lost, Some(value));
    let may_be = |cells: &[(Place, Option<i64>)]| {
        let robust = of_readings(vec![candidate(cells)]);
        (0..cells.len()).map(|at| robust.may_be_lost(0, at)).collect::<Vec<_>>()
    };
    assert_eq!(may_be(&[number(0, 4), lost(0), number(1, 0), number(2, 4)]), [false, true, true, false]);
    // A number of another value between them keeps its place, and what is behind it too.
    assert_eq!(may_be(&[lost(0), number(0, 0), number(1, 4), number(2, 0)]), [true, true, false, false]);
    // Also where nothing tells what the lost number was.
    assert_eq!(may_be(&[number(0, 4), (Place::Lost, None)]), [false, true]);
    assert_eq!(may_be(&[number(0, 4), number(1, 4)]), [false, false]);
}

#[test]
fn a_lost_cell_beside_a_mark_may_have_been_a_mark() {
    let cells = |second: Place| {
        let cells = [(Place::Number(0), Some(3)), (second, None), (Place::Lost, Some(4))];
        let robust = of_readings(vec![candidate(&cells)]);
        [0, 1, 2].map(|at| robust.cell(0, at))
    };
    for place in [Place::Mark(1), Place::Blank(1)] {
        assert_eq!(cells(place), [Cell::Number(3, Place::Number(0)), Cell::Mark(1), Cell::Several]);
    }
}

#[test]
fn borders_decide_of_an_empty_cell_only_where_no_number_moves() {
    let number = |at| (Place::Number(at), Some(4));
    let with = |other: [(Place, Option<i64>); 3]| {
        let blank = candidate(&[number(0), (Place::Blank(1), None), number(2)]);
        of_readings(vec![blank, candidate(&other)]).cell(0, 1)
    };
    let lost = (Place::Lost, None);
    assert_eq!(with([number(0), lost, number(2)]), Cell::Empty(1));
    // The same number from another place, or one of the two lost.
    assert_eq!(with([number(0), lost, number(1)]), Cell::Several);
    assert_eq!(with([number(0), lost, lost]), Cell::Several);
    assert_eq!(with([lost, lost, number(2)]), Cell::Several);
    // A content that is no number keeps its place only where it is an empty cell.
    let mark = candidate(&[number(0), (Place::Mark(1), None), number(2)]);
    let other = candidate(&[number(0), lost, number(2)]);
    assert_eq!(of_readings(vec![mark, other]).cell(0, 1), Cell::Several);
}

#[test]
fn a_sum_that_narrows_both_its_sides_has_spoken() {
    // Between 2 and 9 and 1, together between 5 and 20: the first is 4 at least, the total 10 at most.
    let sums = Sums::new(sums(1), 3);
    let mut cells = Cells::new(3, sums.every());
    for (cell, (low, high)) in [(2, 9), (1, 1), (5, 20)].into_iter().enumerate() {
        cells.meet(cell, Bounds { low, high }, &sums);
    }
    cells.propagate(&sums, sums.every());
    assert_eq!(cells.of(0..3), [(4, 9), (1, 1), (5, 10)].map(|(low, high)| Bounds { low, high }));
    assert!(cells.spoke().meets(SumSet::one(0)));
}

#[test]
fn sums_that_leave_no_arrangement_of_a_line_have_spoken() {
    // 0 0 or 4 4 above 4 0 4 or 0 4 4, and both columns 4: each arrangement of the first line contradicts the row below it.
    let numbers = |first, rows: &[&[i64]]| {
        let of = |row: &&[i64]| {
            let cells: Vec<_> =
                row.iter().enumerate().map(|(at, number)| (Place::Number(at), Some(*number))).collect();
            candidate(&cells)
        };
        Line { first, candidates: rows.iter().map(of).collect() }
    };
    let lines = vec![numbers(0, &[&[0, 0], &[4, 4]]), numbers(2, &[&[4, 0, 4], &[0, 4, 4]])];
    let sum = |left: [usize; 2], right| Sum { left: left.to_vec(), right: vec![right], ..Sum::default() };
    let one = puzzle(lines, 5, &[4], &[sum([0, 2], 5), sum([1, 3], 5), sum([2, 3], 4)]);
    let whole = solve(&one, None);
    assert!(whole.complete && whole.solutions.is_empty());
    for left_out in 0..3 {
        let without = solve(&one, Some(left_out));
        assert!(without == whole || whole.spoke.meets(SumSet::one(left_out)), "{left_out}: {without:?}");
    }
    assert_eq!(solutions(&solve(&one, Some(0))), [known(&[0, 0, 0, 4, 4]), known(&[4, 4, 4, 0, 4])]);
}
