"""Joins the contact in hand to the panel: everything through lanes, nothing waits.

What changes a contact goes to the writer lane in the order it was done, and each such job brings
home how things stand after it; so a note typed a moment ago is kept before the contact it belongs
to is closed. Its cards follow it by themselves (`now_cards`).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from kbdesk.clock import Clock
from kbdesk.core.calls import CallEvent
from kbdesk.core.changes import Changes
from kbdesk.core.contact import Contact
from kbdesk.core.results import Scope
from kbdesk.ui.lanes import Lanes
from kbdesk.ui.now.panel import NowPanel
from kbdesk.ui.now_cards import NowCards
from kbdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from kbdesk.services.contact.cards import Cards
    from kbdesk.services.contact.contacts import Contacts
    from kbdesk.services.reading.knowledge import Knowledge

KEEP_AFTER = 400  # ms without a further key: then the note is written
UNDO_FOR = 8000  # ms
EXPIRE_EVERY = 60_000  # ms


@dataclass(frozen=True)
class NowServices:
    """What the flow works with; `cards` is asked for in a lane, since the first costs a moment."""

    contacts: "Contacts"
    cards: "Callable[[], Cards]"
    knowledge: "Knowledge"


@dataclass(frozen=True)
class Standing:
    """How things stand after something was done."""

    contact: Contact | None = None
    queue: str = ""  # its title
    waiting: tuple[Contact, ...] = ()
    waiting_queue: str = ""
    last: Contact | None = None
    undo: bool = False  # the end of the one before can be taken back


def alt_is_down() -> bool:
    """Return whether a key of the cards may be half struck."""
    return bool(QGuiApplication.queryKeyboardModifiers() & Qt.KeyboardModifier.AltModifier)


class NowFlow(QObject):
    """Runs the Now screen."""

    contact_changed = Signal(object)  # Contact | None: the one in hand
    stood = Signal(object)  # Standing, after each thing done
    open_requested = Signal(str)  # article id
    trouble_met = Signal(object)  # Exception
    changed = Signal(object)  # Changes

    def __init__(
        self, services: NowServices, panel: NowPanel, lanes: Lanes, clock: Clock, *,
        held: Callable[[], bool] = alt_is_down,
    ) -> None:  # fmt: skip
        super().__init__()
        self._services = services
        self._panel = panel
        self._clock = clock
        self._tasks = Tasks(lanes, self.trouble_met.emit, self.changed.emit)
        self.cards = NowCards(services.cards, panel, self._tasks, held)
        self._standing = Standing()
        self._unkept = False  # a key was struck since the note was written down
        self._path = ""  # of the guide walked during this contact
        self._keeping = self._timer(KEEP_AFTER, self._keep_note)
        self._undoing = self._timer(UNDO_FOR, self._forget_undo)
        self._ticking = self._timer(1000, lambda: panel.tick(clock.now()), again=True)
        self._expiring = self._timer(EXPIRE_EVERY, self._expire, again=True)
        self._connect()

    def _timer(self, wait: int, does: Callable[[], object], *, again: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(not again)
        timer.setInterval(wait)
        timer.timeout.connect(does)
        return timer

    def _connect(self) -> None:
        panel, contacts = self._panel, self._services.contacts
        panel.note_written.connect(self._on_note)
        panel.open_requested.connect(self.open_requested.emit)
        self.cards.open_requested.connect(self.open_requested.emit)
        panel.chosen.connect(lambda account: self._do(lambda: contacts.choose(account)))
        panel.ended.connect(lambda: self._do(contacts.end))
        panel.finished.connect(self._finish)
        panel.undo_requested.connect(self.undo)
        panel.not_found.connect(self._tell_missing)
        panel.path_requested.connect(lambda: self.add_to_note(self._path))
        panel.taken_by_hand.connect(
            lambda queue, intent, said: self._do(lambda: contacts.begin(queue, intent, said))
        )
        panel.switch_requested.connect(self.switch)
        panel.note_copied.connect(lambda note: QGuiApplication.clipboard().setText(note))

    def start(self) -> None:
        """Show what was in hand when the desk was closed, and offer the queues."""
        self._do(lambda: None)
        self._tasks.write(self._services.contacts.queues, self._panel.offer_queues)

    def stop(self) -> None:
        """Keep what was typed last, and ask for nothing more: the window is going."""
        self._keep_note()
        for timer in (self._undoing, self._ticking, self._expiring):
            timer.stop()
        self.cards.stop()

    @property
    def contact(self) -> Contact | None:
        """The contact in hand, as it is shown."""
        return self._standing.contact

    @property
    def settled(self) -> bool:
        """True when what is shown is how things stand, and the cards are those of the note."""
        return not self._keeping.isActive() and self.cards.settled and self._tasks.settled

    # what comes in

    def take(self, event: CallEvent) -> None:
        """Let a telephone say something."""
        self._do(lambda: self._services.contacts.take(event))

    def _do(self, job: Callable[[], object]) -> None:
        """Run a job after what was typed, then show how things stand."""
        self._keep_note()
        self._tasks.write(lambda: self._after(job), self._show)

    def _after(self, job: Callable[[], object]) -> Standing:
        job()
        contacts = self._services.contacts
        contact, waiting = contacts.current, contacts.waiting
        return Standing(
            contact,
            contacts.queue_title(contact.queue) if contact is not None else "",
            waiting,
            contacts.queue_title(waiting[0].queue) if waiting else "",
            contacts.last(),
        )

    def _show(self, standing: Standing) -> None:
        before, now = self._standing.contact, standing.contact
        self._standing = standing = replace(standing, undo=self._undoing.isActive())
        other = _key(before) != _key(now)
        self._panel.show_contact(now, standing.queue, self._clock.now(), anew=other)
        first = next(iter(standing.waiting), None)
        self._panel.show_waiting(first, standing.waiting_queue, max(0, len(standing.waiting) - 1))
        self._panel.show_last(standing.last)
        if other:
            self._begin(now)
        self.cards.follow(now)
        self.stood.emit(standing)
        if before != now:
            self.contact_changed.emit(now)

    def _begin(self, contact: Contact | None) -> None:
        """Forget what belonged to the contact before."""
        self._path = ""
        self._panel.wrap_up.offer_path(False)
        for timer in (self._ticking, self._expiring):
            timer.stop() if contact is None else timer.start()

    def _expire(self) -> None:
        self._do(self._services.contacts.expire)

    # the note

    def _on_note(self, _text: str) -> None:
        self._unkept = True
        self._keeping.start()
        self.cards.follow_note()

    def _keep_note(self) -> None:
        """Write the note down now, if a key was struck since."""
        if not self._unkept:
            return
        self._unkept = False
        self._keeping.stop()
        contact, text = self.contact, self._panel.note.text
        if contact is None:
            return
        contacts = self._services.contacts
        self._tasks.write(
            lambda: contacts.write_note(text, contact.key),
            lambda _none: self._tell_kept(contact.key, text),
            self._on_not_kept,
        )

    def _tell_kept(self, key: str, text: str) -> None:
        if key == _key(self.contact) and text == self._panel.note.text:
            self._panel.note.tell_kept(True)

    def _on_not_kept(self, error: Exception) -> None:
        self._unkept = True  # and tried again with the next act
        self._panel.note.tell_kept(False)
        self.trouble_met.emit(error)

    def add_to_note(self, text: str) -> None:
        """Put lines below what is written: the path of a guide, say."""
        if self.contact is not None and text.strip():
            self._panel.note.append(text.strip())

    def keep_path(self, text: str) -> None:
        """Remember the path of the guide walked for this contact, to be offered in the wrap-up."""
        self._path = text.strip()
        self._panel.wrap_up.offer_path(bool(self._path) and self.contact is not None)

    # the end

    def _finish(self) -> None:
        self._undoing.start()
        self._panel.show_closed(True)
        self._do(self._services.contacts.finish)
        self.changed.emit(Changes(contacts=True))

    def undo(self) -> None:
        """Take back the end of a contact, as long as that is offered."""
        if self._undoing.isActive():
            self._undoing.stop()
            self._panel.show_closed(False)
            self._do(self._services.contacts.take_back)

    def _forget_undo(self) -> None:
        self._undoing.stop()
        self._panel.show_closed(False)
        self._standing = replace(self._standing, undo=False)
        self.stood.emit(self._standing)

    def switch(self) -> None:
        """Take the call in hand that waits first."""
        if self._standing.waiting:
            key = self._standing.waiting[0].key
            self._do(lambda: self._services.contacts.switch(key))

    def ask_missing(self) -> bool:
        """Ask what was missing; return whether that can be asked here."""
        panel = self._panel
        if self.contact is None or not panel.wrap_up.isVisible():
            return False
        panel.wrap_up.ask_missing()
        return True

    def _tell_missing(self, missing: str) -> None:
        """Record what was missing, with the queue and motive; never who asked nor the note."""
        contact, opened, knowledge = self.contact, self.cards.opened, self._services.knowledge
        queue, intent = (contact.queue, contact.intent) if contact is not None else ("", "")
        self._tasks.write(
            lambda: knowledge.not_found(missing, Scope(), opened, queue=queue, intent=intent),
            failed=self._on_not_noted,
        )

    def _on_not_noted(self, error: Exception) -> None:
        self._panel.wrap_up.tell_not_noted()
        self.trouble_met.emit(error)


def _key(contact: Contact | None) -> str:
    return contact.key if contact is not None else ""
