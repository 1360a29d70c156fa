//! What is read is what `quick-xml` reads, of whole documents, of damaged ones, and of pieces in any order.

use std::fs;
use std::io::{Cursor, Read as _};
use std::path::Path;

use proptest::prelude::*;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::attributes::{self, Attributes};
use super::markup::{Markup, Piece};
use super::{Step, Stop, Xml, character};
use crate::Limits;
use crate::budget::Budget;

/// What a reader of XML tells.
#[derive(Debug, PartialEq, Eq)]
enum Told {
    Open { name: String, attributes: Vec<(String, String)>, empty: bool },
    Close,
    Text(String),
    End,
    Broken,
}

fn ours(text: &str) -> Vec<Told> {
    let mut markup = Markup::new(text);
    let mut told = Vec::new();
    loop {
        told.push(match markup.next() {
            Ok(Piece::Start(tag)) => {
                let attributes = Attributes::new(tag.attributes())
                    .map(|(name, value)| (name.to_owned(), attributes::value(value).into_owned()));
                Told::Open {
                    name: format!("{}|{}", tag.prefix(), tag.name()),
                    attributes: attributes.collect(),
                    empty: tag.empty,
                }
            }
            Ok(Piece::End) => Told::Close,
            Ok(Piece::Text(text)) => Told::Text(text.to_owned()),
            Ok(Piece::Reference(reference)) => match character(reference) {
                Some(c) => Told::Text(c.to_string()),
                None => continue,
            },
            Ok(Piece::Nothing) => Told::End,
            Err(_) => Told::Broken,
        });
        if matches!(told.last(), Some(Told::End | Told::Broken)) {
            return told;
        }
    }
}

fn theirs(text: &str) -> Vec<Told> {
    let mut reader = Reader::from_str(text);
    let mut told = Vec::new();
    let mut depth = 0;
    loop {
        told.push(match reader.read_event() {
            Ok(Event::Start(start)) => {
                depth += 1;
                opened(&start, false)
            }
            Ok(Event::Empty(start)) => opened(&start, true),
            Ok(Event::End(_)) => {
                depth -= 1;
                Told::Close
            }
            Ok(Event::Text(text)) => Told::Text(text.into_inner().into_owned()),
            Ok(Event::CData(text)) => Told::Text(text.into_inner().into_owned()),
            Ok(Event::GeneralRef(reference)) => match reference.resolve_char_ref() {
                Ok(Some(c)) => Told::Text(c.to_string()),
                _ => match quick_xml::escape::resolve_predefined_entity(&reference) {
                    Some(known) => Told::Text(known.to_owned()),
                    None => continue,
                },
            },
            Ok(Event::Eof) if depth > 0 => Told::Broken,
            Ok(Event::Eof) => Told::End,
            Ok(Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::DocType(_)) => continue,
            Err(_) => Told::Broken,
        });
        if matches!(told.last(), Some(Told::End | Told::Broken)) {
            return told;
        }
    }
}

fn opened(start: &BytesStart<'_>, empty: bool) -> Told {
    let mut attributes = start.attributes();
    let attributes = attributes.with_checks(false).flatten().map(|attribute| {
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        (attribute.key.as_ref().to_owned(), value.unwrap_or(attribute.value).into_owned())
    });
    let prefix = start.name().prefix().map_or("", |prefix| prefix.into_inner()).to_owned();
    let name = format!("{prefix}|{}", start.local_name().into_inner());
    Told::Open { name, attributes: attributes.collect(), empty }
}

/// The parts in XML of the Office files of the examples.
fn parts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/formats");
    let mut parts = Vec::new();
    for file in ["word.docx", "sheets.xlsx"] {
        let bytes = fs::read(folder.join(file)).expect("an example");
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        for number in 0..archive.len() {
            let mut part = String::new();
            archive.by_index(number).expect("a part").read_to_string(&mut part).expect("XML in UTF-8");
            parts.push(part);
        }
    }
    parts
}

