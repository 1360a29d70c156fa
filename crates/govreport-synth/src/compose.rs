//! Puts a report together from what the specification says: the sections with their prose and tables, in order.

use govreport_core::form::{SectionKey, TableKind};

use crate::article::{Chapter, Part};
use crate::layout::Layout;
use crate::prose::numeral;
use crate::sheet::Forms;
use crate::spec::Spec;

/// Puts the parts of a report in order.
pub(crate) fn article(spec: &Spec) -> Vec<Chapter> {
    let prose = &spec.prose;
    let mut forms = Forms::of(spec);
    let mut front = vec![Part::Title(prose.title.lines(&prose.issuer, prose.year))];
    front.extend(prose.publication_line().map(Part::PageLine));
    let period = prose.period.map(|form| form.sentence(prose.year));
    let period_in_introduction = period.clone().filter(|_| !prose.introduction.is_empty());
    for (place, paragraph) in prose.introduction.iter().enumerate() {
        let last = place + 1 == prose.introduction.len();
        let sentence = period_in_introduction.as_deref().filter(|_| last).unwrap_or_default();
        front.push(Part::Paragraph(format!("{paragraph}{sentence}")));
    }
    let mut chapters = vec![Chapter { key: None, parts: front }];
    for (number, key) in (1..).zip(SectionKey::ALL) {
        let heading = prose.heading(*key);
        let mut parts = vec![Part::Heading { depth: 1, text: format!("{}、{heading}", numeral(number)) }];
        match key.table() {
            Some(table) => tables(table, &mut forms, spec, &mut parts),
            None => prose.section(*key, &mut parts),
        }
        if *key == SectionKey::OtherMatters {
            parts.extend(period.clone().filter(|_| period_in_introduction.is_none()).map(Part::Paragraph));
            parts.extend(prose.contact_lines().into_iter().map(Part::Paragraph));
        }
        chapters.push(Chapter { key: Some(*key), parts });
    }
    for part in chapters.iter_mut().flat_map(|chapter| &mut chapter.parts) {
        match part {
            Part::PageLine(text) | Part::Heading { text, .. } | Part::Paragraph(text) => {
                *text = spec.wording.punctuated(text);
            }
            Part::Title(_) | Part::Table(_) => {}
        }
    }
    chapters
}

/// A table, whole, in parts or row by row, as its layout wants it.
fn tables(table: TableKind, forms: &mut Forms<'_>, spec: &Spec, parts: &mut Vec<Part>) {
    match (spec.layout, table) {
        (Layout::RowTables, _) => {
            for row in forms.rows_alone(table) {
                let outermost = 2 + row.depth - row.groups.len();
                for (depth, text) in (outermost..).zip(row.groups.into_iter().chain([row.name])) {
                    parts.push(Part::Heading { depth, text });
                }
                parts.push(Part::Table(row.sheet));
            }
        }
        (Layout::SplitTables, TableKind::Proactive) => {
            parts.extend(forms.proactive_blocks().into_iter().map(Part::Table));
        }
        (Layout::SplitTables, TableKind::Requests) => {
            parts.extend(forms.requests_parts().into_iter().map(Part::Table));
        }
        (Layout::SplitTables, TableKind::Review) => {
            parts.extend(forms.review_parts().into_iter().map(Part::Table));
        }
        _ => parts.push(Part::Table(forms.sheet(table))),
    }
}
