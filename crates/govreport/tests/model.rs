//! The model as JSON: what goes out comes back equal, digit by digit, and the schema describes it.

use govreport::form::{ColumnKey, Edition, RowKey};
use govreport::model::{CellRef, Finding, Report, SCHEMA_VERSION, Status, TableCell, Unit};
use govreport::notices::Notice;
use govreport::{Decimal, Error, Span, from_json, to_json, to_json_pretty};
use proptest::prelude::*;
use serde_json::{Number, Value, json};

const REPORT: &str = include_str!("support/report.txt");

fn report() -> Report {
    govreport::parse(REPORT).expect("it is a report")
}

/// Equal, and printed with the same digits: `7.280` and `7.28` are equal as numbers.
#[track_caller]
fn check_round_trip(report: &Report) {
    let json = to_json(report);
    let back = from_json(&json).expect("the JSON was just written");
    assert_eq!(&back, report);
    assert_eq!(to_json(&back), json);
    assert_eq!(to_json(&from_json(&to_json_pretty(report)).expect("the JSON was just written")), json);
}

/// A report that needs no reading, to put cells and findings into.
fn blank() -> Report {
    let json = r#"{"schema_version":2,"format":"text","title":null,"issuer":null,"year":null,"period":null,"published":null,
        "contact":{"address":null,"postcode":null,"telephone":null,"fax":null,"email":null},"sections":[],
        "metadata":{"name":null,"index_number":null,"publisher":null,"source":null,"document_number":null,
        "category":null,"created":null,"published":null,"url":null},
        "proactive":{"kind":"proactive","edition":"2021","presence":"absent","span":null,"cells":[]},
        "requests":{"kind":"requests","edition":"2021","presence":"absent","span":null,"cells":[]},
        "review":{"kind":"review","edition":"2021","presence":"absent","span":null,"cells":[]},"findings":[]}"#;
    from_json(json).expect("this is the form of the model")
}

fn fee(value: &str) -> Report {
    let mut report = blank();
    let mut cell = TableCell::absent(RowKey::Fees, ColumnKey::Amount, Edition::E2021);
    cell.value = Some(value.parse().expect("it is a number"));
    report.proactive.cells.push(cell);
    report
}

#[test]
fn a_report_read_from_text_comes_back() {
    check_round_trip(&report());
}

#[test]
fn amounts_keep_all_their_digits() {
    for digits in
        ["7730.280", "0.00", "0.1", "1234567890123456.789012345", "-3", "79228162514264337593543950335"]
    {
        let report = fee(digits);
        let json = to_json(&report);
        assert!(json.contains(&format!("\"value\":{digits},")), "{json}");
        let back = from_json(&json).expect("the JSON was just written");
        assert_eq!(back.proactive.cells[0].value.map(|value| value.to_string()).as_deref(), Some(digits));
        check_round_trip(&report);
    }
}

#[test]
fn another_version_is_named() {
    let json = to_json(&blank()).replacen(
        &format!("\"schema_version\":{SCHEMA_VERSION}"),
        "\"schema_version\":99",
        1,
    );
    let error = from_json(&json).expect_err("there is no version 99");
    assert!(matches!(error, Error::SchemaVersion { found: 99, supported: SCHEMA_VERSION }), "{error}");
    // Also where nothing else fits.
    assert!(matches!(
        from_json(r#"{"schema_version":1,"tables":[]}"#),
        Err(Error::SchemaVersion { found: 1, .. })
    ));
}

#[test]
fn what_is_no_report_is_an_error() {
    for json in ["", "{", "null", "[]", "{}", r#"{"schema_version":2}"#, "\u{FEFF}"] {
        assert!(matches!(from_json(json), Err(Error::Json(_))), "{json}");
    }
}

#[cfg(feature = "schema")]
mod schema {
    use super::*;

    fn schema() -> Value {
        serde_json::to_value(govreport::json_schema()).expect("a schema is JSON")
    }

    /// Every property of an object is one of the schema's, and every one that the schema requires is there.
    fn check_described(value: &Value, schema: &Value, root: &Value, path: &str) {
        let schema = resolved(schema, root);
        if let Some(alternatives) = alternatives(schema) {
            let fits = alternatives.iter().find(|one| fits(value, one, root));
            let one = fits.unwrap_or_else(|| panic!("{path}: {value} is none of {schema}"));
            return check_described(value, one, root, path);
        }
        assert!(fits(value, schema, root), "{path}: {value} is not {schema}");
        match value {
            Value::Object(map) => {
                let properties =
                    schema["properties"].as_object().unwrap_or_else(|| panic!("{path}: no properties"));
                for (name, value) in map {
                    let inner =
                        properties.get(name).unwrap_or_else(|| panic!("{path}.{name} is not in the schema"));
                    check_described(value, inner, root, &format!("{path}.{name}"));
                }
                for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
                    assert!(map.contains_key(name), "{path}.{name} is required and not there");
                }
            }
            Value::Array(values) => {
                for (number, value) in values.iter().enumerate() {
                    check_described(value, &schema["items"], root, &format!("{path}[{number}]"));
                }
            }
            _ => {}
        }
    }

    fn resolved<'a>(schema: &'a Value, root: &'a Value) -> &'a Value {
        match schema.get("$ref").and_then(Value::as_str) {
            Some(place) => {
                root.pointer(place.trim_start_matches('#')).expect("the schema holds what it refers to")
            }
            None => schema,
        }
    }

    fn alternatives(schema: &Value) -> Option<&Vec<Value>> {
        schema.get("anyOf").or_else(|| schema.get("oneOf")).and_then(Value::as_array)
    }

    fn fits(value: &Value, schema: &Value, root: &Value) -> bool {
        let schema = resolved(schema, root);
        if let Some(alternatives) = alternatives(schema) {
            return alternatives.iter().any(|one| fits(value, one, root));
        }
        if let Some(constant) = schema.get("const") {
            return value == constant;
        }
        if let Some(members) = schema.get("enum").and_then(Value::as_array) {
            return members.contains(value);
        }
        let name = match value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(number) if number.is_u64() || number.is_i64() => "integer",
            Value::Number(_) => "number",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        };
        let is = |wanted: &Value| wanted == name || (wanted == "number" && name == "integer");
        match schema.get("type") {
            Some(Value::Array(types)) => types.iter().any(is),
            Some(wanted) => is(wanted),
            None => false,
        }
    }

    #[test]
    fn describes_a_report() {
        let root = schema();
        assert_eq!(root["title"], "Report");
        let value = serde_json::to_value(report()).expect("a report is JSON");
        check_described(&value, &root, &root, "report");
        let value = serde_json::to_value(fee("7730.280")).expect("a report is JSON");
        check_described(&value, &root, &root, "report");
    }

    #[test]
    fn every_part_says_what_it_is() {
        let root = schema();
        for (name, part) in root["$defs"].as_object().expect("the schema has parts") {
            let described = part.get("description").is_some();
            assert!(described, "{name} has no description");
            for (property, inner) in part.get("properties").and_then(Value::as_object).into_iter().flatten() {
                assert!(inner.get("description").is_some(), "{name}.{property} has no description");
            }
        }
    }
}

