"""markitdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..way import Function, Package, Way

if TYPE_CHECKING:
    from pathlib import Path

TAKES = {
    "html": "html",
    "docx": "docx",
    "xlsx": "xlsx",
    "pdf-libreoffice": "libreoffice-docx-pdf",
    "pdf-chromium": "chromium-pdf",
    "docx-libreoffice": "libreoffice-html-docx",
    "xls": "libreoffice-xlsx-xls",
}


def markitdown(source: Path) -> str:
    """Markdown by markitdown."""
    from markitdown import MarkItDown

    return str(MarkItDown(enable_plugins=False).convert(str(source)).text_content)


def ways() -> list[Way]:
    """Give all of them."""
    return [
        Way(
            name=f"markitdown-{name}",
            tool="markitdown",
            need=Package("markitdown"),
            takes=takes,
            gives="md",
            said="`convert()`",
            how=Function(markitdown),
        )
        for name, takes in TAKES.items()
    ]
