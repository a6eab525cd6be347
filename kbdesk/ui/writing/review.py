"""The review queue: what was proposed, conflicts first, each decided by one key.

What is decided leaves the list at once, its place is the next one's, and the caret stays in the
list: seven suggestions are seven keys. A text is edited here before it is accepted in the same
editor, in a draft of its own, so that nothing typed is lost between the two.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kbdesk.clock import Clock
from kbdesk.core.changes import Changes
from kbdesk.core.drafts import Draft
from kbdesk.core.editing import Verdict
from kbdesk.core.suggestions import ReviewView, Suggested, Touched
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.look.look import Look
from kbdesk.ui.writing import review_words, words
from kbdesk.ui.writing.editor import Editor, Purpose
from kbdesk.ui.writing.queue import QueuePart
from kbdesk.ui.writing.review_pane import ReviewPane
from kbdesk.ui.writing.rows import Row

if TYPE_CHECKING:
    from kbdesk.services.live import Live

OLD = 3  # days from which waiting is too long
FIRST_DIGIT, LAST_DIGIT = Qt.Key.Key_1, Qt.Key.Key_9


class ReviewQueue(QueuePart):
    """List, changes, four verdicts."""

    icon = "check-circle"

    def __init__(self, look: Look, live: "Live", lanes: Lanes, clock: Clock) -> None:
        self.review = ReviewPane(look)
        super().__init__(look, live, lanes, clock, self.review)
        self._found: tuple[Suggested, ...] = ()
        self._editor: Editor | None = None
        self._wanted = ""
        self.review.accept_wanted.connect(self._accept)
        self.review.edit_wanted.connect(self._edit)
        self.review.decline_wanted.connect(self._decline)
        self.review.ask_wanted.connect(self._ask_back)
        self.review.open_wanted.connect(lambda article: self.article_requested.emit(article, ""))
        self.say()

    @property
    def settled(self) -> bool:
        editing = self._editor is None or self._editor.settled
        return super().settled and editing

    # what there is

    def load(self) -> None:
        self.tasks.read(self._live.reviewing.queue, self._take)

    def open_suggestion(self, id_: str) -> None:
        """Show one that somebody comes for."""
        self._wanted = id_
        self.load()

    def _take(self, found: tuple[Suggested, ...]) -> None:
        self._found = found
        wanted, self._wanted = self._wanted, ""
        self.show_rows([self._row(one) for one in found], wanted=wanted)
        self.say()
        self.counted.emit(sum(not (one.mine_only or one.asked) for one in found))

    def _row(self, one: Suggested) -> Row:
        days = (self.now - one.at).days
        mark, tone = self._mark(one)
        return Row(
            one.id, one.title, words.joined(one.by_name, words.asks(one)),
            words.age(one.at, self.now), "warn" if days >= OLD else "muted", mark, tone,
        )  # fmt: skip

    def _mark(self, one: Suggested) -> tuple[str, str]:
        """Say what is first to know of one, and in which tone: whose turn it is, else a clash."""
        if one.asked:
            return self.tr("Asked back"), "muted"
        if one.answered:
            return self.tr("Answer received"), "accent"
        urgent = one.verdict in (Verdict.CLASH, Verdict.GONE, Verdict.UNKNOWN)
        return words.verdict(one.verdict) if urgent else "", "warn"

    def show_one(self, id_: str) -> None:
        reviewing = self._live.reviewing
        self.tasks.read(
            lambda: (reviewing.look(id_), reviewing.touches(id_)),
            lambda found: self._show_view(*found),
            topic="view",
        )

    def _show_view(self, view: ReviewView, touched: Touched) -> None:
        if view.of.id == self.queue.list.chosen:
            self.review.show_view(view, self.now)
            self.review.show_touched(review_words.touched(touched))

    def show_none(self) -> None:
        self.tasks.forget("view")
        self.review.show_nothing()

    def say(self) -> None:
        queue = self.queue
        queue.title.say(self.tr("To review"))
        queue.count.setText(str(len(self._found) or ""))
        oldest = min((one.at for one in self._found), default=None)
        told = self.tr("Oldest: %1")
        queue.beside.say(told.replace("%1", words.age(oldest, self.now)) if oldest else "")
        queue.list.setAccessibleName(self.tr("Suggestions to review"))
        queue.empty.say(
            self.tr("Everything is decided."),
            self.tr("What people propose for your articles stands here, the oldest first."),
        )
        self.review.say()

    # decide

    def take_key(self, key: Qt.Key) -> bool:
        if FIRST_DIGIT <= key <= LAST_DIGIT:
            return self.review.decidable and self.review.changes.toggle(key - FIRST_DIGIT + 1)
        does = {
            Qt.Key.Key_A: self.review.try_to_accept,
            Qt.Key.Key_E: self._edit,
            Qt.Key.Key_D: self.review.ask_why,
            Qt.Key.Key_Q: self.review.ask_back,
            Qt.Key.Key_R: self.review.ask_word,
            Qt.Key.Key_M: self.review.minor.toggle,
            Qt.Key.Key_O: self.review.open.click,
        }.get(key)
        if does is None or self.review.view is None:
            return False
        if self.review.view.of.id == self.queue.list.chosen:  # else what is seen is on its way out
            does()
        return True

    def _accept(self) -> None:
        view, word = self.review.view, self.review.word
        if view is None:
            return
        reviewing, id_, taken = self._live.reviewing, view.of.id, self.review.taken
        minor = self.review.minor.chosen
        clash = any(row.block.clash for row in self.review.changes.rows)
        if self.review.changes.rows and (clash or not self.review.changes.all_taken):
            self.tasks.write(
                lambda: reviewing.accept_part(id_, taken, minor=minor, why=word), self._decided
            )
        else:
            self.tasks.write(lambda: reviewing.accept(id_, minor=minor, why=word), self._decided)

    def _decline(self, why: str) -> None:
        if self.review.view is not None:
            id_ = self.review.view.of.id
            self.tasks.write(lambda: self._live.reviewing.decline(id_, why), self._decided)

    def _ask_back(self, text: str) -> None:
        """Ask its author; it stays in the list, and says that it waits for them."""
        if self.review.view is not None:
            id_ = self.review.view.of.id
            self.tasks.write(lambda: self._live.reviewing.ask_back(id_, text), self._asked)

    def _asked(self, _changes: object) -> None:
        self.review.close_reason(back=False)
        self.load()
        self.queue.take_focus()

    def _decided(self, _changes: object) -> None:
        self.review.close_reason(back=False)
        self.load()
        if self._alone:
            self.panes.show_first()
        self.queue.take_focus()

    # edit, then accept

    def _edit(self) -> None:
        view = self.review.view
        if view is None or not self.review.decidable or view.mine is None:
            return
        text = "".join(
            block.after if block.n in self.review.taken else block.before for block in view.blocks
        ) or view.mine  # fmt: skip
        self.tasks.write(
            lambda: self._draft_of(view, text), lambda draft: self._open_editor(draft, view)
        )

    def _draft_of(self, view: ReviewView, text: str) -> Draft:
        """Begin a draft of what is proposed, so that it outlives a crash."""
        authoring = self._live.authoring
        if view.published is None:
            draft = authoring.draft_new(title=view.of.title, space=view.of.space)
        else:
            draft = authoring.draft(view.of.article, anew=True)
        authoring.save(draft.id, text)
        return authoring.get(draft.id)

    def _open_editor(self, draft: Draft, view: ReviewView) -> None:
        if self._editor is None:
            self._editor = made = Editor(self.look, self._live, self._lanes, self._clock)
            made.trouble_met.connect(self.trouble_met.emit)
            made.left.connect(self._leave_editor)
            made.text_given.connect(self._accept_as)
            self.stack.addWidget(made)
        self._editor.show_alone(self._alone)
        self._editor.open(draft, Purpose(view.of.id, view.of.by_name, self.review.minor.chosen))
        self.stack.setCurrentWidget(self._editor)
        self._editor.take_focus()

    def _leave_editor(self) -> None:
        """Go back; a text that was touched stays among the drafts, one that was not goes."""
        assert self._editor is not None
        self.stack.setCurrentWidget(self.panes)
        if not self._editor.touched:
            draft_id = self._editor.draft_id
            self.tasks.write(lambda: self._live.authoring.drop(draft_id))
        self.queue.take_focus()

    def _accept_as(self, suggestion: str, text: str, why: str, minor: bool) -> None:  # noqa: FBT001  # the payload of a signal
        assert self._editor is not None
        draft_id = self._editor.draft_id

        def job() -> Changes:
            changes = self._live.reviewing.accept_as(suggestion, text, minor=minor, why=why)
            return changes | self._live.authoring.drop(draft_id)

        def then(_changes: Changes) -> None:
            self.stack.setCurrentWidget(self.panes)
            self._decided(None)

        self.tasks.write(job, then)

    # the frame

    def show_alone(self, alone: bool) -> None:
        super().show_alone(alone)
        if self._editor is not None:
            self._editor.show_alone(alone)

    def step_back(self) -> bool:
        if self._editor is not None and self.stack.currentWidget() is self._editor:
            return self._editor.step_back()
        if self.review.close_reason():
            return True
        return super().step_back()

    def refresh(self, changes: Changes) -> None:
        if self.stack.currentWidget() is self.panes:
            super().refresh(changes)
