"""A base out to a folder, equal to the folder it came from.

Every article goes to its path with its text to the letter, beside the entities and the images.
All of it is written aside first, in a hidden folder inside the target, and moved into place at
the end: nobody ever finds half an export, and nothing that we did not write is overwritten. A
target that is not empty must already hold the same files; hidden ones (.git) do not count.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kbdesk.content.anchors import checked_path
from kbdesk.content.assets import Asset
from kbdesk.content.sources import ROOT_FILES, Entity
from kbdesk.core.articles import Article
from kbdesk.errors import BadContent, Trouble

ASIDE = ".kbdesk-export-"
_PORTS = {f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10)}
_RESERVED = {"con", "prn", "aux", "nul"} | _PORTS
_NOT_ON_WINDOWS = str.maketrans(dict.fromkeys('<>:"|?*', "_"))


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export did; `notes` are sentences for the person who asked."""

    articles: int
    entities: int
    assets: int
    notes: tuple[str, ...] = ()


def write_base(
    folder: Path,
    articles: Iterable[Article],
    entities: Iterable[Entity] = (),
    assets: Iterable[Asset] = (),
    *,
    windows: bool = os.name == "nt",
) -> Exported:
    """Write a base into `folder`, which is made when it is not there.

    Raises Trouble, with nothing changed, when the folder holds other files or cannot be written.
    `windows` says whether names must be such as Windows allows.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _forget_stopped_exports(folder)
        aside = Path(tempfile.mkdtemp(prefix=ASIDE, dir=folder))
        try:
            done = _write_aside(_Aside(aside, windows=windows), articles, entities, assets)
            _move_in(aside, folder)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    except OSError as error:
        raise Trouble(
            f"The export to “{folder}” stopped: {error.strerror or error}.",
            "Check the room left on the disk and your rights, then export again.",
        ) from error
    return done


def _write_aside(
    aside: "_Aside",
    articles: Iterable[Article],
    entities: Iterable[Entity],
    assets: Iterable[Asset],
) -> Exported:
    numbers = (
        sum(aside.write(article.path, article.source.encode()) for article in articles),
        sum(aside.write(_entity_path(entity), entity.body.encode()) for entity in entities),
        sum(aside.write(asset.path, asset.data) for asset in assets),
    )
    return Exported(*numbers, tuple(aside.notes))


def _entity_path(entity: Entity) -> str:
    if entity.id not in ROOT_FILES:
        raise Trouble(f"“{entity.id}” is no file of a base.")
    return f"{entity.id}.yaml"


class _Aside:
    """The hidden folder in which an export is made ready."""

    def __init__(self, root: Path, *, windows: bool) -> None:
        self.root = root
        self.windows = windows
        self.notes: list[str] = []

    def write(self, path: str, data: bytes) -> bool:
        """Write one file; its path comes from the base, so it is checked like any other text."""
        try:
            checked_path(path)
        except BadContent as error:
            raise Trouble(error.sentence, "Rename that article.") from error
        file = self._free(self._allowed(path))
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        return True

    def _allowed(self, path: str) -> str:
        if not any(map(_reserved, path.split("/"))):
            return path
        if not self.windows:
            self.notes.append(f"“{path}” has a name that Windows does not allow.")
            return path
        allowed = "/".join(map(_portable, path.split("/")))
        self.notes.append(f"“{path}” is written as “{allowed}”: Windows does not allow its name.")
        return allowed

    def _free(self, path: str) -> Path:
        """Return where to write; a second name that this disk takes for the first gets a number."""
        file, number = self.root / path, 1
        while file.exists():
            number += 1
            file = self.root / Path(path).with_stem(f"{Path(path).stem}~{number}")
        if number > 1:
            self.notes.append(f"“{path}” is written as “{file.name}”: that name is taken here.")
        return file


def _reserved(name: str) -> bool:
    return _portable(name) != name


def _portable(name: str) -> str:
    """Return `name` as Windows allows it."""
    cleaned = name.translate(_NOT_ON_WINDOWS)
    if cleaned != cleaned.rstrip(". "):
        cleaned = cleaned.rstrip(". ") + "_"
    return f"_{cleaned}" if cleaned.split(".")[0].rstrip().lower() in _RESERVED else cleaned


def _forget_stopped_exports(folder: Path) -> None:
    """Clear what an export that was killed left aside."""
    for stale in folder.glob(f"{ASIDE}*"):
        shutil.rmtree(stale, ignore_errors=True)


def _move_in(aside: Path, folder: Path) -> None:
    """Move every file into place, unless the folder holds something else than this very export."""
    for path in _files_in(folder):
        written = aside / path
        same = written.is_file() and not (folder / path).is_symlink()
        if not same or written.read_bytes() != (folder / path).read_bytes():
            raise Trouble(
                f"“{folder}” holds “{path}”, which is not what would be exported there.",
                "Choose an empty folder.",
            )
    for path in list(_files_in(aside, hidden=True)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (aside / path).replace(folder / path)


def _files_in(folder: Path, *, hidden: bool = False) -> Iterator[str]:
    """List what a folder holds, hidden names perhaps; a link to a folder counts as a file."""
    for base, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if hidden or not name.startswith(".")]
        links = [name for name in folders if Path(base, name).is_symlink()]
        for name in (*names, *links):
            if hidden or not name.startswith("."):
                yield Path(base, name).relative_to(folder).as_posix()
