"""What the agent must know and the customer must not hear: a lock, a sunken ground."""

import re

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kbdesk.ui.guide.step_text import StepText
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.reader.glyph import Glyph
from kbdesk.ui.reader.pictures import Assets

_START = re.compile(r"\A<p>")


class InternalNote(QWidget):
    """One internal block of a step."""

    def __init__(self, html: str, look: Look, assets: Assets | None) -> None:
        super().__init__()
        self._look = look
        self._html = html
        self._lock = Glyph("lock", 16, look, colour="muted", line="body", prose=True)
        self.text = StepText(look, assets, quiet="text")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(12)
        row.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        self._say()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._lock.apply_look(look)
        self.text.apply_look(look)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        radius = self._look.tokens.radii["control"]
        with painter_on(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("sunken"))
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        word = f"<strong>{self.tr('Internal.')}</strong> "
        html = _START.sub(f"<p>{word}", self._html)
        self.text.show_html(html if html != self._html else f"<p>{word}</p>{self._html}")
        self.setAccessibleName(self.tr("Internal."))
