//! The statutory form as data: keys, labels, editions, identities.
//!
//! The facts stand in the tab-separated files of the directory `form/` of this crate, compiled in and read once. Source: the
//! forms of the annual report, 国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号, and the Regulations on Open Government
//! Information (中华人民共和国政府信息公开条例), articles 20, 49 and 50.

mod column;
mod frame;
mod identity;
mod instance;
mod keys;
mod label;
mod load;
mod places;
mod row;
mod whole;

pub use column::{FormColumn, NumberKind};
pub(crate) use frame::{AttachmentWord, BodyWord, ChromeWord, ContactField, PageLabel, TitleWord, frame};
pub use identity::{Identity, Terms};
pub use instance::Instance;
pub use keys::{ColumnKey, Edition, OverviewPart, RowKey, SectionKey, TableKind};
pub(crate) use label::{Label, Meaning};
pub(crate) use load::lines;
pub use row::FormRow;
pub use whole::Form;

use std::sync::LazyLock;

/// The form. Read from the compiled-in data on first use.
pub fn form() -> &'static Form {
    static FORM: LazyLock<Form> = LazyLock::new(load::load);
    &FORM
}

#[cfg(test)]
mod tests;
