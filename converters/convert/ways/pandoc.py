"""pandoc."""

from __future__ import annotations

from ..way import Command, Program, Way

GIVES = {
    "plain": "txt",
    "markdown": "md",
    "gfm": "md",
    "commonmark_x": "md",
    "rst": "txt",
    "org": "txt",
    "asciidoc": "txt",
    "mediawiki": "txt",
    "html": "html",
    "docx": "docx",
}


def _way(takes: str, source: str, to: str) -> Way:
    return Way(
        name=f"pandoc-{takes}-{to}",
        tool="pandoc",
        need=Program("pandoc"),
        takes=takes,
        gives=GIVES[to],
        said=f"`pandoc --from {source} --to {to}`",
        how=Command(("pandoc", "--from", source, "--to", to, "--output", "OUT", "IN")),
    )


def ways() -> list[Way]:
    """Give all of them."""
    of_page = [_way("html", "html", to) for to in GIVES]
    of_docx = [_way("docx", "docx", to) for to in GIVES]
    of_odt = [_way("libreoffice-docx-odt", "odt", to) for to in ("plain", "gfm")]
    of_rtf = [_way("libreoffice-docx-rtf", "rtf", to) for to in ("plain", "gfm")]
    of_office = [_way("libreoffice-html-docx", "docx", to) for to in ("plain", "gfm", "html")]
    of_markdown = [_way("md", "markdown", to) for to in ("docx", "html")]
    return of_page + of_docx + of_odt + of_rtf + of_office + of_markdown
