//! What the parts of a package are, and how they belong together.

use std::collections::HashMap;

use super::{Step, Stop, Xml};
use crate::budget::Budget;

/// The parts and addresses that a part refers to, by the name that it calls them.
#[derive(Debug, Default)]
pub(crate) struct Relations {
    named: HashMap<String, Relation>,
}

/// Something that a part refers to.
#[derive(Debug)]
struct Relation {
    /// What it is: the last word of the type, such as `styles`.
    kind: String,
    /// Where it is: relative to the part, or outside of the package.
    target: String,
}

impl Relations {
    /// Reads a part of relations. What is broken in it ends it.
    pub(crate) fn read(text: &str, budget: &Budget) -> Result<Self, Stop> {
        let mut named = HashMap::new();
        let mut xml = Xml::new(text);
        loop {
            let element = match xml.next(budget) {
                Ok(Step::Open(element)) => element,
                Ok(Step::End) | Err(Stop::Broken(_)) => break,
                Ok(_) => continue,
                Err(over) => return Err(over),
            };
            if element.name() != "Relationship" {
                continue;
            }
            if let (Some(id), Some(kind), Some(target)) =
                (element.attribute("Id"), element.attribute("Type"), element.attribute("Target"))
            {
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                named.insert(id.into_owned(), Relation { kind, target: target.into_owned() });
            }
        }
        Ok(Self { named })
    }

    /// The target with this name.
    pub(crate) fn target(&self, id: &str) -> Option<&str> {
        self.named.get(id).map(|relation| relation.target.as_str())
    }

    /// The target of this kind. Of several, the one whose name comes first, so that the choice is always the same.
    pub(crate) fn of_kind(&self, kind: &str) -> Option<&str> {
        let of_kind = self.named.iter().filter(|(_, relation)| relation.kind == kind);
        of_kind.min_by_key(|(id, _)| *id).map(|(_, relation)| relation.target.as_str())
    }
}

/// The name of the part that `target` leads to from the part named `from`.
pub(crate) fn resolve(from: &str, target: &str) -> String {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut steps: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}

/// The name of the first part that has a type of content which `wanted` accepts, by `[Content_Types].xml`.
pub(crate) fn content_type_of(
    text: &str,
    wanted: impl Fn(&str) -> bool,
    budget: &Budget,
) -> Result<Option<String>, Stop> {
    let mut xml = Xml::new(text);
    loop {
        match xml.next(budget) {
            Ok(Step::Open(element)) if element.name() == "Override" => {
                let kind = element.attribute("ContentType").unwrap_or_default();
                if let Some(name) = element.attribute("PartName").filter(|_| wanted(&kind)) {
                    return Ok(Some(name.into_owned()));
                }
            }
            Ok(Step::End) | Err(Stop::Broken(_)) => return Ok(None),
            Ok(_) => {}
            Err(over) => return Err(over),
        }
    }
}
