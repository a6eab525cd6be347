"""One step on its page: where one came by, what to ask or do, the choices, what stays inside."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kbdesk.core.guides import Step
from kbdesk.core.walks import GuideReading, Left, StepPage, Walk
from kbdesk.ui.guide.answers import Answer, Answers
from kbdesk.ui.guide.internal_note import InternalNote
from kbdesk.ui.guide.path_crumbs import PathCrumbs
from kbdesk.ui.guide.step_text import StepText
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Dressed, Look
from kbdesk.ui.reader import dressing
from kbdesk.ui.reader.glyph import QUOTES, Glyph
from kbdesk.ui.reader.pictures import Assets
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.reader.say import Say

NARROW = 720  # px at 100 %: below, the column takes the width and the air goes
TALL, TIGHT = 150, 360  # text from this %, in a column below these px at 100 %: see `shape`


class StepView(QWidget):
    """The column of a step; it shows a walk and decides nothing."""

    resized = Signal()

    def __init__(self, look: Look, assets: Assets | None) -> None:
        super().__init__()
        self._look = look
        self._assets = assets
        self._shown: tuple[GuideReading, Walk, tuple[Answer, ...]] | None = None
        self.crumbs = PathCrumbs(look)
        self._sign = Glyph(QUOTES, 16, look, colour="accent", line="label")
        self._ask = label("label")
        self.title = Prose("ask", look)
        self.doubt = Prose("caption", look, colour="warn")
        self._tight = False
        self.say = Say(look)
        self.text = StepText(look, assets)
        self.answers = Answers(look)
        self.notes: list[InternalNote] = []
        self._notes = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._air: dict[str, QWidget] = {}
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out()

    def _lay_out(self) -> None:
        asked = QHBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(self._sign)
        asked.addWidget(self._ask, 1)
        self._notes.setSpacing(8)
        self._column.setSpacing(0)
        self._column.addWidget(self.crumbs)
        self._add_air("asked")
        self._column.addLayout(asked)
        self._column.addSpacing(6)
        self._column.addWidget(self.title)
        self._column.addWidget(self.doubt)
        for name, part in (("say", self.say), ("text", self.text), ("answers", self.answers)):
            self._add_air(name)
            self._column.addWidget(part)
        self._add_air("notes")
        self._column.addLayout(self._notes)
        self._column.addStretch(1)

    def _add_air(self, before: str) -> None:
        self._air[before] = QWidget()
        self._column.addWidget(self._air[before])

    def show_doubt(self, doubt: str) -> None:
        """Say below every question why this guide may be wrong; "" for no doubt."""
        self.doubt.say(doubt)
        self.doubt.setVisible(bool(doubt))

    def show_step(self, reading: GuideReading, walk: Walk, answers: tuple[Answer, ...]) -> None:
        """Show where a walk stands, with the rows to choose from."""
        self._shown = (reading, walk, answers)
        step = walk.step
        page = reading.pages.get(step.id, StepPage())
        self._tell(walk)
        self.title.say(step.title or reading.article.title)
        self.say.show_sentence(page.say, keyed=not step.question)
        self.text.show_html(
            self._dressed(page.html, reading), quiet="muted" if step.question else ""
        )
        self._show_notes(page, reading)
        self.answers.setAccessibleName(step.question or step.title)
        self.answers.offer(answers, walk.remembered or 0)
        self.shape()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What takes the focus, as it is read; crumbs and rows are made anew at each step."""
        notes = (note.text for note in self.notes)
        return (
            *self.crumbs.crumbs,
            self.say.chip,
            self.say.first_stop,
            self.text,
            *self.answers.rows,
            *notes,
        )

    @property
    def spoken(self) -> str:
        """What a screen reader says of the step: what to ask, or to say, and what helps with it."""
        said = self.say.sentence if self.say.isVisibleTo(self) else ""
        told = (self.title.accessibleName(), said, self.text.accessibleName())
        return ". ".join(part.rstrip(". ") for part in told if part)

    def _dressed(self, html: str, reading: GuideReading) -> str:
        return dressing.french(html) if reading.article.lang.startswith("fr") else html

    def _show_notes(self, page: StepPage, reading: GuideReading) -> None:
        for note in self.notes:
            self._notes.removeWidget(note)
            note.hide()
            note.deleteLater()
        self.notes = [
            InternalNote(self._dressed(html, reading), self._look, self._assets)
            for html in page.notes
        ]
        for note in self.notes:
            self._notes.addWidget(note)

    def shape(self) -> None:
        """Take the column that the width leaves, and the air that goes with it.

        Large text in a narrow column is tight: the first choice would lie below the fold. There
        the question is said smaller, the path gives way to the number of the step, and words that
        only help with a question come after its choices.
        """
        roomy = self.width() >= self._look.px(NARROW)
        tight = self._look.scale >= TALL and self.width() < self._look.px(TIGHT)
        if tight != self._tight:
            self._tight = tight
            self.title.role("say" if tight else "ask")
        self._place_help()
        self._column.setContentsMargins(self.left, 16, self.left, 24)
        said = self.say.isVisibleTo(self)
        heights = {
            "asked": self._look.px(44) if roomy else 20 * (not self._tight),
            "text": (16 if said else 8) * self.text.isVisibleTo(self),
            "say": 16 * said,
            "answers": (24 if roomy else 16) * self.answers.isVisibleTo(self),
            "notes": 20 * bool(self.notes),
        }
        for name, height in heights.items():
            self._air[name].setFixedHeight(height)

    def _place_help(self) -> None:
        """Put the words that help with a question where this width reads them."""
        walk = self._shown[1] if self._shown else None
        self.crumbs.setVisible(not self._tight)
        if walk is not None:
            self._tell_role(walk)
        after = self._tight and walk is not None and bool(walk.step.question)
        parts = (self._air["text"], self.text)
        where = self._column.indexOf(self.answers)
        if after == (self._column.indexOf(self.text) > where):
            return
        for part in parts:
            self._column.removeWidget(part)
        before = self._air["notes"] if after else self._air["answers"]
        for part in parts:
            self._column.insertWidget(self._column.indexOf(before), part)

    @property
    def left(self) -> int:
        """How far the column stands from the left."""
        wide = self._look.size("guide")
        return max(16, (self.width() - wide) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.shape()
        self.resized.emit()

    def apply_look(self, look: Look) -> None:
        self._look = look
        parts: tuple[Dressed, ...] = (
            self.crumbs, self._sign, self.title, self.doubt, self.say, self.text
        )  # fmt: skip
        for part in (*parts, self.answers, *self.notes):
            part.apply_look(look)
        self._colour()
        self.shape()

    def _colour(self) -> None:
        accent = self._look.tokens.colour("accent")
        self._ask.setStyleSheet(
            f"font-size: {self._look.px(12)}px; font-weight: 600; color: {accent};"
        )

    # words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._shown is not None:
            self._tell(self._shown[1])
        super().changeEvent(event)

    def _tell(self, walk: Walk) -> None:
        self._tell_role(walk)
        self._colour()
        taken = [(one.step.question or one.step.title, one.choice.text) for one in walk.path]
        self.crumbs.show_path(taken, (self._number(walk), self._left(walk)))

    def _tell_role(self, walk: Walk) -> None:
        """Say what this step is; its number too, where there is no path to say it."""
        icon, told = self._role(walk.step)
        self._sign.show_icon(icon, "accent")
        self._ask.setText(f"{told} · {self._number(walk)}" if self._tight else told)

    def _number(self, walk: Walk) -> str:
        return self.tr("Step %1").replace("%1", str(walk.number))

    def _role(self, step: Step) -> tuple[str, str]:
        if step.internal:
            return "lock", self.tr("Internal: not for customers")
        if step.end:
            return "check-circle", self.tr("Result")
        if step.question:
            return QUOTES, self.tr("To ask")
        return "arrow-right", self.tr("To do")

    def _left(self, walk: Walk) -> str:
        left = walk.left()
        if walk.step.end:
            return self.tr("end of the guide")
        return "" if left is None else self._count(left)

    def _count(self, left: Left) -> str:
        if left.most is None:
            return self.tr("at least %1 left").replace("%1", str(left.least))
        if left.most == left.least:
            return self.tr("%1 left").replace("%1", str(left.least))
        next_to = left.most == left.least + 1
        words = self.tr("%1 or %2 left") if next_to else self.tr("%1 to %2 left")
        return words.replace("%1", str(left.least)).replace("%2", str(left.most))
