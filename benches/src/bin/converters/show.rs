//! What is said at the terminal.

use std::io::{self, Write};

use govreport_benches::Count;
use govreport_synth::Decimal;

use crate::read::Result;

/// All counts in a line.
pub(crate) fn summary(results: &[Result], out: &mut impl Write) -> io::Result<()> {
    let mut all = Count::default();
    for result in results {
        all += result.count;
    }
    let skipped = results.iter().filter(|result| !result.way.skipped.is_empty()).count();
    writeln!(
        out,
        "{} outputs of {} ways ({skipped} more skipped), {} numbers: given {}, wrong {}, misstated {}, refused outputs {}",
        all.reports,
        results.len() - skipped,
        all.numbers,
        all.given,
        all.wrong,
        all.misstated,
        all.refused
    )
}

/// The first faults of each way.
pub(crate) fn faults(results: &[Result], show: usize, out: &mut impl Write) -> io::Result<()> {
    let number = |value: Option<Decimal>| value.map_or("–".to_owned(), |value| value.to_string());
    for result in results {
        let Count { wrong, misstated, .. } = result.count;
        if wrong + misstated == 0 {
            continue;
        }
        writeln!(out, "{}: wrong {wrong}, misstated {misstated}", result.way.name)?;
        for one in result.outputs.iter().filter(|one| !one.faults.is_empty()) {
            if show > 0 {
                writeln!(
                    out,
                    "  {} (report {}): {} cells",
                    one.path.display(),
                    one.report,
                    one.faults.len()
                )?;
            }
            for miss in one.faults.iter().take(show) {
                writeln!(
                    out,
                    "    {:?} {}: read {} {}, in truth {} {:?}",
                    miss.verdict,
                    miss.truth.at(),
                    number(miss.answer.value),
                    miss.answer.status,
                    number(miss.truth.value),
                    miss.truth.statuses
                )?;
            }
        }
    }
    Ok(())
}
