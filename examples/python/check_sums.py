"""Check the sums of all reports of a folder: ``python check_sums.py FOLDER``.

Says of each report what was compared and what does not agree, so that "nothing found" can be told from "not checked".
"""

from __future__ import annotations

import sys
from pathlib import Path

import govreport as gr

SAMPLES = Path(__file__).parents[1] / "reports"


def main() -> None:
    """Print a line for each report and one for each sum that does not agree."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    for path in sorted(folder.iterdir()):
        if path.suffix not in {".txt", ".md"} or path.name == "README.md":
            continue
        try:
            report = gr.read(path)
        except gr.GovReportError as error:
            print(f"{path.name}: {error}")
            continue
        result = report.check()
        print(f"{path.name}: {sum(result.ran.values())} sums compared, {len(result.findings)} do not agree")
        for finding in result.findings:
            print(
                f"    {finding.code} {finding.name}: printed {finding.observed}, adds up to {finding.expected}"
            )
            print(f"    {finding.message}")
        for code, reason in result.skipped.items():
            print(f"    {code} not checked: {reason}")


if __name__ == "__main__":
    main()
