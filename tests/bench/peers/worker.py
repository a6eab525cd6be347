"""The life of a measured engine: built from documents on stdin, then asked line by line.

Every engine, ours too, stands behind this same loop in its own process, and is timed inside it, so
that nothing but the search is measured. It may run under any Python from 3.9: standard library
only, nothing of kbdesk.

    probe                print the version, or exit 3 with the reason why it cannot run
    build FOLDER         JSON lines {"id", "title", "text"} in; {"seconds", "documents"} out
    answer FOLDER        JSON lines {"text", "typing", "every"} in; {"ms", "ids"} out
"""

import json
import sys
import time
import unicodedata
from typing import Any, Dict, Iterable, Iterator, List, Protocol  # noqa: UP035  # for Python 3.9

Document = Dict[str, str]  # noqa: UP006  # as above
LIMIT = 12  # rows: what the window asks for first


class Searcher(Protocol):
    """An index opened for reading."""

    def search(self, text: str, *, typing: bool, every: bool) -> List[str]:  # noqa: UP006  # as above
        """Return the best `LIMIT` ids; `typing` reads the last word as a beginning of one, `every`
        wants all words instead of any.
        """


class Kind(Protocol):
    """An engine as a module: how its index is made and opened."""

    def version(self) -> str: ...
    def build(self, folder: str, documents: Iterable[Document]) -> int: ...
    def open_index(self, folder: str) -> Searcher: ...


def main(engine: Kind) -> None:
    """Do what the command line asks of one engine."""
    verb, *folder = sys.argv[1:]
    if verb == "probe":
        _probe(engine)
    elif verb == "build":
        _build(engine, folder[0])
    elif verb == "answer":
        _answer(engine.open_index(folder[0]))
    else:
        sys.exit(2)


def folded(text: str) -> str:
    """Lower case without accents, for engines that do not fold by themselves."""
    return "".join(
        c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c)
    )


def _probe(engine: Kind) -> None:
    try:
        print(engine.version())
    except ImportError as error:
        print(error)
        sys.exit(3)


def _build(engine: Kind, folder: str) -> None:
    start = time.perf_counter()
    count = engine.build(folder, _documents())
    print(json.dumps({"seconds": time.perf_counter() - start, "documents": count}))


def _documents() -> Iterator[Document]:
    for line in sys.stdin:
        yield json.loads(line)


def _answer(searcher: Searcher) -> None:
    for line in sys.stdin:
        asked: Dict[str, Any] = json.loads(line)  # noqa: UP006  # as above
        start = time.perf_counter()
        ids = searcher.search(asked["text"], typing=asked["typing"], every=asked["every"])
        spent = (time.perf_counter() - start) * 1000
        print(json.dumps({"ms": spent, "ids": ids}), flush=True)
