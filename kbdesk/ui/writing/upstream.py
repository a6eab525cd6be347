"""The published article behind a draft: what sending would do by now, and what others changed.

Whatever is asked is asked of the text as it stands: it is kept first, in the same job.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kbdesk.core.drafts import Draft, Standing
from kbdesk.core.editing import Block, blocks
from kbdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from kbdesk.services.writing.authoring import Authoring

Shelves = tuple[tuple[str, str], ...]


class Upstream(QObject):
    """Follows one draft at a time; `read` gives its text and the caret as they stand."""

    stood = Signal(object, object)  # Standing, Shelves: those a new article may be put on
    renewed = Signal(object)  # Draft: upon what is published now

    def __init__(
        self, authoring: "Authoring", tasks: Tasks, read: Callable[[], tuple[str, int]]
    ) -> None:
        super().__init__()
        self._authoring, self._tasks, self._read = authoring, tasks, read
        self._draft: Draft | None = None
        self._standing: Standing | None = None

    def follow(self, draft: Draft) -> None:
        """Ask how the article stands to another draft."""
        self._draft, self._standing = draft, None
        self.look_again()

    def end(self) -> None:
        """Follow none: what is still to come is no longer asked for."""
        self._draft = None

    def look_again(self) -> None:
        """Ask what sending would do, and how the article stands to this text by now."""
        if (draft := self._draft) is None:
            return
        authoring, typed = self._authoring, self._read()

        def ask() -> tuple[Standing, Shelves]:
            authoring.save(draft.id, *typed)  # first: it is this text that is compared
            return authoring.standing(draft.id), () if draft.base else authoring.shelves()

        def then(found: tuple[Standing, Shelves]) -> None:
            if self._draft is draft:  # else another one was opened meanwhile
                self._standing = found[0]
                self.stood.emit(*found)

        self._tasks.write(ask, then)

    def bring(self) -> None:
        """Bring the draft onto what is published, where both fit together; else look again."""
        if (draft := self._draft) is None:
            return
        authoring, typed = self._authoring, self._read()

        def job() -> Draft:
            authoring.save(draft.id, *typed)
            return authoring.rebase(draft.id)

        self._tasks.write(job, self.renewed.emit, lambda _clash: self.look_again())

    def both_texts(self) -> tuple[Block, ...]:
        """Return both texts block by block, nothing where there is only one."""
        draft, standing = self._draft, self._standing
        if draft is None or standing is None or standing.published is None:
            return ()
        return blocks(draft.base, self._read()[0], standing.published)

    def settle_on(self, text: str) -> None:
        """Go on with a text that was chosen from both."""
        if (draft := self._draft) is not None:
            self._tasks.write(lambda: self._authoring.settle_on(draft.id, text), self.renewed.emit)
