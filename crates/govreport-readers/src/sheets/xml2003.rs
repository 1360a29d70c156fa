//! Workbooks that Excel 2002 and 2003, and programs since, save as XML (`SpreadsheetML` 2003), mostly with the ending `.xls`.

use std::collections::HashMap;
use std::rc::Rc;

use govreport_core::document::Format;

use super::entry::Entry;
use super::format::{self, Epoch, NumberFormat, UNKNOWN};
use super::look::{Font, Height, Ink, Run, WHITE, hexadecimal};
use super::sheet::{MOST_COLUMNS, MOST_ROWS, Region, Sheet, Stretches};
use super::style::{Style, Text};
use crate::ReadError;
use crate::budget::Budget;
use crate::package::{Element, Step, Stop, Xml};

/// What such a workbook names at its beginning.
pub(crate) const SPACE: &str = "urn:schemas-microsoft-com:office:spreadsheet";

/// The sheets of a workbook, all of them read.
pub(super) fn sheets(text: &str, budget: &mut Budget) -> Result<Vec<(Entry, Sheet)>, ReadError> {
    let mut reader = Reader {
        xml: Xml::new(text),
        styles: HashMap::new(),
        sheets: Vec::new(),
        style: String::new(),
        row: 0,
        column: 0,
        next_row: 0,
        next_column: 0,
    };
    match reader.read(budget) {
        Ok(()) => {}
        Err(Stop::Over(error)) => return Err(error),
        Err(Stop::Broken(what)) => match reader.sheets.last_mut() {
            Some((_, sheet)) => sheet.damage = Some(what),
            None => return Err(ReadError::Damaged { format: Format::Xls, what }),
        },
    }
    Ok(reader.sheets)
}

struct Reader<'x> {
    xml: Xml<'x>,
    styles: HashMap<String, Style>,
    sheets: Vec<(Entry, Sheet)>,
    /// The style that is being described.
    style: String,
    row: u32,
    column: u32,
    /// Where the next row and the next column stand that do not say where.
    next_row: u32,
    next_column: u32,
}

/// The style of cells that name none.
const DEFAULT: &str = "Default";

fn number(element: &Element<'_>, name: &str) -> Option<u32> {
    element.attribute(name)?.trim().parse().ok()
}

fn is_on(element: &Element<'_>, name: &str) -> bool {
    element.attribute(name).is_some_and(|value| value == "1")
}

/// Whether a height or a width is given and is none.
fn is_nothing(element: &Element<'_>, name: &str) -> bool {
    /// Measured: with 1.875, no cell changes.
    const LEAST: f64 = 1.5;
    element.attribute(name).and_then(|size| size.trim().parse::<f64>().ok()).is_some_and(|size| size <= LEAST)
}

