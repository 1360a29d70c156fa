"""What a way to convert is: a tool, what it takes, what it gives, and how it is called."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

HERE = Path(__file__).resolve().parent.parent
# Seconds after which a tool is stopped on one document.
LONGEST = 180


@dataclass(frozen=True)
class Job:
    """A document to convert."""

    way: str
    report: str
    source: Path
    target: Path


@dataclass(frozen=True)
class Failure:
    """A document that a tool did not convert, and what it said."""

    job: Job
    reason: str


@dataclass(frozen=True)
class Function:
    """A function in Python that gives the text or the bytes of the output."""

    call: Callable[[Path], str | bytes]

    def convert(self, job: Job) -> None:
        """Convert one document."""
        made = self.call(job.source)
        if isinstance(made, str):
            made = made.encode("utf-8", errors="replace")
        job.target.write_bytes(made)


@dataclass(frozen=True)
class Command:
    """A program that is called once for each document; what it prints is the output unless its words name ``OUT``."""

    words: tuple[str, ...]

    def convert(self, job: Job) -> None:
        """Convert one document."""
        places = {"IN": str(job.source), "OUT": str(job.target)}
        words = [places.get(word, word) for word in self.words]
        done = subprocess.run(words, capture_output=True, timeout=LONGEST, check=False)
        if done.returncode != 0:
            said = done.stderr.decode("utf-8", errors="replace").strip()
            raise RuntimeError(f"ended with {done.returncode}: {said}")
        if "OUT" not in self.words:
            job.target.write_bytes(done.stdout)


@dataclass(frozen=True)
class Batch:
    """A program that converts many documents in one start: it gives each job that is done, with what went wrong or None."""

    call: Callable[[Sequence[Job]], Iterator[tuple[Job, str | None]]]


@dataclass(frozen=True)
class Program:
    """A program that must be installed."""

    name: str
    ask: tuple[str, ...] = ("--version",)

    def version(self) -> str | None:
        """Give the first line that says its version; None where it is not installed."""
        if shutil.which(self.name) is None:
            return None
        words = [self.name, *self.ask]
        done = subprocess.run(words, capture_output=True, timeout=60, check=False)
        said = (done.stdout + done.stderr).decode("utf-8", errors="replace")
        lines = [line.strip() for line in said.splitlines() if any(c.isdigit() for c in line)]
        return lines[0][:60] if lines else "unknown"


@dataclass(frozen=True)
class Package:
    """A Python package that must be installed."""

    name: str

    def version(self) -> str | None:
        """Give its version; None where it is not installed."""
        try:
            return metadata.version(self.name)
        except metadata.PackageNotFoundError:
            return None


@dataclass(frozen=True)
class NodePackage:
    """A package of npm that must be installed, beside Node itself."""

    name: str

    def version(self) -> str | None:
        """Give its version; None where it is not installed."""
        file = HERE / "node_modules" / self.name / "package.json"
        if shutil.which("node") is None or not file.exists():
            return None
        lines = file.read_text(encoding="utf-8").splitlines()
        found = [line.split('"')[3] for line in lines if line.strip().startswith('"version":')]
        return found[0] if found else "unknown"


@dataclass(frozen=True)
class Way:
    """A way to convert."""

    # Also the folder of its outputs.
    name: str
    # For people.
    tool: str
    need: Program | Package | NodePackage
    # The format of a written report (html, docx, xlsx, fodt, md), or the name of another way, whose output it takes.
    takes: str
    # The extension of the output.
    gives: str
    # How it is called, for people.
    said: str
    how: Function | Command | Batch
    # So many documents and no more, of a tool that takes a minute for each.
    most: int | None = None
