"""What is missing, in subjects: a draft from one in one act, or an article and the proof of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from kbdesk.clock import Clock
from kbdesk.core.changes import Changes
from kbdesk.core.drafts import Draft
from kbdesk.core.gaps import Replay, Subject
from kbdesk.ui import dates
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.look.look import Look
from kbdesk.ui.steer.gap_pane import GapPane
from kbdesk.ui.steer.words import SEPARATOR, WORDS
from kbdesk.ui.writing.queue import QueuePart
from kbdesk.ui.writing.rows import Row

if TYPE_CHECKING:
    from kbdesk.services.live import Live


class GapsPart(QueuePart):
    """Subjects at the left, one of them at the right."""

    icon = "magnifying-glass"
    draft_made = Signal(object)  # Draft

    def __init__(self, look: Look, live: "Live", lanes: Lanes, clock: Clock) -> None:
        self.gap_pane = GapPane(look)
        self._subjects: tuple[Subject, ...] = ()
        self._closed = False
        self._wanted = ""
        super().__init__(look, live, lanes, clock, self.gap_pane)
        self._decided = KeyedButton(look, "H", quiet=True)
        below = QHBoxLayout()
        below.setContentsMargins(12, 4, 12, 8)
        below.addWidget(self._decided)
        below.addStretch(1)
        self.queue.column.addLayout(below)
        self._decided.clicked.connect(self.toggle_decided)
        pane = self.gap_pane
        pane.draft_wanted.connect(self.write_article)
        pane.close_wanted.connect(self.close_gaps)
        pane.why_given.connect(self._dismiss)
        pane.open_wanted.connect(self._open)
        pane.attaching.sought.connect(self._seek)
        pane.attaching.taken.connect(self._replay)
        pane.why.left.connect(self.step_back)
        pane.attaching.field.left.connect(self.step_back)
        self.say()

    def load(self) -> None:
        closed = self._closed
        self.tasks.read(lambda: self._live.gaps.subjects(closed=closed), self._take)

    def _take(self, found: tuple[Subject, ...]) -> None:
        self._subjects = found
        wanted, self._wanted = self._wanted, ""
        self.show_rows([self._row(one) for one in found], wanted=wanted)
        self.say()
        if not self._closed:
            self.counted.emit(len(found))

    def _row(self, one: Subject) -> Row:
        last = dates.ago(one.last.astimezone().date(), self._clock.today())
        about = SEPARATOR.join(filter(None, (last, WORDS.others(one))))
        times = self.tr("%n time(s)", "", one.times)
        return Row(one.id, WORDS.quoted(one.name), about, times, "text", WORDS.lacks(one), "muted")

    def refresh(self, changes: Changes) -> None:
        if changes.gaps or changes.articles:
            self.load()

    def show_subject(self, id_: str) -> None:
        """Show one of the open subjects, at the next load."""
        self._wanted, self._closed = id_, False

    def toggle_decided(self) -> None:
        """Show what was decided, or what is open again."""
        self._closed = not self._closed
        self.load()

    def show_one(self, id_: str) -> None:
        subject = next((one for one in self._subjects if one.id == id_), None)
        if subject is not None:
            self.gap_pane.show_subject(subject, subject.gaps[0].article)

    def show_none(self) -> None:
        self.gap_pane.show_nothing()

    def say(self) -> None:
        queue = self.queue
        title = self.tr("Decided") if self._closed else self.tr("What is missing")
        queue.title.say(title)
        queue.count.setText(str(len(self._subjects) or ""))
        queue.list.setAccessibleName(title)
        self._decided.setText(self.tr("Open ones") if self._closed else self.tr("Decided"))
        self._decided.setAccessibleName(self._decided.text())
        self._decided.updateGeometry()
        if self._closed:
            queue.empty.say(self.tr("Nothing was decided yet."), "")
        else:
            queue.empty.say(
                self.tr("Nothing is missing."),
                self.tr("Searches that found nothing, were asked again in other words, or led to "
                        "no article are gathered here by themselves, in subjects."),
            )  # fmt: skip
        self.gap_pane.say()

    def take_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_H:
            self.toggle_decided()
            return True
        subject = self.gap_pane.subject
        if subject is None:
            return False
        if key == Qt.Key.Key_O and self.gap_pane.article:
            self._open()
            return True
        does = {
            Qt.Key.Key_N: self.write_article,
            Qt.Key.Key_L: self.gap_pane.ask_article,
            Qt.Key.Key_C: self.close_gaps,
            Qt.Key.Key_D: self.gap_pane.ask_why,
        }.get(key)
        if does is None or not subject.gaps[0].open:
            return False
        does()
        return True

    # act

    def write_article(self) -> None:
        """Begin an article from the subject; its searches are its other names already."""
        subject = self.gap_pane.subject
        if subject is not None:
            self.tasks.write(lambda: self._live.gaps.draft_from(subject.id), self._drafted)

    def _drafted(self, draft: Draft) -> None:
        self.changed.emit(Changes(writing=True))
        self.draft_made.emit(draft)

    def _seek(self, words: str) -> None:
        self.tasks.read(
            lambda: self._live.gaps.candidates(words),
            self.gap_pane.attaching.offer,
            topic="seeking",
        )

    def _replay(self, article: str) -> None:
        subject = self.gap_pane.subject
        if subject is not None:
            self.tasks.read(
                lambda: self._live.gaps.replay(subject.id, article),
                self._show_replay,
                topic="seeking",
            )

    def _show_replay(self, replay: Replay) -> None:
        if self.gap_pane.subject is not None and self.gap_pane.subject.id == replay.subject:
            self.gap_pane.show_replay(replay)
            self.queue.take_focus()

    def close_gaps(self) -> None:
        """Close what is proved to be answered."""
        made = self.gap_pane.replay
        if made is not None and made.closes:
            self.gap_pane.replay = None
            self.tasks.write(
                lambda: self._live.gaps.close(made.subject, made.article)[1], self._done
            )

    def _dismiss(self, why: str) -> None:
        subject = self.gap_pane.subject
        if subject is not None:
            self.gap_pane.step_back()
            self.tasks.write(lambda: self._live.gaps.dismiss(subject.id, why), self._done)

    def _done(self, _changes: Changes) -> None:
        self.load()
        self.queue.take_focus()

    def _open(self) -> None:
        if self.gap_pane.article:
            self.article_requested.emit(self.gap_pane.article, "")

    def step_back(self) -> bool:
        if self.gap_pane.step_back():
            self.queue.take_focus()
            return True
        return super().step_back()
