"""The editor: a text and, beside it, how it will be read; what is typed is kept within two seconds.

Typing never waits: preview and check are made on the render lane, of the newest text only, and each
save is one job of the writer's. Leaving, hiding and closing keep first. What is sent is kept first,
in the same job, so that what goes is what stands here.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from kbdesk.clock import Clock
from kbdesk.core.drafts import Draft, Sent, Standing
from kbdesk.services.writing.checking import NotSendable
from kbdesk.ui import words as everywhere
from kbdesk.ui.controls.own_keys import claimed
from kbdesk.ui.hearing import announce, in_order, stops_in
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.look.look import Look
from kbdesk.ui.writing import marking
from kbdesk.ui.writing.autosave import Autosave
from kbdesk.ui.writing.editor_foot import EditorFoot
from kbdesk.ui.writing.editor_head import EditorHead
from kbdesk.ui.writing.editor_panes import EditorPanes
from kbdesk.ui.writing.looking import Looked, look_at
from kbdesk.ui.writing.meeting import Meeting, MovedLine
from kbdesk.ui.writing.part import WritingPart
from kbdesk.ui.writing.picture_files import PictureFiles
from kbdesk.ui.writing.preview import Preview
from kbdesk.ui.writing.problems import Problems
from kbdesk.ui.writing.text_edit import TextEdit
from kbdesk.ui.writing.toolbar import Toolbar
from kbdesk.ui.writing.upstream import Shelves, Upstream

if TYPE_CHECKING:
    from kbdesk.services.live import Live

SOON = 250  # ms after a key, before the preview follows


@dataclass(frozen=True, slots=True)
class Purpose:
    """Why a text is edited, where that is not to send it: a suggestion to be accepted so."""

    suggestion: str
    by_name: str
    minor: bool = False


class Editor(WritingPart):
    """Writes one draft at a time."""

    left = Signal()
    sent = Signal(object)  # Sent
    text_given = Signal(str, str, str, bool)  # of a suggestion: id, text, a word, only a detail

    def __init__(self, look: Look, live: "Live", lanes: Lanes, clock: Clock) -> None:
        super().__init__(look, live, lanes, clock)
        self._draft: Draft | None = None
        self._purpose: Purpose | None = None
        self._first = True
        self.head = EditorHead(look)
        self.toolbar = Toolbar(look)
        self.text = TextEdit(look)
        self.moved = MovedLine(look)
        self.problems = Problems(look)
        self.pictures = PictureFiles(self, live.authoring, self.tasks)
        self.preview = Preview(look, clock, self.pictures.picture)
        self.meeting = Meeting(look)
        self.foot = EditorFoot(look)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self.saving = Autosave(self._typed, self.tasks.write)
        self.upstream = Upstream(live.authoring, self.tasks, self._typed)
        written = (self.toolbar, self.moved, self.text, self.problems)
        self.panes = EditorPanes(written, self.text, self.preview, self.meeting)
        self._lay_out()
        self._connect()
        self._order()
        self._say()

    def _order(self) -> None:
        """Let Tab take what is written before what is only shown."""
        parts = (self.head, self.panes.writing, self.foot, self.panes.beside)
        in_order([stop for part in parts for stop in stops_in(part)])

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.panes, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        text = self.text
        text.textChanged.connect(self._on_typed)
        text.cursorPositionChanged.connect(self._follow)
        text.step_wanted.connect(text.step_to_change)
        text.image_given.connect(self.pictures.take)
        text.file_given.connect(self.pictures.take_file)
        text.image_wanted.connect(self.pictures.choose)
        self.pictures.put.connect(text.insertPlainText)
        self.toolbar.wanted.connect(text.do)
        self.toolbar.next_wanted.connect(lambda: text.step_to_change(1))
        self.toolbar.preview.clicked.connect(self.toggle_preview)
        self.head.left.connect(self._leave)
        self.head.shelf_chosen.connect(self._put_on)
        self.saving.kept.connect(self.head.show_kept)
        self.saving.failed.connect(lambda error: self.head.show_failed(everywhere.trouble(error)))
        self._soon.timeout.connect(self._look)
        self.problems.chosen.connect(text.to_line)
        self.foot.send_wanted.connect(self.send)
        self.foot.why_changed.connect(self._note)
        self.moved.bring_wanted.connect(self.upstream.bring)
        self.moved.choose_wanted.connect(self._choose)
        self.meeting.settled_on.connect(self.upstream.settle_on)
        self.upstream.stood.connect(self._show_standing)
        self.upstream.renewed.connect(self._renew)

    # what is open

    def open(self, draft: Draft, purpose: Purpose | None = None) -> None:
        """Show a draft at its caret."""
        self.saving.end()
        self._draft, self._purpose, self._first = draft, purpose, True
        self.pictures.follow(draft.id)
        self.head.show_draft(draft)
        self.foot.begin("" if purpose else draft.comment, minor=bool(purpose and purpose.minor))
        self.problems.show_problems(())
        self.moved.hide()
        self.panes.show_first()
        self.text.show_text(draft.text, draft.caret)
        authoring, id_ = self._live.authoring, draft.id
        self.saving.begin(lambda text, caret: authoring.save(id_, text, caret), *self._typed())
        self._look()
        self.upstream.follow(draft)

    @property
    def draft_id(self) -> str:
        return self._draft.id if self._draft is not None else ""

    @property
    def touched(self) -> bool:
        """True once something was typed since it was opened."""
        return self._draft is not None and self.text.text != self._draft.text

    @property
    def fresh(self) -> bool:
        """True for an edit in which nothing is other than what is published."""
        draft = self._draft
        return draft is not None and draft.base is not None and self.text.text == draft.base

    @property
    def settled(self) -> bool:
        return super().settled and not self._soon.isActive()

    def take_focus(self) -> None:
        """Give the keys to the text."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_standing(self, standing: Standing, shelves: Shelves) -> None:
        self.foot.show_standing(standing, self._purpose.by_name if self._purpose else "")
        self.moved.show_standing(standing)
        if shelves and self._draft is not None:
            self.head.offer_shelves(shelves, self._draft.space)

    # while one types

    def _typed(self) -> tuple[str, int]:
        return self.text.text, self.text.textCursor().position()

    def _on_typed(self) -> None:
        if self._draft is not None:
            self.saving.touch()
            self._soon.start()

    def _look(self) -> None:
        self._soon.stop()
        if (draft := self._draft) is not None:
            text, authoring = self.text.text, self._live.authoring
            self.tasks.render(lambda: look_at(authoring, draft, text), self._show)

    def _show(self, looked: Looked) -> None:
        self.preview.show_looked(looked, stay=not self._first)
        self._first = False
        self.head.show_title(looked.title)
        wrong = [one.line - 1 for one in looked.problems if one.line]
        self.text.show_changed(looked.changed, wrong)
        self.toolbar.show_changes(len(looked.changed.lines))
        if not self.problems.isHidden():  # told once when it was sent; then kept true
            self.problems.show_problems(looked.problems)
        self._follow()

    def _follow(self) -> None:
        if self.preview.isVisible() and not self._soon.isActive():
            plain, at = self.text.text, self.text.textCursor().position()
            self.preview.follow(marking.heading_number(plain, at))

    def _note(self) -> None:
        """Keep what is said of it, with the text."""
        if (draft := self._draft) is not None and self._purpose is None:
            why = self.foot.why.text
            self.tasks.write(lambda: self._live.authoring.note(draft.id, why))

    def _put_on(self, space: str) -> None:
        edit = marking.shelf(self.text.text, space)
        if edit is not None:
            self.text.apply_edit(edit)

    # the article moved meanwhile

    def _choose(self) -> None:
        if both := self.upstream.both_texts():
            self.meeting.show_blocks(both)
            self._order()
            self.panes.show_beside(self.meeting)
            self.meeting.take_focus()

    def _renew(self, draft: Draft) -> None:
        """Go on with a draft that stands on what is published now."""
        at = self.text.textCursor().position()
        self.open(replace(draft, caret=at), self._purpose)
        self.take_focus()

    # send and leave

    def send(self, publish: bool) -> None:  # noqa: FBT001  # the payload of a signal
        """Keep it, then publish or suggest it; what is wrong is told and nothing is lost."""
        draft, purpose = self._draft, self._purpose
        if draft is None:
            return
        text, caret = self._typed()
        why, minor = self.foot.why.text.strip(), self.foot.minor.chosen and publish
        self.saving.flush()
        if purpose is not None:
            self.text_given.emit(purpose.suggestion, text, why, minor)
            return
        authoring = self._live.authoring

        def job() -> Sent:
            authoring.save(draft.id, text, caret)
            authoring.note(draft.id, why)
            return authoring.send(draft.id, why, publish=publish, minor=minor)

        self.tasks.write(job, self._sent, self._not_sent)

    def _sent(self, sent: Sent) -> None:
        self.saving.end()
        self.upstream.end()
        self.pictures.follow("")
        self._draft = None
        self.sent.emit(sent)

    def _not_sent(self, error: Exception) -> None:
        if isinstance(error, NotSendable):
            self.problems.show_problems(error.problems)
            self.panes.show_text()
            self.text.to_line(self.problems.first_line)
            announce(self.problems, self.problems.told)
        else:
            self.trouble_met.emit(error)
            self.upstream.look_again()

    def keep(self) -> None:
        """Keep what was typed, now."""
        self.saving.flush()

    def _leave(self) -> None:
        self.keep()
        self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)

    def step_back(self) -> bool:
        """Leave the choice between two texts, then the editor."""
        if self.panes.step_back():
            self.take_focus()
        else:
            self._leave()
        return True

    # shape and keys

    def show_alone(self, alone: bool) -> None:
        """Show text or preview, one at a time, or both."""
        self._alone = alone
        self.toolbar.show_alone(alone)
        self.panes.show_alone(alone)

    def toggle_preview(self) -> None:
        """In one column, turn from the text to the preview and back."""
        if self._alone:
            if self.panes.hides_text:
                self.panes.show_text()
                self.text.setFocus()
            else:
                self.panes.show_beside()
                self.preview.page.setFocus()

    def apply_look(self, look: Look) -> None:
        self.look = look

    def event(self, event: QEvent) -> bool:
        return claimed(event, lambda key: self._own(key) is not None) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        does = self._own(event)
        if does is not None:
            does()
        else:
            super().keyPressEvent(event)

    def _own(self, event: QKeyEvent) -> Callable[[], object] | None:
        held, key = event.modifiers(), event.key()
        ctrl = held & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ControlModifier
        if ctrl and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self.foot.send.click
        if held == Qt.KeyboardModifier.AltModifier:
            return {Qt.Key.Key_P: self.toggle_preview, Qt.Key.Key_M: self.moved.do}.get(Qt.Key(key))
        return None

    def _say(self) -> None:
        self.text.setAccessibleName(self.tr("Your text"))
        self.text.name_words(self.tr("Column"), self.tr("text"), self.tr("address"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)
