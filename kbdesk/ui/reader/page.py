"""The text of an article: built so that it never holds up, whatever its length.

The head (title, trust, what to say) is a child of the viewport that rides on the document's top
margin, so that one scroll moves the whole page. The document has a fixed width of its own: making
the window wider than the text needs costs no new layout. A long page is built in slices between
events (reader_document.py); until the last is in, the page can be read, scrolled and left.
"""

from urllib.parse import quote

from PySide6.QtCore import (
    QEvent,
    QSignalBlocker,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from kbdesk.ui.controls.focus_ring import FocusRing
from kbdesk.ui.look.look import Look
from kbdesk.ui.look.palette import palette
from kbdesk.ui.reader import tables
from kbdesk.ui.reader.browser import Browser
from kbdesk.ui.reader.document import PageBuilder
from kbdesk.ui.reader.geometry import Geometry, geometry
from kbdesk.ui.reader.head import Head
from kbdesk.ui.reader.pictures import ASSET, Assets, picture
from kbdesk.ui.reader.places import Places
from kbdesk.ui.reader.style import document_css, item_mark

BOTTOM = 72  # px below the last line, so that it can be read away from the edge
SAMPLE = "Le remboursement part sous cinq jours ouvrés, sur le compte qui a servi à payer."


class Page(Browser):
    """Shows one page under its head, at one width, in one look."""

    place_changed = Signal()  # scrolled, or laid out anew
    built = Signal()  # every slice is in
    grown = Signal()  # a slice is in

    def __init__(self, head: Head, look: Look) -> None:
        super().__init__()
        FocusRing(self, look)
        self.look = look
        self._assets: Assets | None = None
        self._html = ""
        self._widest = 0  # columns of its widest table
        self._stacked = 0  # columns from which tables were told row by row, 0 for none
        self._outlined = False
        self._keep: tuple[int, int] | None = None  # place to hold while the page is built again
        self.geometry_of: Geometry = geometry(640, 7.0, 1.0, outlined=False)
        self.head = head
        self.places = Places(self)
        self.builder = PageBuilder(self.document(), self)
        self._set_up()
        head.setParent(self.viewport())
        head.resized.connect(self._refit)
        self.taken_over.connect(self._let_go)
        self.builder.begun.connect(self._frame)
        self.builder.advanced.connect(self._grown)
        self.builder.finished.connect(self._finished)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        self._dress()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.document().setDocumentMargin(0)

    # what is shown

    def set_assets(self, assets: Assets | None) -> None:
        """Say where pictures of the base come from."""
        self._assets = assets

    def show_page(self, html: str, *, outlined: bool, stay: bool = False) -> None:
        """Show another page from its top; `outlined` keeps room beside it for the outline.

        To `stay` is for the same page with other words in places: it stays where it is read.
        """
        keep = self.places.top() if stay else None
        self._html, self._outlined, self._keep = html, outlined, None
        self._widest = tables.most_columns(html)
        self.setExtraSelections([])
        self._measure()
        with QSignalBlocker(self.verticalScrollBar()):
            self._build()
            self.verticalScrollBar().setValue(0)
        if keep is not None:
            self._keep = keep
            self._hold_place()
        self._ride()
        self.place_changed.emit()

    def extend(self, html: str) -> None:
        """Add to the end of the page, once: an article may be asked for again while it is open."""
        if self._html.endswith(html):
            return
        self._html += html
        self.builder.extend(html)

    def apply_look(self, look: Look) -> None:
        """Draw the same place in another look."""
        if look == self.look:
            return
        keep = self._keep or self.places.top()
        self.look = look
        self._dress()
        if self._html:
            self._keep = keep
            self._build()

    def _dress(self) -> None:
        look = self.look
        self.head.apply_look(look)
        # The viewport too: once it has shown, a stylesheet keeps it from following its page.
        for part in (self, self.viewport()):
            part.setPalette(palette(look.tokens))
        self.setFont(look.font("read"))
        self.document().setDefaultFont(look.font("read"))
        self.document().setIndentWidth(look.px(24))
        self.document().setDefaultStyleSheet(document_css(look))
        self.builder.marks = item_mark(look, numbered=False), item_mark(look, numbered=True)
        self._measure()

    def _build(self) -> None:
        shared = self.geometry_of
        self.document().clear()  # drops the pictures kept with the page before
        self._stacked = self._stacks()
        html = tables.stack(self._html, self._stacked) if self._stacked else self._html
        self.builder.build(html, shared.column if shared.column > shared.measure else None)

    def _stacks(self) -> int:
        """Return the most columns a table may have here, 0 when every table of the page fits."""
        fit = tables.columns_that_fit(self.geometry_of.measure, self.look.scale / 100)
        return fit if self._widest > fit else 0

    def _grown(self) -> None:
        self._hold_place()
        self.grown.emit()

    def _finished(self) -> None:
        self._hold_place()
        self._keep = None
        self.built.emit()

    # widths

    def _measure(self) -> None:
        """Share out the width of the pane as it is now."""
        letter = QFontMetricsF(self.look.font("read")).horizontalAdvance(SAMPLE) / len(SAMPLE)
        bar = self.verticalScrollBar().sizeHint().width()
        pane = self.width() - bar
        shared = geometry(pane, letter, self.look.scale / 100, outlined=self._outlined)
        beside = pane - shared.outline if shared.outline is not None else 0
        self.geometry_of = shared
        self.setViewportMargins(0, 0, max(0, beside), 0)
        if self.lineWrapColumnOrWidth() != shared.page:
            self.setLineWrapColumnOrWidth(shared.page)

    def _frame(self) -> None:
        """Give the document its margins: the head stands in the upper one."""
        shared = self.geometry_of
        height = self.head.fit(shared.left, shared.column)
        frame = self.document().rootFrame()
        made = frame.frameFormat()
        if (made.leftMargin(), made.topMargin()) == (shared.left, height):
            return  # setting it would lay out the whole page again
        made.setLeftMargin(shared.left)
        made.setTopMargin(height)
        made.setRightMargin(0)
        made.setBottomMargin(self.look.px(BOTTOM))
        frame.setFrameFormat(made)

    def _refit(self) -> None:
        if self._html:
            self._frame()
            self._ride()

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = self.geometry_of
        held = self._keep  # Qt sends this for the viewport too, in the middle of a build
        self._keep = held or (self.places.top() if event.oldSize().isValid() else None)
        self._measure()
        super().resizeEvent(event)
        shared = self.geometry_of
        if self._stacked != self._stacks():
            self._build()
        elif shared != before:
            self._frame()
            self.builder.widen(shared.column if shared.column > shared.measure else None)
            self._hold_place()
        if self.builder.done:
            self._keep = held
        self._ride()
        self.place_changed.emit()

    def _scrolled(self) -> None:
        self._ride()
        self.place_changed.emit()

    def _ride(self) -> None:
        self.head.move(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def picture_at(self, path: str) -> QImage:
        """Return a picture of the base, a clear pixel when there is none."""
        return picture(QUrl(f"{ASSET}:{quote(path)}"), self._assets, self.look, 1.0)

    def _hold_place(self) -> None:
        if self._keep is not None:
            self.places.hold(*self._keep)

    def _let_go(self) -> None:
        """Let slices still to come move nothing: from now on the person moves."""
        self._keep = None

    # what the browser asks of a page

    def loaded(self, address: QUrl) -> QImage:
        return picture(address, self._assets, self.look, self.devicePixelRatioF())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.document().setDefaultFont(self.look.font("read"))
