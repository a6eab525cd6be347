"""The contact in hand, as the desk keeps it: taken from events, with its note, until it is done.

One contact is in hand; further calls wait behind it. What is being written is never moved away
under the hands: a new call comes forward by itself only while the note of the one before is
empty. Each change is one durable write, so that a note survives a kill. May be asked from any
thread.
"""

import logging
import os
import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from kbdesk.clock import Clock
from kbdesk.core import contact as life
from kbdesk.core.calls import CallEvent, CallState
from kbdesk.core.changes import Changes
from kbdesk.core.contact import Contact, Known, Phase
from kbdesk.core.identity import RANDOM_BYTES, uuid7
from kbdesk.core.phones import read_phone
from kbdesk.core.queues import Queue
from kbdesk.services.contact.callers import callers_of
from kbdesk.services.lists.queues import queues_of
from kbdesk.store.contacts import Contacts as Rows
from kbdesk.store.entities import Entities

log = logging.getLogger(__name__)

STALE = timedelta(minutes=30)  # a call no source has spoken of for so long has ended
MOST_WAITING = 8
MOST_NEW, WITHIN = 10, timedelta(seconds=1)  # new contacts; more is a flood and no telephone
REMEMBERED = 32  # calls that are done, whose late events change nothing


class Contacts:
    """What agents do with the one who calls."""

    def __init__(
        self, rows: Rows, entities: Entities, clock: Clock, *, stale: timedelta = STALE
    ) -> None:
        self._rows = rows
        self._entities = entities
        self._clock = clock
        self._stale = stale
        self._lock = threading.RLock()
        self._news: deque[datetime] = deque(maxlen=MOST_NEW)
        self._done: deque[tuple[str, str]] = deque(maxlen=REMEMBERED)
        self._contacts = tuple(self._recognised(contact) for contact in rows.in_hand())

    # what there is

    @property
    def current(self) -> Contact | None:
        """The contact in hand, in wrap-up too."""
        contacts = self._contacts
        return contacts[0] if contacts else None

    @property
    def waiting(self) -> tuple[Contact, ...]:
        """The calls behind it, in the order they came."""
        return self._contacts[1:]

    @property
    def in_hand(self) -> bool:
        """Whether somebody is on the line, or ringing: notices wait, nothing makes a sound."""
        return any(contact.live for contact in self._contacts)

    def last(self) -> Contact | None:
        """Return the contact done last."""
        return next(iter(self.history(1)), None)

    def history(self, limit: int = 50) -> tuple[Contact, ...]:
        """Return the last contacts, the newest first; they never leave this machine."""
        return tuple(self._recognised(contact) for contact in self._rows.done(limit))

    def queue_title(self, id_: str) -> str:
        """Return what a queue is called; one that the base does not list goes by its own name."""
        queue = queues_of(self._entities).get(id_)
        return queue.title if queue else id_

    def intent_title(self, queue: str, intent: str) -> str:
        """Return what a motive of a queue is called."""
        home = queues_of(self._entities).get(queue)
        found = home.intent(intent) if home else None
        return found.title if found else intent

    def queues(self) -> tuple[Queue, ...]:
        """Return the queues of the base, in the order of its list."""
        return tuple(queues_of(self._entities).values())

    # what comes in

    def take(self, event: CallEvent) -> Contact | None:
        """Let a telephone say something; return the contact that is in hand after it."""
        with self._lock:
            now = self._clock.now()
            self._let_expire(now)
            event = self._settled(event)
            known = self._known(event)
            about = next(
                (c for c in self._contacts if life.is_same(c, event, known.phone, now)), None
            )
            if about is not None:
                after = life.next_contact(about, event, now, known=known)
                self._change(about, after)
            elif not self._is_late(event) and self._has_room(event, now):
                self._arrive(life.next_contact(None, event, now, key=_key(now), known=known), now)
            return self.current

    def expire(self) -> Contact | None:
        """End what no source has spoken of for too long; return the contact in hand."""
        with self._lock:
            self._let_expire(self._clock.now())
            return self.current

    # what the agent does

    def choose(self, account: str) -> Contact:
        """Settle who is on the line; "" for nobody that the base knows."""
        with self._lock:
            contact = self._in_hand()
            caller = callers_of(self._entities).account(account) if account else None
            if account and caller is None:
                raise ValueError(f"No account “{account}” is known.")
            chosen = life.choose(contact, caller)
            self._keep(chosen, *self.waiting)
            return chosen

    def write_note(self, text: str, key: str = "") -> None:
        """Keep the note as it stands now; `key` says whose it is when that may have changed."""
        with self._lock:
            held = next((c for c in self._contacts if c.key == key or not key), None)
            if held is None:
                self._rows.write_note(key, life.bounded_note(text))
                return
            noted = life.with_note(held, text)
            self._rows.write_note(noted.key, noted.note)
            self._contacts = tuple(noted if c is held else c for c in self._contacts)

    def add_to_note(self, text: str) -> None:
        """Put something below what is written already."""
        with self._lock:
            note = self._in_hand().note.rstrip()
            self.write_note(f"{note}\n{text}" if note else text)

    def finish(self) -> Changes:
        """End the contact in hand, keep it in the history, and take up the next one."""
        with self._lock:
            if self.current is None:
                return Changes()
            self._file(self.current, self._clock.now())
            self._keep(*self._in_order(self.waiting))
            return Changes(contacts=True)

    def begin(self, queue: str, intent: str, words: str) -> Contact | None:
        """Take somebody on the line without any telephony; the words begin the note."""
        with self._lock:
            call = CallEvent(_key(self._clock.now()), CallState.ANSWERED, source="hand")
            taken = self.take(replace(call, queue=queue, intent=intent))
            if words and taken is not None and (call.source, call.call) in taken.calls:
                self.write_note(words, taken.key)
            return self.current

    def end(self) -> Contact | None:
        """End the call by the agent's word, where no telephone says so; return what follows."""
        with self._lock:
            if self.current is not None:
                over = CallEvent(state=CallState.ENDED)
                self._change(self.current, life.next_contact(self.current, over, self._clock.now()))
            return self.current

    def switch(self, key: str) -> Contact | None:
        """Take a waiting call in hand; the one before waits in its place."""
        with self._lock:
            chosen = next((contact for contact in self.waiting if contact.key == key), None)
            if chosen is not None:
                self._keep(chosen, *(c for c in self._contacts if c is not chosen))
            return self.current

    def take_back(self) -> Contact | None:
        """Take the contact done last in hand again, in wrap-up, as it was before it was closed."""
        with self._lock:
            last = self.last()
            if last is not None:
                self._keep(last, *self._contacts)
            return self.current

    def forget(self, key: str | None = None) -> Changes:
        """Delete one contact of the history, or all of it."""
        self._rows.forget(key)
        return Changes(contacts=True)

    def warm(self) -> None:
        """Load what the first call would wait for: customers, queues, and what reads numbers."""
        callers_of(self._entities)
        queues_of(self._entities)
        read_phone("0199000000")

    # where a contact stands among the others

    def _arrive(self, contact: Contact | None, now: datetime) -> None:
        if contact is None:
            return
        current, others = self.current, self.waiting
        if current is not None and current.phase is Phase.WRAPPING and not current.note:
            self._file(current, now)
            self._keep(contact, *others)
        else:
            self._keep(*self._in_order((*self._contacts, contact)))

    def _change(self, about: Contact, after: Contact | None) -> None:
        there = [after if contact is about else contact for contact in self._contacts]
        contacts = tuple(contact for contact in there if contact is not None)
        first = self.current is about and after is not None
        self._keep(*(contacts if first else self._in_order(contacts)))

    def _in_order(self, contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
        """Bring the call that was answered forward, unless a note is being written or one talks."""
        if not contacts:
            return ()
        first = contacts[0]
        stays = first.note or first.phase in {Phase.TALKING, Phase.HELD}
        talking = next((c for c in contacts if c.phase is Phase.TALKING), None)
        if stays or talking is None:
            return contacts
        return (talking, *(contact for contact in contacts if contact is not talking))

    def _keep(self, *contacts: Contact) -> None:
        """Make these the contacts in hand, durably; of too many that wait, some fall off."""
        waiting = list(contacts[1:])
        while len(waiting) > MOST_WAITING and (least := _least(waiting)) is not None:
            waiting.remove(least)
        kept = (*contacts[:1], *waiting)
        self._rows.keep(kept)
        self._contacts = kept

    def _file(self, contact: Contact, now: datetime) -> None:
        self._rows.finish(replace(contact, ended=contact.ended or now, phase=Phase.WRAPPING), now)
        self._done.extend(contact.calls)

    def _in_hand(self) -> Contact:
        if self.current is None:
            raise ValueError("No contact is in hand.")
        return self.current

    def _let_expire(self, now: datetime) -> None:
        after = tuple(life.expire(contact, now, self._stale) for contact in self._contacts)
        if after != self._contacts:
            self._keep(*after)

    # what is known about an event

    def _is_late(self, event: CallEvent) -> bool:
        return event.state is CallState.ENDED or (event.source, event.call) in self._done

    def _has_room(self, event: CallEvent, now: datetime) -> bool:
        """Count new contacts: ten in a second are a flood, and are not shown."""
        if len(self._news) == MOST_NEW and now - self._news[0] < WITHIN:
            log.info("A call from %s was left aside: too many at once.", event.source or "?")
            return False
        self._news.append(now)
        return True

    def _known(self, event: CallEvent) -> Known:
        callers = callers_of(self._entities)
        phone = read_phone(event.number) if event.number else None
        exact = callers.at(phone)
        named = callers.account(event.account) if event.account else None
        only = exact[0] if len(exact) == 1 else None
        return Known(phone, exact or callers.near(phone), named or only)

    def _recognised(self, contact: Contact) -> Contact:
        """Look up again who a contact from the file is."""
        callers = callers_of(self._entities)
        exact = callers.at(contact.phone)
        named = callers.account(contact.account) if contact.account else None
        only = exact[0] if len(exact) == 1 and not contact.settled else None
        return replace(contact, matches=exact or callers.near(contact.phone), caller=named or only)

    def _settled(self, event: CallEvent) -> CallEvent:
        """Find the queue that an event means: by id or title, before the name, or as dialled."""
        queues = queues_of(self._entities)
        queue, name = _meant(event.queue, queues), event.name
        if queue is None and not event.queue:
            prefix, colon, rest = event.name.partition(":")
            queue = _meant(prefix, queues) if colon else None
            name = rest.strip() if queue else name
            queue = queue or _dialled(event.to, queues)
        if queue is None:
            return event
        intent = next(
            (i.id for i in queue.intents if event.intent.casefold() in (i.id, i.title.casefold())),
            event.intent,
        )
        return replace(
            event, queue=queue.id, name=name, intent=intent, lang=event.lang or queue.lang
        )


def _least(waiting: list[Contact]) -> Contact | None:
    """Find the one to let go: one that only rings, else any; never one with a note."""
    noteless = [contact for contact in waiting if not contact.note]
    ringing = (contact for contact in noteless if contact.phase is Phase.RINGING)
    return next(ringing, next(iter(noteless), None))


def _meant(said: str, queues: Mapping[str, Queue]) -> Queue | None:
    word = said.strip().casefold()
    return next(
        (q for q in queues.values() if word and word in (q.id.casefold(), q.title.casefold())), None
    )


def _dialled(number: str, queues: Mapping[str, Queue]) -> Queue | None:
    dialled = read_phone(number).e164 if number else ""
    return next(
        (
            q
            for q in queues.values()
            if dialled and q.number and read_phone(q.number).e164 == dialled
        ),
        None,
    )


def _key(now: datetime) -> str:
    return str(uuid7(now, os.urandom(RANDOM_BYTES)))
