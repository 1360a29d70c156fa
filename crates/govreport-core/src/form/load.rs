//! Reads the data files of the form.
//!
//! The files are part of the program: a mistake in them is a defect that the tests of this module find, so reading stops
//! with a message that names the line instead of returning an error that no caller could act on.

use nom::bytes::complete::{tag, take_while1};
use nom::character::complete::space0;
use nom::combinator::all_consuming;
use nom::multi::separated_list1;
use nom::sequence::{delimited, separated_pair};
use nom::{IResult, Parser};

use super::places::Places;
use super::{
    ColumnKey, Edition, Form, FormColumn, FormRow, Identity, Label, Meaning, NumberKind, OverviewPart,
    RowKey, SectionKey, TableKind, Terms,
};

const ROWS: &str = include_str!("../../form/rows.tsv");
const COLUMNS: &str = include_str!("../../form/columns.tsv");
const LABELS: &str = include_str!("../../form/labels.tsv");
const IDENTITIES: &str = include_str!("../../form/identities.tsv");
const SECTIONS: &str = include_str!("../../form/sections.tsv");
const OVERVIEW: &str = include_str!("../../form/overview.tsv");
const HEADINGS: &str = include_str!("../../form/headings.tsv");
const WORDS: &str = include_str!("../../form/words.tsv");

/// The lines of a data file, split at tabs, without comments and empty lines.
pub(crate) fn lines<const N: usize>(file: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let mut fields = line.split('\t');
        let own = std::array::from_fn(|_| fields.next());
        let are_all = own.iter().all(Option::is_some) && fields.next().is_none();
        assert!(are_all, "form data: not {N} fields in line {line:?}");
        own.map(Option::unwrap_or_default)
    })
}

fn known<T>(key: &str, found: Option<T>) -> T {
    found.unwrap_or_else(|| panic!("form data: unknown key {key:?}"))
}

pub(super) fn load() -> Form {
    let columns: Vec<FormColumn> = lines(COLUMNS).map(column).collect();
    let rows: Vec<FormRow> = lines(ROWS).map(|line| row(line, &columns)).collect();
    let sections: Vec<_> =
        lines(SECTIONS).map(|[key, wording]| (known(key, SectionKey::from_key(key)), wording)).collect();
    let labels = labels(&rows, &columns, &sections);
    Form {
        identities: lines(IDENTITIES).map(|line| identity(line, &rows)).collect(),
        overview: lines(OVERVIEW)
            .map(|[key, wording]| (known(key, OverviewPart::from_key(key)), wording))
            .collect(),
        headings: lines(HEADINGS)
            .map(|[edition, key, wording]| {
                (known(edition, Edition::from_key(edition)), known(key, ColumnKey::from_key(key)), wording)
            })
            .collect(),
        words: lines(WORDS).map(|[word]| word).collect(),
        places: Places::of(&rows, &columns, &labels),
        labels,
        rows,
        columns,
        sections,
    }
}

fn column([table, key, number, label]: [&'static str; 4]) -> FormColumn {
    FormColumn {
        table: known(table, TableKind::from_key(table)),
        key: known(key, ColumnKey::from_key(key)),
        number: match number {
            "count" => NumberKind::Count,
            "change" => NumberKind::Change,
            "amount" => NumberKind::Amount,
            other => panic!("form data: unknown kind of number {other:?}"),
        },
        label,
    }
}

fn row(
    [table, key, edition, group, columns, label]: [&'static str; 6],
    all_columns: &[FormColumn],
) -> FormRow {
    let table = known(table, TableKind::from_key(table));
    let key = known(key, RowKey::from_key(key));
    assert_eq!(key.table(), table, "form data: {key} is not a row of {table}");
    FormRow {
        key,
        edition: (edition != "both").then(|| known(edition, Edition::from_key(edition))),
        group: (group != "-").then_some(group),
        columns: if columns == "*" {
            all_columns.iter().filter(|column| column.table == table).map(|column| column.key).collect()
        } else {
            columns.split(',').map(|key| known(key, ColumnKey::from_key(key))).collect()
        },
        label,
    }
}

fn labels(rows: &[FormRow], columns: &[FormColumn], sections: &[(SectionKey, &'static str)]) -> Vec<Label> {
    let of_rows = rows.iter().map(|row| Label {
        table: Some(row.key.table()),
        meaning: Meaning::Row(row.key),
        wording: row.label,
    });
    let of_columns = columns.iter().map(|column| Label {
        table: Some(column.table),
        meaning: Meaning::Column(column.key),
        wording: column.label,
    });
    let aliases = lines(LABELS).map(|[table, role, key, wording]| Label {
        table: Some(known(table, TableKind::from_key(table))),
        meaning: match role {
            "row" => Meaning::Row(known(key, RowKey::from_key(key))),
            "column" if key == "amount@yuan" => Meaning::AmountInYuan,
            "column" => Meaning::Column(known(key, ColumnKey::from_key(key))),
            "group" => Meaning::Group(key),
            "head" => Meaning::Head(key),
            other => panic!("form data: unknown role {other:?}"),
        },
        wording,
    });
    let headings = sections.iter().map(|(key, wording)| Label {
        table: key.table(),
        meaning: Meaning::Section(*key),
        wording,
    });
    of_rows.chain(of_columns).chain(aliases).chain(headings).collect()
}

/// `a + b.* = c`: a sum of keys on either side.
fn equation(input: &'static str) -> IResult<&'static str, (Vec<&'static str>, Vec<&'static str>)> {
    fn sum(input: &'static str) -> IResult<&'static str, Vec<&'static str>> {
        let key = take_while1(|c: char| c.is_ascii_lowercase() || matches!(c, '_' | '.' | '*'));
        separated_list1(delimited(space0, tag("+"), space0), key).parse(input)
    }
    separated_pair(sum, delimited(space0, tag("="), space0), sum).parse(input)
}

fn identity([table, name, every, text]: [&'static str; 4], rows: &[FormRow]) -> Identity {
    let (_, (left, right)) = all_consuming(equation)
        .parse(text)
        .unwrap_or_else(|error| panic!("form data: not an identity: {text:?}: {error}"));
    let table = known(table, TableKind::from_key(table));
    let expand = |keys: Vec<&'static str>| -> Vec<RowKey> {
        let mut expanded = Vec::new();
        for key in keys {
            match key.strip_suffix('*') {
                None => expanded.push(known(key, RowKey::from_key(key))),
                Some(prefix) => expanded.extend(
                    rows.iter()
                        .map(|row| row.key)
                        .filter(|row| row.table() == table && row.key().starts_with(prefix)),
                ),
            }
        }
        expanded
    };
    let columns =
        |keys: Vec<&'static str>| keys.into_iter().map(|key| known(key, ColumnKey::from_key(key))).collect();
    let terms = match every {
        "row" => Terms::InEveryRow { left: columns(left), right: columns(right) },
        "column" => Terms::InEveryColumn { left: expand(left), right: expand(right) },
        other => panic!("form data: an identity holds in every row or column, not {other:?}"),
    };
    Identity { table, name, terms }
}
