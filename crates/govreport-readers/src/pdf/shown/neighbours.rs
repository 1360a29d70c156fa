//! Finds the glyphs near to a place.

use super::super::drawing::{Drawing, Fate, Glyph};

/// The height, in points, of the bands in which glyphs are looked for.
const BAND: f64 = 8.0;
/// At most so many glyphs are looked at for each place: more are a drawing made of letters.
/// Measured: with 48, no cell changes.
const MOST: usize = 96;

/// The glyphs that are seen, by their places.
pub(super) struct Neighbours {
    /// Band, left edge and number of each, sorted.
    entries: Vec<(i32, f64, u32)>,
    /// The widest of them.
    widest: f64,
}

impl Neighbours {
    pub(super) fn of(drawing: &Drawing) -> Self {
        let shown = |(glyph, number): (&Glyph, u32)| {
            matches!(glyph.fate, Fate::Shown | Fate::Illegible | Fate::Covered(_))
                .then(|| (band(glyph.upright().middle().1), glyph.upright().left, number))
        };
        let mut entries: Vec<_> = drawing.glyphs.iter().zip(0..).filter_map(shown).collect();
        entries.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let widest = drawing.glyphs.iter().map(|glyph| glyph.upright().width()).fold(0.0, f64::max);
        Self { entries, widest: widest.min(100.0) }
    }

    /// The numbers of glyphs that may meet a stretch at a height.
    pub(super) fn near(&self, y: f64, from: f64, to: f64) -> impl Iterator<Item = usize> + '_ {
        let bands = band(y - BAND)..=band(y + BAND);
        bands.flat_map(move |band| {
            let begin = (band, from - self.widest);
            let start = self.entries.partition_point(|(at, left, _)| (*at, *left) < begin);
            let entries = self.entries.get(start..).unwrap_or_default();
            entries
                .iter()
                .take_while(move |(at, left, _)| *at == band && *left <= to)
                .map(|(_, _, number)| *number as usize)
        })
    }

    /// Calls for each two glyphs that begin nearer to each other than `reach` and stand at one height.
    pub(super) fn pairs(&self, reach: f64, mut each: impl FnMut(usize, usize)) {
        for (at, (own, left, number)) in self.entries.iter().enumerate() {
            for next in [*own, own + 1] {
                let start = if next == *own {
                    at + 1
                } else {
                    self.entries.partition_point(|(band, other, _)| (*band, *other) < (next, left - reach))
                };
                let entries = self.entries.get(start..).unwrap_or_default();
                let within = entries
                    .iter()
                    .take_while(|(band, other, _)| *band == next && *other <= left + reach)
                    .take(MOST);
                for (_, _, other) in within {
                    each(*number as usize, *other as usize);
                }
            }
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "places on a page are bounded")]
fn band(y: f64) -> i32 {
    (y / BAND).floor() as i32
}
