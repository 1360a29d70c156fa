"""All ways to convert, a file for each family of tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import (
    browsers,
    chromium,
    libreoffice,
    markitdown,
    node,
    old_word,
    pandas_ways,
    pandoc,
    pdf,
    poppler,
    web,
    word,
)

if TYPE_CHECKING:
    from ..way import Way

# The reports as they are written.
WRITTEN = ("html", "docx", "xlsx", "fodt", "md")


def every_way() -> list[Way]:
    """All ways, each behind the one whose output it takes."""
    families = (
        libreoffice,
        chromium,
        pandoc,
        poppler,
        pdf,
        markitdown,
        pandas_ways,
        word,
        web,
        browsers,
        old_word,
        node,
    )
    waiting = [way for family in families for way in family.ways()]
    ordered: list[Way] = []
    known = set(WRITTEN)
    while waiting:
        ready = [way for way in waiting if way.takes in known]
        if not ready:
            raise ValueError(f"nobody makes {', '.join(way.takes for way in waiting)}")
        ordered += ready
        known |= {way.name for way in ready}
        waiting = [way for way in waiting if way not in ready]
    return ordered
