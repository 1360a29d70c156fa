"""The runnable examples read every format, and say of every file that they pass over why."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import govreport as gr

EXAMPLES = Path(__file__).parents[2] / "examples"
NO_REPORTS = {"README.md", "cells.json", "make.sh", "broken.pdf"}


def run(example: str, *arguments: Path) -> subprocess.CompletedProcess[str]:
    """Run an example as a user does."""
    command = [sys.executable, EXAMPLES / "python" / example, *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)  # noqa: S603


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a report in every format, one of them in a folder below, and files that hold none."""
    folder = tmp_path / "reports"
    shutil.copytree(EXAMPLES / "formats", folder)
    (folder / "below").mkdir()
    (folder / "word.docx").rename(folder / "below" / "word.docx")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\n")
    (folder / ".hidden.txt").write_text("hidden", encoding="utf-8")
    return folder


def test_every_file_is_checked_or_passed_over(folder: Path) -> None:
    """Each file has one line, reports with as many sums as the command compares."""
    lines = dict(
        line.split(": ", 1) for line in run("check_sums.py", folder).stdout.splitlines() if line[0] != " "
    )
    names = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert set(lines) == names - {".hidden.txt"}
    assert {name for name, said in lines.items() if said.startswith("passed over: ")} == NO_REPORTS
    for name in set(lines) - NO_REPORTS:
        sums = sum(gr.read(folder / name).check().ran.values())
        assert lines[name].startswith(f"{sums} sums compared, "), name
        assert sums > 0, name


def test_every_report_is_in_the_table(folder: Path, tmp_path: Path) -> None:
    """The table has the cells of each report; what is passed over is named with its reason."""
    pytest.importorskip("pandas")
    done = run("folder_to_csv.py", folder, tmp_path / "cells.csv")
    with (tmp_path / "cells.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    reports = {
        path for path in folder.rglob("*") if path.is_file() and path.name not in NO_REPORTS | {".hidden.txt"}
    }
    assert {Path(row["source"]) for row in rows} == reports
    assert len(rows) == sum(len(gr.read(path).cells) for path in reports)
    assert {line.split(": passed over: ")[0] for line in done.stderr.splitlines()} == NO_REPORTS
    assert f"{len(reports)} reports" in done.stdout
    assert done.stdout.endswith(f"; {len(NO_REPORTS)} files passed over\n")


def test_one_report_of_every_format(folder: Path) -> None:
    """The example that shows one report takes any format."""
    for name in ("below/word.docx", "pages.pdf", "site.html", "sheets.xls"):
        assert "findings" in run("read_one.py", folder / name).stdout, name
