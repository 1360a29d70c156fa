"""Word documents by Python packages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ..way import Function, Package, Way
from .tables import as_csv, as_markdown, as_pipes, as_tabs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


def _cells(row: Any) -> list[str]:  # noqa: ANN401
    return [cell.text for cell in row.cells]


def _distinct(row: Any) -> list[str]:  # noqa: ANN401
    """Give a cell once where it covers several places."""
    cells = row.cells
    return [
        cell.text for place, cell in enumerate(cells) if place == 0 or cells[place - 1]._tc is not cell._tc
    ]


def walk(
    joined: Callable[[Sequence[Sequence[object]]], str], cells: Callable[[Any], list[str]], source: Path
) -> str:
    """Paragraphs and tables in the order of the document."""
    import docx
    from docx.table import Table

    parts: list[str] = []
    for part in docx.Document(str(source)).iter_inner_content():
        parts.append(joined([cells(row) for row in part.rows]) if isinstance(part, Table) else part.text)
    return "\n".join(parts)


def paragraphs_first(source: Path) -> str:
    """All paragraphs, then all tables: the walk that most scripts do."""
    import docx

    document = docx.Document(str(source))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    tables = [as_tabs([_cells(row) for row in table.rows]) for table in document.tables]
    return "\n".join([*paragraphs, *tables])


def cell_a_line(source: Path) -> str:
    """Every cell a line."""
    import docx
    from docx.table import Table

    parts: list[str] = []
    for part in docx.Document(str(source)).iter_inner_content():
        if isinstance(part, Table):
            parts += [text for row in part.rows for text in _distinct(row)]
        else:
            parts.append(part.text)
    return "\n".join(parts)


def mammoth_html(source: Path) -> str:
    """Give a page as mammoth does."""
    import mammoth

    with source.open("rb") as file:
        return str(mammoth.convert_to_html(file).value)


def mammoth_markdown(source: Path) -> str:
    """Markdown by mammoth."""
    import mammoth

    with source.open("rb") as file:
        return str(mammoth.convert_to_markdown(file).value)


def mammoth_text(source: Path) -> str:
    """Text by mammoth."""
    import mammoth

    with source.open("rb") as file:
        return str(mammoth.extract_raw_text(file).value)


def docx2python_text(source: Path) -> str:
    """Text by docx2python."""
    from docx2python import docx2python

    with docx2python(str(source)) as document:
        return str(document.text)


def docx2txt_text(source: Path) -> str:
    """Text by docx2txt."""
    import docx2txt

    return str(docx2txt.process(str(source)))


CALLS: tuple[tuple[str, str, str, str, Callable[[Path], str | bytes]], ...] = (
    ("python-docx-tabs", "python-docx", "txt", "in order, tabs", partial(walk, as_tabs, _cells)),
    (
        "python-docx-distinct",
        "python-docx",
        "txt",
        "in order, tabs, merged cells once",
        partial(walk, as_tabs, _distinct),
    ),
    ("python-docx-pipes", "python-docx", "txt", 'in order, `" | ".join`', partial(walk, as_pipes, _cells)),
    ("python-docx-markdown", "python-docx", "md", "in order, Markdown", partial(walk, as_markdown, _cells)),
    ("python-docx-csv", "python-docx", "csv", "in order, CSV", partial(walk, as_csv, _cells)),
    ("python-docx-apart", "python-docx", "txt", "all paragraphs, then all tables", paragraphs_first),
    ("python-docx-lines", "python-docx", "txt", "a cell a line", cell_a_line),
    ("mammoth-html", "mammoth", "html", "`convert_to_html()`", mammoth_html),
    ("mammoth-markdown", "mammoth", "md", "`convert_to_markdown()`", mammoth_markdown),
    ("mammoth-text", "mammoth", "txt", "`extract_raw_text()`", mammoth_text),
    ("docx2python", "docx2python", "txt", "`.text`", docx2python_text),
    ("docx2txt", "docx2txt", "txt", "`process()`", docx2txt_text),
)


def ways() -> list[Way]:
    """Give all of them, of the document as written and as LibreOffice makes it of a page."""
    written = [
        Way(
            name=name,
            tool=package,
            need=Package(package),
            takes="docx",
            gives=gives,
            said=said,
            how=Function(call),
        )
        for name, package, gives, said, call in CALLS
    ]
    chained = [
        Way(
            name=f"{name}-libreoffice",
            tool=package,
            need=Package(package),
            takes="libreoffice-html-docx",
            gives=gives,
            said=said,
            how=Function(call),
        )
        for name, package, gives, said, call in CALLS
        if name
        in {
            "python-docx-tabs",
            "python-docx-apart",
            "mammoth-html",
            "mammoth-text",
            "docx2python",
            "docx2txt",
        }
    ]
    return written + chained
