//! Runs of rows that lost the number of one column, and what the sums say which.

use std::collections::BTreeMap;

use govreport_core::form::{ColumnKey, TableKind, Terms, form};
use govreport_core::model::CellRef;
use rust_decimal::Decimal;

use super::page::{Content, Row};
use crate::spec::Spec;

/// What is known of cells: their number, or that they are empty.
type Known = BTreeMap<CellRef, Option<Decimal>>;

/// The cells of all runs that the sums tell.
pub(super) fn told(rows: &[Row], known: &Known, spec: &Spec) -> Known {
    let mut told = Known::new();
    for run in rows
        .chunk_by(|a, b| is_short(a) && is_short(b) && a.chapter == b.chapter)
        .filter(|run| run.iter().all(is_short))
    {
        let places = run.first().map_or(0, |row| row.cells.len());
        let readings: Vec<Known> = (0..places)
            .filter_map(|lost| reading(run, lost))
            .chain(as_shown(run))
            .filter(|reading| holds(reading, known, spec))
            .collect();
        let Some((first, others)) = readings.split_first() else { continue };
        told.extend(
            first
                .iter()
                .filter(|(at, value)| others.iter().all(|other| other.get(at) == Some(value)))
                .map(|(at, value)| (*at, *value)),
        );
    }
    told
}

/// Whether a row of table two or three prints exactly one number less than it has columns, and nothing but numbers.
fn is_short(row: &Row) -> bool {
    let numbers = row.contents.iter().filter(|content| matches!(content, Content::Number { .. })).count();
    let other = row.contents.contains(&Content::Other);
    let summed = row.cells.first().is_some_and(|cell| cell.table != TableKind::Proactive);
    row.legible && summed && !other && numbers + 1 == row.cells.len()
}

/// The numbers of a run if all its rows lost this place; none where a number would be below zero.
fn reading(run: &[Row], lost: usize) -> Option<Known> {
    let mut reading = Known::new();
    for row in run {
        let mut numbers = row.contents.iter().filter_map(|content| match content {
            Content::Number { value, .. } => Some(*value),
            _ => None,
        });
        let mut values: Vec<Option<Decimal>> = row.cells.iter().map(|_| None).collect();
        for (place, value) in values.iter_mut().enumerate() {
            if place != lost {
                *value = numbers.next();
            }
        }
        // Each sum ends with its total; table three in one row has three of them.
        let width = if row.cells.len() == 15 { 5 } else { row.cells.len() };
        for (number, sum) in values.chunks_mut(width).enumerate() {
            let (total, parts) = sum.split_last_mut()?;
            let of_parts: Decimal = parts.iter().flatten().sum();
            match total {
                Some(total) if lost / width == number => {
                    let rest = *total - of_parts;
                    if rest < Decimal::ZERO {
                        return None;
                    }
                    parts.iter_mut().filter(|part| part.is_none()).for_each(|part| *part = Some(rest));
                }
                Some(total) if *total != of_parts => return None,
                Some(_) => {}
                None => *total = Some(of_parts),
            }
        }
        reading.extend(row.cells.iter().copied().zip(values));
    }
    Some(reading)
}

/// The numbers of a run if nothing was lost and its empty places are empty; none where a row shows too few places, or a sum over
/// one contradicts.
fn as_shown(run: &[Row]) -> Option<Known> {
    let mut reading = Known::new();
    for row in run {
        let values: Vec<Option<Decimal>> = row
            .contents
            .iter()
            .map(|content| match content {
                Content::Number { value, .. } => Some(*value),
                _ => None,
            })
            .collect();
        if values.len() != row.cells.len() {
            return None;
        }
        let width = if row.cells.len() == 15 { 5 } else { row.cells.len() };
        for sum in values.chunks(width) {
            let (total, parts) = sum.split_last()?;
            if total.is_some_and(|total| total != parts.iter().flatten().sum()) {
                return None;
            }
        }
        reading.extend(row.cells.iter().copied().zip(values));
    }
    Some(reading)
}

/// Whether every sum over a column holds of which all numbers are known.
fn holds(reading: &Known, known: &Known, spec: &Spec) -> bool {
    let Some(table) = reading.keys().next().map(|cell| cell.table) else { return true };
    let editions = spec.figures.editions();
    let columns: Vec<ColumnKey> = form().columns(table).map(|column| column.key).collect();
    let sums =
        form().identities(table).filter(|identity| matches!(identity.terms, Terms::InEveryColumn { .. }));
    sums.flat_map(|identity| editions.instances(identity))
        .filter(|instance| instance.left.first().is_some_and(|(_, column)| columns.contains(column)))
        .all(|instance| {
            let sum = |cells: &[_]| -> Option<Decimal> {
                let value = |(row, column): &(_, _)| {
                    let at = CellRef::new(*row, *column);
                    // An empty cell adds nothing.
                    reading.get(&at).or_else(|| known.get(&at)).map(|value| value.unwrap_or_default())
                };
                cells.iter().map(value).sum()
            };
            match (sum(&instance.left), sum(&instance.right)) {
                (Some(left), Some(right)) => left == right,
                _ => true,
            }
        })
}
