"""Read one report and show what it holds: ``python read_one.py REPORT``."""

from __future__ import annotations

import sys
from pathlib import Path

import govreport as gr

SAMPLES = Path(__file__).parents[1] / "reports"


def main() -> None:
    """Print who reports, the second table, and the findings."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else next(iter(sorted(SAMPLES.glob("*.txt"))))
    report = gr.read(path)
    print(report.title or path.name)
    print(report.issuer, report.year, report.edition, sep=" · ")

    print(f"\n{report.requests.label}")
    for row in report.requests.rows:
        cells = report.requests.row(row)
        # A cell without a number says why: blank, absent, ambiguous … It is never 0.
        print(*(f"{cell.status if cell.value is None else cell.value:>6}" for cell in cells), cells[0].label)

    print("\nfindings")
    for finding in report.findings:
        print(f"{finding.code} {finding.severity}: {finding.message}")
        if finding.span is not None:
            print(f"    {report.slice(finding.span).strip()[:60]!r}")


if __name__ == "__main__":
    main()
