"""The YAML lists at the root of a base, from the names of its shelves to the rules of its cards."""

import yaml

from kbdesk.content.front_matter import Loader
from kbdesk.errors import BadContent

LISTS = ("spaces", "people", "teams", "queues", "synonyms", "accounts", "rules", "paths")


def read_list(name: str, text: str) -> dict[str, object]:
    """Read the text of one list; raise `BadContent` with its line when it is not a YAML mapping."""
    try:
        found = yaml.load(text, Loader)  # noqa: S506  # the safe loader, in C where there is one
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # ValueError: no such day
        mark = getattr(error, "problem_mark", None)
        raise BadContent(
            f"this is not readable YAML ({getattr(error, 'problem', None) or error}).",
            path=f"{name}.yaml",
            line=mark.line + 1 if mark else 0,
        ) from error
    if not isinstance(found, dict):
        raise BadContent(f"expected “{name}:” and a list under it.", path=f"{name}.yaml", line=1)
    return found
