//! What the benchmarks of govreport read: many reports that all differ, so that no branch predictor learns one by heart. And how
//! readings are counted against the truth, for all programs that do so.

mod count;
mod percent;
mod truth_table;
mod warrants;

pub use count::{Count, Miss, Script, compare, compare_script};
pub use percent::percent;
pub use truth_table::{parse_truth_table, truth_table};
pub use warrants::Warrants;

use std::fs;
use std::io;
use std::path::Path;

use govreport_synth::{Layout, Spec, write};
use mimalloc::MiMalloc;

/// The allocator of the command and of the Python module: measured is what they do.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// How many reports a layout is measured with.
pub const REPORTS_PER_LAYOUT: u64 = 64;

/// Texts that are measured together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corpus {
    /// What the texts have in common.
    pub name: String,
    /// The texts.
    pub texts: Vec<String>,
}

impl Corpus {
    /// Reports in one layout with random figures, wording and number style. The seeds are fixed: the reports are always the same.
    pub fn of_layout(layout: Layout) -> Self {
        let texts = (0..REPORTS_PER_LAYOUT).map(|seed| write(&Spec::random(layout, seed)).text).collect();
        Self { name: format!("{layout:?}"), texts }
    }

    /// All files of a folder that are UTF-8, sorted by name.
    ///
    /// # Errors
    ///
    /// Where the folder or a file cannot be read.
    pub fn of_folder(folder: &Path) -> io::Result<Self> {
        let mut paths = Vec::new();
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_file() {
                paths.push(path);
            }
        }
        paths.sort();
        let mut texts = Vec::new();
        for path in paths {
            if let Ok(text) = String::from_utf8(fs::read(path)?) {
                texts.push(text);
            }
        }
        Ok(Self { name: folder.display().to_string(), texts })
    }

    /// How many bytes the texts have together.
    pub fn bytes(&self) -> usize {
        self.texts.iter().map(String::len).sum()
    }
}
