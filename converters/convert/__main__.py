"""The command: ``python -m convert WORK``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .run import run, write_down


def main() -> int:
    """Convert, and say what was not converted."""
    parser = argparse.ArgumentParser(prog="convert", description=__doc__)
    parser.add_argument("work", type=Path, help="the folder with sources/, into which outputs/ goes")
    parser.add_argument("--only", help="only ways whose names begin so; what they take must be there")
    arguments = parser.parse_args()
    done = run(arguments.work, arguments.only)
    write_down(arguments.work, done)
    for way, reason in done.skipped.items():
        sys.stdout.write(f"skipped {way}: {reason}\n")
    for failure in done.failures:
        sys.stdout.write(f"failed {failure.job.way} {failure.job.report}: {failure.reason[:200]}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
