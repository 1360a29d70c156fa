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
    assert report.findings == []


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


def test_unknown_rules() -> None:
    for ask in (lambda: gr.explain("GR999"), lambda: sample.made().check(select=["GR999"])):
        with pytest.raises(ValueError, match=r"no rule .GR999.*GR301 applicant-sum"):
            ask()


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
        "severity": "error",
        "message": "several readings",
        "cells": [{"table": "proactive", "row": "fees", "column": "amount"}],
        "span": {"start": 1, "end": 4},
        "related": [{"start": 5, "end": 6}],
        "observed": None,
        "expected": None,
        "candidates": [[1.5], [None], [15]],
        "hint": "look",
    }
    report = sample.made(findings=[finding])
    (found,) = report.findings
    assert found.severity == "error"
    assert (found.span, found.related, found.hint) == ((1, 4), [(5, 6)], "look")
    assert [[str(value) for value in reading] for reading in found.candidates] == [["1.5"], ["None"], ["15"]]
    assert pickle.loads(pickle.dumps(found)) == found
