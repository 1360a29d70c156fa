//! The counts of each kind and layout as a table, for people and for the comparison with another engine.

use std::fmt::Write as _;

use crate::case::names;
use crate::options::Options;
use crate::outcomes::Outcomes;

/// The first line of the table.
pub(crate) const HEAD: &str = "damage\tlayout\treports\tstruck\tcells\texact\tloose\thonest\tmisstated\twrong\trefused\texact of each report";

/// The table.
pub(crate) fn written(options: &Options, outcomes: &Outcomes) -> String {
    let mut table =
        format!("# torture, seed {}; the columns are explained in docs/torture.md\n{HEAD}\n", options.seed);
    for outcome in outcomes.all() {
        let count = outcome.count;
        let exact: Vec<String> = outcome.exact.iter().map(ToString::to_string).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(
            table,
            "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
            names(&outcome.group.damage),
            outcome.group.target.name,
            count.reports,
            count.struck,
            count.cells,
            count.exact,
            count.loose,
            count.honest,
            count.misstated,
            count.wrong,
            count.refused,
            exact.join(" ")
        );
    }
    table
}
