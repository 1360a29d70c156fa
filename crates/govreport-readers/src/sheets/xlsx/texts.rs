//! Texts in the parts of a workbook.

use super::super::look::{Font, Palette, Run};
use super::super::style::Text;
use super::styles::of_font;
use crate::ReadError;
use crate::budget::Budget;
use crate::package::{Step, Stop, Xml};

/// The texts that cells share, in order. What comes behind a place that is broken is missing.
pub(super) fn shared(text: &str, palette: &Palette, budget: &mut Budget) -> Result<Vec<Text>, ReadError> {
    let mut xml = Xml::new(text);
    let mut texts = Vec::new();
    loop {
        match xml.next(budget) {
            Ok(Step::Open(element)) if element.name() == "si" => {
                let mut runs = Vec::new();
                let end = if element.empty { Ok(()) } else { rich(&mut xml, &mut runs, palette, budget) };
                texts.push(of_runs(runs));
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

/// A text of these runs. Those in the font of their cell are one.
pub(super) fn of_runs(runs: Vec<Run>) -> Text {
    if runs.iter().any(|run| run.font.is_some()) {
        return Text::Rich(runs);
    }
    Text::Plain(runs.into_iter().map(|run| run.text).reduce(|text, more| text + &more).unwrap_or_default())
}

/// Reads a text to the end of the element that was opened last: its runs, without what says how it is spoken.
pub(super) fn rich(
    xml: &mut Xml<'_>,
    runs: &mut Vec<Run>,
    palette: &Palette,
    budget: &mut Budget,
) -> Result<(), Stop> {
    let mut depth = 0_u64;
    let mut in_text = None;
    let mut in_properties = None;
    runs.push(Run { text: String::new(), font: None });
    loop {
        let step = xml.next(budget)?;
        let Some(run) = runs.last_mut() else { return Ok(()) };
        match step {
            Step::Open(element) if element.name() == "rPh" => {
                if !element.empty {
                    xml.skip(budget)?;
                }
            }
            Step::Open(element) => {
                match (element.name(), &mut run.font) {
                    ("r", _) if !element.empty => runs.push(Run { text: String::new(), font: None }),
                    ("rPr", font) => {
                        // A font of its own says all there is to say.
                        *font = Some(Font::default());
                        in_properties = (!element.empty).then_some(depth + 1);
                    }
                    (_, Some(font)) if in_properties.is_some() => of_font(font, &element, palette),
                    _ => {}
                }
                if !element.empty {
                    depth += 1;
                    if element.name() == "t" {
                        in_text.get_or_insert(depth);
                    }
                }
            }
            Step::Close if depth == 0 => break,
            Step::Close => {
                in_text = in_text.filter(|text| *text != depth);
                in_properties = in_properties.filter(|properties| *properties != depth);
                depth -= 1;
            }
            Step::Text(part) if in_text.is_some() => run.text.push_str(&part),
            Step::Text(_) => {}
            Step::End => break,
        }
    }
    for run in runs.iter_mut() {
        if run.text.contains("_x") {
            run.text = unescaped(&run.text);
        }
    }
    runs.retain(|run| !run.text.is_empty());
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
    use super::super::super::style::Style;
    use super::*;
    use crate::Limits;

    fn read(text: &str) -> Vec<String> {
        let mut budget = Budget::new(&Limits::default());
        let texts = shared(text, &Palette::default(), &mut budget).expect("no limit is passed");
        texts.iter().map(|text| Style::default().text(text)).collect()
    }

    #[test]
    fn runs_are_glued_and_readings_left_out() {
        let text = "<sst><si><t>a</t></si><si><r><t>公</t></r><r><rPr/><t xml:space='preserve'> 开&amp;</t></r><rPh><t>gong</t></rPh></si>\
                    <si/><si><t>b_x000D_c_xZZ</t></si><si><t>d";
        assert_eq!(read(text), ["a", "公 开&", "", "b\rc_xZZ", "d"]);
    }

    #[test]
    fn runs_have_fonts_of_their_own() {
        let run = |properties: &str, text: &str| format!("<r><rPr>{properties}</rPr><t>{text}</t></r>");
        let text = |runs: &[String]| format!("<si>{}</si>", runs.concat());
        let raised = "<vertAlign val='superscript'/>";
        let texts = [
            text(&["<r><t>351</t></r>".to_owned(), run(raised, "1")]),
            text(&[run("<sz val='11'/>", "351"), run(raised, "12")]),
            text(&[run("<strike/>", "350"), run("<strike val='0'/>", "351")]),
            text(&[run("<color rgb='FFFFFFFF'/>", "9"), run("<color rgb='FFFF0000'/>", "351")]),
            text(&[run("<vertAlign val='baseline'/>", "351")]),
            text(&[run("<strike/>", "351")]),
            text(&["<r><rPr><strike/></rPr></r><r><t>351</t></r>".to_owned()]),
        ];
        let expected = ["351¹", "351¹²", "351", "351", "351", "", "351"];
        assert_eq!(read(&format!("<sst>{}</sst>", texts.concat())), expected);
    }
}
