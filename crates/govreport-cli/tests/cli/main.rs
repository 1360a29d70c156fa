//! The command run as a user runs it.

mod common;
mod demo;
mod reports;
mod usage;
