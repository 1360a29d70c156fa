//! Pseudo-classes that ask for no place, and parts of elements.

use super::{Ask, Truth};

/// A part of an element that a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::html::style) enum Part {
    /// All of it.
    Whole,
    /// What is put before and behind what stands in it: `::before`, `::after`.
    Before,
    After,
    /// `::first-letter`, `::first-line`
    Begin,
    /// Any other, such as what is selected: it shows none of the words of the page.
    Other,
}

/// A name behind `:` or `::`.
pub(super) enum Named {
    Ask(Ask),
    Part(Part),
    /// No browser of today knows it, so that it makes the whole rule void.
    Void,
    /// It is not known here.
    Unknown,
}

/// States that a page at rest is not in.
const AWAY: [&str; 24] = [
    "active",
    "autofill",
    "buffering",
    "current",
    "focus",
    "focus-visible",
    "focus-within",
    "fullscreen",
    "future",
    "hover",
    "modal",
    "muted",
    "past",
    "picture-in-picture",
    "playing",
    "popover-open",
    "seeking",
    "stalled",
    "target",
    "target-within",
    "user-invalid",
    "user-valid",
    "visited",
    "volume-locked",
];
/// States of controls that are not worked out.
const CONTROLS: [&str; 11] = [
    "default",
    "in-range",
    "indeterminate",
    "invalid",
    "optional",
    "out-of-range",
    "placeholder-shown",
    "read-only",
    "read-write",
    "required",
    "valid",
];

/// What a name without arguments asks for; `is_part` behind `::`.
pub(super) fn named(name: &str, is_part: bool) -> Named {
    match name {
        "before" => return Named::Part(Part::Before),
        "after" => return Named::Part(Part::After),
        "first-letter" | "first-line" => return Named::Part(Part::Begin),
        _ => {}
    }
    if ["-moz-", "-ms-", "-o-", "-khtml-"].iter().any(|maker| name.starts_with(maker)) {
        return Named::Void;
    }
    if is_part {
        return part(name);
    }
    let is = |all: &[&str]| all.contains(&name);
    Named::Ask(match name {
        "root" | "scope" => Ask::Root,
        "empty" => Ask::Empty,
        "link" | "any-link" | "-webkit-any-link" => Ask::Link,
        "checked" => Ask::Marked(&["checked", "selected"]),
        "disabled" => Ask::Marked(&["disabled"]),
        "open" => Ask::Marked(&["open"]),
        "defined" => Ask::Known(Truth::Yes),
        _ if is(&AWAY) || name.starts_with("-webkit-") || is(&["host"]) => Ask::Known(Truth::No),
        _ if is(&CONTROLS) || is(&["enabled"]) => Ask::Known(Truth::Maybe),
        _ => return Named::Unknown,
    })
}

/// `::selection` and its like.
fn part(name: &str) -> Named {
    const KNOWN: [&str; 14] = [
        "backdrop",
        "cue",
        "details-content",
        "file-selector-button",
        "grammar-error",
        "highlight",
        "marker",
        "part",
        "placeholder",
        "selection",
        "slotted",
        "spelling-error",
        "target-text",
        "view-transition",
    ];
    if KNOWN.contains(&name) || name.starts_with("-webkit-") {
        Named::Part(Part::Other)
    } else {
        Named::Unknown
    }
}
