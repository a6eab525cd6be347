"""What a person did and the server does not know yet. Nothing but the person ever empties it."""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from kbdesk.core.identity import RANDOM_BYTES, uuid7
from kbdesk.store.database import Database
from kbdesk.store.moments import read_moment, write_moment


class State(StrEnum):
    """How far an operation has come."""

    WAITING = "waiting"
    REFUSED = "refused"
    DONE = "done"  # kept: a server restored from a backup may ask for it again


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing a person did, with an id of its own so that it can be sent twice and count once."""

    id: str
    kind: str
    at: datetime
    base_rev: int | None
    body: dict[str, Any]
    state: State


class Outbox:
    """Operations in the order they were made."""

    def __init__(self, user: Database) -> None:
        self._user = user

    def put(
        self, kind: str, body: Mapping[str, Any], at: datetime, base_rev: int | None = None
    ) -> str:
        """Keep an operation; when this returns, it survives a power cut. Returns its id."""
        id_ = str(uuid7(at, os.urandom(RANDOM_BYTES)))
        moment, text = write_moment(at), json.dumps(body, ensure_ascii=False, sort_keys=True)
        sha = operation_sha256(id_, kind, moment, base_rev, text)
        with self._user.writing() as connection:
            connection.execute(
                "INSERT INTO outbox VALUES (?, ?, ?, ?, ?, ?, ?)",
                (id_, kind, moment, base_rev, text, State.WAITING.value, sha),
            )
        return id_

    def waiting(self) -> list[Operation]:
        """Return what is still to be sent, the oldest first."""
        rows = self._user.reading().rows(
            "SELECT * FROM outbox WHERE state = ? ORDER BY rowid", State.WAITING.value
        )
        return [
            Operation(
                id=row["id"],
                kind=row["kind"],
                at=read_moment(row["at"]),
                base_rev=row["base_rev"],
                body=json.loads(row["body"]),
                state=State(row["state"]),
            )
            for row in rows
        ]

    def count(self) -> int:
        """Return how many operations wait."""
        return int(
            self._user.reading().value(
                "SELECT count(*) FROM outbox WHERE state = ?", State.WAITING.value
            )
        )


def operation_sha256(id_: str, kind: str, at: str, base_rev: int | None, body: str) -> bytes:
    """Hash what may not change of an operation once it is made; its state may."""
    parts = "\0".join((id_, kind, at, "" if base_rev is None else str(base_rev), body))
    return hashlib.sha256(parts.encode()).digest()
