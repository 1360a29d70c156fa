//! Values that have a name of their own: `--shown: none` and `var(--shown)`.

use std::borrow::Cow;
use std::collections::HashMap;

/// So many of them are kept, and so much text is put in for them in one value.
/// Measured: with 2,048, no cell changes.
const MOST: usize = 4096;
/// Measured: with 2,048, no cell changes.
const LONGEST: usize = 4096;

/// The named values of style sheets. Those that are not everywhere the same are not followed.
#[derive(Debug, Default)]
pub(in crate::html) struct Variables {
    values: HashMap<Box<str>, Option<Box<str>>>,
}

impl Variables {
    /// Takes in all that are given a value somewhere in a style sheet.
    pub(super) fn collect(&mut self, sheet: &str) {
        for (at, _) in sheet.match_indices("--") {
            let before = sheet.get(..at).unwrap_or_default().trim_ascii_end();
            // Not those that are named in a value.
            if !before.is_empty() && !before.ends_with(['{', ';', '}']) {
                continue;
            }
            let rest = sheet.get(at..).unwrap_or_default();
            let Some((name, value)) = named(rest) else { continue };
            if self.values.len() >= MOST && !self.values.contains_key(name) {
                continue;
            }
            let known = self.values.entry(name.into()).or_insert_with(|| Some(value.into()));
            if known.as_deref() != Some(value) {
                *known = None;
            }
        }
    }

    /// A list of declarations with the values put in that are known.
    pub(in crate::html) fn put_into<'t>(&self, list: &'t str) -> Cow<'t, str> {
        let mut list = Cow::Borrowed(list);
        // Values may name others.
        for _ in 0..4 {
            match self.put_once(&list) {
                Some(put) if put.len() <= LONGEST.max(2 * list.len()) => list = Cow::Owned(put),
                _ => break,
            }
        }
        list
    }

    fn put_once(&self, list: &str) -> Option<String> {
        let mut put = String::new();
        let mut is_changed = false;
        let mut rest = list;
        while let Some(at) = rest.find("var(") {
            let (before, named) = rest.split_at(at);
            let end = super::query::end_of(named.get(4..)?, |byte| byte == b')')?;
            let inner = named.get(4..4 + end)?;
            let name = inner.split(',').next().unwrap_or_default().trim_ascii();
            put.push_str(before);
            if let Some(Some(value)) = self.values.get(name) {
                put.push_str(value);
                is_changed = true;
            } else {
                put.push_str(named.get(..end + 5)?);
            }
            rest = named.get(end + 5..)?;
        }
        put.push_str(rest);
        is_changed.then_some(put)
    }
}

/// The name and the value in front. Nothing is searched for beyond the length of those that people write.
fn named(text: &str) -> Option<(&str, &str)> {
    /// Measured: with 64, no cell changes.
    const LONGEST_NAME: usize = 128;
    /// Measured: with 512, no cell changes.
    const LONGEST_VALUE: usize = 1024;
    let is_end = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b':' | b'{' | b'}' | b';');
    let end = text.bytes().take(LONGEST_NAME).position(is_end)?;
    let (name, rest) = text.split_at(end);
    let value = rest.trim_ascii_start().strip_prefix(':')?;
    let is_end = |byte: u8| matches!(byte, b'}' | b';');
    let end = match value.bytes().take(LONGEST_VALUE).position(is_end) {
        Some(end) => end,
        None if value.len() < LONGEST_VALUE => value.len(),
        None => return None,
    };
    Some((name, value.get(..end)?.trim_ascii()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_by_name() {
        let mut variables = Variables::default();
        variables.collect(":root{--a:none;--b: var(--a) ; --c:1}.x{--c:2;color:var(--a)}--d");
        assert_eq!(variables.put_into("display:var(--a)"), "display:none");
        assert_eq!(variables.put_into("display:var( --b , block)"), "display:none");
        assert_eq!(variables.put_into("width:var(--c)"), "width:var(--c)");
        assert_eq!(variables.put_into("x:var(--none"), "x:var(--none");
        let mut round = Variables::default();
        round.collect("a{--a:var(--a)var(--a)var(--a)var(--a)}");
        assert!(round.put_into(&"x:var(--a)".repeat(100)).len() < 100_000);
    }
}
