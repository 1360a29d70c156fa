//! The true cells of a sample report, as JSON.

use govreport_core::form::TableKind;
use govreport_core::model::TableEdition;
use govreport_synth::Written;
use serde_json::{Number, Value, json};

use crate::cases::Case;

/// One cell a line, so that a change of one cell is a change of one line.
pub(crate) fn json(case: &Case, written: &Written) -> String {
    let editions = case.spec.figures.editions();
    let edition = |table| -> TableEdition { editions.of(table) };
    let meta = json!({
        "file": case.file,
        "title": written.title,
        "issuer": written.issuer,
        "year": written.year,
        "published": written.published.map(|day| day.to_string()),
        "period": written.period.map(|(first, last)| [first.to_string(), last.to_string()]),
        "edition": {
            "proactive": edition(TableKind::Proactive).key(),
            "requests": edition(TableKind::Requests).key(),
        },
        "sections": written.sections.iter().map(|key| key.key()).collect::<Vec<_>>(),
    });
    let cells: Vec<String> = written
        .truth
        .iter()
        .map(|cell| {
            let value = cell
                .value
                .map_or(Value::Null, |value| Value::Number(Number::from_string_unchecked(value.to_string())));
            let statuses: Vec<&str> = cell.statuses.iter().map(|status| status.key()).collect();
            json!([cell.table().key(), cell.row.key(), cell.column.key(), value, statuses]).to_string()
        })
        .collect();
    format!(
        "{{\"meta\": {meta},\n \"notes\": {},\n \"cells\": [\n  {}\n ]}}\n",
        json!(case.shows),
        cells.join(",\n  ")
    )
}
