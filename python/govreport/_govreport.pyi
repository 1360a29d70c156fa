import datetime as dt
import os
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, ClassVar, Final, Literal, TypeAlias, TypedDict, final, type_check_only

import pandas as pd
from _typeshed import SupportsRead
from typing_extensions import NotRequired

from govreport._enums import Presence, Severity, Status

_Span: TypeAlias = tuple[int, int]
_Address: TypeAlias = tuple[str, str, str]
_Number: TypeAlias = int | Decimal
_TableKey: TypeAlias = Literal["proactive", "requests", "review"]
_Family: TypeAlias = Literal["reading", "structure", "cells", "arithmetic"]
_Comparable: TypeAlias = int | float | Decimal
_Edition: TypeAlias = Literal["2021", "2019", "hybrid"]
_SectionKey: TypeAlias = Literal["overview", "proactive", "requests", "review", "problems", "other_matters"]
_PartKey: TypeAlias = Literal[
    "proactive_disclosure", "disclosure_on_request", "information_management", "platforms", "supervision"
]
_Place: TypeAlias = Literal["title", "period", "introduction", "body", "page_metadata", "dateline", "contact"]
_MetadataPart: TypeAlias = Literal[
    "name",
    "index_number",
    "publisher",
    "source",
    "document_number",
    "category",
    "created",
    "published",
    "url",
]
_Format: TypeAlias = Literal["text", "html", "docx", "doc", "xlsx", "xls", "pdf", "words"]
_Edges: TypeAlias = tuple[float, float, float, float]
_Content: TypeAlias = Literal["value", "status", "raw"]

__all__ = [
    "Cell",
    "CheckResult",
    "Contact",
    "Finding",
    "Metadata",
    "Origin",
    "Period",
    "Report",
    "Rule",
    "Section",
    "Subsection",
    "Table",
    "__version__",
    "_table_layout",
    "check",
    "explain",
    "parse",
    "read",
    "read_words",
    "rules",
    "schema",
    "text",
]

__version__: Final[str]

def read(
    source: str | os.PathLike[str] | bytes | bytearray | memoryview | SupportsRead[bytes] | SupportsRead[str],
    *,
    charset: str | None = None,
    max_bytes: int | None = None,
    max_unpacked_bytes: int | None = None,
    max_pages: int | None = None,
    max_cells: int | None = None,
    max_nesting: int | None = None,
    max_time: float | None = None,
) -> Report:
    """Read the report in a file, in bytes or in an open file.

    The format is told by the content: HTML, DOCX, DOC, XLSX, XLS, PDF, text or Markdown. The interpreter lock is released
    while the report is read, so threads read reports side by side.

    Parameters
    ----------
    source : str, os.PathLike, bytes, bytearray, memoryview or file object
        A ``str`` is the path of a file; for the text of a report see `parse`. Bytes are the content of a file in any of the
        formats and encodings. Of a file object, opened in binary or in text mode, all is read from where it stands.
    charset : str, optional
        The encoding that came with a web page, as in its HTTP header. It decides only where the bytes leave a doubt.
    max_bytes, max_unpacked_bytes, max_pages, max_cells, max_nesting : int, optional
        How much is taken on: the size of the file (256 MiB by default), what packed files unpack to (512 MiB), pages of a PDF
        (2000), cells of all tables (1000000), elements nested in each other (512).
    max_time : float, optional
        The longest the file may take to read, in seconds; 60 by default.

    Returns
    -------
    Report

    Raises
    ------
    OSError
        The file cannot be opened or read: FileNotFoundError, PermissionError and so on, as from `open`.
    NotAReportError
        The source is empty, or holds nothing of such a report.
    UnreadableError
        The bytes are in no format that is read, or they are damaged or encrypted.
    LimitExceededError
        The source asks for more than a limit allows; the message names the limit.

    Examples
    --------
    >>> report = gr.read(path)
    >>> report.issuer, report.year
    ('青禾县人民政府', 2023)
    """

