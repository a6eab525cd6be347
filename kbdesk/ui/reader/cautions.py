"""The warnings of an article told with its answer, however far down they stand.

Whoever speaks to a customer reads what to say and no further. A warning block in the fifth section
is then read too late, so its first sentence stands below what to say and leads to it. One that the
article opens with is read anyway, and is not told twice.
"""

import re
from collections.abc import Sequence
from html import escape, unescape
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.glyph import Glyph
from kbdesk.ui.reader.prose import Prose

MOST = 2  # told; how many more there are is said
LONGEST = 150  # letters of each
_BLOCK = re.compile(
    r'<a name="([^"]*)"></a><table class="warning"[^>]*><tr><td class="warning">\n'
    r'<p class="label">[^<]*</p>(.*?)</td></tr></table>',
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]+>")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Þ«])")
_HEADING = re.compile(r"<h[1-6]\b")


class Caution(NamedTuple):
    """A warning: the name of its block, and what it says first."""

    anchor: str
    text: str


def cautions(html: str) -> tuple[Caution, ...]:
    """Find the warnings of a rendered page that stand below its first heading."""
    first = _HEADING.search(html)
    start = first.start() if first else len(html)
    found = (
        Caution(unescape(one[1]), _first_words(one[2])) for one in _BLOCK.finditer(html, start)
    )
    return tuple(caution for caution in found if caution.text)


def _first_words(inside: str) -> str:
    """Return the first sentence of a block; cut between words when it is long."""
    text = " ".join(unescape(_TAG.sub(" ", inside)).split())
    text = re.sub(r" ([,.…)])", r"\1", text)
    sentence = _SENTENCE.split(text, 1)[0]
    if len(sentence) <= LONGEST:
        return sentence
    return sentence[:LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


class Cautions(QWidget):
    """A line for each of the first warnings."""

    chosen = Signal(str)  # anchor of the block

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Caution, ...] = ()
        self._lines = [_Line(look) for _ in range(MOST + 1)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 0)
        column.setSpacing(4)
        for line in self._lines:
            column.addWidget(line)
            line.chosen.connect(self.chosen)
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(line.words.accessibleName() for line in self._lines if not line.isHidden())

    def show_cautions(self, found: Sequence[Caution]) -> None:
        """Tell the first of these warnings, and how many more there are."""
        self._shown = tuple(found)
        self._tell()

    def apply_look(self, look: Look) -> None:
        self._look = look
        for line in self._lines:
            line.apply_look(look)
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._tell()
        super().changeEvent(event)

    def _tell(self) -> None:
        told = list(self._shown[:MOST])
        if len(self._shown) == MOST + 1:
            told.append(self._shown[MOST])
        elif len(self._shown) > MOST:
            words = self.tr("%1 more warnings below").replace("%1", str(len(self._shown) - MOST))
            told.append(Caution(self._shown[MOST].anchor, words))
        for line, caution in zip(self._lines, [*told, *[None] * (MOST + 1)], strict=False):
            line.setVisible(caution is not None)
            if caution is not None:
                line.say(caution)
        self.setVisible(bool(told))


class _Line(QWidget):
    """A warning sign and words that lead to where the warning stands."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._caution = Caution("", "")
        self._look = look
        self._sign = Glyph("warning-circle", 14, look, colour="warn", line="body", prose=True)
        self.words = Prose("body", look)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.words.linkActivated.connect(lambda _to: self.chosen.emit(self._caution.anchor))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def say(self, caution: Caution) -> None:
        self._caution = caution
        colour = self._look.tokens.colour("text")
        self.words.say(
            caution.text,
            f'<a href="here" style="color:{colour}; text-decoration:none">'
            f"{escape(caution.text, quote=False)}</a>",
        )

    def apply_look(self, look: Look) -> None:
        self._look = look
        for part in (self._sign, self.words):
            part.apply_look(look)
        self.say(self._caution)
