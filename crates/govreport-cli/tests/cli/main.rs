//! The command run as a user runs it.

mod common;
mod reports;
mod usage;
