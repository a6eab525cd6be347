"""One line of words, cut with an ellipsis where there is no more room."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from kbdesk.ui.look.look import Look

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def write(painter: QPainter, look: Look, role: str, colour: str, box: QRect, text: str) -> None:
    """Write words in a role of the type and a token, from the left of a box, half-way up."""
    if box.width() <= 0:
        return
    font = look.font(role)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(look.colour(colour))
    painter.drawText(box, LEFT, shown)
