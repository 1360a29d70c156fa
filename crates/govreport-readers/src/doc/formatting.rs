//! What the formatting of the text says that a reader must know: tables, headings, what is hidden.

use std::cell::OnceCell;

use super::changes::changes;
use super::looks::{Looks, ground};
use super::number;
use super::pieces::{Changes, Character, Pieces};
use super::row_definition::RowDefinition;
use super::runs::Runs;
use super::styles::Styles;
use crate::compound::bytes::{offset_at, slice, u16_at, u32_at};

/// The formatting of a document.
pub(super) struct Formatting<'s> {
    pub(super) characters: Option<Runs<'s>>,
    pub(super) paragraphs: Option<Runs<'s>>,
    pub(super) styles: Styles,
    pub(super) pieces: Pieces<'s>,
    /// The stream of properties too long for where properties stand.
    pub(super) data: &'s [u8],
    /// Whether some paragraph or cell has a ground of its own, once that was asked.
    pub(super) grounds: OnceCell<bool>,
}

/// What a paragraph is.
#[derive(Debug, Default)]
pub(super) struct ParagraphFormat {
    /// How many tables it stands in.
    pub(super) depth: u32,
    pub(super) ends_row: bool,
    /// It ends a cell of a table in a table; cells of other tables have a mark of their own.
    pub(super) ends_inner_cell: bool,
    pub(super) heading: Option<u8>,
    /// Of the row that it ends.
    pub(super) row: RowDefinition,
}

/// What a character is.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct CharacterFormat {
    /// Hidden, or deleted in a revision.
    pub(super) is_hidden: bool,
    /// The character of a font that it stands for.
    pub(super) symbol: Option<char>,
    pub(super) looks: Looks,
}

impl Formatting<'_> {
    /// That of a document of which nothing but the text is known.
    pub(super) fn unknown() -> Self {
        Self {
            characters: None,
            paragraphs: None,
            styles: Styles::default(),
            pieces: Pieces::default(),
            data: &[],
            grounds: OnceCell::new(),
        }
    }

    /// What a paragraph is, told by its mark; `None` where that cannot be read.
    pub(super) fn paragraph(&self, mark: Character) -> Option<ParagraphFormat> {
        let properties = self.paragraphs.as_ref()?.at(mark.at)?;
        let mut found =
            Found { in_table: false, style: u16_at(properties, 0).unwrap_or_default(), ..Found::default() };
        self.apply(properties.get(2..).unwrap_or_default(), &mut found, true);
        match self.pieces.changes(mark) {
            Changes::None => {}
            Changes::List(list) => self.apply(list, &mut found, true),
            Changes::One(short, value) => {
                if let Some(number) = long(short) {
                    found.change(number, &[value]);
                }
            }
        }
        let heading = match found.outline {
            Some(level) => (level < 9).then_some(level + 1),
            None => self.styles.heading(found.style),
        };
        let format = found.format;
        Some(ParagraphFormat { depth: found.depth.max(u32::from(found.in_table)), heading, ..format })
    }

    fn apply(&self, list: &[u8], found: &mut Found, follow: bool) {
        for (number, value) in changes(list) {
            let elsewhere = number::HUGE.contains(&number) || number == number::ROW_PROPERTIES;
            if elsewhere {
                // What stands elsewhere refers no further.
                if let Some(list) = offset_at(value, 0).filter(|_| follow).and_then(|at| self.elsewhere(at)) {
                    self.apply(list, found, false);
                }
            } else {
                found.change(number, value);
            }
        }
        found.format.row.apply(list);
    }

    /// A list of properties in the stream of data.
    fn elsewhere(&self, at: usize) -> Option<&[u8]> {
        slice(self.data, at.checked_add(2)?, usize::from(u16_at(self.data, at)?))
    }

    /// What a character is.
    pub(super) fn character(&self, character: Character) -> CharacterFormat {
        let mut format = CharacterFormat::default();
        let list = self.characters.as_ref().and_then(|runs| runs.at(character.at)).unwrap_or_default();
        if self.styles.have_looks() {
            self.apply_styles(character, list, &mut format.looks);
        }
        for (number, value) in changes(list) {
            format.change(number, value);
        }
        match self.pieces.changes(character) {
            Changes::None => {}
            Changes::List(list) => changes(list).for_each(|(number, value)| format.change(number, value)),
            Changes::One(short, value) => {
                if let Some(number) = long(short) {
                    format.change(number, &[value]);
                }
            }
        }
        format
    }
}

