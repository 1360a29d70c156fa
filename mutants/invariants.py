#!/usr/bin/env python3
"""Shows of every law of crates/govreport-invariants that it can fail.

    mutants/invariants.py [NAME…]

Each line of invariants.tsv is an edit of the reader and the law that it breaks. All edits are written into a copy of the project
(target/mutants-invariants), each behind a question that the environment answers (GOVREPORT_MUTANT=sign-lost), the tests of the laws are
built once and run once for every edit. The test of its law must fail, and no other. Without an edit all must hold.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
COPY = ROOT / "target" / "mutants-invariants"
EDITS = Path(__file__).with_name("invariants.tsv")
LEFT_OUT = shutil.ignore_patterns("target", ".git", ".venv*", "fuzz", "mutants", "python", "docs", "node_modules", "demo-output")
CHOSEN = """
/// Whether this edit of `make mutants-invariants` was chosen.
pub(crate) fn is_chosen(name: &str) -> bool {
    static CHOSEN: std::sync::LazyLock<String> =
        std::sync::LazyLock::new(|| std::env::var("GOVREPORT_MUTANT").unwrap_or_default());
    *CHOSEN == name
}
"""


class Edit(NamedTuple):
    """A line of invariants.tsv."""

    name: str
    law: str
    file: str
    searched: str
    replacement: str


def edits() -> list[Edit]:
    """The edits, line breaks in the text searched restored."""
    lines = EDITS.read_text(encoding="utf-8").splitlines()
    fields = [line.replace("\\n", "\n").split("\t") for line in lines if line and not line.startswith("#")]
    return [Edit(*line) for line in fields]


def write(path: Path, text: str) -> None:
    """Writes a file if it has another text, so that cargo builds no more than it must."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def copy(chosen: list[Edit]) -> None:
    """Copies the project with all edits in it."""
    by_file: dict[str, list[Edit]] = {}
    for edit in chosen:
        by_file.setdefault(edit.file, []).append(edit)
    libraries = {file.split("/src/")[0] + "/src/lib.rs" for file in by_file}
    for source in ROOT.rglob("*"):
        inside = source.relative_to(ROOT)
        left_out = any(LEFT_OUT(str(ROOT), [part]) for part in inside.parts)
        if left_out or not source.is_file() or str(inside) in by_file or str(inside) in libraries:
            continue
        goal = COPY / inside
        if not goal.exists() or goal.stat().st_mtime != source.stat().st_mtime:
            goal.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, goal)
    for library in libraries:
        write(COPY / library, (ROOT / library).read_text(encoding="utf-8") + CHOSEN)
    for file, of_file in by_file.items():
        text = (ROOT / file).read_text(encoding="utf-8")
        for edit in of_file:
            if text.count(edit.searched) != 1:
                sys.exit(f"{edit.name}: {edit.searched!r} stands {text.count(edit.searched)} times in {file}, not once")
            text = text.replace(edit.searched, asked(edit))
        write(COPY / file, text)


def asked(edit: Edit) -> str:
    """The expression, and the other one where the edit is chosen. A field or an assignment is changed behind its sign."""
    field = re.match(r"(\w+: )(.*?)(, \w+)$", edit.searched, re.DOTALL)
    other = re.match(r"(\w+: )(.*)(, \w+)$", edit.replacement, re.DOTALL)
    if field and other:
        return f"{field[1]}if crate::is_chosen({edit.name!r}) {{ {other[2]} }} else {{ {field[2]} }}{field[3]}".replace("'", '"')
    return f'(if crate::is_chosen("{edit.name}") {{ {edit.replacement} }} else {{ {edit.searched} }})'


def build() -> Path:
    """Builds the tests of the laws; the words of CARGO_ARGS go to cargo."""
    command = ["cargo", "test", "--locked", "-p", "govreport-invariants", "--test", "laws", "--no-run"]
    command += os.environ.get("CARGO_ARGS", "").split()
    # A target directory of its own: cargo takes crates of two checkouts for the same, and what is built of the one would be used by the other.
    environment = {**os.environ, "CARGO_TARGET_DIR": str(COPY / "target")}
    built = subprocess.run(command, cwd=COPY, env=environment, stderr=subprocess.PIPE, text=True, check=False)
    program = re.search(r"laws\.rs \((.*)\)", built.stderr)
    if built.returncode != 0 or program is None:
        sys.exit(built.stderr)
    return COPY / program[1]


def failing(program: Path, name: str) -> set[str]:
    """The tests that fail with an edit."""
    environment = {**os.environ, "GOVREPORT_MUTANT": name}
    folder = COPY / "crates" / "govreport-invariants"
    ran = subprocess.run([program], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if "test result" not in ran.stdout:
        sys.exit(f"{name}: the tests did not run\n{ran.stdout}{ran.stderr}")
    return {found.replace("_", "-") for found in re.findall(r"^test (\S+) \.\.\. FAILED", ran.stdout, re.MULTILINE)}


def main() -> None:
    """Tries every edit, or those that are named."""
    every = edits()
    chosen = [edit for edit in every if edit.name in sys.argv[1:]] if len(sys.argv) > 1 else every
    if not chosen:
        sys.exit(f"no such edit; there are: {' '.join(edit.name for edit in every)}")
    copy(every)
    program = build()
    bad = failing(program, "")
    if bad:
        sys.exit(f"without an edit these fail: {' '.join(sorted(bad))}")
    unproved = 0
    for edit in chosen:
        broken = failing(program, edit.name)
        proved = broken == {edit.law}
        unproved += not proved
        print(f"{'ok  ' if proved else 'BAD '} {edit.name}: due {edit.law}, failed {' '.join(sorted(broken)) or 'none'}", flush=True)
    laws = {edit.law for edit in every}
    print(f"{len(chosen) - unproved} of {len(chosen)} edits break their law and no other; {len(laws)} laws have one")
    sys.exit(unproved > 0)


if __name__ == "__main__":
    main()
