//! Text to report in every layout, and what a byte costs at least: the validation of the same text as UTF-8.
//!
//! ```text
//! cargo bench -p govreport-benches
//! ```

use std::hint::black_box;

use divan::Bencher;
use divan::counter::BytesCount;
use govreport_benches::Corpus;
use govreport_synth::Layout;

fn main() {
    divan::main();
}

/// Runs `work` over all reports of a layout, and counts their bytes.
fn over<T>(bencher: Bencher, layout: Layout, work: impl Fn(&str) -> T + Sync) {
    let corpus = Corpus::of_layout(layout);
    bencher.counter(BytesCount::new(corpus.bytes())).bench(|| {
        for text in &corpus.texts {
            black_box(work(black_box(text)));
        }
    });
}

#[divan::bench(args = Layout::ALL)]
fn text_to_report(bencher: Bencher, layout: Layout) {
    over(bencher, layout, govreport::parse);
}

/// From the bytes of a file, as `govreport::read` does it: find out what they are, validate, read.
#[divan::bench(args = Layout::ALL)]
fn bytes_to_report(bencher: Bencher, layout: Layout) {
    over(bencher, layout, |text| govreport::read_bytes(text.as_bytes()));
}

#[divan::bench(args = Layout::ALL)]
fn utf8_validation_simdutf8(bencher: Bencher, layout: Layout) {
    over(bencher, layout, |text| simdutf8::basic::from_utf8(text.as_bytes()).is_ok());
}

#[divan::bench(args = Layout::ALL)]
fn utf8_validation_std(bencher: Bencher, layout: Layout) {
    over(bencher, layout, |text| std::str::from_utf8(text.as_bytes()).is_ok());
}

/// Bytes are those of the JSON.
#[divan::bench(args = Layout::ALL)]
fn report_to_json(bencher: Bencher, layout: Layout) {
    let reports: Vec<_> =
        Corpus::of_layout(layout).texts.iter().filter_map(|text| govreport::parse(text).ok()).collect();
    let bytes: usize = reports.iter().map(|report| govreport::to_json(report).len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for report in &reports {
            black_box(govreport::to_json(black_box(report)));
        }
    });
}
