"""My contributions: what I write, what I proposed and said, and what became of it.

The editor and the choice of a template come in the place of the list. Deleting and withdrawing ask
nothing and can be taken back; a draft that is deleted is kept for a while all the same.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kbdesk.clock import Clock
from kbdesk.core.changes import Changes
from kbdesk.core.contributions import Mine
from kbdesk.core.drafts import Draft, Sent, Unseen
from kbdesk.core.feedback import Remark
from kbdesk.core.suggestions import Suggested
from kbdesk.ui import dates
from kbdesk.ui.controls.buttons import IconButton
from kbdesk.ui.controls.keyed_button import KeyedButton
from kbdesk.ui.controls.tabs import Tabs
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.look.look import Look
from kbdesk.ui.shell.undo import WhileItHolds
from kbdesk.ui.shortcuts import SHORTCUTS
from kbdesk.ui.writing import mine_rows
from kbdesk.ui.writing.editor import Editor
from kbdesk.ui.writing.mine_pane import MinePane
from kbdesk.ui.writing.mine_rows import DRAFTS, REMARKS, SUGGESTIONS, TABS, Thing
from kbdesk.ui.writing.queue import QueuePart
from kbdesk.ui.writing.templates import Templates

if TYPE_CHECKING:
    from kbdesk.services.live import Live


class ContributionsScreen(QueuePart):
    """List and one of it; the editor in their place."""

    def __init__(self, look: Look, live: "Live", lanes: Lanes, clock: Clock) -> None:
        self.mine_pane = MinePane(look)
        self._mine = Mine()
        self._unseen: tuple[Unseen, ...] = ()
        self.tabs = Tabs(TABS, look)
        super().__init__(look, live, lanes, clock, self.mine_pane)
        self._wanted = ""
        self._templates: Templates | None = None
        self._editor: Editor | None = None
        self._add, self._plus = KeyedButton(look, "N", flush=True), IconButton("plus", look)
        for button in (self._add, self._plus):
            self.queue.head.addWidget(button)
            button.clicked.connect(self.choose_template)
        self._plus.hide()
        self._begin_one = self.queue.empty.add_act(self.choose_template, shortcut="N")
        self._hint = self.queue.empty.add_hint(SHORTCUTS["suggest_edit"])
        self._feedback_hint = self.queue.empty.add_hint(SHORTCUTS["feedback"])
        self.tabs.chosen.connect(lambda _tab: self._show_tab())
        self.queue.put_tabs(self.tabs)
        self.mine_pane.open_wanted.connect(self._open_chosen)
        self.mine_pane.take_back_wanted.connect(self._take_back)
        self.mine_pane.reply_given.connect(self._reply)
        self.say()

    @property
    def settled(self) -> bool:
        editing = self._editor is None or self._editor.settled
        return super().settled and editing

    # the list

    def load(self) -> None:
        live = self._live
        self.tasks.read(lambda: (live.contributions.mine(), live.authoring.unseen()), self._take)

    def _take(self, found: tuple[Mine, tuple[Unseen, ...]]) -> None:
        mine, self._unseen = found
        self._mine = mine
        self._show_tab()
        self.counted.emit(mine.unread)

    def _show_tab(self) -> None:
        things = mine_rows.chosen(self._mine, self.tabs.key, self._unseen)
        wanted, self._wanted = self._wanted, ""
        self.show_rows(list(mine_rows.rows(things, self.now)), wanted=wanted)
        self.say()

    def _thing(self, key: str) -> Thing | None:
        every: tuple[Thing, ...] = (
            *self._mine.drafts, *self._mine.suggestions, *self._mine.remarks, *self._unseen
        )  # fmt: skip
        return next((one for one in every if mine_rows.key_of(one) == key), None)

    def show_one(self, id_: str) -> None:
        thing = self._thing(id_)
        if thing is None:
            return
        self.mine_pane.show_thing(thing, self.now)
        if isinstance(thing, Suggested):
            self.tasks.read(
                lambda: self._live.reviewing.own(thing.id),
                self.mine_pane.show_view,
                _on_its_way,
                topic="view",
            )
        if isinstance(thing, Suggested | Remark) and thing.unread and self.isVisible():
            self.tasks.write(lambda: self._live.contributions.seen([thing.id]))

    def show_none(self) -> None:
        self.tasks.forget("view")
        self.mine_pane.show_nothing()

    def say(self) -> None:
        queue, mine = self.queue, self._mine
        queue.title.say(self.tr("My contributions"), self.tr("Contributions"))
        queue.list.setAccessibleName(self.tr("My contributions"))
        self._add.setText(self.tr("New"))
        self._add.setAccessibleName(self.tr("New article"))
        new = self.tr("New article")
        self._plus.name(f"{new} (N)")
        bare = not (mine.drafts or mine.suggestions or mine.remarks)
        self.tabs.setVisible(not bare)
        named = {
            mine_rows.ALL: (self.tr("All"), 0),
            DRAFTS: (self.tr("Drafts"), len(mine.drafts)),
            SUGGESTIONS: (self.tr("Suggestions"), 0),
            REMARKS: (self.tr("Remarks"), 0),
        }
        for key, (name, count) in named.items():
            self.tabs.say(key, f"{name} {count}" if count else name)
        queue.empty.say(
            self.tr("Here you follow what you proposed."),
            self.tr("A sentence that is wrong, an old price? Say it from the article itself."),
        )
        self._hint.setText(self.tr("On an open article: suggest an edit"))
        self._feedback_hint.setText(self.tr("On an open article: say what is wrong"))
        self._begin_one.setText(self.tr("New article"))
        self._begin_one.setAccessibleName(self.tr("New article"))
        self._begin_one.updateGeometry()
        self.mine_pane.say()

    # open, delete

    def open_one(self, id_: str) -> None:
        thing = self._thing(id_)
        if isinstance(thing, Draft) and not self._alone:
            self.open_draft(thing)
        else:
            super().open_one(id_)

    def _open_chosen(self) -> None:
        thing = self._thing(self.queue.list.chosen)
        if isinstance(thing, Draft):
            self.open_draft(thing)
        elif thing is not None:
            self.article_requested.emit(thing.article, getattr(thing, "anchor", ""))

    def take_key(self, key: Qt.Key) -> bool:
        thing = self._thing(self.queue.list.chosen)
        if key == Qt.Key.Key_N:
            self.choose_template()
        elif key == Qt.Key.Key_R and thing is not None:
            self.mine_pane.ask_reply()
        elif key == Qt.Key.Key_O and thing is not None:
            self._open_chosen()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and thing is not None:
            if not self.mine_pane.take_back.isHidden():
                self._take_back()
        else:
            return False
        return True

    def _take_back(self) -> None:
        thing = self._thing(self.queue.list.chosen)
        if isinstance(thing, Draft):
            self._drop(thing)
        elif isinstance(thing, Suggested):
            self._withdraw(thing.id)
        elif isinstance(thing, Remark):
            self.tasks.write(lambda: self._live.remarks.take_back(thing.id))

    def _reply(self, text: str) -> None:
        """Answer what was asked back about one's own remark or suggestion."""
        thing, live = self.mine_pane.thing, self._live
        if isinstance(thing, Remark):
            self.tasks.write(lambda: live.remarks.reply(thing.id, text), self._replied)
        elif isinstance(thing, Suggested):
            self.tasks.write(lambda: live.reviewing.reply(thing.id, text), self._replied)

    def _replied(self, _changes: Changes) -> None:
        self.mine_pane.reason.close_up()
        self.load()
        self.take_focus()

    def _drop(self, draft: Draft) -> None:
        authoring = self._live.authoring
        told = self.tr("The draft “%1” was deleted.")
        told = told.replace("%1", draft.title or mine_rows.untitled())
        self.tasks.write(
            lambda: authoring.drop(draft.id),
            lambda _done: self.undo_offered.emit(
                told, lambda: self.tasks.write(lambda: authoring.bring_back(draft.id))
            ),
        )

    def _withdraw(self, suggestion: str) -> None:
        self.tasks.write(lambda: self._live.reviewing.withdraw(suggestion))

    # write

    def choose_template(self) -> None:
        """Ask what a new article is to be."""
        if self._templates is None:
            self._templates = made = Templates(self.look)
            made.left.connect(self._to_list)
            made.chosen.connect(self._begin_new)
            self.stack.addWidget(made)
        shown, language = self._templates, dates.language()
        self.stack.setCurrentWidget(shown)
        self.tasks.read(lambda: self._live.authoring.templates(language), shown.offer)

    def _begin_new(self, template: str) -> None:
        language = dates.language()
        self._open_made(lambda: self._live.authoring.draft_new(template, lang=language))

    def edit_article(self, article: str) -> None:
        """Go on with the draft of an article, or begin one."""
        self._open_made(lambda: self._live.authoring.draft(article))

    def _open_made(self, make: Callable[[], Draft]) -> None:
        self.tasks.write(make, self.open_draft)

    def open_draft(self, draft: Draft) -> None:
        """Write on."""
        editor = self.editor
        editor.show_alone(self._alone)
        editor.open(draft)
        self.stack.setCurrentWidget(editor)
        editor.take_focus()

    @property
    def editor(self) -> Editor:
        """The editor, made at its first use."""
        if self._editor is None:
            self._editor = made = Editor(self.look, self._live, self._lanes, self._clock)
            made.trouble_met.connect(self.trouble_met.emit)
            made.left.connect(self._leave_editor)
            made.sent.connect(self._after_sending)
            self.stack.addWidget(made)
        return self._editor

    @property
    def writes(self) -> bool:
        """True while the editor is open."""
        return self._editor is not None and self.stack.currentWidget() is self._editor

    def _leave_editor(self) -> None:
        """Go back to the list; a draft in which nothing was typed leaves no trace."""
        editor = self.editor
        self._wanted = f"draft:{editor.draft_id}"
        if editor.fresh:
            draft_id = editor.draft_id
            self.tasks.write(lambda: self._live.authoring.drop(draft_id))
        self._to_list()

    def _after_sending(self, sent: Sent) -> None:
        self._wanted = f"suggestion:{sent.operation}"
        self._to_list()
        self.changed.emit(sent.changes)
        if sent.published:
            self.noted.emit(self.tr("Published. Everybody reads it as soon as it is sent."))
        else:
            told = self.tr("Your suggestion is on its way to those who review it.")
            reviewing, id_ = self._live.reviewing, sent.operation
            back = WhileItHolds(lambda: self._withdraw(id_), lambda: reviewing.can_withdraw(id_))
            self.undo_offered.emit(told, back)

    def _to_list(self) -> None:
        self.stack.setCurrentWidget(self.panes)
        self.panes.show_first()
        self.load()
        self.take_focus()

    # the frame

    def begin(self) -> None:
        if self.writes:
            self.editor.upstream.look_again()
            self.editor.take_focus()
        elif self.stack.currentWidget() is self.panes:
            super().begin()

    def refresh(self, changes: Changes) -> None:
        if self.writes:
            if changes.articles or changes.writing:
                self.editor.upstream.look_again()
        else:
            super().refresh(changes)

    def show_alone(self, alone: bool) -> None:
        super().show_alone(alone)
        self._add.setVisible(not alone)
        self._plus.setVisible(alone)
        for hint in (self._hint, self._feedback_hint):
            hint.setWordWrap(alone)
        if self._editor is not None:
            self._editor.show_alone(alone)

    def step_back(self) -> bool:
        if self.writes:
            return self.editor.step_back()
        if self.stack.currentWidget() is not self.panes:
            self._to_list()
            return True
        return self.mine_pane.close_reply() or super().step_back()


def _on_its_way(_error: Exception) -> None:
    """Show no changes of what has just been sent and has not come back yet."""
