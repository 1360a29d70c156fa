"""Writes the files of this folder: `python3 make.py`. It needs LibreOffice (`soffice`); nothing else is used.

One invented report of the form of 2021 becomes a Word document of 97 (`report.doc`) and workbooks of both kinds
(`report.xls`, `report.xlsx`); a page of what Word text can hold becomes `features.doc`, a sheet of all kinds of values
`values.xls` and `values.xlsx`. All texts and numbers are invented.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

import features  # noqa: E402
import report  # noqa: E402
import values  # noqa: E402


def convert(text: str, name: str, source: str, targets: list[str], module: str) -> None:
    """Has LibreOffice turn a text in the format `source` into files of the formats `targets`."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.{source}"
        path.write_text(text, encoding="utf-8")
        for target in targets:
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", module]
                + ["--convert-to", target, "--outdir", str(HERE), str(path)],
                check=True,
                stdout=subprocess.DEVNULL,
            )


convert(report.html(), "report", "html", ["doc:MS Word 97"], "--writer")
convert(report.workbook(), "report", "fods", ["xls", "xlsx"], "--calc")
convert(features.text(), "features", "fodt", ["doc:MS Word 97"], "--writer")
convert(values.workbook(), "values", "fods", ["xls", "xlsx"], "--calc")
