"""What the shelves of a base are called, as its `spaces.yaml` says."""

import logging

from kbdesk.errors import BadContent
from kbdesk.store.entities import Entities

log = logging.getLogger(__name__)


def space_titles(entities: Entities) -> dict[str, str]:
    """Map shelf id → title; a shelf that the base does not name goes by its id."""
    listed = read_list(entities, "spaces").get("spaces")
    if not isinstance(listed, list):
        return {}
    return {
        str(space["id"]): str(space.get("title") or space["id"])
        for space in listed
        if isinstance(space, dict) and space.get("id")
    }


def read_list(entities: Entities, name: str) -> dict[str, object]:
    """Read one of the base's lists, as `mapping_of` does; one that it has not is empty."""
    body = entities.get(name, name)
    return {} if body is None else mapping_of(name, body)


def mapping_of(name: str, body: str) -> dict[str, object]:
    """Read the text of a list; an unreadable one counts as empty and is logged."""
    from kbdesk.content import lists  # late: YAML is no part of the start

    try:
        return lists.read_list(name, body)
    except BadContent as fault:
        log.warning("A list of the base is left aside: %s", fault)
        return {}
