"""How scripts write down a table that they have as rows of cells."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Rows = "Sequence[Sequence[object]]"


def _text(cell: object) -> str:
    return "" if cell is None else " ".join(str(cell).split())


def as_tabs(rows: Sequence[Sequence[object]]) -> str:
    """Tabs between cells."""
    return "\n".join("\t".join(map(_text, row)) for row in rows)


def as_pipes(rows: Sequence[Sequence[object]]) -> str:
    """Put a bar between cells, nothing at the ends."""
    return "\n".join(" | ".join(map(_text, row)) for row in rows)


def as_csv(rows: Sequence[Sequence[object]]) -> str:
    """Commas between cells; line breaks in cells stay."""
    out = io.StringIO()
    csv.writer(out).writerows(["" if cell is None else cell for cell in row] for row in rows)
    return out.getvalue()


def as_markdown(rows: Sequence[Sequence[object]]) -> str:
    """Markdown."""
    lines = ["| " + " | ".join(map(_text, row)) + " |" for row in rows]
    dashes = "|" + "---|" * max((len(row) for row in rows), default=1)
    return "\n".join([*lines[:1], dashes, *lines[1:]])
