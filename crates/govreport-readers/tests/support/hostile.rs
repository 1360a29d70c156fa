//! Files damaged at random.

use std::time::{Duration, Instant};

use govreport_core::document::Document;
use govreport_readers::{Limits, ReadError};
use proptest::prelude::*;
use proptest::sample::Index;

/// Changes to the bytes of a file: where, and what is written there.
pub(crate) fn changes() -> impl Strategy<Value = Vec<(Index, Vec<u8>)>> {
    let number = prop_oneof![
        any::<u32>(),
        Just(0),
        Just(u32::MAX),
        Just(0x7FFF_FFFF),
        Just(0x4000_0000),
        0..70_000_u32,
    ];
    let written = prop_oneof![
        any::<u8>().prop_map(|byte| vec![byte]),
        any::<u16>().prop_map(|number| number.to_le_bytes().to_vec()),
        number.prop_map(|number| number.to_le_bytes().to_vec()),
    ];
    proptest::collection::vec((any::<Index>(), written), 1..60)
}

/// The bytes with the changes.
pub(crate) fn changed(mut bytes: Vec<u8>, changes: &[(Index, Vec<u8>)]) -> Vec<u8> {
    for (place, written) in changes {
        let start = place.index(bytes.len());
        for (byte, new) in bytes.iter_mut().skip(start).zip(written) {
            *byte = *new;
        }
    }
    bytes
}

/// Reads, and fails where that takes too long or gives spans that are none.
pub(crate) fn is_bounded(read: impl FnOnce(&Limits) -> Result<Document<'static>, ReadError>) {
    let begun = Instant::now();
    let limits = Limits::default().with_max_time(Duration::from_secs(5));
    if let Ok(document) = read(&limits) {
        for block in document.blocks() {
            assert!(document.text().get(block.span.range()).is_some());
            for cell in document.cells(block) {
                assert!(document.text().get(cell.span.range()).is_some());
            }
        }
    }
    assert!(begun.elapsed() < Duration::from_secs(30), "it took {:?}", begun.elapsed());
}
