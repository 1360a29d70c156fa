"""Rules, findings, checks."""

from __future__ import annotations

import pickle

import pytest

import govreport as gr
import sample


def _row(row: str, numbers: list[int]) -> dict[sample.Address, dict[str, object]]:
    columns = sample.made().requests.columns
    return {("requests", row, column): sample.read(n) for column, n in zip(columns, numbers, strict=True)}


def test_a_wrong_sum_is_found() -> None:
    report = sample.made(_row("granted", [3, 1, 0, 0, 0, 0, 9]))
    result = report.check()
    (finding,) = result.findings
    assert (finding.code, finding.name, finding.severity) == (
        "GR301",
        "applicant-sum",
        gr.Severity.INCONSISTENCY,
    )
    assert (finding.observed, finding.expected) == (9, 4)
    assert type(finding.observed) is int
    assert finding.cells[-1] == ("requests", "granted", "total")
    assert report[finding.cells[-1]].value == 9
    assert report[finding.cells[-1]].span in [finding.span, *finding.related]
    assert repr(finding).startswith("<Finding GR301 applicant-sum inconsistency: ")


def test_checking_changes_nothing() -> None:
    report = sample.made(_row("granted", [3, 1, 0, 0, 0, 0, 9]))
    before = report.to_json()
    gr.check(report)
    assert report.to_json() == before
    assert report.notices == []


def test_findings_and_repr_are_not_silent_about_sums() -> None:
    report = sample.made(_row("granted", [3, 1, 0, 0, 0, 0, 9]))
    assert [finding.code for finding in report.findings] == ["GR301"]
    assert repr(report).endswith("1 finding>")
    assert sample.made(_row("granted", [3, 1, 0, 0, 0, 0, 4])).findings == []


def test_nothing_found_is_not_the_same_as_not_checked() -> None:
    result = sample.made(_row("granted", [3, 1, 0, 0, 0, 0, 4])).check()
    assert result.findings == []
    assert result.ran == {"GR301": 1}
    assert set(result.skipped) == {"GR302", "GR303", "GR304"}
    assert all(result.skipped.values())


def test_select_and_ignore() -> None:
    report = sample.made(_row("granted", [3, 1, 0, 0, 0, 0, 9]))
    assert report.check(select=["result-sum"]).findings == []
    assert report.check(ignore=["GR301"]).findings == []
    assert gr.check(report, select=["gr301"]) == report.check(select=["applicant-sum"])
    assert list(report.check(select=["GR301"]).ran) == ["GR301"]
    assert report.check(select=["gr3"]) == report.check()
    assert report.check(ignore=["GR3"]).ran == {}


def test_rules_of_the_reading_are_not_passed_over_in_silence() -> None:
    result = sample.made(_row("granted", [3, 1, 0, 0, 0, 0, 4])).check(select=["title-missing", "GR301"])
    assert result.ran == {"GR301": 1}
    assert list(result.skipped) == ["GR110"]
    assert "reading" in result.skipped["GR110"]


def test_unknown_rules() -> None:
    for ask in (lambda: gr.explain("GR999"), lambda: sample.made().check(select=["GR999"])):
        with pytest.raises(ValueError, match=r"no rule has the code or name .GR999"):
            ask()
    with pytest.raises(ValueError, match=r"near it: GR301 applicant-sum"):
        gr.explain("aplicant-sum")


def test_rules_explain_themselves() -> None:
    codes = [rule.code for rule in gr.rules()]
    assert codes == sorted(set(codes))
    for rule in gr.rules():
        assert gr.explain(rule.code) == gr.explain(rule.name) == rule.documentation
        assert rule.documentation.splitlines()[0] == rule.summary
        assert "# What to do" in rule.documentation.splitlines()


def test_findings_of_the_reading() -> None:
    finding = {
        "code": "GR221",
        "name": "cells-ambiguous",
        "family": "cells",
        "severity": "error",
        "message": "",
        "message_zh": "",
        "data": {
            "cells-ambiguous": {
                "place": {"row": {"row": "fees", "edition": "2021"}},
                "reason": "several_readings",
                "contents": {"printed": 3, "columns": 1},
                "candidates": [[1.5], [None], [15]],
            }
        },
        "cells": [{"table": "proactive", "row": "fees", "column": "amount"}],
        "span": {"start": 1, "end": 4},
        "related": [{"start": 5, "end": 6}],
        "page": 2,
        "grid": {"table": 0, "row": 8, "column": 1},
        "observed": None,
        "expected": None,
        "hint": None,
    }
    report = sample.made(findings=[finding])
    (found,) = report.notices
    assert (found.severity, found.family) == ("error", "cells")
    assert (found.span, found.related, found.page, found.grid) == ((1, 4), [(5, 6)], 2, (0, 8, 1))
    assert found.message.startswith("行政事业性收费: 3 contents for 1 column; ")
    assert found.message_zh.startswith("行政事业性收费：应有1格，印有3项内容；")
    assert found.hint is not None
    assert isinstance(found.data, dict)
    assert found.data["reason"] == "several_readings"
    assert str(found.data["candidates"][0][0]) == "1.5"
    assert [[str(value) for value in reading] for reading in found.candidates] == [["1.5"], ["None"], ["15"]]
    assert pickle.loads(pickle.dumps(found)) == found


def test_a_pickle_of_another_version_is_refused() -> None:
    finding = sample.made(_row("granted", [3, 1, 0, 0, 0, 0, 9])).findings[0]
    load, (version, written) = finding.__reduce__()
    assert load(version, written) == finding
    with pytest.raises(gr.UnreadableError, match="schema version 1"):
        load(version - 1, written)
