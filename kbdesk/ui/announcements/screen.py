"""The screen of announcements: what was sent to me, and for who steers, what was sent and how far.

What is read stays where it is while it is read: rows keep their order, and what comes meanwhile
waits to be let in. Everything is read on the search lane and written on the writer's.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from kbdesk.clock import Clock
from kbdesk.core.announcements import Notice
from kbdesk.core.changes import Changes
from kbdesk.core.contact import Contact
from kbdesk.services.reading.calendar import moment
from kbdesk.ui.announcements.inbox import Inbox
from kbdesk.ui.announcements.loaded import ALL, SENT, Loaded, as_read, load, notice_row, rows
from kbdesk.ui.announcements.notice_page import NoticeSide
from kbdesk.ui.announcements.rows import NoticeRow
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.look.look import Look
from kbdesk.ui.reader.links import ToArticle, target
from kbdesk.ui.side_by_side import SideBySide
from kbdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from kbdesk.services.announcements.informing import Answered
    from kbdesk.services.live import Live


class AnnouncementsScreen(QWidget):
    """List and notice; compose and board come in their place."""

    trouble_met = Signal(object)  # Exception
    changed = Signal(object)  # Changes
    article_requested = Signal(str, str)  # id, anchor
    screen_requested = Signal(str)  # the name of another screen
    menu_requested = Signal()

    def __init__(self, look: Look, live: "Live", lanes: Lanes, clock: Clock) -> None:
        from kbdesk.ui.announcements.brief_side import BriefSide  # late: both know the screen
        from kbdesk.ui.announcements.steering_side import SteeringSide  # late: as above

        super().__init__()
        self._live, self._clock = live, clock
        self.tasks = Tasks(lanes, self.trouble_met.emit, self.changed.emit)
        self.look = look
        self._loaded = Loaded()
        self._wanted = ""  # a notice to be opened once it is there
        self._in_contact = False
        self._alone = False
        self.inbox = Inbox(look)
        self.side = NoticeSide(look)
        self.panes = SideBySide(self.inbox, self.side, look)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.panes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.steering = SteeringSide(self, live, clock)
        self.brief = BriefSide(self, live, clock)
        self._connect()

    def _connect(self) -> None:
        inbox, side = self.inbox, self.side
        inbox.tab_chosen.connect(lambda _tab: self._show_list())
        inbox.menu.clicked.connect(self.menu_requested.emit)
        inbox.fresh_requested.connect(self._let_in)
        inbox.write_requested.connect(self.steering.compose)
        inbox.list.selected.connect(self._show_one)
        inbox.list.opened.connect(self._open)
        side.left.connect(self.step_back)
        side.confirm_requested.connect(self._confirm)
        side.board_requested.connect(self.steering.open_board)
        side.seen.connect(self._note_seen)
        side.answered.connect(self._answer)
        side.article_requested.connect(self.article_requested.emit)
        side.link_followed.connect(self._follow)
        self.steering.left.connect(self.show_list)

    # what the window asks

    @property
    def settled(self) -> bool:
        return self.tasks.settled

    def begin(self) -> None:
        """Ask again; what came meanwhile is let in."""
        self._ask(self._take_anew)
        self._take_focus()
        self.steering.come_back()
        if not self._wanted and not self._in_contact:
            self.brief.ask()

    def refresh(self, changes: Changes) -> None:
        """Look again without moving a row."""
        if changes.notices:
            self._ask(self._take)
            self.steering.refresh()

    def show_alone(self, alone: bool) -> None:
        """Stand in one column."""
        self._alone = alone
        self.inbox.show_alone(alone)
        self.side.show_alone(alone)
        self.panes.show_alone(alone)
        self.steering.show_alone(alone)
        self.brief.show_alone(alone)

    def step_back(self) -> bool:
        """Leave compose or board, or in one column the notice."""
        if self.brief.step_back() or self.steering.step_back():
            return True
        if self._alone and self.side.isVisible():
            self.panes.show_first()
            self.inbox.take_focus()
            return True
        return False

    def take_contact(self, contact: Contact | None) -> None:
        """Know whether somebody is in hand: the brief of the shift waits for the end of it."""
        self._in_contact = contact is not None and contact.live

    def apply_look(self, look: Look) -> None:
        self.look = look

    # asking

    def _ask(self, then: Callable[[Loaded], None]) -> None:
        now = moment(self._clock)
        self.tasks.read(lambda: load(self._live, now), then, topic="list")

    def _take_anew(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self.inbox.show_loaded(loaded)
        if self._wanted:
            self._open_wanted()
        else:
            self._show_list()

    def _take(self, loaded: Loaded) -> None:
        """Take in what is new: rows say what they are by now, and stay where they are."""
        self._loaded = loaded
        self.inbox.show_loaded(loaded)
        if self._wanted:
            self._open_wanted()
            return
        known = self.inbox.list.ids
        if not known:
            self._show_list()
            return
        now_there = {row.id: row for row in rows(loaded, self.inbox.tabs.key)}
        kept = [row for id_ in known if (row := now_there.get(id_) or self._row(id_)) is not None]
        fresh = [id_ for id_ in now_there if id_ not in known]
        self.inbox.show_rows(tuple(kept), self.inbox.list.chosen, len(fresh))
        self._show_again()

    def _row(self, id_: str) -> NoticeRow | None:
        notice = self._loaded.notice(id_)
        return notice_row(notice, self._loaded.now) if notice is not None else None

    def _let_in(self) -> None:
        self._show_list()
        self.inbox.take_focus()

    def _show_list(self) -> None:
        found = rows(self._loaded, self.inbox.tabs.key)
        chosen = self.inbox.list.chosen
        if chosen not in {row.id for row in found}:
            chosen = found[0].id if found else ""
        self.inbox.show_rows(found, chosen)
        if chosen:
            self._show_one(chosen)
        else:
            self.side.show_nothing()

    # one notice

    def show_sent(self) -> None:
        """Show the list of what was sent, the newest chosen."""
        self.inbox.tabs.choose(SENT)
        self.stack.setCurrentWidget(self.panes)
        self._ask(self._take_anew)
        self.inbox.take_focus()

    def open_notice(self, notice_id: str) -> None:
        """Open one for somebody who comes for it."""
        self._wanted = notice_id
        self.stack.setCurrentWidget(self.panes)
        self._ask(self._take)

    def _open_wanted(self) -> None:
        wanted, self._wanted = self._wanted, ""
        if self._loaded.notice(wanted) is None:
            self._show_list()
            return
        self.inbox.tabs.choose(ALL)
        self.inbox.show_rows(rows(self._loaded, ALL), wanted)
        self._show_one(wanted)
        self._open(wanted)

    def _show_one(self, id_: str) -> None:
        """Show what is chosen; asked twice for the same text it asks once."""
        if self.inbox.tabs.key == SENT:
            sent = self._loaded.sent_one(id_)
            notice = as_read(sent) if sent is not None else None
        else:
            sent, notice = None, self._loaded.notice(id_)
        if notice is None:
            return
        before = self.side.notice
        self.side.show_notice(notice, self._loaded.now or moment(self._clock), sent)
        if before is None or (before.id, before.body) != (notice.id, notice.body):
            self.tasks.read(
                lambda: self._live.informing.render(notice.body),
                lambda html: self.side.show_body(notice.id, html),
                topic="body",
            )

    def _show_again(self) -> None:
        """Say what is read as it is by now; one that is gone stays, and says so."""
        shown = self.side.notice
        if shown is not None and self.inbox.list.chosen == shown.id:
            self._show_one(shown.id)

    def _open(self, _id: str) -> None:
        if self.inbox.tabs.key == SENT and not self._alone:
            self.steering.open_board(_id)
            return
        self.panes.show_second()
        if self._alone:
            self.side.take_focus()

    def _follow(self, address: str) -> None:
        found = target(address)
        if isinstance(found, ToArticle) and found.id:
            self.article_requested.emit(found.id, found.anchor)

    # what is done

    @property
    def may_confirm(self) -> bool:
        """True while F7 does something here."""
        return self.stack.currentWidget() is self.panes and self.side.may_confirm

    def confirm(self) -> None:
        """Confirm the notice that is read."""
        self.side.confirm()

    def _confirm(self, id_: str) -> None:
        had_focus = self.side.isAncestorOf(QApplication.focusWidget() or self)
        self.tasks.write(
            lambda: self._live.informing.acknowledge(id_),
            lambda _done: self._after(id_, had_focus),
        )

    def _after(self, id_: str, had_focus: bool) -> None:
        """Bring the question of what was just confirmed; else leave the keys in the list."""
        notice = self._loaded.notice(id_)
        if notice is not None and notice.check is not None and self.side.notice is not None:
            self.side.ask()
        elif had_focus and not self._alone:
            self.inbox.take_focus()

    def _note_seen(self, notice: Notice) -> None:
        self.tasks.write(lambda: self._live.informing.shown(notice.id))

    def _answer(self, id_: str, answer: tuple[str, ...]) -> None:
        def then(done: "Answered") -> None:
            self.changed.emit(done.changes)
            self.side.show_verdict(id_, done.graded)

        self.tasks.write(lambda: self._live.informing.answer(id_, answer), then)

    # keys

    def _take_focus(self) -> None:
        if self.stack.currentWidget() is self.panes:
            if self._alone and self.side.isVisible():
                self.side.take_focus()
            else:
                self.inbox.take_focus()

    @property
    def at_rest(self) -> bool:
        """True while the list is what is seen: nobody writes, nor looks at a board."""
        return self.stack.currentWidget() is self.panes

    def show_list(self) -> None:
        """Come back to the list."""
        self.stack.setCurrentWidget(self.panes)
        self._ask(self._take_anew)
        self._take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        on_list = self.stack.currentWidget() is self.panes
        if not (plain and on_list and self._take_key(event)):
            super().keyPressEvent(event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if self.side.page.check.take_key(event):
            return True
        if by := {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}.get(key, 0):
            self.inbox.list.step(by)
        elif key == Qt.Key.Key_O:
            self.side.open_link()
        elif key == Qt.Key.Key_N and self._loaded.steers:
            self.steering.compose()
        elif key == Qt.Key.Key_B and self.inbox.tabs.key == SENT:
            self.steering.open_board(self.inbox.list.chosen)
        else:
            return False
        return True
