"""One matter of the board: what people said of a passage, and the answer to all of them."""

from datetime import datetime

from PySide6.QtCore import QEvent, Signal

from kbdesk.core.feedback import Remark
from kbdesk.core.talk import OPEN
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.writing import words
from kbdesk.ui.writing.reading_pane import ReadingPane
from kbdesk.ui.writing.reason_field import ReasonField
from kbdesk.ui.writing.thread import Said, Thread, of_replies
from kbdesk.ui.writing.told_line import ToldLine

ANSWERS = {  # state: its key; “open” asks back and decides nothing
    "answered": "R", "done": "F", "accepted": "A", "declined": "D", OPEN: "Q",
}  # fmt: skip


class RemarkPane(ReadingPane):
    """Says what was said; four answers."""

    answer_given = Signal(str, str)  # state, words
    open_wanted = Signal()
    edit_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.remark: Remark | None = None
        self._now: datetime | None = None
        self._state = ""
        self.title = Prose("title", look)
        self.meta = Prose("caption", look, colour="muted")
        self.late = ToldLine(look)
        self.moved = ToldLine(look, "muted")
        self.said = Thread(look)
        self.reason = ReasonField(look)
        self.open = KeyedButton(look, "O", quiet=True, flush=True)
        self.add_to_bar(self.open)
        self.acts: dict[str, ActButton | KeyedButton] = {
            "answered": ActButton(look, shortcut="R", primary=True),
            "accepted": ActButton(look, shortcut="A"),
            "done": ActButton(look, shortcut="F"),
            "declined": ActButton(look, shortcut="D"),
            OPEN: KeyedButton(look, "Q"),
        }
        self.edit = KeyedButton(look, "E")
        column = self.column
        column.addWidget(self.title)
        column.addSpacing(4)
        for part in (self.meta, self.late, self.moved):
            column.addWidget(part)
        column.addSpacing(12)
        column.addWidget(self.said)
        column.addStretch(1)
        self.foot.column.insertWidget(0, self.reason)
        for state, act in self.acts.items():
            self.foot.acts.addWidget(act)
            act.clicked.connect(lambda _on=False, state=state: self.ask(state))
        self.foot.acts.addWidget(self.edit)
        self.open.clicked.connect(self.open_wanted.emit)
        self.edit.clicked.connect(self.edit_wanted.emit)
        self.reason.given.connect(self._on_reason)
        self.reason.left.connect(self.close_reason)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show an empty pane."""
        self.remark = None
        for part in (self.page, self.foot, self.open):
            part.hide()

    def show_remark(self, remark: Remark, now: datetime) -> None:
        """Show one matter; the same one again keeps what was typed."""
        if self.remark is None or self.remark.id != remark.id:
            self.close_reason()
            self.to_top()
        self.remark, self._now = remark, now
        for part in (self.page, self.foot, self.open):
            part.show()
        self.say()

    def ask(self, state: str) -> None:
        """Ask for the words of an answer; thanks and “done” need none."""
        self._state = state
        name = {
            "answered": self.tr("Your answer"),
            "accepted": self.tr("You will see to it"),
            "done": self.tr("It is mended"),
            "declined": self.tr("Why not?"),
            OPEN: self.tr("What do you want to know?"),
        }[state]
        told = self.tr("For %1: one sentence, then Enter").replace("%1", self._people)
        self.reason.open(name, told)
        self._offer(False)

    def close_reason(self) -> bool:
        """Take the line away; return whether it was there."""
        was = not self.reason.isHidden()
        self.reason.close_up()
        self._offer(True)
        return was

    def _offer(self, offered: bool) -> None:  # noqa: FBT001  # one question
        """Show the acts, or none of them while the words of one are typed."""
        for act in (*self.acts.values(), self.edit):
            act.setVisible(offered)

    def _on_reason(self, text: str) -> None:
        if not text and self._state in ("answered", "declined", OPEN):
            self.reason.blame(self.tr("An answer wants words: who asked reads them."))
        else:
            self.answer_given.emit(self._state, text)

    @property
    def _people(self) -> str:
        remark = self.remark
        if remark is None:
            return ""
        if remark.people > 1:
            return self.tr("%n people", "", remark.people)
        return remark.by_name or self.tr("who asked")

    def say(self) -> None:
        """Set the words for what is shown."""
        remark, now = self.remark, self._now
        if remark is None or now is None:
            return
        self.show_shelf(remark.space)
        self.title.say(remark.title)
        state = self.tr("Asked back") if remark.asked else words.remark_state(remark.state)
        about = (words.kind(remark.kind), remark.heading, state)
        self.meta.say(words.SEPARATOR.join(filter(None, about)))
        self.late.say(self.tr("Waits for more than a day.") if remark.late else "")
        newer = remark.rev_now > remark.rev > 0
        self.moved.say(
            self.tr("The article was changed since: version %1, this is about version %2.")
            .replace("%1", str(remark.rev_now)).replace("%2", str(remark.rev)) if newer else ""
        )  # fmt: skip
        self.said.show_said(list(self._said(remark, now)))
        texts = {
            "answered": self.tr("Answer"),
            "accepted": self.tr("I will see to it"),
            "done": self.tr("Mended"),
            "declined": self.tr("Decline"),
            OPEN: self.tr("Ask back"),
        }
        for key, act in self.acts.items():
            act.setText(texts[key])
            act.setAccessibleName(texts[key])
            act.updateGeometry()
        self.edit.setText(self.tr("Mend it now"))
        self.edit.setAccessibleName(self.edit.text())
        self.open.setText(self.tr("Open the article"))
        self.open.setAccessibleName(self.open.text())

    def _said(self, remark: Remark, now: datetime) -> list[Said]:
        found = []
        for one in (remark, *remark.joined):
            parts = [one.by_name, words.ago(one.at, now)]
            if one.query:
                parts.append(self.tr("searched: %1").replace("%1", one.query))
            found.append(
                Said(words.SEPARATOR.join(filter(None, parts)),
                     one.text or self.tr("Nothing more was said."))
            )  # fmt: skip
        return [*found, *of_replies(remark.replies, remark.by, now)]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
