//! Cells that a page makes by other means than to hold their text.

use super::escaped;
use crate::sheet::{Making, Means, Slot};

/// What stands in a cell, given its text as the page writes it.
pub(super) fn made(slot: &Slot, text: String) -> String {
    let Some(Making { means, way, other }) = &slot.making else { return text };
    let (way, bare) = (*way, escaped(&slot.text));
    match means {
        Means::Struck => struck(&text, way),
        // What stands inside may state its own size and colour: the text is written bare.
        Means::Hidden => hidden(&bare, way),
        Means::Overlaid => match way % 3 {
            0 => format!(
                "<span style=\"position:relative\"><span style=\"position:absolute;left:0\">{other}</span>{text}</span>"
            ),
            1 => format!("<span style=\"margin-right:-1em\">{other}</span>{text}"),
            _ => format!("{other}<span style=\"position:relative;left:-0.8em\">{text}</span>"),
        },
        Means::Watermark => watermark(&text, other, way),
        Means::Control => control(&text, &bare, other, way),
        Means::Folded => format!("<details><summary>{text}</summary>{other}</details>"),
        Means::FoldedAway => format!("<details><summary>查看</summary>{text}</details>"),
        Means::Fallback => fallback(&text, other, way),
        Means::FallbackAlone => match way % 2 {
            0 => format!("<progress value=3 max=9>{text}</progress>"),
            _ => format!("<meter value=0.6>{text}</meter>"),
        },
        Means::Reversed => reversed(slot, way),
        Means::Formula => formula(&bare, other, way),
        Means::Fraction => match way % 3 {
            0 => format!("<math><mfrac>{}<mn>2</mn></mfrac></math>", terms(&bare)),
            1 => format!("<math><msqrt>{}</msqrt></math>", terms(&bare)),
            _ => format!("<math>{}<mo>+</mo><mn>{other}</mn></math>", terms(&bare)),
        },
        _ => text,
    }
}

fn struck(text: &str, way: usize) -> String {
    match way % 5 {
        0 => format!("<s>{text}</s>"),
        1 => format!("<del>{text}</del>"),
        2 => format!("<strike>{text}</strike>"),
        3 => format!("<span style=\"text-decoration: line-through\">{text}</span>"),
        _ => format!("<span style='text-decoration-line:line-through'>{text}</span>"),
    }
}

fn hidden(text: &str, way: usize) -> String {
    const STYLES: [&str; 8] = [
        "display:none",
        "visibility:hidden",
        "opacity:0",
        "font-size:0",
        "color:#fff;background-color:#fff",
        "color:#000000;background:#000000",
        "position:absolute;left:-9999px",
        "position:absolute;clip:rect(0,0,0,0)",
    ];
    match way % (STYLES.len() + 4) {
        8 => format!("<span hidden>{text}</span>"),
        9 => format!("<input type=hidden name=n value={text}>"),
        10 => format!("<template>{text}</template>"),
        11 => format!("<!-- {text} -->"),
        way => format!("<span style=\"{}\">{text}</span>", STYLES.get(way).unwrap_or(&STYLES[0])),
    }
}

/// Words of watermarks, with figures in them.
fn watermark(text: &str, other: &str, way: usize) -> String {
    let looks = match way % 3 {
        0 => "opacity:0.12",
        1 => "color:rgba(0,0,0,.08)",
        _ => "color:#f2f2f2;z-index:-1",
    };
    format!(
        "<span style=\"position:absolute;transform:rotate(-30deg);font-size:48px;pointer-events:none;{looks}\">内部资料 {other}</span>\
         {text}"
    )
}

fn control(text: &str, bare: &str, other: &str, way: usize) -> String {
    match way % 9 {
        0 => format!("<select><option>{other}</option><option selected>{bare}</option></select>"),
        // Where none is chosen, the first is shown.
        1 => format!("<select disabled><option>{bare}<option>{other}</select>"),
        2 => format!(
            "<select><option selected label=\"{bare}\">{other}</option><option>{other}0</option></select>"
        ),
        3 => format!(
            "<select><optgroup label=\"{other}\"><option value={other} selected>{bare}</option></optgroup></select>"
        ),
        4 => format!("<input type=text readonly value=\"{bare}\">"),
        5 => format!("<input value=\"{bare}\" placeholder=\"{other}\">"),
        6 => format!("<textarea rows=1>{bare}</textarea>"),
        7 => format!("<datalist id=d><option>{other}</option></datalist>{text}"),
        _ => format!("<input type=hidden value=\"{other}\"><output>{text}</output>"),
    }
}

fn fallback(text: &str, other: &str, way: usize) -> String {
    match way % 6 {
        0 => format!("{text}<progress value=3 max=9>{other}</progress>"),
        1 => format!("<meter value=0.6>{other}</meter>{text}"),
        2 => format!("<canvas width=9 height=9>{other}</canvas>{text}"),
        3 => format!("<video src=a.mp4>{other}</video>{text}"),
        4 => format!("<iframe src=a.html>{other}</iframe>{text}"),
        _ => format!("<audio src=a.mp3>{other}</audio>{text}"),
    }
}

/// The characters of a text from its end to its beginning.
fn backwards(text: &str) -> String {
    escaped(&text.chars().rev().collect::<String>())
}

fn reversed(slot: &Slot, way: usize) -> String {
    let text = backwards(&slot.text);
    match way % 5 {
        0 => format!("<bdo dir=\"rtl\">{text}</bdo>"),
        1 => format!("<span style=\"direction:rtl;unicode-bidi:bidi-override\">{text}</span>"),
        2 => format!("<bdo dir=rtl><b>{text}</b></bdo>"),
        // Twice from the end to the beginning.
        3 => format!("<bdo dir=rtl><bdo dir=ltr>{}</bdo></bdo>", escaped(&slot.text)),
        // Digits are written from left to right, unless something overrides it.
        _ => format!("<span dir=rtl>{}</span>", escaped(&slot.text)),
    }
}

/// The sign and the digits of a number.
fn terms(number: &str) -> String {
    let digits = number.trim_start_matches(['+', '-', '−', '＋', '－']);
    let sign = number.strip_suffix(digits).unwrap_or_default();
    let sign = if sign.is_empty() { String::new() } else { format!("<mo>{sign}</mo>") };
    format!("{sign}<mn>{digits}</mn>")
}

fn formula(bare: &str, other: &str, way: usize) -> String {
    let terms = terms(bare);
    match way % 3 {
        0 => format!("<math>{terms}</math>"),
        1 => format!("<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mrow>{terms}</mrow></math>"),
        _ => format!(
            "<math><semantics><mrow>{terms}</mrow><annotation encoding=\"application/x-tex\">{other}</annotation></semantics></math>"
        ),
    }
}
