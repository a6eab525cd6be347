"""The YAML lists at the root of a base, from the names of its shelves to the rules of its cards.

They come from others: libyaml ends the process where a text is nested deep enough, and merged
aliases grow without end. So a text is walked before anything is made of it.
"""

import yaml

from kbdesk.content.front_matter import Loader
from kbdesk.errors import BadContent

LISTS = ("spaces", "people", "teams", "queues", "synonyms", "accounts", "rules", "paths")
DEEPEST = 50
GROWN = 50_000  # values that all aliases of a list stand for together
# A tag may ask for what a value is not, and the loader then fails in whatever way it happens to.
UNREADABLE = (yaml.YAMLError, ValueError, LookupError, AttributeError, TypeError, RecursionError)


def read_list(name: str, text: str) -> dict[str, object]:
    """Read the text of one list; raise `BadContent` with its line when it is not a YAML mapping."""
    try:
        _check(name, text)
        found = yaml.load(text, Loader)  # noqa: S506  # the safe loader, in C where there is one
    except UNREADABLE as error:
        mark = getattr(error, "problem_mark", None)
        raise BadContent(
            f"this is not readable YAML ({getattr(error, 'problem', None) or error}).",
            path=f"{name}.yaml",
            line=mark.line + 1 if mark else 0,
        ) from error
    if not isinstance(found, dict):
        raise BadContent(f"expected “{name}:” and a list under it.", path=f"{name}.yaml", line=1)
    return found


def _check(name: str, text: str) -> None:
    """Refuse a text that is nested too deep, or whose aliases stand for too much."""
    sizes: dict[str | None, int] = {}
    anchors: list[str | None] = [None]
    counts, grown = [0], 0
    for event in yaml.parse(text, Loader):
        size = 1
        if isinstance(event, yaml.CollectionStartEvent):
            anchors.append(event.anchor)
            counts.append(0)
            size = 0
        elif isinstance(event, yaml.CollectionEndEvent):
            size = counts.pop()
            sizes[anchors.pop()] = size
        elif isinstance(event, yaml.AliasEvent):
            size = sizes.get(event.anchor, GROWN + 1)  # of what it is in itself: without end
            grown += size
        elif isinstance(event, yaml.ScalarEvent):
            sizes[event.anchor] = 1
        counts[-1] += size
        if len(counts) > DEEPEST or grown > GROWN:
            line = event.start_mark.line + 1 if event.start_mark else 0
            told = "this is nested too deep, or repeats too much by its aliases (*name)."
            raise BadContent(told, path=f"{name}.yaml", line=line)
