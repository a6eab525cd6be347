"""Build the document of a page in slices, and know where its sections stand.

The first slice is set at once, so that what a screen shows is there when the call returns; each
other one waits for its turn in the event loop. Asking for a new page drops what was still to come.
"""

from collections import deque
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import (
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextLength,
    QTextList,
    QTextTable,
)

from kbdesk.ui.reader import slices
from kbdesk.ui.reader.copy import NUMBERED


class Section(NamedTuple):
    """A heading of the page: where it stands and the names links know it by."""

    position: int
    anchors: tuple[str, ...]


class PageBuilder(QObject):
    """Fills one document with one page at a time."""

    begun = Signal()  # the document is new; its frame and tables can be given their measures
    advanced = Signal()
    finished = Signal()

    def __init__(self, document: QTextDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._waiting: deque[str] = deque()
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._next)
        self._html = ""
        self._column: int | None = None
        self._surveyed = 0
        self._told = True  # others know of all that is in
        self.sections: list[Section] = []
        self.marks = QTextCharFormat(), QTextCharFormat()  # for dots and for numbers of lists

    @property
    def done(self) -> bool:
        return self._told and not self._waiting

    def build(self, html: str, column: int | None) -> None:
        """Show a page; tables become `column` px wide, or as wide as the text with None."""
        self._html = html
        self._waiting = deque(slices.cut(html))
        self._column = column
        self.sections, self._surveyed = [], 0
        self._document.setLayoutEnabled(False)  # one layout when all is set, not three
        self._document.setHtml(self._waiting.popleft())
        self.begun.emit()
        self._note_slice()
        self._document.setLayoutEnabled(True)
        self._document.markContentsDirty(0, self._document.characterCount())
        self._tell()

    def extend(self, html: str) -> None:
        """Add to the end of the page, in its turn; nothing above it moves."""
        self._html += html
        self._waiting.append(html)
        self._turn.start()

    def widen(self, column: int | None) -> None:
        """Give every table of the page another width."""
        if column != self._column:
            self._column = column
            self._set_tables(0)

    def position_named(self, anchor: str) -> int | None:
        """Find where links by that name lead, in what is in so far."""
        for section in self.sections:
            if anchor in section.anchors:
                return section.position
        block = self._document.begin()
        named = f'<a name="{escape(anchor)}">' in self._html
        while named and block.isValid():  # rare: the anchor of a block, not of a heading
            if anchor in _anchors(block):
                return block.position()
            block = block.next()
        return None

    def end_of_section(self, position: int) -> int:
        """Return where the section that a letter stands in ends."""
        after = (section.position for section in self.sections if section.position > position)
        return next(after, self._document.characterCount())

    def _next(self) -> None:
        """Take turns: add a slice, then let others act on it, so that neither stalls."""
        if self._told and self._waiting:
            self._append(self._waiting.popleft())
            self._told = False
            self._turn.start()
        elif not self._told:
            self._tell()

    def _append(self, html: str) -> None:
        """Add blocks at the end, each with its own format.

        The first paragraph inserted melts into the one before it and loses its format, so that
        one is a single letter of ours, taken out again.
        """
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        seam = cursor.position()
        cursor.insertHtml(f"<p>\u200b</p>{html}")
        cursor.setPosition(seam)
        cursor.deleteChar()
        self._note_slice()
        cursor.endEditBlock()

    def _note_slice(self) -> None:
        """Find the headings of what came in, and set its lists and tables as the desk has them."""
        start, self._surveyed = self._surveyed, self._document.characterCount() - 1
        self._survey(start)
        self._set_tables(start)

    def _tell(self) -> None:
        self._told = True
        if self._waiting:
            self._turn.start()
            self.advanced.emit()
        else:
            self._turn.stop()
            self.finished.emit()

    def _survey(self, start: int) -> None:
        block = self._document.findBlock(start)
        while block.isValid():
            if block.position() >= start:
                items: QTextList | None = block.textList()
                if items is not None:
                    numbered = items.format().style() in NUMBERED
                    QTextCursor(block).setBlockCharFormat(self.marks[numbered])
                elif block.blockFormat().headingLevel():
                    self.sections.append(Section(block.position(), _anchors(block)))
            block = block.next()

    def _set_tables(self, start: int) -> None:
        width = QTextLength(QTextLength.Type.PercentageLength, 100)
        if self._column is not None:
            width = QTextLength(QTextLength.Type.FixedLength, self._column)
        for frame in self._document.rootFrame().childFrames():
            if frame.firstPosition() >= start:
                _set_width(frame, width)


def _set_width(frame: QTextFrame, width: QTextLength) -> None:
    """Let tables of facts fill the column; a block of words keeps the measure of the text."""
    if not isinstance(frame, QTextTable):
        return
    if frame.columns() > 1 and frame.format().width() != width:
        made = frame.format()
        made.setWidth(width)
        frame.setFormat(made)
    for inner in frame.childFrames():
        _set_width(inner, QTextLength(QTextLength.Type.PercentageLength, 100))


def _anchors(block: QTextBlock) -> tuple[str, ...]:
    names: dict[str, None] = {}
    it = block.begin()
    while not it.atEnd():
        names.update(dict.fromkeys(it.fragment().charFormat().anchorNames()))
        it += 1
    return tuple(names)
