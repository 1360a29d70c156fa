//! What the file says beside its text (文件属性), as far as the data knows its names.

use crate::document::Document;
use crate::form::{PageLabel, frame};
use crate::model::{Date, Located};
use crate::outline::lines::body_names;
use crate::outline::lines::title;
use crate::span::Span;
use crate::text::date::date;

/// The properties of a file that say something of a field.
#[derive(Debug, Default)]
pub(super) struct Properties {
    /// Field, rank of the name, name, value.
    known: Vec<(PageLabel, usize, String, String)>,
}

/// What the title says that the file states beside its text.
#[derive(Debug, Clone, Default)]
pub(in crate::outline) struct StatedTitle {
    pub(in crate::outline) title: Option<Located<String>>,
    pub(in crate::outline) issuer: Option<Located<String>>,
    pub(in crate::outline) year: Option<Located<u16>>,
}

impl Properties {
    pub(super) fn read(document: &Document<'_>) -> Self {
        let names = &frame().file_properties;
        let mut known = Vec::new();
        for property in document.properties() {
            let value = property.value.trim();
            let of_name = |(_, name): &(PageLabel, &str)| property.name.trim().eq_ignore_ascii_case(name);
            if let Some(rank) = names.iter().position(of_name)
                && !value.is_empty()
            {
                known.push((names[rank].0, rank, property.name.clone(), value.to_owned()));
            }
        }
        known.sort_by_key(|(_, rank, _, _)| *rank);
        Self { known }
    }

    /// The first property of a field whose value can be read.
    fn first<T>(&self, field: PageLabel, read: impl Fn(&str) -> Option<T>) -> Option<Located<T>> {
        self.known
            .iter()
            .filter(|(of, ..)| *of == field)
            .find_map(|(_, _, name, value)| Some(Located::from_property(read(value)?, name.clone())))
    }

    /// The words of a field. A body is only what has the name of one: files name their programs and clerks there.
    pub(super) fn words(&self, field: PageLabel) -> Option<Located<String>> {
        let fits = |value: &str| field != PageLabel::Publisher || body_names::is_name(value);
        self.first(field, |value| fits(value).then(|| value.to_owned()))
    }

    /// The day of a field.
    pub(super) fn day(&self, field: PageLabel) -> Option<Located<Date>> {
        self.first(field, day)
    }

    /// The title of the report, where the name of the document is one.
    pub(super) fn title(&self) -> StatedTitle {
        let read = |value: &str| {
            let title = title::find(value, &[Span::new(0, value.len())]).into_iter().next()?;
            (title.issuer.is_some() || title.year.is_some()).then(|| (title.value(value), title))
        };
        let Some(found) = self.first(PageLabel::Name, read) else {
            return StatedTitle::default();
        };
        let (value, title) = found.value;
        let name = found.property.unwrap_or_default();
        StatedTitle {
            title: Some(Located::from_property(value, name.clone())),
            issuer: title.issuer.map(|(issuer, _)| Located::from_property(issuer, name.clone())),
            year: title.year.map(|(year, _)| Located::from_property(year, name)),
        }
    }
}

/// A day as files write it: `2024-01-30T10:02:00+08:00`, `20240130`, 2024年1月30日.
fn day(value: &str) -> Option<Date> {
    if let Ok((_, day)) = date(value) {
        return Some(day);
    }
    let number = |from: usize, to: usize| value.get(from..to)?.parse::<u16>().ok();
    let all_figures = value.get(..8)?.bytes().all(|byte| byte.is_ascii_digit());
    let (month, day) = (u8::try_from(number(4, 6)?).ok()?, u8::try_from(number(6, 8)?).ok()?);
    all_figures.then(|| Date::new(number(0, 4)?, month, day))?
}
