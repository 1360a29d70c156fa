//! `GR3xx`: the identities of the form, within one report.

use rust_decimal::Decimal;

use super::outcome::{CheckReport, Skipped};
use crate::form::{ColumnKey, Edition, Identity, Instance, RowKey, Terms, form};
use crate::model::{CellRef, Finding, Presence, Report, Table};
use crate::rules::Rule;

/// The rules of this family and the identity each checks.
pub(super) const RULES: &[(Rule, &str)] = &[
    (Rule::ApplicantSum, "applicant-sum"),
    (Rule::OutcomeSum, "outcome-sum"),
    (Rule::CaseBalance, "case-balance"),
    (Rule::ResultSum, "result-sum"),
];

pub(super) fn run(rule: Rule, report: &Report, result: &mut CheckReport) {
    let Some((_, name)) = RULES.iter().find(|(of, _)| *of == rule) else {
        return;
    };
    for identity in form().identities.iter().filter(|identity| identity.name == *name) {
        let table = report.table(identity.table);
        let mut compared = 0;
        for instance in identity.instances(table.edition) {
            if let Some(sums) = Sums::of(&instance, table) {
                compared += 1;
                if sums.left != sums.right {
                    result.findings.push(finding(rule, identity, &instance, table, &sums));
                }
            }
        }
        if compared > 0 {
            result.ran.push((rule, compared));
        } else {
            let reason = if table.presence == Presence::Absent {
                format!("table {} is not in the source", table.kind)
            } else {
                format!("no sum of table {} has all its numbers", table.kind)
            };
            result.skipped.push(Skipped { rule, reason });
        }
    }
}

struct Sums {
    left: Decimal,
    right: Decimal,
}

impl Sums {
    /// Both sums, if every cell has a number.
    fn of(instance: &Instance, table: &Table) -> Option<Self> {
        let sum = |cells: &[(RowKey, ColumnKey)]| {
            cells.iter().try_fold(Decimal::ZERO, |sum, (row, column)| {
                sum.checked_add(table.get(*row, *column)?.value?)
            })
        };
        Some(Self { left: sum(&instance.left)?, right: sum(&instance.right)? })
    }
}

fn finding(rule: Rule, identity: &Identity, instance: &Instance, table: &Table, sums: &Sums) -> Finding {
    let label = |row: RowKey, column: ColumnKey| match &identity.terms {
        Terms::InEveryRow { .. } => row_label(row, table.edition),
        Terms::InEveryColumn { .. } => form()
            .column(table.kind, column)
            .map_or_else(|| column.to_string(), |column| column.label.to_owned()),
    };
    // The stated total stands alone on the right, except in the balance of cases, where both sides are sums.
    let (row, column) = instance.right[0];
    let addends = addends(&instance.left, table);
    let message = if instance.right.len() == 1 {
        format!("{}: {addends} is {}, the stated total is {}", label(row, column), sums.left, sums.right)
    } else {
        format!(
            "{}: {addends} is {}, but {} is {}",
            label(row, column),
            sums.left,
            self::addends(&instance.right, table),
            sums.right
        )
    };
    let spans = |cells: &[(RowKey, ColumnKey)]| -> Vec<_> {
        cells.iter().filter_map(|(row, column)| table.get(*row, *column)?.span).collect()
    };
    let mut beside = spans(&instance.right);
    beside.extend(spans(&instance.left));
    let mut beside = beside.into_iter();
    Finding::new(rule, message)
        .at(beside.next())
        .beside(beside)
        .about(instance.left.iter().chain(&instance.right).map(|(row, column)| CellRef::new(*row, *column)))
        .values(sums.right, sums.left)
}

/// `3+1+0`: the numbers added; zeros are left out where there are many.
fn addends(cells: &[(RowKey, ColumnKey)], table: &Table) -> String {
    let values: Vec<Decimal> =
        cells.iter().filter_map(|(row, column)| table.get(*row, *column)?.value).collect();
    let shown: Vec<String> = if values.len() > 6 {
        values.iter().filter(|value| !value.is_zero()).map(Decimal::to_string).collect()
    } else {
        values.iter().map(Decimal::to_string).collect()
    };
    if shown.is_empty() { "0".to_owned() } else { shown.join("+") }
}

fn row_label(row: RowKey, edition: Edition) -> String {
    form().row(row, edition).map_or_else(|| row.to_string(), |row| row.label.to_owned())
}
