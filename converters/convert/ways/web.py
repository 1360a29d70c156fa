"""Web pages by Python packages and by Debian's html2text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..way import Command, Function, Package, Program, Way

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _page(source: Path) -> str:
    return source.read_text(encoding="utf-8", errors="replace")


def h2t(source: Path) -> str:
    """Markdown by html2text with its defaults."""
    import html2text

    return str(html2text.html2text(_page(source)))


def h2t_padded(source: Path) -> str:
    """Markdown by html2text, lines not broken, tables padded."""
    import html2text

    maker = html2text.HTML2Text(bodywidth=0)
    maker.pad_tables = True
    maker.ignore_links = True
    return str(maker.handle(_page(source)))


def h2t_bypass(source: Path) -> str:
    """Markdown by html2text, tables as they are in the page."""
    import html2text

    maker = html2text.HTML2Text(bodywidth=0)
    maker.bypass_tables = True
    return str(maker.handle(_page(source)))


def inscriptis_text(source: Path) -> str:
    """Text by inscriptis."""
    from inscriptis import get_text

    return str(get_text(_page(source)))


def trafilatura_text(kind: str, source: Path) -> str:
    """Text or Markdown by trafilatura."""
    import trafilatura

    return str(
        trafilatura.extract(_page(source), output_format=kind, include_tables=True, favor_recall=True) or ""
    )


def readability_page(source: Path) -> str:
    """Give a page as readability does."""
    import readability

    document = readability.Document(_page(source))
    return f"<html><head><title>{document.title()}</title></head>{document.summary(html_partial=True)}</html>"


def soup_text(separator: str, source: Path) -> str:
    """Text by Beautiful Soup."""
    import bs4

    soup = bs4.BeautifulSoup(_page(source), "html.parser")
    for hidden in soup(["script", "style"]):
        hidden.decompose()
    return str(soup.get_text(separator, strip=bool(separator.strip())))


def soup_strings(source: Path) -> str:
    """Give the strings of Beautiful Soup, one a line."""
    import bs4

    return "\n".join(bs4.BeautifulSoup(_page(source), "lxml").stripped_strings)


def soup_rows(source: Path) -> str:
    """Walk over rows as a script does: cells with tabs, and paragraphs."""
    import bs4

    soup = bs4.BeautifulSoup(_page(source), "lxml")
    parts: list[str] = []
    for element in soup.find_all(["h1", "h2", "h3", "p", "tr"]):
        if element.name == "tr":
            parts.append("\t".join(cell.get_text("", strip=True) for cell in element.find_all(["td", "th"])))
        elif element.find_parent("table") is None:
            parts.append(element.get_text("", strip=True))
    return "\n".join(parts)


def lxml_text(source: Path) -> str:
    """`text_content()` of lxml."""
    import lxml.html

    page = lxml.html.fromstring(_page(source).encode(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    return str(page.text_content())


def markdownify_text(source: Path) -> str:
    """Markdown by markdownify."""
    import markdownify

    return str(markdownify.markdownify(_page(source)))


CALLS: tuple[tuple[str, str, str, str, Callable[[Path], str | bytes]], ...] = (
    ("html2text", "html2text", "md", "`html2text()`", h2t),
    ("html2text-padded", "html2text", "md", "`bodywidth=0`, `pad_tables`", h2t_padded),
    ("html2text-bypass", "html2text", "md", "`bypass_tables`", h2t_bypass),
    ("inscriptis", "inscriptis", "txt", "`get_text()`", inscriptis_text),
    (
        "trafilatura-text",
        "trafilatura",
        "txt",
        '`extract(output_format="txt")`',
        partial(trafilatura_text, "txt"),
    ),
    (
        "trafilatura-markdown",
        "trafilatura",
        "md",
        '`extract(output_format="markdown")`',
        partial(trafilatura_text, "markdown"),
    ),
    (
        "trafilatura-html",
        "trafilatura",
        "html",
        '`extract(output_format="html")`',
        partial(trafilatura_text, "html"),
    ),
    ("readability", "readability-lxml", "html", "`summary()`", readability_page),
    ("beautifulsoup-none", "beautifulsoup4", "txt", "`get_text()`", partial(soup_text, "")),
    ("beautifulsoup-space", "beautifulsoup4", "txt", '`get_text(" ")`', partial(soup_text, " ")),
    ("beautifulsoup-line", "beautifulsoup4", "txt", '`get_text("\\n")`', partial(soup_text, "\n")),
    ("beautifulsoup-bar", "beautifulsoup4", "txt", '`get_text("|", strip=True)`', partial(soup_text, "|")),
    ("beautifulsoup-strings", "beautifulsoup4", "txt", "`stripped_strings`, one a line", soup_strings),
    ("beautifulsoup-rows", "beautifulsoup4", "txt", "a row a line, tabs between cells", soup_rows),
    ("lxml-text", "lxml", "txt", "`text_content()`", lxml_text),
    ("markdownify", "markdownify", "md", "`markdownify()`", markdownify_text),
)


def ways() -> list[Way]:
    """Give all of them."""
    packages = [
        Way(
            name=name,
            tool=package,
            need=Package(package),
            takes="html",
            gives=gives,
            said=said,
            how=Function(call),
        )
        for name, package, gives, said, call in CALLS
    ]
    of_office = [
        Way(
            name=f"{name}-libreoffice",
            tool=package,
            need=Package(package),
            takes="libreoffice-docx-html",
            gives=gives,
            said=said,
            how=Function(call),
        )
        for name, package, gives, said, call in CALLS
        if name in {"html2text", "inscriptis", "beautifulsoup-line", "markdownify"}
    ]
    debian = Way(
        name="html2text-debian",
        tool="html2text (Debian)",
        need=Program("html2text", ("-version",)),
        takes="html",
        gives="txt",
        said="`html2text -utf8`",
        how=Command(("/usr/bin/html2text", "-utf8", "IN")),
    )
    return [*packages, *of_office, debian]
