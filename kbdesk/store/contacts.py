"""The contacts of a person: those in hand, with the note being written, and the last ones done.

What a customer said stays on this machine, is bounded in number and in days, and goes when the
person says so: the file is in `secure_delete`, so that a deleted note leaves no letters behind.
"""

import json
import logging
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from kbdesk.core.contact import Contact, Phase
from kbdesk.core.phones import Phone
from kbdesk.store.database import Database
from kbdesk.store.migrations import Migration
from kbdesk.store.moments import read_moment, write_moment

log = logging.getLogger(__name__)

KEPT = 200  # contacts that are done
KEPT_FOR = timedelta(days=30)

MIGRATION = Migration(
    "the contacts in hand and the last ones done",
    (
        # `place`: 0 is in hand, above it those that wait; NULL once done.
        """CREATE TABLE contacts (
            key TEXT PRIMARY KEY, place INTEGER, done TEXT NOT NULL DEFAULT '',
            body TEXT NOT NULL, note TEXT NOT NULL) STRICT""",
        "CREATE INDEX contacts_done ON contacts (done)",
    ),
)

_PLAIN = (
    "key",
    "name",
    "queue",
    "intent",
    "account",
    "lang",
    "direction",
    "to",
    "verified",
    "settled",
)
_MOMENTS = ("began", "answered", "ended", "heard")


class Contacts:
    """One row a contact; who the caller is comes from the base each time, and is not kept."""

    def __init__(self, user: Database) -> None:
        self._user = user

    def keep(self, contacts: tuple[Contact, ...]) -> None:
        """Make the contacts in hand these, in this order; any other is gone."""
        with self._user.writing() as connection:
            held = [contact.key for contact in contacts]
            connection.execute(
                "DELETE FROM contacts WHERE place IS NOT NULL"
                " AND key NOT IN (SELECT value FROM json_each(?))",
                (json.dumps(held),),
            )
            for place, contact in enumerate(contacts):
                connection.execute(
                    """INSERT INTO contacts (key, place, body, note) VALUES (?1, ?2, ?3, ?4)
                        ON CONFLICT (key) DO UPDATE SET place = ?2, body = ?3, note = ?4""",
                    (contact.key, place, _body(contact), contact.note),
                )

    def finish(self, contact: Contact, at: datetime) -> None:
        """Put a contact among those that are done, and let the oldest of them go."""
        with self._user.writing() as connection:
            connection.execute(
                """INSERT INTO contacts VALUES (?1, NULL, ?2, ?3, ?4)
                    ON CONFLICT (key) DO UPDATE
                        SET place = NULL, done = ?2, body = ?3, note = ?4""",
                (contact.key, write_moment(at), _body(contact), contact.note),
            )
            connection.execute(
                """DELETE FROM contacts WHERE place IS NULL AND (done < ?1 OR key NOT IN (
                    SELECT key FROM contacts WHERE place IS NULL ORDER BY done DESC LIMIT ?2))""",
                (write_moment(at - KEPT_FOR), KEPT),
            )

    def write_note(self, key: str, text: str) -> None:
        """Change the note of a contact, in hand or done."""
        with self._user.writing() as connection:
            connection.execute("UPDATE contacts SET note = ? WHERE key = ?", (text, key))

    def in_hand(self) -> tuple[Contact, ...]:
        """Return what was in hand, in its order."""
        return self._contacts("place IS NOT NULL ORDER BY place", -1)

    def done(self, limit: int) -> tuple[Contact, ...]:
        """Return the last contacts, the newest first."""
        return self._contacts("place IS NULL ORDER BY done DESC, key DESC", limit)

    def forget(self, key: str | None = None) -> None:
        """Delete one contact that is done, or all of them."""
        with self._user.writing() as connection:
            connection.execute(
                "DELETE FROM contacts WHERE place IS NULL AND (?1 IS NULL OR key = ?1)", (key,)
            )
        self._user.fold()  # no letters of it in the WAL either

    def _contacts(self, which: str, limit: int) -> tuple[Contact, ...]:
        rows = self._user.reading().rows(
            f"SELECT body, note FROM contacts WHERE {which} LIMIT ?", limit
        )
        found = (_readable(row["body"], row["note"]) for row in rows)
        return tuple(contact for contact in found if contact is not None)


def _body(contact: Contact) -> str:
    said: dict[str, Any] = {name: getattr(contact, name) for name in _PLAIN}
    said |= {
        name: write_moment(at) for name in _MOMENTS if (at := getattr(contact, name)) is not None
    }
    said["phase"] = contact.phase.value
    said["phone"] = None if contact.phone is None else asdict(contact.phone)
    said["calls"] = contact.calls
    return json.dumps(said, ensure_ascii=False)


def _readable(body: str, note: str) -> Contact | None:
    """Read a row; one that the disk has damaged must not keep the desk from opening."""
    try:
        return _contact(body, note)
    except (ValueError, KeyError, TypeError) as error:
        log.warning("A contact of user.db cannot be read and is left aside: %r", error)
        return None


def _contact(body: str, note: str) -> Contact:
    said = json.loads(body)
    moments: dict[str, Any] = {name: read_moment(said[name]) for name in _MOMENTS if name in said}
    return Contact(
        **{name: said[name] for name in _PLAIN if name in said},
        **moments,
        phase=Phase(said["phase"]),
        phone=None if said["phone"] is None else Phone(**said["phone"]),
        calls=tuple((source, call) for source, call in said["calls"]),
        note=note,
    )
