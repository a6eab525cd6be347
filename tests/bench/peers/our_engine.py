"""Our ranking alone, without the rows of the store: what the peers' figures stand against."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import kbdesk
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from tests.bench.peers import worker


def version() -> str:
    return f"kbdesk {kbdesk.__version__}"


def build(folder: str, documents: Iterable[worker.Document]) -> int:
    raise NotImplementedError("Profiles are filled by tests.bench.bases, with whole articles.")


class Engine:
    """The engine of one open profile; it gives row numbers, here as text."""

    def __init__(self, folder: str) -> None:
        self._workspace = Workspace(Profile(Path(folder) / "profile"))
        self._today = date(2026, 1, 15)

    def search(self, text: str, *, typing: bool, every: bool) -> list[str]:
        ranking = self._workspace.engine.search(
            text, limit=worker.LIMIT, typing=typing, today=self._today
        )
        return [str(rid) for rid, _ in ranking.rows]


def open_index(folder: str) -> Engine:
    return Engine(folder)


if __name__ == "__main__":
    worker.main(sys.modules[__name__])
