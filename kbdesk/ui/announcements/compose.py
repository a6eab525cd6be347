"""Writing an announcement, or changing one: a calm page of one column, its preview at the end."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from kbdesk.core.announcements import Level
from kbdesk.core.attention import Cost
from kbdesk.core.receipts_board import AudienceChoice, Reach, Sent
from kbdesk.ui.announcements import words
from kbdesk.ui.announcements.article_field import ArticleField
from kbdesk.ui.announcements.audience_field import AudienceField
from kbdesk.ui.announcements.begun_line import BegunLine
from kbdesk.ui.announcements.foot_bar import FootBar
from kbdesk.ui.announcements.question_fields import QuestionFields
from kbdesk.ui.announcements.typed import Typed, outcome, rough, typed_of
from kbdesk.ui.announcements.when_typed import read_when
from kbdesk.ui.controls.buttons import ActButton, IconButton
from kbdesk.ui.controls.choice_row import ChoiceRow
from kbdesk.ui.controls.field import FaultLine, Field
from kbdesk.ui.controls.scroll_page import ScrollPage
from kbdesk.ui.controls.text_field import TextField
from kbdesk.ui.guide.step_text import StepText
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose

PREVIEW_AFTER = 300  # ms without a further key
YES, NO = "yes", "no"
MINOR, SUBSTANCE = "minor", "substance"


class Compose(ScrollPage):
    """The form. It decides nothing about what may be sent: `typed` does."""

    OWN_HEAD = True
    sent = Signal(object, bool)  # NoticeDraft, whether an edit is minor
    left = Signal()
    preview_wanted = Signal(str)  # Markdown
    weigh_wanted = Signal(object)  # NoticeDraft, however unfinished: whom, and at what cost
    touched = Signal()  # something is typed or chosen
    dropped = Signal()  # what was begun
    brought_back = Signal()  # it, after all

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._of: Sent | None = None
        self._reach: Reach | None = None
        self._cost: Cost | None = None
        self._warned = False  # that it asks much of people, and was to be sent all the same
        self._now: datetime | None = None
        self.back = IconButton("arrow-left", look)
        self._title = label("title", wraps=True)
        self.begun = BegunLine(look)
        self.level = ChoiceRow([one.value for one in Level], look, role="label")
        self.audience = AudienceField(look)
        self.title = Field(look)
        self.body = TextField(look)
        self.article = ArticleField(look)
        self.old, self.new = Field(look), Field(look)
        self.starts, self.ends = Field(look), Field(look)
        self.receipt = ChoiceRow([NO, YES], look, role="label")
        self.question = QuestionFields(look)
        self.edit = ChoiceRow([MINOR, SUBSTANCE], look, role="label")
        self.send = ActButton(look, shortcut="Ctrl+Return", primary=True)
        self._preview_name = label("label")
        self.preview = StepText(look, None)
        self._meant = Prose("caption", look, colour="muted")
        self._faults = {name: FaultLine(look) for name in ("title", "body", "starts", "ends")}
        self._waiting = QTimer(self, singleShot=True, interval=PREVIEW_AFTER)
        self._waiting.timeout.connect(self._on_rest)
        self._lay_out()
        self._connect()
        for row, key in ((self.level, Level.INFO.value), (self.receipt, NO), (self.edit, MINOR)):
            row.choose(key)
        self._say()

    def _lay_out(self) -> None:
        self.passage = QWidget()
        passage = QVBoxLayout(self.passage)
        passage.setContentsMargins(0, 0, 0, 16)
        passage.setSpacing(10)
        passage.addWidget(self.old)
        passage.addWidget(self.new)
        self._whens = whens = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        whens.setSpacing(16)
        for field, name in ((self.starts, "starts"), (self.ends, "ends")):
            when = QVBoxLayout()
            when.setSpacing(0)
            when.addWidget(field)
            when.addWidget(self._faults[name])
            when.addStretch(1)
            whens.addLayout(when, 1)
        head = QHBoxLayout()
        head.addSpacing(-8)  # the arrow stands above the first letter of the title
        for button in (self.menu, self.back):
            head.addWidget(button)
        head.addStretch(1)
        parts: list[tuple[QWidget | QLayout, int]] = [
            (head, 16), (self._title, 6), (self.begun, 14), (self.level, 20), (self.audience, 20),
            (self.title, 0), (self._faults["title"], 16), (self.body, 0),
            (self._faults["body"], 16),
            (self.article, 16), (self.passage, 0), (whens, 0), (self._meant, 16),
            (self.receipt, 16), (self.question, 20), (self._preview_name, 8), (self.preview, 20),
            (self.edit, 0),
        ]  # fmt: skip
        for part, gap in parts:
            if isinstance(part, QLayout):
                self._column.addLayout(part)
            else:
                self._column.addWidget(part)
            self._column.addSpacing(gap)
        self._column.addStretch(1)
        self.foot = FootBar(self._look)
        self._told = Prose("caption", self._look, colour="muted")
        self.foot.row.addWidget(self.send, 0, Qt.AlignmentFlag.AlignLeft)
        self.foot.row.addWidget(self._told, 1)

    @property
    def _above(self) -> int:
        return 12

    def _shape(self) -> None:
        super()._shape()
        self.foot.row.setContentsMargins(self._side, 16, self._side, 16)
        direction, narrow = QBoxLayout.Direction, self.width() < self._look.px(420)
        across = direction.TopToBottom if narrow else direction.LeftToRight
        self._whens.setDirection(across)
        self.foot.row.setDirection(across)
        self.foot.row.setSpacing(4 if narrow else 12)
        self.send.show_key("" if narrow else "Ctrl+Return")

    def _connect(self) -> None:
        self.back.clicked.connect(self.left.emit)
        self.send.clicked.connect(self.try_to_send)
        self.body.changed.connect(self._waiting.start)
        self.level.chosen.connect(lambda _key: self._say_level())
        self.audience.chosen.connect(self.weigh)
        self.title.edit.textChanged.connect(lambda _text: self._waiting.start())
        self.article.changed.connect(self._show_passage)
        self.article.told.connect(self._bring_article)
        self.begun.dropped.connect(self.dropped.emit)
        self.begun.brought_back.connect(self.brought_back.emit)
        for row in (self.level, self.receipt):
            row.chosen.connect(lambda _key: self.touched.emit())
        for part in (self.audience.chosen, self.body.changed, self.article.changed):
            part.connect(self.touched.emit)
        for one in (self.title, self.old, self.new, self.starts, self.ends, *self.question.fields):
            one.edit.textChanged.connect(lambda _text: self.touched.emit())
        for field in (self.starts, self.ends):
            field.edit.textChanged.connect(lambda _text: self._say_meant())

    # what is edited

    def begin(self, now: datetime) -> None:
        """Begin a new one; what was written and not sent is still there."""
        self._now = now
        if self._of is not None or not self.typed.begun:
            self.forget()
        self._say()

    def take_up(self, typed: Typed, when: str) -> None:
        """Show what was begun, and when; "" says nothing of it."""
        self._show(typed, None)
        self.audience.take_up(typed.audience)
        self.begun.show_begun(when)
        self.weigh()
        self._say()

    def begin_edit(self, sent: Sent, now: datetime) -> None:
        """Change one that was sent."""
        self._now = now
        self._show(typed_of(sent.draft), sent)
        self.begun.show_begun("")
        self.weigh()
        self._say()

    def clear(self) -> None:
        """Empty the fields."""
        self._show(Typed(), None)
        self.audience.begin()

    def forget(self) -> None:
        """Empty the fields, and say nothing of what was begun."""
        self.clear()
        self.begun.show_begun("")

    def _show(self, typed: Typed, of: Sent | None) -> None:
        self._of = of
        self.level.choose(typed.level.value)
        self.audience.fix(of.audience if of is not None else "")
        for field, text in (
            (self.title, typed.title), (self.old, typed.old), (self.new, typed.new),
            (self.starts, typed.starts), (self.ends, typed.ends),
        ):  # fmt: skip
            field.edit.setText(text)
        self.article.show_place(typed.article)
        self.body.show_text(typed.body)
        self.receipt.choose(YES if typed.receipt else NO)
        self.question.show_typed(typed)
        self.edit.choose(MINOR)
        self.edit.setVisible(of is not None)
        self._blame({})
        self.preview_wanted.emit(typed.body)
        self._show_passage()

    def offer(self, choices: tuple[AudienceChoice, ...]) -> None:
        """Offer whom one may send to."""
        self.audience.offer(choices)

    def show_weighed(self, found: tuple[Reach, Cost] | None) -> None:
        """Say how many people the audience is, and how much of their time it would take."""
        reach, cost = found if found is not None else (None, None)
        if (reach, cost) != (self._reach, self._cost):
            self._warned = False
        self._reach, self._cost = reach, cost
        self.audience.show_reach(self._reach)
        self._say_send()

    def weigh(self) -> None:
        """Ask whom it would reach as things are now, and at what cost."""
        self.weigh_wanted.emit(rough(self.typed))

    def _on_rest(self) -> None:
        self.preview_wanted.emit(self.body.text)
        self.weigh()

    def show_preview(self, html: str) -> None:
        """Show how it will be read."""
        self.preview.show_html(html)
        self._preview_name.setVisible(bool(html))

    def take_focus(self) -> None:
        """Bring the caret to the title."""
        self.title.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    # sending

    @property
    def typed(self) -> Typed:
        """The fields as they stand."""
        of, question = self._of, self.question
        return Typed(
            Level(self.level.key), of.audience if of is not None else self.audience.audience,
            self.title.text, self.body.text, self.article.place, self.old.text, self.new.text,
            self.starts.text, self.ends.text, self.receipt.key == YES, question.asked.text,
            question.right.text, tuple(field.text for field in question.others),
            question.why.text, question.kept, self.article.dead,
        )  # fmt: skip

    def try_to_send(self) -> None:
        """Send it, or say beside each field what keeps it."""
        assert self._now is not None
        if self.article.look_up_first(self.try_to_send):
            return
        found = outcome(self.typed, self._now)
        self._blame(found.wrong)
        cost = self._cost
        if found.draft is not None and cost is not None and cost.over and not self._warned:
            self._warned = True  # once more, and it goes
            self._say_send()
        elif found.draft is not None:
            self.sent.emit(found.draft, self._of is not None and self.edit.key == MINOR)

    @property
    def of(self) -> Sent | None:
        """The one that is changed, None for a new one."""
        return self._of

    def _blame(self, wrong: dict[str, str]) -> None:
        for name, line in self._faults.items():
            line.say(self._fault(wrong[name]) if name in wrong else "")
        audience = wrong.get("audience", "")
        self.audience.fault.say(self._fault(audience) if audience else "")
        question = wrong.get("question", "")
        self.question.fault.say(self._fault(question) if question else "")
        if "article" in wrong:
            self.article.tell()
        first = next((name for name in ORDER if name in wrong), "")
        stops = {
            "audience": self.audience.chip, "title": self.title.edit, "body": self.body.edit,
            "article": self.article.edit, "starts": self.starts.edit, "ends": self.ends.edit,
            "question": self.question.asked.edit,
        }  # fmt: skip
        if first:
            stops[first].setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(stops[first])

    def _fault(self, code: str) -> str:
        return {
            "audience": self.tr("Choose for whom it is."),
            "title": self.tr("Write one line that says what is new."),
            "long": self.tr("This is too long. Shorten it, and name an article for the rest."),
            "times": self.tr("It would end before it starts."),
            "past": self.tr("It would be over already."),
            "when": self.tr("Write a day and a time, such as 16/11 18:00 or tomorrow 8:00."),
            "check": self.tr("A question needs its right answer and at least one wrong one."),
            "twice": self.tr("The same answer stands there twice."),
        }[code]

    # words

    def _say_meant(self) -> None:
        """Say which moments are meant, as soon as they can be read."""
        if self._now is None:
            return
        try:
            starts = read_when(self.starts.text, self._now)
            ends = read_when(self.ends.text, self._now, end=True)
        except ValueError:
            starts = ends = None
        said = words.holds(starts, ends, self._now)
        self._meant.say(said)
        self._meant.setVisible(bool(said))

    def _bring_article(self) -> None:
        """Scroll so that what is offered below the field is seen with it."""
        for holder in (self.article, self._page):
            if (layout := holder.layout()) is not None:
                layout.activate()
        self._page.adjustSize()
        self.ensureWidgetVisible(self.article, 0, 12)

    def _show_passage(self) -> None:
        self.passage.setVisible(bool(self.article.place))

    def _say_level(self) -> None:
        level = Level(self.level.key)
        meaning = {
            Level.INFO: self.tr("Waits in the list, with a number beside the screen."),
            Level.IMPORTANT: self.tr("Comes up as one line, after the contact in hand."),
            Level.CRITICAL: self.tr("Comes above all, also during a call. Has to be confirmed."),
        }[level]
        self.level.say(self.tr("Level"), meaning, {one.value: words.level(one) for one in Level})
        self.receipt.setVisible(level is not Level.CRITICAL)

    def _say_send(self) -> None:
        people = self._reach.people if self._reach is not None else 0
        if self._of is not None:
            self.send.setText(self.tr("Save the change"))
        elif people:
            self.send.setText(self.tr("Send to %n person(s)", "", people))
        else:
            self.send.setText(self.tr("Send"))
        self.send.updateGeometry()
        self.send.update()
        self._say_cost()

    def _say_cost(self) -> None:
        cost, much = self._cost, self._warned
        told = ""
        if cost is not None and cost.people and self._of is None:
            told = self.tr("about %n minute(s) of work in all", "", cost.minutes)
        if much:
            told = self.tr("That is much to read for one day. Press again to send it.")
        self._told.say(told)
        self._told.colour("warn" if much else "muted")
        self._told.setVisible(bool(told))

    def _say(self) -> None:
        new, change = self.tr("New announcement"), self.tr("Change the announcement")
        self._title.setText(change if self._of is not None else new)
        self.back.name(self.tr("Back to the announcements (Esc)"))
        self._say_level()
        self.title.name(self.tr("Title"), self.tr("What is new, in one line"))
        self.body.name(self.tr("Text"))
        self.old.name(self.tr("What the passage said before"))
        self.new.name(self.tr("What it says from now on"))
        self.starts.name(self.tr("From"), self.tr("at once"))
        self.ends.name(self.tr("Until"), self.tr("no end"))
        asked = {NO: self.tr("Not asked"), YES: self.tr("Asked of everyone")}
        self.receipt.say(self.tr("Confirmation"), "", asked)
        minor, whole = self.tr("A detail"), self.tr("Something that matters")
        meaning = self.tr("A detail asks nobody again. What matters asks everyone to read it anew.")
        self.edit.say(self.tr("What has changed"), meaning, {MINOR: minor, SUBSTANCE: whole})
        self._preview_name.setText(self.tr("As it will be read"))
        self._say_send()
        self._say_meant()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.try_to_send()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


ORDER = ("audience", "title", "body", "article", "starts", "ends", "question")
