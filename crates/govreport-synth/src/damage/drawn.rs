//! What a page draws over its text: annotations, a second text, the same text again, a watermark.

use super::asides::to_some;
use super::making::{Says, make, put, said};
use super::select::line;
use crate::draft::Draft;
use crate::random::Random;
use crate::sheet::{Annotation, Making, Means};

/// Each annotation, with what the page says then.
const ANNOTATIONS: [(Means, Says); 13] = [
    (Means::Annotation(Annotation::BoxOver), Says::Number),
    (Means::Annotation(Annotation::BoxAlone), Says::Number),
    (Means::Annotation(Annotation::BoxUndrawn), Says::Number),
    (Means::Annotation(Annotation::Field), Says::Number),
    (Means::Annotation(Annotation::BoxHidden), Says::Number),
    (Means::Annotation(Annotation::Note), Says::Number),
    (Means::Annotation(Annotation::Highlight), Says::Number),
    (Means::Annotation(Annotation::Square), Says::Nothing),
    (Means::Annotation(Annotation::Redaction), Says::Nothing),
    (Means::Annotation(Annotation::Strike), Says::Nothing),
    (Means::Annotation(Annotation::StrikeUndrawn), Says::Nothing),
    (Means::Annotation(Annotation::StrikeBeside), Says::Number),
    (Means::Annotation(Annotation::Stamp), Says::Number),
];

/// Annotations over numbers, or instead of them.
pub(super) fn annotations(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    said(make(draft, random, &ANNOTATIONS))
}

/// Two numbers lie on one place, so that neither can be read.
pub(super) fn overlaid(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let way = random.size(0, 59);
    let made = to_some(draft, random, |draft, place, at, random| {
        let own = &line(draft, place).get(at)?.text;
        let strange: Vec<char> = ('0'..='9')
            .zip('０'..='９')
            .filter(|(c, wide)| !own.contains([*c, *wide]))
            .map(|(c, _)| c)
            .collect();
        // Where a figure lay on its like, the page would show it, and perhaps a number.
        let digit = *random.pick(&strange)?;
        let length = random.size(1, own.chars().count().min(3));
        let making = Making { means: Means::Overlaid, way, other: digit.to_string().repeat(length) };
        put(draft, place, at, making, Says::Untold)
    });
    said(made.map(|made| (Means::Overlaid, Says::Untold, made)))
}

/// Numbers are drawn two to four times, a little apart, to look bold or to throw a shadow.
pub(super) fn repeated(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    said(make(draft, random, &[(Means::Repeated, Says::Number)]))
}

/// A watermark with figures in it is drawn over the table.
pub(super) fn watermark(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    said(make(draft, random, &[(Means::Watermark, Says::Number)]))
}
