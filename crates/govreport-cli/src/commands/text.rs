//! `govreport text`: what the reader saw.

use std::io::Write;

use govreport::notices::Language;
use govreport::render::{document, printable};
use govreport::{Options, Source};

use super::output::output;
use crate::args::Text;
use crate::outcome::{Failure, Outcome, complain};
use crate::sources::complain_of;

pub(super) fn run(args: &Text, options: &Options) -> Result<Outcome, Failure> {
    if args.file.is_dir() {
        let folder = args.file.display();
        return Err(Failure::Usage(format!("{folder} is a folder; `govreport text` takes one file")));
    }
    let source = Source::open(&args.file, options);
    let failed = |error| {
        complain_of(&args.file, &error);
        Ok(Outcome::NothingRead)
    };
    let source = match source {
        Ok(source) => source,
        Err(error) => return failed(error),
    };
    let seen = match source.document(options) {
        Ok(seen) => seen,
        Err(error) => return failed(error),
    };
    complain(format_args!(
        "{}: {}, {} blocks",
        printable(&args.file.to_string_lossy()),
        seen.format().described(),
        seen.blocks().len()
    ));
    for remark in seen.remarks() {
        complain(format_args!("remark: {}", printable(&remark.notice().message(Language::English))));
    }
    let mut out = output();
    out.write_all(document(&seen).as_bytes())?;
    out.flush()?;
    Ok(Outcome::Done)
}
