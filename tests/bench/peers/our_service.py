"""Our own service, asked as the window asks it: whole hits, with passage, snippet and highlight."""

import sys
from collections.abc import Iterable
from pathlib import Path

import kbdesk
from kbdesk.paths import Profile
from kbdesk.services.workspace import Workspace
from tests.bench.peers import worker


def version() -> str:
    return f"kbdesk {kbdesk.__version__}"


def build(folder: str, documents: Iterable[worker.Document]) -> int:
    raise NotImplementedError("Profiles are filled by tests.bench.bases, with whole articles.")


class Service:
    """One open profile; our ranking decides between all and any words by itself."""

    def __init__(self, folder: str) -> None:
        self._workspace = Workspace(Profile(Path(folder) / "profile"))

    def search(self, text: str, *, typing: bool, every: bool) -> list[str]:
        found = self._workspace.knowledge.search(text, limit=worker.LIMIT, typing=typing)
        return [hit.id for hit in found.hits]


def open_index(folder: str) -> Service:
    return Service(folder)


if __name__ == "__main__":
    worker.main(sys.modules[__name__])
