"""Xapian with its French stemmer and BM25; it folds no accents, so text and query come folded."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.bench.peers import worker

TITLE_WEIGHT = 6
BATCH = 20_000  # documents between two flushes: the default of 10,000 builds more slowly


def version() -> str:
    import xapian  # late: it may be absent, which `probe` then says

    return f"Xapian {xapian.version_string()}"


def build(folder: str, documents: Iterable[worker.Document]) -> int:
    import xapian  # late: as above

    database = xapian.WritableDatabase(str(Path(folder) / "xapian"), xapian.DB_CREATE_OR_OVERWRITE)
    terms = xapian.TermGenerator()
    terms.set_stemmer(xapian.Stem("french"))
    count = 0
    for count, document in enumerate(documents, 1):
        database.add_document(_page(xapian, terms, document))
        if count % BATCH == 0:
            database.commit()
    database.close()
    return count


def _page(xapian: Any, terms: Any, document: worker.Document) -> Any:
    page = xapian.Document()
    terms.set_document(page)
    terms.index_text(worker.folded(document["title"]), TITLE_WEIGHT)
    terms.increase_termpos()
    terms.index_text(worker.folded(document["text"]))
    page.set_data(document["id"] + "\n" + document["title"])
    return page


class Index:
    """The database, opened for reading; words are any or all, nothing typed is an operator."""

    def __init__(self, folder: str) -> None:
        import xapian  # late: as above

        self._xapian = xapian
        self._database = xapian.Database(str(Path(folder) / "xapian"))
        self._parser = xapian.QueryParser()
        self._parser.set_stemmer(xapian.Stem("french"))
        self._parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
        self._parser.set_database(self._database)

    def search(self, text: str, *, typing: bool, every: bool) -> list[str]:
        kind = self._xapian.Query
        self._parser.set_default_op(kind.OP_AND if every else kind.OP_OR)
        flags = self._xapian.QueryParser.FLAG_PARTIAL if typing else 0
        enquire = self._xapian.Enquire(self._database)
        enquire.set_query(self._parser.parse_query(worker.folded(text), flags))
        found = enquire.get_mset(0, worker.LIMIT)
        return [match.document.get_data().decode().split("\n")[0] for match in found]


def open_index(folder: str) -> Index:
    return Index(folder)


if __name__ == "__main__":
    worker.main(sys.modules[__name__])
