"""What is told of a row: at its right where there is room, else below its words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def place_told(
    across: QBoxLayout, told: QLabel, *, beside: bool, room: int, gaps: tuple[int, int]
) -> None:
    """Lay a row out; `room` is what is kept for it at the right, `gaps` beside and below."""
    way = QBoxLayout.Direction
    across.setDirection(way.LeftToRight if beside else way.TopToBottom)
    across.setSpacing(gaps[0] if beside else gaps[1])
    told.setMinimumWidth(room if beside else 0)
    told.setAlignment(RIGHT if beside else LEFT)
