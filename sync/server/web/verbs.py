"""Which verbs an address knows, for `Allow`: Litestar names only those of one of its handlers."""

import re
from collections.abc import Iterable
from typing import Any


class Verbs:
    """The verbs of every address that there is."""

    def __init__(self, routes: Iterable[Any]) -> None:
        known: dict[str, set[str]] = {"/v1/live": {"GET"}}
        for route in routes:
            for path in route.paths:
                known.setdefault(path, set()).update(str(verb) for verb in route.http_methods)
        self._known = [(_pattern(path), frozenset(verbs)) for path, verbs in known.items()]

    def of(self, path: str) -> frozenset[str]:
        """Return the verbs of an address; none where there is nothing."""
        return next((verbs for pattern, verbs in self._known if pattern.fullmatch(path)), NONE)


NONE: frozenset[str] = frozenset()


def _pattern(path: str) -> re.Pattern[str]:
    parts = re.split(r"\{[^}]*\}", path)
    return re.compile("[^/]+".join(map(re.escape, parts)))
