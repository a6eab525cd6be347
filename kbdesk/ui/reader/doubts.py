"""Why a text should not simply be believed, in one sentence: past its dates, stale, never verified.

The reader says it above the text, and whoever shows part of an article elsewhere (a guide, a card)
says the same sentence. What was copied says it too, in the line that tells of the copy: the copied
text itself carries nothing of it, because it goes to a customer.
"""

from datetime import date

from PySide6.QtCore import QObject

from kbdesk.core.articles import Article, Freshness
from kbdesk.core.life_cycle import Phase, moment_of
from kbdesk.core.reading import Reading
from kbdesk.ui import dates


class Doubts(QObject):
    """The sentences; one instance serves all."""

    def of(self, reading: Reading, today: date) -> str:
        """Return the doubt about an open article, "" for none."""
        on = reading.on or today
        if reading.past is None and (said := self.not_standing(reading, today)):
            return said
        out_of_date = self.out_of_date(reading.article, on)
        return out_of_date or self.stale(
            reading.article, reading.freshness, today, verifier=reading.verifier
        )

    def not_standing(self, reading: Reading, today: date) -> str:
        """Say that an article is not to be found now, and why, "" for one that is."""
        life = reading.article.life
        if reading.phase is Phase.SCHEDULED:
            return _said(self.tr("Not published yet: from %1 at %2."), life.publish_at, today)
        if reading.phase is Phase.EXPIRED:
            words = self.tr("Out of the base since %1 at %2. Do not rely on it.")
            return _said(words, life.expire_at, today)
        return {
            Phase.DRAFT: self.tr("A draft: not published."),
            Phase.REVIEW: self.tr("Being reviewed: not published."),
            Phase.ARCHIVED: self.tr("In the archive. Do not rely on it."),
        }.get(reading.phase, "")

    def out_of_date(self, article: Article, on: date) -> str:
        """Say that an article as a whole does not hold on a day."""
        if article.valid_to and article.valid_to < on:
            words = self.tr("No longer in force since %1.")
            return words.replace("%1", dates.day(article.valid_to, on))
        if article.valid_from and article.valid_from > on:
            words = self.tr("Not in force yet: from %1.")
            return words.replace("%1", dates.day(article.valid_from, on))
        return ""

    def stale(
        self, article: Article, freshness: Freshness, today: date, *, verifier: str = ""
    ) -> str:
        """Say that nobody vouched for an article, or too long ago; who did, when that is known."""
        if freshness is Freshness.UNVERIFIED:
            return self.tr("Not verified yet. Check before you promise.")
        if freshness is not Freshness.STALE or article.verified is None:
            return ""
        if verifier:
            words = self.tr("To review: last verified %1 by %2. Check before you promise.")
            words = words.replace("%2", verifier)
        else:
            words = self.tr("To review: last verified %1. Check before you promise.")
        return words.replace("%1", dates.ago(article.verified, today))

    def copied(self, doubt: str) -> str:
        """Say that something doubtful was copied."""
        return self.tr("Copied. %1").replace("%1", doubt)


def _said(words: str, kept: str, today: date) -> str:
    at = moment_of(kept).astimezone()
    return words.replace("%1", dates.day(at.date(), today)).replace("%2", f"{at:%H:%M}")


_doubts = Doubts()
of, out_of_date, stale, copied = _doubts.of, _doubts.out_of_date, _doubts.stale, _doubts.copied
