//! How the data of a notice is declared.

/// Declares the data of notices, with what all of it has: it can be compared and written as JSON, and may grow.
macro_rules! data {
    ($($(#[$meta:meta])* $keyword:ident $name:ident $body:tt)+) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub $keyword $name $body
    )+ };
}

pub(super) use data;
