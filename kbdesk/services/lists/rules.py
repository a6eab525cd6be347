"""The rules of a base, as its `rules.yaml` says; read again only when the list has changed."""

from functools import lru_cache

from kbdesk.core.card_rules import Fault, Rule, read_rules
from kbdesk.services.lists.spaces import mapping_of
from kbdesk.store.entities import Entities

Read = tuple[tuple[Rule, ...], tuple[Fault, ...]]


def rules_of(entities: Entities) -> Read:
    """Return the rules that can fire, and what is wrong with the others."""
    body = entities.get("rules", "rules")
    return ((), ()) if body is None else _read(body)


@lru_cache(maxsize=1)  # each contact asks, and YAML takes milliseconds
def _read(body: str) -> Read:
    return read_rules(mapping_of("rules", body))
