"""What an article is called, as one key: a question that is exactly its name should find it first.

Names are the title, the aliases and what other articles call it in their links; also what stands in
them before a colon, in parentheses ("RIO") and without those. The key of a name is its stems in
order of alphabet, so "la carte grise perdue" and "carte grise : perdue" are one.
"""

import re
from collections.abc import Iterable, Iterator

from kbdesk.search.analysis import joined, stems

LONGEST = 12  # stems; longer names are sentences, which nobody types twice alike
_PARENTHESES = re.compile(r"\(([^()]*)\)")
_HEAD = re.compile(r"\s*[:?–—]\s")


def key(text: str, lang: str) -> str:
    """Return the key of a name or of a question, "" when nothing in it carries meaning."""
    found = sorted(set(stems(text, lang)))
    return " ".join(found) if len(found) <= LONGEST else ""


def keys(names: Iterable[str], lang: str) -> list[str]:
    """Return the keys of all names and of their parts, each once."""
    found = (key(part, lang) for name in names for part in _parts(name))
    return [name for name in dict.fromkeys(found) if name]


def _parts(name: str) -> Iterator[str]:
    yield name
    if joined(name):
        yield name.replace("-", "")  # "wi-fi" is also called "wifi"
    without = _PARENTHESES.sub(" ", name)
    if without != name:
        yield without
        yield from _PARENTHESES.findall(name)
    head = _HEAD.split(name, maxsplit=1)[0]
    if head != name:
        yield head
