//! What a document says beside its text (文档属性): title, author, dates, the body that owns the program.

use crate::budget::Budget;
use crate::package::{Step, Stop, Xml};

/// The properties that are told on, by the names they have in the file.
const TOLD: [&str; 8] =
    ["title", "subject", "creator", "keywords", "lastModifiedBy", "created", "modified", "Company"];

/// Names and values, in the order of the part.
pub(super) fn properties(text: &str, budget: &Budget) -> Result<Vec<(String, String)>, Stop> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut xml = Xml::new(text);
    // Whether the element that was opened last is one of those that are told on.
    let mut told = false;
    loop {
        match xml.next(budget) {
            Ok(Step::Open(element)) => {
                told = TOLD.contains(&element.name()) && !element.empty;
                if told {
                    found.push((element.name().to_owned(), String::new()));
                }
            }
            Ok(Step::Text(text)) if told => {
                if let Some((_, value)) = found.last_mut() {
                    value.push_str(&text);
                }
            }
            Ok(Step::Text(_)) => {}
            Ok(Step::Close) => told = false,
            Ok(Step::End) | Err(Stop::Broken(_)) => break,
            Err(over) => return Err(over),
        }
    }
    found.retain_mut(|(_, value)| {
        *value = value.trim().to_owned();
        !value.is_empty()
    });
    Ok(found)
}
