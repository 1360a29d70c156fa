"""PDF by Python packages."""

from __future__ import annotations

import csv
import io
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..way import Function, Package, Way
from .tables import as_markdown, as_tabs

if TYPE_CHECKING:
    from collections.abc import Callable


def plumber_text(source: Path) -> str:
    """Text by pdfplumber."""
    import pdfplumber

    with pdfplumber.open(source) as pdf:
        return "\n".join(page.extract_text() for page in pdf.pages)


def plumber_layout(source: Path) -> str:
    """Text by pdfplumber, laid out as on the page."""
    import pdfplumber

    with pdfplumber.open(source) as pdf:
        return "\n".join(page.extract_text(layout=True) for page in pdf.pages)


def plumber_tables(source: Path) -> str:
    """Tables by pdfplumber as comma-separated values; the text of each page before them."""
    import pdfplumber

    out = io.StringIO()
    with pdfplumber.open(source) as pdf:
        for page in pdf.pages:
            tables = page.find_tables()
            rest = page
            for table in tables:
                rest = rest.outside_bbox(table.bbox, strict=False)
            out.write(rest.extract_text() + "\n")
            for table in tables:
                csv.writer(out).writerows(table.extract())
    return out.getvalue()


def plumber_order(joined: Callable[[list[list[str | None]]], str], source: Path) -> str:
    """Tables by pdfplumber between the text above and below them."""
    import pdfplumber

    parts: list[str] = []
    with pdfplumber.open(source) as pdf:
        for page in pdf.pages:
            top = 0.0
            for table in sorted(page.find_tables(), key=lambda table: float(table.bbox[1])):
                if table.bbox[1] > top:
                    parts.append(page.crop((0, top, page.width, table.bbox[1])).extract_text())
                parts.append(joined(table.extract()))
                top = max(top, table.bbox[3])
            if top < page.height:
                parts.append(page.crop((0, top, page.width, page.height)).extract_text())
    return "\n\n".join(parts)


def mupdf_text(source: Path) -> str:
    """Text by PyMuPDF, as the file has it."""
    import pymupdf

    with pymupdf.open(source) as pdf:
        return "\n".join(str(page.get_text()) for page in pdf)


def mupdf_sorted(source: Path) -> str:
    """Text by PyMuPDF, from top to bottom."""
    import pymupdf

    with pymupdf.open(source) as pdf:
        return "\n".join(str(page.get_text(sort=True)) for page in pdf)


def mupdf_blocks(source: Path) -> str:
    """Text by PyMuPDF, a block a paragraph."""
    import pymupdf

    with pymupdf.open(source) as pdf:
        return "\n\n".join(str(block[4]) for page in pdf for block in page.get_text("blocks"))


def mupdf_tables(source: Path) -> str:
    """Tables by PyMuPDF in Markdown behind the text of each page."""
    import pymupdf

    parts: list[str] = []
    with pymupdf.open(source) as pdf:
        for page in pdf:
            tables = page.find_tables().tables
            inside = [pymupdf.Rect(table.bbox) for table in tables]
            blocks = [
                block
                for block in page.get_text("blocks")
                if not any(pymupdf.Rect(block[:4]).intersects(box) for box in inside)
            ]
            items = [(block[1], str(block[4])) for block in blocks]
            items += [(table.bbox[1], table.to_markdown()) for table in tables]
            parts += [text for _, text in sorted(items, key=lambda item: float(item[0]))]
    return "\n\n".join(parts)


def mupdf_html(source: Path) -> str:
    """Give a page as PyMuPDF does."""
    import pymupdf

    with pymupdf.open(source) as pdf:
        return "<html><body>" + "\n".join(str(page.get_text("html")) for page in pdf) + "</body></html>"


def mupdf4llm(source: Path) -> str:
    """Markdown by pymupdf4llm."""
    import pymupdf4llm

    return str(pymupdf4llm.to_markdown(str(source), show_progress=False))


