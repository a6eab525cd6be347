"""The words of steering: how searches failed, what a subject lacks, weeks and days."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QObject

from kbdesk.core.gaps import Gap, Subject
from kbdesk.ui import dates

SEPARATOR = " · "


class SteerWords(QObject):
    """The sentences; one instance serves all."""

    def how(self, how: str, times: int) -> str:
        """Say in which way searches failed, and how often."""
        return {
            "told": self.tr("said to be missing %n time(s)", "", times),
            "empty": self.tr("nothing found %n time(s)", "", times),
            "reworded": self.tr("asked again in other words %n time(s)", "", times),
            "unclicked": self.tr("nothing opened %n time(s)", "", times),
        }.get(how, how)

    def lacks(self, subject: Subject) -> str:
        """Say what a subject lacks, by how most of its searches failed."""
        hows = subject.hows
        if hows.get("empty", 0) * 2 >= subject.times:
            return self.tr("No article")
        if told := hows.get("told", 0):
            return self.tr("Said to be missing %n time(s)", "", told)
        return self.tr("Found, without the answer")

    def quoted(self, query: str) -> str:
        """Put a query between the marks of the language."""
        return self.tr("“%1”").replace("%1", query)

    def others(self, subject: Subject) -> str:
        """List the other wordings of a subject."""
        return ", ".join(one.query for one in subject.queries if one.query != subject.name)

    def decided(self, gap: Gap, title: str) -> str:
        """Say what became of a gap."""
        if gap.state == "dismissed":
            return self.tr("Set aside: %1").replace("%1", gap.why)
        return self.tr("Answered by “%1”").replace("%1", title)

    def week(self, begins: date) -> str:
        """Name a week in the room under a bar."""
        return QLocale(dates.language()).toString(_qt(begins), "d MMM")

    def decimal(self, value: float) -> str:
        """Write a figure with one decimal."""
        return QLocale(dates.language()).toString(value, "f", 1)


def _qt(of: date) -> QDate:
    return QDate(of.year, of.month, of.day)


WORDS = SteerWords()