def text(
    source: str | os.PathLike[str] | bytes | bytearray | memoryview | SupportsRead[bytes] | SupportsRead[str],
    *,
    charset: str | None = None,
    max_bytes: int | None = None,
    max_unpacked_bytes: int | None = None,
    max_pages: int | None = None,
    max_cells: int | None = None,
    max_nesting: int | None = None,
    max_time: float | None = None,
) -> str:
    """What the reader of a file saw: its text, with marks of blocks and tables.

    This answers the first question where a number is missing: was it there to be read? A line for each block: the offset of
    its first byte (as in ``cell.span``), the page where the format has pages, what it is (``#`` a heading, ``T0 R3`` row 3 of
    table 0, ``page`` a page number or running head, ``picture``), and its text, cells parted by bars.

    Parameters
    ----------
    source, charset, max_bytes, max_unpacked_bytes, max_pages, max_cells, max_nesting, max_time
        As in `read`.

    Returns
    -------
    str

    Raises
    ------
    OSError, NotAReportError, UnreadableError, LimitExceededError
        As from `read`; here ``NotAReportError`` says that the source is empty.

    Examples
    --------
    >>> gr.text(path).splitlines()[0].split()
    ['0', '青禾县人民政府2023年政府信息公开工作年度报告']
    """

@type_check_only
class _Page(TypedDict):
    width: float
    height: float
    words: Sequence[tuple[str, _Edges]]
    rulings: NotRequired[Sequence[_Edges]]

def read_words(pages: Iterable[_Page]) -> Report:
    """Read the report in words with their places, as text recognition (OCR) gives them.

    Tables are found by their ruling lines, if there are any, and by the alignment of the words. Cells know their page and box.

    Parameters
    ----------
    pages : iterable of mapping
        For each page ``width`` and ``height``; ``words``, each a text with its box ``(left, top, right, bottom)``; and, where
        they are known, ``rulings``, the boxes of ruling lines. All lengths are in one unit, best points (1/72 inch), from the
        upper left corner of the page. A word may be a character, a word or a whole line, but must not reach over several
        cells of a table.

    Returns
    -------
    Report

    Raises
    ------
    NotAReportError
        The words hold nothing of such a report.
    LimitExceededError
        There are more pages or words than the limits of `read` allow.

    Examples
    --------
    >>> page = {
    ...     "width": 595, "height": 842,
    ...     "words": [("青禾县人民政府", (200, 80, 400, 100)), ("2023年政府信息公开工作年度报告", (150, 110, 450, 130))],
    ... }
    >>> gr.read_words([page])
    <Report 2023 青禾县人民政府: 0 tables, 9 findings>
    """

def parse(text: str) -> Report:
    """Read the report in a text: plain, Markdown or HTML.

    Parameters
    ----------
    text : str
        The text of the report. For a path see `read`.

    Returns
    -------
    Report

    Raises
    ------
    NotAReportError
        The text is empty, or holds nothing of such a report.
    LimitExceededError
        The text is larger than 256 MiB.

    Examples
    --------
    >>> gr.parse(text)
    <Report 2023 青禾县人民政府: 3 tables, 0 findings>
    """

def check(
    report: Report, *, select: Sequence[str] | None = None, ignore: Sequence[str] | None = None
) -> CheckResult:
    """Judge the numbers of a report (勾稽关系检查). Checking reports and changes nothing.

    Parameters
    ----------
    report : Report
        The report.
    select : sequence of str, optional
        Only these rules, by code, name or the beginning of a code (``GR3``); all that judge by default. Rules about the reading
        itself judge nothing and come back as skipped: what they found is in `Report.notices`.
    ignore : sequence of str, optional
        Not these rules, named in the same ways.

    Returns
    -------
    CheckResult

    Raises
    ------
    ValueError
        No rule has such a code or name.

    Examples
    --------
    >>> result = gr.check(report)
    >>> result
    <CheckResult: 0 findings, 4 rules ran, 0 skipped>
    >>> gr.check(report, select=["case-balance"]).ran
    {'GR303': 7}
    """

