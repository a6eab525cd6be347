"""What a base's list of shelves (`spaces.yaml`) asks of those who write, read alike on both sides.

The list is YAML as people wrote it. Its nodes are read and not the values YAML would make of them:
the shelf `0012` keeps its name, an alias never grows into what it stands for, and no tag can make
anything. What cannot be read asks for nothing.
"""

from collections.abc import Iterator
from functools import lru_cache

import yaml

LONGEST = 256 * 1024  # characters
DEEPEST = 20
YES = frozenset({"true", "yes", "1", "on", "oui"})
MERGE = "tag:yaml.org,2002:merge"
Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@lru_cache(maxsize=8)  # by its text: a revision is read once, whoever asks
def four_eyes(text: str) -> frozenset[str]:
    """Return the shelves in which nobody publishes their own text alone."""
    try:
        listed = _value(_read(text), "spaces")
    except (yaml.YAMLError, ValueError, RecursionError):
        return frozenset()
    shelves = listed.value if isinstance(listed, yaml.SequenceNode) else []
    return frozenset(
        id_.value
        for one in shelves
        if isinstance(id_ := _value(one, "id"), yaml.ScalarNode)
        and isinstance(asked := _value(one, "four_eyes"), yaml.ScalarNode)
        and asked.value.casefold() in YES
    )


def _read(text: str) -> yaml.Node | None:
    """Read the nodes of a text, which must be neither long nor deep."""
    if len(text) > LONGEST:
        raise ValueError("too long")
    depth = 0
    for event in yaml.parse(text, Loader):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise ValueError("too deep")
    return yaml.compose(text, Loader)


def _value(node: yaml.Node | None, name: str) -> yaml.Node | None:
    """Return a field of a mapping: its own, the last one if written twice, or one merged into it.

    A mapping is looked into once, however many ways lead to it.
    """
    looked: set[int] = set()
    waiting = [node]
    while waiting:
        one = waiting.pop(0)
        if not isinstance(one, yaml.MappingNode) or id(one) in looked:
            continue
        looked.add(id(one))
        own: list[yaml.Node] = [value for key, value in one.value if key.value == name]
        if own:
            return own[-1]
        waiting[:0] = _merged(one)
    return None


def _merged(node: yaml.MappingNode) -> Iterator[yaml.Node]:
    """Give what is merged into a mapping, what counts first in YAML before the others."""
    for key, value in reversed(node.value):
        if key.tag == MERGE:
            yield from value.value if isinstance(value, yaml.SequenceNode) else (value,)
