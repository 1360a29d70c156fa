"""What the tests share: a report that is read from text."""

from __future__ import annotations

import pytest

import govreport as gr
import sample


@pytest.fixture(scope="session")
def report() -> gr.Report:
    """Read the sample report."""
    return gr.parse(sample.TEXT)
