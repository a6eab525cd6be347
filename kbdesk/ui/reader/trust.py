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
from kbdesk.core.articles import Freshness
from kbdesk.core.reading import Reading
from kbdesk.ui import dates
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader import doubts
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
        warning = doubts.of(self._reading, self._clock.today())
        self._warning.say(warning)
        self._warned.setVisible(bool(warning))

    def _verified(self, reading: Reading) -> str:
        verified = reading.article.verified
        if reading.freshness is not Freshness.VERIFIED or verified is None:
            return ""
        words = self.tr("Verified %1 by %2") if reading.verifier else self.tr("Verified %1")
        ago = dates.ago(verified, self._clock.today())
        return words.replace("%2", reading.verifier).replace("%1", ago)

    def _facts(self, reading: Reading) -> list[str]:
        article, today = reading.article, self._clock.today()
        facts = []
        if reading.rev > 1:
            facts.append(self.tr("v%1").replace("%1", str(reading.rev)))
        if article.updated:
            facts.append(self.tr("updated %1").replace("%1", dates.ago(article.updated, today)))
        if article.owner and (reading.owner_name or spelled(article.owner)) != reading.verifier:
            facts.append(reading.owner_name or spelled(article.owner))
        if reading.next_change and reading.on is None:
            change = dates.day(reading.next_change, today)
            facts.append(self.tr("changes on %1").replace("%1", change))
        if facts and reading.freshness is not Freshness.VERIFIED:
            facts[0] = facts[0][:1].upper() + facts[0][1:]
        return facts


def spelled(owner: str) -> str:
    """Write a log-in such as “prenom.nom” as a name; leave what already is one."""
    if not _LOGIN.fullmatch(owner):
        return owner
    return re.sub(r"[^.-]+", lambda part: part[0].capitalize(), owner).replace(".", " ")
