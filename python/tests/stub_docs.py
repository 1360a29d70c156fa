"""The docstrings of the stub are those of the built module. ``python tests/stub_docs.py`` copies them over."""

from __future__ import annotations

import ast
import inspect
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from govreport import _govreport

if TYPE_CHECKING:
    from collections.abc import Iterator

STUB = Path(__file__).parents[1] / "govreport" / "_govreport.pyi"

Documented = ast.ClassDef | ast.FunctionDef


def documented(tree: ast.Module) -> Iterator[tuple[str, Documented, str | None]]:
    """Go over the public classes, functions and members of the stub, each with what the module says of it."""
    for node in tree.body:
        if not isinstance(node, Documented) or node.name.startswith("_"):
            continue
        found = getattr(_govreport, node.name)
        yield node.name, node, inspect.getdoc(found)
        if isinstance(node, ast.ClassDef):
            for member in node.body:
                if isinstance(member, Documented) and not member.name.startswith("_"):
                    path = f"{node.name}.{member.name}"
                    yield path, member, inspect.getdoc(getattr(found, member.name))


def differences() -> list[str]:
    """Name what the stub documents otherwise than the module."""
    tree = ast.parse(STUB.read_text("utf-8"))
    return [path for path, node, doc in documented(tree) if ast.get_docstring(node) != doc]


def rewrite() -> None:
    """Copy the docstrings of the module into the stub."""
    source = STUB.read_text("utf-8")
    lines = source.splitlines()
    for _, node, doc in reversed(list(documented(ast.parse(source)))):
        indent = " " * (node.col_offset + 4)
        body = node.body[0]
        quotes = 'r"""' if "\\" in (doc or "") else '"""'
        text = textwrap.indent(f'{quotes}{doc}{chr(10) if chr(10) in (doc or "") else ""}"""', indent)
        new = [line.rstrip() for line in text.splitlines()]
        if ast.get_docstring(node) is not None:
            lines[body.lineno - 1 : body.end_lineno] = new
        elif isinstance(node, ast.ClassDef):
            first = min(
                [body.lineno, *(decorator.lineno for decorator in getattr(body, "decorator_list", []))]
            )
            lines[first - 1 : first - 1] = new
        else:
            head = lines[body.lineno - 1].removesuffix("...").rstrip()
            lines[body.lineno - 1 : body.end_lineno] = [line for line in (head, *new) if line or line in new]
    STUB.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    rewrite()
