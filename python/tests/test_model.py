"""Reports made from JSON: statuses, numbers, keys, comparison."""

from __future__ import annotations

import json
import pickle
from decimal import Decimal

import pytest

import govreport as gr
import sample

TOTAL = ("requests", "granted", "total")
FEE = ("proactive", "fees", "amount")


def test_counts_are_int_and_amounts_decimal() -> None:
    report = sample.made({TOTAL: sample.read(9), FEE: sample.read(12)})
    count, fee = report[TOTAL].value, report[FEE].value
    assert (type(count), count) == (int, 9)
    assert (type(fee), fee) == (Decimal, Decimal(12))


def test_amounts_keep_all_their_digits() -> None:
    text = json.dumps(sample.record({FEE: sample.read(1)})).replace(
        '"value": 1,', '"value": 123456789012.3400,'
    )
    report = gr.Report.from_json(text)
    assert str(report[FEE].value) == "123456789012.3400"
    assert "123456789012.3400" in report.to_json()
    assert sample.made({TOTAL: sample.read(10**20)})[TOTAL].value == 10**20


def test_an_empty_cell_has_no_value_and_says_why() -> None:
    report = sample.made({TOTAL: {"status": "blank", "raw": ""}})
    cell = report[TOTAL]
    assert cell.value is None
    assert cell.status is gr.Status.BLANK
    assert not cell.status.has_value
    assert report["requests", "granted", "natural_person"].status is gr.Status.ABSENT


def test_a_cell_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError, match="zero, blank and absent"):
        bool(sample.made()[TOTAL])


def test_cell_attributes() -> None:
    fields = {
        **sample.read(25, "25元", start=3),
        "page": 2,
        "unit": "yuan",
        "box": [72.0, 90.5, 99.25, 102.0],
    }
    fields["grid"] = {"table": 1, "row": 8, "column": 2}
    cell = sample.made({FEE: fields})[FEE]
    assert (cell.table, cell.row, cell.column) == FEE
    assert cell.label == "行政事业性收费"
    assert cell.column_label == "本年收费金额（单位：万元）"
    assert (cell.raw, cell.span, cell.page, cell.unit) == ("25元", (3, 8), 2, "yuan")
    assert cell.box == (72.0, 90.5, 99.25, 102.0)
    assert cell.grid == (1, 8, 2)
    assert sample.made()[TOTAL].box is None
    assert sample.made()[TOTAL].grid is None


def test_reprs() -> None:
    report = sample.made({TOTAL: sample.read(9), FEE: {"status": "text", "raw": "见附件"}})
    assert repr(report) == "<Report year unknown issuer unknown: 2 tables, 0 findings>"
    assert repr(report[TOTAL]) == "<Cell requests/granted/total = 9 (read)>"
    assert repr(report[FEE]) == '<Cell proactive/fees/amount text "见附件">'
    assert repr(report.review) == "<Table review: 2021 form, 3 rows, absent>"


def test_cells_compare_with_cells_and_numbers() -> None:
    one, same = (sample.made({TOTAL: sample.read(9)})[TOTAL] for _ in range(2))
    other = sample.made({TOTAL: sample.read(8)})[TOTAL]
    assert one == same
    assert one != other
    assert one == 9
    assert 9 == one  # noqa: SIM300, the other way round is another way of Python
    assert one != 8
    assert one > 8.5
    assert one <= Decimal(9)


def test_cells_never_answer_what_is_not_known() -> None:
    blank, nine = sample.made()[TOTAL], sample.made({TOTAL: sample.read(9)})[TOTAL]
    for ask in (lambda: blank == 7, lambda: blank != 7, lambda: blank < 7, lambda: 0 == blank):  # noqa: SIM300
        with pytest.raises(TypeError, match="has no number to compare, it is absent"):
            ask()
    for other in ("9", None, True, [9]):
        with pytest.raises(TypeError, match=r"compare cell\.value"):
            nine == other  # noqa: B015
    with pytest.raises(TypeError, match="unhashable"):
        hash(nine)


