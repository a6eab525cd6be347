"""Pictures of a draft: brought in from a file or the clipboard, kept with it, and read again."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kbdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from kbdesk.services.writing.authoring import Authoring


class PictureFiles(QObject):
    """Takes pictures for one draft at a time."""

    put = Signal(str)  # what stands for it in the text

    def __init__(self, above: QWidget, authoring: "Authoring", tasks: Tasks) -> None:
        super().__init__(above)
        self._above, self._authoring, self._tasks = above, authoring, tasks
        self._draft = ""

    def follow(self, draft: str) -> None:
        """Belong to another draft; "" is none."""
        self._draft = draft

    def choose(self) -> None:
        """Ask for a picture, by the dialog of the system."""
        from PySide6.QtWidgets import QFileDialog  # late: rarely asked for

        file, _ = QFileDialog.getOpenFileName(
            self._above, self.tr("Choose a picture"), "", "*.png *.jpg *.jpeg *.gif *.webp"
        )
        if file:
            self.take_file(file)

    def take(self, name: str, data: bytes) -> None:
        """Keep a picture that came as such."""
        self._keep(lambda: (name, data))

    def take_file(self, file: str) -> None:
        """Keep a picture of this machine; it is read behind the screen."""
        path = Path(file)
        self._keep(lambda: (path.name, path.read_bytes()))

    def _keep(self, read: Callable[[], tuple[str, bytes]]) -> None:
        draft = self._draft
        self._tasks.write(lambda: self._authoring.image(draft, *read()), self.put.emit)

    def picture(self, path: str) -> bytes | None:
        """Return a picture of the draft, or of the base."""
        return self._authoring.picture(self._draft, path) if self._draft else None
