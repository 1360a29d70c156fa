//! Texts in the parts of a workbook.

use crate::ReadError;
use crate::budget::Budget;
use crate::package::{Step, Stop, Xml};

/// The texts that cells share, in order. What comes behind a place that is broken is missing.
pub(super) fn shared(text: &str, budget: &mut Budget) -> Result<Vec<String>, ReadError> {
    let mut xml = Xml::new(text);
    let mut texts = Vec::new();
    loop {
        match xml.next(budget) {
            Ok(Step::Open(element)) if element.name() == "si" => {
                let mut text = String::new();
                let end = if element.empty { Ok(()) } else { rich(&mut xml, &mut text, budget) };
                texts.push(text);
                match end {
                    Ok(()) => {}
                    Err(Stop::Broken(_)) => return Ok(texts),
                    Err(Stop::Over(error)) => return Err(error),
                }
            }
            Ok(Step::End) | Err(Stop::Broken(_)) => return Ok(texts),
            Ok(_) => {}
            Err(Stop::Over(error)) => return Err(error),
        }
    }
}

/// Reads a text to the end of the element that was opened last: its runs one behind the other, without what says how it
/// is spoken.
pub(super) fn rich(xml: &mut Xml<'_>, text: &mut String, budget: &mut Budget) -> Result<(), Stop> {
    let mut depth = 0_u64;
    let mut in_text = None;
    let mut written = String::new();
    loop {
        match xml.next(budget)? {
            Step::Open(element) if element.name() == "rPh" => {
                if !element.empty {
                    xml.skip(budget)?;
                }
            }
            Step::Open(element) => {
                if !element.empty {
                    depth += 1;
                    if element.name() == "t" {
                        in_text.get_or_insert(depth);
                    }
                }
            }
            Step::Close if depth == 0 => break,
            Step::Close => {
                if in_text == Some(depth) {
                    in_text = None;
                }
                depth -= 1;
            }
            Step::Text(part) if in_text.is_some() => written.push_str(&part),
            Step::Text(_) => {}
            Step::End => break,
        }
    }
    text.push_str(&unescaped(&written));
    Ok(())
}

/// Reads plain text to the end of the element that was opened last.
pub(super) fn plain(xml: &mut Xml<'_>, budget: &Budget) -> Result<String, Stop> {
    let mut text = String::new();
    let mut depth = 0_u64;
    loop {
        match xml.next(budget)? {
            Step::Open(element) => depth += u64::from(!element.empty),
            Step::Close if depth == 0 => return Ok(text),
            Step::Close => depth -= 1,
            Step::Text(part) => text.push_str(&part),
            Step::End => return Ok(text),
        }
    }
}

/// The texts of the elements with these names, and the names.
pub(super) fn named<'n>(
    text: &str,
    names: &[&'n str],
    budget: &Budget,
) -> Result<Vec<(&'n str, String)>, ReadError> {
    let mut xml = Xml::new(text);
    let mut found = Vec::new();
    loop {
        let read = match xml.next(budget) {
            Ok(Step::Open(element)) => match names.iter().find(|name| **name == element.name()) {
                Some(name) if !element.empty => plain(&mut xml, budget).map(|text| found.push((*name, text))),
                _ => Ok(()),
            },
            Ok(Step::End) => return Ok(trimmed(found)),
            Ok(_) => Ok(()),
            Err(stop) => Err(stop),
        };
        match read {
            Ok(()) => {}
            Err(Stop::Broken(_)) => return Ok(trimmed(found)),
            Err(Stop::Over(error)) => return Err(error),
        }
    }
}

fn trimmed(found: Vec<(&str, String)>) -> Vec<(&str, String)> {
    let trimmed = found.into_iter().map(|(name, text)| (name, text.trim().to_owned()));
    trimmed.filter(|(_, text)| !text.is_empty()).collect()
}

/// A text in which characters that XML cannot hold stand as `_x000D_`.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, escape) = rest.split_at(at);
        plain.push_str(before);
        let code = escape.get(2..6).filter(|_| escape.as_bytes().get(6) == Some(&b'_'));
        let digits = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let code = digits.and_then(|code| u32::from_str_radix(code, 16).ok());
        let skipped = if let Some(char) = code.and_then(char::from_u32) {
            plain.push(char);
            7
        } else {
            plain.push_str("_x");
            2
        };
        rest = escape.get(skipped..).unwrap_or_default();
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;

    #[test]
    fn runs_are_glued_and_readings_left_out() {
        let text = "<sst><si><t>a</t></si><si><r><t>公</t></r><r><rPr/><t xml:space='preserve'> 开&amp;</t></r><rPh><t>gong</t></rPh></si>\
                    <si/><si><t>b_x000D_c_xZZ</t></si><si><t>d";
        let mut budget = Budget::new(&Limits::default());
        assert_eq!(
            shared(text, &mut budget).ok(),
            Some(vec![
                "a".to_owned(),
                "公 开&".to_owned(),
                String::new(),
                "b\rc_xZZ".to_owned(),
                String::new(),
            ])
        );
    }
}