fn decimal() -> impl Strategy<Value = Decimal> {
    (any::<i64>(), 0..=18_u32).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

fn span() -> impl Strategy<Value = Span> {
    (0..1_000_000_usize, 0..1000_usize).prop_map(|(start, length)| Span::new(start, start + length))
}

prop_compose! {
    fn cell()(
        row in prop::sample::select(RowKey::ALL),
        column in prop::sample::select(ColumnKey::ALL),
        edition in prop::sample::select(Edition::ALL),
        value in prop::option::of(decimal()),
        status in prop::sample::select(&Status::ALL[..]),
        raw in prop::option::of(any::<String>()),
        span in prop::option::of(span()),
        page in prop::option::of(any::<u32>()),
        unit in prop::option::of(prop::sample::select(&[Unit::Yuan, Unit::TenThousandYuan][..])),
    ) -> TableCell {
        let mut cell = TableCell::absent(row, column, edition);
        (cell.value, cell.status, cell.raw) = (value, status, raw.map(Into::into));
        (cell.span, cell.page, cell.unit) = (span, page, unit);
        cell
    }
}

fn number(value: Option<Decimal>) -> Value {
    value.map_or(Value::Null, |value| Value::Number(Number::from_string_unchecked(value.to_string())))
}

prop_compose! {
    /// Notices with words and numbers in them; one of each rule stands in the tests of the core.
    fn notice()(
        words in any::<String>(),
        value in decimal(),
        candidates in prop::collection::vec(prop::collection::vec(prop::option::of(decimal()), 0..4), 0..3),
        which in 0..4_usize,
    ) -> Notice {
        let row = json!({"row": "granted", "edition": "2021"});
        let value = number(Some(value));
        let candidates: Vec<Vec<Value>> =
            candidates.into_iter().map(|reading| reading.into_iter().map(number).collect()).collect();
        let addend = json!({"cell": {"table": "requests", "row": "granted", "column": "total"}, "value": value});
        let notices = [
            json!({"text-in-number-cell": {"words": {"words": words}}}),
            json!({"unit-converted": {"printed": words, "unit": "元", "value": value, "of_form": true}}),
            json!({"cells-ambiguous": {"place": {"row": row}, "reason": "no_sum", "contents": null,
                "candidates": candidates}}),
            json!({"applicant-sum": {"of": {"row": row}, "left": [addend], "right": [addend], "added": value,
                "stated": value}}),
        ];
        serde_json::from_value(notices[which].clone()).expect("it is the data of a rule")
    }
}

prop_compose! {
    fn finding()(
        notice in notice(),
        cells in prop::collection::vec(cell(), 0..4),
        spans in prop::collection::vec(span(), 0..4),
        page in prop::option::of(any::<u32>()),
    ) -> Finding {
        let cells = cells.iter().map(|cell| CellRef::new(cell.row, cell.column));
        let mut finding = Finding::new(notice).at(spans.first().copied()).about(cells).beside(spans);
        finding.page = page;
        finding
    }
}

proptest! {
    #[test]
    fn any_report_comes_back(
        cells in prop::collection::vec(cell(), 0..12),
        findings in prop::collection::vec(finding(), 0..5),
        span in prop::option::of(span()),
    ) {
        let mut report = blank();
        (report.requests.cells, report.findings, report.review.span) = (cells, findings, span);
        check_round_trip(&report);
    }
}
