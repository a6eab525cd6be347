"""Words above the document: a label with the line height of its role, selectable, that never clips.

QLabel breaks lines between words only; at 200 % text or in a narrow dock a long French word would
run out of the pane. Words wider than the label get places to break, and only those.
"""

import html
import re
from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QLabel, QWidget

from kbdesk.ui.look.look import Look

BREAK = "\u200b"
_LOOSE = re.compile(r" (?=[?!:;»€%])|(?<=«) ")  # French spaces that must not break
_WORD = re.compile(r"[^\s<>&;]{8,}")


class Prose(QLabel):
    """A paragraph in one type role and one token colour."""

    def __init__(
        self, role: str, look: Look, *, colour: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._colour = colour
        self._look = look
        self._markup = ""
        self._heights: dict[int, int] = {}  # by width: a layout asks for the same again and again
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.apply_look(look)

    def say(self, text: str, markup: str = "") -> None:
        """Show plain words, or the same words with marks of ours around some of them."""
        words = markup or html.escape(text, quote=False).replace("\n", "<br>")
        self._markup = _LOOSE.sub("\u00a0", words)
        self._heights.clear()
        self.setAccessibleName(text)
        self._render()

    def colour(self, name: str) -> None:
        """Take another token colour."""
        self._colour = name
        self.apply_look(self._look)

    def role(self, name: str) -> None:
        """Take another type role."""
        self._role = name
        self.apply_look(self._look)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._heights.clear()
        style = look.tokens.types[self._role]
        self.setFont(look.font(self._role))
        self.setStyleSheet(
            f"font-size: {look.px(style.size)}px; font-weight: {style.weight};"
            f" color: {look.tokens.colour(self._colour)}; background: transparent;"
        )
        self._render()

    @property
    def drop(self) -> int:
        """How far its letters stand below the middle of their line: the spare room is above."""
        letters = QFontMetricsF(self._look.font(self._role)).height()
        return round((self._look.line(self._role) - letters) / 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._render()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """Count the lines as they will be at that width, long words broken.

        Asking changes nothing: a layout asks for widths that the words never get.
        """
        known = self._heights.get(width)
        if known is None:
            known = self._heights[width] = self._measured(width)
        return known

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
        super().changeEvent(event)

    def _measured(self, width: int) -> int:
        page = self._page(width)
        if page == self.text():
            return super().heightForWidth(width)
        measured = QTextDocument()
        measured.setDocumentMargin(0)
        measured.setDefaultFont(self.font())
        measured.setHtml(page)
        around = self.contentsMargins()
        measured.setTextWidth(width - around.left() - around.right())
        return ceil(measured.size().height()) + around.top() + around.bottom()

    def _render(self) -> None:
        page = self._page(self.width())
        if page != self.text():
            self.setText(page)

    def _page(self, width: int) -> str:
        words = breakable(self._markup, QFontMetricsF(self._look.font(self._role)), width)
        return f'<p style="margin:0; line-height:{self._look.line(self._role)}px">{words}</p>'


def breakable(markup: str, metrics: QFontMetricsF, width: float) -> str:
    """Give words that are wider than `width` a place to break after each letter."""

    def opened(found: re.Match[str]) -> str:
        word = found[0]
        return BREAK.join(word) if metrics.horizontalAdvance(word) > width else word

    parts = re.split(r"(<[^>]*>)", markup)
    return "".join(part if part.startswith("<") else _WORD.sub(opened, part) for part in parts)
