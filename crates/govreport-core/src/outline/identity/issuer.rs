//! Who reports (报告机关): what each place of the source says, which of them is taken, and where they disagree.

use super::evidence::{AUTHOR, Evidence, NAMES};
use crate::model::{Finding, Located, Origin};
use crate::notices::{IssuerInDoubt, IssuerMissing, Notice};
use crate::outline::lines::body_names;
use crate::span::Span;
use crate::text::reading::bracketed_reading;

impl Evidence<'_> {
    /// The issuer, and a finding where places disagree or none names it.
    pub(super) fn issuer(&self, findings: &mut Vec<Finding>) -> Option<Located<String>> {
        let located = |span: Span, origin| Located::new(span.of(self.text).to_owned(), origin, span);
        let titles = self.title.into_iter().chain(self.titles);
        let mut named = titles.clone().filter_map(|title| title.issuer.clone());
        let of_title = named.find(|(name, _)| body_names::is_believable(name));
        let paragraphs = || self.paragraphs();
        let announced = paragraphs().find_map(|line| self.behind(&NAMES, line, body_names::name_at));
        let signature = self.dateline.and_then(|dateline| dateline.signature.clone());
        let issuer = of_title
            .map(|(value, span)| Located::new(value, Origin::Title, span))
            .or_else(|| announced.map(|span| located(span, Origin::Introduction)))
            .or_else(|| {
                let author = paragraphs().find_map(|line| self.behind(&AUTHOR, line, body_names::author_at));
                author.map(|span| located(span, Origin::Introduction))
            })
            .or_else(|| self.stated.issuer.clone().filter(|issuer| body_names::is_believable(&issuer.value)))
            .or_else(|| self.site.issuer(self.text))
            .or_else(|| {
                let name = paragraphs().find_map(|line| self.beginning_name(line));
                name.map(|span| located(span, Origin::Introduction))
            })
            .or_else(|| Some(located(self.beginning_name(self.opening?)?, Origin::Body)))
            .or_else(|| signature.clone())
            .or_else(|| {
                let name =
                    self.closing.iter().find_map(|line| self.behind(&NAMES, *line, body_names::name_at));
                name.map(|span| located(span, Origin::Contact))
            });
        // The name that was believed above needs no second look.
        let believed = |name: &String| {
            issuer.as_ref().is_some_and(|issuer| issuer.origin == Origin::Title && issuer.value == *name)
        };
        let mut named = titles.filter_map(|title| title.issuer.as_ref());
        if let Some((name, span)) =
            named.find(|(name, _)| !believed(name) && !body_names::is_believable(name))
        {
            let notice = IssuerInDoubt::NotABody { named: name.clone() };
            findings.push(Finding::new(Notice::IssuerInDoubt(notice)).at(*span));
        }
        match &issuer {
            None => findings.push(Finding::new(Notice::IssuerMissing(IssuerMissing {}))),
            Some(issuer) => {
                let others =
                    self.titles.iter().filter_map(|title| title.issuer.as_ref().map(|(_, span)| *span));
                let others = others.chain(announced).chain(signature.and_then(|signature| signature.span));
                self.doubt_issuer(issuer, others, findings);
            }
        }
        issuer.map(|issuer| Located { value: without_readings(&issuer.value), ..issuer })
    }

    fn doubt_issuer(
        &self,
        issuer: &Located<String>,
        others: impl Iterator<Item = Span>,
        findings: &mut Vec<Finding>,
    ) {
        let mut others = others.filter(|span| body_names::differ(&issuer.value, span.of(self.text)));
        let Some(other) = others.next().or_else(|| body_names::near_miss(self.text, &issuer.value)) else {
            return;
        };
        let notice =
            IssuerInDoubt::Two { taken: issuer.value.clone(), other: other.of(self.text).trim().to_owned() };
        findings.push(Finding::new(Notice::IssuerInDoubt(notice)).at(other).beside(issuer.span));
    }
}

/// A name without the readings that a mirror of traditional characters puts behind some: 桐溪鎮(zhèn)人民政府.
fn without_readings(name: &str) -> String {
    let mut shown = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        let reading = Some(c).filter(|c| matches!(c, '(' | '（')).and_then(|_| bracketed_reading(rest));
        match reading {
            Some(length) => rest = &rest[length..],
            None => shown.push(c),
        }
    }
    shown
}