def pypdf_text(source: Path) -> str:
    """Text by pypdf."""
    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(source).pages)


def pypdf_layout(source: Path) -> str:
    """Text by pypdf, laid out as on the page."""
    import pypdf

    return "\n".join(page.extract_text(extraction_mode="layout") for page in pypdf.PdfReader(source).pages)


def miner_text(source: Path) -> str:
    """Text by pdfminer.six."""
    from pdfminer.high_level import extract_text

    return str(extract_text(str(source)))


def miner_no_boxes(source: Path) -> str:
    """Text by pdfminer.six with lines in the order of the file."""
    from pdfminer.high_level import extract_text
    from pdfminer.layout import LAParams

    return str(extract_text(str(source), laparams=LAParams(boxes_flow=None)))


def pdfium_text(source: Path) -> str:
    """Text by PDFium, which is what a browser copies from a PDF."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(source)
    return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def pdf_to_docx(source: Path) -> bytes:
    """Make a Word document by pdf2docx."""
    from pdf2docx import Converter

    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made.docx"
        converter = Converter(str(source))
        converter.convert(str(made))
        converter.close()
        return made.read_bytes()


# name, package, extension, what is said of it, function
CALLS: tuple[tuple[str, str, str, str, Callable[[Path], str | bytes]], ...] = (
    ("pdfplumber-text", "pdfplumber", "txt", "`extract_text()`", plumber_text),
    ("pdfplumber-layout", "pdfplumber", "txt", "`extract_text(layout=True)`", plumber_layout),
    (
        "pdfplumber-csv",
        "pdfplumber",
        "txt",
        "text outside of tables, then the tables of `find_tables()` as CSV",
        plumber_tables,
    ),
    (
        "pdfplumber-tabs",
        "pdfplumber",
        "txt",
        "text and tables in order, with tabs",
        partial(plumber_order, as_tabs),
    ),
    (
        "pdfplumber-markdown",
        "pdfplumber",
        "md",
        "text and tables in order, with pipes",
        partial(plumber_order, as_markdown),
    ),
    ("pymupdf-text", "pymupdf", "txt", "`get_text()`", mupdf_text),
    ("pymupdf-sorted", "pymupdf", "txt", "`get_text(sort=True)`", mupdf_sorted),
    ("pymupdf-blocks", "pymupdf", "txt", '`get_text("blocks")`', mupdf_blocks),
    ("pymupdf-tables", "pymupdf", "md", "`find_tables()` to Markdown, and the blocks outside", mupdf_tables),
    ("pymupdf-html", "pymupdf", "html", '`get_text("html")`', mupdf_html),
    ("pymupdf4llm", "pymupdf4llm", "md", "`to_markdown()`", mupdf4llm),
    ("pypdf-text", "pypdf", "txt", "`extract_text()`", pypdf_text),
    ("pypdf-layout", "pypdf", "txt", '`extract_text(extraction_mode="layout")`', pypdf_layout),
    ("pdfminer-text", "pdfminer.six", "txt", "`extract_text()`", miner_text),
    ("pdfminer-flow", "pdfminer.six", "txt", "`LAParams(boxes_flow=None)`", miner_no_boxes),
    ("pdfium-text", "pypdfium2", "txt", "`get_text_range()`", pdfium_text),
    ("pdf2docx", "pdf2docx", "docx", "`Converter.convert()`", pdf_to_docx),
)
PDFS = {"libreoffice": "libreoffice-docx-pdf", "chromium": "chromium-pdf"}


def ways() -> list[Way]:
    """Give all of them."""
    return [
        Way(
            name=f"{name}-{pdf}",
            tool=package,
            need=Package(package),
            takes=takes,
            gives=gives,
            said=said,
            how=Function(call),
            most=6 if package == "pdf2docx" else None,
        )
        for pdf, takes in PDFS.items()
        for name, package, gives, said, call in CALLS
    ]
