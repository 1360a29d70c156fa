//! Where in the package what is.

use std::borrow::Cow;

use govreport_core::document::{Format, InvalidBytes, PartDamaged, Remark};

use crate::ReadError;
use crate::budget::Budget;
use crate::package::{Package, Relations, Stop, content_type_of, resolve, xml_text};

/// The parts of a Word document.
pub(super) struct Parts<'a> {
    package: Package<'a>,
    /// The name of the main part.
    main: String,
    /// What the package itself refers to.
    of_package: Relations,
    /// What the main part refers to.
    pub(super) relations: Relations,
    pub(super) remarks: Vec<Remark>,
}

impl<'a> Parts<'a> {
    /// Opens the package and finds the main part: by the relations of the package, by the types of content, by its usual name.
    pub(super) fn open(bytes: &'a [u8], budget: &mut Budget) -> Result<Self, ReadError> {
        let package = Package::open(bytes, Format::Docx)?;
        let mut parts = Self {
            package,
            main: String::new(),
            of_package: Relations::default(),
            relations: Relations::default(),
            remarks: Vec::new(),
        };
        if parts.package.is_cut() {
            parts.remarks.push(Remark::new(PartDamaged::Directory));
        }
        parts.of_package = parts.relations_of("", budget)?;
        let related = parts.of_package.of_kind("officeDocument").map(|target| resolve("", target));
        let main = match related.filter(|name| parts.package.has(name)) {
            Some(name) => Some(name),
            None => parts.main_by_type(budget)?,
        };
        let usual = ["word/document.xml", "word/document2.xml"].map(str::to_owned);
        let main = main.into_iter().chain(usual).find(|name| parts.package.has(name));
        let is_cut = parts.package.is_cut();
        parts.main = main.ok_or_else(|| ReadError::Damaged {
            format: Format::Docx,
            what: if is_cut {
                "its end is missing, and with it its main part".to_owned()
            } else {
                "it has no main part, such as word/document.xml".to_owned()
            },
        })?;
        parts.relations = parts.relations_of(&parts.main.clone(), budget)?;
        Ok(parts)
    }

    fn main_by_type(&mut self, budget: &mut Budget) -> Result<Option<String>, ReadError> {
        let Some(types) = self.optional("[Content_Types].xml", budget)? else { return Ok(None) };
        let is_main = |kind: &str| kind.starts_with("application/") && kind.ends_with(".main+xml");
        let found = within(content_type_of(&types, is_main, budget))?.flatten();
        Ok(found.map(|name| resolve("", &name)))
    }

    /// Whether the end of the package is missing.
    pub(super) fn is_cut(&self) -> bool {
        self.package.is_cut()
    }

    /// The bytes of the main part.
    pub(super) fn main(&mut self, budget: &mut Budget) -> Result<Vec<u8>, ReadError> {
        Ok(self.package.part(&self.main, budget)?.unwrap_or_default())
    }

    /// The part that the main part refers to as this kind, or else the one with its usual name beside it, and its name.
    pub(super) fn of_kind(
        &mut self,
        kind: &str,
        budget: &mut Budget,
    ) -> Result<Option<(String, String)>, ReadError> {
        let related = self.relations.of_kind(kind).map(|target| resolve(&self.main, target));
        let beside = resolve(&self.main, &format!("{kind}.xml"));
        let Some(name) = related.into_iter().chain([beside]).find(|name| self.package.has(name)) else {
            return Ok(None);
        };
        Ok(self.optional(&name, budget)?.map(|text| (name, text)))
    }

    /// A part that the main part refers to by this target.
    pub(super) fn beside(&mut self, target: &str, budget: &mut Budget) -> Result<Option<Vec<u8>>, ReadError> {
        match self.package.part(&resolve(&self.main, target), budget) {
            Err(ReadError::Damaged { what, .. }) => {
                self.damaged(what);
                Ok(None)
            }
            part => part,
        }
    }

    /// The parts with what the document says beside its text.
    pub(super) fn properties(&mut self, budget: &mut Budget) -> Result<Vec<String>, ReadError> {
        let mut texts = Vec::new();
        for (kind, usual) in
            [("core-properties", "docProps/core.xml"), ("extended-properties", "docProps/app.xml")]
        {
            let related = self.of_package.of_kind(kind);
            let name = related.map_or_else(|| usual.to_owned(), |target| resolve("", target));
            texts.extend(self.optional(&name, budget)?);
        }
        Ok(texts)
    }

    /// What a part refers to; for the package itself the name is empty.
    pub(super) fn relations_of(&mut self, name: &str, budget: &mut Budget) -> Result<Relations, ReadError> {
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
        let name = resolve("", &format!("{folder}/_rels/{file}.rels"));
        match self.optional(&name, budget)? {
            Some(text) => Ok(within(Relations::read(&text, budget))?.unwrap_or_default()),
            None => Ok(Relations::default()),
        }
    }

    /// A part that may be missing. One that cannot be unpacked is missing too, and a remark says so.
    fn optional(&mut self, name: &str, budget: &mut Budget) -> Result<Option<String>, ReadError> {
        match self.package.part(name, budget) {
            Ok(part) => Ok(part.map(|bytes| self.text(&bytes).into_owned())),
            Err(ReadError::Damaged { what, .. }) => {
                self.damaged(what);
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// The text of a part. Where bytes are no characters, a remark says so.
    pub(super) fn text<'b>(&mut self, bytes: &'b [u8]) -> Cow<'b, str> {
        let text = xml_text(bytes);
        if matches!(text, Cow::Owned(_))
            && text.contains(char::REPLACEMENT_CHARACTER)
            && simdutf8::basic::from_utf8(bytes).is_err()
        {
            self.remarks.push(Remark::new(InvalidBytes::Part));
        }
        text
    }

    /// Remarks that a part is damaged.
    fn damaged(&mut self, what: String) {
        self.remarks.push(Remark::new(PartDamaged::Part { what }));
    }
}

/// What was read within the limits, as far as it is not broken.
pub(super) fn within<T>(read: Result<T, Stop>) -> Result<Option<T>, ReadError> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(Stop::Broken(_)) => Ok(None),
        Err(Stop::Over(error)) => Err(error),
    }
}
