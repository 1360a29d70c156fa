//! 年份不明: the report nowhere names its year, and a table has rows or columns of two years.

use super::column_pairs::years;
use super::select::{foreign_numbers, labelled, line, own_label, run};
use crate::article::Part;
use crate::draft::Draft;
use crate::random::Random;
use crate::sheet::Slot;

/// Takes every year out of title, headings and text, and puts two into one table: nobody can tell which of them is the report's.
pub(super) fn two_years(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    take_years(draft);
    if random.one_in(2) { years(draft, random) } else { rows(draft, random) }
}

/// Rows of both years, each with its year behind or before its label.
fn rows(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let year = draft.spec.prose.year;
    let rows = run(&labelled(draft, None), random, 1, 6);
    let (above, before) = (random.one_in(2), random.one_in(2));
    for place in rows.iter().rev() {
        let of_row = line(draft, *place).to_vec();
        let at = own_label(&of_row)?;
        let label = &of_row[at].text;
        let named =
            |year: u16| if before { format!("{year}年{label}") } else { format!("{label}（{year}年）") };
        let (first, second) = if above { (year - 1, year) } else { (year, year - 1) };
        let mut below = vec![Slot::label(named(second), of_row[at].columns, 1)];
        below.extend(foreign_numbers(draft, *place, random));
        // Where both years have the same number, it is that of the report's year, whichever that is.
        let others: Vec<String> =
            below.iter().filter(|slot| slot.foreign).map(|slot| slot.text.clone()).collect();
        for (own, other) in of_row.iter().filter(|slot| slot.is_number()).zip(&others) {
            let Some(cell) = own.cell else { continue };
            if own.text == *other {
                draft.ledger.adrift(cell);
            } else {
                draft.ledger.untold(cell);
            }
        }
        draft.line(*place)?[at].text = named(first);
        draft.sheet(*place)?.insert_below(place.row, below);
    }
    (!rows.is_empty()).then(|| format!("no year is named but in {} rows of two years", rows.len()))
}

/// Takes the years out of everything but the tables.
fn take_years(draft: &mut Draft<'_>) {
    for chapter in &mut draft.chapters {
        // A line that dates the page tells the year as well.
        chapter.parts.retain(|part| !matches!(part, Part::PageLine(text) if *text != without_years(text)));
        for part in &mut chapter.parts {
            match part {
                Part::Title(lines) => lines.iter_mut().for_each(|line| *line = without_years(line)),
                Part::Heading { text, .. } | Part::Paragraph(text) | Part::PageLine(text) => {
                    *text = without_years(text);
                }
                Part::Table(_) => {}
            }
        }
    }
}

/// The text without its years: `2023年度` is 年度, `2023年1月` is 1月, and any other is 本年.
fn without_years(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let is_digit = |c: &char| c.is_ascii_digit() || "０１２３４５６７８９〇一二三四五六七八九".contains(*c);
    let mut kept = String::with_capacity(text.len());
    let mut rest = characters.as_slice();
    while let Some((first, behind)) = rest.split_first() {
        let digits = rest.iter().take_while(|c| is_digit(c)).count();
        let is_year = digits == 4 && matches!(first, '2' | '２' | '二');
        let after: &[char] = rest.get(digits..).unwrap_or_default();
        let spaces = after.iter().take_while(|c| **c == ' ').count();
        let after: &[char] = after.get(spaces..).unwrap_or_default();
        match after.first() {
            Some('年') if is_year => {
                let behind = after.get(1..).unwrap_or_default();
                let next = behind.first();
                if !next.is_some_and(|c| *c == '度' || *c == '政' || is_digit(c)) {
                    kept.push('本');
                }
                if !next.is_some_and(is_digit) && next != Some(&'政') {
                    kept.push('年');
                }
                rest = behind;
            }
            Some('-' | '/' | '.') if is_year => {
                kept.push_str("某年");
                rest = after.get(1..).unwrap_or_default();
            }
            _ if digits > 0 => {
                kept.extend(rest.iter().take(digits));
                rest = rest.get(digits..).unwrap_or_default();
            }
            _ => {
                kept.push(*first);
                rest = behind;
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::without_years;

    #[test]
    fn no_year_is_left() {
        let cases = [
            ("云川县 2023 年政府信息公开工作年度报告", "云川县 政府信息公开工作年度报告"),
            ("2023年度政府信息公开工作年度报告", "年度政府信息公开工作年度报告"),
            ("自2023年1月1日起至2023年12月31日止", "自1月1日起至12月31日止"),
            ("截至2023年底，共12345件", "截至本年底，共12345件"),
            ("国办函〔2020〕109号", "国办函〔2020〕109号"),
        ];
        for (text, expected) in cases {
            assert_eq!(without_years(text), expected);
        }
    }
}
