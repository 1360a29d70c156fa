//! Examples of govreport in Rust; run one with `cargo run --example NAME`.
