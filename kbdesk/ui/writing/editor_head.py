"""The top row of the editor: the way back, what is written, and that it is kept."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kbdesk.core.drafts import Draft
from kbdesk.ui.controls.buttons import IconButton
from kbdesk.ui.controls.filter_chip import Choice, FilterChip
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.look.look import Look
from kbdesk.ui.writing import words

NARROW = 520  # px at 100 %
TIGHT = 150  # percent of text


class EditorHead(QWidget):
    """“← Title  v7        Kept on this desk at 10:41”."""

    left = Signal()
    shelf_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._draft: Draft | None = None
        self._kept: datetime | None = None
        self._problem = ""
        self.back = IconButton("arrow-left", look)
        self._title = Paragraph("strong", look, lines=1, gives_way=True)
        self._version = Paragraph("caption", look, colour="muted", lines=1, gives_way=True)
        self.shelf = FilterChip(look)
        self.state = Paragraph("caption", look, colour="muted", lines=1, right=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 24, 0)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addWidget(self._title)
        row.addWidget(self._version)
        row.addWidget(self.shelf)
        row.addStretch(1)
        row.addWidget(self.state)
        self.back.clicked.connect(self.left.emit)
        self.shelf.chosen.connect(self.shelf_chosen.emit)
        self.apply_look(look)
        self._say()

    def show_draft(self, draft: Draft) -> None:
        """Begin with another draft."""
        self._draft, self._kept, self._problem = draft, draft.saved, ""
        self.shelf.setVisible(draft.base is None)
        self._fit()
        self._say()

    def offer_shelves(self, shelves: Sequence[tuple[str, str]], chosen: str) -> None:
        """Say on which shelves a new article may go."""
        self.shelf.offer([Choice(id_, title) for id_, title in shelves])
        self.shelf.choose(chosen)

    def show_title(self, title: str) -> None:
        """Say what the text calls itself by now."""
        self._title.say(title or self.tr("New article"))

    def show_kept(self, at: datetime) -> None:
        """Say that all of it is kept."""
        self._kept, self._problem = at, ""
        self._say()

    def show_failed(self, why: str) -> None:
        """Say that it could not be kept, and why."""
        self._problem = why
        self._say()

    def _say(self) -> None:
        self.back.name(self.tr("Back (Esc); your text stays here"))
        self.shelf.setAccessibleName(self.tr("Shelf"))
        if self._draft is None:
            return
        self.show_title(self._draft.title)
        rev = self._draft.base_rev
        self._version.say(self.tr("from version %1").replace("%1", str(rev)) if rev else "")
        self._say_kept()

    def _say_kept(self) -> None:
        if self._problem:
            self.state.wear("caption", "critical")
            self.state.say(
                self.tr("Not kept: %1").replace("%1", self._problem), self.tr("Not kept")
            )
        elif self._kept is not None:
            self.state.wear("caption", "muted")
            at = words.clock(self._kept)
            told = self.tr("Kept on this desk at %1").replace("%1", at)
            short = self.tr("Kept %1").replace("%1", at)
            tight = self._narrow and self._look.scale >= TIGHT
            self.state.say(*((at, at) if tight else (short, at) if self._narrow else (told, short)))
            self.state.setAccessibleName(told)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.setFixedHeight(look.size("bar"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what the text says anyway where room is short."""
        narrow = self._narrow
        new = self._draft is not None and self._draft.base is None
        self._version.setVisible(not narrow)
        self.layout().setSpacing(6 if narrow else 10)  # type: ignore[union-attr]
        self._title.setVisible(not (narrow and new))
        self._say_kept()

    @property
    def _narrow(self) -> bool:
        return self.width() < self._look.px(NARROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("surface"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
