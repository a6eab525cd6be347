"""What every importer hands over: pages still to be read, entities, images, and what it noticed.

A page is read late and once, perhaps in another process: it holds a path, never a text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import splitext
from typing import Protocol

from kbdesk.content.assets import Asset
from kbdesk.content.loss_report import Entry, Severity

ROOT_FILES = ("spaces", "people", "teams", "queues", "synonyms", "accounts", "rules", "paths")


@dataclass(frozen=True, slots=True)
class Entity:
    """A YAML file at the root of a base, kept to the letter."""

    kind: str
    id: str
    body: str


@dataclass(frozen=True, slots=True)
class PageText:
    """The Markdown of one page, with what its making lost and the images it brought."""

    text: str
    entries: tuple[Entry, ...] = ()
    assets: tuple[Asset, ...] = ()


class SourcePage(Protocol):
    """A page to be: `path` is where it will stand in the base, `origin` the file it is made of."""

    @property
    def path(self) -> str: ...

    @property
    def origin(self) -> str: ...

    @property
    def line(self) -> int:
        """The line of `origin` on which it starts, 0 when that says nothing."""

    def identity(self) -> str:
        """Return its id without reading more than needed; raise BadContent when it has none."""

    def read(self) -> PageText:
        """Return its Markdown; raise BadContent when there is none to be had."""


@dataclass(slots=True)
class Source:
    """All that stands in a folder or file to be imported."""

    pages: list[SourcePage] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    assets: Iterator[Asset] = field(default_factory=lambda: iter(()))
    files: frozenset[str] = frozenset()  # the paths that are no articles
    entries: list[Entry] = field(default_factory=list)


def not_taken(path: str) -> Entry:
    """Make the entry for a file that the importer has no use for."""
    ending = splitext(path)[1].lower() or "no ending"
    topic = "Files of a kind that is not taken in"
    return Entry(Severity.LOST, topic, path, "is left aside", value=ending)
