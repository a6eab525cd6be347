"""What to say: the sentence that an agent speaks or pastes, before anything else on the page.

A script's `{names}` are asked for here: copying with one missing shows what is missing and copies
nothing, because a hole pasted to a customer is worse than a second's wait.
"""

import html
import re
from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kbdesk.core import scripts
from kbdesk.ui.controls.key_cap import KeyCaps
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.reader.glyph import Glyph
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.reader.variables import Variables
from kbdesk.ui.shortcuts import SHORTCUTS

COPY_KEY = SHORTCUTS.get("copy_reply", "Ctrl+Shift+C")
COPIED_FOR = 2000  # ms that the button says so
EDGE = 3
_OPEN_NAME = re.compile(r"\{[^{}<>]+\}")


class Say(QWidget):
    """The block with the sentence, its copy button and, for a script, the fields to fill."""

    copied = Signal(str)  # the text now on the clipboard
    asked = Signal()  # fields are shown, and the keys are in them

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._sentence = ""
        self._keyed = True
        self._pending = ("", "")  # what is copied once nothing is missing, and its name
        self._quotes = Glyph("quotes-fill", 16, look, colour="accent", line="body")
        self._name = QLabel()
        self._copy = QPushButton()
        self._caps = KeyCaps(COPY_KEY, look, "soft")
        self._words = Prose("say", look)
        self._variables = Variables(look)
        self._rest = QTimer(self, singleShot=True, interval=COPIED_FOR)
        self._lay_out()
        self._variables.changed.connect(self._show_words)
        self._variables.completed.connect(lambda: self.copy_text(*self._pending))
        self._copy.clicked.connect(self.copy)
        self._rest.timeout.connect(self._name_things)
        self._name_things()
        self.apply_look(look)

    @property
    def first_stop(self) -> QWidget:
        """Where the Tab key enters."""
        return self._copy

    def show_sentence(self, sentence: str, *, keyed: bool = True) -> None:
        """Show a sentence with its `{names}` still open; `keyed` when the copy key is for it."""
        self._sentence, self._keyed, self._pending = sentence, keyed, (sentence, "")
        self._rest.stop()
        self._variables.forget()
        self._name_things()
        self._show_words()
        self._fit()
        self.setVisible(bool(sentence))

    def copy(self) -> None:
        """Copy the sentence."""
        if self._sentence:
            self.copy_text(self._sentence)

    def copy_text(self, text: str, name: str = "") -> None:
        """Put a text of the article on the clipboard; with a name missing, ask for it instead."""
        self._pending = (text, name)
        filled, missing = scripts.fill(text, self._variables.values())
        if missing:
            self.show()
            self._variables.ask(scripts.variables(text), missing[0], name)
            for before, after in pairwise([self._copy, *self._variables.fields]):
                self.setTabOrder(before, after)
            self.asked.emit()
            return
        QGuiApplication.clipboard().setText(filled)
        self._tell_copied(name)
        self.copied.emit(filled)

    def _tell_copied(self, name: str) -> None:
        if name:
            self._variables.tell(self.tr("Copied: %1").replace("%1", name))
        else:
            self._copy.setText(self.tr("Copied"))
            self._rest.start()

    def apply_look(self, look: Look) -> None:
        self._look = look
        for part in (self._quotes, self._caps, self._words, self._variables):
            part.apply_look(look)
        accent = look.tokens.colour("accent")
        small = f"font-size: {look.px(12)}px; color: {accent};"
        self._name.setStyleSheet(f"{small} font-weight: 600;")
        self._copy.setStyleSheet(
            f"QPushButton {{ {small} font-weight: 500; background: transparent; padding: 0 2px;"
            f" border: 2px solid transparent; min-height: {look.px(20)}px; }}"
            f"QPushButton:focus {{ border-color: {accent}; border-radius: 6px; padding: 0 2px; }}"
        )
        self._fit()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        radius = self._look.tokens.radii["card"]
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(self.rect()).adjusted(-2 * radius, 0, 0, 0), radius, radius)
        with painter_on(self) as painter:
            painter.fillPath(ground, self._look.colour("accent-soft"))
            painter.fillRect(0, 0, EDGE, self.height(), self._look.colour("accent"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name_things()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (self._quotes, self._name):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self._copy)
        head.addWidget(self._caps)
        column = QVBoxLayout(self)
        column.setContentsMargins(21 + EDGE, 12, 20, 18)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addWidget(self._variables)

    def _fit(self) -> None:
        """Leave the key out where its words would not fit beside it."""
        parts = (self._name, self._copy, self._caps)
        needed = sum(part.sizeHint().width() for part in parts) + 100
        self._caps.setVisible(self._keyed and self.width() > needed)

    def _show_words(self) -> None:
        filled, missing = scripts.fill(self._sentence, self._variables.values())
        markup = html.escape(filled, quote=False)
        self._words.say(filled, _OPEN_NAME.sub(self._mark_name, markup) if missing else markup)

    def _mark_name(self, found: re.Match[str]) -> str:
        return f'<span style="color:{self._look.tokens.colour("accent")}">{found[0]}</span>'

    def _name_things(self) -> None:
        self._name.setText(self.tr("What to say"))
        self._copy.setText(self.tr("Copy"))
        self._copy.setAccessibleName(self.tr("Copy what to say"))
        self.setAccessibleName(self.tr("What to say"))
