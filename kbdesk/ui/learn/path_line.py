"""A path as a line with a dot for each module, and its steps beside it."""

from datetime import date

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kbdesk.core.paths import ModuleView, PathView, State, StepKind, StepView
from kbdesk.ui.learn import words
from kbdesk.ui.learn.lines import PAD, LineButton
from kbdesk.ui.look import icons
from kbdesk.ui.look.look import Look, painter_on
from kbdesk.ui.reader.prose import Prose

DOT, LEFT, GAP = 24, 40, 18  # px at 100 %: a dot, where words begin, below a module


class StepLine(LineButton):
    """One step, as somebody sees it."""

    RULE_FROM = PAD  # it hangs out by that, so that its sign stands below the title

    def __init__(self, look: Look, view: StepView) -> None:
        super().__init__(look)
        self.view = view

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # whoever holds the rows moves among them
        else:
            super().keyPressEvent(event)

    def show_step(self, view: StepView, told: str, *, opened: bool) -> None:
        """Say how far it is."""
        self.view = view
        step, state = view.step, view.state
        icon, tone = words.STEP_ICONS[step.kind], "muted"
        if state is State.DONE:
            icon, tone = "check", "accent"
        elif state is State.LOCKED:
            icon = "lock"
        elif state is State.NEXT or opened:
            tone = "accent"
        quiet = state in (State.DONE, State.LOCKED)
        self.wear(icon, tone, strong=state is State.NEXT or opened, muted=quiet)
        self.say(view.title, told, words.step_kind(step.kind))


class ModuleBlock(QWidget):
    """A dot, the title, what is said of it, and its steps where they are unfolded."""

    step_requested = Signal(str)  # id of a step
    step_reached = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._state = State.OPEN
        self._number = 1
        self._last = False
        self._title, self._about = Prose("strong", look), Prose("caption", look, colour="muted")
        self.lines: list[StepLine] = []
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._about)
        self._steps = QWidget()
        self._list = QVBoxLayout(self._steps)
        self._list.setContentsMargins(0, 6, 0, 0)
        self._list.setSpacing(0)
        self._column.addWidget(self._steps)

    def show_module(
        self, module: ModuleView, number: int, about: str, *, unfolded: bool, last: bool
    ) -> None:
        """Show a module; which steps it has is told by `show_steps`."""
        self._state, self._number, self._last = module.state, number, last
        self._title.say(module.module.title)
        self._title.colour("muted" if module.state is State.LOCKED else "text")
        self._about.say(about)
        self._about.setVisible(bool(about))
        self._steps.setVisible(unfolded)
        wanted = [one.step.id for one in module.steps] if unfolded else []
        if wanted != [line.view.step.id for line in self.lines]:
            self._make(module if unfolded else None)
        self._place()

    def _make(self, module: ModuleView | None) -> None:
        for line in self.lines:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for view in module.steps if module else ():
            line = StepLine(self._look, view)
            line.clicked.connect(lambda _on, id_=view.step.id: self.step_requested.emit(id_))
            line.reached.connect(lambda id_=view.step.id: self.step_reached.emit(id_))
            self._list.addWidget(line)
            self.lines.append(line)
            line.show()

    def _place(self) -> None:
        bottom = 0 if self._last else GAP
        above = (self._look.px(DOT) - self._look.line("strong")) // 2 - self._title.drop
        self._column.setContentsMargins(self._look.px(LEFT) - PAD, max(0, above), 0, bottom)
        for part in (self._title, self._about):
            part.setContentsMargins(PAD, 0, 0, 0)

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._place()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, side = self._look, self._look.px(DOT)
        dot = QRectF(0.5, 0.5, side - 1, side - 1)
        done, here = self._state is State.DONE, self._state is State.NEXT
        with painter_on(self) as painter:
            if not self._last:
                line = QRect(side // 2, side + 4, 1, self.height() - side - 6)
                painter.fillRect(line, look.colour("accent" if done else "line"))
            fill = "accent" if here else "accent-soft" if done else "surface"
            edge = "accent" if here else "accent-soft" if done else "line-strong"
            painter.setPen(QPen(look.colour(edge), 1))
            painter.setBrush(look.colour(fill))
            painter.drawEllipse(dot)
            sign = "check" if done else "lock" if self._state is State.LOCKED else ""
            if sign:
                box = dot.toRect().adjusted(6, 6, -6, -6)
                icons.paint(painter, sign, box, look.colour("accent" if done else "muted"))
                return
            painter.setFont(look.font("label", tabular=True))
            painter.setPen(look.colour("accent-on" if here else "muted"))
            painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, str(self._number))


