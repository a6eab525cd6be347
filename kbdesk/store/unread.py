"""Articles whose text is newer than what was read from it, and the reading of them, in blocks.

Texts come in faster than they can be parsed, so they are kept first and read afterwards, a block
at a time; each block moves `seq`, and the index can follow it. The parser is handed in: the store
knows no Markdown. A text that cannot be read never stops the others: it is shown as plain text
under its id, and named by `status` and the doctor.
"""

import json
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kbdesk.core.articles import MANUAL, Article, Passage
from kbdesk.store.article_writing import begin, clear_parts, finish, write_parts
from kbdesk.store.database import Database
from kbdesk.store.driver import Connection

BLOCK = 200  # texts in memory at once

Parse = Callable[[str, str, str], Article]  # text, path, shelf of one that names none


@dataclass(frozen=True, slots=True)
class Text:
    """An article as it came."""

    rid: int
    id: str
    space: str
    path: str
    body: str
    sha256: bytes


@dataclass(frozen=True, slots=True)
class Read:
    """What became of a text; `why` says what could not be read of it."""

    text: Text
    article: Article
    why: str = ""


_TEXTS = """SELECT e.rid, e.id, e.space, e.path, e.body, e.sha256
    FROM unread JOIN entities e USING (rid)"""


class Unread:
    """The reading that is still to be done."""

    def __init__(self, kb: Database) -> None:
        self._kb = kb

    def count(self) -> int:
        return int(self._kb.reading().value("SELECT count(*) FROM unread"))

    def block(self, size: int = BLOCK) -> list[Text]:
        """Return the next texts to be read."""
        rows = self._kb.reading().rows(f"{_TEXTS} ORDER BY unread.rid LIMIT ?", size)
        return [Text(*row) for row in rows]

    def text(self, rid: int) -> Text | None:
        """Return the text of a row that has not been read yet, None when it has."""
        row = self._kb.reading().execute(f"{_TEXTS} WHERE unread.rid = ?", (rid,)).fetchone()
        return None if row is None else Text(*row)

    def keep(self, found: Sequence[Read]) -> int:
        """Write what was read, in one transaction; return how many articles that were.

        A text that has changed meanwhile stays unread: the next block brings it again.
        """
        with self._kb.writing(durable=True) as connection:
            current = _current(connection, [one.text.rid for one in found])
            sound = [one for one in found if current.get(one.text.rid) == one.text.sha256]
            if sound:
                _write(connection, sound)
        return len(sound)

    def faults(self) -> list[tuple[str, str]]:
        """List (id, why) of what could not be read."""
        rows = self._kb.reading().rows("SELECT id, why FROM unreadable ORDER BY kind, id")
        return [(row["id"], row["why"]) for row in rows]


def read_text(text: Text, parse: Parse) -> Read:
    """Read one text; whatever is wrong with it, something comes of it that can be shown."""
    try:
        article = parse(text.body, text.path, text.space)
    except Exception as error:  # noqa: BLE001  # even a bug of the parser must not stop the others
        return Read(text, _plainly(text), str(error) or type(error).__name__)
    shelf = text.space if article.space == MANUAL else article.space
    return Read(text, replace(article, id=text.id, path=text.path, source=text.body, space=shelf))


def _plainly(text: Text) -> Article:
    """Show a text that is no article of ours: its id, and every letter as it stands."""
    fence = "`" * max(3, 1 + max((len(run) for run in _backticks(text.body)), default=0))
    return Article(
        id=text.id,
        path=text.path,
        source=text.body,
        title=text.id,
        body=f"{fence}\n{text.body.rstrip()}\n{fence}\n",
        space=text.space,
        passages=(Passage("", "", 0, text.body, internal=True),),
    )


def _backticks(text: str) -> Iterator[str]:
    run = ""
    for letter in f"{text} ":
        if letter == "`":
            run += letter
        elif run:
            yield run
            run = ""


def _current(connection: Connection, rids: Sequence[int]) -> Mapping[int, bytes]:
    rows = connection.rows(
        """SELECT rid, sha256 FROM entities JOIN unread USING (rid)
            WHERE rid IN (SELECT value FROM json_each(?))""",
        json.dumps(list(rids)),
    )
    return {row["rid"]: row["sha256"] for row in rows}


def _write(connection: Connection, found: Sequence[Read]) -> None:
    seq = begin(connection)
    rids = [one.text.rid for one in found]
    clear_parts(connection, rids)
    write_parts(connection, [(one.text.rid, one.article) for one in found])
    listed = json.dumps(rids)
    within = "IN (SELECT value FROM json_each(?))"
    connection.execute(
        f"UPDATE entities SET seq = ?, touched = ? WHERE rid {within}", (seq, seq, listed)
    )
    finish(connection, seq)
    connection.execute(f"DELETE FROM unread WHERE rid {within}", (listed,))
    _note_faults(connection, found)


def _note_faults(connection: Connection, found: Sequence[Read]) -> None:
    connection.executemany(
        "DELETE FROM unreadable WHERE kind = 'article' AND id = ?", [(r.text.id,) for r in found]
    )
    connection.executemany(
        "INSERT INTO unreadable VALUES ('article', ?, ?)",
        [(one.text.id, one.why) for one in found if one.why],
    )


class PathIds(Mapping[str, str]):
    """The paths of the base and the ids that go by them, looked up as they are asked for."""

    def __init__(self, kb: Database) -> None:
        self._kb = kb
        self._known: dict[str, str | None] = {}

    def __getitem__(self, path: str) -> str:
        if path not in self._known:
            self._known[path] = self._kb.reading().value(
                "SELECT id FROM entities WHERE path IN (?, ?) AND kind = 'article' LIMIT 1",
                path,
                unicodedata.normalize("NFD", path),  # as files of macOS may be named
            )
        found = self._known[path]
        if found is None:
            raise KeyError(path)
        return found

    def __iter__(self) -> Iterator[str]:
        rows = self._kb.reading().rows("SELECT path FROM entities WHERE kind = 'article'")
        return iter([row["path"] for row in rows])

    def __len__(self) -> int:
        return len(list(iter(self)))
