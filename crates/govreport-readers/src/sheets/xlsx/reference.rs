//! Names of cells: `B12`, `A1:C3`.

use super::super::sheet::Region;

/// Row and column, from 0, of the cell with this name.
pub(super) fn cell(name: &str) -> Option<(u32, u32)> {
    let name = name.trim();
    let split = name.find(|char: char| char.is_ascii_digit() || char == '$' && !name.starts_with('$'))?;
    let (letters, digits) = name.split_at(split);
    let letters = letters.trim_matches('$');
    // Three letters name more columns than there are.
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut column = 0;
    for letter in letters.bytes() {
        column = column * 26
            + u32::from(letter.to_ascii_uppercase().checked_sub(b'A').filter(|digit| *digit < 26)?)
            + 1;
    }
    let row: u32 = digits.trim_matches('$').parse().ok()?;
    Some((row.checked_sub(1)?, column - 1))
}

/// The region with this name.
pub(super) fn region(name: &str) -> Option<Region> {
    let (first, last) = name.split_once(':').unwrap_or((name, name));
    let ((first_row, first_column), (last_row, last_column)) = (cell(first)?, cell(last)?);
    Some(Region { first_row, last_row, first_column, last_column })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_cells() {
        assert_eq!(cell("A1"), Some((0, 0)));
        assert_eq!(cell("$AA$10"), Some((9, 26)));
        assert_eq!(cell("XFD1048576"), Some((1_048_575, 16_383)));
        for wrong in ["", "A", "1", "A0", "A99999999999", "é1", "AAAA1", "A-1", "$"] {
            assert_eq!(cell(wrong), None, "{wrong}");
        }
        let expected = Region { first_row: 0, last_row: 2, first_column: 1, last_column: 3 };
        assert_eq!(region("B1:D3"), Some(expected));
    }
}
