"""Browsers of the terminal."""

from __future__ import annotations

from ..way import Command, Program, Way

CALLS: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("w3m", "w3m", ("-version",), ("w3m", "-dump", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8", "IN")),
    (
        "w3m-wide",
        "w3m",
        ("-version",),
        ("w3m", "-dump", "-cols", "200", "-T", "text/html", "-I", "UTF-8", "-O", "UTF-8", "IN"),
    ),
    (
        "lynx",
        "lynx",
        ("--version",),
        ("lynx", "-dump", "-nolist", "-assume_charset=utf-8", "-display_charset=utf-8", "IN"),
    ),
    (
        "lynx-wide",
        "lynx",
        ("--version",),
        ("lynx", "-dump", "-width=300", "-assume_charset=utf-8", "-display_charset=utf-8", "IN"),
    ),
    ("elinks", "elinks", ("--version",), ("elinks", "-no-home", "-dump", "-dump-charset", "UTF-8", "IN")),
    (
        "elinks-wide",
        "elinks",
        ("--version",),
        (
            "elinks",
            "-no-home",
            "-dump",
            "-dump-width",
            "200",
            "-dump-charset",
            "UTF-8",
            "-no-references",
            "IN",
        ),
    ),
)


def ways() -> list[Way]:
    """Give all of them."""
    return [
        Way(
            name=name,
            tool=tool,
            need=Program(tool, ask),
            takes="html",
            gives="txt",
            said="`" + " ".join(word for word in words if word != "IN") + "`",
            how=Command(words),
        )
        for name, tool, ask, words in CALLS
    ]
