//! The number formats that cells have.

use std::collections::HashMap;

use super::super::value::NumberFormat;
use crate::ReadError;
use crate::budget::Budget;
use crate::package::{Step, Stop, Xml};

/// The number formats of the cell formats, in order.
pub(super) fn formats(text: &str, budget: &Budget) -> Result<Vec<NumberFormat>, ReadError> {
    let mut xml = Xml::new(text);
    let mut codes: HashMap<u16, NumberFormat> = HashMap::new();
    let mut used: Vec<u16> = Vec::new();
    // Formats of named styles stand in a list of their own, which cells do not count.
    let mut in_list = false;
    loop {
        match xml.next(budget) {
            Ok(Step::Open(element)) => {
                let number = element.attribute("numFmtId").and_then(|number| number.trim().parse().ok());
                match element.name() {
                    "numFmt" => {
                        let code = element.attribute("formatCode");
                        codes.extend(number.zip(code.map(|code| NumberFormat::of_code(&code))));
                    }
                    "cellXfs" => in_list = true,
                    "cellStyleXfs" | "cellStyles" | "dxfs" => in_list = false,
                    "xf" if in_list => used.push(number.unwrap_or_default()),
                    _ => {}
                }
            }
            Ok(Step::End) | Err(Stop::Broken(_)) => break,
            Ok(_) => {}
            Err(Stop::Over(error)) => return Err(error),
        }
    }
    let format = |number| codes.get(&number).copied().unwrap_or_else(|| NumberFormat::built_in(number));
    Ok(used.into_iter().map(format).collect())
}
