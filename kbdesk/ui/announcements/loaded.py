"""What the screen of notices shows, read behind it in one go, and its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kbdesk.core.announcements import Notice, State
from kbdesk.core.receipts_board import Sent
from kbdesk.ui.announcements import words
from kbdesk.ui.announcements.rows import NoticeRow

if TYPE_CHECKING:
    from kbdesk.services.live import Live

UNREAD, ALL, SENT = "unread", "all", "sent"


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything there is: mine in force, mine that are over, and what this person sent."""

    notices: tuple[Notice, ...] = ()
    past: tuple[Notice, ...] = ()
    sent: tuple[Sent, ...] = ()
    steers: bool = False
    now: datetime | None = None

    def notice(self, id_: str) -> Notice | None:
        """Return a notice to me, in force or over."""
        return next((one for one in (*self.notices, *self.past) if one.id == id_), None)

    def sent_one(self, id_: str) -> Sent | None:
        """Return one that was sent."""
        return next((one for one in self.sent if one.id == id_), None)

    @property
    def waiting(self) -> int:
        """How many still ask something of me."""
        return sum(not one.done for one in self.notices)


def load(live: "Live", now: datetime) -> Loaded:
    """Read all of it; call it in a lane."""
    me = live.me()
    steers = me.connected and me.steers
    return Loaded(
        live.informing.notices(now),
        live.informing.past(now),
        live.board.sent() if steers else (),
        steers,
        now,
    )


def rows(loaded: Loaded, tab: str) -> tuple[NoticeRow, ...]:
    """Return the rows of one list in its own order."""
    if tab == SENT:
        return tuple(sent_row(one, loaded.now) for one in loaded.sent)
    shown: Sequence[Notice] = loaded.notices
    if tab == UNREAD:
        shown = [one for one in loaded.notices if not one.done]
    else:
        shown = (*loaded.notices, *loaded.past)
    return tuple(notice_row(one, loaded.now) for one in shown)


def notice_row(notice: Notice, now: datetime | None) -> NoticeRow:
    """Say a notice to me in a row."""
    assert now is not None
    about = [notice.by_name or notice.by, words.near(notice.at_first, now)]
    if notice.ends is not None and not notice.done:
        about.append(words.holds(None, notice.ends, now))
    return NoticeRow(
        notice.id, notice.level, notice.title, " · ".join(about), words.told(notice, now),
        done=notice.done, warns=notice.recalled is not None,
    )  # fmt: skip


def sent_row(sent: Sent, now: datetime | None) -> NoticeRow:
    """Say one that was sent in a row: to whom, and how many are done."""
    assert now is not None
    about = f"{words.audience(sent.audience, sent.audience_title)} · {words.near(sent.at, now)}"
    return NoticeRow(
        sent.id, sent.level, sent.title, about, words.reached(sent, now),
        done=sent.recalled is not None or (sent.people > 0 and sent.done == sent.people),
        warns=bool(sent.refused) or sent.recalled is not None or sent.late > 0,
    )  # fmt: skip


def as_read(sent: Sent) -> Notice:
    """Return a notice that was sent as those see it who have it; nothing is asked of the sender."""
    return Notice(
        sent.id, sent.level, sent.title, sent.body, sent.by, sent.by_name, sent.at, sent.starts,
        sent.ends, sent.version, sent.edited, sent.reminded, sent.link, sent.receipt, sent.check,
        sent.recalled, State.UNDERSTOOD, told_at=sent.at,
    )  # fmt: skip
