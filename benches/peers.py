"""A peer of `make formats-bench`: reads files its own way, as often as it is asked to.

usage: peers.py lxml|docx FILE…

Prints its name and version; then, for each line it is given, reads all files once and prints the seconds that took.
"""

import io
import pathlib
import sys
import time
from importlib.metadata import version


def main() -> None:
    peer, *paths = sys.argv[1:]
    files = [pathlib.Path(path).read_bytes() for path in paths]
    if peer == "lxml":
        import lxml.html

        print("lxml.html.fromstring, lxml", version("lxml"), flush=True)
        read = lxml.html.fromstring
    else:
        import docx

        print("docx.Document, python-docx", version("python-docx"), flush=True)

        def read(content: bytes) -> object:
            return docx.Document(io.BytesIO(content))

    for _ in sys.stdin:
        start = time.perf_counter()
        for content in files:
            read(content)
        print(time.perf_counter() - start, flush=True)


if __name__ == "__main__":
    main()