def rules() -> list[Rule]:
    """All rules, by code: those about the reading and those that check.

    Returns
    -------
    list of Rule

    Examples
    --------
    >>> [rule.name for rule in gr.rules() if rule.code.startswith("GR3")]
    ['applicant-sum', 'outcome-sum', 'case-balance', 'result-sum']
    """

def explain(code: str) -> str:
    """What a rule says, and what to do about its findings.

    Parameters
    ----------
    code : str
        Code or name of the rule, such as ``GR301`` or ``applicant-sum``.

    Returns
    -------
    str
        Markdown.

    Raises
    ------
    ValueError
        No rule has this code or name.

    Examples
    --------
    >>> print(gr.explain("GR301").splitlines()[0])
    The six kinds of applicants of a row do not add up to its total.
    """

def schema() -> dict[str, Any]:
    """The JSON Schema of `Report.to_json`.

    Returns
    -------
    dict

    Examples
    --------
    >>> "requests" in gr.schema()["properties"]
    True
    """

def _table_layout(kind: str) -> tuple[list[str], list[tuple[str, bool]]] | None: ...

@final
class Report:
    """An annual report on government-information disclosure (政府信息公开工作年度报告), as its source prints it.

    Made by `read` and `parse`, never changed. ``report[table, row, column]`` is a cell. Spans ``(start, end)`` are byte
    offsets into the UTF-8 form of ``text``: take the text at one with `slice`, not with ``text[start:end]``.

    Examples
    --------
    >>> report
    <Report 2023 青禾县人民政府: 3 tables, 0 findings>
    >>> report["requests", "new_received", "total"].value
    6
    """
    @property
    def format(self) -> _Format:
        """The format of the source (文件格式), told by its content: ``text``, ``html``, ``docx``, ``doc``, ``xlsx``, ``xls``, ``pdf``
        or ``words``.
        """
    @property
    def title(self) -> str | None:
        """The title (标题), its lines put together, or ``None``."""
    @property
    def issuer(self) -> str | None:
        """The body that reports (报告机关), as the source names it, or ``None``."""
    @property
    def year(self) -> int | None:
        """The year reported on (报告年度), or ``None``."""
    @property
    def published(self) -> dt.date | None:
        """The day of publication (发布日期), a ``datetime.date``, or ``None`` where none is printed."""
    @property
    def title_origin(self) -> Origin | None:
        """Where the title was found, or ``None``."""
    @property
    def issuer_origin(self) -> Origin | None:
        """Where the issuer was found, or ``None``."""
    @property
    def year_origin(self) -> Origin | None:
        """Where the year was found, or ``None``."""
    @property
    def published_origin(self) -> Origin | None:
        """Where the day of publication was found, or ``None``."""
    @property
    def period(self) -> Period | None:
        """The reporting period (统计期限), or ``None`` where none is printed."""
    @property
    def metadata(self) -> Metadata:
        """What the page or the file states beside the report (页面信息): index number, publisher, address …"""
    @property
    def contact(self) -> Contact:
        """The contact block (联系方式)."""
    @property
    def edition(self) -> dict[_TableKey, _Edition]:
        """The edition of the form (格式版本) that each table follows: key of the table to ``2021``, ``2019`` or ``hybrid``."""
    @property
    def sections(self) -> list[Section]:
        """The sections found (部分), in the order of the source."""
    def section(self, key: _SectionKey) -> Section | None:
        """One section, or ``None`` where the source does not have it.

        Parameters
        ----------
        key : str
            ``overview``, ``proactive``, ``requests``, ``review``, ``problems`` or ``other_matters``.

        Returns
        -------
        Section or None
        """
    @property
    def proactive(self) -> Table:
        """Table one (主动公开政府信息情况): proactive disclosure."""
    @property
    def requests(self) -> Table:
        """Table two (收到和处理政府信息公开申请情况): requests received and handled."""
    @property
    def review(self) -> Table:
        """Table three (政府信息公开行政复议、行政诉讼情况): administrative reconsideration and litigation."""
    @property
    def tables(self) -> list[Table]:
        """The three tables, in the form's order."""
    @property
    def cells(self) -> list[Cell]:
        """Every cell of the three tables, absent ones too, in the form's order."""
    @property
    def findings(self) -> list[Finding]:
        """What a person should know (提示事项): what the reading met, in the order of the source, and then what all checks found.

        Where sums do not agree, it is never empty. `notices` has the reading's alone, `check` those of chosen rules.
        """
    @property
    def notices(self) -> list[Finding]:
        """What the reading met (读取提示), in the order of the source, without what checks find."""
    @property
    def text(self) -> str | None:
        """The extracted text that spans point into, or ``None`` for a report made from JSON alone."""
    def slice(self, span: _Span) -> str:
        """The text at a span.

        Parameters
        ----------
        span : tuple of int
            ``(start, end)``, as in ``cell.span``: byte offsets into the UTF-8 form of ``text``.

        Returns
        -------
        str

        Raises
        ------
        ValueError
            The span is not one of this text, or the report was made from JSON without its text.
        """
    def check(
        self, *, select: Sequence[str] | None = None, ignore: Sequence[str] | None = None
    ) -> CheckResult:
        """Judge the numbers of this report (勾稽关系检查). See `govreport.check`.

        Parameters
        ----------
        select, ignore : sequence of str, optional
            Only these rules, or all but these, by code, name or the beginning of a code.

        Returns
        -------
        CheckResult

        Raises
        ------
        ValueError
            No rule has such a code or name.
        """
    def to_dict(self) -> dict[str, Any]:
        """The report as plain Python values, in the shape of its JSON (`schema`).

        Returns
        -------
        dict
            Whole numbers are ``int``, others exact ``decimal.Decimal``.
        """
    def to_json(self, indent: int | None = None) -> str:
        """The report as JSON; numbers are printed with all their digits.

        Parameters
        ----------
        indent : int, optional
            Blanks for each level; all in one line by default.

        Returns
        -------
        str

        Examples
        --------
        >>> gr.Report.from_json(report.to_json()) == report
        True
        """
    @staticmethod
    def from_json(json: str, text: str | None = None) -> Report:
        """The report that `to_json` wrote.

        Parameters
        ----------
        json : str
            The JSON.
        text : str, optional
            The extracted text of the report, which is not part of its JSON; without it ``text`` is ``None``.

        Returns
        -------
        Report

        Raises
        ------
        UnreadableError
            The JSON is not that of a report, or has another schema version: read the source again with this version.
        """
    def to_pandas(self) -> pd.DataFrame:
        """Every cell of the three tables as a pandas DataFrame, one line for a cell.

        Returns
        -------
        pandas.DataFrame
            Always these columns: ``table``, ``row``, ``column``, ``edition``, ``label``, ``column_label``, ``unit``, ``status``,
            ``raw`` and ``reason`` (``string``), ``value`` (``object``: an exact ``decimal.Decimal``, for counts too, or ``None``), ``start``,
            ``end`` and ``page`` (``Int64``), ``box_left``, ``box_top``, ``box_right`` and ``box_bottom`` (``Float64``),
            ``grid_table``, ``grid_row`` and ``grid_column`` (``Int64``). ``pandas.to_numeric(frame["value"])`` gives binary floats.

        Raises
        ------
        MissingFeatureError
            pandas is not installed.
        """
    def __getitem__(self, address: _Address, /) -> Cell: ...
    def __eq__(self, other: object, /) -> bool: ...
    def _repr_html_(self) -> str: ...

