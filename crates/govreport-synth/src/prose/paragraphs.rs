//! Sentences for every part of a report, from the data file.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rust_decimal::Decimal;

use super::Body;
use super::numeral::numeral;
use crate::random::Random;

static PARAGRAPHS: LazyLock<BTreeMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let mut by_use: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in include_str!("../../data/paragraphs.tsv").lines().filter(|line| !line.starts_with('#')) {
        if let Some((what, text)) = line.split_once('\t') {
            by_use.entry(what).or_default().push(text);
        }
    }
    by_use
});

/// Draws sentences and fills in what they speak of.
pub(super) struct Writing<'a> {
    body: Body,
    year: u16,
    received: Decimal,
    random: &'a mut Random,
}

impl<'a> Writing<'a> {
    pub(super) fn new(body: &Body, year: u16, received: Decimal, random: &'a mut Random) -> Self {
        Self { body: *body, year, received, random }
    }

    /// One sentence or paragraph for this use.
    pub(super) fn one(&mut self, what: &str) -> String {
        let text =
            PARAGRAPHS.get(what).and_then(|texts| self.random.pick(texts)).copied().unwrap_or_default();
        self.filled(text)
    }

    /// Two different sentences for this use, in one paragraph.
    pub(super) fn two(&mut self, what: &str) -> String {
        let texts = PARAGRAPHS.get(what).map(Vec::as_slice).unwrap_or_default();
        let first = self.random.size(0, texts.len().saturating_sub(1));
        // Filled one by one: each speaks of its own numbers.
        (0..texts.len().min(2)).map(|place| self.filled(texts[(first + place) % texts.len()])).collect()
    }

    /// The paragraphs of section five: what is wrong, and what is done about it.
    pub(super) fn problems(&mut self) -> Vec<String> {
        ["problem", "measure"]
            .map(|what| {
                let lead = self.one(&format!("{what}s"));
                let texts = PARAGRAPHS.get(what).map(Vec::as_slice).unwrap_or_default();
                let first = self.random.size(0, texts.len().saturating_sub(1));
                let count = self.random.size(2, 3);
                let listed: Vec<String> = (0..count.min(texts.len()))
                    .map(|place| {
                        let text = texts[(first + place) % texts.len()];
                        format!("{}是{}", numeral(place + 1), self.filled(text))
                    })
                    .collect();
                format!("{lead}{}。", listed.join("；"))
            })
            .into()
    }

    fn filled(&mut self, text: &str) -> String {
        text.replace("{body}", self.body.name)
            .replace("{self}", self.body.itself)
            .replace("{year}", &self.year.to_string())
            .replace("{received}", &self.received.to_string())
            .replace("{count}", &self.random.between(36, 1980).to_string())
            .replace("{times}", &self.random.between(2, 9).to_string())
            .replace("{people}", &self.random.between(20, 400).to_string())
            .replace("{days}", &self.random.between(2, 7).to_string())
    }
}
