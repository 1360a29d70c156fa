"""The closed sets of names. Each member is a ``str`` and equals its name in JSON and on the command line."""

from enum import Enum


class _Name(str, Enum):
    """A member prints and formats as its value, as in ``enum.StrEnum`` of Python 3.11."""

    def __str__(self) -> str:
        return str.__str__(self)

    def __format__(self, format_spec: str) -> str:
        return str.__format__(self, format_spec)


class Status(_Name):
    """How a cell came by its value, or why it has none (单元格状态)."""

    __module__ = "govreport"
    READ = "read"
    """照录: the number stands in the source at this cell."""
    REALIGNED = "realigned"
    """归位: the number stands in the source, but under another column or row; the identities leave only this place for it."""
    INFERRED = "inferred"
    """推定: no number stands in the source for this cell; the identities leave only this value."""
    BLANK = "blank"
    """空白: the cell is there and empty."""
    NOT_APPLICABLE = "not_applicable"
    """不适用: the cell holds a dash, a slash or words such as 不适用 or 无."""
    TEXT = "text"
    """文字: the cell holds other words."""
    AMBIGUOUS = "ambiguous"
    """存疑: several readings satisfy the identities, or none does; the candidates are in the finding."""
    ABSENT = "absent"
    """缺失: the row or column is not in the source at all."""

    @property
    def has_value(self) -> bool:
        """Whether a cell with this status has a value."""
        return self in (Status.READ, Status.REALIGNED, Status.INFERRED)


class Presence(_Name):
    """How much of a table stands in the source (完整程度)."""

    __module__ = "govreport"
    COMPLETE = "complete"
    """完整: every row of the edition is there."""
    PARTIAL = "partial"
    """残缺: some rows of the edition are not there."""
    ABSENT = "absent"
    """缺失: nothing of the table is there."""


class Severity(_Name):
    """How grave a finding is (级别), the least grave first."""

    __module__ = "govreport"
    INFO = "info"
    """提示: what the reading did."""
    WARNING = "warning"
    """注意: something a person should look at."""
    INCONSISTENCY = "inconsistency"
    """不一致: numbers that can be read disagree with each other."""
    ERROR = "error"
    """错误: something the form demands is missing or cannot be read."""
