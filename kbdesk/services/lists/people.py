"""Who the people of a base are, as its `people.yaml` says."""

from collections.abc import Mapping
from functools import lru_cache

from kbdesk.services.lists.spaces import mapping_of
from kbdesk.store.entities import Entities


def person_name(entities: Entities, id_: str) -> str:
    """Return what a person is called, "" for one whom the base does not name."""
    body = entities.get("people", "people") if id_ else None
    return "" if body is None else _names(body).get(id_, "")


@lru_cache(maxsize=1)  # five hundred people take 60 ms to read, and each article asks for one
def _names(body: str) -> Mapping[str, str]:
    listed = mapping_of("people", body).get("people")
    if not isinstance(listed, list):
        return {}
    return {
        str(person["id"]): str(person["name"])
        for person in listed
        if isinstance(person, dict) and person.get("id") and person.get("name")
    }
