//! Fields (域): instructions that are not printed, and their results, which are.

use super::pieces::Character;

/// A field of the text, by the numbers of its characters.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) begin: usize,
    /// What is printed begins here; the end where nothing is.
    pub(super) result: usize,
    pub(super) end: usize,
    /// Where it links to.
    pub(super) target: Option<String>,
}

const BEGIN: char = '\u{13}';
const SEPARATOR: char = '\u{14}';
const END: char = '\u{15}';

/// The fields of a text, in order of their beginnings. What has no end is no field.
pub(super) fn fields(characters: &[Character]) -> Vec<Field> {
    let mut open: Vec<(usize, Option<usize>)> = Vec::new();
    let mut fields = Vec::new();
    for (index, character) in characters.iter().enumerate() {
        match character.char {
            BEGIN => open.push((index, None)),
            SEPARATOR => {
                if let Some((_, separator @ None)) = open.last_mut() {
                    *separator = Some(index);
                }
            }
            END => {
                if let Some((begin, separator)) = open.pop() {
                    let instruction = characters.get(begin + 1..separator.unwrap_or(index));
                    fields.push(Field {
                        begin,
                        result: separator.unwrap_or(index),
                        end: index,
                        target: instruction.and_then(target),
                    });
                }
            }
            _ => {}
        }
    }
    fields.sort_by_key(|field| field.begin);
    fields
}

/// Longest instruction that is looked at.
/// Measured: with 2,048, no cell changes.
const LONGEST: usize = 4096;

/// Where an instruction `HYPERLINK "…"` links to.
fn target(instruction: &[Character]) -> Option<String> {
    let text: String = instruction.iter().take(LONGEST).map(|character| character.char).collect();
    let rest = text.trim_start().strip_prefix("HYPERLINK")?;
    let (_, quoted) = rest.split_once('"')?;
    let (target, _) = quoted.split_once('"')?;
    let target = target.trim();
    // `\l "…"` is a place in the same document.
    let elsewhere = !rest.trim_start().starts_with('\\') && !target.is_empty();
    elsewhere.then(|| target.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<(usize, usize, usize, Option<String>)> {
        let characters: Vec<_> = text.chars().map(Character::plain).collect();
        fields(&characters)
            .into_iter()
            .map(|field| (field.begin, field.result, field.end, field.target))
            .collect()
    }

    #[test]
    fn instructions_results_and_links() {
        assert_eq!(of("\u{13}PAGE\u{14}3\u{15}"), [(0, 5, 7, None)]);
        assert_eq!(of("\u{13}PAGE\u{15}"), [(0, 5, 5, None)]);
        assert_eq!(
            of("\u{13} HYPERLINK \"http://a.example\" \u{14}甲\u{15}")[0].3.as_deref(),
            Some("http://a.example")
        );
        assert_eq!(of("\u{13} HYPERLINK \\l \"_Toc1\" \u{14}甲\u{15}")[0].3, None);
    }

    #[test]
    fn fields_in_fields_and_fields_without_an_end() {
        let nested = of("\u{13}A\u{13}B\u{14}b\u{15}\u{14}a\u{15}");
        assert_eq!(nested, [(0, 7, 9, None), (2, 4, 6, None)]);
        assert_eq!(of("\u{13}A甲乙\u{15}\u{15}\u{14}\u{13}"), [(0, 4, 4, None)]);
    }
}
