"""What is said of notices: levels, moments, how far one has come; the same words everywhere."""

from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QLocale, QObject

from kbdesk.core.announcements import Level, Notice, State
from kbdesk.core.receipts_board import Sent
from kbdesk.ui import dates

COLOURS = {Level.CRITICAL: "critical", Level.IMPORTANT: "warn", Level.INFO: "info"}
NEAR = 6  # days whose name says which day it is


class NoticeWords(QObject):
    """The words; one instance serves all, and its methods are the functions of this module."""

    def level(self, of: Level) -> str:
        """Name a level."""
        return {
            Level.CRITICAL: self.tr("Critical"),
            Level.IMPORTANT: self.tr("Important"),
            Level.INFO: self.tr("Information"),
        }[of]

    def state(self, of: State) -> str:
        """Name how far a notice has come with somebody, as the board does."""
        return {
            State.NOT_DELIVERED: self.tr("Not delivered"),
            State.DELIVERED: self.tr("Delivered"),
            State.SHOWN: self.tr("Shown"),
            State.ACKNOWLEDGED: self.tr("Confirmed"),
            State.UNDERSTOOD: self.tr("Understood"),
        }[of]

    def clock(self, moment: datetime) -> str:
        """Say the time of day where the person sits: “9:12”, « 9 h 12 », « 8 h »."""
        local = moment.astimezone()
        if not local.minute and dates.language() == "fr":
            return self.tr("%1 h", "a full hour of the day").replace("%1", str(local.hour))
        spoken = self.tr("%1:%2", "hours and minutes of the day").replace("%1", str(local.hour))
        return spoken.replace("%2", f"{local.minute:02}")

    def day(self, moment: datetime, now: datetime) -> str:
        """Name a day near by as people do: “today”, “Monday 16 Nov”."""
        of, today = moment.astimezone().date(), now.astimezone().date()
        named = {0: self.tr("today"), -1: self.tr("yesterday"), 1: self.tr("tomorrow")}
        away = (of - today).days
        if away in named:
            return named[away]
        near = of.year == today.year or 0 < away < 183
        pattern = ("dddd d MMM" if abs(away) <= NEAR else "d MMM") + ("" if near else " yyyy")
        spoken = QLocale(dates.language()).toString(QDate(of.year, of.month, of.day), pattern)
        return spoken.replace(" 1 ", " 1er ") if dates.language() == "fr" else spoken

    def moment(self, moment: datetime, now: datetime) -> str:
        """Say a day and a time: “today at 9:12”; a day that is far needs no time."""
        said = self.day(moment, now)
        if abs(moment - now) > timedelta(days=NEAR):
            return said
        words = self.tr("%1 at %2", "a day, a time of day")
        return words.replace("%1", said).replace("%2", self.clock(moment))

    def since(self, moment: datetime, now: datetime) -> str:
        """Say since when: “since 9:12” of today, else “since Monday 16 Nov”."""
        today = moment.astimezone().date() == now.astimezone().date()
        said = self.clock(moment) if today else self.day(moment, now)
        return self.tr("since %1").replace("%1", said)

    def holds(self, starts: datetime | None, ends: datetime | None, now: datetime) -> str:
        """Say from when until when, "" where nothing is said of it."""
        if starts is not None and ends is not None and starts > now:
            words = self.tr("In force from %1 to %2", "two moments")
            said = words.replace("%1", self.moment(starts, now))
            return said.replace("%2", self.moment(ends, now))
        if starts is not None and starts > now:
            return self.tr("In force from %1").replace("%1", self.moment(starts, now))
        if ends is not None:
            return self.tr("Until %1").replace("%1", self.moment(ends, now))
        return ""

    def told(self, notice: Notice, now: datetime) -> str:
        """Say in a row what is asked of me, or how far I have come."""
        if notice.recalled is not None:
            return self.tr("Recalled")
        if not notice.done:
            return self._asked(notice)
        on = self.day(notice.confirmed_at, now) if notice.confirmed_at is not None else ""
        if notice.state is State.UNDERSTOOD:
            return self.tr("Understood %1", "a day").replace("%1", on).strip()
        if notice.state is State.ACKNOWLEDGED:
            return self.tr("Confirmed %1", "a day").replace("%1", on).strip()
        return self.tr("Read")

    def _asked(self, notice: Notice) -> str:
        if notice.asks is State.UNDERSTOOD:
            return self.tr("A question waits")
        if notice.changed:
            return self.tr("Changed, to confirm") if notice.asks else self.tr("Changed, to read")
        return self.tr("To confirm") if notice.asks is State.ACKNOWLEDGED else self.tr("To read")

    def audience(self, audience: str, title: str) -> str:
        """Name an audience: “Everyone”, “Supervisors”, a group, a shelf, a person."""
        sort, _, name = audience.partition(":")
        if sort == "all":
            return self.tr("Everyone")
        if sort == "role":
            return {
                "agent": self.tr("Agents"),
                "author": self.tr("Authors"),
                "supervisor": self.tr("Supervisors"),
                "admin": self.tr("Administrators"),
            }.get(name, name)
        if sort == "space":
            return self.tr("Readers of %1", "a shelf").replace("%1", title or name)
        return title or name

    def reached(self, sent: Sent, now: datetime) -> str:
        """Say in a row how far one that was sent has come."""
        if sent.refused:
            return self.tr("Not sent")
        if sent.recalled is not None:
            return self.tr("Recalled")
        if sent.waiting:
            return self.tr("Waits to be sent")
        if sent.starts is not None and sent.starts > now:
            return self.tr("Starts %1", "a day and a time").replace(
                "%1", self.moment(sent.starts, now)
            )
        counts = self.tr("%1 of %2").replace("%1", str(sent.done)).replace("%2", str(sent.people))
        late = self.tr("%n late", "", sent.late) if sent.late else ""
        return f"{counts} · {late}" if late else counts

    def summed(self, sent: Sent) -> str:
        """Say in a sentence how many have come to the end of it: the finding of a board."""
        words = {
            State.SHOWN: self.tr("%1 of %2 people have seen it"),
            State.ACKNOWLEDGED: self.tr("%1 of %2 people have confirmed"),
            State.UNDERSTOOD: self.tr("%1 of %2 people have understood"),
        }[sent.goal]
        return words.replace("%1", str(sent.done)).replace("%2", str(sent.people))

    def near(self, moment: datetime, now: datetime) -> str:
        """Say a moment in a row: with its time while it is today, else the day."""
        today = moment.astimezone().date() == now.astimezone().date()
        return self.moment(moment, now) if today else self.day(moment, now)

    def short(self, moment: datetime, now: datetime) -> str:
        """Say a moment in the fewest letters: the time of today, else the day."""
        today = moment.astimezone().date() == now.astimezone().date()
        return self.clock(moment) if today else self.day(moment, now)

    def percent(self, share: float) -> str:
        """Say a share of a whole, rounded down: only all of it is 100 %."""
        return self.tr("%1%", "a share").replace("%1", str(int(share * 100)))

    def confirm(self) -> str:
        """Name the act on a notice."""
        return self.tr("Confirm")

    def seen(self) -> str:
        """Name the act on a recalled one: that it was read why."""
        return self.tr("Seen")

    def read(self) -> str:
        """Name the way from a line to the whole notice."""
        return self.tr("Read the announcement")

    def title(self) -> str:
        """Name the screen."""
        return self.tr("Announcements")


_words = NoticeWords()
level, state, told, title = _words.level, _words.state, _words.told, _words.title
clock, day, moment, since, holds = (
    _words.clock, _words.day, _words.moment, _words.since, _words.holds
)  # fmt: skip
confirm, seen, read = _words.confirm, _words.seen, _words.read
audience, reached, summed = _words.audience, _words.reached, _words.summed
short, percent, near = _words.short, _words.percent, _words.near
