"""The exceptions of this package.

Trouble with a file stays an ``OSError``, a wrong argument a ``ValueError``, ``KeyError`` or ``TypeError``; all else that
govreport raises stands here.
"""

from __future__ import annotations

from typing import Final


class GovReportError(Exception):
    """Root of the exceptions of this package."""

    __module__ = "govreport"


class NotAReportError(GovReportError, ValueError):
    """The text is empty, or holds nothing of such a report: neither its title nor a section nor a table of the form."""

    __module__ = "govreport"


class UnreadableError(GovReportError, ValueError):
    """The input cannot be read at all: a format that is not read, a damaged or encrypted file, wrong JSON."""

    __module__ = "govreport"


class LimitExceededError(GovReportError, ValueError):
    """The input asks for more than one of the six limits of `govreport.read` allows.

    They are ``max_bytes``, ``max_unpacked_bytes``, ``max_pages``, ``max_cells``, ``max_nesting`` and ``max_time``; the message names
    the one.
    """

    __module__ = "govreport"


class MissingFeatureError(GovReportError, ImportError):
    """A package that only this feature needs is not installed.

    The message names the command that installs it, ``name`` the package.
    """

    __module__ = "govreport"

    def __init__(self, package: str) -> None:
        super().__init__(f"this needs {package}, which is not installed: pip install govreport[{package}]")
        self.name: Final = package

    def __reduce__(self) -> tuple[type[MissingFeatureError], tuple[str]]:
        """Pickle by the package, not by the message."""
        return type(self), (self.name,)
