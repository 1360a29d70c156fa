"""Tables by pandas and openpyxl."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from ..way import Function, Package, Way
from .tables import as_csv, as_tabs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def _tables(source: Path) -> list[Any]:
    import pandas as pd

    return list(pd.read_html(io.StringIO(source.read_text(encoding="utf-8"))))


def _titled(source: Path) -> str:
    """Give the title of the page, which a script keeps beside its tables."""
    import bs4

    soup = bs4.BeautifulSoup(source.read_bytes(), "lxml")
    return soup.title.get_text() + "\n\n" if soup.title else ""


def html_csv(source: Path) -> str:
    """`read_html`, `to_csv`."""
    return "\n".join(str(table.to_csv(index=False)) for table in _tables(source))


def html_csv_index(source: Path) -> str:
    """`read_html`, `to_csv` with the index."""
    return _titled(source) + "\n".join(str(table.to_csv()) for table in _tables(source))


def html_markdown(source: Path) -> str:
    """`read_html`, `to_markdown`."""
    return _titled(source) + "\n\n".join(str(table.to_markdown(index=False)) for table in _tables(source))


def html_string(source: Path) -> str:
    """`read_html`, `to_string`."""
    return _titled(source) + "\n\n".join(str(table.to_string()) for table in _tables(source))


def html_as_printed(source: Path) -> str:
    """`read_html` that leaves commas and empty cells as they are, `to_csv` without heading."""
    import pandas as pd

    page = io.StringIO(source.read_text(encoding="utf-8"))
    tables = pd.read_html(page, header=None, keep_default_na=False, thousands=None)  # type: ignore[arg-type]
    return _titled(source) + "\n".join(str(table.to_csv(index=False, header=False)) for table in tables)


def html_html(source: Path) -> str:
    """`read_html`, `to_html`."""
    return _titled(source) + "\n".join(str(table.to_html()) for table in _tables(source))


def html_excel(source: Path) -> bytes:
    """`read_html`, `to_excel`, a sheet each."""
    import pandas as pd

    made = io.BytesIO()
    with pd.ExcelWriter(made, engine="openpyxl") as book:
        for number, table in enumerate(_tables(source), 1):
            # With a heading of several levels, pandas cannot leave the index out.
            several = getattr(table.columns, "nlevels", 1) > 1
            table.to_excel(book, sheet_name=f"表{number}", index=several)
    return made.getvalue()


def excel_csv(source: Path) -> str:
    """`read_excel`, `to_csv`."""
    import pandas as pd

    sheets = pd.read_excel(source, sheet_name=None)
    return "\n".join(str(sheet.to_csv(index=False)) for sheet in sheets.values())


def excel_string(source: Path) -> str:
    """`read_excel` without heading, `to_string`."""
    import pandas as pd

    sheets = pd.read_excel(source, sheet_name=None, header=None)
    return "\n\n".join(
        str(sheet.to_string(na_rep="", index=False, header=False)) for sheet in sheets.values()
    )


def _rows(source: Path) -> list[list[object]]:
    import openpyxl

    book = openpyxl.load_workbook(source, data_only=True)
    return [list(row) for sheet in book for row in sheet.iter_rows(values_only=True)]


def openpyxl_csv(source: Path) -> str:
    """`iter_rows(values_only=True)` as CSV."""
    return as_csv(_rows(source))


def openpyxl_tabs(source: Path) -> str:
    """`iter_rows(values_only=True)` with tabs."""
    return as_tabs(_rows(source))


def openpyxl_filled(source: Path) -> str:
    """Fill merged cells with their content, then write CSV."""
    import openpyxl

    book = openpyxl.load_workbook(source, data_only=True)
    rows: list[list[object]] = []
    for sheet in book:
        for merged in list(sheet.merged_cells.ranges):
            value = sheet.cell(merged.min_row, merged.min_col).value
            sheet.unmerge_cells(str(merged))
            for row in sheet[merged.coord]:
                for cell in row:
                    cell.value = value
        rows += [list(row) for row in sheet.iter_rows(values_only=True)]
    return as_csv(rows)


def _way(
    name: str, takes: str, gives: str, package: str, said: str, call: Callable[[Path], str | bytes]
) -> Way:
    return Way(
        name=name,
        tool=package,
        need=Package(package),
        takes=takes,
        gives=gives,
        said=said,
        how=Function(call),
    )


def ways() -> list[Way]:
    """Give all of them."""
    return [
        _way("pandas-html-csv", "html", "csv", "pandas", "`read_html`, `to_csv(index=False)`", html_csv),
        _way("pandas-html-csv-index", "html", "csv", "pandas", "`read_html`, `to_csv()`", html_csv_index),
        _way(
            "pandas-html-printed",
            "html",
            "csv",
            "pandas",
            "`read_html(keep_default_na=False, thousands=None)  # type: ignore[arg-type]`, `to_csv`",
            html_as_printed,
        ),
        _way("pandas-html-markdown", "html", "md", "pandas", "`read_html`, `to_markdown`", html_markdown),
        _way("pandas-html-string", "html", "txt", "pandas", "`read_html`, `to_string()`", html_string),
        _way("pandas-html-html", "html", "html", "pandas", "`read_html`, `to_html()`", html_html),
        _way("pandas-html-excel", "html", "xlsx", "pandas", "`read_html`, `to_excel`", html_excel),
        _way(
            "pandas-docx-csv",
            "pandoc-docx-html",
            "csv",
            "pandas",
            "`read_html` of pandoc's page, `to_csv`",
            html_csv_index,
        ),
        _way("pandas-excel-csv", "xlsx", "csv", "pandas", "`read_excel`, `to_csv`", excel_csv),
        _way(
            "pandas-excel-string",
            "xlsx",
            "txt",
            "pandas",
            "`read_excel(header=None)`, `to_string`",
            excel_string,
        ),
        _way("openpyxl-csv", "xlsx", "csv", "openpyxl", "`iter_rows` as CSV", openpyxl_csv),
        _way("openpyxl-tabs", "xlsx", "txt", "openpyxl", "`iter_rows` with tabs", openpyxl_tabs),
        _way("openpyxl-filled", "xlsx", "csv", "openpyxl", "merged cells filled, CSV", openpyxl_filled),
    ]
