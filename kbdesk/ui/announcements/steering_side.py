"""What a supervisor does beside reading: writes, changes, recalls, reminds, looks at boards."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from kbdesk.clock import Clock
from kbdesk.core.announcements import NoticeDraft
from kbdesk.core.attention import Cost
from kbdesk.core.changes import Changes
from kbdesk.core.receipts_board import Reach, Sent
from kbdesk.services.reading.calendar import moment
from kbdesk.ui.announcements import words
from kbdesk.ui.announcements.keeping import Keeping
from kbdesk.ui.announcements.typed import Typed, typed_again

if TYPE_CHECKING:
    from kbdesk.services.live import Live
    from kbdesk.ui.announcements.board import BoardPage
    from kbdesk.ui.announcements.compose import Compose
    from kbdesk.ui.announcements.compose_page import ComposePage
    from kbdesk.ui.announcements.screen import AnnouncementsScreen
    from kbdesk.ui.announcements.sent_part import SentPart
    from kbdesk.ui.controls.scroll_page import ScrollPage


class SteeringSide(QObject):
    """Makes form and board when they are first asked for, and puts them in the list's place."""

    left = Signal()  # back to the list

    def __init__(
        self, screen: "AnnouncementsScreen | SentPart", live: "Live", clock: Clock
    ) -> None:
        super().__init__(screen)
        self._screen, self._tasks = screen, screen.tasks
        self._live, self._clock = live, clock
        self._alone = False
        self.form: Compose | None = None
        self._page: ComposePage | None = None
        self.board: BoardPage | None = None
        self._keeping: Keeping | None = None
        self._aside = Typed()  # what was begun and dropped
        self._sending = False

    def show_alone(self, alone: bool) -> None:
        """Stand in one column: form and board have the menu beside their way back."""
        self._alone = alone
        if self.form is not None:
            self.form.show_alone(alone)
        if self.board is not None:
            self.board.column.show_alone(alone)

    def _join(self, page: "ScrollPage") -> None:
        page.menu_requested.connect(self._screen.menu_requested.emit)
        page.show_alone(self._alone)

    def step_back(self) -> bool:
        """Leave what is open; return whether something was."""
        shown = self._screen.stack.currentWidget()
        if self.board is not None and shown is self.board:
            if not self.board.step_back():
                self.left.emit()
            return True
        if self._page is not None and shown is self._page:
            self.left.emit()
            return True
        return False

    def refresh(self) -> None:
        """Look again at the board, or at whom a notice would reach, if that is seen."""
        if self.board is not None and self._screen.stack.currentWidget() is self.board:
            self._ask_board(self.board.id)
        elif self.form is not None and self._screen.stack.currentWidget() is self._page:
            self.form.weigh()

    # writing

    def compose(self) -> None:
        """Write a new one, or go on with what was begun, wherever that was.

        There is one for each person, and a form in two screens: what is kept says how it stands.
        """
        form = self._made_form()
        self.keep()
        form.begin(moment(self._clock))
        if not form.typed.begun:
            self._watch(form)
        self._show_form(form)
        self._ask_begun()

    def come_back(self) -> None:
        """Be on screen again: what is written here may have been gone on with in the other one."""
        if self._page is not None and self._screen.stack.currentWidget() is self._page:
            self._ask_begun()

    def _ask_begun(self) -> None:
        """Ask what is kept, on the lane that keeps it: what was typed a moment ago is in it."""
        self._tasks.write(self._live.announcing.begun.get, self._take_up)

    def _take_up(self, kept: tuple[dict[str, Any], datetime] | None) -> None:
        """Show what is kept, unless more was typed by now, or it stands there."""
        form = self.form
        if form is None or self._keeping is None or form.of is not None or self._keeping.behind:
            return
        typed = typed_again(kept[0]) if kept is not None else Typed()
        if kept is None and form.typed.begun:
            form.forget()  # sent, or dropped, from the other screen
        elif typed.begun and typed.plain() != form.typed.plain():
            form.take_up(typed, words.moment(kept[1], moment(self._clock)) if kept else "")
        self._keeping.begin()

    def change(self, sent: Sent) -> None:
        """Change one that was sent."""
        form = self._made_form()
        self.keep()
        form.begin_edit(sent, moment(self._clock))
        self._watch(form)
        self._show_form(form)

    def _show_form(self, form: "Compose") -> None:
        self._tasks.read(self._live.announcing.audiences, form.offer, topic="audiences")
        if self._page is not None:
            self._screen.stack.setCurrentWidget(self._page)
        form.take_focus()

    def _made_form(self) -> "Compose":
        if self.form is None:
            from kbdesk.ui.announcements.compose_page import ComposePage  # late: few ever write one

            self._page = ComposePage(self._screen.look)
            self.form = made = self._page.form
            self._join(made)
            made.left.connect(self.left.emit)
            made.sent.connect(self._send)
            made.preview_wanted.connect(self._preview)
            made.weigh_wanted.connect(self._weigh)
            made.article.look_up_wanted.connect(self._look_up)
            self._keeping = Keeping(lambda: made.typed, self._keep)
            made.touched.connect(self._on_touched)
            made.dropped.connect(self._drop)
            made.brought_back.connect(self._bring_back)
            self._page.put_away.connect(self.keep)
            self._screen.stack.addWidget(self._page)
        return self.form

    # what is begun

    def keep(self) -> None:
        """Keep what was typed, now."""
        if self._keeping is not None:
            self._keeping.flush()

    def _watch(self, form: "Compose") -> None:
        """Watch a new one; a change of one that was sent is made in one go."""
        assert self._keeping is not None
        if form.of is None:
            self._keeping.begin()
        else:
            self._keeping.end()

    def _keep(self, typed: Typed, failed: Callable[[], None]) -> None:
        begun, at = self._live.announcing.begun, self._clock.now()

        def job() -> None:
            if typed.begun:
                begun.keep(typed.plain(), at)
            else:
                begun.drop()

        def not_done(error: Exception) -> None:
            failed()
            self._tasks.tell(error)

        self._tasks.write(job, failed=not_done)

    def _on_touched(self) -> None:
        if self.form is not None and self._keeping is not None:
            self._keeping.touch()
            if self.form.begun.gone and self.form.typed.begun:
                self.form.begun.show_begun("")  # another one is begun by now

    def _drop(self) -> None:
        if self.form is not None:
            self._aside = self.form.typed
            self.form.clear()
            self.keep()
            self.form.take_focus()

    def _bring_back(self) -> None:
        if self.form is not None:
            self.form.take_up(self._aside, self.form.begun.when)
            self.keep()
            self.form.take_focus()

    def _look_up(self, typed: str) -> None:
        if self.form is not None:
            found = self._live.announcing.linking.look_up
            shown = self.form.article.show_linked
            self._tasks.read(lambda: found(typed), shown, topic="article")

    def _preview(self, text: str) -> None:
        if self.form is not None:
            shown = self.form.show_preview
            self._tasks.read(lambda: self._live.informing.render(text), shown, topic="preview")

    def _weigh(self, draft: NoticeDraft) -> None:
        announcing = self._live.announcing

        def weighed() -> tuple[Reach, Cost] | None:
            if not draft.audience:
                return None
            return announcing.reach(draft.audience), announcing.cost(draft)

        if self.form is not None:
            self._tasks.read(weighed, self.form.show_weighed, topic="reach")

    def _send(self, draft: NoticeDraft, minor: bool) -> None:
        form = self.form
        of = form.of if form is not None else None
        announcing = self._live.announcing

        def job() -> Changes:
            if of is None:
                return announcing.send(draft, begun=True).changes
            return announcing.edit(of.id, draft, minor=minor)

        def not_sent(error: Exception) -> None:
            self._sending = False
            self._tasks.tell(error)

        if not self._sending:  # a key struck twice sends once
            self._sending = True
            self.keep()
            self._tasks.write(job, lambda _done: self._after_sending(of), not_sent)

    def _after_sending(self, of: Sent | None) -> None:
        self._sending = False
        if self.form is not None and self._keeping is not None:
            self.form.forget()
            self._keeping.begin()
        if of is not None:
            self.open_board(of.id)
        else:
            self._screen.show_sent()

    # the board

    def open_board(self, id_: str, *, take_focus: bool = True) -> None:
        """Show how far one has come."""
        if self.board is None:
            from kbdesk.ui.announcements.board import BoardPage  # late: as the form

            self.board = made = BoardPage(self._screen.look)
            self._join(made.column)
            made.left.connect(self.left.emit)
            made.reminded.connect(self._remind)
            made.edit_requested.connect(self.change)
            made.recalled.connect(self._recall)
            made.csv_wanted.connect(self._save)
            self._screen.stack.addWidget(made)
        self._ask_board(id_, show=True, take_focus=take_focus)

    def _ask_board(self, id_: str, *, show: bool = False, take_focus: bool = False) -> None:
        board, now = self.board, moment(self._clock)
        if board is None or not id_:
            return

        def then(found: object) -> None:
            board.show_board(found, now)  # type: ignore[arg-type]
            if show:
                self._screen.stack.setCurrentWidget(board)
            if take_focus:
                board.take_focus()

        self._tasks.read(lambda: self._live.board.board(id_), then, topic="board")

    def _remind(self, id_: str) -> None:
        self._tasks.write(
            lambda: self._live.announcing.relaunch(id_), lambda _done: self._say_reminded()
        )

    def _say_reminded(self) -> None:
        if self.board is not None:
            self.board.tell(self.tr("They are asked again, after the contact they have in hand."))

    def _recall(self, id_: str, why: str) -> None:
        self._tasks.write(lambda: self._live.announcing.recall(id_, why))

    def _save(self, id_: str, file: Path) -> None:
        said = self.tr("Saved: %1").replace("%1", file.name)
        self._tasks.write(
            lambda: self._live.board.csv(id_, file),
            lambda _done: self.board.tell(said) if self.board is not None else None,
        )
