"""Whatever telephones say and agents do: no note is lost, and the file knows it all."""

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kbdesk.clock import FixedClock
from kbdesk.core.calls import CallEvent, CallState
from kbdesk.core.contact import Contact
from kbdesk.services.contact.contacts import MOST_WAITING, STALE, Contacts
from kbdesk.store.contacts import Contacts as Rows
from kbdesk.store.entities import Entities
from kbdesk.store.kb import open_kb
from kbdesk.store.user import open_user

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ACCOUNTS = """accounts: [{id: C-1, name: A, phones: ["0639980001"]},
  {id: C-2, name: B, phones: ["0639980002"]}, {id: C-3, name: C, phones: ["0639980002"]}]"""


class Histories(RuleBasedStateMachine):
    """Random calls, notes and choices over a real user.db."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._kb = open_kb(Path(self._folder.name) / "kb.db")
        self._user = open_user(Path(self._folder.name) / "user.db")
        self._entities = Entities(self._kb)
        self._entities.put("accounts", "accounts", ACCOUNTS)
        self._clock = FixedClock(NOON)
        self._notes: dict[str, str] = {}
        self._count = 0
        self.contacts = self._opened()

    def _opened(self) -> Contacts:
        return Contacts(Rows(self._user), self._entities, self._clock)

    def _all(self) -> list[Contact]:
        current = self.contacts.current
        return [*([current] if current else []), *self.contacts.waiting]

    @rule(
        call=st.sampled_from(["", "1", "2", "3"]),
        state=st.sampled_from(CallState),
        number=st.sampled_from(["", "0639980001", "0639980002", "3900", "anonymous"]),
        source=st.sampled_from(["url", "baresip"]),
        account=st.sampled_from(["", "", "C-2"]),
    )
    def telephone(
        self, call: str, state: CallState, number: str, source: str, account: str
    ) -> None:
        writing = self.contacts.current
        if call or number or account:
            self.contacts.take(
                CallEvent(call, state, number=number, source=source, account=account)
            )
        if writing is not None and writing.note:
            after = self.contacts.current
            assert after is not None
            assert after.key == writing.key, "a note was taken from under the hands"

    @rule()
    def note(self) -> None:
        if self.contacts.current is not None:
            self._count += 1
            key = self.contacts.current.key
            self._notes[key] = f"note {self._count}"
            self.contacts.write_note(self._notes[key], key)

    @rule()
    def finish(self) -> None:
        held = self._all()
        self.contacts.finish()
        assert len(self._all()) == max(0, len(held) - 1)

    @rule(which=st.integers(0, 9))
    def switch(self, which: int) -> None:
        if which < len(self.contacts.waiting):
            self.contacts.switch(self.contacts.waiting[which].key)

    @rule(account=st.sampled_from(["", "C-1", "C-3"]))
    def choose(self, account: str) -> None:
        if self.contacts.current is not None:
            chosen = self.contacts.choose(account)
            assert (chosen.caller.account if chosen.caller else "") == account

    @rule(seconds=st.sampled_from([1, 5, 60, STALE.total_seconds()]))
    def time(self, seconds: float) -> None:
        self._clock.moment += timedelta(seconds=seconds)
        self.contacts.expire()

    @rule()
    def kill(self) -> None:
        before = self._all()
        self.contacts = self._opened()
        assert self._all() == before

    @invariant()
    def every_note_is_somewhere(self) -> None:
        known = {c.key: c.note for c in (*self._all(), *self.contacts.history(1000))}
        assert {key: known.get(key) for key in self._notes} == self._notes
        assert len(set(known)) == len(known)

    @invariant()
    def no_more_wait_than_may(self) -> None:
        noteless = [contact for contact in self.contacts.waiting if not contact.note]
        assert len(noteless) <= MOST_WAITING

    def teardown(self) -> None:
        self._user.close()
        self._kb.close()
        self._folder.cleanup()


TestHistories = Histories.TestCase
TestHistories.settings = settings(max_examples=10, stateful_step_count=30, deadline=None)
