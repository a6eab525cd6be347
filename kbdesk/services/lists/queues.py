"""The queues of a base, as its `queues.yaml` says; read again only when the list has changed."""

from collections.abc import Mapping
from functools import lru_cache

from kbdesk.core.queues import Queue, read_queues
from kbdesk.services.lists.spaces import mapping_of
from kbdesk.store.entities import Entities


def queues_of(entities: Entities) -> Mapping[str, Queue]:
    """Map id → queue."""
    body = entities.get("queues", "queues")
    return {} if body is None else _read(body)


@lru_cache(maxsize=1)  # each contact asks, and YAML takes milliseconds
def _read(body: str) -> Mapping[str, Queue]:
    return read_queues(mapping_of("queues", body))
