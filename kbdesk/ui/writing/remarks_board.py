"""The board of remarks: what people said of articles, late ones first, equal ones joined.

An answer goes to everybody who said the same, and each of them is told. The target is a day.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from kbdesk.clock import Clock
from kbdesk.core.changes import Changes
from kbdesk.core.feedback import Remark
from kbdesk.ui.controls.tabs import Tabs
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.look.look import Look
from kbdesk.ui.writing import words
from kbdesk.ui.writing.queue import QueuePart
from kbdesk.ui.writing.remark_pane import ANSWERS, RemarkPane
from kbdesk.ui.writing.rows import Row

if TYPE_CHECKING:
    from kbdesk.services.live import Live

OPEN, CLOSED = "open", "closed"


class RemarksBoard(QueuePart):
    """List, thread, answers."""

    icon = "chats"
    draft_made = Signal(object)  # Draft: of the article, to be mended in the editor

    def __init__(self, look: Look, live: "Live", lanes: Lanes, clock: Clock) -> None:
        self.remark_pane = RemarkPane(look)
        self.tabs = Tabs((OPEN, CLOSED), look)
        self._found: tuple[Remark, ...] = ()
        super().__init__(look, live, lanes, clock, self.remark_pane)
        self.queue.put_tabs(self.tabs)
        self.tabs.chosen.connect(lambda _tab: self.load())
        self.remark_pane.answer_given.connect(self._answer)
        self.remark_pane.open_wanted.connect(self._open)
        self.remark_pane.edit_wanted.connect(self._edit)
        self.say()

    def load(self) -> None:
        closed = self.tabs.key == CLOSED
        self.tasks.read(lambda: self._live.remarks.board(closed=closed), self._take)

    def _take(self, found: tuple[Remark, ...]) -> None:
        self._found = found
        self.show_rows([self._row(one) for one in found])
        self.say()
        if self.tabs.key == OPEN:
            self.counted.emit(sum(one.kind != "thanks" and not one.asked for one in found))

    def _row(self, one: Remark) -> Row:
        about = [one.heading]
        if one.people > 1:
            about.append(self.tr("%n people", "", one.people))
        elif one.by_name:
            about.append(one.by_name)
        about.append(one.text)
        if one.asked:
            about.insert(0, self.tr("Asked back"))
        tone = {"wrong": "critical", "thanks": "ok"}.get(one.kind, "warn")
        return Row(
            one.id, one.title, words.SEPARATOR.join(filter(None, about)),
            words.age(one.at, self.now), "warn" if one.late else "muted",
            words.kind(one.kind), tone,
        )  # fmt: skip

    def _remark(self, id_: str) -> Remark | None:
        return next((one for one in self._found if one.id == id_), None)

    def show_one(self, id_: str) -> None:
        remark = self._remark(id_)
        if remark is not None:
            self.remark_pane.show_remark(remark, self.now)

    def show_none(self) -> None:
        self.remark_pane.show_nothing()

    def say(self) -> None:
        queue = self.queue
        late = sum(one.late for one in self._found)
        queue.title.say(self.tr("Remarks"))
        queue.count.setText(str(len(self._found) or ""))
        queue.beside.say(self.tr("%n late", "", late) if late else "")
        queue.list.setAccessibleName(self.tr("Remarks about articles"))
        self.tabs.say(OPEN, self.tr("To answer"))
        self.tabs.say(CLOSED, self.tr("Answered"))
        if self.tabs.key == OPEN:
            queue.empty.say(
                self.tr("Every remark has its answer."),
                self.tr("What people say of your articles (F4) stands here; answer within a day."),
            )
        else:
            queue.empty.say(self.tr("Nothing was answered yet."), "")
        self.remark_pane.say()

    def take_key(self, key: Qt.Key) -> bool:
        if self.remark_pane.remark is None:
            return False
        states = {getattr(Qt.Key, f"Key_{letter}"): state for state, letter in ANSWERS.items()}
        if key in states:
            self.remark_pane.ask(states[key])
        elif key == Qt.Key.Key_O:
            self._open()
        elif key == Qt.Key.Key_E:
            self._edit()
        else:
            return False
        return True

    def _answer(self, state: str, text: str) -> None:
        remark = self.remark_pane.remark
        if remark is not None:
            self.tasks.write(
                lambda: self._live.remarks.answer(remark.id, state, text), self._answered
            )

    def _answered(self, _changes: Changes) -> None:
        self.remark_pane.close_reason()
        self.load()
        if self._alone:
            self.panes.show_first()
        self.queue.take_focus()

    def _open(self) -> None:
        if self.remark_pane.remark is not None:
            remark = self.remark_pane.remark
            self.article_requested.emit(remark.article, remark.anchor)

    def _edit(self) -> None:
        if self.remark_pane.remark is not None:
            article = self.remark_pane.remark.article
            self.tasks.write(lambda: self._live.authoring.draft(article), self.draft_made.emit)

    def step_back(self) -> bool:
        if self.remark_pane.close_reason():
            self.queue.take_focus()
            return True
        return super().step_back()
