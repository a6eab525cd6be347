"""Texts being written, in user.db: each save is one small durable write, and nothing is ever lost.

A draft that is dropped or sent stays for `KEPT`, so that a slip of the hand can be undone and a
text that the server refused is still here to be worked on.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from kbdesk.core.drafts import Draft
from kbdesk.store.database import Database
from kbdesk.store.moments import read_moment, write_moment
from kbdesk.store.outbox import MINE, OWNER, new_id

KEPT = timedelta(days=90)  # for what was dropped or sent


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that a draft shows, by the path it will have in the base."""

    path: str
    media_type: str
    sha256: str
    content: bytes


class Drafts:
    """The drafts of whoever this desk is of. What is typed is kept, whoever signed in meanwhile."""

    def __init__(self, user: Database) -> None:
        self._user = user

    def add(self, draft: Draft) -> Draft:
        """Keep a new draft; return it with its id."""
        made = new_id(draft.made)
        with self._user.writing() as connection:
            connection.execute(
                f"""INSERT INTO drafts (id, article, space, path, kind, title, text, base, base_rev,
                    made, saved, comment, gaps, upon, server, person)
                    SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {OWNER}""",
                (
                    made, draft.article, draft.space, draft.path, draft.kind, draft.title,
                    draft.text, draft.base, draft.base_rev, write_moment(draft.made),
                    write_moment(draft.saved), draft.comment, json.dumps(draft.gaps), draft.upon,
                ),
            )  # fmt: skip
        found = self.get(made)
        assert found is not None
        return found

    def save(self, id_: str, text: str, title: str, at: datetime, caret: int | None = None) -> bool:
        """Keep what was typed; return whether there was anything to keep."""
        return self._change(
            """UPDATE drafts SET text = ?2, title = ?3, saved = ?4, caret = ifnull(?5, caret)
                WHERE id = ?1 AND text <> ?2""",
            (id_, text, title, write_moment(at), caret),
        )

    def leave_at(self, id_: str, caret: int) -> bool:
        """Keep where its author was."""
        return self._change("UPDATE drafts SET caret = ? WHERE id = ?", (caret, id_))

    def note(self, id_: str, comment: str) -> bool:
        """Keep what its author says of it to those who decide."""
        return self._change("UPDATE drafts SET comment = ? WHERE id = ?", (comment, id_))

    def stand_on(
        self, id_: str, text: str, base: str | None, base_rev: int, upon: str, at: datetime
    ) -> bool:
        """Make a draft one of another text that is published, or is to be by an operation."""
        return self._change(
            "UPDATE drafts SET text = ?, base = ?, base_rev = ?, upon = ?, saved = ? WHERE id = ?",
            (text, base, base_rev, upon, write_moment(at), id_),
        )

    def place(self, id_: str, article: str, space: str, path: str) -> bool:
        """Say where a new article will stand."""
        return self._change(
            "UPDATE drafts SET article = ?, space = ?, path = ? WHERE id = ?",
            (article, space, path, id_),
        )

    def end(self, id_: str, at: datetime, sent: str = "") -> bool:
        """Put a draft away, dropped or sent as an operation, and let very old ones go."""
        with self._user.writing() as connection:
            connection.execute(
                "DELETE FROM drafts WHERE ended <> '' AND ended < ?", (write_moment(at - KEPT),)
            )
            cursor = connection.execute(
                "UPDATE drafts SET ended = ?, sent = ? WHERE id = ? AND ended = ''",
                (write_moment(at), sent, id_),
            )
        return bool(cursor.rowcount)

    def bring_back(self, id_: str) -> bool:
        """Open a draft again that was put away."""
        return self._change("UPDATE drafts SET ended = '', sent = '' WHERE id = ?", (id_,))

    # look

    def get(self, id_: str) -> Draft | None:
        rows = self._user.reading().rows(f"SELECT * FROM drafts WHERE id = ? AND {MINE}", id_)
        return next((_draft(row) for row in rows), None)

    def of(self, article: str) -> Draft | None:
        """Return the open draft of an article."""
        rows = self._user.reading().rows(
            f"""SELECT * FROM drafts WHERE article = ? AND ended = '' AND {MINE}
                ORDER BY saved DESC""",
            article,
        )
        return next((_draft(row) for row in rows), None)

    def sent_as(self, operation: str) -> Draft | None:
        """Return the draft that became an operation."""
        rows = self._user.reading().rows("SELECT * FROM drafts WHERE sent = ?", operation)
        return next((_draft(row) for row in rows), None) if operation else None

    def all(self) -> list[Draft]:
        """List the open drafts, the last one written first."""
        rows = self._user.reading().rows(
            f"SELECT * FROM drafts WHERE ended = '' AND {MINE} ORDER BY saved DESC, id DESC"
        )
        return [_draft(row) for row in rows]

    # pictures

    def attach(self, id_: str, picture: Picture) -> None:
        """Keep a picture with the draft that shows it."""
        with self._user.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO draft_pictures VALUES (?, ?, ?, ?, ?)",
                (id_, picture.path, picture.media_type, picture.sha256, picture.content),
            )

    def pictures(self, id_: str) -> list[Picture]:
        rows = self._user.reading().rows(
            """SELECT path, media_type, sha256, bytes FROM draft_pictures
                WHERE draft = ? ORDER BY path""",
            id_,
        )
        return [Picture(*row) for row in rows]

    # answers that were read

    def read_marks(self) -> dict[str, str]:
        """Map what of mine was answered to the last answer I have read."""
        rows = self._user.reading().rows("SELECT id, mark FROM answers_read")
        return {row["id"]: row["mark"] for row in rows}

    def mark_read(self, marks: dict[str, str]) -> None:
        with self._user.writing() as connection:
            connection.executemany(
                "INSERT OR REPLACE INTO answers_read VALUES (?, ?)", list(marks.items())
            )

    def _change(self, sql: str, values: tuple[object, ...]) -> bool:
        with self._user.writing() as connection:
            return bool(connection.execute(sql, values).rowcount)


def _draft(row: Any) -> Draft:
    return Draft(
        id=row["id"],
        article=row["article"],
        space=row["space"],
        path=row["path"],
        kind=row["kind"],
        title=row["title"],
        text=row["text"],
        base=row["base"],
        base_rev=row["base_rev"],
        made=read_moment(row["made"]),
        saved=read_moment(row["saved"]),
        comment=row["comment"],
        gaps=tuple(json.loads(row["gaps"])),
        caret=row["caret"],
        upon=row["upon"],
    )
