"""Typed, checked, traceable data from China's annual reports on government-information disclosure.

The reports (政府信息公开工作年度报告) hold three statutory tables. `read` and `parse` give a `Report`:

>>> report = gr.parse(text)
>>> report.requests["granted", "total"].value
3
>>> int(report.requests.to_pandas().loc["granted", "natural_person"])
2

Rows, columns, tables and sections go by the same keys everywhere: in Python, in JSON, on the command line.
"""

from govreport._enums import Presence, Severity, Status
from govreport._errors import (
    GovReportError,
    LimitExceededError,
    MissingFeatureError,
    NotAReportError,
    UnreadableError,
)
from govreport._govreport import (
    Cell,
    CheckResult,
    Contact,
    Finding,
    Metadata,
    Origin,
    Period,
    Report,
    Rule,
    Section,
    Subsection,
    Table,
    __version__,
    check,
    explain,
    parse,
    read,
    read_words,
    rules,
    schema,
    text,
)

__all__ = [
    "Cell",
    "CheckResult",
    "Contact",
    "Finding",
    "GovReportError",
    "LimitExceededError",
    "Metadata",
    "MissingFeatureError",
    "NotAReportError",
    "Origin",
    "Period",
    "Presence",
    "Report",
    "Rule",
    "Section",
    "Severity",
    "Status",
    "Subsection",
    "Table",
    "UnreadableError",
    "__version__",
    "check",
    "explain",
    "parse",
    "read",
    "read_words",
    "rules",
    "schema",
    "text",
]
