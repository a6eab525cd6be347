"""Where letters of a page stand, and how they come into view.

Heights are counted from the top of the page, its head included; positions are those of the text.
"""

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QTextCursor

from kbdesk.ui.hearing import covered
from kbdesk.ui.reader.matching import Match

if TYPE_CHECKING:
    from kbdesk.ui.reader.page import Page

AIR = 16  # px left above a heading that was jumped to


class Places:
    """Finds one's way in one page; knows nothing but what the page shows by now."""

    def __init__(self, page: "Page") -> None:
        self._page = page

    @property
    def _value(self) -> int:
        return self._page.verticalScrollBar().value()

    # where one is

    def top(self) -> tuple[int, int] | None:
        """Return the letter at the top of the view and how far off its line is; None at rest."""
        page = self._page
        if self._value <= 0:
            return None
        cursor = page.cursorForPosition(QPoint(page.geometry_of.left + 1, 1))
        return cursor.position(), page.cursorRect(cursor).top()

    def top_letter(self) -> int:
        """Return the position of the first letter in view."""
        found = self.top()
        return found[0] if found else 0

    def section(self) -> int:
        """Return the section that the upper part of the view is in; -1 above the first."""
        page, bar = self._page, self._page.verticalScrollBar()
        sections = page.builder.sections
        if bar.value() <= 0:
            return -1
        if bar.value() >= bar.maximum() and page.builder.done:
            return len(sections) - 1
        eye = QPoint(page.geometry_of.left + 1, page.look.px(AIR + 40))
        if eye.y() + bar.value() < page.head.height():
            return -1
        position = page.cursorForPosition(eye).position()
        return bisect_right([section.position for section in sections], position) - 1

    def line_of(self, position: int) -> QRect:
        """Return where a letter's line stands, from the top of the page."""
        page = self._page
        cursor = self._cursor(min(position, page.document().characterCount() - 1))
        return page.cursorRect(cursor).translated(page.horizontalScrollBar().value(), self._value)

    # going somewhere

    def scroll_to(self, top: int) -> None:
        """Bring a height of the page to the top of the view."""
        page, bar = self._page, self._page.verticalScrollBar()
        if top > bar.maximum():
            # The layout is lazy: asking for the size finishes it, and the bar learns of it.
            whole = round(page.document().size().height())
            bar.setRange(0, max(0, whole - page.viewport().height()))
        bar.setValue(top)

    def hold(self, position: int, offset: int) -> None:
        """Bring a letter back to where it stood, if the page reaches so far by now."""
        if position < self._page.document().characterCount():
            self.scroll_to(self.line_of(position).top() - offset)

    def jump_to(self, position: int) -> None:
        """Bring a heading to the top of the view."""
        self.scroll_to(self.line_of(position).top() - AIR)

    def reveal(self, position: int) -> None:
        """Scroll only when a place is out of sight, and then bring it to the upper third."""
        line = self.line_of(position)
        height = self._page.viewport().height()
        top = self._value + covered(self._page) + AIR
        if not (top <= line.top() and line.bottom() <= self._value + height - AIR):
            self.scroll_to(line.top() - height // 3)

    def open_at(self, heading: int, mark: int) -> None:
        """Open at a passage: at the top of the page if it shows there, else at its heading."""
        height = self._page.viewport().height()
        found = self.line_of(mark).bottom()
        if found + 3 * AIR < height:
            self.scroll_to(0)
            return
        top = self.line_of(heading).top() - AIR
        self.scroll_to(top if found - top < height * 2 // 3 else found - height // 2)

    def select(self, match: Match) -> None:
        """Select a stretch of the text without moving the view."""
        cursor = self._cursor(match.start)
        cursor.setPosition(match.end, QTextCursor.MoveMode.KeepAnchor)
        value = self._value
        self._page.setTextCursor(cursor)
        self._page.verticalScrollBar().setValue(value)

    def _cursor(self, position: int) -> QTextCursor:
        cursor = QTextCursor(self._page.document())
        cursor.setPosition(position)
        return cursor
