"""Packages of npm, all documents of a way in one start of Node."""

from __future__ import annotations

import json
import subprocess
from functools import partial
from typing import TYPE_CHECKING

from ..way import HERE, Batch, Job, NodePackage, Way

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# name, package, what it takes, extension, what is said of it
CALLS: tuple[tuple[str, str, str, str, str], ...] = (
    ("turndown", "turndown", "html", "md", "`turndown()`"),
    ("turndown-gfm", "turndown", "html", "md", "`turndown()` with the tables of turndown-plugin-gfm"),
    ("html-to-text", "html-to-text", "html", "txt", "`convert()`"),
    ("html-to-text-tables", "html-to-text", "html", "txt", "`convert()` with data tables"),
    ("pdf-parse-libreoffice", "pdf-parse", "libreoffice-docx-pdf", "txt", "`getText()`"),
    ("pdf-parse-chromium", "pdf-parse", "chromium-pdf", "txt", "`getText()`"),
    (
        "pdfjs-libreoffice",
        "pdfjs-dist",
        "libreoffice-docx-pdf",
        "txt",
        "items of `getTextContent()`, lines by `hasEOL`",
    ),
    ("pdfjs-chromium", "pdfjs-dist", "chromium-pdf", "txt", "items of `getTextContent()`, lines by `hasEOL`"),
    ("pdfjs-joined-libreoffice", "pdfjs-dist", "libreoffice-docx-pdf", "txt", 'items joined with `" "`'),
    ("pdfjs-joined-chromium", "pdfjs-dist", "chromium-pdf", "txt", 'items joined with `" "`'),
)


def _convert(kind: str, jobs: Sequence[Job]) -> Iterator[tuple[Job, str | None]]:
    words = ["node", str(HERE / "node" / "convert.mjs"), kind]
    asked = "".join(json.dumps([str(job.source), str(job.target)]) + "\n" for job in jobs)
    done = subprocess.run(
        words, input=asked, capture_output=True, text=True, timeout=900, check=False, cwd=HERE
    )
    said = [json.loads(line) for line in done.stdout.splitlines() if line.startswith('{"target"')]
    errors = {answer["target"]: answer["error"] for answer in said}
    for job in jobs:
        yield (
            job,
            errors.get(str(job.target), f"node ended with {done.returncode}: {done.stderr.strip()[-200:]}"),
        )


def ways() -> list[Way]:
    """Give all of them."""
    return [
        Way(
            name=name,
            tool=package,
            need=NodePackage(package),
            takes=takes,
            gives=gives,
            said=said,
            how=Batch(partial(_convert, name.removesuffix("-libreoffice").removesuffix("-chromium"))),
        )
        for name, package, takes, gives, said in CALLS
    ]
