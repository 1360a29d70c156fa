"""Converts all reports in all ways, and writes down what was done, what failed, and what is not installed."""

from __future__ import annotations

import logging
import multiprocessing
import sys
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .way import Batch, Failure, Job, Way
from .ways import WRITTEN, every_way

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = {"html": "web page", "docx": "DOCX", "xlsx": "XLSX", "fodt": "ODT (flat)", "md": "Markdown"}
# Whatever a tool throws is said of its document; what is none of a tool's doing is not caught.
WORKERS = 2


@dataclass
class Done:
    """What came of a run."""

    versions: dict[str, str] = field(default_factory=dict)
    skipped: dict[str, str] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)


def _each(way: Way, job: Job) -> str | None:
    """Convert one document in a process of its own; give what went wrong."""
    if isinstance(way.how, Batch):
        raise TypeError("a batch is run as a whole")
    # Some say on every page what they think of its fonts.
    logging.disable(logging.CRITICAL)
    try:
        way.how.convert(job)
    except Exception as error:  # noqa: BLE001 - any error is the tool's, and is said
        return f"{type(error).__name__}: {error}"
    return None


def _jobs(way: Way, work: Path) -> list[Job]:
    sources = (
        sorted((work / "sources").glob(f"*.{way.takes}"))
        if way.takes in WRITTEN
        else sorted((work / "outputs" / way.takes).iterdir())
    )
    sources = sources[: way.most]
    folder = work / "outputs" / way.name
    folder.mkdir(parents=True, exist_ok=True)
    jobs = [Job(way.name, source.stem, source, folder / f"{source.stem}.{way.gives}") for source in sources]
    for job in jobs:
        job.target.unlink(missing_ok=True)
    return jobs


def _in_pool(way: Way, jobs: list[Job]) -> Iterator[tuple[Job, str | None]]:
    # A tool that takes its process down with it takes no other down.
    with ProcessPoolExecutor(WORKERS, mp_context=multiprocessing.get_context("forkserver")) as pool:
        asked: dict[Future[str | None], Job] = {pool.submit(_each, way, job): job for job in jobs}
        for future in as_completed(asked):
            try:
                yield asked[future], future.result()
            except BrokenProcessPool as error:
                yield asked[future], f"the process ended: {error}"


def _bar(done: int, whole: int, name: str) -> None:
    if sys.stderr.isatty():
        width = 30
        filled = done * width // max(whole, 1)
        sys.stderr.write(f"\r\x1b[K{'█' * filled}{'░' * (width - filled)} {done}/{whole} {name}")
        sys.stderr.flush()


def run(work: Path, only: str | None) -> Done:
    """Convert everything; ``only`` names a beginning of the names of ways."""
    done = Done()
    ways = every_way()
    documents = len(list((work / "sources").glob("*.html")))
    whole, count = documents * len(ways), 0
    for number, way in enumerate(ways, 1):
        version = way.need.version()
        if version is None:
            done.skipped[way.name] = f"{way.need.name} is not installed"
        elif way.takes in done.skipped:
            done.skipped[way.name] = f"{way.takes} was skipped"
        else:
            done.versions[way.name] = version
        if way.name in done.skipped or (only is not None and not way.name.startswith(only)):
            count += documents
            continue
        jobs = _jobs(way, work)
        outcomes = way.how.call(jobs) if isinstance(way.how, Batch) else _in_pool(way, jobs)
        failed = 0
        for job, reason in outcomes:
            count += 1
            _bar(count, whole, way.name)
            if reason is not None:
                failed += 1
                done.failures.append(Failure(job, reason))
        if not sys.stderr.isatty():
            said = f", {failed} failed" if failed else ""
            sys.stderr.write(f"{number}/{len(ways)} {way.name}: {len(jobs)} documents{said}\n")
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    return done


def _chain(way: Way, by_name: dict[str, Way]) -> str:
    """Say what a way takes, from the written report on."""
    if way.takes in NAMES:
        return NAMES[way.takes]
    before = by_name[way.takes]
    return f"{_chain(before, by_name)} → {before.tool} → {before.gives.upper()}"


def _line(*fields: str) -> str:
    return "\t".join(" ".join(part.split()) for part in fields) + "\n"


def write_down(work: Path, done: Done) -> None:
    """Write ``ways.tsv`` and ``failures.tsv`` for who reads the outputs."""
    ways = every_way()
    by_name = {way.name: way for way in ways}
    table = _line("way", "tool", "version", "from", "takes", "gives", "call", "skipped")
    for way in ways:
        version, skipped = done.versions.get(way.name, ""), done.skipped.get(way.name, "")
        takes = by_name[way.takes].gives if way.takes in by_name else way.takes
        table += _line(way.name, way.tool, version, _chain(way, by_name), takes, way.gives, way.said, skipped)
    (work / "ways.tsv").write_text(table, encoding="utf-8")
    failures = _line("way", "report", "reason")
    for failure in done.failures:
        failures += _line(failure.job.way, failure.job.report, failure.reason[:300])
    (work / "failures.tsv").write_text(failures, encoding="utf-8")
