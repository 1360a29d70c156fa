"""LibreOffice: opens a document and saves it in another format."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..way import Batch, Job, Program, Way

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# So many documents in one start.
AT_ONCE = 12

WRITER = {
    "docx": "docx:MS Word 2007 XML",
    "doc": "doc:MS Word 97",
    "odt": "odt:writer8",
    "rtf": "rtf:Rich Text Format",
    "pdf": "pdf:writer_pdf_Export",
    "txt": "txt:Text (encoded):UTF8",
    "html": "html:HTML (StarWriter)",
    "xhtml": "xhtml:XHTML Writer File",
}
# Of a web page, the program for web pages would do the saving, and has none of these filters.
OF_PAGE = "--infilter=HTML (StarWriter)"
CALC = {
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
    "xls": "xls:MS Excel 97",
    "ods": "ods:calc8",
    "csv": "csv:Text - txt - csv (StarCalc):44,34,76",
    "tsv": "txt:Text - txt - csv (StarCalc):9,34,76",
    "pdf": "pdf:calc_pdf_Export",
    "html": "html:HTML (StarCalc)",
}
PAGE_IN_CALC = "--infilter=HTML (StarCalc)"


def _some(options: tuple[str, ...], jobs: Sequence[Job]) -> Iterator[tuple[Job, str | None]]:
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        sources = work / "in"
        sources.mkdir()
        for job in jobs:
            shutil.copy(job.source, sources / f"{job.report}{job.source.suffix}")
        words = [
            "soffice",
            "--headless",
            f"-env:UserInstallation=file://{work}/profile",
            *options,
            "--outdir",
        ]
        done = subprocess.run(
            [*words, str(work / "out"), *sorted(map(str, sources.iterdir()))],
            capture_output=True,
            text=True,
            timeout=60 + 60 * len(jobs),
            check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
        for job in jobs:
            made = list((work / "out").glob(f"{job.report}.*"))
            if made:
                shutil.move(made[0], job.target)
                yield job, None
            else:
                yield job, f"no output: {done.stderr.strip() or done.stdout.strip()}"


def _convert(options: tuple[str, ...], jobs: Sequence[Job]) -> Iterator[tuple[Job, str | None]]:
    for start in range(0, len(jobs), AT_ONCE):
        yield from _some(options, jobs[start : start + AT_ONCE])


def _way(takes: str, gives: str, target: str, *options: str) -> Way:
    extension = {"xhtml": "html", "tsv": "txt"}.get(gives, gives)
    return Way(
        name=f"libreoffice-{takes}-{gives}",
        tool="LibreOffice",
        need=Program("soffice"),
        takes=takes,
        gives=extension,
        said=f"`soffice --convert-to {target.split(':', maxsplit=1)[0]}`"
        + (", as a sheet" if PAGE_IN_CALC in options else ""),
        how=Batch(partial(_convert, (*options, "--convert-to", target))),
    )


def ways() -> list[Way]:
    """Give all of them."""
    of_docx = [_way("docx", gives, target) for gives, target in WRITER.items()]
    of_page = [_way("html", gives, WRITER[gives], OF_PAGE) for gives in ("docx", "doc", "odt", "pdf", "txt")]
    of_print = [_way("fodt", gives, WRITER[gives]) for gives in ("docx", "pdf", "txt")]
    of_book = [_way("xlsx", gives, CALC[gives]) for gives in CALC]
    sheet = [_way("html", gives, CALC[gives], PAGE_IN_CALC) for gives in ("xlsx", "csv")]
    return of_docx + of_page + of_print + of_book + sheet
