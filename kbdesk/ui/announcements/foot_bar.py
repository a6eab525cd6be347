"""A bar that stays at the foot of a page while the page scrolls: its one act is always in reach."""

from PySide6.QtWidgets import QBoxLayout

from kbdesk.ui.controls.foot_ground import FootGround
from kbdesk.ui.look.look import Look


class FootBar(FootGround):
    """A row for the acts."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
