//! The contact block (联系方式): address, postal code, telephone, fax, e-mail.

use std::sync::LazyLock;

use nom::bytes::complete::{take_while_m_n, take_while1};
use nom::combinator::{recognize, verify};
use nom::{IResult, Parser};

use crate::form::{ContactField, frame};
use crate::model::{Contact, Located, Origin};
use crate::outline::lines::line::next_colon;
use crate::span::Span;
use crate::text::figures::figure;
use crate::text::fold::is_blank;
use crate::text::lexicon::Lexicon;

static LABELS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(frame().contact.iter().map(|(_, wording)| *wording)));

/// The longest label, in characters, spaces in it included.
/// Measured: with 8, no cell changes.
const LONGEST_LABEL: usize = 16;
/// How many colons of a line are looked at.
const COLONS: usize = 1000;
/// The longest address, in characters.
/// Measured: with 40, no cell changes.
const LONGEST_ADDRESS: usize = 80;

/// Reads the contact block from these lines. Of each field the first is taken.
pub(super) fn read(text: &str, lines: &[Span], contact: &mut Contact) {
    for line in lines {
        let content = line.of(text);
        let mut from = 0;
        for _ in 0..COLONS {
            let Some((at, colon)) = next_colon(content, from) else { break };
            let value = at + colon;
            if let Some(field) = label_before(content, from, at) {
                take(text, line.start, content, value, field, contact);
            }
            from = value;
        }
    }
}

/// The field whose label ends right before byte `at`.
fn label_before(content: &str, from: usize, at: usize) -> Option<ContactField> {
    let starts = content[from..at].char_indices().rev().take(LONGEST_LABEL);
    let ends = content[..at].trim_end_matches(|c: char| is_blank(c) || matches!(c, '）' | ')')).len();
    let mut found = None;
    for (offset, _) in starts {
        let Some((node, end)) = LABELS.walk(&content[..at], from + offset, Lexicon::ROOT).longest else {
            continue;
        };
        if end >= ends {
            // The longest label counts: 邮箱地址 is no address.
            found = Some(frame().contact[usize::from(LABELS.entries(node)[0])].0);
        }
    }
    found
}

fn take(text: &str, offset: usize, content: &str, value: usize, field: ContactField, contact: &mut Contact) {
    let value = content.len() - content[value..].trim_start_matches(is_blank).len();
    let rest = &content[value..];
    let length = match field {
        ContactField::Address => address(rest),
        ContactField::Postcode => matched(postcode(rest)),
        ContactField::Telephone | ContactField::Fax | ContactField::TelephoneAndFax => {
            matched(telephone(rest))
        }
        ContactField::Email => matched(email(rest)),
    };
    let Some(length) = length.filter(|length| *length > 0) else {
        return;
    };
    let span = Span::new(offset + value, offset + value + length).trimmed(text);
    let located = || Some(Located::new(span.of(text).to_owned(), Origin::Contact, span));
    let fields = match field {
        ContactField::Address => [Some(&mut contact.address), None],
        ContactField::Postcode => [Some(&mut contact.postcode), None],
        ContactField::Telephone => [Some(&mut contact.telephone), None],
        ContactField::Fax => [Some(&mut contact.fax), None],
        ContactField::TelephoneAndFax => [Some(&mut contact.telephone), Some(&mut contact.fax)],
        ContactField::Email => [Some(&mut contact.email), None],
    };
    for slot in fields.into_iter().flatten().filter(|slot| slot.is_none()) {
        *slot = located();
    }
}

fn matched(found: IResult<&str, &str>) -> Option<usize> {
    found.ok().map(|(_, matched)| matched.len())
}

/// An address: up to a sign that ends it, or to white space with another label behind it.
fn address(rest: &str) -> Option<usize> {
    let mut end = 0;
    let mut characters = 0;
    for (at, c) in rest.char_indices() {
        let closes = matches!(c, '；' | ';' | '，' | ',' | '。' | '）' | ')' | '\n' | '\t' | '|');
        if closes || (is_blank(c) && label_behind(&rest[at..])) {
            return Some(at);
        }
        characters += 1;
        if characters > LONGEST_ADDRESS {
            return None;
        }
        end = at + c.len_utf8();
    }
    Some(end)
}

