//! The formats of cells: number formats, fonts, fills.

use std::collections::HashMap;
use std::rc::Rc;

use super::super::format::NumberFormat;
use super::super::look::{Colour, Font, Height, Ink, Palette, WHITE, hexadecimal, is_light, tinted};
use super::super::style::Style;
use crate::ReadError;
use crate::budget::Budget;
use crate::package::{Element, Step, Stop, Xml};

/// The formats of a workbook.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// By the number that cells have of them.
    pub(super) cells: Vec<Style>,
    pub(super) palette: Palette,
    /// Which formats of conditions may conceal what a cell holds.
    pub(super) concealing: Vec<bool>,
}

/// The list that is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    Fonts,
    Fills,
    CellFormats,
    Conditions,
    /// The others: those of named styles, which cells do not count.
    Other,
}

/// Reads the formats of cells, in order.
pub(super) fn styles(text: &str, palette: Palette, budget: &Budget) -> Result<Styles, ReadError> {
    let mut palette = palette;
    own_colours(text, &mut palette, budget)?;
    let mut reader = Reader::new(&palette);
    let mut xml = Xml::new(text);
    loop {
        match xml.next(budget) {
            Ok(Step::Open(element)) => reader.element(&element),
            Ok(Step::End) | Err(Stop::Broken(_)) => break,
            Ok(_) => {}
            Err(Stop::Over(error)) => return Err(error),
        }
    }
    let concealing = std::mem::take(&mut reader.concealing);
    let cells = reader.cells();
    Ok(Styles { cells, palette, concealing })
}

/// The numbers that a cell format has of its parts.
#[derive(Debug, Clone, Copy, Default)]
struct Parts {
    format: u16,
    font: usize,
    fill: usize,
}

struct Reader<'p> {
    palette: &'p Palette,
    list: List,
    codes: HashMap<u16, Rc<NumberFormat>>,
    fonts: Vec<Font>,
    fills: Vec<Colour>,
    used: Vec<Parts>,
    concealing: Vec<bool>,
    /// What is said of the format of a condition is said of its font.
    is_of_font: bool,
}

impl<'p> Reader<'p> {
    fn new(palette: &'p Palette) -> Self {
        let (fonts, fills, used) = (Vec::new(), Vec::new(), Vec::new());
        let concealing = Vec::new();
        Self {
            palette,
            list: List::Other,
            codes: HashMap::new(),
            fonts,
            fills,
            used,
            concealing,
            is_of_font: false,
        }
    }

    fn element(&mut self, element: &Element<'_>) {
        match (self.list, element.name()) {
            (list, "numFmt") if list != List::Conditions => {
                let number = element.attribute("numFmtId").and_then(|number| number.trim().parse().ok());
                let code = element.attribute("formatCode");
                // Formats of conditions come behind and may have the numbers of others.
                if let Some((number, code)) = number.zip(code) {
                    self.codes.entry(number).or_insert_with(|| Rc::new(NumberFormat::of_code(&code)));
                }
            }
            (_, "fonts") => self.list = List::Fonts,
            (_, "fills") => self.list = List::Fills,
            (_, "cellXfs") => self.list = List::CellFormats,
            (_, "dxfs") => self.list = List::Conditions,
            (_, "cellStyleXfs" | "cellStyles" | "borders" | "tableStyles" | "colors") => {
                self.list = List::Other;
            }
            (List::Conditions, name) => self.condition(name, element),
            (List::Fonts, "font") => self.fonts.push(Font::default()),
            (List::Fonts, _) => {
                if let Some(font) = self.fonts.last_mut() {
                    of_font(font, element, self.palette);
                }
            }
            (List::Fills, "fill") => self.fills.push(WHITE),
            (List::Fills, _) => {
                if let Some(fill) = self.fills.last_mut() {
                    of_fill(fill, element, self.palette);
                }
            }
            (List::CellFormats, "xf") => {
                let number = |name| element.attribute(name)?.trim().parse::<usize>().ok();
                let format = number("numFmtId").and_then(|number| u16::try_from(number).ok());
                self.used.push(Parts {
                    format: format.unwrap_or_default(),
                    font: number("fontId").unwrap_or_default(),
                    fill: number("fillId").unwrap_or_default(),
                });
            }
            _ => {}
        }
    }

