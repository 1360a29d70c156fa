"""Read a folder of reports and write all cells to one CSV file: ``python folder_to_csv.py FOLDER OUT.csv``.

Needs ``pip install govreport[pandas]``. Every file is read in whatever format, in the folders below too. One that holds no report is
passed over, and named with the reason.
"""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd

import govreport as gr

SAMPLES = Path(__file__).parents[1] / "reports"


def files(folder: Path) -> list[Path]:
    """List the files of a folder and of those below it, but hidden ones. The content tells the format, not the name."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return [
        path for path in paths if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]


def cells(path: Path) -> pd.DataFrame | str:
    """Give the cells of one report, with where they are from; or why the file is passed over."""
    try:
        report = gr.read(path)
    except (gr.GovReportError, OSError) as error:
        return str(error)
    frame = report.to_pandas()
    frame.insert(0, "source", str(path))
    frame.insert(1, "issuer", report.issuer)
    frame.insert(2, "year", report.year)
    return frame


def main() -> None:
    """Read the folder in threads: the interpreter lock is free while a report is read."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else Path("cells.csv")
    paths = files(folder)
    frames = []
    passed_over = 0
    with ThreadPoolExecutor() as pool:
        for path, frame in zip(paths, pool.map(cells, paths), strict=True):
            if isinstance(frame, str):
                passed_over += 1
                print(f"{path.relative_to(folder)}: passed over: {frame}", file=sys.stderr)
            else:
                frames.append(frame)
    if not frames:
        sys.exit(f"no report in {folder}")
    table = pd.concat(frames, ignore_index=True)
    # utf-8-sig, so that spreadsheets take the Chinese text for what it is. A missing number stays empty, never 0.
    table.to_csv(out, index=False, encoding="utf-8-sig")
    print(f"{len(table)} cells of {len(frames)} reports in {out}; {passed_over} files passed over")


if __name__ == "__main__":
    main()
