"""Downloads: known by their hash, gone on with where they were cut, believed when they fit.

A part is kept under the hash of the whole and goes on only if the server says by a strong ETag that
the file is still that one; before any byte of it is written, so that a portal's page cannot spoil
what is here. The hash is taken while the bytes pass, over what was here before as well, so that
nothing is read twice; nobody gets to see the file before it fits.
"""

import hashlib
import re
from pathlib import Path
from typing import BinaryIO, Self

from sync.client.http_answers import Collected, prove
from sync.client.http_exchange import Answer, Exchange, Request, Taker
from sync.client.ports import Damaged, NoRoom
from sync.protocol import codec, versions

_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+)$")


class Downloads:
    """The folder where files come to."""

    def __init__(self, exchange: Exchange, folder: Path) -> None:
        self._exchange = exchange
        self._folder = folder

    def fetch(self, path: str, sha256: str) -> Path:
        """Return the file of that hash, downloading what is missing of it."""
        whole, part = self._folder / sha256, self._folder / f"{sha256}.part"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if whole.exists() and _hash_of(whole).hexdigest() == sha256:
                return whole
            found = self._download(path, sha256, part)
            if found is None:  # what is here is longer than the file: not a part of it
                part.unlink(missing_ok=True)
                found = self._download(path, sha256, part)
            if found != sha256:
                part.unlink(missing_ok=True)
                raise Damaged("A download does not fit its hash. It will be fetched again.")
            part.replace(whole)  # not waited for on the disk: whoever finds it hashes it again
            return whole
        except OSError as error:
            raise NoRoom(f"A download cannot be written: {error.strerror}.") from error

    def _download(self, path: str, sha256: str, part: Path) -> str | None:
        """Return the hash of what is here now, None if the server has nothing after what was."""
        have = part.stat().st_size if part.exists() else 0
        headers = {"Accept-Encoding": "identity", codec.PROTOCOL: versions.header()}
        if have:
            headers |= {"Range": f"bytes={have}-", "If-Range": f'"{sha256}"'}
        with _Part(part, sha256, have) as taker:
            answer = self._exchange.ask(Request("GET", path, headers), taker)
        if answer.status == 416:
            return None
        if answer.status not in {200, 206}:
            prove(answer, taker.refusal.plain(answer.headers))
            raise Damaged("The server did not send the file.")
        return taker.hash.hexdigest()


class _Part(Taker):
    """Writes to the part of a file, once the answer has shown that it fits."""

    def __init__(self, path: Path, sha256: str, have: int) -> None:
        self.refusal = Collected()
        self.hash = hashlib.sha256()
        self._path = path
        self._sha256 = sha256
        self._have = have
        self._file: BinaryIO | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def begin(self, answer: Answer) -> None:
        if answer.status not in {200, 206}:
            return
        if answer.headers.get("ETag") != f'"{self._sha256}"':
            raise Damaged("Something else came than the file that was asked for.")
        if answer.status == 206:
            stated = _RANGE.match(answer.headers.get("Content-Range", ""))
            if stated is None or int(stated[1]) != self._have:
                raise Damaged("Another part of the file came than the one asked for.")
        if answer.status == 206:
            self.hash = _hash_of(self._path)
        self._file = self._path.open("ab" if answer.status == 206 else "wb")

    def take(self, piece: bytes) -> None:
        if self._file is None:
            self.refusal.take(piece)
        else:
            self._file.write(piece)
            self.hash.update(piece)


def _hash_of(path: Path) -> "hashlib._Hash":
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256")
