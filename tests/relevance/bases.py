"""The bases the judged questions are put to, kept ready under build/relevance/.

The real base goes through import, store and index as it does for a user. The small ones are lists
of questions and answers that go straight into an index. An index made by other code is made anew.
"""

import hashlib
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import kbdesk.search
from kbdesk.core.documents import IndexDocument
from kbdesk.paths import Profile
from kbdesk.search.index import SearchIndex
from kbdesk.search.searcher import Engine
from kbdesk.search.synonyms import Synonyms
from kbdesk.services.base_files import import_base
from kbdesk.services.workspace import Workspace
from tests.relevance.judged import FOLDER, JudgedSet
from tests.support.shared_data import CHECKOUT, SHARED

CACHE = CHECKOUT / "build" / "relevance"
REAL = SHARED / "data" / "service-public"
TODAY = date(2026, 11, 22)
LOOKED_AT = 50  # more than ten, since two articles may count as one


class Asked:
    """A base that answers with ids as the judges wrote them."""

    def __init__(self, engine: Engine, ids: dict[int, str]) -> None:
        self._engine = engine
        self._ids = ids

    def answer(self, text: str) -> list[str]:
        ranking = self._engine.search(text, limit=LOOKED_AT, today=TODAY)
        return [self._ids[rid].rpartition("/")[2] for rid, _ in ranking.rows]


@contextmanager
def opened(judged: JudgedSet) -> Iterator[Asked]:
    """Open the base of a set, made or mended first where that is needed."""
    folder = CACHE / judged.base
    _drop_what_other_code_made(folder)
    if judged.base == REAL.name:
        with Workspace(Profile(folder)) as workspace:
            if not workspace.articles.count():
                import_base(workspace, REAL)
            workspace.catch_up()
            rids = {workspace.articles.rid(id_): id_ for id_ in workspace.articles.ids()}
            yield Asked(workspace.engine, {rid: id_ for rid, id_ in rids.items() if rid})
    else:
        shelf = _Shelf(FOLDER / judged.base / "docs.jsonl", judged.lang)
        index = SearchIndex(folder / "index")
        index.catch_up(shelf)
        yield Asked(Engine(index, Synonyms()), {doc.rid: doc.id for doc in shelf.documents})
        index.close()


class _Shelf:
    """A source for the index, read from a file of questions and answers."""

    def __init__(self, file: Path, lang: str) -> None:
        rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        self.documents = [
            IndexDocument(
                n, row["id"], row["title"], lead=row["body"], body=(row["body"],), lang=lang
            )
            for n, row in enumerate(rows, start=1)
        ]

    def head(self) -> tuple[str, int]:
        return "judged", 1

    def changed_count(self, seq: int) -> int:
        return 0 if seq else len(self.documents)

    def changed_since(self, seq: int) -> Iterator[IndexDocument]:
        yield from [] if seq else self.documents

    def removed_since(self, seq: int) -> Iterator[int]:
        yield from ()


def _drop_what_other_code_made(folder: Path) -> None:
    """Forget an index written by another state of the search package."""
    made_by = folder / "made-by"
    files = sorted(Path(kbdesk.search.__path__[0]).glob("*.py"))
    code = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    if not made_by.is_file() or made_by.read_text("ascii") != code:
        shutil.rmtree(folder / "index", ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        made_by.write_text(code, "ascii")
