"""Matched words on their ground: those of the search, or those being found in the page.

Qt paints each highlight on every repaint, so only the 200 nearest to the place that counts are
given to it; the count shown is always the full one.
"""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from kbdesk.ui.look.look import Look
from kbdesk.ui.reader import matching
from kbdesk.ui.reader.matching import Match, Span
from kbdesk.ui.reader.page import Page

MOST = 200


class Highlight(QObject):
    """Marks the words of the search; while something is being found, marks that instead."""

    counted = Signal(int, int)  # which match is shown, from 1, and how many there are

    def __init__(self, page: Page, look: Look) -> None:
        super().__init__(page)
        self._page = page
        self._look = look
        self._folded: matching.Folded | None = None
        self._marks: tuple[str, ...] = ()
        self._wanted = ""
        self._found: list[Span] = []
        self._current = 0
        page.builder.begun.connect(self._drop)
        page.grown.connect(self._forget)
        page.built.connect(self.refresh)

    def show_marks(self, words: Iterable[str]) -> None:
        """Mark the words that the search matched, on a page just shown."""
        self._marks = tuple(words)
        self._folded, self._current = None, 0
        self.refresh()

    def first_mark(self, start: int, end: int) -> int | None:
        """Return where the first marked word within a stretch of the page stands."""
        text = self._text()
        found = matching.find_words(text, self._marks)
        starts = (text.match(*span).start for span in found)
        return next((place for place in starts if start <= place < end), None)

    def find(self, wanted: str, near: int) -> None:
        """Look for words; the first match from the letter `near` on is shown."""
        self._wanted = wanted
        self._look_for()
        after = (i for i in range(len(self._found)) if self._match(i).start >= near)
        self._current = next(after, 0)
        self._show()
        self._reveal()

    def step(self, by: int) -> None:
        """Go to the next match, or back, around the end."""
        if self._found:
            self._current = (self._current + by) % len(self._found)
            self._show()
            self._reveal()

    def stop(self) -> Match | None:
        """Leave finding: the words of the search are marked again. Return the match shown last."""
        last = self._match(self._current) if self._wanted and self._found else None
        self._wanted, self._current = "", 0
        self._look_for()
        self._show()
        return last

    def apply_look(self, look: Look) -> None:
        self._look = look
        if self._page.builder.done:
            self.refresh()

    def refresh(self) -> None:
        """Look again, after all of the page came in."""
        self._forget()
        self._look_for()
        self._show()

    def _drop(self) -> None:
        """Forget matches of a page that is being built anew: they may stand beyond its end."""
        self._folded, self._found = None, []
        self._page.setExtraSelections([])

    def _forget(self) -> None:
        self._folded = None

    def _text(self) -> matching.Folded:
        if self._folded is None:
            self._folded = matching.fold(self._page.document().toRawText())
        return self._folded

    def _match(self, index: int) -> Match:
        return self._text().match(*self._found[index])

    def _look_for(self) -> None:
        self._found = []
        if self._wanted:
            self._found = matching.find(self._text(), self._wanted)
        elif self._marks:
            self._found = matching.find_words(self._text(), self._marks)
        self._current = min(self._current, max(0, len(self._found) - 1))

    def _show(self) -> None:
        first = max(0, self._current - MOST // 2)
        shown = range(first, min(first + MOST, len(self._found)))
        self._page.setExtraSelections([self._drawn(self._match(i), self._ground(i)) for i in shown])
        total = len(self._found) if self._wanted else 0
        self.counted.emit(self._current + 1 if total else 0, total)

    def _ground(self, index: int) -> tuple[str, str]:
        """Return ground and letters: those of the match that is shown stand out."""
        shown = bool(self._wanted) and index == self._current
        return ("accent", "accent-on") if shown else ("mark", "text")

    def _drawn(self, match: Match, colours: tuple[str, str]) -> QTextEdit.ExtraSelection:
        drawn = QTextCharFormat()
        drawn.setBackground(self._look.colour(colours[0]))
        drawn.setForeground(self._look.colour(colours[1]))
        made = QTextEdit.ExtraSelection()
        made.format = drawn
        made.cursor = self._cursor(match)
        return made

    def _cursor(self, match: Match) -> QTextCursor:
        cursor = QTextCursor(self._page.document())
        cursor.setPosition(match.start)
        cursor.setPosition(match.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _reveal(self) -> None:
        if self._found and self._wanted:
            self._page.places.reveal(self._match(self._current).start)
