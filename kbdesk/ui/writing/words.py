"""The words of writing: kinds of remarks, states, verdicts, ages. One name for one thing."""

from datetime import datetime

from PySide6.QtCore import QLocale, QObject

from kbdesk.core.editing import Verdict
from kbdesk.core.feedback import Remark
from kbdesk.core.suggestions import Suggested
from kbdesk.core.talk import OPEN, Reply
from kbdesk.ui import dates

SEPARATOR = " · "


class WritingWords(QObject):
    """The sentences; one instance serves all."""

    # remarks

    def kind(self, kind: str) -> str:
        """Name what a remark says of an article."""
        return {
            "outdated": self.tr("Outdated"),
            "wrong": self.tr("Wrong"),
            "unclear": self.tr("Unclear"),
            "missing": self.tr("Incomplete"),
            "thanks": self.tr("Thanks"),
        }.get(kind, kind)

    def remark_state(self, state: str) -> str:
        """Name where a remark stands."""
        return {
            "open": self.tr("Open"),
            "answered": self.tr("Answered"),
            "accepted": self.tr("Accepted"),
            "done": self.tr("Done"),
            "declined": self.tr("Declined"),
        }.get(state, state)

    def remark_told(self, remark: Remark) -> str:
        """Say in a few letters how far a remark is."""
        if remark.refused:
            return self.tr("Not taken")
        if remark.asked:
            return self.tr("A question for you")
        return self.tr("To be sent") if remark.waiting else self.remark_state(remark.state)

    def reply(self, of: Reply, by: str) -> str:
        """Name what a reply is to a remark of `by`: a decision, a question back, or its answer."""
        if of.state != OPEN:
            return self.remark_state(of.state)
        return self.tr("Said more") if of.by == by else self.tr("Question")

    # suggestions

    def suggestion_state(self, one: Suggested) -> str:
        """Name where a suggestion stands."""
        if one.refused:
            return self.tr("Not taken")
        if one.asked and one.own:
            return self.tr("A question for you")
        if one.waiting:
            return self.tr("To be sent")
        return {
            "open": self.tr("Being reviewed"),
            "needs attention": self.tr("Being reviewed"),
            "accepted": self.tr("Accepted"),
            "partly accepted": self.tr("Accepted in part"),
            "declined": self.tr("Declined"),
            "withdrawn": self.tr("Withdrawn"),
        }.get(one.state, one.state)

    def decision(self, decision: str) -> str:
        """Name what was decided here and waits to be sent."""
        return {
            "accepted": self.tr("Accepted, to be sent"),
            "partly accepted": self.tr("Accepted in part, to be sent"),
            "declined": self.tr("Declined, to be sent"),
        }.get(decision, decision)

    def asks(self, one: Suggested) -> str:
        """Say what a suggestion wants: an edit, a new article, one taken out."""
        if one.removes:
            return self.tr("Take it out")
        return self.tr("New article") if one.new else self.tr("Edit")

    def verdict(self, of: Verdict) -> str:
        """Name what stands between a suggestion and what is published."""
        return {
            Verdict.CLASH: self.tr("Two texts"),
            Verdict.GONE: self.tr("Taken out meanwhile"),
            Verdict.UNKNOWN: self.tr("Older text"),
            Verdict.SAME: self.tr("Published already"),
        }.get(of, "")

    def joined(self, *parts: str) -> str:
        """Put what there is of a line in a row."""
        return SEPARATOR.join(filter(None, parts))

    # time

    def ago(self, at: datetime, now: datetime) -> str:
        """Say how long ago something was: “just now”, “2 h ago”, “3 days ago”."""
        seconds = (now - at).total_seconds()
        if seconds < 60:
            return self.tr("just now")
        if seconds < 24 * 3600:
            return self.tr("%1 ago").replace("%1", dates.span(now - at))
        return dates.ago(at.astimezone().date(), now.astimezone().date())

    def age(self, at: datetime, now: datetime) -> str:
        """Say the same in the fewest letters, for the right of a row."""
        return dates.span(now - at) if now > at else dates.span(now - now)

    def number(self, of: float, decimals: int = 1) -> str:
        """Write a number as it is written here."""
        return QLocale(dates.language()).toString(float(of), "f", decimals)

    def clock(self, at: datetime) -> str:
        """Say the time of day where we stand."""
        return f"{at.astimezone():%H:%M}"


_words = WritingWords()
kind, remark_state, remark_told = _words.kind, _words.remark_state, _words.remark_told
reply = _words.reply
suggestion_state, decision, asks = _words.suggestion_state, _words.decision, _words.asks
verdict, ago, age, clock = _words.verdict, _words.ago, _words.age, _words.clock
number, joined = _words.number, _words.joined
