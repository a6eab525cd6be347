"""Queues: the lines on which contacts come in, where their answers stand, and their motives.

Read from what `queues.yaml` says; anything in it that is not as it should be is left out, never
guessed, since a contact must come up whatever somebody wrote there.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Intent:
    """A motive of a queue, with the articles that its managers listed for it, the best first."""

    id: str
    title: str
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Queue:
    """A line: its own shelves come first for whoever answers there."""

    id: str
    title: str
    number: str = ""  # as it is dialled
    team: str = ""
    lang: str = ""
    spaces: tuple[str, ...] = ()
    intents: tuple[Intent, ...] = ()

    def intent(self, id_: str) -> Intent | None:
        """Return the motive of this id, None for one that the queue does not list."""
        return next((intent for intent in self.intents if intent.id == id_), None)


def read_queues(found: Mapping[str, object]) -> dict[str, Queue]:
    """Map id → queue, in the order of the list."""
    queues = (_queue(item) for item in mappings(found.get("queues")) if text(item, "id"))
    return {queue.id: queue for queue in queues}


def mappings(found: object) -> tuple[Mapping[str, object], ...]:
    """Return the mappings of a list, nothing where there is no list."""
    if not isinstance(found, list):
        return ()
    return tuple(item for item in found if isinstance(item, dict))


def text(item: Mapping[str, object], key: str) -> str:
    """Return a value as a text, "" where there is none, or something that is no word."""
    value = item.get(key)
    return str(value).strip() if isinstance(value, str | int | float) else ""


def texts(value: object) -> tuple[str, ...]:
    """Return one text or a list of them as texts, once each and without empty ones."""
    listed = value if isinstance(value, list) else [value]
    plain = (str(one).strip() for one in listed if isinstance(one, str | int | float))
    return tuple(dict.fromkeys(one for one in plain if one))


def _queue(item: Mapping[str, object]) -> Queue:
    id_ = text(item, "id")
    return Queue(
        id=id_,
        title=text(item, "title") or id_,
        number=text(item, "number"),
        team=text(item, "team"),
        lang=text(item, "lang"),
        spaces=texts(item.get("spaces")),
        intents=tuple(_intent(one) for one in mappings(item.get("intents")) if text(one, "id")),
    )


def _intent(item: Mapping[str, object]) -> Intent:
    id_ = text(item, "id")
    return Intent(id_, text(item, "title") or id_, texts(item.get("articles")))
