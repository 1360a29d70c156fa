//! What is kept of the captions above a table while its rows are read.

/// What captions say of the numbers below them, so that these are not what the form counts.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Captions {
    /// They are of another year, or of others than the form counts: 境外申请人情况.
    pub(super) of_another_time: bool,
    /// They are multiples: 单位：百件.
    pub(super) in_multiples: bool,
}