impl Reader<'_> {
    fn read(&mut self, budget: &mut Budget) -> Result<(), Stop> {
        loop {
            let element = match self.xml.next(budget)? {
                Step::Open(element) => element,
                Step::End => return Ok(()),
                _ => continue,
            };
            match element.name() {
                "Style" => self.begin_style(&element),
                "NumberFormat" | "Font" | "Interior" => self.describe(&element),
                "Worksheet" => {
                    let name = element.attribute("Name").unwrap_or_default().into_owned();
                    self.sheets.push((Entry { name, is_hidden: false }, Sheet::default()));
                    (self.next_row, self.next_column) = (0, 0);
                }
                "Column" => self.column(&element),
                "Row" => self.row(&element),
                "Cell" => self.cell(&element, budget)?,
                "Visible" if !element.empty => {
                    let mut visible = String::new();
                    self.content(&mut visible, budget)?;
                    if let Some((entry, _)) = self.sheets.last_mut() {
                        entry.is_hidden = visible.trim() != "SheetVisible";
                    }
                }
                _ => {}
            }
        }
    }

    fn begin_style(&mut self, element: &Element<'_>) {
        self.style = element.attribute("ID").unwrap_or_default().into_owned();
        let parent = element.attribute("Parent").unwrap_or(DEFAULT.into());
        let inherited = self.styles.get(parent.as_ref()).cloned().unwrap_or_default();
        self.styles.insert(self.style.clone(), inherited);
    }

    fn describe(&mut self, element: &Element<'_>) {
        let Some(style) = self.styles.get_mut(&self.style) else { return };
        let colour = element.attribute("Color");
        match element.name() {
            "NumberFormat" => {
                style.format =
                    Rc::new(element.attribute("Format").map(|code| named_format(&code)).unwrap_or_default());
            }
            "Font" => {
                style.font = Font {
                    ink: ink(colour.as_deref()),
                    struck: is_on(element, "StrikeThrough"),
                    height: match element.attribute("VerticalAlign").as_deref() {
                        Some("Superscript") => Height::Raised,
                        Some("Subscript") => Height::Lowered,
                        _ => Height::Line,
                    },
                };
            }
            _ => {
                style.ground = match element.attribute("Pattern").as_deref() {
                    None | Some("None") => WHITE,
                    Some("Solid") => colour.as_deref().and_then(hexadecimal),
                    _ => None,
                };
            }
        }
    }

    fn column(&mut self, element: &Element<'_>) {
        let first =
            number(element, "Index").and_then(|index| index.checked_sub(1)).unwrap_or(self.next_column);
        let last = first.saturating_add(number(element, "Span").unwrap_or_default()).min(MOST_COLUMNS);
        self.next_column = last.saturating_add(1);
        if is_on(element, "Hidden") || is_nothing(element, "Width") {
            self.hide(first, last, |sheet| &mut sheet.hidden_columns);
        }
    }

    fn row(&mut self, element: &Element<'_>) {
        self.row = number(element, "Index").and_then(|index| index.checked_sub(1)).unwrap_or(self.next_row);
        let last = self.row.saturating_add(number(element, "Span").unwrap_or_default()).min(MOST_ROWS);
        self.next_row = last.saturating_add(1);
        self.column = 0;
        if is_on(element, "Hidden") || is_nothing(element, "Height") {
            self.hide(self.row, last, |sheet| &mut sheet.hidden_rows);
        }
    }

    fn hide(&mut self, first: u32, last: u32, of: impl Fn(&mut Sheet) -> &mut Stretches) {
        if let Some((_, sheet)) = self.sheets.last_mut() {
            of(sheet).push(first..=last);
        }
    }

    fn cell(&mut self, element: &Element<'_>, budget: &mut Budget) -> Result<(), Stop> {
        let at = number(element, "Index").and_then(|index| index.checked_sub(1)).unwrap_or(self.column);
        let right = at.saturating_add(number(element, "MergeAcross").unwrap_or_default());
        let below = self.row.saturating_add(number(element, "MergeDown").unwrap_or_default());
        self.column = right.saturating_add(1);
        let id = element.attribute("StyleID");
        let style = self.styles.get(id.as_deref().unwrap_or(DEFAULT)).cloned().unwrap_or_default();
        let has_formula = element.attribute("Formula").is_some();
        let mut shown = if element.empty { None } else { self.data(&style, budget)? };
        if has_formula && shown.is_none() {
            shown = Some(UNKNOWN.to_string());
        }
        let row = self.row;
        let Some((_, sheet)) = self.sheets.last_mut() else { return Ok(()) };
        if (right, below) != (at, row) {
            sheet.regions.push(Region {
                first_row: row,
                last_row: below,
                first_column: at,
                last_column: right,
            });
        }
        let text = shown.unwrap_or_default();
        budget.unpacked(u64::try_from(text.len()).unwrap_or(u64::MAX))?;
        sheet.push(row, at, text);
        Ok(())
    }

    /// What is shown of the data of a cell, to its end; `None` where it has none.
    fn data(&mut self, style: &Style, budget: &mut Budget) -> Result<Option<String>, Stop> {
        let mut shown = None;
        loop {
            match self.xml.next(budget)? {
                Step::Open(element) if element.name() == "Data" => {
                    let kind = element.attribute("Type").unwrap_or_default();
                    let mut runs = Vec::new();
                    if !element.empty {
                        self.runs(&mut runs, style.font, budget)?;
                    }
                    shown = Some(value(&kind, runs, style));
                }
                Step::Open(element) if element.empty => {}
                // Comments and readings have data of their own.
                Step::Open(_) => self.xml.skip(budget)?,
                Step::Close | Step::End => return Ok(shown),
                Step::Text(_) => {}
            }
        }
    }

    /// The runs of a text, to the end of the element that was opened last: with elements of HTML for fonts.
    fn runs(&mut self, runs: &mut Vec<Run>, font: Font, budget: &mut Budget) -> Result<(), Stop> {
        let mut fonts = vec![font];
        loop {
            let here = fonts.last().copied().unwrap_or(font);
            match self.xml.next(budget)? {
                Step::Open(element) if element.empty => {}
                Step::Open(element) => fonts.push(match element.name().to_ascii_lowercase().as_str() {
                    "sup" => Font { height: Height::Raised, ..here },
                    "sub" => Font { height: Height::Lowered, ..here },
                    "s" => Font { struck: true, ..here },
                    "font" => match element.attribute("Color") {
                        Some(colour) => Font { ink: ink(Some(&colour)), ..here },
                        None => here,
                    },
                    _ => here,
                }),
                Step::Close => {
                    fonts.pop();
                    if fonts.is_empty() {
                        return Ok(());
                    }
                }
                Step::Text(text) => runs.push(Run { text: text.into_owned(), font: Some(here) }),
                Step::End => return Ok(()),
            }
        }
    }

    fn content(&mut self, text: &mut String, budget: &mut Budget) -> Result<(), Stop> {
        let mut runs = Vec::new();
        self.runs(&mut runs, Font::default(), budget)?;
        text.extend(runs.into_iter().map(|run| run.text));
        Ok(())
    }
}

