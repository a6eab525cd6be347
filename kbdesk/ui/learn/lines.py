"""Rows that can be pressed: a sign, words that wrap, what is told of them, a hairline below."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from kbdesk.ui.controls.buttons import paint_ring
from kbdesk.ui.controls.wrapping_button import WrappingButton
from kbdesk.ui.learn.told_beside import place_told
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.reader.glyph import Glyph
from kbdesk.ui.reader.prose import Prose

HIGH, SIGN, GAP, PAD = 36, 16, 12, 8  # px at 100 %: a row of one line, its sign, between, around


class LineButton(WrappingButton):
    """One row; what is told of it stands below the words where there is no room beside them."""

    reached = Signal()
    RULE_FROM = 0  # px: where its hairline begins

    def __init__(
        self, look: Look, icon: str = "", does: Callable[[], object] | None = None
    ) -> None:
        super().__init__(look)
        self._ruled = True
        self._sign = Glyph(icon or "check", SIGN, look, colour="muted", line="body", prose=True)
        self._words = Prose("body", look)
        self._told = Prose("caption", look, colour="muted")
        first = QHBoxLayout()
        first.setSpacing(GAP)
        first.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        first.addWidget(self._words, 1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.addLayout(first, 1)
        self._across.addWidget(self._told)
        self._sign.setHidden(not icon)  # only now: shown without a parent it would be a window
        for part in (self._sign, self._words, self._told):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if does is not None:
            self.clicked.connect(lambda _on: does())
        self.apply_look(look)

    def say(self, text: str, told: str = "", spoken: str = "") -> None:
        """Set the words, and what a screen reader adds to them."""
        self._words.say(text)
        self._told.say(told)
        self._told.setVisible(bool(told))
        self.setAccessibleName(", ".join(part for part in (text, told, spoken) if part))
        self._place()

    def wear(
        self, icon: str, tone: str = "muted", *, strong: bool = False, muted: bool = False
    ) -> None:
        """Take a sign and a weight."""
        self._sign.show_icon(icon, tone)
        self._sign.show()
        self._words.role("strong" if strong else "body")
        self._words.colour("muted" if muted else "text")

    def rule(self, ruled: bool) -> None:
        """Draw the hairline below, or not."""
        self._ruled = ruled

    @property
    def told(self) -> str:
        return self._told.accessibleName()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.setMinimumHeight(look.px(HIGH))
        self._place()

    def _place(self) -> None:
        look = self._look
        letters = QFontMetrics(look.font("strong")), QFontMetrics(look.font("caption"))
        words = letters[0].horizontalAdvance(self._words.accessibleName())
        told = letters[1].horizontalAdvance(self.told) + 4
        sign = 0 if self._sign.isHidden() else look.px(SIGN) + GAP
        beside = self.width() >= words + told + sign + 2 * PAD + GAP or self.width() > look.px(560)
        room = told if self.told else 0
        place_told(self._across, self._told, beside=beside, room=room, gaps=(GAP, 0))
        self._told.setContentsMargins(0 if beside else sign, 0, 0, 0)
        above = max(2, (look.px(HIGH) - look.line("body")) // 2)
        drop = self._words.drop
        self._across.setContentsMargins(PAD, above - drop, PAD, above + drop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        return self._across.sizeHint().expandedTo(QSize(0, self.minimumHeight()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        with painter_on(self) as painter:
            if self.underMouse() or self.hasFocus():
                painter.fillRect(self.rect(), look.colour("sunken"))
            if self._ruled:
                width = self.width() - self.RULE_FROM
                painter.fillRect(self.RULE_FROM, self.height() - 1, width, 1, look.colour("line"))
            if self.hasFocus():
                paint_ring(painter, look, self.rect())
