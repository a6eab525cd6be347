"""What a link of an article leads to. Text of others is hostile: an unknown scheme leads nowhere.

Qt-free, so that every spelling can be tested with plain values.
"""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

OUTSIDE = frozenset({"http", "https", "mailto", "tel"})
ARTICLE = "kb"
COPY = "copy"  # written by reader_dressing.py; an article of the base cannot hold it


@dataclass(frozen=True, slots=True)
class ToArticle:
    """Another article of the base, or with `id` empty a place in this one."""

    id: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ToOutside:
    """An address that another program opens, if the person wants it."""

    address: str


@dataclass(frozen=True, slots=True)
class ToCopy:
    """The message of a script under a heading, to be copied."""

    anchor: str


Target = ToArticle | ToOutside | ToCopy | None


def target(href: str) -> Target:
    """Say where a link leads; None for one that is not followed."""
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return None
    if parts.scheme == ARTICLE and parts.path:
        return ToArticle(unquote(parts.path), unquote(parts.fragment))
    if parts.scheme == COPY:
        return ToCopy(unquote(parts.path))
    if parts.scheme in OUTSIDE:
        return ToOutside(href.strip())
    if not parts.scheme and not parts.netloc and not parts.path and parts.fragment:
        return ToArticle("", unquote(parts.fragment))
    return None
