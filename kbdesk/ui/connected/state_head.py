"""The top of the sync page: the state in one sentence, what to do, when it was and will be."""

from datetime import datetime

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.services.connected.sync_facts import ATTENTION, Activity, SyncFacts
from kbdesk.ui.connected import sentences
from kbdesk.ui.controls.progress_bar import ProgressBar
from kbdesk.ui.labels import label
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on

ICONS = {
    "local": "database",
    "never": "circle-dashed",
    "level": "cloud-check",
    "behind": "arrows-clockwise",
    "offline": "cloud-slash",
    "patience": "clock",
    "signed out": "user",
}


def icon_of(facts: SyncFacts) -> str:
    """Choose the sign of a state."""
    if facts.refused and facts.state in {"level", "behind"}:
        return "warning-circle"
    return ICONS.get(facts.state, "warning-circle")


def tone_of(facts: SyncFacts) -> str:
    """Choose the colour of a state: only what a person must see to has one."""
    if facts.refused and facts.state in {"level", "behind"}:
        return "critical"
    if facts.state in ATTENTION:
        return "warn"
    return "ok" if facts.state == "level" else ""


class StateHead(QWidget):
    """Sign, sentence, remedy, times; and a bar while something is under way."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._facts = SyncFacts()
        self._activity: Activity | None = None
        self.sentence = label("section", wraps=True)
        self.remedy = label("body", wraps=True)
        self.times = label("caption", wraps=True)
        self._doing = label("caption")
        self.bar = ProgressBar(look)
        self._column = QVBoxLayout(self)
        self._going = QWidget()
        going = QVBoxLayout(self._going)
        going.setContentsMargins(0, 12, 0, 0)
        going.setSpacing(6)
        going.addWidget(self._doing)
        going.addWidget(self.bar)
        self._column.setSpacing(4)
        for part in (self.sentence, self.remedy, self.times, self._going):
            self._column.addWidget(part)
        self.setAccessibleName("")
        self.apply_look(look)
        self.show_activity(None)

    def show_facts(self, facts: SyncFacts, now: datetime) -> None:
        """Say a state."""
        self._facts = facts
        self.sentence.setText(self.tr("Syncing…") if self._going_on else sentences.state(facts))
        remedy = "" if self._going_on else sentences.remedy(facts)
        self.remedy.setText(remedy)
        self.remedy.setVisible(bool(remedy))
        times = self._times(facts, now)
        self.times.setText(times)
        self.times.setVisible(bool(times))
        self.update()

    @property
    def _going_on(self) -> bool:
        """True while a pass brings or sends something, and nothing stands in its way."""
        asks = self._activity is None or self._activity.stage == "asking"
        return not asks and self._facts.state in {"never", "level", "behind", "offline", "patience"}

    def _times(self, facts: SyncFacts, now: datetime) -> str:
        told = []
        if facts.last_success is not None:
            ago = sentences.ago(facts.last_success, now)
            told.append(self.tr("Last synced %1.").replace("%1", ago))
        if facts.next_try is not None and not facts.local:
            told.append(sentences.next_try(facts.next_try, now))
        return " ".join(told)

    def show_activity(self, activity: Activity | None) -> None:
        """Say what is under way; None when nothing is."""
        self._activity = activity
        self._going.setVisible(activity is not None)
        if activity is not None:
            self._doing.setText(sentences.activity(activity))
            self.bar.show_share(activity.share)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._column.setContentsMargins(look.px(24) + 12, 0, 0, 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = self._look.px(22)
        inner, line = self.contentsRect(), self.sentence.fontMetrics().height()
        box = QRect(inner.left(), inner.top() + (line - side) // 2, side, side)
        tone = "muted" if self._going_on else tone_of(self._facts) or "muted"
        icon = "arrows-clockwise" if self._going_on else icon_of(self._facts)
        with painter_on(self) as painter:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            icons.paint(painter, icon, box, self._look.colour(tone))
