//! The truth of reports as a table, for outputs that are kept while what wrote their reports changes.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use govreport::form::{ColumnKey, RowKey};
use govreport::model::{Status, Unit};
use govreport_synth::TruthCell;

/// The first line.
const HEAD: &str = "report\trow\tcolumn\tvalue\tunit\tstatuses\n";

/// The table of several reports: a cell a line.
pub fn truth_table<'a>(reports: impl IntoIterator<Item = (String, &'a [TruthCell])>) -> String {
    let mut table = HEAD.to_owned();
    for (report, cells) in reports {
        for cell in cells {
            let value = cell.value.map_or(String::new(), |value| value.to_string());
            let unit = cell.unit.map_or("", Unit::key);
            let statuses: Vec<&str> = cell.statuses.iter().map(|status| status.key()).collect();
            // Writing to a string cannot fail.
            let _ = writeln!(
                table,
                "{report}\t{}\t{}\t{value}\t{unit}\t{}",
                cell.row,
                cell.column,
                statuses.join(" ")
            );
        }
    }
    table
}

/// The cells of such a table by report.
///
/// # Errors
///
/// The line that says no cell.
pub fn parse_truth_table(table: &str) -> Result<BTreeMap<String, Vec<TruthCell>>, String> {
    let mut reports: BTreeMap<String, Vec<TruthCell>> = BTreeMap::new();
    for line in table.lines().skip(1) {
        let (report, cell) = cell(line).ok_or_else(|| line.to_owned())?;
        reports.entry(report.to_owned()).or_default().push(cell);
    }
    Ok(reports)
}

fn cell(line: &str) -> Option<(&str, TruthCell)> {
    let [report, row, column, value, unit, statuses] =
        <[&str; 6]>::try_from(line.split('\t').collect::<Vec<_>>()).ok()?;
    let status = |key: &str| Status::ALL.into_iter().find(|status| status.key() == key);
    let cell = TruthCell {
        row: RowKey::from_key(row)?,
        column: ColumnKey::from_key(column)?,
        value: if value.is_empty() { None } else { Some(value.parse().ok()?) },
        unit: if unit.is_empty() { None } else { Some(Unit::ALL.into_iter().find(|of| of.key() == unit)?) },
        statuses: statuses.split(' ').map(status).collect::<Option<_>>()?,
        place: None,
        unprinted: None,
    };
    Some((report, cell))
}
