use std::collections::HashMap;

use super::*;
use crate::text::fold::{Folded, folded};

#[test]
fn every_key_has_its_line_of_the_form() {
    for key in RowKey::ALL {
        assert!(form().rows.iter().any(|row| row.key == *key), "{key} has no line in rows.tsv");
    }
    for key in ColumnKey::ALL {
        assert!(form().columns.iter().any(|column| column.key == *key), "{key} has no line in columns.tsv");
    }
    for key in SectionKey::ALL {
        assert_ne!(form().section_label(*key), "", "{key} has no line in sections.tsv");
    }
    for part in OverviewPart::ALL {
        assert_ne!(form().overview_label(*part), "", "{part} has no line in overview.tsv");
    }
}

#[test]
fn keys_stand_in_the_order_of_the_form() {
    let order: Vec<RowKey> = form().rows.iter().map(|row| row.key).collect();
    assert!(order.is_sorted(), "the order of RowKey and of rows.tsv differ");
}

#[test]
fn the_two_editions_have_the_cells_of_the_form() {
    let cells = |table, edition| form().rows(table, edition).map(|row| row.columns.len()).sum::<usize>();
    assert_eq!(cells(TableKind::Proactive, Edition::E2021), 10);
    assert_eq!(cells(TableKind::Proactive, Edition::E2019), 22);
    assert_eq!(cells(TableKind::Requests, Edition::E2021), 25 * 7);
    assert_eq!(cells(TableKind::Requests, Edition::E2019), 23 * 7);
    assert_eq!(cells(TableKind::Review, Edition::E2021), 15);
}

#[test]
fn no_two_rows_and_no_two_columns_of_a_table_share_a_wording() {
    let mut seen: HashMap<(Option<TableKind>, Vec<Folded>, bool), Meaning> = HashMap::new();
    for label in &form().labels {
        let is_row = match label.meaning {
            Meaning::Row(_) => true,
            Meaning::Column(_) | Meaning::AmountInYuan => false,
            _ => continue,
        };
        let key = (label.table, folded(label.wording), is_row);
        if let Some(other) = seen.insert(key, label.meaning) {
            assert_eq!(other, label.meaning, "{:?} stands for two things", label.wording);
        }
    }
}

#[test]
fn identities_name_the_cells_they_add() {
    let outcome = form()
        .identities(TableKind::Requests)
        .find(|identity| identity.name == "outcome-sum")
        .expect("the form has this identity");
    let of_2021 = outcome.instances(Edition::E2021);
    assert_eq!(of_2021.len(), 7);
    assert_eq!(of_2021[0].left.len(), 2 + 8 + 3 + 5 + 3);
    let of_2019 = outcome.instances(Edition::E2019);
    assert_eq!(of_2019[0].left.len(), 2 + 8 + 3 + 5 + 1);
    assert_eq!(of_2019[0].right, [(RowKey::ConcludedTotal, ColumnKey::NaturalPerson)]);
}

/// The public vocabulary was agreed outside this crate; where that page is at hand, it must say the same.
#[test]
fn keys_are_those_of_the_agreed_vocabulary() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/spec/form.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("skipped: the agreed vocabulary (form.json) is not on this machine");
        return;
    };
    let spec: serde_json::Value = serde_json::from_str(&text).expect("form.json is JSON");
    let names = |value: &serde_json::Value| -> Vec<String> {
        value
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|pair| pair[0].as_str())
            .map(str::to_owned)
            .collect()
    };
    let rows = |table| -> Vec<String> {
        let mut keys: Vec<_> = form().rows_of_any_edition(table).map(|row| row.key.to_string()).collect();
        keys.dedup();
        keys
    };
    let columns = |table| form().columns(table).map(|column| column.key.to_string()).collect::<Vec<_>>();
    assert_eq!(names(&spec["requests"]["rows"]), rows(TableKind::Requests));
    assert_eq!(names(&spec["requests"]["columns"]), columns(TableKind::Requests));
    assert_eq!(names(&spec["review"]["rows"]), rows(TableKind::Review));
    assert_eq!(names(&spec["review"]["columns"]), columns(TableKind::Review));
    assert_eq!(names(&spec["sections"]), SectionKey::ALL.iter().map(ToString::to_string).collect::<Vec<_>>());
    for edition in [Edition::E2019, Edition::E2021] {
        for (key, line) in spec["proactive"][edition.key()].as_object().expect("rows by key") {
            let row =
                form().row(RowKey::from_key(key).expect("a known row"), edition).expect("in this edition");
            let columns: Vec<_> = row.columns.iter().map(|column| column.key()).collect();
            let expected: Vec<_> =
                line["columns"].as_array().into_iter().flatten().filter_map(|c| c.as_str()).collect();
            assert_eq!(columns, expected, "{key} {edition}");
        }
    }
}