    /// What an element in the formats of conditions says. Which colour a font is on is not known before it is applied.
    fn condition(&mut self, name: &str, element: &Element<'_>) {
        match (name, self.concealing.last_mut()) {
            ("dxf", _) => self.concealing.push(false),
            ("numFmt", Some(conceals)) => *conceals = true,
            ("font" | "fill" | "border", _) => self.is_of_font = name == "font",
            ("strike", Some(conceals)) => *conceals |= element.is_on(),
            ("color", Some(conceals)) if self.is_of_font => {
                *conceals |= match ink(element, self.palette) {
                    Ink::Of(Some(colour)) => is_light(colour),
                    Ink::Of(None) => true,
                    Ink::Automatic => false,
                };
            }
            _ => {}
        }
    }

    fn cells(mut self) -> Vec<Style> {
        let used = std::mem::take(&mut self.used);
        let style = |parts: Parts| {
            let format = self.codes.entry(parts.format);
            let format = format.or_insert_with(|| Rc::new(NumberFormat::built_in(parts.format)));
            Style {
                format: Rc::clone(format),
                font: self.fonts.get(parts.font).copied().unwrap_or_default(),
                ground: self.fills.get(parts.fill).copied().unwrap_or(WHITE),
            }
        };
        used.into_iter().map(style).collect()
    }
}

/// What an element in the properties of a font says.
pub(super) fn of_font(font: &mut Font, element: &Element<'_>, palette: &Palette) {
    match element.name() {
        "strike" => font.struck = element.is_on(),
        "color" => font.ink = ink(element, palette),
        "vertAlign" => {
            font.height = match element.value().as_deref() {
                Some("superscript") => Height::Raised,
                Some("subscript") => Height::Lowered,
                _ => Height::Line,
            }
        }
        _ => {}
    }
}

fn of_fill(fill: &mut Colour, element: &Element<'_>, palette: &Palette) {
    match element.name() {
        "patternFill" => {
            *fill = match element.attribute("patternType").as_deref() {
                None | Some("none") => WHITE,
                // Its colour follows; without one it is black.
                Some("solid") => Some([0; 3]),
                _ => None,
            };
        }
        // The colour of what is solid; in a pattern it stands beside another.
        "fgColor" if fill.is_some() && *fill != WHITE => *fill = colour(element, palette).unwrap_or(WHITE),
        "gradientFill" => *fill = None,
        _ => {}
    }
}

fn ink(element: &Element<'_>, palette: &Palette) -> Ink {
    colour(element, palette).map_or(Ink::Automatic, Ink::Of)
}

/// The colour that an element names; `None` where it leaves it to the program.
fn colour(element: &Element<'_>, palette: &Palette) -> Option<Colour> {
    let number = |name| element.attribute(name)?.trim().parse::<usize>().ok();
    let named = if let Some(code) = element.attribute("rgb") {
        hexadecimal(&code)
    } else if let Some(number) = number("theme") {
        palette.theme(number)
    } else if let Some(number) = number("indexed") {
        palette.indexed(number)
    } else {
        return None;
    };
    let tint = element.attribute("tint").and_then(|tint| tint.trim().parse().ok()).unwrap_or(0.0);
    Some(tinted(named, tint))
}

/// Takes the colours that the workbook has of its own, which stand behind the formats that use them.
fn own_colours(text: &str, palette: &mut Palette, budget: &Budget) -> Result<(), ReadError> {
    if !text.contains("rgbColor") {
        return Ok(());
    }
    let mut xml = Xml::new(text);
    let mut number = 0;
    loop {
        match xml.next(budget) {
            Ok(Step::Open(element)) if element.name() == "rgbColor" => {
                if let Some(colour) = element.attribute("rgb").and_then(|code| hexadecimal(&code)) {
                    palette.set(number, colour);
                }
                number += 1;
            }
            Ok(Step::End) | Err(Stop::Broken(_)) => return Ok(()),
            Ok(_) => {}
            Err(Stop::Over(error)) => return Err(error),
        }
    }
}

/// The colours of a theme, in the order in which cells count them.
pub(super) fn theme(text: &str, budget: &Budget) -> Result<Vec<Colour>, ReadError> {
    const NAMES: [&str; 12] = [
        "lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
        "hlink", "folHlink",
    ];
    let mut colours: Vec<Colour> = vec![None; NAMES.len()];
    let mut current = None;
    let mut xml = Xml::new(text);
    loop {
        match xml.next(budget) {
            Ok(Step::Open(element)) => match element.name() {
                "srgbClr" => set(&mut colours, &mut current, element.value()),
                "sysClr" => set(&mut colours, &mut current, element.attribute("lastClr")),
                // What follows the colours may name others.
                "fontScheme" | "fmtScheme" => return Ok(colours),
                name => {
                    if let Some(number) = NAMES.iter().position(|other| *other == name) {
                        current = Some(number);
                    }
                }
            },
            Ok(Step::End) | Err(Stop::Broken(_)) => return Ok(colours),
            Ok(_) => {}
            Err(Stop::Over(error)) => return Err(error),
        }
    }
}

