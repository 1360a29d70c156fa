"""Frames: columns, rows and dtypes are constants, zero and blank stay apart."""

from __future__ import annotations

import builtins
import sys
from decimal import Decimal
from typing import TYPE_CHECKING

import pandas as pd
import pytest

import govreport as gr
import sample

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TOTAL = ("requests", "granted", "total")
FEE = ("proactive", "fees", "amount")

CELL_DTYPES = {
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

SHAPES = {"proactive": (8, 11), "requests": (26, 7), "review": (3, 5)}

REPORTS = [
    sample.made(),
    sample.made({TOTAL: sample.read(0), FEE: sample.read(1.5)}),
    sample.made({TOTAL: {"status": "text", "raw": "无法统计"}}),
]


def dtypes(frame: pd.DataFrame) -> dict[str, str]:
    return {str(name): str(dtype) for name, dtype in frame.dtypes.items()}


@pytest.mark.parametrize("report", REPORTS)
def test_long_frame_has_fixed_columns_and_lines(report: gr.Report) -> None:
    frame = report.to_pandas()
    assert dtypes(frame) == CELL_DTYPES
    assert len(frame) == len(report.cells) == 10 + 175 + 15
    part = report.requests.to_pandas(long=True)
    assert dtypes(part) == CELL_DTYPES
    assert list(part["row"].unique()) == report.requests.rows


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("values", ["value", "status", "raw"])
def test_wide_frames_have_a_fixed_shape(report: gr.Report, values: str) -> None:
    for table in report.tables:
        frame = table.to_pandas(values=values)  # type: ignore[arg-type]
        assert frame.shape == SHAPES[table.kind]
        assert (frame.index.name, frame.columns.name) == ("row", "column")
        assert (str(frame.index.dtype), str(frame.columns.dtype)) == ("string", "string")
        wanted = dict.fromkeys(frame.columns, "Int64" if values == "value" else "string")
        if values == "value" and table.kind == "proactive":
            wanted["amount"] = "object"
        assert dtypes(frame) == wanted


def test_rows_and_columns_stand_in_the_order_of_the_form() -> None:
    frame = sample.made().requests.to_pandas()
    rows = [row for row in frame.index if row != "other_handling"]
    assert rows == sample.made().requests.rows
    assert list(frame.columns) == sample.made().requests.columns


def test_zero_and_missing_stay_apart() -> None:
    report = sample.made({TOTAL: sample.read(0), ("requests", "carried_in", "total"): {"status": "blank"}})
    frame = report.requests.to_pandas()
    assert frame.loc["granted", "total"] == 0
    assert frame.loc["carried_in", "total"] is pd.NA
    status = report.requests.to_pandas(values="status")
    assert status.loc["granted", "total"] == "read"
    assert status.loc["carried_in", "total"] == "blank"
    assert status.loc["new_received", "total"] == "absent"
    assert status.loc["other_handling", "total"] is pd.NA
    long = report.to_pandas()
    values = {
        row: value
        for row, column, value in long[["row", "column", "value"]].itertuples(index=False)
        if column == "total"
    }
    assert values["granted"] == 0
    assert values["carried_in"] is None


def test_amounts_stay_exact() -> None:
    report = sample.made({FEE: sample.read(0.1), ("proactive", "licensing", "decisions"): sample.read(7)})
    frame = report.proactive.to_pandas()
    assert isinstance(frame.loc["fees", "amount"], Decimal)
    assert frame.loc["fees", "amount"] == Decimal("0.1")
    assert frame.loc["licensing", "decisions"] == 7
    long = report.to_pandas().dropna(subset="value")
    assert [type(value) for value in long["value"]] == [Decimal, Decimal]
    assert list(long["value"]) == [7, Decimal("0.1")]
    assert pd.to_numeric(long["value"]).tolist() == [7.0, 0.1]


def test_long_frames_of_many_reports_go_together() -> None:
    frame = pd.concat({str(n): report.to_pandas() for n, report in enumerate(REPORTS)}, names=["source"])
    assert dtypes(frame) == CELL_DTYPES


def test_a_number_too_large_for_int64_is_missing_with_a_warning() -> None:
    report = sample.made(
        {TOTAL: sample.read(10**20), ("requests", "granted", "natural_person"): sample.read(1)}
    )
    with pytest.warns(UserWarning, match="granted/total"):
        frame = report.requests.to_pandas()
    assert frame.loc["granted", "total"] is pd.NA
    assert frame.loc["granted", "natural_person"] == 1
    assert 10**20 in list(report.to_pandas()["value"])


def test_wrong_arguments() -> None:
    with pytest.raises(ValueError, match="values is one of"):
        sample.made().review.to_pandas(values="spans")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="leave out"):
        sample.made().review.to_pandas(long=True, values="raw")


def test_without_pandas(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def absent(
        name: str,
        globals_: Mapping[str, object] | None = None,
        locals_: Mapping[str, object] | None = None,
        fromlist: Sequence[str] = (),
        level: int = 0,
    ) -> object:
        if name == "pandas":
            raise ModuleNotFoundError("No module named 'pandas'", name="pandas")
        return real(name, globals_, locals_, fromlist, level)

    monkeypatch.setattr(builtins, "__import__", absent)
    monkeypatch.delitem(sys.modules, "pandas")
    with pytest.raises(ImportError, match=r"pip install govreport\[pandas\]") as caught:
        sample.made().to_pandas()
    assert isinstance(caught.value, gr.MissingFeatureError)
    assert caught.value.name == "pandas"
