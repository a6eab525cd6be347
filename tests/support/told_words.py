"""The words that are to be seen in the windows of a desk, as a screen reader would be told them.

Whatever the screen: each visible widget says its accessible name or its text, a list its rows that
are in view, a field its name and what it holds. Nothing here knows one screen from another.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u200b": None})


def seen() -> list[str]:
    """Return what every window says, top to bottom as its widgets stand in each other."""
    return [
        plain
        for window in QApplication.topLevelWidgets()
        if window.isVisible()
        for words in _of(window)
        if (plain := " ".join(words.translate(SPACES).split()))
    ]


def name_of(widget: QWidget | None) -> str:
    """Return what a widget is called, "" for none."""
    if widget is None:
        return ""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return " ".join((widget.accessibleName() or text).translate(SPACES).split())


def held_by(widget: QWidget | None) -> tuple[str, int]:
    """Return what a field holds and where its caret is; of a list, the row that is chosen."""
    if isinstance(widget, QLineEdit):
        return widget.text(), widget.cursorPosition()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        typed = "" if widget.isReadOnly() else widget.toPlainText()
        return typed, widget.textCursor().position()
    if isinstance(widget, QAbstractItemView):
        index = widget.currentIndex()
        return (_row(index.data(Qt.ItemDataRole.AccessibleTextRole)), index.row())
    return "", 0


def _of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions() if action.isVisible())
    elif not widget.visibleRegion().isEmpty() or widget.isWindow():
        yield from _own(widget)
        for child in widget.children():
            if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
                yield from _of(child)


def _own(widget: QWidget) -> Iterator[str]:
    name = widget.accessibleName()
    if isinstance(widget, QAbstractItemView):
        yield name
        yield from _rows(widget)
    elif isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        text = widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()
        yield f"{name}: {text}" if name else text
    elif isinstance(widget, QLabel):
        yield name or (widget.text() if widget.textFormat() != Qt.TextFormat.RichText else "")
    elif isinstance(widget, QAbstractButton):
        yield name or widget.text()
        if name and widget.text() not in name:
            yield widget.text()
    else:
        yield name


def _rows(view: QAbstractItemView) -> Iterator[str]:
    """Say each row of which a part is in view."""
    model, room = view.model(), view.viewport().rect()
    first = view.indexAt(QPoint(room.center().x(), 1))
    row = first.row() if first.isValid() else 0
    while row < model.rowCount():
        index = model.index(row, 0)
        if not room.intersects(view.visualRect(index)):
            break
        yield _row(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data())
        row += 1


def _row(said: object) -> str:
    return str(said) if said is not None else ""
