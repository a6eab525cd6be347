"""One thing to type, its name above it; and the line that says what is wrong.

The line is as wide as the form and not as the field: sentences are long, in French above all.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kbdesk.ui.hearing import announce
from kbdesk.ui.labels import label, set_tone
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on


class FaultLine(QWidget):
    """A sign and a sentence in the colour of what is wrong; takes no room while all is well."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._text = label("body-ui", wraps=True)
        set_tone(self._text, "critical")
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addWidget(self._text, 1)
        self.apply_look(look)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text() if not self.isHidden() else ""

    def say(self, sentence: str) -> None:
        """Tell what is wrong, or with "" nothing."""
        if sentence != self.text:
            announce(self, sentence)
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._row.setContentsMargins(look.px(22), 6, 0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side, line = self._look.px(16), self._look.line("body")
        box = QRect(0, 6 + (line - side) // 2, side, side)
        with painter_on(self) as painter:
            icons.paint(painter, "warning-circle", box, self._look.colour("critical"))


class Field(QWidget):
    """A named line edit."""

    def __init__(self, look: Look, *, secret: bool = False, named: bool = True) -> None:
        super().__init__()
        self._look = look
        self._name = label("label", self)
        self._name.setVisible(named)
        self.edit = QLineEdit()
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if named:  # else what stands around it says what it is
            column.addWidget(self._name)
            column.addSpacing(4)
        column.addWidget(self.edit)
        self.apply_look(look)

    @property
    def text(self) -> str:
        return self.edit.text()

    def name(self, name: str, example: str = "") -> None:
        """Set the words."""
        self._name.setText(name)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(example)

    def show_name(self, shown: bool) -> None:  # noqa: FBT001  # one question
        """Leave the name out where there is no room: the example stands in the field."""
        self._name.setVisible(shown)

    def blame(self, sentence: str) -> None:
        """Say to a screen reader what is wrong here, and bring the caret."""
        self.edit.setAccessibleDescription(sentence)
        if sentence:
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.edit.setFont(look.font("field"))
        self.edit.setFixedHeight(look.size("act"))
        self.edit.setTextMargins(look.px(8), 0, look.px(8), 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), super().minimumSizeHint().height())
