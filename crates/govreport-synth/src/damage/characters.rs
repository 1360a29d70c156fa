//! Characters that stand for others: traditional ones, and what text recognition takes for what.

use std::collections::HashMap;
use std::sync::LazyLock;

use govreport_core::model::Status;

use super::{doubt_labels, labels, prose};
use crate::article::Part;
use crate::draft::Draft;
use crate::random::Random;

/// For each character those that may stand for it.
type Others = HashMap<char, Vec<char>>;

static TRADITIONAL: LazyLock<Others> = LazyLock::new(|| others(include_str!("../../data/traditional.tsv")));
static LOOKALIKES: LazyLock<Others> = LazyLock::new(|| others(include_str!("../../data/lookalikes.tsv")));

fn others(table: &str) -> Others {
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(c, others)| {
            let others = others.split(' ').filter_map(|other| other.chars().next()).collect();
            Some((c.chars().next()?, others))
        })
        .collect()
}

/// The text with characters replaced, one in so many of those that have others.
fn replaced(text: &str, others: &Others, often: u64, random: &mut Random) -> String {
    text.chars()
        .map(|c| match others.get(&c) {
            Some(others) if random.one_in(often) => random.pick(others).copied().unwrap_or(c),
            _ => c,
        })
        .collect()
}

/// Replaces characters of a text, and says whether there were any.
fn replace(text: &mut String, others: &Others, often: u64, random: &mut Random) -> bool {
    let new = replaced(text, others, often, random);
    let changed = new != *text;
    *text = new;
    changed
}

/// The whole report, or its tables alone, in traditional characters.
pub(super) fn traditional(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let only_tables = random.one_in(3);
    let often = if random.one_in(3) { 2 } else { 1 };
    let mut changed = 0;
    for label in labels(draft) {
        changed += usize::from(replace(label, &TRADITIONAL, often, random));
    }
    if !only_tables {
        for text in prose(draft) {
            changed += usize::from(replace(text, &TRADITIONAL, often, random));
        }
        for part in draft.chapters.iter_mut().flat_map(|chapter| &mut chapter.parts) {
            if let Part::Title(lines) = part {
                for line in lines {
                    changed += usize::from(replace(line, &TRADITIONAL, often, random));
                }
            }
        }
    }
    doubt_labels(draft);
    (changed > 0).then(|| {
        format!("traditional characters in {}", if only_tables { "the tables" } else { "the report" })
    })
}

/// Characters of labels and prose taken for others.
pub(super) fn ocr_text(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let often = *random.pick(&[8, 20, 60])?;
    let (mut in_labels, mut in_prose) = (0, 0);
    for label in labels(draft) {
        in_labels += usize::from(replace(label, &LOOKALIKES, often, random));
    }
    for text in prose(draft) {
        in_prose += usize::from(replace(text, &LOOKALIKES, often, random));
    }
    doubt_labels(draft);
    (in_labels + in_prose > 0)
        .then(|| format!("characters taken for others in {in_labels} labels and {in_prose} lines of prose"))
}

/// Letters that a digit is taken for.
const LETTERS: [(char, &[char]); 7] = [
    ('0', &['O', 'o', 'Q', 'D']),
    ('1', &['l', 'I', 'i']),
    ('2', &['Z', 'z']),
    ('5', &['S', 's']),
    ('6', &['b', 'G']),
    ('8', &['B']),
    ('9', &['g', 'q']),
];

/// Digits of some cells taken for letters.
pub(super) fn ocr_digits(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let rows = draft.number_rows(None);
    let often = random.between(4, 60);
    let mut garbled = Vec::new();
    for place in rows {
        let Some(line) = draft.line(place) else { continue };
        for slot in line.iter_mut() {
            let Some(at) = slot.cell.filter(|_| random.one_in(often)) else { continue };
            let letters =
                |c: char| LETTERS.iter().find(|(digit, _)| *digit == c).map(|(_, letters)| *letters);
            let digits: Vec<usize> =
                slot.text.char_indices().filter(|(_, c)| letters(*c).is_some()).map(|(at, _)| at).collect();
            let Some(digit) = random.pick(&digits).copied() else { continue };
            let c =
                slot.text[digit..].chars().next().and_then(letters).and_then(|letters| random.pick(letters));
            if let Some(c) = c {
                slot.text.replace_range(digit..=digit, &c.to_string());
                garbled.push(at);
            }
        }
    }
    // What a letter stands for is lost as in a cell that is lost: the sums may tell it.
    for at in &garbled {
        draft.ledger.unprinted(*at, vec![Status::Text, Status::Ambiguous, Status::Inferred]);
    }
    (!garbled.is_empty()).then(|| format!("{} numbers with a letter for a digit", garbled.len()))
}
