//! Switches: attributes and cells that say yes or no.

/// What a switch says.
pub(super) fn is_on(value: Option<&str>) -> bool {
    matches!(value, Some("1" | "true" | "on"))
}
