"""poppler: pdftotext and pdftohtml."""

from __future__ import annotations

from ..way import Command, Program, Way

PDFS = {"libreoffice": "libreoffice-docx-pdf", "chromium": "chromium-pdf", "unruled": "libreoffice-fodt-pdf"}
MODES = {"reading": (), "layout": ("-layout",), "raw": ("-raw",)}


def ways() -> list[Way]:
    """Give all of them."""
    of_text = [
        Way(
            name=f"pdftotext-{pdf}-{mode}",
            tool="pdftotext",
            need=Program("pdftotext", ("-v",)),
            takes=takes,
            gives="txt",
            said=" ".join(("`pdftotext", *options)) + "`",
            how=Command(("pdftotext", *options, "-enc", "UTF-8", "IN", "OUT")),
        )
        for pdf, takes in PDFS.items()
        for mode, options in MODES.items()
    ]
    of_html = [
        Way(
            name=f"pdftohtml-{pdf}",
            tool="pdftohtml",
            need=Program("pdftohtml", ("-v",)),
            takes=PDFS[pdf],
            gives="html",
            said="`pdftohtml -s -i -noframes`",
            how=Command(("pdftohtml", "-q", "-s", "-i", "-noframes", "-enc", "UTF-8", "-stdout", "IN")),
        )
        for pdf in ("libreoffice", "chromium")
    ]
    return of_text + of_html
