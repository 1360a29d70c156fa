"""Chromium: prints a page, and gives the text that a person would copy. One browser does all pages."""

from __future__ import annotations

import base64
import json
import subprocess
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..way import Batch, Job, Program, Way

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
    "--remote-allow-origins=*",
)
SELECTION = "(() => { getSelection().selectAllChildren(document.body); return getSelection().toString() })()"


class _Page:
    """A page of the browser, spoken to through its DevTools."""

    def __init__(self, address: str) -> None:
        import websocket

        self.socket: Any = websocket.create_connection(address, timeout=120, max_size=None)
        self.number = 0

    def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(str(answer["error"].get("message")))
                return dict(answer["result"])

    def open(self, file: Path) -> None:
        self.ask("Page.navigate", url=file.resolve().as_uri())
        for _ in range(400):
            state = self.value("document.readyState + location.href")
            if state == "complete" + file.resolve().as_uri():
                return
            time.sleep(0.02)
        raise RuntimeError("the page is not loaded after 8 seconds")

    def value(self, expression: str) -> str:
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        return str(answer["result"].get("value", ""))

    def print(self) -> bytes:
        return base64.b64decode(str(self.ask("Page.printToPDF", printBackground=True)["data"]))


def _address(profile: Path, browser: subprocess.Popen[bytes]) -> str:
    import urllib.request

    port = profile / "DevToolsActivePort"
    for _ in range(600):
        if browser.poll() is not None:
            raise RuntimeError(f"chromium ended with {browser.returncode}")
        if port.exists() and len(port.read_text().splitlines()) > 1:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{port.read_text().splitlines()[0]}/json"
            ) as answer:
                pages = json.load(answer)
            found = [page["webSocketDebuggerUrl"] for page in pages if page["type"] == "page"]
            if found:
                return str(found[0])
        time.sleep(0.1)
    raise RuntimeError("chromium does not answer after a minute")


def _convert(what: str, jobs: Sequence[Job]) -> Iterator[tuple[Job, str | None]]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        profile = Path(folder)
        words = ["chromium", *OPTIONS, f"--user-data-dir={profile}", "about:blank"]
        browser = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            page = _Page(_address(profile, browser))
            for job in jobs:
                try:
                    page.open(job.source)
                    made = page.print() if what == "print" else page.value(what).encode()
                    job.target.write_bytes(made)
                    yield job, None
                except (RuntimeError, OSError) as error:
                    yield job, str(error)
        finally:
            browser.terminate()
            browser.wait(timeout=30)


def ways() -> list[Way]:
    """Give all of them."""
    kinds = (
        ("pdf", "html", "pdf", "print", "print to PDF"),
        ("text", "html", "txt", "document.body.innerText", "`innerText`"),
        ("copied", "html", "txt", SELECTION, "select all, copy"),
        ("sheet-text", "libreoffice-xlsx-html", "txt", "document.body.innerText", "`innerText`"),
    )
    return [
        Way(
            name=f"chromium-{name}",
            tool="Chromium",
            need=Program("chromium"),
            takes=takes,
            gives=gives,
            said=said,
            how=Batch(partial(_convert, what)),
        )
        for name, takes, gives, what, said in kinds
    ]
