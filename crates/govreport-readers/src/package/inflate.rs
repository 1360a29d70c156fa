//! Unpacks the parts of an archive that are as its directory says, with one inflater for all of them: to make one for each part
//! costs more than to unpack a small part.

use std::io::Cursor;

use flate2::{Decompress, FlushDecompress, Status};
use zip::{CompressionMethod, ZipArchive};

/// Unpacks parts.
pub(super) struct Inflate {
    inflater: Decompress,
}

impl Inflate {
    pub(super) fn new() -> Self {
        Self { inflater: Decompress::new(false) }
    }

    /// The bytes of a part that is deflated and whole: as long as the directory says, but no longer than `most`, and with the
    /// checksum that it gives. Of any other part nothing is told here.
    pub(super) fn whole_part(
        &mut self,
        bytes: &[u8],
        archive: &mut ZipArchive<Cursor<&[u8]>>,
        place: usize,
        most: u64,
    ) -> Option<Vec<u8>> {
        let file = archive.by_index_raw(place).ok()?;
        if file.encrypted() || file.compression() != CompressionMethod::Deflated || file.size() > most {
            return None;
        }
        let start = usize::try_from(file.data_start()?).ok()?;
        let length = usize::try_from(file.compressed_size()).ok()?;
        let packed = bytes.get(start..start.checked_add(length)?)?;
        let size = usize::try_from(file.size()).ok()?;
        let mut out = Vec::with_capacity(size);
        self.inflater.reset(false);
        let status = self.inflater.decompress_vec(packed, &mut out, FlushDecompress::Finish).ok()?;
        let is_whole = status == Status::StreamEnd && out.len() == size;
        // That of flate2 with zlib-rs takes as long as to unpack.
        (is_whole && crc32fast::hash(&out) == file.crc32()).then_some(out)
    }
}
