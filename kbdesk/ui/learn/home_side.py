"""Beside today: the seven days to come, what of one's own to look at again, who to ask."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.core.quiz import Weak
from kbdesk.ui.controls.quiet_button import QuietButton
from kbdesk.ui.labels import label
from kbdesk.ui.learn.bars import WeekBars
from kbdesk.ui.learn.loaded import Loaded
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose


class HomeSide(QWidget):
    """All of it is this person's own, and told to nobody."""

    seen_requested = Signal()  # what a trainer sees of me

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._loaded: Loaded | None = None
        self._coming = label("label")
        self.bars = WeekBars(look)
        self._sum = Prose("caption", look, colour="muted")
        self._weak_name = label("label")
        self._weak = Prose("body", look)
        self._weak_why = Prose("caption", look, colour="muted")
        self._ask_name = label("label")
        self._ask = Prose("body", look)
        self.seen = QuietButton(look, role="caption", flush=True)
        self.seen.clicked.connect(self.seen_requested.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        parts = (
            (self._coming, 8), (self.bars, 8), (self._sum, 24), (self._weak_name, 6),
            (self._weak, 4), (self._weak_why, 24), (self._ask_name, 6), (self._ask, 20),
        )  # fmt: skip
        for part, below in parts:
            part.setContentsMargins(0, 0, 0, below if part is not self.bars else 0)
            column.addWidget(part)
            if part is self.bars:
                column.addSpacing(below)
        row = QHBoxLayout()
        row.addWidget(self.seen)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def show_loaded(self, loaded: Loaded) -> None:
        """Show what is known."""
        self._loaded = loaded
        self.bars.show_days(loaded.home.coming)
        self._say()

    def _say(self) -> None:
        loaded = self._loaded
        if loaded is None:
            return
        home = loaded.home
        self._coming.setText(self.tr("Seven days to come"))
        total = sum(one.asked for one in home.coming)
        most = max((one.asked for one in home.coming), default=0)
        told = self.tr("%n question(s) in all, %1 at most a day.", "", total)
        week = sum(one.asked for one in home.week)
        done = self.tr("%n answered in the last seven days.", "", week)
        parts = [told.replace("%1", str(most)) if total else self.tr("Nothing is due this week.")]
        self._sum.say(" ".join(parts + ([done] if week else [])))
        self._say_weak(loaded)
        self._say_trainers(loaded)

    def _say_weak(self, loaded: Loaded) -> None:
        weak = loaded.home.weak
        for part in (self._weak_name, self._weak, self._weak_why):
            part.setVisible(bool(weak))
        self._weak_name.setText(self.tr("To look at again"))
        self._weak.say("\n".join(self._row(loaded, one) for one in weak))
        self._weak_why.say(self.tr("By your own answers; only you see this."))

    def _row(self, loaded: Loaded, one: Weak) -> str:
        told = self.tr("%1: %2 of %3 right").replace("%1", loaded.shelf(one.space))
        return told.replace("%2", str(one.right)).replace("%3", str(one.asked))

    def _say_trainers(self, loaded: Loaded) -> None:
        names = list(dict.fromkeys(name for path in loaded.home.paths for name in path.trainers))
        for part in (self._ask_name, self._ask):
            part.setVisible(bool(names))
        self._ask_name.setText(self.tr("A question?"))
        self._ask.say(
            self.tr("%1 accompanies you.").replace("%1", ", ".join(names)) if len(names) == 1
            else self.tr("%1 accompany you.").replace("%1", ", ".join(names))
        )  # fmt: skip
        self.seen.setText(
            self.tr("What your trainer sees") if names else self.tr("What is kept of you")
        )
        self.seen.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
