//! Title, author, dates: what the container says of the document (文档属性).

use super::bytes::{offset_at, slice, u16_at, u32_at, u64_at, utf16};
use super::code_page;
use crate::calendar;

/// A set of properties: the stream that has it, and the numbers and names of those that are read.
pub(super) struct Set {
    pub(super) stream: &'static str,
    names: &'static [(u32, &'static str)],
}

/// The two sets that Office writes. The names are those of newer Office files, so that one name serves all.
pub(super) const SETS: &[Set] = &[
    Set {
        stream: "\u{5}SummaryInformation",
        names: &[
            (2, "title"),
            (3, "subject"),
            (4, "creator"),
            (5, "keywords"),
            (6, "description"),
            (8, "lastModifiedBy"),
            (12, "created"),
            (13, "modified"),
        ],
    },
    Set { stream: "\u{5}DocumentSummaryInformation", names: &[(14, "Manager"), (15, "Company")] },
];

/// How many days after 1601-01-01 the year 1970 begins.
const DAYS_FROM_1601_TO_1970: i64 = 134_774;

/// Longest value that is taken; a longer one is no title.
/// Measured: with 2,048, no cell changes.
const LONGEST: usize = 4096;

/// The properties of a set, in its order.
pub(super) fn read(bytes: &[u8], set: &Set) -> Vec<(&'static str, String)> {
    properties(bytes, set).unwrap_or_default()
}

fn properties(bytes: &[u8], set: &Set) -> Option<Vec<(&'static str, String)>> {
    // After the header (28 bytes): the identity of the first section (16 bytes) and where it begins.
    let section = bytes.get(offset_at(bytes, 44)?..)?;
    let count = offset_at(section, 4)?;
    let entry = |index: usize| Some((u32_at(section, 8 + index * 8)?, offset_at(section, 12 + index * 8)?));
    let entries = || (0..count.min(256)).map_while(entry);
    let code_page =
        entries().find(|(id, _)| *id == 1).and_then(|(_, at)| u16_at(section, at.checked_add(4)?));
    let found = entries().filter_map(|(id, at)| {
        let (_, name) = set.names.iter().find(|(known, _)| *known == id)?;
        let value = value(section.get(at..)?, code_page.unwrap_or(936))?;
        let value = value.trim_matches(|c: char| c.is_whitespace() || c == '\0').to_owned();
        (!value.is_empty()).then_some((*name, value))
    });
    Some(found.collect())
}

/// A value: a text or a point in time.
fn value(bytes: &[u8], code_page: u16) -> Option<String> {
    match u16_at(bytes, 0)? {
        0x1E => Some(code_page::decode(slice(bytes, 8, offset_at(bytes, 4)?.min(LONGEST))?, code_page)),
        0x1F => Some(utf16(slice(bytes, 8, offset_at(bytes, 4)?.min(LONGEST).checked_mul(2)?)?)),
        0x40 => instant(u64_at(bytes, 4)?),
        _ => None,
    }
}

/// A count of 100 nanoseconds since 1601 as ISO date and time in UTC.
fn instant(ticks: u64) -> Option<String> {
    let seconds = ticks / 10_000_000;
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    let (year, month, day) = calendar::date(i64::try_from(days).ok()? - DAYS_FROM_1601_TO_1970);
    (days > 0 && year < 10_000).then(|| {
        format!(
            "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z",
            second / 3600,
            second / 60 % 60,
            second % 60
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_instants() {
        assert_eq!(instant(133_485_408_000_000_000).as_deref(), Some("2024-01-01T00:00:00Z"));
        assert_eq!(instant(0), None);
        assert_eq!(instant(u64::MAX), None);
    }

    #[test]
    fn values_in_code_pages_and_wide() {
        let mut narrow = vec![0x1E, 0, 0, 0, 5, 0, 0, 0];
        narrow.extend_from_slice(b"\xC4\xEA\xB1\xA8\0");
        assert_eq!(value(&narrow, 936).as_deref(), Some("年报\0"));
        let mut wide = vec![0x1F, 0, 0, 0, 2, 0, 0, 0];
        wide.extend("年报".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(value(&wide, 936).as_deref(), Some("年报"));
        assert_eq!(value(&wide[..9], 936), None);
    }
}
