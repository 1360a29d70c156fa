//! A number of a candidate reading, written in JSON with all its digits.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The number of a cell in one of several readings; `None` where the cell would be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Amount(
    /// The number.
    #[serde(with = "rust_decimal::serde::arbitrary_precision_option")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<f64>"))]
    pub Option<Decimal>,
);

impl From<Option<Decimal>> for Amount {
    fn from(value: Option<Decimal>) -> Self {
        Self(value)
    }
}
