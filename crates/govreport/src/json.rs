//! Reports as JSON. Numbers keep all their digits, `7730.280` stays `7730.280`.

use govreport_core::model::{Report, SCHEMA_VERSION};

use crate::Error;

/// The report as JSON, on one line.
///
/// # Panics
///
/// Never: what could fail is a map with keys that are no strings, and a report has none.
pub fn to_json(report: &Report) -> String {
    serde_json::to_string(report).expect("a report has no maps with other keys than strings")
}

/// The report as JSON, indented for people.
///
/// # Panics
///
/// Never, as [`to_json`].
pub fn to_json_pretty(report: &Report) -> String {
    serde_json::to_string_pretty(report).expect("a report has no maps with other keys than strings")
}

/// The report in a JSON text: what [`to_json`] wrote comes back equal.
///
/// # Errors
///
/// [`Error::SchemaVersion`] for a form of another version, [`Error::Json`] where the text is no such JSON.
pub fn from_json(json: &str) -> Result<Report, Error> {
    let report = serde_json::from_str::<Report>(json);
    let found = match &report {
        Ok(report) => Some(u64::from(report.schema_version)),
        // Another version may fail in other places first; say what matters.
        Err(_) => serde_json::from_str::<serde_json::Value>(json)
            .ok()
            .and_then(|value| value.get("schema_version")?.as_u64()),
    };
    match found {
        Some(found) if found != u64::from(SCHEMA_VERSION) => {
            Err(Error::SchemaVersion { found, supported: SCHEMA_VERSION })
        }
        _ => Ok(report?),
    }
}

/// The JSON Schema of a report, for [`to_json`] and the command `govreport schema`.
#[cfg(feature = "schema")]
pub fn json_schema() -> schemars::Schema {
    schemars::schema_for!(Report)
}
