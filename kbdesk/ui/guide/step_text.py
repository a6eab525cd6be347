"""The text of a step, as tall as its words: the page around it scrolls, never this.

It wears the style of an article, smaller and quieter where it only helps with a question. Like
the article's page it loads nothing but pictures of the base and follows no link by itself.
"""

from typing import Any

from PySide6.QtCore import QByteArray, Qt, QUrl
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from kbdesk.ui.controls.focus_ring import FocusRing
from kbdesk.ui.look.look import Look
from kbdesk.ui.look.palette import palette
from kbdesk.ui.reader import tables
from kbdesk.ui.reader.copy import NUMBERED
from kbdesk.ui.reader.pictures import Assets, picture
from kbdesk.ui.reader.style import document_css, item_mark

OWN_KEYS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter})


class StepText(QTextBrowser):
    """Shows one piece of HTML; `quiet` for words that help with a question."""

    def __init__(self, look: Look, assets: Assets | None, *, quiet: str = "") -> None:
        super().__init__()
        self._look = look
        self._assets = assets
        self._quiet = quiet  # the token colour of small words, "" for the size of reading
        self._html = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setStyleSheet("background: transparent;")
        FocusRing(self, look)
        self.apply_look(look)

    def show_html(self, html: str, *, quiet: str | None = None) -> None:
        """Show other words; nothing at all takes no room."""
        self._html = html.replace('<table class="grid"', '<table class="grid" width="100%"')
        self._quiet = self._quiet if quiet is None else quiet
        linked = "<a href" in html
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if linked else Qt.FocusPolicy.ClickFocus)
        self.setVisible(bool(html))
        self._dress()
        self.setAccessibleName(self.document().toPlainText().strip())

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._dress()

    def _dress(self) -> None:
        look = self._look
        for part in (self, self.viewport()):
            part.setPalette(palette(look.tokens))
        self.document().setDefaultFont(look.font("body" if self._quiet else "read"))
        self.document().setIndentWidth(look.px(24))
        self.document().setDefaultStyleSheet(document_css(look) + self._smaller())
        self._fill()

    def _smaller(self) -> str:
        if not self._quiet:
            return ""
        look = self._look
        body, line = look.px(look.tokens.types["body"].size), look.line("body")
        quiet, plain = look.tokens.colour(self._quiet), look.tokens.colour("text")
        return (
            f"p, li {{ font-size: {body}px; line-height: {line}px; color: {quiet};"
            f" margin: 0 0 {look.px(4)}px 0; }} strong {{ color: {plain}; }}"
            f" td.warning p, td.warning li, td.note p {{ color: {plain}; }}"
        )

    def _fill(self) -> None:
        columns = tables.columns_that_fit(max(1, self.width()), self._look.scale / 100)
        self.setHtml(tables.stack(self._html, columns))
        self._mark_items()
        self._fit()

    def _mark_items(self) -> None:
        """Draw dots and numbers of lists as an article has them."""
        block = self.document().begin()
        while block.isValid():
            if (items := block.textList()) is not None:
                numbered = items.format().style() in NUMBERED
                QTextCursor(block).setBlockCharFormat(item_mark(self._look, numbered=numbered))
            block = block.next()

    def _fit(self) -> None:
        self.document().setTextWidth(max(1, self.width()))
        wanted = round(self.document().size().height() + 0.49) if self._html else 0
        if self.height() != wanted:
            self.setFixedHeight(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fill()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Answer for a picture of the base; for anything else answer with nothing."""
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return picture(QUrl(name), self._assets, self._look, self.devicePixelRatioF())
        return QByteArray()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OWN_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()  # digits and arrows are those of the step

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls
