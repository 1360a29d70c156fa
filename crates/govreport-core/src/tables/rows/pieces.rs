//! The tokens of a table that may be labels or pieces of labels, be they in the cell or the line of another.

use super::torn_group::is_year;
use crate::span::Span;
use crate::tables::tokens::{Content, Kind, Token};
use crate::text::fold::is_blank;
use crate::text::ordinal::{Style, ordinal};

/// Hands over the labels of a piece of a table and their pieces, each on its own. Of contents those are among them that may be figures
/// of a year in a label; they have no borders. `has_words` says whether words are left over in the table: single figures go with them.
pub(super) fn pieces_of_labels(piece: &[Token], text: &str, has_words: bool, mut take: impl FnMut(Token)) {
    for (at, token) in piece.iter().enumerate() {
        // Nearly all tokens are contents of rows, beside others.
        let may_be_piece = match token.kind {
            Kind::Break => false,
            Kind::Content(_) => is_year(token) || has_words && !token.bordered && !stands_in_row(piece, at),
            _ => true,
        };
        if !may_be_piece {
            continue;
        }
        let bordered = is_bordered(piece, at);
        match token.kind {
            Kind::Content(_) if bordered => {}
            Kind::Words | Kind::Fragment(_) => parted(Token { bordered, ..*token }, text, &mut take),
            _ => take(Token { bordered, ..*token }),
        }
    }
}

/// Whether the content of a token stands beside another, as in a row. A figure alone on its line may be one of a year that runs down
/// beside the rows.
fn stands_in_row(piece: &[Token], at: usize) -> bool {
    let is_beside = |other: Option<&Token>| {
        other.is_some_and(|other| other.block == piece[at].block && matches!(other.kind, Kind::Content(_)))
    };
    is_beside(piece.get(at + 1)) || is_beside(at.checked_sub(1).and_then(|before| piece.get(before)))
}

/// Whether a token has borders of its own. What stands in the cell of a label, in front of it, has not: 上年 of 上年 8.属于行政查询事项.
fn is_bordered(piece: &[Token], at: usize) -> bool {
    let token = &piece[at];
    let heads = |next: &Token| {
        matches!(next.kind, Kind::Label(_)) && (next.block, next.column) == (token.block, token.column)
    };
    let is_piece =
        matches!(token.kind, Kind::Words | Kind::Fragment(_) | Kind::Content(Content::Number { .. }));
    token.bordered && !(is_piece && piece.get(at + 1).is_some_and(heads))
}

/// The words of a token, parted where the number of an item stands among them: 本年（四）无法提, 上年 8.属于行政查询事项. What stands before it
/// is a piece of a label that runs down beside the rows.
fn parted(token: Token, text: &str, take: &mut impl FnMut(Token)) {
    let words = token.span.of(text);
    let begins_item = |at: usize| match ordinal(&words[at..]).map(|ordinal| ordinal.style) {
        Some(Style::HanBracketed) => true,
        Some(Style::Figure) => words[..at].ends_with(is_blank),
        _ => false,
    };
    let mut from = token.span.start;
    let places = words.char_indices().skip(1).map(|(at, _)| at);
    for at in places.filter(|at| begins_item(*at)).map(|at| token.span.start + at) {
        take(Token { kind: Kind::Words, span: Span::new(from, at), bordered: false, ..token });
        from = at;
    }
    take(Token { span: Span::new(from, token.span.end), ..token });
}
