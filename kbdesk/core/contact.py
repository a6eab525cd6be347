"""The contact in hand: one conversation with one customer, from the first ring to the last note.

`next_contact` is the whole life of it as a function of what was and what came:

    (none) ── ringing ──> RINGING ── answered ──> TALKING <──> HELD
                             │ ended                  │ ended    │
                             ▼                        ▼          ▼
                          (none)                      WRAPPING ──┘      the agent ends the wrap-up

An abandoned call closes itself, unless a note was begun: what somebody wrote is never thrown away
by a telephone. Sources forget states and repeat them, so every state is accepted at any time and
none goes back. A number proves nothing about who speaks: `verified` is set by the agent alone.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from kbdesk.core.calls import CallEvent, CallState
from kbdesk.core.phones import Phone

SAME_CALL = timedelta(seconds=3)  # two sources that tell of one call do so within this
MOST_IDS = 4  # names that one call goes by in several sources
LONGEST_NOTE = 20_000  # characters


class Phase(StrEnum):
    """Where a contact stands."""

    RINGING = "ringing"
    TALKING = "talking"
    HELD = "held"
    WRAPPING = "wrapping"


LIVE = frozenset({Phase.RINGING, Phase.TALKING, Phase.HELD})


@dataclass(frozen=True, slots=True)
class Caller:
    """A customer as the base's `accounts.yaml` knows them."""

    account: str
    name: str
    product: str = ""
    since: str = ""
    phones: tuple[str, ...] = ()  # E.164
    tags: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """One conversation; `caller` is whom it is taken for, `matches` who else it could be."""

    key: str
    phase: Phase
    phone: Phone | None
    name: str
    queue: str
    intent: str
    account: str
    lang: str
    began: datetime
    answered: datetime | None = None
    ended: datetime | None = None
    matches: tuple[Caller, ...] = ()
    caller: Caller | None = None
    verified: bool = False  # the agent has made sure who it is
    note: str = ""
    direction: str = "in"  # or "out"
    to: str = ""  # the number that was dialled
    calls: tuple[tuple[str, str], ...] = ()  # source, and the id that it gives the call
    heard: datetime | None = None  # when a source last spoke of it
    settled: bool = False  # the agent has said who it is, or that it is nobody we know

    @property
    def live(self) -> bool:
        """Whether somebody is on the line, or about to be."""
        return self.phase in LIVE


@dataclass(frozen=True, slots=True)
class Known:
    """What was looked up about an event before it is taken: nothing here asks anyone."""

    phone: Phone | None = None
    matches: tuple[Caller, ...] = ()
    caller: Caller | None = None


NOTHING_KNOWN = Known()


def next_contact(
    contact: Contact | None,
    event: CallEvent,
    now: datetime,
    *,
    key: str = "",
    known: Known = NOTHING_KNOWN,
) -> Contact | None:
    """Return the contact after an event about it; None when there is none, or none any more."""
    if contact is None:
        return None if event.state is CallState.ENDED else _begin(event, now, key, known)
    told = _told(contact, event, now, known)
    if event.state is CallState.ENDED:
        return _end(told, now)
    phase = _PHASES[event.state]
    if told.phase is Phase.WRAPPING or (phase is Phase.RINGING and told.phase in LIVE):
        return told
    return replace(told, phase=phase, answered=told.answered or now)


def is_same(contact: Contact, event: CallEvent, phone: Phone | None, now: datetime) -> bool:
    """Say whether an event speaks of this contact.

    By the id its source gives it; else, since sources do not share ids, by the number (a new ring
    only as long as it can be the same ring); an account alone speaks of whoever is on the line.
    """
    if event.call and (event.source, event.call) in contact.calls:
        return True
    rival = event.call and any(source == event.source for source, _ in contact.calls)
    if rival or contact.phase is Phase.WRAPPING:
        return False
    if event.account and not event.number and not event.call:
        return contact.account in ("", event.account)
    if event.call and event.state is CallState.RINGING and now - contact.began > SAME_CALL:
        return False
    return _same_number(contact.phone, phone)


def expire(contact: Contact, now: datetime, longest: timedelta) -> Contact:
    """Take a call that no source has spoken of for too long as ended; many never say so."""
    if not contact.live or now - (contact.heard or contact.began) < longest:
        return contact
    return replace(contact, phase=Phase.WRAPPING, ended=now)


def choose(contact: Contact, caller: Caller | None) -> Contact:
    """Settle who it is, by the agent's word; None when it is nobody that we know."""
    account = caller.account if caller else ""
    verified = caller is not None
    return replace(contact, caller=caller, account=account, verified=verified, settled=True)


def with_note(contact: Contact, text: str) -> Contact:
    return replace(contact, note=bounded_note(text))


def bounded_note(text: str) -> str:
    """Take from a note what no database takes, and what is beyond any note."""
    whole = text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
    return whole[:LONGEST_NOTE]


_PHASES = {
    CallState.RINGING: Phase.RINGING,
    CallState.ANSWERED: Phase.TALKING,
    CallState.HELD: Phase.HELD,
}


def _begin(event: CallEvent, now: datetime, key: str, known: Known) -> Contact:
    phase = _PHASES[event.state]
    return Contact(
        key=key,
        phase=phase,
        phone=known.phone,
        name=event.name,
        queue=event.queue,
        intent=event.intent,
        account=event.account,
        lang=event.lang,
        began=now,
        answered=None if phase is Phase.RINGING else now,
        matches=known.matches,
        caller=known.caller,
        direction=event.direction,
        to=event.to,
        calls=_with((), event),
        heard=now,
    )


def _told(contact: Contact, event: CallEvent, now: datetime, known: Known) -> Contact:
    """Fill in what was not known yet; what was said first stands."""
    numbered = known.phone is not None and (contact.phone is None or not contact.phone.shown)
    return replace(
        contact,
        phone=known.phone if numbered else contact.phone,
        name=contact.name or event.name,
        queue=contact.queue or event.queue,
        intent=contact.intent or event.intent,
        account=contact.account if contact.settled else contact.account or event.account,
        lang=contact.lang or event.lang,
        to=contact.to or event.to,
        matches=known.matches if numbered else contact.matches,
        caller=_who(contact, event, known, numbered=numbered),
        calls=_with(contact.calls, event),
        heard=now,
    )


def _who(contact: Contact, event: CallEvent, known: Known, *, numbered: bool) -> Caller | None:
    """Say whom a contact is for now: the agent's word, else the first account, else the number."""
    if contact.settled or known.caller is None:
        return contact.caller
    if event.account == known.caller.account and not contact.account:
        return known.caller
    return known.caller if numbered and contact.caller is None else contact.caller


def _with(calls: tuple[tuple[str, str], ...], event: CallEvent) -> tuple[tuple[str, str], ...]:
    name = event.source, event.call
    return calls if not event.call or name in calls else (*calls, name)[:MOST_IDS]


def _end(contact: Contact, now: datetime) -> Contact | None:
    if contact.phase is Phase.WRAPPING:
        return contact
    if contact.answered is None and not contact.note:
        return None
    return replace(contact, phase=Phase.WRAPPING, ended=now)


def _same_number(one: Phone | None, other: Phone | None) -> bool:
    if one is None or other is None:
        return False
    if one.e164 or other.e164:
        return one.e164 == other.e164
    return (one.kind, one.shown) == (other.kind, other.shown)
