"""The rows of my contributions: what I write, what I proposed, what I said.

Below the drafts stand the articles that nobody finds now: scheduled, expired, archived.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kbdesk.core.contributions import Mine
from kbdesk.core.drafts import Draft, Unseen
from kbdesk.core.feedback import Remark
from kbdesk.core.life_cycle import Phase
from kbdesk.core.suggestions import Suggested
from kbdesk.ui import dates
from kbdesk.ui.writing import words
from kbdesk.ui.writing.rows import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

ALL, DRAFTS, SUGGESTIONS, REMARKS = "all", "drafts", "suggestions", "remarks"
TABS = (ALL, DRAFTS, SUGGESTIONS, REMARKS)
Thing = Draft | Suggested | Remark | Unseen
TONES = {
    "accepted": "ok", "partly accepted": "ok", "declined": "critical", "done": "ok",
    "answered": "ok",
}  # fmt: skip


def key_of(thing: Thing) -> str:
    """Name one thing among all."""
    if isinstance(thing, Unseen):
        return f"unseen:{thing.article}"
    kind = {Draft: "draft", Suggested: "suggestion", Remark: "remark"}[type(thing)]
    return f"{kind}:{thing.id}"


def chosen(mine: Mine, tab: str, unseen: "Sequence[Unseen]" = ()) -> "Sequence[Thing]":
    """List what belongs under a tab: drafts first, then the newest, then what nobody finds."""
    sent: list[Suggested | Remark] = []
    if tab in (ALL, SUGGESTIONS):
        sent += mine.suggestions
    if tab in (ALL, REMARKS):
        sent += mine.remarks
    sent.sort(key=lambda one: one.at, reverse=True)
    drafts: tuple[Thing, ...] = mine.drafts if tab in (ALL, DRAFTS) else ()
    return [*drafts, *sent, *(unseen if tab == DRAFTS else ())]


class MineRows(QObject):
    """Says them; one instance serves all."""

    def rows(self, things: "Sequence[Thing]", now: datetime) -> Iterator[Row]:
        """Make the rows."""
        for thing in things:
            if isinstance(thing, Draft):
                yield self._draft(thing, now)
            elif isinstance(thing, Suggested):
                yield self._suggestion(thing, now)
            elif isinstance(thing, Unseen):
                yield self._unseen(thing, now)
            else:
                yield self._remark(thing, now)

    def phase(self, one: Unseen) -> str:
        """Say in a word why nobody finds an article now."""
        return {
            Phase.DRAFT: self.tr("Not published"),
            Phase.REVIEW: self.tr("Not published"),
            Phase.SCHEDULED: self.tr("Scheduled"),
            Phase.EXPIRED: self.tr("Expired"),
            Phase.ARCHIVED: self.tr("Archived"),
        }.get(one.phase, "")

    def appears(self, one: Unseen, now: datetime) -> str:
        """Say when a scheduled article comes, "" where nothing changes by itself."""
        if one.phase is not Phase.SCHEDULED or one.turn is None:
            return ""
        day = dates.day(one.turn.astimezone().date(), now.astimezone().date())
        return self.tr("appears %1", "a day").replace("%1", day)

    def _unseen(self, one: Unseen, now: datetime) -> Row:
        return Row(
            key_of(one), one.title or self.untitled(), self.appears(one, now), mark=self.phase(one),
            mark_tone="muted",
        )  # fmt: skip

    def untitled(self) -> str:
        """Name an article that has no title yet."""
        return self.tr("Without a title yet")

    def _draft(self, one: Draft, now: datetime) -> Row:
        about = self.tr("new article") if one.base is None else self.tr("edit of an article")
        age = words.age(one.saved, now)
        return Row(
            key_of(one), one.title or self.untitled(), about, age, mark=self.tr("Draft"),
            mark_tone="accent",
        )  # fmt: skip

    def _suggestion(self, one: Suggested, now: datetime) -> Row:
        tone = "warn" if one.asked else TONES.get(one.state, "muted")
        tone = "critical" if one.refused else tone
        return Row(
            key_of(one), one.title, words.asks(one), words.age(one.at, now),
            mark=words.suggestion_state(one), mark_tone=tone, fresh=one.unread,
        )  # fmt: skip

    def _remark(self, one: Remark, now: datetime) -> Row:
        tone = "muted" if one.waiting else TONES.get(one.state, "muted")
        tone = "critical" if one.refused else "warn" if one.asked else tone
        about = words.SEPARATOR.join(filter(None, (words.kind(one.kind), one.heading)))
        return Row(
            key_of(one), one.title, about, words.age(one.at, now),
            mark=words.remark_told(one), mark_tone=tone, fresh=one.unread,
        )  # fmt: skip


_rows = MineRows()
rows, untitled = _rows.rows, _rows.untitled
phase, appears = _rows.phase, _rows.appears
