//! The choices of a list that drops down.

/// A list of choices that is open. Where it drops down, it shows the one that is chosen.
#[derive(Debug)]
pub(super) struct Select {
    pub(super) serial: u32,
    /// It shows all choices.
    pub(super) is_list: bool,
    /// Where its nodes begin.
    pub(super) start: usize,
    pub(super) options: Vec<Choice>,
}

/// A choice: its nodes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choice {
    pub(super) serial: u32,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) is_chosen: bool,
    pub(super) is_disabled: bool,
}
