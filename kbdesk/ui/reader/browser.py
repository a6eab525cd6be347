"""A text browser that loads nothing from anywhere, keeps its own keys, and copies words alone."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from kbdesk.ui.controls.own_keys import claimed
from kbdesk.ui.reader.copy import plain_text

OWN_KEYS = frozenset({  # what a page answers itself, before any shortcut of the window
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab,
})  # fmt: skip
NO_KEYS = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


class Browser(QTextBrowser):
    """Answers keys, mouse and clipboard; what stands in it is the business of who derives."""

    taken_over = Signal()  # the person scrolls

    def __init__(self) -> None:
        super().__init__()
        self.may_copy: Callable[[], bool] = lambda: True
        self.holds_escape = False  # while something beside it waits to be closed by it
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(False)

    def loaded(self, address: QUrl) -> QImage:
        """Return a picture of the base, never a null one."""
        raise NotImplementedError

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Answer for a picture of the base; for anything else answer with nothing.

        The answer is never null: Qt's document would then read the name as a local file.
        """
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self.loaded(QUrl(name))
        return QByteArray()

    def event(self, event: QEvent) -> bool:
        return claimed(event, self._keeps) or super().event(event)

    def _keeps(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return self.holds_escape
        return event.key() in OWN_KEYS and event.modifiers() in NO_KEYS

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  # Qt's own name
        """Walk from link to link, but not while the keys are in the head."""
        if self.hasFocus():
            return super().focusNextPrevChild(next)
        return QWidget.focusNextPrevChild(self, next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()  # the history is the window's, not that of this widget
            return
        if event.matches(QKeySequence.StandardKey.Copy) and not self.may_copy():
            return
        self.taken_over.emit()
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer Qt's own menu, whose copying asks as the key does."""
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "edit-copy":
                action.triggered.disconnect()
                action.triggered.connect(self._copy_if_allowed)
        menu.popup(event.globalPos())

    def _copy_if_allowed(self) -> None:
        if self.may_copy():
            self.copy()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # text size is set for the whole window
            return
        self.taken_over.emit()
        super().wheelEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy as text alone: colours of the desk have no place in a customer's mail."""
        made = QMimeData()
        made.setText(plain_text(self.textCursor()))
        return made
