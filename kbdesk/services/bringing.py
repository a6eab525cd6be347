"""Bringing a file or folder into a base at a person's hand, and taking just that out again.

What is new leaves again; what was changed becomes what it was before. Both are known from the
articles themselves, read beside the import as each of them goes in.
"""

from dataclasses import dataclass, field
from pathlib import Path

from kbdesk.core.articles import Article
from kbdesk.core.changes import Changes
from kbdesk.services.base_files import Progress, import_base
from kbdesk.services.workspace import Workspace

MOST_KEPT = 2000  # articles changed by one import whose text before it is held


@dataclass
class Brought:
    """What came in, and what it took the place of."""

    new: int = 0
    changed: int = 0
    refused: int = 0
    published: bool = False  # waits for the server: nothing here can take it back
    added: list[str] = field(default_factory=list)
    before: list[Article] = field(default_factory=list)

    @property
    def undoable(self) -> bool:
        """True when taking it out leaves the base as it was."""
        some = bool(self.new or self.changed)
        return some and not self.published and len(self.before) < MOST_KEPT


def bring_in(workspace: Workspace, path: Path, progress: Progress | None = None) -> Brought:
    """Import a file or a folder; a profile of somebody who may not write raises `NotAllowed`."""
    brought = Brought()

    def keep(article: Article) -> None:
        before = workspace.articles.get(article.id)
        if before is None:
            brought.added.append(article.id)
        elif before != article and len(brought.before) < MOST_KEPT:
            brought.before.append(before)

    done = import_base(workspace, path, progress=progress, workers=1, keep=keep)
    brought.new, brought.changed, brought.refused = done.new, done.changed, done.refused
    brought.published = done.published
    return brought


def take_out(workspace: Workspace, brought: Brought) -> Changes:
    """Make the base what it was before."""
    workspace.articles.remove(brought.added)
    workspace.articles.put_all(brought.before)
    return Changes(articles=True)
