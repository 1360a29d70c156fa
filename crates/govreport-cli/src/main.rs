//! The govreport command.

fn main() {}
