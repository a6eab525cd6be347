"""A few words in one type role, with that role's line height, cut after so many lines.

QLabel knows no line height and does not cut: here a text from outside, however long, takes the
room it is given and no more. It is always plain text.
"""

import re

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from kbdesk.ui.look.look import Look, painter_on

LONGEST = 1000  # characters: more than any card says, and soon laid out
LEAST = 40  # px at 100 %
_LOOSE = re.compile(r"[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")  # not those that bind
_BINDING = re.compile(r" (?=[?!:;»€%])|(?<=«) ")  # French spaces at which no line breaks
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Paragraph(QWidget):
    """Plain words that wrap, or with one line end in an ellipsis."""

    def __init__(
        self,
        role: str,
        look: Look,
        *,
        colour: str = "text",
        lines: int = 0,
        tabular: bool = False,
        right: bool = False,
        gives_way: bool = False,
    ) -> None:
        super().__init__()
        self.gives_way = gives_way  # words from outside, of any length: cutting them is no fault
        self._role, self._colour = role, colour
        self._look = look
        self._most = lines  # 0: as many as it takes
        self._tabular = tabular
        self._right = right
        self._text = self._shorter = ""
        self._broken: tuple[int, list[str]] = (-1, [])  # for which width, and the lines
        one = lines == 1
        upright = QSizePolicy.Policy.Fixed if one else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, upright)
        policy.setHeightForWidth(not one)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def text(self) -> str:
        return self._text

    def say(self, text: str, shorter: str = "") -> None:
        """Set the words; runs of spaces count as one, and nothing turns the direction of others.

        Where they do not fit into one line the shorter ones are shown; all of them are still told.
        """
        self._text, self._shorter = _plain(text), _plain(shorter)
        self.setAccessibleName(self._text)
        self._begin_again()

    def wear(self, role: str, colour: str = "text") -> None:
        """Take another role of the type scale, or another colour."""
        if (role, colour) != (self._role, self._colour):
            self._role, self._colour = role, colour
            self._begin_again()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._begin_again()

    def _begin_again(self) -> None:
        self._broken = (-1, [])
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        letters = QFontMetrics(self._look.font(self._role, tabular=self._tabular))
        return QSize(letters.horizontalAdvance(self._text) + 1, self._look.line(self._role))

    def minimumSizeHint(self) -> QSize:
        least = self._look.px(LEAST)
        return QSize(min(least, self.sizeHint().width()), self._look.line(self._role))

    def hasHeightForWidth(self) -> bool:
        return self._most != 1

    def heightForWidth(self, width: int) -> int:
        return max(1, len(self._lines(width))) * self._look.line(self._role)

    def _lines(self, width: int) -> list[str]:
        if self._broken[0] != width:
            self._broken = (width, self._break(max(1, width)))
        return self._broken[1]

    def _break(self, width: int) -> list[str]:
        font = self._look.font(self._role, tabular=self._tabular)
        letters = QFontMetrics(font)
        text = self._text
        if self._shorter and letters.horizontalAdvance(text) > width:
            text = self._shorter
        if self._most == 1:
            return [letters.elidedText(text, Qt.TextElideMode.ElideRight, width)]
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        lines: list[str] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            start, length = line.textStart(), line.textLength()
            lines.append(text[start : start + length].rstrip(" "))
            if len(lines) == self._most and start + length < len(text):
                rest = text[start:]
                lines[-1] = letters.elidedText(rest, Qt.TextElideMode.ElideRight, width)
                break
        layout.endLayout()
        return lines

    @property
    def cut(self) -> bool:
        """True when not all of the words can be seen."""
        shown = self._lines(self.width())
        if self.height() < len(shown) * self._look.line(self._role):
            return True
        return bool(shown) and shown[-1].endswith("…") and not self._text.endswith("…")

    def paintEvent(self, _event: QPaintEvent) -> None:
        height = self._look.line(self._role)
        with painter_on(self) as painter:
            painter.setFont(self._look.font(self._role, tabular=self._tabular))
            painter.setPen(self._look.colour(self._colour))
            letters = QFontMetrics(painter.font())
            rise = (height + letters.ascent() - letters.descent()) / 2
            for number, line in enumerate(self._lines(self.width())):
                left = self.width() - letters.horizontalAdvance(line) if self._right else 0
                painter.drawText(QPointF(left, number * height + rise), line)


def _plain(text: str) -> str:
    line = _LOOSE.sub(" ", _TURNING.sub("", text[:LONGEST])).strip()
    return _BINDING.sub("\u00a0", line)
