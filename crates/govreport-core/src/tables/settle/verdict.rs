//! The one place that decides what is believed.

use crate::model::{Figure, Heading, Label, Reason, Status, Strength, SumsAnswer, Tie};

/// What is decided of a cell that could get a number (判定).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The number is given, with this status.
    Give(Status),
    /// It is withheld, for this reason.
    Withhold(Reason),
}

/// Decides from the four answers alone whether a number is given, and with which status.
///
/// - An answer that proves nothing withholds it, whatever the others say.
/// - All strong: it is `read`, also where the sums fail. That is for the check to say.
/// - One weak: it is given only where the sums leave nothing else, also when any single one of them is left out. A number that
///   was not printed for the cell is `inferred`, one that was moved is `realigned`, any other `read`.
/// - Two weak: it is withheld. A lost cell and the places that it makes doubtful in its row are one weak answer.
pub fn verdict(figure: Figure, label: Label, tie: Tie, heading: Heading, sums: SumsAnswer) -> Verdict {
    for (strength, reason) in [
        (label.strength(), Reason::LabelDoubtful),
        (tie.strength(), Reason::TornFromLabel),
        (
            heading.strength(),
            if heading == Heading::Foreign { Reason::ForeignHeading } else { Reason::ColumnsUnordered },
        ),
        (figure.strength(), Reason::FigureUnclear),
    ] {
        if strength == Strength::None {
            return Verdict::Withhold(reason);
        }
    }
    let is_weak = |strength: Strength| strength == Strength::Weak;
    // Where a cell was lost, neither its number nor the places of the others are shown: one and the same doubt.
    let one_loss =
        matches!(figure, Figure::Unprinted | Figure::Parted | Figure::Joined) && is_weak(heading.strength());
    let weak = usize::from(is_weak(label.strength()))
        + usize::from(is_weak(tie.strength()))
        + usize::from(is_weak(heading.strength()))
        + usize::from(is_weak(figure.strength()) && !one_loss);
    match (weak, sums) {
        (0, _) => Verdict::Give(Status::Read),
        (1, SumsAnswer::LeaveOne) => Verdict::Give(match (figure, heading) {
            (Figure::Unprinted, _) => Status::Inferred,
            (Figure::One | Figure::Converted, Heading::Count) => Status::Realigned,
            _ => Status::Read,
        }),
        (1, SumsAnswer::LeaveSeveral) => Verdict::Withhold(Reason::SeveralReadings),
        (1, SumsAnswer::LeaveNone | SumsAnswer::Fail) => Verdict::Withhold(Reason::NoReading),
        (1, SumsAnswer::Hold | SumsAnswer::Unasked) => Verdict::Withhold(Reason::NoSum),
        _ => Verdict::Withhold(Reason::TwoDoubts),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every combination of answers, with what is decided.
    fn all() -> impl Iterator<Item = ((Figure, Label, Tie, Heading, SumsAnswer), Verdict)> {
        let figures = Figure::ALL.iter().copied();
        let labels = move |figure| Label::ALL.iter().map(move |label| (figure, *label));
        let ties = |(figure, label)| Tie::ALL.iter().map(move |tie| (figure, label, *tie));
        let headings = |(f, l, t)| Heading::ALL.iter().map(move |heading| (f, l, t, *heading));
        let sums = |(f, l, t, h)| SumsAnswer::ALL.iter().map(move |sums| (f, l, t, h, *sums));
        figures
            .flat_map(labels)
            .flat_map(ties)
            .flat_map(headings)
            .flat_map(sums)
            .map(|answers| (answers, verdict(answers.0, answers.1, answers.2, answers.3, answers.4)))
    }

    fn strengths(
        (figure, label, tie, heading, _): (Figure, Label, Tie, Heading, SumsAnswer),
    ) -> [Strength; 4] {
        [figure.strength(), label.strength(), tie.strength(), heading.strength()]
    }

    #[test]
    fn an_answer_that_proves_nothing_withholds() {
        for (answers, verdict) in all() {
            if strengths(answers).contains(&Strength::None) {
                assert!(matches!(verdict, Verdict::Withhold(_)), "{answers:?}");
            }
        }
    }

    #[test]
    fn strong_answers_are_read_whatever_the_sums_say() {
        for (answers, verdict) in all() {
            if strengths(answers).iter().all(|strength| *strength == Strength::Strong) {
                assert_eq!(verdict, Verdict::Give(Status::Read), "{answers:?}");
            }
        }
    }

    #[test]
    fn a_weak_answer_needs_sums_that_leave_one_reading() {
        for (answers, verdict) in all() {
            let strengths = strengths(answers);
            if strengths.contains(&Strength::Weak) && answers.4 != SumsAnswer::LeaveOne {
                assert!(matches!(verdict, Verdict::Withhold(_)), "{answers:?}");
            }
        }
    }

    #[test]
    fn two_weak_answers_withhold_unless_they_are_one_loss() {
        for (answers, verdict) in all() {
            let weak = strengths(answers).iter().filter(|strength| **strength == Strength::Weak).count();
            let one_loss = matches!(answers.0, Figure::Unprinted | Figure::Parted | Figure::Joined)
                && matches!(answers.3, Heading::Count | Heading::Edge);
            if weak > 1 + usize::from(one_loss) {
                assert!(matches!(verdict, Verdict::Withhold(_)), "{answers:?}");
            }
        }
    }

    #[test]
    fn nothing_unprinted_is_called_read() {
        for (answers, verdict) in all() {
            match (answers.0, verdict) {
                (Figure::Unprinted, Verdict::Give(status)) => {
                    assert_eq!(status, Status::Inferred, "{answers:?}");
                }
                (_, Verdict::Give(status)) => assert_ne!(status, Status::Inferred, "{answers:?}"),
                _ => {}
            }
        }
    }

    #[test]
    fn what_is_withheld_has_the_reason_of_its_answer() {
        let of = |label, tie, heading, figure| verdict(figure, label, tie, heading, SumsAnswer::Unasked);
        let strong = (Label::Whole, Tie::Line, Heading::Own, Figure::One);
        for (answers, reason) in [
            ((Label::Doubtful, strong.1, strong.2, strong.3), Reason::LabelDoubtful),
            ((strong.0, Tie::Across, strong.2, strong.3), Reason::TornFromLabel),
            ((strong.0, strong.1, Heading::Foreign, strong.3), Reason::ForeignHeading),
            ((strong.0, strong.1, Heading::Unordered, strong.3), Reason::ColumnsUnordered),
            ((strong.0, strong.1, strong.2, Figure::Unclear), Reason::FigureUnclear),
        ] {
            assert_eq!(of(answers.0, answers.1, answers.2, answers.3), Verdict::Withhold(reason));
        }
        for (sums, reason) in [
            (SumsAnswer::LeaveSeveral, Reason::SeveralReadings),
            (SumsAnswer::LeaveNone, Reason::NoReading),
            (SumsAnswer::Fail, Reason::NoReading),
            (SumsAnswer::Hold, Reason::NoSum),
            (SumsAnswer::Unasked, Reason::NoSum),
        ] {
            let one_weak = verdict(Figure::One, Label::Repaired, Tie::Line, Heading::Own, sums);
            assert_eq!(one_weak, Verdict::Withhold(reason));
            let two_weak = verdict(Figure::One, Label::Repaired, Tie::Paired, Heading::Own, sums);
            assert_eq!(two_weak, Verdict::Withhold(Reason::TwoDoubts));
        }
    }
}
