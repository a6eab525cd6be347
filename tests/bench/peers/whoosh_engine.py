"""Whoosh-Reloaded, the pure Python engine, with its French analyser and BM25F."""

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.bench.peers import worker

TITLE_WEIGHT = 6.0
FIELDS = ("title", "text")


def version() -> str:
    import whoosh  # late: it may be absent, which `probe` then says

    return "Whoosh " + ".".join(str(part) for part in whoosh.__version__)


def build(folder: str, documents: Iterable[worker.Document]) -> int:
    import whoosh.index  # late: as above

    place = Path(folder) / "whoosh"
    place.mkdir(parents=True, exist_ok=True)
    writer = whoosh.index.create_in(str(place), _schema()).writer(limitmb=512)
    count = 0
    for document in documents:
        count += 1
        fields = {name: worker.folded(document[name]) for name in FIELDS}
        writer.add_document(id=document["id"], _stored_title=document["title"], **fields)
    writer.commit()
    return count


def _schema() -> Any:
    from whoosh import fields  # late: as above

    french = _french()
    return fields.Schema(
        id=fields.ID(stored=True),
        title=fields.TEXT(analyzer=french, field_boost=TITLE_WEIGHT, stored=True),
        text=fields.TEXT(analyzer=french),
    )


def _french() -> Any:
    from whoosh.analysis import LanguageAnalyzer  # late: as above

    return LanguageAnalyzer("fr")


class Index:
    """The index, opened for reading; queries are built by hand, so nothing typed is an operator."""

    def __init__(self, folder: str) -> None:
        import whoosh.index  # late: as above

        self._searcher = whoosh.index.open_dir(str(Path(folder) / "whoosh")).searcher()
        self._analyse = _french()

    def search(self, text: str, *, typing: bool, every: bool) -> list[str]:
        from whoosh import query  # late: as above

        *done, last = re.findall(r"\w+", worker.folded(text)) or [""]
        parts = [query.Or([query.Term(f, w) for f in FIELDS]) for w in self._stems(" ".join(done))]
        if typing and last:
            parts.append(query.Or([query.Prefix(f, last) for f in FIELDS]))
        else:
            parts += [query.Or([query.Term(f, w) for f in FIELDS]) for w in self._stems(last)]
        asked = query.And(parts) if every else query.Or(parts)
        return [hit["id"] for hit in self._searcher.search(asked, limit=worker.LIMIT)]

    def _stems(self, text: str) -> list[str]:
        return [token.text for token in self._analyse(text, mode="query")]


def open_index(folder: str) -> Index:
    return Index(folder)


if __name__ == "__main__":
    worker.main(sys.modules[__name__])
