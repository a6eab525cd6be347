"""Files and folders dropped on the window: what comes in is told in one line, and can go out again.

Only who may write brings anything in; anybody else is told so, and nothing is read.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from kbdesk.services.bringing import Brought


class Drops(QObject):
    """Takes what is dropped, and puts what became of it into words."""

    wanted = Signal(object)  # Path to bring in
    told = Signal(str, object)  # a sentence; how to take it back (Callable) or None
    refused = Signal(str)  # why nothing was read

    def __init__(self, window: QWidget, may_write: Callable[[], bool]) -> None:
        super().__init__(window)
        self._window = window
        self._may_write = may_write
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @property
    def offered(self) -> bool:
        """True where this person may bring something into the base."""
        return self._may_write()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and _paths(event):
            if event.type() == QEvent.Type.Drop:
                self.take(_paths(event))
            if event.type() in (QEvent.Type.Drop, QEvent.Type.DragEnter, QEvent.Type.DragMove):
                event.acceptProposedAction()
                return True
        elif isinstance(event, QDragEnterEvent):
            event.ignore()
            return True
        return False

    def take(self, paths: list[Path]) -> None:
        """Bring in what was dropped, or say why not."""
        if len(paths) > 1:
            self.refused.emit(self.tr("One file or one folder at a time, please."))
        else:
            self.wanted.emit(paths[0])

    def refuse(self) -> None:
        """Say that this person may not write."""
        self.refused.emit(
            self.tr("Only an author of the base can add articles to it. Nothing was changed.")
        )

    def choose_folder(self) -> None:
        """Ask for a folder: no system has one dialog for folders and files alike."""
        from PySide6.QtWidgets import QFileDialog  # late: hardly ever seen

        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Import a folder"))
        if chosen:
            self.take([Path(chosen)])

    def choose_file(self) -> None:
        """Ask for a file; what cannot be read is told afterwards, as of a dropped one."""
        from PySide6.QtWidgets import QFileDialog  # late: as above

        chosen, _kind = QFileDialog.getOpenFileName(self._window, self.tr("Import a file"))
        if chosen:
            self.take([Path(chosen)])

    def tell(self, name: str, brought: "Brought", take_out: Callable[[], object]) -> None:
        """Say what came in."""
        if brought.published:
            said = self.tr("“%1”: %n article(s) will be sent to the base.", "", brought.new)
        elif not brought.new and not brought.changed:
            said = self.tr("“%1” holds nothing that the base does not have already.")
        else:
            said = self.tr("“%1”: %n new article(s).", "", brought.new)
            if brought.changed:
                said += " " + self.tr("%n article(s) changed.", "", brought.changed)
        if brought.refused:
            said += " " + self.tr("%n file(s) could not be read.", "", brought.refused)
        self.told.emit(said.replace("%1", name), take_out if brought.undoable else None)


def _paths(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