/// What a cell of this type shows.
fn value(kind: &str, runs: Vec<Run>, style: &Style) -> String {
    if !matches!(kind, "Number" | "Boolean") {
        return style.text(&Text::Rich(runs));
    }
    let written: String = runs.into_iter().map(|run| run.text).collect();
    match (kind, written.trim().parse()) {
        ("Number", Ok(number)) => style.number(number, Epoch::From1900),
        ("Boolean", _) => style.words(format::boolean(written.trim() == "1")),
        _ => style.words(written),
    }
}

fn ink(colour: Option<&str>) -> Ink {
    match colour {
        None | Some("Automatic") => Ink::Automatic,
        Some(colour) => Ink::Of(hexadecimal(colour)),
    }
}

/// Formats that have a name instead of a code.
fn named_format(code: &str) -> NumberFormat {
    let code = match code {
        "General Number" | "General" => "General",
        "Fixed" => "0.00",
        "Standard" => "#,##0.00",
        "Percent" => "0.00%",
        "Scientific" => "0.00E+00",
        "General Date" => "yyyy-mm-dd hh:mm",
        "Long Date" | "Medium Date" | "Short Date" => "yyyy-mm-dd",
        "Long Time" | "Medium Time" | "Short Time" => "hh:mm:ss",
        "Currency" => "¥#,##0.00;¥-#,##0.00",
        // Words for numbers, and other currencies.
        "Yes/No" | "True/False" | "On/Off" | "Euro Currency" => "[",
        code => code,
    };
    NumberFormat::of_code(code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;

    /// Row, column and text.
    type Place = (u32, u32, String);

    /// Of each sheet whether it is hidden, its cells, and how many merged regions it has.
    fn read(rows: &str) -> Vec<(bool, Vec<Place>, usize)> {
        let styles = "<Styles><Style ss:ID='Default'/>\
            <Style ss:ID='about'><NumberFormat ss:Format='&quot;约&quot;0'/></Style>\
            <Style ss:ID='two'><NumberFormat ss:Format='Fixed'/></Style>\
            <Style ss:ID='white' ss:Parent='two'><Font ss:Color='#FFFFFF'/></Style>\
            <Style ss:ID='head' ss:Parent='white'><Interior ss:Color='#1F4E79' ss:Pattern='Solid'/></Style>\
            <Style ss:ID='struck'><Font ss:StrikeThrough='1'/></Style></Styles>";
        let text = format!(
            "<?xml version='1.0'?><Workbook xmlns:ss='{SPACE}'>{styles}<Worksheet ss:Name='甲'>{rows}"
        );
        let mut budget = Budget::new(&Limits::default());
        let sheets = sheets(&text, &mut budget).expect("no limit is passed");
        let cells = |sheet: &Sheet| {
            sheet.cells.iter().map(|cell| (cell.row, cell.column, cell.text.clone())).collect::<Vec<_>>()
        };
        sheets.iter().map(|(entry, sheet)| (entry.is_hidden, cells(sheet), sheet.regions.len())).collect()
    }

    fn cell(style: &str, kind: &str, data: &str) -> String {
        format!("<Cell ss:StyleID='{style}'><Data ss:Type='{kind}'>{data}</Data></Cell>")
    }

    #[test]
    fn cells_show_what_their_styles_make_of_them() {
        let cells = [
            cell("Default", "Number", "351"),
            cell("about", "Number", "351"),
            cell("two", "Number", "12.3456"),
            cell("white", "Number", "5"),
            cell("head", "Number", "5"),
            cell("struck", "Number", "5"),
            cell("Default", "String", "35<Sup>1</Sup>"),
            cell("Default", "String", "<S>34</S><B>35</B>"),
            "<Cell ss:Formula='=SUM(R1C1)'/>".to_owned(),
            "<Cell><Comment><ss:Data>9</ss:Data></Comment></Cell>".to_owned(),
            cell("Default", "Boolean", "1"),
        ];
        let found = read(&format!("<Table><Row>{}</Row></Table></Worksheet></Workbook>", cells.concat()));
        let texts: Vec<&str> =
            found.iter().flat_map(|(_, cells, _)| cells).map(|(_, _, text)| text.as_str()).collect();
        assert_eq!(texts, ["351", "约351", "12.35", "5.00", "35¹", "35", "\u{FFFD}", "TRUE"]);
    }

    #[test]
    fn cells_stand_where_they_say() {
        let rows = "<Table><Column ss:Index='3' ss:Hidden='1'/><Row><Cell ss:Index='2' ss:MergeAcross='1' ss:MergeDown='2'>\
                    <Data ss:Type='Number'>1</Data></Cell><Cell><Data ss:Type='Number'>2</Data></Cell></Row>\
                    <Row ss:Index='5' ss:Height='0'><Cell><Data ss:Type='Number'>3</Data></Cell></Row></Table>\
                    <WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>";
        let cell = |row, column, text: &str| (row, column, text.to_owned());
        assert_eq!(read(rows), [(true, vec![cell(0, 1, "1"), cell(0, 3, "2"), cell(4, 0, "3")], 1)]);
    }

    #[test]
    fn places_out_of_all_bounds_are_passed_over() {
        let rows = "<Table><Row ss:Index='4294967295' ss:Span='4294967295'><Cell ss:Index='0'/><Cell ss:Index='4294967295' \
                    ss:MergeAcross='4294967295' ss:MergeDown='99'><Data ss:Type='Number'>1e999</Data></Cell></Row><Row/>";
        assert_eq!(read(rows).first().map(|(_, cells, _)| cells.len()), Some(0));
    }
}
