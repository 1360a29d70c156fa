//! Which blocks of a document are the page's.

/// The blocks that are the page's.
#[derive(Debug, Default)]
pub(super) struct Marks {
    of_block: Vec<bool>,
    /// Whether any is.
    pub(super) any: bool,
}

impl Marks {
    pub(super) fn has(&self, block: usize) -> bool {
        self.of_block.get(block).copied().unwrap_or_default()
    }

    pub(super) fn set(&mut self, block: usize) {
        if self.of_block.len() <= block {
            self.of_block.resize(block + 1, false);
        }
        self.of_block[block] = true;
        self.any = true;
    }
}
