//! Workbooks of newer Excel (.xlsx).

mod conditions;
mod reference;
mod shared;
mod styles;
mod switch;
mod texts;
mod worksheet;

use govreport_core::document::{DocumentBuilder, Format};

use self::shared::Shared;
use self::styles::Styles;
use self::switch::is_on;
use super::entry::Entry;
use super::format::Epoch;
use super::look::Palette;
use super::sheet::Sheet;
use crate::ReadError;
use crate::budget::Budget;
use crate::package::{Package, Relations, Step, Stop, Xml, resolve, xml_text};

/// An open workbook.
pub(super) struct Workbook<'a> {
    package: Package<'a>,
    shared: Shared,
    sheets: Vec<(Entry, String)>,
}

impl<'a> Workbook<'a> {
    /// Opens a workbook.
    pub(super) fn open(bytes: &'a [u8], budget: &mut Budget) -> Result<Self, ReadError> {
        let mut package = Package::open(bytes, Format::Xlsx)?;
        let root = relations(&mut package, "", budget)?;
        let main =
            root.of_kind("officeDocument").map_or_else(|| "xl/workbook.xml".to_owned(), |to| resolve("", to));
        if !package.is_whole(&main) {
            return Err(cut_off("the list of its sheets"));
        }
        let part = package.part(&main, budget)?.ok_or_else(|| damaged(format!("it has no part {main}")))?;
        let related = relations(&mut package, &main, budget)?;
        let target = |id: &str| related.target(id).map(|to| resolve(&main, to));
        let listed = listed(&xml_text(&part), target, budget)?;
        if package.is_cut() && related.of_kind("worksheet").is_none() {
            return Err(cut_off("the list of its parts"));
        }
        let mut named = |kind: &str, what: &str| match related.of_kind(kind).map(|to| resolve(&main, to)) {
            // Without them numbers and texts would be others, and nothing would show it.
            Some(part) if !package.is_whole(&part) => Err(cut_off(what)),
            Some(part) => package.part(&part, budget),
            None => Ok(None),
        };
        let texts = named("sharedStrings", "texts of its cells")?;
        let formats = named("styles", "the formats of its numbers")?;
        let theme = related.of_kind("theme").map(|to| resolve(&main, to));
        let theme = theme.map_or(Ok(None), |part| package.part(&part, budget).or_else(unless_over))?;
        let mut palette = Palette::default();
        if let Some(part) = theme {
            palette.theme = styles::theme(&xml_text(&part), budget)?;
        }
        let styles = match formats {
            Some(part) => styles::styles(&xml_text(&part), palette, budget)?,
            None => Styles { palette, ..Styles::default() },
        };
        let texts =
            texts.map_or(Ok(Vec::new()), |part| texts::shared(&xml_text(&part), &styles.palette, budget))?;
        let Styles { cells: styles, palette, concealing } = styles;
        let Listed { sheets, epoch, recalculates } = listed;
        let shared = Shared { texts, styles, palette, concealing, epoch, recalculates };
        Ok(Self { package, shared, sheets })
    }

    /// Puts title, author and the like into the document.
    pub(super) fn properties(
        &mut self,
        builder: &mut DocumentBuilder<'_>,
        budget: &mut Budget,
    ) -> Result<(), ReadError> {
        for (part, names) in PROPERTIES {
            let Some(part) = self.package.part(part, budget).or_else(unless_over)? else { continue };
            for (name, value) in texts::named(&xml_text(&part), names, budget)? {
                builder.property(name, value);
            }
        }
        Ok(())
    }

    /// The sheets.
    pub(super) fn entries(&self) -> Vec<Entry> {
        self.sheets.iter().map(|(entry, _)| entry.clone()).collect()
    }

    /// A sheet, by its number. One that cannot be unpacked does not take the others with it.
    pub(super) fn sheet(&mut self, number: usize, budget: &mut Budget) -> Result<Sheet, ReadError> {
        let damaged = |what: String| Sheet { damage: Some(what), ..Sheet::default() };
        let Some((_, part)) = self.sheets.get(number) else { return Ok(Sheet::default()) };
        match self.package.part(part, budget) {
            Ok(Some(bytes)) => worksheet::read(&xml_text(&bytes), &self.shared, budget),
            Ok(None) => Ok(damaged(format!("its part {part} is missing"))),
            Err(ReadError::Damaged { what, .. }) => Ok(damaged(what)),
            Err(error) => Err(error),
        }
    }
}

/// The parts that say what a workbook is, and the names in them that are taken.
const PROPERTIES: [(&str, &[&str]); 2] = [
    (
        "docProps/core.xml",
        &["title", "subject", "creator", "keywords", "description", "lastModifiedBy", "created", "modified"],
    ),
    ("docProps/app.xml", &["Manager", "Company"]),
];

/// What a part refers to; nothing where that cannot be read.
fn relations(package: &mut Package<'_>, part: &str, budget: &mut Budget) -> Result<Relations, ReadError> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let part = resolve("", &format!("{folder}/_rels/{name}.rels"));
    let Some(bytes) = package.part(&part, budget).or_else(unless_over)? else {
        return Ok(Relations::default());
    };
    match Relations::read(&xml_text(&bytes), budget) {
        Ok(relations) => Ok(relations),
        Err(Stop::Over(error)) => Err(error),
        Err(Stop::Broken(_)) => Ok(Relations::default()),
    }
}

/// Goes on without a part that is damaged.
fn unless_over(error: ReadError) -> Result<Option<Vec<u8>>, ReadError> {
    match error {
        ReadError::Damaged { .. } => Ok(None),
        error => Err(error),
    }
}

/// What the main part of a workbook says.
#[derive(Debug, Default)]
struct Listed {
    /// The sheets, and the parts that hold them.
    sheets: Vec<(Entry, String)>,
    epoch: Epoch,
    recalculates: bool,
}

/// Reads the main part of a workbook.
fn listed(text: &str, target: impl Fn(&str) -> Option<String>, budget: &Budget) -> Result<Listed, ReadError> {
    let mut xml = Xml::new(text);
    let mut listed = Listed::default();
    loop {
        let element = match xml.next(budget) {
            Ok(Step::Open(element)) => element,
            Ok(Step::End) | Err(Stop::Broken(_)) => break,
            Ok(_) => continue,
            Err(Stop::Over(error)) => return Err(error),
        };
        match element.name() {
            "workbookPr" if is_on(element.attribute("date1904").as_deref()) => listed.epoch = Epoch::From1904,
            "calcPr" => listed.recalculates = is_on(element.attribute("fullCalcOnLoad").as_deref()),
            "sheet" => {
                let name = element.attribute("name").unwrap_or_default().into_owned();
                let is_hidden = element.attribute("state").is_some_and(|state| state != "visible");
                // Its part is named by the attribute `id` of another space than `sheetId`.
                if let Some(part) = element.attribute("id").and_then(|id| target(&id)) {
                    listed.sheets.push((Entry { name, is_hidden }, part));
                }
            }
            _ => {}
        }
    }
    if listed.sheets.is_empty() {
        return Err(damaged("it lists no sheets".to_owned()));
    }
    Ok(listed)
}

/// The archive ends before what a workbook cannot be read without.
fn cut_off(what: &str) -> ReadError {
    damaged(format!("its end is missing, and with it {what}"))
}

fn damaged(what: String) -> ReadError {
    ReadError::Damaged { format: Format::Xlsx, what }
}
