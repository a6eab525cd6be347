"""The text of an article: a QTextBrowser that loads nothing from anywhere and never holds up.

The head (title, trust, what to say) is a child of the viewport that rides on the document's top
margin, so that one scroll moves the whole page. The document has a fixed width of its own: making
the window wider than the text needs costs no new layout. A long page is built in slices between
events (reader_document.py); until the last is in, the page can be read, scrolled and left.
"""

from bisect import bisect_right
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QMimeData,
    QPoint,
    QRect,
    QSignalBlocker,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from kbdesk.ui.controls.focus_ring import FocusRing
from kbdesk.ui.hearing import covered
from kbdesk.ui.look.look import Look
from kbdesk.ui.look.palette import palette
from kbdesk.ui.reader import tables
from kbdesk.ui.reader.copy import plain_text
from kbdesk.ui.reader.document import PageBuilder
from kbdesk.ui.reader.geometry import Geometry, geometry
from kbdesk.ui.reader.head import Head
from kbdesk.ui.reader.matching import Match
from kbdesk.ui.reader.pictures import ASSET, Assets, picture
from kbdesk.ui.reader.style import document_css, item_mark

BOTTOM = 72  # px below the last line, so that it can be read away from the edge
AIR = 16  # px left above a heading that was jumped to
SAMPLE = "Le remboursement part sous cinq jours ouvrés, sur le compte qui a servi à payer."
OWN_KEYS = frozenset({  # what a page answers itself, before any shortcut of the window
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab,
})  # fmt: skip
NO_KEYS = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


