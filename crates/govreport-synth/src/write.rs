//! Writes what a specification says.

use govreport_core::model::CellRef;

use crate::draft::Draft;
use crate::paper::Paper;
use crate::prose::PeriodForm;
use crate::random::Random;
use crate::spec::Spec;
use crate::truth::Written;

/// Writes a report.
pub fn write(spec: &Spec) -> Written {
    let draft = Draft::of(spec);
    let ledger = draft.ledger.clone();
    let sections = draft.sections();
    let said = draft.said.clone();
    let blank_lines = draft.blank_lines.clone();
    let mut paper = Paper::default();
    spec.layout.write(&draft.parts(), &spec.prose, spec.marks, &mut paper, &mut Random::fork(spec.seed, 4));
    for seed in blank_lines {
        paper.blank_lines(&mut Random::new(seed));
    }
    let (text, mut places) = paper.finish();
    let truth = spec
        .figures
        .editions()
        .cells()
        .filter_map(|(row, column)| {
            let at = CellRef::new(row, column);
            ledger.truth(at, places.remove(&at))
        })
        .collect();
    Written {
        text,
        truth,
        title: spec.prose.title.whole(&spec.prose.issuer, spec.prose.year),
        issuer: spec.prose.issuer.clone(),
        year: spec.prose.year,
        period: spec.prose.period.and_then(|_| PeriodForm::days(spec.prose.year)),
        published: spec.prose.published,
        sections,
        said,
    }
}
