//! A PDF whose map of characters lacks the sign in front of numbers: such a number is not known, and never the one without it.

use govreport::check::Rule;
use govreport::form::Edition;
use govreport::{Decimal, Options, Reading};
use govreport_synth::{Layout, NumberStyle, Print, Scale, Spec, TruthCell, write};

/// A report whose font is not in the file, so that the map alone says which characters its codes are.
fn report(seed: u64) -> govreport_synth::Written {
    let mut spec = Spec::new(Layout::Pdf(Print::RULED), Edition::E2019, Scale::Province, seed);
    spec.numbers = NumberStyle { minus: '−', ..NumberStyle::PLAIN };
    write(&spec)
}

fn is_negative(cell: &TruthCell) -> bool {
    cell.value.is_some_and(|value| value < Decimal::ZERO)
}

#[test]
fn a_number_whose_sign_is_not_in_the_map_is_not_read_without_it() {
    let mut negative = 0;
    for seed in 0..4 {
        let written = report(seed);
        // The rows of the map that have U+2212, which the file has as long as it was.
        let (whole, without) = ("<2200> <22FF> <2200>", "<2200> <220F> <2200>");
        assert!(written.text.contains(whole), "the font of the file has a map");
        for (text, is_whole) in [(written.text.clone(), true), (written.text.replace(whole, without), false)]
        {
            let reading = Reading::from_bytes(text.as_bytes(), &Options::default()).expect("a report");
            for truth in &written.truth {
                let found = reading.report.cell(truth.at()).and_then(|cell| cell.value);
                if is_whole || !is_negative(truth) {
                    assert_eq!(found, truth.value, "{:?} of {seed}", truth.at());
                } else {
                    negative += 1;
                    assert!(found.is_none() || found == truth.value, "{:?} of {seed}: {found:?}", truth.at());
                }
            }
            let says_so = reading.report.findings.iter().any(|finding| finding.rule() == Rule::InvalidBytes);
            assert_eq!(says_so, !is_whole);
        }
    }
    assert!(negative > 4, "{negative} numbers with a sign");
}
