//! The text of Word 6 and 95: one run of bytes.

use super::damage::damaged;
use super::information_block::InformationBlock;
use super::pieces::Character;
use crate::ReadError;
use crate::compound::bytes::{slice, u16_at};
use crate::compound::code_page;

/// The languages whose text is not in the Chinese code page, by the number of the language, and their code pages.
const LANGUAGES: &[(u16, u16)] =
    &[(0x0404, 950), (0x0411, 932), (0x0412, 949), (0x0409, 1252), (0x0809, 1252)];

/// The characters of the main text. Their formatting is not read.
pub(super) fn characters(stream: &[u8], block: &InformationBlock) -> Result<Vec<Character>, ReadError> {
    if block.is_complex {
        return Err(damaged(
            "it was saved by Word 6 or 95 in pieces, which are not read; save it anew as .docx",
        ));
    }
    let length = block.lengths.main.min(stream.len().saturating_sub(block.text_start));
    let bytes = slice(stream, block.text_start, length).unwrap_or_default();
    let language = u16_at(stream, 6).unwrap_or_default();
    let known = LANGUAGES.iter().find(|(number, _)| *number == language);
    let text = code_page::decode(bytes, known.map_or(936, |(_, code_page)| *code_page));
    Ok(text.chars().map(Character::plain).collect())
}
