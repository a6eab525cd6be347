"""A profile, an import that is killed somewhere, and what must hold afterwards."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kbdesk.search.document import Stamp
from kbdesk.search.index import SearchIndex
from kbdesk.search.schema import FORMAT
from kbdesk.search.searcher import Engine
from kbdesk.search.synonyms import Synonyms
from kbdesk.store import integrity
from tests.support.bases import many, open_base
from tests.support.shared_data import CHECKOUT

OLD, NEW = 120, 160  # files before and after
BEFORE, AFTER = "premiereversion", "deuxiemeversion"  # one of them stands in every file

IMPORT = (sys.executable, "-m", "kbdesk", "--profile", "{profile}", "import", "{folder}")


def write_versions(folder: Path) -> None:
    """Write the base twice: as it was, and as it is with every text changed and some added."""
    for name, count, word in (("before", OLD, BEFORE), ("after", NEW, AFTER)):
        (folder / name).mkdir()
        for one in many(count):
            (folder / name / one.path).write_text(f"{one.source}\n{word}\n", "utf-8")


def importing(profile: Path, folder: Path) -> list[str]:
    return [part.format(profile=profile, folder=folder) for part in IMPORT]


def start(command: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command,
        cwd=CHECKOUT,
        env=os.environ | {"PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process: subprocess.Popen[str]) -> None:
    """Wait for a process that nobody kills; it must be content."""
    _, errors = process.communicate(timeout=120)
    assert (process.returncode, errors) == (0, "")


class Victim:
    """A profile that holds the base as it was, and copies of it to kill imports in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        write_versions(folder)
        finish(start(importing(folder / "profile", folder / "before")))
        self.outcomes: Counter[str] = Counter()

    def copy(self) -> Path:
        shutil.rmtree(self.folder / "copy", ignore_errors=True)
        return Path(shutil.copytree(self.folder / "profile", self.folder / "copy"))

    def command(self, profile: Path) -> list[str]:
        """Return the import of the base as it is now."""
        return importing(profile, self.folder / "after")

    def assert_whole(self, profile: Path) -> None:
        """Open what the kill left: all or nothing, sound, and level after one catch-up."""
        kb, articles = open_base(profile)
        index = SearchIndex(profile / "index")
        try:
            words = Counter(text.split()[-1] for _, _, text in articles.sources())
            assert words in ({BEFORE: OLD}, {AFTER: NEW}), f"half imported: {words}"
            assert integrity.check(kb) == []
            level = index.stamp() == Stamp(FORMAT, *articles.head())
            self.outcomes["nothing" if BEFORE in words else "level" if level else "to index"] += 1
            self._assert_answers(index)
            assert index.catch_up(articles).done
            assert index.stamp() == Stamp(FORMAT, *articles.head())
            assert index.rids() == {articles.rid(id_) for id_ in articles.ids()}
            assert index.faults() == []
            assert len([place for place in (profile / "index").iterdir() if place.is_dir()]) == 1
            assert self._assert_answers(index) == words
        finally:
            index.close()
            kb.close()

    def _assert_answers(self, index: SearchIndex) -> dict[str, int]:
        """Search as a person would: one version answers, whole."""
        engine = Engine(index, Synonyms([]))
        found = {
            word: total
            for word in (BEFORE, AFTER)
            if (total := engine.search(f'"{word}"', today=date(2026, 11, 2)).total)
        }
        assert found in ({BEFORE: OLD}, {AFTER: NEW}), f"half indexed: {found}"
        return found