impl Formatting<'_> {
    /// What the styles of its paragraph and of a character itself say of its looks.
    fn apply_styles(&self, character: Character, list: &[u8], looks: &mut Looks) {
        let paragraph = self.paragraphs.as_ref().and_then(|runs| runs.at(character.at));
        let own = changes(list).filter(|(number, _)| *number == number::CHARACTER_STYLE).last();
        let styles =
            [paragraph.and_then(|properties| u16_at(properties, 0)), own.and_then(|own| u16_at(own.1, 0))];
        for style in styles.into_iter().flatten() {
            self.styles.apply(style, looks);
        }
    }

    /// Whether nothing but the page is behind the text.
    pub(super) fn page_is_plain(&self) -> bool {
        let colours = |(number, value): (u16, &[u8])| {
            let mut grounds = value.chunks_exact(10);
            number::GROUNDS.contains(&number)
                && grounds.any(|shade| ground(shade).is_some() || shade.get(8) > Some(&1))
                || number::OLD_GROUNDS.contains(&number) && value.iter().any(|byte| *byte != 0)
        };
        !*self.grounds.get_or_init(|| {
            let lists = self.paragraphs.iter().flat_map(Runs::all);
            let mut lists = lists.filter_map(|properties| properties.get(2..));
            // What stands elsewhere may colour grounds.
            lists.any(|list| {
                changes(list).any(|change| {
                    number::HUGE.contains(&change.0) || change.0 == number::ROW_PROPERTIES || colours(change)
                })
            })
        })
    }
}

/// The number of a property that a fast save writes by a short one.
fn long(short: u8) -> Option<u16> {
    number::SHORT.iter().find(|(known, _)| *known == short).map(|(_, number)| *number)
}

/// Properties of a paragraph as they are put together.
#[derive(Default)]
struct Found {
    style: u16,
    outline: Option<u8>,
    in_table: bool,
    depth: u32,
    format: ParagraphFormat,
}

impl Found {
    fn change(&mut self, number: u16, value: &[u8]) {
        let is_on = value.first().is_some_and(|value| *value != 0);
        let depth = u32_at(value, 0).and_then(|depth| i32::try_from(depth).ok()).unwrap_or_default();
        match number {
            number::IN_TABLE => self.in_table = is_on,
            number::ROW_END | number::INNER_ROW_END => self.format.ends_row = is_on,
            number::INNER_CELL => self.format.ends_inner_cell = is_on,
            number::TABLE_DEPTH => self.depth = depth.unsigned_abs(),
            number::TABLE_DEPTH_MORE => {
                // A change may be negative.
                let more = u32_at(value, 0).map_or(0, u32::cast_signed);
                self.depth = self.depth.saturating_add_signed(more);
            }
            number::STYLE => self.style = u16_at(value, 0).unwrap_or_default(),
            number::OUTLINE_LEVEL => self.outline = value.first().copied(),
            _ => {}
        }
    }
}

impl CharacterFormat {
    fn change(&mut self, number: u16, value: &[u8]) {
        match number {
            number::DELETED | number::HIDDEN | number::HIDDEN_BY_FIELD => {
                // 0x80 is "as the style has it", 0x81 the opposite; styles that hide are not met.
                self.is_hidden |= matches!(value.first(), Some(1 | 0x81));
            }
            number::SYMBOL => {
                self.symbol = u16_at(value, 2).and_then(|code| char::from_u32(u32::from(code)));
            }
            _ => self.looks.take(number, value),
        }
    }
}
