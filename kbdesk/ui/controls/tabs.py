"""A few names in a row, one of them chosen and underlined: which of several lists is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from kbdesk.ui.controls.flow import Flow
from kbdesk.ui.controls.words_button import WordsButton
from kbdesk.ui.look.look import Look, painter_on


class Tab(WordsButton):
    """One name, perhaps with a number."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, flush=True)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self._look.font("strong")).horizontalAdvance(self.text())
        return QSize(wide, self._look.px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, on = self._look, self.isChecked()
        with painter_on(self) as painter:
            painter.setFont(look.font("strong" if on else "body"))
            painter.setPen(look.colour("text" if on or self.underMouse() else "muted"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self.text())
            if on:
                line = self.rect().adjusted(0, self.height() - 2, 0, 0)
                painter.fillRect(line, look.colour("accent"))


class Tabs(QWidget):
    """Arrows go from one to the next, as between radio buttons."""

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str], look: Look) -> None:
        super().__init__()
        self.stepping = False  # an arrow is going by: the keys stay here
        self._tabs = {key: Tab(look) for key in keys}
        self._group = QButtonGroup(self)
        row = Flow(20, below=0)  # a name has room above and below of its own
        row.setContentsMargins(16, 0, 16, 0)
        for key, tab in self._tabs.items():
            self._group.addButton(tab)
            tab.clicked.connect(lambda _on, key=key: self.chosen.emit(key))
            row.addWidget(tab)
        self.setLayout(row)
        self._group.buttonToggled.connect(self._lead_tab)
        self.choose(keys[0])

    @property
    def key(self) -> str:
        return next(key for key, tab in self._tabs.items() if tab.isChecked())

    def say(self, key: str, text: str) -> None:
        """Name one of them."""
        tab = self._tabs[key]
        if tab.text() != text:
            tab.setText(text)
            tab.setAccessibleName(text)
            tab.updateGeometry()
            tab.update()

    @property
    def offered(self) -> list[tuple[str, str]]:
        """Key and name of each that is shown."""
        return [(key, tab.text()) for key, tab in self._tabs.items() if not tab.isHidden()]

    def offer(self, key: str, offered: bool) -> None:
        """Show one of them or not."""
        self._tabs[key].setVisible(offered)

    def choose(self, key: str) -> None:
        """Show one as chosen, telling nobody."""
        self._tabs[key].setChecked(True)
        self._lead_tab()

    def _lead_tab(self) -> None:
        strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
        for tab in self._tabs.values():
            tab.setFocusPolicy(strong if tab.isChecked() else click)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = [key for key, tab in self._tabs.items() if tab.isVisibleTo(self)]
        by = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if by:
            key = keys[(keys.index(self.key) + by) % len(keys)]
            self.choose(key)
            self._tabs[key].setFocus(Qt.FocusReason.TabFocusReason)
            self.stepping = True
            self.chosen.emit(key)
            self.stepping = False
        else:
            super().keyPressEvent(event)
