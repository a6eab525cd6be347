"""Names of places: the anchor of a heading, and the article that a relative link means.

One function makes every anchor, from a heading, from `{#id}` and from the `#…` of a link, so the
three always meet. Paths are those of the base: "/" between folders, no root, never upwards.
"""

import posixpath
import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import unquote

from kbdesk.errors import BadContent

MAX_ID = 200
MAX_PATH = 1000
_GAPS = re.compile(r"[^a-z0-9_.]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l"})
_NOT_IN_PATHS = re.compile(r"[\x00-\x1f\x7f\\\ud800-\udfff]")
_NOT_IN_IDS = re.compile(r"[\x00-\x1f\x7f-\x9f\\#?%:*\"<>|\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def anchor(text: str) -> str:
    """Make the anchor of a heading's text; an anchor already made comes out equal."""
    lowered = text.casefold().translate(_LIGATURES)
    plain = lowered if lowered.isascii() else _without_accents(lowered)
    return _GAPS.sub("-", plain).strip("-.")


def _without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text)
    return "".join(char for char in parts if not unicodedata.combining(char))


def unique_anchors(wanted: Iterable[tuple[str, bool]]) -> list[str]:
    """Return the anchors with a number on those that repeat; handwritten ones choose first."""
    wanted = list(wanted)
    names = _Names()
    kept = {index: names.free(name) for index, (name, own) in enumerate(wanted) if own and name}
    return [
        kept[index] if index in kept else names.free(name or "section")
        for index, (name, _own) in enumerate(wanted)
    ]


class _Names:
    """The names taken so far; thousands of equal ones must not take their time squared."""

    def __init__(self) -> None:
        self.taken: set[str] = set()
        self.last: dict[str, int] = {}

    def free(self, name: str) -> str:
        number = self.last.get(name, 0) + 1
        candidate = name if number == 1 else f"{name}-{number}"
        while candidate in self.taken:
            number += 1
            candidate = f"{name}-{number}"
        self.last[name] = number
        self.taken.add(candidate)
        return candidate


def checked_path(path: str) -> str:
    """Return a path of the base, or refuse one that could reach outside it or that has no name."""
    parts = path.split("/")
    outside = not all(parts) or {".", ".."} & set(parts) or ":" in parts[0]
    if outside or _NOT_IN_PATHS.search(path) or len(path) > MAX_PATH:
        shown = path[:200].encode(errors="replace").decode()
        raise BadContent(f"The path {shown!r} does not stay inside the base.", path=shown)
    return path


def id_of_path(path: str) -> str:
    """Make the id of an article that states none: its path without the ending."""
    stem = path[:-3] if path.lower().endswith(".md") else path
    legal = _NOT_IN_IDS.sub("-", unicodedata.normalize("NFC", stem))
    return "/".join(part.strip() or "-" for part in legal.split("/"))[:MAX_ID]


def legal_id(value: str) -> bool:
    """Say whether `value` may name an article in links, addresses and commands."""
    parts = value.split("/")
    neat = all(part and part == part.strip() and part not in {".", ".."} for part in parts)
    return neat and len(value) <= MAX_ID and not _NOT_IN_IDS.search(value)


def lookup_key(path: str) -> str:
    """Return the form of a path under which links look for it."""
    return path if path.isascii() else unicodedata.normalize("NFC", path)


def split_target(href: str) -> tuple[str, str]:
    """Cut a relative link into its path and its anchor, both decoded."""
    path, _, fragment = href.partition("#")
    return unquote(path.partition("?")[0]), anchor(unquote(fragment))


def join(base: str, relative: str) -> str:
    """Resolve a relative path against the path of the file that holds it; "" when it leaves."""
    if relative.startswith("/"):
        joined = posixpath.normpath(relative.lstrip("/"))
    else:
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(base), relative))
    return "" if joined in {".", ".."} or joined.startswith(("../", "/")) else lookup_key(joined)
