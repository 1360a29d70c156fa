"""What the documentation says is so, and says the same in both places."""

from __future__ import annotations

import doctest
import inspect
from typing import TYPE_CHECKING

import pytest

import govreport as gr
import sample
import stub_docs

if TYPE_CHECKING:
    from pathlib import Path


def documentation() -> dict[str, str]:
    """Collect the docstrings of all that is public."""
    pages = {"govreport": gr.__doc__ or ""}
    for name in gr.__all__:
        found = getattr(gr, name)
        if not callable(found):
            continue
        pages[name] = inspect.getdoc(found) or ""
        for member in vars(found) if isinstance(found, type) else ():
            if not member.startswith("_"):
                pages[f"{name}.{member}"] = inspect.getdoc(getattr(found, member)) or ""
    return pages


PAGES = documentation()


@pytest.mark.parametrize("name", [name for name, page in PAGES.items() if ">>>" in page])
def test_examples(name: str, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(sample.TEXT, "utf-8")
    names = {"gr": gr, "text": sample.TEXT, "report": gr.parse(sample.TEXT), "path": path}
    example = doctest.DocTestParser().get_doctest(PAGES[name], names, name, None, None)
    output: list[str] = []
    doctest.DocTestRunner(verbose=False).run(example, out=output.append)
    assert not output, "".join(output)


def test_all_is_documented() -> None:
    assert [name for name, page in PAGES.items() if not page] == []


def test_the_stub_says_what_the_module_says() -> None:
    assert stub_docs.differences() == [], "run: python tests/stub_docs.py"


def test_all_names_exist_and_no_others() -> None:
    assert sorted(gr.__all__) == gr.__all__
    public = {
        name for name, value in vars(gr).items() if not name.startswith("_") and not inspect.ismodule(value)
    }
    assert public == set(gr.__all__) - {"__version__"}
