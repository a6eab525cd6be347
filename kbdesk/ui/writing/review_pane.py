"""One suggestion: who proposes what and why, what was asked back, every change, and the acts."""

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from kbdesk.core.suggestions import ReviewView
from kbdesk.core.word_diff import Mark, Piece
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.labels import label
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.writing import marked, review_words, words
from kbdesk.ui.writing.changes_view import ChangesView
from kbdesk.ui.writing.minor_choice import MinorChoice
from kbdesk.ui.writing.reading_pane import ReadingPane
from kbdesk.ui.writing.reason_field import ReasonField
from kbdesk.ui.writing.thread import Thread, of_replies
from kbdesk.ui.writing.told_line import Quote, ToldLine

WHY, WORD, BACK = "why", "word", "back"
BESIDE = 250  # px of pane at 100 %: in less, two things of the foot stand one below the other
LEGEND = 300  # px at 100 %: in less, the marks have to speak for themselves


class Heading(QWidget):
    """How many changes, and what the two marks mean."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.title = label("section")
        self._legend = Prose("caption", look)
        self._legend.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 22, 0, 8)
        row.addWidget(self.title)
        row.addStretch(1)
        row.addWidget(self._legend, 0, Qt.AlignmentFlag.AlignBottom)
        self._say()

    def apply_look(self, look: Look) -> None:
        self._look = look
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._legend.setVisible(self.width() >= self._look.px(LEGEND))

    def _say(self) -> None:
        new, gone = self.tr("added"), self.tr("taken out")
        shown = (Piece(Mark.NEW, new), Piece(Mark.GONE, gone))
        self._legend.say(
            f"{new}, {gone}", "&nbsp;&nbsp;".join(marked.piece(one, self._look) for one in shown)
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


class ReviewPane(ReadingPane):
    """Shows a `ReviewView`; says what was chosen and decides nothing by itself."""

    accept_wanted = Signal()
    edit_wanted = Signal()
    decline_wanted = Signal(str)  # why
    ask_wanted = Signal(str)  # what its author is to answer first
    open_wanted = Signal(str)  # article id

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.view: ReviewView | None = None
        self._now: datetime | None = None
        self._asks = ""  # what the line is for: WHY, WORD or BACK
        self.title = Prose("title", look)
        self.meta = Prose("caption", look, colour="muted")
        self.stands = ToldLine(look)
        self.refused = ToldLine(look, "critical")
        self.quote = Quote(look)
        self.said = Thread(look)
        self.heading = Heading(look)
        self.changes = ChangesView(look)
        self.touches = ToldLine(look, "muted", above=16)
        self.open = KeyedButton(look, "O", quiet=True, flush=True)
        self.add_to_bar(self.open)
        self.kept_out = ToldLine(look, "muted", above=0)
        self.reason = ReasonField(look)
        self.minor = MinorChoice(look, "M")
        self._touched = ""
        self.accept = ActButton(look, shortcut="A", primary=True)
        self.edit = ActButton(look, shortcut="E")
        self.decline = ActButton(look, shortcut="D")
        self.ask = KeyedButton(look, "Q")
        self.reply = KeyedButton(look, "R")
        self._goes_with = QHBoxLayout()  # what a decision says besides itself
        self._lay_out()
        self._connect()
        self.say()

    def _lay_out(self) -> None:
        column = self.column
        column.addWidget(self.title)
        column.addSpacing(4)
        column.addWidget(self.meta)
        column.addWidget(self.stands)
        column.addWidget(self.refused)
        column.addSpacing(18)
        for part in (self.quote, self.said, self.heading, self.changes, self.touches):
            column.addWidget(part)
        column.addStretch(1)
        self._goes_with.addWidget(self.minor, 1)
        self._goes_with.addStretch(0)
        self._goes_with.addWidget(self.reply)
        self.foot.column.insertLayout(0, self._goes_with)
        self.foot.column.insertWidget(0, self.reason)
        self.foot.column.insertWidget(0, self.kept_out)
        for act in (self.accept, self.edit, self.decline, self.ask):
            self.foot.acts.addWidget(act)
        self.show_nothing()

    def _connect(self) -> None:
        self.accept.clicked.connect(self.try_to_accept)
        self.edit.clicked.connect(self.edit_wanted.emit)
        self.decline.clicked.connect(self.ask_why)
        self.ask.clicked.connect(self.ask_back)
        self.reply.clicked.connect(self.ask_word)
        self.open.clicked.connect(self._open)
        self.changes.toggled.connect(self.say)
        self.minor.toggled.connect(self._say_touched)
        self.reason.given.connect(self._on_reason)
        self.reason.left.connect(self.close_reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_foot()

    def apply_look(self, look: Look) -> None:
        super().apply_look(look)
        self._fit_foot()

    def _fit_foot(self) -> None:
        """Put what goes with a decision side by side, where there is room for it."""
        way = QBoxLayout.Direction
        beside = self.width() >= self._look.px(BESIDE)
        self._goes_with.setDirection(way.LeftToRight if beside else way.TopToBottom)

    # what is shown

    def show_view(self, view: ReviewView, now: datetime) -> None:
        """Show one; the same one again keeps what was ticked and typed."""
        another = self.view is None or self.view.of.id != view.of.id
        self.view, self._now = view, now
        if another:
            self.close_reason(back=False)
            self.minor.clear()
            self.to_top()
        self.page.show()
        self.foot.show()
        self.bar.show()
        self.changes.show_blocks(view.blocks, decidable=not view.of.mine_only)
        self.order()
        self.say()

    def show_nothing(self) -> None:
        """Show an empty pane."""
        self.view = None
        self.page.hide()
        self.foot.hide()
        self.open.hide()
        self.crumb.say("")

    def show_touched(self, sentence: str) -> None:
        """Say what else the change touches."""
        self._touched = sentence
        self._say_touched()

    def _say_touched(self) -> None:
        """Say what the decision touches: of a detail, that it touches nothing."""
        self.touches.say(review_words.detail() if self.minor.chosen else self._touched)

    @property
    def decidable(self) -> bool:
        return self.view is not None and not self.view.of.mine_only

    @property
    def taken(self) -> frozenset[int]:
        return self.changes.taken

    def say(self) -> None:
        """Set the words for what is shown."""
        view, now = self.view, self._now
        if view is None or now is None:
            return
        of = view.of
        self.show_shelf(of.space)
        self.open.setText(self.tr("Open the article"))
        self.open.setAccessibleName(self.tr("Open the article"))
        self.open.setVisible(view.published is not None)
        self.title.say(of.title)
        about = [of.by_name, words.ago(of.at, now), words.asks(of)]
        if view.rev:
            about.append(self.tr("on version %1").replace("%1", str(view.rev)))
        self.meta.say(words.SEPARATOR.join(filter(None, about)))
        self.stands.say(
            review_words.stands(view), "warn" if review_words.serious(view) else "muted"
        )
        self.refused.say(review_words.refused(of.refused))
        self.quote.say(self.tr("Why"), of.comment)
        self.said.show_said(of_replies(of.replies, of.by, now))
        count = len(self.changes.rows)
        self.heading.setVisible(bool(count))
        self.heading.title.setText(review_words.changes(count))
        self._say_acts(count)

    def _say_acts(self, count: int) -> None:
        assert self.view is not None
        kept_out = review_words.kept_out(self.view)
        self.kept_out.say(kept_out)
        free = not kept_out and self.reason.isHidden()  # one thing at a time
        goes_with = not kept_out and self._asks in ("", WORD)
        self.edit.setVisible(free and self.view.mine is not None)
        self.ask.setVisible(free and self.view.of.can_ask)
        self.reply.setVisible(free)
        self.accept.setVisible(goes_with)
        self.decline.setVisible(goes_with)
        self.minor.setVisible(
            goes_with and self.view.published is not None and not self.view.of.removes
        )
        self._say_touched()
        self.accept.setText(self._accepting(count))
        self.edit.setText(self.tr("Edit first"))
        self.decline.setText(self.tr("Decline"))
        self.ask.setText(self.tr("Ask back"))
        self.reply.setText(self.tr("Add a word"))
        for act in self._acts:
            act.setAccessibleName(act.text())
            act.updateGeometry()

    @property
    def _acts(self) -> tuple[ActButton | KeyedButton, ...]:
        return self.accept, self.edit, self.decline, self.ask, self.reply

    def _accepting(self, count: int) -> str:
        """Name what accepting does with what is chosen."""
        assert self.view is not None
        taken = len(self.taken)
        if self.view.of.removes:
            return self.tr("Accept: take it out")
        if count > 1 and taken < count:
            told = self.tr("Publish %1 of %2")
            return told.replace("%1", str(taken)).replace("%2", str(count))
        return self.tr("Accept and publish")

    # acts

    def try_to_accept(self) -> None:
        """Ask for it to be published, once everything is chosen."""
        if not self.decidable:
            return
        if left := self.changes.undecided:
            self.stands.say(self.tr("Choose between the two texts first: %n left.", "", left))
            next(row for row in self.changes.rows if row.taken is None).take_focus()
        elif self.changes.rows and not self.taken:
            self.ask_why()  # nothing of it is wanted: that is a no
        else:
            self.accept_wanted.emit()

    def ask_why(self) -> None:
        """Ask for the reason of a no."""
        told = self.tr("%1 reads it: one sentence, then Enter")
        self._ask(WHY, self.tr("Why not?"), told)

    def ask_word(self) -> None:
        """Ask for a word that goes with the decision, whatever it is."""
        self._ask(WORD, self.tr("A word with it"), self.tr("%1 reads it with your decision"))

    def ask_back(self) -> None:
        """Ask for a question to its author; nothing is decided by it."""
        if self.view is not None and self.view.of.can_ask:
            told = self.tr("%1 reads it: one sentence, then Enter")
            self._ask(BACK, self.tr("What do you want to know?"), told)

    def _ask(self, what: str, name: str, told: str) -> None:
        if self.decidable:
            self._asks = what
            self.reason.open(name, told.replace("%1", self._proposer))
            self.say()

    @property
    def _proposer(self) -> str:
        return self.view.of.by_name if self.view is not None else ""

    @property
    def word(self) -> str:
        """What goes with the decision."""
        return self.reason.text if self._asks == WORD else ""

    def _on_reason(self, text: str) -> None:
        if self._asks == WORD:
            self.accept.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not text and self._asks == WHY:
            self.reason.blame(self.tr("A no wants a reason: its author reads it."))
        elif not text:
            self.reason.blame(self.tr("A question wants words: its author reads it."))
        else:
            (self.decline_wanted if self._asks == WHY else self.ask_wanted).emit(text)

    def close_reason(self, *, back: bool = True) -> bool:
        """Take the line away; return whether it was there."""
        was = not self.reason.isHidden()
        self.reason.close_up()
        self._asks = ""
        self.say()
        if was and back:
            self.accept.setFocus(Qt.FocusReason.OtherFocusReason)
        return was

    def _open(self) -> None:
        if self.view is not None:
            self.open_wanted.emit(self.view.of.article)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
