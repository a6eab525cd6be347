"""What the copy holds of something, for whoever wants to publish a change of it."""

from dataclasses import dataclass

from kbdesk.core.articles import MANUAL
from kbdesk.store.database import Database
from sync.protocol.digests import row_sha256
from sync.protocol.texts import text_sha256


@dataclass(frozen=True, slots=True)
class Home:
    """Where something lives on the server, in which revision, and the hash of its text."""

    space: str
    rev: int
    sha256: bytes


class Published:
    """Looks into the copy; spaces and rights are asked for once."""

    def __init__(self, kb: Database) -> None:
        self._kb = kb
        self._rights: dict[str, bool] | None = None

    def home(self, kind: str, id_: str) -> Home | None:
        """Return what is here of something; a page of the manual is nobody's but ours."""
        row = (
            self._kb.reading()
            .execute(
                "SELECT space, rev, sha256 FROM entities WHERE kind = ? AND id = ? AND space <> ?",
                (kind, id_, MANUAL),
            )
            .fetchone()
        )
        return None if row is None else Home(*row)

    def text_sha256(self, kind: str, id_: str) -> str:
        """Hash what is here of something, as whoever changes it tells what they have seen."""
        found = self._kb.reading().value(
            "SELECT body FROM entities WHERE kind = ? AND id = ?", kind, id_
        )
        return text_sha256(found)

    def is_same(self, home: Home, space: str, kind: str, id_: str, path: str, text: str) -> bool:
        return home.sha256 == row_sha256(kind, id_, space, path, text)

    def spaces(self) -> dict[str, bool]:
        """Map the server's spaces to whether this person may write there."""
        if self._rights is None:
            rows = self._kb.reading().rows("SELECT space, may_write FROM spaces")
            self._rights = {row["space"]: bool(row["may_write"]) for row in rows}
        return self._rights

    def writable(self) -> list[str]:
        """List the shelves in which this person may write."""
        return [space for space, may in self.spaces().items() if may and space[:1] not in "~+"]
