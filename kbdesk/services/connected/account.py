"""Who this profile is signed in as, and where: what is kept of a session on the disk.

The token opens the server to whoever holds it. It lies in the keyring of the system where there is
a real one, else in a file that only its owner can read; it is never logged and never shown.
"""

import contextlib
import json
import logging
import os
import threading
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from kbdesk.paths import Profile

log = logging.getLogger(__name__)

SERVICE = "kbdesk"
KEYRING, FILE, NOWHERE = "keyring", "file", ""
_writing = threading.RLock()  # a pass that learns a role, and a person who signs in or out


@dataclass(frozen=True, slots=True)
class Account:
    """A person at a server; `token_in` says where the token lies, "" when signed out."""

    url: str
    server: str
    person: str
    role: str = ""
    full_name: str = ""
    device: str = ""
    expires: str = ""
    token_in: str = NOWHERE

    @property
    def signed_in(self) -> bool:
        return self.token_in != NOWHERE


class Accounts:
    """The account of one profile, in `session.json`, and its token beside or in the keyring."""

    def __init__(self, profile: Profile) -> None:
        self._file = profile.root / "session.json"
        self._token_file = profile.root / "session-token"
        self._root = profile.root

    def read(self) -> Account | None:
        """Return the account, None for a profile that never had one or whose file is broken."""
        try:
            found = json.loads(self._file.read_text("utf-8"))
            return Account(**found)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError) as error:
            log.warning("The session in %s could not be read (%s).", self._file, error)
            return None

    def keep(self, account: Account, token: str) -> Account:
        """Write a new session; return the account with where its token went."""
        with _writing:
            self.forget_token()
            in_keyring = _put_in_keyring(self._entry(account), token)
            if not in_keyring:
                _write_private(self._token_file, token)
            kept = replace(account, token_in=KEYRING if in_keyring else FILE)
            self._write(kept)
            return kept

    def learn(self, role: str) -> None:
        """Write what has become known of the same session."""
        with _writing:
            account = self.read()
            if account is not None and role and account.role != role:
                self._write(replace(account, role=role))

    def token(self) -> str | None:
        """Return the token, None when there is none or its place has lost it."""
        account = self.read()
        if account is None or not account.signed_in:
            return None
        if account.token_in == KEYRING:
            return _from_keyring(self._entry(account))
        try:
            return self._token_file.read_text("utf-8").strip() or None
        except OSError:
            return None

    def forget_token(self) -> None:
        """Sign out on this machine: whose profile it is stays known, the token goes."""
        with _writing:
            account = self.read()
            if account is not None and account.token_in == KEYRING:
                _take_from_keyring(self._entry(account))
            self._token_file.unlink(missing_ok=True)
            if account is not None:
                self._write(replace(account, token_in=NOWHERE, expires=""))

    def _entry(self, account: Account) -> str:
        """Name the token: two profiles of one machine may be of one person."""
        return f"{account.person}@{account.server} {self._root}"

    def _write(self, account: Account) -> None:
        _write_private(self._file, json.dumps(asdict(account), indent=2))


def _write_private(file: Path, text: str) -> None:
    """Write whole or not at all, for the owner's eyes alone from the first byte on."""
    beside = file.with_name(f"{file.name}.new")
    beside.unlink(missing_ok=True)
    descriptor = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(file)


def _keyring() -> Any:
    """Return the system's keyring, None where there is no real one (a server, a bare session)."""
    with contextlib.suppress(Exception):
        import keyring  # late: it asks the session bus, and most commands need no token

        backend: Any = keyring.get_keyring()
        name = f"{type(backend).__module__}.{type(backend).__name__}".lower()
        real = backend.priority > 0 and not any(
            word in name for word in ("fail", "null", "plaintext")
        )
        if "chainer" in name:
            real = real and bool(backend.backends)
        return backend if real else None
    return None


def _put_in_keyring(entry: str, token: str) -> bool:
    """Keep the token there and read it back: some keyrings forget, or are locked."""
    backend = _keyring()
    if backend is None:
        return False
    with contextlib.suppress(Exception):  # whatever a keyring throws, a file does as well
        backend.set_password(SERVICE, entry, token)
        return bool(backend.get_password(SERVICE, entry) == token)
    return False


def _from_keyring(entry: str) -> str | None:
    backend = _keyring()
    if backend is None:
        return None
    with contextlib.suppress(Exception):  # locked: the person is asked to sign in again
        found: str | None = backend.get_password(SERVICE, entry)
        return found
    return None


def _take_from_keyring(entry: str) -> None:
    backend = _keyring()
    if backend is not None:
        with contextlib.suppress(Exception):  # not there any more: that is what is wanted
            backend.delete_password(SERVICE, entry)
