//! Counting bytes, many at once.

/// How many bytes are `wanted`.
///
/// The test should be without branches: the compiler then tests a vector of bytes at a time, with sums of one byte each.
pub(super) fn count(bytes: &[u8], wanted: impl Fn(u8) -> bool) -> usize {
    // A sum of one byte holds at most 255.
    bytes
        .chunks(128)
        .map(|piece| usize::from(piece.iter().map(|byte| u8::from(wanted(*byte))).sum::<u8>()))
        .sum()
}

/// At how many places three bytes follow each other that are `wanted`.
pub(super) fn count_threes(bytes: &[u8], wanted: impl Fn([u8; 3]) -> bool) -> usize {
    let count_piece = |start: usize| {
        // Two bytes of the next piece, so that no three is lost between pieces.
        let piece = &bytes[start..bytes.len().min(start + 130)];
        let (second, third) = (piece.get(1..).unwrap_or_default(), piece.get(2..).unwrap_or_default());
        let threes = piece.iter().zip(second).zip(third);
        usize::from(threes.map(|((a, b), c)| u8::from(wanted([*a, *b, *c]))).sum::<u8>())
    };
    (0..bytes.len()).step_by(128).map(count_piece).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_hide_nothing() {
        let bytes: Vec<u8> = (0..3000_u32).map(|n| (n % 7) as u8).collect();
        let slow = bytes.iter().filter(|byte| (3..5).contains(*byte)).count();
        assert_eq!(count(&bytes, |byte| (3..5).contains(&byte)), slow);
        let slow = bytes.windows(3).filter(|three| **three == [5, 6, 0]).count();
        assert_eq!(count_threes(&bytes, |three| three == [5, 6, 0]), slow);
        for length in 0..3 {
            assert_eq!(count_threes(&bytes[..length], |_| true), 0);
        }
        assert_eq!(count(&[1; 1000], |_| true), 1000);
        assert_eq!(count_threes(&[1; 1000], |_| true), 998);
    }
}
