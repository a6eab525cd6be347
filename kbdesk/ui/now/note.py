"""The note of the contact: free words, kept on this computer as they are typed."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kbdesk.ui import words
from kbdesk.ui.controls import key_cap
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.shortcuts import SHORTCUTS

LONGEST = 4000  # characters: a note, not a letter; a paste of a whole mail is cut
LINES = 3
LARGE = 125  # percent: above, a note at rest is one line in one column


class NoteEdit(QPlainTextEdit):
    """The field itself; in one column it is one line high until somebody writes."""

    left = Signal()  # Esc: back to where the caret was

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.folds = False
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._bound)
        self.apply_look(look)

    def _bound(self) -> None:
        excess = self.document().characterCount() - 1 - LONGEST
        if excess > 0:
            cursor = QTextCursor(self.document())
            cursor.setPosition(LONGEST)
            cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        self.fit()

    @property
    def folded(self) -> bool:
        """True while it is one line high: in one column, at rest, where there is little room."""
        full = bool(self.toPlainText()) and self._look.scale <= LARGE
        return self.folds and not self.hasFocus() and not full

    def fit(self) -> None:
        """Take the height of one line or of three."""
        folded = self.folded
        line = self._look.line("body")
        self.setFixedHeight(line + 20 if folded else LINES * line + 16)
        letters = self.fontMetrics().height()
        self.setViewportMargins(0, (line + 12 - letters) // 2 - 4 if folded else 0, 0, 0)

    def apply_look(self, look: Look) -> None:
        self._look = look
        ink = look.tokens.colour
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {ink('surface')}; color: {ink('text')};"
            f" border: 1px solid {ink('line')}; border-radius: {look.tokens.radii['control']}px;"
            f" padding: 3px 5px; font-size: {look.px(13)}px;"
            f" selection-background-color: {ink('accent')};"
            f" selection-color: {ink('accent-on')}; placeholder-text-color: {ink('muted')}; }}"
            f"QPlainTextEdit:focus {{ border: 2px solid {ink('accent')}; padding: 2px 4px; }}"
        )
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.folded and not self.toPlainText():
            caps = words.keys(SHORTCUTS["note"])
            view = self.viewport()
            left = view.width() - key_cap.width_of(self._look, caps) - 6
            with painter_on(view) as painter:
                at = QPointF(left, self.height() / 2 - view.y())
                key_cap.paint(painter, self._look, caps, at, "plain")


class Note(QWidget):
    """Its name, whether it is kept, and the field."""

    written = Signal(str)  # the whole text, at each change that a person made

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._alone = False
        self._kept = ""  # "", "kept", "failed"
        self._before: QWidget | None = None
        self._name = Paragraph("label", look, colour="muted", lines=1)
        self.state = Paragraph("caption", look, colour="muted", lines=1, right=True)
        self.edit = NoteEdit(look)
        self.edit.textChanged.connect(self._on_changed)
        self.edit.left.connect(self.give_back)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._name)
        top.addWidget(self.state, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(top)
        self._column.addWidget(self.edit)
        self._say()

    @property
    def text(self) -> str:
        return self.edit.toPlainText()

    def show_text(self, text: str) -> None:
        """Put a text in without telling anyone: it is kept already."""
        if text != self.text:
            self.edit.blockSignals(True)
            self.edit.setPlainText(text[:LONGEST])
            self.edit.blockSignals(False)
            self.edit.moveCursor(QTextCursor.MoveOperation.End)
        self._kept = "kept" if text else ""
        self.edit.fit()
        self._say()

    def append(self, text: str) -> None:
        """Add lines at the end, as somebody would who typed them: it can be undone."""
        cursor = QTextCursor(self.edit.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(("\n" if self.text and not self.text.endswith("\n") else "") + text)
        self.edit.ensureCursorVisible()

    def take_focus(self) -> None:
        """Bring the caret here, and remember where it was."""
        now = QApplication.focusWidget()
        if now is not self.edit:
            self._before = now
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.moveCursor(QTextCursor.MoveOperation.End)

    def give_back(self) -> None:
        """Bring the caret back to where it was before."""
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.edit.clearFocus()

    def tell_kept(self, kept: bool) -> None:
        """Say that all of it is kept, or that it could not be."""
        self._kept = "kept" if kept else "failed"
        self._say()

    def show_alone(self, alone: bool) -> None:
        self._alone = self.edit.folds = alone
        self.edit.fit()
        self._say()

    def apply_look(self, look: Look) -> None:
        self._look = look

    def _on_changed(self) -> None:
        self._kept = ""
        self._say()
        self.written.emit(self.text)

    def _say(self) -> None:
        name = self.tr("Note of the contact")
        told = {
            "kept": (self.tr("kept on this computer"), self.tr("kept")),
            "failed": (self.tr("not kept yet"), self.tr("not kept")),
        }
        self._name.say(name)
        self.state.say(*told.get(self._kept, ("", "")))
        self.state.wear("caption", "critical" if self._kept == "failed" else "muted")
        named = not self._alone or bool(self.text)
        self._name.setVisible(named)
        self.state.setVisible(named)
        self.edit.setPlaceholderText(name if self._alone else "")
        self.edit.setAccessibleName(name)
        self.edit.setAccessibleDescription(self.state.text)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
