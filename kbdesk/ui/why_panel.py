"""“Why this?”: what put a result where it stands, as short bars, over the foot of the list."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kbdesk.core.results import Factor
from kbdesk.ui import words
from kbdesk.ui.controls import key_cap
from kbdesk.ui.controls.card import paint_card
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.shortcuts import SHORTCUTS

MOST = 7  # factors shown
BAR = 72  # px at 100 %


class WhyPanel(QWidget):
    """A small card; any key that moves on takes it away."""

    def __init__(self, look: Look, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self._look = look
        self._factors: tuple[Factor, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_factors(self, factors: Sequence[Factor]) -> None:
        """Show the strongest factors of one result."""
        ranked = sorted(factors, key=lambda factor: -abs(factor.share))
        self._factors = tuple(ranked[:MOST])
        self._say()
        self.place()
        self.show()
        self.raise_()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.place()

    def place(self) -> None:
        """Stand above the foot line, as wide as the pane allows."""
        pane = self._pane
        size = self.sizeHint()
        width = pane.width() - 24
        top = pane.height() - self._look.size("foot") - size.height() - 12
        self.setGeometry(12, max(12, top), width, size.height())

    def sizeHint(self) -> QSize:
        lines = max(1, len(self._factors))
        return QSize(320, self._look.px(14 + 24 + 6 + 14) + lines * self._look.px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        with painter_on(self) as painter:
            paint_card(painter, look, self.rect(), line="line-strong")
            self._paint_head(painter)
            top = look.px(14 + 24 + 6)
            for factor in self._factors:
                self._paint_factor(painter, factor, top)
                top += look.px(26)

    def _paint_head(self, painter: QPainter) -> None:
        look = self._look
        caps = words.keys(SHORTCUTS["step_back"])
        right = self.width() - 16 - key_cap.width_of(look, caps)
        line = QRect(16, look.px(14), right - 24, look.px(20))
        painter.setFont(look.font("label"))
        painter.setPen(look.colour("muted"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, self.tr("Why this result?"))
        key_cap.paint(painter, look, caps, QPointF(right, line.center().y() + 1), "plain")

    def _paint_factor(self, painter: QPainter, factor: Factor, top: int) -> None:
        look = self._look
        bar, height = look.px(BAR), look.px(26)
        room = self.width() - 32 - bar - 16
        painter.setFont(look.font("body"))
        letters = QFontMetrics(painter.font())
        text = self.name_of(factor)
        painter.setPen(look.colour("text"))
        name = letters.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(16, top, room, height), Qt.AlignmentFlag.AlignVCenter, name)
        self._paint_bar(painter, factor, QRectF(16 + room + 16, top + height / 2 - 3, bar, 6))

    def _paint_bar(self, painter: QPainter, factor: Factor, box: QRectF) -> None:
        most = max((abs(other.share) for other in self._factors), default=0) or 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("part-2"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setBrush(self._look.colour("accent" if factor.share >= 0 else "warn"))
        filled = QRectF(box)
        filled.setWidth(max(6.0, box.width() * abs(factor.share) / most))
        painter.drawRoundedRect(filled, 3, 3)

    def name_of(self, factor: Factor) -> str:
        """Name a factor in the person's language; one we have no words for goes by its own name."""
        names = {
            "title": self.tr("Title"),
            "names": self.tr("Title and other names"),
            "about": self.tr("Opening, headings, tags"),
            "body": self.tr("Text"),
            "cover": self.tr("Holds your words"),
            "name": self.tr("The title as typed"),
            "inbound": self.tr("Articles that link to it"),
            "substance": self.tr("Goes into detail"),
            "verified": self.tr("Verified"),
            "fresh": self.tr("Recently updated"),
            "used": self.tr("Often read here"),
            "expired": self.tr("No longer in force"),
        }
        if factor.name == "links" and factor.detail:
            return self.tr("Words of links to it") + f" · {factor.detail}"
        name = names.get(factor.name, factor.name.replace("_", " "))
        return f"{name} · {factor.detail}" if factor.detail else name

    def _say(self) -> None:
        spoken = ", ".join(self.name_of(factor) for factor in self._factors)
        self.setAccessibleName(self.tr("Why this result?") + " " + spoken)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