#[test]
fn the_examples_are_read_alike() {
    let parts = parts();
    assert!(parts.len() > 15 && parts.iter().any(|part| part.len() > 100_000));
    for part in parts {
        let told = ours(&part);
        assert!(told.len() > 2 && told.last() == Some(&Told::End));
        assert!(told == theirs(&part), "{}", part.get(..200).unwrap_or(&part));
    }
}

#[test]
fn signs_of_markup_in_odd_places() {
    let cases = [
        "",
        "a",
        "<",
        "<a",
        "<a>",
        "</a>",
        "<a/>b",
        "<a></a >",
        "<a></ a>",
        "<a></a b='>'>",
        "<a b='>'/>",
        "<a b='/'/>",
        "<a b=\"'\" c='\"'>x</a>",
        "<a b='",
        "<a b c='d' =e f=g h = 'i'/>",
        "<a b='x\r\ny\tz &lt;&#65;&#x42;'/>",
        "<a b='&none; &lt;' c='&#0;' d='&#xD800;' e='&#+65;' f='&' g='&#99999999999;'/>",
        "<a>&lt;&#65;&#x42;&none;&#0;&#-1;&#;&;x</a>",
        "<a>& b</a>",
        "<a>&b",
        "<a>&b&lt;</a>",
        "<a><!-- <b> --><![CDATA[<c>&lt;]]>]]></a>",
        "<a><!-- <b> -></a>",
        "<!-->-->",
        "<!--->-->",
        "<a><![CDATA[<c>]]</a>",
        "<a><!x></a>",
        "<?xml version='1.0'?><?x y>?><a/>",
        "<?x >",
        "<!DOCTYPE a><a/>",
        "<!doctype a [<!ENTITY b \"]>\"><!-- ]> --><?c ]> ?>]><a>&b;</a>",
        "<!DOCTYPE a [",
        "<a><b></a></b>",
        "\u{FEFF}<a/>",
        "<a/\u{FEFF}>",
        "<甲 乙='丙'>丁</甲>",
        "<a:b:c d:e:f=''/>",
        "<:a :b=''/>",
        "<a\u{C}b='c'/>",
        "<a b=\">\"/>",
        "<a b=\"/>\">x</a>",
        "<a b=\"0123456789abcdef\" c=\"it's > 1\" d='\"'/>",
        "<a:b c=\"0123456789abcdef0123456789abcdef\" d=\"1>2\"/>",
        "<a b=\"1\" c=\">",
    ];
    for case in cases {
        assert_eq!(
            ours(case).iter().filter(|told| **told != Told::Text(String::new())).collect::<Vec<_>>(),
            theirs(case).iter().filter(|told| **told != Told::Text(String::new())).collect::<Vec<_>>(),
            "{case}"
        );
    }
}

#[test]
fn entities_of_the_file_are_not_expanded() {
    let text = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a b='&b;'>&b;</a>";
    let budget = Budget::new(&Limits::default());
    let mut xml = Xml::new(text);
    let Ok(Step::Open(element)) = xml.next(&budget) else { panic!("an element") };
    assert_eq!(element.attribute("b").as_deref(), Some("&b;"));
    assert!(matches!(xml.next(&budget), Ok(Step::Close)));
}

#[test]
fn what_is_skipped_is_checked_too() {
    let budget = Budget::new(&Limits::default());
    let skipped = |text: &str| {
        let mut xml = Xml::new(text);
        assert!(matches!(xml.next(&budget), Ok(Step::Open(_))));
        xml.skip(&budget).map(|()| matches!(xml.next(&budget), Ok(Step::End)))
    };
    assert!(matches!(skipped("<a><b x='</a>'>&none;<a/></b></a>"), Ok(true)));
    for broken in ["<a><b></a></b>", "<a><b/>", "<a>&</a>", "<a><b x='></b></a>"] {
        assert!(matches!(skipped(broken), Err(Stop::Broken(_))), "{broken}");
    }
}

/// Skips each `x` of a text, at any depth.
fn without_x(text: &str, limits: &Limits) -> Result<String, Stop> {
    let budget = Budget::new(limits);
    let mut xml = Xml::new(text);
    let mut told = String::new();
    loop {
        match xml.next(&budget)? {
            Step::Open(element) if element.name() == "x" && !element.empty => xml.skip(&budget)?,
            Step::Open(element) => told.push_str(element.name()),
            Step::Close => told.push('/'),
            Step::Text(text) => told.push_str(&text),
            Step::End => return Ok(told),
        }
    }
}

