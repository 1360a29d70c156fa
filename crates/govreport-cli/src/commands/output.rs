//! Standard output, and what is written to it line by line.

use std::io::{BufWriter, StdoutLock, Write};

use crate::outcome::Failure;

/// Standard output, locked once and written in large pieces.
pub(super) fn output() -> BufWriter<StdoutLock<'static>> {
    BufWriter::with_capacity(1 << 16, std::io::stdout().lock())
}

/// One JSON object and the end of its line.
pub(super) fn json_line(out: &mut impl Write, value: &impl serde::Serialize) -> Result<(), Failure> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")?;
    Ok(())
}

/// A decimal as a JSON number with all its digits: the text of a decimal always is one.
pub(super) fn number(value: &impl ToString) -> Option<serde_json::Number> {
    value.to_string().parse().ok()
}
