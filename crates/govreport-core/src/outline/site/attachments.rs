//! Files that a page links (附件), which may hold what it does not print.

use std::sync::LazyLock;

use crate::document::{Block, BlockKind, Document};
use crate::form::{AttachmentWord, frame};
use crate::outline::lines::line::{line_of, squeezed};
use crate::outline::lines::title;
use crate::span::Span;
use crate::text::lexicon::Lexicon;

static HEADS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(frame().attachments(AttachmentWord::Heads)));

/// The longest line that names a file, in bytes.
/// Measured: with 150, no cell changes.
const LONGEST: usize = 300;
/// The most attachments that are listed.
/// Measured: with 10, no cell changes.
const MOST: usize = 20;

/// A file that the page links or names (附件), or another page.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attachment {
    /// The words of the link.
    pub name: String,
    /// Where it leads, as the source writes it; empty where the text only names the file.
    pub target: String,
    /// Where the words stand.
    pub span: Span,
}

impl std::fmt::Display for Attachment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "《{}》", self.name)?;
        if self.target.is_empty() { Ok(()) } else { write!(f, " ({})", self.target) }
    }
}

/// The files that a page links or names and whose words say that they belong to such a report.
pub(super) fn all(document: &Document<'_>) -> Vec<Attachment> {
    let mut found: Vec<Attachment> = Vec::new();
    for block in document.blocks() {
        for attachment in in_block(document, block) {
            let known = |other: &Attachment| {
                if attachment.target.is_empty() {
                    other.name == attachment.name
                } else {
                    other.target == attachment.target
                }
            };
            if found.len() < MOST && !found.iter().any(known) {
                found.push(attachment);
            }
        }
    }
    found
}

/// The files that a block links or names.
pub(super) fn in_block<'d>(
    document: &'d Document<'_>,
    block: &'d Block,
) -> impl Iterator<Item = Attachment> + 'd {
    let text = document.text();
    let links = document.links();
    let first = links.partition_point(|link| link.span.start < block.span.start);
    let is_text = !matches!(block.kind, BlockKind::PageFurniture);
    let linked = links[first..]
        .iter()
        .take_while(|link| link.span.start < block.span.end)
        .filter(move |link| is_text && names_file(link.span.of(text), &link.target))
        .map(move |link| Attachment {
            name: squeezed(link.span.of(text)),
            target: link.target.clone(),
            span: link.span,
        });
    let named = links.is_empty().then(|| line_of(document, block)).flatten();
    let named = named.filter(|line| line.len() <= LONGEST).and_then(|line| named_in(text, line));
    linked.chain(named)
}

/// Whether a link leads to a file that may belong to the report.
fn names_file(words: &str, target: &str) -> bool {
    if target.starts_with('#') {
        return false;
    }
    let path = target.split(['?', '#']).next().unwrap_or(target);
    let is_file = ends_like_file(path) || ends_like_file(target) || ends_like_file(words);
    let says = |word: &str| words.contains(word) || target.contains(word);
    is_file && (words.trim().is_empty() || frame().attachments(AttachmentWord::Word).any(says))
}

fn ends_like_file(name: &str) -> bool {
    let name = name.trim().trim_end_matches(['）', ')', '》', '】']);
    name.rsplit_once('.').is_some_and(|(_, extension)| {
        frame().attachments(AttachmentWord::Extension).any(|known| extension.eq_ignore_ascii_case(known))
    })
}

/// 附件：某某报告.doc: a file named in a text without links.
fn named_in(text: &str, line: Span) -> Option<Attachment> {
    let content = line.of(text);
    if !ends_like_file(content) {
        return None;
    }
    let (_, end) = HEADS.walk(content, 0, Lexicon::ROOT).longest?;
    let name = content[end..].trim_start_matches(|c: char| !c.is_alphanumeric() && c != '《' && c != '【');
    let span = Span::new(line.end - name.len(), line.end);
    Some(Attachment { name: squeezed(name), target: String::new(), span })
}

/// Links whose words are the title of such a report, whatever they lead to.
pub(super) fn titled(document: &Document<'_>) -> Vec<Attachment> {
    let text = document.text();
    let mut found: Vec<Attachment> = Vec::new();
    for link in document.links() {
        let words = link.span.of(text);
        if found.len() >= MOST {
            break;
        }
        let is_title = || words.contains(['告', '报', '報']) && !title::find(text, &[link.span]).is_empty();
        if !found.iter().any(|other| other.target == link.target) && is_title() {
            found.push(Attachment { name: squeezed(words), target: link.target.clone(), span: link.span });
        }
    }
    found
}
