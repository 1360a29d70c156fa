//! Lists of properties (`grpprl`): each is a number that says what is changed (`sprm`), and its new value.

use crate::compound::bytes::{slice, u16_at};

/// The properties in a list, with the bytes of their values. A list that is cut off ends early.
pub(super) fn changes(list: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = list;
    std::iter::from_fn(move || {
        let number = u16_at(rest, 0)?;
        let (skipped, length) = value_length(number, rest)?;
        let value = slice(rest, skipped, length)?;
        rest = rest.get(skipped + length..)?;
        Some((number, value))
    })
}

/// How many bytes stand before a value, and how many it has. The top three bits of the number tell.
fn value_length(number: u16, rest: &[u8]) -> Option<(usize, usize)> {
    Some(match number >> 13 {
        0 | 1 => (2, 1),
        2 | 4 | 5 => (2, 2),
        3 => (2, 4),
        7 => (2, 3),
        // The length stands before the value: in two bytes and one too great for the definition of a table row,
        _ if number == super::number::ROW_DEFINITION => (4, usize::from(u16_at(rest, 2)?).checked_sub(1)?),
        // in one byte for all others. Tabulators may have more than it can say.
        _ => match usize::from(*rest.get(2)?) {
            255 if number == super::number::TABULATORS => {
                let deleted = usize::from(*rest.get(3)?) * 4 + 1;
                (3, deleted + usize::from(*rest.get(3 + deleted)?) * 3 + 1)
            }
            length => (3, length),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_of_all_lengths() {
        let list = [
            &[0x16, 0x24, 1][..],
            &[0x00, 0x46, 2, 0],
            &[0x49, 0x66, 1, 0, 0, 0],
            &[0x08, 0xD6, 4, 0, 9, 9, 9],
            &[0x2B, 0xD6, 2, 0, 3],
            &[0x17, 0x24],
        ]
        .concat();
        let found: Vec<_> = changes(&list).collect();
        assert_eq!(
            found,
            [
                (0x2416, &[1][..]),
                (0x4600, &[2, 0]),
                (0x6649, &[1, 0, 0, 0]),
                (0xD608, &[9, 9, 9]),
                (0xD62B, &[0, 3])
            ]
        );
    }
}
