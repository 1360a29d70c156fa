//! Sections that are missing, moved, renamed, or named inside section one.

use govreport_core::form::SectionKey;

use crate::article::{Chapter, Part};
use crate::draft::Draft;
use crate::prose::numeral;
use crate::random::Random;

/// Names that sections have in print, by key.
const NAMES: &str = include_str!("../../data/section_names.tsv");

/// One section is missing, or its heading is.
pub(super) fn missing(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let sections: Vec<usize> =
        (0..draft.chapters.len()).filter(|chapter| draft.chapters[*chapter].key.is_some()).collect();
    let at = *random.pick(&sections)?;
    let key = draft.chapters[at].key?;
    if random.one_in(3) {
        // The text goes on in the section before.
        let mut parts = draft.chapters.remove(at).parts;
        let heading = parts.iter().position(|part| matches!(part, Part::Heading { depth: 1, .. }))?;
        parts.remove(heading);
        draft.chapters.get_mut(at - 1)?.parts.append(&mut parts);
        return Some(format!("the heading of section {key} is missing"));
    }
    draft.chapters.remove(at);
    Some(format!("section {key} is missing"))
}

/// Two sections have changed places, with their numbers or without.
pub(super) fn reordered(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let sections: Vec<usize> =
        (0..draft.chapters.len()).filter(|chapter| draft.chapters[*chapter].key.is_some()).collect();
    let first = *random.pick(&sections)?;
    let second = *random.pick(&sections)?;
    if first == second {
        return None;
    }
    draft.chapters.swap(first, second);
    let renumbered = random.one_in(2);
    if renumbered {
        for (number, chapter) in (1..).zip(draft.chapters.iter_mut().filter(|chapter| chapter.key.is_some()))
        {
            if let Some(text) = heading(chapter) {
                let name = name_of(text).to_owned();
                *text = format!("{}、{name}", numeral(number));
            }
        }
    }
    Some(format!(
        "sections changed places, {}",
        if renumbered { "numbered anew" } else { "with their numbers" }
    ))
}

/// The heading of a section.
fn heading(chapter: &mut Chapter) -> Option<&mut String> {
    chapter.parts.iter_mut().find_map(|part| match part {
        Part::Heading { depth: 1, text } => Some(text),
        _ => None,
    })
}

/// A heading without its number.
fn name_of(heading: &str) -> &str {
    heading.split_once('、').map_or(heading, |(_, name)| name)
}

/// Sections have other names, and numbers in another style, or none.
pub(super) fn renamed(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let often = random.between(1, 3);
    let style = random.below(8);
    let (mut renamed, mut changed) = (0, 0);
    for (number, chapter) in (1..).zip(draft.chapters.iter_mut().filter(|chapter| chapter.key.is_some())) {
        let key = chapter.key.map(SectionKey::key).unwrap_or_default();
        let names: Vec<&str> = NAMES
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .filter(|(of, _)| *of == key)
            .map(|(_, name)| name)
            .collect();
        let Some(text) = heading(chapter) else { continue };
        let other = if random.one_in(often) { random.pick(&names).copied() } else { None };
        let name = other.unwrap_or_else(|| name_of(text)).to_owned();
        let new = match style {
            0 => name,
            1 => format!("{number}、{name}"),
            2 => format!("（{}）{name}", numeral(number)),
            3 => format!("{} 、{name}", numeral(number)),
            4 => format!("{}、{name}。", numeral(number)),
            5 => format!("第{}部分 {name}", numeral(number)),
            6 if number == 1 => format!("—、{name}"),
            _ => format!("{}、{name}", numeral(number)),
        };
        renamed += usize::from(other.is_some());
        changed += usize::from(new != *text);
        *text = new;
    }
    (changed > 0).then(|| format!("{renamed} sections with other names, numbers in style {style}"))
}

/// Section one numbers its parts like sections, and names some of them like sections.
pub(super) fn nested(draft: &mut Draft<'_>, random: &mut Random) -> Option<String> {
    let overview = draft.chapters.iter_mut().find(|chapter| chapter.key == Some(SectionKey::Overview))?;
    let on_one_line = random.one_in(2);
    let mut inside = Vec::new();
    for (number, (name, text)) in (1..).zip([
        ("加强组织领导", "明确分管领导和责任科室，按要求落实各项公开工作。"),
        ("主动公开政府信息情况", "通过门户网站和公开栏及时发布应当公开的信息。"),
        ("收到和处理政府信息公开申请情况", "申请渠道畅通，答复程序规范。"),
        ("政府信息公开行政复议、行政诉讼情况", "认真做好应对工作。"),
        ("收费及减免情况", "全年没有收取信息处理费用。"),
    ]) {
        let heading = format!("{}、{name}", numeral(number));
        if on_one_line {
            inside.push(Part::Paragraph(format!("{heading}。{text}")));
        } else {
            inside.push(Part::Heading { depth: 2, text: heading });
            inside.push(Part::Paragraph(text.to_owned()));
        }
    }
    let end = if random.one_in(2) { overview.parts.len() } else { overview.parts.len().min(1) };
    overview.parts.splice(end..end, inside);
    Some("section one names sections inside".to_owned())
}
