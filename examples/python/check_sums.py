"""Check the sums of all reports of a folder: ``python check_sums.py FOLDER``.

Reads every file in whatever format, in the folders below too. Says of each report what was compared and what does not agree, so that
"nothing found" can be told from "not checked"; and of every other file why it was passed over.
"""

from __future__ import annotations

import sys
from pathlib import Path

import govreport as gr

SAMPLES = Path(__file__).parents[1] / "reports"


def files(folder: Path) -> list[Path]:
    """List the files of a folder and of those below it, but hidden ones. The content tells the format, not the name."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return [
        path for path in paths if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]


def main() -> None:
    """Print a line for each report and one for each sum that does not agree."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    for path in files(folder):
        name = path.relative_to(folder)
        try:
            report = gr.read(path)
        except (gr.GovReportError, OSError) as error:
            print(f"{name}: passed over: {error}")
            continue
        result = report.check()
        print(f"{name}: {sum(result.ran.values())} sums compared, {len(result.findings)} do not agree")
        for finding in result.findings:
            print(
                f"    {finding.code} {finding.name}: printed {finding.observed}, adds up to {finding.expected}"
            )
            print(f"    {finding.message}")
        for code, reason in result.skipped.items():
            print(f"    {code} not checked: {reason}")


if __name__ == "__main__":
    main()
