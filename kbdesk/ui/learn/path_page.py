"""A path as a whole: its modules in order, what comes first, its steps, and where one is.

Enter opens what is selected, or begins its test; D marks what was read as done.
"""

from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kbdesk.core.paths import PathView, State, StepKind, StepView
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.hearing import announce, in_order
from kbdesk.ui.learn import words
from kbdesk.ui.learn.column_page import ColumnPage
from kbdesk.ui.learn.path_line import PathLine
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose

GAP = 16
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_J: 1}


class _Foot(QWidget):
    """The act of the step that is selected, and how it is marked as done."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.act = ActButton(look, shortcut="Return", primary=True)
        self.done = KeyedButton(look, "D", flush=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addWidget(self.done)
        self._row.addStretch(1)
        self._row.addWidget(self.act)
        self._sides = 40, 40

    def align(self, left: int, right: int) -> None:
        """Stand in line with the column above; one below the other where there is little room."""
        self._sides = left, right
        self._row.setContentsMargins(left, 10, right, 10)
        need = sum(part.sizeHint().width() for part in (self.done, self.act)) + GAP
        beside = self.width() - left - right >= need or self.done.isHidden()
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if beside else direction.BottomToTop)
        self._row.setSpacing(GAP if beside else 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.align(*self._sides)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self.align(*self._sides)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("surface"))
            painter.fillRect(0, 0, self.width(), 1, self._look.colour("line"))


class PathPage(ColumnPage):
    """One path; the row that was left is the row one comes back to."""

    article_requested = Signal(str, str)  # id, anchor
    test_requested = Signal(str, str)  # path, step
    done_requested = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, wide=788)
        self._view: PathView | None = None
        self._today = date.min
        self._at = ""  # the step that is selected
        self._title, self._summary = Prose("title", look), Prose("read", look, colour="muted")
        self._facts = Prose("caption", look, colour="muted")
        self.line = PathLine(look, whole=True)
        self.line.step_requested.connect(self._go)
        self.line.step_reached.connect(self._reach)
        self.foot = _Foot(look)
        self.foot.act.clicked.connect(self.go)
        self.foot.done.clicked.connect(self.mark)
        parts = ((self._title, 4), (self._summary, 6), (self._facts, 24), (self.line, 0))
        for part, below in parts:
            self.column.addWidget(part)
            self.column.addSpacing(below)
        self.column.addStretch(1)
        self._outer.addWidget(self.foot)

    @property
    def view(self) -> PathView | None:
        return self._view

    @property
    def at(self) -> StepView | None:
        """The step that is selected."""
        steps = self._view.steps if self._view else ()
        return next((one for one in steps if one.step.id == self._at), None)

    def show_path(self, view: PathView, today: date, at: str = "") -> None:
        """Show a path; `at` is the step somebody comes for."""
        before, is_new = self.at, self._view is None or self._view.path.id != view.path.id
        self._view, self._today = view, today
        if is_new:
            self._at = ""
        self.line.show_path(view, today)
        was_done = before is not None and before.state is not State.DONE
        now_done = self.at is not None and self.at.state is State.DONE and was_done
        if at:
            self._at = at
        elif (self.at is None or now_done) and view.next is not None:
            self._at = view.next.step.id  # what was just done leads to what follows
        if self.at is None:
            self._at = view.steps[0].step.id
        self._say()
        in_order((self.bar.leave, *self.line.lines, self.foot.done, self.foot.act))

    # what is done

    def take_focus(self) -> None:
        line = self.line.line_of(self._at)
        if line is not None:
            line.setFocus(Qt.FocusReason.OtherFocusReason)
            self.pane.ensureWidgetVisible(line, 0, 60)

    def _reach(self, step: str) -> None:
        if step != self._at:
            self._at = step
            self._say_foot()

    def go(self) -> None:
        """Open, walk or begin the step that is selected."""
        self._go(self._at)

    def _lead_tab(self) -> None:
        """Let Tab come to the selected row, and then to its acts; arrows go to the others."""
        strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
        for line in self.line.lines:
            line.setFocusPolicy(strong if line.view.step.id == self._at else click)

    def _go(self, step: str) -> None:
        self._at = step
        view = self.at
        if view is None or self._view is None or view.missing:
            return
        if view.state is State.LOCKED:
            announce(self, self._why_locked())
        elif view.step.kind is StepKind.QUIZ:
            self.test_requested.emit(self._view.path.id, step)
        else:
            self.line.opened.add(step)
            self.line.show_path(self._view, self._today)
            self._say_foot()
            self.article_requested.emit(view.step.article, "")

    @property
    def may_mark(self) -> bool:
        """True where D marks what is selected as done."""
        view = self.at
        if view is None or view.step.kind is StepKind.QUIZ:
            return False
        return view.state in (State.NEXT, State.OPEN) and not view.missing

    def mark(self) -> None:
        """Mark the selected step as done."""
        if self.may_mark and self._view is not None:
            self.done_requested.emit(self._view.path.id, self._at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key == Qt.Key.Key_D:
            self.mark()
        elif plain and key in STEPS:
            self._step(STEPS[key])
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        ids = [line.view.step.id for line in self.line.lines]
        if self._at in ids:
            to = min(max(ids.index(self._at) + by, 0), len(ids) - 1)
            self._at = ids[to]
            self.take_focus()
            self._say_foot()

    # words

    def _why_locked(self) -> str:
        view = self._view
        module = next((one for one in view.modules if self.at in one.steps), None) if view else None
        after = ", ".join(module.after) if module else ""
        return self.tr("Opens after: %1").replace("%1", after)

    def _say(self) -> None:
        view = self._view
        if view is None:
            return
        self.bar.show_where(view.path.title, leave=self.tr("Back"))
        self._title.say(view.path.title)
        self._summary.say(view.path.summary)
        self._summary.setVisible(bool(view.path.summary))
        self._facts.say(" · ".join(self._told(view)))
        self._say_foot()

    def _told(self, view: PathView) -> list[str]:
        facts = [words.steps(view.done, len(view.steps))]
        if view.finished:
            return [*facts, self.tr("all done")]
        left = self.tr("%1 min left").replace("%1", str(view.minutes_left))
        facts.append(left)
        if view.target is not None:
            day = words.short_day(view.target, self._today)
            facts.append(self.tr("until %1").replace("%1", day))
        if view.trainers:
            with_them = self.tr("with %1").replace("%1", ", ".join(view.trainers))
            facts.append(with_them)
        return facts

    def _say_foot(self) -> None:
        self._lead_tab()
        view, foot = self.at, self.foot
        able = view is not None and view.state is not State.LOCKED and not view.missing
        foot.act.setVisible(able)
        foot.done.setVisible(self.may_mark)
        foot.setVisible(able)
        if view is None:
            return
        names = {
            StepKind.ARTICLE: self.tr("Read the article"),
            StepKind.GUIDE: self.tr("Walk the guide"),
            StepKind.QUIZ: self.tr("Begin the test"),
        }
        foot.act.setText(names[view.step.kind])
        foot.act.updateGeometry()
        is_read = view.step.kind is StepKind.ARTICLE
        foot.done.setText(self.tr("I have read it") if is_read else self.tr("I have walked it"))
        foot.done.updateGeometry()
        self._shape()

    def _shape(self) -> None:
        super()._shape()
        margins = self.column.contentsMargins()
        self.foot.align(margins.left(), margins.right())

    def apply_look(self, look: Look) -> None:
        super().apply_look(look)
        self.foot.apply_look(look)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
