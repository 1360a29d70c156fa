"""Readers of the old Word format."""

from __future__ import annotations

from ..way import Command, Program, Way

CALLS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("antiword", ("-h",), ("antiword", "-m", "UTF-8.txt", "IN")),
    ("antiword-wide", ("-h",), ("antiword", "-m", "UTF-8.txt", "-w", "0", "IN")),
    ("catdoc", ("-V",), ("catdoc", "-d", "utf-8", "IN")),
    ("catdoc-wide", ("-V",), ("catdoc", "-w", "-d", "utf-8", "IN")),
)


def ways() -> list[Way]:
    """Give all of them, of the document that LibreOffice made."""
    return [
        Way(
            name=name,
            tool=words[0],
            need=Program(words[0], ask),
            takes="libreoffice-docx-doc",
            gives="txt",
            said="`" + " ".join(word for word in words if word != "IN") + "`",
            how=Command(words),
        )
        for name, ask, words in CALLS
    ]
