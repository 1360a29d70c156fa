//! The signs that stand with a number, or in its place: never colour alone.

use std::collections::BTreeSet;

use govreport_core::check::Check;
use govreport_core::model::{CellRef, Finding, Presence, Report, Status, TableCell};

/// What there is to say of a cell that was not simply read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// 不一致: a sum of the form fails at this cell.
    Disagrees,
    /// 归位.
    Realigned,
    /// 推定.
    Inferred,
    /// 存疑.
    Ambiguous,
    /// 空白.
    Blank,
    /// 不适用.
    NotApplicable,
    /// 文字.
    Text,
    /// 缺失.
    Absent,
}

impl Mark {
    /// The mark of a status; a number simply read has none.
    pub(super) const fn of(status: Status) -> Option<Self> {
        match status {
            Status::Realigned => Some(Self::Realigned),
            Status::Inferred => Some(Self::Inferred),
            Status::Blank => Some(Self::Blank),
            Status::NotApplicable => Some(Self::NotApplicable),
            Status::Text => Some(Self::Text),
            Status::Ambiguous => Some(Self::Ambiguous),
            Status::Absent => Some(Self::Absent),
            // A number simply read, and a status that this version does not know.
            _ => None,
        }
    }

    /// The sign; empty for a cell that is printed empty.
    pub(super) const fn sign(self) -> &'static str {
        match self {
            Self::Disagrees => "!",
            Self::Realigned => "→",
            Self::Inferred => "~",
            Self::Ambiguous => "?",
            Self::Blank => "",
            Self::NotApplicable => "—",
            Self::Text => "\"…\"",
            Self::Absent => "·",
        }
    }

    /// What the sign means.
    pub(super) const fn meaning(self) -> &'static str {
        match self {
            Self::Disagrees => "a sum of the form fails here (不一致)",
            Self::Realigned => "printed under another column; the sums leave only this place (归位)",
            Self::Inferred => "not printed; the sums leave only this number (推定)",
            Self::Ambiguous => "more than one reading is possible, none is taken (存疑)",
            Self::Blank => "the cell is printed empty (空白)",
            Self::NotApplicable => "a dash or a word for: no number applies (不适用)",
            Self::Text => "words where a number belongs (文字)",
            Self::Absent => "not in the source (缺失)",
        }
    }
}

/// The findings on a report's numbers, and the cells at which they begin.
pub(super) struct Judged {
    pub(super) findings: Vec<Finding>,
    disagree: BTreeSet<CellRef>,
}

impl Judged {
    /// Runs all checks.
    pub(super) fn of(report: &Report) -> Self {
        let findings = report.check(&Check::default()).findings;
        let disagree = findings
            .iter()
            .flat_map(|finding| {
                let first = |at: &&CellRef| {
                    let span = report.cell(**at).and_then(|cell| cell.span);
                    span.is_some() && span == finding.span
                };
                finding.cells.iter().filter(first).copied()
            })
            .collect();
        Self { findings, disagree }
    }

    /// Every mark that stands in one of the tables.
    pub(super) fn used(&self, report: &Report) -> BTreeSet<Mark> {
        report
            .tables()
            .into_iter()
            .filter(|table| table.presence != Presence::Absent)
            .flat_map(|table| &table.cells)
            .flat_map(|cell| self.marks(cell))
            .collect()
    }

    /// The marks of a cell, in the order of their signs.
    pub(super) fn marks(&self, cell: &TableCell) -> impl Iterator<Item = Mark> + use<> {
        let disagrees = self.disagree.contains(&cell.at()).then_some(Mark::Disagrees);
        [disagrees, Mark::of(cell.status)].into_iter().flatten()
    }
}

/// What is shown in a cell: the signs and the number.
pub(super) fn shown(cell: &TableCell, judged: &Judged) -> String {
    let mut shown: String = judged.marks(cell).map(Mark::sign).collect();
    if let Some(value) = cell.value {
        shown.push_str(&value.to_string());
    }
    shown
}
