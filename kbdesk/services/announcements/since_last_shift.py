"""Since your last shift: what came while nobody was at this desk, on one page (D11).

A shift ends when for `APART` nobody was here: the desk was closed, locked, or left alone. The
moment is kept in user.db by whoever knows that somebody is here (`here`), so a crash costs minutes
of it and no more. What came in between is read from the copy on this machine, offline too.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kbdesk.core.brief import Brief, BriefLine, Sort, page
from kbdesk.core.changes import Changes
from kbdesk.services import bodies
from kbdesk.services.reading.calendar import moment
from kbdesk.store.moments import moment_in
from kbdesk.store.receipts import Receipts, Shift
from kbdesk.store.revisions import Revisions
from sync.protocol.bodies.editing import Feedback, Suggestion
from sync.protocol.bodies.gaps import AnsweredGap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kbdesk.core.announcements import Notice
    from kbdesk.services.workspace import Workspace

APART = timedelta(hours=4)  # without anybody here, between two shifts
KEEP_EVERY = timedelta(minutes=2)  # that somebody is here
FIRST_LOOK = timedelta(days=1)  # back, on a desk that knows of no shift before


class SinceLastShift:
    """The shifts of one desk, and the brief at the beginning of each."""

    def __init__(
        self,
        workspace: "Workspace",
        notices: "Callable[[datetime | None], Sequence[Notice]]",
        due: "Callable[[datetime | None], int]",
    ) -> None:
        """Take what tells my notices and how many questions are due, each asked when needed."""
        self._workspace = workspace
        self._notices_at, self._due_at = notices, due
        self._receipts = Receipts(workspace.user, workspace.outbox)

    # presence

    def here(self) -> Changes:
        """Note that somebody is here; notices=True says that a new shift has begun.

        By the mended clock: what came since is dated by the server.
        """
        now, shift = moment(self._workspace.calendar), self._receipts.shift()
        if shift is None:
            self._receipts.keep_shift(Shift(now, now))
            return Changes(notices=True)
        away = now - shift.here
        if away > APART:
            self._receipts.keep_shift(Shift(now, now, shift.here))
            return Changes(notices=True)
        if away >= KEEP_EVERY or away < timedelta(0):  # the clock was set back: begin from there
            self._receipts.keep_shift(replace(shift, here=now))
        return Changes()

    def brief_due(self) -> bool:
        """Say whether the brief of this shift was not put away yet, and has anything to tell."""
        shift = self._receipts.shift()
        return shift is not None and not shift.put_away and not self.brief().empty

    def put_away(self) -> Changes:
        shift = self._receipts.shift()
        if shift is None or shift.put_away:
            return Changes()
        self._receipts.keep_shift(replace(shift, put_away=True))
        return Changes(notices=True)

    # the brief

    def brief(self, now: datetime | None = None) -> Brief:
        """Return the page of this shift."""
        shift = self._receipts.shift()
        since = shift.before if shift is not None else None
        at = now or self._workspace.calendar.moment()
        looked_from = since or at - FIRST_LOOK
        lines = [
            *self._notices(now),
            *self._articles(looked_from),
            *self._remarks(looked_from),
            *self._suggestions(looked_from),
            *self._gaps(looked_from),
            *self._quiz(at),
        ]
        return page(since, lines)

    def _notices(self, now: datetime | None) -> Iterator[BriefLine]:
        """Give what still asks something of me: it does not matter when it came."""
        for notice in self._notices_at(now):
            if notice.done:
                continue
            link = notice.link
            yield BriefLine(
                Sort.NOTICE, notice.id, notice.title, notice.edited or notice.at_first,
                "recalled" if notice.recalled else "changed" if notice.changed else "",
                link.article if link else "", link.anchor if link else "",
                notice.level, weight=notice.level.weight,
            )  # fmt: skip

    def _articles(self, since: datetime) -> Iterator[BriefLine]:
        """Give the articles I use whose text has changed, the most used first."""
        uses = self._workspace.opens.counts()
        changed = Revisions(self._workspace.kb).replaced_since(since)
        used = [id_ for id_ in changed if uses.get(id_)]
        for id_, card in self._workspace.articles.cards_by_id(used).items():
            yield BriefLine(
                Sort.ARTICLE, id_, card.title, changed[id_], article=id_, count=uses[id_],
                weight=uses[id_],
            )  # fmt: skip

    def _remarks(self, since: datetime) -> Iterator[BriefLine]:
        for found, body in bodies.every(self._workspace.entities, "own_feedback", Feedback):
            last = body.replies[-1] if body.replies else None
            at = moment_in(last.at) if last else None
            if last is not None and at is not None and at > since:
                yield self._about(Sort.REMARK, found.id, body.article, at, last.state, body.anchor)

    def _suggestions(self, since: datetime) -> Iterator[BriefLine]:
        for found, body in bodies.every(self._workspace.entities, "own_suggestion", Suggestion):
            at = moment_in(body.decided_at)
            if at is not None and at > since and body.state != "withdrawn":
                yield self._about(Sort.SUGGESTION, found.id, body.article, at, body.state)

    def _gaps(self, since: datetime) -> Iterator[BriefLine]:
        """Give what I could not find and is there now; what I asked twice is one thing to know."""
        told: set[tuple[str, str]] = set()
        for found, body in bodies.every(self._workspace.entities, "answered_gap", AnsweredGap):
            at = moment_in(body.at)
            asked = (body.query.casefold().strip(), body.article)
            if at is not None and at > since and asked not in told:
                told.add(asked)
                yield BriefLine(
                    Sort.GAP, found.id, body.query, at, body.title, article=body.article
                )

    def _quiz(self, now: datetime) -> Iterator[BriefLine]:
        if due := self._due_at(now):
            yield BriefLine(Sort.QUIZ, "", "", count=due)

    def _about(
        self, sort: Sort, id_: str, article: str, at: datetime, state: str, anchor: str = ""
    ) -> BriefLine:
        card = self._workspace.articles.cards_by_id([article]).get(article)
        return BriefLine(sort, id_, card.title if card else article, at, state, article, anchor)
