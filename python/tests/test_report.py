"""A report read from text."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from decimal import Decimal

import pytest

import govreport as gr
import sample


def test_identity(report: gr.Report) -> None:
    assert report.title == "青禾县人民政府2023年政府信息公开工作年度报告"
    assert report.issuer == "青禾县人民政府"
    assert report.year == 2023
    assert report.published == dt.date(2024, 1, 26)
    assert report.edition == {"proactive": "2021", "requests": "2021", "review": "2021"}


def test_identity_says_where_it_was_found(report: gr.Report) -> None:
    assert report.year_origin is not None
    assert report.year_origin.span is not None
    assert report.year_origin.kind == "title"
    assert "2023" in report.slice(report.year_origin.span)
    assert report.issuer_origin is not None
    assert report.issuer_origin.span is not None
    assert "青禾县人民政府" in report.slice(report.issuer_origin.span)
    assert report.published_origin is not None
    assert report.published_origin.span is not None
    assert "2024-01-26" in report.slice(report.published_origin.span)


def test_period(report: gr.Report) -> None:
    assert report.period is not None
    assert (report.period.start, report.period.end) == (dt.date(2023, 1, 1), dt.date(2023, 12, 31))
    assert "2023年1月1日" in report.slice(report.period.span)


def test_sections(report: gr.Report) -> None:
    keys = ["overview", "proactive", "requests", "review", "problems", "other_matters"]
    assert [section.key for section in report.sections] == keys
    overview = report.section("overview")
    assert overview is not None
    assert overview.title == "一、总体情况"
    assert [part.key for part in overview.subsections] == [
        "proactive_disclosure",
        "disclosure_on_request",
        "information_management",
        "platforms",
        "supervision",
    ]
    assert overview.subsections[1].text is not None
    assert "全年收到申请6件" in overview.subsections[1].text
    problems = report.section("problems")
    assert problems is not None
    assert [report.slice(span) for span in problems.paragraphs] == [
        "部分栏目更新不够及时。下一步将每季度检查一次。"
    ]


def test_requests(report: gr.Report) -> None:
    assert report.requests.presence is gr.Presence.COMPLETE
    for row, (_, numbers) in sample.REQUEST_ROWS.items():
        assert [cell.value for cell in report.requests.row(row)] == [int(n) for n in numbers.split("\t")], row


def test_proactive(report: gr.Report) -> None:
    table = report.proactive
    assert [cell.value for cell in table.row("normative_documents")] == [3, 1, 12]
    assert table["licensing", "decisions"].value == 1520
    fee = table["fees", "amount"].value
    assert isinstance(fee, Decimal)
    assert fee == Decimal("12.50")


def test_review(report: gr.Report) -> None:
    assert [cell.value for cell in report.review.row("reconsideration")] == [1, 0, 0, 0, 1]
    assert [cell.value for cell in report.review.row("litigation_after_reconsideration")] == [0, 0, 0, 0, 0]


def test_every_number_stands_at_its_span(report: gr.Report) -> None:
    for cell in report.cells:
        assert cell.status is gr.Status.READ, cell
        assert cell.span is not None
        assert report.slice(cell.span).strip() == cell.raw


def test_cells_are_those_of_the_tables(report: gr.Report) -> None:
    assert report.cells == [cell for table in report.tables for cell in table]
    assert [table.kind for table in report.tables] == ["proactive", "requests", "review"]


def test_repr_is_one_line(report: gr.Report) -> None:
    assert repr(report) == "<Report 2023 青禾县人民政府: 3 tables, 0 findings>"


def test_repr_html_shows_the_report(report: gr.Report) -> None:
    html = report._repr_html_()
    assert "<table" in html
    assert "自然人" in html


def test_blank_is_not_zero() -> None:
    row = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t"
    blank = gr.parse(sample.TEXT.replace(row + "0\t0\t0\t0\t0\t0\t0", row + "\t\t\t\t\t\t"))
    for cell in blank.requests.row("other_handling.correction_overdue"):
        assert (cell.value, cell.status) == (None, gr.Status.BLANK)


def test_words_and_dashes() -> None:
    changed = sample.TEXT.replace("规章\t0\t0\t0", "规章\t—\t由上级制发\t0")
    cells = gr.parse(changed).proactive.row("regulations")
    assert [cell.status for cell in cells] == ["not_applicable", "text", "read"]
    assert [cell.value for cell in cells] == [None, None, 0]
    assert cells[1].raw == "由上级制发"


def test_missing_table_is_a_finding() -> None:
    start = sample.TEXT.index("行政复议\t行政诉讼")
    end = sample.TEXT.index("五、存在的主要问题")
    cut = gr.parse(sample.TEXT[:start] + sample.TEXT[end:])
    assert cut.review.presence is gr.Presence.ABSENT
    assert all(cell.status is gr.Status.ABSENT and cell.value is None for cell in cut.review)
    assert "table-missing" in [finding.name for finding in cut.findings]
    assert cut.requests == gr.parse(sample.TEXT).requests or cut.requests.presence is gr.Presence.COMPLETE


def test_slice_counts_bytes() -> None:
    made = sample.made(text="青禾县：9件")
    assert made.slice((0, 9)) == "青禾县"
    assert made.slice((12, 13)) == "9"
    for wrong in [(0, 1), (5, 2), (0, 99)]:
        with pytest.raises(ValueError, match="no span of this text"):
            made.slice(wrong)
    with pytest.raises(ValueError, match="without its text"):
        sample.made().slice((0, 0))


def test_pickle_and_copy_keep_text_and_report(report: gr.Report) -> None:
    for twin in (pickle.loads(pickle.dumps(report)), copy.copy(report), copy.deepcopy(report)):
        assert twin == report
        assert twin.text == report.text


def test_json_round_trip(report: gr.Report) -> None:
    again = gr.Report.from_json(report.to_json(indent=2), report.text)
    assert again == report
    assert again.text == report.text
    assert report.to_json() == again.to_json()
    assert "青禾县" in report.to_json()


def test_to_dict_is_exact(report: gr.Report) -> None:
    record = report.to_dict()
    assert record["year"]["value"] == 2023
    (fee,) = (cell for cell in record["proactive"]["cells"] if cell["row"] == "fees")
    assert isinstance(fee["value"], Decimal)
    assert set(record) == set(gr.schema()["properties"])
