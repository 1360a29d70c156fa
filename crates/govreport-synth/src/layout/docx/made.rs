//! Cells that a Word document makes by other means than to hold their text.

use super::run;
use crate::sheet::{Making, Means, Slot};

/// The namespaces that only some cells need: each declares them itself.
const MATH: &str = "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";
const COMPATIBILITY: &str = "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
const SHAPE: &str = "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";
const DRAWING: &str = "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
     xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";

/// What stands in a cell, given the runs of its text.
pub(super) fn made(slot: &Slot, runs: String) -> String {
    let Some(Making { means, way, other }) = &slot.making else { return runs };
    let (way, text) = (*way, slot.text.as_str());
    match means {
        Means::Struck => struck(text, way),
        Means::Hidden => {
            const LOOKS: [&str; 4] = [
                "<w:vanish/>",
                "<w:color w:val=\"FFFFFF\"/>",
                "<w:sz w:val=\"2\"/>",
                "<w:color w:val=\"000000\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"000000\"/>",
            ];
            run(text, &format!("<w:rPr>{}</w:rPr>", LOOKS[way % LOOKS.len()]))
        }
        Means::Control => control(text, &runs, other, way),
        Means::Reversed => {
            let backwards: String = text.chars().rev().collect();
            format!("<w:bdo w:val=\"rtl\">{}</w:bdo>", run(&backwards, ""))
        }
        Means::Formula => {
            let formula = format!("<m:oMath {MATH}>{}</m:oMath>", term(text));
            if way % 2 == 0 { formula } else { format!("<m:oMathPara {MATH}>{formula}</m:oMathPara>") }
        }
        Means::Fraction => fraction(text, other, way),
        Means::Alternative => alternative(&runs, &run(other, ""), way),
        Means::TextBox => text_box(&runs, way),
        _ => runs,
    }
}

fn struck(text: &str, way: usize) -> String {
    let deleted = || run(text, "").replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>");
    let by = "w:id=\"7\" w:author=\"甲\" w:date=\"2024-01-05T09:00:00Z\"";
    match way % 4 {
        0 => run(text, "<w:rPr><w:strike/></w:rPr>"),
        1 => run(text, "<w:rPr><w:dstrike/></w:rPr>"),
        2 => format!("<w:del {by}>{}</w:del>", deleted()),
        _ => format!("<w:moveFrom {by}>{}</w:moveFrom>", run(text, "")),
    }
}

/// A part of a formula.
fn term(text: &str) -> String {
    format!("<m:r><m:t>{text}</m:t></m:r>")
}

fn fraction(text: &str, other: &str, way: usize) -> String {
    let term = term(text);
    let inside = match way % 4 {
        0 => format!("<m:f><m:num>{term}</m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"),
        1 => format!(
            "<m:f><m:fPr><m:type m:val=\"lin\"/></m:fPr><m:num>{term}</m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
        ),
        2 => format!("<m:rad><m:radPr><m:degHide m:val=\"1\"/></m:radPr><m:deg/><m:e>{term}</m:e></m:rad>"),
        _ => format!("{term}<m:r><m:t>+{other}</m:t></m:r>"),
    };
    format!("<m:oMath {MATH}>{inside}</m:oMath>")
}

fn control(text: &str, runs: &str, other: &str, way: usize) -> String {
    let sign = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let instruction =
        |words: &str| format!("<w:r><w:instrText xml:space=\"preserve\"> {words} </w:instrText></w:r>");
    let result = |words: &str| {
        format!("{}{}{}{runs}{}", sign("begin"), instruction(words), sign("separate"), sign("end"))
    };
    match way % 6 {
        0 => format!(
            "<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText=\"{other}\" w:value=\"1\"/><w:listItem w:displayText=\"{text}\" \
             w:value=\"2\"/></w:dropDownList></w:sdtPr><w:sdtContent>{runs}</w:sdtContent></w:sdt>"
        ),
        1 => format!("<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{runs}</w:sdtContent></w:sdt>"),
        2 => result("FORMTEXT"),
        3 => result("=SUM(LEFT)"),
        4 => format!("<w:fldSimple w:instr=\" =SUM(LEFT) \">{runs}</w:fldSimple>"),
        // The old list: its choice is a number in the field itself, and no text.
        _ => format!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:enabled/><w:ddList><w:result w:val=\"1\"/><w:listEntry \
             w:val=\"{other}\"/><w:listEntry w:val=\"{text}\"/></w:ddList></w:ffData></w:fldChar></w:r>{}{}",
            instruction("FORMDROPDOWN"),
            sign("end")
        ),
    }
}

/// A run whose content depends on what the program knows.
fn branches(inside: &str) -> String {
    format!("<w:r><mc:AlternateContent {COMPATIBILITY}>{inside}</mc:AlternateContent></w:r>")
}

fn alternative(runs: &str, others: &str, way: usize) -> String {
    // Inside of a run stand the texts, without runs of their own.
    let text = |runs: &str| runs.replace("<w:r>", "").replace("</w:r>", "");
    let (text, other) = (text(runs), text(others));
    let unknown =
        format!("<mc:Choice xmlns:q9=\"urn:example:of-nobody\" Requires=\"q9\">{other}</mc:Choice>");
    match way % 4 {
        0 => branches(&format!("{unknown}<mc:Fallback>{text}</mc:Fallback>")),
        // Nothing of it is shown.
        1 => format!("{runs}{}", branches(&unknown)),
        2 => branches(&format!(
            "{unknown}<mc:Choice {SHAPE} Requires=\"wps\">{text}</mc:Choice><mc:Fallback>{other}</mc:Fallback>"
        )),
        _ => branches(&format!(
            "<mc:Choice {SHAPE} Requires=\"wps\">{text}</mc:Choice><mc:Fallback>{other}</mc:Fallback>"
        )),
    }
}

/// A box of text in its two forms: a shape of today, and a shape of VML for old programs.
fn text_box(runs: &str, way: usize) -> String {
    let content = format!("<w:txbxContent><w:p>{runs}</w:p></w:txbxContent>");
    let old = format!(
        "<w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    );
    let new = format!(
        "<w:drawing><wp:inline {DRAWING}><a:graphic><a:graphicData \
         uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp \
         {SHAPE}><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    );
    match way % 2 {
        0 => branches(&format!(
            "<mc:Choice {SHAPE} Requires=\"wps\">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
        )),
        _ => format!("<w:r>{old}</w:r>"),
    }
}

/// The properties of a row of which no cell is shown: hidden, or deleted by one whose changes are kept.
pub(super) fn of_row(row: &[&Slot]) -> &'static str {
    let is_unseen = !row.is_empty() && row.iter().all(|slot| slot.means() == Some(Means::Unseen));
    let way = row.first().and_then(|slot| slot.making.as_ref()).map_or(0, |making| making.way);
    match (is_unseen, way % 2) {
        (false, _) => "",
        (true, 0) => "<w:trPr><w:hidden/></w:trPr>",
        (true, _) => "<w:trPr><w:del w:id=\"8\" w:author=\"甲\" w:date=\"2024-01-05T09:00:00Z\"/></w:trPr>",
    }
}
