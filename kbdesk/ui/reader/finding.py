"""Finding words in the open article: the bar, the matches it steps through, and the way back."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from kbdesk.ui.reader.find import FindBar
from kbdesk.ui.reader.highlight import Highlight
from kbdesk.ui.reader.page import Page

LONGEST = 80  # letters of a selection that is taken for words to be found


class Finding(QObject):
    """Joins the find bar to the page below it."""

    def __init__(self, reader: QWidget, page: Page, bar: FindBar, highlight: Highlight) -> None:
        super().__init__(reader)
        self._reader, self._page, self._bar, self._highlight = reader, page, bar, highlight
        bar.changed.connect(self._find)
        bar.next_asked.connect(highlight.step)
        bar.closed.connect(self.close)
        highlight.counted.connect(bar.tell)

    def open(self) -> None:
        """Open the bar, with the words selected in the page if there are any."""
        chosen = self._page.textCursor().selectedText()
        self._page.holds_escape = True
        self._bar.open(chosen if "\u2029" not in chosen and len(chosen) < LONGEST else "")
        self._find(self._bar.field.text())

    def close(self) -> None:
        """Close the bar; the focus goes back to the text, where the last match stands."""
        was_open = self._bar.isVisibleTo(self._reader)
        had_focus = self._bar.isAncestorOf(self._reader.focusWidget())
        self._bar.hide()
        self._page.holds_escape = False
        last = self._highlight.stop()
        if was_open and had_focus:
            if last is not None:
                self._page.places.select(last)
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self, wanted: str) -> None:
        self._highlight.find(wanted, self._page.places.top_letter())
