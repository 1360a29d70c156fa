//! Every span anywhere in a report.

use govreport::Span;
use govreport::model::Report;
use serde_json::Value;

/// Fails where a span does not lie inside the text, on boundaries of characters.
///
/// Spans are looked for in the JSON, so that no part of the model is forgotten.
#[track_caller]
pub(crate) fn check_spans(report: &Report, text: &str) {
    for span in spans(report) {
        assert!(text.get(span.range()).is_some(), "{span:?} does not fit the text of {} bytes", text.len());
    }
}

fn spans(report: &Report) -> Vec<Span> {
    let value = serde_json::to_value(report).expect("a report is JSON");
    let mut spans = Vec::new();
    let mut pending = vec![&value];
    while let Some(value) = pending.pop() {
        match value {
            Value::Object(map) => {
                let offset = |name| usize::try_from(map.get(name)?.as_u64()?).ok();
                if let (Some(start), Some(end)) = (offset("start"), offset("end")) {
                    spans.push(Span::new(start, end));
                }
                pending.extend(map.values());
            }
            Value::Array(values) => pending.extend(values),
            _ => {}
        }
    }
    spans
}
