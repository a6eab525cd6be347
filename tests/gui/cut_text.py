"""Finds what a person could not read: text that is cut, out of the window, or not translated."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScrollArea, QWidget

from kbdesk import paths
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.choice_row import Segment
from kbdesk.ui.controls.filter_chip import FilterChip
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.paragraph import Paragraph
from kbdesk.ui.controls.quiet_button import QuietButton
from kbdesk.ui.reader.bar import Crumb

PAINTED = ActButton | Segment | FilterChip | QuietButton  # these never cut their own words


def cut(window: QWidget) -> Iterator[str]:
    """Name every text that does not fit, and every part that hangs out of the window."""
    for part in window.findChildren(QWidget):
        if not part.isVisible() or not isinstance(part, QLabel | QAbstractButton | Paragraph):
            continue
        text = part.text if isinstance(part, Paragraph) else part.text()
        if not text or isinstance(part, Crumb):  # the path gives way by its own rule
            continue
        if not _fits(part):
            yield f"{type(part).__name__} {text!r} has {part.width()}x{part.height()}"
        left = part.mapTo(window, QPoint(0, 0)).x()
        if not _scrolls(part) and not (left >= 0 and left + part.width() <= window.width()):
            yield f"{type(part).__name__} {text!r} stands at {left} to {left + part.width()}"


def _scrolls(part: QWidget) -> bool:
    parent = part.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea) and parent.horizontalScrollBar().maximum():
            return parent.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        parent = parent.parentWidget()
    return False


def _fits(part: QLabel | QAbstractButton | Paragraph) -> bool:
    if isinstance(part, Paragraph):
        return part.gives_way or not part.cut
    if isinstance(part, KeyedButton):
        return not part.cut
    if isinstance(part, QLabel):
        if part.wordWrap():
            return part.height() >= part.heightForWidth(part.width()) and _breaks(part)
        return part.width() >= part.sizeHint().width() or bool(part.toolTip())
    return not isinstance(part, PAINTED) or part.width() >= part.sizeHint().width()


def _breaks(part: QLabel) -> bool:
    """Tell whether the longest word of a paragraph has room on a line of its own."""
    room = part.contentsRect().width()
    laid = QTextDocument()
    laid.setDocumentMargin(0)
    laid.setDefaultFont(part.font())
    rich = "</" in part.text() and part.textFormat() != Qt.TextFormat.PlainText
    (laid.setHtml if rich else laid.setPlainText)(part.text())
    laid.setTextWidth(room)
    return laid.idealWidth() <= room + 1


@cache
def english_only() -> frozenset[str]:
    """Return the English words that have another French form."""
    root = ET.parse(paths.resources() / "i18n" / "kbdesk_fr.ts").getroot()
    found = set()
    for message in root.iter("message"):
        source, said = message.findtext("source", ""), message.findtext("translation", "")
        if len(source) > 3 and "%" not in source and said != source:
            found.add(source)
    return frozenset(found)


def untranslated(window: QWidget) -> set[str]:
    """Return the English words that a French window shows or tells a screen reader."""
    said: set[str] = set()
    for part in window.findChildren(QWidget):
        said |= {part.accessibleName(), part.toolTip()}
        if isinstance(part, QLabel | QAbstractButton):
            said.add(part.text())
        if isinstance(part, QLineEdit):
            said.add(part.placeholderText())
    return said & english_only()
