//! What each element that may hold words means.

use govreport_core::document::PartUnread;

use super::body::{Body, Inside, MOST_LINKED};
use super::field::Choices;
use super::frame::Frame;
use super::run::{Run, symbol};
use super::table::OpenTable;
use super::tree::{Item, Table};
use crate::package::{Element, Space};

impl<'d> Body<'d> {
    /// An element among words begins.
    pub(super) fn content(&mut self, element: &Element<'_>) -> Inside<'d> {
        match (element.space, element.name()) {
            (Space::Words, name) => self.word_content(name, element),
            (Space::Math, name) => self.formula(name, element),
            (Space::Compatibility, "AlternateContent") => Inside::Read(Frame::Alternatives { taken: false }),
            (Space::Drawing, "blip" | "chart" | "relIds") | (Space::Vector, "imagedata") => {
                self.tree.pictures += 1;
                self.paragraph.get_or_insert_default().pictured = true;
                Inside::Skip
            }
            // Words drawn as a picture (艺术字) are words.
            (Space::Vector, "textpath") => {
                if let Some(words) = element.attribute("string").filter(|words| !words.trim().is_empty()) {
                    let text_box = self.text_box(words.trim());
                    self.paragraph.get_or_insert_default().boxes.push(text_box);
                }
                Inside::Skip
            }
            (Space::Office, "OLEObject") => {
                let program = element.attribute("ProgID").unwrap_or_default();
                // Formulas are objects too, and the picture of one is all there is to be seen of it.
                if !program.starts_with("Equation") && !program.starts_with("MathType") {
                    let program = Some(program.into_owned()).filter(|program| !program.is_empty());
                    self.paragraph.get_or_insert_default().unread = Some(PartUnread::Embedded { program });
                }
                Inside::Skip
            }
            _ => Inside::Read(Frame::Plain),
        }
    }

    fn word_content(&mut self, name: &str, element: &Element<'_>) -> Inside<'d> {
        match name {
            "p" => {
                self.begin_paragraph();
                Inside::Read(Frame::Paragraph)
            }
            "r" => {
                self.run = Run::default();
                Inside::Read(Frame::Run)
            }
            "t" => self.words(),
            "pPr" if matches!(self.frames.last(), Some(Frame::Paragraph)) => {
                Inside::Read(Frame::ParagraphProperties)
            }
            "rPr" if matches!(self.frames.last(), Some(Frame::Run)) => Inside::Read(Frame::RunProperties),
            "tab" | "ptab" => self.sign('\t'),
            "br" | "cr" => self.sign('\n'),
            "noBreakHyphen" => self.sign('-'),
            "sym" => symbol(element).map_or(Inside::Skip, |symbol| self.sign(symbol)),
            "tbl" | "tblPr" | "tblGrid" | "tr" | "trPr" | "tc" | "tcPr" => self.table_content(name),
            "sdt" => Inside::Read(Frame::Control { asks: false }),
            "sdtPr" => Inside::Read(Frame::ControlProperties),
            "hyperlink" => {
                let relations = self.relations;
                let target = element.attribute("id").and_then(|id| relations.target(&id));
                self.linked = self.linked.saturating_add(target.map_or(0, str::len));
                let target = target.filter(|_| self.linked <= MOST_LINKED);
                Inside::Read(target.map_or(Frame::Plain, |target| {
                    let start = self.paragraph.as_ref().map_or(0, |paragraph| paragraph.words.len());
                    Frame::Link { target, start }
                }))
            }
            "fldChar" => self.field(element),
            "ddList" => Inside::Read(Frame::Choices(Choices::default())),
            "footnoteReference" | "endnoteReference" => {
                self.run.marks_note = true;
                let at_end = name == "endnoteReference";
                self.notes.extend(element.attribute("id").map(|id| (at_end, id.into_owned())));
                Inside::Skip
            }
            "footnote" | "endnote" => self.note(element),
            "txbxContent" => {
                let flow = self.tree.add_flow();
                self.paragraph.get_or_insert_default().boxes.push(flow);
                let outer = std::mem::replace(&mut self.flow, flow);
                self.open_boxes += 1;
                Inside::Read(Frame::TextBox { outer, paragraph: self.paragraph.take() })
            }
            "altChunk" | "subDoc" => {
                self.end_paragraph();
                let relations = self.relations;
                if name == "altChunk"
                    && let Some(target) = element.attribute("id").and_then(|id| relations.target(&id))
                {
                    self.tree.put(self.flow, Item::Chunk(self.tree.chunks.len()));
                    self.tree.chunks.push(target.to_owned());
                    return Inside::Skip;
                }
                self.tree.put(self.flow, Item::Unread(PartUnread::OtherFile));
                Inside::Skip
            }
            // Deleted text, instructions of fields, what is read aloud (ruby), properties that hold no text.
            "del" | "moveFrom" | "delText" | "instrText" | "delInstrText" | "rt" | "rPr" | "pPr"
            | "tblPrEx" | "sectPr" | "sdtEndPr" | "smartTagPr" | "customXmlPr" | "softHyphen" => Inside::Skip,
            "background" => {
                let colour = element.attribute("color");
                self.page_is_plain = matches!(colour.as_deref(), None | Some("auto" | "FFFFFF" | "ffffff"));
                Inside::Skip
            }
            "bdo" if element.value().as_deref() == Some("rtl") => {
                let start = self.paragraph.as_ref().map_or(0, |paragraph| paragraph.words.len());
                Inside::Read(Frame::Turned { start })
            }
            _ => Inside::Read(Frame::Plain),
        }
    }

    fn table_content(&mut self, name: &str) -> Inside<'d> {
        if name == "tbl" {
            self.end_paragraph();
            self.tree.tables.push(Table::default());
            let number = self.tree.tables.len() - 1;
            self.tree.put(self.flow, Item::Table(number));
            self.tables.push(OpenTable::new(number));
            return Inside::Read(Frame::Table);
        }
        let Some(table) = self.tables.last_mut() else { return Inside::Read(Frame::Plain) };
        Inside::Read(match name {
            "tblPr" => Frame::TableProperties,
            "tblGrid" => Frame::Grid,
            "tr" => {
                table.begin_row();
                Frame::Row
            }
            "trPr" => Frame::RowProperties,
            "tcPr" => Frame::CellProperties,
            _ => {
                table.begin_cell();
                let flow = self.tree.add_flow();
                Frame::Cell { outer: std::mem::replace(&mut self.flow, flow) }
            }
        })
    }

    fn note(&mut self, element: &Element<'_>) -> Inside<'d> {
        // Others are the lines between text and notes.
        if !matches!(element.attribute("type").as_deref(), None | Some("normal")) {
            return Inside::Skip;
        }
        self.end_paragraph();
        let flow = self.tree.add_flow();
        self.note_flows.extend(element.attribute("id").map(|id| (id.into_owned(), flow)));
        Inside::Read(Frame::Note { outer: std::mem::replace(&mut self.flow, flow) })
    }
}
