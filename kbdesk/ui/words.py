"""Words that several screens say in the same way: kinds, ages, trust, troubles, keys."""

from datetime import date

from PySide6.QtCore import QObject

from kbdesk.core.articles import Freshness, Kind
from kbdesk.errors import (
    ContentLocked,
    DamagedStore,
    DiskFull,
    IndexTrouble,
    NewerStore,
    StoreBusy,
    Trouble,
    UnknownArticle,
)
from kbdesk.ui import dates, fault_words

MONTHS_FROM = 100  # days: from there on an age is told in months
YEARS_FROM = 730

KIND_ICONS = {
    Kind.ARTICLE: "file-text",
    Kind.GUIDE: "git-branch",
    Kind.SCRIPT: "chat-text",
    Kind.FAQ: "question",
    Kind.PRODUCT: "cube",
}


class Words(QObject):
    """The words; one instance serves all, and its methods are the functions of this module."""

    def kind(self, of: Kind) -> str:
        """Name a kind of article."""
        return {
            Kind.ARTICLE: self.tr("Article"),
            Kind.GUIDE: self.tr("Guide"),
            Kind.SCRIPT: self.tr("Script"),
            Kind.FAQ: self.tr("FAQ"),
            Kind.PRODUCT: self.tr("Product"),
        }[of]

    def age(self, since: date, today: date) -> str:
        """Say an age in the fewest letters: “today”, “3 d”, “5 months”, “2 years”."""
        days = (today - since).days
        if days <= 0:
            return self.tr("today")
        if days < MONTHS_FROM:
            return self.tr("%n d", "days", days)
        months, years = days // 30, days // 365
        if days < YEARS_FROM:
            return self.tr("%n month(s)", "", months)
        return self.tr("%n year(s)", "", years)

    def spoken_trust(
        self, freshness: Freshness, verified: date | None, today: date, expired: date | None = None
    ) -> str:
        """Say in full, for a screen reader, what a check mark or a clock shows."""
        if expired is not None:
            return self.expired_on(expired, today)
        if freshness is Freshness.UNVERIFIED or verified is None:
            return self.tr("not verified")
        if freshness is Freshness.STALE:
            stale = self.tr("to review")  # lupdate sees no words within an f-string
            return f"{stale}, {self.verified_ago(verified, today)}"
        return self.tr("verified: %1").replace("%1", self.age(verified, today))

    def verified_ago(self, verified: date, today: date) -> str:
        """Say below a title how long ago an article was verified: “verified 84 days ago”."""
        return self.tr("verified %1").replace("%1", dates.ago(verified, today))

    def not_verified(self) -> str:
        """Name the state of an article that nobody has vouched for."""
        return self.tr("Not verified")

    def to_review(self) -> str:
        """Name the state of an article whose verification is too old."""
        return self.tr("To review")

    def expired_on(self, last: date, today: date) -> str:
        """Say on which day an article held for the last time; that it is also old says less."""
        return self.tr("Expired on %1").replace("%1", dates.day(last, today))

    def expired(self) -> str:
        """Name the state of an article that no longer holds, where the day has no room."""
        return self.tr("Expired")

    def role(self, of: str) -> str:
        """Name what a person may do at the server; a role not known here as the server does."""
        return {
            "agent": self.tr("Agent"),
            "author": self.tr("Author"),
            "supervisor": self.tr("Supervisor"),
            "admin": self.tr("Administrator"),
        }.get(of, of)

    def copy(self) -> str:
        """Name the act of copying what to say."""
        return self.tr("Copy")

    def trouble(self, error: Exception) -> str:
        """Say what happened, what it means and what to do, by the code or class of the error."""
        told = {
            UnknownArticle: self.tr("This article is no longer in the base. Look for its title."),
            IndexTrouble: self.tr("The search index cannot answer; it is being rebuilt by itself."),
            ContentLocked: self.tr(
                "The articles are locked: this desk was not synced for too long. Sync (%1)."
            ).replace("%1", "F9"),
            DiskFull: self.tr("The disk is full: nothing is lost, but nothing more can be kept."),
            StoreBusy: self.tr("Another program holds the base. Try again in a moment."),
            NewerStore: self.tr("This base was written by a newer kbdesk. Update this one."),
            DamagedStore: self.tr("The file of the base is damaged. Run: kbdesk doctor --repair"),
        }
        for family, sentence in told.items():
            if isinstance(error, family):
                return sentence
        if isinstance(error, Trouble):
            return fault_words.said(error.code, error.values) or str(error)
        return self.tr("Something went wrong here. What you typed is still there; try again.")

    def key(self, name: str) -> str:
        """Name one key as it is written on the person's keyboard."""
        return {
            "Ctrl": self.tr("Ctrl"),
            "Shift": self.tr("Shift"),
            "Alt": self.tr("Alt"),
            "Return": self.tr("Enter"),
            "Esc": self.tr("Esc"),
            "Del": self.tr("Del"),
            "Tab": self.tr("Tab"),
            "Home": self.tr("Home"),
            "Up": "↑",
            "Down": "↓",
            "Left": "←",
            "Right": "→",
        }.get(name, name)

    def keys(self, shortcut: str) -> tuple[str, ...]:
        """Split a shortcut into the caps to draw: "Ctrl+Shift+C" → ("Ctrl", "Shift", "C")."""
        parts = shortcut.replace("++", "+plus").split("+")
        return tuple(self.key("+" if part == "plus" else part) for part in parts)


_words = Words()
kind, age, spoken_trust = _words.kind, _words.age, _words.spoken_trust
to_review, copy, role = _words.to_review, _words.copy, _words.role
expired, expired_on = _words.expired, _words.expired_on
verified_ago, not_verified = _words.verified_ago, _words.not_verified
trouble, key, keys = _words.trouble, _words.key, _words.keys
