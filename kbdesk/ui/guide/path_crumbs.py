"""The path so far: each question with its answer, and last where one stands.

The newest crumbs are kept when there is no room for all; what is left out is counted at the left.
A crumb goes back to its step.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kbdesk.ui.controls.buttons import PaintedButton, paint_ring
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on

MOST, LEAST = 180, 96  # px at 100 %: the width of a crumb
CARET, GAP = 14, 12  # px: the sign between two crumbs, and the room on each side of it
AT_MOST = 8  # crumbs: more never fit, and a path may be long
SIDE = 3  # px beside the words, where the focus ring stands


class Crumb(PaintedButton):
    """Two lines, each cut at its end: what was asked, what was answered."""

    def __init__(self, above: str, below: str, look: Look, *, current: bool = False) -> None:
        policy = Qt.FocusPolicy.NoFocus if current else Qt.FocusPolicy.TabFocus
        super().__init__(look, policy)
        self.above, self.below, self.current = above, below, current
        self.setAccessibleName(f"{above} {below}".strip())
        self.setToolTip("" if current else f"{above}\n{below}".strip())
        if not current:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def _roles(self) -> tuple[str, str]:
        return ("label", "body") if self.current else ("caption", "control")

    def sizeHint(self) -> QSize:
        texts = zip(self._roles, (self.above, self.below), strict=True)
        wide = max(QFontMetrics(self._look.font(r)).horizontalAdvance(text) for r, text in texts)
        height = self._look.line("caption") + self._look.line("body")
        return QSize(wide + 2 * SIDE, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, room = self._look, self.width() - 2 * SIDE
        colours = ("accent", "muted") if self.current else ("muted", "text")
        first = look.line("caption")
        boxes = (QRect(SIDE, 0, room, first), QRect(SIDE, first, room, look.line("body")))
        lines = zip(self._roles, (self.above, self.below), colours, boxes, strict=True)
        with painter_on(self) as painter:
            for role, text, colour, box in lines:
                font = look.font(role)
                painter.setFont(font)
                painter.setPen(look.colour(colour))
                shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room + 1)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
            if self.hasFocus():
                paint_ring(painter, look, self.rect())


class PathCrumbs(QWidget):
    """A row of crumbs, the newest at the right."""

    asked_back = Signal(int)  # how many steps to go back

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.crumbs: list[Crumb] = []
        self._carets: list[int] = []  # where the signs between crumbs stand
        self._older = 0  # steps before the first crumb
        self._rest = ""  # how many are not shown, in words
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_path(self, taken: Sequence[tuple[str, str]], here: tuple[str, str]) -> None:
        """Show what was asked and answered, and where one stands."""
        for crumb in self.crumbs:
            crumb.hide()
            crumb.deleteLater()
        self._older = max(0, len(taken) - AT_MOST)
        self.crumbs = [Crumb(*pair, self._look) for pair in taken[self._older :]]
        for place, crumb in enumerate(self.crumbs):
            back = len(self.crumbs) - place
            crumb.clicked.connect(lambda _on, back=back: self.asked_back.emit(back))
        self.crumbs.append(Crumb(*here, self._look, current=True))
        for crumb in self.crumbs:
            crumb.setParent(self)
        self.updateGeometry()
        self._arrange()

    def apply_look(self, look: Look) -> None:
        self._look = look
        for crumb in self.crumbs:
            crumb.apply_look(look)
        self.updateGeometry()
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(0, self._look.line("caption") + self._look.line("body"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Give the last crumbs their places; the others are hidden and counted."""
        joint = self._look.px(CARET) + 2 * GAP
        widths = self._fitting(joint)
        hidden = len(self.crumbs) - len(widths)
        self._rest = f"+{hidden + self._older}" if hidden + self._older else ""
        counted = QFontMetrics(self._look.font("control")).horizontalAdvance(self._rest)
        x = counted + joint if self._rest else -SIDE
        self._carets = [counted + GAP] if self._rest else []
        for place, crumb in enumerate(self.crumbs):
            crumb.setVisible(place >= hidden)
            if place >= hidden:
                crumb.setGeometry(x, 0, widths[place - hidden], self.sizeHint().height())
                x += widths[place - hidden] + joint
                self._carets.append(x - joint + GAP)
        self._carets = self._carets[:-1]  # none after the last crumb
        self.update()

    def _fitting(self, joint: int) -> list[int]:
        """Return the widths of the crumbs that fit, from the last one backwards."""
        most, least = self._look.px(MOST), self._look.px(LEAST)
        room = self.width()
        spare = self._look.px(28) + joint  # for the count of what is left out
        widths: list[int] = []
        for place in range(len(self.crumbs) - 1, -1, -1):
            wanted = min(self.crumbs[place].sizeHint().width(), most)
            free = room - (spare if place or self._older else 0)
            if widths and free < min(wanted, least):
                break
            widths.insert(0, max(min(wanted, free), min(least, self.width())))
            room -= widths[0] + joint
        return widths

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, side = self._look, self._look.px(CARET)
        with painter_on(self) as painter:
            if self._rest:
                painter.setFont(look.font("control"))
                painter.setPen(look.colour("muted"))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, self._rest)
            for x in self._carets:
                box = QRect(x, (self.height() - side) // 2, side, side)
                icons.paint(painter, "caret-right", box, look.colour("muted"))
