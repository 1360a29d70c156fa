use std::collections::BTreeMap;

use govreport_core::form::Edition;
use govreport_core::model::TableEdition;

use super::*;
use crate::{Editions, Figures, NumberStyle, Random, Scale};

fn sheets(edition: impl Into<Editions>, header: HeaderOrder) -> Vec<Sheet> {
    let figures = Figures::random(edition, Scale::County, 3);
    let mut forms = Forms {
        figures: &figures,
        entries: &BTreeMap::new(),
        numbers: NumberStyle::PLAIN,
        wording: Wording { header, ..Wording::PLAIN },
        random: Random::new(3),
    };
    let mut sheets: Vec<Sheet> = TableKind::ALL.iter().map(|table| forms.sheet(*table)).collect();
    sheets.extend(forms.proactive_blocks());
    sheets.extend(forms.requests_parts());
    sheets.extend(forms.review_parts());
    for table in TableKind::ALL {
        sheets.extend(forms.rows_alone(*table).into_iter().map(|alone| alone.sheet));
    }
    sheets
}

#[test]
fn every_row_fills_the_grid() {
    for edition in TableEdition::ALL.iter().copied() {
        for header in HeaderOrder::ALL {
            for sheet in sheets(edition, header) {
                for row in sheet.grid() {
                    assert_eq!(row.len(), sheet.width(), "{edition} {header:?} {:?}", sheet.rows);
                }
            }
        }
    }
}

#[test]
fn numbers_stand_under_each_other() {
    for sheet in sheets(Edition::E2021, HeaderOrder::TotalFirst)
        .iter()
        .filter(|sheet| sheet.kind == TableKind::Requests)
    {
        for row in sheet
            .grid()
            .iter()
            .filter(|row| row.iter().any(|p| matches!(p, Position::Start(s) if s.is_number())))
        {
            let numbers =
                row.iter().rev().take_while(|p| matches!(p, Position::Start(s) if s.is_number())).count();
            assert_eq!(numbers, 7);
        }
    }
}

#[test]
fn a_row_at_the_left_border_keeps_its_width() {
    let mut sheet = sheets(Edition::E2021, HeaderOrder::TotalFirst).swap_remove(1);
    let last = sheet.rows.len() - 2;
    sheet.flush_left.insert(last);
    let grid = sheet.grid();
    assert!(matches!(grid[last][0], Position::Start(slot) if slot.text == "（七）总计"));
    assert_eq!(grid[last].len(), sheet.width());
}