class PathLine(QWidget):
    """The modules of one path, the one to go on with unfolded, or all of them."""

    step_requested = Signal(str)  # id of a step
    step_reached = Signal(str)

    def __init__(self, look: Look, *, whole: bool) -> None:
        super().__init__()
        self._look = look
        self._whole = whole
        self._view: PathView | None = None
        self._today: date | None = None
        self.opened: set[str] = set()  # steps whose article was gone to
        self.blocks: list[ModuleBlock] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_path(self, view: PathView, today: date) -> None:
        """Show how far somebody has come; rows that are there stay, and keep the focus."""
        self._view, self._today = view, today
        while len(self.blocks) > len(view.modules):
            gone = self.blocks.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.blocks) < len(view.modules):
            block = ModuleBlock(self._look)
            block.step_requested.connect(self.step_requested.emit)
            block.step_reached.connect(self.step_reached.emit)
            self._column.addWidget(block)
            self.blocks.append(block)
            block.show()
        self._say()

    @property
    def lines(self) -> list[StepLine]:
        """The rows of the steps that are shown."""
        return [line for block in self.blocks for line in block.lines]

    def line_of(self, step: str) -> StepLine | None:
        """Return the row of a step."""
        return next((line for line in self.lines if line.view.step.id == step), None)

    def _say(self) -> None:
        view = self._view
        if view is None:
            return
        for number, (block, module) in enumerate(zip(self.blocks, view.modules, strict=True), 1):
            unfolded = self._whole or module.state is State.NEXT
            last = number == len(view.modules)
            block.show_module(module, number, self._about(module), unfolded=unfolded, last=last)
            by_id = {one.step.id: one for one in module.steps}
            for line in block.lines:
                step = by_id[line.view.step.id]
                opened = step.step.id in self.opened and step.state is not State.DONE
                line.show_step(step, self._told(step, opened), opened=opened)
                line.rule(line is not block.lines[-1] or not self._whole)

    def _about(self, module: ModuleView) -> str:
        if module.state is State.LOCKED:
            return self.tr("After: %1").replace("%1", ", ".join(module.after))
        if module.state is State.DONE:
            days = [one.done.at for one in module.steps if one.done is not None]
            if days and self._today is not None:
                day = words.short_day(max(days).astimezone().date(), self._today)
                return self.tr("Done on %1").replace("%1", day)
            return self.tr("Done")
        left = sum(one.step.minutes for one in module.steps if one.state is not State.DONE)
        told = words.steps(module.done, len(module.steps))
        return f"{told} · {words.minutes(left)}"

    def _told(self, view: StepView, opened: bool) -> str:
        if view.missing:
            return self.tr("Not in this base yet")
        if view.state is State.DONE and view.done is not None and self._today is not None:
            day = words.short_day(view.done.at.astimezone().date(), self._today)
            if view.step.kind is StepKind.QUIZ:
                return self.tr("Passed on %1").replace("%1", day)
            return self.tr("Read on %1").replace("%1", day)
        if opened:
            return self.tr("Read? D marks it")
        length = words.minutes(view.step.minutes)
        if view.step.kind is StepKind.QUIZ:
            mark = self.tr("pass mark %1 %").replace("%1", str(view.step.pass_mark))
            tried = self.tr("%n try(ies)", "", view.done.tries) if view.done else ""
            return " · ".join(part for part in (tried, mark, length) if part)
        return length

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
