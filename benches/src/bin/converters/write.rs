//! Writes the reports for the converters.

use std::path::Path;
use std::{fs, io};

use govreport_synth::write_file;

use crate::reports::{FORMATS, Report};

/// Writes so many reports in every format.
pub(crate) fn all(work: &Path, reports: usize) -> io::Result<()> {
    let sources = work.join("sources");
    fs::create_dir_all(&sources)?;
    for report in (0..reports).map(Report) {
        for format in FORMATS {
            let bytes = match (write_file(&report.spec(format)).bytes, format) {
                (bytes, "html") => without_scripts(&bytes),
                (bytes, _) => bytes,
            };
            fs::write(sources.join(format!("{report}.{format}")), bytes)?;
        }
    }
    Ok(())
}

/// A page without its scripts. A browser runs them, and what a script writes into the page is a part of it then; the truth knows only
/// what the page itself says.
fn without_scripts(page: &[u8]) -> Vec<u8> {
    let page = String::from_utf8_lossy(page);
    let mut pieces = page.split("<script");
    let mut own = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        own.push_str(piece.split_once("</script>").map_or("", |(_, behind)| behind));
    }
    own.into_bytes()
}
