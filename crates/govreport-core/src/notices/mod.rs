//! What reading and checking have to say (提示), as typed data: one kind for each rule, one file for each family.
//!
//! A notice holds what was found and no sentence. Its sentence is made here, in English and in Chinese, so that a program asks for
//! the data and a person gets words. A [`Finding`](crate::model::Finding) adds the place.

mod amount;
mod arithmetic;
mod cells;
mod data;
mod language;
mod notice;
mod printed;
mod reading;
mod sentence;
mod structure;
mod words;

pub use amount::Amount;
pub use arithmetic::{Addend, BrokenSum, SumOf};
pub use cells::{
    CellsAmbiguous, CellsParted, CellsRealigned, Contents, EditionMixed, EditionSuperseded, LabelByDistance,
    LabelByOrder, NumbersUnplaced, RowAbsent, RowRepeated, RowUnknown, TableAsPicture, TableBlank,
    TableCutOff, TableMissing, TextInNumberCell, UnitConverted,
};
pub use language::Language;
pub use notice::Notice;
pub use printed::{Place, PrintedRow};
pub use reading::TableTooLong;
pub use structure::{
    IssuerInDoubt, IssuerMissing, PeriodIrregular, ReportInAttachment, SectionByNumber, SectionMissing,
    SectionOrder, SectionRepeated, SeveralReports, TitleMissing, YearInDoubt, YearMissing,
};

#[cfg(test)]
mod tests;
