//! Writes a web page in the markup that is asked for.

use super::{Html, Markup, plain, site, unclosed, word};
use crate::article::Part;
use crate::paper::Paper;
use crate::prose::Prose;
use crate::random::Random;

pub(in crate::layout) fn write(
    parts: &[Part],
    html: Html,
    prose: &Prose,
    paper: &mut Paper,
    random: &mut Random,
) {
    match html.markup {
        Markup::Plain => plain::page(parts, html.charset, paper),
        Markup::Word => word::page(parts, html.charset, paper, random),
        Markup::Unclosed => unclosed::page(parts, html.charset, paper),
        Markup::Site => site::page(parts, html.charset, prose, paper),
    }
}
