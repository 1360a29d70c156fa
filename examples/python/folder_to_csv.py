"""Read a folder of reports and write all cells to one CSV file: ``python folder_to_csv.py FOLDER OUT.csv``.

Needs ``pip install govreport[pandas]``. A file that holds no report is named and left out; the others are read.
"""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd

import govreport as gr

SAMPLES = Path(__file__).parents[1] / "reports"


def cells(path: Path) -> pd.DataFrame | None:
    """Give the cells of one report, with where they are from."""
    try:
        report = gr.read(path)
    except (gr.GovReportError, OSError) as error:
        print(f"{path.name}: {error}", file=sys.stderr)
        return None
    frame = report.to_pandas()
    frame.insert(0, "source", path.name)
    frame.insert(1, "issuer", report.issuer)
    frame.insert(2, "year", report.year)
    return frame


def main() -> None:
    """Read the folder in threads: the interpreter lock is free while a report is read."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else Path("cells.csv")
    paths = sorted(
        path for path in folder.iterdir() if path.suffix in {".txt", ".md"} and path.name != "README.md"
    )
    frames = []
    with ThreadPoolExecutor() as pool:
        for done, frame in enumerate(pool.map(cells, paths), start=1):
            if sys.stderr.isatty():
                print(f"\r{done}/{len(paths)}", end="\n" if done == len(paths) else "", file=sys.stderr)
            if frame is not None:
                frames.append(frame)
    if not frames:
        sys.exit(f"no report in {folder}")
    table = pd.concat(frames, ignore_index=True)
    # utf-8-sig, so that spreadsheets take the Chinese text for what it is. A missing number stays empty, never 0.
    table.to_csv(out, index=False, encoding="utf-8-sig")
    print(f"{len(table)} cells of {len(frames)} reports in {out}")


if __name__ == "__main__":
    main()
