//! A cell of a sheet: a number where the sheet shows the same characters, and a text otherwise, as where people paste a column in.

use super::address::address;
use super::escaped;
use super::package::{HIDDEN, STRUCK, WHITE, style_of};
use crate::paper::Paper;
use crate::sheet::{Aside, Making, Means, Slot};

/// Writes the cell at a place.
pub(super) fn write(slot: &Slot, place: &str, column: usize, paper: &mut Paper) {
    if slot.text.is_empty() && slot.aside.is_none() {
        // Nothing is stored in an empty cell.
        return;
    }
    let made = slot.making.as_ref();
    match made.map(|making| making.means) {
        Some(Means::Format(code)) => {
            let stored = made.map_or("", |making| making.other.as_str());
            paper.line(&format!("<c r=\"{place}\" s=\"{}\"><v>{stored}</v></c>", style_of(code)));
            return;
        }
        Some(Means::Unstored) => {
            let formula = sum_of_left(place, column);
            let empty = if made.is_some_and(|making| making.way % 2 == 0) { "" } else { "<v></v>" };
            paper.line(&format!("<c r=\"{place}\"><f>{formula}</f>{empty}</c>"));
            return;
        }
        _ => {}
    }
    let style = match made {
        Some(Making { means: Means::Struck, .. }) => STRUCK,
        Some(Making { means: Means::Hidden, way, .. }) => [WHITE, HIDDEN][way % 2],
        _ => 0,
    };
    let style = if style == 0 { String::new() } else { format!(" s=\"{style}\"") };
    let is_number = slot.is_figure() && slot.aside.is_none() && is_shown_as_written(&slot.text);
    if is_number {
        paper.text(&format!("<c r=\"{place}\"{style}><v>"));
        paper.marked_up(slot, &slot.text);
        paper.line("</v></c>");
        return;
    }
    let (before, behind) = asides(slot);
    paper.text(&format!("<c r=\"{place}\"{style} t=\"inlineStr\"><is>{before}"));
    let is_rich = slot.aside.is_some();
    paper.text(if is_rich { "<r><t xml:space=\"preserve\">" } else { "<t xml:space=\"preserve\">" });
    paper.text(slot.padding.0);
    paper.marked_up(slot, &escaped(&slot.text));
    paper.text(slot.padding.1);
    paper.text(if is_rich { "</t></r>" } else { "</t>" });
    paper.line(&format!("{behind}</is></c>"));
}

/// The pieces of a text that stand before and behind it and are no part of it.
fn asides(slot: &Slot) -> (String, String) {
    let piece = |text: &str, look: &str| {
        format!("<r><rPr>{look}</rPr><t xml:space=\"preserve\">{}</t></r>", escaped(text))
    };
    match &slot.aside {
        None => (String::new(), String::new()),
        Some(Aside::Struck(figure)) => (piece(figure, "<strike/>"), String::new()),
        Some(Aside::Raised(mark)) => (String::new(), piece(mark, "<vertAlign val=\"superscript\"/>")),
        Some(Aside::Hidden(figure)) => (piece(figure, "<color rgb=\"FFFFFFFF\"/>"), String::new()),
    }
}

/// The sum of the two cells to the left.
fn sum_of_left(place: &str, column: usize) -> String {
    let row = place.trim_start_matches(|c: char| c.is_ascii_uppercase()).parse().unwrap_or(1);
    let first = address(column.saturating_sub(2), row);
    let last = address(column.saturating_sub(1), row);
    format!("SUM({first}:{last})")
}

/// Whether a number cell shows exactly these characters: digits, at most one point, no zero at either end, and few enough.
fn is_shown_as_written(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "1"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let whole = whole.strip_prefix('-').filter(|whole| *whole != "0").unwrap_or(whole);
    digits(whole)
        && digits(fraction)
        && (whole == "0" || !whole.starts_with('0'))
        && !fraction.ends_with('0')
        && text.len() <= 10
}
