"""Pictures that somebody brings into a text from a file."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget


class PictureFiles(QObject):
    """Asks for one, by the dialog of the system."""

    chosen = Signal(str)  # a file

    def __init__(self, above: QWidget) -> None:
        super().__init__(above)
        self._above = above

    def choose(self) -> None:
        """Ask for a picture."""
        from PySide6.QtWidgets import QFileDialog  # late: rarely asked for

        file, _ = QFileDialog.getOpenFileName(
            self._above, self.tr("Choose a picture"), "", "*.png *.jpg *.jpeg *.gif *.webp"
        )
        if file:
            self.chosen.emit(file)


def read_picture(file: str) -> tuple[str, bytes]:
    """Read a picture; for a lane."""
    path = Path(file)
    return path.name, path.read_bytes()
