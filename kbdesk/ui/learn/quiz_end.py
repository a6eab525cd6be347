"""The end of a session: what was right and what comes again when. A fact, never a mark."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.core.quiz import Marked, Session, SessionKind, Tested
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.hearing import announce, in_order
from kbdesk.ui.learn import words
from kbdesk.ui.learn.column_page import ColumnPage
from kbdesk.ui.learn.lines import LineButton
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose


class QuizEnd(ColumnPage):
    """One row a question; a row leads to its article."""

    article_requested = Signal(str, str)  # id, anchor
    again_requested = Signal()  # a test that was not passed, once more

    def __init__(self, look: Look) -> None:
        super().__init__(look, wide=680)
        self._session: Session | None = None
        self._marks: Mapping[str, Marked] = {}
        self._now: datetime | None = None
        self._pass_mark = 0
        self._title = Prose("title", look)
        self._line = Prose("read", look, colour="muted")
        self._rows = QWidget()
        self._list = QVBoxLayout(self._rows)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self.lines: list[LineButton] = []
        self.done = ActButton(look, shortcut="Return", primary=True)
        self.done.clicked.connect(self._go)
        for part, below in ((self._title, 4), (self._line, 20), (self._rows, 24), (self.done, 0)):
            self.column.addWidget(part)
            self.column.addSpacing(below)
        self.column.setAlignment(self.done, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def show_session(
        self, session: Session, marks: Mapping[str, Marked], now: datetime, pass_mark: int
    ) -> None:
        """Show what became of a session; `marks` are those of this sitting."""
        self._session, self._marks, self._now = session, dict(marks), now
        self._pass_mark = pass_mark
        for old in self.lines:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = []
        for due in session.items:
            line = LineButton(self._look, "", partial(self._open, due.tested))
            self._list.addWidget(line)
            self.lines.append(line)
            line.show()
        in_order((self.bar.leave, *self.lines, self.done))
        self._say()
        announce(self, f"{self._title.accessibleName()} {self._line.accessibleName()}")

    def _open(self, tested: Tested) -> None:
        self.article_requested.emit(tested.article, tested.anchor)

    @property
    def failed(self) -> bool:
        """True for a test that did not reach its mark."""
        session = self._session
        is_test = session is not None and session.kind is SessionKind.TEST
        return is_test and session is not None and session.score < self._pass_mark

    def _go(self) -> None:
        if self.failed:
            self.again_requested.emit()
        else:
            self.left.emit()

    def take_focus(self) -> None:
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        session, now = self._session, self._now
        if session is None or now is None:
            return
        self.bar.show_where(self.tr("End of the session"), leave=self.tr("Back"))
        right = session.right
        counted = self.tr("%n of %1 right.", "", right).replace("%1", str(len(session.items)))
        if session.kind is SessionKind.TEST:
            self._title.say(self.tr("Not yet.") if self.failed else self.tr("Passed: step done."))
            needed = -(-self._pass_mark * len(session.items) // 100)
            asked = self.tr("The step is done from %1 on; try again when you like.")
            more = asked.replace("%1", str(needed)) if self.failed else ""
            self._line.say(f"{counted} {more}".strip())
        else:
            self._title.say(self.tr("Done for now."))
            again = self.tr("The others come again sooner, that is all.")
            if not right:
                again = self.tr("They come again soon, that is all.")
            all_right = right == len(session.items)
            self._line.say(counted if all_right else f"{counted} {again}")
        for line, due in zip(self.lines, session.items, strict=True):
            is_right = session.marked.get(due.id, False)
            marked = self._marks.get(due.id)
            when = words.ahead(marked.again, now) if marked else ""
            again = self.tr("again %1").replace("%1", when) if when else ""
            told = self.tr("Right") if is_right else self.tr("To see again")
            line.wear(*(("check", "ok") if is_right else ("arrow-counter-clockwise", "warn")))
            line.say(due.asked.text, again, told)
        self.done.setText(self.tr("Try again") if self.failed else self.tr("Back to Learn"))
        self.done.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
