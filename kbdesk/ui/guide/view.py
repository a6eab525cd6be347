"""A guide on screen: keys in, the next step out; what it copies and tells goes out as signals.

Digits and Enter take a choice, arrows select one, Left goes back, Home begins again, Esc leaves.
At an end the rows are what can be done with the path, so that no other keys need be learnt.
"""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kbdesk.clock import Clock, SystemClock
from kbdesk.core.lease import Lease
from kbdesk.core.walks import GuideReading, PathWords, Walk
from kbdesk.ui.guide.answers import Answer, number_of
from kbdesk.ui.guide.bar import GuideBar
from kbdesk.ui.guide.foot import GuideFoot
from kbdesk.ui.guide.step_view import StepView
from kbdesk.ui.hearing import announce, in_order
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader import doubts, links
from kbdesk.ui.reader.around import Around
from kbdesk.ui.reader.links import ToArticle, ToOutside
from kbdesk.ui.reader.pictures import Assets

NOTHING = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Act(NamedTuple):
    """What an end of the guide offers, and what taking it does."""

    name: str
    answer: Answer


class _Scroll(QScrollArea):
    """Scrolls, and leaves the keys to the walk: arrows choose and go back, they never scroll."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


class GuideView(QWidget):
    """Walks one guide at a time."""

    left = Signal()
    copied = Signal(str)  # the text now on the clipboard
    path_wanted = Signal(str)  # text to be put into the note of the contact
    link_requested = Signal(str, str)  # article id, anchor
    external_link_requested = Signal(str)  # address, its scheme already allowed
    walked = Signal()  # another step is shown

    def __init__(
        self, look: Look, clock: Clock | None = None, assets: Assets | None = None
    ) -> None:
        super().__init__()
        self._look = look
        self._reading: GuideReading | None = None
        self._walk: Walk | None = None
        self._noting = False
        self._told = ""  # which act of an end was done last
        self._clock = clock = clock or SystemClock()
        self.bar = GuideBar(look, clock.today)
        self.around = Around(look, clock)  # for the age of what is critical, and nothing else
        self.step = StepView(look, assets)
        self.foot = GuideFoot(look)
        self.pane = _Scroll()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.pane.setWidget(self.step)
        self.pane.setWidgetResizable(True)
        self.pane.setFrameShape(QFrame.Shape.NoFrame)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.around)
        column.addWidget(self.pane, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.bar.left.connect(self.left)
        self.step.crumbs.asked_back.connect(self.back)
        self.step.answers.taken.connect(self.take)
        self.step.answers.selected.connect(self._reveal)
        self.step.text.anchorClicked.connect(self._follow)
        self.step.say.copied.connect(self.copied)
        self.step.say.may_copy = self.around.may_copy
        self.step.resized.connect(self._align)
        self.foot.back_asked.connect(self.back)
        self.foot.copy_asked.connect(self.copy)
        self.foot.again_asked.connect(self.start_over)

    # what the screen asks

    @property
    def walk(self) -> Walk | None:
        """Where the walk stands; None before a guide is shown."""
        return self._walk

    @property
    def reading(self) -> GuideReading | None:
        return self._reading

    def show_guide(self, reading: GuideReading, walk: Walk | None = None) -> None:
        """Begin a guide, or go on where a walk of it stands."""
        self._reading = reading
        self._walk = walk or Walk.begin(reading.guide)
        self.setAccessibleName(reading.article.title)
        self.bar.show_guide(reading)
        self.step.show_doubt(self._doubt(reading))
        self.around.show_lease(reading.lease)
        self._show()

    def _doubt(self, reading: GuideReading) -> str:
        today, article = self._clock.today(), reading.article
        return doubts.out_of_date(article, today) or doubts.stale(
            article, reading.freshness, today, verifier=reading.verifier
        )

    def show_lease(self, lease: Lease) -> None:
        """Tell another age of the guide on screen; the step stays as it is."""
        self.around.show_lease(lease)

    def offer_note(self, offered: bool) -> None:
        """Say whether there is a note that a path can be put into."""
        if offered != self._noting:
            self._noting = offered
            if self._walk is not None and self._walk.step.end:
                self._show()

    def focus_choices(self) -> None:
        """Give the keys to the choice that is selected."""
        self.step.answers.take_focus()

    def copy(self) -> None:
        """Copy what to say here: the question, or the sentence of a step that asks nothing."""
        if self._walk is None:
            return
        asked = self._walk.step.question
        if self._walk.step.internal or not asked:
            self.step.say.copy()
            return
        if not self.around.may_copy():
            return
        QGuiApplication.clipboard().setText(asked)
        self.foot.tell_copied()
        self.copied.emit(asked)

    # walking

    def take(self, number: int) -> None:
        """Take a choice, or do one of the acts of an end."""
        if self._walk is None:
            return
        if self._walk.step.end:
            acts = self._acts()
            if number < len(acts):
                self._do(acts[number].name)
            return
        self._go(self._walk.take(number))

    def back(self, steps: int = 1) -> None:
        """Go back along the path; answers are kept."""
        if self._walk is not None:
            self._go(self._walk.back(steps))

    def start_over(self) -> None:
        """Begin again, for another customer: no answer is kept."""
        if self._reading is not None and self._walk is not None and self._walk.path:
            self._go(Walk.begin(self._reading.guide))

    def _go(self, walk: Walk | None) -> None:
        if walk is not None and walk is not self._walk:
            self._walk = walk
            self._told = ""
            self._show()
            self.walked.emit()

    def _show(self) -> None:
        if self._reading is None or self._walk is None:
            return
        step = self._walk.step
        answers = tuple(Answer(one.text, self._hint(one.target, one.hint), one.internal)
                        for one in step.choices)  # fmt: skip
        held = self.isAncestorOf(self.focusWidget())
        self.step.show_step(
            self._reading, self._walk, answers or tuple(act.answer for act in self._acts())
        )
        for note in self.step.notes:
            note.text.anchorClicked.connect(self._follow)
        asked = bool(step.question) and not step.internal
        self.foot.show_acts(back=bool(self._walk.path), copy=asked)
        self._align()
        if held or self.isVisible():
            self.focus_choices()
        foot = (self.foot.back, self.foot.copy, self.foot.again)
        in_order((self.bar.leave, *self.step.stops, *foot))
        announce(self.step.answers, self.step.spoken)
        self.pane.verticalScrollBar().setValue(0)  # last: what to ask is read before the rows

    def _hint(self, target: str, written: str) -> str:
        """Say what a choice leads to: as its author wrote, else the title of an end."""
        if written or self._walk is None:
            return written
        step = self._walk.guide.step(target)
        return step.title if step is not None and step.end and not step.internal else ""

    # an end

    def _acts(self) -> list[Act]:
        done = self.tr("Done")
        copy = self.tr("The questions, the answers and the result, as text")
        note = self.tr("The same text, below what is already noted")
        acts = [Act("copy", Answer(self.tr("Copy the path"), self._said("copy", done, copy)))]
        if self._noting:
            put = Answer(self.tr("Put the path into the note"), self._said("note", done, note))
            acts.insert(0, Act("note", put))
        return [*acts, Act("again", Answer(self.tr("Start over")))]

    def _said(self, act: str, done: str, otherwise: str) -> str:
        return done if self._told == act else otherwise

    def _do(self, act: str) -> None:
        text = self.path_text()
        if act == "again":
            self.start_over()
            if self._walk is not None and not self._walk.path:
                self._show()  # a guide of one step begins where it ends
            return
        if act == "note":
            self.path_wanted.emit(text)
        elif not self.around.may_copy():
            return
        else:
            QGuiApplication.clipboard().setText(text)
            self.copied.emit(text)
        self._told = act
        present = self.step.answers.present
        self._show()
        self.step.answers.select(present)
        self.focus_choices()

    def path_text(self) -> str:
        """Return the path so far, in the person's language."""
        if self._walk is None or self._reading is None:
            return ""
        words = PathWords(
            self.tr("Guide: {}"), self.tr("Result: {}"), self.tr("Stopped at: {}"),
            self.tr("(internal)"),
        )  # fmt: skip
        return self._walk.as_text(self._reading.article.title, words)

    # links, keys, look

    def _follow(self, url: QUrl) -> None:
        target = links.target(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        if isinstance(target, ToArticle) and target.id:
            self.link_requested.emit(target.id, target.anchor)
        elif isinstance(target, ToOutside):
            self.external_link_requested.emit(target.address)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in NOTHING
        shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        key = Qt.Key(event.key())
        if not (plain and self._walk_by(key)) and not (
            (plain or shifted) and self._take_by(event.text())
        ):
            super().keyPressEvent(event)

    def _walk_by(self, key: Qt.Key) -> bool:
        """Do what a key of the walk says; return whether it is one."""
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Left:
            self.back()
        elif key == Qt.Key.Key_Home:
            self.start_over()
        elif key in STEPS:
            self.step.answers.step(STEPS[key])
        elif key in PAGES:
            bar = self.pane.verticalScrollBar()
            bar.setValue(bar.value() + PAGES[key] * bar.pageStep())
        elif key in ENTER and (self.step.answers.has_keys or self.hasFocus()):
            self.take(self.step.answers.present)
        else:
            return False
        return True

    def _take_by(self, text: str) -> bool:
        number = number_of(text)
        if 0 <= number < len(self.step.answers.rows):
            self.take(number)
            return True
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_choices()

    def _reveal(self, row: QWidget) -> None:
        """Bring a row into view; the first one with all that stands above it, if that fits."""
        first = self.step.answers.rows and row is self.step.answers.rows[0]
        bottom = row.mapTo(self.step, QPoint(0, row.height())).y()
        if first and bottom <= self.pane.viewport().height():
            self.pane.verticalScrollBar().setValue(0)
        else:
            self.pane.ensureWidgetVisible(row, 0, 16)

    def _align(self) -> None:
        self.foot.align(self.step.left)
        self.around.stand(self.step.left)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.shape(self.width())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            if self._reading is not None:
                self.step.show_doubt(self._doubt(self._reading))
            self._show()
        super().changeEvent(event)

    def apply_look(self, look: Look) -> None:
        """Draw the same step in another look."""
        self._look = look
        for part in (self.bar, self.around, self.step, self.foot):
            part.apply_look(look)
        self._align()