/// Whether another label, or the name of a field followed by a colon, stands behind white space.
fn label_behind(rest: &str) -> bool {
    let rest = rest.trim_start_matches(is_blank);
    LABELS.walk(rest, 0, Lexicon::ROOT).longest.is_some()
        || rest.chars().take(8).any(|c| matches!(c, ':' | '：'))
}

/// Six figures.
fn postcode(rest: &str) -> IResult<&str, &str> {
    let figures = |input| take_while1(|c| figure(c).is_some()).parse(input);
    verify(figures, |figures: &str| figures.chars().count() == 6).parse(rest)
}

/// `0123-4567890`, `(0123)4567890`, `0123——4567890`, `01234567890`, `4567890-8001`.
fn telephone(rest: &str) -> IResult<&str, &str> {
    let sign = |c: char| {
        figure(c).is_some() || matches!(c, '-' | '－' | '—' | '–' | '(' | ')' | '（' | '）' | '+' | ' ' | '*')
    };
    let mut number = verify(take_while_m_n(3, 30, sign), |number: &str| {
        let figures = number.chars().filter(|c| figure(*c).is_some()).count();
        (3..=16).contains(&figures)
    });
    // A closing bracket belongs to the block, not to the number, where none was opened in it.
    number.parse(rest).map(|(_, number)| {
        let opened = number.contains(['(', '（']);
        let end = if opened { number.len() } else { number.find([')', '）']).unwrap_or(number.len()) };
        let number = number[..end].trim_end_matches(['-', '－', '—', '–', ' ', '(', '（']);
        (&rest[number.len()..], number)
    })
}

/// An address of mail; its @ is lost at times.
fn email(rest: &str) -> IResult<&str, &str> {
    let sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '@' | '＠' | '.' | '_' | '-' | '#');
    verify(recognize(take_while1(sign)), |mail: &str| mail.contains('.') && mail.len() >= 6).parse(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(text: &str) -> Contact {
        let mut contact = Contact::default();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            read(text, &[Span::new(at, at + line.len()).trimmed(text)], &mut contact);
            at += line.len();
        }
        contact
    }

    fn fields(text: &str) -> [Option<String>; 5] {
        let contact = contact(text);
        [contact.address, contact.postcode, contact.telephone, contact.fax, contact.email]
            .map(|field| field.map(|field| field.value))
    }

    #[test]
    fn the_whole_block() {
        let expected = ["青禾县白塔路1号", "123456", "0123-4567890", "0123-4567891", "qh@example.cn"];
        for text in [
            "（地址：青禾县白塔路1号；邮编：123456；电话：0123-4567890；传真：0123-4567891；电子邮箱：qh@example.cn）",
            "联系地址: 青禾县白塔路1号\n邮政编码: 123456\n联系电话: 0123-4567890\n传真号码: 0123-4567891\nE-mail: qh@example.cn",
            "办公地址：青禾县白塔路1号，邮 编：123456，咨询电话：0123-4567890，传真：0123-4567891，电子信箱：qh@example.cn。",
            "请与办公室联系（通讯地址：青禾县白塔路1号 邮编：123456 电话：0123-4567890 传真：0123-4567891 邮箱地址：qh@example.cn",
        ] {
            assert_eq!(fields(text), expected.map(|field| Some(field.to_owned())), "{text}");
        }
    }

    #[test]
    fn telephone_numbers() {
        for number in
            ["010—12345678", "(010)12345678", "0123--456789", "01234567890", "4567890", "45678901-8001"]
        {
            assert_eq!(fields(&format!("电话：{number}；"))[2].as_deref(), Some(number), "{number}");
        }
        let both = fields("电话（传真）：0123-4567890）");
        assert_eq!((both[2].as_deref(), both[3].as_deref()), (Some("0123-4567890"), Some("0123-4567890")));
    }

    #[test]
    fn prose_is_no_contact() {
        for text in [
            "及时更新咨询电话、通讯地址、邮政编码、电子邮箱等信息",
            "电话：无",
            "邮编：12345",
            "一是电话咨询：全年9次",
        ] {
            assert_eq!(fields(text), [const { None }; 5], "{text}");
        }
    }

    #[test]
    fn a_lost_at_sign() {
        assert_eq!(fields("电子邮箱：qh163.com")[4].as_deref(), Some("qh163.com"));
    }
}
