//! Runs: which properties the characters and paragraphs at a place of the stream have (CHPX, PAPX).

use crate::ReadError;
use crate::budget::Budget;
use crate::compound::bytes::{slice, u32_at};

/// Properties of stretches of the stream, in the order of the stream.
#[derive(Debug, Default)]
pub(super) struct Runs<'s> {
    runs: Vec<Run<'s>>,
}

#[derive(Debug, Clone, Copy)]
struct Run<'s> {
    start: u32,
    end: u32,
    properties: &'s [u8],
}

/// What the properties are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    Characters,
    Paragraphs,
}

/// Size of a page of runs.
const PAGE: usize = 512;

impl<'s> Runs<'s> {
    /// The runs on the pages of the stream that the index in the table stream (`PlcBte…`) lists.
    ///
    /// `None` where there is no such index or nothing of what it lists can be read.
    pub(super) fn read(
        index: &[u8],
        stream: &'s [u8],
        of: Of,
        budget: &Budget,
    ) -> Result<Option<Self>, ReadError> {
        let pages = index.len().saturating_sub(4) / 8;
        let mut runs = Vec::new();
        // A page listed twice would say the same again.
        for page in 0..pages.min(stream.len() / PAGE) {
            if page % 1024 == 0 {
                budget.time()?;
            }
            let number = u32_at(index, (pages + 1) * 4 + page * 4).map(|number| number & 0x003F_FFFF);
            let place = number.and_then(|number| usize::try_from(number).ok()?.checked_mul(PAGE));
            if let Some(page) = place.and_then(|place| slice(stream, place, PAGE)) {
                read_page(page, of, &mut runs);
            }
        }
        runs.sort_by_key(|run: &Run<'_>| run.start);
        Ok((!runs.is_empty()).then_some(Self { runs }))
    }

    /// The properties of all runs.
    pub(super) fn all(&self) -> impl Iterator<Item = &'s [u8]> {
        self.runs.iter().map(|run| run.properties)
    }

    /// The properties at a place of the stream.
    pub(super) fn at(&self, at: u32) -> Option<&'s [u8]> {
        let after = self.runs.partition_point(|run| run.start <= at);
        let run = self.runs.get(..after)?.last()?;
        (at < run.end).then_some(run.properties)
    }
}

fn read_page<'s>(page: &'s [u8], of: Of, runs: &mut Vec<Run<'s>>) {
    let count = page.last().map_or(0, |count| usize::from(*count));
    // After the places come entries, one for each run: where its properties stand in the page, in steps of two bytes.
    let entry = match of {
        Of::Characters => 1,
        Of::Paragraphs => 13,
    };
    for index in 0..count {
        let read = || {
            let start = u32_at(page, index * 4)?;
            let end = u32_at(page, index * 4 + 4)?;
            let offset = usize::from(*page.get((count + 1) * 4 + index * entry)?) * 2;
            let properties = if offset == 0 { Some(&[][..]) } else { properties(page, offset, of) };
            Some(Run { start, end, properties: properties.unwrap_or_default() })
        };
        runs.extend(read().filter(|run| run.start < run.end));
    }
}

fn properties(page: &[u8], offset: usize, of: Of) -> Option<&[u8]> {
    let length = usize::from(*page.get(offset)?);
    match of {
        Of::Characters => slice(page, offset + 1, length),
        // Counted in twos, from the length on; a length that does not fit stands in the next byte.
        Of::Paragraphs if length == 0 => slice(page, offset + 2, usize::from(*page.get(offset + 1)?) * 2),
        Of::Paragraphs => slice(page, offset + 1, length * 2 - 1),
    }
}
