"""The pictures and files that articles show, kept whole in the base nothing comes from afar."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kbdesk.store.database import Database


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the base; `path` counts from its root, with "/" between folders."""

    path: str
    media_type: str
    content: bytes


class Assets:
    """Files by path; a write of the same bytes writes nothing."""

    def __init__(self, kb: Database) -> None:
        self._kb = kb

    def put(self, path: str, media_type: str, content: bytes) -> bool:
        """Keep a file; return whether it is another one than was here."""
        return self.put_all([Asset(path, media_type, content)]) == 1

    def put_all(self, assets: Iterable[Asset]) -> int:
        """Keep files in one transaction; return how many were new or changed."""
        with self._kb.writing() as connection:
            return sum(
                connection.execute(
                    """INSERT INTO assets VALUES (?1, ?2, ?3, ?4)
                        ON CONFLICT (path) DO UPDATE SET media_type = ?2, sha256 = ?3, bytes = ?4
                        WHERE sha256 <> ?3 OR media_type <> ?2""",
                    (asset.path, asset.media_type, _sha256(asset), asset.content),
                ).rowcount
                for asset in assets
            )

    def get(self, path: str) -> Asset | None:
        row = (
            self._kb.reading()
            .execute("SELECT path, media_type, bytes FROM assets WHERE path = ?", (path,))
            .fetchone()
        )
        return None if row is None else Asset(row["path"], row["media_type"], row["bytes"])

    def sizes(self, paths: Iterable[str]) -> dict[str, int]:
        """Map those of the paths whose file is here to its size in bytes."""
        rows = self._kb.reading().rows(
            """SELECT path, length(bytes) AS size FROM assets
                WHERE path IN (SELECT value FROM json_each(?))""",
            json.dumps(list(paths)),
        )
        return {row["path"]: row["size"] for row in rows}

    def paths(self) -> set[str]:
        return {row["path"] for row in self._kb.reading().rows("SELECT path FROM assets")}

    def all(self) -> Iterator[Asset]:
        """Give every file, by path, one at a time."""
        with self._kb.snapshot() as reader:
            for row in reader.rows("SELECT path, media_type, bytes FROM assets ORDER BY path"):
                yield Asset(row["path"], row["media_type"], row["bytes"])

    def remove(self, paths: Iterable[str]) -> int:
        with self._kb.writing() as connection:
            return sum(
                connection.execute("DELETE FROM assets WHERE path = ?", (path,)).rowcount
                for path in paths
            )


def _sha256(asset: Asset) -> bytes:
    import hashlib  # late: it brings OpenSSL, 3 MB that a desk at rest does without

    return hashlib.sha256(asset.content).digest()
