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
            let file = write_file(&report.spec(format));
            fs::write(sources.join(format!("{report}.{format}")), file.bytes)?;
        }
    }
    Ok(())
}
