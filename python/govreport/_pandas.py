"""Frames of pandas. Columns, rows and dtypes are constants: they do not depend on what a report holds.

pandas is imported here only, and only when a frame is asked for.
"""

from __future__ import annotations

import warnings
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

from govreport._errors import MissingFeatureError
from govreport._govreport import _table_layout

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from govreport import Cell, Table

_INT64: Final = range(-(2**63), 2**63)

_CELL_COLUMNS: Final = {
    "table": "string",
    "row": "string",
    "column": "string",
    "edition": "string",
    "label": "string",
    "column_label": "string",
    "value": "object",
    "unit": "string",
    "status": "string",
    "raw": "string",
    "reason": "string",
    "start": "Int64",
    "end": "Int64",
    "page": "Int64",
    "box_left": "Float64",
    "box_top": "Float64",
    "box_right": "Float64",
    "box_bottom": "Float64",
    "grid_table": "Int64",
    "grid_row": "Int64",
    "grid_column": "Int64",
}
"""Columns of `cells_frame`, each with its dtype."""


def _require_pandas() -> None:
    try:
        import pandas as pd  # noqa: F401
    except ModuleNotFoundError as error:
        if error.name != "pandas":
            raise
        raise MissingFeatureError("pandas") from None


def cells_frame(cells: Iterable[Cell]) -> pd.DataFrame:
    """One line for a cell."""
    _require_pandas()
    import pandas as pd

    lines = [
        (
            cell.table,
            cell.row,
            cell.column,
            cell.edition,
            cell.label,
            cell.column_label,
            # One type for the whole column, so that it can be written and computed with.
            None if cell.value is None else Decimal(cell.value),
            cell.unit,
            cell.status.value,
            cell.raw,
            cell.reason,
            *(cell.span or (None, None)),
            cell.page,
            *(cell.box or (None,) * 4),
            *(cell.grid or (None,) * 3),
        )
        for cell in cells
    ]
    columns = list(zip(*lines, strict=True)) if lines else [()] * len(_CELL_COLUMNS)
    frame: pd.DataFrame = pd.DataFrame(
        {
            name: pd.Series(list(values), dtype=dtype)
            for (name, dtype), values in zip(_CELL_COLUMNS.items(), columns, strict=True)
        }
    )
    return frame


def table_frame(table: Table, values: Literal["value", "status", "raw"]) -> pd.DataFrame:
    """Give the printed shape: a row for a row of the form, a column for a column."""
    _require_pandas()
    import pandas as pd

    if values not in ("value", "status", "raw"):
        message = f"values is one of 'value', 'status', 'raw', not {values!r}"
        raise ValueError(message)
    layout = _table_layout(table.kind)
    assert layout is not None, "a table has a layout"  # noqa: S101
    rows, columns = layout
    index = pd.Index(rows, dtype="string", name="row")
    series = {}
    for column, amount in columns:
        cells = [table.get(row, column) for row in rows]
        if values == "value":
            dtype = "object" if amount else "Int64"
            content = [None if cell is None else cell.value if amount else _count(cell) for cell in cells]
        else:
            dtype = "string"
            content = [None if cell is None else getattr(cell, values) for cell in cells]
        series[column] = pd.Series(content, dtype=dtype, index=index)
    frame: pd.DataFrame = pd.DataFrame(series)
    frame.columns = pd.Index(list(series), dtype="string", name="column")
    return frame


def _count(cell: Cell) -> int | Decimal | None:
    """Give the number of a cell, if ``Int64`` can hold it."""
    value = cell.value
    if value is None or value in _INT64:
        return value
    warnings.warn(f"{cell!r} does not fit Int64 and is missing in the frame", stacklevel=3)
    return None
