"""Before there is a base: what this place is for, and the acts that bring one in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent

from kbdesk.ui.buttons import ActButton
from kbdesk.ui.empty_state import EmptyState
from kbdesk.ui.look import Look


@dataclass(frozen=True)
class FirstActs:
    """What can be done about an empty desk; an act that is None is not offered."""

    import_folder: Callable[[Path], object] | None = None
    try_sample: Callable[[], object] | None = None


class FirstRun(EmptyState):
    """One line, and up to two doors."""

    def __init__(self, look: Look, acts: FirstActs) -> None:
        super().__init__("folder-open", look)
        self._acts = acts
        self._import = self.add_act(self._ask_folder) if acts.import_folder else None
        sample = acts.try_sample
        self._sample = self.add_act(sample, primary=self._import is None) if sample else None
        self._speak()

    @property
    def acts(self) -> list[ActButton]:
        """The buttons there are."""
        return [button for button in (self._import, self._sample) if button is not None]

    def _ask_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # late: few ever need it, and it costs the launch

        asked = QFileDialog.getExistingDirectory(self, self.tr("Folder of articles"))
        if asked and self._acts.import_folder:
            self._acts.import_folder(Path(asked))

    def _speak(self) -> None:
        way = self.tr("Markdown, HTML, Word or CSV. Afterwards everything reads without a network.")
        if self._import is None:
            way = self.tr("Bring one in with: kbdesk import FOLDER")
        self.say(self.tr("Your team's base will open here."), way)
        if self._import:
            self._import.setText(self.tr("Import a folder"))
        if self._sample:
            self._sample.setText(self.tr("Try the sample base"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._speak()
        super().changeEvent(event)