@final
class Table:
    """One of the three tables (法定表格), with every cell of its edition in the form's order.

    ``table[row, column]`` is a cell; iteration goes over all cells, absent ones too; ``len`` counts them;
    ``(row, column) in table`` tells whether the edition has such a cell.

    Examples
    --------
    >>> table = report.requests
    >>> table
    <Table requests: 2021 form, 25 rows, complete>
    >>> table["granted", "natural_person"].value
    2
    >>> ("granted", "natural_person") in table
    True
    """
    @property
    def kind(self) -> _TableKey:
        """Key of the table: ``proactive`` (主动公开), ``requests`` (申请) or ``review`` (复议、诉讼)."""
    @property
    def label(self) -> str:
        """The form's own heading of the table, such as ``主动公开政府信息情况``."""
    @property
    def edition(self) -> _Edition:
        """The edition of the form (格式版本): ``2021``, ``2019``, or ``hybrid`` where blocks of both stand in one table.

        Taken from the table's own labels; where nothing of it stands in the source, the one its year calls for.
        """
    @property
    def presence(self) -> Presence:
        """How much of the table stands in the source (完整程度)."""
    @property
    def span(self) -> _Span | None:
        """From its first label to its last cell: ``(start, end)``, or ``None`` for an absent table."""
    @property
    def cells(self) -> list[Cell]:
        """All cells of the edition, absent ones too, in the form's order."""
    @property
    def rows(self) -> list[str]:
        """Keys of the rows of the edition, in the form's order."""
    @property
    def columns(self) -> list[str]:
        """Keys of the columns of the edition, in the form's order."""
    def row(self, row: str) -> list[Cell]:
        """The cells of one row.

        Parameters
        ----------
        row : str
            Key of the row.

        Returns
        -------
        list of Cell

        Raises
        ------
        KeyError
            The edition has no such row; the message lists those it has.
        """
    def get(self, row: str, column: str) -> Cell | None:
        """The cell in a row and a column, or ``None`` where the edition has no such cell.

        Parameters
        ----------
        row, column : str
            Keys of the row and the column.

        Returns
        -------
        Cell or None
        """
    def to_pandas(self, *, long: bool = False, values: _Content = "value") -> pd.DataFrame:
        """The table as a pandas DataFrame in its printed shape.

        Rows and columns are constants of the table, whatever the source holds: all 8 rows and 11 columns of both editions for
        ``proactive``, 26 rows and 7 columns for ``requests``, 3 rows and 5 columns for ``review``. A cell without a number is
        missing, never 0; ``values="status"`` tells why, and is itself missing only where the edition has no such cell.

        Parameters
        ----------
        long : bool, default False
            One line for a cell instead, as `Report.to_pandas` gives it.
        values : {"value", "status", "raw"}, default "value"
            What to fill the frame with.

        Returns
        -------
        pandas.DataFrame
            Row keys as index ``row``, column keys as columns ``column``. With ``values="value"`` counts and changes are
            ``Int64``, amounts are ``object`` and hold exact ``decimal.Decimal``; otherwise ``string``.

        Raises
        ------
        MissingFeatureError
            pandas is not installed.
        """
    def __getitem__(self, key: tuple[str, str], /) -> Cell: ...
    def __contains__(self, key: object, /) -> bool: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Cell]: ...
    def __eq__(self, other: object, /) -> bool: ...

