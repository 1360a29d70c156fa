"""What a report can be read from, and the errors."""

from __future__ import annotations

import errno
import io
import pickle
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import govreport as gr
import sample

BYTES = sample.TEXT.encode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Write the sample report into a file."""
    path = tmp_path / "青禾县2023.txt"
    path.write_bytes(BYTES)
    return path


def test_every_source_gives_the_same_report(file: Path, report: gr.Report) -> None:
    assert gr.read(file) == report
    assert gr.read(str(file)) == report
    for source in (BYTES, bytearray(BYTES), memoryview(BYTES), memoryview(b"x" + BYTES)[1:]):
        assert gr.read(source) == report
    with file.open("rb") as binary, file.open(encoding="utf-8", newline="") as text:
        assert gr.read(binary) == report
        assert gr.read(text) == report
    assert gr.read(io.BytesIO(BYTES)) == report
    assert gr.read(io.StringIO(sample.TEXT)) == report


def test_encodings(report: gr.Report) -> None:
    for encoding in ("gb18030", "utf-16", "utf-8-sig"):
        again = gr.read(sample.TEXT.encode(encoding))
        assert [cell.value for cell in again.cells] == [cell.value for cell in report.cells], encoding


def test_a_file_is_read_from_where_it_stands(report: gr.Report) -> None:
    stream = io.BytesIO(b"\xff\xfe" + BYTES)
    stream.seek(2)
    assert gr.read(stream) == report


def test_a_stream_may_give_little_at_a_time(report: gr.Report) -> None:
    class Slow(io.RawIOBase):
        def __init__(self) -> None:
            self.left = io.BytesIO(BYTES)

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            chunk = self.left.read(min(len(buffer), 100))
            buffer[: len(chunk)] = chunk
            return len(chunk)

    assert gr.read(Slow()) == report


def test_an_endless_stream_is_cut_at_the_limit() -> None:
    class Endless:
        taken = 0

        def read(self, size: int = -1, /) -> bytes:
            self.taken += size
            return b"\n" * size

    stream = Endless()
    with pytest.raises(gr.LimitExceededError):
        gr.read(stream, max_bytes=1000)
    assert stream.taken == 1001


@pytest.mark.parametrize("source", [None, 5, ["a"], object()])
def test_wrong_kinds_of_source(source: object) -> None:
    with pytest.raises(TypeError, match=type(source).__name__):
        gr.read(source)  # type: ignore[arg-type]


def test_a_stream_of_something_else() -> None:
    class Wrong:
        def read(self, size: int) -> int:
            return size

    with pytest.raises(TypeError, match="neither bytes nor str but int"):
        gr.read(Wrong())  # type: ignore[arg-type]


def test_errors_of_the_stream_come_through() -> None:
    class Broken:
        def read(self, _size: int = -1, /) -> bytes:
            raise ConnectionResetError(errno.ECONNRESET, "gone")

    with pytest.raises(ConnectionResetError):
        gr.read(Broken())


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        gr.read(tmp_path / "none.txt")
    assert caught.value.errno == errno.ENOENT
    assert caught.value.filename == tmp_path / "none.txt"
    with pytest.raises(IsADirectoryError):
        gr.read(str(tmp_path))
    with pytest.raises((ValueError, OSError), match=r"(?i)nul"):
        gr.read("a\0b")


@pytest.mark.parametrize("text", ["", " \n\t", "这里只有一句与年报无关的话。"])
def test_no_report(text: str) -> None:
    with pytest.raises(gr.NotAReportError):
        gr.read(text.encode())
    with pytest.raises(gr.NotAReportError) as caught:
        gr.parse(text)
    assert isinstance(caught.value, gr.GovReportError)
    assert isinstance(caught.value, ValueError)
    assert type(pickle.loads(pickle.dumps(caught.value))) is gr.NotAReportError


def test_binary_rubbish_is_unreadable_or_no_report() -> None:
    rubbish = bytes(range(256)) * 64
    with pytest.raises((gr.UnreadableError, gr.NotAReportError)):
        gr.read(rubbish)


def test_limit(file: Path) -> None:
    assert gr.read(file, max_bytes=len(BYTES)).year == 2023
    for source in (file, BYTES, io.BytesIO(BYTES), io.StringIO(sample.TEXT)):
        with pytest.raises(gr.LimitExceededError):
            gr.read(source, max_bytes=len(BYTES) - 1)


@pytest.mark.parametrize("limit", ["max_unpacked_bytes", "max_pages", "max_cells", "max_nesting", "max_time"])
def test_every_limit_has_its_option(file: Path, limit: str) -> None:
    assert gr.read(file, **{limit: 1000}).year == 2023  # type: ignore[arg-type]
    with pytest.raises((ValueError, OverflowError)):
        gr.read(file, **{limit: -1})  # type: ignore[arg-type]


def test_the_text_that_a_reader_saw(file: Path, report: gr.Report) -> None:
    for source in (file, BYTES, io.BytesIO(BYTES), io.StringIO(sample.TEXT)):
        lines = gr.text(source).splitlines()
        assert any(
            line.split()[:1] == [str(report.requests.span[0])] for line in lines if report.requests.span
        )
    with pytest.raises(gr.NotAReportError):
        gr.text(b"")


def test_a_page_in_an_encoding_that_its_header_names() -> None:
    page = f"<html><body><pre>{sample.TEXT}</pre></body></html>"
    assert gr.read(page.encode("gbk"), charset="gb2312").year == 2023
    assert gr.parse(page).format == "html"


FORMATS = Path(__file__).parents[2] / "examples" / "formats"


@pytest.mark.parametrize(
    "name",
    [
        "plain.html",
        "gbk.html",
        "site.html",
        "word.docx",
        "word.doc",
        "sheets.xlsx",
        "sheets.xls",
        "ruled.pdf",
    ],
)
def test_every_format_gives_the_same_cells_from_path_bytes_and_file(name: str) -> None:
    path = FORMATS / name
    report = gr.read(path)
    expected = {
        (cell.table, cell.row, cell.column): (cell.value, cell.status)
        for cell in gr.read(FORMATS / "tabs.txt").cells
    }
    assert {
        (cell.table, cell.row, cell.column): (cell.value, cell.status) for cell in report.cells
    } == expected
    assert report.format == path.suffix[1:]
    assert all(cell.grid is not None for cell in report.cells)
    assert all((cell.box is not None) == (report.format == "pdf") for cell in report.cells)
    assert gr.read(path.read_bytes()) == report
    with path.open("rb") as file:
        assert gr.read(file) == report


def test_a_misleading_name_is_noted(tmp_path: Path) -> None:
    misnamed = tmp_path / "report.doc"
    misnamed.write_bytes((FORMATS / "plain.html").read_bytes())
    with misnamed.open("rb") as file:
        reports = [gr.read(misnamed), gr.read(file)]
    for report in reports:
        assert report.format == "html"
        assert "GR006" in [finding.code for finding in report.findings]


def test_metadata_of_a_page() -> None:
    metadata = gr.read(FORMATS / "site.html").metadata
    assert metadata.index_number is not None
    origin = metadata.origin("index_number")
    assert origin is not None
    assert origin.kind == "page_metadata"
    with pytest.raises(KeyError, match="the parts are: name"):
        metadata.origin("colour")  # type: ignore[arg-type]


def test_words_with_their_places(file: Path) -> None:
    words = [
        (cell, (100 * column, 20 * line, 100 * column + 90, 20 * line + 14))
        for line, text in enumerate(sample.TEXT.splitlines())
        for column, cell in enumerate(text.split("\t"))
        if cell
    ]
    report = gr.read_words([{"width": 2000, "height": 3000, "words": words}])
    assert (report.year, report.issuer, report.format) == (2023, gr.read(file).issuer, "words")
    with pytest.raises(gr.NotAReportError):
        gr.read_words([])
    with pytest.raises((TypeError, KeyError)):
        gr.read_words([{"width": 1}])  # type: ignore[typeddict-item]


def test_threads_read_side_by_side(report: gr.Report) -> None:
    with ThreadPoolExecutor(4) as pool:
        assert all(found == report for found in pool.map(gr.parse, [sample.TEXT] * 64))


def test_the_lock_is_released_while_reading() -> None:
    """The main thread goes on while another one parses: with the lock held it could not take one step."""
    for megabytes in (1, 8, 32):
        line = "本县各单位按季度检查栏目更新情况。\n"
        text = sample.TEXT + line * (megabytes * 1_000_000 // len(line.encode()))
        times: list[float] = []

        def work(text: str = text, times: list[float] = times) -> None:
            times.append(time.perf_counter())
            gr.parse(text)
            times.append(time.perf_counter())

        worker = threading.Thread(target=work)
        steps = []
        worker.start()
        while worker.is_alive():
            steps.append(time.perf_counter())
            time.sleep(0.001)
        worker.join()
        start, end = times
        if end - start > 0.05:
            margin = (end - start) / 10
            assert len([step for step in steps if start + margin < step < end - margin]) >= 3
            return
    pytest.skip("parsing is too fast here to be watched")


def test_import_needs_nothing_else() -> None:
    code = "import sys, govreport; assert 'pandas' not in sys.modules and 'numpy' not in sys.modules"
    subprocess.run([sys.executable, "-I", "-c", code], check=True)  # noqa: S603
