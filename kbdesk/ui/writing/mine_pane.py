"""One of my contributions: what I said, where it stands, who answered and why."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal

from kbdesk.core.drafts import Draft, Unseen
from kbdesk.core.feedback import Remark
from kbdesk.core.suggestions import WITHDRAWN, ReviewView, Suggested
from kbdesk.ui.controls.buttons import ActButton
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.prose import Prose
from kbdesk.ui.writing import review_words, words
from kbdesk.ui.writing.changes_view import ChangesView
from kbdesk.ui.writing.mine_rows import TONES, Thing, appears, key_of, phase, untitled
from kbdesk.ui.writing.reading_pane import ReadingPane
from kbdesk.ui.writing.reason_field import ReasonField
from kbdesk.ui.writing.review_pane import Heading
from kbdesk.ui.writing.thread import Said, Thread, of_replies
from kbdesk.ui.writing.told_line import Quote, ToldLine

LETTERS = 900  # of a draft that are shown: enough to know it by


class MinePane(ReadingPane):
    """Shows a draft, a suggestion or a remark."""

    open_wanted = Signal()  # go on writing, or read the article
    take_back_wanted = Signal()  # delete the draft, withdraw what was sent
    reply_given = Signal(str)  # more words for one's own remark or suggestion

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.thing: Thing | None = None
        self._now: datetime | None = None
        self._view: ReviewView | None = None
        self.title = Prose("title", look)
        self.meta = Prose("caption", look, colour="muted")
        self.waits = ToldLine(look, "muted")
        self.quote = Quote(look)
        self.said = Thread(look)
        self.heading = Heading(look)
        self.changes = ChangesView(look)
        self.text = Prose("read", look, colour="muted")
        self.open = ActButton(look, shortcut="Return", primary=True)
        self.take_back = KeyedButton(look, "Del")
        self.reply = ActButton(look, shortcut="R")
        self.reason = ReasonField(look)
        column = self.column
        column.addWidget(self.title)
        column.addSpacing(4)
        column.addWidget(self.meta)
        column.addWidget(self.waits)
        column.addSpacing(16)
        column.addWidget(self.quote)
        column.addSpacing(4)
        for part in (self.said, self.heading, self.changes, self.text):
            column.addWidget(part)
        column.addStretch(1)
        self.foot.acts.addWidget(self.open)
        self.foot.acts.addWidget(self.reply)
        self.foot.acts.addWidget(self.take_back)
        self.foot.column.insertWidget(0, self.reason)
        self.reply.clicked.connect(self.ask_reply)
        self.reason.given.connect(self._on_reply)
        self.reason.left.connect(self.close_reply)
        self.open.clicked.connect(self.open_wanted.emit)
        self.take_back.clicked.connect(self.take_back_wanted.emit)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show an empty pane."""
        self.thing = self._view = None
        for part in (self.page, self.foot):
            part.hide()

    def show_thing(self, thing: Thing, now: datetime) -> None:
        """Show one."""
        another = self.thing is None or key_of(self.thing) != key_of(thing)
        self.thing, self._now = thing, now
        if another:
            self._view = None
            self.reason.close_up()
            self.to_top()
        for part in (self.page, self.foot):
            part.show()
        self.say()

    def show_view(self, view: ReviewView) -> None:
        """Show what a suggestion changes, once that is known."""
        if isinstance(self.thing, Suggested) and self.thing.id == view.of.id:
            self._view = view
            self.say()

    def say(self) -> None:
        """Set the words for what is shown."""
        thing, now = self.thing, self._now
        if thing is None or now is None:
            return
        self.title.say(thing.title or untitled())
        view = self._view
        self.changes.show_blocks(
            view.blocks if view else (), decidable=False, fates=view.fates if view else {}
        )
        self.order()
        self.heading.setVisible(bool(self.changes.rows))
        self.heading.title.setText(self.tr("%n change(s)", "", len(self.changes.rows)))
        self.text.hide()
        self.waits.say("")
        self.reply.setVisible(isinstance(thing, Remark | Suggested) and thing.can_reply)
        self.reply.setText(self.tr("Answer"))
        asked = isinstance(thing, Remark | Suggested) and thing.asked
        self.reply.show_primary(asked)
        self.open.show_primary(not asked)
        if isinstance(thing, Draft):
            self._say_draft(thing, now)
        elif isinstance(thing, Suggested):
            self._say_suggestion(thing, now)
        elif isinstance(thing, Unseen):
            self._say_unseen(thing, now)
        else:
            self._say_remark(thing, now)
        self.open.show()
        if not self.reason.isHidden():  # one thing at a time
            for act in (self.open, self.reply, self.take_back):
                act.hide()
        for act in (self.open, self.reply, self.take_back):
            act.setAccessibleName(act.text())
            act.updateGeometry()

    def ask_reply(self) -> None:
        """Ask for more words about what one said or proposed."""
        if isinstance(self.thing, Remark | Suggested) and self.thing.can_reply:
            told = self.tr("Who looks after the article reads it: one sentence, then Enter")
            self.reason.open(self.tr("Your answer"), told)
            self.say()

    def _on_reply(self, text: str) -> None:
        if text:
            self.reply_given.emit(text)
        else:
            self.reason.blame(self.tr("An answer wants words."))

    def close_reply(self) -> bool:
        """Take the line away; return whether it was there."""
        was = not self.reason.isHidden()
        self.reason.close_up()
        if was:
            self.say()
            self.reply.setFocus(Qt.FocusReason.OtherFocusReason)
        return was

    def _say_draft(self, draft: Draft, now: datetime) -> None:
        kept = self.tr("Draft, kept on this desk %1")
        self.meta.say(kept.replace("%1", words.ago(draft.saved, now)))
        self.quote.say(self.tr("Why this change?"), draft.comment)
        self.said.show_said(())
        self.text.say(draft.text[:LETTERS])
        self.text.show()
        self.open.setText(self.tr("Go on writing"))
        self.take_back.setText(self.tr("Delete"))
        self.take_back.show()

    def _say_suggestion(self, one: Suggested, now: datetime) -> None:
        about = (words.suggestion_state(one), words.asks(one), words.ago(one.at, now))
        self.meta.say(words.SEPARATOR.join(about))
        if one.refused:
            self.waits.say(review_words.not_taken(one.refused), "critical")
        elif one.waiting:
            self.waits.say(self.tr("It goes by itself as soon as there is a connection."), "muted")
        elif one.asked:
            self.waits.say(self.tr("They ask you something before they decide."), "warn")
        elif one.open:
            told = self.tr("Nothing is published before somebody has reviewed it.")
            self.waits.say(told, "muted")
        self.quote.say(self.tr("You wrote"), one.comment)
        self.said.show_said((*self._thread(one, now), *self._answer(one, now)))
        self.open.setText(self.tr("Open the article"))
        self.take_back.setText(self.tr("Withdraw and go on writing"))
        self.take_back.setVisible(bool(one.refused) or (one.open and one.state != WITHDRAWN))

    def _say_unseen(self, one: Unseen, now: datetime) -> None:
        about = (phase(one), self.shelves.get(one.space, one.space), appears(one, now))
        self.meta.say(words.SEPARATOR.join(filter(None, about)))
        self.waits.say(self.tr("No search finds it now; its history stays."), "muted")
        self.quote.say("", "")
        self.said.show_said(())
        self.open.setText(self.tr("Open the article"))
        self.take_back.hide()

    def _thread(self, one: Suggested | Remark, now: datetime) -> list[Said]:
        """Write what was asked back and answered; a question that waits for me stands out."""
        said = of_replies(one.replies, one.by, now)
        return [*said[:-1], replace(said[-1], tone="warn")] if one.asked else said

    def _answer(self, one: Suggested, now: datetime) -> Iterator[Said]:
        if one.decided_at is not None:
            above = (words.suggestion_state(one), one.decided_by, words.ago(one.decided_at, now))
            tone = TONES.get(one.state, "muted")
            yield Said(words.SEPARATOR.join(filter(None, above)), one.why, tone)

    def _say_remark(self, one: Remark, now: datetime) -> None:
        about = (words.kind(one.kind), one.heading, words.ago(one.at, now))
        self.meta.say(words.SEPARATOR.join(filter(None, about)))
        if one.refused:
            self.waits.say(review_words.not_taken(one.refused), "critical")
        elif one.waiting:
            self.waits.say(self.tr("It goes by itself as soon as there is a connection."), "muted")
        elif one.asked:
            self.waits.say(self.tr("They ask you something: your answer helps to mend it."), "warn")
        elif one.open and one.kind != "thanks":
            self.waits.say(self.tr("Somebody answers, within a day as a rule."), "muted")
        self.quote.say(self.tr("You wrote"), one.text)
        self.said.show_said(self._thread(one, now))
        self.open.setText(self.tr("Open the article"))
        self.take_back.setText(self.tr("Take back"))
        self.take_back.setVisible(one.can_take_back)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.say()
