"""My contributions: what I write, what I proposed and said, and what was answered."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from kbdesk.core.changes import Changes
from kbdesk.core.contributions import Mine
from kbdesk.store.drafts import Drafts

if TYPE_CHECKING:
    from kbdesk.services.writing.authoring import Authoring
    from kbdesk.services.writing.pen import Pen
    from kbdesk.services.writing.remarks import Remarks
    from kbdesk.services.writing.reviewing import Reviewing


class Contributions:
    """One list of all that one person has given."""

    def __init__(
        self, pen: "Pen", authoring: "Authoring", reviewing: "Reviewing", remarks: "Remarks"
    ) -> None:
        self._pen = pen
        self._authoring = authoring
        self._reviewing = reviewing
        self._remarks = remarks
        self._drafts = Drafts(pen.workspace.user)

    def mine(self) -> Mine:
        """Return drafts, suggestions and remarks with what became of them."""
        return Mine(self._authoring.drafts(), self._reviewing.mine(), self._remarks.mine())

    def unread(self) -> int:
        """Count the answers that were not read yet."""
        read = self._drafts.read_marks()
        marks = {**self._reviewing.read_now(), **self._remarks.read_now()}
        return sum(read.get(id_) != mark for id_, mark in marks.items())

    def to_decide(self) -> int:
        """Count what waits for a decision of this person: suggestions, and remarks."""
        suggested = sum(not (one.mine_only or one.asked) for one in self._reviewing.queue())
        return suggested + sum(
            one.kind != "thanks" and not one.asked and self._pen.decides_about(one.article)
            for one in self._remarks.board()
        )

    def seen(self, ids: Collection[str] | None = None) -> Changes:
        """Remember that the answers to these were read, or to all."""
        marks = {**self._reviewing.read_now(), **self._remarks.read_now()}
        read = marks if ids is None else {id_: marks[id_] for id_ in ids if id_ in marks}
        self._drafts.mark_read(read)
        return Changes(writing=True)