fn set(colours: &mut [Colour], current: &mut Option<usize>, code: Option<std::borrow::Cow<'_, str>>) {
    let place = current.take().and_then(|number| colours.get_mut(number));
    if let (Some(place), Some(code)) = (place, code) {
        *place = hexadecimal(&code);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;
    use crate::sheets::format::Epoch;
    use crate::sheets::style::Text;

    fn read(text: &str) -> Styles {
        let limits = Limits::default();
        styles(text, Palette::default(), &Budget::new(&limits)).expect("no limit is passed")
    }

    /// What 351 and a text are shown as by each format of this list of fonts and fills.
    fn shown(fonts: &str, fills: &str, xfs: &str) -> Vec<String> {
        let text = format!(
            "<styleSheet><fonts>{fonts}</fonts><fills>{fills}</fills><cellStyleXfs><xf fontId='9'/></cellStyleXfs>\
             <cellXfs>{xfs}</cellXfs><dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>"
        );
        let styles = read(&text);
        styles.cells.iter().map(|style| style.number(351.0, Epoch::From1900)).collect()
    }

    #[test]
    fn fonts_and_fills_of_cells() {
        let fonts = "<font/><font><color rgb='FFFFFFFF'/></font><font><strike/></font><font><strike val='0'/></font>\
                     <font><color theme='0'/></font><font><color indexed='9'/></font>\
                     <font><vertAlign val='superscript'/></font><font><color theme='99'/></font>";
        let fills = "<fill/><fill><patternFill patternType='gray125'/></fill>\
                     <fill><patternFill patternType='solid'><fgColor rgb='FF1F4E79'/><bgColor indexed='64'/></patternFill></fill>\
                     <fill><gradientFill degree='90'><stop position='0'><color rgb='FFFFFFFF'/></stop></gradientFill></fill>";
        let xf = |font: usize, fill: usize| format!("<xf fontId='{font}' fillId='{fill}'/>");
        let xfs: String = [
            (0, 0),
            (1, 0),
            (2, 0),
            (3, 0),
            (4, 0),
            (5, 0),
            (6, 0),
            (7, 0),
            (1, 2),
            (4, 2),
            (1, 3),
            (1, 1),
            (0, 3),
            (99, 99),
        ]
        .map(|(font, fill)| xf(font, fill))
        .concat();
        let unknown = "\u{FFFD}\u{FFFD}\u{FFFD}";
        assert_eq!(
            shown(fonts, fills, &xfs),
            ["351", "", "", "351", "", "", "³⁵¹", unknown, "351", "351", unknown, unknown, "351", "351"]
        );
    }

    #[test]
    fn codes_are_those_of_cells() {
        let styles = read(
            "<styleSheet><numFmts><numFmt numFmtId='200' formatCode='&quot;约&quot;0'/></numFmts>\
             <cellXfs><xf numFmtId='200'/><xf numFmtId='3'/><xf/></cellXfs>\
             <dxfs><dxf><numFmt numFmtId='200' formatCode=';;;'/></dxf></dxfs>",
        );
        let shown = styles.cells.iter().map(|style| style.number(1351.0, Epoch::From1900));
        assert_eq!(shown.collect::<Vec<_>>(), ["约1351", "1,351", "1351"]);
        let text = Text::Plain("无".to_owned());
        assert!(styles.cells.iter().all(|style| style.text(&text) == "无"));
    }

    #[test]
    fn colours_of_a_theme() {
        let text = "<a:theme><a:themeElements><a:clrScheme><a:dk1><a:sysClr val='windowText' lastClr='000000'/></a:dk1>\
                    <a:lt1><a:srgbClr val='FFFEFD'/></a:lt1><a:accent1><a:scrgbClr r='0'/></a:accent1></a:clrScheme>";
        let limits = Limits::default();
        let colours = theme(text, &Budget::new(&limits)).expect("no limit is passed");
        assert_eq!(colours.get(..2), Some(&[Some([0xFF, 0xFE, 0xFD]), Some([0; 3])][..]));
        assert_eq!(colours.get(4), Some(&None));
    }
}
