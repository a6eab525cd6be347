"""One setting: its name, what it means, and its choices as a row of buttons, one of them chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kbdesk.ui.controls.buttons import paint_ring
from kbdesk.ui.controls.flow import Flow
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look, painter_on

STRONG = Qt.FocusPolicy.StrongFocus


class Segment(QAbstractButton):
    """One choice: filled softly when it is the one."""

    def __init__(self, key: str, look: Look) -> None:
        super().__init__()
        self.key = key
        self._look = look
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self._look.font("control")).horizontalAdvance(self.text())
        return QSize(wide + self._look.px(28), self._look.size("control"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, on = self._look, self.isChecked()
        with painter_on(self) as painter:
            painter.setPen(QPen(look.colour("accent" if on else "line"), 1))
            painter.setBrush(look.colour("accent-soft" if on else "surface"))
            box = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, 6, 6)
            painter.setFont(look.font("control"))
            painter.setPen(look.colour("accent" if on else "text"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
            if self.hasFocus():
                paint_ring(painter, look, self.rect())


class ChoiceRow(QWidget):
    """A setting with a few choices; arrows move between them, as radio buttons do."""

    chosen = Signal(str)

    def __init__(self, keys: Sequence[str], look: Look, *, role: str = "strong") -> None:
        super().__init__()
        self.name, self.meaning = label(role), label("caption", wraps=True)
        self._segments = {key: Segment(key, look) for key in keys}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.name)
        column.addWidget(self.meaning)
        column.addSpacing(8)
        column.addLayout(self._choices())
        self._group.buttonToggled.connect(self._lead_tab)

    def _choices(self) -> Flow:
        row = Flow(6)
        for key, segment in self._segments.items():
            self._group.addButton(segment)
            segment.clicked.connect(lambda _on, key=key: self.chosen.emit(key))
            row.addWidget(segment)
        return row

    def _lead_tab(self) -> None:
        """Let Tab come to what is chosen: Qt would come to the first of them."""
        for segment in self._segments.values():
            by_tab = segment.isChecked() or self._group.checkedButton() is None
            segment.setFocusPolicy(STRONG if by_tab else Qt.FocusPolicy.ClickFocus)

    def say(self, name: str, meaning: str, texts: dict[str, str]) -> None:
        """Set the words."""
        self.name.setText(name)
        self.meaning.setText(meaning)
        self.meaning.setVisible(bool(meaning))
        for key, text in texts.items():
            segment = self._segments[key]
            segment.setText(text)
            segment.setAccessibleName(f"{name}: {text}")
            segment.updateGeometry()

    @property
    def key(self) -> str:
        """The choice that is shown, "" for none."""
        return next((key for key, one in self._segments.items() if one.isChecked()), "")

    def choose(self, key: str) -> None:
        """Show a choice without telling anyone."""
        if segment := self._segments.get(key):
            segment.setChecked(True)