@final
class Cell:
    """A cell of one of the three tables (表格单元格).

    What the source prints there, how it was read, and where it stands. Zero, blank, dash and absent are different things:
    ``value`` is ``0`` only where the source prints a zero.

    ``cell == 7`` compares the number, and raises ``TypeError`` where the cell has none: null is neither 7 nor not 7. Cells are not
    hashable.

    Examples
    --------
    >>> cell = report.requests["granted", "total"]
    >>> cell.value, cell.raw, str(cell.status)
    (3, '3', 'read')
    >>> report.slice(cell.span)
    '3'
    """
    @property
    def table(self) -> _TableKey:
        """Key of the table: ``proactive``, ``requests`` or ``review``."""
    @property
    def row(self) -> str:
        """Key of the row, such as ``denied.state_secret``."""
    @property
    def column(self) -> str:
        """Key of the column, such as ``natural_person``."""
    @property
    def label(self) -> str:
        """The form's own label of the row (行标签) in the edition of the cell, such as ``（一）予以公开``."""
    @property
    def column_label(self) -> str:
        """The form's own label of the column (列标签) in the edition of the cell, such as ``自然人``."""
    @property
    def edition(self) -> Literal["2021", "2019"]:
        """The edition of the form that the row is printed in (行的格式版本): ``2021`` or ``2019``. In a table that mixes both, rows
        differ.
        """
    @property
    def value(self) -> _Number | None:
        """The number, or ``None`` where there is none.

        An ``int`` for counts (件数, zero or more) and changes (本年增/减, signed), a ``decimal.Decimal`` for amounts (金额,
        exact, in the unit of the form: 万元 for fees). ``None`` unless ``status`` is ``read``, ``realigned`` or ``inferred``.
        """
    @property
    def status(self) -> Status:
        """How the value came to be, or why there is none (单元格状态)."""
    @property
    def raw(self) -> str | None:
        """The text of the cell as printed, or ``None`` where nothing is printed."""
    @property
    def span(self) -> _Span | None:
        """Where that text stands: ``(start, end)``, for `Report.slice`."""
    @property
    def page(self) -> int | None:
        """The page, from 1, where the format knows pages."""
    @property
    def box(self) -> tuple[float, float, float, float] | None:
        """Where on that page (版面位置): ``(left, top, right, bottom)`` in points (1/72 inch) from the upper left corner of the
        page, or ``None`` where the format does not know it.
        """

    @property
    def grid(self) -> tuple[int, int, int] | None:
        """Where in the tables of the source (源表格位置): ``(table, row, column)``, each from 0, or ``None`` where the source
        shows no borders.
        """

    @property
    def unit(self) -> Literal["yuan", "ten_thousand_yuan"] | None:
        """The unit of ``value``, for an amount: ``yuan`` (元), ``ten_thousand_yuan`` (万元), or ``None``.

        Fees are in 万元, also where the source prints 元 and the value was converted (``raw`` has what is printed). The form of
        2019 names no unit for procurement: there it is the one printed, or ``None``.
        """
    @property
    def reason(self) -> str | None:
        """Why a number is withheld (存疑原因), such as ``several_readings``, or ``None``; only where ``status`` is ``ambiguous``."""
    @property
    def warrant(self) -> dict[str, str] | None:
        """What warrants the number (依据), or what is lacking: the answers ``figure``, ``label``, ``tie``, ``heading`` and ``sums``,
        or ``None`` for a cell that could get no number.
        """
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __lt__(self, other: _Comparable, /) -> bool: ...
    def __le__(self, other: _Comparable, /) -> bool: ...
    def __gt__(self, other: _Comparable, /) -> bool: ...
    def __ge__(self, other: _Comparable, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __bool__(self) -> bool: ...

@final
class Section:
    """One of the six sections of a report (部分)."""
    @property
    def key(self) -> _SectionKey:
        """Key of the section: ``overview``, ``proactive``, ``requests``, ``review``, ``problems`` or ``other_matters``."""
    @property
    def title(self) -> str:
        """The heading as printed, number included, such as ``一、总体情况``."""
    @property
    def heading(self) -> _Span:
        """Where the heading stands: ``(start, end)``."""
    @property
    def span(self) -> _Span:
        """From the heading to the end of the section: ``(start, end)``."""
    @property
    def paragraphs(self) -> list[_Span]:
        """Spans of the paragraphs of prose, in order; rows of tables are not among them."""
    @property
    def subsections(self) -> list[Subsection]:
        """The five parts of section one (总体情况), as far as they are there; empty for other sections."""
    @property
    def text(self) -> str | None:
        """The whole text of the section with its heading, or ``None`` for a report made from JSON alone."""
    def __eq__(self, other: object, /) -> bool: ...

@final
class Subsection:
    """One of the five parts of section one (总体情况的一个方面)."""
    @property
    def key(self) -> _PartKey:
        """Key of the part: ``proactive_disclosure``, ``disclosure_on_request``, ``information_management``, ``platforms`` or
        ``supervision``.
        """
    @property
    def title(self) -> str:
        """The heading as printed, such as ``（一）主动公开``."""
    @property
    def heading(self) -> _Span:
        """Where the heading stands: ``(start, end)``."""
    @property
    def span(self) -> _Span:
        """From the heading to the end of the part: ``(start, end)``."""
    @property
    def paragraphs(self) -> list[_Span]:
        """Spans of the paragraphs, in order."""
    @property
    def text(self) -> str | None:
        """The whole text of the part with its heading, or ``None`` for a report made from JSON alone."""
    def __eq__(self, other: object, /) -> bool: ...

@final
class Origin:
    """Where in the source something was found (出处)."""
    @property
    def kind(self) -> _Place:
        """Kind of place: ``title`` (标题), ``period`` (统计期限), ``introduction`` (引言), ``body`` (正文), ``page_metadata``
        (页面信息), ``dateline`` (落款) or ``contact`` (联系方式).
        """
    @property
    def span(self) -> _Span | None:
        """The place: ``(start, end)``, or ``None`` for what stands in a property of the file, not in its text."""
    @property
    def property(self) -> str | None:
        """Name of that property (文件属性), as the file writes it, such as ``PubDate``; ``None`` for what stands in the text."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Period:
    """The reporting period (统计期限): both days belong to it."""
    @property
    def start(self) -> dt.date:
        """First day, a ``datetime.date``."""
    @property
    def end(self) -> dt.date:
        """Last day, a ``datetime.date``."""
    @property
    def span(self) -> _Span:
        """Where it is printed: ``(start, end)``."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

@final
class Contact:
    """The contact block (联系方式), each part as printed or ``None``."""
    @property
    def address(self) -> str | None:
        """Postal address (地址)."""
    @property
    def postcode(self) -> str | None:
        """Postal code (邮编)."""
    @property
    def telephone(self) -> str | None:
        """Telephone number (电话)."""
    @property
    def fax(self) -> str | None:
        """Fax number (传真)."""
    @property
    def email(self) -> str | None:
        """E-mail address (电子邮箱)."""
    def __eq__(self, other: object, /) -> bool: ...

@final
class Metadata:
    """What the page or the file states beside the report (页面信息、文件属性), each part as printed or ``None``.

    Labelled lines and rows of the page (``索引号``, ``发布机构`` …) count before properties of the file (``<meta>`` of a web page,
    the properties of a Word or PDF file).
    """
    @property
    def name(self) -> str | None:
        """What the page calls the document (名称、标题)."""
    @property
    def index_number(self) -> str | None:
        """The number under which the site files it (索引号)."""
    @property
    def publisher(self) -> str | None:
        """The body that publishes it (发布机构、发文机关)."""
    @property
    def source(self) -> str | None:
        """Where the site took it from (来源)."""
    @property
    def document_number(self) -> str | None:
        """Its number among the documents of the body (文号)."""
    @property
    def category(self) -> str | None:
        """Its class by subject, kind or service (主题分类、体裁分类、组配分类)."""
    @property
    def created(self) -> dt.date | None:
        """The day it was written (生成日期、成文日期), a ``datetime.date``."""
    @property
    def published(self) -> dt.date | None:
        """The day it was published (公开日期、发布时间), a ``datetime.date``."""
    @property
    def url(self) -> str | None:
        """Its address (网址)."""
    def origin(self, part: _MetadataPart) -> Origin | None:
        """Where a part was found.

        Parameters
        ----------
        part : str
            ``name``, ``index_number``, ``publisher``, ``source``, ``document_number``, ``category``, ``created``, ``published``
            or ``url``.

        Returns
        -------
        Origin or None

        Raises
        ------
        KeyError
            There is no such part.
        """
    def __eq__(self, other: object, /) -> bool: ...

@final
class Finding:
    r"""Something a person should know (提示事项): about how the source was read, or about what it says.

    Examples
    --------
    >>> wrong = gr.parse(text.replace("2\t1\t0\t0\t0\t0\t3", "3\t1\t0\t0\t0\t0\t3"))
    >>> for finding in wrong.check().findings:
    ...     print(finding.code, finding.name, finding.observed, finding.expected)
    GR301 applicant-sum 3 4
    GR302 outcome-sum 4 5
    """
    @property
    def code(self) -> str:
        """Code of the rule that says so, such as ``GR301``."""
    @property
    def name(self) -> str:
        """Name of the rule, such as ``applicant-sum``."""
    @property
    def family(self) -> _Family:
        """What the rule is about (规则类别): ``reading``, ``structure``, ``cells`` or ``arithmetic``."""
    @property
    def severity(self) -> Severity:
        """How grave it is (级别)."""
    @property
    def message(self) -> str:
        """What was found, in a sentence that tells a person what to look at."""
    @property
    def message_zh(self) -> str:
        """The same sentence in Chinese."""
    @property
    def data(self) -> dict[str, Any] | str:
        """What was found, as plain Python values: the words and numbers that the message is made of."""
    @property
    def cells(self) -> list[_Address]:
        """Addresses ``(table, row, column)`` of the cells concerned; ``report[address]`` is the cell."""
    @property
    def span(self) -> _Span | None:
        """The place to look at first: ``(start, end)``, or ``None``."""
    @property
    def related(self) -> list[_Span]:
        """Other places concerned."""
    @property
    def page(self) -> int | None:
        """The page of that place, from 1, where the format knows pages."""
    @property
    def grid(self) -> tuple[int, int, int] | None:
        """That place in the tables of the source (源表格位置): ``(table, row, column)``, each from 0, or ``None`` where the source shows
        no borders.
        """
    @property
    def observed(self) -> _Number | None:
        """The number the source prints, where the finding is about one."""
    @property
    def expected(self) -> _Number | None:
        """The number that the other cells call for."""
    @property
    def candidates(self) -> list[list[_Number | None]]:
        """The readings that were left for ambiguous cells: each a list with a value for every cell of ``cells``, in their order."""
    @property
    def hint(self) -> str | None:
        """What to do about it, or ``None``."""
    def __eq__(self, other: object, /) -> bool: ...

@final
class CheckResult:
    """What a check found, what it ran and what it could not run (检查结果).

    "Nothing found" can be told from "not checked": a rule that had nothing to compare stands in ``skipped``, not in ``ran``.
    """
    @property
    def findings(self) -> list[Finding]:
        """What was found, in the order of the rules and the form."""
    @property
    def ran(self) -> dict[str, int]:
        """The rules that compared something: code to number of comparisons."""
    @property
    def skipped(self) -> dict[str, str]:
        """The rules that compared nothing: code to reason."""
    def __eq__(self, other: object, /) -> bool: ...

@final
class Rule:
    """A rule (规则): the kind of a finding. Codes and names never change their meaning."""
    @property
    def code(self) -> str:
        """Its code, such as ``GR301``."""
    @property
    def name(self) -> str:
        """Its name, such as ``applicant-sum``."""
    @property
    def family(self) -> _Family:
        """What it is about (规则类别): ``reading``, ``structure``, ``cells`` or ``arithmetic``."""
    @property
    def severity(self) -> Severity:
        """How grave its findings are (级别)."""
    @property
    def summary(self) -> str:
        """What it says, in one line."""
    @property
    def documentation(self) -> str:
        """What it says, and what to do about it: the page in Markdown."""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
