"""The fields that fill the `{names}` of a script: one a line, Enter goes to the next, Esc leaves.

What is known of the contact and of the agent stands in them already and can be written over.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from kbdesk.ui.look.look import Look


class Variables(QWidget):
    """Asks for the values of names; hidden until one of them is needed."""

    changed = Signal()
    completed = Signal()  # Enter in the last field
    left = Signal()  # Esc: the text has the keys again

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._fields: dict[str, tuple[QLabel, QLineEdit]] = {}
        self._values: dict[str, str] = {}  # typed, for this article
        self._known: dict[str, str] = {}
        self._told = self._message = ""
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._missing = QLabel()
        self._missing.setWordWrap(True)
        self._grid.addWidget(self._missing, 0, 0, 1, 2)
        self.apply_look(look)
        self._name_things()

    def forget(self) -> None:
        """Begin anew for another article: nothing of this customer goes to the next."""
        self._values, self._told = {}, ""
        self._take(())
        self.hide()

    @property
    def fields(self) -> list[QLineEdit]:
        """The fields shown, in their order."""
        return [field for _, field in self._fields.values()]

    def values(self) -> dict[str, str]:
        """Return what is known and what has been typed for this article, by name."""
        return self._known | self._values

    def know(self, values: Mapping[str, str]) -> None:
        """Fill in what is known of the contact; nothing of the contact before is kept."""
        if dict(values) != self._known:
            self._known = dict(values)
            self._values = {}
            self._take(())
            self.hide()
            self.changed.emit()

    def ask(self, names: tuple[str, ...], missing: str, message: str = "") -> None:
        """Show a field for each name that a message wants, and go to the one that is missing."""
        if names != tuple(self._fields):
            self._take(names)
        self._told, self._message = "", message
        self._name_things()
        self.show()
        self._fields[missing][1].setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, words: str) -> None:
        """Say in the place of the question that it is done."""
        self._told = words
        self._name_things()

    def apply_look(self, look: Look) -> None:
        self._look = look
        warn, words = look.tokens.colour("warn"), look.tokens.colour("text")
        self._missing.setStyleSheet(f"font-size: {look.px(12)}px; color: {warn}; font-weight: 500;")
        for name_label, field in self._fields.values():
            name_label.setStyleSheet(f"font-size: {look.px(13)}px; color: {words};")
            field.setFixedHeight(look.px(30))
        self._grid.setContentsMargins(0, look.px(12), 0, 0)
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setVerticalSpacing(look.px(6))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name_things()
        super().changeEvent(event)

    def _add_field(self, name: str, row: int) -> tuple[QLabel, QLineEdit]:
        name_label, field = QLabel(name), QLineEdit()
        name_label.setBuddy(field)
        field.setAccessibleName(name)
        field.setTextMargins(4, 0, 4, 0)
        field.setText(self.values().get(name, ""))
        field.textChanged.connect(lambda text: self._typed(name, text))
        field.returnPressed.connect(self._next)
        self._grid.addWidget(name_label, row, 0)
        self._grid.addWidget(field, row, 1)
        return name_label, field

    def _take(self, names: tuple[str, ...]) -> None:
        for parts in self._fields.values():
            for part in parts:
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
        self._fields = {name: self._add_field(name, row + 1) for row, name in enumerate(names)}
        self.apply_look(self._look)

    def _typed(self, name: str, text: str) -> None:
        self._values[name] = text.strip()
        self.changed.emit()

    def _next(self) -> None:
        empty = [field for _, field in self._fields.values() if not field.text().strip()]
        if empty:
            empty[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.completed.emit()

    def _name_things(self) -> None:
        question = self.tr("Fill these in before copying:")
        self._missing.setText(self._told or f"{question} {self._message}".rstrip())