class Page(QTextBrowser):
    """Shows one page under its head, at one width, in one look."""

    place_changed = Signal()  # scrolled, or laid out anew
    built = Signal()  # every slice is in
    grown = Signal()  # a slice is in
    taken_over = Signal()  # the person scrolls

    def __init__(self, head: Head, look: Look) -> None:
        super().__init__()
        FocusRing(self, look)
        self._look = look
        self._assets: Assets | None = None
        self._html = ""
        self._widest = 0  # columns of its widest table
        self._stacked = 0  # columns from which tables were told row by row, 0 for none
        self._outlined = False
        self._keep: tuple[int, int] | None = None  # place to hold while the page is built again
        self.geometry_of: Geometry = geometry(640, 7.0, 1.0, outlined=False)
        self.may_copy: Callable[[], bool] = lambda: True
        self.holds_escape = False  # while something of the reader waits to be closed by it
        self.head = head
        self.builder = PageBuilder(self.document(), self)
        self._set_up()
        head.setParent(self.viewport())
        head.resized.connect(self._refit)
        self.builder.begun.connect(self._frame)
        self.builder.advanced.connect(self._grown)
        self.builder.finished.connect(self._finished)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._scrolled)
        self._dress()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setTabChangesFocus(False)
        self.document().setDocumentMargin(0)

    # what is shown

    def set_assets(self, assets: Assets | None) -> None:
        """Say where pictures of the base come from."""
        self._assets = assets

    def show_page(self, html: str, *, outlined: bool, stay: bool = False) -> None:
        """Show another page from its top; `outlined` keeps room beside it for the outline.

        To `stay` is for the same page with other words in places: it stays where it is read.
        """
        keep = self.place() if stay else None
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
        if look == self._look:
            return
        keep = self._keep or self.place()
        self._look = look
        self._dress()
        if self._html:
            self._keep = keep
            self._build()

    def _dress(self) -> None:
        look = self._look
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
        fit = tables.columns_that_fit(self.geometry_of.measure, self._look.scale / 100)
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
        letter = QFontMetricsF(self._look.font("read")).horizontalAdvance(SAMPLE) / len(SAMPLE)
        bar = self.verticalScrollBar().sizeHint().width()
        pane = self.width() - bar
        shared = geometry(pane, letter, self._look.scale / 100, outlined=self._outlined)
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
        made.setBottomMargin(self._look.px(BOTTOM))
        frame.setFrameFormat(made)

    def _refit(self) -> None:
        if self._html:
            self._frame()
            self._ride()

    def resizeEvent(self, event: QResizeEvent) -> None:
        before = self.geometry_of
        held = self._keep  # Qt sends this for the viewport too, in the middle of a build
        self._keep = held or (self.place() if event.oldSize().isValid() else None)
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

    # places

    @property
    def _value(self) -> int:
        return self.verticalScrollBar().value()

    def place(self) -> tuple[int, int] | None:
        """Return the letter at the top of the view and how far off its line is; None at rest."""
        if self._value <= 0:
            return None
        cursor = self.cursorForPosition(QPoint(self.geometry_of.left + 1, 1))
        return cursor.position(), self.cursorRect(cursor).top()

    def _hold_place(self) -> None:
        if self._keep is not None:
            position, offset = self._keep
            if position < self.document().characterCount():
                self.scroll_to(self.line_of(position).top() - offset)

    def line_of(self, position: int) -> QRect:
        """Return where a letter's line stands, from the top of the page."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        return self.cursorRect(cursor).translated(self.horizontalScrollBar().value(), self._value)

    def scroll_to(self, top: int) -> None:
        """Bring a height of the page to the top of the view."""
        bar = self.verticalScrollBar()
        if top > bar.maximum():
            # The layout is lazy: asking for the size finishes it, and the bar learns of it.
            whole = round(self.document().size().height())
            bar.setRange(0, max(0, whole - self.viewport().height()))
        bar.setValue(top)

    def jump_to(self, position: int) -> None:
        """Bring a heading to the top of the view."""
        self.scroll_to(self.line_of(position).top() - AIR)

    def current_section(self) -> int:
        """Return the section that the upper part of the view is in; -1 above the first."""
        bar = self.verticalScrollBar()
        if bar.value() <= 0:
            return -1
        if bar.value() >= bar.maximum() and self.builder.done:
            return len(self.builder.sections) - 1
        eye = QPoint(self.geometry_of.left + 1, self._look.px(AIR + 40))
        if eye.y() + bar.value() < self.head.height():
            return -1
        position = self.cursorForPosition(eye).position()
        return bisect_right([section.position for section in self.builder.sections], position) - 1

    def reveal(self, position: int) -> None:
        """Scroll only when a place is out of sight, and then bring it to the upper third."""
        line = self.line_of(position)
        height = self.viewport().height()
        top = self._value + covered(self) + AIR
        if not (top <= line.top() and line.bottom() <= self._value + height - AIR):
            self.scroll_to(line.top() - height // 3)

    def open_at(self, heading: int, mark: int) -> None:
        """Open at a passage: at the top of the page if it shows there, else at its heading."""
        height = self.viewport().height()
        found = self.line_of(mark).bottom()
        if found + 3 * AIR < height:
            self.scroll_to(0)
            return
        top = self.line_of(heading).top() - AIR
        self.scroll_to(top if found - top < height * 2 // 3 else found - height // 2)

    def top_letter(self) -> int:
        """Return the position of the first letter in view."""
        kept = self.place()
        return kept[0] if kept else 0

    def select(self, match: Match) -> None:
        """Select a stretch of the text without moving the view."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(match.start)
        cursor.setPosition(match.end, QTextCursor.MoveMode.KeepAnchor)
        value = self._value
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(value)

    def _scrolled(self) -> None:
        self._ride()
        self.place_changed.emit()

    def _ride(self) -> None:
        self.head.move(-self.horizontalScrollBar().value(), -self._value)

    def picture_at(self, path: str) -> QImage:
        """Return a picture of the base, a clear pixel when there is none."""
        return picture(QUrl(f"{ASSET}:{quote(path)}"), self._assets, self._look, 1.0)

    # nothing is loaded but pictures of the base

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Answer for a picture of the base; for anything else answer with nothing.

        The answer is never null: Qt's document would then read the name as a local file.
        """
        address = QUrl(name)
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return picture(address, self._assets, self._look, self.devicePixelRatioF())
        return QByteArray()

    # keys and mouse

    def event(self, event: QEvent) -> bool:
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and self._keeps(event):
            event.accept()
            return True
        return super().event(event)

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
        self._let_go()
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
        self._let_go()
        super().wheelEvent(event)

    def _let_go(self) -> None:
        """From now on the person moves: slices still to come move nothing."""
        self._keep = None
        self.taken_over.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.document().setDefaultFont(self._look.font("read"))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy as text alone: colours of the desk have no place in a customer's mail."""
        made = QMimeData()
        made.setText(plain_text(self.textCursor()))
        return made
