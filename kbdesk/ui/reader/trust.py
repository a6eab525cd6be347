"""How far an article can be trusted: one quiet line, and at most one line of warning.

A verified article says so with a check. One whose verification is too old, that nobody ever
verified, or whose dates are past or still to come says that instead, once, in the colour of
warning and above its text.
"""

import html
import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.clock import Clock
from kbdesk.core.articles import Article, Freshness
from kbdesk.core.reading import Reading
from kbdesk.ui import dates
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.glyph import Glyph
from kbdesk.ui.reader.prose import Prose

_LOGIN = re.compile(r"[a-zà-ÿ]+(?:[.-][a-zà-ÿ]+)+")
SEPARATOR = " · "


class Trust(QWidget):
    """The line below the title and the warning below that."""

    def __init__(self, look: Look, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._clock = clock
        self._reading: Reading | None = None
        self._check = Glyph("check-circle", 14, look, colour="ok", line="caption", prose=True)
        self._line = Prose("caption", look, colour="muted")
        self._sign = Glyph("clock", 14, look, colour="warn", line="body", prose=True)
        self._warning = Prose("body", look, colour="warn")
        self._warned = QWidget()
        self._lay_out()

    def show_reading(self, reading: Reading) -> None:
        """Tell what is known of an article."""
        self._reading = reading
        self._tell()

    def apply_look(self, look: Look) -> None:
        self._look = look
        for part in (self._check, self._line, self._sign, self._warning):
            part.apply_look(look)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()
        super().changeEvent(event)

    @property
    def words(self) -> str:
        """What the line and the warning say, for the accessible description of the page."""
        return " ".join(filter(None, (self._line.accessibleName(), self.warning)))

    @property
    def warning(self) -> str:
        return self._warning.accessibleName()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for holder, glyph, words in (
            (QWidget(), self._check, self._line),
            (self._warned, self._sign, self._warning),
        ):
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(glyph, 0)
            row.setAlignment(glyph, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            column.addWidget(holder)

    def _tell(self) -> None:
        if self._reading is None:
            return
        first, rest = self._verified(self._reading), self._facts(self._reading)
        ok = self._look.tokens.colour("ok")
        marked = f'<span style="color:{ok}; font-weight:500">{html.escape(first)}</span>'
        others = [html.escape(fact) for fact in rest]
        self._check.setVisible(bool(first))
        self._line.say(
            SEPARATOR.join(filter(None, (first, *rest))),
            SEPARATOR.join([marked, *others] if first else others),
        )
        self._line.setVisible(bool(first or rest))
        warning = self._warn(self._reading)
        self._warning.say(warning)
        self._warned.setVisible(bool(warning))

    def _verified(self, reading: Reading) -> str:
        verified = reading.article.verified
        if reading.freshness is not Freshness.VERIFIED or verified is None:
            return ""
        return self.tr("Verified %1").replace("%1", dates.ago(verified, self._clock.today()))

    def _facts(self, reading: Reading) -> list[str]:
        article, today = reading.article, self._clock.today()
        facts = []
        if article.updated:
            facts.append(self.tr("updated %1").replace("%1", dates.ago(article.updated, today)))
        if article.owner:
            facts.append(reading.owner_name or spelled(article.owner))
        if reading.next_change:
            change = dates.day(reading.next_change, today)
            facts.append(self.tr("changes on %1").replace("%1", change))
        if facts and reading.freshness is not Freshness.VERIFIED:
            facts[0] = facts[0][:1].upper() + facts[0][1:]
        return facts

    def _warn(self, reading: Reading) -> str:
        return self._out_of_date(reading.article) or self._not_verified(reading)

    def _out_of_date(self, article: Article) -> str:
        today = self._clock.today()
        if article.valid_to and article.valid_to < today:
            return self.tr("No longer in force since %1.").replace(
                "%1", dates.day(article.valid_to, today)
            )
        if article.valid_from and article.valid_from > today:
            return self.tr("Not in force yet: from %1.").replace(
                "%1", dates.day(article.valid_from, today)
            )
        return ""

    def _not_verified(self, reading: Reading) -> str:
        verified = reading.article.verified
        if reading.freshness is Freshness.STALE and verified is not None:
            old = dates.ago(verified, self._clock.today())
            words = self.tr("To review: last verified %1. Check before you promise.")
            return words.replace("%1", old)
        if reading.freshness is Freshness.UNVERIFIED:
            return self.tr("Not verified yet.")
        return ""


def spelled(owner: str) -> str:
    """Write a log-in such as “prenom.nom” as a name; leave what already is one."""
    if not _LOGIN.fullmatch(owner):
        return owner
    return re.sub(r"[^.-]+", lambda part: part[0].capitalize(), owner).replace(".", " ")
