//! Benchmarks of govreport; see the directory `benches/`.
