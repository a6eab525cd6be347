"""A named field of several lines; Tab leaves it, as it leaves every field."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look
from kbdesk.ui.look.palette import palette

LINES = 6
LINE_EDIT = 3  # px that Qt leaves before the text of a line edit, beside its margins


class TextField(QWidget):
    """Markdown, with room for a few lines; more scroll."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._name = label("label")
        self.edit = QPlainTextEdit()
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.setTabChangesFocus(True)
        self.edit.setObjectName("textfield")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addWidget(self.edit)
        self.edit.textChanged.connect(self.changed.emit)
        self.apply_look(look)

    @property
    def text(self) -> str:
        return self.edit.toPlainText()

    def show_text(self, text: str) -> None:
        """Put a text in."""
        if text != self.text:
            self.edit.setPlainText(text)

    def name(self, name: str) -> None:
        """Set the words."""
        self._name.setText(name)
        self.edit.setAccessibleName(name)

    def apply_look(self, look: Look) -> None:
        for part in (self.edit, self.edit.viewport()):
            part.setPalette(palette(look.tokens))
        self.edit.setFont(look.font("field"))
        self.edit.setFixedHeight(look.line("field") * LINES + 20)
        colours = look.tokens.colour
        beside = look.px(8) + LINE_EDIT - round(self.edit.document().documentMargin())
        self.edit.setStyleSheet(
            f"QPlainTextEdit {{ background: {colours('surface')}; color: {colours('text')};"
            f" border: 1px solid {colours('line')}; border-radius: 6px;"
            f" padding: 4px {beside}px; font-size: {look.px(look.tokens.types['field'].size)}px; }}"
            f" QPlainTextEdit:focus {{ border: 2px solid {colours('accent')};"
            f" padding: 3px {beside - 1}px; }}"
        )
