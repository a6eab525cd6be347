"""What several parts of learning say in the same way: moments to come, lengths, kinds of steps."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QObject

from kbdesk.core.paths import StepKind
from kbdesk.ui import dates

STEP_ICONS = {
    StepKind.ARTICLE: "file-text",
    StepKind.GUIDE: "git-branch",
    StepKind.QUIZ: "check-square",
}
MINUTE = 60


class LearnWords(QObject):
    """The words; one instance serves all, and its methods are the functions of this module."""

    def ahead(self, moment: datetime, now: datetime) -> str:
        """Say when something comes: “today”, “tomorrow”, “in 9 days”."""
        days = (moment.astimezone().date() - now.astimezone().date()).days
        if days <= 0:
            return self.tr("today")
        return self.tr("tomorrow") if days == 1 else self.tr("in %n days", "", days)

    def questions(self, count: int) -> str:
        """Count questions."""
        return self.tr("%n question(s)", "", count)

    def length(self, seconds: int) -> str:
        """Say about how long something takes: “90 seconds”, “6 minutes”."""
        if seconds <= 2 * MINUTE:
            rounded = max(10, round(seconds / 10) * 10)
            return self.tr("%n second(s)", "", rounded)
        return self.minutes(round(seconds / MINUTE))

    def minutes(self, count: int) -> str:
        """Say a length in minutes in few letters."""
        return self.tr("%1 min").replace("%1", str(count))

    def short_day(self, of: date, today: date) -> str:
        """Name a day in few letters: “4 Dec”, « 4 déc. »."""
        pattern = "d MMM" if of.year == today.year else "d MMM yyyy"
        spoken = QLocale(dates.language()).toString(QDate(of.year, of.month, of.day), pattern)
        return "1er" + spoken[1:] if of.day == 1 and dates.language() == "fr" else spoken

    def week_day(self, of: date) -> str:
        """Name a day of the week by its first letter."""
        day = QDate(of.year, of.month, of.day)
        return QLocale(dates.language()).toString(day, "ddd")[:1].lower()

    def long_day(self, of: date) -> str:
        """Name a day of the week and of the month in full."""
        day = QDate(of.year, of.month, of.day)
        return QLocale(dates.language()).toString(day, "dddd d MMMM")

    def step_kind(self, kind: StepKind) -> str:
        """Name a kind of step."""
        return {
            StepKind.ARTICLE: self.tr("Article to read"),
            StepKind.GUIDE: self.tr("Guide to walk"),
            StepKind.QUIZ: self.tr("Test"),
        }[kind]

    def steps(self, done: int, of: int) -> str:
        """Say how far a path has come."""
        told = self.tr("%1 of %n step(s)", "", of)
        return told.replace("%1", str(done))


_words = LearnWords()
ahead, questions, length = _words.ahead, _words.questions, _words.length
minutes, short_day, week_day = _words.minutes, _words.short_day, _words.week_day
long_day, step_kind, steps = _words.long_day, _words.step_kind, _words.steps
