//! How a sheet names its cells.

/// The address of a cell: `B7`.
pub(super) fn address(column: usize, row: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.insert(0, char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        match (rest / 26).checked_sub(1) {
            Some(next) => rest = next,
            None => break,
        }
    }
    format!("{}{row}", letters.into_iter().collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn columns_are_letters() {
        assert_eq!(address(0, 1), "A1");
        assert_eq!(address(25, 3), "Z3");
        assert_eq!(address(26, 10), "AA10");
    }
}
