"""Bodies of entities and operations, read without a fault and written as the outbox keeps them.

What came down may be of a newer server, or spoilt: it is then left aside and said once in the log,
and nothing that shows the rest of it stops.
"""

import json
import logging
from collections.abc import Iterator
from typing import Any, TypeVar

from kbdesk.store.entities import Entities, Found
from sync.protocol import codec
from sync.protocol.codec import Unbelievable

log = logging.getLogger(__name__)
MOST = 40  # parts of an answer
T = TypeVar("T")
_told: set[tuple[str, str]] = set()


def read(found: Found | None, kind: type[T]) -> T | None:
    """Return what an entity says, None where there is none or it cannot be read."""
    if found is None:
        return None
    try:
        return codec.decode(found.body.encode("utf-8", "surrogatepass"), kind)
    except Unbelievable as doubt:
        if (found.kind, found.id) not in _told:
            _told.add((found.kind, found.id))
            log.info("The %s %s is left aside: %s", found.kind, found.id, doubt)
        return None


def every(
    entities: Entities, name: str, kind: type[T], prefix: str = "", space: str = ""
) -> Iterator[tuple[Found, T]]:
    """Give the entities of a kind that can be read, with what they say."""
    for found in entities.of(name, prefix, space):
        if (body := read(found, kind)) is not None:
            yield found, body


def all_of(
    entities: Entities, name: str, kind: type[T], prefix: str = ""
) -> tuple[list[str], list[T]]:
    """Return the ids of all entities of a kind and what they say, in no order but the same one.

    It is done in one go, fit for tens of thousands.
    """
    ids, said = (text.encode("utf-8", "surrogatepass") for text in entities.together(name, prefix))
    listed: Any = list[kind]  # type: ignore[valid-type]  # a type made at run time
    try:
        named, found = codec.decode(ids, list[str]), codec.decode(said, listed)
    except Unbelievable:
        named, found = [], [None]
    if len(named) != len(found):  # one of them is spoilt: the others one by one
        pairs = [(one.id, body) for one, body in every(entities, name, kind, prefix)]
        return [id_ for id_, _ in pairs], [body for _, body in pairs]
    return named, found


def asked(body: dict[str, Any], kind: type[T]) -> T | None:
    """Read the body of an operation as it waits here."""
    try:
        return codec.decode(json.dumps(body).encode(), kind)
    except Unbelievable as doubt:
        log.info("An operation that waits cannot be read: %s", doubt)
        return None


def typed(answer: tuple[str, ...]) -> tuple[str, ...]:
    """Cut an answer to what is looked at; what no file or database holds becomes another sign.

    An answer that the server refused would hold up all that follows it.
    """
    from sync.protocol.grading import LONGEST  # late: its tables cost a start ten ms

    return tuple(
        one[:LONGEST].replace("\0", "\ufffd").encode("utf-8", "replace").decode()
        for one in answer[:MOST]
    )


def changed(body: T, **fields: object) -> T:
    """Return a body with some fields changed."""
    names: tuple[str, ...] = getattr(type(body), "__struct_fields__")  # noqa: B009  # of msgspec
    return type(body)(**({name: getattr(body, name) for name in names} | fields))


def dump(body: object) -> dict[str, Any]:
    """Write a body for the outbox."""
    plain: dict[str, Any] = json.loads(codec.encode(body))
    return plain
