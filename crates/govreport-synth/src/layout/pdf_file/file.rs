//! The file around the pages: objects, the font, the table of places.

use std::fmt::Write as _;

use super::annotation::Annotation;
use crate::encoding::Encoding;
use crate::paper::Paper;

/// Number of the object that lists the pages.
const LIST: usize = 2;
/// Numbers of the font, its characters, its description.
const FONT: usize = 3;
const CHARACTERS: usize = 4;
const DESCRIPTION: usize = 5;

/// A PDF under way; its objects are written as they come.
#[derive(Debug)]
pub(super) struct File {
    /// Where each object begins, by number from 1; none for one that is still to come.
    places: Vec<Option<usize>>,
    /// Numbers of the pages.
    pages: Vec<usize>,
    /// Whether a character was written that the collection of the font lacks.
    beyond_collection: bool,
    /// Whether the pages have lists of annotations.
    is_annotated: bool,
}

impl File {
    /// Begins a file.
    pub(super) fn begin(is_annotated: bool, paper: &mut Paper) -> Self {
        paper.line("%PDF-1.4");
        let mut file = Self { places: Vec::new(), pages: Vec::new(), beyond_collection: false, is_annotated };
        file.object(&format!("<</Type/Catalog/Pages {LIST} 0 R>>"), paper);
        // The list of pages and the font are written at the end: only then is known what they need.
        file.places.extend([None; 4]);
        file
    }

    /// Begins the content of a page of this size; [`Self::end_page`] ends it.
    pub(super) fn begin_page(&mut self, width: f32, height: f32, paper: &mut Paper) -> Content {
        let content = self.places.len() + 2;
        // The list of annotations comes behind the length of the content.
        let annotations =
            if self.is_annotated { format!("/Annots {} 0 R", content + 2) } else { String::new() };
        self.object(
            &format!(
                "<</Type/Page/Parent {LIST} 0 R/MediaBox[0 0 {width} {height}]/Resources<</Font<</F {FONT} 0 R>>>>/Contents {content} \
                 0 R{annotations}>>"
            ),
            paper,
        );
        self.pages.push(self.places.len());
        self.places.push(Some(paper.len()));
        // How long the content is stands behind it.
        paper.line(&format!("{content} 0 obj\n<</Length {} 0 R>>\nstream", content + 1));
        Content { start: paper.len() }
    }

    pub(super) fn end_page(&mut self, content: &Content, annotations: &[Annotation], paper: &mut Paper) {
        let length = paper.len() - content.start;
        paper.line("endstream\nendobj");
        self.object(&length.to_string(), paper);
        if self.is_annotated {
            self.annotations(annotations, paper);
        }
    }

    /// Writes the list of the annotations of a page, and each with its drawing.
    fn annotations(&mut self, annotations: &[Annotation], paper: &mut Paper) {
        let mut next = self.places.len() + 2;
        let mut numbers = Vec::new();
        for annotation in annotations {
            numbers.push(format!("{next} 0 R"));
            next += 1 + usize::from(annotation.drawn.is_some());
        }
        self.object(&format!("[{}]", numbers.join(" ")), paper);
        for annotation in annotations {
            let own = self.places.len() + 1;
            let drawing = annotation.drawn.is_some().then_some(own + 1);
            self.object(&annotation.dictionary(drawing), paper);
            if let Some(drawn) = &annotation.drawn {
                let [left, lower, right, upper] = annotation.place;
                self.object(
                    &format!(
                        "<</Type/XObject/Subtype/Form/BBox[0 0 {:.2} {:.2}]/Resources<</Font<</F {FONT} 0 R>>>>/Length \
                         {}>>\nstream\n{drawn}\nendstream",
                        right - left,
                        upper - lower,
                        drawn.len() + 1
                    ),
                    paper,
                );
            }
        }
    }

    /// Writes what only the end can know.
    pub(super) fn finish(mut self, paper: &mut Paper) {
        let kids: Vec<String> = self.pages.iter().map(|page| format!("{page} 0 R")).collect();
        let list = format!("<</Type/Pages/Kids[{}]/Count {}>>", kids.join(" "), kids.len());
        self.late_object(LIST, &list, paper);
        self.font(paper);
        let start = paper.len();
        let size = self.places.len() + 1;
        let mut table = format!("xref\n0 {size}\n0000000000 65535 f \n");
        for place in self.places {
            // Writing to a string cannot fail.
            let _ = writeln!(table, "{:010} 00000 n ", place.unwrap_or_default());
        }
        paper.text(&table);
        paper.line(&format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF"));
    }

    /// The codes of the characters, as hexadecimal digits.
    pub(super) fn codes(&mut self, text: &str) -> String {
        self.beyond_collection |=
            text.chars().any(|c| Encoding::Gbk.encode(c.encode_utf8(&mut [0; 4])).is_none());
        let mut codes = String::with_capacity(4 * text.len());
        for code in text.encode_utf16() {
            // Writing to a string cannot fail.
            let _ = write!(codes, "{code:04X}");
        }
        codes
    }

    /// The font: the characters of GBK by the codes that everyone knows; with others, the file says itself what the codes mean.
    fn font(&mut self, paper: &mut Paper) {
        let (encoding, to_unicode) = if self.beyond_collection {
            let map = identity();
            self.object(&format!("<</Length {}>>\nstream\n{map}\nendstream", map.len() + 1), paper);
            ("Identity-H", format!("/ToUnicode {} 0 R", self.places.len()))
        } else {
            ("UniGB-UCS2-H", String::new())
        };
        let font = format!(
            "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/{encoding}/DescendantFonts[{CHARACTERS} 0 R]{to_unicode}>>"
        );
        self.late_object(FONT, &font, paper);
        // Characters of ASCII are half as wide as Chinese ones. They come first in the collection.
        let narrow = if self.beyond_collection { "32 126" } else { "1 95" };
        let characters = format!(
            "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement \
             4>>/DW 1000/W[{narrow} 500]/FontDescriptor {DESCRIPTION} 0 R>>"
        );
        self.late_object(CHARACTERS, &characters, paper);
        let description = "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880\
             /StemV 93/FontBBox[-25 -254 1000 880]>>";
        self.late_object(DESCRIPTION, description, paper);
    }

    /// Writes an object whose number was set aside.
    fn late_object(&mut self, number: usize, object: &str, paper: &mut Paper) {
        if let Some(place) = self.places.get_mut(number - 1) {
            *place = Some(paper.len());
        }
        paper.line(&format!("{number} 0 obj\n{object}\nendobj"));
    }

    fn object(&mut self, object: &str, paper: &mut Paper) {
        self.places.push(Some(paper.len()));
        paper.line(&format!("{} 0 obj\n{object}\nendobj", self.places.len()));
    }
}

/// The content of a page under way.
#[derive(Debug)]
pub(super) struct Content {
    start: usize,
}

/// A map that says of every code that it is its character. A range may not go beyond the last byte, nor a block beyond 100.
fn identity() -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Identity def /CMapType 2 def\n\
         1 begincodespacerange <0000> <FFFF> endcodespacerange\n",
    );
    let rows: Vec<u8> = (0..=u8::MAX).collect();
    for block in rows.chunks(100) {
        // Writing to a string cannot fail.
        let _ = writeln!(map, "{} beginbfrange", block.len());
        for row in block {
            let _ = writeln!(map, "<{row:02X}00> <{row:02X}FF> <{row:02X}00>");
        }
        map.push_str("endbfrange\n");
    }
    map + "endcmap end end"
}
