"""What a new article begins with: a template of its kind, by a digit, or an empty page."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.core.drafts import Template
from kbdesk.ui import words
from kbdesk.ui.controls.buttons import IconButton
from kbdesk.ui.controls.own_keys import claimed
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.writing.rows import HIGH, Row, RowList

EMPTY = "-"
WIDEST = 640  # px at 100 %
FRENCH = {"&": 1, "é": 2, '"': 3, "'": 4, "(": 5, "-": 6, "è": 7, "_": 8, "ç": 9}


class Templates(QWidget):
    """A list that takes digits, on a French row without Shift too."""

    chosen = Signal(str)  # the id of a template, "" for an empty page
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._templates: tuple[Template, ...] = ()
        self.setObjectName("reader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = IconButton("arrow-left", look)
        self._title = label("section")
        self._told = Prose("read", look, colour="muted")
        self.list = RowList(look)
        self.list.setObjectName("figures")  # on the ground of the page
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(12, 0, 16, 0)
        head.setSpacing(8)
        head.addWidget(self.back)
        head.addWidget(self._title)
        head.addStretch(1)
        self._holder = holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(16, 8, 16, 16)
        inner.setSpacing(16)
        inner.addWidget(self._told)
        inner.addWidget(self.list, 1)
        inner.addStretch(0)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(holder, 1000)
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(across, 1)
        self.back.clicked.connect(self.left.emit)
        self.list.opened.connect(self._choose)
        self.apply_look(look)
        self._say()

    def offer(self, templates: Sequence[Template]) -> None:
        """Show what there is."""
        self._templates = tuple(templates)
        self._say()
        self.list.choose(self.list.ids[0])
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, id_: str) -> None:
        self.chosen.emit("" if id_ == EMPTY else id_)

    def _say(self) -> None:
        self.back.name(self.tr("Back to the list (Esc)"))
        self._title.setText(self.tr("New article"))
        self._told.say(self.tr("What is it to be? Its template says what has to be written."))
        self.list.setAccessibleName(self.tr("Templates"))
        rows = [
            Row(one.id, one.title, words.kind(one.kind), key=str(number))
            for number, one in enumerate(self._templates, 1)
        ]
        number = str(len(rows) + 1)
        about = self.tr("for whatever fits none of them")
        rows.append(Row(EMPTY, self.tr("An empty page"), about, key=number))
        self.list.show_rows(rows, self.list.chosen)
        self._fit()

    def _fit(self) -> None:
        self.list.setMaximumHeight((self._look.px(HIGH - 1) + 1) * len(self.list.ids))

    def event(self, event: QEvent) -> bool:
        return claimed(event, lambda key: bool(self._number(key))) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = self._number(event)
        if number:
            self._choose(self.list.ids[number - 1])
        else:
            super().keyPressEvent(event)

    def _number(self, event: QKeyEvent) -> int:
        text = event.text()
        number = int(text) if text.isdecimal() and text.isascii() else FRENCH.get(text, 0)
        return number if number <= len(self.list.ids) else 0

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._head.setFixedHeight(look.size("bar"))
        self._holder.setMaximumWidth(look.px(WIDEST))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
