"""What was said about one thing, and what was answered: who, when, why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.core.talk import Reply
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.writing import words
from kbdesk.ui.writing.mine_rows import TONES


@dataclass(frozen=True, slots=True)
class Said:
    """One word of a thread: the line above it, and what was said."""

    above: str
    words: str
    tone: str = "muted"  # of the line above


def of_replies(replies: Iterable[Reply], by: str, now: datetime) -> list[Said]:
    """Write what was said back and forth about what `by` began."""
    return [
        Said(
            words.joined(words.reply(one, by), one.by_name, words.ago(one.at, now)),
            one.text,
            TONES.get(one.state, "muted"),
        )
        for one in replies
    ]


class _Entry(QWidget):
    def __init__(self, said: Said, look: Look) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 13)
        column.setSpacing(2)
        above = Prose("label", look, colour=said.tone)
        above.say(said.above)
        column.addWidget(above)
        if said.words:
            words = Prose("read", look)
            words.say(said.words)
            column.addWidget(words)

    def apply_look(self, look: Look) -> None:
        self._look = look

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(
                0, self.height() - 1, self.width(), 1, self._look.colour("line")
            )  # fmt: skip


class Thread(QWidget):
    """Entries between hairlines."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._said: tuple[Said, ...] = ()
        self._entries: list[_Entry] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_said(self, said: Sequence[Said]) -> None:
        """Show what was said; the same again changes nothing."""
        if tuple(said) == self._said:
            return
        self._said = tuple(said)
        for entry in self._entries:
            self._column.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self._entries = [_Entry(one, self._look) for one in self._said]
        for entry in self._entries:
            self._column.addWidget(entry)

    def apply_look(self, look: Look) -> None:
        self._look = look
