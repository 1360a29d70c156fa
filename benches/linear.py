"""Does reading take as many instructions for each byte of a large file as for each byte of a small one?

Instructions are counted by valgrind, so that the answer is the same on a busy machine as on an idle one:

    python3 benches/linear.py target/release/govreport

Each kind of input is written in three sizes, each twice as large as the one before. What the second doubling costs must be about
twice what the first one did; the constant costs of starting the program fall out.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

REPORTS = Path(__file__).resolve().parent.parent / "examples" / "reports"
SIZES = (400, 800, 1600)
# The second doubling against the first: 2 where the cost is linear, 4 where it is quadratic.
MOST = 2.4


def report() -> list[str]:
    return (REPORTS / "cangzi_2023_tabs.txt").read_text(encoding="utf-8").splitlines()


def between(lines: list[str], after: str, what: list[str]) -> str:
    """The report with these lines behind the first one that begins so."""
    at = next(number for number, line in enumerate(lines) if line.startswith(after)) + 1
    return "\n".join(lines[:at] + what + lines[at:]) + "\n"


def prose(size: int) -> str:
    sentence = (
        "全年通过门户网站发布信息{}条，答复咨询{}人次，各科室按职责逐项核对了目录。"
    )
    return between(
        report(),
        "一、",
        [sentence.format(number, number * 7) for number in range(size)],
    )


def unknown_rows(size: int) -> str:
    return between(
        report(),
        "行政许可",
        [
            f"其他事项{number}\t{number}\t{number + 1}\t{number * 2}"
            for number in range(size)
        ],
    )


def numbers(size: int) -> str:
    return between(
        report(),
        "一、本年新收",
        [
            "\t".join(str(number + place) for place in range(7))
            for number in range(size)
        ],
    )


def headings(size: int) -> str:
    return between(
        report(), "一、", [f"（{number}）其他工作情况" for number in range(size)]
    )


def commas(size: int) -> str:
    """Numbers with commas that may be rows, and mostly are not."""
    return between(
        report(), "一、", ["规章,1,234", "1,234,567", "2,345,678"] * (size // 3)
    )


def prints(size: int) -> str:
    """A heading of other columns before every row."""
    lines = ["自然人\t占比\t总计", "一、本年新收政府信息公开申请数量\t1\t2\t3"]
    return between(report(), "三、", lines * (size // 2))


def groups(size: int) -> str:
    """Labels of groups, each with a row, under one heading of other columns."""
    rows = ["行政诉讼\t\t\t", "\t未经复议直接起诉\t1\t2"] * (size // 2)
    return between(report(), "四、", ["类别\t\t甲\t乙", *rows])


def damaged(size: int) -> str:
    """A heading with misread and lost characters before every row."""
    heads = "自燃人\t商业企\t科研构\t社会公益组\t法律服务构\t其他\t息计"
    row = "一、本年新收政府信息公开申请数量\t1\t2\t3\t0\t0\t0\t6"
    return between(report(), "三、", [heads, row] * (size // 2))


def words(size: int) -> str:
    """A heading of many words on one line."""
    return between(report(), "三、", [" ".join(["然人 商业 机构"] * size), "总计"])


def page(size: int) -> str:
    rows = "".join(
        f"<tr><td>事项{number}<td>{number}<td>{number + 1}</tr>"
        for number in range(size)
    )
    paragraphs = "".join(f"<p>{line}</p>" for line in report())
    return f"<!DOCTYPE html><html><body><table>{rows}</table>{paragraphs}</body></html>"


def nested(size: int) -> str:
    """Elements left open, as many as there may be, again and again."""
    inner = "<div><font><span>信息</div>" * size
    paragraphs = "".join(f"<p>{line}</p>" for line in report())
    return f"<!DOCTYPE html><html><body>{inner}{paragraphs}</body></html>"


KINDS: list[tuple[str, str, Callable[[int], str]]] = [
    ("paragraphs of prose", "txt", prose),
    ("rows that no one knows, in table one", "txt", unknown_rows),
    ("rows of numbers without label, in table two", "txt", numbers),
    ("lines that could be headings", "txt", headings),
    ("numbers with commas, in prose", "txt", commas),
    ("rows under headings of their own, in table two", "txt", prints),
    ("groups under a heading of others, in table three", "txt", groups),
    ("rows under damaged headings, in table two", "txt", damaged),
    ("a heading of many words on one line", "txt", words),
    ("rows of a table, as a web page", "html", page),
    ("elements left open, as a web page", "html", nested),
]


def instructions(command: Path, file: Path) -> int:
    run = subprocess.run(
        [
            "valgrind",
            "--tool=callgrind",
            "--callgrind-out-file=/dev/null",
            command,
            "json",
            file,
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=True,
    )
    found = re.search(r"Collected : (\d+)", run.stderr)
    if found is None:
        sys.exit(f"valgrind counted nothing:\n{run.stderr}")
    return int(found[1])


def main() -> None:
    command = Path(sys.argv[1])
    failed = False
    print(
        f"{'input':44} {'bytes':>9} {'instructions':>14} {'for a byte':>11} {'growth':>7}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for name, extension, write in KINDS:
            counts = []
            for size in SIZES:
                file = Path(folder) / f"report.{extension}"
                file.write_text(write(size), encoding="utf-8")
                counts.append((file.stat().st_size, instructions(command, file)))
            (small, first), (middle, second), (large, third) = counts
            growth = (
                (third - second)
                / (second - first)
                * (middle - small)
                / (large - middle)
                * 2
            )
            each = (third - second) / (large - middle)
            verdict = "" if growth <= MOST else "  more than linear"
            failed |= growth > MOST
            print(
                f"{name:44} {large:>9} {third:>14} {each:>11.1f} {growth:>7.2f}{verdict}"
            )
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
