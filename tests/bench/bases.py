"""The bases that are measured, and where what is made for them stays between two runs.

Everything lies under build/bench/NAME/ and is made once: the documents as JSON lines, our profile,
each peer's index. `--fresh` makes our profile again; deleting the folder makes all of it again.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kbdesk.core.articles import Article
from kbdesk.paths import Profile, resources
from kbdesk.services.base_files import import_base
from kbdesk.services.manual import fill_manual
from kbdesk.services.workspace import Workspace
from kbdesk.settings import Settings
from tests.bench.options import Options
from tests.support import corpus, shared_data

CACHE = shared_data.CHECKOUT / "build" / "bench"
LANGUAGE = "fr"  # of the window and the manual, whatever the machine speaks
BATCH = 2_000  # articles of one transaction while a profile is filled


def source() -> Path:
    """Return the real base if it lies beside the checkout, else the sample."""
    real = shared_data.SHARED / "data" / "service-public"
    return real if real.is_dir() else resources() / "sample"


@dataclass(frozen=True, slots=True)
class Base:
    """A base to measure: the real one, or `count` articles made from it."""

    name: str
    count: int | None = None  # None: the articles as they are

    @property
    def folder(self) -> Path:
        return CACHE / self.name

    @property
    def profile(self) -> Profile:
        return Profile(self.folder / "profile")

    @property
    def documents(self) -> Path:
        """The file of JSON lines {"id", "title", "text"} that every peer is built from."""
        return self.folder / "documents.jsonl"

    def articles(self) -> Iterator[Article]:
        if self.count is None:
            return corpus.read(source())
        return corpus.make(source(), self.count)


def real() -> Base:
    return Base("real")


def made(count: int) -> Base:
    return Base(f"made-{count}", count)


def chosen(options: Options) -> list[Base]:
    """Return the bases a run was asked to measure, the real one first."""
    both = {"real": real(), "large": made(options.articles)}
    return [base for name, base in both.items() if options.which in {name, "both"}]


def write_documents(base: Base) -> Path:
    """Write what peers are built from, unless it is there."""
    if not base.documents.is_file():
        base.folder.mkdir(parents=True, exist_ok=True)
        beside = base.documents.with_suffix(".new")
        with beside.open("w", encoding="utf-8") as file:
            file.writelines(_line(article) for article in base.articles())
        beside.replace(base.documents)
    return base.documents


def fill_profile(base: Base, *, fresh: bool = False) -> Profile:
    """Bring a base into its profile and its index, unless it is there; the index is made level.

    The manual goes in as well, as at the first start of the desk: no measured start has that to do.
    """
    if fresh and base.profile.root.is_dir():
        shutil.rmtree(base.profile.root)
    done = base.profile.root / "filled"
    if not done.is_file():
        shutil.rmtree(base.profile.root, ignore_errors=True)
    with Workspace(base.profile) as workspace:
        if not done.is_file():
            _fill(base, workspace)
        fill_manual(workspace, LANGUAGE)
        workspace.catch_up()
    Settings(language=LANGUAGE).save(base.profile.settings)
    done.touch()
    return base.profile


def _fill(base: Base, workspace: Workspace) -> None:
    if base.count is None:
        import_base(workspace, source())
        return
    batch: list[Article] = []
    for article in base.articles():
        batch.append(article)
        if len(batch) == BATCH:
            workspace.articles.put_all(batch)
            batch = []
    workspace.articles.put_all(batch)


def _line(article: Article) -> str:
    text = "\n".join(f"{p.heading}\n{p.text}" for p in article.passages)
    document = {"id": article.id, "title": article.title, "text": text}
    return json.dumps(document, ensure_ascii=False) + "\n"
