//! What the file says of itself: title, author, dates, the program that made it (文件属性).

use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::DateTime;

use crate::decode;

/// The named values of the file, under the names that PDF gives them.
pub(super) fn properties(pdf: &Pdf) -> Vec<(&'static str, String)> {
    let metadata = pdf.metadata();
    let texts = [
        ("Title", &metadata.title),
        ("Author", &metadata.author),
        ("Subject", &metadata.subject),
        ("Keywords", &metadata.keywords),
        ("Creator", &metadata.creator),
        ("Producer", &metadata.producer),
    ];
    let texts = texts.into_iter().filter_map(|(name, bytes)| Some((name, text(bytes.as_deref()?)?)));
    let dates = [("CreationDate", metadata.creation_date), ("ModDate", metadata.modification_date)];
    let dates = dates.into_iter().filter_map(|(name, date)| Some((name, written(date?))));
    texts.chain(dates).collect()
}

/// A text: UTF-16 with its mark by the rules, in fact also UTF-8 and the encodings of China.
pub(super) fn text(bytes: &[u8]) -> Option<String> {
    let text = decode::decode(bytes, None).text;
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\0');
    (!text.is_empty()).then(|| text.to_owned())
}

/// A date as ISO 8601 writes it.
fn written(date: DateTime) -> String {
    let DateTime { year, month, day, hour, minute, second, utc_offset_hour, utc_offset_minute } = date;
    let sign = if utc_offset_hour < 0 { '-' } else { '+' };
    let offset = utc_offset_hour.unsigned_abs();
    format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{sign}{offset:02}:{utc_offset_minute:02}"
    )
}
