//! What a page says beside its text: title, `meta` and its own address.

use super::build::Builder;
use crate::html::entities::{self, Within};
use crate::html::tokens::Attribute;

impl Builder<'_> {
    /// The first title of the page.
    pub(super) fn read_title(&mut self, raw: &str) {
        if std::mem::replace(&mut self.tree.titled, true) {
            return;
        }
        let mut title = String::new();
        entities::read(raw, Within::Text, &mut title);
        self.add_property("title", &title);
    }

    /// `<meta name="PubDate" content="…">`, `<meta property="og:title" content="…">`.
    pub(super) fn read_meta(&mut self) {
        let name = self.value(Attribute::Name).or_else(|| self.value(Attribute::Property));
        if let Some(name) = name
            && let Some(content) = self.value(Attribute::Content)
        {
            self.add_property(&name, &content);
        }
    }

    /// `<link rel="canonical" href="…">`, and style sheets in other files.
    pub(super) fn read_link(&mut self) {
        let rel = self.tokens.attributes.raw(Attribute::Rel).unwrap_or_default();
        let is = |known: &str| rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case(known));
        if is("stylesheet") {
            self.doubt_grounds();
        }
        if is("canonical")
            && let Some(address) = self.value(Attribute::Href)
        {
            self.add_property("canonical", &address);
        }
    }

    /// The value of an attribute, with its references read.
    pub(super) fn value(&self, attribute: Attribute) -> Option<String> {
        let raw = self.tokens.attributes.raw(attribute)?;
        let mut value = String::new();
        entities::read(raw, Within::Attribute, &mut value);
        Some(value)
    }

    fn add_property(&mut self, name: &str, value: &str) {
        let value = value.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        let name = name.trim();
        if !name.is_empty() && !value.is_empty() {
            self.tree.properties.push((name.to_owned(), value));
        }
    }
}
