//! Reads one report and prints who reports on which year, and some of its numbers with where each stands.
//!
//! ```text
//! cargo run -p govreport-examples --example read_one -- examples/reports/cangzi_2023_tabs.txt
//! ```
#![allow(clippy::print_stdout, reason = "an example talks to the person who runs it")]

use govreport::form::{ColumnKey, RowKey, TableKind};
use govreport::model::CellRef;

fn main() -> Result<(), govreport::Error> {
    let path = std::env::args().nth(1).unwrap_or_else(|| "examples/reports/cangzi_2023_tabs.txt".to_owned());
    let report = govreport::read(path)?;

    if let Some(title) = &report.title {
        println!("{}", title.value);
    }
    if let (Some(issuer), Some(year)) = (&report.issuer, &report.year) {
        println!("{} reports on {} (year taken from: {:?})", issuer.value, year.value, year.origin);
    }
    for section in &report.sections {
        println!("  {}", section.title);
    }

    // Requests newly received, by applicant. A cell without a number says why it has none.
    for column in [ColumnKey::NaturalPerson, ColumnKey::CommercialEnterprise, ColumnKey::Total] {
        let at = CellRef::new(RowKey::NewReceived, column);
        let Some(cell) = report.cell(at) else { continue };
        match (cell.value, cell.span) {
            (Some(value), Some(span)) => {
                println!("{at}: {value} ({}, bytes {}-{})", cell.status, span.start, span.end);
            }
            (Some(value), None) => println!("{at}: {value} ({})", cell.status),
            (None, _) => println!("{at}: no number, {}", cell.status),
        }
    }
    for table in TableKind::ALL {
        let table = report.table(*table);
        let read = table.cells.iter().filter(|cell| cell.value.is_some()).count();
        println!(
            "{}: {:?}, form of {}, {read} of {} cells",
            table.kind,
            table.presence,
            table.edition,
            table.cells.len()
        );
    }
    for finding in &report.findings {
        println!("{} {}: {}", finding.severity(), finding.rule(), finding.message());
    }
    Ok(())
}
