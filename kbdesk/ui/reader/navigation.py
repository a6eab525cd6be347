"""The headings of an article: said beside it, gone to, and which of them is being read.

A passage to be opened may stand in a slice of the page that is still to come; it is brought into
view as soon as it is in, unless the person has begun to move.
"""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from kbdesk.core.reading import OutlineEntry
from kbdesk.ui.reader.highlight import Highlight
from kbdesk.ui.reader.outline import Outline, outline_menu
from kbdesk.ui.reader.page import Page

OUTLINE_TOP, OUTLINE_MOST = 64, 240  # px: where it starts, how wide it may get


class Navigation(QObject):
    """Joins a page to its outline, and to the button that stands in for it in a narrow pane."""

    def __init__(
        self, reader: QWidget, page: Page, outline: Outline, highlight: Highlight, button: QWidget
    ) -> None:
        super().__init__(reader)
        self._reader, self._page, self._outline = reader, page, outline
        self._highlight, self._button = highlight, button
        self.entries: tuple[OutlineEntry, ...] = ()
        self._to_open = ""  # the passage still to be shown, when its slice comes in
        page.place_changed.connect(self.mark)
        page.grown.connect(self.open_passage)
        page.built.connect(self.open_passage)
        page.taken_over.connect(self._stay)
        outline.chosen.connect(self._go_to)

    def begin(self, entries: tuple[OutlineEntry, ...], passage: str = "") -> None:
        """Take the headings of another article, and the passage it is to be opened at."""
        self.entries, self._to_open = entries, passage
        self._outline.show_entries([(entry.text, entry.level) for entry in entries])

    @property
    def outlined(self) -> bool:
        """True when there is more than one place to go to."""
        return len(self.entries) > 1

    def arrange(self) -> None:
        """Put the outline beside the text, or its button into the bar where there is no room."""
        page, left = self._page, self._page.geometry_of.outline
        beside = left is not None and self.outlined
        self._outline.setVisible(beside)
        self._button.setVisible(self.outlined and not beside)
        if beside and left is not None:
            right = page.width() - page.verticalScrollBar().sizeHint().width() - 12
            width = min(page.look.px(OUTLINE_MOST), right - left)
            self._outline.setGeometry(left, OUTLINE_TOP, width, page.height() - OUTLINE_TOP - 16)
        self.mark()

    def show_headings(self) -> None:
        """Give the keys to the headings: beside the text, or in a menu where it has no room."""
        headings = self._outline.headings
        if self._outline.isVisibleTo(self._reader):
            headings.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.entries:
            menu = outline_menu(self._reader, self.entries, headings.currentRow(), self._go_to)
            menu.exec(self._button.mapToGlobal(QPoint(0, self._button.height())))

    def jump(self, anchor: str) -> None:
        """Go to a heading of the open article."""
        position = self._page.builder.position_named(anchor)
        if position is None:
            self._to_open = anchor  # perhaps in a slice still to come
        else:
            self._page.places.jump_to(position)

    def open_passage(self) -> None:
        """Bring the passage that answers into view, once it is in; leave it if it is in view."""
        builder = self._page.builder
        start = builder.position_named(self._to_open) if self._to_open else None
        if start is not None:
            self._to_open = ""
            mark = self._highlight.first_mark(start, builder.end_of_section(start))
            self._page.places.open_at(start, start if mark is None else mark)

    def anchors_in_view(self) -> tuple[str, ...]:
        """Return the anchors of the section that is read, none above the first."""
        at = self._page.places.section()
        return self._page.builder.sections[at].anchors if at >= 0 else ()

    def mark(self) -> None:
        """Say in the outline which heading one is at."""
        current, sections = self._page.places.section(), self._page.builder.sections
        anchors = sections[current].anchors if 0 <= current < len(sections) else ()
        rows = {entry.anchor: row for row, entry in enumerate(self.entries)}
        while current >= 0 and not any(anchor in rows for anchor in anchors):
            current -= 1  # a heading too deep for the outline belongs to the one above it
            anchors = sections[current].anchors if current >= 0 else ()
        found = (rows[anchor] for anchor in anchors if anchor in rows)
        self._outline.show_current(next(found, rows.get("", -1)))

    def _go_to(self, row: int) -> None:
        if anchor := self.entries[row].anchor:
            self.jump(anchor)
        else:
            self._page.places.scroll_to(0)
        self._outline.show_current(row)

    def _stay(self) -> None:
        """Leave the place to the person who moves, even if the passage is still to come in."""
        self._to_open = ""