def test_labels_are_those_of_the_edition() -> None:
    record = sample.record()
    absent = {"value": None, "status": "absent", "raw": None, "span": None, "page": None, "unit": None}
    absent |= {"box": None, "grid": None}
    record["proactive"]["cells"].append(
        {"row": "procurement", "column": "amount", "edition": "2019", **absent}
    )
    record["proactive"]["edition"] = "hybrid"
    report = gr.Report.from_json(json.dumps(record))
    procurement = report["proactive", "procurement", "amount"]
    assert (procurement.edition, procurement.column_label) == ("2019", "采购总金额")
    assert procurement.label == "政府集中采购"
    fees = gr.parse(sample.TEXT)["proactive", "fees", "amount"]
    assert (fees.edition, fees.column_label) == ("2021", "本年收费金额（单位：万元）")


def test_table_keys() -> None:
    table = sample.made().requests
    assert len(table) == 175
    assert len(table.rows) == 25
    assert table.columns[0] == "natural_person"
    assert table.columns[-1] == "total"
    assert ("granted", "total") in table
    assert ("granted", "issued") not in table
    assert "granted" not in table
    assert table["granted", "total"] in table
    assert [cell.column for cell in table.row("granted")] == table.columns
    assert table.get("granted", "issued") is None
    assert table.get("granted", "total") == table["granted", "total"]


def test_only_columns_of_the_edition() -> None:
    assert sample.made().proactive.columns == ["issued", "repealed", "in_force", "decisions", "amount"]


@pytest.mark.parametrize(
    ("key", "message"),
    [
        (("given", "total"), r"no row .given.*its rows are: new_received, .*carried_forward"),
        (("granted", "sum"), r"no column .sum. in the row .granted.*natural_person.*total"),
        ("granted", r"table\[row, column\].*new_received.*natural_person"),
        (3, r"table\[row, column\]"),
    ],
)
def test_unknown_keys_list_the_known_ones(key: object, message: str) -> None:
    with pytest.raises(KeyError, match=message):
        sample.made().requests[key]  # type: ignore[index]


def test_report_by_address() -> None:
    report = sample.made({TOTAL: sample.read(9)})
    assert report[TOTAL] == report.requests["granted", "total"]
    with pytest.raises(KeyError, match="proactive, requests, review"):
        report["request", "granted", "total"]


def test_reports_cannot_be_changed() -> None:
    report = sample.made()
    with pytest.raises(AttributeError):
        report.year = 2024  # type: ignore[misc]
    with pytest.raises(TypeError):
        gr.Report()
    assert report != "report"


@pytest.mark.parametrize("text", ["", "{}", "[]", "{", '{"schema_version": 2}'])
def test_wrong_json(text: str) -> None:
    with pytest.raises(gr.UnreadableError, match="no report in this JSON"):
        gr.Report.from_json(text)


def test_another_schema_version_is_refused() -> None:
    record = sample.record()
    record["schema_version"] = 1
    with pytest.raises(gr.UnreadableError, match="schema version 1, this version of govreport reads 2"):
        gr.Report.from_json(json.dumps(record))
    load, (written, text) = sample.made().__reduce__()
    assert load(written, text) == sample.made()
    with pytest.raises(gr.UnreadableError, match="schema version 9"):
        load(written.replace('"schema_version":2', '"schema_version":9'), text)


def test_names_are_those_of_the_schema() -> None:
    definitions = gr.schema()["$defs"]

    def names(of: str) -> list[str]:
        definition = definitions[of]
        return definition.get("enum") or [choice["const"] for choice in definition["oneOf"]]

    assert [member.value for member in gr.Status] == names("Status")
    assert [member.value for member in gr.Presence] == names("Presence")
    assert [member.value for member in gr.Severity] == names("Severity")
    for place in names("Origin"):
        report = sample.made(year=sample.located(2023, place))
        assert report.year_origin is not None
        assert report.year_origin.kind == place


def test_names_are_strings() -> None:
    status: str = gr.Status.READ
    assert status == "read"
    assert [str(status), f"{status}", f"{status:>6}"] == ["read", "read", "  read"]
    assert json.dumps(gr.Status.READ) == '"read"'
    assert pickle.loads(pickle.dumps(gr.Status.READ)) is gr.Status.READ


def test_contact_and_published() -> None:
    contact = {"telephone": sample.located("0999-1234567", "contact"), "email": None}
    fields = dict.fromkeys(("address", "postcode", "fax")) | contact
    report = sample.made(contact=fields, published=sample.located("2024-01-26", "dateline"))
    assert report.contact.telephone == "0999-1234567"
    assert report.contact.email is None
    assert repr(report.contact) == '<Contact telephone="0999-1234567">'
    assert str(report.published) == "2024-01-26"
