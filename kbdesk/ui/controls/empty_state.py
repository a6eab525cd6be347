"""What a place shows while it holds nothing: what it is for, and the one act that fills it."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.key_cap import KeyCaps
from kbdesk.ui.labels import label
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on

COLUMN = 480  # px at 100 %: as wide as two lines of a short sentence


class Picture(QWidget):
    """One quiet icon."""

    def __init__(self, icon: str, look: Look, side: int = 24) -> None:
        super().__init__()
        self._icon = icon
        self._side = side
        self._look = look
        self.apply_look(look)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.setFixedSize(QSize(look.px(self._side), look.px(self._side)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painter_on(self) as painter:
            side = self.width()
            icons.paint(painter, self._icon, QRect(0, 0, side, side), self._look.colour("muted"))


class EmptyState(QWidget):
    """An icon, a line, a sentence, at most one filled act, and hints with their keys."""

    def __init__(self, icon: str, look: Look, *, small: bool = False) -> None:
        super().__init__()
        self._look = look
        self._line = label("strong" if small else "section", wraps=True)
        self._sentence = label("caption" if small else "body", wraps=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._hints = QGridLayout()
        self._hints.setVerticalSpacing(8)
        self._hints.setColumnStretch(0, 1)
        self._hints.setColumnStretch(3, 1)
        self._lay_out(Picture(icon, look))

    def _lay_out(self, picture: Picture) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 24, 16, 24)
        self._holder = holder = QWidget()
        self.apply_look(self._look)
        holder.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        for text in (self._line, self._sentence):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(16)
        self._column.addWidget(self._line)
        self._column.addSpacing(4)
        self._column.addWidget(self._sentence)
        self._column.addSpacing(20)
        outer.addStretch(2)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(holder, 1000)  # up to its widest, and then in the middle
        across.addStretch(1)
        outer.addLayout(across)
        outer.addStretch(3)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._holder.setMaximumWidth(look.px(COLUMN))

    def say(self, line: str, sentence: str) -> None:
        """Set the words."""
        self._line.setText(line)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def add_act(
        self, does: Callable[[], object], *, shortcut: str = "", primary: bool = True
    ) -> ActButton:
        """Add a button; its words are set by the caller."""
        button = ActButton(self._look, shortcut=shortcut, primary=primary)
        button.clicked.connect(lambda _checked=False: does())
        self._column.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(12)
        return button

    def add_hint(self, shortcut: str) -> QLabel:
        """Add a line of caption with a key; return its label."""
        if self._hints.rowCount() == 1 and self._hints.count() == 0:
            self._column.addLayout(self._hints)
            self._hints.setHorizontalSpacing(8)  # one key stands beside its words
        else:
            self._hints.setHorizontalSpacing(32)  # several stand in a column
        row = self._hints.rowCount()
        text = label("caption")
        self._hints.addWidget(text, row, 1)
        caps = KeyCaps(shortcut, self._look)
        self._hints.addWidget(caps, row, 2, Qt.AlignmentFlag.AlignRight)
        return text