#[test]
fn what_was_skipped_before_is_skipped_alike() {
    let told = |text: &str| without_x(text, &Limits::default()).ok();
    assert_eq!(told("<a><x>1<y/></x>2<x>1<y/></x>3<x>1<y/> </x></a>").as_deref(), Some("a23/"));
    assert_eq!(told("<a><x>1</x><b><x>1</x></b><x></x><x></x></a>").as_deref(), Some("ab//"));
    // The same content under another name has no end there.
    assert_eq!(told("<a><x>1</x><w:x>1</x></a>"), None);
    assert_eq!(told("<a><w:x>1</w:x><x>1</w:x></a>"), None);
    // The same content, but cut off.
    assert_eq!(told("<a><x>1<y/></x><x>1<y/></x"), None);
}

#[test]
fn what_was_skipped_before_may_be_nested_too_deep_elsewhere() {
    let limits = Limits::default().with_max_nesting(6);
    let x = "<x><y><z></z></y></x>";
    assert!(without_x(&format!("<a>{x}{x}<b><c>{x}</c></b>{x}</a>"), &limits).is_ok());
    let deeper = format!("<a>{x}{x}<b><c><d>{x}</d></c></b></a>");
    assert!(matches!(without_x(&deeper, &limits), Err(Stop::Over(_))));
}

#[test]
fn a_prefix_means_what_is_declared_nearest() {
    let budget = Budget::new(&Limits::default());
    let words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let text = format!(
        "<a xmlns='{words}'><w:b xmlns:w='other'/><w:c/><x:d xmlns:x='{words}' w:e=''><x:f xmlns:x='y'/><x:g/></x:d><x:h/></a>"
    );
    let mut xml = Xml::new(&text);
    let mut words = String::new();
    loop {
        match xml.next(&budget) {
            Ok(Step::Open(element)) if element.space == super::Space::Words => words.push_str(element.name()),
            Ok(Step::End) => break,
            Ok(_) => {}
            Err(stop) => panic!("{stop:?}"),
        }
    }
    assert_eq!(words, "acdg");
}

const PIECES: &[&str] = &[
    "<",
    ">",
    "/",
    "/>",
    "</",
    "</a>",
    "</w:b>",
    "</w:b >",
    "<a>",
    "<w:b>",
    "<w:b ",
    "<c/>",
    " ",
    "\n",
    "x",
    "字",
    "=",
    "'",
    "\"",
    " d='1'",
    " w:e=\"2\"",
    " f = '3 &amp; &#x5B57;'",
    " g",
    " h=i",
    "&amp;",
    "&#65;",
    "&x;",
    "&",
    ";",
    "<!-- - -->",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?x y?>",
    "?>",
    "<!DOCTYPE z>",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn pieces_in_any_order_are_read_alike(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..30)) {
        let text = pieces.concat();
        prop_assert_eq!(ours(&text), theirs(&text), "{}", text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn damaged_parts_are_read_alike(
        part in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(PIECES), 0..4_usize), 1..6),
        end in any::<prop::sample::Index>(),
    ) {
        let parts = parts();
        let mut text = part.get(&parts).clone();
        for (place, piece, gone) in changes {
            let boundary = |at: usize| (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
            let start = boundary(place.index(text.len()));
            let end = boundary((start + gone).min(text.len()));
            text.replace_range(start..end, piece);
        }
        // Every other text is cut off.
        let end = end.index(text.len() * 2 + 1);
        let end = (end..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        text.truncate(end);
        let (ours, theirs) = (ours(&text), theirs(&text));
        let same = ours.iter().zip(&theirs).take_while(|(ours, theirs)| ours == theirs).count();
        prop_assert_eq!(ours.get(same..).map(|rest| rest.iter().take(3).collect::<Vec<_>>()), theirs.get(same..).map(|rest| rest.iter().take(3).collect()));
    }
}
