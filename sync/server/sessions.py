"""Sessions: signing in and out, and whom a token stands for.

Tokens are opaque and random; the database holds their hashes only. Who a token stands for is
remembered for some seconds, so that a desk's request costs no query; what is revoked in this
process is forgotten at once, elsewhere when the change is heard of, or after `REMEMBERED`.
"""

import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from datetime import timedelta

from sync.protocol.wire import Session, SignIn
from sync.server import audit, passwords, rights, throttle
from sync.server.errors import BadCredentials
from sync.server.moments import Clock, written
from sync.server.people import principal_of
from sync.server.principal import Principal
from sync.server.setting_up import identity_of
from sync.server.storage.interface import Storage, Transaction

LASTS = timedelta(days=90)
REMEMBERED = 5.0  # seconds
ROOM = 20_000


class Sessions:
    """All sessions of this server."""

    def __init__(self, storage: Storage, clock: Clock, on_heard: Callable[[str], None]) -> None:
        self._storage = storage
        self._clock = clock
        self._on_heard = on_heard
        self._lock = threading.Lock()
        self._known: dict[bytes, tuple[float, Principal | None]] = {}
        self._round = 0

    def sign_in(self, asked: SignIn, address: str) -> Session:
        """Begin a session, or raise `BadCredentials`, or `TooMany`."""
        user = asked.user.replace("\0", "")
        now = self._clock()
        stored = self._storage.write(lambda t: _attempt(t, user, address, int(now.timestamp())))
        if not passwords.fits(stored, asked.password):
            self._storage.write(lambda t: _refuse(t, user, address, written(now)))
            raise BadCredentials("Name and password do not fit. Check both and try again.")
        token = secrets.token_urlsafe(32)
        return self._storage.write(lambda t: self._begin(t, user, token, asked.device, address))

    def authenticate(self, token: str) -> Principal | None:
        """Return who a token stands for, None when it stands for nobody (any more)."""
        key = _hash(token)
        known = self._fresh(key)
        if known is not None:
            return self._heard(known[1])
        with self._lock:
            begun = self._round
        found = self._storage.read(lambda t: _holder(t, key, written(self._clock())))
        self._keep(key, found, begun)
        return self._heard(found)

    def remembered(self, token: str) -> Principal | None:
        """Return who a token stands for if that is known without asking the database."""
        known = self._fresh(_hash(token))
        return None if known is None else self._heard(known[1])

    def sign_out(self, token: str) -> None:
        """End a session; one that has ended already is as well."""
        key = _hash(token)
        self._storage.write(lambda t: _end(t, key, written(self._clock())))
        self.forget()

    def forget(self) -> None:
        """Ask the database again about everyone."""
        with self._lock:
            self._round += 1
            self._known.clear()

    def purge(self, transaction: Transaction) -> None:
        """Take away what has ended."""
        now = self._clock()
        transaction.run("DELETE FROM sessions WHERE expires < ?", written(now))
        throttle.forget_old(transaction, int(now.timestamp()))

    def _begin(
        self, transaction: Transaction, user: str, token: str, device: str, address: str
    ) -> Session:
        now = self._clock()
        principal = principal_of(transaction, user, session=_hash(token))
        if principal is None:  # disabled or gone since the password was read
            raise BadCredentials("Name and password do not fit. Check both and try again.")
        expires = written(now + LASTS)
        transaction.run(
            "INSERT INTO sessions (token, person, device, made, expires) VALUES (?, ?, ?, ?, ?)",
            principal.session,
            user,
            device.replace("\0", ""),
            written(now),
            expires,
        )
        throttle.take_back(transaction, user, address)
        _note(transaction, user, "sign in", address, written(now))
        spaces = tuple(name for name, _ in rights.standings(transaction, principal))
        server = identity_of(transaction).server
        return Session(token, expires, server, principal.person, spaces)

    def _heard(self, found: Principal | None) -> Principal | None:
        if found is not None:
            self._on_heard(found.name)
        return found

    def _fresh(self, key: bytes) -> tuple[float, Principal | None] | None:
        known = self._known.get(key)
        return known if known is not None and known[0] > time.monotonic() else None

    def _keep(self, key: bytes, found: Principal | None, begun: int) -> None:
        """Remember an answer unless everything was forgotten while it was on its way."""
        with self._lock:
            if begun != self._round:
                return
            if len(self._known) >= ROOM:
                self._known.clear()
            self._known[key] = (time.monotonic() + REMEMBERED, found)


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()


def _attempt(transaction: Transaction, user: str, address: str, now: int) -> str | None:
    throttle.count(transaction, user, address, now)
    found: str | None = transaction.value(
        "SELECT password FROM people WHERE name = ? AND disabled = 0", user
    )
    return found


def _refuse(transaction: Transaction, user: str, address: str, now: str) -> None:
    _note(transaction, user[:64], "sign in refused", address, now)


def _note(transaction: Transaction, user: str, what: str, address: str, now: str) -> None:
    audit.note(transaction, at=now, who=user, what=what, detail=f"from {address}"[:200])


def _holder(transaction: Transaction, key: bytes, now: str) -> Principal | None:
    person = transaction.value(
        "SELECT person FROM sessions WHERE token = ? AND expires > ?", key, now
    )
    return None if person is None else principal_of(transaction, person, session=key)


def _end(transaction: Transaction, key: bytes, now: str) -> None:
    person = transaction.value("SELECT person FROM sessions WHERE token = ?", key)
    if person is not None:
        transaction.run("DELETE FROM sessions WHERE token = ?", key)
        audit.note(transaction, at=now, who=person, what="sign out")
