//! All counts, a way a line.

use std::fmt::Write as _;

use crate::outputs::Work;
use crate::read::Result;

/// The table.
pub(crate) fn written(work: &Work, results: &[Result]) -> String {
    let mut table = "# converters: what is read of the outputs of other programs; see docs/converters.md\n\
         way\ttool\tversion\tfrom\tgives\toutputs\tfailed\trefused\tcells\tnumbers\tgiven\texact\tloose\thonest\tmisstated\twrong\ttitle\tissuer\tyear\tidentity_wrong\tskipped\n"
        .to_owned();
    for Result { way, count, identity, .. } in results {
        let failed = work.failures.iter().filter(|failure| failure.way == way.name).count();
        // Writing to a string cannot fail.
        let _ = writeln!(
            table,
            "{}\t{}\t{}\t{}\t{}\t{}\t{failed}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}",
            way.name,
            way.tool,
            way.version,
            way.from,
            way.gives,
            count.reports,
            count.refused,
            count.cells,
            count.numbers,
            count.given,
            count.exact,
            count.loose,
            count.honest,
            count.misstated,
            count.wrong,
            identity.title,
            identity.issuer,
            identity.year,
            identity.wrong,
            way.skipped
        );
    }
    table
}
